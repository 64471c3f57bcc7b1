// Prints integers, short ones fast.
#pragma once

#include <array>
#include <bit>
#include <cstdint>
#include <cstring>

namespace mingzhang {

inline constexpr size_t kMaxDigits64 = 20;  // of a number of 64 bits

// "00" to "99", one after the other.
inline constexpr std::array<char, 200> kDigitPairs = [] {
  std::array<char, 200> pairs{};
  for (size_t i = 0; i < 100; ++i) {
    pairs[2 * i] = static_cast<char>('0' + i / 10);
    pairs[2 * i + 1] = static_cast<char>('0' + i % 10);
  }
  return pairs;
}();

// The four digits of a number below 10000, in the order of memory.
inline uint32_t FourDigits(uint32_t value) {
  static_assert(std::endian::native == std::endian::little, "the first digit is the lowest byte");
  uint16_t high, low;
  std::memcpy(&high, &kDigitPairs[2 * (value / 100)], sizeof high);
  std::memcpy(&low, &kDigitPairs[2 * (value % 100)], sizeof low);
  return uint32_t{low} << 16 | high;
}

// Writes `value` to `out`, where there is room for kMaxDigits64 characters; returns the end.
inline char* PutInteger(uint64_t value, char* out) {
  constexpr uint64_t kFour = 10000;
  if (value >= kFour) {
    out = PutInteger(value / kFour, out);
    const uint32_t digits = FourDigits(static_cast<uint32_t>(value % kFour));
    std::memcpy(out, &digits, sizeof digits);
    return out + sizeof digits;
  }
  uint32_t digits = FourDigits(static_cast<uint32_t>(value));
  // Zeros in front are left out, in bits; the last digit never is one of them.
  const int zeros = std::countr_zero((digits ^ FourDigits(0)) | 1u << 24) & ~7;
  digits >>= zeros;
  std::memcpy(out, &digits, sizeof digits);
  return out + sizeof digits - zeros / 8;
}

// The same with zeros in front, up to a number of `digits`.
inline char* PutPadded(uint64_t value, int digits, char* out) {
  uint64_t limit = 1;
  while (--digits > 0) limit *= 10;
  for (; value < limit && limit > 1; limit /= 10) *out++ = '0';
  return PutInteger(value, out);
}

// Writes a letter and a number of three digits at least, "f017", to `out`, where there is room for kMaxIdentifier
// characters; returns the end.
inline constexpr size_t kMaxIdentifier = kMaxDigits64 + 3;
inline char* PutIdentifier(char letter, uint32_t number, char* out) {
  *out++ = letter;
  return PutPadded(number, 3, out);
}

}  // namespace mingzhang
