#include "extractor/text/normalize.h"

#include "extractor/base/utf8.h"
#include "tests/unit/test_data.h"

namespace mingzhang {
namespace {

using test::ReadRows;
using test::TreeGrammar;

std::string Utf8(uint32_t c) {
  std::string out;
  AppendUtf8(c, &out);
  return out;
}

TEST(NormalizeTest, EveryCaseOfTheTable) {
  for (const auto& row : ReadRows("normalize.tsv", 2)) {
    EXPECT_EQ(row[1], Normalize(row[0], TreeGrammar().text()).text) << row[0];
  }
}

TEST(NormalizeTest, FoldingTwiceChangesNothing) {
  for (const auto& row : ReadRows("normalize.tsv", 2)) {
    EXPECT_EQ(row[1], Normalize(row[1], TreeGrammar().text()).text) << row[1];
  }
}

// Every character of Unicode, between two that stay: the fold is the declared one, the neighbours keep
// their places, and the folded character leads back to the whole of what was received.
TEST(NormalizeTest, EveryCharacterFoldsAsDeclaredAndMapsBack) {
  const TextOptions& options = TreeGrammar().text();
  for (uint32_t c = 1; c < 0x110000; ++c) {
    if (c >= 0xD800 && c <= 0xDFFF) continue;
    const uint32_t to = options.folds.Fold(c);
    const std::string received = Utf8(c), text = "年" + received + "元", folded = to == FoldTable::kDrop ? "" : Utf8(to);
    const Normalized normalized = Normalize(text, options);
    ASSERT_EQ("年" + folded + "元", normalized.text) << std::hex << c;
    const auto end = static_cast<uint32_t>(normalized.text.size());
    ASSERT_EQ(3 + received.size(), normalized.to_decoded.ToOriginal(end - 3)) << std::hex << c;
    ASSERT_EQ(text.size() - 1, normalized.to_decoded.ToOriginal(end - 1)) << std::hex << c;
    if (!folded.empty()) {
      ASSERT_EQ(3u, normalized.to_decoded.ToOriginal(3)) << std::hex << c;
      const uint32_t last = normalized.to_decoded.ToOriginal(end - 4);
      ASSERT_TRUE(last >= 3 && last < 3 + received.size()) << std::hex << c;
    }
  }
}

TEST(NormalizeTest, NoFoldLeadsToACharacterThatFoldsOn) {
  const FoldTable& folds = TreeGrammar().text().folds;
  for (uint32_t c = 1; c < 0x110000; ++c) {
    const uint32_t to = folds.Fold(c);
    EXPECT_TRUE(to == FoldTable::kDrop || folds.Fold(to) == to) << std::hex << c;
  }
}

}  // namespace
}  // namespace mingzhang
