// Comparisons between documents, without the pipeline: records made by hand.
#include <gtest/gtest.h>

#include "extractor/output/diff.h"
#include "extractor/output/diff_match.h"
#include "extractor/output/diff_restatement.h"
#include "extractor/output/panel_rows.h"

namespace mingzhang {
namespace {

constexpr int kTenThousand = 4;

FactRecord Amount(std::string concept_id, int year, const char* wan, std::string stage = "budget") {
  FactRecord fact;
  fact.id = concept_id + std::to_string(year);
  fact.concept_id = std::move(concept_id);
  fact.measure = "amount";
  fact.stage = std::move(stage);
  fact.assertion = "stated";
  fact.year = year;
  fact.value = wan;
  fact.unit = "CNY_WAN";
  fact.number = Decimal::Parse(wan);
  fact.yuan = fact.number->Scaled(kTenThousand);
  fact.range = Interval::Rounded(*fact.number, 2).Scaled(kTenThousand);
  return fact;
}

DocumentRecord Budget(int year, std::string organization = "Water Bureau") {
  DocumentRecord document;
  document.name = std::to_string(year) + ".txt";
  document.kind = "budget";
  document.level = "department";
  document.region = "Qinghe";
  document.organization = std::move(organization);
  document.fiscal_year = year;
  return document;
}

std::vector<Change> Figures(const DocumentRecord& before, const DocumentRecord& after) {
  return Diff(before, after, DiffOptions{});
}

TEST(Diff, ThisYearsBudgetStandsAgainstLastYears) {
  DocumentRecord before = Budget(2023), after = Budget(2024);
  before.facts = {Amount("revenue.total", 2023, "654.39")};
  after.facts = {Amount("revenue.total", 2024, "648.26"), Amount("revenue.total", 2023, "654.39")};
  const auto changes = Figures(before, after);
  ASSERT_EQ(changes.size(), 1u);
  EXPECT_EQ(changes[0].kind, ChangeKind::kLevel);
  EXPECT_EQ(changes[0].difference->ToString(), "-61300");
  EXPECT_EQ(changes[0].rate->ToString(), "-0.94");
}

TEST(Diff, TheOrderOfFactsDoesNotMatter) {
  DocumentRecord before = Budget(2024), after = Budget(2024);
  before.facts = {Amount("a", 2024, "1.00"), Amount("b", 2024, "2.00"), Amount("b", 2024, "3.00")};
  after.facts = {Amount("b", 2024, "3.00"), Amount("a", 2024, "1.00"), Amount("b", 2024, "2.00")};
  EXPECT_TRUE(Figures(before, after).empty());
}

TEST(Diff, TrailingZerosAreNoDifference) {
  DocumentRecord before = Budget(2024), after = Budget(2024);
  before.facts = {Amount("a", 2024, "50")};
  after.facts = {Amount("a", 2024, "50.00")};
  EXPECT_TRUE(Figures(before, after).empty());
}

TEST(Diff, QualifiersTellFiguresApart) {
  DocumentRecord before = Budget(2023), after = Budget(2024);
  before.facts = {Amount("expenditure.functional", 2023, "10.00")};
  before.facts[0].qualifiers = {{"class", "Education"}};
  after.facts = {Amount("expenditure.functional", 2024, "10.00")};
  after.facts[0].qualifiers = {{"class", "Health"}};
  const auto changes = Figures(before, after);
  ASSERT_EQ(changes.size(), 2u);
  EXPECT_EQ(changes[0].kind, ChangeKind::kAdded);
  EXPECT_EQ(changes[1].kind, ChangeKind::kRemoved);
}

TEST(Restatement, RoundingIsNone) {
  DocumentRecord before = Budget(2023), after = Budget(2024);
  before.facts = {Amount("a", 2023, "654.39")};
  after.facts = {Amount("a", 2023, "654.4")};
  after.facts[0].range = Interval::Rounded(*after.facts[0].number, 1).Scaled(kTenThousand);
  EXPECT_TRUE(Figures(before, after).empty() || Figures(before, after)[0].kind != ChangeKind::kRestatement);
}

// 50 after a decrease of 4.13: 54.13 the year before.
DocumentRecord WithDecrease() {
  DocumentRecord after = Budget(2024);
  after.facts = {Amount("expenditure.project", 2024, "50.00"), Amount("expenditure.project", 2024, "-4.13")};
  after.facts[1].measure = "change";
  after.facts[1].basis_year = 2023;
  after.facts[1].basis_stage = "budget";
  ComparisonRecord comparison;
  comparison.subject = 0;
  comparison.change = 1;
  after.comparisons = {comparison};
  return after;
}

TEST(Restatement, LastYearFollowsFromTheChange) {
  DocumentRecord before = Budget(2023);
  before.facts = {Amount("expenditure.project", 2023, "55.00")};
  const auto found = CompareStatements(before, WithDecrease(), KeyOptions{});
  ASSERT_EQ(found.size(), 1u);
  EXPECT_TRUE(found[0].statement.derived);
  EXPECT_FALSE(found[0].agrees);
  EXPECT_EQ(found[0].statement.said.value, "54.13");
}

TEST(Restatement, ADerivedFigureAllowsForTheRoundingOfThree) {
  DocumentRecord before = Budget(2023);
  before.facts = {Amount("expenditure.project", 2023, "54.14")};
  EXPECT_TRUE(CompareStatements(before, WithDecrease(), KeyOptions{})[0].agrees);
  before.facts = {Amount("expenditure.project", 2023, "54.15")};
  EXPECT_FALSE(CompareStatements(before, WithDecrease(), KeyOptions{})[0].agrees);
}

TEST(Match, BracketsAndSpacesDoNotTellBodiesApart) {
  DocumentRecord a = Budget(2024, "Archive (Qinghe)"), b = Budget(2024, "Archive\xEF\xBC\x88Qinghe\xEF\xBC\x89");
  EXPECT_EQ(OrganizationKey(a), OrganizationKey(b));
}

TEST(Match, ARenamedBodyIsKnownByItsFigures) {
  Records before = {Budget(2023, "Farm Office")}, after = {Budget(2024, "Rural Affairs")};
  before[0].facts = {Amount("a", 2023, "10.00"), Amount("b", 2023, "20.00")};
  after[0].facts = {Amount("a", 2023, "10.00"), Amount("b", 2023, "20.00")};
  Matching matching = Match(before, after, KeyOptions{});
  ASSERT_EQ(matching.proposals.size(), 1u);
  EXPECT_EQ(matching.proposals[0].agreeing, 2);
  EXPECT_EQ(matching.pairs.size(), 1u);
  after[0].facts[1] = Amount("b", 2023, "21.00");
  EXPECT_TRUE(Match(before, after, KeyOptions{}).proposals.empty());
}

TEST(Match, MergedBodiesAreKnownByTheirSums) {
  Records before = {Budget(2023, "Culture"), Budget(2023, "Tourism"), Budget(2023, "Water")};
  before[0].facts = {Amount("a", 2023, "10.00"), Amount("b", 2023, "1.00")};
  before[1].facts = {Amount("a", 2023, "20.50"), Amount("b", 2023, "2.00")};
  before[2].facts = {Amount("a", 2023, "77.00"), Amount("b", 2023, "7.00")};
  Records after = {Budget(2024, "Leisure"), Budget(2024, "Water")};
  after[0].facts = {Amount("a", 2023, "30.50"), Amount("b", 2023, "3.00")};
  const Matching matching = Match(before, after, KeyOptions{});
  ASSERT_EQ(matching.proposals.size(), 1u);
  EXPECT_EQ(matching.proposals[0].old_documents, (std::vector<int>{0, 1}));
  EXPECT_EQ(matching.proposals[0].agreeing, 2);
}

TEST(DigestBody, YearsAndSpacesDoNotCount) {
  EXPECT_EQ(DigestBody("in 2023: 540.80, 130.80").digest, DigestBody("in 2024:\n540.80, 130.80").digest);
  EXPECT_NE(DigestBody("in 2023: 540.80").digest, DigestBody("in 2023: 540.81").digest);
  EXPECT_EQ(DigestBody("in 2023: 540.80, 130.80, 2023.5").figures, 3);
}

TEST(ReadRecord, SaysWhatIsWrong) {
  EXPECT_FALSE(ReadRecord("{", Units{}).ok());
  EXPECT_FALSE(ReadRecord("[]", Units{}).ok());
  EXPECT_FALSE(ReadRecord("{\"facts\": 3}", Units{}).ok());
  EXPECT_TRUE(ReadRecord("{\"facts\": [], \"document\": {}}", Units{}).ok());
}

}  // namespace
}  // namespace mingzhang
