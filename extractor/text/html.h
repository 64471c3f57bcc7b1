// Web pages saved as HTML: tags and entities out, the text left, with the way back.
#pragma once

#include <string>
#include <string_view>

#include "extractor/text/document_text.h"

namespace mingzhang {

// True when the text opens as an HTML document does.
bool LooksLikeHtml(std::string_view decoded);

struct HtmlText {
  std::string text;
  OffsetMap to_decoded;
};

// Block elements end lines, cells of a row are set apart with “|”, scripts, styles and comments go.
// Never fails: what is no markup is text.
HtmlText StripHtml(std::string_view decoded);

}  // namespace mingzhang
