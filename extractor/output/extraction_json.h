// An extraction as JSON, contract version 1 (`mingzhang schema` prints its JSON Schema).
//
// Keys come in a fixed order, decimals are strings, arrays are in document order, and nothing but
// the document, the grammar and the version goes in: the same input gives the same bytes.
#pragma once

#include <functional>
#include <string>

#include "extractor/output/json_writer.h"
#include "extractor/pipeline.h"

namespace mingzhang {

struct JsonOptions {
  bool all_spans = false;  // unit, period and statement of every fact as well
  bool pretty = false;     // indented, spans and intervals on one line each
  // Called when a good deal has been written: may take it away (the string must be left empty or as
  // it is), so that the JSON of a large document is never in memory as a whole.
  std::function<void(std::string*)> drain = nullptr;
};

// Appends one JSON object, without a line end. False when the document's deadline passed before it was complete.
bool WriteJson(const Document& document, const Grammar& grammar, const JsonOptions& options, std::string* out);

// "f001" for index 0.
std::string FactId(Index fact);
void WriteFactId(Index fact, JsonWriter* json);

// {"bytes": […], "chars": […], "lines": […], "quote": "…"} of a place in the document.
void WriteSpan(const DocumentText& text, Range range, JsonWriter* json);

}  // namespace mingzhang
