#include "extractor/output/html_escape.h"

namespace mingzhang {

void AppendHtml(std::string_view text, std::string* out) {
  for (const char c : text) {
    switch (c) {
      case '&': out->append("&amp;"); break;
      case '<': out->append("&lt;"); break;
      case '>': out->append("&gt;"); break;
      case '"': out->append("&quot;"); break;
      case '\'': out->append("&#39;"); break;
      case '\t': case '\n': out->push_back(c); break;
      case '\r': break;
      default:
        if (static_cast<unsigned char>(c) < 0x20 || c == 0x7F) out->append("\xEF\xBF\xBD");
        else out->push_back(c);
    }
  }
}

std::string Html(std::string_view text) {
  std::string escaped;
  AppendHtml(text, &escaped);
  return escaped;
}

}  // namespace mingzhang
