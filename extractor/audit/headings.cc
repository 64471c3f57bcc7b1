#include "extractor/audit/headings.h"

#include <algorithm>
#include <numeric>

#include "extractor/base/utf8.h"

namespace mingzhang {
namespace {

// The digit a character stands for, 10 for ten; -1 for none. `numerals` has the Chinese ones in order
// from one to ten.
int DigitOf(std::string_view numerals, std::string_view character) {
  if (character.size() == 1 && character[0] >= '0' && character[0] <= '9') return character[0] - '0';
  const size_t at = character.size() == 3 ? numerals.find(character) : std::string_view::npos;
  return at == std::string_view::npos ? -1 : static_cast<int>(at / 3) + 1;
}

// The first character of `text`, which loses it.
std::string_view TakeCharacter(std::string_view* text) {
  const std::string_view character = text->substr(0, Utf8Length(static_cast<unsigned char>(text->front())));
  text->remove_prefix(character.size());
  return character;
}

size_t EditDistance(const std::vector<std::string_view>& a, const std::vector<std::string_view>& b) {
  std::vector<size_t> row(b.size() + 1);
  std::iota(row.begin(), row.end(), size_t{0});
  for (size_t i = 1; i <= a.size(); ++i) {
    size_t diagonal = row[0];
    row[0] = i;
    for (size_t j = 1; j <= b.size(); ++j) {
      const size_t above = row[j];
      row[j] = std::min({above + 1, row[j - 1] + 1, diagonal + (a[i - 1] == b[j - 1] ? 0 : 1)});
      diagonal = above;
    }
  }
  return row[b.size()];
}

}  // namespace

std::vector<std::string_view> CharactersOf(std::string_view text) {
  std::vector<std::string_view> characters;
  characters.reserve(text.size() / 3 + 1);  // most have three bytes
  while (!text.empty()) characters.push_back(TakeCharacter(&text));
  return characters;
}

HeadingNumber ReadNumber(const RuleBook& book, std::string_view number) {
  constexpr int kLargest = 999;
  HeadingNumber result;
  int tens = 0, ones = 0;
  bool ten_seen = false;
  while (!number.empty()) {
    const std::string_view character = TakeCharacter(&number);
    const int digit = DigitOf(book.numerals, character);
    if (digit < 0) {
      if (character != " ") result.style += character == "\xEF\xBC\x8E" ? "." : character;  // ．
    } else if (digit == 10) {
      tens = ones == 0 ? 1 : ones;
      ones = 0;
      ten_seen = true;
    } else {
      ones = character.size() == 1 ? std::min(ones * 10 + digit, kLargest) : digit;
    }
  }
  result.value = ten_seen ? tens * 10 + ones : ones;
  return result;
}

std::string NumberOf(const RuleBook& book, std::string_view heading) {
  std::string number;
  bool digit_seen = false;
  while (!heading.empty()) {
    const std::string_view character = TakeCharacter(&heading);
    const bool digit = DigitOf(book.numerals, character) >= 0;
    number += character;
    if (digit_seen && !digit) return number;
    digit_seen = digit_seen || digit;
  }
  return "";
}

bool IsBlank(std::string_view text) {
  return text.find_first_not_of(" \t\r\n") == std::string_view::npos;
}

std::string HeadingText(const Section& section) { return WithoutLayout(section.number + section.title); }

std::string ContentsEntry(std::string_view line) {
  std::string entry = WithoutLayout(std::string(line));
  const auto is_leader = [](char c) { return (c >= '0' && c <= '9') || c == '.' || c == '-'; };
  for (;;) {
    while (!entry.empty() && is_leader(entry.back())) entry.pop_back();
    // … and · in UTF-8
    if (entry.size() >= 3 && entry.ends_with("\xE2\x80\xA6")) {
      entry.resize(entry.size() - 3);
    } else if (entry.size() >= 2 && entry.ends_with("\xC2\xB7")) {
      entry.resize(entry.size() - 2);
    } else {
      return entry;
    }
  }
}

bool AreSimilar(std::string_view a, std::string_view b) {
  constexpr size_t kLongest = 60;
  const auto left = CharactersOf(a), right = CharactersOf(b);
  const size_t longer = std::max(left.size(), right.size());
  if (longer > kLongest) return false;
  return EditDistance(left, right) * 3 <= longer;
}

std::vector<bool> HaveChildren(const AuditContext& context) {
  const auto& sections = context.extraction.sections;
  std::vector<bool> has_child(sections.size());
  for (const Section& section : sections) {
    if (section.parent != kNone) has_child[section.parent] = true;
  }
  return has_child;
}

}  // namespace mingzhang
