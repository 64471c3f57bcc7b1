#include "extractor/output/json_writer.h"

#include <algorithm>
#include <bit>
#include <cstring>

#include "extractor/text/decode.h"

namespace mingzhang {
namespace {

constexpr std::string_view kReplacement = "\xEF\xBF\xBD";

constexpr uint64_t kOnes = 0x0101010101010101u, kHigh = 0x8080808080808080u;
constexpr size_t kLongestEscape = 6;

// The bytes of a word that are escaped: control characters, quotation marks, backslashes. The lowest bit
// set marks the first of them; what is set above it may be there by a carry.
uint64_t Escaped(uint64_t word) {
  // '"' is 0x22: with that bit turned it lies right above the control characters, where the space was.
  const uint64_t control_or_quote = (word ^ 0x02 * kOnes) - 0x21 * kOnes, backslash = (word ^ '\\' * kOnes) - kOnes;
  return (control_or_quote | backslash) & ~word & kHigh;
}

template <typename Integer>
Integer Load(const char* from) {
  Integer value;
  std::memcpy(&value, from, sizeof value);
  return value;
}

// The last one to seven bytes of a text, with spaces after them.
uint64_t LoadLast(const char* from, size_t bytes) {
  uint64_t word;
  if (bytes >= 4) word = Load<uint32_t>(from) | uint64_t{Load<uint32_t>(from + bytes - 4)} << 8 * (bytes - 4);
  else if (bytes >= 2) word = Load<uint16_t>(from) | uint64_t{Load<uint16_t>(from + bytes - 2)} << 8 * (bytes - 2);
  else word = static_cast<unsigned char>(*from);
  return word | ' ' * kOnes << 8 * bytes;
}

char* PutEscape(unsigned char byte, char* out) {
  static constexpr char kHex[] = "0123456789abcdef";
  const auto put = [&](std::string_view text) { return std::copy(text.begin(), text.end(), out); };
  switch (byte) {
    case '"': return put("\\\"");
    case '\\': return put("\\\\");
    case '\b': return put("\\b");
    case '\f': return put("\\f");
    case '\n': return put("\\n");
    case '\r': return put("\\r");
    case '\t': return put("\\t");
  }
  out = put("\\u00");
  *out++ = kHex[byte >> 4];
  *out++ = kHex[byte & 15];
  return out;
}

// Copies `text`, escaped, to `out`, where up to seven bytes behind it may be written to. Words are copied, and
// looked at afterwards.
char* PutEscaped(std::string_view text, char* out) {
  const char* from = text.data();
  const char* const end = from + text.size();
  const auto put = [&](uint64_t word, size_t bytes) {
    std::memcpy(out, &word, sizeof word);
    const uint64_t escaped = Escaped(word);
    const size_t plain = escaped == 0 ? bytes : static_cast<size_t>(std::countr_zero(escaped)) / 8;
    out += plain;
    from += plain;
    if (escaped != 0) out = PutEscape(static_cast<unsigned char>(*from++), out);
  };
  while (end - from >= static_cast<std::ptrdiff_t>(sizeof(uint64_t))) put(Load<uint64_t>(from), sizeof(uint64_t));
  while (from < end) put(LoadLast(from, static_cast<size_t>(end - from)), static_cast<size_t>(end - from));
  return out;
}

std::string WithoutInvalid(std::string_view text) {
  std::string valid;
  while (!text.empty()) {
    const size_t length = FirstInvalidUtf8(text);
    valid.append(text.substr(0, length));
    if (length == text.size()) break;
    valid.append(kReplacement);
    text.remove_prefix(length + 1);
  }
  return valid;
}

}  // namespace

// Keeps the last character, which a closing bracket may look at.
void JsonWriter::Flush() {
  if (at_ == buffer_.data()) return;
  out_->append(buffer_.data(), at_ - 1);
  buffer_.front() = at_[-1];
  at_ = buffer_.data() + 1;
}

// The outermost value has no comma behind it.
void JsonWriter::Finish() {
  out_->append(buffer_.data(), at_ - 1);
  at_ = buffer_.data();
}

void JsonWriter::AppendLong(std::string_view text) {
  for (; !text.empty(); text.remove_prefix(std::min(text.size(), kLong))) Append(text.substr(0, kLong));
}

void JsonWriter::NewLine() {
  Append("\n");
  for (int i = 0; i < depth_; ++i) Append("  ");
  Room(2);
}

void JsonWriter::Indent() {
  if (after_key_) {
    after_key_ = false;
    return;
  }
  const bool first = depth_ == 0 || at_[-1] != ',';
  if (depth_ > 0 && flow_ == 0) return NewLine();
  if (!first) Append(" ");
}

void JsonWriter::Key(std::string_view name) {
  if (pretty_) Indent();
  Append("\"");
  Append(name);
  Append(pretty_ ? "\": " : "\":");
  after_key_ = pretty_;
}

void JsonWriter::PrettyPair(std::string_view name, uint64_t first, uint64_t second) {
  Key(name);
  BeginArray(Layout::kFlow);
  Integer(static_cast<int64_t>(first));
  Integer(static_cast<int64_t>(second));
  EndArray();
}

void JsonWriter::String(std::string_view text) {
  if (FirstInvalidUtf8(text) == text.size()) Text(text);
  else Text(WithoutInvalid(text));
}

void JsonWriter::Text(std::string_view text) {
  static_assert(std::endian::native == std::endian::little, "the first byte is the lowest");
  constexpr size_t kPart = 512;  // for which there is room, even if all of it were escaped
  constexpr auto room = [](size_t bytes) { return bytes * kLongestEscape + sizeof(uint64_t) + 2; };
  static_assert(room(kPart) < kBuffer);
  char* out = Separate(room(std::min(text.size(), kPart)));
  *out++ = '"';
  for (; text.size() > kPart; text.remove_prefix(kPart)) {
    at_ = PutEscaped(text.substr(0, kPart), out);
    Room(room(kPart));
    out = at_;
  }
  out = PutEscaped(text, out);
  *out = '"';
  EndValue(out + 1);
}

void JsonWriter::Word(std::string_view text) {
  if (text.size() > kLong) return Text(text);
  EndValue(PutWord(text, Separate(text.size() + 2)));
}

void JsonWriter::Number(std::string_view digits) { Word(digits); }

void JsonWriter::Number(const Decimal& value) {
  char* out = Separate(Decimal::kMaxText + 2);
  *out = '"';
  out = value.PrintTo(out + 1);
  *out = '"';
  EndValue(out + 1);
}

void JsonWriter::Identifier(char letter, uint32_t number) {
  char* out = Separate(kMaxIdentifier + 2);
  *out = '"';
  out = PutIdentifier(letter, number, out + 1);
  *out = '"';
  EndValue(out + 1);
}

void JsonWriter::Integer(int64_t value) {
  char* out = Separate(kMaxDigits64 + 1);
  if (value < 0) *out++ = '-';
  EndValue(PutInteger(value < 0 ? -static_cast<uint64_t>(value) : static_cast<uint64_t>(value), out));
}

void JsonWriter::Raw(std::string_view json) {
  if (pretty_) Indent();
  Append(json);
  Room(1);
  EndValue(at_);
}

}  // namespace mingzhang
