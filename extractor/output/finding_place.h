// Where a finding stands, in the coordinates of editors and compilers.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>

#include "extractor/text/document_text.h"

namespace mingzhang {

// 1-based lines and columns; columns count characters; the end is exclusive.
struct Place {
  SourceSpan span;
  uint32_t line = 1, column = 1;
  uint32_t end_line = 1, end_column = 1;
  std::string_view quote;  // what stands there
};
// Without spaces and line ends at either end.
Place PlaceOf(const DocumentText& text, Range range);

// Columns that `text` takes on a terminal: two for East Asian wide characters, none for combining
// marks (ICU's East_Asian_Width; ambiguous characters count one, as terminals do).
uint32_t DisplayWidth(std::string_view text);

// The source line of a place, shortened around it when it is long, and the marks under it.
struct MarkedLine {
  std::string source;
  std::string marks;  // spaces, then ^ and ~
};
MarkedLine MarkLine(const DocumentText& text, Range range, uint32_t most_columns);

}  // namespace mingzhang
