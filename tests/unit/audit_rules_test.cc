// The audit on small documents written as data: tests/data/audit/cases/*.txt.
//
//   document KIND LEVEL YEAR
//   fact NAME CONCEPT MEASURE YEAR/STAGE VALUE UNIT [basis=YEAR/STAGE] [of=CONCEPT] [negative|qualitative] [KEY=VALUE…]
//   sentence                    the facts that follow stand in a new sentence
//   detached NUMERAL            a numeral that lost its place stands here
//   compare [subject=NAME] [base=NAME] [change=NAME] [rate=NAME] [direction=WORD]
//   expect RULE SEVERITY NAME [DIAGNOSIS|-] [LOW..HIGH]
//   pass RULE NAME              the rule must have held for the fact
//   unknown RULE REASON         the rule must say that it could not be evaluated, and why
//   only FAMILY…                of these families, nothing else may be found
#include <algorithm>
#include <filesystem>
#include <fstream>
#include <map>
#include <sstream>

#include <gtest/gtest.h>

#include "extractor/audit/audit.h"
#include "extractor/grammar/grammar.h"
#include "tests/unit/test_data.h"

namespace mingzhang {
namespace {

namespace fs = std::filesystem;

fs::path CaseFolder() { return test::SourcePath("tests/data/audit/cases"); }

template <typename Enum, typename Name>
Enum EnumNamed(const std::string& text, int count, const Name& name) {
  for (int i = 0; i < count; ++i) {
    if (name(static_cast<Enum>(i)) == text) return static_cast<Enum>(i);
  }
  ADD_FAILURE() << "no such word: " << text;
  return Enum{};
}

class Case {
 public:
  explicit Case(const fs::path& path) : grammar_(Grammar::Embedded()) {
    std::ifstream file(path);
    for (std::string line; std::getline(file, line);) {
      std::istringstream words(line);
      std::string verb;
      if (words >> verb && verb[0] != '#') Read(verb, &words);
    }
    text_.decoded = text_.logical;
    text_.logical_to_decoded.AddRun(0, 0);
    text_.lines.push_back({{0, static_cast<uint32_t>(text_.logical.size())}, LineKind::kProse, false, false});
    Audit(grammar_, text_, {}, &extraction_);
  }

  void Verify() {
    std::vector<bool> met(extraction_.findings.size());
    for (const auto& expectation : expectations_) VerifyExpected(expectation, &met);
    for (size_t i = 0; i < met.size(); ++i) {
      const Finding& finding = extraction_.findings[i];
      const std::string family = RuleId(finding.rule).substr(0, 2);
      const bool watched = std::find(families_.begin(), families_.end(), family) != families_.end();
      EXPECT_TRUE(met[i] || !watched) << "unexpected " << RuleId(finding.rule) << ": " << finding.message_zh;
      EXPECT_EQ(finding.message_en.find_first_of("{}"), std::string::npos) << finding.message_en;
    }
    for (const auto& [rule, name] : passes_) {
      EXPECT_TRUE(std::any_of(extraction_.checks.passed.begin(), extraction_.checks.passed.end(), [&](const auto& passed) {
        return RuleId(passed.first) == rule && passed.second == names_.at(name);
      })) << rule << " did not pass for " << name;
    }
    for (const auto& [rule, reason] : unknown_) {
      EXPECT_TRUE(std::any_of(extraction_.checks.not_evaluable.begin(), extraction_.checks.not_evaluable.end(),
                              [&](const auto& check) { return RuleId(check.first) == rule && check.second == reason; }))
          << rule << " does not say: " << reason;
    }
  }

 private:
  struct Expectation {
    std::string rule, severity, name, diagnosis, interval;
  };

  void Read(const std::string& verb, std::istringstream* words);
  void ReadDocument(std::istringstream* words);
  void ReadFact(std::istringstream* words);
  void ReadFactOption(const std::string& option, Fact* fact);
  void ReadComparison(std::istringstream* words);
  Range Append(const std::string& text) {
    const auto begin = static_cast<uint32_t>(text_.logical.size());
    text_.logical += text;
    return {begin, static_cast<uint32_t>(text_.logical.size())};
  }
  std::string RuleId(int16_t rule) const { return grammar_.rules()[rule].id; }

  void VerifyExpected(const Expectation& expected, std::vector<bool>* met) {
    for (size_t i = 0; i < extraction_.findings.size(); ++i) {
      const Finding& finding = extraction_.findings[i];
      if ((*met)[i] || RuleId(finding.rule) != expected.rule) continue;
      const Fact& fact = extraction_.facts[names_.at(expected.name)];
      if (finding.spans.empty() || !finding.spans.front().Overlaps(fact.statement)) continue;
      (*met)[i] = true;
      EXPECT_EQ(SeverityName(finding.severity), expected.severity);
      const std::string diagnosis = finding.diagnoses.empty() ? "-" : finding.diagnoses.front();
      const std::string interval = Shown(finding.expected);
      EXPECT_EQ(diagnosis, expected.diagnosis.empty() ? diagnosis : expected.diagnosis) << finding.message_zh;
      EXPECT_EQ(interval, expected.interval.empty() ? interval : expected.interval);
      return;
    }
    ADD_FAILURE() << "missing " << expected.rule << " at " << expected.name;
  }

  static std::string Shown(const std::optional<Interval>& interval) {
    if (!interval) return "-";
    const auto four = [](const Decimal& value) { return Decimal::Add(value, Decimal(0, 4))->ToString(); };
    return four(interval->lo) + ".." + four(interval->hi);
  }

  const Grammar& grammar_;
  DocumentText text_;
  Extraction extraction_;
  std::map<std::string, Index> names_;
  Index sentence_ = 0;
  std::vector<Expectation> expectations_;
  std::vector<std::pair<std::string, std::string>> passes_, unknown_;
  std::vector<std::string> families_;
};

void Case::Read(const std::string& verb, std::istringstream* words) {
  std::string rule, word;
  if (verb == "document") return ReadDocument(words);
  if (verb == "fact") return ReadFact(words);
  if (verb == "compare") return ReadComparison(words);
  if (verb == "sentence") {
    ++sentence_;
    Append("\n");
  } else if (verb == "detached") {
    *words >> word;
    extraction_.coverage.detached.push_back(Append(word));
  } else if (verb == "expect") {
    Expectation expected;
    *words >> expected.rule >> expected.severity >> expected.name >> expected.diagnosis >> expected.interval;
    expectations_.push_back(expected);
  } else if (verb == "pass") {
    *words >> rule >> word;
    passes_.emplace_back(rule, word);
  } else if (verb == "unknown") {
    *words >> rule >> std::ws;
    std::getline(*words, word);
    unknown_.emplace_back(rule, word);
  } else if (verb == "only") {
    while (*words >> word) families_.push_back(word);
  } else {
    ADD_FAILURE() << "unknown line: " << verb;
  }
}

void Case::ReadDocument(std::istringstream* words) {
  std::string kind, level;
  *words >> kind >> level >> extraction_.document.fiscal_year;
  extraction_.document.kind = kind == "budget" ? DocumentKind::kBudget : DocumentKind::kFinalAccounts;
  extraction_.document.level = EnumNamed<DocumentLevel>(level, 4, DocumentLevelName);
  extraction_.document.organization = "test";
}

std::pair<int16_t, Stage> YearAndStage(const std::string& text) {
  const size_t slash = text.find('/');
  return {static_cast<int16_t>(std::stoi(text.substr(0, slash))), EnumNamed<Stage>(text.substr(slash + 1), 7, StageName)};
}

void Case::ReadFactOption(const std::string& option, Fact* fact) {
  const size_t equals = option.find('=');
  const std::string key = option.substr(0, equals), value = equals == std::string::npos ? "" : option.substr(equals + 1);
  if (key == "basis") {
    std::tie(fact->basis.year, fact->basis.stage) = YearAndStage(value);
  } else if (key == "of") {
    fact->basis.concept_id = grammar_.FindConcept(value);
  } else if (key == "negative") {
    fact->assertion = Assertion::kNegative;
  } else if (key == "qualitative") {
    fact->assertion = Assertion::kQualitative;
  } else {
    fact->qualifiers.emplace_back(key, value);
  }
}

void Case::ReadFact(std::istringstream* words) {
  std::string name, concept_id, measure, period, value, unit, option;
  *words >> name >> concept_id >> measure >> period >> value >> unit;
  Fact fact;
  fact.concept_id = grammar_.FindConcept(concept_id);
  ASSERT_NE(fact.concept_id, kNoConcept) << concept_id;
  fact.measure = EnumNamed<Measure>(measure, 11, MeasureName);
  std::tie(fact.period.year, fact.stage) = YearAndStage(period);
  fact.value = *Decimal::Parse(value);
  for (size_t i = 0; i < grammar_.units().size(); ++i) {
    if (grammar_.units()[i].literal == unit) fact.unit = static_cast<int16_t>(i);
  }
  while (*words >> option) ReadFactOption(option, &fact);
  fact.sentence = fact.section = sentence_;
  fact.label_range = Append(name);
  fact.value_range = Append(fact.value.Abs().ToString());
  fact.unit_range = Append(unit);
  fact.statement = {fact.label_range.begin, fact.unit_range.end};
  if (fact.assertion != Assertion::kStated) fact.value_range = {};
  fact.section = kNone;
  Append("，");
  names_[name] = static_cast<Index>(extraction_.facts.size());
  extraction_.facts.push_back(std::move(fact));
}

void Case::ReadComparison(std::istringstream* words) {
  Comparison comparison;
  const std::map<std::string, Index*> roles = {{"subject", &comparison.subject}, {"base", &comparison.base},
                                               {"change", &comparison.change}, {"rate", &comparison.rate}};
  for (std::string word; *words >> word;) {
    const size_t equals = word.find('=');
    const std::string key = word.substr(0, equals), value = word.substr(equals + 1);
    if (key == "direction") {
      comparison.direction = EnumNamed<Direction>(value, 4, DirectionName);
    } else {
      *roles.at(key) = names_.at(value);
    }
  }
  const Index stated = comparison.change != kNone ? comparison.change : comparison.rate;
  const Fact& fact = extraction_.facts[stated];
  if (comparison.direction == Direction::kNone) {
    comparison.direction = fact.value.sign() < 0 ? Direction::kDecrease : Direction::kIncrease;
  }
  comparison.basis = fact.basis;
  comparison.statement = fact.statement;
  extraction_.comparisons.push_back(comparison);
}

class AuditCaseTest : public testing::TestWithParam<std::string> {};

TEST_P(AuditCaseTest, FindsWhatItShould) { Case(CaseFolder() / (GetParam() + ".txt")).Verify(); }

std::vector<std::string> CaseNames() {
  std::vector<std::string> names;
  for (const auto& entry : fs::directory_iterator(CaseFolder())) names.push_back(entry.path().stem().string());
  std::sort(names.begin(), names.end());
  return names;
}

INSTANTIATE_TEST_SUITE_P(Cases, AuditCaseTest, testing::ValuesIn(CaseNames()), [](const auto& info) {
  std::string name = info.param;
  std::replace(name.begin(), name.end(), '-', '_');
  return name;
});

}  // namespace
}  // namespace mingzhang
