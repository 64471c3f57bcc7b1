// Which pairs of neighbouring characters a text has.
#pragma once

#include <algorithm>
#include <bit>
#include <cstdint>
#include <cstring>
#include <string>
#include <string_view>
#include <vector>

#include "extractor/base/utf8.h"

namespace mingzhang {

// Filled in one pass over a text, it tells of most words that the text does not hold them, without a search.
// Only pairs of three-byte characters, as ideographs are, are kept: other words may always be there.
class PairSet {
 public:
  PairSet() : bits_(kBits / 64) {}
  explicit PairSet(std::string_view text) : PairSet() { Add(text); }

  // False only when the text does not hold `word`.
  bool MayHold(std::string_view word) const {
    for (size_t at = 0; at + 2 * kCharacter <= word.size();) {
      const uint64_t pair = PairAt(word, at);
      if (IsPair(pair) && !Has(SlotOf(pair))) return false;
      at += Utf8Length(static_cast<unsigned char>(word[at]));
    }
    return true;
  }
  // False only when the text holds none of `words`.
  bool MayHoldAny(const std::vector<std::string>& words) const {
    return std::any_of(words.begin(), words.end(), [this](std::string_view word) { return MayHold(word); });
  }

 private:
  static constexpr size_t kCharacter = 3;
  static constexpr size_t kBits = 1 << 16;  // of a text of 5 KB not one in forty
  static constexpr uint64_t kMask = (uint64_t{1} << 48) - 1;

  // The six bytes at a place, which must be there.
  static uint64_t PairAt(std::string_view text, size_t at) {
    static_assert(std::endian::native == std::endian::little, "the first byte is the lowest");
    uint32_t low;
    uint16_t high;
    std::memcpy(&low, text.data() + at, sizeof low);
    std::memcpy(&high, text.data() + at + sizeof low, sizeof high);
    return uint64_t{high} << 32 | low;
  }
  static bool IsPair(uint64_t bytes) { return (bytes & 0xF0'0000F0) == 0xE0'0000E0; }
  static size_t SlotOf(uint64_t pair) { return (pair * 0x9E3779B97F4A7C15u) >> 48; }
  bool Has(size_t slot) const { return bits_[slot / 64] >> slot % 64 & 1; }

  void Add(std::string_view text) {
    for (size_t at = 0; at + 2 * kCharacter <= text.size();) {
      const uint64_t pair = PairAt(text, at);
      if (IsPair(pair)) {
        const size_t slot = SlotOf(pair);
        bits_[slot / 64] |= uint64_t{1} << slot % 64;
        at += kCharacter;
      } else {
        at += Utf8Length(static_cast<unsigned char>(text[at]));
      }
    }
  }

  std::vector<uint64_t> bits_;
};

}  // namespace mingzhang
