#include "extractor/text/decode.h"

#include <algorithm>
#include <cstring>

#include <fmt/format.h>
#include <simdjson.h>
#include <unicode/ucnv.h>
#include <unicode/ucnv_err.h>
#include <unicode/utf8.h>

#include "extractor/base/find.h"

namespace mingzhang {
namespace {

using std::string_view;

Error Trouble(std::string message, std::string hint) {
  Error error;
  error.message = std::move(message);
  error.hint = std::move(hint);
  return error;
}

constexpr size_t kHead = 4096;  // bytes by which a file shows what it is

struct ConverterCloser {
  void operator()(UConverter* converter) const { ucnv_close(converter); }
};

// Converts with ICU, stopping at the first sequence that the encoding does not have.
Result<std::string> Convert(string_view bytes, const char* charset, uint64_t first_byte) {
  UErrorCode status = U_ZERO_ERROR;
  std::unique_ptr<UConverter, ConverterCloser> from(ucnv_open(charset, &status)), to(ucnv_open("UTF-8", &status));
  if (U_FAILURE(status)) return Trouble(fmt::format("ICU has no converter for {}", charset), "install ICU's data");
  ucnv_setToUCallBack(from.get(), UCNV_TO_U_CALLBACK_STOP, nullptr, nullptr, nullptr, &status);
  std::string text(bytes.size() * 3 / 2 + 16, '\0');
  UChar pivot[1024];
  UChar *pivot_source = pivot, *pivot_target = pivot;
  const char* source = bytes.data();
  char* target = text.data();
  ucnv_convertEx(to.get(), from.get(), &target, text.data() + text.size(), &source, bytes.data() + bytes.size(), pivot,
                 &pivot_source, &pivot_target, pivot + std::size(pivot), true, true, &status);
  if (U_FAILURE(status)) {
    const auto place = static_cast<uint64_t>(source - bytes.data()) + first_byte;
    return Trouble(fmt::format("not valid {}: unreadable bytes before offset {}", charset, place),
                   "the file is damaged or in another encoding; convert it to UTF-8");
  }
  text.resize(static_cast<size_t>(target - text.data()));
  return text;
}

bool LooksBinary(string_view bytes) {
  static constexpr string_view kSignatures[] = {"%PDF-", "PK\x03\x04", "\xD0\xCF\x11\xE0", "\x89PNG", "\xFF\xD8\xFF", "\x1F\x8B", "\x7F" "ELF"};
  for (const string_view signature : kSignatures) {
    if (StartsWith(bytes, signature)) return true;
  }
  const string_view head = bytes.substr(0, kHead);
  size_t controls = 0;
  for (size_t at = NextAscii(head, 0); at < head.size(); at = NextAscii(head, at + 1)) {
    const char c = head[at];
    controls += static_cast<unsigned char>(c) < 0x20 && c != '\n' && c != '\r' && c != '\t' && c != '\f' && c != '\v';
  }
  return controls * 50 > head.size();
}

// UTF-16 without a mark: line feeds, digits and spaces leave zero bytes on one side only.
const char* GuessUtf16(string_view bytes) {
  if (bytes.size() < 4 || bytes.size() % 2 != 0) return nullptr;
  const size_t seen = std::min(bytes.size(), kHead);
  if (std::memchr(bytes.data(), '\0', seen) == nullptr) return nullptr;
  size_t zeros[2] = {0, 0};
  for (size_t i = 0; i < seen; ++i) zeros[i % 2] += bytes[i] == '\0';
  if ((zeros[0] + zeros[1]) * 8 < seen) return nullptr;  // a stray zero byte is no encoding
  if (zeros[0] == 0) return "UTF-16LE";
  if (zeros[1] == 0) return "UTF-16BE";
  return nullptr;
}

Result<Decoded> WithEncoding(Result<std::string> text, Encoding encoding) {
  if (!text.ok()) return text.error();
  return Decoded{std::move(text).value(), encoding};
}

Result<Decoded> DecodeUtf8(string_view bytes, Encoding encoding, uint64_t first_byte) {
  const size_t invalid = FirstInvalidUtf8(bytes);
  if (invalid == bytes.size()) return Decoded{std::string(bytes), encoding};
  return Trouble(fmt::format("not valid UTF-8 at byte {}", invalid + first_byte),
                 "the file is damaged or cut inside a character; convert it to UTF-8");
}

}  // namespace

size_t FirstInvalidUtf8(string_view text) {
  if (simdjson::validate_utf8(text.data(), text.size())) return text.size();
  const auto* bytes = reinterpret_cast<const uint8_t*>(text.data());
  for (size_t at = 0; at < text.size();) {
    int32_t next = 0;
    UChar32 c;
    U8_NEXT(bytes + at, next, static_cast<int32_t>(std::min<size_t>(text.size() - at, 4)), c);
    if (c < 0) return at;
    at += static_cast<size_t>(next);
  }
  return text.size();
}

Result<Decoded> Decode(string_view bytes) {
  if (bytes.empty()) return Trouble("the input is empty", "give a text file");
  if (StartsWith(bytes, "\xEF\xBB\xBF")) return DecodeUtf8(bytes.substr(3), Encoding::kUtf8Bom, 3);
  if (StartsWith(bytes, "\xFF\xFE")) return WithEncoding(Convert(bytes.substr(2), "UTF-16LE", 2), Encoding::kUtf16Le);
  if (StartsWith(bytes, "\xFE\xFF")) return WithEncoding(Convert(bytes.substr(2), "UTF-16BE", 2), Encoding::kUtf16Be);
  if (const char* charset = GuessUtf16(bytes)) {
    auto text = Convert(bytes, charset, 0);
    if (text.ok()) return Trouble("UTF-16 without a byte-order mark", "save the file as UTF-8, or with a byte-order mark");
  }
  if (LooksBinary(bytes)) return Trouble("binary data, not a text", "extract the text first, for example with pdftotext");
  if (FirstInvalidUtf8(bytes) == bytes.size()) return Decoded{std::string(bytes), Encoding::kUtf8};
  auto text = Convert(bytes, "GB18030", 0);
  const size_t invalid = FirstInvalidUtf8(bytes);
  // Mostly valid UTF-8 is UTF-8 with damage: a few bytes cut off at its end must not turn it into GB18030.
  if (!text.ok() || invalid > bytes.size() / 2) {
    if (invalid > 0) return DecodeUtf8(bytes, Encoding::kUtf8, 0);
    return text.error();
  }
  return WithEncoding(std::move(text), Encoding::kGb18030);
}

}  // namespace mingzhang
