// The words of the units grammar, arranged for being looked up in a text.
#pragma once

#include <array>
#include <cstdint>
#include <string_view>
#include <vector>

#include "extractor/base/word_index.h"
#include "extractor/grammar/units.h"

namespace mingzhang {

// Idioms by the numeral characters inside them: 统一 is found from 一.
class IdiomIndex {
 public:
  IdiomIndex() = default;
  explicit IdiomIndex(const std::vector<std::string_view>& idioms);
  // The longest idiom that covers the numeral character at `pos`; empty when none does.
  Range IdiomAt(std::string_view text, size_t pos) const;

 private:
  struct Entry {
    char32_t character;
    std::string_view idiom;
    uint32_t offset;  // of the character in the idiom
  };
  std::vector<Entry> entries_;  // by character
};

struct QuantityWords {
  explicit QuantityWords(UnitGrammar grammar);

  UnitGrammar grammar;
  WordIndex units, prefix_units;  // of all units, by index in grammar.units through the maps below
  std::vector<int16_t> unit_of, prefix_unit_of;
  WordIndex before, inside, after;
  std::vector<int16_t> before_of, inside_of, after_of;
  IdiomIndex idioms;
  WordIndex ordinal_prefixes, ordinal_stops, negatives, vague_prefixes, halves, fen, whole, clock_units,
      range_joiners, list_joiners, fraction_marks, fraction_wholes, mixed_marks, document_marks, inclusive_marks,
      day_limits;

  // The characters that may come after a Chinese numeral of one character, where it is a quantity.
  std::array<uint64_t, 1024> followers{};
  bool MayFollow(char32_t c) const { return c < 0x10000 && (followers[c >> 6] >> (c & 63) & 1); }

  int yuan = WordIndex::kNone;  // the unit of amounts of money that print none: 3亿5000万

  const Unit& unit(int index) const { return grammar.units[index]; }
  const UnitUse& use(int index) const { return grammar.uses[index]; }
};

}  // namespace mingzhang
