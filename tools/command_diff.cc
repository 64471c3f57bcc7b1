// mingzhang diff: what changed between two documents, or two folders of documents.
#include <algorithm>
#include <filesystem>
#include <memory>

#include <CLI/CLI.hpp>
#include <fmt/core.h>
#include <unistd.h>

#include "extractor/output/diff_match.h"
#include "extractor/output/diff_sum.h"
#include "extractor/output/diff_text.h"
#include "tools/document_worker.h"
#include "tools/file_io.h"
#include "tools/input_flags.h"
#include "tools/program.h"
#include "tools/report_words.h"

namespace mingzhang {
namespace {

struct Flags {
  std::string old_path, new_path, format = "text", colour = "auto", threshold;
  std::vector<std::string> only, ignore;
  bool notes = false;
  uint64_t max_bytes = 256u << 20;
};

// "5%", or an amount in yuan: "10000", "1万", "0.5亿". False when it is neither.
bool ParseThreshold(std::string text, DiffOptions* options) {
  if (text.empty()) return true;
  const bool percent = text.ends_with('%');
  if (percent) text.pop_back();
  int scale = 0;
  for (const auto& [unit, power] : {std::pair<std::string_view, int>{"万", 4}, {"亿", 8}}) {
    if (percent || !text.ends_with(unit)) continue;
    text.resize(text.size() - unit.size());
    scale = power;
  }
  const auto number = Decimal::Parse(text);
  if (!number || number->sign() < 0) return false;
  (percent ? options->least_rate : options->least_difference) = number->Scaled(scale);
  return true;
}

class DiffRun {
 public:
  DiffRun(const Grammar& grammar, const Flags& flags, DiffOptions options)
      : grammar_(grammar),
        flags_(flags),
        options_(std::move(options)),
        pipeline_(grammar, Options{flags.max_bytes, {}}),
        words_(DiffWords()) {
    text_.colour = flags.colour == "always" || (flags.colour == "auto" && ::isatty(STDOUT_FILENO) == 1);
    text_.notes = flags.notes;
    keys_.classification = options_.classification;
  }

  int Run() {
    const bool many = IsFolder(flags_.old_path) || IsFolder(flags_.new_path);
    Begin();
    if (many) CompareFolders();
    else CompareFiles();
    if (failed_) return kTrouble;
    if (flags_.format == "html") EndDiffPage(&out_);
    if (const Status status = WriteAll(STDOUT_FILENO, out_, "stdout")) {
      Complain(*status);
      return kTrouble;
    }
    return differs_ ? kFound : kFine;
  }

 private:
  static bool IsFolder(const std::string& path) {
    std::error_code error;
    return std::filesystem::is_directory(path, error);
  }

  void Begin() {
    if (flags_.format == "csv") out_.append(ChangeCsvHeader());
    if (flags_.format == "html") BeginDiffPage(words_, &out_);
  }

  std::optional<DocumentRecord> Read(InputItem item) {
    InputOptions options;
    options.max_bytes = flags_.max_bytes;
    const auto input = LoadInput(options, &item);
    if (!input.ok()) return Fail(input.error(), "");
    if (LooksLikeExtraction(input->bytes)) {
      auto record = ReadRecord(input->bytes, grammar_.units());
      if (!record.ok()) return Fail(record.error(), item.name);
      return std::move(record).value();
    }
    const auto document = pipeline_.Run(input->document_name, input->bytes);
    if (!document.ok()) return Fail(document.error(), item.name);
    return RecordOf(**document, grammar_);
  }

  std::nullopt_t Fail(Error error, const std::string& file) {
    if (!file.empty()) error.file = file;
    Complain(error);
    failed_ = true;
    return std::nullopt;
  }

  Records ReadAll(const std::string& path) {
    InputOptions options;
    options.inputs = {path};
    options.include = {"*.txt", "*.text", "*.htm", "*.html", "*.md", "*.json"};
    options.exclude = {"manifest.json"};
    Records records;
    InputSource source(options);
    while (auto item = source.Next()) {
      if (auto record = Read(*std::move(item))) records.push_back(*std::move(record));
    }
    return records;
  }

  void CompareFiles() {
    InputItem old_item, new_item;
    old_item.name = old_item.path = flags_.old_path;
    new_item.name = new_item.path = flags_.new_path;
    const auto before = Read(std::move(old_item));
    const auto after = Read(std::move(new_item));
    if (before && after) Compare(&*before, &*after, {});
  }

  void CompareFolders() {
    const Records before = ReadAll(flags_.old_path), after = ReadAll(flags_.new_path);
    const Matching matching = Match(before, after, keys_);
    for (const auto& [old_documents, b] : matching.pairs) {
      auto proposals = ProposalFor(matching, before, after, b);
      if (old_documents.size() == 1) Compare(&before[old_documents[0]], &after[b], std::move(proposals));
      else CompareWithSum(before, old_documents, after[b], std::move(proposals));
    }
    for (const int document : matching.gone) {
      Compare(&before[document], nullptr, {Existence(before[document], true)});
    }
    for (const int document : matching.appeared) {
      auto extra = ProposalFor(matching, before, after, document);
      extra.insert(extra.begin(), Existence(after[document], false));
      Compare(nullptr, &after[document], std::move(extra));
    }
  }

  static Change Existence(const DocumentRecord& document, bool gone) {
    Change change;
    change.kind = ChangeKind::kDocument;
    change.name = gone ? "gone" : "appeared";
    (gone ? change.old_text : change.new_text) = document.organization.empty() ? document.name : document.organization;
    return change;
  }

  // What the pair's new document may have come from, with the evidence.
  std::vector<Change> ProposalFor(const Matching& matching, const Records& before, const Records& after,
                                  int new_document) const {
    std::vector<Change> changes;
    for (const Proposal& proposal : matching.proposals) {
      if (proposal.new_document != new_document) continue;
      Change change;
      change.kind = ChangeKind::kDocument;
      change.name = ProposalName(proposal, before[proposal.old_documents[0]], after[new_document]);
      for (const int old : proposal.old_documents) {
        change.old_text.append(change.old_text.empty() ? "" : " + ").append(before[old].organization);
      }
      change.new_text = after[new_document].organization;
      change.reason = ProposalReason(proposal, words_.chinese());
      changes.push_back(std::move(change));
    }
    return changes;
  }

  void Compare(const DocumentRecord* before, const DocumentRecord* after, std::vector<Change> changes) {
    if (before != nullptr && after != nullptr) {
      const bool renamed = std::any_of(changes.begin(), changes.end(), [](const auto& it) { return it.name == "renamed"; });
      for (Change& change : Diff(*before, *after, options_)) {
        if (!renamed || change.name != "organization") changes.push_back(std::move(change));
      }
    }
    Show(changes, DiffContext{before, after, grammar_});
  }

  // A body that came from several stands against what they stated together.
  void CompareWithSum(const Records& before, const std::vector<int>& old_documents, const DocumentRecord& after,
                      std::vector<Change> changes) {
    std::vector<const DocumentRecord*> bodies;
    for (const int old : old_documents) bodies.push_back(&before[old]);
    const DocumentRecord sum = SumOf(bodies, keys_);
    for (Change& change : DiffFromSum(bodies, sum, after, options_)) changes.push_back(std::move(change));
    Show(changes, DiffContext{&sum, &after, grammar_});
  }

  void Show(const std::vector<Change>& changes, const DiffContext& context) {
    for (const Change& change : changes) differs_ = differs_ || change.is_difference();
    Write(changes, context);
  }

  void Write(const std::vector<Change>& changes, const DiffContext& context) {
    if (flags_.format == "text") return WriteDiffText(changes, context, words_, text_, &out_);
    if (flags_.format == "html") return WriteDiffTable(changes, context, words_, &out_);
    for (const Change& change : changes) {
      if (flags_.format == "json") WriteChangeJson(change, context, &out_);
      else WriteChangeCsv(change, context, &out_);
    }
  }

  const Grammar& grammar_;
  const Flags& flags_;
  const DiffOptions options_;
  const Pipeline pipeline_;
  const ReportWords words_;
  DiffTextOptions text_;
  KeyOptions keys_;
  std::string out_;
  bool failed_ = false, differs_ = false;
};

int RunDiff(Program& program, const Flags& flags) {
  const Grammar* grammar = program.LoadGrammar();
  if (grammar == nullptr) return kTrouble;
  DiffOptions options;
  options.classification = ClassificationOf(*grammar);
  options.only = flags.only;
  options.ignore = flags.ignore;
  if (!ParseThreshold(flags.threshold, &options)) {
    Complain("--threshold", Say("应为 5% 或金额（元），如 10000、1万", "wants 5% or an amount in yuan, such as 10000"),
             Say("用 --help 查看用法", "see --help"));
    return kTrouble;
  }
  return DiffRun(*grammar, flags, std::move(options)).Run();
}

void AddFlags(CLI::App& command, Flags& flags) {
  command.add_option("OLD", flags.old_path, Say("旧的文本、提取结果或目录", "the earlier text, extraction or folder"))
      ->required();
  command.add_option("NEW", flags.new_path, Say("新的文本、提取结果或目录", "the later text, extraction or folder"))
      ->required();
  command.add_option("--format", flags.format, Say("结果格式", "form of the result"))
      ->check(CLI::IsMember({"text", "json", "csv", "html"}))
      ->capture_default_str();
  command.add_option("--only", flags.only, Say("只看这些概念或规则，如 three_public.*", "only concepts or rules like these"))
      ->type_name("GLOB");
  command.add_option("--ignore", flags.ignore, Say("不看这些概念或规则", "no concepts or rules like these"))
      ->type_name("GLOB");
  command.add_option("--threshold", flags.threshold,
                     Say("略去小于此值的变动：5%、10000（元）或 1万", "leave out smaller changes: 5%, or yuan: 10000"));
  command.add_flag("--notes", flags.notes, Say("逐条列出提示和延续的发现", "list notes and carried findings one by one"));
  command.add_option("--color", flags.colour, Say("颜色", "colours"))->check(CLI::IsMember({"auto", "always", "never"}));
  command.add_option("--max-bytes", flags.max_bytes, Say("单份文本的字节上限", "bytes a document may have"))
      ->transform(CLI::AsSizeValue(false))
      ->capture_default_str();
}

}  // namespace

void AddDiff(CLI::App& app, Program& program) {
  auto flags = std::make_shared<Flags>();
  CLI::App* command = app.add_subcommand("diff", Say("同一单位两份文件的变化", "what changed between two documents of a body"));
  AddFlags(*command, *flags);
  command->footer(
      "mingzhang diff budget-2023.txt budget-2024.txt\n"
      "mingzhang diff 2023/ 2024/ --only 'three_public.*' --format csv\n"
      "mingzhang diff before.json after.json");
  command->callback([flags, &program] { program.command = [flags, &program] { return RunDiff(program, *flags); }; });
}

}  // namespace mingzhang
