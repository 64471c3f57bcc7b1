// The typed schema: what one document says, and what the audit thinks of it.
//
// Indices, not pointers, tie the parts together; every vector is in document order. A concept is an
// index into Grammar::concepts(), a rule an index into Grammar::rules().
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <utility>
#include <vector>

#include "extractor/base/decimal.h"
#include "extractor/base/interval.h"
#include "extractor/base/offset.h"
#include "extractor/model/quantity.h"

namespace mingzhang {

using ConceptId = int16_t;
inline constexpr ConceptId kNoConcept = -1;
using Index = int32_t;
inline constexpr Index kNone = -1;

enum class Measure : uint8_t {
  kAmount, kChange, kChangeRate, kShare, kCompletionRate, kCount, kScore, kGrade, kUnitCost, kText, kYear,
};
enum class Stage : uint8_t { kNone, kBudget, kAdjustedBudget, kExecution, kFinal, kStock, kEvaluation };
enum class Assertion : uint8_t { kStated, kNegative, kQualitative, kDerived };
enum class Binding : uint8_t { kExplicit, kInherited, kDerived };
enum class Direction : uint8_t { kNone, kIncrease, kDecrease, kUnchanged };
// Whose accounts a figure of a government is of: 全县 with all below it, 县本级 alone, 乡镇 alone.
enum class FiscalScope : uint8_t { kNone, kConsolidated, kOwn, kSubordinate };

// The year a value is about, or the day for stocks; year 0 means none.
struct Period {
  int16_t year = 0;
  int8_t month = 0, day = 0;  // 0 unless a date
  Binding binding = Binding::kInherited;

  bool is_date() const { return day != 0; }
  bool SameTime(const Period& other) const { return year == other.year && month == other.month && day == other.day; }
};

// What a change, share or completion rate is measured against: a period and stage, or a concept.
struct Basis {
  int16_t year = 0;
  Stage stage = Stage::kNone;
  ConceptId concept_id = kNoConcept;
  FiscalScope scope = FiscalScope::kNone;  // of a share: of the whole

  bool none() const { return year == 0 && concept_id == kNoConcept; }
  bool operator==(const Basis&) const = default;
};

// What a fact is of beside its concept, by name: class, section, item, type, grade, ….
using Qualifiers = std::vector<std::pair<std::string, std::string>>;

struct Fact {
  ConceptId concept_id = kNoConcept;
  Measure measure = Measure::kAmount;
  Stage stage = Stage::kNone;
  Assertion assertion = Assertion::kStated;
  FiscalScope scope = FiscalScope::kNone;
  Period period;
  Basis basis;
  Decimal value;              // with the sign of its direction word
  std::string text;           // kGrade and kText: the word itself
  int16_t unit = -1;          // index into Grammar::units()
  std::optional<Decimal> yuan;
  Qualifiers qualifiers;
  Index section = kNone;      // index into Extraction::sections
  Index sentence = kNone;     // ordinal of the sentence it stands in
  int16_t rule = -1;          // index into Grammar::clauses(): the pattern that read it
  Range value_range;          // the numeral; empty for negative, qualitative and derived facts
  Range unit_range;
  Range label_range;          // the mention of the concept
  Range statement;            // the clause; for negative and qualitative facts what they rest on
  Range period_range;         // the words that give the period; empty when inherited
  Range direction_range;      // 增加, 下降, 持平; empty when there is none
};

// Current figure, figure compared with, and the change between them. kNone where not stated.
struct Comparison {
  Index subject = kNone;  // the current amount
  Index base = kNone;     // the amount compared with
  Index change = kNone;
  Index rate = kNone;
  Direction direction = Direction::kNone;         // of the amount, else of the rate
  Direction rate_direction = Direction::kNone;    // of the rate, when it has a word of its own
  Range reason;           // empty when none is given
  Range statement;
  ConceptId concept_id = kNoConcept;
  Basis basis;
};

// total = sum of parts, as the text lists them after 其中.
struct Relation {
  Index total = kNone;
  std::vector<Index> parts;
  bool closed = false;  // the list names every part
};

enum class SectionState : uint8_t { kOk, kEmpty, kContentMismatch, kUnknownHeading };

struct Section {
  std::string id;       // "s3.1"
  Index parent = kNone;
  std::string number;   // "（一）" as printed; empty for unnumbered headings
  std::string title;
  std::string role;     // canonical role, empty when unknown
  ConceptId concept_id = kNoConcept;  // what the heading is about
  int8_t level = 0;
  Range heading;
  Range body;           // up to the next heading of any level
  SectionState state = SectionState::kOk;
};

enum class DocumentKind : uint8_t { kUnknown, kBudget, kFinalAccounts, kThreePublicStatement, kGovernmentReport };
enum class DocumentLevel : uint8_t { kUnknown, kDepartment, kUnit, kGovernment };

struct DocumentFacts {
  DocumentKind kind = DocumentKind::kUnknown;
  Stage stage = Stage::kBudget;   // of figures that no word places
  DocumentLevel level = DocumentLevel::kUnknown;
  bool whole_expenditure = false; // it reports on all that a body spent
  int16_t fiscal_year = 0;
  int16_t first_plan_year = 0;    // of a government report: years before it have been executed
  std::string title;
  std::string organization, short_name;
  std::vector<std::string> plaques;
  std::string region, tier;       // 北京市西城区, district
  Range organization_range;
  Range rounding_disclaimer;      // empty when the text has none
};

enum class Severity : uint8_t { kNote, kWarning, kError };

struct Finding {
  int16_t rule = -1;               // index into Grammar::rules()
  Severity severity = Severity::kNote;
  std::string message_zh, message_en;
  std::vector<Index> facts;
  std::vector<Range> spans;        // the first is the place; empty for findings about the whole document
  std::optional<Interval> expected;
  std::string stated;
  std::vector<std::string> diagnoses;  // DX-BASE, DX-COPY, …
};

struct Checks {
  std::vector<std::pair<int16_t, Index>> passed;              // rule, fact
  std::vector<std::pair<int16_t, std::string>> not_evaluable; // rule, reason
};

// What became of a numeral. Every numeral of the document is in exactly one class.
enum class NumeralClass : uint8_t {
  kValue, kPeriod, kListMarker, kThreshold, kOrdinal, kDocumentNumber, kMeasure, kCode, kTableCell, kContents,
  kPageNumber, kReason, kIndicator, kDetached, kUnexplained,
};
inline constexpr int kNumeralClasses = static_cast<int>(NumeralClass::kUnexplained) + 1;

struct Coverage {
  int32_t count[kNumeralClasses] = {};
  std::vector<Range> unexplained;
  std::vector<Range> detached;
  int32_t total() const;
};

// Everything read from one document.
struct Extraction {
  DocumentFacts document;
  std::vector<Section> sections;
  std::vector<Fact> facts;
  std::vector<Comparison> comparisons;
  std::vector<Relation> relations;
  std::vector<Finding> findings;
  Checks checks;
  Coverage coverage;
};

std::string_view MeasureName(Measure measure);        // "change_rate"
std::string_view StageName(Stage stage);              // "adjusted_budget"; empty for kNone
std::string_view AssertionName(Assertion assertion);
std::string_view FiscalScopeName(FiscalScope scope);
std::string_view BindingName(Binding binding);
std::string_view DirectionName(Direction direction);
std::string_view SectionStateName(SectionState state);
std::string_view DocumentKindName(DocumentKind kind);
std::string_view DocumentLevelName(DocumentLevel level);
std::string_view SeverityName(Severity severity);
std::string_view NumeralClassName(NumeralClass numeral_class);

}  // namespace mingzhang
