// One record of JSON Lines input: {"id": …, "text": …} or {"id": …, "base64": …}.
#pragma once

#include <optional>
#include <string>
#include <string_view>

#include "extractor/base/result.h"

namespace mingzhang {

struct Record {
  std::string id;     // a number is kept as it is written
  std::string bytes;  // the text, or what the base64 stands for
};

// The Error of a broken line has the column where JSON ends to be JSON. `id` is filled in as soon as
// it is known, so also when the rest is wrong.
Result<Record> ParseRecord(std::string_view line, std::string* id);

// The id alone, read no further than to it; nothing when there is none.
std::optional<std::string> IdOfRecord(std::string_view line);

}  // namespace mingzhang
