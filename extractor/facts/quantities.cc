#include "extractor/facts/quantities.h"

#include <utility>

#include "extractor/facts/quantity_pass.h"

namespace mingzhang {

QuantityScanner::QuantityScanner(UnitGrammar grammar)
    : words_(std::make_unique<const QuantityWords>(std::move(grammar))) {}
QuantityScanner::~QuantityScanner() = default;
QuantityScanner::QuantityScanner(QuantityScanner&&) noexcept = default;
QuantityScanner& QuantityScanner::operator=(QuantityScanner&&) noexcept = default;

const Units& QuantityScanner::units() const { return words_->grammar.units; }

void QuantityScanner::Scan(std::string_view text, ScanOptions options, std::vector<Quantity>* out) const {
  out->clear();
  QuantityPass(*words_, text, options, out).Run();
}

void QuantityPass::Run() {
  for (size_t pos = NextNumeralStart(text_, 0); pos < text_.size(); pos = NextNumeralStart(text_, pos)) {
    pos = ReadAt(pos);
  }
}

size_t QuantityPass::ReadAt(size_t pos) {
  if (IsDigitAt(text_, pos)) return ReadDigitsAt(pos);
  const char32_t c = Char(pos);
  if (c >= U'①' && c <= U'⒛') return TryCircledMarker(pos);
  if (c == U'半') return TryHalf(pos);
  return ReadChineseAt(pos);
}

size_t QuantityPass::ReadDigitsAt(size_t pos) {
  const Numeral numeral = ReadDigits(text_, pos);
  if (const size_t end = TryLetters(numeral)) return end;
  if (const size_t end = TryDocumentNumber(numeral)) return end;
  if (const size_t end = TryListMarker(numeral)) return end;
  if (const size_t end = TryYear(numeral)) return end;
  if (const size_t end = TryMonthOrDay(numeral)) return end;
  if (const size_t end = TryNumericDate(numeral)) return end;
  if (const size_t end = TryJoinedCode(numeral)) return end;
  if (const size_t end = TryOrdinal(numeral)) return end;
  if (const size_t end = TryFraction(numeral)) return end;
  if (const size_t end = TryAmount(numeral)) return end;
  return PushPlain(numeral);
}

size_t QuantityPass::ReadChineseAt(size_t pos) {
  const Numeral numeral = ReadChinese(text_, pos);
  if (numeral.empty()) return pos + 3;
  const bool ordinal = words_.ordinal_prefixes.LengthBefore(text_, pos) > 0;
  // Most Chinese numerals are parts of words (一般, 统一): leave them before looking anything up.
  if (numeral.characters == 1 && !ordinal && !words_.MayFollow(Char(numeral.end)) && CharBefore(pos) != U'负') {
    return numeral.end;
  }
  if (const size_t end = words_.idioms.EndOfIdiomAt(text_, pos)) return std::max(end, pos + 3);
  if (const size_t end = TryPrefixUnit(pos)) return end;
  if (IsVague(numeral)) return numeral.end;
  if (const size_t end = TryOrdinal(numeral)) return end;
  if (const size_t end = TryFraction(numeral)) return end;
  if (const size_t end = TryYear(numeral)) return end;
  if (const size_t end = TryMonthOrDay(numeral)) return end;
  if (const size_t end = TryAmount(numeral)) return end;
  if (const size_t end = TryTentative(numeral)) return end;
  if (const size_t end = TryBareChinese(numeral)) return end;
  return numeral.end;
}

Quantity QuantityPass::MakeQuantity(const Numeral& numeral, QuantityKind kind, size_t begin, size_t end) const {
  Quantity quantity;
  quantity.text = {static_cast<uint32_t>(begin), static_cast<uint32_t>(end)};
  quantity.number = {numeral.begin, numeral.end};
  quantity.unit = {quantity.text.end, quantity.text.end};
  quantity.kind = kind;
  quantity.chinese = numeral.chinese;
  quantity.value = numeral.value();
  if (numeral.high) quantity.high = numeral.high->Scaled(numeral.scale);
  return quantity;
}

}  // namespace mingzhang
