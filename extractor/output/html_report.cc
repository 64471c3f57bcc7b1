#include "extractor/output/html_report.h"

#include <algorithm>

#include "extractor/output/html_escape.h"

namespace mingzhang {
namespace {

constexpr std::string_view kStyle = R"(<!DOCTYPE html>
<html>
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'">
<style>
:root { --line: #ddd; --fact: #e4effb; --error: #ffd3d3; --warning: #ffe9bd; --note: #e8e8e8; --hit: #ffef5c; }
body { font: 15px/1.6 system-ui, "Noto Sans CJK SC", "Noto Sans SC", sans-serif; margin: 1.5em; color: #1c1e21; }
h1 { font-size: 1.4em; margin: 1.2em 0 .2em; } h2 { font-size: 1.1em; margin: 1em 0 .3em; }
.meta { color: #667; margin: 0 0 .8em; }
.columns { display: grid; grid-template-columns: minmax(0, 1fr) minmax(0, 1fr); gap: 1.5em; }
.pane { max-height: 85vh; overflow: auto; border: 1px solid var(--line); padding: .5em .8em; }
@media (max-width: 900px) { .columns { grid-template-columns: 1fr; } }
table { border-collapse: collapse; width: 100%; }
th, td { padding: .15em .5em; border-bottom: 1px solid var(--line); text-align: left; vertical-align: top; }
th { position: sticky; top: -.5em; background: #fff; }
td.n { text-align: right; font-variant-numeric: tabular-nums; white-space: nowrap; }
a { color: inherit; text-decoration: none; } td a { border-bottom: 1px dotted #57a; }
.source { counter-reset: line; white-space: pre-wrap; }
.l { display: block; padding-left: 3.2em; text-indent: -3.2em; min-height: 1.6em; }
.l::before { counter-increment: line; content: counter(line); display: inline-block; width: 2.6em; margin-right: .6em;
  text-indent: 0; text-align: right; color: #aab; font-size: .8em; }
.f { background: var(--fact); border-radius: 2px; } .e { background: var(--error); } .w { background: var(--warning); }
.o { background: var(--note); } .u { outline: 2px dashed #c06; }
b:target + *, tr:target td { background: var(--hit); }
tr.error td:first-child { border-left: 4px solid #d33; } tr.warning td:first-child { border-left: 4px solid #e90; }
tr.note td:first-child { border-left: 4px solid #aaa; }
svg text { font-size: 11px; fill: currentColor; } svg rect { fill: #4a86c5; }
@media print { .pane { max-height: none; } .columns { display: block; } }
</style>
)";

std::string PeriodOf(const Fact& fact, const ReportWords& words) {
  std::string period = fact.period.year == 0 ? "" : std::to_string(fact.period.year);
  if (fact.period.is_date()) {
    period.append("-").append(std::to_string(fact.period.month)).append("-").append(std::to_string(fact.period.day));
  }
  const std::string_view stage = StageName(fact.stage);
  if (!stage.empty() && stage != "stock") period.append(" ").append(words(stage));
  return period;
}

// With the unit as the document prints it.
std::string ValueOf(const Document& document, const Fact& fact) {
  if (!fact.text.empty()) return fact.text;
  return fact.value.ToString() + std::string(document.text.Quote(fact.unit_range));
}

Range PlaceOf(const Fact& fact) { return fact.value_range.empty() ? fact.statement : fact.value_range; }

char StyleOf(Severity severity) {
  return severity == Severity::kError ? 'e' : severity == Severity::kWarning ? 'w' : 'o';
}

}  // namespace

// A part of the text that is a fact, a finding or an unexplained numeral.
struct ReportPage::Mark {
  uint32_t begin = 0, end = 0;
  char style = 'f';
  std::string anchor;  // here
  std::string target;  // the row that tells about it; may be empty
  std::string title;
};

ReportPage::ReportPage(const Grammar& grammar, const ReportWords& words, std::string* out)
    : grammar_(grammar), words_(words), out_(out) {
  Begin();
}

void ReportPage::Word(std::string_view key) { AppendHtml(words_(key), out_); }

void ReportPage::Begin() {
  out_->append(kStyle).append("<title>");
  Word("report");
  out_->append("</title>\n</head>\n<body>\n");
}

std::string ReportPage::Anchor(std::string_view kind, size_t index) const {
  return "d" + std::to_string(number_) + "-" + std::string(kind) + std::to_string(index + 1);
}

std::string ReportPage::Label(ConceptId concept_id) const {
  if (concept_id == kNoConcept) return "";
  const Concept& found = grammar_.concepts()[concept_id];
  return words_.chinese() ? found.label_zh : found.label_en;
}

void ReportPage::Cell(std::string_view text, std::string_view style) {
  out_->append("<td");
  if (!style.empty()) out_->append(" class=\"").append(style).append("\"");
  out_->append(">");
  AppendHtml(text, out_);
  out_->append("</td>");
}

void ReportPage::Link(const std::string& anchor, std::string_view text) {
  out_->append("<td class=\"n\"><a href=\"#").append(anchor).append("\">");
  AppendHtml(text, out_);
  out_->append("</a></td>");
}

void ReportPage::Heading(const Document& document) {
  const DocumentFacts& facts = document.extraction.document;
  out_->append("<h1>");
  AppendHtml(facts.organization.empty() ? document.name : facts.organization, out_);
  if (facts.fiscal_year != 0) out_->append(" ").append(std::to_string(facts.fiscal_year));
  out_->append(" ");
  Word(DocumentKindName(facts.kind));
  out_->append("</h1>\n<p class=\"meta\">");
  AppendHtml(document.name, out_);
  out_->append(" · SHA-256 ").append(document.sha256).append("</p>\n");
}

void ReportPage::Findings(const Document& document) {
  const auto& findings = document.extraction.findings;
  out_->append("<h2>");
  Word("finding");
  out_->append(" (").append(std::to_string(findings.size())).append(")</h2>\n<table>\n");
  for (size_t i = 0; i < findings.size(); ++i) {
    const Finding& finding = findings[i];
    out_->append("<tr id=\"").append(Anchor("n", i)).append("\" class=\"").append(SeverityName(finding.severity));
    out_->append("\">");
    Cell(std::string(words_(SeverityName(finding.severity))) + " " + grammar_.rules()[finding.rule].id);
    Cell(words_.chinese() ? finding.message_zh : finding.message_en);
    if (finding.spans.empty()) Cell("");
    else Link(Anchor("p", i), std::to_string(document.text.Source(finding.spans[0]).line_begin));
    out_->append("</tr>\n");
  }
  out_->append("</table>\n");
}

void ReportPage::FactRow(const Document& document, Index index) {
  const Fact& fact = document.extraction.facts[index];
  std::string label = Label(fact.concept_id);
  for (const auto& [name, value] : fact.qualifiers) label.append(" · ").append(value);
  if (fact.scope != FiscalScope::kNone) label.append(" · ").append(words_(FiscalScopeName(fact.scope)));
  if (fact.measure != Measure::kAmount) label.append(" ").append(words_(MeasureName(fact.measure)));
  out_->append("<tr id=\"").append(Anchor("r", static_cast<size_t>(index))).append("\">");
  Cell(label);
  Cell(PeriodOf(fact, words_));
  Link(Anchor("f", static_cast<size_t>(index)), ValueOf(document, fact));
  Cell(std::to_string(document.text.Source(PlaceOf(fact)).line_begin), "n");
  out_->append("</tr>\n");
}

void ReportPage::Facts(const Document& document) {
  const auto& facts = document.extraction.facts;
  out_->append("<h2>");
  Word("facts");
  out_->append(" (").append(std::to_string(facts.size())).append(")</h2>\n<table>\n");
  for (size_t i = 0; i < facts.size(); ++i) FactRow(document, static_cast<Index>(i));
  out_->append("</table>\n");
}

std::vector<ReportPage::Mark> ReportPage::MarksOf(const Document& document) const {
  std::vector<Mark> marks;
  const auto add = [&](Range range, char style, std::string anchor, std::string target, std::string title) {
    if (range.empty()) return;
    const DecodedRange place = document.text.Decoded(range);
    marks.push_back({place.begin, place.end, style, std::move(anchor), std::move(target), std::move(title)});
  };
  const Extraction& extraction = document.extraction;
  for (size_t i = 0; i < extraction.facts.size(); ++i) {
    const Fact& fact = extraction.facts[i];
    add(PlaceOf(fact), 'f', Anchor("f", i), Anchor("r", i), Label(fact.concept_id) + " " + PeriodOf(fact, words_));
  }
  for (size_t i = 0; i < extraction.findings.size(); ++i) {
    const Finding& finding = extraction.findings[i];
    if (finding.spans.empty()) continue;
    add(finding.spans[0], StyleOf(finding.severity), Anchor("p", i), Anchor("n", i),
        words_.chinese() ? finding.message_zh : finding.message_en);
  }
  for (const Range range : extraction.coverage.unexplained) add(range, 'u', "", "", std::string(words_("unexplained")));
  std::stable_sort(marks.begin(), marks.end(), [](const Mark& a, const Mark& b) { return a.begin < b.begin; });
  return marks;
}

// Text under the marks in `open`: their styles together; a link to what the last of them tells.
void ReportPage::Segment(std::string_view text, const std::vector<const Mark*>& open) {
  if (open.empty()) {
    AppendHtml(text, out_);
    return;
  }
  std::string styles, titles, target;
  for (const Mark* mark : open) {
    styles.append(styles.empty() ? "" : " ").push_back(mark->style);
    titles.append(titles.empty() ? "" : "\n").append(mark->title);
    if (!mark->target.empty()) target = mark->target;
  }
  out_->append("<a class=\"").append(styles).append("\"");
  if (!target.empty()) out_->append(" href=\"#").append(target).append("\"");
  out_->append(" title=\"").append(Html(titles)).append("\">");
  AppendHtml(text, out_);
  out_->append("</a>");
}

// Cuts the text where a mark begins or ends and at line ends, so that nothing is nested wrongly.
void ReportPage::Source(const Document& document) {
  const std::string_view text = document.text.decoded;
  const std::vector<Mark> marks = MarksOf(document);
  std::vector<uint32_t> cuts = {0, static_cast<uint32_t>(text.size())};
  for (const Mark& mark : marks) cuts.insert(cuts.end(), {mark.begin, mark.end});
  for (size_t at = text.find('\n'); at != std::string_view::npos; at = text.find('\n', at + 1)) {
    cuts.insert(cuts.end(), {static_cast<uint32_t>(at), static_cast<uint32_t>(at + 1)});
  }
  std::sort(cuts.begin(), cuts.end());
  cuts.erase(std::unique(cuts.begin(), cuts.end()), cuts.end());
  out_->append("<div class=\"source\"><span class=\"l\">");
  std::vector<const Mark*> open;
  size_t next = 0;
  for (size_t i = 0; i + 1 < cuts.size(); ++i) {
    std::erase_if(open, [&](const Mark* mark) { return mark->end <= cuts[i]; });
    for (; next < marks.size() && marks[next].begin <= cuts[i]; ++next) {
      if (!marks[next].anchor.empty()) out_->append("<b id=\"").append(marks[next].anchor).append("\"></b>");
      open.push_back(&marks[next]);
    }
    const std::string_view piece = text.substr(cuts[i], cuts[i + 1] - cuts[i]);
    if (piece == "\n") out_->append("</span><span class=\"l\">");
    else Segment(piece, open);
  }
  out_->append("</span></div>\n");
}

void ReportPage::Add(const Document& document) {
  ++number_;
  Heading(document);
  out_->append("<div class=\"columns\">\n<div class=\"pane\">\n");
  Source(document);
  out_->append("</div>\n<div class=\"pane\">\n");
  Findings(document);
  Facts(document);
  out_->append("</div>\n</div>\n");
  Remember(document);
}

// The first expenditure total, in the document's own year and stage.
void ReportPage::Remember(const Document& document) {
  const DocumentFacts& about = document.extraction.document;
  if (about.organization.empty() || about.fiscal_year == 0) return;
  for (const std::string_view name : {"expenditure.total", "expenditure.current_year"}) {
    const ConceptId id = grammar_.FindConcept(name);
    for (const Fact& fact : document.extraction.facts) {
      if (fact.concept_id != id || fact.measure != Measure::kAmount || !fact.yuan || id == kNoConcept) continue;
      if (fact.period.year != about.fiscal_year || fact.stage != about.stage) continue;
      const std::string key = about.organization + " " + std::string(words_(DocumentKindName(about.kind)));
      series_[key].push_back({about.fiscal_year, *fact.yuan});
      return;
    }
  }
}

// Bars, in whole units of the drawing.
void ReportPage::Chart(const std::string& title, const std::vector<Point>& points) {
  constexpr int kHeight = 120, kWidth = 70;
  Decimal most;
  for (const Point& point : points) most = std::max(most, point.yuan.Abs());
  if (most.is_zero()) return;
  out_->append("<h2>").append(Html(title)).append("</h2>\n<svg role=\"img\" width=\"");
  out_->append(std::to_string(kWidth * static_cast<int>(points.size()) + 20)).append("\" height=\"");
  out_->append(std::to_string(kHeight + 45)).append("\">");
  for (size_t i = 0; i < points.size(); ++i) {
    const Decimal scaled(points[i].yuan.Abs().units() * kHeight, points[i].yuan.decimals());
    const auto tall = Decimal::Divide(scaled, most, 0);
    const std::string height = tall ? tall->ToString() : "0";
    const std::string top = tall ? std::to_string(kHeight + 18 - static_cast<int>(tall->units())) : "0";
    const std::string left = std::to_string(10 + kWidth * static_cast<int>(i));
    out_->append("<rect x=\"").append(left).append("\" y=\"").append(top).append("\" width=\"48\" height=\"");
    out_->append(height).append("\"/><text x=\"").append(left).append("\" y=\"").append(std::to_string(kHeight + 34));
    out_->append("\">").append(std::to_string(points[i].year)).append("</text><text x=\"").append(left);
    out_->append("\" y=\"").append(std::to_string(std::stoi(top) - 4)).append("\">");
    out_->append(points[i].yuan.Scaled(-4).Rounded(2).ToString()).append("</text>");
  }
  out_->append("</svg>\n");
}

void ReportPage::Finish() {
  bool titled = false;
  for (auto& [title, points] : series_) {
    if (points.size() < 2) continue;
    if (!titled) {
      out_->append("<h1>");
      Word("over_years");
      out_->append("</h1>\n");
      titled = true;
    }
    std::stable_sort(points.begin(), points.end(), [](const Point& a, const Point& b) { return a.year < b.year; });
    Chart(title, points);
  }
  out_->append("</body>\n</html>\n");
}

}  // namespace mingzhang
