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

#include <array>
#include <charconv>
#include <concepts>
#include <cstdint>
#include <cstring>
#include <string>
#include <string_view>

#include "extractor/base/decimal.h"

namespace mingzhang {

class JsonWriter {
 public:
  // kFlow keeps everything inside on one line, also in pretty output: spans, intervals.
  enum class Layout { kBlock, kFlow };

  // `out` has everything once the outermost value is closed; until then the last of it may be held here.
  explicit JsonWriter(std::string* out, bool pretty = false) : out_(out), pretty_(pretty) {}
  JsonWriter(const JsonWriter&) = delete;
  JsonWriter& operator=(const JsonWriter&) = delete;

  void BeginObject(Layout layout = Layout::kBlock) { Begin('{', layout); }
  void EndObject() { End('}'); }
  void BeginArray(Layout layout = Layout::kBlock) { Begin('[', layout); }
  void EndArray() { End(']'); }

  // The name of the next value; plain ASCII without characters to escape. A literal is copied in place.
  void Key(std::string_view name);
  template <size_t kSize>
  void Key(const char (&name)[kSize]);

  void String(std::string_view text);
  void Text(std::string_view text);      // as String(); the caller knows that it is valid UTF-8
  void Word(std::string_view text);      // as Text(); nothing in it is escaped: an id, a code of ours
  void Number(std::string_view digits);  // an exact decimal, as a JSON string
  void Number(const Decimal& value);
  void Identifier(char letter, uint32_t number);  // "f017": three digits at least
  void Integer(int64_t value);
  void Bool(bool value) { Raw(value ? "true" : "false"); }
  void Null() { Raw("null"); }
  // `json` is one complete JSON value, written as it is.
  void Raw(std::string_view json);

  // A key, as a literal or not, with its value.
  template <typename Name>
  void Member(const Name& key, std::string_view text) { Key(key), String(text); }
  template <typename Name>
  void Member(const Name& key, const char* text) { Key(key), String(text); }
  template <typename Name>
  void Member(const Name& key, const Decimal& value) { Key(key), Number(value); }
  template <typename Name, std::same_as<bool> T>
  void Member(const Name& key, T value) { Key(key), Bool(value); }
  template <typename Name, std::integral T>
    requires(!std::same_as<T, bool>)
  void Member(const Name& key, T value) { Key(key), Integer(static_cast<int64_t>(value)); }
  // As Member(); the caller knows that the text is valid UTF-8.
  template <typename Name>
  void TextMember(const Name& key, std::string_view text) { Key(key), Text(text); }
  template <typename Name>
  void WordMember(const Name& key, std::string_view text) { Key(key), Word(text); }
  template <typename Name>
  void WordOrNull(const Name& key, std::string_view text) { Key(key), text.empty() ? Null() : Word(text); }
  template <typename Name>
  void NullMember(const Name& key) { Key(key), Null(); }
  // A name with two numbers on one line: "bytes":[3,9].
  template <size_t kSize>
  void Pair(const char (&name)[kSize], uint64_t first, uint64_t second);
  // As Member() and as TextMember(), but null for an empty text.
  template <typename Name>
  void StringOrNull(const Name& key, std::string_view text) { Key(key), text.empty() ? Null() : String(text); }
  template <typename Name>
  void TextOrNull(const Name& key, std::string_view text) { Key(key), text.empty() ? Null() : Text(text); }

 private:
  static constexpr size_t kBuffer = 4096;
  static constexpr size_t kLong = kBuffer / 2;
  static constexpr size_t kLongestInteger = 20;

  // Every value is followed by a comma; the bracket that closes what it stands in takes the comma's place.
  void Begin(char bracket, Layout layout) {
    Separate();
    *at_++ = bracket;
    ++depth_;
    if (flow_ > 0 || layout == Layout::kFlow) ++flow_;
  }
  void End(char bracket) {
    Room(2);
    const bool empty = at_[-1] != ',';
    if (!empty) --at_;
    --depth_;
    if (flow_ > 0) --flow_;
    else if (pretty_ && !empty) NewLine();
    *at_++ = bracket;
    EndValue();
  }
  // What stands before a value or a key; leaves room for two characters.
  void Separate() {
    Room(2);
    if (pretty_) Indent();
  }
  // There must be room for the comma.
  void EndValue() {
    *at_++ = ',';
    if (depth_ == 0) Finish();
  }
  void Room(size_t bytes) {
    if (static_cast<size_t>(buffer_.data() + kBuffer - at_) < bytes) Flush();
  }
  void EndKey() {
    *at_++ = ' ';
    after_key_ = true;
  }
  void Append(std::string_view text) {
    if (text.size() > kLong) return AppendLong(text);
    Room(text.size());
    std::memcpy(at_, text.data(), text.size());
    at_ += text.size();
  }
  void AppendLong(std::string_view text);
  // A key for which there is room.
  template <size_t kSize>
  void PutKey(const char (&name)[kSize]);
  void PutInteger(uint64_t value) { at_ = std::to_chars(at_, at_ + kLongestInteger, value).ptr; }
  void Indent();
  void NewLine();
  void Flush();
  void Finish();

  std::string* out_;
  bool pretty_;
  bool after_key_ = false;  // in pretty output only
  int depth_ = 0;
  int flow_ = 0;       // how many of the open brackets are written on one line
  std::array<char, kBuffer> buffer_;  // what is not in `out_` yet; from the first bracket on at least one character
  char* at_ = buffer_.data();
};

template <size_t kSize>
void JsonWriter::Key(const char (&name)[kSize]) {
  static_assert(kSize < 64);
  Separate();
  Room(kSize + 4);
  PutKey(name);
  if (pretty_) EndKey();
}

template <size_t kSize>
void JsonWriter::PutKey(const char (&name)[kSize]) {
  constexpr size_t kName = kSize - 1;  // without the final zero
  *at_++ = '"';
  std::memcpy(at_, name, kName);
  at_ += kName;
  *at_++ = '"';
  *at_++ = ':';
}

template <size_t kSize>
void JsonWriter::Pair(const char (&name)[kSize], uint64_t first, uint64_t second) {
  Separate();
  Room(kSize + 2 * kLongestInteger + 8);
  PutKey(name);
  if (pretty_) *at_++ = ' ';
  *at_++ = '[';
  PutInteger(first);
  *at_++ = ',';
  if (pretty_) *at_++ = ' ';
  PutInteger(second);
  *at_++ = ']';
  EndValue();
}

}  // namespace mingzhang
