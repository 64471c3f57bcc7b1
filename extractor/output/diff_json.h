// Changes for programs: JSON Lines and CSV.
#pragma once

#include <string>

#include "extractor/output/diff.h"
#include "extractor/output/diff_match.h"
#include "extractor/output/json_writer.h"

namespace mingzhang {

// The documents that a change is between; either may be missing.
struct DiffContext {
  const DocumentRecord* old_document = nullptr;
  const DocumentRecord* new_document = nullptr;
  const Grammar& grammar;
};

// One line, as DiffSchema() says. Keys that do not apply are null.
void WriteChangeJson(const Change& change, const DiffContext& context, std::string* out);
// The columns of a change, and the first line that names them.
std::string_view ChangeCsvHeader();
void WriteChangeCsv(const Change& change, const DiffContext& context, std::string* out);

// One field as RFC 4180 has it.
void AppendCsvField(std::string_view text, std::string* out);

}  // namespace mingzhang
