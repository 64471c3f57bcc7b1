// The facts made of what was read, and what each leaves behind.
#include <algorithm>

#include "extractor/facts/reader.h"

namespace mingzhang {
namespace {

constexpr size_t kLookBack = 24;    // facts

}  // namespace

Fact Reader::NewFact(const Subject& subject, Measure measure) {
  Fact fact;
  fact.concept_id = subject.concept_id;
  fact.measure = measure;
  fact.qualifiers = subject.qualifiers;
  fact.period = PeriodFor(subject);
  fact.stage = StageFor(subject, fact.period);
  const Stage own = ConceptOf(subject.concept_id).stage;
  const bool of_change = measure == Measure::kChange || measure == Measure::kChangeRate;
  if (of_change && own == Stage::kNone && clause_.stage == Stage::kNone) {
    // 比上年预算 in final accounts compares budgets; otherwise a change is of the document's own stage.
    const bool budgets = base_.set && base_.stage == Stage::kBudget && base_.year != 0 && base_.year != fact.period.year;
    // …执行数…，与…执行数一致: what is compared is the document's own year.
    if (base_.set && base_.year == fact.period.year && base_.stage == Stage::kExecution) fact.period.year = document_.fiscal_year;
    const bool saved = base_.set && base_.stage == Stage::kBudget && base_.year == fact.period.year;  // 采购计划5万元，实际采购4万元，节约1万元
    const Stage stated = (base_.stage == Stage::kNone || saved) && !government_ ? StageStated(subject.concept_id) : Stage::kNone;
    const bool spent = stated == Stage::kFinal || stated == Stage::kExecution;  // 决算3万元，比上年减少…
    if (spent) fact.stage = stated;
    else if (budgets && StageStated(subject.concept_id) == Stage::kBudget) fact.stage = Stage::kBudget;  // 预算3万元，比上年预算减少…
    else if (!(budgets && fact.stage == Stage::kBudget)) fact.stage = DocumentStage(fact.period.year);
  } else if (measure == Measure::kShare && own == Stage::kNone && clause_.stage == Stage::kNone && subject.stage != Stage::kNone) {
    fact.stage = subject.stage;
  }
  fact.section = section_;
  fact.sentence = sentence_.ordinal;
  fact.label_range = subject.label;
  if (fact.period.binding == Binding::kExplicit) fact.period_range = sentence_.year_range;
  return fact;
}

// The stage of the last amount of the concept in this sentence.
Stage Reader::StageStated(ConceptId concept_id) const {
  for (auto i = static_cast<Index>(out_->facts.size()); i-- > first_fact_of_line_;) {
    const Fact& fact = out_->facts[static_cast<size_t>(i)];
    if (fact.sentence != sentence_.ordinal) break;
    if (fact.concept_id == concept_id && fact.measure == Measure::kAmount && !IsAside(i)) return fact.stage;
  }
  return Stage::kNone;
}

void Reader::SetUnit(const Quantity& quantity, Fact* fact) const {
  fact->unit = quantity.unit_index;
  fact->unit_range = quantity.unit;
  const std::string& counted = ConceptOf(fact->concept_id).count_unit;
  if (quantity.kind == QuantityKind::kMoney || counted.empty() || (fact->measure != Measure::kCount && fact->measure != Measure::kChange)) return;
  if (const int16_t unit = UnitOf(counted); unit >= 0) fact->unit = unit;
}

// The first unit with this code; -1 when there is none.
int16_t Reader::UnitOf(std::string_view code) const {
  const Units& units = grammar_.units();
  const auto unit = std::find_if(units.begin(), units.end(), [&](const Unit& u) { return u.code == code; });
  return unit == units.end() ? int16_t{-1} : static_cast<int16_t>(unit - units.begin());
}

void Reader::EmitFigure(const Clause& clause, const Subject& subject, const Quantity& quantity) {
  const bool of_change = clause.measure == Measure::kChange || clause.measure == Measure::kChangeRate;
  // 2017年5万元，2016年3万元，与上年相比增加2万元: the year before is the one told last
  const bool points_back = base_.set && base_.amount == kNone && base_.year != 0 && sentence_.year != 0 && base_.year == sentence_.year - 1;
  if (of_change && (!base_.set || points_back) && !clause_.own_year) CompareWithLast(subject.concept_id);
  Fact fact = NewFact(subject, clause.measure);
  fact.rule = static_cast<int16_t>(&clause - grammar_.clauses().data());
  fact.value = quantity.value;
  fact.yuan = quantity.yuan;
  fact.value_range = quantity.number;
  SetUnit(quantity, &fact);
  Direction direction = Direction::kNone;
  Range direction_range;
  if (of_change && clause_.direction) {
    direction = clause_.direction->word->value > 0 ? Direction::kIncrease : Direction::kDecrease;
    direction_range = fact.direction_range = clause_.direction->range;
    last_direction_ = clause_.direction;
    if (direction == Direction::kDecrease && fact.value.sign() > 0) {
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
  if (clause.measure == Measure::kCompletionRate) {
    const Stage stage = clause_.completion_stage != Stage::kNone ? clause_.completion_stage : clause_.stage != Stage::kNone ? clause_.stage : Stage::kBudget;
    fact.basis = {fact.period.year, stage, kNoConcept};
    if (fact.stage == stage || fact.stage == Stage::kBudget) fact.stage = subject.stage != Stage::kNone && subject.stage != stage ? subject.stage : DocumentStage(fact.period.year);
  }
  fact.statement = {clause_.begin, quantity.text.end};
  const bool compared = clause.compared;
  const bool of_whole = clause.whole;
  const Index index = Emit(std::move(fact));
  ClaimLast(NumeralClass::kValue);
  const Fact& emitted = out_->facts[static_cast<size_t>(index)];
  if (compared) base_.amount = index;
  const bool of_basis = clause_.completion && clause.measure == Measure::kAmount && clause_.completion_stage != Stage::kNone;
  if (compared || of_whole || of_basis) asides_.push_back(index);
  if (of_change) Compare(index, direction, direction_range);
  if (base_.of_word) base_ = {};
  const bool states = !of_change && !compared && (clause.measure == Measure::kAmount || clause.measure == Measure::kCount);
  if (states) compared_ = {};
  clause_.had_figure = true;
  told_of_.clear();
  if (respective_armed_ && next_respective_ < respective_.size()) {  // the same reading for the next name
    ++next_respective_;
    return;
  }
  if (scope_ == Scope::kPurpose) scope_ = Scope::kPlain;
  clause_.direction = nullptr;
  clause_.unit_cost = clause_.involve = false;
  if (clause.measure == Measure::kShare) clause_.share = false, clause_.whole = kNoConcept;
  if (clause.measure == Measure::kCompletionRate) clause_.completion = false;
  if (of_basis) {
    clause_.mentions.clear();
  } else if (!compared && !of_whole && !clause_.share) {
    if (list_.open && (emitted.measure == Measure::kAmount || emitted.measure == Measure::kCount) && list_.total != index) list_.parts.push_back(index);
    Subject spoken = subject;
    spoken.concept_id = emitted.concept_id;
    const bool level = clause.measure == Measure::kAmount || clause.measure == Measure::kCount;
    Remember(spoken, level ? emitted.stage : subject.stage);
    clause_.mentions.clear();
    if (level) clause_.stage = Stage::kNone, clause_.stage_token = nullptr;
  } else if (of_whole) {
    clause_.mentions.clear();
  }
}

// 政府性基金收支预算100万元: the figure is of both sides.
void Reader::EmitTwin(const Subject& subject) {
  const Word* word = subject.word;
  if (!word || word->second == kNoConcept || word->kind != WordKind::kConcept || respective_armed_) return;  // 收入和支出分别增长4%、9%: one each
  Fact twin = out_->facts.back();
  if (twin.concept_id != word->concept_id && twin.concept_id != word->second) return;
  twin.concept_id = twin.concept_id == word->second ? word->concept_id : word->second;
  Emit(std::move(twin));
}

void Reader::Remember(const Subject& subject, Stage stage) {
  const Stage kept = stage != Stage::kNone ? stage : subject_.concept_id == subject.concept_id ? subject_.stage : Stage::kNone;
  subject_ = subject;
  subject_.stage = kept;
}

Index Reader::Emit(Fact fact) {
  const auto index = static_cast<Index>(out_->facts.size());
  out_->facts.push_back(std::move(fact));
  return index;
}

Index Reader::FindAmount(const Fact& like, int16_t year, Stage stage) const {
  for (size_t i = out_->facts.size(); i-- > 0 && out_->facts.size() - i < kLookBack;) {
    const Fact& fact = out_->facts[i];
    if ((fact.measure == Measure::kAmount || fact.measure == Measure::kCount) && fact.concept_id == like.concept_id && fact.period.year == year &&
        fact.stage == stage && fact.qualifiers == like.qualifiers) {
      return static_cast<Index>(i);
    }
  }
  return kNone;
}

// Joins a change to the comparison of its sentence, or opens one.
void Reader::Compare(Index index, Direction direction, Range direction_range) {
  const Fact& fact = out_->facts[static_cast<size_t>(index)];
  Comparison* comparison = out_->comparisons.empty() ? nullptr : &out_->comparisons.back();
  const bool rate = fact.measure == Measure::kChangeRate;
  const bool same = comparison && comparison->concept_id == fact.concept_id && comparison->basis == fact.basis &&
                    (rate ? comparison->rate : comparison->change) == kNone &&
                    out_->facts[static_cast<size_t>(comparison->change != kNone ? comparison->change : comparison->rate)].sentence == fact.sentence;
  if (!same) {
    out_->comparisons.emplace_back();
    comparison = &out_->comparisons.back();
    comparison->concept_id = fact.concept_id;
    comparison->basis = fact.basis;
    comparison->statement = fact.statement;
    comparison->direction = direction;
    comparison->subject = FindAmount(fact, fact.period.year, fact.stage);
    comparison->base = base_.amount != kNone ? base_.amount : FindAmount(fact, fact.basis.year, fact.basis.stage);
  }
  (rate ? comparison->rate : comparison->change) = index;
  if (rate) comparison->rate_direction = direction;
  comparison->statement.end = std::max(comparison->statement.end, std::max(fact.statement.end, direction_range.end));
}

// 无A和B: what is named after the word, but for who pays.
std::vector<Reader::Subject> Reader::NamedAfterDenial(uint32_t end) const {
  std::vector<Subject> subjects;
  const uint32_t reach = clause_.none->word->value != 0 || scope_ == Scope::kPurpose ? 2 * kCharacter : 14 * kCharacter;
  for (size_t i = clause_.mentions_before_none; i < clause_.mentions.size(); ++i) {
    const Mention& mention = clause_.mentions[i];
    if (mention.range.begin - clause_.none->range.end > reach && subjects.empty()) break;
    const auto leads = [&](size_t other) {
      const Mention& neighbour = clause_.mentions[other];
      const uint32_t gap = other > i ? neighbour.range.begin - mention.range.end : mention.range.begin - neighbour.range.end;
      const bool of = other > i && gap >= 3 * kCharacter && gap <= 6 * kCharacter;  // 财政拨款安排的“三公”经费
      return neighbour.word && !neighbour.word->modifier && (gap <= kCharacter || of);
    };
    const bool pays = mention.word && mention.word->modifier &&
                      ((i + 1 < clause_.mentions.size() && leads(i + 1)) || (i > clause_.mentions_before_none && leads(i - 1)));
    if (reason_.end > 0 && end != mention.range.end) continue;  // 因未安排…任务 gives a reason, not a fact
    if (!pays) subjects.push_back(SubjectOf(mention));
  }
  return subjects;
}

// 政府性基金预算：无
std::vector<Reader::Subject> Reader::NamedBeforeDenial() const {
  const Mention* best = &clause_.mentions[0];
  for (size_t i = 1; i < clause_.mentions_before_none; ++i) {
    if (!Prefers(grammar_, *best, clause_.mentions[i])) best = &clause_.mentions[i];
  }
  const std::vector<Mention> joined = JoinedMentions();  // 因公出国、公务接待费没预算
  std::vector<Subject> subjects;
  for (size_t i = 0; i < clause_.mentions_before_none; ++i) {
    const Mention& mention = clause_.mentions[i];
    const bool same_word = mention.word && mention.word == best->word && mention.range.begin == best->range.begin;  // …收支：无
    const bool is_joined = std::any_of(joined.begin(), joined.end(), [&](const Mention& other) {
      return other.range.begin == mention.range.begin && other.concept_id == mention.concept_id;
    });
    if (&mention == best || same_word || is_joined) subjects.push_back(SubjectOf(mention));
  }
  return subjects;
}

// 本年无此项支出: of what was spoken of, else of what the line or the section is about.
std::optional<Reader::Subject> Reader::MeantByDenial() const {
  const bool spoken = static_cast<Index>(out_->facts.size()) > first_fact_of_line_;
  const bool headed = line_head_.concept_id != kNoConcept;  // 五、国有资本经营预算支出情况：本年无此项支出
  const Subject& meant = spoken ? subject_ : headed ? line_head_ : section_subject_;
  if (meant.concept_id == kNoConcept) return std::nullopt;
  return meant;
}

// One fact for each concept denied.
void Reader::EmitNegatives(uint32_t end) {
  const auto pattern = std::find_if(grammar_.clauses().begin(), grammar_.clauses().end(), [](const Clause& c) { return Has(c.slots, Slot::kNone); });
  if (pattern == grammar_.clauses().end()) return;
  std::vector<Subject> subjects = NamedAfterDenial(end);
  if (subjects.empty() && clause_.anaphor) {
    if (reason_.end > 0) return;  // 主要原因是无此项支出
    if (const auto meant = MeantByDenial()) subjects.push_back(*meant);
  }
  if (subjects.empty() && clause_.mentions_before_none > 0 && end - clause_.none->range.end <= 2 * kCharacter) subjects = NamedBeforeDenial();
  // 年初未安排预算，支出决算…: denied of the line being spoken of, at that stage.
  const bool stage_denied = clause_.stage_token && clause_.stage_token->range.begin == clause_.none->range.end && document_.stage == Stage::kFinal;
  if (subjects.empty() && stage_denied && subject_.concept_id != kNoConcept) subjects.push_back(subject_);
  uint32_t begin = clause_.begin;
  if (stage_denied && clause_.mentions_before_none > 0 && clause_.mentions[0].functional) {  // the line's long name denies nothing
    const uint32_t none = clause_.none->range.begin;
    begin = sentence_.year_range.end == none ? sentence_.year_range.begin : none;
  }
  for (const Subject& subject : subjects) EmitNegative(subject, {begin, end}, static_cast<int16_t>(pattern - grammar_.clauses().begin()));
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

void Reader::ClaimLast(NumeralClass numeral_class) { claims_->back().numeral_class = numeral_class; }

}  // namespace mingzhang
