#include "extractor/audit/tolerance.h"

#include <algorithm>
#include <array>

namespace mingzhang {
namespace {

bool IsAmount(const Fact& fact) {
  return fact.measure == Measure::kAmount || fact.measure == Measure::kChange || fact.measure == Measure::kUnitCost;
}

bool IsPercent(const Fact& fact) {
  return fact.measure == Measure::kChangeRate || fact.measure == Measure::kShare ||
         fact.measure == Measure::kCompletionRate;
}

std::optional<int> Compare(const Ratio& a, const Ratio& b) {
  const auto left = Decimal::Multiply(a.numerator, b.denominator);
  const auto right = Decimal::Multiply(b.numerator, a.denominator);
  if (!left || !right) return std::nullopt;
  return Decimal::Compare(*left, *right);
}

// numerator / denominator with a positive denominator; nothing for a missing number or a zero.
std::optional<Ratio> MakeRatio(const std::optional<Decimal>& numerator, const std::optional<Decimal>& denominator) {
  if (!numerator || !denominator || denominator->is_zero()) return std::nullopt;
  if (denominator->sign() < 0) return Ratio{numerator->Negated(), denominator->Negated()};
  return Ratio{*numerator, *denominator};
}

bool OneSign(const Interval& interval) { return interval.lo.sign() * interval.hi.sign() > 0; }

}  // namespace

Precision::Precision(const std::vector<Fact>& facts, const Units& units) : units_(units) {
  int second[kScales] = {};  // the second largest number of decimals in each unit
  for (const Fact& fact : facts) {
    if (!IsMoney(fact) || !IsAmount(fact) || fact.value_range.empty()) continue;
    const int scale = std::clamp(Scale(fact), 0, kScales - 1);
    const int decimals = fact.value.decimals();
    second[scale] = std::max(second[scale], std::min(decimals, decimals_[scale]));
    decimals_[scale] = std::max(decimals_[scale], decimals);
  }
  std::copy(std::begin(second), std::end(second), std::begin(decimals_));
}

bool Precision::IsMoney(const Fact& fact) const {
  return fact.unit >= 0 && units_[fact.unit].kind == QuantityKind::kMoney;
}

int Precision::Scale(const Fact& fact) const { return IsMoney(fact) ? units_[fact.unit].scale : 0; }

int Precision::Decimals(int scale) const { return decimals_[std::clamp(scale, 0, kScales - 1)]; }

Decimal Precision::Value(const Fact& fact) const { return fact.value.Scaled(Scale(fact)); }

Decimal Precision::LastPlace(const Fact& fact) const {
  return Decimal(1, std::max(fact.value.decimals(), Decimals(Scale(fact)))).Scaled(Scale(fact));
}

Decimal Precision::InUnitOf(const Fact& fact, const Decimal& yuan) const { return yuan.Scaled(-Scale(fact)).Trimmed(); }

Interval Precision::AtDecimals(const Fact& fact, int decimals) const {
  if (IsPercent(fact)) return Interval::Rounded(fact.value, fact.value.decimals());
  if (!IsMoney(fact) || fact.value.is_zero() || fact.assertion == Assertion::kDerived) {
    return Interval::Exactly(fact.value);
  }
  return Interval::Rounded(fact.value, decimals);
}

Interval Precision::InUnitOf(const Fact& fact) const {
  return AtDecimals(fact, std::max(fact.value.decimals(), Decimals(Scale(fact))));
}

// A quotient grows with its numerator, and with its denominator towards zero: no corner need be tried.
std::optional<RatioRange> Quotient(const Interval& part, const Interval& whole) {
  if (!OneSign(whole)) return std::nullopt;
  if (whole.lo.sign() < 0) return Quotient(part.Negated(), whole.Negated());
  return RatioRange{{part.lo, part.lo.sign() < 0 ? whole.lo : whole.hi},
                    {part.hi, part.hi.sign() < 0 ? whole.hi : whole.lo}};
}

std::optional<RatioRange> Growth(const Interval& current, const Interval& base) {
  const auto range = Quotient(current, base);
  if (!range) return std::nullopt;
  const auto lo = MakeRatio(Decimal::Subtract(range->lo.numerator, range->lo.denominator), range->lo.denominator);
  const auto hi = MakeRatio(Decimal::Subtract(range->hi.numerator, range->hi.denominator), range->hi.denominator);
  if (!lo || !hi) return std::nullopt;
  return RatioRange{*lo, *hi};
}

std::optional<RatioRange> GrowthByChange(const Interval& current, const Interval& change) {
  const auto base = Interval::Subtract(current, change);
  if (!base || base->lo.sign() <= 0) return std::nullopt;
  return Quotient(change, *base);
}

std::optional<RatioRange> Intersect(const RatioRange& a, const RatioRange& b) {
  const auto lows = Compare(a.lo, b.lo), highs = Compare(a.hi, b.hi);
  if (!lows || !highs) return std::nullopt;
  const RatioRange range{*lows < 0 ? b.lo : a.lo, *highs < 0 ? a.hi : b.hi};
  const auto order = Compare(range.lo, range.hi);
  if (!order || *order > 0) return std::nullopt;
  return range;
}

std::optional<bool> Meets(const RatioRange& range, const Interval& percent) {
  const Decimal hundred = Decimal::FromInt(100);
  const auto reaches = Compare(range.hi, {percent.lo, hundred});
  if (!reaches) return std::nullopt;
  if (*reaches < 0 || (*reaches == 0 && percent.lo_open)) return false;
  const auto starts = Compare(range.lo, {percent.hi, hundred});
  if (!starts) return std::nullopt;
  return *starts < 0 || (*starts == 0 && !percent.hi_open);
}

std::optional<Interval> ToPercent(const RatioRange& range, int decimals) {
  const auto lo = Decimal::Divide(range.lo.numerator.Scaled(2), range.lo.denominator, decimals);
  const auto hi = Decimal::Divide(range.hi.numerator.Scaled(2), range.hi.denominator, decimals);
  if (!lo || !hi) return std::nullopt;
  return Interval{*lo, *hi};
}

std::optional<Decimal> MiddlePercent(const RatioRange& range, int decimals) {
  constexpr int kGuard = 4;
  const auto bounds = ToPercent(range, decimals + kGuard);
  if (!bounds) return std::nullopt;
  const auto twice = Decimal::Add(bounds->lo, bounds->hi);
  if (!twice) return std::nullopt;
  return Decimal::Divide(*twice, Decimal::FromInt(2), decimals);
}

RateVerdict CheckPercent(const RatioRange& range, const Decimal& stated) {
  const auto rounded = Meets(range, Interval::Rounded(stated, stated.decimals()));
  if (!rounded) return RateVerdict::kUnknown;
  if (*rounded) return RateVerdict::kPass;
  const auto truncated = Meets(range, Interval::Truncated(stated, stated.decimals()));
  if (!truncated) return RateVerdict::kUnknown;
  return *truncated ? RateVerdict::kTruncated : RateVerdict::kFail;
}

bool AgreesWith(const RatioRange& range, const Decimal& stated) {
  return Meets(range, Interval::RoundedOrTruncated(stated, stated.decimals())).value_or(false);
}

std::optional<Interval> Sum(const std::vector<Interval>& parts) {
  std::optional<Interval> sum = Interval::Exactly(Decimal());
  for (const Interval& part : parts) {
    sum = Interval::Add(*sum, part);
    if (!sum) break;
  }
  return sum;
}

Interval Magnitude(const Interval& interval) {
  if (interval.lo.sign() >= 0) return interval;
  if (interval.hi.sign() <= 0) return interval.Negated();
  return {Decimal(), std::max(interval.lo.Negated(), interval.hi), false, false};
}

std::optional<bool> DifferenceMeets(const Interval& current, const Interval& base, const Interval& change) {
  const auto difference = Interval::Subtract(current, base);
  if (!difference) return std::nullopt;
  return Interval::Meet(Magnitude(*difference), Magnitude(change));
}

Interval Widened(const Interval& interval, const Decimal& slack) {
  const auto lo = Decimal::Subtract(interval.lo, slack), hi = Decimal::Add(interval.hi, slack);
  return lo && hi ? Interval{*lo, *hi} : interval;
}

}  // namespace mingzhang
