#include "extractor/text/document_text.h"

#include <algorithm>
#include <cassert>
#include <cstring>

#include "extractor/base/utf8.h"

namespace mingzhang {
namespace {

constexpr uint32_t kStride = 64;  // decoded bytes between checkpoints

uint32_t Gb18030Length(std::string_view bytes, uint64_t position) {
  if (static_cast<unsigned char>(bytes[position]) < 0x80 || position + 1 >= bytes.size()) return 1;
  const auto second = static_cast<unsigned char>(bytes[position + 1]);
  return second >= '0' && second <= '9' ? 4 : 2;
}

uint64_t MarkLength(Encoding encoding) {
  switch (encoding) {
    case Encoding::kUtf8Bom: return 3;
    case Encoding::kUtf16Le:
    case Encoding::kUtf16Be: return 2;
    default: return 0;
  }
}

// The bytes at a place; those behind the text are zero.
constexpr uint32_t kWord = sizeof(uint64_t);
uint64_t WordAt(std::string_view text, size_t offset) {
  uint64_t word = 0;
  if (offset + kWord <= text.size()) std::memcpy(&word, text.data() + offset, kWord);
  else std::memcpy(&word, text.data() + offset, text.size() - offset);
  return word;
}

constexpr uint64_t kOnes = 0x0101010101010101u;

uint32_t SumOfBytes(uint64_t bytes) { return static_cast<uint32_t>(bytes * kOnes >> 56); }

// One bit for each byte that begins a character: all but the continuation bytes 10xxxxxx.
uint64_t CharacterStarts(uint64_t word) { return (~(word >> 7) | (word >> 6)) & kOnes; }

// One bit for each line feed. Exact: the high bits are left out of the sum and looked at apart.
uint64_t LineFeeds(uint64_t word) {
  const uint64_t differs = word ^ '\n' * kOnes;
  return (~(((differs & 0x7F * kOnes) + 0x7F * kOnes) | differs) >> 7) & kOnes;
}

}  // namespace

std::string_view EncodingName(Encoding encoding) {
  switch (encoding) {
    case Encoding::kUtf8:
    case Encoding::kUtf8Bom: return "UTF-8";
    case Encoding::kUtf16Le: return "UTF-16LE";
    case Encoding::kUtf16Be: return "UTF-16BE";
    case Encoding::kGb18030: return "GB18030";
  }
  return "";
}

void OffsetMap::AddRun(uint32_t derived, uint32_t original) {
  if (!runs_.empty()) {
    const Run& last = runs_.back();
    assert(derived >= last.derived);
    if (derived - last.derived == original - last.original) return;  // the run goes on
    if (derived == last.derived) runs_.pop_back();                   // nothing was copied
  }
  runs_.push_back({derived, original});
}

std::vector<OffsetMap::Run>::const_iterator OffsetMap::RunAt(uint32_t derived) const {
  const auto after = std::upper_bound(runs_.begin(), runs_.end(), derived,
                                      [](uint32_t offset, const Run& r) { return offset < r.derived; });
  return after == runs_.begin() ? runs_.end() : after - 1;
}

uint32_t OffsetMap::ToOriginal(uint32_t derived) const {
  const auto run = RunAt(derived);
  return run == runs_.end() ? derived : run->original + (derived - run->derived);
}

// Most ranges lie in one run or two, so where they end is looked for beside where they begin.
std::pair<uint32_t, uint32_t> OffsetMap::ToOriginal(uint32_t begin, uint32_t end) const {
  constexpr int kNear = 4;  // runs
  auto run = RunAt(begin);
  if (run == runs_.end()) return {begin, ToOriginal(end - 1)};
  const uint32_t first = run->original + (begin - run->derived);
  for (int i = 0; i < kNear; ++i, ++run) {
    if (run + 1 == runs_.end() || (run + 1)->derived >= end) return {first, run->original + (end - 1 - run->derived)};
  }
  return {first, ToOriginal(end - 1)};
}

void OffsetMap::ComposeWith(const OffsetMap& next) {
  std::vector<Run> composed;
  composed.reserve(runs_.size() + next.runs_.size());
  size_t n = 0;
  for (size_t i = 0; i < runs_.size(); ++i) {
    const Run run = runs_[i];
    const uint32_t end = i + 1 < runs_.size() ? runs_[i + 1].derived : UINT32_MAX;
    composed.push_back({run.derived, next.ToOriginal(run.original)});
    while (n < next.runs_.size() && next.runs_[n].derived <= run.original) ++n;
    for (size_t k = n; k < next.runs_.size(); ++k) {  // runs of `next` that start inside this one
      const uint64_t derived = uint64_t{run.derived} + (next.runs_[k].derived - run.original);
      if (derived >= end) break;
      composed.push_back({static_cast<uint32_t>(derived), next.runs_[k].original});
    }
  }
  runs_ = std::move(composed);
}

SourceMap::SourceMap(std::string_view bytes, std::string_view decoded, Encoding encoding)
    : decoded_(decoded), encoding_(encoding) {
  if (is_utf8()) {
    BuildUtf8();
    return;
  }
  checkpoints_.reserve(decoded.size() / kStride + 2);
  Place place{MarkLength(encoding), 0, 1};
  uint32_t offset = 0;
  for (uint32_t next = 0; offset < decoded.size();) {
    if (offset >= next) {
      checkpoints_.push_back({offset, place});
      next = offset + kStride;
    }
    if (encoding == Encoding::kGb18030) four_bytes_.push_back(Gb18030Length(bytes, place.byte) == 4);
    Advance(&offset, &place);
  }
  checkpoints_.push_back({offset, place});
  char_length_ = place.character;
}

// UTF-8 keeps its offsets, so counts are kept at every word of eight bytes, wherever characters begin.
void SourceMap::BuildUtf8() {
  const size_t words = decoded_.size() / kWord;
  counts_.resize(words + 1);
  Count count;
  for (size_t i = 0; i < words; ++i) {
    const uint64_t word = WordAt(decoded_, i * kWord);
    count.characters += SumOfBytes(CharacterStarts(word));
    count.breaks += SumOfBytes(LineFeeds(word));
    counts_[i + 1] = count;
  }
  char_length_ = CountAt(static_cast<uint32_t>(decoded_.size())).characters;
}

SourceMap::Count SourceMap::CountAt(uint32_t offset) const {
  const uint32_t index = offset / kWord;
  const Count& before = counts_[index];
  const uint64_t word = WordAt(decoded_, index * kWord);
  const uint64_t wanted = (uint64_t{1} << 8 * (offset % kWord)) - 1;
  return {before.characters + SumOfBytes(CharacterStarts(word) & wanted),
          before.breaks + SumOfBytes(LineFeeds(word) & wanted)};
}

SourceSpan SourceMap::LocateUtf8(DecodedRange range) const {
  const Count begin = CountAt(range.begin), end = CountAt(range.end);
  const uint64_t mark = MarkLength(encoding_);
  return {mark + range.begin, mark + range.end, begin.characters, end.characters, begin.breaks + 1, end.breaks + 1};
}

// Steps over one character.
void SourceMap::Advance(uint32_t* offset, Place* place) const {
  const auto lead = static_cast<unsigned char>(decoded_[*offset]);
  const uint32_t length = Utf8Length(lead);
  switch (encoding_) {
    case Encoding::kUtf8:
    case Encoding::kUtf8Bom: place->byte += length; break;
    case Encoding::kUtf16Le:
    case Encoding::kUtf16Be: place->byte += length == 4 ? 4 : 2; break;
    case Encoding::kGb18030: place->byte += lead < 0x80 ? 1 : four_bytes_[place->character] ? 4 : 2; break;
  }
  ++place->character;
  place->line += lead == '\n';
  *offset += length;
}

SourceMap::Place SourceMap::At(uint32_t offset) const {
  if (checkpoints_.empty()) return {};
  auto checkpoint = std::upper_bound(checkpoints_.begin(), checkpoints_.end(), offset,
                                     [](uint32_t o, const Checkpoint& c) { return o < c.offset; });
  if (checkpoint == checkpoints_.begin()) return {};
  --checkpoint;
  Place place = checkpoint->place;
  for (uint32_t at = checkpoint->offset; at < offset && at < decoded_.size();) Advance(&at, &place);
  return place;
}

SourceSpan SourceMap::LocateConverted(DecodedRange range) const {
  const Place begin = At(range.begin), end = At(range.end);
  return {begin.byte, end.byte, begin.character, end.character, begin.line, end.line};
}

SourceSpan SourceMap::Locate(DecodedRange range) const {
  SourceSpan span = is_utf8() && !counts_.empty() ? LocateUtf8(range) : LocateConverted(range);
  // A range that ends with a line break still ends on the line it closes.
  if (range.end > range.begin && decoded_[range.end - 1] == '\n') --span.line_end;
  return span;
}

uint32_t SourceMap::Column(DecodedRange range) const {
  uint32_t column = 1;
  for (size_t at = range.begin; at > 0;) {
    at = PreviousStart(decoded_, at);
    if (decoded_[at] == '\n') break;
    ++column;
  }
  return column;
}

DecodedRange DocumentText::Decoded(Range range) const {
  // The last logical line ends with a line break even where the file does not.
  const auto size = static_cast<uint32_t>(decoded.size());
  if (range.empty()) {
    const uint32_t place = std::min(logical_to_decoded.ToOriginal(range.begin), size);
    return {place, place};
  }
  const auto [first, last] = logical_to_decoded.ToOriginal(range.begin, range.end);
  const uint32_t begin = std::min(first, size);
  uint32_t end = std::min(last + 1, size);
  while (end < decoded.size() && (static_cast<unsigned char>(decoded[end]) & 0xC0) == 0x80) ++end;
  return {begin, end};
}

}  // namespace mingzhang
