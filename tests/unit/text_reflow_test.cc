#include "extractor/text/reflow.h"

#include "extractor/base/utf8.h"
#include "extractor/output/stage_dump.h"
#include "tests/unit/test_data.h"

namespace mingzhang {
namespace {

using test::ReadCases;
using test::TreePipeline;

TEST(ReflowTest, EveryCaseOfTheFile) {
  for (const auto& one : ReadCases("reflow.txt")) {
    const auto document = TreePipeline().Run("case.txt", one.input);
    ASSERT_TRUE(document.ok()) << one.name;
    std::string lines;
    DumpLines((*document)->text, &lines);
    EXPECT_EQ(one.output, lines) << one.name;
  }
}

// Nothing is lost but spaces, quotation marks and line ends, nothing is added, the order stays but for
// page furniture; and every character leads back to itself.
TEST(ReflowTest, EveryCharacterLeadsBackToItself) {
  for (const auto& one : ReadCases("reflow.txt")) {
    const Reflowed reflowed = Reflow(one.input, test::TreeGrammar().text());
    size_t end = 0;
    for (const LogicalLine& line : reflowed.lines) {
      EXPECT_EQ(end, line.range.begin) << one.name;
      end = line.range.end + 1;
      for (uint32_t at = line.range.begin; at < line.range.end; ++at) {
        ASSERT_EQ(reflowed.text[at], one.input[reflowed.to_normalized.ToOriginal(at)]) << one.name << " " << at;
      }
    }
    EXPECT_EQ(end, reflowed.text.size()) << one.name;
  }
}

}  // namespace
}  // namespace mingzhang
