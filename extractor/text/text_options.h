// What the text stages take from the grammar: folds, numbering styles, page furniture.
#pragma once

#include <array>
#include <cstdint>
#include <memory>
#include <string>
#include <string_view>
#include <vector>

#include "extractor/base/pattern.h"
#include "extractor/base/word_index.h"

namespace mingzhang {

// Code point to code point, constant time. Characters that are not declared stay as they are.
class FoldTable {
 public:
  static constexpr uint32_t kDrop = 0;  // fold to nothing

  void Set(uint32_t from, uint32_t to);
  uint32_t Fold(uint32_t c) const {
    const auto& page = pages_[c >> 8 & 0xFF];
    return c < 0x10000 ? (page ? (*page)[c & 0xFF] : c) : FoldAstral(c);
  }
  // False when no character whose UTF-8 begins with these two of three bytes folds.
  bool MayFold(unsigned char lead, unsigned char second) const { return touched_[(lead & 0x0F) << 6 | (second & 0x3F)]; }

 private:
  uint32_t FoldAstral(uint32_t c) const;
  std::array<std::shared_ptr<std::array<uint32_t, 256>>, 256> pages_;
  std::array<bool, 1024> touched_{};  // by code point / 64
  std::vector<std::pair<uint32_t, uint32_t>> astral_;  // sorted
};

enum class NumberingKind : uint8_t { kChinese, kArabic, kCircled };

// A way of numbering headings and lists: prefix, number, one of several suffixes.
struct NumberingStyle {
  std::string name;                  // "chinese_comma"
  std::string prefix;                // "第", "(", ""
  std::vector<std::string> suffixes; // "部分", "、"
  NumberingKind kind = NumberingKind::kChinese;
  bool heading = true;               // false: a list marker, never a section
  bool needs_space_or_text = false;
};

struct NumberMatch {
  int style = -1;        // index into TextOptions::numbering; -1: none
  uint32_t length = 0;   // bytes of the whole marker
  int value = 0;         // the number
};

struct TextOptions {
  FoldTable folds;
  WordSet traditional_signs;                   // characters that only traditional text has
  std::vector<NumberingStyle> numbering;       // outermost style first
  WordSet paragraph_starts;                    // words that open a new line: 注:, 附件
  std::vector<std::string> contents_titles;    // 目录
  WordSet dropped_marks;                       // quotation marks: removed from the logical text
  WordSet unit_starts;                         // what may follow a number that ends a line
  WordSet open_ends;                           // words that a sentence cannot end with: 主要原因：
  Pattern page_number;                         // a whole line that is page furniture
  Pattern table_title;                         // a whole line that announces a table
};

// The marker at the start of `text`, if any.
NumberMatch MatchNumbering(const TextOptions& options, std::string_view text);

}  // namespace mingzhang
