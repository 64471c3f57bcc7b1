// One file of a grammar, as it was read.
#pragma once

#include <string>

namespace mingzhang {

struct GrammarFile {
  std::string name;  // its path inside the grammar folder
  std::string text;
};

}  // namespace mingzhang
