// Finds words of a fixed set in a text.
#pragma once

#include <algorithm>
#include <array>
#include <bit>
#include <cstdint>
#include <cstring>
#include <string>
#include <string_view>
#include <vector>

#include "extractor/base/find.h"
#include "extractor/base/utf8.h"

namespace mingzhang {

// Finds the longest of a set of words that starts, or ends, at a place. The words must outlive the index.
class WordIndex {
 public:
  static constexpr int kNone = -1;

  WordIndex() = default;
  explicit WordIndex(const std::vector<std::string_view>& words);
  explicit WordIndex(const std::vector<std::string>& words)
      : WordIndex(std::vector<std::string_view>(words.begin(), words.end())) {}

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
      if ((entry.word.size() <= 8 ? rest.size() >= entry.word.size() : StartsWith(rest, entry.word)) && accept(entry.index)) return entry.index;
    }
    return kNone;
  }
  int LongestAt(std::string_view text, size_t pos) const {
    return LongestAt(text, pos, [](int) { return true; });
  }
  // The first place at or after `from` where a word starts, and the longest word there. `from` must start a
  // character; the index is kNone when there is no such place.
  struct Found {
    size_t begin;
    int index;
  };
  Found Next(std::string_view text, size_t from) const {
    for (;;) {
      while (from + sizeof(uint32_t) <= text.size() && IsPassed(Load(text.data() + from))) from += 3;  // nearly always
      if (from >= text.size()) return {text.size(), kNone};
      const auto lead = static_cast<unsigned char>(text[from]);
      const bool passed = lead < 0x80 && NoneStartsWith(lead);
      if (const int index = passed ? kNone : LongestAt(text, from); index != kNone) return {from, index};
      from += Utf8Length(lead);
    }
  }
  bool OccursIn(std::string_view text) const { return Next(text, 0).index != kNone; }
  bool empty() const { return words_.empty(); }
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
    if (text.size() >= sizeof bytes) std::memcpy(&bytes, text.data(), sizeof bytes);  // nearly always: one load
    else std::memcpy(&bytes, text.data(), text.size());
    return bytes;
  }
  static uint64_t Tail(std::string_view text) {
    if (text.size() >= 8) return Head(text.substr(text.size() - 8));
    return text.empty() ? 0 : Head(text) << 8 * (8 - text.size());
  }
  // By the lowest three bytes.
  static size_t BucketOf(uint32_t bytes) { return (bytes << 8) * 0x9E3779B1u >> 23; }
  bool NoneStartsWith(uint32_t character) const { return starts_[BucketOf(character)] == kEnd; }
  // Whether the lowest three bytes are a character with which no word starts.
  bool IsPassed(uint32_t bytes) const { return (bytes & 0xF0) == 0xE0 && NoneStartsWith(bytes); }
  static uint32_t Load(const char* at) {
    uint32_t bytes;
    std::memcpy(&bytes, at, sizeof bytes);
    return bytes;
  }
  // By the first character, or as much of it as there is.
  static size_t Bucket(std::string_view rest) {
    const auto byte = [&](size_t i) { return i < rest.size() ? static_cast<unsigned char>(rest[i]) : 0u; };
    const uint32_t length = Utf8Length(static_cast<unsigned char>(byte(0)));
    return BucketOf(byte(0) | (length > 1 ? byte(1) << 8 : 0) | (length > 2 ? byte(2) << 16 : 0));
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

// A set of words that owns them. Words keep their order and may be looked up in a text.
class WordSet {
 public:
  WordSet() = default;
  explicit WordSet(std::vector<std::string> words) : words_(std::move(words)), index_(words_) {}
  WordSet(WordSet&&) = default;             // the strings stay where they are
  WordSet& operator=(WordSet&&) = default;
  WordSet(const WordSet&) = delete;
  WordSet& operator=(const WordSet&) = delete;

  const std::vector<std::string>& words() const { return words_; }
  const WordIndex& index() const { return index_; }
  bool OccursIn(std::string_view text) const { return index_.OccursIn(text); }
  // Whether `text` starts (ends) with one of the words.
  bool Starts(std::string_view text) const { return index_.LongestAt(text, 0) != WordIndex::kNone; }
  bool Ends(std::string_view text) const { return index_.LongestBefore(text, text.size()) != WordIndex::kNone; }
  // How often they occur; the longest word at a place counts.
  int CountIn(std::string_view text) const {
    int count = 0;
    for (auto found = index_.Next(text, 0); found.index != WordIndex::kNone;
         found = index_.Next(text, found.begin + index_.word(found.index).size())) {
      ++count;
    }
    return count;
  }

 private:
  std::vector<std::string> words_;
  WordIndex index_;
};

}  // namespace mingzhang
