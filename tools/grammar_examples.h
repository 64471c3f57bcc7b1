// Runs the examples and counterexamples that every rule and clause pattern carries.
#pragma once

#include <cstddef>
#include <string>
#include <vector>

#include "extractor/grammar/grammar.h"

namespace mingzhang {

struct ExampleReport {
  size_t examples = 0;
  std::vector<std::string> failures;  // one line each: whose, what was wanted, the text
};

// An example of a rule must give its finding, a counterexample must not. An example of a clause
// pattern names exactly the facts that the pattern reads; in a counterexample it reads nothing.
ExampleReport TestExamples(const Grammar& grammar);

}  // namespace mingzhang
