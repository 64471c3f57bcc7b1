// What a figure is about: the name that leads in its clause, the noun after a count, what was spoken of before.
#include <algorithm>

#include "extractor/facts/concept_fit.h"
#include "extractor/facts/reader.h"

namespace mingzhang {
namespace {

constexpr uint32_t kUnknownCarried = 8 * kCharacter;   // unknown words a carried subject may stand behind
constexpr uint32_t kUnknownVisited = 20 * kCharacter;  // … whom guests came to see: 接待外地机关协查办案86批次
constexpr uint32_t kUnknownNamed = 28 * kCharacter;    // … a named one

Measure MeasureOfKind(QuantityKind kind) {
  switch (kind) {
    case QuantityKind::kMoney: return Measure::kAmount;
    case QuantityKind::kScore: return Measure::kScore;
    case QuantityKind::kPercent:
    case QuantityKind::kPercentagePoint: return Measure::kChangeRate;
    default: return Measure::kCount;
  }
}

bool HasType(const Qualifiers& qualifiers) {
  return std::any_of(qualifiers.begin(), qualifiers.end(), [](const auto& qualifier) { return qualifier.first == "type"; });
}

void DropLevel(Qualifiers* qualifiers) {
  std::erase_if(*qualifiers, [](const auto& qualifier) { return qualifier.first == "level"; });
}

// The measure that the subject of the figure must allow.
Measure MeasureFor(const Clause& clause, const Quantity& quantity) {
  switch (clause.measure) {
    case Measure::kChange:
    case Measure::kChangeRate:
    case Measure::kShare:
    case Measure::kCompletionRate:
    case Measure::kUnitCost: return clause.measure;
    default: return MeasureOfKind(quantity.kind);
  }
}

}  // namespace

std::optional<Subject> Reader::SubjectFor(const Clause& clause, const Quantity& quantity, const Token* next) {
  const Respective& respective = line_.respective;
  if (respective.GoesOn()) {
    const Mention& mention = respective.names[respective.next];
    if (FitConcept(grammar_, mention.concept_id, MeasureOfKind(quantity.kind), &quantity) != kNoConcept) return SubjectOf(mention);
  }
  if (clause.whole) {
    if (clause_.whole == kNoConcept) return std::nullopt;
    return Subject{clause_.whole, nullptr, {}, {}, Stage::kNone};
  }
  const Measure measure = MeasureFor(clause, quantity);
  if (measure == Measure::kCount) {
    if (auto counted = CountedSubject(quantity, next)) return counted;
  }
  if (measure == Measure::kAmount && !clause_.each) {
    const std::vector<Mention> joined = JoinedMentions();
    clause_.each = joined.size() >= 2 && quantity.value.is_zero();  // 上缴上级支出、经营支出共0万元: nor is any of them more
    if (joined.size() >= 2 && !clause_.each) return JointSubject(joined);
  }
  const Mention* named = BestMention(measure, &quantity);
  if (named && measure == Measure::kAmount && IsOneOfMany(*named, quantity.text.begin)) {
    sentence_.other = true;
    return std::nullopt;
  }
  if (named && OfProject({named->concept_id, nullptr, named->qualifiers, {}, Stage::kNone}, quantity).concept_id == kNoConcept) return std::nullopt;
  const uint32_t unknown = quantity.text.begin - clause_.read_from > clause_.known ? quantity.text.begin - clause_.read_from - clause_.known : 0;
  if (!Has(clause.slots, Slot::kCarried)) {
    const bool points_back = named && named->word && named->word->weak && subject_.concept_id != named->concept_id &&
                             grammar_.IsDescendant(subject_.concept_id, named->concept_id);
    const bool near = named && quantity.text.begin <= named->range.end + kCharacter;  // whatever stands before the name
    if (named && !points_back && (near || unknown <= kUnknownNamed)) {
      const ConceptId fit = FitConcept(grammar_, named->concept_id, measure, &quantity);
      return OfProject({fit, named->word, named->qualifiers, named->range, Stage::kNone}, quantity);
    }
    if (Has(clause.slots, Slot::kSubject)) return std::nullopt;
  }
  return SubjectSpokenOf(clause, measure, quantity, next, unknown);
}

// One figure for names side by side.
std::optional<Subject> Reader::JointSubject(const std::vector<Mention>& names) {
  const ConceptId together = Together(grammar_, names);
  sentence_.other = together == kNoConcept;  // …，占5%: of all of them as well
  if (sentence_.other) return std::nullopt;
  return Subject{together, nullptr, {}, {names.front().range.begin, names.back().range.end}, Stage::kNone};
}

// Without a name in its clause: what was spoken of before, unless `unknown` bytes of words say that it is another thing.
std::optional<Subject> Reader::SubjectSpokenOf(const Clause& clause, Measure measure, const Quantity& quantity, const Token* next, uint32_t unknown) {
  if (section_.unnamed != kNoConcept && list_.open && measure == Measure::kAmount) return Subject{section_.unnamed, nullptr, {}, {}, Stage::kNone};
  const bool bare = (clause.slots & ~static_cast<SlotSet>(Slot::kCarried)) == 0;
  if (bare && measure == Measure::kAmount && clause_.mentions.empty() && unknown <= 2 * kCharacter) {
    if (auto behind = NamedBehind(quantity, measure, next)) return behind;
  }
  const bool states = clause_.share || clause_.completion || CountsVisits(measure, quantity);
  if (line_.passage == Passage::kPurpose && !states) return std::nullopt;
  // 出总预算的66.67%: a line that begins within a word
  if (clause.measure == Measure::kCompletionRate && clause_.begin == line_.range.begin && unknown > 0 && clause_.mentions.empty()) return std::nullopt;
  if (bare && (line_.detached || (quantity.text.begin == line_.range.begin && measure != Measure::kCount))) return std::nullopt;
  // …，3万元用于其他工作: a portion, of what is not known
  const bool portion = bare && measure == Measure::kAmount && quantity.text.begin == clause_.begin && next && next->word &&
                       next->word->kind == WordKind::kPurpose && next->range.begin == quantity.text.end;
  sentence_.other |= portion;
  if (portion) return std::nullopt;
  if (bare && measure == Measure::kAmount && LeftOver(quantity, next)) return Subject{next->word->concept_id, next->word, {}, next->range, Stage::kNone};
  if ((bare || Has(clause.slots, Slot::kInvolve)) && IsOfUnknownThing(measure, quantity, unknown)) return std::nullopt;
  if (const auto compared = SubjectOfBase(measure)) return compared;
  auto carried = CarriedSubject(measure, &quantity);
  if (carried && Has(clause.slots, Slot::kInvolve)) DropLevel(&carried->qualifiers);  // 一级项目3个，二级项目5个，共涉及资金…
  if (carried) carried = OfProject(*carried, quantity);
  const bool of_change = measure == Measure::kChange || measure == Measure::kChangeRate;
  if (carried && (of_change || clause.compared) && base_.set && ComparesAnother(*carried)) {  // 相比上年的总支出71万元增加6万元
    if (const ConceptId named = FitConcept(grammar_, base_.named, measure, &quantity); named != kNoConcept) return Subject{named, nullptr, {}, {}, Stage::kNone};
  }
  if (carried && (carried->concept_id == kNoConcept || (clause.compared && ComparesAnother(*carried)))) return std::nullopt;
  return carried;
}

// Whether the clause names something that has no such figure, but stands before one: …，下属单位3万元; 其中货物类3个.
bool Reader::IsOfUnfitName(Measure measure, const Quantity& quantity) const {
  if (clause_.mentions.empty() || BestMention(measure, &quantity)) return false;
  if (measure == Measure::kAmount) return list_.open;
  const auto carried = measure == Measure::kCount ? CarriedSubject(measure, &quantity) : std::nullopt;
  const ConceptId named = clause_.mentions.back().concept_id;
  return carried && named != carried->concept_id && grammar_.IsDescendant(named, carried->concept_id);
}

// Offices; units have kinds, whose names need not be known: 所属单位15个，分别是：中学14所、进修学校1所.
bool Reader::IsBodyWithoutKinds(ConceptId concept_id) const {
  if (concept_id == kNoConcept || !ConceptOf(concept_id).body) return false;
  const auto& concepts = grammar_.concepts();
  return std::none_of(concepts.begin(), concepts.end(), [&](const Concept& c) { return c.parent == concept_id; });
}

bool Reader::IsOfUnknownThing(Measure measure, const Quantity& quantity, uint32_t unknown) {
  const bool people = quantity.unit_index >= 0 && UnitAt(quantity.unit_index).code == "PERSON";
  const bool money = measure == Measure::kAmount;
  const bool aside = line_.bracket && line_.bracket->facts == FactCount() && line_.bracket->clause.had_figure;  // 编制40名(行政29名、…)
  const bool part = (list_.open || aside) && unknown >= 2 * kCharacter && (money || HasType(subject_.qualifiers));  // …，其他用途3万元
  // 科普活动10万元, 公共卫生服务项目资金32万元: a thing of its own opens the line
  const bool head = money && clause_.begin == line_.range.begin && (clause_.known == 0 || clause_.involve) && unknown >= 4 * kCharacter;
  const bool item = head || (clause_.item && unknown >= 3 * kCharacter);  // 2.群文活动经费100万元
  const bool body = measure == Measure::kCount && unknown >= 3 * kCharacter && IsBodyWithoutKinds(subject_.concept_id);  // 内设股室14个，乡镇所9个
  const bool place = government_ && money && unknown >= 2 * kCharacter && BeginsWithPlace(text_.substr(clause_.read_from, quantity.text.begin - clause_.read_from));
  const bool named = place || (government_ && money && unknown > kUnknownCarried);  // 争取专项资金5万元，市级安排3万元: of that as well
  if (part || item || named) sentence_.other = true;  // …，占10%: of that part as well
  const uint32_t before = quantity.text.begin - clause_.read_from;
  const bool of_class = people && ((list_.open && unknown >= 2 * kCharacter) || (aside && before > 2 * kCharacter));  // 其中行政29人, 编制40名(行政29名)
  const uint32_t most = people ? kCharacter : CountsVisits(measure, quantity) ? kUnknownVisited : kUnknownCarried;
  return part || item || body || place || of_class || IsOfUnfitName(measure, quantity) || unknown > most;
}

}  // namespace mingzhang
