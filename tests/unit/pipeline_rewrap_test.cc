// However a text is broken into lines and pages, it says the same.
#include <cstdio>

#include <fmt/format.h>

#include "extractor/base/utf8.h"
#include "tests/unit/test_documents.h"

namespace mingzhang {
namespace {

using test::CorpusDocuments;
using test::FactsOf;
using test::SampleDocuments;
using test::TestDocument;
using test::TreeGrammar;
using test::TreePipeline;

enum class Break {
  kAnywhere,      // after exactly so many columns, inside numbers, units and words
  kTypographic,   // numbers whole, no punctuation at the start of a line
};

struct Wrapping {
  uint32_t width = 0;  // columns
  Break style = Break::kAnywhere;
  bool blank_lines = false;   // between all lines
  size_t page = 0;            // lines between page breaks; 0: none
  bool justified = false;     // a space between all characters
};

bool IsNumberPart(uint32_t c) { return IsAsciiDigit(c) || c == '.' || c == '%'; }
bool StartsNoLine(uint32_t c) { return std::u32string_view(U"，。；：、)%》！？").find(static_cast<char32_t>(c)) != std::u32string_view::npos; }

// The lines of one paragraph.
std::vector<std::string> WrapParagraph(std::string_view text, const Wrapping& wrapping) {
  std::vector<std::string> lines(1);
  uint32_t columns = 0;
  for (size_t at = 0; at < text.size();) {
    size_t end = at;
    uint32_t width = 0;
    const auto take = [&] {
      width += Columns(CodePointAt(text, end)) + wrapping.justified;
      end += Utf8Length(static_cast<unsigned char>(text[end]));
    };
    take();
    if (wrapping.style == Break::kTypographic) {
      while (end < text.size() && IsNumberPart(CodePointAt(text, at)) && IsNumberPart(CodePointAt(text, end))) take();
      while (end < text.size() && StartsNoLine(CodePointAt(text, end))) take();
    }
    if (columns > 0 && columns + width > wrapping.width) {
      lines.emplace_back();
      columns = 0;
    }
    lines.back() += text.substr(at, end - at);
    columns += width;
    at = end;
  }
  return lines;
}


uint32_t ColumnsOf(std::string_view text) {
  uint32_t columns = 0;
  for (size_t at = 0; at < text.size(); at += Utf8Length(static_cast<unsigned char>(text[at]))) columns += Columns(CodePointAt(text, at));
  return columns;
}

std::string SpacedOut(std::string_view line) {
  std::string out;
  for (size_t at = 0; at < line.size();) {
    const size_t length = Utf8Length(static_cast<unsigned char>(line[at]));
    if (at > 0) out += ' ';
    out += line.substr(at, length);
    at += length;
  }
  return out;
}

struct Page {
  std::string text;
  // Somewhere a paragraph ends so near the margin that the next line may go on with it, or a line in the
  // middle of a paragraph begins as an item would.
  bool ambiguous = false;
};

// The document as a page of this width would print it; tables and leader dots stay as they are.
Page Print(const DocumentText& text, const Wrapping& wrapping) {
  Page page;
  size_t count = 0, number = 1;
  uint32_t last_columns = 0;  // of the line before; 0: nothing can go on with it
  const auto put = [&](std::string_view line) {
    if (wrapping.page > 0 && count > 0 && count % wrapping.page == 0) page.text += fmt::format("- {} -\n\f", number++);
    page.text += line;
    page.text += wrapping.blank_lines ? "\n\n" : "\n";
    ++count;
  };
  for (const LogicalLine& line : text.lines) {
    if (line.kind == LineKind::kPageNumber || line.kind == LineKind::kRunningHead) continue;
    const std::string_view content = text.Logical(line.range);
    const bool leaders = content.find("……") != std::string_view::npos || content.find("....") != std::string_view::npos;
    if (wrapping.width == 0 || line.kind == LineKind::kTable || leaders) {
      put(content);
      last_columns = 0;
      continue;
    }
    const bool marked = MatchNumbering(TreeGrammar().text(), content).style >= 0;
    page.ambiguous |= last_columns > 0 && !marked && last_columns + wrapping.width / 4 + 4 > wrapping.width;
    const std::vector<std::string> lines = WrapParagraph(content, wrapping);
    for (const std::string& part : lines) {
      if (wrapping.justified) {
        put(SpacedOut(part));
        continue;
      }
      page.ambiguous |= &part != &lines.front() && MatchNumbering(TreeGrammar().text(), part).style >= 0;
      put(part);
    }
    last_columns = ColumnsOf(lines.back());
  }
  return page;
}

std::vector<Wrapping> AllWrappings() {
  std::vector<Wrapping> all;
  for (const Break style : {Break::kAnywhere, Break::kTypographic}) {
    for (uint32_t width = 16; width <= 80; ++width) {
      all.push_back({width, style, false, 0});
      if (width % 3 == 0) all.push_back({width, style, true, 0});
      if (width % 3 == 1) all.push_back({width, style, false, 10 + width % 23});
    }
  }
  return all;
}

std::string Describe(const Wrapping& w) {
  return fmt::format("{} columns, {}{}{}", w.width, w.style == Break::kAnywhere ? "broken anywhere" : "broken between words",
                     w.blank_lines ? ", blank lines" : "", w.page > 0 ? fmt::format(", {} lines a page", w.page) : "");
}

struct Tally {
  size_t all = 0, same = 0, ambiguous = 0;
};

// Wraps the document in every way. Where nothing is ambiguous, the facts must be the same.
Tally Rewrap(const TestDocument& document) {
  Tally tally;
  const auto original = TreePipeline().Run(document.name, document.bytes);
  if (!original.ok()) {
    ADD_FAILURE() << document.name;
    return tally;
  }
  const auto flat = TreePipeline().Run(document.name, Print((*original)->text, {}).text);
  const std::vector<std::string> wanted = FactsOf(**flat);
  EXPECT_EQ(FactsOf(**original), wanted) << document.name << ": unwrapped";
  for (const Wrapping& wrapping : AllWrappings()) {
    const Page page = Print((*original)->text, wrapping);
    const auto wrapped = TreePipeline().Run(document.name, page.text);
    const std::vector<std::string> facts = FactsOf(**wrapped);
    ++tally.all;
    tally.same += facts == wanted;
    tally.ambiguous += page.ambiguous;
    if (!page.ambiguous) {
      EXPECT_EQ(wanted, facts) << document.name << ": " << Describe(wrapping);
    }
  }
  return tally;
}

TEST(RewrapTest, TheCorpusSaysTheSameAtAnyWidth) {
  Tally total;
  for (const TestDocument& document : CorpusDocuments()) {
    const Tally tally = Rewrap(document);
    total.all += tally.all;
    total.same += tally.same;
    total.ambiguous += tally.ambiguous;
  }
  std::printf("%zu pages, %zu of them ambiguous; on %zu of all the facts are the same\n", total.all, total.ambiguous, total.same);
  // A heading that ends exactly at the margin cannot always be told from a wrapped line, nor can a line of a text that gives
  // each figure a line, or that begins with a figure.
  EXPECT_GE(total.same * 1000, total.all * 960);
}

TEST(RewrapTest, TheSampleSaysTheSameAtAnyWidth) {
  const auto samples = SampleDocuments();
  if (samples.empty()) GTEST_SKIP() << "../shared/seeds is not beside the source tree";
  for (const TestDocument& document : samples) {
    const Tally tally = Rewrap(document);
    EXPECT_EQ(tally.all, tally.same) << document.name;
  }
}

TEST(RewrapTest, SpacesBetweenAllCharactersChangeNothing) {
  Tally total;
  std::vector<TestDocument> documents = SampleDocuments();
  documents.insert(documents.end(), CorpusDocuments().begin(), CorpusDocuments().end());
  for (const TestDocument& document : documents) {
    const auto original = TreePipeline().Run(document.name, document.bytes);
    ASSERT_TRUE(original.ok()) << document.name;
    const std::vector<std::string> wanted = FactsOf(**TreePipeline().Run(document.name, Print((*original)->text, {}).text));
    for (const uint32_t width : {70u, 80u, 100u}) {
      const Page page = Print((*original)->text, {width, Break::kTypographic, false, 0, true});
      ++total.all;
      total.same += FactsOf(**TreePipeline().Run(document.name, page.text)) == wanted;
    }
  }
  std::printf("%zu justified pages; on %zu the facts are the same\n", total.all, total.same);
  EXPECT_GE(total.same * 100, total.all * 95);  // a heading at the margin, as above
}

}  // namespace
}  // namespace mingzhang
