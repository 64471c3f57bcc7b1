// Audited documents as one page that needs nothing else: the text with its figures marked, tables of
// facts and findings, and links both ways. No scripts: links and styles do it all.
#pragma once

#include <map>
#include <string>
#include <vector>

#include "extractor/output/diff_text.h"
#include "extractor/pipeline.h"

namespace mingzhang {

class ReportPage {
 public:
  // All arguments must outlive this object. Begins to write at once.
  ReportPage(const Grammar& grammar, const ReportWords& words, std::string* out);

  void Add(const Document& document);
  // Charts over the years, then the end.
  void Finish();

 private:
  struct Mark;
  struct Point {
    int year;
    Decimal yuan;
  };

  void Begin();
  void Heading(const Document& document);
  void Findings(const Document& document);
  void Facts(const Document& document);
  void FactRow(const Document& document, Index fact);
  void Source(const Document& document);
  std::vector<Mark> MarksOf(const Document& document) const;
  void Segment(std::string_view text, const std::vector<const Mark*>& open);
  void Remember(const Document& document);
  void Chart(const std::string& title, const std::vector<Point>& points);

  std::string Anchor(std::string_view kind, size_t index) const;  // "d3-f17"
  std::string Label(ConceptId concept_id) const;
  void Cell(std::string_view text, std::string_view style = "");
  void Link(const std::string& anchor, std::string_view text);
  void Word(std::string_view key);

  const Grammar& grammar_;
  const ReportWords& words_;
  std::string* const out_;
  int number_ = 0;  // of the document
  std::map<std::string, std::vector<Point>> series_;  // expenditure by body and kind
};

}  // namespace mingzhang
