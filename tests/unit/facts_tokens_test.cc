// Words, quantities and marks of a line.
#include "extractor/facts/tokens.h"

#include "extractor/output/stage_dump.h"
#include "tests/unit/test_data.h"

namespace mingzhang {
namespace {

using test::ReadCases;
using test::TreeGrammar;
using test::TreePipeline;

struct Line {
  std::vector<Token> tokens;
  std::vector<const Quantity*> hidden;
};

std::vector<Line> TokensOf(const Document& document) {
  std::vector<Line> lines;
  const Quantity* begin = document.quantities.data();
  const Quantity* const all = begin + document.quantities.size();
  for (const LogicalLine& line : document.text.lines) {
    while (begin != all && begin->text.begin < line.range.begin) ++begin;
    const Quantity* end = begin;
    while (end != all && end->text.begin < line.range.end) ++end;
    Line& made = lines.emplace_back();
    Tokenize(document.text.logical, line.range, begin, end, TreeGrammar().lexicon(), &made.tokens, &made.hidden);
  }
  return lines;
}

TEST(TokensTest, EveryCaseOfTheFile) {
  for (const auto& one : ReadCases("tokens.txt")) {
    const auto document = TreePipeline().Run("case.txt", one.input);
    ASSERT_TRUE(document.ok()) << one.name;
    std::string dump;
    for (const Line& line : TokensOf(**document)) DumpTokens((*document)->text, line.tokens, TreeGrammar(), &dump);
    EXPECT_EQ(one.output, dump) << one.name;
  }
}

TEST(TokensTest, TokensAreInOrderAndEachIsOneThing) {
  for (const auto& one : ReadCases("tokens.txt")) {
    const auto document = TreePipeline().Run("case.txt", one.input);
    ASSERT_TRUE(document.ok()) << one.name;
    uint32_t end = 0;
    for (const Line& line : TokensOf(**document)) {
      for (const Token& token : line.tokens) {
        EXPECT_LE(end, token.range.begin) << one.name;
        end = token.range.end;
        EXPECT_EQ(1, (token.word != nullptr) + (token.quantity != nullptr) + (token.mark != Mark::kNone)) << one.name;
      }
    }
  }
}

}  // namespace
}  // namespace mingzhang
