// Every rule is tried on its own examples: the rule must speak up for each example and keep silent for
// each counterexample, whatever other rules say.
#include <algorithm>
#include <string>

#include <gtest/gtest.h>

#include "extractor/grammar/grammar.h"
#include "extractor/pipeline.h"

namespace mingzhang {
namespace {

// Examples are sentences; a document has a title that tells its kind and year.
constexpr std::string_view kTitles[] = {"", "云川市青禾区财政局2024年部门预算\n\n", "云川市青禾区财政局2023年度部门决算\n\n"};

bool Fires(const Pipeline& pipeline, size_t rule, const std::string& text) {
  const auto document = pipeline.Run("example", text);
  if (!document.ok()) return false;
  const auto& findings = (*document)->extraction.findings;
  return std::any_of(findings.begin(), findings.end(),
                     [&](const Finding& finding) { return finding.rule == static_cast<int16_t>(rule); });
}

TEST(AuditExamplesTest, ExamplesFireAndCounterexamplesDoNot) {
  const Grammar& grammar = Grammar::Embedded();
  const Pipeline pipeline(grammar);
  for (size_t i = 0; i < grammar.rules().size(); ++i) {
    const RuleSpec& rule = grammar.rules()[i];
    for (const std::string& example : rule.examples) {
      const bool fires = std::any_of(std::begin(kTitles), std::end(kTitles), [&](std::string_view title) {
        return Fires(pipeline, i, std::string(title) + example);
      });
      EXPECT_TRUE(fires) << rule.id << " is silent on: " << example;
    }
    for (const std::string& example : rule.counterexamples) {
      for (const std::string_view title : kTitles) {
        EXPECT_FALSE(Fires(pipeline, i, std::string(title) + example)) << rule.id << " speaks up on: " << example;
      }
    }
  }
}

}  // namespace
}  // namespace mingzhang
