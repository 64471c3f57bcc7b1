// From lines, headings and quantities to facts: drives the reader over the narrative.
#pragma once

#include <vector>

#include "extractor/base/deadline.h"
#include "extractor/model/model.h"
#include "extractor/model/quantity.h"
#include "extractor/grammar/grammar.h"
#include "extractor/text/document_text.h"
#include "extractor/text/outline.h"

namespace mingzhang {

// Fills sections, facts, comparisons, relations and coverage. extraction->document is read, not set.
// Lines after the deadline are left out.
void ReadFacts(const Grammar& grammar, const DocumentText& text, const std::vector<Heading>& headings,
               const std::vector<Quantity>& quantities, Extraction* extraction, const Deadline& deadline = {});

}  // namespace mingzhang
