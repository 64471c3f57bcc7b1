// What is in a grammar, for people to read.
#pragma once

#include <string>
#include <string_view>

#include "extractor/grammar/grammar.h"

namespace mingzhang {

// "12 files, 321 concepts, …; sha256 …".
std::string GrammarSummary(const Grammar& grammar);
// One line for each of "concepts", "words", "units", "clauses", "rules" or "files".
std::string GrammarList(const Grammar& grammar, std::string_view what);
// All there is about one rule, concept or clause pattern; empty when there is no such thing.
std::string GrammarExplanation(const Grammar& grammar, std::string_view id);

}  // namespace mingzhang
