// Changes as a page: one table for each pair of documents.
#include <algorithm>

#include "extractor/output/diff_text.h"
#include "extractor/output/html_escape.h"

namespace mingzhang {
namespace {

constexpr std::string_view kHead = R"(<!DOCTYPE html>
<html>
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'">
<style>
body { font: 15px/1.5 system-ui, "Noto Sans CJK SC", "Noto Sans SC", sans-serif; margin: 2em auto; max-width: 70em; }
table { border-collapse: collapse; width: 100%; margin: 0 0 2em; }
th, td { padding: .25em .6em; border-bottom: 1px solid #ddd; text-align: left; vertical-align: top; }
th.n, td.n { text-align: right; font-variant-numeric: tabular-nums; white-space: nowrap; }
td:first-child { white-space: nowrap; }
td:nth-child(2) { min-width: 18em; }
tr.restatement td:first-child, tr.error td:first-child { color: #a40000; font-weight: 600; }
td.up { color: #0a6b2d; } td.down { color: #a40000; }
@media (prefers-color-scheme: dark) { body { background: #16181c; color: #ddd; } td { border-color: #333; }
  td.up { color: #6fcf97; } td.down { color: #ff8a80; } }
</style>
</head>
<body>
)";

void Cell(std::string_view text, std::string_view style, std::string* out) {
  out->append(style.empty() ? "<td>" : "<td class=\"").append(style).append(style.empty() ? "" : "\">");
  AppendHtml(text, out);
  out->append("</td>");
}

void FigureRow(const Change& change, const DiffContext& context, const ReportWords& words, std::string* out) {
  const ChangeRow row = RowOf(change, context, words);
  const int sign = change.difference ? change.difference->sign() : 0;
  const std::string_view style = sign > 0 ? "n up" : sign < 0 ? "n down" : "n";
  Cell(row.label, "", out);
  Cell(row.before, "n", out);
  Cell(row.after, "n", out);
  Cell(row.difference, style, out);
  Cell(row.rate, style, out);
  Cell(row.lines, "n", out);
}

void WideCell(std::string_view text, int columns, std::string* out) {
  out->append("<td colspan=\"").append(std::to_string(columns)).append("\">");
  AppendHtml(text, out);
  out->append("</td>");
}

void FindingRow(const Change& change, const ReportWords& words, std::string* out) {
  const FindingRecord& finding = *change.finding;
  Cell(std::string(words(change.name)) + " " + finding.rule, "", out);
  WideCell(words.chinese() ? finding.message_zh : finding.message_en, 4, out);
  Cell(FindingLines(change), "n", out);
}

void TextRow(const Change& change, const ReportWords& words, std::string* out) {
  if (change.finding) return FindingRow(change, words, out);
  const ChangeTexts texts = TextsOf(change, words);
  Cell(texts.name, "", out);
  const std::string reason = change.reason.empty() ? "" : " (" + change.reason + ")";
  WideCell(texts.before + " \xE2\x86\x92 " + texts.after + reason, 5, out);
}

void ReadingRow(const Change& change, const ReportWords& words, std::string* out) {
  Cell(std::string(words("at")) + std::to_string(change.new_side->place.line), "", out);
  WideCell(change.old_side->reading + " \xE2\x86\x92 " + change.new_side->reading, 5, out);
}

}  // namespace

void BeginDiffPage(const ReportWords& words, std::string* out) {
  out->append(kHead).append("<title>").append(Html(words("title"))).append("</title>\n");
}

void WriteDiffTable(const std::vector<Change>& changes, const DiffContext& context, const ReportWords& words,
                    std::string* out) {
  if (changes.empty()) return;
  out->append("<h2>").append(Html(PairTitle(context, words))).append("</h2>\n<table>\n<tr>");
  for (const char* key : {"kind", "figure"}) out->append("<th>").append(Html(words(key))).append("</th>");
  for (const char* key : {"old", "new", "difference", "rate", "lines"}) {
    out->append("<th class=\"n\">").append(Html(words(key))).append("</th>");
  }
  out->append("</tr>\n");
  for (const ChangeKind kind : {ChangeKind::kDocument, ChangeKind::kSection, ChangeKind::kRestatement,
                                ChangeKind::kLevel, ChangeKind::kAdded, ChangeKind::kRemoved, ChangeKind::kReread,
                                ChangeKind::kFinding}) {
    for (const Change* change : OfKind(changes, kind)) {
      out->append("<tr class=\"").append(change->finding ? Html(change->finding->severity) : ChangeKindName(kind));
      out->append("\">");
      Cell(words(ChangeKindName(kind)), "", out);
      if (kind == ChangeKind::kReread) ReadingRow(*change, words, out);
      else if (change->old_side || change->new_side) FigureRow(*change, context, words, out);
      else TextRow(*change, words, out);
      out->append("</tr>\n");
    }
  }
  out->append("</table>\n");
}

void EndDiffPage(std::string* out) { out->append("</body>\n</html>\n"); }

}  // namespace mingzhang
