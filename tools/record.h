// One record of JSON Lines input: {"id": …, "text": …} or {"id": …, "base64": …}.
#pragma once

#include <string>
#include <string_view>

#include "extractor/base/result.h"

namespace mingzhang {

struct Record {
  std::string id;     // a number is kept as it is written
  std::string bytes;  // the text, or what the base64 stands for
};

Result<Record> ParseRecord(std::string_view line);

// The name under which a record or a listed file may be stored below a folder: the parts "", "." and
// "..", and what a file system does not take, are written %XX, so that it never leads outside.
std::string SafeRelativePath(std::string_view name);

}  // namespace mingzhang
