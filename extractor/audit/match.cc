#include "extractor/audit/match.h"

#include <algorithm>

namespace mingzhang {

std::optional<TextMatch> FindMatch(const RE2& pattern, std::string_view text, uint32_t from) {
  constexpr int kGroups = 4;
  re2::StringPiece groups[kGroups];
  const int count = std::min(kGroups, 1 + pattern.NumberOfCapturingGroups());
  const re2::StringPiece piece(text.data(), text.size());
  if (from > text.size() || !pattern.Match(piece, from, text.size(), RE2::UNANCHORED, groups, count)) return std::nullopt;
  const auto range_of = [&](const re2::StringPiece& group) {
    const auto begin = static_cast<uint32_t>(group.data() - text.data());
    return Range{begin, begin + static_cast<uint32_t>(group.size())};
  };
  TextMatch match{range_of(groups[0]), range_of(groups[0]), {}};
  bool placed = false;
  for (int i = 1; i < count; ++i) {
    if (groups[i].data() == nullptr) continue;
    (placed ? match.second : match.place) = range_of(groups[i]);
    placed = true;
  }
  return match;
}

}  // namespace mingzhang
