#include "extractor/facts/reader.h"

#include <algorithm>

#include "extractor/base/utf8.h"

namespace mingzhang {
namespace {

constexpr uint32_t kCharacter = 3;  // bytes of an ideograph

bool IsFigure(QuantityKind kind) {
  switch (kind) {
    case QuantityKind::kMoney:
    case QuantityKind::kPercent:
    case QuantityKind::kPercentagePoint:
    case QuantityKind::kCount:
    case QuantityKind::kScore: return true;
    default: return false;
  }
}

// The class of a quantity that is no figure of a fact.
NumeralClass ClassOf(QuantityKind kind) {
  switch (kind) {
    case QuantityKind::kYear:
    case QuantityKind::kDate: return NumeralClass::kPeriod;
    case QuantityKind::kListMarker: return NumeralClass::kListMarker;
    case QuantityKind::kThreshold: return NumeralClass::kThreshold;
    case QuantityKind::kOrdinal: return NumeralClass::kOrdinal;
    case QuantityKind::kDocumentNumber: return NumeralClass::kDocumentNumber;
    case QuantityKind::kMeasure: return NumeralClass::kMeasure;
    case QuantityKind::kCode: return NumeralClass::kCode;
    default: return NumeralClass::kUnexplained;
  }
}

}  // namespace

Reader::Reader(const Grammar& grammar, const DocumentFacts& document, std::string_view text, Extraction* out, std::vector<Claim>* claims)
    : grammar_(grammar), document_(document), text_(text), out_(out), claims_(claims),
      government_(document.kind == DocumentKind::kGovernmentReport), functional_concept_(grammar.FindConcept("expenditure.functional")) {}

void Reader::ReadHeading(const std::vector<Token>& tokens, Index section, Index parent, const SectionRole* role) {
  CloseList();
  last_list_ = {};
  purpose_.reset();
  section_date_ = {};
  section_unnamed_ = role ? role->unnamed : kNoConcept;
  section_ = section;
  section_subject_ = {};
  section_stage_ = Stage::kNone;
  int16_t year = 0;
  for (const Token& token : tokens) {
    if (token.quantity) {
      if (token.quantity->kind == QuantityKind::kYear) year = token.quantity->year;
      claims_->push_back({token.quantity, ClassOf(token.quantity->kind)});
    } else if (token.word && token.word->kind == WordKind::kConcept) {
      const Word& word = *token.word;
      const ConceptId id = government_ && word.government != kNoConcept ? word.government : word.concept_id;
      if (id == kNoConcept || (word.within != kNoConcept && !grammar_.IsDescendant(section_subject_.concept_id, word.within))) continue;
      const bool better = section_subject_.concept_id == kNoConcept || section_subject_.word->modifier ||
                          (!word.modifier && grammar_.IsDescendant(id, section_subject_.concept_id));
      if (better) section_subject_ = {id, &word, word.qualifiers, token.range, word.stage};
    } else if (token.word && token.word->kind == WordKind::kStage) {
      section_stage_ = token.word->stage;
    }
  }
  if (section_subject_.concept_id == kNoConcept && role && role->concept_id >= 0) section_subject_.concept_id = role->concept_id;
  // A year holds for the section and what is under it.
  if (year == 0 && parent >= 0) year = section_years_[static_cast<size_t>(parent)];
  section_years_.resize(static_cast<size_t>(section) + 1);
  section_years_.back() = section_year_ = year;
  subject_ = section_subject_;
  list_head_ = {};
}

void Reader::ReadLine(const std::vector<Token>& tokens, Range line, Index section) {
  section_ = section;
  line_ = line;
  clause_ = {};
  clause_.begin = clause_.read_from = line.begin;
  sentence_ = {};
  sentence_.begin = line.begin;
  sentence_.ordinal = out_->facts.empty() ? 0 : out_->facts.back().sentence + 1;
  base_ = {};
  scope_ = Scope::kPlain;
  name_begin_ = line.begin;
  functional_.clear();
  first_fact_of_line_ = static_cast<Index>(out_->facts.size());
  line_detached_ = false;
  respective_.clear();
  tokens_end_ = tokens.data() + tokens.size();
  for (size_t i = 0; i < tokens.size(); ++i) {
    const Token& token = tokens[i];
    const Token* next = i + 1 < tokens.size() ? &tokens[i + 1] : nullptr;
    if (token.mark != Mark::kNone) OnMark(token);
    else if (token.word) OnWord(token, next);
    else OnQuantity(token, next);
    if (token.mark == Mark::kNone) clause_.known += token.range.size();
  }
  EndClause(line.end);
  EndSentence();
  CloseList();
  EndLine();
}

// 行政编制42人，实有39人；事业编制96人，实有88人: each 实有 is of the class before it.
void Reader::EndLine() {
  std::vector<std::pair<Index, ConceptId>> classes;
  const ConceptId total = grammar_.FindConcept("personnel.actual.total");
  for (auto i = first_fact_of_line_ + 1; i < static_cast<Index>(out_->facts.size()); ++i) {
    const Fact& fact = out_->facts[static_cast<size_t>(i)];
    const std::string& before = grammar_.concepts()[static_cast<size_t>(out_->facts[static_cast<size_t>(i - 1)].concept_id)].id;
    constexpr std::string_view kPosts = "personnel.establishment.";
    if (fact.concept_id != total || before.compare(0, kPosts.size(), kPosts) != 0) continue;
    const ConceptId of_class = grammar_.FindConcept("personnel.actual." + before.substr(kPosts.size()));
    if (of_class != kNoConcept && of_class != total) classes.emplace_back(i, of_class);
  }
  if (classes.size() < 2) return;
  for (const auto& [index, of_class] : classes) out_->facts[static_cast<size_t>(index)].concept_id = of_class;
}

void Reader::OnMark(const Token& token) {
  switch (token.mark) {
    case Mark::kOpen:
      OpenBracket();
      return;
    case Mark::kClose:  // what was named in brackets does not lead what follows
      CloseBracket();
      return;
    case Mark::kListComma:
      if (next_respective_ > 0 && clause_.had_figure) {  // the next figure is read as the last one was
        clause_.read_from = token.range.end;
        clause_.known = 0;
        return;
      }
      if (clause_.had_figure && clause_.mentions.empty() && !clause_.none) EndClause(token.range.begin);
      return;
    case Mark::kComma:
      next_respective_ = 0;
      respective_armed_ = false;
      EndClause(token.range.begin);
      base_.open = false;
      break;
    case Mark::kColon:
      EndClause(token.range.begin);
      break;
    case Mark::kSemicolon:
      EndClause(token.range.begin);
      base_ = {};
      if (scope_ != Scope::kDefinition) scope_ = Scope::kPlain;
      break;
    case Mark::kStop:
      respective_.clear();
      EndClause(token.range.begin);
      EndSentence();
      break;
    case Mark::kNone: return;
  }
  clause_.begin = clause_.read_from = token.range.end;
  name_begin_ = token.range.end;
}

void Reader::OpenBracket() {
  clause_.open_mentions = clause_.mentions.size();
  bracket_subject_ = subject_;
  bracket_list_ = list_;
}

void Reader::CloseBracket() {
  if (clause_.open_mentions < clause_.mentions.size()) clause_.mentions.resize(clause_.open_mentions);
  clause_.open_mentions = SIZE_MAX;
  if (!bracket_subject_) return;
  subject_ = *bracket_subject_;
  bracket_subject_.reset();
  if (list_.open && list_.total != bracket_list_.total) {
    CloseList();
    list_ = bracket_list_;
  }
}

void Reader::OnWord(const Token& token, const Token* next) {
  const Word& word = *token.word;
  switch (word.kind) {
    case WordKind::kConcept: OnConcept(token); return;
    case WordKind::kFunctional:
      if (InReason() || base_.open) return;
      if (!(next && next->word && next->word->kind == WordKind::kLevel)) {
        clause_.mentions.push_back({&word, functional_concept_, token.range, {{"class", word.text}}, true});
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
      if (!InReason()) clause_.direction = &token;
      break;
    case WordKind::kFlat: OnFlat(token, next); break;
    case WordKind::kShare: clause_.share = true; break;
    case WordKind::kCompletion:
      clause_.completion = true;
      if (word.stage != Stage::kNone) clause_.completion_stage = word.stage;
      break;
    case WordKind::kUnitCost:
      clause_.unit_cost = true;
      if (word.concept_id != kNoConcept && !InReason()) clause_.mentions.push_back({&word, word.concept_id, token.range, {}, false});
      break;
    case WordKind::kAmong: OnAmong(false); break;
    case WordKind::kSplit: OnAmong(true); break;
    case WordKind::kInside: OnInside(token, next); break;
    case WordKind::kTotal: OnTotal(); break;
    case WordKind::kRespectively:
      OnRespectively();
      break;
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
    case WordKind::kNone: OnNone(token); break;
    case WordKind::kAnaphor: clause_.anaphor = true; break;
    case WordKind::kStage: OnStage(token); break;
    case WordKind::kPeriod: OnPeriodWord(token); break;
    case WordKind::kGradeHead:
      clause_.grade_head = true;
      clause_.grade_word = &token;
      break;
    case WordKind::kGrade: OnGrade(token); break;
    case WordKind::kYearEnd:
    case WordKind::kFiller: return;
  }
  name_begin_ = token.range.end;
}

void Reader::OnConcept(const Token& token) {
  const Word& word = *token.word;
  if (InReason() || base_.open) return;
  ConceptId id = government_ && word.government != kNoConcept ? word.government : word.concept_id;
  if (id == kNoConcept || (word.within != kNoConcept && !Inside(word.within))) return;
  const bool follows = !clause_.mentions.empty() && token.range.begin - clause_.mentions.back().range.end <= kCharacter;
  if (word.suffix && follows) {
    OnStage(token);
    return;
  }
  if (document_.stage == Stage::kFinal && grammar_.concepts()[static_cast<size_t>(id)].in_finals != kNoConcept) {
    id = grammar_.concepts()[static_cast<size_t>(id)].in_finals;
  }
  if (word.inherits) {
    if (list_head_.concept_id != kNoConcept) id = list_head_.concept_id;
  } else if (grammar_.concepts()[static_cast<size_t>(id)].count_unit == "VEHICLE") {
    list_head_ = {id, &word, {}, token.range, Stage::kNone};
  }
  if (clause_.share) {
    clause_.whole = id;
    return;
  }
  id = InContext(id);
  // Without one of the project's own names, money in a project's chapter is a part of its budget.
  if (section_unnamed_ != kNoConcept && grammar_.concepts()[static_cast<size_t>(id)].Allows(Measure::kAmount) &&
      !grammar_.IsDescendant(section_unnamed_, id) && !grammar_.IsDescendant(id, section_unnamed_) &&
      grammar_.concepts()[static_cast<size_t>(id)].id.rfind("project.", 0) != 0) {
    id = section_unnamed_;
  }
  clause_.mentions.push_back({&word, id, token.range, word.qualifiers, false});
  if (word.second != kNoConcept) clause_.mentions.push_back({&word, word.second, token.range, word.qualifiers, false});
}

// Under 政府性基金, 转移性收入 is that of the fund: the sister of the same name, if there is one.
ConceptId Reader::InContext(ConceptId concept_id) const {
  constexpr std::string_view kGeneral = "government.general_public_budget_", kFund = "government.government_fund_";
  const std::string& id = grammar_.concepts()[static_cast<size_t>(concept_id)].id;
  if (!government_ || id.compare(0, kGeneral.size(), kGeneral) != 0) return concept_id;
  const auto of_fund = [&](const Subject& subject) {
    return subject.concept_id != kNoConcept &&
           grammar_.concepts()[static_cast<size_t>(subject.concept_id)].id.compare(0, kFund.size(), kFund) == 0;
  };
  if (!of_fund(subject_) && !of_fund(section_subject_)) return concept_id;
  const ConceptId sister = grammar_.FindConcept(std::string(kFund) + id.substr(kGeneral.size()));
  return sister == kNoConcept ? concept_id : sister;
}

// 比 opens a base when the words of one follow; a second compare word closes it (与…相比).
void Reader::OnCompare(const Token& token, const Token* next) {
  const bool new_clause = token.range.begin <= clause_.begin + kCharacter && clause_.begin > reason_.begin + kCharacter;
  if (scope_ == Scope::kDefinition || (scope_ == Scope::kReason && !new_clause)) return;
  if (base_.open) {
    base_.open = false;
    return;
  }
  if (!next || next->range.begin - token.range.end > 4 * kCharacter) return;
  const bool base_follows = next->quantity
                                ? next->quantity->kind == QuantityKind::kYear || next->quantity->kind == QuantityKind::kMoney
                                : next->word && (next->word->kind == WordKind::kPeriod || next->word->kind == WordKind::kStage);
  if (!base_follows) return;
  scope_ = Scope::kPlain;  // a comparison states something, whatever went before
  base_ = {true, true, 0, Stage::kNone, kNone};
}

void Reader::OnStage(const Token& token) {
  const Stage stage = token.word->stage;
  if (InReason()) return;
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
  else clause_.mentions.push_back({token.word, functional_concept_, range, functional_, true});
  name_begin_ = functional_end_ = token.range.end;
}

// 分别: the figures that follow go to the names of the clause, else of the sentence, in turn.
void Reader::OnRespectively() {
  if (InReason()) return;
  if (clause_.mentions.size() >= 2) {
    respective_ = clause_.mentions;
  } else {
    std::vector<Mention> names;
    for (auto i = first_fact_of_line_; i < static_cast<Index>(out_->facts.size()); ++i) {
      const Fact& fact = out_->facts[static_cast<size_t>(i)];
      if (fact.sentence != sentence_.ordinal || fact.measure != Measure::kAmount || IsAside(i)) continue;
      names.push_back({nullptr, fact.concept_id, fact.label_range, fact.qualifiers, false});
    }
    if (names.size() >= 2) respective_ = std::move(names);
  }
  next_respective_ = 0;
  respective_armed_ = respective_.size() >= 2;
}

// 5.98%、6.13%: another figure of the same kind stands beside this one.
bool Reader::FigureFollowsInList(const Token& token, const Token* next) const {
  return next && next->mark == Mark::kListComma && next + 1 < tokens_end_ && next[1].quantity && next[1].quantity->kind == token.quantity->kind;
}

void Reader::OnFlat(const Token& token, const Token* next) {
  if (InReason() || scope_ == Scope::kPurpose || clause_.none) return;
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
  if (!subject) return;
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
  if (InReason() && scope_ == Scope::kDefinition) return;
  clause_.none = &token;
  clause_.mentions_before_none = clause_.mentions.size();
  if (scope_ == Scope::kReason) scope_ = Scope::kPlain;  // a denial states a fact wherever it stands
}

int16_t Reader::CurrentYear() const {
  return sentence_.year != 0 ? sentence_.year : section_year_ != 0 ? section_year_ : document_.fiscal_year;
}

// 三公经费支出决算中，公务接待费…占…: the shares are of what was named.
void Reader::OnInside(const Token& token, const Token* next) {
  if (clause_.grade_head) {
    OnGrade(token);
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
void Reader::OnAmong(bool split) {
  EndClause(clause_.begin);
  if (scope_ != Scope::kDefinition) scope_ = Scope::kPlain;
  if (split && section_subject_.concept_id != kNoConcept) {
    for (auto i = static_cast<Index>(out_->facts.size()) - 1; i >= 0 && out_->facts.size() - static_cast<size_t>(i) < 24; --i) {
      const Fact& fact = out_->facts[static_cast<size_t>(i)];
      if (fact.measure != Measure::kAmount || fact.concept_id != section_subject_.concept_id || IsAside(i)) continue;
      CloseList();
      list_ = {true, i, fact.concept_id, {}};
      return;
    }
  }
  for (auto i = static_cast<Index>(out_->facts.size()) - 1; i >= 0 && out_->facts.size() - static_cast<size_t>(i) < 12; --i) {
    const Fact& fact = out_->facts[static_cast<size_t>(i)];
    if (fact.measure != Measure::kAmount && fact.measure != Measure::kCount) continue;
    if (fact.section != section_) break;
    if (IsAside(i) || fact.assertion != Assertion::kStated) continue;
    if (split && list_.open) return;
    if (split && last_list_.total != kNone && std::find(last_list_.parts.begin(), last_list_.parts.end(), i) != last_list_.parts.end()) {
      list_ = {true, last_list_.total, last_list_.whole, {}};
      return;
    }
    if (list_.open && std::find(list_.parts.begin(), list_.parts.end(), i) == list_.parts.end() && list_.total == i) return;
    CloseList();
    list_ = {true, i, fact.concept_id, {}};
    return;
  }
}

void Reader::OnGrade(const Token& token) {
  if (!clause_.grade_head || InReason()) return;
  const Word& head = *clause_.grade_word->word;
  auto subject = CarriedSubject(Measure::kGrade, nullptr);
  Quantity nothing;
  if (const Mention* mention = BestMention(Measure::kGrade, nothing)) {
    subject = Subject{mention->concept_id, mention->word, mention->qualifiers, mention->range, Stage::kNone};
  }
  clause_.grade_head = false;
  subject_.qualifiers.clear();
  const auto pattern = std::find_if(grammar_.clauses().begin(), grammar_.clauses().end(), [](const Clause& c) { return Has(c.slots, Slot::kGrade); });
  if (!subject || pattern == grammar_.clauses().end()) {
    if (head.concept_id != kNoConcept) subject_ = {head.concept_id, &head, {}, clause_.grade_word->range, Stage::kNone};
    subject_.qualifiers = {{"grade", token.word->text}};  // 评级为“优”的项目: the count of a grade
    return;
  }
  Fact fact = NewFact(*subject, Measure::kGrade);
  fact.text = token.word->text;
  fact.stage = Stage::kNone;
  fact.value_range = token.range;
  fact.rule = static_cast<int16_t>(pattern - grammar_.clauses().begin());
  Emit(std::move(fact));
}

void Reader::OnQuantity(const Token& token, const Token* next) {
  const Quantity& quantity = *token.quantity;
  claims_->push_back({&quantity, ClassOf(quantity.kind)});
  if (quantity.kind == QuantityKind::kYear || quantity.kind == QuantityKind::kDate) {
    OnYear(quantity, next);
    return;
  }
  const bool counted_in_times = quantity.kind == QuantityKind::kMeasure && !clause_.mentions.empty();
  if (quantity.kind == QuantityKind::kCode) OnCode(quantity);
  if (IsFigure(quantity.kind) || counted_in_times) OnFigure(token, next);
  clause_.read_from = quantity.text.end;
  clause_.known = 0;
  name_begin_ = quantity.text.end;
}

// 2080505机关事业单位基本养老保险缴费支出: a code of 3, 5 or 7 digits opens a functional line.
void Reader::OnCode(const Quantity& quantity) {
  const uint32_t digits = quantity.number.size();
  const std::string_view code = text_.substr(quantity.number.begin, digits);
  if (InReason() || base_.open || (digits != 3 && digits != 5 && digits != 7) || code[0] != '2') return;
  if (quantity.text.begin > clause_.read_from + 2 * kCharacter) return;
  clause_.mentions.push_back({nullptr, functional_concept_, quantity.text, {{"code", std::string(code)}}, true});
}

bool Reader::IsAside(Index fact) const { return std::find(asides_.rbegin(), asides_.rend(), fact) != asides_.rend(); }

void Reader::OnYear(const Quantity& quantity, const Token* next) {
  if (quantity.year == 0) return;
  const bool year_end = quantity.day == 0 && next && next->word && next->word->kind == WordKind::kYearEnd && next->range.begin == quantity.text.end;
  if (base_.open) {
    base_.year = quantity.year;
    return;
  }
  if (scope_ == Scope::kDefinition) return;
  // A clause that opens with a year of its own states something again.
  if (scope_ == Scope::kReason && quantity.text.begin <= clause_.begin + 2 * kCharacter && clause_.begin > reason_.begin + kCharacter) scope_ = Scope::kPlain;
  if (scope_ == Scope::kReason) return;
  sentence_.year = quantity.year;
  sentence_.month = year_end ? 12 : quantity.month;
  sentence_.day = year_end ? 31 : quantity.day;
  sentence_.year_range = quantity.text;
  if (sentence_.day != 0) section_date_ = {sentence_.year, sentence_.month, sentence_.day, Binding::kInherited};
  clause_.own_year = true;
}

void Reader::OnFigure(const Token& token, const Token* next) {
  const Quantity& quantity = *token.quantity;
  if (scope_ == Scope::kReason) {
    ClaimLast(NumeralClass::kReason);
    return;
  }
  if (scope_ == Scope::kDefinition) {
    ClaimLast(NumeralClass::kThreshold);
    return;
  }
  if (!respective_armed_ && respective_.size() >= 2 && clause_.mentions.empty() && FigureFollowsInList(token, next)) {
    respective_armed_ = true;
    next_respective_ = 0;
  }
  for (const Clause& clause : grammar_.clauses()) {
    const QuantityKind kind = quantity.kind == QuantityKind::kMeasure ? QuantityKind::kCount : quantity.kind;
    if (clause.value != kind) continue;
    if ((clause.slots & ~SlotsFor(quantity, true, true)) != 0) continue;
    const auto subject = SubjectFor(clause, quantity, next);
    if (!subject) continue;
    EmitFigure(clause, *subject, quantity);
    return;
  }
  clause_.direction = nullptr;
  if (scope_ == Scope::kPurpose) ClaimLast(NumeralClass::kIndicator);
}

void Reader::EndClause(uint32_t end) {
  if (clause_.none && !clause_.had_figure) EmitNegatives(end);
  // The concept a clause names without a figure is what the next one is about.
  if (!clause_.mentions.empty() && scope_ == Scope::kPlain && !clause_.none) {
    const Mention* best = &clause_.mentions[0];
    for (const Mention& mention : clause_.mentions) {
      if (!Prefers(grammar_, *best, mention)) best = &mention;
    }
    if (best->functional || !clause_.had_figure) {
      subject_ = {best->concept_id, best->word, best->qualifiers, best->range, Stage::kNone};
    }
  }
  if (scope_ == Scope::kReason) reason_.end = end;
  if (scope_ == Scope::kPurpose && !clause_.mentions.empty() && !clause_.had_figure) {
    const Mention& last = clause_.mentions.back();
    purpose_ = Subject{last.concept_id, last.word, last.qualifiers, last.range, Stage::kNone};
  }
  clause_ = {};
  clause_.begin = clause_.read_from = end;
}

void Reader::EndSentence() {
  if (reason_.end > reason_.begin && !out_->comparisons.empty() && out_->comparisons.back().reason.empty()) {
    out_->comparisons.back().reason = reason_;
  }
  reason_ = {};
  if (list_.open && list_.total != kNone) {  // the next sentence goes on about the whole
    const Fact& total = out_->facts[static_cast<size_t>(list_.total)];
    subject_ = {total.concept_id, nullptr, total.qualifiers, total.label_range, total.stage};
    CloseList();
  }
  if (scope_ != Scope::kDefinition) scope_ = Scope::kPlain;
  base_.open = false;
  const Index ordinal = sentence_.ordinal + 1;
  const uint32_t begin = clause_.begin;
  // A date holds for the paragraph: 截至…，共有车辆…。单价100万元以上设备…
  const Sentence last = sentence_;
  sentence_ = {};
  if (last.day != 0) sentence_ = last;
  sentence_.begin = begin;
  sentence_.ordinal = ordinal;
}

void Reader::CloseList() {
  if (list_.open) last_list_ = list_;
  if (list_.open && list_.total != kNone && list_.parts.size() >= 2) out_->relations.push_back({list_.total, list_.parts, false});
  list_ = {};
}

}  // namespace mingzhang
