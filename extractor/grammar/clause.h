// Clause patterns: which words before a figure make it which measure.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "extractor/base/result.h"
#include "extractor/model/model.h"
#include "extractor/grammar/grammar_file.h"

namespace mingzhang {

// What may stand before a figure in its clause; bits of a set.
enum class Slot : uint16_t {
  kBase = 1 << 0,        // an open comparison: 比2023年…
  kDirection = 1 << 1,
  kShare = 1 << 2,
  kCompletion = 1 << 3,
  kUnitCost = 1 << 4,
  kInvolve = 1 << 5,
  kStage = 1 << 6,       // a stage word right before the figure
  kSubject = 1 << 7,     // a concept in this clause
  kCarried = 1 << 8,     // a concept spoken of before
  kFlat = 1 << 9,
  kNone = 1 << 10,
  kGrade = 1 << 11,
};
using SlotSet = uint16_t;
constexpr SlotSet operator|(SlotSet set, Slot slot) { return static_cast<SlotSet>(set | static_cast<uint16_t>(slot)); }
constexpr bool Has(SlotSet set, Slot slot) { return (set & static_cast<uint16_t>(slot)) != 0; }

struct ClauseExample {
  std::string text;
  std::vector<std::string> facts;  // "concept measure value unit"
};

struct Clause {
  std::string id;
  std::string pattern;
  SlotSet slots = 0;                               // all must be there
  QuantityKind value = QuantityKind::kNumber;      // the figure; kNumber: the pattern has none
  Measure measure = Measure::kAmount;
  bool compared = false;                           // the figure is of the period compared with
  bool whole = false;                              // the figure is of the whole of a share
  std::vector<ClauseExample> examples;
  std::vector<std::string> counterexamples;
};

Result<std::vector<Clause>> LoadClauses(const GrammarFile& file);

std::optional<Measure> MeasureFromName(std::string_view name);

}  // namespace mingzhang
