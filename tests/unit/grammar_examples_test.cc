// Every example and counterexample that the grammar carries is executed.
#include "tools/grammar_examples.h"

#include "extractor/grammar/embedded.h"
#include "tests/unit/test_data.h"

namespace mingzhang {
namespace {

using test::TreeGrammar;

TEST(GrammarExamplesTest, EveryExampleHolds) {
  const ExampleReport report = TestExamples(TreeGrammar());
  EXPECT_GT(report.examples, 50u);
  for (const std::string& failure : report.failures) ADD_FAILURE() << failure;
}

TEST(GrammarExamplesTest, EveryClausePatternIsTriedOrSaysSoByAnEmptyList) {
  for (const Clause& clause : TreeGrammar().clauses()) {
    for (const ClauseExample& example : clause.examples) {
      EXPECT_FALSE(example.facts.empty()) << clause.id << ": " << example.text;
    }
  }
}

TEST(GrammarExamplesTest, TheProgramCarriesTheGrammarOfTheTree) {
  const auto embedded = Grammar::FromFiles(EmbeddedGrammarFiles());
  ASSERT_TRUE(embedded.ok()) << embedded.error().ToString();
  EXPECT_EQ(TreeGrammar().sha256(), (*embedded)->sha256()) << "build again: the grammar files changed";
}

}  // namespace
}  // namespace mingzhang
