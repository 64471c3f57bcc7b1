// One logical line as a sequence of words, quantities and punctuation.
#pragma once

#include <string_view>
#include <vector>

#include "extractor/model/quantity.h"
#include "extractor/grammar/lexicon.h"

namespace mingzhang {

enum class Mark : uint8_t {
  kNone,
  kComma,      // ，
  kListComma,  // 、
  kSemicolon,  // ；
  kStop,       // 。！？
  kColon,      // ：
  kOpen,       // (
  kClose,      // )
};

// Exactly one of word, quantity and mark is set.
struct Token {
  Range range;
  const Word* word = nullptr;
  const Quantity* quantity = nullptr;
  Mark mark = Mark::kNone;
};

// The mark at `position`, which must start a character.
Mark MarkAt(std::string_view text, size_t position);

// Splits text[line] with the quantities that lie in it ([begin, end) of a vector, in order). A word
// that starts before a quantity and covers it hides it: 单价100万元以上设备 names something.
// `*hidden` gets the quantities so hidden.
void Tokenize(std::string_view text, Range line, const Quantity* begin, const Quantity* end, const Lexicon& lexicon,
              std::vector<Token>* tokens, std::vector<const Quantity*>* hidden);

}  // namespace mingzhang
