// Offsets of different texts are different types, so that they cannot be mixed.
//
// A document exists in three forms: the bytes as received, the decoded UTF-8 text, and the logical
// text that the pipeline reads (folded, hard wraps joined). Facts are found in the logical text and
// reported in bytes, characters and lines of what was received.
#pragma once

#include <compare>
#include <cstdint>

namespace mingzhang {

// A half-open range [begin, end) of byte offsets in one text, marked with the text it belongs to.
template <typename Text>
struct RangeOf {
  uint32_t begin = 0;
  uint32_t end = 0;

  uint32_t size() const { return end - begin; }
  bool empty() const { return begin >= end; }
  bool Contains(RangeOf other) const { return begin <= other.begin && other.end <= end; }
  bool Overlaps(RangeOf other) const { return begin < other.end && other.begin < end; }
  auto operator<=>(const RangeOf&) const = default;
};

struct DecodedText;  // UTF-8, one to one with the characters received
struct LogicalText;  // UTF-8, folded and unwrapped: what every later stage reads

using DecodedRange = RangeOf<DecodedText>;
using Range = RangeOf<LogicalText>;  // the common case has the short name

// A place in the file as received. Bytes are offsets into the file whatever its encoding; characters
// are code points after the byte-order mark; lines are 1-based and inclusive.
struct SourceSpan {
  uint64_t byte_begin = 0;
  uint64_t byte_end = 0;
  uint64_t char_begin = 0;
  uint64_t char_end = 0;
  uint32_t line_begin = 1;
  uint32_t line_end = 1;

  auto operator<=>(const SourceSpan&) const = default;
};

}  // namespace mingzhang
