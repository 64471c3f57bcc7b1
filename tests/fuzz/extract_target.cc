// The whole pipeline and its JSON on any bytes: what an extraction promises holds for each.
#include <nlohmann/json.hpp>
#include <unicode/unistr.h>

#include "extractor/base/utf8.h"
#include "extractor/output/diff_record.h"
#include "extractor/output/extraction_json.h"
#include "tests/fuzz/seeds.h"
#include "tests/fuzz/target.h"

namespace mingzhang::fuzz {
namespace {

using nlohmann::json;

std::string Utf8From(std::string_view bytes, const char* charset) {
  std::string text;
  icu::UnicodeString(bytes.data(), static_cast<int32_t>(bytes.size()), charset).toUTF8String(text);
  return text;
}

std::string ReceivedText(std::string_view bytes, Encoding encoding) {
  switch (encoding) {
    case Encoding::kUtf8:
    case Encoding::kUtf8Bom: return std::string(bytes);
    case Encoding::kUtf16Le: return Utf8From(bytes, "UTF-16LE");
    case Encoding::kUtf16Be: return Utf8From(bytes, "UTF-16BE");
    case Encoding::kGb18030: return Utf8From(bytes, "GB18030");
  }
  return "";
}

int64_t CharactersIn(std::string_view text) {
  int64_t count = 0;
  for (const char c : text) count += (static_cast<unsigned char>(c) & 0xC0) != 0x80;
  return count;
}

// The number that a quote prints, without line breaks, spaces and separators; nothing for words.
std::optional<Decimal> PrintedNumber(std::string_view quote) {
  std::string digits;
  for (size_t i = 0; i < quote.size();) {
    const uint32_t c = CodePointAt(quote, i);
    i += Utf8Length(static_cast<unsigned char>(quote[i]));
    const bool wide = c >= 0xFF10 && c <= 0xFF19;
    if (wide || (c >= '0' && c <= '9')) digits += static_cast<char>(wide ? '0' + (c - 0xFF10) : c);
    else if (c == '.' || c == 0xFF0E) digits += '.';
    else if (c != ',' && c != 0xFF0C && c != ' ' && c != '\n' && c != '\r' && c != '\t' && c != 0x3000) return std::nullopt;
  }
  return Decimal::Parse(digits);
}

class Extracted {
 public:
  Extracted(std::string_view bytes, const Document& document) : bytes_(bytes), document_(document) {}

  void Check() {
    std::string text;
    WriteJson(document_, ProgramGrammar(), {.all_spans = true}, &text);
    const json extraction = json::parse(text, nullptr, /*allow_exceptions=*/false);
    Promise(extraction.is_object(), "an extraction is JSON");
    CheckCoverage(extraction["coverage"]);
    CheckSpans(extraction);
    for (const json& fact : extraction["facts"]) CheckFact(fact);
    CheckIds(extraction);
    Promise(ReadRecord(text, ProgramGrammar().units()).ok(), "diff and panel read what extract writes");
  }

 private:
  void CheckCoverage(const json& coverage) {
    int64_t sum = 0;
    for (const auto& [name, count] : coverage.items()) {
      if (name != "numerals" && count.is_number()) sum += count.get<int64_t>();
    }
    Promise(sum == coverage["numerals"].get<int64_t>(), "the classes of numerals add up");
    Promise(coverage["unexplained_spans"].size() == coverage["unexplained"].get<size_t>(), "what is unexplained is listed");
  }

  void CheckSpans(const json& value) {
    if (value.is_object() && value.contains("bytes") && value.contains("quote")) return CheckSpan(value);
    if (!value.is_structured()) return;
    for (const json& below : value) CheckSpans(below);
  }

  void CheckSpan(const json& span) {
    const auto begin = span["bytes"][0].get<size_t>(), end = span["bytes"][1].get<size_t>();
    const auto quote = span["quote"].get<std::string>();
    Promise(begin <= end && end <= bytes_.size(), "a span lies in the document");
    Promise(ReceivedText(bytes_.substr(begin, end - begin), document_.text.encoding) == quote, "a span's bytes are its quote");
    const auto first = span["chars"][0].get<int64_t>(), last = span["chars"][1].get<int64_t>();
    Promise(last - first == CharactersIn(quote), "a span has the characters of its quote");
    Promise(span["lines"][0] >= 1 && span["lines"][0] <= span["lines"][1], "a span's lines are in order");
  }

  void CheckFact(const json& fact) {
    if (!fact["spans"].contains("value") || fact["spans"]["value"].is_null()) return;
    const auto printed = PrintedNumber(fact["spans"]["value"]["quote"].get<std::string>());
    if (!printed) return;  // in Chinese numerals, or a word
    const auto value = Decimal::Parse(fact["value"].get<std::string>());
    Promise(value.has_value(), "a printed number is a value");
    Promise(value->ToString() == printed->ToString() || value->ToString() == "-" + printed->ToString(),
            "a fact's value is what stands there");
  }

  // Whatever names a fact names one that is there.
  void CheckIds(const json& extraction) {
    const size_t facts = extraction["facts"].size();
    const auto known = [facts](const json& id) {
      return id.is_null() || std::stoul(id.get<std::string>().substr(1)) - 1 < facts;
    };
    for (const json& comparison : extraction["comparisons"]) {
      for (const char* key : {"subject", "base", "change", "rate"}) Promise(known(comparison[key]), "a comparison names facts");
    }
    for (const json& relation : extraction["relations"]) {
      Promise(known(relation["total"]), "a relation names facts");
      for (const json& part : relation["parts"]) Promise(known(part), "a relation names facts");
    }
    for (const json& finding : extraction["findings"]) {
      for (const json& fact : finding["facts"]) Promise(known(fact), "a finding names facts");
    }
  }

  std::string_view bytes_;
  const Document& document_;
};

}  // namespace

void Try(std::string_view input) {
  const auto document = ProgramPipeline().Run("fuzz.txt", input);
  if (document.ok()) Extracted(input, **document).Check();
  else Promise(!document.error().message.empty(), "an error says what is wrong");
}

std::vector<std::string> Seeds() {
  std::vector<std::string> seeds = TableInputs();
  for (std::string& document : Documents()) seeds.push_back(std::move(document));
  return seeds;
}

}  // namespace mingzhang::fuzz
