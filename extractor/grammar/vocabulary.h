// concepts.toml, aliases.toml, relations.toml and functional.toml: the concepts and the words.
#pragma once

#include <map>
#include <string>
#include <vector>

#include "extractor/base/result.h"
#include "extractor/grammar/lexicon.h"
#include "extractor/grammar/grammar_file.h"

namespace mingzhang {

enum class Side : uint8_t { kNone, kRevenue, kExpenditure, kBoth };
// All of a side: with what other years left, or of its year alone.
enum class Whole : uint8_t { kNone, kAll, kYear };

// What each of these says of a concept stands at the head of concepts.toml.
struct Concept {
  std::string id;              // "three_public.official_vehicles.operation"
  std::string label_zh, label_en;
  ConceptId parent = kNoConcept;  // by id: the longest proper prefix that is a concept
  uint16_t measures = 0;       // bit i set: Measure(i) is allowed
  Stage stage = Stage::kNone;  // of its values, when no word says otherwise
  Side side = Side::kNone;
  Whole whole = Whole::kNone;
  bool modifier = false, government = false, government_fund = false, apart = false, carryover = false, economic = false, of_project = false;
  bool spends = false, dated = false, counted_in_purpose = false, heads_kinds = false, body = false, all_staff = false;
  ConceptId other_side = kNoConcept, filled_by = kNoConcept, part_of = kNoConcept, evaluates = kNoConcept, planned = kNoConcept;
  ConceptId in_finals = kNoConcept, in_fund = kNoConcept, in_government = kNoConcept, in_revenue = kNoConcept, in_expenditure = kNoConcept,
            held_as = kNoConcept;
  std::string count_unit;      // the unit code of its counts, whatever the classifier; may be empty
  std::vector<std::string> counted_in;  // codes of units that count it when only its parent is named
  bool Allows(Measure measure) const { return measures >> static_cast<int>(measure) & 1; }
};

struct Vocabulary {
  std::vector<Concept> concepts;
  std::map<std::string, ConceptId, std::less<>> by_id;
  std::vector<Word> words;
  ConceptId functional = kNoConcept;  // what a line of the functional classification is

  ConceptId Find(std::string_view id) const;
};

// Reads the four files in this order; any of them may be missing except the first.
Result<Vocabulary> LoadVocabulary(const std::vector<GrammarFile>& files);

std::optional<Stage> StageFromName(std::string_view name);

}  // namespace mingzhang
