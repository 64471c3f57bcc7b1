#include "extractor/output/json_writer.h"

#include <array>
#include <charconv>

namespace mingzhang {
namespace {

constexpr std::string_view kReplacement = "\xEF\xBF\xBD";

unsigned char ByteAt(std::string_view text, size_t i) { return static_cast<unsigned char>(text[i]); }
bool IsContinuation(std::string_view text, size_t i) { return i < text.size() && (ByteAt(text, i) & 0xC0) == 0x80; }

// Least and greatest second byte that make the sequence well formed (Unicode table 3-7).
bool SecondByteFits(unsigned char lead, unsigned char second) {
  switch (lead) {
    case 0xE0: return second >= 0xA0;
    case 0xED: return second <= 0x9F;
    case 0xF0: return second >= 0x90;
    case 0xF4: return second <= 0x8F;
    default: return true;
  }
}

// Bytes of the well-formed sequence at `i`, which is not ASCII; 0 when there is none.
size_t WellFormedLength(std::string_view text, size_t i) {
  const unsigned char lead = ByteAt(text, i);
  const size_t length = lead < 0xC2 ? 0 : lead < 0xE0 ? 2 : lead < 0xF0 ? 3 : lead < 0xF5 ? 4 : 0;
  if (length == 0 || !IsContinuation(text, i + 1) || !SecondByteFits(lead, ByteAt(text, i + 1))) return 0;
  for (size_t k = 2; k < length; ++k) {
    if (!IsContinuation(text, i + k)) return 0;
  }
  return length;
}

bool IsPlain(unsigned char byte) { return byte >= 0x20 && byte < 0x80 && byte != '"' && byte != '\\'; }

void AppendEscape(unsigned char byte, std::string* out) {
  static constexpr char kHex[] = "0123456789abcdef";
  switch (byte) {
    case '"': out->append("\\\""); return;
    case '\\': out->append("\\\\"); return;
    case '\b': out->append("\\b"); return;
    case '\f': out->append("\\f"); return;
    case '\n': out->append("\\n"); return;
    case '\r': out->append("\\r"); return;
    case '\t': out->append("\\t"); return;
    default:
      out->append("\\u00");
      out->push_back(kHex[byte >> 4]);
      out->push_back(kHex[byte & 15]);
  }
}

}  // namespace

void AppendEscaped(std::string_view text, std::string* out) {
  size_t copied = 0;  // everything before is in `out`
  size_t i = 0;
  const auto flush = [&] { out->append(text.substr(copied, i - copied)); };
  while (i < text.size()) {
    const unsigned char byte = ByteAt(text, i);
    if (IsPlain(byte)) {
      ++i;
      continue;
    }
    if (const size_t length = byte < 0x80 ? 0 : WellFormedLength(text, i)) {
      i += length;
      continue;
    }
    flush();
    if (byte < 0x80) AppendEscape(byte, out);
    else out->append(kReplacement);
    copied = ++i;
  }
  flush();
}

void JsonWriter::NewLine() {
  out_->push_back('\n');
  out_->append(static_cast<size_t>(depth_) * 2, ' ');
}

void JsonWriter::Separate() {
  if (after_key_) {
    after_key_ = false;
    return;
  }
  if (!first_) out_->push_back(',');
  if (pretty_ && depth_ > 0) {
    if (flow_ == 0) NewLine();
    else if (!first_) out_->push_back(' ');
  }
  first_ = false;
}

void JsonWriter::Begin(char bracket, Layout layout) {
  Separate();
  out_->push_back(bracket);
  ++depth_;
  if (flow_ > 0 || layout == Layout::kFlow) ++flow_;
  first_ = true;
}

void JsonWriter::End(char bracket) {
  --depth_;
  if (flow_ > 0) --flow_;
  else if (pretty_ && !first_) NewLine();
  out_->push_back(bracket);
  first_ = false;
}

void JsonWriter::Key(std::string_view name) {
  Separate();
  out_->push_back('"');
  out_->append(name);
  out_->append(pretty_ ? "\": " : "\":");
  after_key_ = true;
}

void JsonWriter::String(std::string_view text) {
  Separate();
  out_->push_back('"');
  AppendEscaped(text, out_);
  out_->push_back('"');
}

void JsonWriter::Number(std::string_view digits) {
  Separate();
  out_->push_back('"');
  out_->append(digits);
  out_->push_back('"');
}

void JsonWriter::Number(const Decimal& value) {
  Separate();
  out_->push_back('"');
  value.AppendTo(out_);
  out_->push_back('"');
}

void JsonWriter::Integer(int64_t value) {
  Separate();
  std::array<char, 24> digits;
  const auto end = std::to_chars(digits.data(), digits.data() + digits.size(), value).ptr;
  out_->append(digits.data(), end);
}

void JsonWriter::Raw(std::string_view json) {
  Separate();
  out_->append(json);
}

void JsonWriter::TextOrNull(std::string_view key, std::string_view text) {
  Key(key);
  if (text.empty()) Null();
  else String(text);
}

}  // namespace mingzhang
