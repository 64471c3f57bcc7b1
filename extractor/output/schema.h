// The JSON Schema (draft 2020-12) of the output contract, version 1. Strict: no key it does not name.
#pragma once

#include <string_view>

namespace mingzhang {

// What `mingzhang extract` writes, one document.
std::string_view ExtractionSchema();
// One line of `mingzhang diff --format json`: a change.
std::string_view DiffSchema();
// One line of the manifest of a batch: a document.
std::string_view ManifestSchema();

}  // namespace mingzhang
