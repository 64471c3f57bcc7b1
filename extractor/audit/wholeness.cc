#include "extractor/audit/wholeness.h"

#include <algorithm>

#include "extractor/audit/headings.h"

namespace mingzhang {
namespace {

// A disclosure takes some 1500 characters to say what every body must: shorter ones are notes and excerpts.
constexpr size_t kShortestWhole = 4500;  // bytes

// The measure that a case asks for; any when it does not say.
bool IsMeant(const RuleCase& about, const Fact& fact) {
  return about.term.empty() || MeasureName(fact.measure) == about.term;
}

bool IsStated(const AuditContext& context, const RuleCase& about, ConceptId concept_id) {
  const auto facts = context.index.Of(concept_id);
  return std::any_of(facts.begin(), facts.end(), [&](Index i) { return IsMeant(about, context.fact(i)); });
}

// The headings of the outermost numbered series do not count from one without a gap.
bool HasGapAtTop(const AuditContext& context, const RuleSpec& rule) {
  std::string style;
  int last = 0;
  for (const Section& section : context.extraction.sections) {
    const HeadingNumber number = ReadNumber(*rule.book, section.number);
    if (number.value == 0 || (!style.empty() && number.style != style)) continue;
    if (number.value > last + 1) return true;
    style = number.style;
    last = number.value;
  }
  return false;
}

// Most of what every disclosure says, budget or final accounts, is there.
bool SaysMost(const AuditContext& context) {
  size_t asked = 0, stated = 0;
  for (const RuleSpec& rule : *context.vocabulary.rules) {
    if (rule.kind != RuleKind::kRequired || !rule.budget || !rule.final_accounts) continue;
    for (const RuleCase& about : rule.cases) {
      ++asked;
      stated += AnyStated(context, about) ? 1 : 0;
    }
  }
  return stated * 4 >= asked * 3;
}

// What frames a disclosure, its duties before and its glossary behind: one may have been forgotten, not all.
bool HasFrame(const AuditContext& context) {
  bool asked = false;
  for (const RuleSpec& rule : *context.vocabulary.rules) {
    if (rule.kind != RuleKind::kRequiredText || rule.severity != Severity::kWarning) continue;
    for (const RuleCase& about : rule.cases) {
      if (about.pattern && context.Mentions(about.pattern)) return true;
      asked = true;
    }
  }
  return !asked;
}

std::string FindWhyExcerpt(const AuditContext& context) {
  const DocumentFacts& document = context.extraction.document;
  if (document.kind != DocumentKind::kBudget && document.kind != DocumentKind::kFinalAccounts) {
    return "the text is not a department's budget or final accounts";
  }
  if (document.level == DocumentLevel::kGovernment) return "the text is a government's";
  if (context.text.logical.size() < kShortestWhole) return "the text is too short to be a whole disclosure";
  if (!SaysMost(context)) return "the text is not a whole disclosure";
  if (!HasFrame(context)) return "the text is an excerpt: it has neither duties nor glossary";
  return "";
}

std::string FindWhyIncomplete(const AuditContext& context, const RuleSpec& rule) {
  const std::string why = FindWhyExcerpt(context);
  return why.empty() && HasGapAtTop(context, rule) ? "the text is an excerpt: numbered parts are missing" : why;
}

}  // namespace

bool LooksWhole(const AuditContext& context) { return FindWhyExcerpt(context).empty(); }

bool AnyStated(const AuditContext& context, const RuleCase& about) {
  if (about.concept_id != kNoConcept && IsStated(context, about, about.concept_id)) return true;
  return std::any_of(about.parts.begin(), about.parts.end(),
                     [&](ConceptId concept_id) { return IsStated(context, about, concept_id); });
}

const std::string& WhyIncomplete(AuditContext& context, const RuleSpec& rule) {
  if (!context.incomplete) context.incomplete = FindWhyIncomplete(context, rule);
  return *context.incomplete;
}

}  // namespace mingzhang
