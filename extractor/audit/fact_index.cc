#include "extractor/audit/fact_index.h"

#include <algorithm>
#include <cstring>
#include <numeric>
#include <string_view>

namespace mingzhang {
namespace {

constexpr uint64_t kStart = 0xcbf29ce484222325, kFactor = 0x9e3779b97f4a7c15;

uint64_t Mix(uint64_t hash, uint64_t value) {
  hash = (hash ^ value) * kFactor;
  return hash ^ hash >> 32;
}

// Eight bytes at a time; the length keeps neighbours apart.
uint64_t Mix(uint64_t hash, std::string_view text) {
  hash = Mix(hash, text.size());
  for (; !text.empty(); text.remove_prefix(std::min(text.size(), sizeof(uint64_t)))) {
    uint64_t bytes = 0;
    std::memcpy(&bytes, text.data(), std::min(text.size(), sizeof bytes));
    hash = Mix(hash, bytes);
  }
  return hash;
}

uint64_t HashOf(const Qualifiers& qualifiers) {
  if (qualifiers.empty()) return 0;
  uint64_t hash = kStart;
  for (const auto& [name, value] : qualifiers) hash = Mix(Mix(hash, name), value);
  return hash;
}

FactKey KeyOfFact(const Fact& fact) {
  return {fact.concept_id, fact.measure, fact.stage, fact.scope, fact.period, HashOf(fact.qualifiers)};
}

}  // namespace

uint64_t FactKey::Hash() const {
  const uint64_t packed = static_cast<uint64_t>(static_cast<uint16_t>(concept_id)) << 48 |
                          static_cast<uint64_t>(measure) << 40 | static_cast<uint64_t>(scope) << 36 | static_cast<uint64_t>(stage) << 32 |
                          static_cast<uint64_t>(static_cast<uint16_t>(period.year)) << 16 |
                          static_cast<uint64_t>(static_cast<uint8_t>(period.month)) << 8 |
                          static_cast<uint64_t>(static_cast<uint8_t>(period.day));
  return Mix(Mix(kStart, packed), qualifiers);
}

FactIndex::FactIndex(const std::vector<Fact>& facts, size_t concepts) : facts_(facts), concept_starts_(concepts + 1, 0) {
  std::vector<std::pair<uint64_t, Index>> keyed;
  keyed.reserve(facts.size());
  keys_.reserve(facts.size());
  for (size_t i = 0; i < facts.size(); ++i) {
    keys_.push_back(KeyOfFact(facts[i]));
    if (facts[i].assertion == Assertion::kDerived || facts[i].concept_id < 0) continue;
    keyed.emplace_back(keys_.back().Hash(), static_cast<Index>(i));
    ++concept_starts_[facts[i].concept_id + 1];
  }
  std::partial_sum(concept_starts_.begin(), concept_starts_.end(), concept_starts_.begin());
  by_concept_.resize(keyed.size());
  std::vector<uint32_t> next(concept_starts_.begin(), concept_starts_.end() - 1);
  for (const auto& [hash, fact] : keyed) by_concept_[next[facts[fact].concept_id]++] = fact;
  std::sort(keyed.begin(), keyed.end());
  hashes_.reserve(keyed.size());
  by_key_.reserve(keyed.size());
  for (const auto& [hash, fact] : keyed) {
    hashes_.push_back(hash);
    by_key_.push_back(fact);
  }
  FillGroups();
}

std::span<const Index> FactIndex::With(const FactKey& key) const {
  const uint64_t hash = key.Hash();
  const auto first = std::lower_bound(hashes_.begin(), hashes_.end(), hash);
  const auto begin = static_cast<size_t>(first - hashes_.begin());
  if (first == hashes_.end() || *first != hash) return {};
  return std::span(by_key_).subspan(begin, ends_[begin] - begin);
}

std::span<const Index> FactIndex::Few(const FactKey& key) const {
  constexpr size_t kFew = 64;
  const auto found = With(key);
  return found.first(std::min(found.size(), kFew));
}

std::span<const Index> FactIndex::Of(ConceptId concept_id) const {
  if (concept_id < 0) return {};
  return std::span(by_concept_).subspan(concept_starts_[concept_id],
                                        concept_starts_[concept_id + 1] - concept_starts_[concept_id]);
}

Index FactIndex::NearestBefore(const FactKey& key, uint32_t position) const {
  const auto found = With(key);
  const auto after = std::partition_point(found.begin(), found.end(),
                                          [&](Index i) { return PlaceOf(facts_[i]).begin < position; });
  return after == found.begin() ? kNone : *(after - 1);
}

Index FactIndex::Nearest(const FactKey& key, uint32_t position) const {
  const Index before = NearestBefore(key, position);
  if (before != kNone) return before;
  const auto found = With(key);
  return found.empty() ? kNone : found.front();
}

void FactIndex::FillGroups() {
  ends_.resize(hashes_.size());
  for (size_t begin = 0; begin < hashes_.size();) {
    size_t end = begin + 1;
    while (end < hashes_.size() && hashes_[end] == hashes_[begin]) ++end;
    ends_[begin] = end;
    if (end - begin > 1) groups_.push_back(std::span(by_key_).subspan(begin, end - begin));
    begin = end;
  }
  std::sort(groups_.begin(), groups_.end(), [](auto a, auto b) { return a.front() < b.front(); });
}

}  // namespace mingzhang
