// Lists after 其中, names side by side, and figures that go to them in turn.
#include <algorithm>

#include "extractor/facts/reader.h"

namespace mingzhang {

// The list that follows breaks down the last amount; a further split, the total of the list before.
void Reader::OnAmong(bool split, uint32_t begin) {
  const bool opens = begin <= sentence_.begin + kCharacter;  // 。其中：
  const bool named = !clause_.mentions.empty() && !clause_.had_figure && !clause_.none &&
                     begin - clause_.mentions.back().range.end <= 2 * kCharacter;
  EndClause(clause_.begin);
  clause_.read_from = begin;  // 12万元(其中本级8万元): what stands before it names nothing here
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
    const bool of_part = list_.open && std::find(list_.parts.begin(), list_.parts.end(), i) != list_.parts.end();
    if (list_.open && !of_part && list_.total == i) return;
    const List outer = of_part ? list_ : List{};
    CloseList();
    outer_list_ = outer;
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

void Reader::SpeakOfTotal() {
  const Fact& total = out_->facts[static_cast<size_t>(list_.total)];
  other_ = false;
  subject_ = {total.concept_id, nullptr, total.qualifiers, total.label_range, total.stage};
}

// 基本支出80万元，其中人员经费60万元，公用经费20万元；项目支出40万元: what is bought makes up basic expenditure, another kind of
// spending ends its list and goes on with the one around it.
void Reader::LeaveInnerList(ConceptId concept_id) {
  const Concept& named = ConceptOf(concept_id);
  if (!list_.open || list_.whole == kNoConcept || named.whole != Whole::kNone || named.modifier || named.part_of != kNoConcept) return;
  const Concept& whole = ConceptOf(list_.whole);
  const bool spent = named.side == Side::kExpenditure && whole.economic && !named.economic;
  // 事业收入43万元，其中：医疗收入40万元、科教收入3万元；其他收入5万元
  const bool received = named.side == Side::kRevenue && whole.side == Side::kRevenue && whole.whole == Whole::kNone && list_.semicolon &&
                        outer_list_.open && concept_id != list_.whole;
  if (!spent && !received) return;
  const List outer = outer_list_;
  CloseList();
  list_ = outer;
}

void Reader::CloseList() {
  outer_list_ = {};
  if (list_.open) last_list_ = list_;
  if (list_.open && list_.total != kNone && list_.parts.size() >= 2) out_->relations.push_back({list_.total, list_.parts, false});
  list_ = {};
}

// 政府性基金收入8亿元，其中：污水基金收入2亿元: in a list of it, a name with an unknown one before it is a kind of it.
bool Reader::IsKindOfWhole(const Token& token, const Token* next, ConceptId concept_id) const {
  if (!token.word->qualifiers.empty() || !MoneyFollows(token, next)) return false;
  const uint32_t before = token.range.begin - clause_.read_from;
  return ConceptOf(concept_id).stage == Stage::kNone && list_.open && list_.total != kNone && list_.whole == concept_id && clause_.mentions.empty() && !clause_.had_figure && !clause_.none &&
         before >= clause_.known + 2 * kCharacter;
}

// A、B和C: nothing but a joining word between the two, or a word or two of whose it is: A及镇级B.
bool Reader::Joined(const Mention& left, const Mention& right) const {
  if (right.range.begin <= left.range.end) return false;
  const std::string_view between = text_.substr(left.range.end, right.range.begin - left.range.end);
  const size_t joins = grammar_.document().joining_words.index().LengthAt(between, 0);
  const bool mark = joins > 0 && MarkAt(between, 0) != Mark::kNone;
  return joins == between.size() || (joins > 0 && !mark && between.size() - joins <= 2 * kCharacter);
}

// The names at the end of the clause that stand side by side: different things of one family.
std::vector<Reader::Mention> Reader::JoinedMentions() const {
  const auto& mentions = clause_.mentions;
  size_t first = mentions.empty() ? 0 : mentions.size() - 1;
  while (first > 0 && Joined(mentions[first - 1], mentions[first])) --first;
  if (mentions.size() < first + 2) return {};
  return {mentions.begin() + static_cast<std::ptrdiff_t>(first), mentions.end()};
}

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

// 分别: the figures that follow go to the names of the clause, else of the sentence, in turn.
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

// 5.98%、6.13%: another figure of the same kind stands beside this one.
bool Reader::FigureFollowsInList(const Token& token, const Token* next) const {
  return next && next->mark == Mark::kListComma && next + 1 < tokens_end_ && next[1].quantity && next[1].quantity->kind == token.quantity->kind;
}

// 各是8、7万元: a number among figures that go to names in turn has the unit of the last.
const Quantity* Reader::UnitInTurn(const Quantity& quantity, const Token* next) const {
  if (respective_.size() < 2 || !respective_armed_ || InReason()) return nullptr;
  for (uint32_t end = quantity.text.end; next && next + 1 < tokens_end_ && next->range.begin == end; next += 2) {
    const bool in_turn = next->mark == Mark::kListComma || next->mark == Mark::kComma;
    const Quantity* following = next[1].quantity;
    if (!in_turn || !following || following->text.begin != next->range.end) return nullptr;
    if (following->kind == QuantityKind::kMoney) return following->unit_index >= 0 ? following : nullptr;
    if (following->kind != QuantityKind::kNumber) return nullptr;
    end = following->text.end;
  }
  return nullptr;
}

// 因公出国费、公务接待费均为0万元: the figure is of each.
void Reader::EmitForEach(const std::vector<Mention>& names, const Quantity& quantity) {
  const Fact last = out_->facts.back();
  for (const Mention& name : names) {
    const ConceptId fit = FitConcept(name.concept_id, last.measure, &quantity);
    if (fit == kNoConcept || fit == last.concept_id) continue;
    Fact fact = last;
    fact.concept_id = fit;
    fact.qualifiers = name.qualifiers;
    fact.label_range = name.range;
    Emit(std::move(fact));
  }
}

}  // namespace mingzhang
