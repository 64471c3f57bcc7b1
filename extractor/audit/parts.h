// The parts of a total, as a text lists them.
#pragma once

#include <string>
#include <vector>

#include "extractor/audit/context.h"
#include "extractor/grammar/rules.h"

namespace mingzhang {

constexpr size_t kLongestList = 256;  // facts

// Parts found for one total.
struct Listed {
  std::vector<Index> facts;
  std::string missing;    // the first required part that is not stated
  bool near = true;       // all stand with the total: in its list, sentence or section
  bool rivals = false;    // some part is stated with different values
  bool by_pieces = false; // of some part only what is below it is stated
};

// An amount or a count that is stated.
bool Counts(const Fact& fact);
// In one sentence or section, or listed under the total.
bool Together(const AuditContext& context, Index total, Index part);
// The statement of `part` that goes with `total`: beside it, else the next one after it, else any.
Index PartOf(const AuditContext& context, Index total, ConceptId part);
// It is stated again with a figure that does not agree.
bool HasRivals(const AuditContext& context, Index fact);
// The parts and optional parts of a case for `total`.
Listed ListParts(const AuditContext& context, const RuleCase& about, Index total);

}  // namespace mingzhang
