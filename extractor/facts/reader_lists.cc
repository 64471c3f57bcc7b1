// Lists after 其中, names side by side, and figures that go to them in turn.
#include <algorithm>

#include "extractor/facts/concept_fit.h"
#include "extractor/facts/reader.h"

namespace mingzhang {

// The list that follows breaks down the last amount; a further split, the total of the list before.
void Reader::OnAmong(bool split, uint32_t begin) {
  const bool opens = begin <= sentence_.begin + kCharacter;  // 。其中：
  const bool named = !clause_.mentions.empty() && !clause_.had_figure && !clause_.none &&
                     begin - clause_.mentions.back().range.end <= 2 * kCharacter;
  EndClause(clause_.begin);
  clause_.read_from = begin;  // 12万元(其中本级8万元): what stands before it names nothing here
  if (named && line_.passage == Passage::kPlain && subject_.concept_id != kNoConcept) {  // 卫生健康支出具体包括：
    OpenList(kNone, subject_.concept_id);
    return;
  }
  const bool told = LineHasFact();  // 12万元，是指…，包括：人员经费…
  if (!OutlastsSentence() || (line_.passage == Passage::kDefinition && told)) line_.passage = Passage::kPlain;
  if (!split || !ListPartsOfSection()) ListPartsOfLast(split, opens, begin);
}

void Reader::OpenList(Index total, ConceptId whole) {
  CloseList();
  list_ = {true, total, whole, {}};
}

// A further split is of what the section is about, if its amount was told. False when nothing says so.
bool Reader::ListPartsOfSection() {
  const ConceptId about = section_.subject.concept_id;
  if (about == kNoConcept) return false;
  for (Index i = FactCount(); i-- > LookBackTo(0);) {
    const Fact& fact = FactAt(i);
    if (fact.section != section_.index) break;
    if (fact.measure != Measure::kAmount || fact.concept_id != about || fact.assertion != Assertion::kStated || IsAside(i)) continue;
    OpenList(i, about);
    return true;
  }
  // 当年支出构成: 1.按用途。基本支出…。2.按功能分类，…: of the whole side, though its amount was told in another section
  if (ConceptOf(about).whole == Whole::kNone || LineHasFact()) return false;
  OpenList(kNone, about);
  return true;
}

void Reader::ListPartsOfLast(bool split, bool opens, uint32_t begin) {
  // 采购80万元：货物30万元、服务50万元；其中授予中小企业60万元: of all of it again
  const bool after_semicolon = begin >= kCharacter && MarkAt(text_, begin - kCharacter) == Mark::kSemicolon;
  if (after_semicolon && list_.open && list_.parts.size() >= 2) return;
  const auto is_part = [](const ListState& list, Index i) { return std::find(list.parts.begin(), list.parts.end(), i) != list.parts.end(); };
  for (Index i = FactCount(); i-- > LookBackTo(0);) {
    const Fact& fact = FactAt(i);
    if (fact.measure != Measure::kAmount && fact.measure != Measure::kCount) continue;
    if (fact.section != section_.index) return;
    if (IsAside(i) || fact.assertion != Assertion::kStated || (split && ConceptOf(fact.concept_id).carryover)) continue;
    if (after_semicolon && FollowsItsWhole(i)) continue;
    if (split && list_.open) return;
    const bool goes_on = split || (opens && last_list_.parts.size() >= 2);
    if (goes_on && last_list_.total != kNone && is_part(last_list_, i)) {
      list_ = {true, last_list_.total, last_list_.whole, {}};
      return;
    }
    const bool of_part = list_.open && is_part(list_, i);
    if (list_.open && !of_part && list_.total == i) return;
    const ListState outer = of_part ? list_ : ListState{};
    OpenList(OfOwnStage(i), fact.concept_id);
    outer_list_ = outer;
    return;
  }
}

// 采购80万元：货物30万元、服务50万元: a part, told after its whole in this sentence.
bool Reader::FollowsItsWhole(Index part) const {
  const ConceptId whole = ConceptOf(FactAt(part).concept_id).parent;
  for (Index i = part; whole != kNoConcept && i-- > LookBackTo(line_.first_fact);) {
    const Fact& fact = FactAt(i);
    if (fact.sentence != FactAt(part).sentence) return false;
    if (fact.concept_id == whole && fact.measure == Measure::kAmount) return true;
  }
  return false;
}

void Reader::SpeakOfTotal() {
  const Fact& total = FactAt(list_.total);
  sentence_.other = false;
  subject_ = {total.concept_id, nullptr, total.qualifiers, total.label_range, total.stage};
}

// 基本支出80万元，其中人员经费60万元，公用经费20万元；项目支出40万元: what is bought makes up basic expenditure, another kind of
// spending ends its list and goes on with the one around it.
void Reader::LeaveInnerList(ConceptId concept_id) {
  const Concept& named = ConceptOf(concept_id);
  if (!list_.open || list_.whole == kNoConcept) return;
  if (GoesPastParts(concept_id)) {
    const ListState outer = outer_list_;
    CloseList();
    list_ = outer;
    return;
  }
  if (named.whole != Whole::kNone || named.modifier || named.part_of != kNoConcept) return;
  const Concept& whole = ConceptOf(list_.whole);
  const bool spent = named.side == Side::kExpenditure && whole.economic && !named.economic;
  // 事业收入43万元，其中：医疗收入40万元、科教收入3万元；其他收入5万元
  const bool received = named.side == Side::kRevenue && whole.side == Side::kRevenue && whole.whole == Whole::kNone && list_.semicolon &&
                        outer_list_.open && concept_id != list_.whole;
  if (!spent && !received) return;
  const ListState outer = outer_list_;
  CloseList();
  list_ = outer;
}

// 公车费19万元，内含购置费13万元、运行费6万元；接待费2万元: the parts so far are of the whole by their names, this one is beside it.
bool Reader::GoesPastParts(ConceptId concept_id) const {
  const auto of_whole = [&](ConceptId id) { return id != list_.whole && grammar_.IsDescendant(id, list_.whole); };
  if (!list_.semicolon || list_.parts.empty() || grammar_.IsDescendant(concept_id, list_.whole)) return false;
  return SameFamily(grammar_, concept_id, list_.whole) &&
         std::all_of(list_.parts.begin(), list_.parts.end(), [&](Index part) { return of_whole(FactAt(part).concept_id); });
}

void Reader::CloseList() {
  outer_list_ = {};
  if (list_.open) last_list_ = list_;
  if (list_.open && list_.total != kNone && list_.parts.size() >= 2) out_->relations.push_back({list_.total, list_.parts, false});
  list_ = {};
}

// 分别: the figures that follow go to the names of the clause, else of the sentence, in turn.
void Reader::OnRespectively(const Token* next) {
  if (InReason()) return;
  Respective& respective = line_.respective;
  if (clause_.stages_told >= 2 && FiguresInTurn(next) == clause_.stages_told) {  // 年初预算、决算分别为5万元、4万元
    respective = {};
    respective.stages = clause_.stages;
    respective.stages_left = clause_.stages_told;
    return;
  }
  if (next && next->word && next->word->kind == WordKind::kDirection && clause_.mentions.empty() && NameBothSides()) return;
  if (clause_.mentions.size() == 1 && ConceptOf(clause_.mentions[0].concept_id).side == Side::kBoth && FiguresInTurn(next) >= 2) {
    respective.names = BothSides(clause_.mentions[0]);
  } else if (clause_.mentions.size() >= 2) {
    respective.names = clause_.mentions;
  } else if (clause_.mentions.size() == 1 && FiguresInTurn(next) >= 2) {
    OnOther();  // 甲、乙的采购规模分别为3万元和2万元: of whom each is, is not known
    return;
  } else if (respective.names.size() < 2 && clause_.mentions.empty()) {
    std::vector<Mention> names;
    std::vector<Index> amounts = AmountsOfSentence();
    if (const size_t figures = FiguresInTurn(next); amounts.empty() && figures >= 2) amounts = AmountsToldBefore(figures);
    for (const Index i : amounts) {
      const Fact& fact = FactAt(i);
      names.push_back({nullptr, fact.concept_id, fact.label_range, fact.qualifiers, false});
    }
    if (names.size() >= 2) respective.names = std::move(names);
  }
  respective.next = 0;
  respective.armed = respective.names.size() >= 2;
  const Token* figure = next && next->word && next->word->kind == WordKind::kDirection ? next + 1 : next;
  const bool money = FiguresInTurn(next) >= 2 && figure->quantity && figure->quantity->kind == QuantityKind::kMoney;
  if (!respective.armed && money) OnOther();  // 三个阶段的数字依次为5万元、4万元: what each is, is not known
}

// 收入总计8万元，支出总计8万元，与上年相比，各增加1万元，增长14.29%: each figure is of both.
bool Reader::NameBothSides() {
  const std::vector<Index> amounts = AmountsOfSentence();
  if (amounts.size() != 2) return false;
  const Fact& left = FactAt(amounts[0]);
  const Fact& right = FactAt(amounts[1]);
  const bool sides = ConceptOf(left.concept_id).side == Side::kRevenue && ConceptOf(right.concept_id).side == Side::kExpenditure;
  if (!sides || left.period.year != right.period.year || left.stage != right.stage) return false;
  subject_ = {left.concept_id, nullptr, left.qualifiers, left.label_range, left.stage};
  sentence_.other_side = right.concept_id;
  return true;
}

}  // namespace mingzhang
