#include "extractor/audit/rates.h"

#include <algorithm>

#include <fmt/format.h>

namespace mingzhang {
namespace {

bool IsRate(const Fact& fact) {
  return fact.measure == Measure::kChangeRate || fact.measure == Measure::kCompletionRate ||
         fact.measure == Measure::kShare;
}

bool IsQualified(const Fact& fact) { return fact.assertion == Assertion::kStated && !fact.value_range.empty(); }

class RateEvaluator {
 public:
  explicit RateEvaluator(AuditContext* context) : context_(*context) {}

  void Run();

 private:
  RateCheck OfChange(Index rate, const Comparison* comparison);
  RateCheck OfCompletion(Index rate, const Comparison* comparison);
  RateCheck OfShare(Index rate);
  void Judge(RateCheck* check);
  std::optional<RatioRange> RangeOf(const RateCheck& check, bool as_printed) const;

  Index AmountBefore(Index rate) const;
  Index EitherSideBefore(Index rate) const;
  Index BaseOf(Index rate, bool same_sentence) const;
  Index OnlyBaseOf(Index rate) const;
  Index ChangeAgainst(Index rate) const;
  bool IsBaseOfAnother(const RateCheck& check) const;
  std::string NameOf(Index rate, std::string_view what) const;

  AuditContext& context_;
};

std::string RateEvaluator::NameOf(Index rate, std::string_view what) const {
  const Fact& fact = context_.fact(rate);
  return fmt::format("{} {} is not stated", fact.concept_id < 0 ? "amount" : context_.Id(fact.concept_id), what);
}

// The amount a rate speaks about, when no comparison says it.
Index RateEvaluator::AmountBefore(Index rate) const {
  FactKey key = context_.index.KeyOf(rate);
  key.measure = Measure::kAmount;
  const Index found = context_.index.NearestBefore(key, context_.Place(rate).begin);
  if (found != kNone) return found;
  const Index any = context_.index.Nearest(key, context_.Place(rate).begin);
  return any != kNone ? any : EitherSideBefore(rate);
}

// 收入总计5320.18万元，支出总计5320.18万元，…收、支总计各增加…: what is said of both sides is said of each.
Index RateEvaluator::EitherSideBefore(Index rate) const {
  const auto total_of = [&](Side side) {
    FactKey key = context_.index.KeyOf(rate);
    key.measure = Measure::kAmount;
    key.concept_id = context_.vocabulary.AllOf(side);
    const Index found = key.concept_id == kNoConcept ? kNone : context_.index.NearestBefore(key, context_.Place(rate).begin);
    return found != kNone && context_.SameSentence(found, rate) ? found : kNone;
  };
  const ConceptId about = context_.fact(rate).concept_id;
  if (about < 0 || context_.vocabulary.concepts[static_cast<size_t>(about)].side != Side::kBoth) return kNone;
  const Index revenue = total_of(Side::kRevenue), expenditure = total_of(Side::kExpenditure);
  const bool alike = revenue != kNone && expenditure != kNone && Interval::Meet(context_.Of(revenue), context_.Of(expenditure));
  return alike ? expenditure : kNone;
}

Index RateEvaluator::BaseOf(Index rate, bool same_sentence) const {
  const Fact& fact = context_.fact(rate);
  FactKey key = context_.index.KeyOf(rate);
  key.measure = Measure::kAmount;
  key.stage = fact.basis.stage;
  key.period = Period{fact.basis.year, 0, 0, Binding::kInherited};
  if (key.stage == fact.stage && key.period.SameTime(fact.period)) return kNone;
  const Index found = context_.index.Nearest(key, context_.Place(rate).begin);
  return found == kNone || (same_sentence && !context_.SameSentence(found, rate)) ? kNone : found;
}

// The base where it stands in another sentence: only when everything the text says of it agrees.
Index RateEvaluator::OnlyBaseOf(Index rate) const {
  const Index base = BaseOf(rate, false);
  if (base == kNone) return kNone;
  const auto same = context_.index.Few(context_.index.KeyOf(base));
  const bool agree = std::all_of(same.begin(), same.end(), [&](Index i) {
    return context_.fact(i).assertion == Assertion::kStated && Interval::Meet(context_.Of(i), context_.Of(base));
  });
  return agree ? base : kNone;
}

// A stated difference from the same basis, in the same sentence.
Index RateEvaluator::ChangeAgainst(Index rate) const {
  FactKey key = context_.index.KeyOf(rate);
  key.measure = Measure::kChange;
  for (const Index change : context_.index.Few(key)) {
    if (context_.SameSentence(change, rate) && context_.fact(change).basis == context_.fact(rate).basis) return change;
  }
  return kNone;
}

RateCheck RateEvaluator::OfChange(Index rate, const Comparison* comparison) {
  RateCheck check;
  check.rate = rate;
  if (comparison) {
    check.subject = comparison->subject;
    check.base = context_.BaseOf(*comparison);
    check.change = comparison->change;
  }
  if (!context_.Has(check.subject)) check.subject = AmountBefore(rate);
  if (!context_.Has(check.base)) check.base = BaseOf(rate, true);
  if (!context_.Has(check.change)) check.change = ChangeAgainst(rate);
  if (!context_.Has(check.base) && !context_.Has(check.change)) check.base = OnlyBaseOf(rate);
  // “About the same” says no figure; a rate beside it has another.
  if (check.change != kNone && context_.fact(check.change).assertion != Assertion::kStated) check.change = kNone;
  // Counts and amounts are never figures of one change.
  const auto differ = [&](Index a, Index b) {
    if (a == kNone || b == kNone || context_.fact(a).value.is_zero() || context_.fact(b).value.is_zero()) return false;
    return context_.precision.IsMoney(context_.fact(a)) != context_.precision.IsMoney(context_.fact(b));
  };
  if (differ(check.change, check.subject)) check.subject = kNone;
  if (differ(check.base, check.subject)) check.base = kNone;
  check.form = check.base != kNone ? RateCheck::Form::kChange : RateCheck::Form::kImpliedBase;
  if (check.base == kNone && check.subject == kNone) check.missing = NameOf(rate, "amount");
  if (check.base == kNone && check.change == kNone) check.missing = NameOf(rate, "base or change");
  if (check.base != kNone && check.subject == kNone && check.change == kNone) check.missing = NameOf(rate, "amount");
  // 2023年为107.89万元，较2023年增加33.66万元: of which year the change is was not understood.
  const Fact& fact = context_.fact(rate);
  const bool with_itself = fact.basis.year != 0 && fact.basis.year == fact.period.year && fact.basis.stage == fact.stage;
  if (with_itself) check.missing = NameOf(rate, "period of the change");
  return check;
}

// 收入9亿元，为预算8亿元的…，其中：地方收入5亿元，为预算的…: between the budget and the figure before it, and the figure at hand, which is another.
bool RateEvaluator::IsBaseOfAnother(const RateCheck& check) const {
  if (check.base == kNone || check.subject == kNone || !context_.SameSentence(check.base, check.subject)) return false;
  if (context_.Place(check.base).begin > context_.Place(check.subject).begin) return false;
  const auto alike = context_.index.Few(context_.index.KeyOf(check.subject));
  return std::any_of(alike.begin(), alike.end(), [&](Index i) {
    const bool before = context_.Place(i).begin < context_.Place(check.base).begin && context_.SameSentence(i, check.base);
    return before && !Interval::Meet(context_.Of(i), context_.Of(check.subject));
  });
}

RateCheck RateEvaluator::OfCompletion(Index rate, const Comparison* comparison) {
  RateCheck check;
  check.form = RateCheck::Form::kCompletion;
  check.rate = rate;
  if (comparison) {
    check.subject = comparison->subject;
    check.base = context_.BaseOf(*comparison);
  }
  if (!context_.Has(check.subject)) check.subject = AmountBefore(rate);
  if (!context_.Has(check.base)) check.base = BaseOf(rate, true);
  if (check.base == kNone) check.change = ChangeAgainst(rate);
  if (check.base == kNone && check.change == kNone) check.base = BaseOf(rate, false);
  if (IsBaseOfAnother(check)) check.base = kNone;
  if (check.subject == kNone) check.missing = NameOf(rate, "amount");
  if (check.base == kNone && check.change == kNone) check.missing = NameOf(rate, "budget");
  return check;
}

RateCheck RateEvaluator::OfShare(Index rate) {
  const Fact& fact = context_.fact(rate);
  RateCheck check;
  check.form = RateCheck::Form::kShare;
  check.rate = rate;
  check.subject = AmountBefore(rate);
  if (fact.basis.concept_id != kNoConcept) {
    FactKey key = context_.index.KeyOf(rate);
    key.concept_id = fact.basis.concept_id;
    key.measure = Measure::kAmount;
    key.qualifiers = 0;
    key.scope = fact.basis.scope;
    check.base = context_.index.Nearest(key, context_.Place(rate).begin);
  }
  if (fact.basis.concept_id == fact.concept_id && fact.basis.scope == fact.scope) check.base = kNone;  // nothing is a share of itself
  if (check.subject == kNone) check.missing = NameOf(rate, "amount");
  if (check.base == kNone) check.missing = NameOf(rate, "whole");
  return check;
}

std::optional<RatioRange> RateEvaluator::RangeOf(const RateCheck& check, bool as_printed) const {
  const auto of = [&](Index i) {
    return as_printed ? context_.precision.AsPrinted(context_.fact(i)) : context_.precision.Of(context_.fact(i));
  };
  if (check.form == RateCheck::Form::kImpliedBase) return GrowthByChange(of(check.subject), of(check.change));
  if (check.form == RateCheck::Form::kChange) {
    const auto by_change = check.change != kNone ? Quotient(of(check.change), of(check.base)) : std::nullopt;
    const auto by_figures = check.subject != kNone ? Growth(of(check.subject), of(check.base)) : std::nullopt;
    if (!by_change || !by_figures) return by_change ? by_change : by_figures;
    // Where the figures themselves disagree (AR001), the stated change decides.
    const auto both = Intersect(*by_change, *by_figures);
    return both ? both : by_change;
  }
  if (check.base != kNone) return Quotient(of(check.subject), of(check.base));
  const auto budget = Interval::Subtract(of(check.subject), of(check.change));
  return budget ? Quotient(of(check.subject), *budget) : std::nullopt;
}

// The base as far as it can be told: stated, or the current figure less the change.
std::optional<Interval> BaseInterval(const AuditContext& context, const RateCheck& check) {
  if (check.base != kNone) return context.Of(check.base);
  if (check.subject == kNone || check.change == kNone) return std::nullopt;
  const Decimal subject = context.precision.Value(context.fact(check.subject));
  const auto base = Decimal::Subtract(subject, context.precision.Value(context.fact(check.change)));
  return base ? std::optional(Interval::Exactly(*base)) : std::nullopt;
}

void RateEvaluator::Judge(RateCheck* check) {
  if (!check->missing.empty()) return;
  const auto base = BaseInterval(context_, *check);
  check->zero_base = base && base->lo.is_zero() && base->hi.is_zero();
  if (check->zero_base) {
    check->missing = "the base is zero";
    return;
  }
  check->range = RangeOf(*check, false);
  if (!check->range) {
    check->missing = "the base may be zero or the figures are too large";
    return;
  }
  const Decimal& stated = context_.fact(check->rate).value;
  check->verdict = CheckPercent(*check->range, stated);
  if (check->verdict == RateVerdict::kFail) {
    const RateVerdict turned = CheckPercent(*check->range, stated.Negated());
    check->opposite = Holds(turned);
    if (check->opposite) check->verdict = turned;
  }
  if (check->verdict != RateVerdict::kFail) return;
  const auto printed = RangeOf(*check, true);
  check->holds_as_printed = printed && AgreesWith(*printed, stated);
}

void RateEvaluator::Run() {
  const Extraction& extraction = context_.extraction;
  std::vector<Index> comparison_of(extraction.facts.size(), kNone);
  for (size_t i = 0; i < extraction.comparisons.size(); ++i) {
    const Index rate = extraction.comparisons[i].rate;
    if (rate != kNone) comparison_of[rate] = static_cast<Index>(i);
  }
  for (size_t i = 0; i < extraction.facts.size(); ++i) {
    const Fact& fact = extraction.facts[i];
    if (!IsRate(fact) || !IsQualified(fact)) continue;
    const Index rate = static_cast<Index>(i);
    const Comparison* comparison = comparison_of[i] == kNone ? nullptr : &extraction.comparisons[comparison_of[i]];
    RateCheck check = fact.measure == Measure::kShare             ? OfShare(rate)
                      : fact.measure == Measure::kCompletionRate ? OfCompletion(rate, comparison)
                                                                 : OfChange(rate, comparison);
    check.comparison = comparison_of[i];
    Judge(&check);
    context_.rates.push_back(std::move(check));
  }
}

// --- Causes -------------------------------------------------------------------------------------

class RateDiagnosis {
 public:
  RateDiagnosis(const AuditContext& context, const RateCheck& check, Report* report)
      : context_(context), check_(check), report_(*report), stated_(context.fact(check.rate).value) {}

  void Run();

 private:
  bool ByBase();
  bool ByCopy();
  bool ByDigit();
  bool ByScale();
  bool BySlot();
  bool Fits(const std::optional<RatioRange>& range) const {
    return range && (AgreesWith(*range, stated_) || AgreesWith(*range, stated_.Negated()));
  }
  bool ByOtherFigure(Index figure, bool as_base);

  const AuditContext& context_;
  const RateCheck& check_;
  Report& report_;
  const Decimal stated_;
};

void RateDiagnosis::Run() {
  if (check_.holds_as_printed) {
    report_.Lower().Diagnose("DX-PRECISION");
    return;
  }
  if (ByBase() || ByCopy() || ByDigit() || ByScale() || BySlot()) return;
  if (check_.form == RateCheck::Form::kShare && IsPlug(context_, check_)) report_.Diagnose("DX-PLUG");
}

bool RateDiagnosis::ByOtherFigure(Index figure, bool as_base) {
  const Interval other = context_.Of(figure);
  std::optional<RatioRange> range;
  if (as_base && check_.subject != kNone) {
    const bool quotient = check_.form == RateCheck::Form::kCompletion || check_.form == RateCheck::Form::kShare;
    // Against itself a figure is 100% and has not changed: no cause.
    if (!(context_.fact(figure).value == context_.fact(check_.subject).value)) {
      range = quotient ? Quotient(context_.Of(check_.subject), other) : Growth(context_.Of(check_.subject), other);
    }
    if (quotient && !Fits(range)) return false;
    if (!Fits(range) && check_.change != kNone) range = Quotient(context_.Of(check_.change), other);
  } else if (!as_base && check_.base != kNone) {
    range = check_.form == RateCheck::Form::kChange ? Growth(other, context_.Of(check_.base))
                                                    : Quotient(other, context_.Of(check_.base));
  }
  if (!Fits(range)) return false;
  report_.Slot("other", context_.Figure(figure)).Diagnose("DX-BASE");
  return true;
}

bool RateDiagnosis::ByBase() {
  constexpr size_t kMost = 64;  // a concept with more figures than this is no clue
  if (check_.subject == kNone || stated_.is_zero()) return false;
  const Fact& subject = context_.fact(check_.subject);
  const auto same = context_.index.With(context_.index.KeyOf(check_.subject));
  for (size_t i = 0; i < std::min(same.size(), kMost); ++i) {
    if (context_.fact(same[i]).value == subject.value) continue;
    if (ByOtherFigure(same[i], false)) return true;
  }
  if (check_.form == RateCheck::Form::kShare) return false;
  if (check_.change != kNone && ByOtherFigure(check_.subject, true)) return true;
  const auto all = context_.index.Of(subject.concept_id);
  for (size_t i = 0; i < std::min(all.size(), kMost); ++i) {
    const Fact& other = context_.fact(all[i]);
    if (other.measure != Measure::kAmount || all[i] == check_.base || all[i] == check_.subject) continue;
    const bool alike = context_.index.KeyOf(all[i]).qualifiers == context_.index.KeyOf(check_.subject).qualifiers;
    if (alike && ByOtherFigure(all[i], true)) return true;
  }
  return false;
}

size_t SignificantDigits(const Decimal& value) {
  const std::string text = Decimal(value.Abs().units(), 0).ToString();
  return text == "0" ? 0 : text.size();
}

bool RateDiagnosis::ByCopy() {
  constexpr ptrdiff_t kReach = 64;  // rates further away are not what a writer copies from
  if (SignificantDigits(stated_) < 2) return false;
  const ptrdiff_t self = &check_ - context_.rates.data(), size = static_cast<ptrdiff_t>(context_.rates.size());
  for (ptrdiff_t i = std::max<ptrdiff_t>(0, self - kReach); i < std::min(size, self + kReach); ++i) {
    const RateCheck& other = context_.rates[i];
    if (i == self || other.rate == check_.rate || !Fits(other.range)) continue;
    const auto percent = MiddlePercent(*other.range, 4);
    if (!percent) continue;
    report_.Slot("copied", percent->Abs().ToString() + "%")
        .Slot("copied_from", context_.SubjectZh(other.rate), context_.SubjectEn(other.rate))
        .Diagnose("DX-COPY");
    return true;
  }
  return false;
}

bool RateDiagnosis::ByDigit() {
  const auto fits = [&](const Decimal& candidate) {
    return Meets(*check_.range, Interval::Rounded(candidate, candidate.decimals())).value_or(false);
  };
  if (SignificantDigits(stated_) < 2) return false;
  const auto candidate = OneDigitAway(stated_, fits);
  if (candidate) report_.Slot("candidate", candidate->Abs().ToString()).Diagnose("DX-DIGIT");
  return candidate.has_value();
}

bool RateDiagnosis::ByScale() {
  const Interval stated = Interval::Rounded(stated_, stated_.decimals());
  for (const int power : {1, 2, 4, -1, -2, -4}) {
    if (stated_.is_zero() || !Meets(*check_.range, stated.Scaled(power)).value_or(false)) continue;
    report_.Slot("factor", Decimal(1, 0).Scaled(power).ToString()).Diagnose("DX-SCALE");
    return true;
  }
  return false;
}

// The difference between the two figures, in the unit they are printed in.
std::optional<Decimal> PrintedDifference(const AuditContext& context, const RateCheck& check) {
  if (check.change != kNone) return context.fact(check.change).value.Abs();
  if (check.subject == kNone || check.base == kNone) return std::nullopt;
  const auto difference = Decimal::Subtract(context.precision.Value(context.fact(check.subject)),
                                            context.precision.Value(context.fact(check.base)));
  if (!difference) return std::nullopt;
  return context.precision.InUnitOf(context.fact(check.subject), difference->Abs());
}

bool RateDiagnosis::BySlot() {
  const auto difference = PrintedDifference(context_, check_);
  if (!difference || difference->is_zero() || !(*difference == stated_.Abs())) return false;
  report_.Diagnose("DX-SLOT");
  return true;
}

}  // namespace

void EvaluateRates(AuditContext* context) { RateEvaluator(context).Run(); }

void DiagnoseRate(const AuditContext& context, const RateCheck& check, Report* report) {
  RateDiagnosis(context, check, report).Run();
}

std::vector<Index> SharesBeside(const AuditContext& context, Index share) {
  const auto& facts = context.extraction.facts;
  std::vector<Index> found;
  const auto belongs = [&](const Fact& fact) {
    return fact.measure == Measure::kShare && fact.basis == facts[share].basis && fact.period.SameTime(facts[share].period);
  };
  constexpr Index kReach = 128;
  Index first = share;
  while (first > 0 && share - first < kReach && facts[first - 1].sentence == facts[share].sentence) --first;
  const size_t end = std::min(facts.size(), static_cast<size_t>(share) + kReach);
  for (size_t i = first; i < end && facts[i].sentence == facts[share].sentence; ++i) {
    if (belongs(facts[i])) found.push_back(static_cast<Index>(i));
  }
  return found;
}

bool IsPlug(const AuditContext& context, const RateCheck& check) {
  const auto shares = SharesBeside(context, check.rate);
  std::optional<Decimal> sum = Decimal();
  for (const Index share : shares) sum = sum ? Decimal::Add(*sum, context.fact(share).value) : sum;
  return shares.size() > 1 && sum && *sum == Decimal::FromInt(100);
}

}  // namespace mingzhang
