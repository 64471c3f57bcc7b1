// Figures that are possible but unlikely, and counts against amounts (family PL).
#include <algorithm>

#include <fmt/format.h>

#include "extractor/audit/checks.h"
#include "extractor/audit/match.h"

namespace mingzhang {
namespace {

bool IsStated(const Fact& fact) { return fact.assertion == Assertion::kStated; }

// The one value of this concept and measure in the current year; kNone when there are none or several.
Index TheOne(const AuditContext& context, ConceptId concept_id, Measure measure) {
  Index one = kNone;
  const int year = context.extraction.document.fiscal_year;
  for (const Index i : context.index.Of(concept_id)) {
    const Fact& fact = context.fact(i);
    if (fact.measure != measure || !IsStated(fact) || !fact.qualifiers.empty()) continue;
    if (year != 0 && fact.period.year != 0 && fact.period.year != year && fact.period.year != year - 1) continue;
    if (fact.stage == Stage::kBudget && context.extraction.document.kind == DocumentKind::kFinalAccounts) continue;
    if (one != kNone && !(fact.value == context.fact(one).value)) return kNone;
    if (one == kNone) one = i;
  }
  return one;
}

std::string Missing(const AuditContext& context, ConceptId concept_id) {
  return fmt::format("{} is not stated, or with several values", context.Id(concept_id));
}

}  // namespace

// concept: an amount; parts[0]: a count; low, high: what one may cost, in yuan.
void CheckPerUnit(AuditContext& context, const RuleSpec& rule) {
  for (const RuleCase& about : rule.cases) {
    if (about.parts.empty()) continue;
    const Index amount = TheOne(context, about.concept_id, Measure::kAmount);
    Index count = kNone;
    for (const ConceptId part : about.parts) count = count == kNone ? TheOne(context, part, Measure::kCount) : count;
    if (amount == kNone || count == kNone) {
      NotEvaluable(context, rule, Missing(context, amount == kNone ? about.concept_id : about.parts.front()));
      continue;
    }
    const Decimal yuan = context.precision.Value(context.fact(amount));
    const auto each = Decimal::Divide(yuan, context.fact(count).value, 0);
    if (!each || yuan.is_zero()) continue;  // none at all is CheckCountAgainstAmount's
    if ((!about.low || *each >= *about.low) && (!about.high || *each <= *about.high)) {
      Passed(context, rule, amount);
      continue;
    }
    Report(context, rule, &about).At(amount).At(count).Subject(amount).Figure("amount", amount).Figure("n", count)
        .Slot("a", context.Written(*each, amount)).Stated(context.fact(amount).value.ToString()).Done();
  }
}

// concept: an amount; parts[0]: its count. Both are zero or neither. low: each costs at least this
// much; high: at most.
void CheckCountAgainstAmount(AuditContext& context, const RuleSpec& rule) {
  for (const RuleCase& about : rule.cases) {
    const ConceptId counted = about.parts.empty() ? about.concept_id : about.parts.front();
    const Index amount = TheOne(context, about.concept_id, Measure::kAmount);
    const Index count = TheOne(context, counted, Measure::kCount);
    if (amount == kNone || count == kNone) {
      NotEvaluable(context, rule, Missing(context, amount == kNone ? about.concept_id : counted));
      continue;
    }
    if (about.same_sentence && !context.SameSentence(amount, count)) continue;
    const bool no_amount = context.fact(amount).value.is_zero(), none = context.fact(count).value.is_zero();
    const bool wrong = about.open ? none && !no_amount : none != no_amount;
    if (!wrong || MatchesAny(about.except, context.text.logical)) {
      if (!wrong) Passed(context, rule, amount);
      continue;
    }
    Report(context, rule, &about).At(none ? amount : count).At(none ? count : amount).Subject(amount)
        .Figure("a", amount).Figure("n", count).Stated(context.fact(none ? amount : count).value.ToString()).Done();
  }
}

namespace {

// What `actual` may not exceed: the stated limit, or the classes of it listed in the same sentence.
std::vector<Index> LimitsOf(const AuditContext& context, const RuleCase& about, Index actual) {
  const Index limit = about.parts.empty() ? kNone : TheOne(context, about.parts.front(), Measure::kCount);
  if (limit != kNone) return {limit};
  std::vector<Index> classes;
  for (const ConceptId concept_id : about.optional) {
    const Index i = TheOne(context, concept_id, Measure::kCount);
    if (i != kNone && context.SameSentence(i, actual)) classes.push_back(i);
  }
  return classes.size() < 2 ? std::vector<Index>() : classes;  // one class is not all posts
}

}  // namespace

void CheckAtMost(AuditContext& context, const RuleSpec& rule) {
  for (const RuleCase& about : rule.cases) {
    const Index actual = TheOne(context, about.concept_id, Measure::kCount);
    const auto limits = actual == kNone ? std::vector<Index>() : LimitsOf(context, about, actual);
    std::optional<Decimal> limit = Decimal();
    for (const Index i : limits) limit = limit ? Decimal::Add(*limit, context.fact(i).value) : limit;
    if (limits.empty() || !limit) {
      NotEvaluable(context, rule, Missing(context, actual == kNone ? about.concept_id : about.parts.front()));
    } else if (context.fact(actual).value <= *limit) {
      Passed(context, rule, actual);
    } else {
      Report report(context, rule, &about);
      report.At(actual).Subject(actual).Figure("a", actual).Slot("b", limit->ToString() + context.UnitOf(actual));
      for (const Index i : limits) report.At(i);
      report.Stated(context.fact(actual).value.ToString()).Done();
    }
  }
}

// One case per grade: words that name it, low and high of its scores, high excluded.
void CheckGrade(AuditContext& context, const RuleSpec& rule) {
  const auto& facts = context.extraction.facts;
  for (size_t i = 1; i < facts.size(); ++i) {
    const Fact& grade = facts[i];
    const Fact& score = facts[i - 1];
    const bool pair = grade.measure == Measure::kGrade && score.measure == Measure::kScore &&
                      score.concept_id == grade.concept_id && score.sentence == grade.sentence;
    if (!pair) continue;
    for (const RuleCase& about : rule.cases) {
      if (std::find(about.words.begin(), about.words.end(), grade.text) == about.words.end()) continue;
      const bool fits = (!about.low || score.value >= *about.low) && (!about.high || score.value < *about.high);
      const Index at = static_cast<Index>(i);
      if (fits) {
        Passed(context, rule, at - 1);
        break;
      }
      const std::string low = about.low ? about.low->ToString() : "", high = about.high ? about.high->ToString() : "";
      Report(context, rule, &about).At(at - 1).At(at).Slot("score", score.value.ToString()).Slot("grade", grade.text)
          .Slot("exp", low + "-" + high)
          .Stated(grade.text).Done();
      break;
    }
  }
}

void CheckRateRange(AuditContext& context, const RuleSpec& rule) {
  const Decimal hundred = Decimal::FromInt(100), zero;
  for (const RateCheck& check : context.rates) {
    const Fact& rate = context.fact(check.rate);
    // What the figures bear out is not out of range, however odd.
    if (rate.measure == Measure::kChangeRate || Holds(check.verdict)) continue;
    const bool too_large = rate.measure == Measure::kShare && rate.value > hundred;
    if (!too_large && rate.value >= zero) continue;
    Report(context, rule).At(check.rate).Subject(check.rate).Slot("a", rate.value.ToString())
        .Stated(rate.value.ToString()).Done();
  }
}

}  // namespace mingzhang
