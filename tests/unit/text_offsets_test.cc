// The way back: derived text to decoded text, decoded text to bytes, characters and lines.
#include <random>

#include <unicode/unistr.h>

#include "extractor/base/utf8.h"
#include "extractor/text/decode.h"
#include "extractor/text/document_text.h"
#include "tests/unit/test_data.h"

namespace mingzhang {
namespace {

// `text` (UTF-8) in another encoding.
std::string Encode(const std::string& text, const char* charset) {
  const icu::UnicodeString wide = icu::UnicodeString::fromUTF8(text);
  std::string out(text.size() * 4 + 16, '\0');
  const int32_t length = wide.extract(0, wide.length(), out.data(), static_cast<uint32_t>(out.size()), charset);
  out.resize(static_cast<size_t>(length));
  return out;
}

struct Form {
  const char* charset;
  std::string mark;
};
const Form kForms[] = {{"UTF-8", ""}, {"UTF-8", "\xEF\xBB\xBF"}, {"UTF-16LE", "\xFF\xFE"}, {"UTF-16BE", "\xFE\xFF"}, {"GB18030", ""}};

// Characters of every length in every encoding: 1 to 4 bytes in UTF-8, 2 and 4 in UTF-16, 1, 2 and 4 in GB18030.
const std::string kMixed = "甲é1\r\n𠮷𠮁ñ，2\n\n3丙€年\r\n末";

TEST(SourceMapTest, EveryRangeLeadsToItsBytesCharactersAndLinesInEveryEncoding) {
  for (const Form& form : kForms) {
    const std::string bytes = form.mark + Encode(kMixed, form.charset);
    const auto decoded = Decode(bytes);
    ASSERT_TRUE(decoded.ok()) << form.charset << ": " << decoded.error().ToString();
    ASSERT_EQ(kMixed, decoded->text) << form.charset;
    const SourceMap map(bytes, decoded->text, decoded->encoding);
    std::vector<uint32_t> starts;
    for (uint32_t at = 0; at < kMixed.size(); at += Utf8Length(static_cast<unsigned char>(kMixed[at]))) starts.push_back(at);
    starts.push_back(static_cast<uint32_t>(kMixed.size()));
    EXPECT_EQ(starts.size() - 1, map.char_length());
    for (size_t i = 0; i < starts.size(); ++i) {
      uint32_t line = 1, column = 1;
      for (size_t k = 0; k < i; ++k) {
        const bool end_of_line = kMixed[starts[k]] == '\n';
        line += end_of_line;
        column = end_of_line ? 1 : column + 1;
      }
      for (size_t k = i; k < starts.size(); ++k) {
        const DecodedRange range{starts[i], starts[k]};
        const SourceSpan span = map.Locate(range);
        EXPECT_EQ(i, span.char_begin);
        EXPECT_EQ(k, span.char_end);
        EXPECT_EQ(line, span.line_begin);
        EXPECT_EQ(Encode(kMixed.substr(range.begin, range.size()), form.charset),
                  bytes.substr(span.byte_begin, span.byte_end - span.byte_begin)) << form.charset;
      }
      EXPECT_EQ(column, map.Column({starts[i], starts[i]})) << form.charset << " " << i;
    }
  }
}

TEST(SourceMapTest, PlacesBeyondTheFirstCheckpointsAreRight) {
  std::string text;
  for (int i = 0; i < 2000; ++i) text += "第" + std::to_string(i) + "行𠮷\n";
  for (const Form& form : kForms) {
    const std::string bytes = form.mark + Encode(text, form.charset);
    const SourceMap map(bytes, text, Decode(bytes)->encoding);
    for (uint32_t i = 0; i < 2000; i += 37) {
      const std::string wanted = "第" + std::to_string(i) + "行𠮷";
      const auto at = static_cast<uint32_t>(text.find(wanted));
      const SourceSpan span = map.Locate({at, at + static_cast<uint32_t>(wanted.size())});
      EXPECT_EQ(i + 1, span.line_begin);
      EXPECT_EQ(i + 1, span.line_end);
      EXPECT_EQ(Encode(wanted, form.charset), bytes.substr(span.byte_begin, span.byte_end - span.byte_begin)) << form.charset;
    }
  }
}

TEST(SourceMapTest, ARangeThatEndsWithALineBreakEndsOnItsLine) {
  const std::string text = "一\n二\n";
  const SourceMap map(text, text, Encoding::kUtf8);
  EXPECT_EQ(1u, map.Locate({0, 4}).line_end);
  EXPECT_EQ(2u, map.Locate({0, 8}).line_end);
  EXPECT_EQ(2u, map.Locate({4, 7}).line_begin);
}

// A text made from another by leaving out pieces, with the map that leads back.
struct Derived {
  std::string text;
  OffsetMap map;
  std::vector<uint32_t> origins;  // of every byte
};
Derived LeaveOut(const std::string& text, std::mt19937* random) {
  Derived derived;
  for (uint32_t at = 0; at < text.size();) {
    const auto keep = static_cast<uint32_t>(1 + (*random)() % 7), skip = static_cast<uint32_t>((*random)() % 3);
    const auto length = std::min<uint32_t>(keep, static_cast<uint32_t>(text.size()) - at);
    derived.map.AddRun(static_cast<uint32_t>(derived.text.size()), at);
    derived.text += text.substr(at, length);
    for (uint32_t i = 0; i < length; ++i) derived.origins.push_back(at + i);
    at += length + skip;
  }
  return derived;
}

TEST(OffsetMapTest, ComposedMapsLeadWhereOneAfterTheOtherLeads) {
  std::mt19937 random(20240501);
  for (int round = 0; round < 300; ++round) {
    const std::string text(1 + random() % 120, 'x');
    const Derived first = LeaveOut(text, &random), second = LeaveOut(first.text, &random);
    for (uint32_t i = 0; i < second.text.size(); ++i) ASSERT_EQ(second.origins[i], second.map.ToOriginal(i));
    OffsetMap composed = second.map;
    composed.ComposeWith(first.map);
    for (uint32_t i = 0; i < second.text.size(); ++i) {
      ASSERT_EQ(first.origins[second.origins[i]], composed.ToOriginal(i)) << round << " " << i;
    }
  }
}

TEST(OffsetMapTest, WithoutRunsNothingMoves) {
  const OffsetMap map;
  EXPECT_TRUE(map.empty());
  EXPECT_EQ(17u, map.ToOriginal(17));
}

TEST(OffsetMapTest, RunsThatGoOnAreOne) {
  OffsetMap map;
  map.AddRun(0, 5);
  map.AddRun(3, 8);
  EXPECT_EQ(1u, map.runs());
  map.AddRun(4, 10);
  EXPECT_EQ(2u, map.runs());
  map.AddRun(4, 12);  // nothing was copied at the run before
  EXPECT_EQ(2u, map.runs());
  EXPECT_EQ(12u, map.ToOriginal(4));
}

}  // namespace
}  // namespace mingzhang
