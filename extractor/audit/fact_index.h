// Finds facts by what they are about, in logarithmic time.
#pragma once

#include <cstdint>
#include <span>
#include <utility>
#include <vector>

#include "extractor/model/model.h"

namespace mingzhang {

// Where a fact stands: its numeral, else the words it rests on.
inline Range PlaceOf(const Fact& fact) { return fact.value_range.empty() ? fact.statement : fact.value_range; }

// What two facts share when they say the same thing. Derived facts have no key of their own.
struct FactKey {
  ConceptId concept_id = kNoConcept;
  Measure measure = Measure::kAmount;
  Stage stage = Stage::kNone;
  FiscalScope scope = FiscalScope::kNone;
  Period period;
  uint64_t qualifiers = 0;  // a hash of all of them

  uint64_t Hash() const;
};

class FactIndex {
 public:
  // `facts` must outlive this object. Derived facts are left out.
  FactIndex(const std::vector<Fact>& facts, size_t concepts);
  FactIndex(const FactIndex&) = delete;
  FactIndex& operator=(const FactIndex&) = delete;

  const FactKey& KeyOf(Index fact) const { return keys_[fact]; }
  // Facts with this key, in document order.
  std::span<const Index> With(const FactKey& key) const;
  // The first few of them. A text that says one thing a thousand times is not compared a million times.
  std::span<const Index> Few(const FactKey& key) const;
  // Facts of this concept, whatever else, in document order.
  std::span<const Index> Of(ConceptId concept_id) const;
  // The nearest fact with this key that stands before `position`; else after it; else kNone.
  Index Nearest(const FactKey& key, uint32_t position) const;
  Index NearestBefore(const FactKey& key, uint32_t position) const;
  // Groups of two or more facts with the same key, in the order of their first facts.
  const std::vector<std::span<const Index>>& Groups() const { return groups_; }

 private:
  void FillGroups();

  const std::vector<Fact>& facts_;
  std::vector<FactKey> keys_;             // of every fact
  std::vector<uint64_t> hashes_;          // sorted
  std::vector<Index> by_key_;             // parallel to hashes_
  std::vector<size_t> ends_;              // of each group of by_key_, at its begin
  std::vector<std::span<const Index>> groups_;  // of by_key_
  std::vector<Index> by_concept_;
  std::vector<uint32_t> concept_starts_;  // into by_concept_; one more than there are concepts
};

}  // namespace mingzhang
