#include "extractor/base/interval.h"

#include <algorithm>
#include <array>

namespace mingzhang {
namespace {

Decimal HalfUnit(int decimals) { return Decimal(5, decimals + 1); }

bool Before(const Decimal& hi, bool hi_open, const Decimal& lo, bool lo_open) {
  const int order = Decimal::Compare(hi, lo);
  return order < 0 || (order == 0 && (hi_open || lo_open));
}

// The extreme quotients part/whole as pairs, for a whole of one sign: every corner is a candidate.
struct Quotient {
  Decimal numerator, denominator;
};

std::optional<int> CompareQuotients(const Quotient& a, const Quotient& b) {  // denominators positive
  const auto left = Decimal::Multiply(a.numerator, b.denominator);
  const auto right = Decimal::Multiply(b.numerator, a.denominator);
  if (!left || !right) return std::nullopt;
  return Decimal::Compare(*left, *right);
}

struct QuotientRange {
  Quotient lo, hi;
};

std::optional<QuotientRange> Quotients(Interval part, Interval whole) {
  if (whole.ContainsZero() || whole.lo.is_zero() || whole.hi.is_zero()) return std::nullopt;
  if (whole.hi.sign() < 0) {
    part = part.Negated();
    whole = whole.Negated();
  }
  const std::array<Quotient, 4> corners = {{{part.lo, whole.lo}, {part.lo, whole.hi}, {part.hi, whole.lo}, {part.hi, whole.hi}}};
  QuotientRange range{corners[0], corners[0]};
  for (const Quotient& corner : corners) {
    const auto below = CompareQuotients(corner, range.lo), above = CompareQuotients(corner, range.hi);
    if (!below || !above) return std::nullopt;
    if (*below < 0) range.lo = corner;
    if (*above > 0) range.hi = corner;
  }
  return range;
}

}  // namespace

Interval Interval::Rounded(const Decimal& value, int decimals) {
  const Decimal half = HalfUnit(decimals);
  return {*Decimal::Subtract(value, half), *Decimal::Add(value, half)};
}

Interval Interval::Truncated(const Decimal& value, int decimals) {
  const Decimal unit(1, decimals);
  if (value.sign() < 0) return {*Decimal::Subtract(value, unit), value, true, false};
  return {value, *Decimal::Add(value, unit), false, true};
}

bool Interval::Contains(const Decimal& value) const { return Meet(*this, Exactly(value)); }

std::optional<Interval> Interval::Add(const Interval& a, const Interval& b) {
  const auto lo = Decimal::Add(a.lo, b.lo), hi = Decimal::Add(a.hi, b.hi);
  if (!lo || !hi) return std::nullopt;
  return Interval{*lo, *hi, a.lo_open || b.lo_open, a.hi_open || b.hi_open};
}

std::optional<Interval> Interval::Subtract(const Interval& a, const Interval& b) { return Add(a, b.Negated()); }

bool Interval::Meet(const Interval& a, const Interval& b) {
  return !Before(a.hi, a.hi_open, b.lo, b.lo_open) && !Before(b.hi, b.hi_open, a.lo, a.lo_open);
}

std::optional<bool> RatioMeets(const Interval& part, const Interval& whole, const Interval& percent) {
  const auto range = Quotients(part, whole);
  if (!range) return std::nullopt;
  const Decimal hundred = Decimal::FromInt(100);
  const auto above = CompareQuotients({range->hi.numerator, range->hi.denominator}, {percent.lo, hundred});
  const auto below = CompareQuotients({range->lo.numerator, range->lo.denominator}, {percent.hi, hundred});
  if (!above || !below) return std::nullopt;
  const bool reaches = *above > 0 || (*above == 0 && !percent.lo_open);
  const bool starts = *below < 0 || (*below == 0 && !percent.hi_open);
  return reaches && starts;
}

std::optional<Interval> PercentOf(const Interval& part, const Interval& whole, int decimals) {
  const auto range = Quotients(part, whole);
  if (!range) return std::nullopt;
  const auto lo = Decimal::DivideDown(range->lo.numerator.Scaled(2), range->lo.denominator, decimals);
  const auto hi = Decimal::DivideUp(range->hi.numerator.Scaled(2), range->hi.denominator, decimals);
  if (!lo || !hi) return std::nullopt;
  return Interval{*lo, *hi};
}

}  // namespace mingzhang
