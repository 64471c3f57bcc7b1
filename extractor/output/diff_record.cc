#include "extractor/output/diff_record.h"

#include <algorithm>
#include <charconv>
#include <map>

#include <nlohmann/json.hpp>

#include "extractor/base/utf8.h"
#include "extractor/output/extraction_json.h"

namespace mingzhang {
namespace {

using nlohmann::json;

// A key that is missing, null or of another type reads as empty: older extractions stay readable.
const json& At(const json& object, const char* key) {
  static const json kNull;
  if (!object.is_object()) return kNull;
  const auto found = object.find(key);
  return found == object.end() ? kNull : *found;
}

std::string Text(const json& object, const char* key) {
  const json& value = At(object, key);
  return value.is_string() ? value.get<std::string>() : "";
}

int64_t Integer(const json& value) { return value.is_number_integer() ? value.get<int64_t>() : 0; }

std::vector<std::string> Texts(const json& array) {
  std::vector<std::string> texts;
  if (!array.is_array()) return texts;
  for (const json& text : array) {
    if (text.is_string()) texts.push_back(text.get<std::string>());
  }
  return texts;
}

int64_t End(const json& pair, size_t index) {
  return pair.is_array() && pair.size() == 2 ? Integer(pair[index]) : 0;
}

PlaceRecord PlaceFrom(const json& span) {
  PlaceRecord place;
  place.byte_begin = static_cast<uint64_t>(End(At(span, "bytes"), 0));
  place.byte_end = static_cast<uint64_t>(End(At(span, "bytes"), 1));
  place.line = static_cast<uint32_t>(End(At(span, "lines"), 0));
  place.quote = Text(span, "quote");
  return place;
}

std::optional<int> MoneyScale(std::string_view code, const Units& units) {
  for (const Unit& unit : units) {
    if (unit.code == code && unit.kind == QuantityKind::kMoney) return unit.scale;
  }
  return std::nullopt;
}

std::optional<Interval> RangeFrom(const json& ends, int scale) {
  const auto texts = Texts(ends);
  if (texts.size() != 2) return std::nullopt;
  const auto lo = Decimal::Parse(texts[0]), hi = Decimal::Parse(texts[1]);
  if (!lo || !hi) return std::nullopt;
  return Interval{*lo, *hi}.Scaled(scale);
}

void ReadPeriod(const json& object, FactRecord* fact) {
  const json& period = At(object, "period");
  fact->date = Text(period, "date");
  fact->binding = Text(period, "binding");
  if (fact->date.size() >= 4) std::from_chars(fact->date.data(), fact->date.data() + 4, fact->year);
  else fact->year = static_cast<int>(Integer(At(period, "year")));
  const json& basis = At(object, "basis");
  fact->basis_year = static_cast<int>(Integer(At(basis, "year")));
  fact->basis_stage = Text(basis, "stage");
  fact->basis_concept = Text(basis, "concept");
}

void ReadValue(const json& object, const Units& units, FactRecord* fact) {
  fact->value = Text(object, "value");
  fact->unit = Text(At(object, "unit"), "code");
  fact->yuan = Decimal::Parse(Text(object, "yuan"));
  const bool is_word = fact->measure == "text" || fact->measure == "grade";
  if (!is_word) fact->number = Decimal::Parse(fact->value);
  fact->range = RangeFrom(At(object, "interval"), MoneyScale(fact->unit, units).value_or(0));
  if (!fact->range && fact->amount()) fact->range = Interval::Exactly(*fact->amount());
}

// From the class down to the item; the others by name.
void ReadQualifiers(const json& qualifiers, FactRecord* fact) {
  if (!qualifiers.is_object()) return;
  const auto add = [&](const std::string& name, const json& value) {
    if (value.is_string()) fact->qualifiers.emplace_back(name, value.get<std::string>());
  };
  for (const std::string_view name : kFunctionalLevels) add(std::string(name), At(qualifiers, std::string(name).c_str()));
  for (const auto& [name, value] : qualifiers.items()) {
    if (!IsFunctionalLevel(name)) add(name, value);
  }
}

FactRecord FactFrom(const json& object, const Units& units) {
  FactRecord fact;
  fact.id = Text(object, "id");
  fact.concept_id = Text(object, "concept");
  fact.measure = Text(object, "measure");
  fact.stage = Text(object, "stage");
  fact.assertion = Text(object, "assertion");
  fact.section = Text(object, "section");
  fact.rule = Text(object, "rule");
  ReadPeriod(object, &fact);
  ReadValue(object, units, &fact);
  fact.label = Text(At(At(object, "spans"), "label"), "quote");
  ReadQualifiers(At(object, "qualifiers"), &fact);
  const json& spans = At(object, "spans");
  fact.place = PlaceFrom(At(spans, At(spans, "value").is_null() ? "statement" : "value"));
  return fact;
}

FindingRecord FindingFrom(const json& object) {
  FindingRecord finding;
  finding.rule = Text(object, "rule");
  finding.severity = Text(object, "severity");
  finding.message_zh = Text(At(object, "message"), "zh");
  finding.message_en = Text(At(object, "message"), "en");
  finding.fingerprint = Text(object, "fingerprint");
  finding.stated = Text(object, "stated");
  finding.diagnoses = Texts(At(object, "diagnoses"));
  finding.facts = Texts(At(object, "facts"));
  finding.expected = Texts(At(object, "expected"));
  const json& spans = At(object, "spans");
  if (spans.is_array() && !spans.empty()) finding.place = PlaceFrom(spans[0]);
  return finding;
}

SectionRecord SectionFrom(const json& object) {
  SectionRecord section;
  section.id = Text(object, "id");
  section.role = Text(object, "role");
  section.title = Text(object, "title");
  section.state = Text(object, "state");
  section.body = Text(At(object, "body"), "quote");
  section.body_line = PlaceFrom(At(object, "body")).line;
  section.line = PlaceFrom(At(object, "heading")).line;
  return section;
}

class Reader {
 public:
  Reader(const json& root, const Units& units) : root_(root), units_(units) {}

  DocumentRecord Read() {
    ReadSource();
    ReadDocument();
    for (const json& section : Array("sections")) record_.sections.push_back(SectionFrom(section));
    for (const json& fact : Array("facts")) {
      record_.facts.push_back(FactFrom(fact, units_));
      by_id_.emplace(record_.facts.back().id, static_cast<int>(record_.facts.size()) - 1);
    }
    for (const json& comparison : Array("comparisons")) record_.comparisons.push_back(ComparisonFrom(comparison));
    for (const json& finding : Array("findings")) record_.findings.push_back(FindingFrom(finding));
    record_.passed = Texts(At(At(root_, "checks"), "passed"));
    record_.numerals = Integer(At(At(root_, "coverage"), "numerals"));
    record_.unexplained = Integer(At(At(root_, "coverage"), "unexplained"));
    return std::move(record_);
  }

 private:
  const json& Array(const char* key) const {
    static const json kEmpty = json::array();
    const json& array = At(root_, key);
    return array.is_array() ? array : kEmpty;
  }

  void ReadSource() {
    const json& source = At(root_, "source");
    record_.name = Text(source, "name");
    record_.sha256 = Text(source, "sha256");
    record_.encoding = Text(source, "encoding");
    record_.byte_length = static_cast<uint64_t>(Integer(At(source, "byte_length")));
    record_.version = Text(At(root_, "generator"), "version");
    record_.grammar = Text(At(root_, "generator"), "grammar");
  }

  void ReadDocument() {
    const json& document = At(root_, "document");
    record_.kind = Text(document, "kind");
    record_.level = Text(document, "level");
    record_.title = Text(document, "title");
    record_.fiscal_year = static_cast<int>(Integer(At(document, "fiscal_year")));
    const json& organization = At(document, "organization");
    record_.organization = Text(organization, "name");
    record_.short_name = Text(organization, "short_name");
    record_.plaques = Texts(At(organization, "plaques"));
    record_.region = Text(At(document, "region"), "name");
    record_.tier = Text(At(document, "region"), "tier");
  }

  int FactAt(const json& comparison, const char* key) const {
    const auto found = by_id_.find(Text(comparison, key));
    return found == by_id_.end() ? kNoFact : found->second;
  }

  ComparisonRecord ComparisonFrom(const json& object) const {
    ComparisonRecord comparison;
    comparison.subject = FactAt(object, "subject");
    comparison.base = FactAt(object, "base");
    comparison.change = FactAt(object, "change");
    comparison.rate = FactAt(object, "rate");
    comparison.direction = Text(object, "direction");
    comparison.reason = Text(At(object, "reason"), "quote");
    return comparison;
  }

  const json& root_;
  const Units& units_;
  DocumentRecord record_;
  std::map<std::string, int> by_id_;
};

size_t SkipSpace(std::string_view bytes) {
  if (bytes.starts_with("\xEF\xBB\xBF")) return 3;
  return std::min(bytes.find_first_not_of(" \t\r\n"), bytes.size());
}

}  // namespace

bool IsFunctionalLevel(std::string_view qualifier) {
  return std::find(std::begin(kFunctionalLevels), std::end(kFunctionalLevels), qualifier) != std::end(kFunctionalLevels);
}

std::string FunctionalPath(const FactRecord& fact) {
  std::string path;
  for (const auto& [name, value] : fact.qualifiers) {
    if (IsFunctionalLevel(name)) path.append(path.empty() ? "" : " > ").append(value);
  }
  return path;
}

int DocumentRecord::year() const {
  if (fiscal_year != 0) return fiscal_year;
  std::map<int, int> votes;
  for (const FactRecord& fact : facts) {
    if (fact.year != 0) ++votes[fact.year];
  }
  const auto most = std::max_element(votes.begin(), votes.end(),
                                     [](const auto& a, const auto& b) { return a.second < b.second; });
  return most == votes.end() ? 0 : most->first;
}

Result<DocumentRecord> ReadRecord(std::string_view text, const Units& units) {
  const json root = json::parse(text, nullptr, /*allow_exceptions=*/false);
  if (root.is_discarded()) return Error{"is not valid JSON", "", 0, 0, ""};
  if (!At(root, "facts").is_array() || !At(root, "document").is_object()) {
    return Error{"is no extraction", "", 0, 0, "mingzhang extract"};
  }
  return Reader(root, units).Read();
}

DocumentRecord RecordOf(const Document& document, const Grammar& grammar) {
  std::string text;
  WriteJson(document, grammar, JsonOptions{}, &text);
  return std::move(ReadRecord(text, grammar.units())).value();
}

bool LooksLikeExtraction(std::string_view bytes) {
  bytes.remove_prefix(SkipSpace(bytes));
  return bytes.starts_with('{') && bytes.substr(0, 4096).find("\"schema_version\"") != std::string_view::npos;
}

std::string FoldName(std::string_view name) {
  std::string key;
  for (size_t i = 0; i < name.size();) {
    const size_t length = Utf8Length(static_cast<unsigned char>(name[i]));
    const uint32_t c = CodePointAt(name, i);
    if (c == 0xFF08) key.push_back('(');
    else if (c == 0xFF09) key.push_back(')');
    else if (c > ' ' && c != 0x3000 && c != 0xA0) key.append(name, i, length);
    i += length;
  }
  return key;
}

std::string OrganizationKey(const DocumentRecord& document) {
  const std::string name = FoldName(document.organization), region = FoldName(document.region);
  return name.empty() || name.starts_with(region) ? name : region + name;
}

std::string LocalName(const DocumentRecord& document) {
  const std::string key = OrganizationKey(document), region = FoldName(document.region);
  return key.size() > region.size() && key.starts_with(region) ? key.substr(region.size()) : key;
}

}  // namespace mingzhang
