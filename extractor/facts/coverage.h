// The census: every numeral of a document in exactly one class.
#pragma once

#include <vector>

#include "extractor/model/model.h"
#include "extractor/facts/reader.h"
#include "extractor/text/document_text.h"

namespace mingzhang {

// A numeral is a maximal run of ASCII digits with a point or thousands separators inside. Each gets
// the class of the quantity it lies in; a Chinese numeral counts when it was read as a value or date.
Coverage CountNumerals(const DocumentText& text, const std::vector<Claim>& claims);

}  // namespace mingzhang
