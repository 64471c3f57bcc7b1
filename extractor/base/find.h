// Finds one text in another, Chinese ones fast.
#pragma once

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

// As text.starts_with(word). The last byte first: it is the one that Chinese characters differ in.
inline bool StartsWith(std::string_view text, std::string_view word) {
  if (word.empty()) return true;
  return text.size() >= word.size() && text[word.size() - 1] == word.back() && text.starts_with(word);
}

}  // namespace mingzhang
