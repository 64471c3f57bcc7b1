// What a figure is about, of when, and at which stage; and the facts made of it.
#include <algorithm>

#include "extractor/facts/reader.h"

namespace mingzhang {
namespace {

constexpr uint32_t kCharacter = 3;
constexpr uint32_t kUnknownCarried = 8 * kCharacter;   // unknown words a carried subject may stand behind
constexpr uint32_t kUnknownNamed = 28 * kCharacter;    // … a named one
constexpr size_t kLookBack = 24;                       // facts

Measure MeasureOfKind(QuantityKind kind) {
  switch (kind) {
    case QuantityKind::kMoney: return Measure::kAmount;
    case QuantityKind::kScore: return Measure::kScore;
    case QuantityKind::kPercent:
    case QuantityKind::kPercentagePoint: return Measure::kChangeRate;
    default: return Measure::kCount;
  }
}

bool HasType(const std::vector<std::pair<std::string, std::string>>& qualifiers) {
  return std::any_of(qualifiers.begin(), qualifiers.end(), [](const auto& qualifier) { return qualifier.first == "type"; });
}

// What a concept has in common with its parts: whom a reception was for.
void KeepAudience(std::vector<std::pair<std::string, std::string>>* qualifiers) {
  const auto other = [](const auto& qualifier) { return qualifier.first != "audience"; };
  qualifiers->erase(std::remove_if(qualifiers->begin(), qualifiers->end(), other), qualifiers->end());
}

}  // namespace

// Of two names in one clause, whether the first leads: 财政拨款 before 基本支出 only says who pays;
// 采购金额 after 授予中小企业 only points back.
bool Reader::Prefers(const Grammar& grammar, const Mention& kept, const Mention& later) {
  if (kept.functional && !later.functional) return true;
  if (later.functional) return false;
  if (later.word && later.word->weak) return true;
  if (kept.word && kept.word->weak) return false;
  const bool kept_pays = kept.word && kept.word->modifier, later_pays = later.word && later.word->modifier;
  const bool kept_is_part = kept.concept_id != later.concept_id && grammar.IsDescendant(kept.concept_id, later.concept_id);
  if (kept_is_part) return true;
  if (kept_pays != later_pays) return later_pays;
  return false;
}

const Reader::Mention* Reader::BestMention(Measure measure, const Quantity& quantity) const {
  const Mention* best = nullptr;
  for (const Mention& mention : clause_.mentions) {
    if (FitConcept(mention.concept_id, measure, &quantity) == kNoConcept) continue;
    if (scope_ == Scope::kPurpose && quantity.text.begin > mention.range.end + 4 * kCharacter) continue;
    if (!best || !Prefers(grammar_, *best, mention)) best = &mention;
  }
  // 采购金额 alone points back to what was spoken of, when that is a part of it.
  return best;
}

// The concept itself, the part of it that is counted so, or the whole it is an attribute of.
ConceptId Reader::FitConcept(ConceptId concept_id, Measure measure, const Quantity* quantity) const {
  if (concept_id == kNoConcept) return kNoConcept;
  if (measure == Measure::kChange && quantity && quantity->kind == QuantityKind::kMoney) measure = Measure::kAmount;
  const auto& concepts = grammar_.concepts();
  const bool counted = measure == Measure::kCount && quantity && quantity->unit_index >= 0;
  const std::string_view unit = counted ? grammar_.units()[static_cast<size_t>(quantity->unit_index)].code : std::string_view();
  const auto counts = [&](const Concept& c) { return std::find(c.counted_in.begin(), c.counted_in.end(), unit) != c.counted_in.end(); };
  if (counted) {
    const ConceptId group = concepts[static_cast<size_t>(concept_id)].counted_in.empty() ? concept_id : concepts[static_cast<size_t>(concept_id)].parent;
    if (!counts(concepts[static_cast<size_t>(concept_id)])) {
      for (size_t i = 0; i < concepts.size(); ++i) {
        if (concepts[i].parent == group && counts(concepts[i])) return static_cast<ConceptId>(i);
      }
    }
  }
  if (quantity && quantity->kind == QuantityKind::kMeasure && concepts[static_cast<size_t>(concept_id)].count_unit.empty()) return kNoConcept;
  const std::string& own = concepts[static_cast<size_t>(concept_id)].count_unit;
  const auto& also = concepts[static_cast<size_t>(concept_id)].counted_in;
  if (counted && (unit == "PERSON") != (own == "PERSON") && std::find(also.begin(), also.end(), unit) == also.end()) return kNoConcept;
  if (counted && unit == "VEHICLE" && own != "VEHICLE" && own != "SET") return kNoConcept;
  for (ConceptId at = concept_id; at != kNoConcept; at = concepts[static_cast<size_t>(at)].parent) {
    if (concepts[static_cast<size_t>(at)].Allows(measure)) return at;
    if (measure == Measure::kCount) break;  // a part is not counted as its whole
  }
  return kNoConcept;
}

bool Reader::Inside(ConceptId context) const {
  const auto inside = [&](ConceptId id) { return id != kNoConcept && grammar_.IsDescendant(id, context); };
  if (inside(subject_.concept_id) || inside(section_subject_.concept_id)) return true;
  if (list_.open && inside(list_.whole)) return true;
  return std::any_of(clause_.mentions.begin(), clause_.mentions.end(), [&](const Mention& m) { return inside(m.concept_id); });
}

// 3个科室: the noun right after a count.
ConceptId Reader::CountedConcept(const Token* next) const {
  if (!next || !next->word || next->word->counted == kNoConcept) return kNoConcept;
  if (next->word->counted_within != kNoConcept && !Inside(next->word->counted_within)) return kNoConcept;
  // 1家机关和1家事业单位…的机关运行经费: counts joined in one clause are of one thing.
  if (clause_.had_figure && !out_->facts.empty()) {
    const Fact& last = out_->facts.back();
    const ConceptId within = next->word->counted_within == kNoConcept ? last.concept_id : kNoConcept;
    if (last.measure == Measure::kCount && last.value_range.begin >= clause_.begin && within != kNoConcept &&
        grammar_.concepts()[static_cast<size_t>(last.concept_id)].stage == Stage::kNone) {
      return within;
    }
  }
  return next->word->counted;
}

std::optional<Reader::Subject> Reader::CarriedSubject(Measure measure, const Quantity* quantity) const {
  for (const Subject* candidate : {&subject_, &section_subject_}) {
    const ConceptId fit = FitConcept(candidate->concept_id, measure, quantity);
    if (fit == kNoConcept) continue;
    Subject subject = *candidate;
    if (fit != subject.concept_id) KeepAudience(&subject.qualifiers);  // 国内公务接待3批次，24人次
    subject.concept_id = fit;
    return subject;
  }
  return std::nullopt;
}

SlotSet Reader::SlotsFor(const Quantity& quantity, bool subject, bool carried) const {
  SlotSet slots = 0;
  const auto add = [&](bool there, Slot slot) { if (there) slots = slots | slot; };
  add(base_.open, Slot::kBase);
  add(clause_.direction != nullptr && !base_.open, Slot::kDirection);
  add(clause_.share, Slot::kShare);
  add(clause_.completion, Slot::kCompletion);
  add(clause_.unit_cost, Slot::kUnitCost);
  add(clause_.involve, Slot::kInvolve);
  add(clause_.stage_token && quantity.text.begin - clause_.stage_token->range.end <= 2 * kCharacter, Slot::kStage);
  add(subject, Slot::kSubject);
  add(carried, Slot::kCarried);
  return slots;
}

// The last name in the rest of the clause that can be counted, not far from the count.
const Token* Reader::NamedAfter(const Quantity& quantity, const Token* next) const {
  const Token* best = nullptr;
  uint32_t from = quantity.text.end;
  for (const Token* token = next; token && token < tokens_end_ && token->mark == Mark::kNone && !token->quantity; ++token) {
    if (token->range.begin - from > 8 * kCharacter) break;
    const bool countable = token->word->kind == WordKind::kConcept && token->word->concept_id != kNoConcept &&
                           token->range.begin > quantity.text.end - 1 &&
                           grammar_.concepts()[static_cast<size_t>(token->word->concept_id)].Allows(Measure::kCount);
    if (countable && (token->range.begin > quantity.text.end || best == nullptr)) best = token;
    from = token->range.end;
  }
  return best && best->range.begin > quantity.text.end ? best : nullptr;
}

std::optional<Reader::Subject> Reader::SubjectFor(const Clause& clause, const Quantity& quantity, const Token* next) {
  if (respective_armed_ && next_respective_ < respective_.size() && FitConcept(respective_[next_respective_].concept_id, MeasureOfKind(quantity.kind), &quantity) != kNoConcept) {
    const Mention& mention = respective_[next_respective_];
    return Subject{mention.concept_id, mention.word, mention.qualifiers, mention.range, Stage::kNone};
  }
  if (clause.whole) {
    if (clause_.whole == kNoConcept) return std::nullopt;
    return Subject{clause_.whole, nullptr, {}, {}, Stage::kNone};
  }
  const Measure measure = clause.measure == Measure::kChange || clause.measure == Measure::kChangeRate || clause.measure == Measure::kShare ||
                                  clause.measure == Measure::kCompletionRate
                              ? clause.measure
                              : clause.measure == Measure::kUnitCost ? Measure::kUnitCost : MeasureOfKind(quantity.kind);
  if (measure == Measure::kCount) {
    const ConceptId counted = CountedConcept(next);
    const Mention* named = BestMention(measure, quantity);
    const bool generic = !named || named->concept_id == counted ||
                         (grammar_.concepts()[static_cast<size_t>(named->concept_id)].id.rfind("organization.", 0) == 0 &&
                          grammar_.concepts()[static_cast<size_t>(counted < 0 ? 0 : counted)].id.rfind("organization.", 0) == 0);
    if (counted != kNoConcept && generic) return Subject{counted, next->word, {}, next->range, Stage::kNone};
    // 对5个项目开展绩效自评: what is counted is named after the count.
    const Token* after = named || clause_.direction ? nullptr : NamedAfter(quantity, next);
    if (after) return Subject{after->word->concept_id, after->word, after->word->qualifiers, after->range, Stage::kNone};
  }
  const uint32_t unknown = quantity.text.begin - clause_.read_from > clause_.known ? quantity.text.begin - clause_.read_from - clause_.known : 0;
  if (!Has(clause.slots, Slot::kCarried)) {
    const Mention* mention = BestMention(measure, quantity);
    const bool points_back = mention && mention->word && mention->word->weak && subject_.concept_id != mention->concept_id &&
                             grammar_.IsDescendant(subject_.concept_id, mention->concept_id);
    if (mention && !points_back && unknown <= kUnknownNamed) {
      const ConceptId fit = FitConcept(mention->concept_id, measure, &quantity);
      return Subject{fit, mention->word, mention->qualifiers, mention->range, Stage::kNone};
    }
    if (Has(clause.slots, Slot::kSubject)) return std::nullopt;
  }
  if (section_unnamed_ != kNoConcept && list_.open && measure == Measure::kAmount) return Subject{section_unnamed_, nullptr, {}, {}, Stage::kNone};
  const bool states = clause_.share || clause_.completion || CountsVisits(measure, quantity);
  if (scope_ == Scope::kPurpose && !states) return std::nullopt;
  const bool bare = (clause.slots & ~static_cast<SlotSet>(Slot::kCarried)) == 0;
  if (bare && (line_detached_ || (quantity.text.begin == line_.begin && measure != Measure::kCount))) return std::nullopt;
  // …，3万元用于经营支出: a portion, with its name still to come
  const bool portion = bare && measure == Measure::kAmount && quantity.text.begin == clause_.begin && next && next->word &&
                       next->word->kind == WordKind::kPurpose && next->range.begin == quantity.text.end;
  if (portion) return std::nullopt;
  const bool people = quantity.unit_index >= 0 && grammar_.units()[static_cast<size_t>(quantity.unit_index)].code == "PERSON";
  // …，其他用途3万元: a part of a list with a name that is not known.
  const bool unknown_part = list_.open && unknown >= 2 * kCharacter &&
                            (measure == Measure::kAmount || HasType(subject_.qualifiers));
  const bool of_another = list_.open && measure == Measure::kAmount && !clause_.mentions.empty() &&  // …，下属单位3万元
                          !BestMention(measure, quantity);
  // 科普活动10万元 at the begin of a line: a thing of its own
  const bool unknown_head = measure == Measure::kAmount && clause_.begin == line_.begin && clause_.known == 0 && unknown >= 4 * kCharacter;
  const bool unknown_item = unknown_head || (clause_.item && unknown >= 3 * kCharacter);  // 2.群文活动经费100万元
  if (bare && (unknown_part || unknown_item)) other_ = true;  // …，占10%: of that part as well
  const bool unknown_class = list_.open && people && unknown >= 2 * kCharacter;  // 其中行政29人
  if (bare && (unknown_part || unknown_item || unknown_class || of_another || unknown > (people ? kCharacter : kUnknownCarried))) return std::nullopt;
  if (const auto compared = SubjectOfBase(measure)) return compared;
  return CarriedSubject(measure, &quantity);
}

// 接待总人数31人次。与预算数1万元相比下降80%: the rate is of what the base is of.
std::optional<Reader::Subject> Reader::SubjectOfBase(Measure measure) const {
  const bool of_change = measure == Measure::kChange || measure == Measure::kChangeRate;
  if (!of_change || !base_.set || base_.amount == kNone) return std::nullopt;
  const Fact& base = out_->facts[static_cast<size_t>(base_.amount)];
  return Subject{base.concept_id, nullptr, base.qualifiers, base.label_range, Stage::kNone};
}

// 公务接待费1万元，主要用于接待考察5批次48人次: a purpose, but of what was spoken of.
bool Reader::CountsVisits(Measure measure, const Quantity& quantity) const {
  if (measure != Measure::kCount || quantity.unit_index < 0 || subject_.concept_id == kNoConcept) return false;
  const std::string_view unit = grammar_.units()[static_cast<size_t>(quantity.unit_index)].code;
  const ConceptId reception = grammar_.FindConcept("three_public.official_reception");
  return (unit == "BATCH" || unit == "PERSON_TIME") && grammar_.IsDescendant(subject_.concept_id, reception);
}

Stage Reader::DocumentStage(int16_t year) const {
  if (government_) {
    const bool of_section = section_stage_ != Stage::kNone && (section_year_ == 0 || section_year_ == year);
    if (document_.stage == Stage::kFinal) return of_section && year > document_.fiscal_year ? section_stage_ : Stage::kFinal;
    if (of_section) return section_stage_;
    return year < document_.first_plan_year ? Stage::kExecution : Stage::kBudget;
  }
  // 二、2021年决算情况 in a budget of 2022
  const bool looks_back = section_year_ != 0 && section_year_ < document_.fiscal_year && year == section_year_;
  if (section_stage_ != Stage::kNone && (looks_back || document_.kind == DocumentKind::kThreePublicStatement)) return section_stage_;
  return document_.stage;
}

Period Reader::PeriodFor(const Subject& subject) const {
  Period period;
  const bool stock = grammar_.concepts()[static_cast<size_t>(subject.concept_id)].stage == Stage::kStock;
  if (sentence_.year != 0) {
    period.year = sentence_.year;
    period.binding = Binding::kExplicit;
    if (stock && sentence_.day != 0) {
      period.month = sentence_.month;
      period.day = sentence_.day;
    }
    return period;
  }
  if (grammar_.concepts()[static_cast<size_t>(subject.concept_id)].dated && section_date_.year != 0) return section_date_;
  if (list_.open && list_.total != kNone) period = out_->facts[static_cast<size_t>(list_.total)].period;
  if (period.year == 0 || (period.is_date() && !stock)) period = {static_cast<int16_t>(section_year_ != 0 ? section_year_ : document_.fiscal_year), 0, 0, Binding::kInherited};
  period.binding = Binding::kInherited;
  return period;
}

Stage Reader::StageFor(const Subject& subject, const Period& period) const {
  const Concept& concept_ = grammar_.concepts()[static_cast<size_t>(subject.concept_id)];
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

// 公务用车运行维护费 is no whole of 公务接待费: of one family, and a smaller thing.
bool Reader::IsLesser(ConceptId candidate, ConceptId part) const {
  const std::string& a = grammar_.concepts()[static_cast<size_t>(candidate)].id;
  const std::string& b = grammar_.concepts()[static_cast<size_t>(part)].id;
  const bool family = a.compare(0, a.find('.') + 1, b, 0, b.find('.') + 1) == 0;
  return family && std::count(a.begin(), a.end(), '.') > std::count(b.begin(), b.end(), '.');
}

// The list's head; else the last amount spoken of that is not of the part itself.
ConceptId Reader::WholeFor(ConceptId part) const {
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
    if (IsAside(static_cast<Index>(i)) || (IsCarryOver(fact.concept_id) && !IsCarryOver(part))) continue;
    return fact.concept_id;
  }
  return kNoConcept;
}

Fact Reader::NewFact(const Subject& subject, Measure measure) {
  Fact fact;
  fact.concept_id = subject.concept_id;
  fact.measure = measure;
  fact.qualifiers = subject.qualifiers;
  fact.period = PeriodFor(subject);
  fact.stage = StageFor(subject, fact.period);
  const Stage own = grammar_.concepts()[static_cast<size_t>(subject.concept_id)].stage;
  const bool of_change = measure == Measure::kChange || measure == Measure::kChangeRate;
  if (of_change && own == Stage::kNone && clause_.stage == Stage::kNone) {
    // 比上年预算 in final accounts compares budgets; otherwise a change is of the document's own stage.
    const bool budgets = base_.set && base_.stage == Stage::kBudget && base_.year != 0 && base_.year != fact.period.year;
    // …执行数…，与…执行数一致: what is compared is the document's own year.
    if (base_.set && base_.year == fact.period.year && base_.stage == Stage::kExecution) fact.period.year = document_.fiscal_year;
    if (!(budgets && fact.stage == Stage::kBudget)) fact.stage = DocumentStage(fact.period.year);
  } else if (measure == Measure::kShare && own == Stage::kNone && clause_.stage == Stage::kNone && subject.stage != Stage::kNone) {
    fact.stage = subject.stage;
  }
  fact.section = section_;
  fact.sentence = sentence_.ordinal;
  fact.label_range = subject.label;
  if (fact.period.binding == Binding::kExplicit) fact.period_range = sentence_.year_range;
  return fact;
}

void Reader::SetUnit(const Quantity& quantity, Fact* fact) const {
  fact->unit = quantity.unit_index;
  fact->unit_range = quantity.unit;
  const std::string& counted = grammar_.concepts()[static_cast<size_t>(fact->concept_id)].count_unit;
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
  if (of_change && !base_.set && !clause_.own_year) CompareWithLast(subject.concept_id);
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
    if (grammar_.concepts()[static_cast<size_t>(fact.concept_id)].stage == Stage::kNone) fact.stage = basis.stage;
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
  clause_.had_figure = true;
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
  if (!word || word->second == kNoConcept || word->kind != WordKind::kConcept) return;
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

// 无A和B: one fact for each concept named after the word, else for what the section is about.
void Reader::EmitNegatives(uint32_t end) {
  const auto pattern = std::find_if(grammar_.clauses().begin(), grammar_.clauses().end(), [](const Clause& c) { return Has(c.slots, Slot::kNone); });
  if (pattern == grammar_.clauses().end()) return;
  std::vector<Subject> subjects;
  const bool denied_in_reason = reason_.end > 0;
  for (size_t i = clause_.mentions_before_none; i < clause_.mentions.size(); ++i) {
    const Mention& mention = clause_.mentions[i];
    const uint32_t reach = clause_.none->word->value != 0 || scope_ == Scope::kPurpose ? 2 * kCharacter : 14 * kCharacter;
    if (mention.range.begin - clause_.none->range.end > reach && subjects.empty()) break;
    const auto leads = [&](size_t other) {
      const Mention& neighbour = clause_.mentions[other];
      const uint32_t gap = other > i ? neighbour.range.begin - mention.range.end : mention.range.begin - neighbour.range.end;
      const bool of = other > i && gap >= 3 * kCharacter && gap <= 6 * kCharacter;  // 财政拨款安排的“三公”经费
      return neighbour.word && !neighbour.word->modifier && (gap <= kCharacter || of);
    };
    const bool pays = mention.word && mention.word->modifier &&
                      ((i + 1 < clause_.mentions.size() && leads(i + 1)) || (i > clause_.mentions_before_none && leads(i - 1)));
    if (denied_in_reason && end != mention.range.end) continue;  // 因未安排…任务 gives a reason, not a fact
    if (!pays) subjects.push_back({mention.concept_id, mention.word, mention.qualifiers, mention.range, Stage::kNone});
  }
  if (subjects.empty() && clause_.anaphor && denied_in_reason) return;  // 主要原因是无此项支出
  if (subjects.empty() && clause_.anaphor) {
    const bool spoken = static_cast<Index>(out_->facts.size()) > first_fact_of_line_;
    if (const Subject& meant = spoken ? subject_ : section_subject_; meant.concept_id != kNoConcept) subjects.push_back(meant);
  }
  if (subjects.empty() && clause_.mentions_before_none > 0 && end - clause_.none->range.end <= 2 * kCharacter) {  // 政府性基金预算：无
    const Mention* best = &clause_.mentions[0];
    for (size_t i = 1; i < clause_.mentions_before_none; ++i) {
      if (!Prefers(grammar_, *best, clause_.mentions[i])) best = &clause_.mentions[i];
    }
    const Mention& mention = *best;
    for (const Mention& both : clause_.mentions) {  // …收支：无
      if (&both == best || (both.word && both.word == mention.word && both.range.begin == mention.range.begin)) {
        subjects.push_back({both.concept_id, both.word, both.qualifiers, both.range, Stage::kNone});
      }
    }
  }
  // 年初未安排预算，支出决算…: denied of the line being spoken of, at that stage.
  const bool stage_denied = clause_.stage_token && clause_.stage_token->range.begin == clause_.none->range.end && document_.stage == Stage::kFinal;
  if (subjects.empty() && stage_denied && subject_.concept_id != kNoConcept) subjects.push_back(subject_);
  for (const Subject& subject : subjects) {
    const Concept& concept_ = grammar_.concepts()[static_cast<size_t>(subject.concept_id)];
    const bool counted = concept_.stage == Stage::kStock && concept_.Allows(Measure::kCount);
    const Measure measure = concept_.Allows(Measure::kAmount) && !counted ? Measure::kAmount : Measure::kCount;
    if (!concept_.Allows(measure)) continue;
    Fact fact = NewFact(subject, measure);
    fact.assertion = Assertion::kNegative;
    if (measure == Measure::kCount) fact.unit = UnitOf(concept_.count_unit);
    fact.statement = {clause_.begin, end};
    fact.rule = static_cast<int16_t>(pattern - grammar_.clauses().begin());
    Emit(std::move(fact));
    Remember(subject, Stage::kNone);
  }
}

void Reader::ClaimLast(NumeralClass numeral_class) { claims_->back().numeral_class = numeral_class; }

}  // namespace mingzhang
