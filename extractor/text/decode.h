// Bytes to UTF-8. The first stage: says which encoding it found and never drops a byte silently.
#pragma once

#include <string>
#include <string_view>

#include "extractor/base/result.h"
#include "extractor/text/document_text.h"

namespace mingzhang {

struct Decoded {
  std::string text;  // valid UTF-8 without byte-order mark
  Encoding encoding = Encoding::kUtf8;
};

// In this order: byte-order marks, strict UTF-8, GB18030 (a superset of GBK and GB2312). Errors: empty
// input, binary data, UTF-16 without a mark, and the byte offset of the first sequence that no encoding
// explains.
Result<Decoded> Decode(std::string_view bytes);

// The offset of the first byte that is not valid UTF-8, or text.size().
size_t FirstInvalidUtf8(std::string_view text);

}  // namespace mingzhang
