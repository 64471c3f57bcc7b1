#include "extractor/facts/coverage.h"

#include <algorithm>

#include "extractor/base/find.h"
#include "extractor/base/utf8.h"

namespace mingzhang {
namespace {

bool IsDigit(char c) { return IsAsciiDigit(static_cast<unsigned char>(c)); }

// The numeral at `begin`: digits, with "." or "," between two digits.
uint32_t EndOfNumeral(std::string_view text, uint32_t begin) {
  uint32_t end = begin;
  while (end < text.size()) {
    if (IsDigit(text[end])) ++end;
    else if ((text[end] == '.' || text[end] == ',') && end + 1 < text.size() && IsDigit(text[end + 1])) end += 2;
    else break;
  }
  return end;
}

void Count(NumeralClass numeral_class, Range numeral, Coverage* coverage) {
  ++coverage->count[static_cast<size_t>(numeral_class)];
  if (numeral_class == NumeralClass::kUnexplained) coverage->unexplained.push_back(numeral);
  if (numeral_class == NumeralClass::kDetached) coverage->detached.push_back(numeral);
}

}  // namespace

Coverage CountNumerals(const DocumentText& text, const std::vector<Claim>& claims) {
  Coverage coverage;
  std::vector<const Claim*> order;
  order.reserve(claims.size());
  for (const Claim& claim : claims) order.push_back(&claim);
  std::sort(order.begin(), order.end(), [](const Claim* a, const Claim* b) { return a->quantity->text.begin < b->quantity->text.begin; });
  size_t next = 0;
  for (const Claim* claim : order) {
    const bool counts = claim->numeral_class == NumeralClass::kValue || claim->numeral_class == NumeralClass::kPeriod;
    if (claim->quantity->chinese && counts) Count(claim->numeral_class, claim->quantity->number, &coverage);
  }
  const std::string_view logical = text.logical;
  for (size_t ascii = NextAscii(logical, 0); ascii < logical.size(); ascii = NextAscii(logical, ascii + 1)) {
    if (!IsDigit(logical[ascii])) continue;
    const auto at = static_cast<uint32_t>(ascii);
    const uint32_t end = EndOfNumeral(logical, at);
    while (next < order.size() && order[next]->quantity->text.end <= at) ++next;
    const bool inside = next < order.size() && order[next]->quantity->text.begin <= at;
    Count(inside ? order[next]->numeral_class : NumeralClass::kUnexplained, {at, end}, &coverage);
    ascii = end;
  }
  std::sort(coverage.unexplained.begin(), coverage.unexplained.end());
  return coverage;
}

}  // namespace mingzhang
