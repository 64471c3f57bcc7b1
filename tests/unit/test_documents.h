// The documents that properties are tried on, and their facts as text.
#pragma once

#include <algorithm>
#include <filesystem>
#include <string>
#include <vector>

#include <fmt/format.h>

#include "tests/unit/test_data.h"

namespace mingzhang::test {

struct TestDocument {
  std::string name, bytes;
};

inline std::vector<TestDocument> TextsBelow(const std::string& folder) {
  std::vector<std::filesystem::path> paths;
  if (!std::filesystem::is_directory(folder)) return {};
  for (const auto& entry : std::filesystem::recursive_directory_iterator(folder)) {
    if (entry.path().extension() == ".txt") paths.push_back(entry.path());
  }
  std::sort(paths.begin(), paths.end());
  std::vector<TestDocument> documents;
  for (const auto& path : paths) documents.push_back({path.filename().string(), ReadWhole(path.string())});
  return documents;
}

// Every document of the corpus.
inline const std::vector<TestDocument>& CorpusDocuments() {
  static const std::vector<TestDocument> documents = TextsBelow(SourcePath("corpus"));
  return documents;
}

// The real sample; empty where it is not beside the source tree.
inline std::vector<TestDocument> SampleDocuments() { return TextsBelow(SourcePath("../shared/seeds")); }

// "revenue.total amount 2024 648.26 CNY_WAN 2023/budget": what a fact says, without its place.
inline std::string FactText(const Fact& fact, const Grammar& grammar) {
  const auto id = [&](ConceptId concept_id) { return grammar.concepts()[static_cast<size_t>(concept_id)].id; };
  const bool word = fact.measure == Measure::kText || fact.measure == Measure::kGrade;
  std::string basis = "-";
  if (fact.basis.concept_id != kNoConcept) basis = id(fact.basis.concept_id);
  else if (!fact.basis.none()) basis = fmt::format("{}/{}", fact.basis.year, StageName(fact.basis.stage));
  return fmt::format("{} {} {}-{}-{} {} {} {}", id(fact.concept_id), MeasureName(fact.measure), fact.period.year, fact.period.month,
                     fact.period.day, word ? fact.text : fact.value.ToString(),
                     fact.unit < 0 ? "-" : grammar.units()[static_cast<size_t>(fact.unit)].code, basis);
}

inline std::vector<std::string> FactsOf(const Document& document, const Grammar& grammar = TreeGrammar()) {
  std::vector<std::string> facts;
  for (const Fact& fact : document.extraction.facts) facts.push_back(FactText(fact, grammar));
  return facts;
}

}  // namespace mingzhang::test
