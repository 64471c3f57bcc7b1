#include "extractor/output/json_writer.h"

#include <charconv>
#include <cstring>

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

// The ideographs and most of what else Chinese text is written with: three bytes, any continuation.
bool IsCommonThree(uint32_t head) {  // the next four bytes, the first lowest
  return (head & 0xC0C0F0) == 0x8080E0 && (head & 0xFF) != 0xE0 && (head & 0xFF) != 0xED;
}

// Whether none of eight bytes is a control character, a quotation mark, a backslash or outside ASCII.
bool AreAllPlain(uint64_t bytes) {
  constexpr uint64_t kOnes = 0x0101010101010101u, kHigh = 0x8080808080808080u;
  const auto has = [](uint64_t word, unsigned char byte) {
    const uint64_t zeros = word ^ byte * kOnes;
    return (zeros - kOnes) & ~zeros;
  };
  return (((bytes - 0x20 * kOnes) | bytes | has(bytes, '"') | has(bytes, '\\')) & kHigh) == 0;
}

// Bytes from `i` on that need no escape.
size_t PlainLength(std::string_view text, size_t i) {
  const size_t begin = i;
  while (i < text.size()) {
    if (i + 8 <= text.size()) {
      uint64_t head;
      std::memcpy(&head, text.data() + i, sizeof head);
      if (IsCommonThree(static_cast<uint32_t>(head))) {
        i += 3;
        continue;
      }
      if (AreAllPlain(head)) {
        i += 8;
        continue;
      }
    }
    if (IsPlain(ByteAt(text, i))) {
      ++i;
    } else if (const size_t length = ByteAt(text, i) < 0x80 ? 0 : WellFormedLength(text, i)) {
      i += length;
    } else {
      break;
    }
  }
  return i - begin;
}

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
  for (size_t i = 0; i < text.size();) {
    const size_t plain = PlainLength(text, i);
    out->append(text.substr(i, plain));
    i += plain;
    if (i == text.size()) return;
    if (ByteAt(text, i) < 0x80) AppendEscape(ByteAt(text, i), out);
    else out->append(kReplacement);
    ++i;
  }
}

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

void JsonWriter::Escape(std::string_view text) {
  Flush();
  AppendEscaped(text, out_);
}

void JsonWriter::String(std::string_view text) {
  Separate();
  *at_++ = '"';
  if (PlainLength(text, 0) == text.size()) Append(text);
  else Escape(text);
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
  constexpr size_t kLongest = 20;
  Separate();
  Room(kLongest);
  at_ = std::to_chars(at_, at_ + kLongest, value).ptr;
  EndValue();
}

void JsonWriter::Raw(std::string_view json) {
  Separate();
  Append(json);
  EndValue();
}

}  // namespace mingzhang
