// Every percentage of a document against the figures it was computed from, worked out once for all
// rules that look at percentages.
#pragma once

#include "extractor/audit/context.h"
#include "extractor/audit/report.h"

namespace mingzhang {

// Fills context->rates: rates of change, completion rates and shares, in document order.
void EvaluateRates(AuditContext* context);

// Adds to `report` the likely cause of a rate that does not agree (DOMAIN C.3), if one is found: the
// first that explains it in the order precision, base, copy, digit, scale, slot, plug.
void DiagnoseRate(const AuditContext& context, const RateCheck& check, Report* report);

// Why nothing can be called wrong though the percentage does not agree: its figures stand elsewhere, have rivals, a
// numeral between them lost its place, or others would agree. Empty when there is no doubt.
std::string DoubtOf(const AuditContext& context, const RuleBook& book, const RateCheck& check);

// Whether a share equals 100 less the other shares of its list (DX-PLUG).
bool IsPlug(const AuditContext& context, const RateCheck& check);

// `value` with one digit replaced or two neighbours swapped so that `fits`; nothing when none does.
template <typename Fits>
std::optional<Decimal> OneDigitAway(const Decimal& value, const Fits& fits);

// The shares that are listed with this one: same whole, same sentence.
std::vector<Index> SharesBeside(const AuditContext& context, Index share);

template <typename Fits>
std::optional<Decimal> OneDigitAway(const Decimal& value, const Fits& fits) {
  const Int128 magnitude = value.Abs().units();
  const auto digit = [magnitude](Int128 place) { return static_cast<int>(magnitude / place % 10); };
  const auto fitting = [&](Int128 units) {
    const Decimal candidate(value.sign() < 0 ? -units : units, value.decimals());
    return fits(candidate) ? std::optional(candidate) : std::nullopt;
  };
  Int128 first = 1;  // the place of the first digit, which is the zero of 0.53
  for (int places = value.decimals(); places > 0 || magnitude / first >= 10; --places) first *= 10;
  for (Int128 place = first; place > 0; place /= 10) {
    const int printed = digit(place);
    for (int other = 0; other <= 9; ++other) {
      if (other == printed) continue;
      if (const auto found = fitting(magnitude + (other - printed) * place)) return found;
    }
  }
  for (Int128 place = first; place > 1; place /= 10) {
    const int difference = digit(place / 10) - digit(place);
    if (difference == 0) continue;
    if (const auto found = fitting(magnitude + difference * (place - place / 10))) return found;
  }
  return std::nullopt;
}

}  // namespace mingzhang
