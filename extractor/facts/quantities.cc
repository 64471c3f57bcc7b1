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
  constexpr size_t kBytesPerQuantity = 40;  // of ordinary texts, or a little more
  out->clear();
  out->reserve(text.size() / kBytesPerQuantity);
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
  if (const size_t end = TrySlashFraction(numeral)) return end;
  if (const size_t end = TryAmount(numeral)) return end;
  return PushPlain(numeral);
}

// Most Chinese numerals are parts of words (一般, 统一): those are left before looking anything up.
bool QuantityPass::IsPartOfWord(const Numeral& numeral) const {
  return numeral.characters == 1 && !words_.MayFollow(Char(numeral.end)) &&
         words_.ordinal_prefixes.LengthBefore(text_, numeral.begin) == 0 &&
         words_.negatives.LengthBefore(text_, numeral.begin) == 0 && !IsWholeText(numeral);
}

// The end of an idiom that takes `numeral` away, or 0. It does not when the numeral (五四三) or its
// unit (三|公里) reaches beyond the idiom (五四, 三公).
size_t QuantityPass::IdiomEnd(const Numeral& numeral) const {
  const Range idiom = words_.idioms.IdiomAt(text_, numeral.begin);
  if (idiom.empty() || idiom.end < numeral.end) return 0;
  if (idiom.begin == numeral.begin && idiom.end > numeral.end) {
    const int unit = UnitAt(numeral.end, numeral);
    if (unit != WordIndex::kNone && numeral.end + words_.unit(unit).literal.size() > idiom.end) return 0;
  }
  return idiom.end;
}

size_t QuantityPass::ReadChineseAt(size_t pos) {
  const Numeral numeral = ReadChinese(text_, pos);
  if (numeral.empty()) return pos + 3;
  if (IsPartOfWord(numeral)) return numeral.end;
  if (const size_t end = IdiomEnd(numeral)) return end;
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
  static constexpr Quantity kNothing;  // copied in a few wide moves, which is faster than clearing
  Quantity quantity = kNothing;
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
