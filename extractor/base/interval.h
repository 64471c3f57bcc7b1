// What a printed number stands for: every value that would print as it does (DOMAIN C.2).
#pragma once

#include <optional>

#include "extractor/base/decimal.h"

namespace mingzhang {

// [lo, hi], each end open or closed.
struct Interval {
  Decimal lo;
  Decimal hi;
  bool lo_open = false;
  bool hi_open = false;

  static Interval Exactly(const Decimal& value) { return {value, value}; }
  // The values that round to `value` at `decimals` decimals: value +- half a unit, closed.
  static Interval Rounded(const Decimal& value, int decimals);
  // The values that truncate to `value`: [value, value + unit) away from zero.
  static Interval Truncated(const Decimal& value, int decimals);
  // Both in one: half a unit towards zero, a unit away from it.
  static Interval RoundedOrTruncated(const Decimal& value, int decimals);

  Interval Negated() const { return {hi.Negated(), lo.Negated(), hi_open, lo_open}; }
  Interval Scaled(int power) const { return {lo.Scaled(power), hi.Scaled(power), lo_open, hi_open}; }
  bool Contains(const Decimal& value) const;
  bool ContainsZero() const { return Contains(Decimal()); }

  // Nothing when the exact result does not fit.
  static std::optional<Interval> Add(const Interval& a, const Interval& b);
  static std::optional<Interval> Subtract(const Interval& a, const Interval& b);
  // True when some value lies in both.
  static bool Meet(const Interval& a, const Interval& b);
};

// The bounds of 100 * part / whole, rounded outwards to `decimals` decimals, for people to read. Nothing
// when `whole` may be zero or on overflow.
std::optional<Interval> PercentOf(const Interval& part, const Interval& whole, int decimals);

}  // namespace mingzhang
