#include "tools/recogniser.h"

#include "extractor/text/decode.h"
#include "extractor/text/normalize.h"

namespace mingzhang {

Status ReadFolded(const Grammar& grammar, std::string_view bytes, DocumentText* text) {
  auto decoded = Decode(bytes);
  if (!decoded.ok()) return decoded.error();
  text->decoded = std::move(decoded->text);
  text->encoding = decoded->encoding;
  text->source = SourceMap(bytes, text->decoded, text->encoding);
  Normalized normalized = Normalize(text->decoded, grammar.text());
  text->logical = std::move(normalized.text);
  text->logical_to_decoded = std::move(normalized.to_decoded);
  return std::nullopt;
}

Result<std::unique_ptr<QuantityScanner>> MakeScanner(const Grammar& grammar) {
  for (const GrammarFile& file : grammar.files()) {
    if (file.name != "units.toml") continue;
    auto units = LoadUnits(file);
    if (!units.ok()) return units.error();
    return std::make_unique<QuantityScanner>(std::move(units).value());
  }
  return Error{"the grammar has no units.toml", "", 0, 0, ""};
}

}  // namespace mingzhang
