// Where the fuzz targets take their seeds from: files of the source tree, in name order.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "extractor/pipeline.h"

namespace mingzhang::fuzz {

// The grammar of the program and a pipeline with it.
const Grammar& ProgramGrammar();
const Pipeline& ProgramPipeline();

// The whole of a file; ends the program when it cannot be read.
std::string ReadFile(const std::string& path);
// Every file below `folder` (of the source tree) whose name ends so; none when there is no such folder.
std::vector<std::string> FilesBelow(const std::string& folder, std::string_view ending);

// The documents of the corpus.
std::vector<std::string> Documents();
// The inputs of the table tests: the first cell of every row of tests/data/*.tsv, escapes undone, and
// the cases of tests/data/*.txt.
std::vector<std::string> TableInputs();

}  // namespace mingzhang::fuzz
