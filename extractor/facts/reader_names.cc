// Names of concepts: which concept each means where it stands, and what it does to the clause.
#include <algorithm>

#include "extractor/facts/concept_fit.h"
#include "extractor/facts/reader.h"

namespace mingzhang {

// A clause that goes on and on without a figure is no longer read more closely the more it names.
void Reader::AddMention(Mention mention) {
  constexpr size_t kMostNames = 64;
  if (clause_.mentions.size() < kMostNames) clause_.mentions.push_back(std::move(mention));
}

void Reader::Mentioned(Mention mention) {
  constexpr size_t kMostTold = 64;
  if (sentence_.told_of.size() < kMostTold) sentence_.told_of.push_back(mention.concept_id);
  AddMention(std::move(mention));
  clause_.other = sentence_.other = false;
}

// 在建工程: what follows is not of the concept spoken of before.
void Reader::OnOther() {
  const bool item = !clause_.mentions.empty() && clause_.mentions.back().functional;  // 2210201住房公积金: a part of its name
  const bool allocated = section_.unnamed != kNoConcept;  // whatever a project's money is for
  const bool denied = clause_.none && clause_.mentions.size() > clause_.mentions_before_none;  // 未安排购置车辆及在建工程
  if (InReason() || base_.open || line_.passage == Passage::kPurpose || item || allocated || denied) return;
  clause_.mentions.clear();
  clause_.other = true;
}

void Reader::OnConcept(const Token& token, const Token* next) {
  const Word& word = *token.word;
  if (base_.open && !word.modifier && !IsSameAgain(word)) base_.named = word.concept_id;
  const bool opens = token.range.begin <= clause_.begin + kCharacter;
  if (line_.passage == Passage::kReason && word.states && opens && next && next->quantity) line_.passage = Passage::kPlain;
  if (InReason() || base_.open || token.range.begin < line_.used) return;
  if (EndsPurpose(token, next)) {
    line_.passage = Passage::kPlain;
    UseUp(token.range.end);
    return;
  }
  ConceptId id = government_ && word.government != kNoConcept ? word.government : word.concept_id;
  if (IsOther(token, next, id)) return OnOther();
  if (id == kNoConcept || !Inside(word.within) || SaysNoMore(token, next, id)) return;
  if (clause_.share && word.bare && !government_) id = TotalSpokenOf(id);  // 占全部支出的32%
  else if (word.bare && (id = MeantByBare(token, next, id)) == kNoConcept) return;
  id = OfGovernment(id);
  if (GoesOnWithName(token, next, id)) return;
  if (document_.stage == Stage::kFinal && ConceptOf(id).in_finals != kNoConcept) id = ConceptOf(id).in_finals;
  if ((id = OfListHead(token, id)) == kNoConcept) return;
  if (clause_.share) {  // 占“三公”经费财政拨款支出的: who pays says nothing new
    if (clause_.whole == kNoConcept || !word.modifier) clause_.whole = id;
    return;
  }
  if (IsAllOfHeading(id)) id = section_.subject.concept_id;
  if (IsClassInList(token, next, id)) return Mentioned({&word, functional_concept_, token.range, {{"class", word.text}}, true});
  LeaveInnerList(id);
  id = InContext(AmongAssets(id), word);
  if (id != kNoConcept) id = InPlan(OfSide(InPost(OfPosts(id, word)), word));
  if (id == kNoConcept || IsFundInvolved(id) || IsKindOfWhole(token, next, id)) return OnOther();
  Name(token, OfUnnamed(id));
}

// 运行维护方面：用于保养、停车的支出为6万元: what the line is about was spent on that.
bool Reader::EndsPurpose(const Token& token, const Token* next) const {
  if (line_.passage != Passage::kPurpose || !token.word->bare || line_.head.concept_id == kNoConcept || LineHasFact()) return false;
  const bool told_for = grammar_.document().attribute_words.Ends(text_.substr(line_.range.begin, token.range.begin - line_.range.begin));
  return told_for && next && next->quantity && next->quantity->kind == QuantityKind::kMoney && next->range.begin <= token.range.end + kCharacter;
}

void Reader::Name(const Token& token, ConceptId concept_id) {
  const Word& word = *token.word;
  if (word.weak && word.stage != Stage::kNone) clause_.stage = word.stage;  // 货物类采购项目3个，采购计划金额5万元: of the goods
  Mention mention{&word, concept_id, token.range, word.qualifiers, false};
  SameAudience(&mention);
  NameProject(&mention);
  Mentioned(std::move(mention));
  if (word.second != kNoConcept) AddMention({&word, OfGovernment(word.second), token.range, word.qualifiers, false});
}

// Whether the word names a thing that is not what was spoken of before, though it has no concept here.
bool Reader::IsOther(const Token& token, const Token* next, ConceptId concept_id) const {
  const Word& word = *token.word;
  if (concept_id == kNoConcept && word.government != kNoConcept && !clause_.share) return true;  // 非税收入 in a department
  const bool body = concept_id == kNoConcept ? word.Counts() : ConceptOf(concept_id).body;
  const bool outside = concept_id != kNoConcept && !Inside(word.within);
  // 行政单位80万元: of such bodies; 工程3万元, where no procurement was spoken of
  return (body || outside) && clause_.mentions.empty() && MoneyFollows(token, next);
}

// 支出 under the head of a line or a section says the stage or the year of what that is about.
bool Reader::SaysNoMore(const Token& token, const Token* next, ConceptId concept_id) {
  if (token.word->suffix && MeansHeading(concept_id)) {
    OnStage(token, next);
    return true;
  }
  if (!MeansLineHead(concept_id)) return false;
  sentence_.time.year = PresentYear();
  sentence_.time.year_range = token.range;
  return true;
}

// 公务接待费支出预算; …(“三公”经费)支出合计8万元: of the name right before it.
bool Reader::GoesOnWithName(const Token& token, const Token* next, ConceptId concept_id) {
  if (clause_.mentions.empty() || token.range.begin - clause_.mentions.back().range.end > kCharacter) return false;
  if (token.word->suffix) {
    OnStage(token, next);
    return true;
  }
  return ConceptOf(clause_.mentions.back().concept_id).spends && ConceptOf(concept_id).whole != Whole::kNone;
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

// 其中：轿车 takes the concept of the list's head, and heads of lists are kept. kNoConcept when a kind has no head.
ConceptId Reader::OfListHead(const Token& token, ConceptId concept_id) {
  if (token.word->inherits) {
    const bool vehicles = ConceptOf(concept_id).count_unit == "VEHICLE";
    const bool headed = list_head_.concept_id != kNoConcept && (ConceptOf(list_head_.concept_id).count_unit == "VEHICLE") == vehicles;
    if (headed) return list_head_.concept_id;
    return vehicles ? concept_id : kNoConcept;  // 一般债务 by itself: neither limit nor balance
  }
  if (ConceptOf(concept_id).heads_kinds) list_head_ = {concept_id, token.word, {}, token.range, Stage::kNone};
  return concept_id;
}

// Without one of the project's own names, money in a project's chapter is a part of its budget.
ConceptId Reader::OfUnnamed(ConceptId concept_id) const {
  const ConceptId unnamed = section_.unnamed;
  if (unnamed == kNoConcept || !ConceptOf(concept_id).Allows(Measure::kAmount) || ConceptOf(concept_id).of_project) return concept_id;
  return grammar_.IsDescendant(unnamed, concept_id) || grammar_.IsDescendant(concept_id, unnamed) ? concept_id : unnamed;
}

// 共有车辆8辆，其中：轿车3辆、流动图书车1辆: an unknown name before a count of vehicles is a kind of them.
void Reader::NameVehicleKind(const Quantity& quantity) {
  constexpr uint32_t kLongest = 16 * kCharacter;
  const uint32_t begin = NameBegin();
  const uint32_t length = quantity.text.begin - begin;
  const bool vehicles = quantity.unit_index >= 0 && UnitAt(quantity.unit_index).code == "VEHICLE";
  if (!vehicles || !list_.open || list_head_.concept_id == kNoConcept || ConceptOf(list_head_.concept_id).count_unit != "VEHICLE") return;
  if (!clause_.mentions.empty() || clause_.told > begin || base_.open || InReason()) return;
  if (length < 2 * kCharacter || length > kLongest || clause_.direction || clause_.none || clause_.item) return;
  const Range name{begin, quantity.text.begin};
  clause_.known = quantity.text.begin - clause_.read_from;
  Mentioned({nullptr, list_head_.concept_id, name, {{"type", std::string(text_.substr(name.begin, length))}}, false});
}

}  // namespace mingzhang
