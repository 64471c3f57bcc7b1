// The part of a grammar that the audit needs. A separate type so that rules can be tested without
// loading a whole grammar.
#pragma once

#include <string_view>
#include <vector>

#include "extractor/facts/model.h"
#include "extractor/facts/quantity.h"
#include "extractor/grammar/rules.h"

namespace mingzhang {

struct ConceptName {
  std::string_view id, zh, en;
  ConceptId parent = kNoConcept;
  bool pays = false;  // a source of funds
};

struct AuditVocabulary {
  std::vector<ConceptName> concepts;
  const Units* units = nullptr;
  const std::vector<RuleSpec>* rules = nullptr;

  bool IsSameOrBelow(ConceptId child, ConceptId ancestor) const {
    while (child != kNoConcept && child != ancestor) child = concepts[child].parent;
    return child != kNoConcept;
  }
  // The concept called `id`; kNoConcept when there is none.
  ConceptId Find(std::string_view id) const {
    for (size_t i = 0; i < concepts.size(); ++i) {
      if (concepts[i].id == id) return static_cast<ConceptId>(i);
    }
    return kNoConcept;
  }
};

}  // namespace mingzhang
