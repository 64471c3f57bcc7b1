// Of when a figure is, at which stage, and what it is measured against.
#include <algorithm>

#include "extractor/facts/reader.h"

namespace mingzhang {
namespace {

constexpr size_t kLookBack = 24;  // facts

}  // namespace

Stage Reader::DocumentStage(int16_t year) const {
  if (government_) {
    const bool of_section = section_stage_ != Stage::kNone && (section_year_ == 0 || section_year_ == year);
    if (document_.stage == Stage::kFinal) return of_section && year > document_.fiscal_year ? section_stage_ : Stage::kFinal;
    if (of_section) return section_stage_ == Stage::kBudget ? document_.stage : section_stage_;
    return year < document_.first_plan_year ? Stage::kExecution : document_.stage;
  }
  // 二、2021年决算情况 in a budget of 2022; 三、2024年预算安排情况 in final accounts of 2023
  const bool other_year = section_year_ != 0 && section_year_ != document_.fiscal_year && year == section_year_;
  if (section_stage_ != Stage::kNone && (other_year || document_.kind == DocumentKind::kThreePublicStatement)) return section_stage_;
  return document_.stage;
}

Period Reader::PeriodFor(const Subject& subject) const {
  Period period;
  const bool stock = ConceptOf(subject.concept_id).stage == Stage::kStock;
  if (sentence_.year != 0) {
    period.year = sentence_.year;
    period.binding = Binding::kExplicit;
    if (stock && sentence_.day != 0) {
      period.month = sentence_.month;
      period.day = sentence_.day;
    }
    return period;
  }
  if (ConceptOf(subject.concept_id).dated && section_date_.year != 0) return section_date_;
  if (list_.open && list_.total != kNone) period = out_->facts[static_cast<size_t>(list_.total)].period;
  if (period.year == 0 || (period.is_date() && !stock)) period = {PresentYear(), 0, 0, Binding::kInherited};
  period.binding = Binding::kInherited;
  return period;
}

Stage Reader::StageFor(const Subject& subject, const Period& period) const {
  const Concept& concept_ = ConceptOf(subject.concept_id);
  if (subject.word && subject.word->stage != Stage::kNone && subject.word->kind == WordKind::kConcept) return subject.word->stage;
  if (concept_.stage != Stage::kNone) return concept_.stage;
  if (clause_.completion && clause_.completion_stage != Stage::kNone) return clause_.completion_stage;
  if (clause_.stage != Stage::kNone) return clause_.stage;
  if (list_.open && list_.total != kNone) {
    const Stage stage = out_->facts[static_cast<size_t>(list_.total)].stage;
    if (stage == Stage::kBudget || stage == Stage::kFinal || stage == Stage::kExecution || stage == Stage::kAdjustedBudget) return stage;
  }
  return DocumentStage(period.year);
}

Basis Reader::ChangeBasis(Stage stage) const {
  Basis basis;
  const int16_t current = CurrentYear();
  const bool planned = base_.stage == Stage::kBudget || base_.stage == Stage::kAdjustedBudget;
  basis.stage = base_.set && base_.stage != Stage::kNone ? base_.stage : stage;
  if (base_.set && base_.year != 0) basis.year = base_.year;
  else if (base_.set && planned && stage != base_.stage) basis.year = current;  // 较年初预算数
  else basis.year = static_cast<int16_t>(current - 1);
  return basis;
}

// By id, up to the first dot: all that is three_public, all that is procurement.
bool Reader::SameFamily(ConceptId one, ConceptId other) const {
  const std::string& a = ConceptOf(one).id;
  const std::string& b = ConceptOf(other).id;
  return a.compare(0, a.find('.') + 1, b, 0, b.find('.') + 1) == 0;
}

// 公务用车运行维护费 is no whole of 公务接待费: of one family, and a smaller thing.
bool Reader::IsLesser(ConceptId candidate, ConceptId part) const {
  const std::string& a = ConceptOf(candidate).id;
  const std::string& b = ConceptOf(part).id;
  return SameFamily(candidate, part) && std::count(a.begin(), a.end(), '.') > std::count(b.begin(), b.end(), '.');
}

// The list's head; else the last amount spoken of that is not of the part itself.
ConceptId Reader::WholeFor(ConceptId part) const {
  // “三公”经费16万元，其中：公务接待费6万元，占总支出的40%: of all that was spent on what is listed.
  const bool of_list = list_.open && list_.whole != kNoConcept && ConceptOf(list_.whole).spends && SameFamily(part, list_.whole);
  if (clause_.whole != kNoConcept && of_list && ConceptOf(clause_.whole).whole != Whole::kNone) return list_.whole;
  if (clause_.whole != kNoConcept) return clause_.whole;
  if (list_.open) return list_.whole;
  if (announced_ != kNoConcept && announced_ != part) return announced_;
  const bool was_part = std::any_of(last_list_.parts.begin(), last_list_.parts.end(), [&](Index i) { return out_->facts[static_cast<size_t>(i)].concept_id == part; });
  if (was_part && last_list_.whole != part && last_list_.whole != kNoConcept) return last_list_.whole;  // …其中：税收收入…。税收占比…
  for (size_t i = out_->facts.size(); i-- > 0 && out_->facts.size() - i < kLookBack;) {
    const Fact& fact = out_->facts[i];
    if (fact.measure == Measure::kShare && fact.section == section_) return fact.basis.concept_id;
    if (fact.measure != Measure::kAmount || fact.concept_id == part || fact.assertion != Assertion::kStated) continue;
    if (IsLesser(fact.concept_id, part)) continue;
    if (ConceptOf(fact.concept_id).economic && !ConceptOf(part).economic) continue;  // …商品和服务支出3万元。项目支出5万元，占…
    const ConceptId about = section_subject_.concept_id;  // of another section: what this one is about is nearer
    if (fact.section != section_ && about != kNoConcept && about != part && !IsLesser(about, part) && ConceptOf(about).Allows(Measure::kAmount)) return about;
    if (IsAside(static_cast<Index>(i)) || (IsCarryOver(fact.concept_id) && !IsCarryOver(part))) continue;
    return fact.concept_id;
  }
  return kNoConcept;
}

}  // namespace mingzhang
