// Findings as SARIF 2.1.0, which editors and code-review sites show beside the text.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "extractor/output/audit_selection.h"
#include "extractor/output/json_writer.h"

namespace mingzhang {

// Writes one log with one run, document by document:
//
//   SarifLog log(grammar, /*chinese=*/false, &out);
//   log.Add(document, "texts/budget.txt", findings);
//   log.Finish();
//
// Columns and offsets count code points. Findings that are suppressed or known from a baseline are in
// the log, marked so.
class SarifLog {
 public:
  // All arguments must outlive this object. Begins to write at once.
  SarifLog(const Grammar& grammar, bool chinese, std::string* out);

  // `path` is where a viewer finds the text: relative to where it is opened, or absolute.
  void Add(const Document& document, std::string_view path, const std::vector<SelectedFinding>& findings);
  void Finish();

 private:
  struct Artifact {
    std::string uri, sha256, encoding;
    uint64_t length = 0;

    bool operator==(const Artifact&) const = default;
  };

  void WriteTool();
  void WriteRule(const RuleSpec& rule);
  void WriteResult(const Document& document, const SelectedFinding& selected);
  void WriteLocation(const DocumentText* text, Range range, size_t id);
  void WriteRegion(const DocumentText& text, Range range);
  void WriteRelated(const Document& document, const Finding& finding);
  void WriteState(const SelectedFinding& selected);
  void WriteProperties(const Finding& finding);
  void WriteArtifact(const Artifact& artifact);
  void Message(std::string_view key, std::string_view text);

  const Grammar& grammar_;
  const bool chinese_;
  JsonWriter json_;
  std::vector<Artifact> artifacts_;
  size_t current_ = 0;  // the artifact that findings are added for
};

// A path as a URI reference: %XX where needed, file:// before an absolute one.
std::string UriOf(std::string_view path);

}  // namespace mingzhang
