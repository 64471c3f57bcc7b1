// Many documents at once: threads in the middle, input order at both ends.
#pragma once

#include "extractor/grammar/grammar.h"
#include "tools/batch_options.h"

namespace mingzhang {

// Extracts everything `options` names and returns the exit code. The results are the same bytes for
// any number of jobs.
int RunBatch(const Grammar& grammar, const BatchOptions& options);

}  // namespace mingzhang
