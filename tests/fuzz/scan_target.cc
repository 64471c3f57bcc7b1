// The recogniser on any text: every digit in one quantity, every quantity a place and valid JSON.
#include <nlohmann/json.hpp>

#include "extractor/base/utf8.h"
#include "extractor/facts/quantities.h"
#include "extractor/output/quantity_json.h"
#include "tests/fuzz/seeds.h"
#include "tests/fuzz/target.h"
#include "tools/recogniser.h"

namespace mingzhang::fuzz {
namespace {

const QuantityScanner& Scanner() {
  static const std::unique_ptr<QuantityScanner> scanner = std::move(MakeScanner(ProgramGrammar())).value();
  return *scanner;
}

void DigitsAreInside(std::string_view text, uint32_t begin, uint32_t end) {
  for (uint32_t at = begin; at < end; ++at) {
    Promise(!IsAsciiDigit(static_cast<unsigned char>(text[at])), "no digit is outside of all quantities");
  }
}

void CheckQuantities(std::string_view text, const std::vector<Quantity>& quantities) {
  uint32_t end = 0;
  for (const Quantity& quantity : quantities) {
    Promise(quantity.text.begin >= end && !quantity.text.empty() && quantity.text.end <= text.size(),
            "quantities are in order and do not overlap");
    Promise(quantity.text.Contains(quantity.number), "a numeral is inside its quantity");
    Promise(quantity.unit.empty() || quantity.text.Contains(quantity.unit), "a unit is inside its quantity");
    Promise(quantity.unit_index < static_cast<int>(Scanner().units().size()), "a unit is one of the grammar");
    DigitsAreInside(text, end, quantity.text.begin);
    end = quantity.text.end;
  }
  DigitsAreInside(text, end, static_cast<uint32_t>(text.size()));
}

void CheckJson(const DocumentText& text, const Quantity& quantity) {
  std::string json;
  JsonWriter writer(&json);
  WriteQuantity(text, quantity, Scanner().units(), &writer);
  const auto parsed = nlohmann::json::parse(json, nullptr, /*allow_exceptions=*/false);
  Promise(parsed.is_object(), "a quantity is written as JSON");
  Promise(parsed["text"] == std::string(text.Quote(quantity.text)), "a quantity quotes its place");
}

}  // namespace

void Try(std::string_view input) {
  DocumentText text;
  if (input.empty() || ReadFolded(ProgramGrammar(), input, &text)) return;
  std::vector<Quantity> quantities;
  for (const bool bare : {true, false}) {
    Scanner().Scan(text.logical, {.bare_chinese_numerals = bare}, &quantities);
    CheckQuantities(text.logical, quantities);
  }
  for (const Quantity& quantity : quantities) CheckJson(text, quantity);
}

std::vector<std::string> Seeds() {
  std::vector<std::string> seeds = TableInputs();
  for (std::string& document : Documents()) seeds.push_back(std::move(document));
  return seeds;
}

}  // namespace mingzhang::fuzz
