#include "extractor/text/text_options.h"

#include <algorithm>

#include "extractor/base/find.h"
#include "extractor/base/utf8.h"

namespace mingzhang {
namespace {

// Numerals of headings: values one to ninety-nine.
constexpr std::string_view kTen = "十", kFormalTen = "拾";

int ChineseDigit(std::string_view text) {  // -1: none
  if (text.empty()) return -1;
  switch (CodePointAt(text, 0)) {
    case U'〇': return 0;
    case U'一': case U'壹': return 1;
    case U'二': case U'贰': return 2;
    case U'三': case U'叁': return 3;
    case U'四': case U'肆': return 4;
    case U'五': case U'伍': return 5;
    case U'六': case U'陆': return 6;
    case U'七': case U'柒': return 7;
    case U'八': case U'捌': return 8;
    case U'九': case U'玖': return 9;
    default: return -1;
  }
}

struct Number {
  uint32_t length = 0;
  int value = 0;
};

Number ReadChinese(std::string_view text) {
  Number number;
  int tens = ChineseDigit(text);
  if (tens >= 0) number.length = 3;
  if (const std::string_view next = text.substr(number.length, 3); next == kTen || next == kFormalTen) {
    number.length += 3;
    number.value = (tens < 0 ? 1 : tens) * 10;
    const int ones = ChineseDigit(text.substr(number.length));
    if (ones >= 0) {
      number.value += ones;
      number.length += 3;
    }
  } else if (tens >= 0) {
    number.value = tens;
  }
  return number;
}

Number ReadArabic(std::string_view text) {
  Number number;
  while (number.length < text.size() && IsAsciiDigit(static_cast<unsigned char>(text[number.length]))) {
    if (number.length == 2) return {};  // a year or an amount, not a marker
    number.value = number.value * 10 + (text[number.length++] - '0');
  }
  return number;
}

Number ReadCircled(std::string_view text) {
  if (text.size() < 3 || static_cast<unsigned char>(text[0]) < 0xE0) return {};
  const uint32_t c = CodePointAt(text, 0);
  if (c >= 0x2460 && c <= 0x2473) return {3, static_cast<int>(c - 0x2460 + 1)};
  return {};
}

Number ReadNumber(NumberingKind kind, std::string_view text) {
  switch (kind) {
    case NumberingKind::kChinese: return ReadChinese(text);
    case NumberingKind::kArabic: return ReadArabic(text);
    case NumberingKind::kCircled: return ReadCircled(text);
  }
  return {};
}


}  // namespace

void FoldTable::Set(uint32_t from, uint32_t to) {
  if (from >= 0x10000) {
    astral_.emplace_back(from, to);
    std::sort(astral_.begin(), astral_.end());
    return;
  }
  touched_[from >> 6] = true;
  auto& page = pages_[from >> 8];
  if (!page) {
    page = std::make_shared<std::array<uint32_t, 256>>();
    for (uint32_t i = 0; i < 256; ++i) (*page)[i] = (from & 0xFF00) | i;
  }
  (*page)[from & 0xFF] = to;
}

uint32_t FoldTable::FoldAstral(uint32_t c) const {
  const auto found = std::lower_bound(astral_.begin(), astral_.end(), std::pair<uint32_t, uint32_t>{c, 0});
  return found != astral_.end() && found->first == c ? found->second : c;
}

NumberMatch MatchNumbering(const TextOptions& options, std::string_view text) {
  for (size_t i = 0; i < options.numbering.size(); ++i) {
    const NumberingStyle& style = options.numbering[i];
    if (!StartsWith(text, style.prefix)) continue;
    const std::string_view rest = text.substr(style.prefix.size());
    const Number number = ReadNumber(style.kind, rest);
    if (number.length == 0) continue;
    const std::string_view after = rest.substr(number.length);
    for (const std::string& suffix : style.suffixes) {
      if (!StartsWith(after, suffix)) continue;
      const std::string_view text_after = after.substr(suffix.size());
      // 1.25 is a number, not item one.
      if (style.kind == NumberingKind::kArabic && !text_after.empty() && IsAsciiDigit(static_cast<unsigned char>(text_after[0])) &&
          style.prefix.empty() && (suffix == "." || suffix == "．") && !StartsWith(text_after, "20")) {
        continue;
      }
      return {static_cast<int>(i), static_cast<uint32_t>(text.size() - text_after.size()), number.value};
    }
  }
  return {};
}

}  // namespace mingzhang
