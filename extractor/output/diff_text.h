// Changes for people: a table on a terminal, or a page.
#pragma once

#include <map>
#include <string>
#include <string_view>
#include <vector>

#include "extractor/output/diff_json.h"

namespace mingzhang {

// The words of a report in the language of its reader, by key; a key without a word is its own word.
class ReportWords {
 public:
  ReportWords(bool chinese, std::map<std::string, std::string, std::less<>> words)
      : chinese_(chinese), words_(std::move(words)) {}

  bool chinese() const { return chinese_; }
  std::string_view operator()(std::string_view key) const {
    const auto found = words_.find(key);
    return found == words_.end() ? key : std::string_view(found->second);
  }
  // The name of a concept, and what qualifies it.
  std::string Label(const Change& change, const Grammar& grammar) const;
  std::string Qualifiers(const std::string& qualifiers) const;

 private:
  bool chinese_;
  std::map<std::string, std::string, std::less<>> words_;
};

// One change as the cells of a row.
struct ChangeRow {
  std::string label, before, after, difference, rate;
  std::string lines;  // "36/38", old and new
};
ChangeRow RowOf(const Change& change, const DiffContext& context, const ReportWords& words);

// A change of documents or sections: what changed (nothing for a heading), before, after.
struct ChangeTexts {
  std::string name, before, after;
};
ChangeTexts TextsOf(const Change& change, const ReportWords& words);
// "-/72": the line of a finding, in the old text or in the new one; empty for one about a whole document.
std::string FindingLines(const Change& change);

// "云川市青禾区文化局 2023 → 2024": what a group of changes is about.
std::string PairTitle(const DiffContext& context, const ReportWords& words);

struct DiffTextOptions {
  bool colour = false;
  bool notes = false;  // findings of severity note, and carried ones, one by one
};
// Grouped by kind; in each group of figures the biggest change first.
void WriteDiffText(const std::vector<Change>& changes, const DiffContext& context, const ReportWords& words,
                   const DiffTextOptions& options, std::string* out);

// A page with one table for each pair.
void BeginDiffPage(const ReportWords& words, std::string* out);
void WriteDiffTable(const std::vector<Change>& changes, const DiffContext& context, const ReportWords& words,
                    std::string* out);
void EndDiffPage(std::string* out);

// The changes of a kind, the biggest first: money before counts before rates.
std::vector<const Change*> OfKind(const std::vector<Change>& changes, ChangeKind kind);

}  // namespace mingzhang
