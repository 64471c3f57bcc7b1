// What printed figures allow: the arithmetic of every audit rule, as intervals (DOMAIN C.2).
//
// A printed amount stands for all amounts that print like it, a printed percentage likewise; a rule
// fails only when no choice within the intervals satisfies it. Amounts are in yuan here whatever
// their unit; nothing is divided before it is compared, and no floating point is involved. This is
// the model of XBRL Calculations 1.1 (2023-02-22).
#pragma once

#include <optional>
#include <vector>

#include "extractor/base/decimal.h"
#include "extractor/base/interval.h"
#include "extractor/model/model.h"
#include "extractor/model/quantity.h"

namespace mingzhang {

// The intervals of the facts of one document. Amounts drop trailing zeros in print (50 is 50.00), so
// the precision of a unit is that of the document: the largest number of decimals that at least two
// amounts in that unit have. Zero and counts are exact; percentages are taken as printed.
class Precision {
 public:
  // `units` must outlive this object.
  Precision(const std::vector<Fact>& facts, const Units& units);

  // In yuan for money; in percent or units otherwise.
  Interval Of(const Fact& fact) const { return InUnitOf(fact).Scaled(Scale(fact)); }
  // The same in the unit in which `fact` is printed.
  Interval InUnitOf(const Fact& fact) const;
  // The same, but with only the decimals that were printed.
  Interval AsPrinted(const Fact& fact) const { return AtDecimals(fact, fact.value.decimals()).Scaled(Scale(fact)); }
  // The value itself, in yuan for money.
  Decimal Value(const Fact& fact) const;
  // One unit in the last place of `fact`, in yuan for money.
  Decimal LastPlace(const Fact& fact) const;
  // A value in the unit in which `fact` is printed: yuan back to 万元.
  Decimal InUnitOf(const Fact& fact, const Decimal& yuan) const;

  bool IsMoney(const Fact& fact) const;
  // The unit's power of ten to yuan; 0 when it is not money.
  int Scale(const Fact& fact) const;
  // Decimals of amounts printed in units of 10^scale yuan; 0 when there are none.
  int Decimals(int scale) const;

 private:
  Interval AtDecimals(const Fact& fact, int decimals) const;  // in its unit

  static constexpr int kScales = 16;
  const Units& units_;
  int decimals_[kScales] = {};
};

// A quotient kept as its two numbers; the denominator is positive.
struct Ratio {
  Decimal numerator, denominator;
};
struct RatioRange {
  Ratio lo, hi;
};

// part / whole. Nothing when the whole may be zero or a product does not fit (so for all below).
std::optional<RatioRange> Quotient(const Interval& part, const Interval& whole);
// current / base - 1
std::optional<RatioRange> Growth(const Interval& current, const Interval& base);
// change / (current - change): the rate of change when the base is not stated
std::optional<RatioRange> GrowthByChange(const Interval& current, const Interval& change);
// Nothing when they do not meet.
std::optional<RatioRange> Intersect(const RatioRange& a, const RatioRange& b);
// Whether 100 * ratio can lie in `percent`.
std::optional<bool> Meets(const RatioRange& range, const Interval& percent);
// The bounds of 100 * ratio, each rounded to `decimals` decimals, for people to read; no verdict rests
// on them.
std::optional<Interval> ToPercent(const RatioRange& range, int decimals);
// 100 * ratio in the middle of the range, rounded to `decimals` decimals.
std::optional<Decimal> MiddlePercent(const RatioRange& range, int decimals);

enum class RateVerdict : uint8_t { kPass, kTruncated, kFail, kUnknown };
// Whether a percentage printed as `stated` agrees: rounded, else truncated, else not.
RateVerdict CheckPercent(const RatioRange& range, const Decimal& stated);
// Whether it agrees at all, rounded or truncated.
bool AgreesWith(const RatioRange& range, const Decimal& stated);
inline bool Holds(RateVerdict verdict) { return verdict == RateVerdict::kPass || verdict == RateVerdict::kTruncated; }

// The sum of `parts`; nothing on overflow.
std::optional<Interval> Sum(const std::vector<Interval>& parts);
// Whether |current - base| can equal |change|. Nothing on overflow.
std::optional<bool> DifferenceMeets(const Interval& current, const Interval& base, const Interval& change);
Interval Magnitude(const Interval& interval);
// [lo - slack, hi + slack]
Interval Widened(const Interval& interval, const Decimal& slack);

}  // namespace mingzhang
