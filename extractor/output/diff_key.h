// What a figure is about, as a key: equal keys are the same figure in two documents.
#pragma once

#include <map>
#include <string>
#include <string_view>
#include <vector>

#include "extractor/grammar/classification.h"
#include "extractor/output/diff_record.h"

namespace mingzhang {

// The functional classification of the grammar; nullptr when it has none.
const Classification* ClassificationOf(const Grammar& grammar);

// How the figures of a pair of documents are told apart.
struct KeyOptions {
  const Classification* classification = nullptr;  // renamed items keep their code
  bool own_stage = false;   // the stage of the document's own figures is called the same in both
  bool any_basis = false;   // what a change or share is measured against does not matter
};

// A figure by its period relative to the document's year: this year's budget in both is one key.
std::string RelativeKey(const FactRecord& fact, const DocumentRecord& document, const KeyOptions& options);
// A figure by the calendar.
std::string AbsoluteKey(const FactRecord& fact, const KeyOptions& options);
std::string AbsoluteKey(const FactRecord& fact, int year, std::string_view stage, const KeyOptions& options);

// class > section > item as a code where the classification knows it, else as names; the other
// qualifiers as name=value, in the order of their names.
std::string QualifierKey(const FactRecord& fact, int year, const Classification* classification);

// Facts by key, in document order; of figures that agree within rounding only the sharpest.
using FactGroups = std::map<std::string, std::vector<int>>;
void AddToGroup(const std::vector<FactRecord>& facts, int fact, std::vector<int>* group);

// Whether two figures can be the same number, as printed; words must be the same.
bool Agree(const FactRecord& a, const FactRecord& b);

}  // namespace mingzhang
