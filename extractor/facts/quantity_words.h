// The words of the units grammar, arranged for being looked up in a text.
#pragma once

#include <algorithm>
#include <array>
#include <bit>
#include <cstdint>
#include <cstring>
#include <string_view>
#include <vector>

#include "extractor/grammar/units.h"

namespace mingzhang {

// Finds the longest of a set of words that starts, or ends, at a place.
class WordIndex {
 public:
  static constexpr int kNone = -1;

  WordIndex() = default;
  explicit WordIndex(const std::vector<std::string_view>& words);

  // The index of the longest word at `pos` for which `accept(index)` holds, or kNone.
  template <typename Accept>
  int LongestAt(std::string_view text, size_t pos, Accept accept) const {
    if (pos >= text.size()) return kNone;
    const std::string_view rest = text.substr(pos);
    uint16_t at = starts_[Bucket(rest)];
    if (at == kEnd) return kNone;
    const uint64_t head = Head(rest);
    for (; at != kEnd; at = entries_[at].next_start) {
      const Entry& entry = entries_[at];
      if ((head & entry.head_mask) != entry.head) continue;
      if (rest.starts_with(entry.word) && accept(entry.index)) return entry.index;
    }
    return kNone;
  }
  int LongestAt(std::string_view text, size_t pos) const {
    return LongestAt(text, pos, [](int) { return true; });
  }
  // The index of the longest word that ends at `end`, or kNone.
  int LongestBefore(std::string_view text, size_t end) const;

  std::string_view word(int index) const { return words_[index]; }
  // The length of the word at (before) a place; 0 when there is none.
  size_t LengthAt(std::string_view text, size_t pos) const;
  size_t LengthBefore(std::string_view text, size_t end) const;

 private:
  static constexpr uint16_t kEnd = 0xffff;
  static constexpr size_t kBuckets = 512;

  struct Entry {
    std::string_view word;
    int index;
    uint64_t head = 0, head_mask = 0;  // the first eight bytes, to tell words apart in one comparison
    uint64_t tail = 0, tail_mask = 0;  // the last eight
    uint16_t next_start = kEnd, next_end = kEnd;
  };
  // The first (last) eight bytes of a text, those that are missing being zero at its end (front).
  static uint64_t Head(std::string_view text) {
    static_assert(std::endian::native == std::endian::little, "the masks keep the low bytes");
    uint64_t bytes = 0;
    std::memcpy(&bytes, text.data(), std::min<size_t>(text.size(), 8));
    return bytes;
  }
  static uint64_t Tail(std::string_view text) {
    if (text.size() >= 8) return Head(text.substr(text.size() - 8));
    return text.empty() ? 0 : Head(text) << 8 * (8 - text.size());
  }
  // Chinese characters differ in their second and third bytes.
  static size_t Bucket(std::string_view rest) {
    const auto byte = [&](size_t i) { return i < rest.size() ? static_cast<unsigned char>(rest[i]) : 0u; };
    if (byte(0) < 0x80) return byte(0);
    return (byte(0) * 7 + byte(1) * 64 + byte(2)) % kBuckets;
  }

  static size_t EndBucket(std::string_view head) {
    const auto last = static_cast<unsigned char>(head.back());
    if (last < 0x80 || head.size() < 2) return last;
    return (last * 8 + static_cast<unsigned char>(head[head.size() - 2])) % kBuckets;
  }

  std::vector<std::string_view> words_;
  std::vector<Entry> entries_;  // longest first
  std::array<uint16_t, kBuckets> starts_ = Filled<kBuckets>();
  std::array<uint16_t, kBuckets> ends_ = Filled<kBuckets>();

  template <size_t N>
  static constexpr std::array<uint16_t, N> Filled() {
    std::array<uint16_t, N> all{};
    all.fill(kEnd);
    return all;
  }
};

// Idioms by the numeral characters inside them: 统一 is found from 一.
class IdiomIndex {
 public:
  IdiomIndex() = default;
  explicit IdiomIndex(const std::vector<std::string_view>& idioms);
  // The longest idiom that covers the numeral character at `pos`; empty when none does.
  Range IdiomAt(std::string_view text, size_t pos) const;

 private:
  struct Entry {
    char32_t character;
    std::string_view idiom;
    uint32_t offset;  // of the character in the idiom
  };
  std::vector<Entry> entries_;  // by character
};

struct QuantityWords {
  explicit QuantityWords(UnitGrammar grammar);

  UnitGrammar grammar;
  WordIndex units, prefix_units;  // of all units, by index in grammar.units through the maps below
  std::vector<int16_t> unit_of, prefix_unit_of;
  WordIndex before, inside, after;
  std::vector<int16_t> before_of, inside_of, after_of;
  IdiomIndex idioms;
  WordIndex ordinal_prefixes, ordinal_stops, negatives, vague_prefixes, halves, fen, whole, clock_units,
      range_joiners, list_joiners, fraction_marks, fraction_wholes, mixed_marks, document_marks, inclusive_marks,
      day_limits;

  // The characters that may come after a Chinese numeral of one character, where it is a quantity.
  std::array<uint64_t, 1024> followers{};
  bool MayFollow(char32_t c) const { return c < 0x10000 && (followers[c >> 6] >> (c & 63) & 1); }

  int yuan = WordIndex::kNone;  // the unit of amounts of money that print none: 3亿5000万

  const Unit& unit(int index) const { return grammar.units[index]; }
  const UnitUse& use(int index) const { return grammar.uses[index]; }
};

}  // namespace mingzhang
