#include "extractor/grammar/lexicon.h"

#include <algorithm>
#include <bit>
#include <cstring>
#include <map>

#include "extractor/base/find.h"
#include "extractor/base/utf8.h"

namespace mingzhang {
namespace {

constexpr uint32_t kCodePoints = 0x110000;

// The first two characters of a text, or its only one, as a key, given the first; `length` becomes their bytes.
uint64_t PairAt(std::string_view text, uint32_t first, size_t* length) {
  *length = Utf8Length(static_cast<unsigned char>(text[0]));
  if (*length >= text.size()) return uint64_t{first} << 32;
  const uint64_t pair = uint64_t{first} << 32 | CodePointAt(text, *length);
  *length += Utf8Length(static_cast<unsigned char>(text[*length]));
  return pair;
}

uint64_t Single(uint64_t pair) { return pair >> 32 << 32; }
size_t Hash(uint64_t pair) { return static_cast<size_t>((pair * 0x9E3779B97F4A7C15u) >> 32); }

void Add(uint32_t code_point, std::vector<uint64_t>* set) { (*set)[code_point / 64] |= uint64_t{1} << (code_point % 64); }
bool Holds(const std::vector<uint64_t>& set, uint32_t code_point) { return set[code_point / 64] >> (code_point % 64) & 1; }

uint64_t HeadOf(std::string_view text) {
  uint64_t head = 0;
  std::memcpy(&head, text.data(), std::min(text.size(), sizeof head));
  return head;
}

}  // namespace

void Lexicon::Build(std::vector<Word> words) {
  words_ = std::move(words);
  candidates_.clear();
  first_.assign(kCodePoints / 64, 0);
  alone_ = first_;
  std::map<uint64_t, std::vector<uint32_t>> by_pair;
  for (size_t i = 0; i < words_.size(); ++i) {
    size_t length;
    const uint32_t first = CodePointAt(words_[i].text, 0);
    const uint64_t pair = PairAt(words_[i].text, first, &length);
    by_pair[pair].push_back(static_cast<uint32_t>(i));
    Add(first, &first_);
    if (Single(pair) == pair) Add(first, &alone_);
  }
  groups_.assign(std::bit_ceil(by_pair.size() * 2 + 1), {});
  for (const auto& [pair, indices] : by_pair) AddGroup(pair, indices);
}

void Lexicon::AddGroup(uint64_t pair, const std::vector<uint32_t>& words) {
  const auto begin = static_cast<uint32_t>(candidates_.size());
  for (const uint32_t word : words) {
    size_t pair_length;
    PairAt(words_[word].text, CodePointAt(words_[word].text, 0), &pair_length);
    const std::string_view rest = std::string_view(words_[word].text).substr(pair_length);
    const uint64_t all = ~uint64_t{0};
    const uint64_t mask = rest.empty() ? 0 : rest.size() >= sizeof all ? all : all >> 8 * (sizeof all - rest.size());
    candidates_.push_back({HeadOf(rest), mask, word, static_cast<uint32_t>(words_[word].text.size())});
  }
  std::stable_sort(candidates_.begin() + begin, candidates_.end(),
                   [](const Candidate& a, const Candidate& b) { return a.length > b.length; });
  size_t slot = Hash(pair) & (groups_.size() - 1);
  while (groups_[slot].pair != 0) slot = (slot + 1) & (groups_.size() - 1);
  groups_[slot] = {pair, begin, static_cast<uint32_t>(candidates_.size())};
}

const Lexicon::Group* Lexicon::GroupOf(uint64_t pair) const {
  for (size_t slot = Hash(pair) & (groups_.size() - 1);; slot = (slot + 1) & (groups_.size() - 1)) {
    if (groups_[slot].pair == pair) return &groups_[slot];
    if (groups_[slot].pair == 0) return nullptr;
  }
}

bool Lexicon::Fits(const Candidate& candidate, std::string_view rest, size_t pair_length) const {
  if (candidate.length <= pair_length + sizeof candidate.head) return candidate.length <= rest.size();
  return StartsWith(rest, words_[candidate.word].text);
}

Lexicon::Match Lexicon::LongestAt(std::string_view text, size_t position) const {
  const std::string_view rest = text.substr(position);
  const uint32_t first = CodePointAt(rest, 0);
  if (!Holds(first_, first)) return {};
  size_t pair_length;
  const uint64_t pair = PairAt(rest, first, &pair_length);
  if (const Group* group = GroupOf(pair)) {
    const uint64_t head = HeadOf(rest.substr(pair_length));
    for (uint32_t i = group->begin; i < group->end; ++i) {
      const Candidate& candidate = candidates_[i];
      if ((head & candidate.mask) == candidate.head && Fits(candidate, rest, pair_length)) {
        return {&words_[candidate.word], candidate.length};
      }
    }
  }
  if (Single(pair) == pair || !Holds(alone_, first)) return {};
  const Candidate& only = candidates_[GroupOf(Single(pair))->begin];
  return {&words_[only.word], only.length};
}

const Word* Lexicon::Find(std::string_view text) const {
  if (text.empty()) return nullptr;
  const Match match = LongestAt(text, 0);
  return match.length == text.size() ? match.word : nullptr;
}

}  // namespace mingzhang
