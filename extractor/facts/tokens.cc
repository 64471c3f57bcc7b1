#include "extractor/facts/tokens.h"

#include "extractor/base/utf8.h"

namespace mingzhang {
namespace {

Mark MarkOf(uint32_t c) {
  switch (c) {
    case 0xFF0C:
    case ',': return Mark::kComma;
    case 0x3001: return Mark::kListComma;
    case 0xFF1B:
    case ';': return Mark::kSemicolon;
    case 0x3002:
    case 0xFF01:
    case 0xFF1F:
    case '!':
    case '?': return Mark::kStop;
    case 0xFF1A:
    case ':':
    case 0x3011: return Mark::kColon;  // 【收支情况】 heads what follows
    case '(': return Mark::kOpen;
    case ')': return Mark::kClose;
    default: return Mark::kNone;
  }
}

}  // namespace

Mark MarkAt(std::string_view text, size_t position) { return MarkOf(CodePointAt(text, position)); }

void Tokenize(std::string_view text, Range line, const Quantity* begin, const Quantity* end, const Lexicon& lexicon,
              std::vector<Token>* tokens, std::vector<const Quantity*>* hidden) {
  tokens->clear();
  hidden->clear();
  const std::string_view within = text.substr(0, line.end);
  for (uint32_t at = line.begin; at < line.end;) {
    while (begin != end && begin->text.begin < at) hidden->push_back(begin++);
    const bool quantity_here = begin != end && begin->text.begin == at;
    const Lexicon::Match match = lexicon.LongestAt(within, at);
    if (match.word && (!quantity_here || match.length > begin->text.size())) {
      tokens->push_back({{at, at + match.length}, match.word, nullptr, Mark::kNone});
      at += match.length;
      continue;
    }
    if (quantity_here) {
      tokens->push_back({begin->text, nullptr, begin, Mark::kNone});
      at = begin->text.end;
      ++begin;
      continue;
    }
    const auto lead = static_cast<unsigned char>(within[at]);
    const uint32_t length = Utf8Length(lead);
    const bool ideograph = lead >= 0xE4 && lead <= 0xE9;  // most of a text; no mark is among them
    const Mark mark = ideograph ? Mark::kNone : MarkAt(within, at);
    if (mark != Mark::kNone) tokens->push_back({{at, at + length}, nullptr, nullptr, mark});
    at += length;
  }
  while (begin != end) hidden->push_back(begin++);
}

}  // namespace mingzhang
