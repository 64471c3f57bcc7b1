// What is wrong with a rule file is said with its place, and what to do about it.
#include "extractor/grammar/rules.h"

#include <gtest/gtest.h>

namespace mingzhang {
namespace {

constexpr std::string_view kHead = R"([[rule]]
id = "TT006"
severity = "error"
name = { zh = "甲", en = "a" }
message = { zh = "乙", en = "b" }
source = "law"
)";

std::string ErrorOf(const std::string& text) {
  const auto find = [](std::string_view id) { return id == "revenue.total" ? ConceptId{0} : kNoConcept; };
  const auto rules = LoadRules({{"rules/test.toml", text}}, find);
  return rules.ok() ? "" : rules.error().ToString();
}

TEST(RuleLoadingTest, GoodRule) {
  EXPECT_EQ(ErrorOf(std::string(kHead) + "kind = \"sum\"\n[[rule.case]]\nconcept = \"revenue.total\"\n"), "");
}

TEST(RuleLoadingTest, UnknownConcept) {
  const std::string error = ErrorOf(std::string(kHead) + "kind = \"sum\"\n[[rule.case]]\nconcept = \"revenue.totl\"\n");
  EXPECT_EQ(error.substr(0, 21), "rules/test.toml:9:11:") << error;
  EXPECT_NE(error.find("unknown concept 'revenue.totl'"), std::string::npos) << error;
}

TEST(RuleLoadingTest, UnknownKindAndKey) {
  EXPECT_NE(ErrorOf(std::string(kHead) + "kind = \"summ\"\n").find("rules/test.toml:7:8: unknown kind 'summ'"), std::string::npos);
  EXPECT_NE(ErrorOf(std::string(kHead) + "kind = \"sum\"\nlevel = 1\n").find("unknown key 'level'"), std::string::npos);
}

TEST(RuleLoadingTest, DuplicateId) {
  const std::string rule = std::string(kHead) + "kind = \"outside\"\n";
  EXPECT_NE(ErrorOf(rule + rule).find("rules/test.toml:9:6: rule 'TT006' is declared twice"), std::string::npos);
}

TEST(RuleLoadingTest, BadPattern) {
  const std::string error = ErrorOf(std::string(kHead) + "kind = \"text\"\n[[rule.case]]\npattern = '(?<=a)b'\n");
  EXPECT_NE(error.find("bad pattern"), std::string::npos) << error;
  EXPECT_NE(error.find("no look-around"), std::string::npos) << error;
}

}  // namespace
}  // namespace mingzhang
