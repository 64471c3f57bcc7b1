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

void Reader::ReadHeading(const std::vector<Token>& tokens, Index section, const SectionRole* role) {
  CloseList();
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
  if (year != 0) section_year_ = year;
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
}

void Reader::OnMark(const Token& token) {
  switch (token.mark) {
    case Mark::kOpen:
      clause_.open_mentions = clause_.mentions.size();
      return;
    case Mark::kClose:  // what was named in brackets does not lead what follows
      if (clause_.open_mentions < clause_.mentions.size()) clause_.mentions.resize(clause_.open_mentions);
      clause_.open_mentions = SIZE_MAX;
      return;
    case Mark::kListComma:
      if (clause_.had_figure && clause_.mentions.empty() && !clause_.none) EndClause(token.range.begin);
      return;
    case Mark::kComma:
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
      EndClause(token.range.begin);
      EndSentence();
      break;
    case Mark::kNone: return;
  }
  clause_.begin = clause_.read_from = token.range.end;
  name_begin_ = token.range.end;
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
      base_ = {false, true, static_cast<int16_t>(document_.fiscal_year - 1), Stage::kNone, kNone};
      if (sentence_.year != 0) base_.year = static_cast<int16_t>(sentence_.year - 1);
      break;
    case WordKind::kDirection:
      base_.open = false;
      if (!InReason()) clause_.direction = &token;
      break;
    case WordKind::kFlat: OnFlat(token); break;
    case WordKind::kShare: clause_.share = true; break;
    case WordKind::kCompletion:
      clause_.completion = true;
      break;
    case WordKind::kUnitCost: clause_.unit_cost = true; break;
    case WordKind::kAmong:
    case WordKind::kSplit: OnAmong(); break;
    case WordKind::kInvolve: clause_.involve = true; break;
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
    case WordKind::kGradeHead: clause_.grade_head = true; break;
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
  if (word.inherits) {
    if (word.alternative != kNoConcept && grammar_.IsDescendant(list_head_.concept_id, word.alternative)) id = list_head_.concept_id;
  } else if (grammar_.concepts()[static_cast<size_t>(id)].count_unit == "VEHICLE") {
    list_head_ = {id, &word, {}, token.range, Stage::kNone};
  }
  if (clause_.share) {
    clause_.whole = id;
    return;
  }
  clause_.mentions.push_back({&word, id, token.range, word.qualifiers, false});
  if (word.second != kNoConcept) clause_.mentions.push_back({&word, word.second, token.range, word.qualifiers, false});
}

// 比 opens a base when the words of one follow; a second compare word closes it (与…相比).
void Reader::OnCompare(const Token& token, const Token* next) {
  if (InReason()) return;
  if (base_.open) {
    base_.open = false;
    return;
  }
  if (!next || next->range.begin - token.range.end > 4 * kCharacter) return;
  const bool base_follows = next->quantity
                                ? next->quantity->kind == QuantityKind::kYear || next->quantity->kind == QuantityKind::kMoney
                                : next->word && (next->word->kind == WordKind::kPeriod || next->word->kind == WordKind::kStage);
  if (!base_follows) return;
  base_ = {true, true, 0, Stage::kNone, kNone};
}

void Reader::OnStage(const Token& token) {
  const Stage stage = token.word->stage;
  if (InReason()) return;
  if (base_.open) {
    if (base_.stage == Stage::kNone || stage != Stage::kBudget) base_.stage = stage;
  } else if (clause_.completion) {
    clause_.completion_stage = stage;
  } else if (clause_.direction) {  // 决算数大于预算数: the stage compared with
    base_ = {false, true, document_.fiscal_year, stage, kNone};
    if (sentence_.year != 0) base_.year = sentence_.year;
  } else {
    clause_.stage = stage;
    clause_.stage_token = &token;
  }
}

void Reader::OnPeriodWord(const Token& token) {
  if (InReason()) return;
  const int16_t reference = document_.fiscal_year;
  const auto year = static_cast<int16_t>(reference + token.word->value);
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

void Reader::OnFlat(const Token& token) {
  if (InReason() || scope_ == Scope::kPurpose || clause_.none) return;
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

// The list that follows breaks down the last amount.
void Reader::OnAmong() {
  EndClause(clause_.begin);
  if (scope_ != Scope::kDefinition) scope_ = Scope::kPlain;
  for (auto i = static_cast<Index>(out_->facts.size()) - 1; i >= 0 && out_->facts.size() - static_cast<size_t>(i) < 12; --i) {
    const Fact& fact = out_->facts[static_cast<size_t>(i)];
    if (fact.measure != Measure::kAmount && fact.measure != Measure::kCount) continue;
    if (fact.section != section_) break;
    if (list_.open && std::find(list_.parts.begin(), list_.parts.end(), i) == list_.parts.end() && list_.total == i) return;
    CloseList();
    list_ = {true, i, fact.concept_id, {}};
    return;
  }
}

void Reader::OnGrade(const Token& token) {
  if (!clause_.grade_head || InReason()) return;
  auto subject = CarriedSubject(Measure::kGrade, nullptr);
  Quantity nothing;
  if (const Mention* mention = BestMention(Measure::kGrade, nothing)) {
    subject = Subject{mention->concept_id, mention->word, mention->qualifiers, mention->range, Stage::kNone};
  }
  clause_.grade_head = false;
  subject_.qualifiers.clear();
  const auto pattern = std::find_if(grammar_.clauses().begin(), grammar_.clauses().end(), [](const Clause& c) { return Has(c.slots, Slot::kGrade); });
  if (!subject || pattern == grammar_.clauses().end()) {
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
  if (IsFigure(quantity.kind) || counted_in_times) OnFigure(token, next);
  clause_.read_from = quantity.text.end;
  clause_.known = 0;
  name_begin_ = quantity.text.end;
}

void Reader::OnYear(const Quantity& quantity, const Token* next) {
  if (quantity.year == 0) return;
  const bool year_end = quantity.day == 0 && next && next->word && next->word->kind == WordKind::kYearEnd && next->range.begin == quantity.text.end;
  if (base_.open) {
    base_.year = quantity.year;
    return;
  }
  if (scope_ == Scope::kDefinition) return;
  // A clause that opens with a year of its own states something again.
  if (scope_ == Scope::kReason && quantity.text.begin == clause_.begin && clause_.begin > reason_.begin + kCharacter) scope_ = Scope::kPlain;
  if (scope_ == Scope::kReason) return;
  sentence_.year = quantity.year;
  sentence_.month = year_end ? 12 : quantity.month;
  sentence_.day = year_end ? 31 : quantity.day;
  sentence_.year_range = quantity.text;
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
  const bool own_year = false;
  clause_ = {};
  clause_.begin = clause_.read_from = end;
  clause_.own_year = own_year;
}

void Reader::EndSentence() {
  if (reason_.end > reason_.begin && !out_->comparisons.empty() && out_->comparisons.back().reason.empty()) {
    out_->comparisons.back().reason = reason_;
  }
  reason_ = {};
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
  if (list_.open && list_.parts.size() >= 2) out_->relations.push_back({list_.total, list_.parts, false});
  list_ = {};
}

}  // namespace mingzhang
