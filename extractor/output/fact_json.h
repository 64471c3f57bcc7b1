// One fact as JSON.
#pragma once

#include "extractor/audit/tolerance.h"
#include "extractor/output/json_writer.h"
#include "extractor/pipeline.h"

namespace mingzhang {

struct FactContext {
  const Document& document;
  const Grammar& grammar;
  const Precision& precision;  // of the document's figures
  bool all_spans;
};

void WriteFact(const FactContext& context, Index fact, JsonWriter* json);

// The values that print as the fact's figure does in this document, in the unit of the fact; nothing
// for words.
std::optional<Interval> PrintedInterval(const Fact& fact, const Precision& precision);

}  // namespace mingzhang
