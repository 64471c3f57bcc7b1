#include "extractor/facts/numerals.h"

#include <string>

#include <gtest/gtest.h>

namespace mingzhang {
namespace {

struct Case {
  std::string_view text;
  std::string_view value;
  size_t length;  // bytes that belong to the numeral
};

TEST(NumeralsTest, ReadsDigits) {
  static constexpr Case kCases[] = {
      {"648.26万", "648.26", 6}, {"9,685.55", "9685.55", 8}, {"1,234,567", "1234567", 9},
      {"2436.23,2436.23", "2436.23", 7}, {"12,34", "12", 2}, {"1,2345", "1", 1}, {"0,123", "0", 1},
      {"１２．５", "12.5", 12}, {"１，２３４", "1234", 15}, {"100，200", "100", 3}, {"5.", "5", 1}, {"0.00", "0.00", 4},
      {"20155.88", "20155.88", 8},
  };
  for (const Case& c : kCases) {
    const Numeral numeral = ReadDigits(c.text, 0);
    EXPECT_EQ(c.value, numeral.value().ToString()) << c.text;
    EXPECT_EQ(c.length, numeral.end) << c.text;
  }
}

TEST(NumeralsTest, ReadsChineseNumerals) {
  static constexpr Case kCases[] = {
      {"十", "10", 3}, {"十五", "15", 6}, {"二十三家", "23", 9}, {"一百零五", "105", 12}, {"一百五", "150", 9},
      {"一百一十", "110", 12}, {"两千三", "2300", 9}, {"三千零五", "3005", 12}, {"一万二", "12000", 9},
      {"一万零二", "10002", 12}, {"三亿五", "350000000", 9}, {"三亿五千万", "350000000", 15},
      {"五万三千亿", "5300000000000", 15}, {"廿三", "23", 6}, {"卅", "30", 3}, {"二〇二四", "2024", 12},
      {"壹万贰仟叁佰肆拾伍", "12345", 27}, {"三点一四", "3.14", 12}, {"三点五万", "35000", 12}, {"八点三十", "8", 3},
      {"三四十", "30", 9}, {"三千四五百", "3400", 15}, {"一一三", "113", 9}, {"十四五", "14", 9},
  };
  for (const Case& c : kCases) {
    const Numeral numeral = ReadChinese(c.text, 0);
    EXPECT_EQ(c.value, numeral.value().ToString()) << c.text;
    EXPECT_EQ(c.length, numeral.end) << c.text;
  }
}

TEST(NumeralsTest, EveryIntegerReadsBackFromItsWords) {
  static constexpr const char* kDigits[] = {"零", "一", "二", "三", "四", "五", "六", "七", "八", "九"};
  static constexpr const char* kPowers[] = {"", "十", "百", "千"};
  for (int value = 1; value < 10000; ++value) {
    std::string words;
    bool zero = false;
    for (int power = 3, rest = value, unit = 1000; power >= 0; --power, unit /= 10) {
      const int digit = rest / unit;
      rest %= unit;
      if (digit == 0) {
        zero = !words.empty();
        continue;
      }
      if (zero) words += kDigits[0];
      zero = false;
      words += std::string(kDigits[digit]) + kPowers[power];
    }
    const Numeral numeral = ReadChinese(words, 0);
    ASSERT_EQ(Decimal::FromInt(value), numeral.value()) << words;
    ASSERT_EQ(words.size(), numeral.end) << words;
    const Numeral scaled = ReadChinese(words + "万", 0);
    ASSERT_EQ(Decimal::FromInt(value), scaled.head) << words;
    ASSERT_EQ(4, scaled.scale) << words;
  }
}

TEST(NumeralsTest, AnApproximateNumeralHasTwoEnds) {
  const Numeral numeral = ReadChinese("七八百", 0);
  EXPECT_EQ("700", numeral.head.ToString());
  ASSERT_TRUE(numeral.high);
  EXPECT_EQ("800", numeral.high->ToString());
}

TEST(NumeralsTest, TheScaleIsKeptApartFromTheHead) {
  const Numeral numeral = ReadChinese("一百零五万元", 0);
  EXPECT_EQ("105", numeral.head.ToString());
  EXPECT_EQ(4, numeral.scale);
  EXPECT_EQ(12u, numeral.head_end);
}

TEST(NumeralsTest, DigitsTakeTheirScaleAndLowerParts) {
  Numeral numeral = ReadDigits("3亿5000万元", 0);
  ReadScale("3亿5000万元", numeral.end, &numeral);
  EXPECT_EQ("350000000", numeral.value().ToString());
  EXPECT_EQ(0, numeral.scale);
}

TEST(NumeralsTest, MoreDigitsThanFitAreNoValue) {
  const Numeral numeral = ReadDigits(std::string(60, '9'), 0);
  EXPECT_TRUE(numeral.too_long);
  EXPECT_EQ(60u, numeral.end);
}

TEST(NumeralsTest, SkipsToTheNextNumeral) {
  const std::string text = "财政拨款 收入２万";
  EXPECT_EQ(text.find("２"), NextNumeralStart(text, 0));
  EXPECT_EQ(text.size(), NextNumeralStart(text, text.size()));
}

}  // namespace
}  // namespace mingzhang
