// One fact as JSON.
#pragma once

#include "extractor/output/json_writer.h"
#include "extractor/pipeline.h"

namespace mingzhang {

void WriteFact(const Document& document, const Grammar& grammar, Index fact, bool all_spans, JsonWriter* json);

}  // namespace mingzhang
