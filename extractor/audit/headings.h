// Helpers for checks that look at headings.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "extractor/audit/context.h"

namespace mingzhang {

// A number in front of a heading: "（三）" is 3 in the style "（）"; 0 when it is none.
struct HeadingNumber {
  int value = 0;
  std::string style;
};
HeadingNumber ReadNumber(const RuleBook& book, std::string_view number);

// The number at the head of `heading`: everything up to and with the first mark after a numeral.
std::string NumberOf(const RuleBook& book, std::string_view heading);

bool IsBlank(std::string_view text);
// Number and title, without spaces.
std::string HeadingText(const Section& section);
// A line of a table of contents without leaders, page number and spaces.
std::string ContentsEntry(std::string_view line);
// Nearly the same words: one is the other with a few characters added, lost or replaced.
bool AreSimilar(std::string_view a, std::string_view b);
// For every section, whether it has sections below it.
std::vector<bool> HaveChildren(const AuditContext& context);

// Characters of UTF-8 text.
std::vector<std::string_view> CharactersOf(std::string_view text);

}  // namespace mingzhang
