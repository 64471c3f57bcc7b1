#include "extractor/base/interval.h"

namespace mingzhang {
namespace {

constexpr int kUsual = 16;  // decimals more than a number was printed with

Decimal HalfUnit(int decimals) { return Decimal(5, decimals + 1); }

bool Before(const Decimal& hi, bool hi_open, const Decimal& lo, bool lo_open) {
  const int order = Decimal::Compare(hi, lo);
  return order < 0 || (order == 0 && (hi_open || lo_open));
}

}  // namespace

Interval Interval::Rounded(const Decimal& value, int decimals) {
  if (value.IsSmall() && value.decimals() <= decimals && decimals < value.decimals() + kUsual) {  // nearly always
    const Int128 units = value.UnitsAt(decimals + 1);
    return {Decimal(units - 5, decimals + 1), Decimal(units + 5, decimals + 1)};
  }
  const Decimal half = HalfUnit(decimals);
  return {*Decimal::Subtract(value, half), *Decimal::Add(value, half)};
}

Interval Interval::Truncated(const Decimal& value, int decimals) {
  const Decimal unit(1, decimals);
  if (value.sign() < 0) return {*Decimal::Subtract(value, unit), value, true, false};
  return {value, *Decimal::Add(value, unit), false, true};
}

Interval Interval::RoundedOrTruncated(const Decimal& value, int decimals) {
  const Decimal half = HalfUnit(decimals), unit(1, decimals);
  if (value.sign() < 0) return {*Decimal::Subtract(value, unit), *Decimal::Add(value, half), true, false};
  return {*Decimal::Subtract(value, half), *Decimal::Add(value, unit), false, true};
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

std::optional<Interval> PercentOf(const Interval& part, const Interval& whole, int decimals) {
  if (whole.lo.sign() * whole.hi.sign() <= 0) return std::nullopt;
  if (whole.hi.sign() < 0) return PercentOf(part.Negated(), whole.Negated(), decimals);
  // A quotient grows with its numerator, and with its denominator towards zero.
  const auto lo = Decimal::DivideDown(part.lo.Scaled(2), part.lo.sign() < 0 ? whole.lo : whole.hi, decimals);
  const auto hi = Decimal::DivideUp(part.hi.Scaled(2), part.hi.sign() < 0 ? whole.hi : whole.lo, decimals);
  if (!lo || !hi) return std::nullopt;
  return Interval{*lo, *hi};
}

}  // namespace mingzhang
