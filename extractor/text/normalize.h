// Folds characters that mean the same: full-width digits and signs, space kinds, radicals and
// compatibility ideographs, traditional forms. Character by character, with the way back.
//
// Not NFKC: it would turn a clause comma into a thousands separator and a circled one into 1.
#pragma once

#include <string>
#include <string_view>

#include "extractor/text/document_text.h"
#include "extractor/text/text_options.h"

namespace mingzhang {

struct Normalized {
  std::string text;
  OffsetMap to_decoded;
  bool traditional = false;  // traditional characters were folded too
};

Normalized Normalize(std::string_view decoded, const TextOptions& options);

}  // namespace mingzhang
