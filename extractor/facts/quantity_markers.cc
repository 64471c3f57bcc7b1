// Digits that count nothing: list markers, document numbers, codes.
#include <climits>

#include "extractor/facts/quantity_pass.h"

namespace mingzhang {
namespace {

constexpr int kMostIndent = 200;  // spaces before a list marker
constexpr int kMostGap = 4;       // spaces after one

bool IsLetter(char32_t c) { return (c >= U'a' && c <= U'z') || (c >= U'A' && c <= U'Z'); }
bool IsDigit(char32_t c) { return c >= U'0' && c <= U'9'; }
bool IsHan(char32_t c) { return c >= 0x4e00 && c <= 0x9fff; }
bool IsSpace(char32_t c) { return c == U' ' || c == U'\t' || c == U'\u3000'; }
bool IsLineEnd(char32_t c) { return c == 0 || c == U'\n' || c == U'\r' || c == U'\f'; }

bool EndsSentence(char32_t c) {
  return c == U'。' || c == U'；' || c == U'：' || c == U';' || c == U':' || c == U'！' || c == U'？' || c == U'!' ||
         c == U'?';
}

bool Separates(char32_t c) { return IsSpace(c) || c == U'，' || c == U',' || c == U'）' || c == U')' || c == U'”'; }

bool Opens(char32_t c) { return c == U'〔' || c == U'[' || c == U'【' || c == U'(' || c == U'（' || c == U'［'; }
bool Closes(char32_t c) { return c == U'〕' || c == U']' || c == U'】' || c == U')' || c == U'）' || c == U'］'; }

size_t WidthOf(char32_t c) { return c < 0x80 ? 1 : 3; }

size_t DigitsEnd(std::string_view text, size_t pos, int* count) {
  int width;
  for (*count = 0; DigitAt(text, pos, &width) >= 0; ++*count) pos += width;
  return pos;
}

}  // namespace

bool QuantityPass::AtOpening(size_t pos) const {
  for (int spaces = 0; pos > 0 && spaces < kMostIndent && IsSpace(CharBefore(pos)); ++spaces) {
    pos = PreviousChar(text_, pos);
  }
  if (pos == 0) return true;
  const char32_t before = CharBefore(pos);
  return before != 0 && (IsLineEnd(before) || EndsSentence(before));
}

// Whether the mark [at, end) after digits makes them a list marker: `1、` `2.` `3)` where a sentence
// may begin. The dot of `1.2024年` ends a marker; that of `1.5万元` does not.
bool QuantityPass::EndsMarker(size_t digits_begin, size_t at, size_t end) const {
  int digits;
  const size_t after = SkipSpaces(text_, DigitsEnd(text_, end, &digits), 2);
  const bool opening = AtOpening(digits_begin);
  // 1.2080505机关事业单位…: a code of the functional classification has seven digits.
  const bool coded = digits == 7 && opening && Char(end) == U'2' && IsHan(Char(after)) && UnitAt(after, {}) == WordIndex::kNone;
  const bool year = coded || (Char(after) == U'年' && digits == 4);
  const char32_t before = CharBefore(digits_begin);
  // 5.4个项目 where a line begins: nothing is counted in tenths.
  const int unit = before == 0 || IsLineEnd(before) ? UnitAt(after, {}) : WordIndex::kNone;
  const bool counted = unit != WordIndex::kNone && words_.unit(unit).kind == QuantityKind::kCount;
  const bool apart = opening || (Separates(before) && IsHan(Char(SkipSpaces(text_, end, 1))));
  const bool followed = apart && !IsLineEnd(Char(SkipSpaces(text_, end, kMostGap)));
  switch (Char(at)) {
    case U'.': case U'．': return digits > 0 ? year || (counted && digits <= 2) : followed;
    case U'、': return digits > 0 ? year && opening : followed;
    case U')': case U'）': return opening && IsDigitAt(text_, PreviousChar(text_, at));
    case U',': case U'，': return opening && digits == 0 && !EndsSentence(before) && IsHan(Char(end));
    default: return false;
  }
}

// `1、` `2.` `3)`, and `(4)` anywhere.
size_t QuantityPass::TryListMarker(const Numeral& numeral) {
  if (numeral.integer_digits > 2 || numeral.grouped) return 0;
  int count;
  const size_t digits_end = DigitsEnd(text_, numeral.begin, &count);
  const size_t at = SkipSpaces(text_, digits_end, 1);
  const char32_t mark = Char(at), before = CharBefore(numeral.begin);
  if (mark == 0) return 0;
  const size_t end = at + WidthOf(mark);
  size_t begin = numeral.begin;
  if ((before == U'(' || before == U'（') && (mark == U')' || mark == U'）')) {
    begin = PreviousChar(text_, begin);
    if (begin < floor() || words_.document_marks.LengthAt(text_, end) > 0) return 0;
  } else if (!EndsMarker(begin, at, end)) {
    return 0;
  }
  Quantity quantity = MakeQuantity(numeral, QuantityKind::kListMarker, begin, end);
  quantity.number.end = static_cast<uint32_t>(digits_end);
  quantity.value = ReadDigits(text_.substr(0, digits_end), numeral.begin).head;
  Push(quantity);
  return end;
}

// ①..⑳, ⑴..⒇, ⒈..⒛: three runs of twenty.
size_t QuantityPass::TryCircledMarker(size_t pos) {
  Numeral numeral;
  numeral.begin = static_cast<uint32_t>(pos);
  numeral.end = numeral.head_end = static_cast<uint32_t>(pos + 3);
  numeral.head = Decimal::FromInt((Char(pos) - U'①') % 20 + 1);
  Push(MakeQuantity(numeral, QuantityKind::kListMarker, pos, pos + 3));
  return pos + 3;
}

// 〔2019〕12号, (2019) 第 12 号.
size_t QuantityPass::TryDocumentNumber(const Numeral& numeral) {
  if (numeral.integer_digits != 4 || numeral.decimal || numeral.begin == 0) return 0;
  const size_t open = PreviousChar(text_, numeral.begin);
  const size_t close = SkipSpaces(text_, numeral.end, 1);
  if (open < floor() || !Opens(Char(open)) || !Closes(Char(close))) return 0;
  size_t at = SkipSpaces(text_, close + WidthOf(Char(close)), 1);
  at = SkipSpaces(text_, at + words_.ordinal_prefixes.LengthAt(text_, at), 1);
  int count;
  const size_t number_end = DigitsEnd(text_, at, &count);
  const size_t mark = SkipSpaces(text_, number_end, 1);
  const size_t mark_length = words_.document_marks.LengthAt(text_, mark);
  if (count == 0 || count > 6 || (mark_length == 0 && Char(open) != U'〔')) return 0;
  const size_t end = mark_length == 0 ? number_end : mark + mark_length;
  Quantity quantity = MakeQuantity(numeral, QuantityKind::kDocumentNumber, open, end);
  quantity.year = static_cast<int16_t>(numeral.head.units());
  quantity.number = {static_cast<uint32_t>(at), static_cast<uint32_t>(number_end)};
  quantity.value = ReadDigits(text_.substr(0, number_end), at).head;
  Push(quantity);
  return end;
}

// W060701, PM2.5, 3D: digits that letters make part of a name.
size_t QuantityPass::TryLetters(const Numeral& numeral) {
  size_t begin = numeral.begin, end = numeral.end;
  const char32_t before = CharBefore(begin);
  const bool hyphened = before == U'-' && begin > floor() + 1 && IsLetter(CharBefore(begin - 1));  // COVID-19
  if (hyphened) {
    --begin;
  } else if (IsLetter(before) && begin > floor()) {
    if (words_.prefix_units.LengthBefore(text_, begin) > 0) return 0;
  } else if (!IsLetter(Char(end)) || UnitAt(end, numeral) != WordIndex::kNone) {
    return 0;
  }
  const auto is_name = [&](size_t pos) { return IsLetter(Char(pos)) || IsDigit(Char(pos)); };
  while (begin > floor() && is_name(begin - 1)) --begin;
  while (end < text_.size() && (is_name(end) || IsDigitAt(text_, end) ||
                                ((text_[end] == '-' || text_[end] == '.' || text_[end] == '/') && is_name(end + 1)))) {
    end += WidthOf(Char(end));
  }
  Push(MakeQuantity(numeral, QuantityKind::kCode, begin, end));
  return end;
}

// 010-12345678, 1.2.3, 10:30: groups of digits that are one name.
size_t QuantityPass::TryJoinedCode(const Numeral& numeral) {
  const char32_t joiner = Char(numeral.end);
  if (joiner != U'-' && joiner != U'－' && joiner != U'.' && joiner != U':') return 0;
  int groups = numeral.decimal ? 2 : 1, last = 0;
  size_t end = numeral.end;
  const int most = joiner == U':' ? 3 : INT_MAX;  // a time has three; 1:1:1:… is read pair by pair
  while (groups < most && Char(end) == joiner && IsDigitAt(text_, end + WidthOf(joiner))) {
    end = DigitsEnd(text_, end + WidthOf(joiner), &last);
    ++groups;
  }
  if (groups < 2 || (joiner == U'.' && groups < 3)) return 0;
  const bool telephone = groups == 2 && Char(numeral.begin) == U'0' && numeral.integer_digits >= 3 && last >= 7;
  const bool time = joiner == U':' && numeral.integer_digits <= 2 && last == 2 && !numeral.decimal;
  const size_t name_end = numeral.begin - (CharBefore(numeral.begin) == U' ');
  const bool standard = groups == 2 && last == 4 && IsLetter(CharBefore(name_end));  // GB/T 1234-2008
  const bool dashes =
      (joiner == U'-' || joiner == U'－') && (telephone || standard || (groups >= 3 && !numeral.decimal));
  if (!time && !dashes && joiner != U'.') return 0;
  const bool marker = joiner == U'.' && numeral.integer_digits <= 2 && AtOpening(numeral.begin);
  const QuantityKind kind = marker ? QuantityKind::kListMarker : QuantityKind::kCode;
  Quantity quantity = MakeQuantity(numeral, kind, numeral.begin, end);
  quantity.number.end = static_cast<uint32_t>(end);
  Push(quantity);
  return end;
}

size_t QuantityPass::PushPlain(const Numeral& numeral) {
  Quantity quantity = MakeQuantity(numeral, QuantityKind::kNumber, numeral.begin, numeral.end);
  const bool integer = !numeral.decimal && !numeral.grouped;
  const bool padded = integer && numeral.integer_digits > 1 && text_[numeral.begin] == '0';
  const bool mobile = numeral.integer_digits == 11 && text_[numeral.begin] == '1';
  const bool long_run = integer && numeral.integer_digits >= 6 && (mobile || !options_.bare_chinese_numerals);
  if (numeral.too_long || padded || long_run) quantity.kind = QuantityKind::kCode;
  last_scale_ = 0;
  if (numeral.too_long) {
    Push(quantity);
    return numeral.end;
  }
  return PushAmount(quantity);
}

}  // namespace mingzhang
