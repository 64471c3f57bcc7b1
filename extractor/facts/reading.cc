#include "extractor/facts/reading.h"

#include <algorithm>

#include "extractor/base/utf8.h"

namespace mingzhang {

Reading::Reading(const Grammar& grammar, const DocumentFacts& document, std::string_view text, Extraction* out)
    : grammar_(grammar), document_(document), text_(text), out_(out),
      government_(document.kind == DocumentKind::kGovernmentReport), functional_concept_(grammar.functional_concept()),
      expenditure_(AllOf(Side::kExpenditure)) {}

const Fact* Reading::LastOfSentence() const {
  const bool there = !out_->facts.empty() && out_->facts.back().sentence == sentence_.ordinal;
  return there ? &out_->facts.back() : nullptr;
}

bool Reading::IsAside(Index fact) const { return std::find(asides_.rbegin(), asides_.rend(), fact) != asides_.rend(); }

bool Reading::IsWithin(ConceptId concept_id, const std::vector<ConceptId>& wholes) const {
  return wholes.empty() || std::any_of(wholes.begin(), wholes.end(), [&](ConceptId whole) { return grammar_.IsDescendant(concept_id, whole); });
}

// 主要原因是：…: the colon belongs to neither.
Range Reading::ReasonItself() const {
  Range reason = sentence_.reason;
  while (!reason.empty() && MarkAt(text_, reason.begin) == Mark::kColon) {
    reason.begin += Utf8Length(static_cast<unsigned char>(text_[reason.begin]));
  }
  return reason;
}

}  // namespace mingzhang
