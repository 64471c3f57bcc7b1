#include "extractor/output/json_writer.h"

#include <algorithm>
#include <bit>
#include <charconv>
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
  const auto equal = [word](unsigned char byte) {
    const uint64_t zeros = word ^ byte * kOnes;
    return (zeros - kOnes) & ~zeros;
  };
  return (((word - 0x20 * kOnes) & ~word) | equal('"') | equal('\\')) & kHigh;
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

void JsonWriter::Flush() {
  out_->append(buffer_.data(), at_);
  at_ = buffer_.data();
}

void JsonWriter::Append(std::string_view text) {
  Room(text.size());
  if (text.size() > kBuffer) {
    out_->append(text);
    return;
  }
  std::memcpy(at_, text.data(), text.size());
  at_ += text.size();
}

void JsonWriter::NewLine() {
  Append("\n");
  for (int i = 0; i < depth_; ++i) Append("  ");
}

void JsonWriter::Indent() {
  if (depth_ > 0 && flow_ == 0) NewLine();
  else if (!first_ && depth_ > 0) Append(" ");
  Room(1);
}

void JsonWriter::Key(std::string_view name) {
  Separate();
  Append("\"");
  Append(name);
  Append(pretty_ ? "\": " : "\":");
  first_ = false;
  after_key_ = true;
}

void JsonWriter::String(std::string_view text) {
  if (FirstInvalidUtf8(text) == text.size()) Text(text);
  else Text(WithoutInvalid(text));
}

// Eight bytes at a time: they are copied, and looked at afterwards.
void JsonWriter::Text(std::string_view text) {
  static_assert(std::endian::native == std::endian::little, "the first byte is the lowest");
  Separate();
  *at_++ = '"';
  while (!text.empty()) {
    Room(sizeof(uint64_t) + kLongestEscape);
    const size_t taken = std::min(text.size(), sizeof(uint64_t));
    const uint64_t word = taken == sizeof word ? Load<uint64_t>(text.data()) : LoadLast(text.data(), taken);
    std::memcpy(at_, &word, sizeof word);
    const uint64_t escaped = Escaped(word);
    const size_t plain = escaped == 0 ? taken : static_cast<size_t>(std::countr_zero(escaped)) / 8;
    at_ += plain;
    if (escaped != 0) at_ = PutEscape(static_cast<unsigned char>(text[plain]), at_);
    text.remove_prefix(escaped == 0 ? plain : plain + 1);
  }
  Append("\"");
  EndValue();
}

void JsonWriter::Number(std::string_view digits) {
  Separate();
  *at_++ = '"';
  Append(digits);
  Append("\"");
  EndValue();
}

void JsonWriter::Number(const Decimal& value) {
  Separate();
  Room(Decimal::kMaxText + 2);
  *at_++ = '"';
  at_ = value.PrintTo(at_);
  *at_++ = '"';
  EndValue();
}

void JsonWriter::Integer(int64_t value) {
  Separate();
  Room(kLongestInteger);
  at_ = std::to_chars(at_, at_ + kLongestInteger, value).ptr;
  EndValue();
}

void JsonWriter::PutPair(uint64_t first, uint64_t second) {
  Room(2 * kLongestInteger + 4);
  *at_++ = '[';
  at_ = std::to_chars(at_, at_ + kLongestInteger, first).ptr;
  *at_++ = ',';
  if (pretty_) *at_++ = ' ';
  at_ = std::to_chars(at_, at_ + kLongestInteger, second).ptr;
  *at_++ = ']';
  after_key_ = false;
  EndValue();
}

void JsonWriter::Raw(std::string_view json) {
  Separate();
  Append(json);
  EndValue();
}

}  // namespace mingzhang
