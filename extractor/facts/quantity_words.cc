#include "extractor/facts/quantity_words.h"

#include <algorithm>

#include "extractor/facts/numerals.h"

namespace mingzhang {

WordIndex::WordIndex(const std::vector<std::string_view>& words) : words_(words) {
  for (size_t i = 0; i < words.size(); ++i) {
    const uint64_t missing = words[i].size() >= 8 ? 0 : 8 * (8 - words[i].size());
    const uint64_t all = ~uint64_t{0};
    entries_.push_back({words[i], static_cast<int>(i), Head(words[i]), all >> missing, Tail(words[i]), all << missing});
  }
  std::stable_sort(entries_.begin(), entries_.end(),
                   [](const Entry& a, const Entry& b) { return a.word.size() > b.word.size(); });
  for (size_t i = entries_.size(); i-- > 0;) {  // prepending the shortest first leaves chains longest first
    Entry& entry = entries_[i];
    uint16_t& start = starts_[Bucket(entry.word)];
    uint16_t& end = ends_[EndBucket(entry.word)];
    entry.next_start = start;
    entry.next_end = end;
    start = end = static_cast<uint16_t>(i);
  }
}

int WordIndex::LongestBefore(std::string_view text, size_t end) const {
  if (end == 0) return kNone;
  const std::string_view head = text.substr(0, end);
  uint16_t at = ends_[EndBucket(head)];
  if (at == kEnd) return kNone;
  const uint64_t tail = Tail(head);
  for (; at != kEnd; at = entries_[at].next_end) {
    const Entry& entry = entries_[at];
    if ((tail & entry.tail_mask) == entry.tail && head.ends_with(entry.word)) return entry.index;
  }
  return kNone;
}

size_t WordIndex::LengthAt(std::string_view text, size_t pos) const {
  const int index = LongestAt(text, pos);
  return index == kNone ? 0 : words_[index].size();
}

size_t WordIndex::LengthBefore(std::string_view text, size_t end) const {
  const int index = LongestBefore(text, end);
  return index == kNone ? 0 : words_[index].size();
}

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
    if (!text.substr(begin).starts_with(entry->idiom)) continue;
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
