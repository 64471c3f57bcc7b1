#include "tools/grammar_examples.h"

#include <algorithm>

#include <fmt/format.h>

#include "extractor/pipeline.h"

namespace mingzhang {
namespace {

std::string OneLine(std::string text) {
  std::replace(text.begin(), text.end(), '\n', ' ');
  return text;
}

// "revenue.total amount 648.26 CNY_WAN": how examples write a fact.
std::string FactText(const Fact& fact, const Grammar& grammar) {
  const bool word = fact.measure == Measure::kText || fact.measure == Measure::kGrade;
  const std::string_view unit = fact.unit < 0 ? "-" : grammar.units()[static_cast<size_t>(fact.unit)].code;
  const std::string& id = grammar.concepts()[static_cast<size_t>(fact.concept_id)].id;
  return fmt::format("{} {} {} {}", id, MeasureName(fact.measure), word ? fact.text : fact.value.ToString(), unit);
}

class ExampleRun {
 public:
  explicit ExampleRun(const Grammar& grammar) : grammar_(grammar), pipeline_(grammar) {}

  ExampleReport Run() {
    for (size_t i = 0; i < grammar_.rules().size(); ++i) TestRule(static_cast<int16_t>(i));
    for (size_t i = 0; i < grammar_.clauses().size(); ++i) TestClause(static_cast<int16_t>(i));
    return std::move(report_);
  }

 private:
  void Fail(const std::string& id, const std::string& what, const std::string& text) {
    report_.failures.push_back(fmt::format("{}: {}: {}", id, what, OneLine(text)));
  }

  std::unique_ptr<Document> Read(const std::string& id, const std::string& text) {
    ++report_.examples;
    auto document = pipeline_.Run("example.txt", text);
    if (document.ok()) return std::move(document).value();
    Fail(id, document.error().message, text);
    return nullptr;
  }

  bool Finds(const Document& document, int16_t rule) const {
    const auto& findings = document.extraction.findings;
    return std::any_of(findings.begin(), findings.end(), [&](const Finding& finding) { return finding.rule == rule; });
  }

  void TestRule(int16_t index) {
    const RuleSpec& rule = grammar_.rules()[static_cast<size_t>(index)];
    for (const std::string& text : rule.examples) {
      const auto document = Read(rule.id, text);
      if (document && !Finds(*document, index)) Fail(rule.id, "the example gives no finding", text);
    }
    for (const std::string& text : rule.counterexamples) {
      const auto document = Read(rule.id, text);
      if (document && Finds(*document, index)) Fail(rule.id, "the counterexample gives a finding", text);
    }
  }

  void TestClause(int16_t index) {
    const Clause& clause = grammar_.clauses()[static_cast<size_t>(index)];
    for (const ClauseExample& example : clause.examples) TestClauseExample(index, example);
    for (const std::string& text : clause.counterexamples) {
      const auto document = Read(clause.id, text);
      if (!document) continue;
      const auto& facts = document->extraction.facts;
      const bool read = std::any_of(facts.begin(), facts.end(), [&](const Fact& fact) { return fact.rule == index; });
      if (read) Fail(clause.id, "the pattern reads its counterexample", text);
    }
  }

  void TestClauseExample(int16_t index, const ClauseExample& example) {
    const Clause& clause = grammar_.clauses()[static_cast<size_t>(index)];
    const auto document = Read(clause.id, example.text);
    if (!document) return;
    std::vector<std::string> facts, wanted = example.facts;
    for (const Fact& fact : document->extraction.facts) {
      if (fact.rule == index) facts.push_back(FactText(fact, grammar_));
    }
    std::sort(facts.begin(), facts.end());
    std::sort(wanted.begin(), wanted.end());
    if (facts == wanted) return;
    Fail(clause.id, fmt::format("wanted [{}], read [{}]", fmt::join(wanted, "; "), fmt::join(facts, "; ")),
         example.text);
  }

  const Grammar& grammar_;
  const Pipeline pipeline_;
  ExampleReport report_;
};

}  // namespace

ExampleReport TestExamples(const Grammar& grammar) { return ExampleRun(grammar).Run(); }

}  // namespace mingzhang
