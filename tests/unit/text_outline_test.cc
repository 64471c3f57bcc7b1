#include "extractor/text/outline.h"

#include "extractor/output/stage_dump.h"
#include "tests/unit/test_data.h"

namespace mingzhang {
namespace {

using test::ReadCases;
using test::TreePipeline;

TEST(OutlineTest, EveryCaseOfTheFile) {
  for (const auto& one : ReadCases("outline.txt")) {
    const auto document = TreePipeline().Run("case.txt", one.input);
    ASSERT_TRUE(document.ok()) << one.name;
    std::string sections;
    DumpSections(**document, &sections);
    EXPECT_EQ(one.output, sections) << one.name;
  }
}

// Whatever the headings: parents come first, bodies follow their headings and do not overlap.
TEST(OutlineTest, SectionsAreATreeInOrder) {
  for (const auto& one : ReadCases("outline.txt")) {
    const auto document = TreePipeline().Run("case.txt", one.input);
    ASSERT_TRUE(document.ok()) << one.name;
    const std::vector<Heading>& headings = (*document)->headings;
    for (size_t i = 0; i < headings.size(); ++i) {
      EXPECT_LT(headings[i].parent, static_cast<int>(i)) << one.name;
      EXPECT_LE(headings[i].range.end, headings[i].body.begin) << one.name;
      const int parent = headings[i].parent;
      EXPECT_EQ(parent < 0 ? 0 : headings[static_cast<size_t>(parent)].level + 1, headings[i].level) << one.name;
      if (i > 0) {
        EXPECT_LE(headings[i - 1].body.end, headings[i].range.begin) << one.name;
      }
    }
  }
}

struct Numbering {
  std::string_view text, style;
  uint32_t length;
  int value;
};

TEST(OutlineTest, NumberingStyles) {
  static constexpr Numbering kCases[] = {
      {"第一部分部门概况", "part", 12, 1},      {"第十二章总则", "part", 12, 12},        {"一、主要职责", "chinese", 6, 1},
      {"十一、其他", "chinese", 9, 11},         {"二十、其他", "chinese", 9, 20},        {"三.经费", "chinese", 4, 3},
      {"(四)经费", "chinese-bracketed", 5, 4},  {"1、经费", "arabic", 4, 1},             {"12.经费", "arabic", 3, 12},
      {"(3)经费", "arabic-bracketed", 3, 3},    {"4)经费", "arabic-closed", 2, 4},       {"①经费", "circled", 3, 1},
      {"⑳经费", "circled", 3, 20},              {"一是经费", "enumeration", 6, 1},       {"第三条经费", "article", 9, 3},
      {"2024年收入预算", "", 0, 0},              {"1.5万元", "", 0, 0},                  {"一般公共预算", "", 0, 0},
      {"三公经费", "", 0, 0},                    {"", "", 0, 0},                         {"第", "", 0, 0},
  };
  const TextOptions& options = test::TreeGrammar().text();
  for (const Numbering& one : kCases) {
    const NumberMatch match = MatchNumbering(options, one.text);
    EXPECT_EQ(one.style, match.style < 0 ? "" : options.numbering[static_cast<size_t>(match.style)].name) << one.text;
    if (match.style >= 0) {
      EXPECT_EQ(one.length, match.length) << one.text;
      EXPECT_EQ(one.value, match.value) << one.text;
    }
  }
}

}  // namespace
}  // namespace mingzhang
