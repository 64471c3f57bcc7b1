#include "extractor/facts/quantities.h"

#include <fstream>
#include <random>
#include <sstream>
#include <string>
#include <vector>

#include <gtest/gtest.h>

#include "extractor/facts/numerals.h"

namespace mingzhang {
namespace {

std::string ReadFile(const std::string& name) {
  std::ifstream file(std::string(MINGZHANG_SOURCE_DIR) + "/" + name, std::ios::binary);
  EXPECT_TRUE(file) << name;
  std::stringstream text;
  text << file.rdbuf();
  return text.str();
}

const QuantityScanner& Scanner() {
  static const QuantityScanner* scanner = [] {
    Result<UnitGrammar> grammar = LoadUnits({"units.toml", ReadFile("grammars/units.toml")});
    if (!grammar.ok()) ADD_FAILURE() << grammar.error().ToString();
    return new QuantityScanner(std::move(grammar).value());
  }();
  return *scanner;
}

std::vector<Quantity> Scan(std::string_view text, bool bare = false) {
  std::vector<Quantity> quantities;
  Scanner().Scan(text, {bare}, &quantities);
  return quantities;
}

// A quantity as tests/data/quantities.tsv spells it: 3%=threshold:3:PCT>=
std::string Spell(std::string_view text, const Quantity& q) {
  static constexpr const char* kMarks[] = {"", "~", ">", "<", ">=", "<="};
  std::string out(text.substr(q.text.begin, q.text.size()));
  out += "=" + std::string(QuantityKindName(q.kind)) + ":" + q.value.ToString();
  if (q.high) out += ".." + q.high->ToString();
  if (q.unit_index >= 0) out += ":" + std::string(Scanner().units()[q.unit_index].code);
  if (q.yuan) out += ":" + q.yuan->ToString() + "y";
  if (q.year || q.month || q.day) {
    out += ":" + std::to_string(q.year) + "/" + std::to_string(q.month) + "/" + std::to_string(q.day);
  }
  return out + kMarks[static_cast<int>(q.approximation)];
}

std::string Spell(std::string_view text, const std::vector<Quantity>& quantities) {
  std::string out;
  for (const Quantity& quantity : quantities) out += (out.empty() ? "" : " | ") + Spell(text, quantity);
  return out;
}

// Every digit lies in exactly one quantity, and the quantities are in order.
void ExpectEveryDigitCovered(std::string_view text, bool bare) {
  const std::vector<Quantity> quantities = Scan(text, bare);
  size_t next = 0, floor = 0;
  for (size_t pos = 0; pos < text.size(); ++pos) {
    int width;
    if (DigitAt(text, pos, &width) < 0) continue;
    while (next < quantities.size() && quantities[next].text.end <= pos) ++next;
    ASSERT_LT(next, quantities.size()) << text;
    ASSERT_LE(quantities[next].text.begin, pos) << text;
    pos += width - 1;
  }
  for (const Quantity& quantity : quantities) {
    ASSERT_LE(floor, quantity.text.begin) << text;
    ASSERT_LT(quantity.text.begin, quantity.text.end) << text;
    ASSERT_LE(quantity.text.end, text.size()) << text;
    floor = quantity.text.end;
  }
}

struct Case {
  bool bare;
  std::string text, expected;
};

std::vector<Case> ReadCases() {
  std::vector<Case> cases;
  std::istringstream lines(ReadFile("tests/data/quantities.tsv"));
  for (std::string line; std::getline(lines, line);) {
    if (line.empty() || line[0] == '#') continue;
    const size_t first = line.find('\t'), second = line.find('\t', first + 1);
    const std::string text = line.substr(first + 1, second - first - 1);
    cases.push_back({line.substr(0, first) == "bare", text, line.substr(second + 1)});
  }
  return cases;
}

TEST(QuantitiesTest, ReadsEveryCaseOfTheTable) {
  const std::vector<Case> cases = ReadCases();
  EXPECT_GE(cases.size(), 400u);
  for (const Case& c : cases) {
    EXPECT_EQ(c.expected, Spell(c.text, Scan(c.text, c.bare))) << (c.bare ? "bare: " : "plain: ") << c.text;
  }
}

TEST(QuantitiesTest, SpansCoverNumeralAndUnitApart) {
  const std::string text = "减少 6.13 万元，";
  const std::vector<Quantity> quantities = Scan(text);
  ASSERT_EQ(1u, quantities.size());
  EXPECT_EQ("6.13", text.substr(quantities[0].number.begin, quantities[0].number.size()));
  EXPECT_EQ("万元", text.substr(quantities[0].unit.begin, quantities[0].unit.size()));
  EXPECT_EQ("6.13 万元", text.substr(quantities[0].text.begin, quantities[0].text.size()));
}

TEST(QuantitiesTest, TheScaleBelongsToTheUnitOnlyInMoney) {
  EXPECT_EQ("5万元=money:5:CNY_WAN:50000y", Spell("5万元", Scan("5万元")));
  EXPECT_EQ("5万人=count:50000:PERSON", Spell("5万人", Scan("5万人")));
}

TEST(QuantitiesTest, KeepsPrintedPrecision) {
  const std::vector<Quantity> quantities = Scan("9.60万元");
  ASSERT_EQ(1u, quantities.size());
  EXPECT_EQ("9.60", quantities[0].value.ToString());
}

TEST(QuantitiesTest, ForeignMoneyHasNoYuan) {
  const std::vector<Quantity> quantities = Scan("5万美元");
  ASSERT_EQ(1u, quantities.size());
  EXPECT_EQ(QuantityKind::kMoney, quantities[0].kind);
  EXPECT_FALSE(quantities[0].yuan);
}

TEST(QuantitiesTest, ATextMayEndAnywhere) {
  const std::string text = "第1、〔2019〕12号，3亿5000万元（含）以上，二〇二四年三月十二日，百分之三点五，１２．５％";
  for (size_t length = 0; length <= text.size(); ++length) {
    for (const bool bare : {false, true}) ExpectEveryDigitCovered(std::string_view(text).substr(0, length), bare);
  }
}

TEST(QuantitiesTest, EveryDigitOfRandomTextIsCoveredOnce) {
  static constexpr std::string_view kPieces[] = {
      "1", "2024", "0", "12.5", ",", "，", ".", "．", "-", "—", "~", "(", ")", "（", "）", "〔", "〕", "[", "]", "年",
      "月", "日", "号", "万", "亿", "元", "千", "百", "%", "个", "人", "分", "之", "第", "、", "。", "：", " ", "\n",
      "一", "二", "三", "十", "百分之", "半", "点", "又", "至", "到", "约", "余", "以上", "（含", "１", "２", "①", "A",
      "角", "整", "成", "￥", "负", "/", ":", "人民币", "支出", "季度", "三公", "😀", "é", "¥"};
  std::mt19937 random(20240501);
  for (int round = 0; round < 20000; ++round) {
    std::string text;
    for (int i = random() % 12; i >= 0; --i) text += kPieces[random() % std::size(kPieces)];
    for (const bool bare : {false, true}) ExpectEveryDigitCovered(text, bare);
    if (HasFatalFailure()) return;
  }
}

TEST(QuantitiesTest, OverlongDigitRunsAreCodes) {
  const std::string text(5000, '7');
  const std::vector<Quantity> quantities = Scan(text);
  ASSERT_EQ(1u, quantities.size());
  EXPECT_EQ(QuantityKind::kCode, quantities[0].kind);
  EXPECT_EQ(5000u, quantities[0].text.size());
}

TEST(UnitsTest, UnknownKeysAreErrorsWithTheirPlace) {
  const Result<UnitGrammar> grammar =
      LoadUnits({"units.toml", "[[unit]]\nliteral = 'x'\ncode = 'X'\nkind = 'count'\ncolor = 1\n"});
  ASSERT_FALSE(grammar.ok());
  EXPECT_EQ(5u, grammar.error().line);
  EXPECT_NE(std::string::npos, grammar.error().message.find("color"));
}

TEST(UnitsTest, UnknownKindsNameTheKnownOnes) {
  const Result<UnitGrammar> grammar =
      LoadUnits({"units.toml", "[[unit]]\nliteral = 'x'\ncode = 'X'\nkind = 'colour'\n"});
  ASSERT_FALSE(grammar.ok());
  EXPECT_EQ(4u, grammar.error().line);
  EXPECT_NE(std::string::npos, grammar.error().hint.find("money"));
}

TEST(UnitsTest, AUnitGivenTwiceIsAnError) {
  const Result<UnitGrammar> grammar = LoadUnits({"units.toml",
                                                 "[[unit]]\nliteral = 'x'\ncode = 'X'\nkind = 'count'\n"
                                                 "[[unit]]\nliteral = 'x'\ncode = 'Y'\nkind = 'count'\n"});
  ASSERT_FALSE(grammar.ok());
  EXPECT_EQ(6u, grammar.error().line);
}

TEST(UnitsTest, ViewsStayValidWhenTheGrammarMoves) {
  Result<UnitGrammar> loaded = LoadUnits({"units.toml", "[[unit]]\nliteral = '辆'\ncode = 'VEHICLE'\nkind = 'count'\n"});
  ASSERT_TRUE(loaded.ok());
  const QuantityScanner scanner(std::move(loaded).value());
  std::vector<Quantity> quantities;
  scanner.Scan("3辆", {false}, &quantities);
  ASSERT_EQ(1u, quantities.size());
  EXPECT_EQ("VEHICLE", scanner.units()[quantities[0].unit_index].code);
}

}  // namespace
}  // namespace mingzhang
