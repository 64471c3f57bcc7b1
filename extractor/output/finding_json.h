// Findings and checks as JSON.
#pragma once

#include "extractor/output/json_writer.h"
#include "extractor/pipeline.h"

namespace mingzhang {

void WriteFinding(const Document& document, const Grammar& grammar, const Finding& finding, JsonWriter* json);

// "checks": what was found in order, and what could not be evaluated and why.
void WriteChecks(const Extraction& extraction, const Grammar& grammar, JsonWriter* json);

}  // namespace mingzhang
