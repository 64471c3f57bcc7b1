#include "tools/grammar_delta.h"

#include <algorithm>
#include <string>
#include <string_view>
#include <vector>

#include <fmt/format.h>
#include <unistd.h>

#include "extractor/output/stage_dump.h"
#include "tools/document_worker.h"
#include "tools/file_io.h"
#include "tools/program.h"

namespace mingzhang {
namespace {

// The facts and findings of one document, sorted; ids of facts shift and do not count.
std::vector<std::string> Statements(const Document& document, const Grammar& grammar) {
  std::string facts;
  DumpFacts(document, grammar, &facts);
  std::vector<std::string> statements;
  for (std::string_view rest = facts; !rest.empty();) {
    const std::string_view line = rest.substr(0, rest.find('\n'));
    statements.emplace_back("fact " + std::string(line.substr(std::min(line.find(' ') + 1, line.size()))));
    rest.remove_prefix(std::min(line.size() + 1, rest.size()));
  }
  for (const Finding& finding : document.extraction.findings) {
    const uint32_t line = finding.spans.empty() ? 0 : document.text.Source(finding.spans[0]).line_begin;
    statements.push_back(fmt::format("finding line {} {}[{}] {}", line, SeverityName(finding.severity),
                                     grammar.rules()[static_cast<size_t>(finding.rule)].id, finding.message_zh));
  }
  std::sort(statements.begin(), statements.end());
  return statements;
}

// Lines "- …" of what only `before` has and "+ …" of what only `after` has.
std::string Difference(const std::vector<std::string>& before, const std::vector<std::string>& after) {
  std::vector<std::string> lost, gained;
  std::set_difference(before.begin(), before.end(), after.begin(), after.end(), std::back_inserter(lost));
  std::set_difference(after.begin(), after.end(), before.begin(), before.end(), std::back_inserter(gained));
  std::string lines;
  for (const std::string& statement : lost) lines += "  - " + statement + "\n";
  for (const std::string& statement : gained) lines += "  + " + statement + "\n";
  return lines;
}

}  // namespace

int PrintGrammarDelta(const Grammar& before, const Grammar& after, const InputOptions& input) {
  const Pipeline old_pipeline(before), new_pipeline(after);
  InputSource source(input);
  int code = kFine;
  while (auto item = source.Next()) {
    const auto loaded = LoadInput(input, &*item);
    if (!loaded.ok()) {
      Complain(loaded.error());
      code = kTrouble;
      continue;
    }
    const auto old_document = old_pipeline.Run(loaded->document_name, loaded->bytes);
    const auto new_document = new_pipeline.Run(loaded->document_name, loaded->bytes);
    if (!old_document.ok() || !new_document.ok()) {
      Complain(item->name, (old_document.ok() ? new_document : old_document).error().message);
      code = kTrouble;
      continue;
    }
    const std::string lines = Difference(Statements(**old_document, before), Statements(**new_document, after));
    if (lines.empty()) continue;
    if (const Status status = WriteAll(STDOUT_FILENO, item->name + "\n" + lines, "stdout")) return kTrouble;
    code = std::max(code, kFound);
  }
  return code;
}

}  // namespace mingzhang
