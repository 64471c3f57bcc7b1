// mingzhang dump: the printable form of any stage.
#include <map>
#include <memory>

#include <CLI/CLI.hpp>
#include <unistd.h>

#include "extractor/output/extraction_json.h"
#include "extractor/output/stage_dump.h"
#include "tools/document_worker.h"
#include "tools/file_io.h"
#include "tools/program.h"
#include "tools/recogniser.h"

namespace mingzhang {
namespace {

constexpr uint64_t kMaxBytes = 256u << 20;

struct Flags {
  std::string file, stage = "facts";
};

struct Stages {
  const Grammar& grammar;
  const Document& document;
  std::string* out;
};

void DumpDecode(const Stages& stages) { DumpDecoded(stages.document.text, stages.document.byte_length, stages.out); }

void DumpNormalize(const Stages& stages) {
  DocumentText folded;
  if (!ReadFolded(stages.grammar, stages.document.text.decoded, &folded)) stages.out->append(folded.logical);
}

void DumpAllQuantities(const Stages& stages) {
  DumpQuantities(stages.document.text, stages.document.quantities, stages.grammar.units(), stages.out);
}

void DumpClauses(const Stages& stages) {
  const DocumentText& text = stages.document.text;
  const std::vector<Quantity>& quantities = stages.document.quantities;
  const Quantity* next = quantities.data();
  const Quantity* const last = next + quantities.size();
  std::vector<Token> tokens;
  std::vector<const Quantity*> hidden;
  for (const LogicalLine& line : text.lines) {
    const Quantity* const begin = next;
    while (next != last && next->text.begin < line.range.end) ++next;
    if (line.kind != LineKind::kProse && line.kind != LineKind::kTitle) continue;
    tokens.clear();
    Tokenize(text.logical, line.range, begin, next, stages.grammar.lexicon(), &tokens, &hidden);
    DumpTokens(text, tokens, stages.grammar, stages.out);
  }
}

void DumpJson(const Stages& stages) {
  WriteJson(stages.document, stages.grammar, JsonOptions{.all_spans = true, .pretty = true}, stages.out);
  stages.out->push_back('\n');
}

using DumpStage = void (*)(const Stages&);

const std::map<std::string, DumpStage>& StagesByName() {
  static const std::map<std::string, DumpStage> kStages = {
      {"decode", DumpDecode},
      {"normalize", DumpNormalize},
      {"reflow", [](const Stages& stages) { DumpLines(stages.document.text, stages.out); }},
      {"outline", [](const Stages& stages) { DumpSections(stages.document, stages.out); }},
      {"quantities", DumpAllQuantities},
      {"clauses", DumpClauses},
      {"facts", [](const Stages& stages) { DumpFacts(stages.document, stages.grammar, stages.out); }},
      {"audit", [](const Stages& stages) { DumpAudit(stages.document, stages.grammar, stages.out); }},
      {"json", DumpJson},
  };
  return kStages;
}

int RunDump(Program& program, const Flags& flags) {
  const Grammar* grammar = program.LoadGrammar();
  if (grammar == nullptr) return kTrouble;
  Options options;
  options.keep_quantities = true;
  const auto document = ReadDocument(Pipeline(*grammar, std::move(options)), flags.file, kMaxBytes);
  if (!document.ok()) {
    Complain(document.error());
    return kTrouble;
  }
  std::string out;
  StagesByName().at(flags.stage)({*grammar, **document, &out});
  const Status status = WriteAll(STDOUT_FILENO, out, "stdout");
  if (status) Complain(*status);
  return status ? kTrouble : kFine;
}

}  // namespace

void AddDump(CLI::App& app, Program& program) {
  auto flags = std::make_shared<Flags>();
  CLI::App* command = app.add_subcommand("dump", Say("打印任一阶段的中间结果", "print what any stage makes of a text"));
  command->add_option("FILE", flags->file, Say("文件，或 -", "a file, or -"))->required();
  command->add_option("--stage", flags->stage, Say("阶段", "the stage"))
      ->check(CLI::IsMember(
          {"decode", "normalize", "reflow", "outline", "quantities", "clauses", "facts", "audit", "json"}))
      ->capture_default_str();
  command->footer("mingzhang dump --stage=clauses budget.txt");
  command->callback([flags, &program] { program.command = [flags, &program] { return RunDump(program, *flags); }; });
}

}  // namespace mingzhang
