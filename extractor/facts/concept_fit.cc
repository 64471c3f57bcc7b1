#include "extractor/facts/concept_fit.h"

#include <algorithm>

namespace mingzhang {
namespace {

// The codes of units that the rules of counting below are about.
constexpr std::string_view kPerson = "PERSON", kItem = "ITEM", kVehicle = "VEHICLE", kSet = "SET";

bool CountedIn(const Concept& concept_, std::string_view unit) {
  return std::find(concept_.counted_in.begin(), concept_.counted_in.end(), unit) != concept_.counted_in.end();
}

// The part, or the sister, of a concept that is counted in this unit; kNoConcept when the concept itself is, or none.
ConceptId PartCountedIn(const Grammar& grammar, ConceptId concept_id, std::string_view unit) {
  const Concept& named = grammar.ConceptOf(concept_id);
  if (CountedIn(named, unit)) return kNoConcept;
  const ConceptId group = named.counted_in.empty() ? concept_id : named.parent;
  const auto& concepts = grammar.concepts();
  const auto part = std::find_if(concepts.begin(), concepts.end(), [&](const Concept& c) { return c.parent == group && CountedIn(c, unit); });
  return part == concepts.end() ? kNoConcept : static_cast<ConceptId>(part - concepts.begin());
}

// People are counted as people, 18个办事处 after 车辆 are no vehicles.
bool CannotCount(const Concept& concept_, std::string_view unit) {
  const std::string& own = concept_.count_unit;
  if ((unit == kPerson) != (own == kPerson) && !CountedIn(concept_, unit)) return true;
  if (unit == kItem) return own == kVehicle;
  return unit == kVehicle && own != kVehicle && own != kSet;
}

}  // namespace

bool Leads(const Grammar& grammar, const Mention& kept, const Mention& later) {
  if (kept.functional && !later.functional) return true;
  if (later.functional) return false;
  if (later.word && later.word->weak) return true;
  if (kept.word && kept.word->weak) return false;
  const bool kept_pays = kept.word && kept.word->modifier, later_pays = later.word && later.word->modifier;
  const bool kept_is_part = kept.concept_id != later.concept_id && grammar.IsDescendant(kept.concept_id, later.concept_id);
  if (kept_is_part) return true;
  if (kept_pays != later_pays) return later_pays;
  return false;
}

ConceptId FitConcept(const Grammar& grammar, ConceptId concept_id, Measure measure, const Quantity* quantity) {
  if (concept_id == kNoConcept) return kNoConcept;
  if (measure == Measure::kChange && quantity) {  // of money, or of how many
    measure = quantity->kind == QuantityKind::kMoney ? Measure::kAmount : quantity->kind == QuantityKind::kCount ? Measure::kCount : measure;
  }
  if (measure == Measure::kCount && quantity && quantity->unit_index >= 0) {
    const std::string_view unit = grammar.units()[static_cast<size_t>(quantity->unit_index)].code;
    if (const ConceptId part = PartCountedIn(grammar, concept_id, unit); part != kNoConcept) return part;
    if (CannotCount(grammar.ConceptOf(concept_id), unit)) return kNoConcept;
  }
  if (measure == Measure::kCompletionRate && grammar.ConceptOf(concept_id).stage == Stage::kStock) return kNoConcept;  // 在职人员控制率
  if (quantity && quantity->kind == QuantityKind::kMeasure && grammar.ConceptOf(concept_id).count_unit.empty()) return kNoConcept;
  for (ConceptId at = concept_id; at != kNoConcept; at = grammar.ConceptOf(at).parent) {
    if (grammar.ConceptOf(at).Allows(measure)) return at;
    if (measure == Measure::kCount) break;  // a part is not counted as its whole
  }
  return kNoConcept;
}

bool SameFamily(const Grammar& grammar, ConceptId one, ConceptId other) {
  const std::string& a = grammar.ConceptOf(one).id;
  const std::string& b = grammar.ConceptOf(other).id;
  return a.compare(0, a.find('.') + 1, b, 0, b.find('.') + 1) == 0;
}

bool IsLesser(const Grammar& grammar, ConceptId candidate, ConceptId part) {
  const std::string& a = grammar.ConceptOf(candidate).id;
  const std::string& b = grammar.ConceptOf(part).id;
  return SameFamily(grammar, candidate, part) && std::count(a.begin(), a.end(), '.') > std::count(b.begin(), b.end(), '.');
}

ConceptId Together(const Grammar& grammar, const std::vector<Mention>& names) {
  const auto& concepts = grammar.concepts();
  ConceptId whole = kNoConcept;
  for (const Mention& name : names) {
    const Side side = grammar.ConceptOf(names.back().concept_id).side;
    const Concept& entry = grammar.ConceptOf(name.concept_id);
    const ConceptId same_side = entry.side == side ? name.concept_id : side == Side::kExpenditure ? entry.in_expenditure : entry.in_revenue;
    const ConceptId of = same_side == kNoConcept ? kNoConcept : grammar.ConceptOf(same_side).part_of;
    if (of == kNoConcept || (whole != kNoConcept && of != whole)) return kNoConcept;
    whole = of;
  }
  const auto parts = std::count_if(concepts.begin(), concepts.end(), [&](const Concept& c) { return c.part_of == whole; });
  return static_cast<size_t>(parts) == names.size() ? whole : kNoConcept;
}

}  // namespace mingzhang
