#include "extractor/base/digits.h"

#include <string>

#include <gtest/gtest.h>

namespace mingzhang {
namespace {

std::string Printed(uint64_t value) {
  char buffer[kMaxDigits64];
  return {buffer, PutInteger(value, buffer)};
}

TEST(DigitsTest, PrintsWhatTheLibraryPrints) {
  for (uint64_t value = 0; value < 30000; ++value) ASSERT_EQ(Printed(value), std::to_string(value));
  for (uint64_t power = 1; power <= UINT64_MAX / 10; power *= 10) {
    for (const uint64_t value : {power - 1, power, power + 1, 9 * power}) EXPECT_EQ(Printed(value), std::to_string(value));
  }
  EXPECT_EQ(Printed(UINT64_MAX), std::to_string(UINT64_MAX));
}

TEST(DigitsTest, PadsWithZeros) {
  const auto padded = [](uint64_t value, int digits) {
    char buffer[kMaxDigits64 + 4];
    return std::string(buffer, PutPadded(value, digits, buffer));
  };
  EXPECT_EQ(padded(7, 2), "07");
  EXPECT_EQ(padded(0, 3), "000");
  EXPECT_EQ(padded(0, 1), "0");
  EXPECT_EQ(padded(99, 4), "0099");
  EXPECT_EQ(padded(12345, 4), "12345");
  char buffer[kMaxIdentifier];
  EXPECT_EQ(std::string(buffer, PutIdentifier('f', 17, buffer)), "f017");
  EXPECT_EQ(std::string(buffer, PutIdentifier('f', 4711, buffer)), "f4711");
}

}  // namespace
}  // namespace mingzhang
