// Flags that several commands share: which documents to read.
#pragma once

#include <optional>
#include <string>

#include <CLI/CLI.hpp>

#include "extractor/model/model.h"
#include "tools/input_source.h"

namespace mingzhang {

// --input-format and --max-bytes. `options` must outlive the parse.
void AddFormatFlags(CLI::App& command, InputOptions& options);
// These and INPUT…, --include, --exclude.
void AddInputFlags(CLI::App& command, InputOptions& options);

// "error", "warning" or "note"; nothing for anything else.
std::optional<Severity> ParseSeverity(std::string_view word);

}  // namespace mingzhang
