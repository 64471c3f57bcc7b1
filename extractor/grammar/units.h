// The words around numerals: units, prefixes of money and percent, words of approximation, idioms.
//
// All of them come from grammars/units.toml. What the code knows by itself are numeral characters.
#pragma once

#include <cstdint>
#include <deque>
#include <string>
#include <string_view>
#include <vector>

#include "extractor/base/result.h"
#include "extractor/model/quantity.h"
#include "extractor/grammar/grammar_file.h"

namespace mingzhang {

// How a unit may be used; one for each entry of UnitGrammar::units.
struct UnitUse {
  bool before = false;      // the unit precedes the numeral: 百分之, ￥
  bool ordinal = false;     // the numeral counts in a sequence, not a quantity: 二季度
  int8_t min_chinese = 1;   // fewest characters of a Chinese numeral it follows; 0: it follows none
  std::vector<std::string_view> not_before;  // it is not the unit when one of these follows: 名|称
};

enum class AffixPlace : uint8_t { kBefore, kInside, kAfter };

// A word that makes a quantity inexact or a limit: 约, 余 (between numeral and unit), 以上.
struct Affix {
  std::string_view literal;
  AffixPlace place = AffixPlace::kBefore;
  Approximation approximation = Approximation::kAbout;
  bool threshold = false;
  std::vector<std::string_view> not_before;
};

// Movable, not copyable: every view points into `strings`.
struct UnitGrammar {
  UnitGrammar() = default;
  UnitGrammar(UnitGrammar&&) = default;
  UnitGrammar& operator=(UnitGrammar&&) = default;
  UnitGrammar(const UnitGrammar&) = delete;
  UnitGrammar& operator=(const UnitGrammar&) = delete;

  using Words = std::vector<std::string_view>;
  std::deque<std::string> strings;
  Units units;
  std::vector<UnitUse> uses;
  std::vector<Affix> affixes;
  Words idioms;            // no numeral inside them is a quantity
  Words ordinal_prefixes;  // 第
  Words ordinal_stops;     // after an ordinal in Chinese numerals: it names a heading, not an item
  Words negatives;         // 负
  Words vague_prefixes;    // 数, 几: what follows is no number
  Words halves;            // 半
  Words fen;               // 分, where it is money
  Words whole;             // 整, the end of an amount in words
  Words clock_units;       // before 分, where it is a minute
  Words range_joiners;     // between the ends of a range
  Words list_joiners;      // between numerals that share a unit
  Words fraction_marks;    // 分之
  Words fraction_wholes;   // 又, between an integer and its fraction
  Words mixed_marks;       // after a bare Chinese numeral: it is no number
  Words document_marks;    // 号 after a document number
  Words inclusive_marks;   // （含, between a quantity and 以上
  Words day_limits;        // after N日: a duration
};

// Reads `file` (grammars/units.toml). A fault is an error with its place.
Result<UnitGrammar> LoadUnits(const GrammarFile& file);

}  // namespace mingzhang
