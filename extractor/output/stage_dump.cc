#include "extractor/output/stage_dump.h"

#include <algorithm>
#include <array>

#include <fmt/format.h>

#include "extractor/output/extraction_json.h"
#include "extractor/output/quantity_json.h"

namespace mingzhang {
namespace {

template <typename... Args>
void Print(std::string* out, fmt::format_string<Args...> format, Args&&... args) {
  fmt::format_to(std::back_inserter(*out), format, std::forward<Args>(args)...);
}

// Line ends as ⏎, so that one thing stays on one line.
std::string OneLine(std::string_view text) {
  std::string line;
  for (const char byte : text) {
    if (byte == '\n') line.append("\xE2\x8F\x8E");
    else if (byte != '\r' && byte != '\f') line.push_back(byte);
  }
  return line;
}

std::string_view LineKindName(LineKind kind) {
  static constexpr std::array<std::string_view, 6> kNames = {"prose",       "table",        "contents",
                                                             "page_number", "running_head", "title"};
  return kNames[static_cast<size_t>(kind)];
}

std::string_view WordKindName(WordKind kind) {
  static constexpr std::array<std::string_view, 23> kNames = {
      "concept", "compare", "compare_prior", "direction", "flat",  "share",    "completion", "unit_cost",
      "among",   "split",   "involve",       "reason",    "purpose", "definition", "none",   "anaphor",
      "stage",   "period",  "year_end",      "grade",     "grade_head", "functional", "level"};
  const auto index = static_cast<size_t>(kind);
  return index < kNames.size() ? kNames[index] : "filler";
}

std::string PeriodText(const Period& period) {
  if (period.year == 0) return "-";
  if (!period.is_date()) return std::to_string(period.year);
  return fmt::format("{:04}-{:02}-{:02}", period.year, period.month, period.day);
}

std::string BasisText(const Basis& basis, const Grammar& grammar) {
  if (basis.none()) return "";
  if (basis.concept_id != kNoConcept) return " of " + grammar.concepts()[static_cast<size_t>(basis.concept_id)].id;
  return fmt::format(" against {}/{}", basis.year, StageName(basis.stage));
}

std::string ValueText(const Fact& fact, const Grammar& grammar) {
  if (fact.measure == Measure::kText || fact.measure == Measure::kGrade) return OneLine(fact.text);
  const std::string value = fact.value.ToString();
  return fact.unit < 0 ? value : fmt::format("{} {}", value, grammar.units()[static_cast<size_t>(fact.unit)].code);
}

Range PlaceOf(const Fact& fact) { return fact.value_range.empty() ? fact.statement : fact.value_range; }

void DumpSection(const Document& document, const Section& section, std::string* out) {
  const SourceSpan heading = document.text.Source(section.heading);
  Print(out, "{:{}}{} line {} {}{}", "", 2 * section.level, section.id, heading.line_begin, section.number,
        section.title);
  if (!section.role.empty()) Print(out, " [{}]", section.role);
  if (section.state != SectionState::kOk) Print(out, " {}", SectionStateName(section.state));
  if (!section.body.empty()) {
    const SourceSpan body = document.text.Source(section.body);
    Print(out, " body {}-{}", body.line_begin, body.line_end);
  }
  out->push_back('\n');
}

void DumpFinding(const Document& document, const Grammar& grammar, const Finding& finding, std::string* out) {
  Print(out, "{} {}", SeverityName(finding.severity), grammar.rules()[static_cast<size_t>(finding.rule)].id);
  if (!finding.spans.empty()) Print(out, " line {}", document.text.Source(finding.spans[0]).line_begin);
  for (const Index fact : finding.facts) Print(out, " {}", FactId(fact));
  Print(out, ": {} | {}", finding.message_zh, finding.message_en);
  for (const std::string& diagnosis : finding.diagnoses) Print(out, " {}", diagnosis);
  out->push_back('\n');
}

void DumpCoverage(const Document& document, std::string* out) {
  const Coverage& coverage = document.extraction.coverage;
  Print(out, "numerals {}:", coverage.total());
  for (int i = 0; i < kNumeralClasses; ++i) {
    if (coverage.count[i] > 0) Print(out, " {} {}", NumeralClassName(static_cast<NumeralClass>(i)), coverage.count[i]);
  }
  out->push_back('\n');
  for (const Range range : coverage.unexplained) {
    Print(out, "unexplained line {} {}\n", document.text.Source(range).line_begin, OneLine(document.text.Quote(range)));
  }
}

}  // namespace

void DumpDecoded(const DocumentText& text, uint64_t byte_length, std::string* out) {
  const auto lines = std::count(text.decoded.begin(), text.decoded.end(), '\n');
  Print(out, "encoding {}, {} bytes, {} characters, {} line ends\n", EncodingName(text.encoding), byte_length,
        text.source.char_length(), lines);
  out->append(text.decoded);
  if (!text.decoded.ends_with('\n')) out->push_back('\n');
}

void DumpLines(const DocumentText& text, std::string* out) {
  for (const LogicalLine& line : text.lines) {
    const SourceSpan place = text.Source(line.range);
    Print(out, "{}-{} {}{}{}: {}\n", place.line_begin, place.line_end, LineKindName(line.kind),
          line.note_after_table ? " note" : "", line.detached ? " detached" : "", OneLine(text.Logical(line.range)));
  }
}

void DumpSections(const Document& document, std::string* out) {
  for (const Section& section : document.extraction.sections) DumpSection(document, section, out);
}

void DumpQuantities(const DocumentText& text, const std::vector<Quantity>& quantities, const Units& units,
                    std::string* out) {
  for (const Quantity& quantity : quantities) {
    const SourceSpan place = text.Source(quantity.text);
    Print(out, "{}-{} line {} {} {}", place.byte_begin, place.byte_end, place.line_begin,
          QuantityKindName(quantity.kind), QuantityValue(quantity));
    if (quantity.high) Print(out, "..{}", quantity.high->ToString());
    if (quantity.unit_index >= 0) Print(out, " {}", units[static_cast<size_t>(quantity.unit_index)].code);
    if (quantity.approximation != Approximation::kExact) Print(out, " {}", ApproximationName(quantity.approximation));
    Print(out, " \"{}\"\n", OneLine(text.Quote(quantity.text)));
  }
}

void DumpTokens(const DocumentText& text, const std::vector<Token>& tokens, const Grammar& grammar, std::string* out) {
  for (const Token& token : tokens) {
    const std::string_view printed = text.Logical(token.range);
    if (token.quantity != nullptr) {
      Print(out, "<{} {}> ", QuantityKindName(token.quantity->kind), printed);
    } else if (token.word != nullptr && token.word->concept_id != kNoConcept) {
      Print(out, "{{{} {}}} ", grammar.concepts()[static_cast<size_t>(token.word->concept_id)].id, printed);
    } else if (token.word != nullptr) {
      Print(out, "[{} {}] ", WordKindName(token.word->kind), printed);
    } else {
      Print(out, "{} ", printed);
    }
  }
  if (!tokens.empty()) out->back() = '\n';
}

void DumpFacts(const Document& document, const Grammar& grammar, std::string* out) {
  for (size_t i = 0; i < document.extraction.facts.size(); ++i) {
    const Fact& fact = document.extraction.facts[i];
    Print(out, "{}", FactId(static_cast<Index>(i)));
    if (!PlaceOf(fact).empty()) Print(out, " line {}", document.text.Source(PlaceOf(fact)).line_begin);
    Print(out, " {}[{}] {} {} = {}{}", grammar.concepts()[static_cast<size_t>(fact.concept_id)].id,
          MeasureName(fact.measure), PeriodText(fact.period), fact.stage == Stage::kNone ? "-" : StageName(fact.stage),
          ValueText(fact, grammar), BasisText(fact.basis, grammar));
    if (fact.assertion != Assertion::kStated) Print(out, " {}", AssertionName(fact.assertion));
    for (const auto& [name, value] : fact.qualifiers) Print(out, " {}={}", name, value);
    if (fact.scope != FiscalScope::kNone) Print(out, " scope={}", FiscalScopeName(fact.scope));
    if (fact.rule >= 0) Print(out, " by {}", grammar.clauses()[static_cast<size_t>(fact.rule)].id);
    out->push_back('\n');
  }
}

void DumpAudit(const Document& document, const Grammar& grammar, std::string* out) {
  const Extraction& extraction = document.extraction;
  for (const Finding& finding : extraction.findings) DumpFinding(document, grammar, finding, out);
  for (const auto& [rule, fact] : extraction.checks.passed) {
    Print(out, "passed {} {}\n", grammar.rules()[static_cast<size_t>(rule)].id, fact == kNone ? "" : FactId(fact));
  }
  for (const auto& [rule, reason] : extraction.checks.not_evaluable) {
    Print(out, "not evaluable {}: {}\n", grammar.rules()[static_cast<size_t>(rule)].id, reason);
  }
  DumpCoverage(document, out);
}

}  // namespace mingzhang
