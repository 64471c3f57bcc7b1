// What a change of the grammar does to texts: facts and findings gained and lost, one per line.
#pragma once

#include "extractor/grammar/grammar.h"
#include "tools/input_source.h"

namespace mingzhang {

// Prints the differences over `input` and returns the exit code: 0 none, 1 some, 2 trouble.
int PrintGrammarDelta(const Grammar& before, const Grammar& after, const InputOptions& input);

}  // namespace mingzhang
