#include "extractor/grammar/lexicon.h"

#include "extractor/base/utf8.h"

namespace mingzhang {
namespace {

uint64_t Key(uint32_t node, uint32_t c) { return uint64_t{node} << 32 | c; }
constexpr uint32_t kPairs = 1 << 16;  // bits: a few thousand pairs are set
uint32_t PairHash(uint32_t first, uint32_t second) { return (first * 0x9E3779B1u ^ second * 0x85EBCA6Bu) >> 16; }

bool Has(const std::vector<uint64_t>& bits, uint32_t i) { return bits[i / 64] >> (i % 64) & 1; }
void Put(std::vector<uint64_t>* bits, uint32_t i) { (*bits)[i / 64] |= uint64_t{1} << (i % 64); }

size_t Hash(uint64_t key) { return static_cast<size_t>((key * 0x9E3779B97F4A7C15u) >> 32); }

}  // namespace

void Lexicon::Build(std::vector<Word> words) {
  words_ = std::move(words);
  edges_.assign(1024, {});
  word_at_.assign(1, -1);
  first_.assign(65536 / 64, 0);
  single_.assign(65536 / 64, 0);
  pairs_.assign(kPairs / 64, 0);
  used_ = 0;
  for (size_t i = 0; i < words_.size(); ++i) {
    const std::string& text = words_[i].text;
    const uint32_t first = CodePointAt(text, 0);
    const size_t length = Utf8Length(static_cast<unsigned char>(text[0]));
    if (first < 65536) Put(&first_, first);
    if (length < text.size()) Put(&pairs_, PairHash(first, CodePointAt(text, length)));
    else if (first < 65536) Put(&single_, first);
    uint32_t node = 0;
    for (size_t at = 0; at < text.size(); at += Utf8Length(static_cast<unsigned char>(text[at]))) {
      node = StepOrAdd(node, CodePointAt(text, at));
    }
    word_at_[node] = static_cast<int32_t>(i);
  }
}

bool Lexicon::MayStart(uint32_t first, std::string_view rest) const {
  return Has(single_, first) || (!rest.empty() && Has(pairs_, PairHash(first, CodePointAt(rest, 0))));
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
  if (first >= 65536 || !Has(first_, first)) return best;
  if (!MayStart(first, text.substr(position + Utf8Length(static_cast<unsigned char>(text[position]))))) return best;
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
