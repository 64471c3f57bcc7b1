// The part of a grammar that the audit needs. A separate type so that rules can be tested without
// loading a whole grammar.
#pragma once

#include <string_view>
#include <vector>

#include "extractor/model/model.h"
#include "extractor/model/quantity.h"
#include "extractor/grammar/rules.h"
#include "extractor/grammar/vocabulary.h"

namespace mingzhang {

// "three_public" of "three_public.official_vehicles.owned".
inline std::string_view FamilyOf(std::string_view id) { return id.substr(0, id.find('.')); }

struct ConceptName {
  std::string_view id, zh, en;
  ConceptId parent = kNoConcept;
  bool pays = false;       // a source of funds
  bool carryover = false;  // left from one year to another
  Side side = Side::kNone;
  Whole whole = Whole::kNone;
};

struct AuditVocabulary {
  std::vector<ConceptName> concepts;
  const Units* units = nullptr;
  const std::vector<RuleSpec>* rules = nullptr;

  bool IsSameOrBelow(ConceptId child, ConceptId ancestor) const {
    while (child != kNoConcept && child != ancestor) child = concepts[child].parent;
    return child != kNoConcept;
  }
  // All of a side, with what other years left; kNoConcept when there is none.
  ConceptId AllOf(Side side) const {
    for (size_t i = 0; i < concepts.size(); ++i) {
      if (concepts[i].side == side && concepts[i].whole == Whole::kAll) return static_cast<ConceptId>(i);
    }
    return kNoConcept;
  }
};

}  // namespace mingzhang
