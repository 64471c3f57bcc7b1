// Any bytes become text, or an error that says what to do; the text leads back to the bytes.
#include "extractor/text/decode.h"

#include <unicode/unistr.h>

#include "tests/fuzz/seeds.h"
#include "tests/fuzz/target.h"

namespace mingzhang::fuzz {
namespace {

std::string Encode(const std::string& text, const char* charset) {
  const icu::UnicodeString wide = icu::UnicodeString::fromUTF8(text);
  std::string out(text.size() * 4 + 16, '\0');
  out.resize(static_cast<size_t>(wide.extract(0, wide.length(), out.data(), static_cast<uint32_t>(out.size()), charset)));
  return out;
}

// The text in its encoding again, with its mark. GB18030 is left out: some characters have two forms there.
void ComesBack(std::string_view bytes, const Decoded& decoded) {
  switch (decoded.encoding) {
    case Encoding::kUtf8: Promise(bytes == decoded.text, "UTF-8 is not changed"); break;
    case Encoding::kUtf8Bom: Promise(bytes.substr(3) == decoded.text, "UTF-8 after a mark is not changed"); break;
    case Encoding::kUtf16Le: Promise(bytes.substr(2) == Encode(decoded.text, "UTF-16LE"), "UTF-16LE comes back"); break;
    case Encoding::kUtf16Be: Promise(bytes.substr(2) == Encode(decoded.text, "UTF-16BE"), "UTF-16BE comes back"); break;
    case Encoding::kGb18030: break;
  }
}

uint64_t CharactersIn(std::string_view text) {
  uint64_t count = 0;
  for (const char c : text) count += (static_cast<unsigned char>(c) & 0xC0) != 0x80;
  return count;
}

void PlacesAreWhole(std::string_view bytes, const Decoded& decoded) {
  const SourceMap map(bytes, decoded.text, decoded.encoding);
  const auto size = static_cast<uint32_t>(decoded.text.size());
  const SourceSpan whole = map.Locate({0, size});
  Promise(whole.byte_end == bytes.size(), "the text ends where the bytes end");
  Promise(map.char_length() == CharactersIn(decoded.text), "every character is counted");
  Promise(whole.char_end == map.char_length(), "the text ends with its last character");
  SourceSpan before;
  for (uint32_t at = 0; at < size; at += 1 + size / 64) {
    if ((static_cast<unsigned char>(decoded.text[at]) & 0xC0) == 0x80) continue;
    const SourceSpan place = map.Locate({at, size});
    Promise(place.byte_begin >= before.byte_begin && place.line_begin >= before.line_begin, "places go forward");
    Promise(place.char_begin == CharactersIn(std::string_view(decoded.text).substr(0, at)), "a place is its character");
    before = place;
  }
}

}  // namespace

void Try(std::string_view input) {
  const auto decoded = Decode(input);
  if (!decoded.ok()) {
    Promise(!decoded.error().message.empty() && !decoded.error().hint.empty(), "an error says what to do");
    return;
  }
  Promise(FirstInvalidUtf8(decoded->text) == decoded->text.size(), "what is decoded is UTF-8");
  ComesBack(input, *decoded);
  PlacesAreWhole(input, *decoded);
}

std::vector<std::string> Seeds() {
  std::vector<std::string> seeds = TableInputs();
  for (const std::string& document : Documents()) {
    seeds.push_back(document);
    const auto decoded = Decode(document);
    const std::string head = decoded.ok() ? decoded->text.substr(0, 3000) : "";
    seeds.push_back("\xFF\xFE" + Encode(head, "UTF-16LE"));
    seeds.push_back("\xFE\xFF" + Encode(head, "UTF-16BE"));
    seeds.push_back(Encode(head, "GB18030"));
  }
  return seeds;
}

}  // namespace mingzhang::fuzz
