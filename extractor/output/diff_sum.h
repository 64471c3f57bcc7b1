// Bodies that became one, as if they had published one document: what they say together.
#pragma once

#include <vector>

#include "extractor/output/diff.h"

namespace mingzhang {

// The amounts and counts that all of them state, added up. What one of them does not state is unknown, not
// zero, and is left out; so are shares, rates and words, which do not add up. Names are joined by +; a sum
// stands nowhere, so its place is empty; it keeps the id of the first body's figure.
DocumentRecord SumOf(const std::vector<const DocumentRecord*>& bodies, const KeyOptions& options);

// What changed from the sum of `bodies`, which is `sum`, to `document`. What only some of the bodies stated is
// neither new nor gone.
std::vector<Change> DiffFromSum(const std::vector<const DocumentRecord*>& bodies, const DocumentRecord& sum,
                                const DocumentRecord& document, const DiffOptions& options);

}  // namespace mingzhang
