#include "extractor/audit/match.h"

#include <algorithm>

namespace mingzhang {

std::optional<TextMatch> FindMatch(const Pattern& pattern, std::string_view text, uint32_t from) {
  re2::StringPiece groups[4];
  if (!pattern.Find(text, from, groups)) return std::nullopt;
  const auto range_of = [&](const re2::StringPiece& group) {
    const auto begin = static_cast<uint32_t>(group.data() - text.data());
    return Range{begin, begin + static_cast<uint32_t>(group.size())};
  };
  TextMatch match{range_of(groups[0]), range_of(groups[0]), {}};
  bool placed = false;
  for (size_t i = 1; i < std::size(groups); ++i) {
    if (groups[i].data() == nullptr) continue;
    (placed ? match.second : match.place) = range_of(groups[i]);
    placed = true;
  }
  return match;
}

}  // namespace mingzhang
