#include "extractor/output/fact_json.h"

#include <array>

#include "extractor/base/digits.h"
#include "extractor/output/extraction_json.h"

namespace mingzhang {
namespace {

using Layout = JsonWriter::Layout;

bool IsWord(const Fact& fact) { return fact.measure == Measure::kText || fact.measure == Measure::kGrade; }

// A statement such as 无 or 持平 is the evidence itself; a figure has a numeral to point at.
bool RestsOnStatement(const Fact& fact) {
  return fact.assertion == Assertion::kNegative || fact.assertion == Assertion::kQualitative ||
         fact.value_range.empty();
}

// "2024-06-30"
std::string DateOf(const Period& period) {
  std::array<char, 3 * kMaxDigits64 + 2> date;
  char* out = PutPadded(static_cast<uint64_t>(period.year), 4, date.data());
  *out++ = '-';
  out = PutPadded(static_cast<uint64_t>(period.month), 2, out);
  *out++ = '-';
  out = PutPadded(static_cast<uint64_t>(period.day), 2, out);
  return {date.data(), out};
}

void WritePeriod(const Period& period, JsonWriter* json) {
  json->Key("period");
  if (period.year == 0) return json->Null();
  json->BeginObject(Layout::kFlow);
  if (period.is_date()) {
    json->WordMember("date", DateOf(period));
  } else {
    json->Member("year", period.year);
  }
  json->WordMember("binding", BindingName(period.binding));
  json->EndObject();
}

void WriteBasis(const Basis& basis, const Grammar& grammar, JsonWriter* json) {
  json->Key("basis");
  if (basis.none()) return json->Null();
  json->BeginObject(Layout::kFlow);
  if (basis.concept_id != kNoConcept) {
    json->WordMember("concept", grammar.concepts()[basis.concept_id].id);
  } else {
    json->Member("year", basis.year);
    if (basis.stage != Stage::kNone) json->WordMember("stage", StageName(basis.stage));
  }
  json->EndObject();
}

void WriteUnit(const Fact& fact, const Grammar& grammar, JsonWriter* json) {
  json->Key("unit");
  if (fact.unit < 0) return json->Null();
  const Unit& unit = grammar.units()[fact.unit];
  json->BeginObject(Layout::kFlow);
  json->WordMember("code", unit.code);
  json->TextMember("literal", unit.literal);
  json->EndObject();
}

void WriteValue(const Fact& fact, JsonWriter* json) {
  json->Key("value");
  if (IsWord(fact)) json->Text(fact.text);
  else json->Number(fact.value);
}

void WriteYuan(const Fact& fact, JsonWriter* json) {
  json->Key("yuan");
  if (fact.yuan) json->Number(fact.yuan->Trimmed());
  else json->Null();
}

void WriteInterval(const Fact& fact, const Precision& precision, JsonWriter* json) {
  json->Key("interval");
  const std::optional<Interval> interval = PrintedInterval(fact, precision);
  if (!interval) return json->Null();
  json->BeginArray(Layout::kFlow);
  json->Number(interval->lo);
  json->Number(interval->hi);
  json->EndArray();
}

void WriteQualifiers(const Fact& fact, JsonWriter* json) {
  json->Key("qualifiers");
  json->BeginObject(Layout::kFlow);
  for (const auto& [name, value] : fact.qualifiers) json->TextMember(name, value);
  if (fact.scope != FiscalScope::kNone) json->TextMember("scope", FiscalScopeName(fact.scope));
  json->EndObject();
}

template <typename Name>
void SpanMember(const DocumentText& text, const Name& key, Range range, JsonWriter* json) {
  if (range.empty()) return;
  json->Key(key);
  WriteSpan(text, range, json);
}

void WriteSpans(const Fact& fact, const DocumentText& text, bool all_spans, JsonWriter* json) {
  json->Key("spans");
  json->BeginObject();
  const bool statement_first = RestsOnStatement(fact);
  if (statement_first) SpanMember(text, "statement", fact.statement, json);
  else SpanMember(text, "value", fact.value_range, json);
  SpanMember(text, "label", fact.label_range, json);
  if (all_spans) {
    SpanMember(text, "unit", fact.unit_range, json);
    SpanMember(text, "period", fact.period_range, json);
    if (!statement_first) SpanMember(text, "statement", fact.statement, json);
  }
  json->EndObject();
}

}  // namespace

std::optional<Interval> PrintedInterval(const Fact& fact, const Precision& precision) {
  if (IsWord(fact)) return std::nullopt;
  Interval interval = precision.InUnitOf(fact);
  interval.lo = interval.lo.Trimmed();
  interval.hi = interval.hi.Trimmed();
  return interval;
}

void WriteFact(const FactContext& context, Index index, JsonWriter* json) {
  const auto& [document, grammar, precision, all_spans] = context;
  const Fact& fact = document.extraction.facts[index];
  json->BeginObject();
  json->Key("id");
  WriteFactId(index, json);
  json->WordMember("concept", grammar.concepts()[fact.concept_id].id);
  json->WordMember("measure", MeasureName(fact.measure));
  WritePeriod(fact.period, json);
  json->WordOrNull("stage", StageName(fact.stage));
  WriteBasis(fact.basis, grammar, json);
  WriteValue(fact, json);
  WriteUnit(fact, grammar, json);
  WriteYuan(fact, json);
  WriteInterval(fact, precision, json);
  json->WordMember("assertion", AssertionName(fact.assertion));
  WriteQualifiers(fact, json);
  json->WordOrNull("section", fact.section == kNone ? "" : document.extraction.sections[fact.section].id);
  json->WordOrNull("rule", fact.rule < 0 ? "" : grammar.clauses()[fact.rule].id);
  WriteSpans(fact, document.text, all_spans, json);
  json->EndObject();
}

}  // namespace mingzhang
