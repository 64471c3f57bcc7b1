// Words that differ in parts, written as one: 因公出国[(境)]{团组|人次}.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "extractor/base/result.h"

namespace mingzhang {

// Every word that `pattern` stands for, in order and without repeats: [x] may be missing, {a|b} is one of the two, and both may
// hold others of the kind. A text without brackets and braces stands for itself. An error without a place when a bracket has
// no partner, a word would be empty, the words are more than kMostWords, or brackets stand too deep.
inline constexpr size_t kMostWords = 2048;
bool IsTemplate(std::string_view text);
Result<std::vector<std::string>> ExpandWords(std::string_view pattern);

}  // namespace mingzhang
