#include "extractor/grammar/units.h"

#include <array>
#include <set>
#include <utility>

#include <fmt/format.h>

#include "extractor/grammar/toml_reader.h"

namespace mingzhang {
namespace {

constexpr std::pair<std::string_view, QuantityKind> kKinds[] = {
    {"money", QuantityKind::kMoney},     {"percent", QuantityKind::kPercent},
    {"percentage_point", QuantityKind::kPercentagePoint},
    {"count", QuantityKind::kCount},     {"score", QuantityKind::kScore},
    {"measure", QuantityKind::kMeasure}, {"code", QuantityKind::kCode},
};

constexpr std::pair<std::string_view, AffixPlace> kPlaces[] = {
    {"before", AffixPlace::kBefore}, {"inside", AffixPlace::kInside}, {"after", AffixPlace::kAfter}};

constexpr std::pair<std::string_view, Approximation> kApproximations[] = {
    {"exact", Approximation::kExact},        {"about", Approximation::kAbout},
    {"more_than", Approximation::kMoreThan}, {"less_than", Approximation::kLessThan},
    {"at_least", Approximation::kAtLeast},   {"at_most", Approximation::kAtMost}};

constexpr std::pair<std::string_view, UnitGrammar::Words UnitGrammar::*> kWordLists[] = {
    {"idioms", &UnitGrammar::idioms},
    {"ordinal_prefixes", &UnitGrammar::ordinal_prefixes},
    {"ordinal_stops", &UnitGrammar::ordinal_stops},
    {"negatives", &UnitGrammar::negatives},
    {"vague_prefixes", &UnitGrammar::vague_prefixes},
    {"halves", &UnitGrammar::halves},
    {"fen", &UnitGrammar::fen},
    {"whole", &UnitGrammar::whole},
    {"clock_units", &UnitGrammar::clock_units},
    {"range_joiners", &UnitGrammar::range_joiners},
    {"list_joiners", &UnitGrammar::list_joiners},
    {"fraction_marks", &UnitGrammar::fraction_marks},
    {"fraction_wholes", &UnitGrammar::fraction_wholes},
    {"mixed_marks", &UnitGrammar::mixed_marks},
    {"document_marks", &UnitGrammar::document_marks},
    {"inclusive_marks", &UnitGrammar::inclusive_marks},
    {"day_limits", &UnitGrammar::day_limits},
};

// Looks up the word at `key` in a closed list; an unknown word is an error naming the known ones.
template <typename Value, size_t N>
Value ReadName(TableReader* reader, std::string_view key, const std::pair<std::string_view, Value> (&names)[N]) {
  const std::string word = reader->Text(key);
  std::string known;
  for (const auto& [name, value] : names) {
    if (name == word) return value;
    known += (known.empty() ? "" : ", ") + std::string(name);
  }
  reader->Fail(key, fmt::format("'{}' is not a {}", word, key), "known: " + known);
  return names[0].second;
}

class Loader {
 public:
  explicit Loader(const toml::table& table) : reader_(table) {}

  Result<UnitGrammar> Load() {
    for (const auto& [key, list] : kWordLists) grammar_.*list = KeepAll(reader_.Words(key));
    for (const toml::table* table : reader_.Tables("unit")) {
      if (Status status = ReadUnit(*table)) return *status;
    }
    for (const toml::table* table : reader_.Tables("affix")) {
      if (Status status = ReadAffix(*table)) return *status;
    }
    if (Status status = reader_.Finish()) return *status;
    return std::move(grammar_);
  }

 private:
  std::string_view Keep(std::string text) { return grammar_.strings.emplace_back(std::move(text)); }

  UnitGrammar::Words KeepAll(std::vector<std::string> texts) {
    UnitGrammar::Words words;
    for (std::string& text : texts) {
      if (!text.empty()) words.push_back(Keep(std::move(text)));
    }
    return words;
  }

  // One table may give several spellings of a unit: literal = "元" or literals = ["元", "圆"].
  UnitGrammar::Words ReadLiterals(TableReader* reader) {
    UnitGrammar::Words literals = KeepAll(reader->Texts("literals"));
    if (reader->Has("literal")) literals.push_back(Keep(reader->Text("literal")));
    if (literals.empty() || literals.back().empty()) reader->Fail("literal", "'literal' is missing or empty");
    return literals;
  }

  Status ReadUnit(const toml::table& table) {
    TableReader reader(table);
    const UnitGrammar::Words literals = ReadLiterals(&reader);
    Unit unit;
    unit.code = Keep(reader.Text("code"));
    unit.kind = ReadName(&reader, "kind", kKinds);
    unit.scale = static_cast<int8_t>(reader.Integer("scale", 0));
    unit.people = reader.Flag("people", false);
    UnitUse use;
    use.before = reader.Flag("before", false);
    use.ordinal = reader.Flag("ordinal", false);
    use.min_chinese = static_cast<int8_t>(reader.Integer("min_chinese", 1));
    use.not_before = KeepAll(reader.Texts("not_before"));
    for (const std::string_view literal : literals) {
      if (!seen_.emplace(literal, use.before).second) {
        reader.Fail("literal", fmt::format("unit '{}' is given twice", literal));
      }
      unit.literal = literal;
      grammar_.units.push_back(unit);
      grammar_.uses.push_back(use);
    }
    return reader.Finish();
  }

  Status ReadAffix(const toml::table& table) {
    TableReader reader(table);
    const UnitGrammar::Words literals = ReadLiterals(&reader);
    Affix affix;
    affix.place = ReadName(&reader, "place", kPlaces);
    affix.approximation = ReadName(&reader, "approximation", kApproximations);
    affix.threshold = reader.Flag("threshold", false);
    affix.not_before = KeepAll(reader.Texts("not_before"));
    for (const std::string_view literal : literals) {
      affix.literal = literal;
      grammar_.affixes.push_back(affix);
    }
    return reader.Finish();
  }

  TableReader reader_;
  UnitGrammar grammar_;
  std::set<std::pair<std::string_view, bool>> seen_;  // literals after (before) their numerals
};

}  // namespace

Result<UnitGrammar> LoadUnits(const GrammarFile& file) {
  const Result<toml::table> table = ParseToml(file);
  if (!table.ok()) return table.error();
  return Loader(*table).Load();
}

}  // namespace mingzhang
