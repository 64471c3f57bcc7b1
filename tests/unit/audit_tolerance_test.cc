// The test vectors of DOMAIN C.4: real figures, with the verdict a correct audit gives.
#include "extractor/audit/tolerance.h"

#include <string>
#include <vector>

#include <gtest/gtest.h>

namespace mingzhang {
namespace {

Decimal D(std::string_view text) { return *Decimal::Parse(text); }
// An amount of a document whose amounts have two decimals.
Interval Amount(std::string_view text) {
  const Decimal value = D(text);
  return value.is_zero() ? Interval::Exactly(value) : Interval::Rounded(value, 2);
}

std::string Shown(const std::optional<Interval>& interval) {
  return interval ? interval->lo.ToString() + ".." + interval->hi.ToString() : "undefined";
}

struct RateVector {
  int number;
  enum Form { kChangeOverBase, kChangeAlone, kPartOfWhole } form;
  const char *first, *second;  // change and base; current and change; part and whole
  const char* stated;
  const char* percent;  // the interval, 4 decimals; empty: not compared
  RateVerdict verdict;
};

const RateVector kRates[] = {
    {1, RateVector::kChangeOverBase, "-6.13", "654.39", "-0.99", "-0.9375..-0.9360", RateVerdict::kFail},
    {2, RateVector::kChangeOverBase, "-6.13", "654.39", "-0.94", "", RateVerdict::kPass},
    {3, RateVector::kChangeAlone, "50", "-4.13", "-0.93", "-7.6404..-7.6191", RateVerdict::kFail},
    {4, RateVector::kChangeAlone, "22.59", "20.63", "1055.4", "1046.9543..1058.2051", RateVerdict::kPass},
    {5, RateVector::kChangeAlone, "519.07", "32.19", "6.76", "6.6103..6.6126", RateVerdict::kFail},
    {6, RateVector::kPartOfWhole, "500.12", "472.9", "27.22", "", RateVerdict::kFail},
    {7, RateVector::kChangeAlone, "6.35", "0.61", "10.63", "10.5217..10.7330", RateVerdict::kPass},
    {8, RateVector::kPartOfWhole, "9746.50", "10210.34", "95.45", "", RateVerdict::kTruncated},
    {9, RateVector::kPartOfWhole, "2739.56", "3110.14", "88.08", "88.0845..88.0851", RateVerdict::kPass},
    {10, RateVector::kPartOfWhole, "29.42", "307.82", "9.55", "9.5558..9.5593", RateVerdict::kTruncated},
    {11, RateVector::kPartOfWhole, "2106.66", "2940.05", "71.73", "71.6536..71.6542", RateVerdict::kFail},
    {18, RateVector::kChangeOverBase, "307.82", "0", "100.00", "undefined", RateVerdict::kUnknown},
    {19, RateVector::kPartOfWhole, "0", "0", "0", "undefined", RateVerdict::kUnknown},
    {27, RateVector::kChangeOverBase, "2.01", "12.00", "16.75", "16.7014..16.7987", RateVerdict::kPass},
};

std::optional<RatioRange> RangeOf(const RateVector& v) {
  return v.form == RateVector::kChangeAlone ? GrowthByChange(Amount(v.first), Amount(v.second))
                                            : Quotient(Amount(v.first), Amount(v.second));
}

TEST(ToleranceTest, Rates) {
  for (const RateVector& v : kRates) {
    SCOPED_TRACE(v.number);
    const auto range = RangeOf(v);
    if (*v.percent) {
      EXPECT_EQ(Shown(range ? ToPercent(*range, 4) : std::nullopt), v.percent);
    }
    EXPECT_EQ(range ? CheckPercent(*range, D(v.stated)) : RateVerdict::kUnknown, v.verdict);
  }
}

// Vector 1 again: the change and the current figure together allow less than either alone.
TEST(ToleranceTest, BothReadingsOfARate) {
  const auto by_change = Quotient(Amount("-6.13"), Amount("654.39"));
  const auto by_figures = Growth(Amount("648.26"), Amount("654.39"));
  ASSERT_TRUE(by_change && by_figures);
  const auto both = Intersect(*by_change, *by_figures);
  ASSERT_TRUE(both);
  EXPECT_EQ(Shown(ToPercent(*both, 4)), "-0.9375..-0.9360");
  EXPECT_FALSE(Intersect(*by_change, *Quotient(Amount("50"), Amount("654.39"))));
}

struct SumVector {
  int number;
  std::vector<const char*> parts;
  std::vector<const char*> total;  // a sum too, for balances
  bool meets;
};

const SumVector kSums[] = {
    {13, {"4.79", "0", "246.47"}, {"251.25"}, true},
    {14, {"122.43", "1387.72", "809.07"}, {"2319.21"}, true},
    {15, {"95.36", "10.23"}, {"105.58"}, true},
    {16, {"2000.00", "2000.00", "2000.00", "2000.00", "1746.49"}, {"9746.50"}, true},
    {17, {"2946.25", "49.14"}, {"2940.05", "55.34"}, true},
    {20, {"21.07", "21.07", "21.07"}, {"21.07"}, false},
    {21, {"2961.68"}, {"0.3"}, false},
    {22, {"1944600.00"}, {"194.46"}, false},  // 194.46 wan against 194.46 yuan
    {23, {"-4.13", "-2.00"}, {"-6.13"}, true},
    {26, {"0.66", "0.7", "4.72"}, {"6.08"}, true},
};

std::optional<Interval> SumOf(const std::vector<const char*>& texts) {
  std::vector<Interval> parts;
  for (const char* text : texts) parts.push_back(Amount(text));
  return Sum(parts);
}

TEST(ToleranceTest, Sums) {
  for (const SumVector& v : kSums) {
    SCOPED_TRACE(v.number);
    EXPECT_EQ(Interval::Meet(*SumOf(v.parts), *SumOf(v.total)), v.meets);
  }
}

// Vector 12: four shares printed with two decimals.
TEST(ToleranceTest, SharesAddUp) {
  const auto sum = SumOf({"71.73", "11.11", "2.07", "15.16"});
  EXPECT_EQ(Shown(sum), "100.050..100.090");
  EXPECT_FALSE(sum->Contains(D("100")));
}

// Vectors 24 and 25: bands are half open, so that no score falls between them.
TEST(ToleranceTest, ScoreBands) {
  const Interval good{D("80"), D("90"), false, true};
  EXPECT_TRUE(good.Contains(D("81.68")));
  EXPECT_TRUE(good.Contains(D("89.5")));
  EXPECT_FALSE(good.Contains(D("90")));
}

TEST(ToleranceTest, ThreeFiguresOfAChange) {
  EXPECT_EQ(DifferenceMeets(Amount("648.26"), Amount("654.39"), Amount("-6.13")), true);
  EXPECT_EQ(DifferenceMeets(Amount("648.26"), Amount("654.39"), Amount("6.14")), true);    // 1.5 units
  EXPECT_EQ(DifferenceMeets(Amount("648.26"), Amount("654.39"), Amount("-6.15")), false);
}

class PrecisionTest : public testing::Test {
 protected:
  Fact Money(std::string_view value, int16_t unit) {
    Fact fact;
    fact.value = D(value);
    fact.unit = unit;
    fact.value_range = {0, 1};
    return fact;
  }
  const Units units_ = {{"yuan", "CNY", QuantityKind::kMoney, 0},
                        {"wan", "CNY_WAN", QuantityKind::kMoney, 4},
                        {"person", "PERSON", QuantityKind::kCount, 0}};
};

TEST_F(PrecisionTest, ComesFromTheDocument) {
  const std::vector<Fact> facts = {Money("648.26", 1), Money("654.39", 1), Money("50", 1), Money("3.125", 1)};
  const Precision precision(facts, units_);
  EXPECT_EQ(precision.Decimals(4), 2);
  EXPECT_EQ(Shown(precision.Of(facts[2])), "499950..500050");
  EXPECT_EQ(Shown(precision.AsPrinted(facts[2])), "495000..505000");
  EXPECT_EQ(Shown(precision.Of(facts[3])), "31245..31255");  // a lone third decimal is its own
}

TEST_F(PrecisionTest, OneAmountIsNotAPattern) {
  const std::vector<Fact> facts = {Money("648.26", 1), Money("50", 1)};
  EXPECT_EQ(Precision(facts, units_).Decimals(4), 0);
}

TEST_F(PrecisionTest, UnitsAreSeparate) {
  const std::vector<Fact> facts = {Money("29400500", 0), Money("2940.05", 1), Money("2.14", 1)};
  const Precision precision(facts, units_);
  // Vector 8 of C.2: the coarser interval dominates.
  EXPECT_TRUE(Interval::Meet(precision.Of(facts[0]), precision.Of(facts[1])));
  EXPECT_EQ(precision.Decimals(0), 0);
}

TEST_F(PrecisionTest, ZeroAndCountsAreExact) {
  const std::vector<Fact> facts = {Money("648.26", 1), Money("654.39", 1), Money("0", 1), Money("15", 2)};
  const Precision precision(facts, units_);
  EXPECT_EQ(Shown(precision.Of(facts[2])), "0..0");
  EXPECT_EQ(Shown(precision.Of(facts[3])), "15..15");
}

}  // namespace
}  // namespace mingzhang
