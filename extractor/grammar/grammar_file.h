// One file of a grammar, as it was read.
#pragma once

#include <string>

namespace mingzhang {

struct GrammarFile {
  std::string name;  // its path inside the grammar folder
  std::string text;
  bool tested = false;  // with its program: patterns of rules are compiled only where a text needs them
};

}  // namespace mingzhang
