#include "extractor/output/audit_report.h"

#include <fmt/format.h>

#include "extractor/output/finding_place.h"

namespace mingzhang {
namespace {

constexpr std::string_view kBold = "\033[1m", kGreen = "\033[32m", kReset = "\033[0m";

std::string_view ColourOf(Severity severity) {
  switch (severity) {
    case Severity::kError: return "\033[1;31m";
    case Severity::kWarning: return "\033[1;35m";
    case Severity::kNote: break;
  }
  return "\033[1;36m";
}

class AuditReport {
 public:
  AuditReport(const Document& document, const Grammar& grammar, std::string_view name,
              const AuditReportOptions& options, std::string* out)
      : document_(document), grammar_(grammar), name_(name), options_(options), out_(out) {}

  void Write(const SelectedFinding& selected) {
    WriteHead(selected);
    if (!selected.finding->spans.empty()) WriteSource(selected.finding->spans[0]);
    WriteOtherPlaces(*selected.finding);
  }

 private:
  void Coloured(std::string_view colour, std::string_view text) {
    if (options_.colour) out_->append(colour);
    out_->append(text);
    if (options_.colour) out_->append(kReset);
  }

  std::string PlaceText(const Finding& finding, size_t span) const {
    if (span >= finding.spans.size()) return std::string(name_) + ":";
    const Place place = PlaceOf(document_.text, finding.spans[span]);
    return fmt::format("{}:{}:{}:", name_, place.line, place.column);
  }

  void WriteHead(const SelectedFinding& selected) {
    const Finding& finding = *selected.finding;
    const std::string& rule = grammar_.rules()[static_cast<size_t>(finding.rule)].id;
    Coloured(kBold, PlaceText(finding, 0));
    out_->push_back(' ');
    Coloured(ColourOf(finding.severity), fmt::format("{}[{}]:", SeverityName(finding.severity), rule));
    out_->append(" ").append(options_.chinese ? finding.message_zh : finding.message_en);
    if (options_.fingerprints) fmt::format_to(std::back_inserter(*out_), " {}@{}", rule, selected.fingerprint);
    out_->push_back('\n');
  }

  void WriteSource(Range range) {
    const Place place = PlaceOf(document_.text, range);
    const MarkedLine marked = MarkLine(document_.text, range, options_.columns);
    fmt::format_to(std::back_inserter(*out_), "{:>6} | {}\n       | ", place.line, marked.source);
    const size_t indent = marked.marks.find('^');
    out_->append(indent, ' ');
    Coloured(kGreen, std::string_view(marked.marks).substr(indent));
    out_->push_back('\n');
  }

  // Figures of other lines that the finding rests on.
  void WriteOtherPlaces(const Finding& finding) {
    uint32_t last_line = 0;
    for (size_t i = 0; i < finding.spans.size(); ++i) {
      const Place place = PlaceOf(document_.text, finding.spans[i]);
      if (i > 0 && place.line != last_line && place.line != PlaceOf(document_.text, finding.spans[0]).line) {
        fmt::format_to(std::back_inserter(*out_), "       = {}:{}:{}: {}\n", name_, place.line, place.column,
                       OneLine(document_.text.Quote(finding.spans[i])));
      }
      last_line = place.line;
    }
  }

  static std::string OneLine(std::string_view text) {
    std::string line;
    for (const char byte : text) {
      if (static_cast<unsigned char>(byte) >= 0x20) line.push_back(byte);
    }
    return line;
  }

  const Document& document_;
  const Grammar& grammar_;
  const std::string_view name_;
  const AuditReportOptions& options_;
  std::string* const out_;
};

std::string Plural(uint64_t count, std::string_view noun) {
  return fmt::format("{} {}{}", count, noun, count == 1 ? "" : "s");
}

}  // namespace

void WriteAuditReport(const Document& document, const Grammar& grammar, std::string_view name,
                      const std::vector<SelectedFinding>& findings, const AuditReportOptions& options,
                      std::string* out) {
  AuditReport report(document, grammar, name, options, out);
  for (const SelectedFinding& finding : findings) {
    if (finding.state == FindingState::kNew) report.Write(finding);
  }
}

std::string AuditSummary(const FindingCounts& counts, uint64_t documents, uint64_t failed) {
  const auto count = [&](Severity severity) { return counts.by_severity[static_cast<size_t>(severity)]; };
  std::string line = fmt::format("{}, {}, {} in {}", Plural(count(Severity::kError), "error"),
                                 Plural(count(Severity::kWarning), "warning"), Plural(count(Severity::kNote), "note"),
                                 Plural(documents, "document"));
  if (counts.known > 0) line += fmt::format("; {} known from the baseline", counts.known);
  if (counts.suppressed > 0) line += fmt::format("; {} suppressed", counts.suppressed);
  if (failed > 0) line += fmt::format("; {} could not be read", Plural(failed, "document"));
  return line;
}

}  // namespace mingzhang
