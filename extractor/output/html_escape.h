// Text inside a page.
#pragma once

#include <string>
#include <string_view>

namespace mingzhang {

// Appends `text` so that it is nothing but text in an element or a quoted attribute; what is not
// allowed in a page becomes U+FFFD.
void AppendHtml(std::string_view text, std::string* out);
std::string Html(std::string_view text);

}  // namespace mingzhang
