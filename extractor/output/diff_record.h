// One document as comparisons between documents need it: no text, no indices, no grammar.
//
// Whatever the input — a text that the pipeline has just read, or an extraction from a file — the
// record is read from the output contract, so both behave the same.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "extractor/base/interval.h"
#include "extractor/base/result.h"
#include "extractor/pipeline.h"

namespace mingzhang {

// A place in the file as received, and what is printed there.
struct PlaceRecord {
  uint64_t byte_begin = 0, byte_end = 0;
  uint32_t line = 0;  // 0: about the whole document
  std::string quote;
};

struct FactRecord {
  std::string id, concept_id, measure, stage, assertion, binding, section, rule;
  int year = 0;                // 0: no period
  std::string date;            // "2023-12-31" for stocks
  int basis_year = 0;
  std::string basis_stage, basis_concept;
  std::string value, unit;     // as printed; the word itself for words
  std::optional<Decimal> yuan;     // for money
  std::optional<Decimal> number;   // in the unit, whatever it is; nothing for words
  std::optional<Interval> range;   // what it may stand for: yuan for money, else the unit
  Qualifiers qualifiers;  // class, section, item; then by name
  PlaceRecord place;
  std::string label;               // the words that name it, as printed

  // Yuan for money, the number itself for anything else.
  const std::optional<Decimal>& amount() const { return yuan ? yuan : number; }
};

// The qualifiers that are levels of the functional classification, from the class down.
inline constexpr std::string_view kFunctionalLevels[] = {"class", "section", "item"};
bool IsFunctionalLevel(std::string_view qualifier);
// "class > section > item", as printed; empty for other figures.
std::string FunctionalPath(const FactRecord& fact);

inline constexpr int kNoFact = -1;

struct ComparisonRecord {
  int subject = kNoFact, base = kNoFact, change = kNoFact, rate = kNoFact;  // indices into facts
  std::string direction, reason;
};

struct FindingRecord {
  std::string rule, severity, message_zh, message_en, fingerprint, stated;
  std::vector<std::string> diagnoses, facts;  // ids
  std::vector<std::string> expected;          // both ends, or empty
  PlaceRecord place;
};

struct SectionRecord {
  std::string id, role, title, state, body;
  uint32_t line = 0, body_line = 0;  // of the heading, and where the body begins
};

struct DocumentRecord {
  std::string name, sha256, encoding, grammar, version;
  uint64_t byte_length = 0;
  std::string kind, level, title, organization, short_name, region, tier;
  std::vector<std::string> plaques;
  int fiscal_year = 0;  // 0: unknown
  int64_t numerals = 0, unexplained = 0;
  std::vector<SectionRecord> sections;
  std::vector<FactRecord> facts;
  std::vector<ComparisonRecord> comparisons;
  std::vector<FindingRecord> findings;
  std::vector<std::string> passed;  // "AR001:f016"

  // The year its facts are about: the fiscal year, else the one most of them name.
  int year() const;
  // The stage of its own figures.
  std::string_view own_stage() const { return kind == "final_accounts" ? "final" : "budget"; }
};

// Reads one extraction. `units` give the powers of ten of money.
Result<DocumentRecord> ReadRecord(std::string_view json, const Units& units);
DocumentRecord RecordOf(const Document& document, const Grammar& grammar);

// Whether `bytes` begin like a JSON object rather than a text.
bool LooksLikeExtraction(std::string_view bytes);

// A name without spaces, brackets as half-width.
std::string FoldName(std::string_view name);
// A body's name as a key, folded; with its region in front, so that two regions' bodies of one name are two.
std::string OrganizationKey(const DocumentRecord& document);
// The name without the region: the same for bodies of the same function in all regions.
std::string LocalName(const DocumentRecord& document);

}  // namespace mingzhang
