// The facts made of what was read, and what each leaves behind.
#include <algorithm>

#include "extractor/facts/concept_fit.h"
#include "extractor/facts/reader.h"

namespace mingzhang {
namespace {

bool IsChange(Measure measure) { return measure == Measure::kChange || measure == Measure::kChangeRate; }
bool IsLevel(Measure measure) { return measure == Measure::kAmount || measure == Measure::kCount; }

// Of a word of direction, or of none. 变动率-5%: the figure has the sign.
Direction DirectionOf(const Token* token, const Fact& fact) {
  if (!token) return Direction::kNone;
  if (token->word->kind == WordKind::kFlat) return Direction::kUnchanged;
  if (token->word->use == WordUse::kAsSigned || token->word->use == WordUse::kAsTold) return fact.value.sign() < 0 ? Direction::kDecrease : Direction::kIncrease;
  return token->word->value > 0 ? Direction::kIncrease : Direction::kDecrease;
}

}  // namespace

Fact Reader::NewFact(const Subject& subject, Measure measure) const {
  Fact fact;
  fact.concept_id = subject.concept_id;
  fact.measure = measure;
  fact.qualifiers = subject.qualifiers;
  fact.period = PeriodFor(subject);
  fact.stage = StageFor(subject, fact.period);
  if (ConceptOf(subject.concept_id).stage == Stage::kNone && clause_.stage == Stage::kNone) {
    if (IsChange(measure)) SetStageOfChange(subject, &fact);
    else if (measure == Measure::kShare && subject.stage != Stage::kNone) fact.stage = subject.stage;
  }
  fact.section = section_.index;
  fact.sentence = sentence_.ordinal;
  fact.label_range = subject.label;
  if (fact.period.binding == Binding::kExplicit) fact.period_range = sentence_.time.year_range;
  return fact;
}

void Reader::EmitFigure(const Clause& clause, const Subject& subject, const Quantity& quantity) {
  // 2017年5万元，2016年3万元，与上年相比增加2万元: the year before is the one told last
  const bool points_back = base_.set && base_.amount == kNone && base_.year != 0 && sentence_.time.year != 0 && base_.year == sentence_.time.year - 1;
  const bool of_change = IsChange(clause.measure);
  if (of_change && (!base_.set || points_back) && !clause_.own_year) CompareWithLast(subject.concept_id);
  const Index index = Emit(FactOf(clause, subject, quantity));
  ClaimLast(NumeralClass::kValue);
  if (clause.compared) base_.amount = index;
  if (clause.compared || clause.whole || IsOfBasis(clause)) asides_.push_back(index);
  if (of_change) {
    if (clause_.direction) line_.last_direction = clause_.direction;
    Compare(index, clause_.direction);
  }
  if (base_.of_word) base_ = {};
  if (!clause.compared && IsLevel(clause.measure)) line_.compared = {};
  clause_.had_figure = true;
  sentence_.told_of.clear();
  const bool another = clause.measure == Measure::kCompletionRate && clause_.next_plan != Stage::kNone;
  if (another) {  // 完成年初预算、调整预算的110%和98%
    clause_.completion_stage = clause_.next_plan;
    clause_.next_plan = Stage::kNone;
    return;
  }
  if (line_.respective.GoesOn()) ++line_.respective.next;  // the same reading for the next name
  else Spend(clause, subject, index);
}

// What the pattern says of the figure.
Fact Reader::FactOf(const Clause& clause, const Subject& subject, const Quantity& quantity) const {
  Fact fact = NewFact(subject, clause.measure);
  fact.rule = static_cast<int16_t>(&clause - grammar_.clauses().data());
  fact.value = quantity.value;
  fact.yuan = quantity.yuan;
  fact.value_range = quantity.number;
  fact.statement = {clause_.begin, quantity.text.end};
  SetUnit(quantity, &fact);
  if (IsChange(clause.measure) && clause_.direction) {
    fact.direction_range = clause_.direction->range;
    const Word& word = *clause_.direction->word;
    const bool falls = word.value < 0 || (word.use == WordUse::kAsTold && FallsShort(clause_.direction + 1).value_or(false));
    if (falls && fact.value.sign() > 0) {
      fact.value = fact.value.Negated();
      if (fact.yuan) fact.yuan = fact.yuan->Negated();
    }
    fact.basis = ChangeBasis(fact.stage);
  }
  if (clause.compared) {
    const Basis basis = ChangeBasis(fact.stage);
    fact.period = {basis.year, 0, 0, base_.year != 0 ? Binding::kExplicit : Binding::kDerived};
    if (ConceptOf(fact.concept_id).stage == Stage::kNone) fact.stage = basis.stage;
  }
  if (clause.measure == Measure::kShare) fact.basis.concept_id = WholeFor(fact.concept_id);
  if (clause.measure == Measure::kCompletionRate) SetBudgetCompleted(subject, &fact);
  return fact;
}

// 完成年初预算的98%: of which plan, and how much of it was carried out.
void Reader::SetBudgetCompleted(const Subject& subject, Fact* fact) const {
  Stage plan = clause_.completion_stage != Stage::kNone ? clause_.completion_stage : clause_.stage;
  if (plan == Stage::kNone) plan = PlanTold(*fact);
  fact->basis = {fact->period.year, plan, kNoConcept};
  if (subject.stage == Stage::kExecution) fact->stage = subject.stage;  // 执行数9.8万元，执行率98%
  if (fact->stage != plan && fact->stage != Stage::kBudget) return;
  fact->stage = subject.stage != Stage::kNone && subject.stage != plan ? subject.stage : DocumentStage(fact->period.year);
}

// 完成年初预算80万元: the amount is of the plan.
bool Reader::IsOfBasis(const Clause& clause) const {
  return clause_.completion && clause.measure == Measure::kAmount && clause_.completion_stage != Stage::kNone;
}

// What the figure used up: the words that led to it, and the names but for those of a comparison.
void Reader::Spend(const Clause& clause, const Subject& subject, Index index) {
  const bool of_basis = IsOfBasis(clause);
  if (line_.passage == Passage::kPurpose) line_.passage = Passage::kPlain;
  clause_.direction = nullptr;
  clause_.unit_cost = clause_.involve = false;
  if (clause.measure == Measure::kShare) clause_.share = false, clause_.whole = kNoConcept;
  if (clause.measure == Measure::kCompletionRate) clause_.completion = false;
  const bool states = !of_basis && !clause.compared && !clause.whole && !clause_.share;
  if (states) {
    const Fact& emitted = FactAt(index);
    if (list_.open && IsLevel(emitted.measure) && list_.total != index) list_.parts.push_back(index);
    Subject spoken = subject;
    spoken.concept_id = emitted.concept_id;
    const bool level = IsLevel(clause.measure);
    Remember(spoken, level ? emitted.stage : subject.stage);
    if (level) clause_.stage = Stage::kNone, clause_.stage_token = nullptr;
  }
  if (states || of_basis || clause.whole) clause_.mentions.clear();
}

// 政府性基金收支预算100万元: the figure is of both sides.
void Reader::EmitTwin(const Subject& subject) {
  const Word* word = subject.word;
  if (!word || word->second == kNoConcept || word->kind != WordKind::kConcept || line_.respective.armed) return;  // 收入和支出分别增长4%、9%: one each
  Fact twin = out_->facts.back();
  if (twin.concept_id != word->concept_id && twin.concept_id != word->second) return;
  twin.concept_id = twin.concept_id == word->second ? word->concept_id : word->second;
  Emit(std::move(twin));
}

// 收入总计、支出总计均增加4万元，增长5%: the rate is of each that so changed.
void Reader::EmitTwinRates() {
  const Fact rate = out_->facts.back();
  const Index last = FactCount() - 2;
  if (rate.measure != Measure::kChangeRate || last < line_.first_fact) return;
  std::vector<Fact> twins;
  bool own = false;
  for (Index i = last; i >= LookBackTo(line_.first_fact); --i) {
    const Fact& fact = FactAt(i);
    if (fact.measure != Measure::kChange || fact.sentence != rate.sentence || fact.value_range.begin != FactAt(last).value_range.begin) break;
    own |= fact.concept_id == rate.concept_id && fact.qualifiers == rate.qualifiers;
    Fact twin = rate;
    twin.concept_id = fact.concept_id;
    twin.qualifiers = fact.qualifiers;
    twin.label_range = fact.label_range;
    if (twin.concept_id != rate.concept_id) twins.push_back(std::move(twin));
  }
  for (Fact& twin : twins) {
    if (own && !rate.value_range.empty()) Emit(std::move(twin));
  }
}

// 因公出国费、公务接待费均为0万元: the figure is of each.
void Reader::EmitForEach(const std::vector<Mention>& names, const Quantity& quantity) {
  const Fact last = out_->facts.back();
  for (const Mention& name : names) {
    const ConceptId fit = FitConcept(grammar_, name.concept_id, last.measure, &quantity);
    if (fit == kNoConcept || fit == last.concept_id) continue;
    Fact fact = last;
    fact.concept_id = fit;
    fact.qualifiers = name.qualifiers;
    fact.label_range = name.range;
    Emit(std::move(fact));
  }
}

// 年初预算、决算均为5万元: at each stage.
void Reader::EmitForStages(uint8_t stages) {
  const Fact last = out_->facts.back();
  for (uint8_t i = 0; i < stages; ++i) {
    if (clause_.stages[i] == last.stage || ConceptOf(last.concept_id).stage != Stage::kNone) continue;
    Fact fact = last;
    fact.stage = clause_.stages[i];
    asides_.push_back(Emit(std::move(fact)));
  }
}

// 各增加1万元: of the other side as well.
void Reader::EmitOtherSide(const Clause& clause) {
  if (sentence_.other_side == kNoConcept || !IsChange(clause.measure)) return;
  Fact twin = out_->facts.back();
  twin.concept_id = sentence_.other_side;
  Emit(std::move(twin));
}

void Reader::Remember(const Subject& subject, Stage stage) {
  const Stage kept = stage != Stage::kNone ? stage : subject_.concept_id == subject.concept_id ? subject_.stage : Stage::kNone;
  subject_ = subject;
  subject_.stage = kept;
}

Index Reader::Emit(Fact fact) {
  const auto index = FactCount();
  const Concept& told = ConceptOf(fact.concept_id);
  if (fact.measure == Measure::kAmount && told.whole != Whole::kNone) totals_told_[static_cast<size_t>(told.side)] = fact.concept_id;
  out_->facts.push_back(std::move(fact));
  return index;
}

// Joins a change to the comparison of its sentence, or opens one.
void Reader::Compare(Index index, const Token* direction_word) {
  const Fact& fact = FactAt(index);
  const Direction direction = DirectionOf(direction_word, fact);
  const bool rate = fact.measure == Measure::kChangeRate;
  if (!GoesOnWithComparison(fact)) {
    Comparison comparison;
    comparison.concept_id = fact.concept_id;
    comparison.basis = fact.basis;
    comparison.statement = fact.statement;
    comparison.direction = direction;
    comparison.subject = FindAmount(fact, fact.period.year, fact.stage);
    comparison.base = base_.amount != kNone ? base_.amount : FindAmount(fact, fact.basis.year, fact.basis.stage);
    out_->comparisons.push_back(comparison);
  }
  Comparison& comparison = out_->comparisons.back();
  (rate ? comparison.rate : comparison.change) = index;
  if (rate) comparison.rate_direction = direction;
  const uint32_t end = direction_word ? direction_word->range.end : 0;
  comparison.statement.end = std::max({comparison.statement.end, fact.statement.end, end});
}

// 增加2万元，增长5%: whether the last comparison, of the same sentence, waits for this change or rate.
bool Reader::GoesOnWithComparison(const Fact& fact) const {
  if (out_->comparisons.empty()) return false;
  const Comparison& last = out_->comparisons.back();
  const Index own = fact.measure == Measure::kChangeRate ? last.rate : last.change;
  const Index told = last.change != kNone ? last.change : last.rate;
  return own == kNone && last.concept_id == fact.concept_id && last.basis == fact.basis && FactAt(told).sentence == fact.sentence;
}

// One fact for each concept denied.
void Reader::EmitNegatives(uint32_t end) {
  const int16_t rule = ClauseWith(Slot::kNone);
  if (rule < 0) return;
  std::vector<Subject> subjects = NamedAfterDenial(end);
  if (subjects.empty() && clause_.anaphor) {
    if (clause_.in_reason) return;  // 主要原因是无此项支出
    if (const auto meant = MeantByDenial()) subjects.push_back(*meant);
  }
  if (subjects.empty() && IsBareDenial(end)) {
    if (const auto meant = MeantByDenial()) subjects.push_back(*meant);
  }
  if (subjects.empty() && clause_.mentions_before_none > 0 && end - clause_.none->range.end <= 2 * kCharacter) subjects = NamedBeforeDenial();
  // 年初未安排预算，支出决算…: denied of the line being spoken of, at that stage.
  const bool stage_denied = clause_.stage_token && clause_.stage_token->range.begin == clause_.none->range.end && document_.stage == Stage::kFinal;
  if (subjects.empty() && stage_denied && subject_.concept_id != kNoConcept) subjects.push_back(subject_);
  uint32_t begin = clause_.begin;
  if (stage_denied && clause_.mentions_before_none > 0 && clause_.mentions[0].functional) {  // the line's long name denies nothing
    const uint32_t none = clause_.none->range.begin;
    begin = sentence_.time.year_range.end == none ? sentence_.time.year_range.begin : none;
  }
  for (const Subject& subject : subjects) EmitNegative(subject, {begin, end}, rule);
}

void Reader::EmitNegative(const Subject& subject, Range statement, int16_t rule) {
  const Concept& concept_ = ConceptOf(subject.concept_id);
  const bool counted = concept_.stage == Stage::kStock && concept_.Allows(Measure::kCount);
  const Measure measure = concept_.Allows(Measure::kAmount) && !counted ? Measure::kAmount : Measure::kCount;
  if (!concept_.Allows(measure)) return;
  Fact fact = NewFact(subject, measure);
  fact.assertion = Assertion::kNegative;
  if (measure == Measure::kCount) fact.unit = UnitOf(concept_.count_unit);
  fact.statement = statement;
  fact.rule = rule;
  Emit(std::move(fact));
  Remember(subject, Stage::kNone);
}

}  // namespace mingzhang
