// Years and dates (family YR).
#include <algorithm>

#include "extractor/audit/checks.h"
#include "extractor/audit/headings.h"
#include "extractor/audit/match.h"

namespace mingzhang {
void CheckHeadingYear(AuditContext& context, const RuleSpec& rule) {
  const DocumentFacts& document = context.extraction.document;
  if (document.fiscal_year == 0) return NotEvaluable(context, rule, "the fiscal year is not known");
  for (const Section& section : context.extraction.sections) {
    for (const RuleCase& about : rule.cases) {
      if (about.term != DocumentKindName(document.kind) || !about.title.MayMatch(section.title) || MatchesAny(about.except, section.title)) continue;
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

namespace {

bool IsAmountOf(const Fact& fact, int year) {
  return fact.measure == Measure::kAmount && fact.period.year == year && fact.assertion != Assertion::kDerived;
}

// The figure stands by itself: nothing in its sentence is compared with that year.
bool StandsAlone(const AuditContext& context, Index i) {
  const auto& comparisons = context.extraction.comparisons;
  return std::none_of(comparisons.begin(), comparisons.end(), [&](const Comparison& c) {
    const Index any = c.change != kNone ? c.change : c.rate != kNone ? c.rate : c.subject;
    return c.base == i || (any != kNone && context.SameSentence(any, i));
  });
}

// A figure of the year before that is said to be what this year's should be; kNone when there is none.
Index StaleFigure(const AuditContext& context, ConceptId concept_id) {
  constexpr int kMost = 16;  // figures looked at; a text with more speaks of years at length
  const DocumentFacts& document = context.extraction.document;
  Index stale = kNone;
  int tried = 0;
  for (const Index i : context.index.Of(concept_id)) {
    const Fact& fact = context.fact(i);
    if (IsAmountOf(fact, document.fiscal_year)) return kNone;
    const bool named = fact.period.binding == Binding::kExplicit && !fact.period_range.empty() && fact.stage == document.stage;
    const bool last_year = IsAmountOf(fact, document.fiscal_year - 1) && fact.assertion == Assertion::kStated;
    if (stale == kNone && last_year && named && tried++ < kMost && StandsAlone(context, i)) stale = i;
  }
  return stale;
}

}  // namespace

// 2023年“三公”经费预算… in a text whose other totals are of 2024, and none of 2024: the year was left over.
void CheckStaleYear(AuditContext& context, const RuleSpec& rule) {
  constexpr std::ptrdiff_t kEnough = 2;  // totals that show which year the text is about
  const DocumentFacts& document = context.extraction.document;
  const bool own = document.kind == DocumentKind::kBudget || document.kind == DocumentKind::kFinalAccounts;
  if (document.fiscal_year == 0 || !own || document.level == DocumentLevel::kGovernment) return;
  for (const RuleCase& about : rule.cases) {
    const auto current = std::count_if(about.parts.begin(), about.parts.end(), [&](ConceptId concept_id) {
      const auto facts = context.index.Of(concept_id);
      return std::any_of(facts.begin(), facts.end(), [&](Index i) { return IsAmountOf(context.fact(i), document.fiscal_year); });
    });
    if (current < kEnough) continue;
    for (const ConceptId concept_id : about.parts) {
      const Index stale = StaleFigure(context, concept_id);
      if (stale == kNone) continue;
      const std::string year = std::to_string(document.fiscal_year - 1);
      Report(context, rule, &about).At(context.fact(stale).period_range).At(stale).Subject(stale).Slot("a", year)
          .Slot("b", std::to_string(document.fiscal_year)).Stated(year).Done();
    }
  }
}

}  // namespace mingzhang
