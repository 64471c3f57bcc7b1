// The lines of a text as its pages show them, measured and typed. First half of reflow.
#pragma once

#include <cstdint>
#include <string_view>
#include <vector>

#include "extractor/text/document_text.h"
#include "extractor/text/text_options.h"

namespace mingzhang {

struct PhysicalLine {
  uint32_t begin = 0, end = 0;  // without surrounding spaces
  uint16_t indent = 0;          // columns before the first character
  uint32_t width = 0;           // columns from the first to the last character
  uint16_t gaps = 0;            // runs of two or more spaces inside
  uint16_t spaces = 0;          // inside
  bool after_blank = false;     // a blank line stands before it
  bool page_start = false;      // a form feed or a page number stands before it
  uint16_t leaders = 0;         // characters that make dotted leaders
  bool has_bar = false;         // "|" inside
  bool sentence_marks = false;  // 。；，： inside
  bool numeric = false;         // nothing but one number
  LineKind kind = LineKind::kProse;
  uint32_t full_width = 0;      // the width that lines around it reach

  bool empty() const { return begin == end; }
};

// Non-empty lines, with page numbers, contents, tables and running heads marked.
std::vector<PhysicalLine> SplitLines(std::string_view text, const TextOptions& options);

}  // namespace mingzhang
