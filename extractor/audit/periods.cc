// Years and dates (family YR).
#include <algorithm>

#include "extractor/audit/checks.h"
#include "extractor/audit/headings.h"
#include "extractor/audit/match.h"

namespace mingzhang {
namespace {

bool IsExcepted(const RuleCase& about, std::string_view text) {
  return std::any_of(about.except.begin(), about.except.end(), [&](const Pattern& p) { return Matches(p, text); });
}

}  // namespace

void CheckHeadingYear(AuditContext& context, const RuleSpec& rule) {
  const DocumentFacts& document = context.extraction.document;
  if (document.fiscal_year == 0) return NotEvaluable(context, rule, "the fiscal year is not known");
  for (const Section& section : context.extraction.sections) {
    for (const RuleCase& about : rule.cases) {
      if (about.term != DocumentKindName(document.kind) || !about.title.MayMatch(section.title) || IsExcepted(about, section.title)) continue;
      const auto match = FindMatch(about.title, section.title);
      if (!match) continue;
      const std::string year = section.title.substr(match->place.begin, match->place.size());
      if (year == std::to_string(document.fiscal_year)) continue;
      Report(context, rule, &about).At(section.heading).Slot("a", year).Slot("b", std::to_string(document.fiscal_year))
          .Stated(year).Done();
    }
  }
}

void CheckFiscalYear(AuditContext& context, const RuleSpec& rule) {
  if (context.extraction.document.fiscal_year == 0 && !context.extraction.facts.empty()) Report(context, rule).Done();
}

void CheckYearRange(AuditContext& context, const RuleSpec& rule) {
  constexpr int kBack = 6, kAhead = 1;
  const int fiscal = context.extraction.document.fiscal_year;
  if (fiscal == 0) return NotEvaluable(context, rule, "the fiscal year is not known");
  for (size_t i = 0; i < context.extraction.facts.size(); ++i) {
    const Fact& fact = context.extraction.facts[i];
    const bool explicit_year = fact.period.binding == Binding::kExplicit && !fact.period_range.empty();
    if (!explicit_year || fact.period.year == 0 || fact.measure == Measure::kText) continue;
    if (fact.period.year >= fiscal - kBack && fact.period.year <= fiscal + kAhead) continue;
    Report(context, rule).At(fact.period_range).At(static_cast<Index>(i)).Slot("a", std::to_string(fact.period.year))
        .Stated(std::to_string(fact.period.year)).Done();
  }
}

void CheckAssetDate(AuditContext& context, const RuleSpec& rule) {
  const DocumentFacts& document = context.extraction.document;
  const bool final_accounts = document.kind == DocumentKind::kFinalAccounts;
  if (document.fiscal_year == 0 || (!final_accounts && document.kind != DocumentKind::kBudget)) return;
  const int expected = document.fiscal_year - (final_accounts ? 0 : 1);
  for (const RuleCase& about : rule.cases) {
    for (const ConceptId concept_id : about.parts) {
      for (const Index i : context.index.Of(concept_id)) {
        const Period& period = context.fact(i).period;
        if (!period.is_date() || context.fact(i).period_range.empty()) continue;
        // A budget may give the day it was drawn up instead of the end of the year before.
        if (period.year == expected || (!final_accounts && period.year == document.fiscal_year)) {
          Passed(context, rule, i);
          continue;
        }
        Report(context, rule, &about).At(context.fact(i).period_range).At(i).Slot("a", std::to_string(period.year))
            .Slot("b", std::to_string(expected)).Stated(std::to_string(period.year)).Done();
        return;  // one date governs all assets
      }
    }
  }
}

namespace {

int YearQualifier(const Fact& fact, std::string_view name) {
  for (const auto& [key, value] : fact.qualifiers) {
    const auto year = key == name ? Decimal::Parse(value) : std::nullopt;
    if (year && year->is_integer() && year->units() < 10000) return static_cast<int>(year->units());
  }
  return 0;
}

}  // namespace

void CheckEvaluationYear(AuditContext& context, const RuleSpec& rule) {
  const int fiscal = context.extraction.document.fiscal_year;
  for (size_t i = 0; i < context.extraction.facts.size(); ++i) {
    const Fact& fact = context.extraction.facts[i];
    const int done = YearQualifier(fact, "evaluation_year"), about = YearQualifier(fact, "evaluated_year");
    if (done == 0 || about == 0) continue;
    if (about <= done && (fiscal == 0 || done <= fiscal)) {
      Passed(context, rule, static_cast<Index>(i));
      continue;
    }
    Report(context, rule).At(static_cast<Index>(i)).Slot("a", std::to_string(done)).Slot("b", std::to_string(about)).Done();
  }
}

}  // namespace mingzhang
