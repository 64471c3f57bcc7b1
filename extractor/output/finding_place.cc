#include "extractor/output/finding_place.h"

#include <algorithm>

#include <unicode/uchar.h>

#include "extractor/base/utf8.h"

namespace mingzhang {
namespace {

constexpr std::string_view kEllipsis = "\xE2\x80\xA6";

uint32_t CharacterWidth(uint32_t c) {
  if (c < 0x300) return 1;
  switch (u_charType(static_cast<UChar32>(c))) {
    case U_NON_SPACING_MARK:
    case U_ENCLOSING_MARK:
    case U_FORMAT_CHAR: return 0;
    default: break;
  }
  const int width = u_getIntPropertyValue(static_cast<UChar32>(c), UCHAR_EAST_ASIAN_WIDTH);
  return width == U_EA_WIDE || width == U_EA_FULLWIDTH ? 2 : 1;
}

size_t LengthAt(std::string_view text, size_t position) {
  return std::min<size_t>(Utf8Length(static_cast<unsigned char>(text[position])), text.size() - position);
}

// Control characters would move the caret.
std::string Printable(std::string_view text) {
  const auto is_control = [](char c) { return static_cast<unsigned char>(c) < 0x20 || c == 0x7F; };
  std::string printable(text);
  std::replace_if(printable.begin(), printable.end(), is_control, ' ');
  return printable;
}

// The first position after `begin` whose character no longer fits into `columns`.
size_t FitForward(std::string_view text, size_t begin, size_t end, uint32_t columns) {
  uint32_t width = 0;
  while (begin < end) {
    width += CharacterWidth(CodePointAt(text, begin));
    if (width > columns) break;
    begin += LengthAt(text, begin);
  }
  return std::min(begin, end);
}

size_t FitBackward(std::string_view text, size_t begin, size_t end, uint32_t columns) {
  uint32_t width = 0;
  while (end > begin) {
    const size_t previous = PreviousStart(text, end);
    width += CharacterWidth(CodePointAt(text, previous));
    if (width > columns) break;
    end = previous;
  }
  return end;
}

bool IsSpace(char c) { return static_cast<unsigned char>(c) <= ' '; }

// What a section says begins with the end of its heading's line: no place to point at.
DecodedRange WithoutSpaces(const DocumentText& text, Range range) {
  DecodedRange place = text.Decoded(range);
  while (place.size() > 1 && IsSpace(text.decoded[place.begin])) ++place.begin;
  while (place.size() > 1 && IsSpace(text.decoded[place.end - 1])) --place.end;
  return place;
}

struct Window {
  size_t begin, end;
};

// The physical line of `position`, without its end.
Window LineAround(std::string_view text, size_t position) {
  const size_t before = position == 0 ? std::string_view::npos : text.rfind('\n', position - 1);
  const size_t after = text.find_first_of("\r\n", position);
  return {before == std::string_view::npos ? 0 : before + 1, std::min(after, text.size())};
}

// At most `columns` of the line, with the marked text in the middle.
Window Shorten(std::string_view text, Window line, size_t mark_begin, size_t mark_end, uint32_t columns) {
  const size_t shown_end = FitForward(text, mark_begin, mark_end, columns / 2);
  const uint32_t spare = columns - DisplayWidth(text.substr(mark_begin, shown_end - mark_begin));
  const size_t begin = FitBackward(text, line.begin, mark_begin, spare / 2);
  const uint32_t used = DisplayWidth(text.substr(begin, mark_begin - begin));
  return {begin, FitForward(text, shown_end, line.end, spare - used)};
}

}  // namespace

Place PlaceOf(const DocumentText& text, Range range) {
  const DecodedRange decoded = WithoutSpaces(text, range);
  const DecodedRange end{decoded.end, decoded.end};
  Place place;
  place.span = text.source.Locate(decoded);
  place.line = place.span.line_begin;
  place.column = text.source.Column(decoded);
  place.end_line = text.source.Locate(end).line_begin;
  place.end_column = text.source.Column(end);
  place.quote = std::string_view(text.decoded).substr(decoded.begin, decoded.size());
  return place;
}

uint32_t DisplayWidth(std::string_view text) {
  uint32_t width = 0;
  for (size_t i = 0; i < text.size(); i += LengthAt(text, i)) width += CharacterWidth(CodePointAt(text, i));
  return width;
}

MarkedLine MarkLine(const DocumentText& text, Range range, uint32_t most_columns) {
  const std::string_view decoded = text.decoded;
  const DecodedRange place = WithoutSpaces(text, range);
  const Window line = LineAround(decoded, place.begin);
  const size_t mark_end = std::clamp<size_t>(place.end, place.begin, std::max<size_t>(line.end, place.begin));
  Window shown = line;
  if (DisplayWidth(decoded.substr(line.begin, line.end - line.begin)) > most_columns) {
    shown = Shorten(decoded, line, place.begin, mark_end, most_columns);
  }
  MarkedLine marked;
  if (shown.begin > line.begin) marked.source.append(kEllipsis);
  const uint32_t indent = DisplayWidth(marked.source) +
                          DisplayWidth(decoded.substr(shown.begin, place.begin - shown.begin));
  marked.source.append(Printable(decoded.substr(shown.begin, shown.end - shown.begin)));
  if (shown.end < line.end) marked.source.append(kEllipsis);
  const size_t last = std::min(mark_end, shown.end);
  const uint32_t width = last > place.begin ? DisplayWidth(decoded.substr(place.begin, last - place.begin)) : 1;
  marked.marks = std::string(indent, ' ') + '^' + std::string(width > 0 ? width - 1 : 0, '~');
  return marked;
}

}  // namespace mingzhang
