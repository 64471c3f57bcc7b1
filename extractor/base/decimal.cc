#include "extractor/base/decimal.h"

#include <algorithm>
#include <array>
#include <cstring>

#include "extractor/base/digits.h"

namespace mingzhang {
namespace {

constexpr std::array<Int128, Decimal::kMaxDigits + 1> MakePowers() {
  std::array<Int128, Decimal::kMaxDigits + 1> powers{};
  powers[0] = 1;
  for (size_t i = 1; i < powers.size(); ++i) powers[i] = powers[i - 1] * 10;
  return powers;
}

constexpr auto kPowers = MakePowers();

std::optional<Int128> TimesPower(Int128 units, int power) {
  if (units == 0 || power == 0) return units;
  if (power > Decimal::kMaxDigits) return std::nullopt;
  Int128 result;
  if (__builtin_mul_overflow(units, kPowers[power], &result)) return std::nullopt;
  return result;
}

enum class Rounding { kHalfAway, kDown, kUp };

Int128 DivideUnits(Int128 numerator, Int128 denominator, Rounding rounding) {
  if (denominator < 0) {
    numerator = -numerator;
    denominator = -denominator;
  }
  Int128 quotient = numerator / denominator;
  const Int128 remainder = numerator % denominator;
  if (remainder == 0) return quotient;
  const Int128 away = numerator < 0 ? -1 : 1;
  switch (rounding) {
    case Rounding::kHalfAway: {
      const Int128 rest = remainder < 0 ? -remainder : remainder;
      return rest >= denominator - rest ? quotient + away : quotient;
    }
    case Rounding::kDown: return numerator < 0 ? quotient - 1 : quotient;
    case Rounding::kUp: return numerator < 0 ? quotient : quotient + 1;
  }
  return quotient;
}

std::optional<Decimal> DivideRounded(const Decimal& a, const Decimal& b, int decimals, Rounding rounding) {
  if (b.is_zero()) return std::nullopt;
  // (ua / 10^da) / (ub / 10^db) * 10^decimals = ua * 10^(decimals + db - da) / ub
  Int128 numerator = a.units(), denominator = b.units();
  const int power = decimals + b.decimals() - a.decimals();
  const auto scaled = TimesPower(power >= 0 ? numerator : denominator, power >= 0 ? power : -power);
  if (!scaled) return std::nullopt;
  (power >= 0 ? numerator : denominator) = *scaled;
  return Decimal(DivideUnits(numerator, denominator, rounding), decimals);
}

}  // namespace

std::optional<Decimal> Decimal::Parse(std::string_view text) {
  bool negative = false;
  if (!text.empty() && (text[0] == '-' || text[0] == '+')) {
    negative = text[0] == '-';
    text.remove_prefix(1);
  }
  Int128 units = 0;
  int decimals = 0, digits = 0;
  bool point = false, any = false;
  for (const char c : text) {
    if (c == '.' && !point && any) {
      point = true;
      continue;
    }
    if (c < '0' || c > '9') return std::nullopt;
    any = true;
    if (units != 0 || c != '0') ++digits;
    if (digits > kMaxDigits) return std::nullopt;
    units = units * 10 + (c - '0');
    if (point && ++decimals > kMaxDigits) return std::nullopt;
  }
  if (!any || (point && decimals == 0)) return std::nullopt;
  return Decimal(negative ? -units : units, decimals);
}

bool Decimal::is_integer() const { return units_ % kPowers[decimals_] == 0; }

std::optional<Decimal> Decimal::AddLarge(const Decimal& a, const Decimal& b) {
  const int decimals = std::max(a.decimals_, b.decimals_);
  const auto left = TimesPower(a.units_, decimals - a.decimals_);
  const auto right = TimesPower(b.units_, decimals - b.decimals_);
  Int128 sum;
  if (!left || !right || __builtin_add_overflow(*left, *right, &sum)) return std::nullopt;
  return Decimal(sum, decimals);
}

std::optional<Decimal> Decimal::Subtract(const Decimal& a, const Decimal& b) { return Add(a, b.Negated()); }

std::optional<Decimal> Decimal::MultiplyLarge(const Decimal& a, const Decimal& b) {
  Int128 product;
  if (a.decimals_ + b.decimals_ > kMaxDigits || __builtin_mul_overflow(a.units_, b.units_, &product)) return std::nullopt;
  return Decimal(product, a.decimals_ + b.decimals_);
}

std::optional<Decimal> Decimal::Divide(const Decimal& a, const Decimal& b, int decimals) {
  return DivideRounded(a, b, decimals, Rounding::kHalfAway);
}

std::optional<Decimal> Decimal::DivideDown(const Decimal& a, const Decimal& b, int decimals) {
  return DivideRounded(a, b, decimals, Rounding::kDown);
}

std::optional<Decimal> Decimal::DivideUp(const Decimal& a, const Decimal& b, int decimals) {
  return DivideRounded(a, b, decimals, Rounding::kUp);
}

Decimal Decimal::ScaledUp(int power) const {
  return Decimal(units_ * kPowers[std::min(power - decimals_, kMaxDigits)], 0);
}

Decimal Decimal::Rounded(int decimals) const {
  if (decimals >= decimals_) return *this;
  return Decimal(DivideUnits(units_, kPowers[decimals_ - decimals], Rounding::kHalfAway), decimals);
}

Decimal Decimal::Trimmed() const {
  Decimal result = *this;
  if (const auto small = static_cast<int64_t>(units_); small == units_) {  // nearly always: 64-bit division is fast
    int64_t units = small;
    while (result.decimals_ > 0 && units % 10 == 0) units /= 10, --result.decimals_;
    result.units_ = units;
    return result;
  }
  while (result.decimals_ > 0 && result.units_ % 10 == 0) {
    result.units_ /= 10;
    --result.decimals_;
  }
  return result;
}

int Decimal::CompareLarge(const Decimal& a, const Decimal& b) {
  if (a.sign() != b.sign()) return a.sign() < b.sign() ? -1 : 1;
  const int decimals = std::max(a.decimals_, b.decimals_);
  const auto left = TimesPower(a.units_, decimals - a.decimals_);
  const auto right = TimesPower(b.units_, decimals - b.decimals_);
  if (!left) return a.sign();  // only one side can be too large to scale
  if (!right) return -b.sign();
  return *left < *right ? -1 : *left > *right ? 1 : 0;
}

// Most numbers have a few decimals and are no fractions of one: their decimals move up to let the point in.
char* Decimal::PrintTo(char* out) const {
  constexpr int kFew = 8;
  if (!IsSmall() || decimals_ > kFew) return PrintLarge(out);
  const auto units = static_cast<int64_t>(units_);
  const uint64_t magnitude = units < 0 ? -static_cast<uint64_t>(units) : static_cast<uint64_t>(units);
  if (magnitude < static_cast<uint64_t>(kPowers[decimals_])) return PrintLarge(out);
  if (units < 0) *out++ = '-';
  char* const end = PutInteger(magnitude, out);
  if (decimals_ == 0) return end;
  char* const point = end - decimals_;
  uint64_t decimals;
  static_assert(sizeof decimals == kFew);
  std::memcpy(&decimals, point, sizeof decimals);
  std::memcpy(point + 1, &decimals, sizeof decimals);
  *point = '.';
  return end + 1;
}

// From the last digit to the first; at least one stands before the point.
char* Decimal::PrintLarge(char* out) const {
  char buffer[kMaxText];
  char* const end = buffer + kMaxText;
  char* begin = end;
  int digits = 0;
  const auto put = [&](int digit) {
    *--begin = static_cast<char>('0' + digit);
    if (++digits == decimals_) *--begin = '.';
  };
  auto magnitude = units_ < 0 ? -static_cast<UInt128>(units_) : static_cast<UInt128>(units_);
  for (; magnitude > UINT64_MAX; magnitude /= 10) put(static_cast<int>(magnitude % 10));
  for (auto rest = static_cast<uint64_t>(magnitude); rest != 0 || digits <= decimals_; rest /= 10) put(static_cast<int>(rest % 10));
  if (units_ < 0) *--begin = '-';
  return std::copy(begin, end, out);
}

void Decimal::AppendTo(std::string* out) const {
  char buffer[kMaxText];
  out->append(buffer, PrintTo(buffer));
}

std::string Decimal::ToString() const {
  std::string text;
  AppendTo(&text);
  return text;
}

}  // namespace mingzhang
