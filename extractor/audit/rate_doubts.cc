// Why a percentage that fails proves nothing: its figures may not be the ones it was computed from.
#include <algorithm>

#include "extractor/audit/match.h"
#include "extractor/audit/rates.h"

namespace mingzhang {
namespace {

using Form = RateCheck::Form;

// Another amount nearby would make the percentage right: it may be what the text speaks about.
bool IsBoundElsewhere(const AuditContext& context, const RateCheck& check) {
  if (check.subject == kNone) return false;
  const Decimal& stated = context.fact(check.rate).value;
  const auto agrees = [&](const std::optional<RatioRange>& range) {
    return range && AgreesWith(*range, stated);
  };
  const auto as_subject = [&](Index i) {
    if (check.form == Form::kImpliedBase) return agrees(GrowthByChange(context.Of(i), context.Of(check.change)));
    if (check.base == kNone) return false;
    if (check.form == Form::kChange && check.change != kNone) return false;
    const Interval current = context.Of(i), base = context.Of(check.base);
    // The whole itself is always 100% of itself.
    const bool is_whole = context.precision.Value(context.fact(i)) == context.precision.Value(context.fact(check.base));
    if (check.form != Form::kChange && is_whole) return false;
    return agrees(check.form == Form::kChange ? Growth(current, base) : Quotient(current, base));
  };
  if (context.OtherAmountFits(check.rate, check.subject, as_subject)) return true;
  // The list that it stands in says what the share is of.
  if (check.base != kNone && context.IsListed(check.base, check.subject)) return false;
  return check.form == Form::kShare && context.OtherAmountFits(check.rate, check.subject, [&](Index i) {
    return agrees(Quotient(context.Of(check.subject), context.Of(i)));
  });
}

// All shares of the list fail and together they are 100: the whole is another figure than was read.
bool IsWholeMisread(const AuditContext& context, const RateCheck& check) {
  if (check.form != Form::kShare || !IsPlug(context, check)) return false;
  const auto shares = SharesBeside(context, check.rate);
  return std::all_of(shares.begin(), shares.end(), [&](Index share) {
    const RateCheck* other = context.RateOf(share);
    return other && other->verdict == RateVerdict::kFail;
  });
}

// 由2.00万元增加为2.50万元，增加0.50万元，增长25%: what was read as the current figure is the one before, for the
// sentence has the sum of it and the change, too.
bool IsSubjectTheBase(const AuditContext& context, const RateCheck& check) {
  if (check.form != Form::kImpliedBase || check.subject == kNone || check.change == kNone) return false;
  const Decimal& stated = context.fact(check.rate).value;
  const auto rate = Quotient(context.Of(check.change), context.Of(check.subject));
  const auto after = Interval::Add(context.Of(check.subject), context.Of(check.change));
  if (!rate || !after || !AgreesWith(*rate, stated)) return false;
  constexpr Index kReach = 6;  // facts
  const auto size = static_cast<Index>(context.extraction.facts.size());
  for (Index i = std::max(0, check.rate - kReach); i < std::min(size, check.rate + kReach); ++i) {
    const bool other = i != check.subject && i != check.change && context.precision.IsMoney(context.fact(i));
    if (other && context.SameSentence(i, check.rate) && Interval::Meet(context.Of(i), *after)) return true;
  }
  return false;
}

// 按同口径…: the rate is of figures made comparable, which the text does not print.
bool IsAdjusted(const AuditContext& context, const RuleBook& book, const RateCheck& check) {
  constexpr uint32_t kReach = 150;  // bytes
  const auto found = book.patterns.find("comparable");
  if (found == book.patterns.end() || check.form == Form::kShare || check.form == Form::kCompletion) return false;
  const uint32_t at = context.Place(check.rate).begin;
  return Matches(found->second, context.text.Logical({at - std::min(at, kReach), at}));
}

// 比上年预算数加23.47万元，增长10.27%: the base that was read is the change.
bool IsBaseTheChange(const AuditContext& context, const RateCheck& check) {
  if (check.form != Form::kChange || check.subject == kNone || check.change != kNone) return false;
  const Decimal& stated = context.fact(check.rate).value;
  const Interval base = context.Of(check.base);
  const auto range = GrowthByChange(context.Of(check.subject), stated.sign() < 0 ? base.Negated() : base);
  return range && Holds(CheckPercent(*range, stated));
}

}  // namespace

std::string DoubtOf(const AuditContext& context, const RuleBook& book, const RateCheck& check) {
  const auto& comparisons = context.extraction.comparisons;
  const bool named = check.comparison != kNone && comparisons[check.comparison].subject == check.subject;
  if (check.subject != kNone && !named && !context.SameSentence(check.subject, check.rate)) {
    return "the amount stands in another sentence";
  }
  if (check.base != kNone && !context.SameSentence(check.base, check.rate)) {
    const auto rivals = context.index.Few(context.index.KeyOf(check.base));
    const bool differ = std::any_of(rivals.begin(), rivals.end(), [&](Index i) {
      return !(context.fact(i).value == context.fact(check.base).value);
    });
    if (differ) return "the base is stated with different values";
  }
  Range range = context.Place(check.rate);
  if (check.subject != kNone && context.SameSentence(check.subject, check.rate)) {
    range = AuditContext::Hull(range, context.Place(check.subject));
  }
  if (context.IsDisturbed(range)) return "a numeral between the figures could not be placed";
  if (check.verdict != RateVerdict::kFail) return "";
  if (IsAdjusted(context, book, check)) return "the rate is of figures that were made comparable";
  if (IsWholeMisread(context, check)) return "the shares are of another whole";
  if (IsSubjectTheBase(context, check)) return "the amount is the one before the change";
  if (IsBaseTheChange(context, check)) return "the figure compared with is the change itself";
  return IsBoundElsewhere(context, check) ? "another figure nearby agrees and may be meant" : "";
}

}  // namespace mingzhang
