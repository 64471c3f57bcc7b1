// A document on its way from bytes to logical lines, with the way back to the bytes.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "extractor/base/offset.h"
#include "extractor/base/pair_set.h"
#include "extractor/base/word_index.h"

namespace mingzhang {

enum class Encoding : uint8_t { kUtf8, kUtf8Bom, kUtf16Le, kUtf16Be, kGb18030 };
std::string_view EncodingName(Encoding encoding);  // "UTF-8", "UTF-16LE", "GB18030"

// Maps offsets of a derived text to offsets of the text it was made from: runs that were copied
// byte for byte. A byte that was inserted maps to the end of what preceded it.
class OffsetMap {
 public:
  // From `derived` on, offsets correspond to `original` on, until the next run. Called in order.
  void AddRun(uint32_t derived, uint32_t original);
  uint32_t ToOriginal(uint32_t derived) const;
  // The places of the first and of the last byte of a range that is not empty.
  std::pair<uint32_t, uint32_t> ToOriginal(uint32_t begin, uint32_t end) const;
  // Replaces this map L -> N by L -> D, given N -> D.
  void ComposeWith(const OffsetMap& next);
  void clear() { runs_.clear(); }
  bool empty() const { return runs_.empty(); }
  size_t runs() const { return runs_.size(); }

 private:
  struct Run {
    uint32_t derived, original;
  };
  // The last run that starts at or before `derived`; the end when there is none.
  std::vector<Run>::const_iterator RunAt(uint32_t derived) const;

  std::vector<Run> runs_;
};

// Places in the file as received. Built once for a document; lookups walk at most one stride.
class SourceMap {
 public:
  SourceMap() = default;
  // `decoded` must outlive this map; `bytes` is read only here (to measure GB18030 characters).
  SourceMap(std::string_view bytes, std::string_view decoded, Encoding encoding);

  SourceSpan Locate(DecodedRange range) const;
  uint32_t Column(DecodedRange range) const;  // 1-based, in characters, of the first character
  uint64_t char_length() const { return char_length_; }
  std::string_view decoded() const { return decoded_; }

 private:
  struct Place {
    uint64_t byte, character;
    uint32_t line;
  };
  struct Checkpoint {
    uint32_t offset;
    Place place;
  };
  struct Count {  // what stands before a place in UTF-8; its bytes are known
    uint32_t characters = 0, breaks = 0;
  };
  Count CountAt(uint32_t offset) const;
  Place At(uint32_t offset) const;
  SourceSpan LocateUtf8(DecodedRange range) const;
  SourceSpan LocateConverted(DecodedRange range) const;
  void BuildUtf8();
  bool is_utf8() const { return encoding_ == Encoding::kUtf8 || encoding_ == Encoding::kUtf8Bom; }
  void Advance(uint32_t* offset, Place* place) const;

  std::string_view decoded_;  // must outlive this map and not move
  Encoding encoding_ = Encoding::kUtf8;
  uint64_t char_length_ = 0;
  std::vector<Checkpoint> checkpoints_;  // not for UTF-8
  std::vector<Count> counts_;            // UTF-8 only: at every word
  std::vector<bool> four_bytes_;  // GB18030 only: per character, whether it took four bytes
};

enum class LineKind : uint8_t { kProse, kTable, kContents, kPageNumber, kRunningHead, kTitle };

struct LogicalLine {
  Range range;  // without the line end
  LineKind kind = LineKind::kProse;
  bool note_after_table = false;  // prose that stands between tables (“注：…”)
  bool detached = false;          // its reading order is damaged: begins or ends in mid-sentence
};

// One document's text. `logical` is what the pipeline reads; Source() leads back to the bytes.
struct DocumentText {
  DocumentText() = default;
  DocumentText(const DocumentText&) = delete;             // source points into decoded
  DocumentText& operator=(const DocumentText&) = delete;

  std::string decoded;
  Encoding encoding = Encoding::kUtf8;
  std::string logical;  // changed by SetLogical only
  OffsetMap logical_to_decoded;
  PairSet pairs;  // of `logical`
  std::vector<LogicalLine> lines;
  SourceMap source;

  void SetLogical(std::string text) {
    logical = std::move(text);
    pairs = PairSet(logical);
  }
  // Whole characters: a folded character answers for its fold as a whole.
  DecodedRange Decoded(Range range) const;
  SourceSpan Source(Range range) const { return source.Locate(Decoded(range)); }
  // What was received there, decoded, line breaks included.
  std::string_view Quote(Range range) const {
    const DecodedRange place = Decoded(range);
    return std::string_view(decoded).substr(place.begin, place.size());
  }
  // Whether one of the words stands anywhere.
  bool Holds(const WordSet& words) const { return pairs.MayHoldAny(words.words()) && words.OccursIn(logical); }
  // How often they stand there; the longest word at a place counts.
  int Count(const WordSet& words) const { return pairs.MayHoldAny(words.words()) ? words.CountIn(logical) : 0; }
  std::string_view Logical(Range range) const { return std::string_view(logical).substr(range.begin, range.size()); }
};

}  // namespace mingzhang
