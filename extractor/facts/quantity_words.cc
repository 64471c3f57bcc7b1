#include "extractor/facts/quantity_words.h"

#include <algorithm>

#include "extractor/facts/numerals.h"
#include "extractor/base/find.h"

namespace mingzhang {

IdiomIndex::IdiomIndex(const std::vector<std::string_view>& idioms) {
  for (const std::string_view idiom : idioms) {
    for (uint32_t pos = 0; pos < idiom.size();) {
      const char32_t c = CharAt(idiom, pos);
      if (IsNumeralStart(c)) entries_.push_back({c, idiom, pos});
      pos += c < 0x80 ? 1 : 3;
    }
  }
  std::stable_sort(entries_.begin(), entries_.end(), [](const Entry& a, const Entry& b) {
    return a.character != b.character ? a.character < b.character : a.idiom.size() > b.idiom.size();
  });
}

Range IdiomIndex::IdiomAt(std::string_view text, size_t pos) const {
  const char32_t c = CharAt(text, pos);
  auto entry = std::lower_bound(entries_.begin(), entries_.end(), c,
                                [](const Entry& e, char32_t character) { return e.character < character; });
  for (; entry != entries_.end() && entry->character == c; ++entry) {
    if (entry->offset > pos) continue;
    const size_t begin = pos - entry->offset;
    if (!StartsWith(text.substr(begin), entry->idiom)) continue;
    return {static_cast<uint32_t>(begin), static_cast<uint32_t>(begin + entry->idiom.size())};
  }
  return {};
}

namespace {

// The literals of the units that stand before (after) their numeral, and which units they are.
WordIndex IndexUnits(const UnitGrammar& grammar, bool before, std::vector<int16_t>* unit_of) {
  std::vector<std::string_view> literals;
  for (size_t i = 0; i < grammar.units.size(); ++i) {
    if (grammar.uses[i].before != before) continue;
    literals.push_back(grammar.units[i].literal);
    unit_of->push_back(static_cast<int16_t>(i));
  }
  return WordIndex(literals);
}

int FindYuan(const UnitGrammar& grammar) {
  for (size_t i = 0; i < grammar.units.size(); ++i) {
    const Unit& unit = grammar.units[i];
    if (unit.code == "CNY" && unit.scale == 0 && !grammar.uses[i].before) return static_cast<int>(i);
  }
  return WordIndex::kNone;
}

WordIndex IndexAffixes(const UnitGrammar& grammar, AffixPlace place, std::vector<int16_t>* affix_of) {
  std::vector<std::string_view> literals;
  for (size_t i = 0; i < grammar.affixes.size(); ++i) {
    if (grammar.affixes[i].place != place) continue;
    literals.push_back(grammar.affixes[i].literal);
    affix_of->push_back(static_cast<int16_t>(i));
  }
  return WordIndex(literals);
}

void MarkFirst(const UnitGrammar::Words& words, std::array<uint64_t, 1024>* set) {
  for (const std::string_view word : words) {
    const char32_t c = CharAt(word, 0);
    (*set)[c >> 6] |= uint64_t{1} << (c & 63);
  }
}

std::array<uint64_t, 1024> Followers(const UnitGrammar& grammar) {
  std::array<uint64_t, 1024> set{};
  MarkFirst({"年", "月", "日", " "}, &set);
  for (const Unit& unit : grammar.units) MarkFirst({unit.literal}, &set);
  for (const Affix& affix : grammar.affixes) MarkFirst({affix.literal}, &set);
  MarkFirst(grammar.fraction_marks, &set);
  MarkFirst(grammar.fraction_wholes, &set);
  MarkFirst(grammar.range_joiners, &set);
  return set;
}

}  // namespace

QuantityWords::QuantityWords(UnitGrammar given) : grammar(std::move(given)) {
  units = IndexUnits(grammar, false, &unit_of);
  prefix_units = IndexUnits(grammar, true, &prefix_unit_of);
  before = IndexAffixes(grammar, AffixPlace::kBefore, &before_of);
  inside = IndexAffixes(grammar, AffixPlace::kInside, &inside_of);
  after = IndexAffixes(grammar, AffixPlace::kAfter, &after_of);
  yuan = FindYuan(grammar);
  followers = Followers(grammar);
  idioms = IdiomIndex(grammar.idioms);
  ordinal_prefixes = WordIndex(grammar.ordinal_prefixes);
  ordinal_stops = WordIndex(grammar.ordinal_stops);
  negatives = WordIndex(grammar.negatives);
  vague_prefixes = WordIndex(grammar.vague_prefixes);
  halves = WordIndex(grammar.halves);
  fen = WordIndex(grammar.fen);
  whole = WordIndex(grammar.whole);
  clock_units = WordIndex(grammar.clock_units);
  range_joiners = WordIndex(grammar.range_joiners);
  list_joiners = WordIndex(grammar.list_joiners);
  fraction_marks = WordIndex(grammar.fraction_marks);
  fraction_wholes = WordIndex(grammar.fraction_wholes);
  mixed_marks = WordIndex(grammar.mixed_marks);
  document_marks = WordIndex(grammar.document_marks);
  inclusive_marks = WordIndex(grammar.inclusive_marks);
  day_limits = WordIndex(grammar.day_limits);
}

}  // namespace mingzhang
