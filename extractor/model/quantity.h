// What the recogniser finds: one typed quantity.
#pragma once

#include <cstdint>
#include <optional>
#include <string_view>
#include <vector>

#include "extractor/base/decimal.h"
#include "extractor/base/offset.h"

namespace mingzhang {

enum class QuantityKind : uint8_t {
  kNumber,           // a bare numeral
  kMoney,            // 648.26万元
  kPercent,          // 0.99%, 百分之三
  kPercentagePoint,  // 2.1个百分点
  kCount,            // 15人, 3个
  kScore,            // 81.68分
  kMeasure,          // 4000.6平方米, 50年 (a duration), 7度: a physical quantity
  kYear,             // 2024年, 二〇二四年, 2024年度
  kDate,             // 2023年12月31日, 2024-05-01, 3月, 第三季度 is an ordinal
  kOrdinal,          // 第3, 第一季度
  kListMarker,       // 1、 (2) 3. at the head of a line or after a sentence mark
  kThreshold,        // 50万元以上, 不低于3%
  kDocumentNumber,   // 〔2019〕12号, [2023]5号
  kRange,            // 3至5个, 20%-30%
  kCode,             // 2010301, telephone numbers, plot codes: digits that are a name
};

enum class Approximation : uint8_t { kExact, kAbout, kMoreThan, kLessThan, kAtLeast, kAtMost };

struct Quantity {
  Range text;         // the whole expression with its unit
  Range number;       // the numeral alone
  Range unit;         // the unit as printed; empty when there is none
  QuantityKind kind = QuantityKind::kNumber;
  Approximation approximation = Approximation::kExact;
  bool chinese = false;             // written in Chinese numerals or 大写
  int16_t unit_index = -1;          // index into Units; -1: none
  Decimal value;                    // as printed, without the unit's scale: 648.26 for 648.26万元
  std::optional<Decimal> high;      // the upper end of a range (value is the lower)
  std::optional<Decimal> yuan;      // exact, for money
  int16_t year = 0;                 // for years and dates; 0: not stated
  int8_t month = 0, day = 0;        // for dates; 0: not stated
};

// One unit word of the grammar: its spelling, its code, and for money the power of ten to yuan.
struct Unit {
  std::string_view literal;  // "万元"
  std::string_view code;     // "CNY_WAN"; codes as in gold/README
  QuantityKind kind = QuantityKind::kCount;
  int8_t scale = 0;          // kMoney: value * 10^scale is yuan
  bool people = false;       // kCount: may count people where their word is left out: 事业编制166个
};
using Units = std::vector<Unit>;

// "money", "percentage_point", … as `mingzhang scan` prints them.
std::string_view QuantityKindName(QuantityKind kind);

}  // namespace mingzhang
