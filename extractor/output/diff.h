// What changed between two documents of one body: by meaning, never by position.
//
// A figure is told by concept, measure, stage, qualifiers and its period relative to the document's
// year, so this year's budget stands against last year's budget. What the new document says of the
// past stands against what the old document said of the same time.
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "extractor/output/diff_key.h"
#include "extractor/output/diff_record.h"

namespace mingzhang {

// kReread: one place of one text, read otherwise by another grammar or version.
enum class ChangeKind : uint8_t { kDocument, kSection, kLevel, kRestatement, kAdded, kRemoved, kReread, kFinding };
std::string_view ChangeKindName(ChangeKind kind);

// A figure on one side.
struct ChangeSide {
  std::string value, unit, stage, date, assertion;  // as printed
  int year = 0;
  int against_year = 0;                // of changes and rates: what they are measured against
  std::string against_stage;
  std::string reading;                 // of kReread: all that was read there, in one line
  bool derived = false;                // computed from a current figure and its change
  std::optional<Decimal> yuan, amount; // amount: yuan for money, else the number
  std::optional<Interval> range;
  PlaceRecord place;
};

struct Change {
  ChangeKind kind = ChangeKind::kLevel;
  std::string concept_id, measure, basis_concept, qualifiers;
  std::string path;                    // class > section > item, of functional figures
  std::optional<ChangeSide> old_side, new_side;
  std::optional<Decimal> difference;   // new - old: yuan for money, percentage points for rates
  std::optional<Decimal> rate;         // in percent of the old figure, two decimals
  // Of documents, sections and findings.
  std::string name;                    // the field; the role or "order"; fixed, new, carried
  std::string old_text, new_text;
  std::string reason;                  // why a rename or a merge is proposed
  std::optional<FindingRecord> finding;

  // What is still the same is listed, but is no difference.
  bool is_difference() const { return !(kind == ChangeKind::kFinding && name == "carried"); }
  bool is_money() const { return (old_side && old_side->yuan) || (new_side && new_side->yuan); }
};

struct DiffOptions {
  const Classification* classification = nullptr;
  std::vector<std::string> only, ignore;      // globs over concepts, and rules of findings
  std::optional<Decimal> least_difference;    // of levels in yuan: smaller ones are left out
  std::optional<Decimal> least_rate;          // in percent
};

// In the order of the new document; what is gone comes after what stands.
std::vector<Change> Diff(const DocumentRecord& old_document, const DocumentRecord& new_document,
                         const DiffOptions& options);

// A change about what this fact is about, still without sides.
Change ChangeOf(ChangeKind kind, const FactRecord& fact);
ChangeSide SideOf(const FactRecord& fact);
// new - old and the rate, exactly, where both are numbers of the same kind.
void Measure(Change* change);

}  // namespace mingzhang
