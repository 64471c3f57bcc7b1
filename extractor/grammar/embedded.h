// The grammar files as the build put them into the program (see tools/embed-grammar.cmake).
#pragma once

#include <vector>

#include "extractor/grammar/grammar_file.h"

namespace mingzhang {

std::vector<GrammarFile> EmbeddedGrammarFiles();

}  // namespace mingzhang
