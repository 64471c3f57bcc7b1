#include "extractor/base/result.h"

#include <fmt/format.h>

namespace mingzhang {

std::string Error::ToString() const {
  std::string text = file;
  if (line != 0) text += fmt::format(":{}", line);
  if (line != 0 && column != 0) text += fmt::format(":{}", column);
  if (!text.empty()) text += ": ";
  text += message;
  if (!hint.empty()) text += fmt::format(" ({})", hint);
  return text;
}

}  // namespace mingzhang
