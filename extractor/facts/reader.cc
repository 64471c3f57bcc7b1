#include "extractor/facts/reader.h"

#include <algorithm>

#include "extractor/base/utf8.h"

namespace mingzhang {
namespace {

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

bool Reader::IsWithin(ConceptId concept_id, const std::vector<ConceptId>& wholes) const {
  return wholes.empty() || std::any_of(wholes.begin(), wholes.end(), [&](ConceptId whole) { return grammar_.IsDescendant(concept_id, whole); });
}

Reader::Reader(const Grammar& grammar, const DocumentFacts& document, std::string_view text, Extraction* out, std::vector<Claim>* claims)
    : grammar_(grammar), document_(document), text_(text), out_(out), claims_(claims),
      government_(document.kind == DocumentKind::kGovernmentReport), functional_concept_(grammar.functional_concept()) {}

void Reader::ReadHeading(const std::vector<Token>& tokens, Index section, Index parent, const SectionRole* role) {
  CloseList();
  last_list_ = {};
  announced_ = kNoConcept;
  purpose_.reset();
  section_date_ = {};
  section_unnamed_ = role ? role->unnamed : kNoConcept;
  section_ = section;
  section_subject_ = {};
  section_stage_ = Stage::kNone;
  int16_t year = 0;
  bool compares = false;  // 支出与年初预算对比情况 names two stages
  for (const Token& token : tokens) {
    if (token.quantity) {
      if (token.quantity->kind == QuantityKind::kYear) year = token.quantity->year;
      claims_->push_back({token.quantity, ClassOf(token.quantity->kind)});
    } else if (token.word && token.word->kind == WordKind::kConcept) {
      const Word& word = *token.word;
      const ConceptId id = government_ && word.government != kNoConcept ? word.government : word.concept_id;
      if (id == kNoConcept || !IsWithin(section_subject_.concept_id, word.within)) continue;
      const bool better = section_subject_.concept_id == kNoConcept || section_subject_.word->modifier ||
                          (!word.modifier && grammar_.IsDescendant(id, section_subject_.concept_id));
      if (better) section_subject_ = {id, &word, word.qualifiers, token.range, word.stage};
    } else if (token.word && token.word->kind == WordKind::kFunctional && section_subject_.concept_id == kNoConcept) {
      section_subject_ = {functional_concept_, token.word, {{"class", token.word->text}}, token.range, Stage::kNone};
    } else if (token.word && token.word->kind == WordKind::kStage) {
      section_stage_ = token.word->stage;
    } else if (token.word && token.word->kind == WordKind::kCompare) {
      compares = true;
    }
  }
  if (compares) section_stage_ = Stage::kNone;
  if (government_) section_stage_ = CarriedOutOrPlanned(section, parent);
  if (section_subject_.concept_id == kNoConcept && role && role->concept_id >= 0) section_subject_.concept_id = role->concept_id;
  // A year holds for the section and what is under it.
  if (year == 0 && parent >= 0) year = section_years_[static_cast<size_t>(parent)];
  section_years_.resize(static_cast<size_t>(section) + 1);
  section_years_.back() = section_year_ = year;
  const Range heading = out_->sections[static_cast<size_t>(section)].heading;
  const bool many_years = grammar_.document().years_together_words.OccursIn(text_.substr(heading.begin, heading.size()));
  section_many_years_.resize(static_cast<size_t>(section) + 1);
  section_many_years_.back() = government_ && year == 0 && (many_years || (parent >= 0 && section_many_years_[static_cast<size_t>(parent)]));
  subject_ = section_subject_;
  list_head_ = {};
  const bool denies = tokens.size() >= 2 && tokens.back().word && tokens.back().word->kind == WordKind::kNone && tokens[tokens.size() - 2].mark == Mark::kColon;
  if (denies) ReadDenial(tokens);
}

// 八、国有资本经营预算收支情况：无
void Reader::ReadDenial(const std::vector<Token>& tokens) {
  const size_t first = tokens.front().mark == Mark::kNone ? 0 : 1;  // the mark after a number
  line_ = {tokens[first].range.begin, tokens.back().range.end};
  clause_ = {};
  clause_.begin = clause_.read_from = line_.begin;
  sentence_ = {};
  sentence_.year = section_year_;
  sentence_.ordinal = out_->facts.empty() ? 0 : out_->facts.back().sentence + 1;
  first_fact_of_line_ = static_cast<Index>(out_->facts.size());
  scope_ = Scope::kPlain;
  base_ = {};
  for (const Token& token : tokens) {
    if (token.word && token.word->kind == WordKind::kConcept) OnConcept(token, nullptr);
  }
  OnNone(tokens.back());
  EndClause(line_.end);
}

// 一、2024年预算执行情况, 二、2025年预算草案: in a government's report, for what stands under them too.
Stage Reader::CarriedOutOrPlanned(Index section, Index parent) {
  const std::string_view heading = text_.substr(out_->sections[static_cast<size_t>(section)].heading.begin, out_->sections[static_cast<size_t>(section)].heading.size());
  const bool done = grammar_.document().execution_words.OccursIn(heading), planned = grammar_.document().plan_words.OccursIn(heading);
  Stage stage = parent >= 0 ? section_stages_[static_cast<size_t>(parent)] : Stage::kNone;
  if (done != planned) stage = done ? Stage::kExecution : Stage::kBudget;
  section_stages_.resize(static_cast<size_t>(section) + 1, Stage::kNone);
  return section_stages_.back() = stage;
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
  const bool many_years = section >= 0 && section_many_years_[static_cast<size_t>(section)];
  scope_ = many_years ? Scope::kOutcome : Scope::kPlain;
  reason_leads_ = reason_listed_ = false;
  name_begin_ = line.begin;
  functional_.clear();
  level_end_ = 0;
  first_fact_of_line_ = static_cast<Index>(out_->facts.size());
  line_detached_ = false;
  respective_.clear();
  before_colon_.clear();
  other_ = false;
  line_head_ = {};
  bracket_.reset();  // its clause holds tokens of its line
  compared_ = {};
  last_direction_ = nullptr;
  tokens_end_ = tokens.data() + tokens.size();
  for (size_t i = 0; i < tokens.size(); ++i) {
    const Token& token = tokens[i];
    const Token* next = i + 1 < tokens.size() ? &tokens[i + 1] : nullptr;
    if (token.mark != Mark::kNone) OnMark(token, next);
    else if (token.word) OnWord(token, next);
    else OnQuantity(token, next);
    if (token.word && token.word->kind != WordKind::kFiller && token.word->kind != WordKind::kScope) clause_.told = token.range.end;
    if (token.word && NamesNothing(*token.word)) {
      clause_.unsaid += token.range.size();
      if (token.word->kind != WordKind::kFiller) clause_.unnamed += token.range.size();
    }
    const bool used_up = token.quantity && clause_.read_from >= token.range.end;
    if (token.mark == Mark::kNone && !used_up) clause_.known += token.range.size();
  }
  EndClause(line.end);
  if (list_.open && list_.parts.empty() && !tokens.empty() && tokens.back().mark == Mark::kColon) announced_ = list_.whole;
  EndSentence();
  CloseList();
  EndLine();
}

// 行政编制42人，实有39人；事业编制96人，实有88人: each 实有 is of the class before it.
void Reader::EndLine() {
  std::vector<std::pair<Index, ConceptId>> classes;
  for (auto i = first_fact_of_line_ + 1; i < static_cast<Index>(out_->facts.size()); ++i) {
    const Fact& fact = out_->facts[static_cast<size_t>(i)];
    const ConceptId of_class = ConceptOf(out_->facts[static_cast<size_t>(i - 1)].concept_id).filled_by;
    if (ConceptOf(fact.concept_id).all_staff && of_class != kNoConcept && of_class != fact.concept_id) classes.emplace_back(i, of_class);
  }
  if (classes.size() < 2) return;
  for (const auto& [index, of_class] : classes) out_->facts[static_cast<size_t>(index)].concept_id = of_class;
}

// A number that is a figure of money or of people, though it has no unit of its own.
std::optional<Quantity> Reader::WithoutUnit(const Token& token, const Token* next) const {
  const Quantity& number = *token.quantity;
  Quantity figure = number;
  if (CountsPeople(number, next)) {
    figure.kind = QuantityKind::kCount;
    figure.unit_index = UnitOf("PERSON");
    return figure;
  }
  if (number.kind != QuantityKind::kNumber) return std::nullopt;
  figure.kind = QuantityKind::kMoney;
  if (IsBareZero(token, next)) {
    const Concept* named = clause_.mentions.empty() ? nullptr : &ConceptOf(clause_.mentions.back().concept_id);
    if (named && !named->Allows(Measure::kAmount) && named->Allows(Measure::kCount)) {  // 公务用车保有量为0
      figure.kind = QuantityKind::kCount;
      figure.unit_index = UnitOf(named->count_unit.empty() ? "ITEM" : named->count_unit);
      return figure;
    }
    figure.unit_index = UnitOf("CNY");
    figure.yuan = figure.value;
    return figure;
  }
  const Quantity* money = UnitOfBase(number, next);  // 较上年2.08减少0.03万元
  if (!money) money = UnitInTurn(number, next);
  if (money) {
    figure.unit_index = money->unit_index;
    figure.yuan = figure.value.Scaled(grammar_.units()[static_cast<size_t>(money->unit_index)].scale);
    return figure;
  }
  return std::nullopt;
}

void Reader::OnQuantity(const Token& token, const Token* next) {
  const Quantity& quantity = *token.quantity;
  claims_->push_back({&quantity, ClassOf(quantity.kind)});
  if (OnCodedLevel(quantity) || OnLevelCode(quantity)) return;
  if (IsPartOfName(quantity, next)) {
    ClaimLast(NumeralClass::kOrdinal);
    return;
  }
  if (quantity.kind == QuantityKind::kYear || quantity.kind == QuantityKind::kDate) {
    OnYear(quantity, next);
    return;
  }
  if (IsYearWithoutWord(quantity, next)) {
    Quantity year = quantity;
    year.year = static_cast<int16_t>(std::stoi(std::string(text_.substr(quantity.number.begin, 4))));
    ClaimLast(NumeralClass::kPeriod);
    OnYear(year, next);
    clause_.read_from = quantity.text.end;
    clause_.known = 0;
    return;
  }
  if (quantity.kind == QuantityKind::kMoney) NameFunctionalItem(quantity);
  if (const auto figure = WithoutUnit(token, next)) {
    OnFigure({token.range, nullptr, &*figure, Mark::kNone}, next);
    clause_.read_from = quantity.text.end;
    clause_.known = 0;
    return;
  }
  const bool counted_in_times = quantity.kind == QuantityKind::kMeasure && !clause_.mentions.empty();
  if (InBracketAlone(quantity)) OnBracketedCode(quantity);
  else if (quantity.kind == QuantityKind::kCode || IsHyphenedCode(quantity)) OnCode(quantity);
  if (IsBareMarker(token, next)) ClaimLast(NumeralClass::kListMarker), clause_.item = true;
  if (quantity.kind == QuantityKind::kListMarker) clause_.item = true;
  if (quantity.kind == QuantityKind::kListMarker && scope_ == Scope::kReason) reason_listed_ = true;
  if (quantity.kind == QuantityKind::kCount) NameVehicleKind(quantity);
  if (IsFigure(quantity.kind) || counted_in_times) OnFigure(token, next);
  clause_.read_from = quantity.text.end;
  clause_.known = 0;
  name_begin_ = quantity.text.end;
}

bool Reader::IsAside(Index fact) const { return std::find(asides_.rbegin(), asides_.rend(), fact) != asides_.rend(); }

void Reader::OnYear(const Quantity& quantity, const Token* next) {
  constexpr int kLongAgo = 12;  // 成立于1958年: no figure is of then
  if (quantity.year == 0 || quantity.year + kLongAgo < document_.fiscal_year) return;
  const bool year_end = quantity.day == 0 && next && next->word && next->word->kind == WordKind::kYearEnd && next->range.begin == quantity.text.end;
  if (base_.open) {
    base_.year = quantity.year;
    return;
  }
  if (OutlastsSentence()) return;
  // A clause that opens with a year of its own states something again.
  if (scope_ == Scope::kReason && quantity.text.begin <= clause_.begin + 2 * kCharacter && clause_.begin > reason_.begin + kCharacter) scope_ = Scope::kPlain;
  if (scope_ == Scope::kReason) return;
  sentence_.year = sentence_.counted_from = quantity.year;
  sentence_.month = year_end ? 12 : quantity.month;
  sentence_.day = year_end ? 31 : quantity.day;
  sentence_.year_range = quantity.text;
  if (sentence_.day != 0) section_date_ = {sentence_.year, sentence_.month, sentence_.day, Binding::kInherited};
  clause_.own_year = true;
}

// 增幅比上年提高2个百分点; 完成预算的95%，比上年提高1个百分点: a rate changed, not the amount.
bool Reader::ChangesRate() const {
  if (clause_.of_rate || clause_.share || clause_.completion) return true;
  if (!clause_.mentions.empty() || out_->facts.empty() || out_->facts.back().sentence != sentence_.ordinal) return false;
  const Measure last = out_->facts.back().measure;
  return last == Measure::kShare || last == Measure::kCompletionRate || last == Measure::kChangeRate;
}

void Reader::OnFigure(const Token& token, const Token* next) {
  const Quantity& quantity = *token.quantity;
  if (scope_ == Scope::kReason) {
    ClaimLast(NumeralClass::kReason);
    return;
  }
  if (OutlastsSentence()) {
    ClaimLast(scope_ == Scope::kDefinition ? NumeralClass::kThreshold : NumeralClass::kIndicator);
    return;
  }
  if (clause_.unread) {
    clause_.direction = nullptr;
    clause_.unread = false;
    return;
  }
  if (quantity.kind == QuantityKind::kPercentagePoint && ChangesRate()) {
    clause_.direction = nullptr;
    return;
  }
  const bool counted = quantity.kind == QuantityKind::kCount && CountedConcept(next) != kNoConcept;  // 床位390张，共有27个科室
  if ((other_ || clause_.other) && clause_.mentions.empty() && !counted) {
    other_ = true;
    return;  // unexplained: the thing is known, but no fact can say it
  }
  const bool of_other = next && next->word && next->word->kind == WordKind::kOther && next->range.begin == quantity.text.end;
  if (quantity.kind == QuantityKind::kCount && of_other) return;  // 18个行政村
  if (!respective_armed_ && respective_.size() >= 2 && clause_.mentions.empty() && FigureFollowsInList(token, next)) {
    respective_armed_ = true;
    next_respective_ = 0;
  }
  // 减少2万元(-4%): the rate of the change before the bracket.
  if (quantity.kind == QuantityKind::kPercent && !clause_.direction && !clause_.share && !clause_.completion && InBracketAlone(quantity) &&
      !out_->facts.empty() && out_->facts.back().measure == Measure::kChange && last_direction_ &&
      quantity.text.begin - out_->facts.back().value_range.end <= 4 * kCharacter) {
    clause_.direction = last_direction_;
  }
  if (clause_.direction && !base_.open && !DirectionReaches(quantity)) {
    clause_.direction = nullptr;
    return;
  }
  const std::vector<Mention> joined = JoinedMentions();
  for (const Clause& clause : grammar_.clauses()) {
    const QuantityKind kind = quantity.kind == QuantityKind::kMeasure ? QuantityKind::kCount : quantity.kind;
    if (clause.value != kind) continue;
    if ((clause.slots & ~SlotsFor(quantity, true, true)) != 0) continue;
    const auto subject = SubjectFor(clause, quantity, next);
    if (!subject) continue;
    const bool each = clause_.each;
    EmitFigure(clause, *subject, quantity);
    EmitTwin(*subject);
    if (each) EmitForEach(joined, quantity);
    if (other_side_ != kNoConcept && (clause.measure == Measure::kChange || clause.measure == Measure::kChangeRate)) {
      Fact twin = out_->facts.back();
      twin.concept_id = other_side_;
      Emit(std::move(twin));
    }
    return;
  }
  clause_.direction = nullptr;
  // A line that opens with a figure lost its subject to the page's layout: said to be so, not guessed.
  if (quantity.text.begin == line_.begin && clause_.mentions.empty()) {
    line_detached_ = true;
    ClaimLast(NumeralClass::kDetached);
  } else if (scope_ == Scope::kPurpose) {
    ClaimLast(NumeralClass::kIndicator);
  }
}

void Reader::EndClause(uint32_t end) {
  if (clause_.none && !clause_.had_figure) EmitNegatives(end);
  if (clause_.none && clause_.year_before) {  // 上年无此项支出，购置1辆: the year was of the denial only
    sentence_.year = *clause_.year_before;
    sentence_.year_range = {};
  }
  // The concept a clause names without a figure is what the next one is about.
  if (!clause_.mentions.empty() && scope_ == Scope::kPlain && !clause_.none) {
    const Mention* best = &clause_.mentions[0];
    for (const Mention& mention : clause_.mentions) {
      if (!Prefers(grammar_, *best, mention)) best = &mention;
    }
    const bool told = static_cast<Index>(out_->facts.size()) > first_fact_of_line_;
    const bool bare = best->word && (best->word->bare || (best->word->counted != kNoConcept && told));  // …10万元，为事业单位取得的收入
    if (government_ && !clause_.had_figure && IsOneOfMany(*best, end)) {
      other_ = true;  // 压缩会议费、培训费等一般性支出，总量下降5%: of none of them
    } else if (best->functional || (!clause_.had_figure && !bare)) {
      subject_ = SubjectOf(*best);
    }
  }
  other_ = other_ || (clause_.other && clause_.mentions.empty() && !clause_.had_figure);  // 拟举办论坛活动，开支3万元
  if (scope_ == Scope::kReason) reason_.end = end;
  if (scope_ == Scope::kPurpose && !clause_.mentions.empty() && !clause_.had_figure) {
    const Mention& last = clause_.mentions.back();
    purpose_ = SubjectOf(last);
  }
  clause_ = {};
  clause_.begin = clause_.read_from = end;
}

// 主要原因是：…: the colon belongs to neither.
Range Reader::ReasonItself() const {
  Range reason = reason_;
  while (!reason.empty() && MarkAt(text_, reason.begin) == Mark::kColon) {
    reason.begin += Utf8Length(static_cast<unsigned char>(text_[reason.begin]));
  }
  return reason;
}

void Reader::EndSentence() {
  if (!ReasonItself().empty() && !out_->comparisons.empty() && out_->comparisons.back().reason.empty()) {
    out_->comparisons.back().reason = ReasonItself();
  }
  reason_ = {};
  if (list_.open && list_.total != kNone) {  // the next sentence goes on about the whole
    SpeakOfTotal();
    CloseList();
  }
  if (line_head_.concept_id != kNoConcept && static_cast<Index>(out_->facts.size()) == first_fact_of_line_) {
    subject_ = line_head_;  // no figure yet: the names of the first sentence only explain
  }
  other_ = reason_listed_ = false;
  told_of_.clear();
  other_side_ = kNoConcept;
  if (!OutlastsSentence()) scope_ = Scope::kPlain;
  base_.open = false;
  const Index ordinal = sentence_.ordinal + 1;
  const uint32_t begin = clause_.begin;
  // A date holds for the paragraph: 截至…，共有车辆…。单价100万元以上设备…
  const Sentence last = sentence_;
  sentence_ = {};
  const bool back = section_year_ != 0 && section_year_ != document_.fiscal_year && last.year == document_.fiscal_year;
  if (last.day != 0 || back) sentence_ = last;
  sentence_.begin = begin;
  sentence_.ordinal = ordinal;
}

}  // namespace mingzhang
