// Chinese numerals without a unit, fractions and halves.
#include "extractor/facts/quantity_pass.h"

namespace mingzhang {
namespace {

constexpr int kFractionDecimals = 12;
constexpr int kMostPadding = 8;

// numerator / denominator, when that ends after a few decimals.
std::optional<Decimal> FiniteQuotient(const Decimal& numerator, const Decimal& denominator) {
  const auto quotient = Decimal::Divide(numerator, denominator, kFractionDecimals);
  if (!quotient) return std::nullopt;
  const auto product = Decimal::Multiply(*quotient, denominator);
  if (!product || !(*product == numerator)) return std::nullopt;
  return quotient->Trimmed();
}

bool IsHan(char32_t c) { return c >= 0x4e00 && c <= 0x9fff; }

}  // namespace

Numeral QuantityPass::NumeralAt(size_t pos) const {
  if (IsDigitAt(text_, pos)) return ReadDigits(text_, pos);
  return ReadChinese(text_, pos);
}

// 数十, 几百, 上千: the numeral says only how large.
bool QuantityPass::IsVague(const Numeral& numeral) const {
  const char32_t first = Char(numeral.begin);
  const bool multiplier = numeral.bare_multiplier || first == U'十' || first == U'拾';
  return multiplier && words_.vague_prefixes.LengthBefore(text_, numeral.begin) > 0;
}

// 四分之三, 一又二分之一, 3分之1. A fraction without a finite decimal is no quantity.
size_t QuantityPass::TryFraction(const Numeral& first) {
  Numeral denominator = first;
  Decimal whole;
  if (const size_t mark = words_.fraction_wholes.LengthAt(text_, first.end)) {
    denominator = NumeralAt(first.end + mark);
    whole = first.value();
  }
  const size_t mark = denominator.empty() ? 0 : words_.fraction_marks.LengthAt(text_, denominator.end);
  if (mark == 0 || denominator.too_long) return 0;
  const Numeral numerator = NumeralAt(denominator.end + mark);
  if (numerator.empty() || numerator.too_long) return 0;
  const auto part = FiniteQuotient(numerator.value(), denominator.value());
  const auto value = part ? Decimal::Add(whole, *part) : std::nullopt;
  if (!value) return first.chinese ? numerator.begin + (numerator.chinese ? numerator.end - numerator.begin : 0) : 0;
  Quantity quantity = MakeQuantity(first, QuantityKind::kNumber, first.begin, numerator.end);
  quantity.number.end = numerator.end;
  quantity.value = *value;
  last_scale_ = 0;
  return PushAmount(quantity);
}

// 1/2 in plain text; in a disclosure such a pair is a page or a ratio.
size_t QuantityPass::TrySlashFraction(const Numeral& numerator) {
  if (!options_.bare_chinese_numerals || numerator.characters > 3 || numerator.decimal) return 0;
  if (Char(numerator.end) != U'/' || !IsDigitAt(text_, numerator.end + 1)) return 0;
  const Numeral denominator = ReadDigits(text_, numerator.end + 1);
  if (denominator.characters > 3 || denominator.decimal || Char(denominator.end) == U'/') return 0;
  const auto value = FiniteQuotient(numerator.head, denominator.head);
  if (!value) return 0;
  Quantity quantity = MakeQuantity(numerator, QuantityKind::kNumber, numerator.begin, denominator.end);
  quantity.number.end = denominator.end;
  quantity.value = *value;
  last_scale_ = 0;
  return PushAmount(quantity);
}

// A text that is nothing but a numeral means the number, be it 五.
bool QuantityPass::IsWholeText(const Numeral& numeral) const {
  return options_.bare_chinese_numerals && SkipSpaces(text_, 0, kMostPadding) == numeral.begin &&
         SkipSpaces(text_, numeral.end, kMostPadding) == text_.size();
}

// 半年, 半个小时.
size_t QuantityPass::TryHalf(size_t pos) {
  const size_t end = pos + 3;
  Numeral numeral;
  numeral.begin = static_cast<uint32_t>(pos);
  numeral.end = numeral.head_end = static_cast<uint32_t>(end);
  numeral.head = Decimal(5, 1);
  numeral.characters = 1;
  numeral.chinese = true;
  if (UnitAt(end, numeral) == WordIndex::kNone) return end;
  if (const size_t idiom = IdiomEnd(numeral)) return idiom;
  const size_t after = TryAmount(numeral);
  return after == 0 ? end : after;
}

size_t QuantityPass::TryTentative(const Numeral& numeral) {
  const size_t joiner = words_.range_joiners.LengthAt(text_, numeral.end);
  if (joiner == 0 || numeral.bare_multiplier) return 0;
  if (!IsNumeralStart(Char(numeral.end + joiner))) return 0;
  last_scale_ = 0;
  PushTentative(MakeQuantity(numeral, QuantityKind::kNumber, numeral.begin, numeral.end));
  return numeral.end;
}

// Whether a numeral inside a text can be nothing but a number.
bool QuantityPass::StandsAlone(const Numeral& numeral) const {
  if (numeral.bare_multiplier || words_.mixed_marks.LengthAt(text_, numeral.end) > 0) return false;
  const char32_t before = CharBefore(numeral.begin), after = Char(numeral.end);
  if ((before == U'（' || before == U'(') && (after == U'）' || after == U')')) return false;  // （十一）
  if (words_.negatives.LengthBefore(text_, numeral.begin) > 0) return true;
  if (after == U'、' && !IsHan(before)) return false;  // 十一、
  const int least = numeral.positional || numeral.high ? 3 : 2;
  return numeral.characters >= least;
}

// 一百二十三, 三点一四, 二〇二四, 负五: numerals that are not part of a word.
size_t QuantityPass::TryBareChinese(const Numeral& numeral) {
  if (!options_.bare_chinese_numerals || (!IsWholeText(numeral) && !StandsAlone(numeral))) return 0;
  Quantity quantity = MakeQuantity(numeral, QuantityKind::kNumber, numeral.begin, numeral.end);
  last_scale_ = 0;
  return PushAmount(quantity);
}

}  // namespace mingzhang
