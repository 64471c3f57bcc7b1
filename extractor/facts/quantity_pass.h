// One pass of the recogniser over one text. Internal to extractor/facts/quantit*.cc.
//
// Each Try… function reads one form of quantity at a place. It pushes what it has found and returns
// the offset after it, or returns 0 when the text there has another form.
#pragma once

#include <optional>
#include <string_view>
#include <vector>

#include "extractor/facts/numerals.h"
#include "extractor/facts/quantities.h"
#include "extractor/facts/quantity_words.h"

namespace mingzhang {

class QuantityPass {
 public:
  QuantityPass(const QuantityWords& words, std::string_view text, ScanOptions options, std::vector<Quantity>* out)
      : words_(words), text_(text), options_(options), out_(out) {}

  void Run();

 private:
  // quantities.cc: the order in which forms are tried.
  size_t ReadAt(size_t pos);
  size_t ReadDigitsAt(size_t pos);
  size_t ReadChineseAt(size_t pos);
  bool IsPartOfWord(const Numeral& numeral) const;
  size_t IdiomEnd(const Numeral& numeral) const;

  // quantity_amounts.cc: numerals with units.
  struct Reading {
    int unit = WordIndex::kNone;
    size_t unit_begin = 0;
    size_t number_end = 0;
    bool scaled = false;  // the scale belongs to the value, not to the unit: 5万|人, not 5|万元
    Approximation approximation = Approximation::kExact;
  };
  size_t TryAmount(const Numeral& numeral);
  size_t TryPrefixUnit(size_t pos);            // 百分之三点五
  size_t TryOrdinal(const Numeral& numeral);   // 第三
  size_t TryBareScale(const Numeral& numeral); // 3千, 3亿5000万
  size_t PushAmount(Quantity quantity);
  bool ReadUnit(Numeral* numeral, Reading* reading) const;
  bool ReadUnitAcross(size_t at, Numeral* numeral, Reading* reading) const;
  bool ReadUnitBeyond(Numeral* numeral, Reading* reading) const;
  bool ReadUnitAt(size_t pos, Numeral* numeral, Reading* reading) const;
  int UnitAt(size_t pos, const Numeral& numeral) const;
  bool UnitFits(int unit, size_t pos, const Numeral& numeral) const;
  void SetUnit(Quantity* quantity, int unit, size_t begin) const;
  void SetYuan(Quantity* quantity) const;
  int SmallScaleAt(size_t* pos, int last) const;
  void ReadSmallMoney(Quantity* quantity) const;
  void ReadHalf(Quantity* quantity) const;
  void ReadTenth(Quantity* quantity) const;
  void ReadSign(Quantity* quantity) const;
  void ReadPrefix(Quantity* quantity) const;
  void FixScore(Quantity* quantity) const;
  void FixCode(Quantity* quantity, const Numeral& numeral) const;
  bool IsClass(const Quantity& quantity) const;

  // quantity_bare.cc: Chinese numerals without a unit, fractions, halves.
  size_t TryFraction(const Numeral& first);
  size_t TrySlashFraction(const Numeral& numerator); // 1/2
  bool IsWholeText(const Numeral& numeral) const;
  size_t TryHalf(size_t pos);                       // 半年
  size_t TryTentative(const Numeral& numeral);      // 三 of 三至五个
  size_t TryBareChinese(const Numeral& numeral);
  bool StandsAlone(const Numeral& numeral) const;
  bool IsVague(const Numeral& numeral) const;
  Numeral NumeralAt(size_t pos) const;

  // quantity_dates.cc
  size_t TryYear(const Numeral& numeral);       // 2024年, 2024年5月, 二〇一八年三月十二日
  size_t TryMonthOrDay(const Numeral& numeral); // 3月5日, 3月, 5日
  size_t TryNumericDate(const Numeral& numeral);// 2024-05-01
  int SmallNumberAt(size_t pos, size_t* end) const;
  size_t MonthAt(size_t pos, int* month) const;
  size_t DayAt(size_t pos, int* day) const;
  size_t PushDate(const Numeral& numeral, size_t end, int year, int month, int day);

  // quantity_markers.cc: digits that count nothing.
  size_t TryListMarker(const Numeral& numeral);
  bool EndsMarker(size_t digits_begin, size_t at, size_t end) const;
  size_t TryCircledMarker(size_t pos);
  size_t TryDocumentNumber(const Numeral& numeral);
  size_t TryLetters(const Numeral& numeral);
  size_t TryJoinedCode(const Numeral& numeral);
  size_t PushPlain(const Numeral& numeral);
  bool AtOpening(size_t pos) const;

  // quantity_merge.cc: what a quantity becomes beside another, or beside an affix.
  void Push(Quantity quantity);
  void PushTentative(Quantity quantity);
  bool LowInUnitOf(const Quantity& low, const Quantity& high, Decimal* from) const;
  bool MergeRange(Quantity* low, const Quantity& high) const;
  void ShareDates(const Quantity& last);
  void ReadAffixes(Quantity* quantity) const;
  size_t JoinerLength(const WordIndex& joiners, size_t begin, size_t end) const;

  // The quantity that covers [begin, end) with the numeral's own place.
  Quantity MakeQuantity(const Numeral& numeral, QuantityKind kind, size_t begin, size_t end) const;
  char32_t Char(size_t pos) const { return CharAt(text_, pos); }
  char32_t CharBefore(size_t pos) const { return pos == 0 ? 0 : CharAt(text_, PreviousChar(text_, pos)); }
  // Where the last quantity ended: nothing may reach back before it.
  size_t floor() const { return floor_; }

  const QuantityWords& words_;
  const std::string_view text_;
  const ScanOptions options_;
  std::vector<Quantity>* out_;
  int last_scale_ = 0;                 // of the value last read: 4 for 10万人
  std::optional<Quantity> tentative_;  // 三 of 三至五个: counts only if the next one takes it
  size_t floor_ = 0;
};

}  // namespace mingzhang
