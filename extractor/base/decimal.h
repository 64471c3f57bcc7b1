// Exact decimal numbers: an integer and a count of decimals. No floating point comes near a value.
#pragma once

#include <algorithm>
#include <array>
#include <cstdint>
#include <cstdlib>
#include <optional>
#include <string>
#include <string_view>

namespace mingzhang {

__extension__ typedef __int128 Int128;
__extension__ typedef unsigned __int128 UInt128;

// A decimal number units * 10^-decimals. Keeps printed precision: 6.20 is not the same spelling as
// 6.2, though they compare equal. Holds up to kMaxDigits significant digits; operations whose exact
// result does not fit return nothing rather than a wrong number.
class Decimal {
 public:
  static constexpr int kMaxDigits = 36;

  constexpr Decimal() = default;
  constexpr Decimal(Int128 units, int decimals) : units_(units), decimals_(decimals) {}
  static constexpr Decimal FromInt(int64_t value) { return Decimal(value, 0); }

  // Reads [+-]digits[.digits]; no separators, no exponent.
  static std::optional<Decimal> Parse(std::string_view text);

  Int128 units() const { return units_; }
  int decimals() const { return decimals_; }
  int sign() const { return units_ > 0 ? 1 : units_ < 0 ? -1 : 0; }
  bool is_zero() const { return units_ == 0; }
  bool is_integer() const;

  Decimal Negated() const { return Decimal(-units_, decimals_); }
  Decimal Abs() const { return units_ < 0 ? Negated() : *this; }

  // Exact products and sums; nothing on overflow.
  static std::optional<Decimal> Add(const Decimal& a, const Decimal& b);
  static std::optional<Decimal> Subtract(const Decimal& a, const Decimal& b);
  static std::optional<Decimal> Multiply(const Decimal& a, const Decimal& b);

  // a / b rounded half away from zero to `decimals` decimals; nothing when b is zero or on overflow.
  static std::optional<Decimal> Divide(const Decimal& a, const Decimal& b, int decimals);
  // As Divide, but rounded towards minus (plus) infinity.
  static std::optional<Decimal> DivideDown(const Decimal& a, const Decimal& b, int decimals);
  static std::optional<Decimal> DivideUp(const Decimal& a, const Decimal& b, int decimals);

  // Whether it can be multiplied by a small power of ten in 128 bits, come what may: nearly every number of
  // a budget is that small, and takes no check of overflow.
  bool IsSmall() const { return units_ == static_cast<int64_t>(units_); }
  // The units of a small number at `decimals`, no fewer than it has and at most 18 more.
  Int128 UnitsAt(int decimals) const;

  // This number times 10^power, exactly; power may be negative.
  Decimal Scaled(int power) const { return power <= decimals_ ? Decimal(units_, decimals_ - power) : ScaledUp(power); }
  // Rounded half away from zero to `decimals` decimals.
  Decimal Rounded(int decimals) const;
  // Without trailing zeros after the point.
  Decimal Trimmed() const;

  // -1, 0 or 1 by value; 6.20 equals 6.2.
  static int Compare(const Decimal& a, const Decimal& b);
  friend bool operator==(const Decimal& a, const Decimal& b) { return Compare(a, b) == 0; }
  friend bool operator<(const Decimal& a, const Decimal& b) { return Compare(a, b) < 0; }
  friend bool operator>(const Decimal& a, const Decimal& b) { return Compare(a, b) > 0; }
  friend bool operator<=(const Decimal& a, const Decimal& b) { return Compare(a, b) <= 0; }
  friend bool operator>=(const Decimal& a, const Decimal& b) { return Compare(a, b) >= 0; }

  // Plain notation with all decimals kept: "6.20", "-0.99", "11376591.44".
  std::string ToString() const;
  void AppendTo(std::string* out) const;
  // Writes it to `out`, which has room for kMaxText characters; returns the end.
  char* PrintTo(char* out) const;
  static constexpr int kMaxText = 112;  // a sign, 39 digits, the zeros of a small fraction, a point

 private:
  static constexpr int kSmallPower = 18;
  static constexpr std::array<int64_t, kSmallPower + 1> SmallPowers();
  static bool AreSmall(const Decimal& a, const Decimal& b) {
    return a.IsSmall() && b.IsSmall() && std::abs(a.decimals_ - b.decimals_) <= kSmallPower;
  }

  static std::optional<Decimal> AddLarge(const Decimal& a, const Decimal& b);
  static std::optional<Decimal> MultiplyLarge(const Decimal& a, const Decimal& b);
  Decimal ScaledUp(int power) const;
  static int CompareLarge(const Decimal& a, const Decimal& b);
  char* PrintLarge(char* out) const;

  Int128 units_ = 0;
  int decimals_ = 0;  // never negative
};

constexpr std::array<int64_t, Decimal::kSmallPower + 1> Decimal::SmallPowers() {
  std::array<int64_t, kSmallPower + 1> powers{};
  powers[0] = 1;
  for (size_t i = 1; i < powers.size(); ++i) powers[i] = powers[i - 1] * 10;
  return powers;
}

inline Int128 Decimal::UnitsAt(int decimals) const {
  static constexpr auto kPowers = SmallPowers();
  return Int128{static_cast<int64_t>(units_)} * kPowers[decimals - decimals_];
}

inline std::optional<Decimal> Decimal::Add(const Decimal& a, const Decimal& b) {
  if (!AreSmall(a, b)) return AddLarge(a, b);
  const int decimals = std::max(a.decimals_, b.decimals_);
  return Decimal(a.UnitsAt(decimals) + b.UnitsAt(decimals), decimals);
}

inline std::optional<Decimal> Decimal::Multiply(const Decimal& a, const Decimal& b) {
  const int decimals = a.decimals_ + b.decimals_;
  if (!a.IsSmall() || !b.IsSmall() || decimals > kMaxDigits) return MultiplyLarge(a, b);
  return Decimal(Int128{static_cast<int64_t>(a.units_)} * static_cast<int64_t>(b.units_), decimals);
}

inline int Decimal::Compare(const Decimal& a, const Decimal& b) {
  if (!AreSmall(a, b)) return CompareLarge(a, b);
  const int decimals = std::max(a.decimals_, b.decimals_);
  const Int128 left = a.UnitsAt(decimals), right = b.UnitsAt(decimals);
  return left < right ? -1 : left > right ? 1 : 0;
}

}  // namespace mingzhang
