// What each kind of word does to the clause, the sentence and the list being read.
#include <algorithm>

#include "extractor/facts/reader.h"

namespace mingzhang {
namespace {

constexpr uint32_t kCharacter = 3;  // bytes of an ideograph

}  // namespace

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
        Mentioned({&word, functional_concept_, token.range, {{word.value == 1 ? "class" : "item", word.text}}, true});
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
      // 预算1200万元，实际采购1156万元，节约43万元: against the budget, when nothing else is said.
      if (word.stage != Stage::kNone && !base_.set && document_.stage == Stage::kFinal) base_ = {false, true, CurrentYear(), word.stage, kNone, kNoConcept};
      if (!InReason()) clause_.direction = &token;
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
    case WordKind::kOther: OnOther(); break;
    case WordKind::kYearEnd:
    case WordKind::kFiller: return;
  }
  name_begin_ = token.range.end;
}

void Reader::Mentioned(Mention mention) {
  clause_.mentions.push_back(std::move(mention));
  clause_.other = other_ = false;
}

// 在建工程: what follows is not of the concept spoken of before.
void Reader::OnOther() {
  const bool item = !clause_.mentions.empty() && clause_.mentions.back().functional;  // 2210201住房公积金: a part of its name
  if (InReason() || base_.open || scope_ == Scope::kPurpose || item) return;
  clause_.mentions.clear();
  clause_.other = true;
}

void Reader::OnConcept(const Token& token, const Token* next) {
  const Word& word = *token.word;
  if (base_.open && !word.modifier) base_.named = word.concept_id;
  if (InReason() || base_.open) return;
  ConceptId id = government_ && word.government != kNoConcept ? word.government : word.concept_id;
  if (id == kNoConcept && word.government != kNoConcept) OnOther();  // 非税收入 in a department: no concept, but not what was spoken of
  if (id == kNoConcept) return;
  if (word.within != kNoConcept && !Inside(word.within)) {
    if (MoneyFollows(token, next) && clause_.mentions.empty()) OnOther();  // 工程3万元, where no procurement was spoken of
    return;
  }
  if (word.suffix && MeansHeading(id)) {
    OnStage(token);
    return;
  }
  if (MeansLineHead(id)) {
    sentence_.year = section_year_ != 0 ? section_year_ : document_.fiscal_year;
    sentence_.year_range = token.range;
    return;
  }
  if (word.bare) {
    if (clause_.other) return;  // 一般债券收入: a thing that has been named
    if (EndsUnknownName(token, next)) {
      if (ListsFunctions()) clause_.suffix = token.range.size();  // 其中：人大事务支出32万元
      else OnOther();
      return;
    }
    const ConceptId whole = WholeCompared(token, id, next);
    if (whole == kNoConcept && (ConceptOf(id).side == Side::kBoth || !OpensOtherSide(token, id))) return;
    const ConceptId sister = SisterSpokenOf(id);
    id = whole != kNoConcept ? whole : sister != kNoConcept ? sister : TotalSpokenOf(id);
  }
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
  id = OnSide(InPost(InContext(id)), word);
  if (IsKindOfWhole(token, id)) {
    OnOther();
    return;
  }
  // Without one of the project's own names, money in a project's chapter is a part of its budget.
  if (section_unnamed_ != kNoConcept && ConceptOf(id).Allows(Measure::kAmount) &&
      !grammar_.IsDescendant(section_unnamed_, id) && !grammar_.IsDescendant(id, section_unnamed_) &&
      !ConceptOf(id).of_project) {
    id = section_unnamed_;
  }
  Mention mention{&word, id, token.range, word.qualifiers, false};
  SameAudience(&mention);
  NameProject(&mention);
  Mentioned(std::move(mention));
  if (word.second != kNoConcept) clause_.mentions.push_back({&word, word.second, token.range, word.qualifiers, false});
}

// Under 政府性基金, 转移性收入 is that of the fund: the sister of the same name, if there is one.
ConceptId Reader::InContext(ConceptId concept_id) const {
  const ConceptId sister = ConceptOf(concept_id).in_fund;
  if (!government_ || sister == kNoConcept) return concept_id;
  const auto of_fund = [&](const Subject& subject) { return subject.concept_id != kNoConcept && ConceptOf(subject.concept_id).government_fund; };
  return of_fund(subject_) || of_fund(section_subject_) ? sister : concept_id;
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
  if (list_.open && list_.enumerated && list_.total != kNone && clause_.mentions.empty() && token.range.begin == clause_.begin) {
    SpeakOfTotal();  // 其中A1万元、B2万元，较上年增加…
    CloseList();
  }
  base_ = {true, true, 0, Stage::kNone, kNone};
}

void Reader::OnStage(const Token& token) {
  const Stage stage = token.word->stage;
  if (InReason()) return;
  // 社会保险基金收入完成…，支出完成…
  const ConceptId sister = token.word->concept_id != kNoConcept && clause_.mentions.empty() ? OtherSide(subject_.concept_id) : kNoConcept;
  if (sister != kNoConcept && token.range.begin == clause_.begin) {
    Mentioned({nullptr, sister, token.range, {}, false});
    return;
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
  const auto year = static_cast<int16_t>(CurrentYear() + token.word->value);
  if (base_.open) {
    if (base_.year == 0) base_.year = year;
  } else if (!clause_.own_year) {  // 2023年当年: the year has been said
    sentence_.year = year;
    sentence_.month = sentence_.day = 0;
    sentence_.year_range = token.range;
  }
}

// 教育支出(类)其他教育支出(款): what stands between two levels is one name, whatever it begins with.
bool Reader::IsInsideName(const Token* next) const {
  const bool at_level = next != nullptr && next->word != nullptr && next->word->kind == WordKind::kLevel;
  return at_level && next->word->value > 1 && functional_end_ == name_begin_ && !functional_.empty();
}

// “…(类)…(款)…(项)”: the name runs from the last boundary to the mark of its level.
void Reader::OnLevel(const Token& token) {
  if (InReason() || base_.open) return;
  static constexpr const char* kKeys[] = {"class", "section", "item"};
  const auto level = static_cast<size_t>(token.word->value - 1);
  std::string_view name = text_.substr(name_begin_, token.range.begin - name_begin_);
  while (!name.empty() && (name.front() == '-' || name.front() == ' ')) name.remove_prefix(1);
  const bool goes_on = level > 0 && functional_end_ == name_begin_ && !functional_.empty();
  if (!goes_on) functional_.clear();
  functional_.resize(std::min(functional_.size(), level));
  functional_.emplace_back(kKeys[level], std::string(name));
  // Words inside the name are part of it.
  while (!clause_.mentions.empty() && clause_.mentions.back().range.end > name_begin_) clause_.mentions.pop_back();
  Range range{name_begin_, token.range.end};
  if (!clause_.mentions.empty() && clause_.mentions.back().functional && goes_on) {
    range.begin = clause_.mentions.back().range.begin;
    clause_.mentions.pop_back();
  }
  if (clause_.share) clause_.whole = functional_concept_;
  else Mentioned({token.word, functional_concept_, range, functional_, true});
  name_begin_ = functional_end_ = token.range.end;
}

// 分别: the figures that follow go to the names of the clause, else of the sentence, in turn.
// What 分别 goes over where it names nothing: the parts of the open list, else the amounts of the sentence.
std::vector<Index> Reader::AmountsOfSentence() const {
  if (list_.open && list_.parts.size() >= 2) return list_.parts;
  std::vector<Index> amounts;
  for (auto i = first_fact_of_line_; i < static_cast<Index>(out_->facts.size()); ++i) {
    const Fact& fact = out_->facts[static_cast<size_t>(i)];
    if (fact.sentence == sentence_.ordinal && fact.measure == Measure::kAmount && !IsAside(i)) amounts.push_back(i);
  }
  return amounts;
}

void Reader::OnRespectively(const Token* next) {
  if (InReason()) return;
  if (next && next->word && next->word->kind == WordKind::kDirection && clause_.mentions.empty() && NameBothSides()) return;
  if (clause_.mentions.size() == 1 && ConceptOf(clause_.mentions[0].concept_id).side == Side::kBoth && FiguresInTurn(next) >= 2) {
    respective_ = BothSides(clause_.mentions[0]);
  } else if (clause_.mentions.size() >= 2) {
    respective_ = clause_.mentions;
  } else if (clause_.mentions.size() == 1 && FiguresInTurn(next) >= 2) {
    OnOther();  // 甲、乙的采购规模分别为3万元和2万元: of whom each is, is not known
    return;
  } else if (respective_.size() < 2 && clause_.mentions.empty()) {
    std::vector<Mention> names;
    for (const Index i : AmountsOfSentence()) {
      const Fact& fact = out_->facts[static_cast<size_t>(i)];
      names.push_back({nullptr, fact.concept_id, fact.label_range, fact.qualifiers, false});
    }
    if (names.size() >= 2) respective_ = std::move(names);
  }
  next_respective_ = 0;
  respective_armed_ = respective_.size() >= 2;
}

// 收、支总计各是8万元、7万元: the first of all revenue, the second of all expenditure.
std::vector<Reader::Mention> Reader::BothSides(const Mention& mention) const {
  std::vector<Mention> sides;
  for (const Side side : {Side::kRevenue, Side::kExpenditure}) {
    const auto& concepts = grammar_.concepts();
    const auto all = std::find_if(concepts.begin(), concepts.end(), [&](const Concept& c) { return c.side == side && c.whole == Whole::kAll; });
    if (all != concepts.end()) sides.push_back({mention.word, static_cast<ConceptId>(all - concepts.begin()), mention.range, {}, false});
  }
  return sides;
}

// How many figures follow one after another, up to the next word: 8、7万元.
size_t Reader::FiguresInTurn(const Token* next) const {
  size_t figures = 0;
  if (next && next->word && next->word->kind == WordKind::kDirection) ++next;
  for (; next && next < tokens_end_; ++next) {
    if (next->word || (next->mark != Mark::kNone && next->mark != Mark::kComma && next->mark != Mark::kListComma)) break;
    figures += next->quantity != nullptr;
  }
  return figures;
}

// 收入总计8万元，支出总计8万元，与上年相比，各增加1万元，增长14.29%: each figure is of both.
bool Reader::NameBothSides() {
  const std::vector<Index> amounts = AmountsOfSentence();
  if (amounts.size() != 2) return false;
  const Fact& left = out_->facts[static_cast<size_t>(amounts[0])];
  const Fact& right = out_->facts[static_cast<size_t>(amounts[1])];
  const bool sides = ConceptOf(left.concept_id).side == Side::kRevenue && ConceptOf(right.concept_id).side == Side::kExpenditure;
  if (!sides || left.period.year != right.period.year || left.stage != right.stage) return false;
  subject_ = {left.concept_id, nullptr, left.qualifiers, left.label_range, left.stage};
  other_side_ = right.concept_id;
  return true;
}

// 5.98%、6.13%: another figure of the same kind stands beside this one.
bool Reader::FigureFollowsInList(const Token& token, const Token* next) const {
  return next && next->mark == Mark::kListComma && next + 1 < tokens_end_ && next[1].quantity && next[1].quantity->kind == token.quantity->kind;
}

void Reader::OnFlat(const Token& token, const Token* next) {
  if (InReason() || scope_ == Scope::kPurpose || clause_.none) return;
  if (other_ && clause_.mentions.empty()) return;
  // 决算数等于年初预算数: the base follows.
  if (!base_.set && next && next->word && next->word->kind == WordKind::kStage && next->range.begin == token.range.end) {
    base_ = {false, true, CurrentYear(), next->word->stage, kNone};
  }
  base_.open = false;
  std::optional<Subject> subject;
  Quantity nothing;
  if (const Mention* mention = BestMention(Measure::kChange, nothing)) {
    subject = Subject{mention->concept_id, mention->word, mention->qualifiers, mention->range, Stage::kNone};
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
  Compare(Emit(std::move(fact)), Direction::kUnchanged, token.range);
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

int16_t Reader::CurrentYear() const {
  return sentence_.year != 0 ? sentence_.year : section_year_ != 0 ? section_year_ : document_.fiscal_year;
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

// The list that follows breaks down the last amount; a further split, the total of the list before.
void Reader::OnAmong(bool split, uint32_t begin) {
  const bool opens = begin <= sentence_.begin + kCharacter;  // 。其中：
  const bool named = !clause_.mentions.empty() && !clause_.had_figure && !clause_.none &&
                     begin - clause_.mentions.back().range.end <= 2 * kCharacter;
  EndClause(clause_.begin);
  if (named && scope_ == Scope::kPlain && subject_.concept_id != kNoConcept) {  // 卫生健康支出具体包括：
    CloseList();
    list_ = {true, kNone, subject_.concept_id, {}};
    return;
  }
  const bool told = static_cast<Index>(out_->facts.size()) > first_fact_of_line_;  // 12万元，是指…，包括：人员经费…
  if (!OutlastsSentence() || (scope_ == Scope::kDefinition && told)) scope_ = Scope::kPlain;
  if (split && section_subject_.concept_id != kNoConcept) {
    for (auto i = static_cast<Index>(out_->facts.size()) - 1; i >= 0 && out_->facts.size() - static_cast<size_t>(i) < 24; --i) {
      const Fact& fact = out_->facts[static_cast<size_t>(i)];
      if (fact.section != section_) break;
      if (fact.measure != Measure::kAmount || fact.concept_id != section_subject_.concept_id || fact.assertion != Assertion::kStated || IsAside(i)) continue;
      CloseList();
      list_ = {true, i, fact.concept_id, {}};
      return;
    }
  }
  for (auto i = static_cast<Index>(out_->facts.size()) - 1; i >= 0 && out_->facts.size() - static_cast<size_t>(i) < 12; --i) {
    const Fact& fact = out_->facts[static_cast<size_t>(i)];
    if (fact.measure != Measure::kAmount && fact.measure != Measure::kCount) continue;
    if (fact.section != section_) break;
    if (IsAside(i) || fact.assertion != Assertion::kStated || (split && IsCarryOver(fact.concept_id))) continue;
    if (split && list_.open) return;
    const bool part = std::find(last_list_.parts.begin(), last_list_.parts.end(), i) != last_list_.parts.end();
    if ((split || (opens && last_list_.parts.size() >= 2)) && last_list_.total != kNone && part) {
      list_ = {true, last_list_.total, last_list_.whole, {}};
      return;
    }
    if (list_.open && std::find(list_.parts.begin(), list_.parts.end(), i) == list_.parts.end() && list_.total == i) return;
    CloseList();
    list_ = {true, OfOwnStage(i), fact.concept_id, {}};
    return;
  }
}

// 支出2万元，年初预算3万元，其中：…支出…: final accounts break down what was spent.
Index Reader::OfOwnStage(Index amount) const {
  const Fact& last = out_->facts[static_cast<size_t>(amount)];
  if (document_.stage != Stage::kFinal || last.stage != Stage::kBudget) return amount;
  for (Index i = amount - 1; i >= first_fact_of_line_; --i) {
    const Fact& fact = out_->facts[static_cast<size_t>(i)];
    if (fact.sentence != last.sentence) break;
    const bool spent = fact.measure == Measure::kAmount && fact.concept_id == last.concept_id && fact.stage == Stage::kFinal;
    if (spent && fact.period.year == last.period.year && !IsAside(i)) return i;
  }
  return amount;
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
    subject = Subject{mention->concept_id, mention->word, mention->qualifiers, mention->range, Stage::kNone};
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
