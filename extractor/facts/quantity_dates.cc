// Years and dates, in digits and in Chinese numerals.
#include "extractor/facts/quantity_pass.h"

namespace mingzhang {
namespace {

// The integer of a numeral, or -1 when it is none or large.
int SmallInteger(const Numeral& numeral) {
  if (numeral.decimal || numeral.grouped || numeral.too_long || numeral.high || numeral.scale != 0) return -1;
  const Int128 units = numeral.head.units();
  return units <= 9999 ? static_cast<int>(units) : -1;
}

// The year that a numeral before 年 names, or 0: 2024, 二〇二四, 〇八, 九八, 二千零二十四.
int YearOf(const Numeral& numeral) {
  const int value = SmallInteger(numeral);
  if (!numeral.chinese) return numeral.integer_digits == 4 && value >= 1000 && value < 3000 ? value : 0;
  if (!numeral.positional) return value >= 1900 && value < 2100 ? value : 0;
  if (numeral.characters == 4) return value >= 1000 && value < 3000 ? value : 0;
  if (numeral.characters != 2 || value > 99) return 0;
  return value >= 90 ? 1900 + value : value < 10 ? 2000 + value : 0;
}

bool IsDateSeparator(char32_t c) { return c == U'-' || c == U'/' || c == U'.' || c == U'－' || c == U'．' || c == U'／'; }

}  // namespace

int QuantityPass::SmallNumberAt(size_t pos, size_t* end) const {
  const Numeral numeral = NumeralAt(pos);
  *end = numeral.end;
  if (numeral.empty() || (!numeral.chinese && numeral.integer_digits > 2)) return -1;
  return SmallInteger(numeral);
}

size_t QuantityPass::MonthAt(size_t pos, int* month) const {
  size_t end;
  *month = SmallNumberAt(pos, &end);
  end = SkipSpaces(text_, end, 2);
  return *month >= 1 && *month <= 12 && Char(end) == U'月' ? end + 3 : 0;
}

size_t QuantityPass::DayAt(size_t pos, int* day) const {
  size_t end;
  *day = SmallNumberAt(pos, &end);
  end = SkipSpaces(text_, end, 2);
  const char32_t c = Char(end);
  return *day >= 1 && *day <= 31 && (c == U'日' || c == U'号') ? end + 3 : 0;
}

size_t QuantityPass::PushDate(const Numeral& numeral, size_t end, int year, int month, int day) {
  const QuantityKind kind = month == 0 && day == 0 ? QuantityKind::kYear : QuantityKind::kDate;
  Quantity quantity = MakeQuantity(numeral, kind, numeral.begin, end);
  quantity.year = static_cast<int16_t>(year);
  quantity.month = static_cast<int8_t>(month);
  quantity.day = static_cast<int8_t>(day);
  quantity.value = Decimal::FromInt(year != 0 ? year : month != 0 ? month : day);
  quantity.high.reset();
  if (kind == QuantityKind::kDate) quantity.number.end = static_cast<uint32_t>(end);
  Push(quantity);
  return end;
}

size_t QuantityPass::TryYear(const Numeral& numeral) {
  const size_t mark = SkipSpaces(text_, numeral.end, 2);
  if (Char(mark) != U'年') return 0;
  const int year = YearOf(numeral);
  if (year == 0) return 0;
  const size_t end = mark + 3;
  if (Char(end) == U'度') return PushDate(numeral, end + 3, year, 0, 0);
  int month = 0, day = 0;
  const size_t month_end = MonthAt(SkipSpaces(text_, end, 2), &month);
  if (month_end == 0) return PushDate(numeral, end, year, 0, 0);
  const size_t day_end = DayAt(SkipSpaces(text_, month_end, 2), &day);
  if (day_end == 0) return PushDate(numeral, month_end, year, month, 0);
  return PushDate(numeral, day_end, year, month, day);
}

size_t QuantityPass::TryMonthOrDay(const Numeral& numeral) {
  const char32_t mark = Char(SkipSpaces(text_, numeral.end, 2));
  if (mark != U'月' && mark != U'日') return 0;
  int month = 0, day = 0;
  if (const size_t end = MonthAt(numeral.begin, &month)) {
    const size_t day_end = DayAt(SkipSpaces(text_, end, 2), &day);
    if (day_end == 0) return PushDate(numeral, end, 0, month, 0);
    return PushDate(numeral, day_end, 0, month, day);
  }
  const size_t end = DayAt(numeral.begin, &day);
  if (end == 0 || Char(end - 3) != U'日' || words_.day_limits.LengthAt(text_, end) > 0) return 0;
  return PushDate(numeral, end, 0, 0, day);
}

// 2024-05-01, 2024/5/1, 2024.05.01; 2024-05 and 2024/05.
size_t QuantityPass::TryNumericDate(const Numeral& numeral) {
  if (numeral.integer_digits != 4 || numeral.too_long) return 0;
  const size_t year_end = numeral.begin + (numeral.wide ? 12 : 4);
  const int year = YearOf(ReadDigits(text_.substr(0, year_end), numeral.begin));
  const char32_t separator = Char(year_end);
  if (year == 0 || !IsDateSeparator(separator)) return 0;
  const size_t width = separator < 0x80 ? 1 : 3;
  size_t month_end = year_end + width, width_of_digit = numeral.wide ? 3 : 1;
  const auto take = [&](size_t* pos) {
    int value = 0, count = 0, digit, bytes;
    for (; count < 3 && (digit = DigitAt(text_, *pos, &bytes)) >= 0; ++count, *pos += bytes) value = value * 10 + digit;
    return count == 0 || count > 2 ? -1 : value;
  };
  const int month = take(&month_end);
  if (month < 1 || month > 12) return 0;
  size_t day_end = month_end + width;
  const int day = Char(month_end) == separator ? take(&day_end) : -1;
  if (day >= 1 && day <= 31) return PushDate(numeral, day_end, year, month, day);
  const bool two_digits = month_end == year_end + width + 2 * width_of_digit;
  if (day != -1 || !two_digits || separator == U'.' || separator == U'．') return 0;
  const char32_t after = Char(SkipSpaces(text_, month_end, 1));
  if (IsDateSeparator(after) || after == U'年' || after == U'月' || UnitAt(month_end, numeral) >= 0) return 0;
  return PushDate(numeral, month_end, year, month, 0);
}

}  // namespace mingzhang
