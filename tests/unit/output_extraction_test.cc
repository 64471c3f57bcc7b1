#include <filesystem>
#include <fstream>
#include <sstream>
#include <thread>

#include <gtest/gtest.h>
#include <nlohmann/json.hpp>

#include "extractor/output/audit_report.h"
#include "extractor/output/audit_selection.h"
#include "extractor/output/extraction_json.h"
#include "extractor/output/finding_place.h"
#include "extractor/output/fingerprint.h"
#include "extractor/output/sarif.h"
#include "extractor/pipeline.h"
#include "extractor/text/decode.h"

namespace mingzhang {
namespace {

using Json = nlohmann::ordered_json;

constexpr std::string_view kWrong =
    "云川市青禾区文化馆2024年单位预算\n\n一、收支预算情况说明\n\n"
    "2024年收入预算512.30万元，比2023年500.00万元增加12.30万元，增长2.64%。\n";

std::unique_ptr<Document> Read(std::string_view text) {
  static const Pipeline kPipeline(Grammar::Embedded());
  return std::move(kPipeline.Run("test.txt", text)).value();
}

std::string JsonOf(const Document& document, JsonOptions options = {}) {
  std::string json;
  WriteJson(document, Grammar::Embedded(), options, &json);
  return json;
}

const Finding& FindingOf(const Document& document, std::string_view rule) {
  for (const Finding& finding : document.extraction.findings) {
    if (Grammar::Embedded().rules()[static_cast<size_t>(finding.rule)].id == rule) return finding;
  }
  static const Finding kNone;
  ADD_FAILURE() << "no finding " << rule;
  return kNone;
}

std::string FingerprintOf(std::string_view text) {
  const auto document = Read(text);
  return Fingerprint(FindingOf(*document, "AR002"), *document, Grammar::Embedded());
}

std::string Slurp(const std::filesystem::path& path) {
  std::ostringstream text;
  text << std::ifstream(path, std::ios::binary).rdbuf();
  return text.str();
}

TEST(ExtractionJsonTest, IsWhatNlohmannWritesForEveryCorpusText) {
  for (const auto& file : std::filesystem::recursive_directory_iterator(MINGZHANG_SOURCE_DIR "/corpus")) {
    if (file.path().extension() != ".txt") continue;
    const auto document = Read(Slurp(file.path()));
    for (const bool all_spans : {false, true}) {
      const std::string json = JsonOf(*document, {.all_spans = all_spans});
      EXPECT_EQ(Json::parse(json).dump(), json) << file.path();
      EXPECT_EQ(Json::parse(JsonOf(*document, {.all_spans = all_spans, .pretty = true})).dump(), json) << file.path();
    }
  }
}

TEST(ExtractionJsonTest, KeysComeInTheOrderOfTheContract) {
  const Json json = Json::parse(JsonOf(*Read(kWrong)));
  std::vector<std::string> keys;
  for (const auto& item : json.items()) keys.push_back(item.key());
  EXPECT_EQ(keys, (std::vector<std::string>{"schema_version", "generator", "source", "document", "sections", "facts",
                                            "comparisons", "relations", "findings", "checks", "coverage"}));
}

TEST(ExtractionJsonTest, AFactAsTheContractShowsIt) {
  const Json json = Json::parse(JsonOf(*Read(kWrong)));
  const auto& facts = json["facts"];
  const auto is_rate = [](const Json& fact) { return fact["measure"] == "change_rate"; };
  const auto rate = std::find_if(facts.begin(), facts.end(), is_rate);
  ASSERT_NE(rate, facts.end());
  EXPECT_EQ((*rate)["concept"], "revenue.total");
  EXPECT_EQ((*rate)["value"], "2.64");
  EXPECT_EQ((*rate)["interval"], Json::parse(R"(["2.635","2.645"])"));
  EXPECT_EQ((*rate)["unit"]["code"], "PCT");
  EXPECT_EQ((*rate)["basis"], Json::parse(R"({"year":2023,"stage":"budget"})"));
  EXPECT_TRUE((*rate)["yuan"].is_null());
  EXPECT_EQ(facts[0]["yuan"], "5123000");
  EXPECT_EQ(facts[0]["interval"], Json::parse(R"(["512.295","512.305"])"));
}

TEST(ExtractionJsonTest, ALongTitleIsCutBetweenCharacters) {
  for (size_t digits = 0; digits < 3; ++digits) {
    const std::string text = "青禾省林业局财政拨款三公经费2023年预算情况的说明" + std::string(digits, 'A') +
                             "青禾省林业局财政拨款三公经费包括本级和下属单位的预算安排情况";
    const std::string title = Read(text)->extraction.document.title;
    EXPECT_FALSE(title.empty());
    EXPECT_EQ(title.size(), FirstInvalidUtf8(title)) << title;
  }
}

TEST(ExtractionJsonTest, PastTheDeadlineNothingIsComplete) {
  const auto document = Read(kWrong);
  std::string json;
  EXPECT_TRUE(WriteJson(*document, Grammar::Embedded(), {}, &json));
  document->deadline = Deadline(std::chrono::milliseconds(1));
  while (!document->deadline.HasPassed()) std::this_thread::yield();
  EXPECT_FALSE(WriteJson(*document, Grammar::Embedded(), {}, &json));
}

TEST(FactIdTest, ThreeDigitsOrMore) {
  EXPECT_EQ(FactId(0), "f001");
  EXPECT_EQ(FactId(98), "f099");
  EXPECT_EQ(FactId(1234), "f1235");
}

TEST(FingerprintTest, DoesNotDependOnPlaceAndSpaces) {
  const std::string text(kWrong);
  EXPECT_EQ(FingerprintOf("\n\n\n" + text), FingerprintOf(text));
  std::string spaced = text;
  spaced.replace(spaced.find("增长2"), 6, "增长 ");
  EXPECT_EQ(FingerprintOf(spaced), FingerprintOf(text));
}

TEST(FingerprintTest, DependsOnTheFigure) {
  std::string other(kWrong);
  other.replace(other.find("2.64"), 4, "2.74");
  EXPECT_NE(FingerprintOf(other), FingerprintOf(kWrong));
}

TEST(DisplayWidthTest, ChineseIsTwoColumnsWide) {
  EXPECT_EQ(DisplayWidth("a1."), 3u);
  EXPECT_EQ(DisplayWidth("万元"), 4u);
  EXPECT_EQ(DisplayWidth("，１"), 4u);
  EXPECT_EQ(DisplayWidth("e\xCC\x81"), 1u);
}

TEST(MarkLineTest, MarksStandUnderTheFigure) {
  const auto document = Read(kWrong);
  const MarkedLine marked = MarkLine(document->text, FindingOf(*document, "AR002").spans[0], 200);
  const size_t place = marked.source.find("2.64");
  ASSERT_NE(place, std::string::npos);
  EXPECT_EQ(marked.marks, std::string(DisplayWidth(marked.source.substr(0, place)), ' ') + "^~~~");
}

TEST(MarkLineTest, LongLinesAreShortenedAroundThePlace) {
  const auto document = Read(kWrong);
  const MarkedLine marked = MarkLine(document->text, FindingOf(*document, "AR002").spans[0], 20);
  EXPECT_LE(DisplayWidth(marked.source), 22u);
  EXPECT_NE(marked.source.find("2.64"), std::string::npos);
}

TEST(ReadBaselineTest, ReadsEveryFormOfReport) {
  const auto baseline = ReadBaseline(R"(a.txt:1:2: error[AR002]: x AR002@0123456789abcdef
      "fingerprint":"1111111111111111", "fingerprint": "2222222222222222" "mingzhang/v1": "3333333333333333" @12)");
  EXPECT_EQ(baseline, (std::set<std::string, std::less<>>{"0123456789abcdef", "1111111111111111", "2222222222222222",
                                                          "3333333333333333"}));
}

TEST(SelectTest, BaselineAndSuppressionsTakeFindingsOut) {
  const auto document = Read(kWrong);
  const std::string fingerprint = FingerprintOf(kWrong);
  Acceptance acceptance;
  acceptance.suppressed["AR002@" + fingerprint] = "known";
  FindingCounts counts;
  counts.Add(Select(*document, Grammar::Embedded(), acceptance));
  EXPECT_EQ(counts.suppressed, 1u);
  acceptance.suppressed.clear();
  acceptance.baseline.insert(fingerprint);
  counts = {};
  counts.Add(Select(*document, Grammar::Embedded(), acceptance));
  EXPECT_EQ(counts.known, 1u);
}

TEST(AuditSummaryTest, CountsWhatIsShownAndWhatIsNot) {
  FindingCounts counts;
  counts.by_severity[static_cast<size_t>(Severity::kError)] = 1;
  counts.suppressed = 2;
  EXPECT_EQ(AuditSummary(counts, 3, 0), "1 error, 0 warnings, 0 notes in 3 documents; 2 suppressed");
}

TEST(SarifTest, UrisAreEncoded) {
  EXPECT_EQ(UriOf("a b/元.txt"), "a%20b/%E5%85%83.txt");
  EXPECT_EQ(UriOf("/x.txt"), "file:///x.txt");
}

TEST(SarifTest, EveryResultNamesItsRule) {
  const auto document = Read(kWrong);
  std::string out;
  SarifLog log(Grammar::Embedded(), /*chinese=*/true, &out);
  log.Add(*document, "test.txt", Select(*document, Grammar::Embedded(), {}));
  log.Finish();
  const Json run = Json::parse(out)["runs"][0];
  EXPECT_EQ(run["results"].size(), document->extraction.findings.size());
  for (const Json& result : run["results"]) {
    EXPECT_EQ(run["tool"]["driver"]["rules"][result["ruleIndex"].get<size_t>()]["id"], result["ruleId"]);
  }
}

}  // namespace
}  // namespace mingzhang
