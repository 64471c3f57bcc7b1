// The document as a whole (family MD), and rules that one text cannot answer.
#include <algorithm>

#include "extractor/audit/checks.h"
#include "extractor/audit/match.h"
#include "extractor/audit/wholeness.h"

namespace mingzhang {

void CheckOrganization(AuditContext& context, const RuleSpec& rule) {
  const DocumentFacts& document = context.extraction.document;
  if (!document.organization.empty() || context.extraction.facts.empty()) return;
  if (document.kind == DocumentKind::kUnknown || document.kind == DocumentKind::kGovernmentReport) return;
  if (document.level == DocumentLevel::kGovernment) return;
  for (const RuleCase& about : rule.cases) {  // 经汇总，…: of many bodies
    if (std::any_of(about.except.begin(), about.except.end(), [&](const Pattern& pattern) { return context.Mentions(pattern); })) return;
  }
  const std::string& why = WhyIncomplete(context, rule);
  if (!why.empty()) return NotEvaluable(context, rule, why);  // an excerpt may have lost its title
  Report(context, rule).Done();
}

// term: the kind of document; title: headings that belong to another kind, unless except matches.
void CheckKindWords(AuditContext& context, const RuleSpec& rule) {
  const DocumentFacts& document = context.extraction.document;
  for (const Section& section : context.extraction.sections) {
    for (const RuleCase& about : rule.cases) {
      if (about.term != DocumentKindName(document.kind) || !Matches(about.title, section.title)) continue;
      const bool excepted = MatchesAny(about.except, section.title);
      if (excepted) continue;
      Report(context, rule, &about).At(section.heading).Slot("b", section.title).Stated(section.title).Done();
    }
  }
}

void CheckUnexplained(AuditContext& context, const RuleSpec& rule) {
  constexpr size_t kMost = 16;  // places shown; the coverage has them all
  const auto& unexplained = context.extraction.coverage.unexplained;
  if (unexplained.empty()) return;
  Report report(context, rule);
  for (size_t i = 0; i < std::min(unexplained.size(), kMost); ++i) report.At(unexplained[i]);
  report.Slot("n", std::to_string(unexplained.size())).Done();
}

void CheckDisclaimer(AuditContext& context, const RuleSpec& rule) {
  const Range range = context.extraction.document.rounding_disclaimer;
  if (!range.empty()) Report(context, rule).At(range).Slot("quote", context.Quote(range)).Done();
}

void CheckOutside(AuditContext& context, const RuleSpec& rule) {
  NotEvaluable(context, rule, rule.cases.empty() ? "the text alone does not tell" : rule.cases.front().term);
}

}  // namespace mingzhang
