// What a fuzz target is. Each file *_target.cc defines Try and Seeds; it is built twice: with clang
// into a fuzzer (preset `fuzz`), and with any compiler into a test that tries the seeds and every
// input that once broke a promise (regressions/NAME/).
#pragma once

#include <cstdio>
#include <cstdlib>
#include <string>
#include <string_view>
#include <vector>

namespace mingzhang::fuzz {

// Runs one input of any bytes through the code under test. Ends the program when a promise is broken.
void Try(std::string_view input);

// Inputs to begin with, made from the corpus, the grammar and the cases of the other tests.
std::vector<std::string> Seeds();

// Ends the program, saying what was promised, unless it `holds`.
inline void Promise(bool holds, const char* promise) {
  if (holds) return;
  std::fprintf(stderr, "broken promise: %s\n", promise);
  std::abort();
}

}  // namespace mingzhang::fuzz
