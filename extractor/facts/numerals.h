// Reads numerals: ASCII and full-width digits, Chinese numerals, amounts in words.
//
// A numeral has a head and a scale: 三百万 is head 三百 and scale 4, so that 三百万元 can be read as
// 300 of the unit 万元. A numeral such as 3亿5000万 has no such split; its scale is 0.
#pragma once

#include <cstdint>
#include <optional>
#include <string_view>

#include "extractor/base/decimal.h"

namespace mingzhang {

struct Numeral {
  uint32_t begin = 0, end = 0;   // end == begin: there is none
  uint32_t head_end = 0;         // [head_end, end) is the scale
  Decimal head;                  // value = head * 10^scale
  int scale = 0;
  std::optional<Decimal> high;   // 三四十: the upper head, 40
  int characters = 0;            // digits or Chinese characters
  int integer_digits = 0;        // of a numeral in digits
  bool chinese = false;
  bool positional = false;       // 二〇二四: digit by digit
  bool decimal = false;          // has a decimal point
  bool grouped = false;          // has thousands separators
  bool wide = false;             // in full-width digits
  bool too_long = false;         // more digits than a Decimal holds; head is 0
  bool bare_multiplier = false;  // 百万, 千万: the one before it is not written

  bool empty() const { return end == begin; }
  Decimal value() const { return head.Scaled(scale); }
};

// The code point of the character of 1 or 3 bytes at `pos`; 0 at the end and for other characters.
inline char32_t CharAt(std::string_view text, size_t pos) {
  if (pos >= text.size()) return 0;
  const unsigned char lead = text[pos];
  if (lead < 0x80) return lead;
  if (lead < 0xe0 || lead >= 0xf0 || pos + 2 >= text.size()) return 0;
  return (lead & 0x0fu) << 12 | (text[pos + 1] & 0x3fu) << 6 | (text[pos + 2] & 0x3fu);
}
// The offset of the character before `pos` (pos > 0).
inline size_t PreviousChar(std::string_view text, size_t pos) {
  --pos;
  for (int i = 0; i < 3 && pos > 0 && (text[pos] & 0xc0) == 0x80; ++i) --pos;
  return pos;
}
// Past the spaces at `pos`, at most `most` of them: ASCII, no-break and ideographic ones.
size_t SkipAnySpaces(std::string_view text, size_t pos, int most);
inline size_t SkipSpaces(std::string_view text, size_t pos, int most) {
  if (pos >= text.size()) return pos;
  const char c = text[pos];
  if (c != ' ' && c != '\t' && c != '\xe3' && c != '\xc2') return pos;
  return SkipAnySpaces(text, pos, most);
}

// The digit at `pos`, ASCII or full-width, or -1. `*width` is its length in bytes.
inline int DigitAt(std::string_view text, size_t pos, int* width) {
  *width = 1;
  if (pos >= text.size()) return -1;
  const unsigned char c = text[pos];
  if (c >= '0' && c <= '9') return c - '0';
  if (c != 0xef) return -1;
  const char32_t wide = CharAt(text, pos);
  *width = 3;
  return wide >= U'０' && wide <= U'９' ? static_cast<int>(wide - U'０') : -1;
}
inline bool IsDigitAt(std::string_view text, size_t pos) {
  int width;
  return DigitAt(text, pos, &width) >= 0;
}

// True for the first characters of what the scanner looks at: digits, Chinese numerals, ①.
bool IsNumeralStart(char32_t c);
// The next offset from `pos` on where a numeral may start; text.size() when there is none.
size_t NextNumeralStart(std::string_view text, size_t pos);

// Digits with thousands separators and decimals: 9,685.55. No sign, no scale.
Numeral ReadDigits(std::string_view text, size_t pos);
// A Chinese numeral: 一百二十三, 二〇二四, 三点一四, 一万二, 三四十, 壹佰元's 壹佰.
Numeral ReadChinese(std::string_view text, size_t pos);
// Adds the scale after a numeral in digits (5百万, 3亿5000万) or after 十余 (十余|万) to it.
void ReadScale(std::string_view text, size_t pos, Numeral* numeral);

}  // namespace mingzhang
