// Quantities: what each numeral is, and by which pattern a figure is read.
#include <algorithm>
#include <charconv>

#include "extractor/facts/reader.h"

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

void Reader::ClaimNumeral(const Quantity& quantity) { claims_->push_back({&quantity, ClassOf(quantity.kind)}); }

// What stands before `end` has been read.
void Reader::UseUp(uint32_t end) {
  clause_.read_from = end;
  clause_.known = 0;
}

void Reader::OnQuantity(const Token& token, const Token* next) {
  const Quantity& quantity = *token.quantity;
  ClaimNumeral(quantity);
  if (OnCodedLevel(quantity) || OnLevelCode(quantity)) return;
  if (IsPartOfName(quantity, next)) {
    ClaimLast(NumeralClass::kOrdinal);
  } else if (quantity.kind == QuantityKind::kYear || quantity.kind == QuantityKind::kDate) {
    OnYear(quantity, next);
  } else if (IsYearWithoutWord(quantity, next)) {
    Quantity year = quantity;
    std::from_chars(&text_[quantity.number.begin], &text_[quantity.number.begin] + 4, year.year);
    ClaimLast(NumeralClass::kPeriod);
    OnYear(year, next);
    UseUp(quantity.text.end);
  } else {
    OnNumeral(token, next);
    UseUp(quantity.text.end);
  }
}

// A numeral that is no time.
void Reader::OnNumeral(const Token& token, const Token* next) {
  const Quantity& quantity = *token.quantity;
  if (quantity.kind == QuantityKind::kMoney) NameFunctionalItem(quantity);
  if (const auto figure = WithoutUnit(token, next)) {
    OnFigure({token.range, nullptr, &*figure, Mark::kNone}, next);
    return;
  }
  if (quantity.kind == QuantityKind::kMeasure) OnMeasure(quantity);
  // 投入(满分15分)得14分: the points of a criterion, not of what was evaluated
  const bool criterion = quantity.kind == QuantityKind::kThreshold && quantity.unit_index >= 0 && UnitAt(quantity.unit_index).code == "POINT";
  if (criterion && clause_.mentions.empty() && !clause_.had_figure) OnOther();
  const bool counted_in_times = quantity.kind == QuantityKind::kMeasure && !clause_.mentions.empty();
  if (InBracketAlone(quantity)) OnBracketedCode(quantity);
  else if (quantity.kind == QuantityKind::kCode || IsHyphenedCode(quantity)) OnCode(quantity);
  const bool bare_marker = IsBareMarker(token, next), marker = quantity.kind == QuantityKind::kListMarker;
  if (bare_marker) ClaimLast(NumeralClass::kListMarker);
  clause_.item |= bare_marker || marker;
  if (marker && line_.passage == Passage::kReason) sentence_.reason_listed = true;
  if (quantity.kind == QuantityKind::kCount) NameVehicleKind(quantity);
  if (IsFigure(quantity.kind) || counted_in_times) OnFigure(token, next);
  line_.name_begin = quantity.text.end;
}

// 其中：办公用房1260平方米，价值318万元: a thing that is not known, told by its measure before its money.
void Reader::OnMeasure(const Quantity& quantity) {
  const uint32_t before = quantity.text.begin - clause_.read_from;
  if (list_.open && clause_.mentions.empty() && before >= clause_.known + 2 * kCharacter) OnOther();
}

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
  Passage& passage = line_.passage;
  const bool opens = quantity.text.begin <= clause_.begin + 2 * kCharacter && clause_.begin > sentence_.reason.begin + kCharacter;
  if (passage == Passage::kReason && opens) passage = Passage::kPlain;
  if (passage == Passage::kReason) return;
  Time& time = sentence_.time;
  time.year = time.counted_from = quantity.year;
  time.month = year_end ? 12 : quantity.month;
  time.day = year_end ? 31 : quantity.day;
  time.year_range = quantity.text;
  if (time.day != 0) section_.date = {time.year, time.month, time.day, Binding::kInherited};
  clause_.own_year = true;
}

void Reader::OnFigure(const Token& token, const Token* next) {
  const Quantity& quantity = *token.quantity;
  if (IsSetAside(quantity) || IsOfNothingKnown(quantity, next)) return;
  Respective& respective = line_.respective;
  if (respective.stages_left > 0 && quantity.kind == QuantityKind::kMoney) {
    --respective.stages_left;
    clause_.stage = respective.stages[respective.next_stage++];
  }
  if (!respective.armed && respective.names.size() >= 2 && clause_.mentions.empty() && FigureFollowsInList(token, next)) {
    respective.armed = true;
    respective.next = 0;
  }
  if (IsRateOfLastChange(quantity)) clause_.direction = line_.last_direction;
  else if (base_.open) OnSign(quantity);
  if (clause_.direction && !base_.open && !DirectionReaches(quantity)) {
    clause_.direction = nullptr;
    return;
  }
  if (!FitClause(quantity, next)) LeaveUnread(quantity);
}

// 较上年：+5万元: no amount of last year.
void Reader::OnSign(const Quantity& quantity) {
  const Word* sign = SignOf(quantity);
  if (!sign) return;
  line_.sign = {{quantity.text.begin, quantity.text.begin + 1}, sign, nullptr, Mark::kNone};
  clause_.direction = &line_.sign;
  base_.open = false;
}

// Figures that state nothing, by the passage they stand in.
bool Reader::IsSetAside(const Quantity& quantity) {
  switch (line_.passage) {
    case Passage::kReason: ClaimLast(NumeralClass::kReason); return true;
    case Passage::kDefinition: ClaimLast(NumeralClass::kThreshold); return true;
    case Passage::kOutcome: ClaimLast(NumeralClass::kIndicator); return true;
    default: break;
  }
  const bool of_rate = quantity.kind == QuantityKind::kPercentagePoint && ChangesRate();
  const bool set_aside = clause_.unread || of_rate;
  if (set_aside) clause_.direction = nullptr;
  clause_.unread = false;
  return set_aside;
}

// Whether the thing is known but no fact can say it: the figure stays unexplained.
bool Reader::IsOfNothingKnown(const Quantity& quantity, const Token* next) {
  const bool counts = quantity.kind == QuantityKind::kCount;
  const bool counted = counts && (CountedConcept(next) != kNoConcept || NamedAfter(quantity, next));  // 床位390张，共有27个科室
  if ((sentence_.other || clause_.other) && clause_.mentions.empty() && !counted) {
    sentence_.other = true;
    return true;
  }
  return counts && next && next->word && next->word->kind == WordKind::kOther && next->range.begin == quantity.text.end;  // 18个行政村
}

// Reads the figure by the first clause pattern that fits and has a subject. False when there is none.
bool Reader::FitClause(const Quantity& quantity, const Token* next) {
  const std::vector<Mention> joined = JoinedMentions();
  const SlotSet slots = SlotsFor(quantity);
  const QuantityKind kind = quantity.kind == QuantityKind::kMeasure ? QuantityKind::kCount : quantity.kind;
  for (const Clause& clause : grammar_.clauses()) {
    if (clause.value != kind || (clause.slots & ~slots) != 0) continue;
    const auto subject = SubjectFor(clause, quantity, next);
    if (!subject) continue;
    if (subject->label.begin >= quantity.text.end) {  // 80万元属于基本支出
      line_.used = subject->label.end;
      LeaveInnerList(subject->concept_id);
    }
    const bool each = clause_.each;
    const uint8_t stages = each && clause.measure == Measure::kAmount ? clause_.stages_told : 0;
    EmitFigure(clause, *subject, quantity);
    EmitTwin(*subject);
    if (stages >= 2) EmitForStages(stages);
    if (each) EmitForEach(joined, quantity);
    EmitOtherSide(clause);
    if (clause.measure == Measure::kChangeRate && !each) EmitTwinRates();
    return true;
  }
  return false;
}

void Reader::LeaveUnread(const Quantity& quantity) {
  clause_.direction = nullptr;
  sentence_.unread_money |= quantity.kind == QuantityKind::kMoney && !InReason();
  // A line that opens with a figure lost its subject to the page's layout: said to be so, not guessed.
  if (quantity.text.begin == line_.range.begin && clause_.mentions.empty()) {
    line_.detached = true;
    ClaimLast(NumeralClass::kDetached);
  } else if (line_.passage == Passage::kPurpose || (section_.tells_work && quantity.kind == QuantityKind::kCount)) {
    ClaimLast(NumeralClass::kIndicator);
  }
}

}  // namespace mingzhang
