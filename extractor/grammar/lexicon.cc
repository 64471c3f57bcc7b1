#include "extractor/grammar/lexicon.h"

#include <utility>

#include "extractor/base/utf8.h"

namespace mingzhang {
namespace {

constexpr uint32_t kCodePoints = 0x110000;  // nodes below it are the first level, each its own character
constexpr uint32_t kInBitmap = 0x10000;     // rarer characters are always looked up
constexpr int kCharacterBits = 21;
constexpr size_t kFirstSize = 1 << 12;

uint64_t KeyOf(uint32_t node, uint32_t character) { return uint64_t{node} << kCharacterBits | character; }
size_t HashOf(uint64_t key) { return static_cast<size_t>((key * 0x9E3779B97F4A7C15u) >> 32); }

void Add(uint32_t code_point, std::vector<uint64_t>* set) { 
  if (code_point < kInBitmap) (*set)[code_point / 64] |= uint64_t{1} << (code_point % 64);
}
bool Holds(const std::vector<uint64_t>& set, uint32_t code_point) {
  return code_point >= kInBitmap || (set[code_point / 64] >> (code_point % 64) & 1);
}

size_t LengthAt(std::string_view text, size_t at) { return Utf8Length(static_cast<unsigned char>(text[at])); }

}  // namespace

void Lexicon::Build(std::vector<Word> words) {
  words_ = std::move(words);
  edges_.assign(kFirstSize, {});
  used_ = 0;
  next_node_ = kCodePoints;
  first_.assign(kInBitmap / 64, 0);
  alone_ = first_;
  for (size_t i = 0; i < words_.size(); ++i) Add(i);
}

// A word of one character is kept on an edge from node 0, which nothing else leaves.
void Lexicon::Add(size_t word) {
  const std::string_view text = words_[word].text;
  const uint32_t first = CodePointAt(text, 0);
  size_t at = LengthAt(text, 0);
  mingzhang::Add(first, &first_);
  if (at >= text.size()) {
    mingzhang::Add(first, &alone_);
    AddEdge(0, first)->word = static_cast<int32_t>(word);
    return;
  }
  for (uint32_t node = first;;) {
    Edge* edge = AddEdge(node, CodePointAt(text, at));
    at += LengthAt(text, at);
    if (at >= text.size()) {
      edge->word = static_cast<int32_t>(word);
      return;
    }
    if (edge->node == 0) edge->node = next_node_++;
    node = edge->node;
  }
}

const Lexicon::Edge* Lexicon::Find(uint32_t node, uint32_t character) const {
  const uint64_t key = KeyOf(node, character);
  for (size_t slot = HashOf(key) & (edges_.size() - 1);; slot = (slot + 1) & (edges_.size() - 1)) {
    if (edges_[slot].key == key) return &edges_[slot];
    if (edges_[slot].key == 0) return nullptr;
  }
}

// Holds until the next edge is added.
Lexicon::Edge* Lexicon::AddEdge(uint32_t node, uint32_t character) {
  if (const Edge* there = Find(node, character)) return &edges_[static_cast<size_t>(there - edges_.data())];
  if (used_ * 2 >= edges_.size()) Grow();
  ++used_;
  const uint64_t key = KeyOf(node, character);
  size_t slot = HashOf(key) & (edges_.size() - 1);
  while (edges_[slot].key != 0) slot = (slot + 1) & (edges_.size() - 1);
  edges_[slot].key = key;
  return &edges_[slot];
}

void Lexicon::Grow() {
  std::vector<Edge> smaller(edges_.size() * 4);
  smaller.swap(edges_);
  for (const Edge& edge : smaller) {
    if (edge.key == 0) continue;
    size_t slot = HashOf(edge.key) & (edges_.size() - 1);
    while (edges_[slot].key != 0) slot = (slot + 1) & (edges_.size() - 1);
    edges_[slot] = edge;
  }
}

Lexicon::Match Lexicon::LongestAt(std::string_view text, size_t position) const {
  const uint32_t first = CodePointAt(text, position);
  if (!Holds(first_, first)) return {};
  Match longest;
  size_t at = position + LengthAt(text, position);
  for (uint32_t node = first; at < text.size() && (node != 0);) {
    const Edge* edge = Find(node, CodePointAt(text, at));
    if (!edge) break;
    at += LengthAt(text, at);
    node = edge->node;
    if (edge->word >= 0) longest = {&words_[static_cast<size_t>(edge->word)], static_cast<uint32_t>(at - position)};
  }
  if (longest.length == 0 && Holds(alone_, first)) {
    const Edge* edge = Find(0, first);
    if (edge) longest = {&words_[static_cast<size_t>(edge->word)], static_cast<uint32_t>(LengthAt(text, position))};
  }
  return longest;
}

const Word* Lexicon::Find(std::string_view text) const {
  if (text.empty()) return nullptr;
  const Match match = LongestAt(text, 0);
  return match.length == text.size() ? match.word : nullptr;
}

}  // namespace mingzhang
