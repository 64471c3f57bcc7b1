// One document as rows of the tables of a panel: texts in the order of the columns, empty for none.
#pragma once

#include <string>
#include <vector>

#include "extractor/output/diff_record.h"

namespace mingzhang {

using Row = std::vector<std::string>;

// What every row of one document shares.
class PanelRows {
 public:
  // `document` must outlive this object; `source` is the path as given.
  PanelRows(const DocumentRecord& document, const std::string& source, const Grammar& grammar);

  const std::string& doc_id() const { return doc_id_; }
  Row Document() const;
  std::vector<Row> Sections() const;
  std::vector<Row> Facts() const;
  std::vector<Row> Comparisons() const;
  std::vector<Row> Findings() const;
  std::vector<Row> Paragraphs() const;  // of the table that is not exported

 private:
  Row Fact(const FactRecord& fact, bool main) const;
  Row Comparison(const ComparisonRecord& comparison, size_t number) const;
  std::string Keywords(const std::string& body) const;
  std::string Verdict(const ComparisonRecord& comparison) const;
  const FactRecord* FactOf(int index) const { return index == kNoFact ? nullptr : &document_.facts[index]; }

  const DocumentRecord& document_;
  const std::string& source_;
  const Grammar& grammar_;
  std::string doc_id_;
};

// The first 16 digits of the SHA-256 of the file.
std::string DocumentId(const std::string& sha256);

// The body of a section, without spaces and years, as a digest, and how many numerals it has besides
// years. Two paragraphs that differ in nothing but the year have one digest.
struct BodyDigest {
  std::string digest;
  int figures = 0;
};
BodyDigest DigestBody(std::string_view body);

}  // namespace mingzhang
