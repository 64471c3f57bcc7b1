// What a document is: kind, level, fiscal year, the body it is of.
#pragma once

#include <string_view>
#include <vector>

#include "extractor/model/model.h"
#include "extractor/grammar/grammar.h"
#include "extractor/text/document_text.h"
#include "extractor/text/outline.h"

namespace mingzhang {

// `name` is the file's base name: its year and words are the last resort.
DocumentFacts ReadDocumentFacts(std::string_view name, const DocumentText& text, const std::vector<Heading>& headings, const Grammar& grammar);

}  // namespace mingzhang
