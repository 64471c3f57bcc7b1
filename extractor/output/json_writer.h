// Writes JSON as bytes, without building a document first.
//
// The writer puts commas, quotes and indentation; the caller puts keys and values in order:
//
//   JsonWriter json(&out);
//   json.BeginObject();
//   json.Member("facts", 3);
//   json.Key("spans");
//   json.BeginArray();
//   json.EndArray();
//   json.EndObject();          // {"facts":3,"spans":[]}
//
// What it writes is always valid UTF-8: a byte that is not part of a valid sequence becomes U+FFFD.
#pragma once

#include <concepts>
#include <cstdint>
#include <string>
#include <string_view>

#include "extractor/base/decimal.h"

namespace mingzhang {

class JsonWriter {
 public:
  // kFlow keeps everything inside on one line, also in pretty output: spans, intervals.
  enum class Layout { kBlock, kFlow };

  explicit JsonWriter(std::string* out, bool pretty = false) : out_(out), pretty_(pretty) {}

  void BeginObject(Layout layout = Layout::kBlock) { Begin('{', layout); }
  void EndObject() { End('}'); }
  void BeginArray(Layout layout = Layout::kBlock) { Begin('[', layout); }
  void EndArray() { End(']'); }

  // The name of the next value; plain ASCII without characters to escape.
  void Key(std::string_view name);

  void String(std::string_view text);
  void Number(std::string_view digits);  // an exact decimal, as a JSON string
  void Number(const Decimal& value);
  void Integer(int64_t value);
  void Bool(bool value) { Raw(value ? "true" : "false"); }
  void Null() { Raw("null"); }
  // `json` is one complete JSON value, written as it is.
  void Raw(std::string_view json);

  void Member(std::string_view key, std::string_view text) { Key(key), String(text); }
  void Member(std::string_view key, const char* text) { Key(key), String(text); }
  void Member(std::string_view key, const Decimal& value) { Key(key), Number(value); }
  template <std::same_as<bool> T>
  void Member(std::string_view key, T value) { Key(key), Bool(value); }
  template <std::integral T>
    requires(!std::same_as<T, bool>)
  void Member(std::string_view key, T value) { Key(key), Integer(static_cast<int64_t>(value)); }
  void NullMember(std::string_view key) { Key(key), Null(); }
  // null for an empty text.
  void TextOrNull(std::string_view key, std::string_view text);

 private:
  void Begin(char bracket, Layout layout);
  void End(char bracket);
  void Separate();
  void NewLine();

  std::string* out_;
  bool pretty_;
  bool after_key_ = false;
  bool first_ = true;  // nothing written yet in the innermost object or array
  int depth_ = 0;
  int flow_ = 0;       // how many of the open brackets are written on one line
};

// Appends `text` with JSON escapes, without quotes; replaces what is not valid UTF-8 by U+FFFD.
void AppendEscaped(std::string_view text, std::string* out);

}  // namespace mingzhang
