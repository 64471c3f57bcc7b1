#include "extractor/grammar/lexicon.h"

#include <map>
#include <random>

#include "extractor/base/utf8.h"
#include "tests/unit/test_data.h"

namespace mingzhang {
namespace {

Lexicon Of(const std::vector<std::string>& texts) {
  std::vector<Word> words;
  for (const std::string& text : texts) {
    Word word;
    word.text = text;
    words.push_back(std::move(word));
  }
  Lexicon lexicon;
  lexicon.Build(std::move(words));
  return lexicon;
}

std::string LongestAt(const Lexicon& lexicon, std::string_view text, size_t position) {
  const Lexicon::Match match = lexicon.LongestAt(text, position);
  if (match.word == nullptr) return "";
  EXPECT_EQ(match.word->text, text.substr(position, match.length));
  return match.word->text;
}

TEST(LexiconTest, TheLongestWordWins) {
  const Lexicon lexicon = Of({"收入", "收入预算", "收入预算数", "预算", "三公经费", "三"});
  EXPECT_EQ("收入预算数", LongestAt(lexicon, "收入预算数为", 0));
  EXPECT_EQ("收入预算", LongestAt(lexicon, "收入预算为", 0));
  EXPECT_EQ("收入", LongestAt(lexicon, "收入预", 0));
  EXPECT_EQ("收入", LongestAt(lexicon, "收入", 0));
  EXPECT_EQ("", LongestAt(lexicon, "收", 0));
  EXPECT_EQ("三", LongestAt(lexicon, "三公经", 0));
  EXPECT_EQ("预算", LongestAt(lexicon, "收入预算", 6));
  EXPECT_EQ("", LongestAt(lexicon, "支出", 0));
}

TEST(LexiconTest, FindWantsTheWholeWord) {
  const Lexicon lexicon = Of({"收入", "收入预算"});
  EXPECT_NE(nullptr, lexicon.Find("收入"));
  EXPECT_EQ(nullptr, lexicon.Find("收入预"));
  EXPECT_EQ(nullptr, lexicon.Find(""));
}

TEST(LexiconTest, EveryWordOfTheGrammarIsFoundAsTheLongest) {
  const Lexicon& lexicon = test::TreeGrammar().lexicon();
  ASSERT_FALSE(lexicon.words().empty());
  for (const Word& word : lexicon.words()) {
    EXPECT_EQ(word.text, LongestAt(lexicon, word.text, 0));
    EXPECT_EQ(&word, lexicon.Find(word.text));
  }
}

TEST(LexiconTest, AgreesWithASearchThroughAllWords) {
  const std::vector<std::string> letters = {"一", "二", "a", "é"};
  std::mt19937 random(11);
  const auto text_of = [&](size_t length) {
    std::string text;
    for (size_t i = 0; i < length; ++i) text += letters[random() % letters.size()];
    return text;
  };
  for (int round = 0; round < 50; ++round) {
    std::map<std::string, bool> distinct;
    for (int i = 0; i < 30; ++i) distinct[text_of(1 + random() % 5)] = true;
    std::vector<std::string> words;
    for (const auto& [word, unused] : distinct) words.push_back(word);
    const Lexicon lexicon = Of(words);
    const std::string text = text_of(60);
    for (size_t at = 0; at < text.size(); at += Utf8Length(static_cast<unsigned char>(text[at]))) {
      std::string longest;
      for (const std::string& word : words) {
        if (word.size() > longest.size() && text.compare(at, word.size(), word) == 0) longest = word;
      }
      ASSERT_EQ(longest, LongestAt(lexicon, text, at));
    }
  }
}

}  // namespace
}  // namespace mingzhang
