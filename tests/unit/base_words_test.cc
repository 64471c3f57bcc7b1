// Words, pairs of characters and patterns: what is found must be what a plain search finds.
#include <random>

#include "extractor/base/pair_set.h"
#include "extractor/base/pattern.h"
#include "extractor/base/word_index.h"
#include "tests/unit/test_documents.h"

namespace mingzhang {
namespace {

// Characters of one to four bytes; the first two of three bytes differ in their last byte only.
constexpr std::string_view kCharacters[] = {"一", "丁", "预", "算", "·", "é", "a", "7", "。", "𠀀"};

std::string RandomText(std::mt19937* random, size_t most) {
  std::string text;
  for (size_t left = (*random)() % (most + 1); left > 0; --left) text += kCharacters[(*random)() % std::size(kCharacters)];
  return text;
}

bool IsStart(std::string_view text, size_t at) { return (static_cast<unsigned char>(text[at]) & 0xC0) != 0x80; }

// The first place at or after `from` where one of the words starts, and the longest word there.
std::pair<size_t, std::string> SearchNext(const std::vector<std::string>& words, std::string_view text, size_t from) {
  for (size_t at = from; at < text.size(); ++at) {
    std::string longest;
    for (const std::string& word : words) {
      if (IsStart(text, at) && text.substr(at).starts_with(word) && word.size() > longest.size()) longest = word;
    }
    if (!longest.empty()) return {at, longest};
  }
  return {text.size(), ""};
}

TEST(WordIndexTest, FindsWhatASearchFinds) {
  std::mt19937 random(1);
  for (int round = 0; round < 3000; ++round) {
    std::vector<std::string> words;
    for (int i = 0; i < 4; ++i) {
      if (const std::string word = RandomText(&random, 3); !word.empty()) words.push_back(word);
    }
    const WordIndex index(words);
    const std::string text = RandomText(&random, 12);
    const auto found = index.Next(text, 0);
    const auto [begin, word] = SearchNext(words, text, 0);
    ASSERT_EQ(begin, found.begin) << text;
    ASSERT_EQ(word, found.index == WordIndex::kNone ? "" : index.word(found.index)) << text;
  }
}

TEST(PairSetTest, NeverDeniesWhatIsThere) {
  std::mt19937 random(2);
  for (int round = 0; round < 3000; ++round) {
    const std::string text = RandomText(&random, 12);
    const PairSet pairs(text);
    for (size_t begin = 0; begin < text.size(); ++begin) {
      for (size_t end = begin; IsStart(text, begin) && end <= text.size(); ++end) {
        const bool whole = end == text.size() || IsStart(text, end);
        EXPECT_TRUE(!whole || pairs.MayHold(text.substr(begin, end - begin))) << text;
      }
    }
  }
}

TEST(PairSetTest, DeniesMostOfWhatIsNotThere) {
  const PairSet pairs("2024年收入预算648.26万元，其中财政拨款收入640.00万元。");
  for (const std::string_view word : {"三公", "政府采购", "收入决算", "收款"}) EXPECT_FALSE(pairs.MayHold(word)) << word;
  for (const std::string_view word : {"年收", "入", "元，其中", "8.26万"}) EXPECT_TRUE(pairs.MayHold(word)) << word;
}

TEST(PatternTest, KnowsWhatItNeeds) {
  struct Case {
    std::string pattern;
    std::vector<std::string> words;
    bool exact, digit;
  };
  const Case cases[] = {
      {"三公", {"三公"}, true, false},
      {"名词解释|名称解释", {"名词解释", "名称解释"}, true, false},
      {"(?:原因|由于)", {"原因", "由于"}, true, false},
      {"公用(?:支出|经费)", {"公用"}, false, false},
      {"原因|系.{0,30}所致", {"原因", "所致"}, false, false},
      {"^公务接待费", {"公务接待费"}, false, false},
      {R"((\d{4}) ?年度?(?:部门|单位)?预算)", {"预算"}, false, true},
      {R"(\d{0,4}年)", {"年"}, false, false},
      {R"(\(草案\))", {"(草案)"}, true, false},
      {"见?表", {"表"}, false, false},
      {"增+长", {"增"}, false, false},
      {"[^。，]{1,3}无", {"无"}, false, false},
      {R"([\]）]无)", {"无"}, false, false},
      {"[]无]有", {"有"}, false, false},
      {"[[:alpha:]]x", {"x"}, false, false},
      {R"(\p{Han}年\x{3000})", {"年"}, false, false},
      {"(?P<year>年)", {"年"}, true, false},
      {"预算|", {}, false, false},
      {"(?i)abc", {}, false, false},
      {R"(\Qa|b\E)", {}, false, false},
      {"a{x}", {}, false, false},
      {".", {}, false, false},
      {"", {}, false, false},
  };
  for (const Case& one : cases) {
    const Needs needs = NeedsOf(one.pattern);
    EXPECT_EQ(one.words, needs.words) << one.pattern;
    EXPECT_EQ(one.exact, needs.exact) << one.pattern;
    EXPECT_EQ(one.digit, needs.digit) << one.pattern;
  }
}

TEST(PatternTest, KnowsAllThatASequenceNeeds) {
  using Words = std::vector<std::vector<std::string>>;
  EXPECT_EQ(NeedsOf("本级[^。]*(?:三公|预算).?占全").more, Words({{"三公", "预算"}, {"占全"}}));
  EXPECT_EQ(NeedsOf("(?:(一)[^二]二(?:三)?)四五").more, Words({{"一"}, {"二"}}));
  EXPECT_EQ(NeedsOf("一.二|三.四").more, Words());
  const Pattern pattern("本级.*占全", RE2::Quiet);
  for (const std::string_view text : {"本级占全市", "本级占市", "占全市"}) {
    EXPECT_EQ(pattern.Matches(text, PairSet(text)), text == "本级占全市") << text;
  }
}

std::vector<const Pattern*> PatternsOfGrammar() {
  std::vector<const Pattern*> patterns;
  const auto add = [&](const Pattern& pattern) {
    if (pattern) patterns.push_back(&pattern);
  };
  for (const RuleSpec& rule : test::TreeGrammar().rules()) {
    for (const RuleCase& one : rule.cases) {
      add(one.pattern), add(one.title), add(one.together);
      for (const Pattern& except : one.except) add(except);
    }
  }
  const DocumentWords& words = test::TreeGrammar().document();
  for (const Pattern* pattern : {&words.title, &words.dated_title, &words.labelled_body, &words.named_body, &words.fiscal_year}) add(*pattern);
  return patterns;
}

TEST(PatternTest, MatchesWhatItsExpressionMatches) {
  const std::vector<const Pattern*> patterns = PatternsOfGrammar();
  ASSERT_GT(patterns.size(), 50u);
  for (const test::TestDocument& document : test::CorpusDocuments()) {
    const auto read = test::TreePipeline().Run(document.name, document.bytes);
    if (!read.ok()) continue;
    const DocumentText& text = (*read)->text;
    for (const Pattern* pattern : patterns) {
      const bool anywhere = RE2::PartialMatch(text.logical, pattern->regex());
      EXPECT_EQ(anywhere, pattern->Matches(text.logical, text.pairs)) << document.name << " " << pattern->regex().pattern();
      for (size_t i = 0; i < text.lines.size(); i += 3) {
        const std::string_view line = text.Logical(text.lines[i].range);
        const bool matches = RE2::PartialMatch(re2::StringPiece(line.data(), line.size()), pattern->regex());
        ASSERT_EQ(matches, pattern->Matches(line)) << line << "\n" << pattern->regex().pattern();
        ASSERT_TRUE(!matches || pattern->MayMatch(line)) << line;
      }
    }
  }
}

TEST(PatternTest, NoneMatchesNothing) {
  EXPECT_FALSE(Pattern().Matches("a"));
  EXPECT_FALSE(Pattern().MayMatch("a"));
  EXPECT_FALSE(Pattern("(", RE2::Quiet).ok());
}

}  // namespace
}  // namespace mingzhang
