// Finds one text in another, Chinese ones fast.
#pragma once

#include <bit>
#include <cstdint>
#include <cstring>
#include <string_view>

namespace mingzhang {

// As text.find(word, from), but fast where the first byte of `word` is one of the commonest of `text`, as
// the first bytes of Chinese characters are.
inline size_t FindWord(std::string_view text, std::string_view word, size_t from = 0) {
  if (from > text.size()) return std::string_view::npos;
  const void* found = ::memmem(text.data() + from, text.size() - from, word.data(), word.size());
  return found ? static_cast<size_t>(static_cast<const char*>(found) - text.data()) : std::string_view::npos;
}

// The first place at or after `from` where an ASCII character stands; the size of the text when there is none.
inline size_t NextAscii(std::string_view text, size_t from) {
  static_assert(std::endian::native == std::endian::little, "the first byte is the lowest");
  constexpr uint64_t kHigh = 0x8080808080808080u;
  for (uint64_t word; from + sizeof word <= text.size(); from += sizeof word) {
    std::memcpy(&word, text.data() + from, sizeof word);
    if (const uint64_t ascii = ~word & kHigh; ascii != 0) return from + static_cast<size_t>(std::countr_zero(ascii)) / 8;
  }
  while (from < text.size() && static_cast<unsigned char>(text[from]) >= 0x80) ++from;
  return from;
}

// As text.starts_with(word). The last byte first: it is the one that Chinese characters differ in.
inline bool StartsWith(std::string_view text, std::string_view word) {
  if (word.empty()) return true;
  return text.size() >= word.size() && text[word.size() - 1] == word.back() && text.starts_with(word);
}

}  // namespace mingzhang
