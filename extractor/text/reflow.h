// Physical lines to logical lines: one paragraph, heading, table row or page mark each.
//
// PDF extraction breaks lines anywhere: inside a word, a number, between number and unit, and may put
// a blank line after each. A break is undone when the next token would not have fitted on the line,
// or when the line cannot end where it does. Spaces inside prose are dropped: Chinese has none.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "extractor/text/document_text.h"
#include "extractor/text/text_options.h"

namespace mingzhang {

struct Reflowed {
  std::string text;
  OffsetMap to_normalized;
  std::vector<LogicalLine> lines;
};

Reflowed Reflow(std::string_view normalized, const TextOptions& options);

}  // namespace mingzhang
