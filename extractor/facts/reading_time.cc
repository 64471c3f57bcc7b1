// Of when a figure is, at which stage, and what it is measured against.
#include "extractor/facts/reading.h"

namespace mingzhang {

// 一、预算执行情况 in a report that plans the next year tells of the year before.
int16_t Reading::PresentYear() const {
  if (section_.year != 0) return section_.year;
  const bool plans = government_ && document_.stage == Stage::kBudget && document_.first_plan_year == document_.fiscal_year;
  return static_cast<int16_t>(plans && section_.stage == Stage::kExecution ? document_.fiscal_year - 1 : document_.fiscal_year);
}

int16_t Reading::CurrentYear() const {
  return sentence_.time.year != 0 ? sentence_.time.year : PresentYear();
}

Stage Reading::DocumentStage(int16_t year) const {
  if (government_) {
    const bool of_section = section_.stage != Stage::kNone && (section_.year == 0 || section_.year == year);
    if (document_.stage == Stage::kFinal) return of_section && year > document_.fiscal_year ? section_.stage : Stage::kFinal;
    if (of_section) return section_.stage == Stage::kBudget ? document_.stage : section_.stage;
    return year < document_.first_plan_year ? Stage::kExecution : document_.stage;
  }
  // 二、2021年决算情况 in a budget of 2022; 三、2024年预算安排情况 in final accounts of 2023
  const bool other_year = section_.year != 0 && section_.year != document_.fiscal_year && year == section_.year;
  if (section_.stage != Stage::kNone && (other_year || document_.kind == DocumentKind::kThreePublicStatement)) return section_.stage;
  return document_.stage;
}

// 实际完成3万元 in a report of the execution: there are no final accounts of that year yet.
Stage Reading::StageMeant(Stage stage) const {
  const bool carried_out = government_ && document_.stage == Stage::kBudget && CurrentYear() >= document_.first_plan_year - 1;
  return carried_out && stage == Stage::kFinal ? Stage::kExecution : stage;
}

// The stage of the last amount of the concept in this sentence.
Stage Reading::StageStated(ConceptId concept_id) const {
  for (auto i = FactCount(); i-- > line_.first_fact;) {
    const Fact& fact = FactAt(i);
    if (fact.sentence != sentence_.ordinal) break;
    if (fact.concept_id == concept_id && fact.measure == Measure::kAmount && !IsAside(i)) return fact.stage;
  }
  return Stage::kNone;
}

// 年初预算9万元，全年预算10万元，执行数9.8万元，执行率98%: the plan told last of what was carried out.
Stage Reading::PlanTold(const Fact& completed) const {
  for (auto i = FactCount(); i-- > LookBackTo(line_.first_fact);) {
    const Fact& fact = FactAt(i);
    if (fact.sentence != sentence_.ordinal) break;
    const bool plan = fact.stage == Stage::kBudget || fact.stage == Stage::kAdjustedBudget;
    const bool same = fact.concept_id == completed.concept_id && fact.period.year == completed.period.year && fact.qualifiers == completed.qualifiers;
    if (plan && same && fact.measure == Measure::kAmount) return fact.stage;
  }
  return Stage::kBudget;
}

Period Reading::PeriodFor(const Subject& subject) const {
  Period period;
  const bool stock = ConceptOf(subject.concept_id).stage == Stage::kStock;
  if (sentence_.time.year != 0) {
    period.year = sentence_.time.year;
    period.binding = Binding::kExplicit;
    if (stock && sentence_.time.day != 0) {
      period.month = sentence_.time.month;
      period.day = sentence_.time.day;
    }
    return period;
  }
  if (ConceptOf(subject.concept_id).dated && section_.date.year != 0) return section_.date;
  if (list_.open && list_.total != kNone) period = FactAt(list_.total).period;
  if (period.year == 0 || (period.is_date() && !stock)) period = {PresentYear(), 0, 0, Binding::kInherited};
  period.binding = Binding::kInherited;
  return period;
}

Stage Reading::StageFor(const Subject& subject, const Period& period) const {
  const Concept& concept_ = ConceptOf(subject.concept_id);
  if (subject.word && subject.word->stage != Stage::kNone && subject.word->kind == WordKind::kConcept) return subject.word->stage;
  if (concept_.stage != Stage::kNone) return concept_.stage;
  if (clause_.completion && clause_.completion_stage != Stage::kNone) return clause_.completion_stage;
  if (clause_.stage != Stage::kNone) return clause_.stage;
  if (list_.open && list_.total != kNone) {
    const Stage stage = FactAt(list_.total).stage;
    if (stage == Stage::kBudget || stage == Stage::kFinal || stage == Stage::kExecution || stage == Stage::kAdjustedBudget) return stage;
  }
  return DocumentStage(period.year);
}

// 比上年预算 in final accounts compares budgets; otherwise a change is of the document's own stage.
void Reading::SetStageOfChange(const Subject& subject, Fact* fact) const {
  const bool of_budget = base_.set && base_.stage == Stage::kBudget;
  const bool budgets = of_budget && base_.year != 0 && base_.year != fact->period.year;
  const bool saved = of_budget && base_.year == fact->period.year;  // 采购计划5万元，实际采购4万元，节约1万元
  // …执行数…，与…执行数一致: what is compared is the document's own year.
  if (base_.set && base_.year == fact->period.year && base_.stage == Stage::kExecution) fact->period.year = document_.fiscal_year;
  const Stage stated = StageStated(subject.concept_id);
  const bool before = base_.year != 0 && base_.year < fact->period.year && base_.stage == Stage::kFinal;  // 执行数3万元；上年决算数4万元，变动率-25%
  const bool spent = (base_.stage == Stage::kNone || saved || before) && !government_ && (stated == Stage::kFinal || stated == Stage::kExecution);
  if (spent) fact->stage = stated;  // 决算3万元，比上年减少…
  else if (budgets && stated == Stage::kBudget) fact->stage = Stage::kBudget;  // 预算3万元，比上年预算减少…
  else if (!budgets || fact->stage != Stage::kBudget) fact->stage = DocumentStage(fact->period.year);
}

Basis Reading::ChangeBasis(Stage stage) const {
  Basis basis;
  const int16_t current = CurrentYear();
  const bool planned = base_.stage == Stage::kBudget || base_.stage == Stage::kAdjustedBudget;
  basis.stage = base_.set && base_.stage != Stage::kNone ? base_.stage : stage;
  if (base_.set && base_.year != 0) basis.year = base_.year;
  else if (base_.set && planned && stage != base_.stage) basis.year = current;  // 较年初预算数
  else basis.year = static_cast<int16_t>(current - 1);
  return basis;
}

// 与决算中…公用经费之和一致: equal to another thing, not unchanged.
bool Reading::ComparesAnother(const Subject& subject) const {
  return base_.named != kNoConcept && !grammar_.IsDescendant(base_.named, subject.concept_id) &&
         !grammar_.IsDescendant(subject.concept_id, base_.named);
}

// 调增5万元 in a report that changes the budget of the year; its rates are those of growth.
bool Reading::ChangesBudget(const Token* next) const {
  const bool rate = next && next->quantity && next->quantity->kind != QuantityKind::kMoney;
  return !base_.set && document_.stage == Stage::kAdjustedBudget && !rate;
}

// In final accounts, or right after an amount that was spent.
bool Reading::TellsWhatWasSpent() const {
  if (document_.stage == Stage::kFinal || government_) return document_.stage == Stage::kFinal;
  for (Index i = FactCount(); i-- > LookBackTo(line_.first_fact);) {
    const Fact& fact = FactAt(i);
    if (fact.measure == Measure::kAmount) return fact.stage == Stage::kFinal;
  }
  return false;
}

}  // namespace mingzhang
