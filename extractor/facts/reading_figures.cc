// What a numeral is by what stands around it: a figure without its unit, a code, a marker, a year.
#include "extractor/facts/reading.h"

#include <algorithm>

namespace mingzhang {

int16_t Reading::ClauseWith(Slot slot) const {
  const auto& clauses = grammar_.clauses();
  const auto pattern = std::find_if(clauses.begin(), clauses.end(), [&](const Clause& clause) { return Has(clause.slots, slot); });
  return pattern == clauses.end() ? int16_t{-1} : static_cast<int16_t>(pattern - clauses.begin());
}

SlotSet Reading::SlotsFor(const Quantity& quantity) const {
  SlotSet slots = 0;
  const auto add = [&](bool there, Slot slot) { if (there) slots = slots | slot; };
  add(base_.open, Slot::kBase);
  add(DirectionReaches(quantity), Slot::kDirection);
  add(clause_.share, Slot::kShare);
  add(clause_.completion, Slot::kCompletion);
  add(clause_.unit_cost, Slot::kUnitCost);
  add(clause_.involve, Slot::kInvolve);
  add(clause_.stage_token && quantity.text.begin - clause_.stage_token->range.end <= 2 * kCharacter, Slot::kStage);
  add(true, Slot::kSubject);  // whether there is one, is asked once the rest fits
  add(true, Slot::kCarried);
  return slots;
}

// 压减已到期、任务减少的专项资金42万元: other things stand between the direction and the money.
bool Reading::DirectionReaches(const Quantity& quantity) const {
  if (clause_.direction == nullptr || base_.open) return false;
  if (line_.respective.names.size() >= 2) return true;  // 分别下降5%、6%
  const uint32_t end = clause_.direction->range.end;
  return quantity.text.begin < end || text_.substr(end, quantity.text.begin - end).find("、") == std::string_view::npos;
}

// 任务减少的专项资金42万元: says what kind of money it is, not how it changed.
bool Reading::IsAttribute(const Token& direction, const Token* next) const {
  const auto of = static_cast<uint32_t>(grammar_.document().attribute_words.index().LengthAt(text_, direction.range.end));
  return of > 0 && !(next && next->quantity && next->range.begin <= direction.range.end + of);
}

// 增幅比上年提高2个百分点; 完成预算的95%，比上年提高1个百分点: a rate changed, not the amount.
bool Reading::ChangesRate() const {
  if (clause_.of_rate || clause_.share || clause_.completion) return true;
  const Fact* last = LastOfSentence();
  if (!clause_.mentions.empty() || !last) return false;
  return last->measure == Measure::kShare || last->measure == Measure::kCompletionRate || last->measure == Measure::kChangeRate;
}

// 减少2万元(-4%): the rate of the change before the bracket.
bool Reading::IsRateOfLastChange(const Quantity& quantity) const {
  constexpr uint32_t kReach = 4 * kCharacter;
  if (quantity.kind != QuantityKind::kPercent || clause_.direction || clause_.share || clause_.completion || !InBracketAlone(quantity)) return false;
  return !out_->facts.empty() && out_->facts.back().measure == Measure::kChange && line_.last_direction &&
         quantity.text.begin - out_->facts.back().value_range.end <= kReach;
}

// 由上年的70万元提高到…: not 由年初预算的70万元调整为….
bool Reading::AmountBeforeFollows(const Token* next) const {
  constexpr std::ptrdiff_t kReach = 4;  // tokens
  const bool before = next->quantity ? next->quantity->year != 0 && next->quantity->year < CurrentYear()
                                     : next->word && next->word->kind == WordKind::kPeriod && next->word->value < 0;
  if (!before) return false;
  const Token* const end = next + std::min(kReach, line_.tokens_end - next);
  const Token* figure = std::find_if(next, end, [](const Token& token) { return token.mark != Mark::kNone || (token.quantity && token.quantity->kind == QuantityKind::kMoney); });
  return figure != end && figure->quantity;
}

// 较上年：-6000元(-9.38%): a printed sign is a direction.
const Word* Reading::SignOf(const Quantity& quantity) const {
  static const Word kUp{.kind = WordKind::kDirection, .value = 1}, kDown{.kind = WordKind::kDirection, .value = -1};
  const char sign = quantity.text.begin < quantity.number.end ? text_[quantity.text.begin] : '0';
  return sign == '+' ? &kUp : sign == '-' ? &kDown : nullptr;
}

// 年初预算9万元，决算8万元，相差1万元: whether what was spent is less than the plan, by the amounts told last. Nothing when they
// do not differ by so much.
std::optional<bool> Reading::FallsShort(const Token* difference) const {
  if (!difference || !difference->quantity || !difference->quantity->yuan) return std::nullopt;
  const auto is_plan = [](const Fact& fact) { return fact.stage == Stage::kBudget || fact.stage == Stage::kAdjustedBudget; };
  const Fact* told = nullptr;
  for (Index i = FactCount(); i-- > LookBackTo(line_.first_fact);) {
    const Fact& fact = FactAt(i);
    if (fact.sentence != sentence_.ordinal) break;
    if (fact.measure != Measure::kAmount || !fact.yuan) continue;
    if (!told) {
      told = &fact;
      continue;
    }
    if (fact.concept_id != told->concept_id || is_plan(fact) == is_plan(*told)) return std::nullopt;
    const Fact& spent = is_plan(fact) ? *told : fact;
    const Fact& plan = is_plan(fact) ? fact : *told;
    const bool less = *spent.yuan < *plan.yuan;
    const auto apart = less ? Decimal::Subtract(*plan.yuan, *spent.yuan) : Decimal::Subtract(*spent.yuan, *plan.yuan);
    return apart == difference->quantity->yuan ? std::optional(less) : std::nullopt;
  }
  return std::nullopt;
}

// A number that is a figure of money or of people, though it has no unit of its own.
std::optional<Quantity> Reading::WithoutUnit(const Token& token, const Token* next) const {
  Quantity figure = *token.quantity;
  if (CountsPeople(figure, next)) {
    figure.kind = QuantityKind::kCount;
    figure.unit_index = UnitOf("PERSON");
    return figure;
  }
  const bool staged = clause_.stage_token && clause_.stage_token->range.end == figure.text.begin;
  if (figure.kind == QuantityKind::kThreshold && figure.yuan && staged && document_.stage == Stage::kFinal) {
    figure.kind = QuantityKind::kMoney;  // 控制在年初预算9万元以内
    return figure;
  }
  if (figure.kind != QuantityKind::kNumber) return std::nullopt;
  if (IsBareZero(token, next)) return Zero(figure);
  const Quantity* money = UnitOfBase(figure, next);  // 较上年2.08减少0.03万元
  if (!money) money = UnitInTurn(figure, next);
  if (!money) return std::nullopt;
  figure.kind = QuantityKind::kMoney;
  figure.unit_index = money->unit_index;
  figure.yuan = figure.value.Scaled(UnitAt(money->unit_index).scale);
  return figure;
}

// 公务接待费0, 公务用车保有量为0: no money, or none of what is counted.
Quantity Reading::Zero(const Quantity& number) const {
  const Concept* named = clause_.mentions.empty() ? nullptr : &ConceptOf(clause_.mentions.back().concept_id);
  Quantity zero = number;
  if (named && !named->Allows(Measure::kAmount) && named->Allows(Measure::kCount)) {
    zero.kind = QuantityKind::kCount;
    zero.unit_index = UnitOf(named->count_unit.empty() ? "ITEM" : named->count_unit);
  } else {
    zero.kind = QuantityKind::kMoney;
    zero.unit_index = UnitOf("CNY");
    zero.yuan = zero.value;
  }
  return zero;
}

// “三公”经费预算为0，: a nought right after the name or the stage of a figure, and nothing after it.
bool Reading::IsBareZero(const Token& token, const Token* next) const {
  const Quantity& quantity = *token.quantity;
  if (quantity.kind != QuantityKind::kNumber || !quantity.value.is_zero() || InReason() || line_.passage == Passage::kPurpose) return false;
  const bool ends = !next || (next->mark != Mark::kNone && next->mark != Mark::kOpen && next->mark != Mark::kColon);
  if (!ends || (next && next->range.begin > quantity.text.end)) return false;
  const bool stage = clause_.stage_token && quantity.text.begin - clause_.stage_token->range.end <= kCharacter;
  const bool name = !clause_.mentions.empty() && quantity.text.begin - clause_.mentions.back().range.end <= 2 * kCharacter;
  const bool said = clause_.mentions.empty() && quantity.text.begin > clause_.begin && quantity.text.begin - clause_.begin <= 2 * kCharacter &&  // 与上年持平，均为0
                    LineHasFact();
  return stage || name || said;
}

// 较上年2.08减少0.03万元: a bare number right after the base has the unit of the change that follows.
const Quantity* Reading::UnitOfBase(const Quantity& quantity, const Token* next) const {
  if (quantity.kind != QuantityKind::kNumber || !base_.open || InReason() || (base_.year == 0 && base_.stage == Stage::kNone)) return nullptr;
  if (quantity.text.begin - clause_.read_from > clause_.known + kCharacter || !next || !next->word || next->word->kind != WordKind::kDirection) return nullptr;
  const Token* change = next + 1;
  if (change >= line_.tokens_end || !change->quantity || change->quantity->kind != QuantityKind::kMoney || next->range.begin != quantity.text.end) return nullptr;
  return change->quantity->unit_index >= 0 ? change->quantity : nullptr;
}

// 各是8、7万元: a number among figures that go to names in turn has the unit of the last.
const Quantity* Reading::UnitInTurn(const Quantity& quantity, const Token* next) const {
  if (line_.respective.names.size() < 2 || !line_.respective.armed || InReason()) return nullptr;
  for (uint32_t end = quantity.text.end; next && next + 1 < line_.tokens_end && next->range.begin == end; next += 2) {
    const bool in_turn = next->mark == Mark::kListComma || next->mark == Mark::kComma;
    const Quantity* following = next[1].quantity;
    if (!in_turn || !following || following->text.begin != next->range.end) return nullptr;
    if (following->kind == QuantityKind::kMoney) return following->unit_index >= 0 ? following : nullptr;
    if (following->kind != QuantityKind::kNumber) return nullptr;
    end = following->text.end;
  }
  return nullptr;
}

// 编制数42，实有40人; 事业编制166个: people, counted without their word.
bool Reading::CountsPeople(const Quantity& quantity, const Token* next) const {
  if (clause_.mentions.empty() || quantity.text.begin - clause_.mentions.back().range.end > kCharacter || InReason()) return false;
  const bool ends = next && next->mark != Mark::kNone && next->mark != Mark::kOpen && next->range.begin == quantity.text.end;
  const bool item = quantity.kind == QuantityKind::kCount && quantity.unit_index >= 0 && UnitAt(quantity.unit_index).people;
  if (quantity.kind != QuantityKind::kNumber && !item) return false;
  const Concept& named = ConceptOf(clause_.mentions.back().concept_id);
  return ends && named.count_unit == "PERSON" && named.stage == Stage::kStock;
}

// 2022基本支出预算: a number right before a name, at the begin of a clause, that can be a year of this document.
bool Reading::IsYearWithoutWord(const Quantity& quantity, const Token* next) const {
  if (quantity.kind != QuantityKind::kNumber || quantity.text.size() != 4 || !next || !next->word || next->range.begin != quantity.text.end) return false;
  const bool names = next->word->kind == WordKind::kConcept || next->word->kind == WordKind::kStage;
  if (!names || !clause_.mentions.empty() || clause_.had_figure || quantity.value.decimals() != 0) return false;
  const int year = std::atoi(std::string(text_.substr(quantity.number.begin, 4)).c_str());
  return year >= document_.fiscal_year - 2 && year <= document_.fiscal_year + 1;
}

// 1、20104-发展与改革事务: a number and a mark open the line; or a number and, with no mark, a name: 1基本支出80万元.
bool Reading::IsBareMarker(const Token& token, const Token* next) const {
  const Quantity& quantity = *token.quantity;
  const bool opens = quantity.kind == QuantityKind::kNumber && quantity.text.begin == line_.range.begin && quantity.text.size() <= 2;
  if (!opens || !next || next->range.begin != quantity.text.end) return false;
  return next->mark == Mark::kListComma || (next->word && next->word->kind == WordKind::kConcept);
}

// 检察一部、检察二部: a numeral in a name.
bool Reading::IsPartOfName(const Quantity& quantity, const Token* next) const {
  const uint32_t before = quantity.text.begin - clause_.read_from;
  const bool chinese = static_cast<unsigned char>(text_[quantity.number.begin]) >= 0xE0 && quantity.number.size() == kCharacter;
  return quantity.kind == QuantityKind::kCount && chinese && next && next->mark != Mark::kNone && next->range.begin == quantity.text.end &&
         before >= clause_.known + 2 * kCharacter && clause_.told + 2 * kCharacter <= quantity.text.begin;
}

// 20104-发展与改革事务: a code of the classification and its name.
bool Reading::IsHyphenedCode(const Quantity& quantity) const {
  const std::string_view after = text_.substr(quantity.text.end, 1);
  return quantity.kind == QuantityKind::kNumber && quantity.text.size() == quantity.number.size() && after == "-";
}

bool Reading::InBracketAlone(const Quantity& quantity) const {
  return quantity.text.begin > line_.range.begin && text_[quantity.text.begin - 1] == '(' && text_.substr(quantity.text.end, 1) == ")";
}

// Right after the word, or after one word or colon more: 支出均为7万元, 支出：7万元.
bool Reading::MoneyFollows(const Token& token, const Token* next) const {
  uint32_t end = token.range.end;
  const bool between = next && next->range.begin == end &&
                       (next->mark == Mark::kColon || (next->word && (next->word->kind == WordKind::kEach || next->word->kind == WordKind::kStage)));
  if (between && next + 1 < line_.tokens_end) end = (next++)->range.end;
  return next && next->quantity && next->quantity->kind == QuantityKind::kMoney && next->range.begin == end;
}

// How many figures follow one after another, up to the next word: 8、7万元.
size_t Reading::FiguresInTurn(const Token* next) const {
  size_t figures = 0;
  if (next && next->word && next->word->kind == WordKind::kDirection) ++next;
  for (; next && next < line_.tokens_end; ++next) {
    if (next->word || (next->mark != Mark::kNone && next->mark != Mark::kComma && next->mark != Mark::kListComma)) break;
    figures += next->quantity != nullptr;
  }
  return figures;
}

// 5.98%、6.13%: another figure of the same kind stands beside this one.
bool Reading::FigureFollowsInList(const Token& token, const Token* next) const {
  return next && next->mark == Mark::kListComma && next + 1 < line_.tokens_end && next[1].quantity && next[1].quantity->kind == token.quantity->kind;
}

// 优的4个、良的7个: a count follows the grade.
bool Reading::CountFollows(const Token* next) const {
  constexpr uint32_t kReach = 6 * kCharacter;  // of the words between: 的项目有
  const Token* from = next;
  for (; next && next < line_.tokens_end && next->mark == Mark::kNone && next->range.begin - from->range.begin <= kReach; ++next) {
    if (next->quantity) return next->quantity->kind == QuantityKind::kCount;
  }
  return false;
}

bool Reading::GradesGoOn(const Token* next) const {
  const bool graded = !subject_.qualifiers.empty() && subject_.qualifiers.back().first == "grade";
  return graded && clause_.mentions.empty() && clause_.known == 0 && CountFollows(next);
}

int16_t Reading::UnitOf(std::string_view code) const {
  const Units& units = grammar_.units();
  const auto unit = std::find_if(units.begin(), units.end(), [&](const Unit& u) { return u.code == code; });
  return unit == units.end() ? int16_t{-1} : static_cast<int16_t>(unit - units.begin());
}

void Reading::SetUnit(const Quantity& quantity, Fact* fact) const {
  fact->unit = quantity.unit_index;
  fact->unit_range = quantity.unit;
  const std::string& counted = ConceptOf(fact->concept_id).count_unit;
  if (quantity.kind == QuantityKind::kMoney || counted.empty() || (fact->measure != Measure::kCount && fact->measure != Measure::kChange)) return;
  if (const int16_t unit = UnitOf(counted); unit >= 0) fact->unit = unit;
}

Index Reading::FindAmount(const Fact& like, int16_t year, Stage stage) const {
  for (Index i = FactCount(); i-- > LookBackTo(0);) {
    const Fact& fact = FactAt(i);
    if ((fact.measure == Measure::kAmount || fact.measure == Measure::kCount) && fact.concept_id == like.concept_id && fact.period.year == year &&
        fact.stage == stage && fact.qualifiers == like.qualifiers) {
      return i;
    }
  }
  return kNone;
}

}  // namespace mingzhang
