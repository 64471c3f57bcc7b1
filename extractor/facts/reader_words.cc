// What each kind of word does to the clause, the sentence and the list being read.
#include <algorithm>

#include "extractor/facts/reader.h"

namespace mingzhang {

void Reader::OnWord(const Token& token, const Token* next) {
  const Word& word = *token.word;
  switch (word.kind) {
    case WordKind::kConcept: OnConcept(token, next); return;
    case WordKind::kFunctional: OnFunctional(token, next); return;
    case WordKind::kLevel: OnLevel(token); return;
    case WordKind::kScope: clause_.scope_end = token.range.end; return;
    case WordKind::kPortion:
    case WordKind::kYearEnd:
    case WordKind::kFiller: return;
    case WordKind::kCompare: OnCompare(token, next); break;
    case WordKind::kComparePrior:
      ResumeAfterReason(token);
      base_ = {.set = true, .year = static_cast<int16_t>(CurrentYear() - 1)};
      if (line_.passage == Passage::kPurpose) line_.passage = Passage::kPlain;
      break;
    case WordKind::kDirection: OnDirection(token, next); break;
    case WordKind::kFlat: OnFlat(token, next); break;
    case WordKind::kShare: OnShare(token); break;
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
    case WordKind::kReason: OnReason(token); break;
    case WordKind::kPurpose:
      if (line_.passage == Passage::kPlain) line_.passage = Passage::kPurpose;
      break;
    case WordKind::kDefinition:
      if (token.range.begin - line_.range.begin < 40 * kCharacter) line_.passage = Passage::kDefinition;
      break;
    case WordKind::kItem: OnItem(token); break;
    case WordKind::kOutcome: line_.passage = Passage::kOutcome; break;
    case WordKind::kEach: clause_.each = !InReason(); break;
    case WordKind::kNone: OnNone(token); break;
    case WordKind::kAnaphor: OnAnaphor(token); break;
    case WordKind::kStage: OnStage(token, next); break;
    case WordKind::kPeriod: OnPeriodWord(token, next); break;
    case WordKind::kBecame: OnBecame(); break;
    case WordKind::kGradeHead:
      clause_.grade_head = true;
      clause_.grade_word = &token;
      break;
    case WordKind::kGrade: OnGrade(token, next); break;
    case WordKind::kOther:
      OnOther();
      if (!list_.open && clause_.other) list_head_ = {};  // 新增债务5亿元，其中：一般债务2亿元: kinds of that
      break;
  }
  line_.name_begin = token.range.end;
}

void Reader::OnFunctional(const Token& token, const Token* next) {
  if (InReason() || base_.open || IsInsideName(next) || token.range.begin < line_.used) return;
  const Word& word = *token.word;
  const bool level_follows = next && next->word && next->word->kind == WordKind::kLevel;  // it will say what it is the name of
  if (!level_follows && word.value == 0) Mentioned({&word, functional_concept_, token.range, {{"class", word.text}}, true});
  else if (!level_follows && IsItemOfFunction(token, next)) MentionItem(token);
  line_.name_begin = token.range.begin;
}

void Reader::OnDirection(const Token& token, const Token* next) {
  const Word& word = *token.word;
  base_.open = false;
  if (IsAttribute(token, next)) return;
  const bool as_told = word.use == WordUse::kAsTold;
  if (as_told && !FallsShort(next)) {  // 与年初预算相差3万元, of what was not told
    clause_.unread = true;
    return;
  }
  if (as_told && !base_.set) base_ = {.set = true, .year = CurrentYear(), .stage = Stage::kBudget, .of_sentence = true};
  if (ChangesBudget(next)) base_ = {.set = true, .year = CurrentYear(), .stage = Stage::kBudget, .of_word = true};
  // 预算1200万元，实际采购1156万元，节约43万元: against the budget, when nothing else is said.
  if (word.stage == Stage::kBudget && !base_.set && TellsWhatWasSpent()) base_ = {.set = true, .year = CurrentYear(), .stage = word.stage};
  // 占年预算的41%，短收2万元: short of a plan that is not told
  clause_.unread = government_ && word.stage == Stage::kBudget && !base_.set;
  if (InReason()) return;
  if (word.stage == Stage::kAdjustedBudget) AddToBudget();
  clause_.of_rate |= clause_.direction != nullptr;  // 增幅同比提高
  clause_.direction = &token;
}

// 年初预算8万元，年中追加2万元: what the budget of the year became, against the one it began with.
void Reader::AddToBudget() {
  if (base_.set || government_ || document_.stage != Stage::kFinal || clause_.share || clause_.completion) return;
  base_ = {.set = true, .year = CurrentYear(), .stage = Stage::kBudget, .of_sentence = true};
  clause_.stage = Stage::kAdjustedBudget;
}

void Reader::OnReason(const Token& token) {
  Passage& passage = line_.passage;
  if (passage != Passage::kPlain && passage != Passage::kPurpose) return;
  if (token.word->use == WordUse::kOfTold && !LastOfSentence() && sentence_.told_of.empty()) return;
  sentence_.reason_of_own = token.word->use == WordUse::kOfClause;
  sentence_.reason_leads = sentence_.reason_of_own && passage == Passage::kPlain;
  sentence_.reason = {token.range.end, token.range.end};
  const bool names = passage == Passage::kPlain && !clause_.mentions.empty() && !clause_.had_figure && !clause_.none;
  if (names) SpeakOfNamed(token.range.begin);  // 人员经费因3人退休，同比减少45万元
  passage = Passage::kReason;
}

// 主要原因：一是…；二是…。三是…: to the end of the sentence, and in those that go on with the list.
void Reader::OnItem(const Token& token) {
  const bool goes_on = line_.reasons_listed && line_.passage == Passage::kPlain && token.range.begin <= sentence_.begin + kCharacter;
  if (goes_on) {
    line_.passage = Passage::kReason;
    sentence_.reason = {token.range.end, token.range.end};
  }
  sentence_.reason_listed |= line_.passage == Passage::kReason;
  // 发现问题5个：…；二是上半年执行率不足40%: nor are its figures facts, to the end of the line
  const Fact* last = LastOfSentence();
  const bool problems = last && last->measure == Measure::kCount && ConceptOf(last->concept_id).stage == Stage::kEvaluation &&
                        !ConceptOf(last->concept_id).Allows(Measure::kAmount);
  if (problems && line_.passage == Passage::kPlain) line_.passage = Passage::kOutcome;
}

// 主要是人员经费，完成年初预算的…: a clause that opens so states something again.
void Reader::ResumeAfterReason(const Token& token) {
  const bool opens = token.range.begin == clause_.begin && clause_.begin > sentence_.reason.begin + kCharacter;
  if (line_.passage == Passage::kReason && opens) line_.passage = Passage::kPlain;
}

void Reader::OnShare(const Token& token) {
  ResumeAfterReason(token);
  clause_.share = true;
  const bool behind = token.word->use == WordUse::kWholeBefore && !clause_.mentions.empty() && clause_.mentions.back().range.end == token.range.begin;
  if (!behind) return;
  const Mention& whole = clause_.mentions.back();  // 在本年支出中的比重为8%; under a fund's heading as well it is of all
  clause_.whole = whole.word && whole.concept_id == subject_.concept_id ? whole.word->concept_id : whole.concept_id;
  clause_.mentions.pop_back();
}

// 比 opens a base when the words of one follow; a second compare word closes it (与…相比).
void Reader::OnCompare(const Token& token, const Token* next) {
  const bool new_clause = token.range.begin <= clause_.begin + kCharacter && clause_.begin > sentence_.reason.begin + kCharacter;
  if (OutlastsSentence() || (line_.passage == Passage::kReason && !new_clause)) return;
  if (base_.open) {
    base_.open = false;
    return;
  }
  if (!next || next->range.begin - token.range.end > 4 * kCharacter) return;
  const bool at_once = next->range.begin - token.range.end <= kCharacter;  // 保护与利用620万元 is no comparison
  const bool base_follows = next->quantity
                                ? next->quantity->kind == QuantityKind::kYear || (next->quantity->kind == QuantityKind::kMoney && at_once)
                                : next->word && (next->word->kind == WordKind::kPeriod || next->word->kind == WordKind::kStage);
  if (!base_follows || (token.word->use == WordUse::kAmountBefore && !AmountBeforeFollows(next))) return;
  line_.passage = Passage::kPlain;  // a comparison states something, whatever went before
  if (token.range.begin <= sentence_.begin + kCharacter) OnComparedAgain();
  if (token.range.begin <= line_.range.begin + kCharacter) SpeakOfNamedAhead(next);
  if (list_.open && list_.enumerated && list_.total != kNone && clause_.mentions.empty() && token.range.begin == clause_.begin) {
    SpeakOfTotal();  // 其中A1万元、B2万元，较上年增加…
    CloseList();
  }
  base_ = {.open = true, .set = true};
}

// 比年初预算减少…，其中：…。比上年减少…: of the same as the comparison before.
void Reader::OnComparedAgain() {
  if (line_.compared.concept_id != kNoConcept) subject_ = line_.compared;
  else line_.compared = subject_;
}

// 比年初预算少支2万元，公务接待费决算18万元: a comparison opens the line, and what it is of is still to come.
void Reader::SpeakOfNamedAhead(const Token* next) {
  if (section_.subject.concept_id != kNoConcept || !clause_.mentions.empty() || government_) return;
  for (; next < line_.tokens_end && next->mark != Mark::kStop && next->mark != Mark::kSemicolon; ++next) {
    if (!next->word) continue;
    const WordKind kind = next->word->kind;
    if (kind == WordKind::kReason || kind == WordKind::kPurpose || kind == WordKind::kAmong || kind == WordKind::kOther) return;
    if (kind != WordKind::kConcept || next->word->bare || next->word->concept_id == kNoConcept || !Inside(next->word->within)) continue;
    subject_ = {next->word->concept_id, next->word, next->word->qualifiers, next->range, Stage::kNone};
    return;
  }
}

void Reader::OnStage(const Token& token, const Token* next) {
  const Stage stage = StageMeant(token.word->stage);
  // 追加5万元用于布展，调整预算8万元: a clause that opens so states something again
  if (line_.passage == Passage::kPurpose && token.range.begin == clause_.begin && MoneyFollows(token, next)) line_.passage = Passage::kPlain;
  if (InReason()) return;
  if (TellsOtherSide(token)) return;
  if (base_.open) {
    if (base_.stage == Stage::kNone || stage != Stage::kBudget) base_.stage = stage;
  } else if (clause_.share && token.word->concept_id != kNoConcept) {
    clause_.whole = token.word->concept_id;
  } else if (clause_.completion) {
    const bool second = BesideLastStage(token) && clause_.completion_stage != Stage::kNone && FiguresInTurn(next) >= 2;
    (second ? clause_.next_plan : clause_.completion_stage) = stage;
    clause_.stage_end = token.range.end;
  } else if (clause_.direction) {  // 决算数大于预算数: the stage compared with
    base_ = {.set = true, .year = CurrentYear(), .stage = stage};
  } else {
    TellStage(token, next, stage);
  }
}

// 收入完成…，支出完成…: a verb of spending after revenue tells the other side. True when it is a name by itself.
bool Reader::TellsOtherSide(const Token& token) {
  const bool of_revenue = subject_.concept_id != kNoConcept && ConceptOf(subject_.concept_id).side == Side::kRevenue;
  if (token.word->concept_id == kNoConcept || !clause_.mentions.empty() || !of_revenue) return false;
  const ConceptId sister = OtherSide(subject_.concept_id);
  if (sister != kNoConcept && token.range.begin == clause_.begin) {
    Mentioned({nullptr, sister, token.range, {}, false});
    return true;
  }
  // 年初预算收入120万元…，实际支出110万元: what is spent is no revenue
  const bool crosses = token.word->use == WordUse::kOfSpending && !base_.open && !clause_.share && !clause_.completion && !clause_.direction;
  if (crosses) {
    const ConceptId other = ConceptOf(subject_.concept_id).other_side;
    Mentioned({nullptr, other != kNoConcept ? other : token.word->concept_id, token.range, {}, false});
  }
  return false;
}

// 年初预算、调整预算、决算分别为…: the stages told side by side.
void Reader::TellStage(const Token& token, const Token* next, Stage stage) {
  if (!BesideLastStage(token) || clause_.stages_told == clause_.stages.size()) clause_.stages_told = 0;
  clause_.stages[clause_.stages_told++] = stage;
  clause_.stage_end = token.range.end;
  clause_.stage = stage;
  clause_.stage_token = &token;
  const bool rates = next && next->quantity && next->quantity->kind == QuantityKind::kPercent && FiguresInTurn(next) == 2;
  if (clause_.stages_told == 2 && rates) {  // 分别完成年初预算、调整预算的110%和98%
    clause_.completion = true;
    clause_.completion_stage = clause_.stages[0];
    clause_.next_plan = clause_.stages[1];
  }
}

void Reader::OnPeriodWord(const Token& token, const Token* next) {
  if (InReason()) return;
  const auto shift = static_cast<int16_t>(token.word->value);
  // 和上年相同: compared, though no word of comparison opened it
  const bool flat = next && next->word && next->word->kind == WordKind::kFlat && next->range.begin <= token.range.end + kCharacter;
  if (flat && shift != 0 && !base_.open) base_ = {.open = true, .set = true};
  if (base_.open) {
    const int16_t before = token.word->stage == Stage::kStock ? 1 : 0;  // 年末结转比年初少3万元
    if (base_.year == 0) base_.year = static_cast<int16_t>(CurrentYear() + shift - before);
  } else if (!clause_.own_year || (shift != 0 && clause_.had_figure)) {  // 2023年当年: the year has been said; 2023年5万元(上年4万元)
    if (shift != 0 && !clause_.year_before) clause_.year_before = sentence_.time.year;
    sentence_.time.year = static_cast<int16_t>((sentence_.time.counted_from != 0 ? sentence_.time.counted_from : PresentYear()) + shift);
    sentence_.time.month = sentence_.time.day = 0;
    sentence_.time.year_range = token.range;
  }
}

// 由上年的2万元增至3万元: after what it was, what it is, which is compared with that.
void Reader::OnBecame() {
  const Fact* was = LastOfSentence();
  base_.open = false;
  if (InReason() || !was || !clause_.had_figure || was->measure == Measure::kChange) return;
  const int16_t now = PresentYear();
  if (was->period.year >= now || sentence_.time.year != was->period.year) return;
  base_ = {.set = true, .year = was->period.year, .stage = was->stage, .amount = FactCount() - 1};
  asides_.push_back(FactCount() - 1);
  sentence_.time = {};
  clause_.own_year = false;
}

// 会议费9万元，培训费5万元，前者减少1万元，后者增加2万元: of the first, of the second.
void Reader::OnAnaphor(const Token& token) {
  const bool of_two = token.word->use != WordUse::kUsual;
  clause_.anaphor |= !of_two;
  if (!of_two || InReason()) return;
  const std::vector<Index> amounts = AmountsOfSentence();
  if (amounts.size() != 2) return OnOther();
  const Fact& meant = FactAt(amounts[token.word->use == WordUse::kFirst ? 0 : 1]);
  Mentioned({nullptr, meant.concept_id, token.range, meant.qualifiers, false});
}

// What the text says before and behind a flat word that it is compared with.
void Reader::TellBaseOfFlat(const Token& flat, const Token* next) {
  // 决算数等于年初预算数: the base follows.
  if (next && next->word && next->word->kind == WordKind::kStage && next->range.begin == flat.range.end) {
    base_ = {.set = true, .year = CurrentYear(), .stage = next->word->stage};
  }
  if (ChangesBudget(next)) base_ = {.set = true, .year = CurrentYear(), .stage = Stage::kBudget, .of_word = true};  // 收入不变
  base_.open = false;
  // 年初预算与决算持平: what was spent, against the plan
  const bool plan = clause_.stage == Stage::kBudget || clause_.stage == Stage::kAdjustedBudget;
  if (plan && base_.set && base_.year == 0 && base_.stage == Stage::kFinal && document_.stage == Stage::kFinal) {
    std::swap(clause_.stage, base_.stage);
    base_.year = CurrentYear();
  }
}

void Reader::OnFlat(const Token& token, const Token* next) {
  if (InReason() || line_.passage == Passage::kPurpose || clause_.none) return;
  if (sentence_.other && clause_.mentions.empty()) return;
  TellBaseOfFlat(token, next);
  if (token.word->stage == Stage::kAdjustedBudget) AddToBudget();
  const auto subject = NamedOrCarried(Measure::kChange);
  const int16_t rule = ClauseWith(Slot::kFlat);
  if (!subject || ComparesAnother(*subject)) return;
  // 年初预算3万元，决算与之相等: against the stage told before
  const Stage before = StageStated(subject->concept_id);
  const bool of_stage = !base_.set && clause_.stage != Stage::kNone && before != Stage::kNone && before != clause_.stage;
  if (of_stage) base_ = {.set = true, .year = CurrentYear(), .stage = before, .of_sentence = true};
  if (!base_.set && !clause_.own_year) CompareWithLast(subject->concept_id);
  if (token.word->use == WordUse::kOfEachOther && !base_.set) {  // 支出和收入打平; 支出预算等于收入预算: as much as each other, not as before
    Remember(*subject, Stage::kNone);
    if (next && next->word && next->range.begin == token.range.end) line_.used = next->range.end;
    return;
  }
  if (rule >= 0) EmitFlat(*subject, token, rule);
}

void Reader::EmitFlat(const Subject& subject, const Token& flat, int16_t rule) {
  Fact fact = NewFact(subject, grammar_.clauses()[static_cast<size_t>(rule)].measure);
  fact.assertion = Assertion::kQualitative;
  fact.basis = ChangeBasis(fact.stage);
  fact.statement = {clause_.mentions.empty() ? clause_.begin : std::min(clause_.begin, clause_.mentions[0].range.begin), flat.range.end};
  fact.direction_range = flat.range;
  fact.rule = rule;
  const Fact* last = LastOfSentence();  // 与上年持平，无增减变化 is said once
  if (last && last->assertion == Assertion::kQualitative && last->concept_id == fact.concept_id && last->basis == fact.basis && last->qualifiers == fact.qualifiers) return;
  Compare(Emit(fact), &flat);
  if (base_.of_word) base_ = {};  // 收入不变，增长3%: against last year
  if (clause_.each && clause_.mentions.empty()) {  // 会议费1万元，培训费2万元，均与上年持平
    for (const Index i : AmountsOfSentence()) {
      Fact other = fact;
      other.concept_id = FactAt(i).concept_id;
      other.qualifiers = FactAt(i).qualifiers;
      other.label_range = FactAt(i).label_range;
      if (other.concept_id != fact.concept_id) Compare(Emit(std::move(other)), &flat);
    }
  }
  Remember(subject, Stage::kNone);
  clause_.mentions.clear();
}

// 本年度支出35万元，上年度支出37万元，减少2万元: the change is of the later year, against the other.
void Reader::CompareWithLast(ConceptId concept_id) {
  Index last = kNone;
  for (Index i = FactCount() - 1; i >= line_.first_fact; --i) {
    const Fact& fact = FactAt(i);
    if (fact.sentence != sentence_.ordinal) return;
    if (fact.concept_id != concept_id || fact.measure != Measure::kAmount) continue;
    if (last == kNone) {
      last = i;
      continue;
    }
    const Fact& base = FactAt(last);
    if (fact.period.year <= base.period.year) return;
    sentence_.time.year = fact.period.year;
    base_ = {.set = true, .year = base.period.year, .stage = base.stage, .amount = last, .of_sentence = true};
    asides_.push_back(last);
    return;
  }
}

void Reader::OnNone(const Token& token) {
  if (OutlastsSentence()) return;
  clause_.none = &token;
  if (token.range.begin == clause_.begin && !line_.before_colon.empty()) {  // 政府性基金预算收支情况：无
    clause_.mentions = line_.before_colon;
    clause_.begin = line_.before_colon.front().range.begin;
  }
  clause_.mentions_before_none = clause_.mentions.size();
  clause_.in_reason = line_.passage == Passage::kReason;
  if (clause_.in_reason) line_.passage = Passage::kPlain;  // a denial states a fact wherever it stands
}

// 三公经费支出决算中，公务接待费…占…: the shares are of what was named.
void Reader::OnInside(const Token& token, const Token* next) {
  if (clause_.grade_head || GradesGoOn(next)) {
    OnGrade(token, next);
    return;
  }
  if (NamesPartsInside(token, next)) return;
  if (InReason() || !next || next->mark != Mark::kComma || clause_.mentions.empty() || clause_.had_figure) return;
  if (const Mention* mention = BestMention(Measure::kAmount, nullptr)) OpenList(kNone, mention->concept_id);
}

// 支出中基本支出60万元、项目支出40万元: the names that follow are parts of the whole before the word.
bool Reader::NamesPartsInside(const Token& token, const Token* next) {
  const bool part = next && next->word && next->word->kind == WordKind::kConcept && next->range.begin == token.range.end;
  if (!part || InReason() || clause_.had_figure || clause_.mentions.size() != 1) return false;
  const Mention whole = clause_.mentions[0];
  if (whole.range.end != token.range.begin || ConceptOf(whole.concept_id).whole == Whole::kNone) return false;
  OpenList(kNone, whole.concept_id);
  clause_.mentions.clear();
  return true;
}

// 用于…的机关运行经费，合计…: the total is of what the clause of purpose named last.
void Reader::OnTotal() {
  if (line_.passage != Passage::kPurpose || !purpose_ || !clause_.mentions.empty()) return;
  subject_ = *purpose_;
  purpose_.reset();
  line_.passage = Passage::kPlain;
}

void Reader::OnGrade(const Token& token, const Token* next) {
  if (InReason()) return;
  if (GradesGoOn(next)) {
    subject_.qualifiers.back().second = token.word->text;
    return;
  }
  if (!clause_.grade_head) return;
  const Word& head = *clause_.grade_word->word;
  const auto subject = NamedOrCarried(Measure::kGrade);
  clause_.grade_head = false;
  if (subject && CountFollows(next)) {
    subject_ = *subject;
    subject_.qualifiers = {{"grade", token.word->text}};
    clause_.mentions.clear();
    return;
  }
  subject_.qualifiers.clear();
  const int16_t rule = ClauseWith(Slot::kGrade);
  if (!subject || rule < 0) {
    if (head.concept_id != kNoConcept) subject_ = {head.concept_id, &head, {}, clause_.grade_word->range, Stage::kNone};
    subject_.qualifiers = {{"grade", token.word->text}};  // 评级为“优”的项目: the count of a grade
    if (head.concept_id != kNoConcept && CountFollows(next)) clause_.mentions.clear();
    return;
  }
  Fact fact = NewFact(*subject, Measure::kGrade);
  fact.text = token.word->text;
  fact.stage = Stage::kNone;
  fact.value_range = token.range;
  fact.rule = rule;
  Emit(std::move(fact));
}

}  // namespace mingzhang
