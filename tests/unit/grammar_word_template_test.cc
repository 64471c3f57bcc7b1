#include "extractor/grammar/word_template.h"

#include <string>
#include <vector>

#include <gtest/gtest.h>

namespace mingzhang {
namespace {

using Words = std::vector<std::string>;

TEST(WordTemplateTest, StandsForItsWords) {
  const struct {
    const char* pattern;
    Words words;
  } kCases[] = {
      {"会议费", {"会议费"}},
      {"会议费|培训费", {"会议费|培训费"}},  // outside braces | is a character
      {"会议费[支出]", {"会议费支出", "会议费"}},
      {"{会议|培训}费", {"会议费", "培训费"}},
      {"[因公]出国[(境)]", {"因公出国(境)", "因公出国", "出国(境)", "出国"}},
      {"{收支|收{、|和}支}总计", {"收支总计", "收、支总计", "收和支总计"}},
      {"公车{|购置[及运行]}费", {"公车费", "公车购置及运行费", "公车购置费"}},
      {"[a|b]c", {"ac", "bc", "c"}},
      {"{费|费[用]}", {"费", "费用"}},  // each word once
  };
  for (const auto& [pattern, words] : kCases) {
    const auto expanded = ExpandWords(pattern);
    ASSERT_TRUE(expanded.ok()) << pattern << ": " << expanded.error().ToString();
    EXPECT_EQ(*expanded, words) << pattern;
  }
}

TEST(WordTemplateTest, SaysWhatIsWrong) {
  const struct {
    std::string pattern, message;
  } kCases[] = {
      {"会议费[支出", "a bracket or brace without its partner"},
      {"会议费支出]", "a bracket or brace without its partner"},
      {"会议{费]", "a bracket or brace without its partner"},
      {"[[[[[[[[[[[费]]]]]]]]]]]用", "a template of too many words, or too deep"},
      {"[会议费]", "a template that may be empty"},
      {"{会议费|}", "a template that may be empty"},
      {"{a|b}{a|b}{a|b}{a|b}{a|b}{a|b}{a|b}{a|b}{a|b}{a|b}{a|b}{a|b}", "a template of too many words, or too deep"},
  };
  for (const auto& [pattern, message] : kCases) {
    const auto expanded = ExpandWords(pattern);
    ASSERT_FALSE(expanded.ok()) << pattern;
    EXPECT_EQ(expanded.error().message, message) << pattern;
  }
}

}  // namespace
}  // namespace mingzhang
