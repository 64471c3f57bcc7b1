// Quantities as JSON: what `mingzhang scan` writes.
#pragma once

#include <string>

#include "extractor/model/quantity.h"
#include "extractor/output/json_writer.h"
#include "extractor/text/document_text.h"

namespace mingzhang {

// {"bytes", "chars", "text", "kind", "value", "unit", "yuan"}; a range has "high" as well, and what
// is not exact has "approximation". Dates are written as far as they are stated: "2023-12-31",
// "2023-12", "--12-31".
void WriteQuantity(const DocumentText& text, const Quantity& quantity, const Units& units, JsonWriter* json);

// The value as it is written in JSON and in dumps.
std::string QuantityValue(const Quantity& quantity);

std::string_view ApproximationName(Approximation approximation);  // "about", "more_than", …

}  // namespace mingzhang
