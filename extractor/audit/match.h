// Where a pattern matches, in offsets of the text it was given.
#pragma once

#include <algorithm>
#include <optional>
#include <string_view>

#include "extractor/base/offset.h"
#include "extractor/grammar/rules.h"

namespace mingzhang {

struct TextMatch {
  Range whole;
  Range place;   // the first group that took part; the whole when there is none
  Range second;  // the second group; empty when there is none
};

// The first match at or after `from`.
std::optional<TextMatch> FindMatch(const Pattern& pattern, std::string_view text, uint32_t from = 0);

// Whether there is a pattern and it matches somewhere in `text`.
inline bool Matches(const Pattern& pattern, std::string_view text) { return pattern.Matches(text); }

// Whether one of them does.
inline bool MatchesAny(const std::vector<Pattern>& patterns, std::string_view text) {
  return std::any_of(patterns.begin(), patterns.end(), [&](const Pattern& pattern) { return Matches(pattern, text); });
}

}  // namespace mingzhang
