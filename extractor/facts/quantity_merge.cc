// What a quantity becomes beside another (a range, a list of years) and beside an affix (a limit).
#include <algorithm>

#include "extractor/facts/quantity_pass.h"

namespace mingzhang {
namespace {

constexpr size_t kLongestJoiner = 12;   // bytes, with the spaces around it
constexpr size_t kInclusiveReach = 48;  // bytes between （含 and ）

bool IsAmount(QuantityKind kind) {
  switch (kind) {
    case QuantityKind::kNumber: case QuantityKind::kMoney: case QuantityKind::kPercent:
    case QuantityKind::kPercentagePoint: case QuantityKind::kCount: case QuantityKind::kScore:
    case QuantityKind::kMeasure: case QuantityKind::kThreshold: case QuantityKind::kRange: return true;
    default: return false;
  }
}

bool IsBareInteger(const Quantity& quantity, int low, int high) {
  return quantity.kind == QuantityKind::kNumber && quantity.unit_index < 0 && !quantity.high &&
         quantity.value.decimals() == 0 && quantity.text == quantity.number &&
         quantity.value.units() >= low && quantity.value.units() <= high;
}

}  // namespace

size_t QuantityPass::JoinerLength(const WordIndex& joiners, size_t begin, size_t end) const {
  if (end - begin > kLongestJoiner) return 0;
  const size_t at = SkipSpaces(text_, begin, 1);
  const size_t length = at < end ? joiners.LengthAt(text_, at) : 0;
  return length > 0 && SkipSpaces(text_, at + length, 1) == end ? length : 0;
}

void QuantityPass::Push(Quantity quantity) {
  ReadAffixes(&quantity);
  floor_ = quantity.text.end;
  if (tentative_) {
    Quantity low = *tentative_;
    tentative_.reset();
    if (JoinerLength(words_.range_joiners, low.text.end, quantity.text.begin) > 0) {
      if (MergeRange(&low, quantity)) {
        out_->push_back(low);
        return;
      }
      if (quantity.year != 0 && IsBareInteger(low, 1000, 2999)) out_->push_back(low);
    }
  } else if (!out_->empty() && MergeRange(&out_->back(), quantity)) {
    return;
  }
  out_->push_back(quantity);
  ShareDates(quantity);
}

void QuantityPass::PushTentative(Quantity quantity) {
  ReadAffixes(&quantity);
  floor_ = quantity.text.end;
  tentative_ = quantity;
}

// The lower end of a range in the unit of its upper end; false when the two make no range.
bool QuantityPass::LowInUnitOf(const Quantity& low, const Quantity& high, Decimal* from) const {
  const bool low_bare = low.unit_index < 0, high_bare = high.unit_index < 0;
  *from = low.value;
  if (high_bare) {
    if (IsBareInteger(low, 1900, 2100) && IsBareInteger(high, 1900, 2100)) return false;  // years
    return low_bare || words_.use(low.unit_index).before;
  }
  const Unit& unit = words_.unit(high.unit_index);
  if (low_bare) {
    if (low.kind == QuantityKind::kThreshold) return false;
    if (last_scale_ > 0 && from->Scaled(last_scale_) < high.value) *from = from->Scaled(last_scale_);  // 5-10万人
    if (unit.scale > 0 && !(*from < high.value)) *from = from->Scaled(-unit.scale).Trimmed();         // 5000-1万元
    return true;
  }
  if (low.yuan && high.yuan && high.kind != QuantityKind::kNumber) *from = low.yuan->Scaled(-unit.scale).Trimmed();
  return low.yuan.has_value() == high.yuan.has_value() &&
         (low.yuan.has_value() || words_.unit(low.unit_index).code == unit.code);
}

// 10～20万元, 3至5个, 20%-30%: `low` becomes the range.
bool QuantityPass::MergeRange(Quantity* low, const Quantity& high) const {
  if (!IsAmount(low->kind) || !IsAmount(high.kind) || low->high || high.high) return false;
  if (JoinerLength(words_.range_joiners, low->text.end, high.text.begin) == 0) return false;
  Decimal from;
  if (!LowInUnitOf(*low, high, &from) || !(from < high.value)) return false;
  const Quantity bottom = *low;
  if (high.unit_index >= 0) *low = high;
  low->approximation = bottom.approximation == Approximation::kExact ? high.approximation : bottom.approximation;
  low->kind = QuantityKind::kRange;
  low->chinese = bottom.chinese;
  low->text = {bottom.text.begin, high.text.end};
  low->number = {bottom.number.begin, high.number.end};
  low->value = from;
  low->high = high.value;
  SetYuan(low);
  return true;
}

// 2022、2023、2024年 and 1-6月: the mark at the end holds for all before it.
void QuantityPass::ShareDates(const Quantity& last) {
  const bool is_year = last.kind == QuantityKind::kYear || (last.kind == QuantityKind::kDate && last.year != 0);
  const bool is_month = last.kind == QuantityKind::kDate && last.year == 0 && last.month != 0;
  const bool is_day = last.kind == QuantityKind::kDate && last.year == 0 && last.month == 0;
  const bool bare_years = IsBareInteger(last, 1900, 2100);
  if (!is_year && !is_month && !is_day && !bare_years) return;
  const int low = is_year || bare_years ? 1900 : 1, high = is_year || bare_years ? 2100 : is_month ? 12 : 31;
  for (size_t i = out_->size() - 1; i > 0; --i) {
    Quantity& next = (*out_)[i];
    Quantity& before = (*out_)[i - 1];
    const bool joined = JoinerLength(words_.range_joiners, before.text.end, next.text.begin) > 0;
    const bool listed = !bare_years && JoinerLength(words_.list_joiners, before.text.end, next.text.begin) > 0;
    if (!IsBareInteger(before, low, high) || (!joined && !listed)) return;
    const int value = static_cast<int>(before.value.units());
    before.kind = is_year || bare_years ? QuantityKind::kYear : QuantityKind::kDate;
    if (is_year || bare_years) before.year = static_cast<int16_t>(value);
    if (is_month) before.month = static_cast<int8_t>(value);
    if (is_day) before.day = static_cast<int8_t>(value);
    if (!bare_years) continue;
    next.kind = QuantityKind::kYear;
    next.year = static_cast<int16_t>(next.value.units());
    return;
  }
}

// 约, 不低于, 以上, （含）以上. The words themselves stay outside the quantity.
void QuantityPass::ReadAffixes(Quantity* quantity) const {
  if (!IsAmount(quantity->kind)) return;
  const auto apply = [&](const Affix& affix, size_t end) {
    const std::string_view rest = text_.substr(std::min(end, text_.size()));
    for (const std::string_view word : affix.not_before) {
      if (rest.starts_with(word)) return;
    }
    quantity->approximation = affix.approximation;
    if (affix.threshold) quantity->kind = QuantityKind::kThreshold;
  };
  size_t begin = quantity->text.begin;
  if (begin > floor() && text_[begin - 1] == ' ') --begin;
  if (const int index = words_.before.LongestBefore(text_, begin); index != WordIndex::kNone) {
    if (begin - words_.before.word(index).size() >= floor()) {
      apply(words_.grammar.affixes[words_.before_of[index]], begin);
    }
  }
  if (words_.inclusive_marks.LengthBefore(text_, begin) > 0) quantity->kind = QuantityKind::kThreshold;
  size_t at = SkipSpaces(text_, quantity->text.end, 1);
  if (const size_t mark = words_.inclusive_marks.LengthAt(text_, at)) {
    const std::string_view inside = text_.substr(at + mark, kInclusiveReach);
    const size_t close = std::min(inside.find("）"), inside.find(')'));
    if (close == std::string_view::npos) return;
    at += mark + close + (inside[close] == ')' ? 1 : 3);
  }
  if (const int index = words_.after.LongestAt(text_, at); index != WordIndex::kNone) {
    apply(words_.grammar.affixes[words_.after_of[index]], at + words_.after.word(index).size());
  }
}

}  // namespace mingzhang
