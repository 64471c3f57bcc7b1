#include "extractor/output/quantity_json.h"

#include <array>
#include <cstdio>

namespace mingzhang {
namespace {

std::string DateValue(const Quantity& date) {
  std::array<char, 32> text;
  if (date.year != 0 && date.day != 0) {
    std::snprintf(text.data(), text.size(), "%04d-%02d-%02d", date.year, date.month, date.day);
  } else if (date.year != 0) {
    std::snprintf(text.data(), text.size(), "%04d-%02d", date.year, date.month);
  } else if (date.day != 0) {
    std::snprintf(text.data(), text.size(), "--%02d-%02d", date.month, date.day);
  } else {
    std::snprintf(text.data(), text.size(), "--%02d", date.month);
  }
  return text.data();
}

void WritePair(std::string_view key, uint64_t begin, uint64_t end, JsonWriter* json) {
  json->Key(key);
  json->BeginArray(JsonWriter::Layout::kFlow);
  json->Integer(static_cast<int64_t>(begin));
  json->Integer(static_cast<int64_t>(end));
  json->EndArray();
}

// The code of the unit; a classifier that has none stands for itself.
std::string_view UnitName(const DocumentText& text, const Quantity& quantity, const Units& units) {
  if (quantity.unit_index < 0) return text.Logical(quantity.unit);
  const Unit& unit = units[static_cast<size_t>(quantity.unit_index)];
  return unit.code.empty() ? unit.literal : unit.code;
}

}  // namespace

std::string_view ApproximationName(Approximation approximation) {
  static constexpr std::array<std::string_view, 6> kNames = {"exact",     "about",    "more_than",
                                                             "less_than", "at_least", "at_most"};
  return kNames[static_cast<size_t>(approximation)];
}

std::string QuantityValue(const Quantity& quantity) {
  if (quantity.kind == QuantityKind::kDate && quantity.month != 0) return DateValue(quantity);
  return quantity.value.ToString();
}

void WriteQuantity(const DocumentText& text, const Quantity& quantity, const Units& units, JsonWriter* json) {
  const SourceSpan place = text.Source(quantity.text);
  json->BeginObject(JsonWriter::Layout::kFlow);
  WritePair("bytes", place.byte_begin, place.byte_end, json);
  WritePair("chars", place.char_begin, place.char_end, json);
  json->Member("text", text.Quote(quantity.text));
  json->Member("kind", QuantityKindName(quantity.kind));
  json->Member("value", QuantityValue(quantity));
  json->StringOrNull("unit", UnitName(text, quantity, units));
  if (quantity.yuan) json->Member("yuan", quantity.yuan->Trimmed());
  else json->NullMember("yuan");
  if (quantity.high) json->Member("high", *quantity.high);
  if (quantity.approximation != Approximation::kExact) {
    json->Member("approximation", ApproximationName(quantity.approximation));
  }
  json->EndObject();
}

}  // namespace mingzhang
