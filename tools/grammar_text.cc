#include "tools/grammar_text.h"

#include <algorithm>
#include <map>

#include <fmt/format.h>

#include "tools/program.h"

namespace mingzhang {
namespace {

template <typename... Args>
void Print(std::string* out, fmt::format_string<Args...> format, Args&&... args) {
  fmt::format_to(std::back_inserter(*out), format, std::forward<Args>(args)...);
}

const std::string& ConceptName(const Grammar& grammar, ConceptId id) {
  return grammar.concepts()[static_cast<size_t>(id)].id;
}

std::string MeasuresOf(const Concept& one) {
  std::string measures;
  for (int i = 0; i <= static_cast<int>(Measure::kYear); ++i) {
    const auto measure = static_cast<Measure>(i);
    if (one.Allows(measure)) measures.append(measures.empty() ? "" : " ").append(MeasureName(measure));
  }
  return measures;
}

void ListConcepts(const Grammar& grammar, std::string* out) {
  for (const Concept& one : grammar.concepts()) {
    Print(out, "{}\t{}\t{}\t{}\n", one.id, one.label_zh, one.label_en, MeasuresOf(one));
  }
}

void ListWords(const Grammar& grammar, std::string* out) {
  for (const Word& word : grammar.lexicon().words()) {
    Print(out, "{}\t{}\n", word.text, word.concept_id == kNoConcept ? "" : ConceptName(grammar, word.concept_id));
  }
}

void ListUnits(const Grammar& grammar, std::string* out) {
  for (const Unit& unit : grammar.units()) {
    Print(out, "{}\t{}\t{}\n", unit.literal, unit.code, QuantityKindName(unit.kind));
  }
}

void ListClauses(const Grammar& grammar, std::string* out) {
  for (const Clause& clause : grammar.clauses()) Print(out, "{}\t{}\n", clause.id, clause.pattern);
}

void ListRules(const Grammar& grammar, std::string* out) {
  for (const RuleSpec& rule : grammar.rules()) {
    Print(out, "{}\t{}\t{}\t{}\t{}\n", rule.id, SeverityName(rule.severity), RuleKindName(rule.kind), rule.name_zh,
          rule.name_en);
  }
}

void ListFiles(const Grammar& grammar, std::string* out) {
  for (const GrammarFile& file : grammar.files()) Print(out, "{}\t{}\n", file.name, file.text.size());
}

void PrintExamples(std::string* out, std::string_view what, const std::vector<std::string>& texts) {
  for (const std::string& text : texts) Print(out, "\n{}:\n{}\n", what, text);
}

std::string RuleScope(const RuleSpec& rule) {
  std::string scope = rule.budget ? "budget" : "";
  if (rule.final_accounts) scope += scope.empty() ? "final accounts" : ", final accounts";
  if (rule.panel) scope += scope.empty() ? "panel" : ", panel";
  return scope;
}

void PrintCase(const Grammar& grammar, const RuleCase& one, std::string* out) {
  std::string line;
  if (one.concept_id != kNoConcept) line += " " + ConceptName(grammar, one.concept_id);
  for (const ConceptId part : one.parts) line += " + " + ConceptName(grammar, part);
  for (const ConceptId part : one.optional) line += " [+ " + ConceptName(grammar, part) + "]";
  if (one.pattern) line += " /" + one.pattern.regex().pattern() + "/";
  if (!one.term.empty()) line += " -> " + one.term;
  if (!line.empty()) Print(out, "case:{}\n", line);
}

std::string ExplainRule(const Grammar& grammar, const RuleSpec& rule) {
  std::string out;
  Print(&out, "{} {} / {}\n", rule.id, rule.name_zh, rule.name_en);
  Print(&out, "severity: {}\nkind: {}\napplies to: {}\n", SeverityName(rule.severity), RuleKindName(rule.kind),
        RuleScope(rule));
  Print(&out, "message: {}\nmessage: {}\n", rule.message_zh, rule.message_en);
  if (!rule.source.empty()) Print(&out, "source: {}\n", rule.source);
  for (const RuleCase& one : rule.cases) PrintCase(grammar, one, &out);
  PrintExamples(&out, "example", rule.examples);
  PrintExamples(&out, "counterexample", rule.counterexamples);
  return out;
}

std::string ExplainConcept(const Grammar& grammar, ConceptId id) {
  const Concept& one = grammar.concepts()[static_cast<size_t>(id)];
  std::string out;
  Print(&out, "{} {} / {}\nmeasures: {}\n", one.id, one.label_zh, one.label_en, MeasuresOf(one));
  if (one.parent != kNoConcept) Print(&out, "parent: {}\n", ConceptName(grammar, one.parent));
  for (const Word& word : grammar.lexicon().words()) {
    if (word.concept_id == id) Print(&out, "alias: {}\n", word.text);
  }
  for (const RuleSpec& rule : grammar.rules()) {
    const bool concerned = std::any_of(rule.cases.begin(), rule.cases.end(), [&](const RuleCase& one_case) {
      return one_case.concept_id == id || std::count(one_case.parts.begin(), one_case.parts.end(), id) > 0;
    });
    if (concerned) Print(&out, "rule: {} {}\n", rule.id, rule.name_zh);
  }
  return out;
}

std::string ExplainClause(const Clause& clause) {
  std::string out;
  Print(&out, "{}\npattern: {}\nmeasure: {}\n", clause.id, clause.pattern, MeasureName(clause.measure));
  for (const ClauseExample& example : clause.examples) {
    Print(&out, "\nexample:\n{}\n", example.text);
    for (const std::string& fact : example.facts) Print(&out, "  {}\n", fact);
  }
  PrintExamples(&out, "counterexample", clause.counterexamples);
  return out;
}

}  // namespace

std::string GrammarSummary(const Grammar& grammar) {
  return fmt::format("{} files, {} concepts, {} words, {} units, {} clause patterns, {} rules; sha256 {}\n",
                     grammar.files().size(), grammar.concepts().size(), grammar.lexicon().words().size(),
                     grammar.units().size(), grammar.clauses().size(), grammar.rules().size(), grammar.sha256());
}

std::string GrammarList(const Grammar& grammar, std::string_view what) {
  using List = void (*)(const Grammar&, std::string*);
  static const std::map<std::string, List, std::less<>> kLists = {
      {"concepts", ListConcepts}, {"words", ListWords}, {"units", ListUnits},
      {"clauses", ListClauses},   {"rules", ListRules}, {"files", ListFiles}};
  std::string out;
  const auto list = kLists.find(what);
  if (list != kLists.end()) list->second(grammar, &out);
  return out;
}

std::string GrammarExplanation(const Grammar& grammar, std::string_view id) {
  for (const RuleSpec& rule : grammar.rules()) {
    if (rule.id == id) return ExplainRule(grammar, rule);
  }
  if (const ConceptId found = grammar.FindConcept(id); found != kNoConcept) return ExplainConcept(grammar, found);
  for (const Clause& clause : grammar.clauses()) {
    if (clause.id == id) return ExplainClause(clause);
  }
  return "";
}

}  // namespace mingzhang
