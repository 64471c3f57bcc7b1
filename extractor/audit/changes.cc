// What comparisons and percentages claim (families AR, and TT010).
#include <algorithm>

#include <fmt/format.h>

#include "extractor/audit/checks.h"
#include "extractor/audit/match.h"
#include "extractor/audit/rates.h"

namespace mingzhang {
namespace {

using Form = RateCheck::Form;

std::string Percent(const Decimal& value) { return value.Abs().ToString() + "%"; }

Interval Positive(const Interval& interval) { return interval.hi.sign() <= 0 ? interval.Negated() : interval; }

void FillRate(const AuditContext& context, const RateCheck& check, Report* report) {
  const Fact& rate = context.fact(check.rate);
  report->At(check.rate).Subject(check.rate).Stated(rate.value.Abs().ToString());
  for (const Index i : {check.subject, check.change, check.base}) {
    if (i != kNone) report->At(i);
  }
  if (check.subject != kNone) report->Figure("cur", check.subject).Figure("part", check.subject);
  if (check.change != kNone) report->Figure("amt", check.change);
  if (check.base != kNone) report->Figure("prior", check.base).Figure("whole", check.base);
  if (check.base != kNone) report->Slot("base_subject", context.SubjectZh(check.base), context.SubjectEn(check.base));
  if (const auto percent = ToPercent(*check.range, 4)) report->Expect(Positive(*percent));
  if (const auto calc = MiddlePercent(*check.range, rate.value.decimals())) report->Slot("calc", calc->Abs().ToString());
}

// {base}: the base that follows from the figures; {implied}: the one that the stated rate would need.
void FillBases(const AuditContext& context, const RateCheck& check, Report* report) {
  if (check.change == kNone || check.subject == kNone) return;
  const Decimal change = context.precision.Value(context.fact(check.change));
  const auto base = Decimal::Subtract(context.precision.Value(context.fact(check.subject)), change);
  if (base) report->Slot("base", context.Written(*base, check.subject));
  const auto implied = Decimal::Divide(change.Abs().Scaled(2), context.fact(check.rate).value.Abs(), 0);
  if (implied) report->Slot("implied", context.Written(*implied, check.subject));
}

void CheckRates(AuditContext& context, const RuleSpec& rule, Form form) {
  for (const RateCheck& check : context.rates) {
    if (check.form != form || check.zero_base) continue;
    if (check.verdict == RateVerdict::kUnknown) {
      NotEvaluable(context, rule, check.missing);
    } else if (Holds(check.verdict)) {
      Passed(context, rule, check.rate);
    } else if (const std::string doubt = DoubtOf(context, *rule.book, check); !doubt.empty()) {
      NotEvaluable(context, rule, fmt::format("{}: {}", context.Id(context.fact(check.rate).concept_id), doubt));
    } else {
      Report report(context, rule);
      FillRate(context, check, &report);
      FillBases(context, check, &report);
      DiagnoseRate(context, check, &report);
      report.Done();
    }
  }
}

// Another amount nearby would make the stated change, or without one the stated rate, right.
bool OtherSubjectFits(const AuditContext& context, const Comparison& c, Index prior) {
  const Index at = c.change != kNone ? c.change : c.rate;
  return at != kNone && context.OtherAmountFits(at, c.subject, [&](Index i) {
    if (c.change != kNone) {
      return DifferenceMeets(context.Of(i), context.Of(prior), context.Of(c.change)).value_or(false);
    }
    const auto growth = Growth(context.Of(i), context.Of(prior));
    return growth && AgreesWith(*growth, context.fact(c.rate).value);
  });
}

int SignOf(Direction direction) {
  return direction == Direction::kIncrease ? 1 : direction == Direction::kDecrease ? -1 : 0;
}

// The subject is stated elsewhere with a figure that moved as the word says: that is a contradiction
// between the two statements, not between word and figure.
bool RivalAgrees(const AuditContext& context, const Comparison& c, Index prior, int sign) {
  const auto rivals = context.index.Few(context.index.KeyOf(c.subject));
  return std::any_of(rivals.begin(), rivals.end(), [&](Index i) {
    const auto difference = Interval::Subtract(context.Of(i), context.Of(prior));
    return difference && (sign > 0 ? difference->lo.sign() > 0 : difference->hi.sign() < 0);
  });
}

// The figure that the direction word governs.
Range DirectionPlace(const AuditContext& context, const Comparison& comparison) {
  for (const Index i : {comparison.change, comparison.rate, comparison.subject}) {
    if (i != kNone) return context.Place(i);
  }
  return comparison.statement;
}

std::string DirectionWord(const AuditContext& context, const Comparison& comparison) {
  for (const Index i : {comparison.change, comparison.rate}) {
    if (i != kNone && !context.fact(i).direction_range.empty()) return context.Quote(context.fact(i).direction_range);
  }
  return std::string(DirectionName(comparison.direction));
}

bool SameUnitKind(const AuditContext& context, Index a, Index b) {
  return context.precision.IsMoney(context.fact(a)) == context.precision.IsMoney(context.fact(b));
}

// A flat or absent change counts as zero without a unit; it never stands against money.
bool Comparable(const AuditContext& context, Index a, Index b) {
  return context.fact(a).value.is_zero() || context.fact(b).value.is_zero() || SameUnitKind(context, a, b);
}

}  // namespace

void CheckChangeRate(AuditContext& context, const RuleSpec& rule) { CheckRates(context, rule, Form::kChange); }
void CheckImpliedBase(AuditContext& context, const RuleSpec& rule) { CheckRates(context, rule, Form::kImpliedBase); }
void CheckCompletionRate(AuditContext& context, const RuleSpec& rule) { CheckRates(context, rule, Form::kCompletion); }
void CheckShare(AuditContext& context, const RuleSpec& rule) { CheckRates(context, rule, Form::kShare); }

void CheckTruncated(AuditContext& context, const RuleSpec& rule) {
  for (const RateCheck& check : context.rates) {
    if (check.verdict != RateVerdict::kTruncated || !DoubtOf(context, *rule.book, check).empty()) continue;
    Report report(context, rule);
    FillRate(context, check, &report);
    if (check.form == Form::kShare && IsPlug(context, check)) report.Diagnose("DX-PLUG");
    report.Done();
  }
}

void CheckZeroBase(AuditContext& context, const RuleSpec& rule) {
  for (const RateCheck& check : context.rates) {
    if (!check.zero_base) continue;
    const Fact& rate = context.fact(check.rate);
    if (check.form == Form::kShare) continue;  // a share of nothing fills a list; it says nothing wrong
    if (rate.value.is_zero()) {  // 0万元，增长0%: meaningless, and nobody is misled
      Passed(context, rule, check.rate);
      continue;
    }
    Report report(context, rule);
    report.At(check.rate).Subject(check.rate).Stated(rate.value.Abs().ToString()).Slot("pct", Percent(rate.value));
    if (check.base != kNone) report.At(check.base);
    report.Done();
  }
}

// 完成年初预算的105.87%。决算数小于年初预算数的主要原因是…: the words behind a completion rate against it.
void CheckCompletionWords(AuditContext& context, const RuleSpec& rule) {
  constexpr uint32_t kReach = 60;  // bytes
  const auto end_of_text = static_cast<uint32_t>(context.text.logical.size());
  const Decimal hundred = Decimal::FromInt(100);
  for (const RateCheck& check : context.rates) {
    if (check.form != Form::kCompletion) continue;
    const Decimal& rate = context.fact(check.rate).value;
    const Interval printed = Interval::Rounded(rate, rate.decimals());  // 100% may be a little more or less
    const uint32_t begin = context.Place(check.rate).end;
    const std::string_view words = context.text.Logical({begin, std::min(end_of_text, begin + kReach)});
    for (const RuleCase& about : rule.cases) {
      const bool fits = about.term == "more" ? printed.hi > hundred : printed.lo < hundred;
      const auto match = fits ? std::nullopt : FindMatch(about.pattern, words);
      if (!match) continue;
      const Range place{begin + match->place.begin, begin + match->place.end};
      Report(context, rule, &about).At(place).At(check.rate).Subject(check.rate).Slot("pct", Percent(rate))
          .Slot("quote", context.Quote(place)).Stated(context.Quote(place)).Done();
      break;
    }
  }
}

void CheckAmountAsRate(AuditContext& context, const RuleSpec& rule) {
  for (const RateCheck& check : context.rates) {
    if (check.verdict != RateVerdict::kFail || check.form == Form::kShare || check.subject == kNone) continue;
    const Fact& rate = context.fact(check.rate);
    std::optional<Decimal> difference;
    if (check.change != kNone) {
      difference = context.fact(check.change).value.Abs();
    } else if (const auto yuan = Decimal::Subtract(context.precision.Value(context.fact(check.subject)),
                                                   context.precision.Value(context.fact(check.base)))) {
      difference = context.precision.InUnitOf(context.fact(check.subject), yuan->Abs());
    }
    if (!difference || difference->is_zero() || !(*difference == rate.value.Abs())) continue;
    Report(context, rule).At(check.rate).Subject(check.rate).Stated(rate.value.Abs().ToString())
        .Slot("pct", Percent(rate.value)).Slot("amt", difference->ToString() + context.UnitOf(check.subject)).Done();
  }
}

void CheckChangeDifference(AuditContext& context, const RuleSpec& rule) {
  for (const Comparison& c : context.extraction.comparisons) {
    const Index prior = context.BaseOf(c);
    if (!context.Has(c.subject) || prior == kNone || !context.Has(c.change)) continue;
    if (!SameUnitKind(context, c.subject, prior) || !Comparable(context, c.subject, c.change)) continue;
    if (context.fact(c.change).assertion == Assertion::kQualitative) continue;  // AR004
    const auto meets = DifferenceMeets(context.Of(c.subject), context.Of(prior), context.Of(c.change));
    const auto difference = Interval::Subtract(context.Of(c.subject), context.Of(prior));
    if (!meets || !difference) {
      NotEvaluable(context, rule, "the figures are too large");
    } else if (*meets) {
      Passed(context, rule, c.change);
    } else if (context.IsDisturbed(AuditContext::Hull(context.Place(c.subject), context.Place(c.change)))) {
      NotEvaluable(context, rule, "a numeral between the figures could not be placed");
    } else if (OtherSubjectFits(context, c, prior)) {
      NotEvaluable(context, rule, "another figure nearby agrees and may be meant");
    } else {
      const Decimal calc = *Decimal::Subtract(context.precision.Value(context.fact(c.subject)),
                                              context.precision.Value(context.fact(prior)));
      const int scale = context.precision.Scale(context.fact(c.change));
      const auto fits = [&](const Decimal& candidate) { return candidate.Scaled(scale) == calc.Abs(); };
      Report report(context, rule);
      report.At(c.change).At(c.subject).At(prior).Subject(c.change).Figure("cur", c.subject).Figure("prior", prior);
      report.Slot("calc", context.precision.InUnitOf(context.fact(c.change), calc.Abs()).ToString());
      report.Slot("unit", context.UnitOf(c.change)).Stated(context.fact(c.change).value.Abs().ToString());
      report.Expect(Magnitude(*difference).Scaled(-scale));
      const auto candidate = OneDigitAway(context.fact(c.change).value.Abs(), fits);
      if (candidate) report.Slot("candidate", candidate->ToString()).Diagnose("DX-DIGIT");
      report.Done();
    }
  }
}

namespace {

// The figure compared with; where the comparison does not name it, the one its rate was held against.
Index PriorOf(const AuditContext& context, const Comparison& c) {
  const Index prior = context.BaseOf(c);
  const RateCheck* check = prior != kNone || c.rate == kNone ? nullptr : context.RateOf(c.rate);
  return check && check->form == Form::kChange && check->subject == c.subject ? check->base : prior;
}

}  // namespace

void CheckDirection(AuditContext& context, const RuleSpec& rule) {
  for (const Comparison& c : context.extraction.comparisons) {
    const Index prior = PriorOf(context, c);
    const int sign = SignOf(c.direction != Direction::kNone ? c.direction : c.rate_direction);
    if (sign == 0 || !context.Has(c.subject) || prior == kNone || !SameUnitKind(context, c.subject, prior)) continue;
    const auto difference = Interval::Subtract(context.Of(c.subject), context.Of(prior));
    if (!difference) continue;
    const bool wrong = sign > 0 ? difference->hi.sign() < 0 : difference->lo.sign() > 0;
    if (!wrong) {
      Passed(context, rule, c.subject);
      continue;
    }
    if (OtherSubjectFits(context, c, prior) || RivalAgrees(context, c, prior, sign)) {
      NotEvaluable(context, rule, "another figure agrees and may be meant");
      continue;
    }
    const std::string word = DirectionWord(context, c);
    Report(context, rule).At(DirectionPlace(context, c)).At(c.subject).At(prior).Subject(c.subject).Figure("cur", c.subject)
        .Figure("prior", prior).Slot("word", word).Stated(word).Done();
  }
}

void CheckFlat(AuditContext& context, const RuleSpec& rule) {
  const RuleCase* about = rule.cases.empty() ? nullptr : &rule.cases.front();
  for (const Comparison& c : context.extraction.comparisons) {
    const Index prior = context.BaseOf(c);
    if (c.direction != Direction::kUnchanged || !context.Has(c.subject)) continue;
    if (prior == kNone) {
      const auto name = context.Id(context.fact(c.subject).concept_id);
      NotEvaluable(context, rule, fmt::format("{} of {} is not stated", name, c.basis.year));
      continue;
    }
    const Interval current = context.Of(c.subject), base = context.Of(prior);
    bool flat = Interval::Meet(current, base);
    const bool roughly = about && about->high && Matches(about->pattern, context.text.Logical(c.statement));
    const bool explained = roughly && c.change != kNone && context.fact(c.change).assertion == Assertion::kStated;
    if (explained) continue;  // 少0.07万元，基本持平: the text says by how much
    if (!flat && roughly) {
      const auto growth = Growth(current, base);
      flat = growth && Meets(*growth, {about->high->Negated(), *about->high}).value_or(true);
    }
    if (flat) {
      Passed(context, rule, c.subject);
      continue;
    }
    Report(context, rule).At(c.change != kNone ? context.Place(c.change) : c.statement).At(c.subject).At(prior)
        .Subject(c.subject).Figure("cur", c.subject).Figure("prior", prior).Done();
  }
}

void CheckZeroAgainstNonzero(AuditContext& context, const RuleSpec& rule) {
  for (const Comparison& c : context.extraction.comparisons) {
    if (!context.Has(c.change) || !context.Has(c.rate)) continue;
    const Fact& change = context.fact(c.change);
    const Fact& rate = context.fact(c.rate);
    if (rate.measure != Measure::kChangeRate || change.value.is_zero() == rate.value.is_zero()) continue;
    if (change.assertion != Assertion::kStated) continue;  // “about the same” beside a rate of something else
    const RateCheck* check = context.RateOf(c.rate);
    // 0.00% is right for a change too small to show; a failing rate is AR002's or AR007's.
    if (check && check->verdict != RateVerdict::kUnknown) continue;
    if (rate.value.is_zero() && (!check || !check->zero_base)) continue;
    Report(context, rule).At(c.rate).At(c.change).Subject(c.rate).Figure("amt", c.change)
        .Slot("pct", Percent(rate.value)).Stated(rate.value.Abs().ToString()).Done();
  }
}

void CheckOppositeDirections(AuditContext& context, const RuleSpec& rule) {
  for (const Comparison& c : context.extraction.comparisons) {
    if (!context.Has(c.change) || !context.Has(c.rate)) continue;
    const Fact& change = context.fact(c.change);
    const Fact& rate = context.fact(c.rate);
    if (rate.measure != Measure::kChangeRate || !(change.basis == rate.basis)) continue;
    if (change.value.sign() * rate.value.sign() >= 0) {
      Passed(context, rule, c.rate);
      continue;
    }
    Report(context, rule).At(c.rate).At(c.change).Subject(c.rate).Stated(rate.value.Abs().ToString())
        .Slot("w1", context.Quote(change.direction_range)).Slot("w2", context.Quote(rate.direction_range))
        .Figure("amt", c.change).Slot("pct", Percent(rate.value)).Diagnose("DX-SIGN").Done();
  }
}

namespace {

// 比上年增加…；比2019年减少…: the comparison that is asked for stands beside the other one.
bool IsComparedAsExpected(const AuditContext& context, Index subject, int expected) {
  const auto facts = context.index.Few(context.index.KeyOf(subject));
  return std::any_of(facts.begin(), facts.end(), [&](Index i) { return context.fact(i).basis.year == expected; });
}

}  // namespace

void CheckBasePeriod(AuditContext& context, const RuleSpec& rule) {
  const int year = context.extraction.document.fiscal_year;
  if (year == 0) return NotEvaluable(context, rule, "the fiscal year is not known");
  for (const Comparison& c : context.extraction.comparisons) {
    const Index subject = c.change != kNone ? c.change : c.rate;
    if (subject == kNone || c.basis.year == 0 || context.fact(subject).period.year != year) continue;
    const bool this_year = c.basis.year == year;  // with its budget
    if (c.basis.year == year - 1 || this_year || IsComparedAsExpected(context, subject, year - 1)) {
      Passed(context, rule, subject);
      continue;
    }
    Report(context, rule).At(subject).Subject(subject).Slot("base", std::to_string(c.basis.year))
        .Slot("exp", std::to_string(year - 1)).Stated(std::to_string(c.basis.year)).Done();
  }
}

namespace {

// In the section of the whole or in one below it: elsewhere the part may be of another whole.
bool IsInSectionOf(const AuditContext& context, Index whole, Index part) {
  const Index own = context.fact(whole).section;
  for (Index at = context.fact(part).section; at != own; at = context.extraction.sections[at].parent) {
    if (at == kNone) return false;
  }
  return true;
}

// The change of a part against the same basis as the change of its whole.
Index ChangeOfPart(const AuditContext& context, Index whole, ConceptId part) {
  FactKey key = context.index.KeyOf(whole);
  key.concept_id = part;
  Index nearest = kNone;
  for (const Index i : context.index.Few(key)) {
    if (!(context.fact(i).basis == context.fact(whole).basis) || !IsInSectionOf(context, whole, i)) continue;
    if (nearest == kNone || context.Place(nearest).begin < context.Place(whole).begin) nearest = i;
  }
  return nearest;
}

// Of a part whose change is not stated, the changes of all that is below it: 公务用车购置费与上年持平，公务用车运行维护费减少
// 1万元. Empty when one is not stated.
std::vector<Index> ChangesOfPieces(const AuditContext& context, Index whole, ConceptId part) {
  std::vector<Index> changes;
  for (size_t i = 0; i < context.vocabulary.concepts.size(); ++i) {
    if (context.vocabulary.concepts[i].parent != part || context.index.Of(static_cast<ConceptId>(i)).empty()) continue;
    FactKey key = context.index.KeyOf(whole);
    key.concept_id = static_cast<ConceptId>(i);
    key.measure = Measure::kAmount;
    if (context.index.Few(key).empty()) continue;  // a count
    const Index change = ChangeOfPart(context, whole, static_cast<ConceptId>(i));
    if (change == kNone) return {};
    changes.push_back(change);
  }
  return changes;
}

// The change of an optional part counts when nothing but parts is spoken of on the way to it: 项目支出 has
// 资本性支出, too.
bool IsAmongParts(const AuditContext& context, const RuleCase& about, Index whole, Index part) {
  constexpr Index kReach = 64;  // facts
  const auto is_named = [&](const std::vector<ConceptId>& concepts, ConceptId id) {
    return std::find(concepts.begin(), concepts.end(), id) != concepts.end();
  };
  if (part < whole || part - whole > kReach) return false;
  for (Index i = whole + 1; i < part; ++i) {
    const Fact& fact = context.fact(i);
    const bool known = fact.concept_id == about.concept_id || is_named(about.parts, fact.concept_id) ||
                       is_named(about.optional, fact.concept_id);
    if (!known && fact.measure == Measure::kAmount) return false;
  }
  return true;
}

// With one part turned round the sum is right: that part's direction word is wrong, not the sum.
bool HasTurnedPart(const AuditContext& context, Index whole, const std::vector<Interval>& changes) {
  std::vector<Interval> turned = changes;
  for (Interval& change : turned) {
    change = change.Negated();
    const auto sum = Sum(turned);
    if (sum && Interval::Meet(*sum, context.Of(whole))) return true;
    change = change.Negated();
  }
  return false;
}

// 支出总计 holds what is left for the next year, too, and its change with it: the first of those concepts that has an amount.
ConceptId HeldBeside(const AuditContext& context, const RuleCase& about, Index whole) {
  for (const ConceptId concept_id : about.beside) {
    const Index amount = context.Companion(whole, concept_id, Measure::kAmount);
    if (amount != kNone && context.fact(amount).value.sign() != 0) return concept_id;
  }
  return kNoConcept;
}

void CheckOneWhole(AuditContext& context, const RuleSpec& rule, const RuleCase& about, Index whole) {
  std::vector<Interval> changes;
  std::vector<Index> parts;
  const auto add = [&](Index i) {
    parts.push_back(i);
    changes.push_back(context.Of(i));
  };
  for (const ConceptId part : about.parts) {
    const Index i = ChangeOfPart(context, whole, part);
    const std::vector<Index> pieces = i == kNone ? ChangesOfPieces(context, whole, part) : std::vector<Index>{i};
    if (pieces.empty()) return NotEvaluable(context, rule, fmt::format("the change of {} is not stated", context.Id(part)));
    for (const Index piece : pieces) add(piece);
  }
  for (const ConceptId part : about.optional) {
    const Index i = ChangeOfPart(context, whole, part);
    if (i != kNone && IsAmongParts(context, about, whole, i)) add(i);
  }
  const auto sum = Sum(changes);
  if (!sum || parts.size() < 2) return;
  if (Interval::Meet(*sum, context.Of(whole))) return Passed(context, rule, whole);
  if (const ConceptId beside = HeldBeside(context, about, whole); beside != kNoConcept) {
    return NotEvaluable(context, rule, fmt::format("the change of {} is not stated", context.Id(beside)));
  }
  if (HasTurnedPart(context, whole, changes)) {
    return NotEvaluable(context, rule, "with one part in the opposite direction the changes add up");
  }
  Range range = context.Place(whole);
  for (const Index i : parts) range = AuditContext::Hull(range, context.Place(i));
  if (context.IsDisturbed(range)) return NotEvaluable(context, rule, "a numeral between the changes could not be placed");
  Report report(context, rule, &about);
  report.At(whole).Subject(whole).Figure("total", whole).Stated(context.fact(whole).value.ToString());
  std::optional<Decimal> calc = Decimal();
  for (const Index i : parts) {
    report.At(i);
    calc = calc ? Decimal::Add(*calc, context.precision.Value(context.fact(i))) : calc;
  }
  if (calc) report.Slot("calc", context.Written(*calc, whole));
  report.Expect(sum->Scaled(-context.precision.Scale(context.fact(whole)))).Done();
}

}  // namespace

// In a budget both sides are equal in each year, and so are their changes.
void CheckBalanceChange(AuditContext& context, const RuleSpec& rule) {
  if (context.extraction.document.kind != DocumentKind::kBudget) return;
  for (const RuleCase& about : rule.cases) {
    for (const Index left : context.index.Of(about.concept_id)) {
      if (context.fact(left).measure != Measure::kChange || about.parts.empty()) continue;
      const Index right = ChangeOfPart(context, left, about.parts.front());
      const Index income = context.Companion(left, about.concept_id, Measure::kAmount);
      const Index expense = right == kNone ? kNone : context.Companion(right, about.parts.front(), Measure::kAmount);
      if (income == kNone || expense == kNone || !Interval::Meet(context.Of(income), context.Of(expense))) continue;
      if (Interval::Meet(context.Of(left), context.Of(right))) {
        Passed(context, rule, left);
        continue;
      }
      Report(context, rule, &about).At(left).At(right).Figure("a", left).Figure("b", right)
          .Slot("w1", context.Quote(context.fact(left).direction_range)).Slot("w2", context.Quote(context.fact(right).direction_range))
          .Stated(context.fact(left).value.ToString()).Done();
      break;  // once for a text
    }
  }
}

void CheckChangeParts(AuditContext& context, const RuleSpec& rule) {
  for (const RuleCase& about : rule.cases) {
    for (const Index whole : context.index.Of(about.concept_id)) {
      const Fact& fact = context.fact(whole);
      if (fact.measure == Measure::kChange && fact.qualifiers.empty()) CheckOneWhole(context, rule, about, whole);
    }
  }
}

}  // namespace mingzhang
