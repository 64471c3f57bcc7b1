#include "extractor/grammar/lexicon.h"

#include <algorithm>
#include <bit>
#include <numeric>
#include <utility>

#include "extractor/base/utf8.h"

namespace mingzhang {
namespace {

constexpr uint32_t kInBitmap = 0x10000;  // rarer characters are always looked up

uint64_t PairOf(uint32_t first, uint32_t second) { return uint64_t{first} << 32 | second; }
size_t HashOf(uint64_t pair) { return static_cast<size_t>((pair * 0x9E3779B97F4A7C15u) >> 32); }

void Add(uint32_t code_point, std::vector<uint64_t>* set) {
  if (code_point < kInBitmap) (*set)[code_point / 64] |= uint64_t{1} << (code_point % 64);
}
bool Holds(const std::vector<uint64_t>& set, uint32_t code_point) {
  return code_point >= kInBitmap || (set[code_point / 64] >> (code_point % 64) & 1);
}

size_t LengthAt(std::string_view text, size_t at) { return Utf8Length(static_cast<unsigned char>(text[at])); }

// The first two characters of a word, or its only one; `length` becomes their bytes.
uint64_t RootPair(std::string_view word, size_t* length) {
  const uint32_t first = CodePointAt(word, 0);
  *length = LengthAt(word, 0);
  if (*length >= word.size()) return PairOf(first, 0);
  const uint64_t pair = PairOf(first, CodePointAt(word, *length));
  *length += LengthAt(word, *length);
  return pair;
}

}  // namespace

void Lexicon::Build(std::vector<Word> words) {
  words_ = std::move(words);
  nodes_.clear();
  edges_.clear();
  first_.assign(kInBitmap / 64, 0);
  alone_ = first_;
  Order order(words_.size());
  std::iota(order.begin(), order.end(), 0u);
  std::sort(order.begin(), order.end(), [&](uint32_t a, uint32_t b) { return words_[a].text < words_[b].text; });
  roots_.assign(std::bit_ceil(order.size() * 2 + 1), {});
  for (size_t begin = 0, end; begin < order.size(); begin = end) {
    size_t length, other;
    const std::string_view text = words_[order[begin]].text;
    const uint64_t pair = RootPair(text, &length);
    for (end = begin + 1; end < order.size() && RootPair(words_[order[end]].text, &other) == pair;) ++end;
    Add(CodePointAt(text, 0), &first_);
    if (length == LengthAt(text, 0)) Add(CodePointAt(text, 0), &alone_);
    AddRoot(pair, AddNode(order, begin, end, length));
  }
}

// The node of the words order[begin..end), which share their first `depth` bytes.
uint32_t Lexicon::AddNode(const Order& order, size_t begin, size_t end, size_t depth) {
  const auto node = static_cast<uint32_t>(nodes_.size());
  nodes_.emplace_back();
  if (words_[order[begin]].text.size() == depth) nodes_[node].word = static_cast<int32_t>(order[begin++]);
  struct Branch {
    size_t begin, end;
  };
  std::vector<Branch> branches;
  const auto first = static_cast<uint32_t>(edges_.size());
  for (size_t at = begin; at < end; at = branches.back().end) {
    const uint32_t character = CodePointAt(words_[order[at]].text, depth);
    branches.push_back({at, at + 1});
    while (branches.back().end < end && CodePointAt(words_[order[branches.back().end]].text, depth) == character) ++branches.back().end;
    edges_.push_back({character, 0});
  }
  nodes_[node].begin = first;
  nodes_[node].count = static_cast<uint32_t>(branches.size());
  for (size_t i = 0; i < branches.size(); ++i) {
    const size_t length = LengthAt(words_[order[branches[i].begin]].text, depth);
    edges_[first + i].node = AddNode(order, branches[i].begin, branches[i].end, depth + length);
  }
  return node;
}

void Lexicon::AddRoot(uint64_t pair, uint32_t node) {
  size_t slot = HashOf(pair) & (roots_.size() - 1);
  while (roots_[slot].pair != 0) slot = (slot + 1) & (roots_.size() - 1);
  roots_[slot] = {pair, node};
}

const Lexicon::Node* Lexicon::RootOf(uint64_t pair) const {
  for (size_t slot = HashOf(pair) & (roots_.size() - 1);; slot = (slot + 1) & (roots_.size() - 1)) {
    if (roots_[slot].pair == pair) return &nodes_[roots_[slot].node];
    if (roots_[slot].pair == 0) return nullptr;
  }
}

// Most nodes have one edge or two.
const Lexicon::Node* Lexicon::Follow(const Node& node, uint32_t character) const {
  const auto begin = edges_.begin() + node.begin, end = begin + node.count;
  const auto edge = std::find_if(begin, end, [&](const Edge& e) { return e.character >= character; });
  return edge == end || edge->character != character ? nullptr : &nodes_[edge->node];
}

Lexicon::Match Lexicon::LongestAt(std::string_view text, size_t position) const {
  const uint32_t first = CodePointAt(text, position);
  if (!Holds(first_, first)) return {};
  Match longest;
  size_t at = position + LengthAt(text, position);
  const Node* node = at < text.size() ? RootOf(PairOf(first, CodePointAt(text, at))) : nullptr;
  while (node) {
    at += LengthAt(text, at);
    if (node->word >= 0) longest = {&words_[static_cast<size_t>(node->word)], static_cast<uint32_t>(at - position)};
    node = at < text.size() ? Follow(*node, CodePointAt(text, at)) : nullptr;
  }
  if (longest.length > 0 || !Holds(alone_, first)) return longest;
  const Node* alone = RootOf(PairOf(first, 0));
  return alone ? Match{&words_[static_cast<size_t>(alone->word)], static_cast<uint32_t>(LengthAt(text, position))} : Match{};
}

const Word* Lexicon::Find(std::string_view text) const {
  if (text.empty()) return nullptr;
  const Match match = LongestAt(text, 0);
  return match.length == text.size() ? match.word : nullptr;
}

}  // namespace mingzhang
