#include "extractor/text/decode.h"

#include "tests/unit/test_data.h"

namespace mingzhang {
namespace {

using test::ReadRows;

std::string NameOf(Encoding encoding) {
  return encoding == Encoding::kUtf8Bom ? "UTF-8 with mark" : std::string(EncodingName(encoding));
}

TEST(DecodeTest, EveryCaseOfTheTable) {
  for (const auto& row : ReadRows("decode.tsv", 3)) {
    const auto decoded = Decode(row[0]);
    if (row[1] == "error") {
      ASSERT_FALSE(decoded.ok()) << row[0];
      EXPECT_EQ(row[2], decoded.error().message.substr(0, row[2].size())) << row[0];
      EXPECT_FALSE(decoded.error().hint.empty()) << row[0];
      continue;
    }
    ASSERT_TRUE(decoded.ok()) << row[0] << ": " << decoded.error().ToString();
    EXPECT_EQ(row[1], NameOf(decoded->encoding)) << row[0];
    EXPECT_EQ(row[2], decoded->text);
  }
}

TEST(DecodeTest, ACutInsideACharacterIsFoundAtItsPlace) {
  const std::string text = "2024年收入预算648.26万元";
  for (size_t cut = 1; cut < text.size(); ++cut) {
    const auto decoded = Decode(text.substr(0, cut));
    const bool whole = (static_cast<unsigned char>(text[cut]) & 0xC0) != 0x80;
    EXPECT_EQ(whole, FirstInvalidUtf8(text.substr(0, cut)) == cut) << cut;
    // A cut text may happen to be valid GB18030, but not once half of it was read as UTF-8.
    if (whole || cut > 12) {
      EXPECT_EQ(whole, decoded.ok()) << cut;
    }
  }
}

TEST(DecodeTest, ZeroBytesInAnOrdinaryTextAreNoUtf16) {
  std::string text = "收入预算说明，支出预算说明，政府采购预算说明，绩效目标设置情况说明，国有资产占用情况说明。";
  text.insert(9, 1, '\0');
  const auto decoded = Decode(text);
  ASSERT_TRUE(decoded.ok()) << decoded.error().ToString();
  EXPECT_EQ(text, decoded->text);
}

}  // namespace
}  // namespace mingzhang
