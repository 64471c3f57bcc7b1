#include "extractor/text/document_text.h"

#include <algorithm>
#include <cassert>

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

// Characters and line breaks of a stretch of UTF-8: the bytes that are no continuation bytes.
void CountCharacters(std::string_view text, uint64_t* characters, uint32_t* lines) {
  uint32_t starts = 0, breaks = 0;
  for (const char c : text) {
    starts += (static_cast<unsigned char>(c) & 0xC0) != 0x80;
    breaks += c == '\n';
  }
  *characters += starts;
  *lines += breaks;
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

uint32_t OffsetMap::ToOriginal(uint32_t derived) const {
  auto run = std::upper_bound(runs_.begin(), runs_.end(), derived,
                              [](uint32_t offset, const Run& r) { return offset < r.derived; });
  if (run == runs_.begin()) return derived;
  --run;
  return run->original + (derived - run->derived);
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

// UTF-8 keeps its offsets, so checkpoints stand at fixed strides, wherever characters begin.
void SourceMap::BuildUtf8() {
  Place place{MarkLength(encoding_), 0, 1};
  checkpoints_.reserve(decoded_.size() / kStride + 1);
  for (uint32_t offset = 0;; offset += kStride) {
    checkpoints_.push_back({offset, place});
    const std::string_view rest = decoded_.substr(offset, kStride);
    CountCharacters(rest, &place.character, &place.line);
    place.byte += rest.size();
    if (rest.size() < kStride) break;
  }
  char_length_ = place.character;
}

SourceMap::Place SourceMap::AtUtf8(uint32_t offset) const {
  const uint32_t stride = offset / kStride;
  Place place = checkpoints_[stride].place;
  CountCharacters(decoded_.substr(stride * kStride, offset - stride * kStride), &place.character, &place.line);
  place.byte += offset - stride * kStride;
  return place;
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
  if (is_utf8()) return AtUtf8(offset);
  auto checkpoint = std::upper_bound(checkpoints_.begin(), checkpoints_.end(), offset,
                                     [](uint32_t o, const Checkpoint& c) { return o < c.offset; });
  if (checkpoint == checkpoints_.begin()) return {};
  --checkpoint;
  Place place = checkpoint->place;
  for (uint32_t at = checkpoint->offset; at < offset && at < decoded_.size();) Advance(&at, &place);
  return place;
}

SourceSpan SourceMap::Locate(DecodedRange range) const {
  const Place begin = At(range.begin), end = At(range.end);
  SourceSpan span{begin.byte, end.byte, begin.character, end.character, begin.line, end.line};
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
  const uint32_t begin = logical_to_decoded.ToOriginal(range.begin);
  if (range.empty()) return {begin, begin};
  uint32_t end = logical_to_decoded.ToOriginal(range.end - 1) + 1;
  while (end < decoded.size() && (static_cast<unsigned char>(decoded[end]) & 0xC0) == 0x80) ++end;
  return {begin, end};
}

}  // namespace mingzhang
