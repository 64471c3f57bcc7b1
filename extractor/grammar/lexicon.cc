#include "extractor/grammar/lexicon.h"

#include "extractor/base/utf8.h"

namespace mingzhang {
namespace {

uint64_t Key(uint32_t node, uint32_t c) { return uint64_t{node} << 32 | c; }
size_t Hash(uint64_t key) { return static_cast<size_t>((key * 0x9E3779B97F4A7C15u) >> 32); }

}  // namespace

void Lexicon::Build(std::vector<Word> words) {
  words_ = std::move(words);
  edges_.assign(1024, {});
  word_at_.assign(1, -1);
  first_.assign(65536 / 64, 0);
  used_ = 0;
  for (size_t i = 0; i < words_.size(); ++i) {
    const std::string& text = words_[i].text;
    const uint32_t first = CodePointAt(text, 0);
    if (first < 65536) first_[first / 64] |= uint64_t{1} << (first % 64);
    uint32_t node = 0;
    for (size_t at = 0; at < text.size(); at += Utf8Length(static_cast<unsigned char>(text[at]))) {
      node = StepOrAdd(node, CodePointAt(text, at));
    }
    word_at_[node] = static_cast<int32_t>(i);
  }
}

uint32_t Lexicon::Step(uint32_t node, uint32_t c) const {
  const uint64_t key = Key(node, c);
  for (size_t slot = Hash(key) & (edges_.size() - 1);; slot = (slot + 1) & (edges_.size() - 1)) {
    if (edges_[slot].key == key) return edges_[slot].node;
    if (edges_[slot].key == 0) return 0;
  }
}

uint32_t Lexicon::StepOrAdd(uint32_t node, uint32_t c) {
  if (const uint32_t next = Step(node, c)) return next;
  if (used_ * 2 >= edges_.size()) Grow();
  const uint64_t key = Key(node, c);
  size_t slot = Hash(key) & (edges_.size() - 1);
  while (edges_[slot].key != 0) slot = (slot + 1) & (edges_.size() - 1);
  const auto added = static_cast<uint32_t>(word_at_.size());
  edges_[slot] = {key, added};
  word_at_.push_back(-1);
  ++used_;
  return added;
}

void Lexicon::Grow() {
  std::vector<Edge> old(edges_.size() * 2);
  old.swap(edges_);
  for (const Edge& edge : old) {
    if (edge.key == 0) continue;
    size_t slot = Hash(edge.key) & (edges_.size() - 1);
    while (edges_[slot].key != 0) slot = (slot + 1) & (edges_.size() - 1);
    edges_[slot] = edge;
  }
}

Lexicon::Match Lexicon::LongestAt(std::string_view text, size_t position) const {
  Match best;
  const uint32_t first = CodePointAt(text, position);
  if (first >= 65536 || (first_[first / 64] >> (first % 64) & 1) == 0) return best;
  uint32_t node = 0;
  for (size_t at = position; at < text.size();) {
    node = Step(node, CodePointAt(text, at));
    if (node == 0) break;
    at += Utf8Length(static_cast<unsigned char>(text[at]));
    if (word_at_[node] >= 0) best = {&words_[static_cast<size_t>(word_at_[node])], static_cast<uint32_t>(at - position)};
  }
  return best;
}

const Word* Lexicon::Find(std::string_view text) const {
  if (text.empty()) return nullptr;
  const Match match = LongestAt(text, 0);
  return match.length == text.size() ? match.word : nullptr;
}

}  // namespace mingzhang
