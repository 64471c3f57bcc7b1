// What each kind of word does to the clause, the sentence and the list being read.
#include <algorithm>

#include "extractor/facts/reader.h"

namespace mingzhang {

void Reader::OnWord(const Token& token, const Token* next) {
  const Word& word = *token.word;
  switch (word.kind) {
    case WordKind::kConcept: OnConcept(token, next); return;
    case WordKind::kFunctional:
      if (InReason() || base_.open || IsInsideName(next)) return;
      if (next && next->word && next->word->kind == WordKind::kLevel) {
        // the level will say what it is the name of
      } else if (word.value == 0) {
        Mentioned({&word, functional_concept_, token.range, {{"class", word.text}}, true});
      } else if (IsItemOfFunction(token, next)) {
        MentionItem(token);
      }
      name_begin_ = token.range.begin;
      return;
    case WordKind::kLevel: OnLevel(token); return;
    case WordKind::kCompare: OnCompare(token, next); break;
    case WordKind::kComparePrior:
      base_ = {false, true, static_cast<int16_t>(CurrentYear() - 1), Stage::kNone, kNone};
      if (scope_ == Scope::kPurpose) scope_ = Scope::kPlain;
      break;
    case WordKind::kDirection:
      base_.open = false;
      if (IsAttribute(token, next)) break;
      if (ChangesBudget(next)) base_ = {false, true, CurrentYear(), Stage::kBudget, kNone, kNoConcept, true};
      // 预算1200万元，实际采购1156万元，节约43万元: against the budget, when nothing else is said.
      if (word.stage != Stage::kNone && !base_.set && TellsWhatWasSpent()) base_ = {false, true, CurrentYear(), word.stage, kNone, kNoConcept};
      // 占年预算的41%，短收2万元: short of a plan that is not told
      clause_.unread = government_ && word.stage != Stage::kNone && !base_.set;
      if (!InReason()) {
        clause_.of_rate |= clause_.direction != nullptr;  // 增幅同比提高
        clause_.direction = &token;
      }
      break;
    case WordKind::kFlat: OnFlat(token, next); break;
    case WordKind::kShare:
      ResumeAfterReason(token);
      clause_.share = true;
      break;
    case WordKind::kCompletion:
      ResumeAfterReason(token);
      clause_.completion = true;
      if (word.stage != Stage::kNone) clause_.completion_stage = word.stage;
      break;
    case WordKind::kUnitCost:
      clause_.unit_cost = true;
      if (word.concept_id != kNoConcept && !InReason()) Mentioned({&word, word.concept_id, token.range, {}, false});
      break;
    case WordKind::kAmong: OnAmong(false, token.range.begin); break;
    case WordKind::kSplit: OnAmong(true, token.range.begin); break;
    case WordKind::kInside: OnInside(token, next); break;
    case WordKind::kTotal: OnTotal(); break;
    case WordKind::kRespectively: OnRespectively(next); break;
    case WordKind::kInvolve:  // after the name of another thing the amount is of that
      clause_.involve |= std::all_of(clause_.mentions.begin(), clause_.mentions.end(), [](const Mention& m) { return m.word && m.word->modifier; });
      break;
    case WordKind::kReason:
      if (scope_ == Scope::kPlain || scope_ == Scope::kPurpose) {
        const bool told = !out_->facts.empty() && out_->facts.back().sentence == sentence_.ordinal;
        reason_leads_ = word.value != 0 && !told && scope_ == Scope::kPlain;
        scope_ = Scope::kReason;
        reason_ = {token.range.end, token.range.end};
      }
      break;
    case WordKind::kPurpose:
      if (scope_ == Scope::kPlain) scope_ = Scope::kPurpose;
      break;
    case WordKind::kDefinition:
      if (token.range.begin - line_.begin < 40 * kCharacter) scope_ = Scope::kDefinition;
      break;
    case WordKind::kOutcome:
      scope_ = Scope::kOutcome;
      break;
    case WordKind::kEach: clause_.each = !InReason(); break;
    case WordKind::kNone: OnNone(token); break;
    case WordKind::kAnaphor: clause_.anaphor = true; break;
    case WordKind::kStage: OnStage(token); break;
    case WordKind::kPeriod: OnPeriodWord(token); break;
    case WordKind::kGradeHead:
      clause_.grade_head = true;
      clause_.grade_word = &token;
      break;
    case WordKind::kGrade: OnGrade(token, next); break;
    case WordKind::kOther:
      OnOther();
      if (!list_.open && clause_.other) list_head_ = {};  // 新增债务5亿元，其中：一般债务2亿元: kinds of that
      break;
    case WordKind::kScope: clause_.scope_end = token.range.end; return;
    case WordKind::kYearEnd:
    case WordKind::kFiller: return;
  }
  name_begin_ = token.range.end;
}

// In final accounts, or right after an amount that was spent.
bool Reader::TellsWhatWasSpent() const {
  constexpr Index kLookBack = 24;  // facts
  if (document_.stage == Stage::kFinal) return true;
  const auto facts = static_cast<Index>(out_->facts.size());
  for (Index i = facts; !government_ && i-- > std::max(first_fact_of_line_, facts - kLookBack);) {
    const Fact& fact = out_->facts[static_cast<size_t>(i)];
    if (fact.measure == Measure::kAmount) return fact.stage == Stage::kFinal;
  }
  return false;
}

// A clause that goes on and on without a figure is no longer read more closely the more it names.
void Reader::AddMention(Mention mention) {
  constexpr size_t kMostNames = 64;
  if (clause_.mentions.size() < kMostNames) clause_.mentions.push_back(std::move(mention));
}

void Reader::Mentioned(Mention mention) {
  constexpr size_t kMostTold = 64;
  if (told_of_.size() < kMostTold) told_of_.push_back(mention.concept_id);
  AddMention(std::move(mention));
  clause_.other = other_ = false;
}

// 在建工程: what follows is not of the concept spoken of before.
void Reader::OnOther() {
  const bool item = !clause_.mentions.empty() && clause_.mentions.back().functional;  // 2210201住房公积金: a part of its name
  const bool allocated = section_unnamed_ != kNoConcept;  // whatever a project's money is for
  const bool denied = clause_.none && clause_.mentions.size() > clause_.mentions_before_none;  // 未安排购置车辆及在建工程
  if (InReason() || base_.open || scope_ == Scope::kPurpose || item || allocated || denied) return;
  clause_.mentions.clear();
  clause_.other = true;
}

// 收入, 支出 by themselves: the total, or the sister, of what was spoken of; kNoConcept when they mean nothing here.
ConceptId Reader::MeantByBare(const Token& token, const Token* next, ConceptId concept_id) {
  if (clause_.other) return kNoConcept;  // 一般债券收入: a thing that has been named
  if (EndsUnknownName(token, next)) {
    if (!ListsFunctions()) OnOther();  // not 其中：人大事务支出32万元
    return kNoConcept;
  }
  if (const ConceptId whole = WholeCompared(token, concept_id, next); whole != kNoConcept) return whole;
  if (ConceptOf(concept_id).side == Side::kBoth || !OpensOtherSide(token, concept_id)) return kNoConcept;
  const ConceptId sister = SisterSpokenOf(concept_id);
  if (sister != kNoConcept) return sister;
  const ConceptId total = TotalSpokenOf(concept_id);
  const bool of_level = clause_.scope_end == token.range.begin;  // 分级次看，市级收入52亿元
  if (government_ && !ConceptOf(total).government && !of_level) {  // of which of its budgets is not known
    OnOther();
    return kNoConcept;
  }
  return total;
}

void Reader::OnConcept(const Token& token, const Token* next) {
  const Word& word = *token.word;
  if (base_.open && !word.modifier && !IsSameAgain(word)) base_.named = word.concept_id;
  if (scope_ == Scope::kReason && word.states && token.range.begin <= clause_.begin + kCharacter && next && next->quantity) scope_ = Scope::kPlain;
  if (InReason() || base_.open) return;
  ConceptId id = government_ && word.government != kNoConcept ? word.government : word.concept_id;
  if (id == kNoConcept && word.government != kNoConcept && !clause_.share) OnOther();  // 非税收入 in a department: no concept, but not what was spoken of
  const bool body = id == kNoConcept ? word.counted != kNoConcept : ConceptOf(id).body;
  if (body && clause_.mentions.empty() && MoneyFollows(token, next)) return OnOther();  // 行政单位80万元: of such bodies, not of what was spoken of
  if (id == kNoConcept) return;
  if (!Inside(word.within)) {
    if (MoneyFollows(token, next) && clause_.mentions.empty()) OnOther();  // 工程3万元, where no procurement was spoken of
    return;
  }
  if (word.suffix && MeansHeading(id)) {
    OnStage(token);
    return;
  }
  if (MeansLineHead(id)) {
    sentence_.year = PresentYear();
    sentence_.year_range = token.range;
    return;
  }
  if (word.bare && (id = MeantByBare(token, next, id)) == kNoConcept) return;
  id = OfGovernment(id);
  const bool follows = !clause_.mentions.empty() && token.range.begin - clause_.mentions.back().range.end <= kCharacter;
  if (word.suffix && follows) {
    OnStage(token);
    return;
  }
  // …(“三公”经费)支出合计8万元: spent on what was named
  if (follows && ConceptOf(clause_.mentions.back().concept_id).spends && ConceptOf(id).whole != Whole::kNone) return;
  if (document_.stage == Stage::kFinal && ConceptOf(id).in_finals != kNoConcept) {
    id = ConceptOf(id).in_finals;
  }
  if (word.inherits) {
    const bool vehicles = ConceptOf(id).count_unit == "VEHICLE";
    const bool headed = list_head_.concept_id != kNoConcept && (ConceptOf(list_head_.concept_id).count_unit == "VEHICLE") == vehicles;
    if (headed) id = list_head_.concept_id;
    else if (!vehicles) return;  // 一般债务 by itself: neither limit nor balance
  } else if (HeadsKinds(id)) {
    list_head_ = {id, &word, {}, token.range, Stage::kNone};
  }
  if (clause_.share) {  // 占“三公”经费财政拨款支出的: who pays says nothing new
    if (clause_.whole == kNoConcept || !word.modifier) clause_.whole = id;
    return;
  }
  LeaveInnerList(id);
  id = InContext(id, word);
  if (id != kNoConcept) id = InPlan(OnSide(InPost(id), word));
  if (id == kNoConcept || IsFundInvolved(id) || IsKindOfWhole(token, next, id)) {
    OnOther();
    return;
  }
  // Without one of the project's own names, money in a project's chapter is a part of its budget.
  if (section_unnamed_ != kNoConcept && ConceptOf(id).Allows(Measure::kAmount) &&
      !grammar_.IsDescendant(section_unnamed_, id) && !grammar_.IsDescendant(id, section_unnamed_) &&
      !ConceptOf(id).of_project) {
    id = section_unnamed_;
  }
  if (word.weak && word.stage != Stage::kNone) clause_.stage = word.stage;  // 货物类采购项目3个，采购计划金额5万元: of the goods
  Mention mention{&word, id, token.range, word.qualifiers, false};
  SameAudience(&mention);
  NameProject(&mention);
  Mentioned(std::move(mention));
  if (word.second != kNoConcept) AddMention({&word, OfGovernment(word.second), token.range, word.qualifiers, false});
}

// A department's revenue, in its government's report, is the government's.
ConceptId Reader::OfGovernment(ConceptId concept_id) const {
  const ConceptId of_government = ConceptOf(concept_id).in_government;
  return government_ && of_government != kNoConcept ? of_government : concept_id;
}

// 比 opens a base when the words of one follow; a second compare word closes it (与…相比).
void Reader::OnCompare(const Token& token, const Token* next) {
  const bool new_clause = token.range.begin <= clause_.begin + kCharacter && clause_.begin > reason_.begin + kCharacter;
  if (OutlastsSentence() || (scope_ == Scope::kReason && !new_clause)) return;
  if (base_.open) {
    base_.open = false;
    return;
  }
  if (!next || next->range.begin - token.range.end > 4 * kCharacter) return;
  const bool at_once = next->range.begin - token.range.end <= kCharacter;  // 保护与利用620万元 is no comparison
  const bool base_follows = next->quantity
                                ? next->quantity->kind == QuantityKind::kYear || (next->quantity->kind == QuantityKind::kMoney && at_once)
                                : next->word && (next->word->kind == WordKind::kPeriod || next->word->kind == WordKind::kStage);
  if (!base_follows) return;
  scope_ = Scope::kPlain;  // a comparison states something, whatever went before
  if (token.range.begin <= sentence_.begin + kCharacter) OnComparedAgain();
  if (list_.open && list_.enumerated && list_.total != kNone && clause_.mentions.empty() && token.range.begin == clause_.begin) {
    SpeakOfTotal();  // 其中A1万元、B2万元，较上年增加…
    CloseList();
  }
  base_ = {true, true, 0, Stage::kNone, kNone};
}

// 比年初预算减少…，其中：…。比上年减少…: of the same as the comparison before.
void Reader::OnComparedAgain() {
  if (compared_.concept_id != kNoConcept) subject_ = compared_;
  else compared_ = subject_;
}

// 实际完成3万元 in a report of the execution: there are no final accounts of that year yet.
Stage Reader::StageMeant(Stage stage) const {
  const bool carried_out = government_ && document_.stage == Stage::kBudget && CurrentYear() >= document_.first_plan_year - 1;
  return carried_out && stage == Stage::kFinal ? Stage::kExecution : stage;
}

void Reader::OnStage(const Token& token) {
  const Stage stage = StageMeant(token.word->stage);
  if (InReason()) return;
  // 社会保险基金收入完成…，支出完成…
  const bool spent = token.word->concept_id != kNoConcept && clause_.mentions.empty();
  const bool of_revenue = subject_.concept_id != kNoConcept && ConceptOf(subject_.concept_id).side == Side::kRevenue;
  const ConceptId sister = spent && of_revenue ? OtherSide(subject_.concept_id) : kNoConcept;
  if (sister != kNoConcept && token.range.begin == clause_.begin) {
    Mentioned({nullptr, sister, token.range, {}, false});
    return;
  }
  // 年初预算收入120万元…，实际支出110万元: what is spent is no revenue
  const bool crosses = spent && token.word->value != 0 && !base_.open && !clause_.share && !clause_.completion && !clause_.direction && of_revenue;
  if (crosses) {
    const ConceptId other = ConceptOf(subject_.concept_id).other_side;
    Mentioned({nullptr, other != kNoConcept ? other : token.word->concept_id, token.range, {}, false});
  }
  if (base_.open) {
    if (base_.stage == Stage::kNone || stage != Stage::kBudget) base_.stage = stage;
  } else if (clause_.share && token.word->concept_id != kNoConcept) {
    clause_.whole = token.word->concept_id;
  } else if (clause_.completion) {
    clause_.completion_stage = stage;
  } else if (clause_.direction) {  // 决算数大于预算数: the stage compared with
    base_ = {false, true, CurrentYear(), stage, kNone};
  } else {
    clause_.stage = stage;
    clause_.stage_token = &token;
  }
}

void Reader::OnPeriodWord(const Token& token) {
  if (InReason()) return;
  const auto shift = static_cast<int16_t>(token.word->value);
  if (base_.open) {
    if (base_.year == 0) base_.year = static_cast<int16_t>(CurrentYear() + shift);
  } else if (!clause_.own_year) {  // 2023年当年: the year has been said
    if (shift != 0 && !clause_.year_before) clause_.year_before = sentence_.year;
    sentence_.year = static_cast<int16_t>((sentence_.counted_from != 0 ? sentence_.counted_from : PresentYear()) + shift);
    sentence_.month = sentence_.day = 0;
    sentence_.year_range = token.range;
  }
}

void Reader::OnFlat(const Token& token, const Token* next) {
  if (InReason() || scope_ == Scope::kPurpose || clause_.none) return;
  if (other_ && clause_.mentions.empty()) return;
  // 决算数等于年初预算数: the base follows.
  if (!base_.set && next && next->word && next->word->kind == WordKind::kStage && next->range.begin == token.range.end) {
    base_ = {false, true, CurrentYear(), next->word->stage, kNone};
  }
  if (ChangesBudget(next)) base_ = {false, true, CurrentYear(), Stage::kBudget, kNone, kNoConcept, true};  // 收入不变
  base_.open = false;
  std::optional<Subject> subject;
  Quantity nothing;
  if (const Mention* mention = BestMention(Measure::kChange, nothing)) {
    subject = SubjectOf(*mention);
  } else {
    subject = CarriedSubject(Measure::kChange, nullptr);
  }
  if (!subject || ComparesAnother(*subject)) return;
  if (!base_.set && !clause_.own_year) CompareWithLast(subject->concept_id);
  const auto pattern = std::find_if(grammar_.clauses().begin(), grammar_.clauses().end(), [](const Clause& c) { return Has(c.slots, Slot::kFlat); });
  if (pattern == grammar_.clauses().end()) return;
  Fact fact = NewFact(*subject, pattern->measure);
  fact.assertion = Assertion::kQualitative;
  fact.basis = ChangeBasis(fact.stage);
  fact.statement = {clause_.mentions.empty() ? clause_.begin : std::min(clause_.begin, clause_.mentions[0].range.begin), token.range.end};
  fact.direction_range = token.range;
  fact.rule = static_cast<int16_t>(pattern - grammar_.clauses().begin());
  if (!out_->facts.empty()) {  // 与上年持平，无增减变化 is said once
    const Fact& last = out_->facts.back();
    if (last.assertion == Assertion::kQualitative && last.concept_id == fact.concept_id && last.sentence == fact.sentence &&
        last.basis == fact.basis && last.qualifiers == fact.qualifiers) {
      return;
    }
  }
  const Fact flat = fact;
  Compare(Emit(std::move(fact)), Direction::kUnchanged, token.range);
  if (base_.of_word) base_ = {};  // 收入不变，增长3%: against last year
  if (clause_.each && clause_.mentions.empty()) {  // 会议费1万元，培训费2万元，均与上年持平
    for (const Index i : AmountsOfSentence()) {
      Fact other = flat;
      other.concept_id = out_->facts[static_cast<size_t>(i)].concept_id;
      other.qualifiers = out_->facts[static_cast<size_t>(i)].qualifiers;
      other.label_range = out_->facts[static_cast<size_t>(i)].label_range;
      if (other.concept_id != flat.concept_id) Compare(Emit(std::move(other)), Direction::kUnchanged, token.range);
    }
  }
  Remember(*subject, Stage::kNone);
  clause_.mentions.clear();
}

void Reader::OnNone(const Token& token) {
  if (OutlastsSentence()) return;
  clause_.none = &token;
  if (token.range.begin == clause_.begin && !before_colon_.empty()) {  // 政府性基金预算收支情况：无
    clause_.mentions = before_colon_;
    clause_.begin = before_colon_.front().range.begin;
  }
  clause_.mentions_before_none = clause_.mentions.size();
  if (scope_ == Scope::kReason) scope_ = Scope::kPlain;  // a denial states a fact wherever it stands
}

// 一、预算执行情况 in a report that plans the next year tells of the year before.
int16_t Reader::PresentYear() const {
  if (section_year_ != 0) return section_year_;
  const bool plans = government_ && document_.stage == Stage::kBudget && document_.first_plan_year == document_.fiscal_year;
  return static_cast<int16_t>(plans && section_stage_ == Stage::kExecution ? document_.fiscal_year - 1 : document_.fiscal_year);
}

int16_t Reader::CurrentYear() const {
  return sentence_.year != 0 ? sentence_.year : PresentYear();
}

// 三公经费支出决算中，公务接待费…占…: the shares are of what was named.
void Reader::OnInside(const Token& token, const Token* next) {
  if (clause_.grade_head || GradesGoOn(next)) {
    OnGrade(token, next);
    return;
  }
  if (InReason() || !next || next->mark != Mark::kComma || clause_.mentions.empty() || clause_.had_figure) return;
  Quantity nothing;
  const Mention* mention = BestMention(Measure::kAmount, nothing);
  if (!mention) return;
  CloseList();
  list_ = {true, kNone, mention->concept_id, {}};
}

// 用于…的机关运行经费，合计…: the total is of what the clause of purpose named last.
void Reader::OnTotal() {
  if (scope_ != Scope::kPurpose || !purpose_ || !clause_.mentions.empty()) return;
  subject_ = *purpose_;
  purpose_.reset();
  scope_ = Scope::kPlain;
}

// 优的4个、良的7个: a count follows the grade.
bool Reader::CountFollows(const Token* next) const {
  constexpr uint32_t kReach = 6 * kCharacter;  // of the words between: 的项目有
  const Token* from = next;
  for (; next && next < tokens_end_ && next->mark == Mark::kNone && next->range.begin - from->range.begin <= kReach; ++next) {
    if (next->quantity) return next->quantity->kind == QuantityKind::kCount;
  }
  return false;
}

bool Reader::GradesGoOn(const Token* next) const {
  const bool graded = !subject_.qualifiers.empty() && subject_.qualifiers.back().first == "grade";
  return graded && clause_.mentions.empty() && clause_.known == 0 && CountFollows(next);
}

void Reader::OnGrade(const Token& token, const Token* next) {
  if (InReason()) return;
  if (GradesGoOn(next)) {
    subject_.qualifiers.back().second = token.word->text;
    return;
  }
  if (!clause_.grade_head) return;
  const Word& head = *clause_.grade_word->word;
  auto subject = CarriedSubject(Measure::kGrade, nullptr);
  Quantity nothing;
  if (const Mention* mention = BestMention(Measure::kGrade, nothing)) {
    subject = SubjectOf(*mention);
  }
  clause_.grade_head = false;
  if (subject && CountFollows(next)) {
    subject_ = *subject;
    subject_.qualifiers = {{"grade", token.word->text}};
    clause_.mentions.clear();
    return;
  }
  subject_.qualifiers.clear();
  const auto pattern = std::find_if(grammar_.clauses().begin(), grammar_.clauses().end(), [](const Clause& c) { return Has(c.slots, Slot::kGrade); });
  if (!subject || pattern == grammar_.clauses().end()) {
    if (head.concept_id != kNoConcept) subject_ = {head.concept_id, &head, {}, clause_.grade_word->range, Stage::kNone};
    subject_.qualifiers = {{"grade", token.word->text}};  // 评级为“优”的项目: the count of a grade
    if (head.concept_id != kNoConcept && CountFollows(next)) clause_.mentions.clear();
    return;
  }
  Fact fact = NewFact(*subject, Measure::kGrade);
  fact.text = token.word->text;
  fact.stage = Stage::kNone;
  fact.value_range = token.range;
  fact.rule = static_cast<int16_t>(pattern - grammar_.clauses().begin());
  Emit(std::move(fact));
}

}  // namespace mingzhang
