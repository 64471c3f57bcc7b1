#include "extractor/base/word_index.h"

namespace mingzhang {

WordIndex::WordIndex(const std::vector<std::string_view>& words) : words_(words) {
  for (size_t i = 0; i < words.size(); ++i) {
    const uint64_t missing = words[i].size() >= 8 ? 0 : 8 * (8 - words[i].size());
    const uint64_t all = ~uint64_t{0};
    entries_.push_back({words[i], static_cast<int>(i), Head(words[i]), all >> missing, Tail(words[i]), all << missing});
  }
  std::stable_sort(entries_.begin(), entries_.end(),
                   [](const Entry& a, const Entry& b) { return a.word.size() > b.word.size(); });
  for (size_t i = entries_.size(); i-- > 0;) {  // prepending the shortest first leaves chains longest first
    Entry& entry = entries_[i];
    uint16_t& start = starts_[Bucket(entry.word)];
    uint16_t& end = ends_[EndBucket(entry.word)];
    entry.next_start = start;
    entry.next_end = end;
    start = end = static_cast<uint16_t>(i);
  }
}

int WordIndex::LongestBefore(std::string_view text, size_t end) const {
  if (end == 0) return kNone;
  const std::string_view head = text.substr(0, end);
  uint16_t at = ends_[EndBucket(head)];
  if (at == kEnd) return kNone;
  const uint64_t tail = Tail(head);
  for (; at != kEnd; at = entries_[at].next_end) {
    const Entry& entry = entries_[at];
    if ((tail & entry.tail_mask) == entry.tail && head.ends_with(entry.word)) return entry.index;
  }
  return kNone;
}

size_t WordIndex::LengthAt(std::string_view text, size_t pos) const {
  const int index = LongestAt(text, pos);
  return index == kNone ? 0 : words_[index].size();
}

size_t WordIndex::LengthBefore(std::string_view text, size_t end) const {
  const int index = LongestBefore(text, end);
  return index == kNone ? 0 : words_[index].size();
}

}  // namespace mingzhang
