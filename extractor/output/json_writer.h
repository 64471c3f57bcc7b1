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
#include <concepts>
#include <cstdint>
#include <cstring>
#include <string>
#include <string_view>

#include "extractor/base/decimal.h"
#include "extractor/base/digits.h"

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
  template <size_t kSize>
  void WordMember(const char (&name)[kSize], std::string_view text);
  template <typename Name>
  void WordOrNull(const Name& key, std::string_view text) { text.empty() ? NullMember(key) : WordMember(key, text); }
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

  // Every value is followed by a comma; the bracket that closes what it stands in takes the comma's place.
  void Begin(char bracket, Layout layout) {
    *Separate(1) = bracket;
    ++at_;
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
    *at_ = bracket;
    EndValue(at_ + 1);
  }
  // Writes what stands before a value; returns where it begins, with room for it and a comma.
  char* Separate(size_t bytes) {
    if (pretty_) Indent();
    Room(bytes + 1);
    return at_;
  }
  void EndValue(char* end) {
    *end = ',';
    at_ = end + 1;
    if (depth_ == 0) Finish();
  }
  void Room(size_t bytes) {
    if (static_cast<size_t>(buffer_.data() + kBuffer - at_) < bytes) Flush();
  }
  void Append(std::string_view text) {
    if (text.size() > kLong) return AppendLong(text);
    Room(text.size());
    std::memcpy(at_, text.data(), text.size());
    at_ += text.size();
  }
  void AppendLong(std::string_view text);
  void PrettyPair(std::string_view name, uint64_t first, uint64_t second);
  // A key, in compact output.
  template <size_t kSize>
  static char* PutKey(const char (&name)[kSize], char* out);
  static char* PutWord(std::string_view text, char* out) {
    *out = '"';
    std::memcpy(out + 1, text.data(), text.size());
    out[1 + text.size()] = '"';
    return out + text.size() + 2;
  }
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
  if (pretty_) return Key(std::string_view(name));
  Room(kSize + 2);
  at_ = PutKey(name, at_);
}

template <size_t kSize>
char* JsonWriter::PutKey(const char (&name)[kSize], char* out) {
  constexpr size_t kName = kSize - 1;  // without the final zero
  *out = '"';
  std::memcpy(out + 1, name, kName);
  std::memcpy(out + 1 + kName, "\":", 2);
  return out + kName + 3;
}

template <size_t kSize>
void JsonWriter::WordMember(const char (&name)[kSize], std::string_view text) {
  if (pretty_ || text.size() > kLong) return Key(name), Word(text);
  Room(kSize + text.size() + 5);
  EndValue(PutWord(text, PutKey(name, at_)));
}

template <size_t kSize>
void JsonWriter::Pair(const char (&name)[kSize], uint64_t first, uint64_t second) {
  if (pretty_) return PrettyPair(name, first, second);
  Room(kSize + 2 * kMaxDigits64 + 6);
  char* out = PutKey(name, at_);
  *out = '[';
  out = PutInteger(first, out + 1);
  *out = ',';
  out = PutInteger(second, out + 1);
  *out = ']';
  EndValue(out + 1);
}

}  // namespace mingzhang
