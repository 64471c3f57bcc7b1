#include "extractor/text/normalize.h"

#include <algorithm>
#include <array>
#include <mutex>

#include <unicode/translit.h>
#include <unicode/unistr.h>

#include "extractor/base/utf8.h"

namespace mingzhang {
namespace {

// Every ideograph that ICU's Traditional-Simplified transform maps to one other character.
FoldTable BuildSimplifiedTable() {
  FoldTable table;
  UErrorCode status = U_ZERO_ERROR;
  const std::unique_ptr<icu::Transliterator> transform(
      icu::Transliterator::createInstance("Traditional-Simplified", UTRANS_FORWARD, status));
  if (U_FAILURE(status) || !transform) return table;
  icu::UnicodeString all;
  for (UChar32 c = 0x4E00; c <= 0x9FFF; ++c) {
    icu::UnicodeString one(c);
    transform->transliterate(one);
    if (one.countChar32() == 1 && one.char32At(0) != c) table.Set(static_cast<uint32_t>(c), static_cast<uint32_t>(one.char32At(0)));
  }
  return table;
}

const FoldTable& SimplifiedTable() {
  static const FoldTable table = BuildSimplifiedTable();  // built when the first traditional text comes
  return table;
}

constexpr size_t kSigns = 4;
constexpr size_t kSample = 3000;  // bytes: a page

// Traditional text shows on its first page: several of the declared signs in a sample.
bool IsTraditional(std::string_view text, const TextOptions& options) {
  const std::string_view sample = text.substr(0, kSample);
  const WordIndex& signs = options.traditional_signs.index();
  std::array<int, kSigns> seen;
  size_t count = 0;
  for (auto found = signs.Next(sample, 0); found.index != WordIndex::kNone;
       found = signs.Next(sample, found.begin + signs.word(found.index).size())) {
    if (std::find(seen.begin(), seen.begin() + count, found.index) != seen.begin() + count) continue;
    seen[count++] = found.index;
    if (count == kSigns) return true;
  }
  return false;
}

class Folder {
 public:
  Folder(std::string_view decoded, const TextOptions& options, Normalized* out)
      : decoded_(decoded), folds_(options.folds), simplified_(out->traditional ? &SimplifiedTable() : nullptr), out_(out) {}

  void Run() {
    out_->text.reserve(decoded_.size());
    size_t copied = 0;  // everything before is in the output
    for (size_t at = 0; at < decoded_.size();) {
      const auto lead = static_cast<unsigned char>(decoded_[at]);
      const uint32_t length = Utf8Length(lead);
      if (MayFold(lead, at)) {
        const uint32_t c = CodePointAt(decoded_, at), to = Fold(c);
        if (to != c) {
          Copy(copied, at);
          Replace(at, to);
          copied = at + length;
        }
      }
      at += length;
    }
    Copy(copied, decoded_.size());
  }

 private:
  // ASCII letters, digits and signs are never folded; of other characters the first bytes mostly tell.
  bool MayFold(unsigned char lead, size_t at) const {
    if (lead < 0x80) return lead < 0x20;
    if (lead < 0xE0 || lead >= 0xF0 || simplified_) return true;
    return folds_.MayFold(lead, static_cast<unsigned char>(decoded_[at + 1]));
  }

  uint32_t Fold(uint32_t c) const {
    const uint32_t folded = folds_.Fold(c);
    return simplified_ ? simplified_->Fold(folded) : folded;
  }

  void Copy(size_t begin, size_t end) {
    if (begin == end) return;
    out_->to_decoded.AddRun(static_cast<uint32_t>(out_->text.size()), static_cast<uint32_t>(begin));
    out_->text.append(decoded_, begin, end - begin);
  }

  void Replace(size_t at, uint32_t to) {
    if (to == FoldTable::kDrop) return;
    // The whole original character answers for each byte of its fold: the last byte maps to its end.
    const uint32_t length = Utf8Length(static_cast<unsigned char>(decoded_[at]));
    std::string folded;
    AppendUtf8(to, &folded);
    const auto derived = static_cast<uint32_t>(out_->text.size()), size = static_cast<uint32_t>(folded.size());
    out_->to_decoded.AddRun(derived, static_cast<uint32_t>(at));
    out_->text += folded;
    if (size < length) out_->to_decoded.AddRun(derived + size, static_cast<uint32_t>(at) + length);
    else if (size > length) out_->to_decoded.AddRun(derived + length, static_cast<uint32_t>(at) + length - 1);
  }

  std::string_view decoded_;
  const FoldTable& folds_;
  const FoldTable* simplified_;
  Normalized* out_;
};

}  // namespace

Normalized Normalize(std::string_view decoded, const TextOptions& options) {
  Normalized result;
  result.traditional = IsTraditional(decoded, options);
  Folder(decoded, options, &result).Run();
  return result;
}

}  // namespace mingzhang
