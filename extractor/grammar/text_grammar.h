// text.toml and sections.toml: what the text stages take from the grammar.
#pragma once

#include <functional>
#include <string_view>

#include "extractor/base/result.h"
#include "extractor/grammar/grammar_file.h"
#include "extractor/text/outline.h"
#include "extractor/text/text_options.h"

namespace mingzhang {

Status LoadTextOptions(const GrammarFile& file, TextOptions* options);
Status LoadSectionRoles(const GrammarFile& file, const std::function<int16_t(std::string_view)>& find_concept, OutlineOptions* options);

}  // namespace mingzhang
