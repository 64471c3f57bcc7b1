// The quantity recogniser by itself: text in, quantities with their places out.
#pragma once

#include <memory>
#include <string>
#include <string_view>
#include <vector>

#include "extractor/base/result.h"
#include "extractor/facts/quantities.h"
#include "extractor/grammar/grammar.h"
#include "extractor/text/document_text.h"

namespace mingzhang {

// Decoded and folded, not unwrapped: what `logical` is to the recogniser alone. `text` must be new.
Status ReadFolded(const Grammar& grammar, std::string_view bytes, DocumentText* text);

// A scanner for the units of `grammar`, which must outlive it.
Result<std::unique_ptr<QuantityScanner>> MakeScanner(const Grammar& grammar);

}  // namespace mingzhang
