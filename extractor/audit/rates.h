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

// Whether a share equals 100 less the other shares of its list (DX-PLUG).
bool IsPlug(const AuditContext& context, const RateCheck& check);

// `value` with one digit replaced or two neighbours swapped so that `fits`; nothing when none does.
template <typename Fits>
std::optional<Decimal> OneDigitAway(const Decimal& value, const Fits& fits);

// The shares that are listed with this one: same whole, same sentence.
std::vector<Index> SharesBeside(const AuditContext& context, Index share);

template <typename Fits>
std::optional<Decimal> OneDigitAway(const Decimal& value, const Fits& fits) {
  const std::string printed = value.ToString();
  std::string text = printed;
  const auto is_digit = [&](size_t i) { return i < printed.size() && printed[i] >= '0' && printed[i] <= '9'; };
  const auto try_text = [&]() -> std::optional<Decimal> {
    const auto candidate = Decimal::Parse(text);
    return candidate && fits(*candidate) ? candidate : std::nullopt;
  };
  for (size_t i = 0; i < text.size(); ++i) {
    for (char digit = '0'; is_digit(i) && digit <= '9'; ++digit) {
      if (digit == printed[i]) continue;
      text[i] = digit;
      if (const auto found = try_text()) return found;
    }
    text = printed;
  }
  for (size_t i = 0; i < text.size(); ++i) {
    const size_t next = is_digit(i + 1) ? i + 1 : i + 2;  // across the point
    if (!is_digit(i) || !is_digit(next) || printed[i] == printed[next]) continue;
    std::swap(text[i], text[next]);
    if (const auto found = try_text()) return found;
    text = printed;
  }
  return std::nullopt;
}

}  // namespace mingzhang
