#include "extractor/audit/parts.h"

#include <algorithm>

namespace mingzhang {

bool Counts(const Fact& fact) {
  return (fact.measure == Measure::kAmount || fact.measure == Measure::kCount) && fact.assertion == Assertion::kStated;
}

bool Together(const AuditContext& context, Index total, Index part) {
  return context.SameSentence(total, part) || context.fact(total).section == context.fact(part).section ||
         context.IsListed(total, part);
}

Index PartOf(const AuditContext& context, Index total, ConceptId part) {
  FactKey key = context.index.KeyOf(total);
  key.concept_id = part;
  const auto found = context.index.Few(key);
  Index after = kNone, beside = kNone;
  for (const Index i : found) {
    if (i > total && after == kNone) after = i;
    if (beside == kNone && i > total && context.SameSentence(total, i)) beside = i;
  }
  if (beside != kNone) return beside;
  for (const Index i : found) {
    if (Together(context, total, i)) return i;
  }
  return after != kNone ? after : found.empty() ? kNone : found.front();
}

bool HasRivals(const AuditContext& context, Index i) {
  const auto same = context.index.Few(context.index.KeyOf(i));
  return std::any_of(same.begin(), same.end(), [&](Index other) {
    return !Interval::Meet(context.Of(other), context.Of(i));
  });
}

namespace {

// 其中：公务用车运行维护费9万元: of 公务用车购置及运行维护费 the total's sentence has what is below it.
std::vector<Index> PiecesOf(const AuditContext& context, Index total, ConceptId part) {
  std::vector<Index> pieces;
  const auto& facts = context.extraction.facts;
  const size_t end = std::min(facts.size(), static_cast<size_t>(total) + kLongestList);
  for (size_t i = total + 1; i < end && facts[i].sentence == facts[total].sentence; ++i) {
    if (facts[i].concept_id < 0 || context.vocabulary.concepts[facts[i].concept_id].parent != part) continue;
    FactKey key = context.index.KeyOf(total);
    key.concept_id = facts[i].concept_id;
    if (Counts(facts[i]) && context.index.KeyOf(static_cast<Index>(i)).Hash() == key.Hash()) pieces.push_back(static_cast<Index>(i));
  }
  return pieces;
}

// 公务用车运行维护费9万元。公务用车购置费0万元: what a sum rule says the part consists of, when all of it stands with the total.
std::vector<Index> OwnPartsOf(const AuditContext& context, Index total, ConceptId part) {
  if (!context.vocabulary.rules) return {};
  for (const RuleSpec& rule : *context.vocabulary.rules) {
    if (rule.kind != RuleKind::kSum) continue;
    for (const RuleCase& about : rule.cases) {
      if (about.concept_id != part || about.parts.empty() || about.open) continue;
      std::vector<Index> own;
      for (const ConceptId piece : about.parts) {
        const Index i = PartOf(context, total, piece);
        if (i != kNone && Together(context, total, i)) own.push_back(i);
      }
      if (own.size() == about.parts.size()) return own;
    }
  }
  return {};
}

}  // namespace

Listed ListParts(const AuditContext& context, const RuleCase& about, Index total) {
  Listed listed;
  for (const ConceptId part : about.parts) {
    const Index i = PartOf(context, total, part);
    if (i == kNone) {
      std::vector<Index> pieces = OwnPartsOf(context, total, part);
      if (pieces.empty()) {
        pieces = PiecesOf(context, total, part);
        listed.by_pieces = listed.by_pieces || !pieces.empty();
      }
      listed.rivals |= std::any_of(pieces.begin(), pieces.end(), [&](Index piece) { return HasRivals(context, piece); });
      listed.facts.insert(listed.facts.end(), pieces.begin(), pieces.end());
      if (pieces.empty() && listed.missing.empty()) listed.missing = context.Id(part);
      continue;
    }
    listed.facts.push_back(i);
    if (!Together(context, total, i)) listed.near = false;
    if (HasRivals(context, i)) listed.rivals = true;
  }
  for (const ConceptId part : about.optional) {
    const Index i = PartOf(context, total, part);
    if (i != kNone && (context.SameSentence(total, i) || context.IsListed(total, i))) listed.facts.push_back(i);
  }
  return listed;
}

}  // namespace mingzhang
