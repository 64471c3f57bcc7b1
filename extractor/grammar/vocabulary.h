// concepts.toml, aliases.toml, relations.toml and functional.toml: the concepts and the words.
#pragma once

#include <map>
#include <string>
#include <vector>

#include "extractor/base/result.h"
#include "extractor/grammar/lexicon.h"
#include "extractor/grammar/grammar_file.h"

namespace mingzhang {

struct Concept {
  std::string id;              // "three_public.official_vehicles.operation"
  std::string label_zh, label_en;
  ConceptId parent = kNoConcept;  // by id: the longest proper prefix that is a concept
  uint16_t measures = 0;       // bit i set: Measure(i) is allowed
  Stage stage = Stage::kNone;  // of its values, when no word says otherwise
  bool modifier = false;       // a source of funds
  bool spends = false;         // 支出 on a line that it heads is its own
  bool dated = false;          // its day is the last one named in the section
  ConceptId in_finals = kNoConcept;  // what its names mean in final accounts
  ConceptId in_revenue = kNoConcept, in_expenditure = kNoConcept;  // what its neutral names mean in a list of that side
  std::string count_unit;      // the unit code of its counts, whatever the classifier; may be empty
  std::vector<std::string> counted_in;  // codes of units that count it when only its parent is named
  bool Allows(Measure measure) const { return measures >> static_cast<int>(measure) & 1; }
};

struct Vocabulary {
  std::vector<Concept> concepts;
  std::map<std::string, ConceptId, std::less<>> by_id;
  std::vector<Word> words;

  ConceptId Find(std::string_view id) const;
};

// Reads the four files in this order; any of them may be missing except the first.
Result<Vocabulary> LoadVocabulary(const std::vector<GrammarFile>& files);

std::optional<Stage> StageFromName(std::string_view name);

}  // namespace mingzhang
