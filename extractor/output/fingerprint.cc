#include "extractor/output/fingerprint.h"

#include "extractor/base/utf8.h"
#include "extractor/base/digest.h"

namespace mingzhang {
namespace {

constexpr int kContextCharacters = 12;
constexpr char kSeparator = '\x1F';

bool IsSpace(char byte) { return static_cast<unsigned char>(byte) <= ' '; }

size_t StepBack(std::string_view text, size_t position) {
  for (int left = kContextCharacters; left > 0 && position > 0;) {
    position = PreviousStart(text, position);
    if (!IsSpace(text[position])) --left;
  }
  return position;
}

size_t StepForward(std::string_view text, size_t position) {
  for (int left = kContextCharacters; left > 0 && position < text.size();) {
    if (!IsSpace(text[position])) --left;
    position += Utf8Length(static_cast<unsigned char>(text[position]));
  }
  return std::min(position, text.size());
}

void AppendWithoutSpaces(std::string_view text, std::string* out) {
  for (const char byte : text) {
    if (!IsSpace(byte)) out->push_back(byte);
  }
}

}  // namespace

std::string Fingerprint(const Finding& finding, const Document& document, const Grammar& grammar) {
  std::string key = grammar.rules()[finding.rule].id;
  for (const Index fact : finding.facts) {
    key.push_back(kSeparator);
    key.append(grammar.concepts()[document.extraction.facts[fact].concept_id].id);
  }
  key.push_back(kSeparator);
  if (finding.spans.empty()) {
    key.append(finding.message_en);
  } else {
    const std::string_view text = document.text.logical;
    const size_t begin = StepBack(text, finding.spans[0].begin), end = StepForward(text, finding.spans[0].end);
    AppendWithoutSpaces(text.substr(begin, end - begin), &key);
  }
  return Sha256Hex(key).substr(0, 16);
}

}  // namespace mingzhang
