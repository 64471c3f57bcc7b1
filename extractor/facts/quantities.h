// The quantity recogniser: every numeral of a text with its kind, value and unit.
//
// One pass from left to right. It skips to the next character that may start a numeral (a digit of
// any width, a Chinese numeral, ①), reads the numeral there, and decides from its neighbours what
// it is: `648.26万元` is money, `（2）` a list marker, `〔2019〕12号` a document number. Digits are
// never passed over: every run of ASCII or full-width digits lies inside exactly one quantity. A
// Chinese numeral is a quantity only with a unit, a date mark or the like, and never inside an idiom
// (统一, 三公, 四个服务). Runs in linear time; looks at no more than a bounded stretch of context.
#pragma once

#include <memory>
#include <string_view>
#include <vector>

#include "extractor/model/quantity.h"
#include "extractor/grammar/units.h"

namespace mingzhang {

struct QuantityWords;

struct ScanOptions {
  // Also read Chinese numerals that have no unit, when they can be nothing but numbers: 一百二十三,
  // 三点一四, 负五. Long digit runs are then numbers rather than codes.
  bool bare_chinese_numerals = true;
};

// Immutable after construction; any number of threads may share one.
class QuantityScanner {
 public:
  explicit QuantityScanner(UnitGrammar grammar);
  ~QuantityScanner();
  QuantityScanner(QuantityScanner&&) noexcept;
  QuantityScanner& operator=(QuantityScanner&&) noexcept;

  // The units that Quantity::unit_index refers to.
  const Units& units() const;

  // Every quantity of `text` (UTF-8), in order, not overlapping. `*out` is cleared first.
  void Scan(std::string_view text, std::vector<Quantity>* out) const { Scan(text, {}, out); }
  void Scan(std::string_view text, ScanOptions options, std::vector<Quantity>* out) const;

 private:
  std::unique_ptr<const QuantityWords> words_;
};

}  // namespace mingzhang
