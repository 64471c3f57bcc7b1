// Numerals with units: money, percent, counts, measures, scores, ordinals.
#include <algorithm>

#include "extractor/facts/quantity_pass.h"
#include "extractor/base/find.h"

namespace mingzhang {
namespace {

uint32_t Offset(size_t pos) { return static_cast<uint32_t>(pos); }

bool IsLetter(char32_t c) { return (c >= U'a' && c <= U'z') || (c >= U'A' && c <= U'Z'); }

bool IsMinus(char32_t c) { return c == U'-' || c == U'－' || c == U'−'; }
bool IsPlus(char32_t c) { return c == U'+' || c == U'＋'; }

bool IsYuan(const Unit& unit) { return unit.kind == QuantityKind::kMoney && unit.code.starts_with("CNY"); }

// A sign may follow a quantity of these kinds; after any other it joins or separates.
bool EndsClause(QuantityKind kind) {
  return kind == QuantityKind::kYear || kind == QuantityKind::kDate || kind == QuantityKind::kListMarker;
}

}  // namespace

bool QuantityPass::UnitFits(int unit, size_t pos, const Numeral& numeral) const {
  const UnitUse& use = words_.use(unit);
  if (numeral.chinese && (use.min_chinese == 0 || numeral.characters < use.min_chinese)) return false;
  const std::string_view literal = words_.unit(unit).literal;
  const std::string_view rest = text_.substr(std::min(text_.size(), pos + literal.size()));
  if (IsLetter(static_cast<unsigned char>(literal.back())) && !rest.empty() &&
      IsLetter(static_cast<unsigned char>(rest.front()))) {
    return false;
  }
  return std::none_of(use.not_before.begin(), use.not_before.end(),
                      [rest](std::string_view word) { return StartsWith(rest, word); });
}

int QuantityPass::UnitAt(size_t pos, const Numeral& numeral) const {
  const int index = words_.units.LongestAt(
      text_, pos, [&](int i) { return UnitFits(words_.unit_of[i], pos, numeral); });
  return index == WordIndex::kNone ? index : words_.unit_of[index];
}

// Decides between 5|万元 and 5万|人: the unit that reaches beyond the scale, else the one after it.
bool QuantityPass::ReadUnitAt(size_t pos, Numeral* numeral, Reading* reading) const {
  const bool has_scale = numeral->scale != 0;
  const size_t at = has_scale ? pos : SkipSpaces(text_, pos, numeral->chinese ? 0 : 2);
  const int direct = UnitAt(at, *numeral);
  const size_t direct_end = direct == WordIndex::kNone ? at : at + words_.unit(direct).literal.size();
  Numeral scaled = *numeral;
  const bool spaced = at != pos;
  if (!has_scale && (direct != WordIndex::kNone || !spaced)) ReadScale(text_, at, &scaled);
  reading->number_end = numeral->head_end;
  if (scaled.end > at && direct_end <= scaled.end) {
    const size_t after = SkipSpaces(text_, scaled.end, numeral->chinese ? 0 : 2);
    const int unit = UnitAt(after, *numeral);
    if (unit != WordIndex::kNone || scaled.scale == 0) {
      *numeral = scaled;
      *reading = {unit, after, scaled.end, true, reading->approximation};
      return unit != WordIndex::kNone;
    }
  }
  reading->unit = direct;
  reading->unit_begin = at;
  return direct != WordIndex::kNone;
}

// 50余|万元: the approximation stands before the scale.
bool QuantityPass::ReadUnitAcross(size_t at, Numeral* numeral, Reading* reading) const {
  const int inside = words_.inside.LongestAt(text_, at);
  if (inside == WordIndex::kNone) return false;
  const size_t after = at + words_.inside.word(inside).size();
  Numeral scaled = *numeral;
  if (!ReadUnitAt(after, &scaled, reading)) return false;
  *numeral = scaled;
  reading->approximation = words_.grammar.affixes[words_.inside_of[inside]].approximation;
  return true;
}

// 5万余|元: the approximation stands after the scale.
bool QuantityPass::ReadUnitBeyond(Numeral* numeral, Reading* reading) const {
  Numeral scaled = *numeral;
  if (scaled.scale == 0) ReadScale(text_, SkipSpaces(text_, scaled.end, 1), &scaled);
  const int inside = scaled.scale == 0 ? WordIndex::kNone : words_.inside.LongestAt(text_, scaled.end);
  if (inside == WordIndex::kNone) return false;
  const size_t after = scaled.end + words_.inside.word(inside).size();
  const int unit = UnitAt(after, scaled);
  if (unit == WordIndex::kNone) return false;
  *numeral = scaled;
  *reading = {unit, after, scaled.end, true, words_.grammar.affixes[words_.inside_of[inside]].approximation};
  return true;
}

// Finds the unit after `numeral`, across 余 or 多: 50余万元, 三百多人, 5万余元.
bool QuantityPass::ReadUnit(Numeral* numeral, Reading* reading) const {
  if (numeral->scale == 0 && ReadUnitAcross(numeral->head_end, numeral, reading)) return true;
  return ReadUnitBeyond(numeral, reading) || ReadUnitAt(numeral->head_end, numeral, reading);
}

void QuantityPass::SetUnit(Quantity* quantity, int unit, size_t begin) const {
  const Unit& found = words_.unit(unit);
  quantity->unit_index = static_cast<int16_t>(unit);
  quantity->unit = {Offset(begin), Offset(begin + found.literal.size())};
  quantity->text.begin = std::min(quantity->text.begin, quantity->unit.begin);
  quantity->text.end = std::max(quantity->text.end, quantity->unit.end);
  quantity->kind = words_.use(unit).ordinal ? QuantityKind::kOrdinal : found.kind;
  if (found.kind != QuantityKind::kPercent || found.scale == 0) return;
  quantity->value = quantity->value.Scaled(found.scale);  // 三成 is 30 percent
  if (quantity->high) quantity->high = quantity->high->Scaled(found.scale);
}

void QuantityPass::SetYuan(Quantity* quantity) const {
  quantity->yuan.reset();
  if (quantity->unit_index < 0) return;
  const Unit& unit = words_.unit(quantity->unit_index);
  if (IsYuan(unit)) quantity->yuan = quantity->value.Scaled(unit.scale);
}

size_t QuantityPass::TryAmount(const Numeral& given) {
  if (given.too_long) return 0;
  Numeral numeral = given;
  Reading reading;
  if (!ReadUnit(&numeral, &reading)) return TryBareScale(given);
  if (given.bare_multiplier && given.characters < 2) return 0;  // 千人, 百家: no number
  Quantity quantity = MakeQuantity(numeral, QuantityKind::kNumber, numeral.begin, reading.number_end);
  quantity.number.end = Offset(reading.number_end);
  quantity.approximation = reading.approximation;
  last_scale_ = reading.scaled ? numeral.scale : 0;
  if (!reading.scaled) {
    quantity.value = numeral.head;
    quantity.high = numeral.high;
  }
  SetUnit(&quantity, reading.unit, reading.unit_begin);
  ReadSmallMoney(&quantity);
  ReadHalf(&quantity);
  ReadTenth(&quantity);
  FixScore(&quantity);
  FixCode(&quantity, numeral);
  return PushAmount(quantity);
}

// 3千, 3亿5000万: digits with a scale and no unit. Money, when the scale is 万 or 亿.
size_t QuantityPass::TryBareScale(const Numeral& given) {
  if (given.chinese) return 0;
  Numeral numeral = given;
  ReadScale(text_, numeral.end, &numeral);
  if (numeral.end == given.end || (numeral.scale != 0 && !options_.bare_chinese_numerals)) return 0;
  Quantity quantity = MakeQuantity(numeral, QuantityKind::kNumber, numeral.begin, numeral.end);
  last_scale_ = 0;
  if (numeral.scale == 0 && quantity.value >= Decimal::FromInt(10000)) {
    quantity.kind = QuantityKind::kMoney;
    quantity.unit_index = static_cast<int16_t>(words_.yuan);
  }
  return PushAmount(quantity);
}

size_t QuantityPass::PushAmount(Quantity quantity) {
  ReadSign(&quantity);
  ReadPrefix(&quantity);
  SetYuan(&quantity);
  if (quantity.high && quantity.kind != QuantityKind::kOrdinal) quantity.kind = QuantityKind::kRange;
  const size_t end = quantity.text.end;
  Push(quantity);
  return end;
}

// The power of ten that the unit at `*pos` gives to a digit after 元 (块, 角); 0 when there is none.
int QuantityPass::SmallScaleAt(size_t* pos, int last) const {
  const int index = words_.units.LongestAt(text_, *pos);
  const Unit* unit = index == WordIndex::kNone ? nullptr : &words_.unit(words_.unit_of[index]);
  if (unit && IsYuan(*unit) && unit->scale < 0 && unit->scale < last) {
    *pos += unit->literal.size();
    return unit->scale;
  }
  const size_t fen = words_.fen.LengthAt(text_, *pos);
  *pos += fen;
  return fen > 0 ? -2 : 0;
}

// 3元|5角2分, 叁佰元|零伍分|整, 三块|五, 三块五毛|二.
void QuantityPass::ReadSmallMoney(Quantity* quantity) const {
  const Unit& unit = words_.unit(quantity->unit_index);
  if (!IsYuan(unit) || unit.scale > 0 || quantity->high) return;
  for (int last = unit.scale; last > -2;) {
    const Numeral part = NumeralAt(quantity->text.end);
    if (part.empty() || part.decimal || part.scale != 0 || part.head >= Decimal::FromInt(10)) break;
    size_t at = part.end;
    int scale = SmallScaleAt(&at, last);
    if (scale == 0) {  // 三块五: said, not written, so in Chinese numerals
      if (!part.chinese || part.characters != 1 || UnitAt(at, part) != WordIndex::kNone) break;
      scale = last - 1;
    }
    const auto sum = Decimal::Add(quantity->value, part.head.Scaled(scale - unit.scale));
    if (!sum) break;
    quantity->value = *sum;
    quantity->text.end = quantity->number.end = Offset(at);
    last = at == part.end ? -2 : scale;
  }
  quantity->text.end += Offset(words_.whole.LengthAt(text_, quantity->text.end));
}

// 三年半, 五成半, 两个半小时.
void QuantityPass::ReadHalf(Quantity* quantity) const {
  const size_t half = words_.halves.LengthAt(text_, quantity->text.end);
  if (half == 0 || !quantity->chinese || !quantity->value.is_integer() || quantity->high) return;
  const Unit& unit = words_.unit(quantity->unit_index);
  if (unit.kind == QuantityKind::kScore || quantity->kind == QuantityKind::kOrdinal) return;
  const int scale = unit.kind == QuantityKind::kPercent ? unit.scale : 0;
  const auto sum = Decimal::Add(quantity->value, Decimal(5, 1).Scaled(scale));
  if (!sum) return;
  quantity->value = sum->Trimmed();
  quantity->text.end += Offset(half);
  Numeral numeral;
  numeral.chinese = true;
  numeral.characters = 2;
  const int measured = UnitAt(quantity->text.end, numeral);
  if (unit.kind == QuantityKind::kCount && measured != WordIndex::kNone) {
    SetUnit(quantity, measured, quantity->text.end);
  }
}

// 204类06款01项 names a budget line; 01 with any unit is a name.
void QuantityPass::FixCode(Quantity* quantity, const Numeral& numeral) const {
  if (quantity->kind != QuantityKind::kCount && quantity->kind != QuantityKind::kMeasure) return;
  if (numeral.chinese || numeral.decimal) return;
  const bool padded = numeral.integer_digits > 1 && text_[numeral.begin] == '0';
  const bool long_class = IsClass(*quantity) && numeral.integer_digits == 3;
  const bool after_class = !out_->empty() && out_->back().kind == QuantityKind::kCode && IsClass(out_->back()) &&
                           SkipSpaces(text_, out_->back().text.end, 2) == quantity->text.begin;
  if (padded || long_class || after_class) quantity->kind = QuantityKind::kCode;
}

// A unit of the budget classification.
bool QuantityPass::IsClass(const Quantity& quantity) const {
  return quantity.unit_index >= 0 && words_.unit(quantity.unit_index).code == "CLASS";
}

// 七成|五 is 75 percent.
void QuantityPass::ReadTenth(Quantity* quantity) const {
  const Unit& unit = words_.unit(quantity->unit_index);
  if (unit.kind != QuantityKind::kPercent || unit.scale != 1 || quantity->text.end != quantity->unit.end) return;
  const Numeral digit = ReadChinese(text_, quantity->text.end);
  if (digit.characters != 1 || digit.bare_multiplier || UnitAt(digit.end, digit) != WordIndex::kNone) return;
  const auto sum = Decimal::Add(quantity->value, digit.head);
  if (!sum || digit.head >= Decimal::FromInt(10)) return;
  quantity->value = *sum;
  quantity->text.end = digit.end;
}

// The 分 of 8时30分 is a minute.
void QuantityPass::FixScore(Quantity* quantity) const {
  if (quantity->kind != QuantityKind::kScore) return;
  size_t begin = quantity->text.begin;
  if (begin > 0 && text_[begin - 1] == ' ') --begin;
  if (words_.clock_units.LengthBefore(text_, begin) == 0) return;
  quantity->kind = QuantityKind::kMeasure;
  quantity->unit_index = -1;
}

void QuantityPass::ReadSign(Quantity* quantity) const {
  const size_t begin = quantity->text.begin;
  if (begin <= floor()) return;
  if (const size_t length = words_.negatives.LengthBefore(text_, begin); length > 0 && begin - length >= floor()) {
    quantity->value = quantity->value.Negated();
    quantity->text.begin -= Offset(length);
    return;
  }
  const size_t sign = PreviousChar(text_, begin);
  const char32_t c = Char(sign);
  if ((!IsMinus(c) && !IsPlus(c)) || sign < floor()) return;
  if (sign == floor() && !out_->empty() && !EndsClause(out_->back().kind)) return;
  const char32_t before = CharBefore(sign);
  if (IsLetter(before) || IsMinus(before) || before == U'—' || before == U')') return;
  if (IsMinus(c)) quantity->value = quantity->value.Negated();
  quantity->text.begin = Offset(sign);
}

// ￥100, 人民币 100 元, $5万.
void QuantityPass::ReadPrefix(Quantity* quantity) const {
  size_t end = quantity->text.begin;
  if (end > floor() && text_[end - 1] == ' ') --end;
  const int index = words_.prefix_units.LongestBefore(text_, end);
  if (index == WordIndex::kNone) return;
  const int unit = words_.prefix_unit_of[index];
  const size_t begin = end - words_.unit(unit).literal.size();
  if (begin < floor() || words_.unit(unit).kind != QuantityKind::kMoney) return;
  const bool bare = quantity->unit_index < 0;
  if (!bare && words_.unit(quantity->unit_index).kind != QuantityKind::kMoney) return;
  quantity->text.begin = Offset(begin);
  if (!bare && IsYuan(words_.unit(unit))) return;
  const size_t text_end = quantity->text.end;
  if (!bare) quantity->value = quantity->value.Scaled(words_.unit(quantity->unit_index).scale);
  SetUnit(quantity, unit, begin);
  quantity->text.end = Offset(text_end);
}

// 百分之三点五, 百分之10, 百分之三到五.
size_t QuantityPass::TryPrefixUnit(size_t pos) {
  const int index = words_.prefix_units.LongestAt(text_, pos);
  if (index == WordIndex::kNone) return 0;
  const size_t begin = pos + words_.prefix_units.word(index).size();
  const Numeral numeral = NumeralAt(begin);
  if (numeral.empty() || numeral.too_long) return 0;
  Quantity quantity = MakeQuantity(numeral, QuantityKind::kPercent, pos, numeral.end);
  SetUnit(&quantity, words_.prefix_unit_of[index], pos);
  last_scale_ = 0;
  const size_t joiner = words_.range_joiners.LengthAt(text_, numeral.end);
  if (const Numeral high = joiner == 0 ? Numeral() : ReadChinese(text_, numeral.end + joiner);
      !high.empty() && numeral.value() < high.value() && UnitAt(high.end, high) == WordIndex::kNone &&
      words_.prefix_units.LongestAt(text_, high.begin) == WordIndex::kNone) {
    quantity.high = high.value();
    quantity.text.end = quantity.number.end = high.end;
  }
  return PushAmount(quantity);
}

// 第3, 第 3 季度, 第三名. An ordinal in Chinese numerals that names a heading (第一部分) is left out.
size_t QuantityPass::TryOrdinal(const Numeral& numeral) {
  size_t end = numeral.begin;
  if (!numeral.chinese && end > floor() && text_[end - 1] == ' ') --end;
  const size_t length = words_.ordinal_prefixes.LengthBefore(text_, end);
  if (length == 0 || end - length < floor() || numeral.decimal) return 0;
  if (numeral.chinese && words_.ordinal_stops.LengthAt(text_, numeral.end) > 0) return numeral.end;
  Quantity quantity = MakeQuantity(numeral, QuantityKind::kOrdinal, end - length, numeral.end);
  const size_t after = SkipSpaces(text_, numeral.end, numeral.chinese ? 0 : 1);
  const int unit = UnitAt(after, numeral);
  if (unit != WordIndex::kNone && words_.unit(unit).kind != QuantityKind::kMoney) {
    SetUnit(&quantity, unit, after);
    quantity.kind = QuantityKind::kOrdinal;
  }
  const size_t quantity_end = quantity.text.end;
  Push(quantity);
  return quantity_end;
}

}  // namespace mingzhang
