// What must not change what a text says: its encoding, the width of its characters, the run, the thread.
#include <thread>

#include <unicode/unistr.h>

#include "extractor/output/extraction_json.h"
#include "extractor/text/decode.h"
#include "tests/unit/test_documents.h"

namespace mingzhang {
namespace {

using test::CorpusDocuments;
using test::FactsOf;
using test::SampleDocuments;
using test::TestDocument;
using test::TreeGrammar;
using test::TreePipeline;

std::vector<TestDocument> AllDocuments() {
  std::vector<TestDocument> documents = CorpusDocuments();
  for (TestDocument& sample : SampleDocuments()) documents.push_back(std::move(sample));
  return documents;
}

std::unique_ptr<Document> Read(const TestDocument& document, std::string_view bytes) {
  auto read = TreePipeline().Run(document.name, bytes);
  EXPECT_TRUE(read.ok()) << document.name;
  return read.ok() ? std::move(read).value() : nullptr;
}

std::string Json(const Document& document) {
  std::string json;
  WriteJson(document, TreeGrammar(), {.all_spans = true}, &json);
  return json;
}

std::string Encode(const std::string& text, const char* charset) {
  const icu::UnicodeString wide = icu::UnicodeString::fromUTF8(text);
  std::string out(text.size() * 4 + 16, '\0');
  out.resize(static_cast<size_t>(wide.extract(0, wide.length(), out.data(), static_cast<uint32_t>(out.size()), charset)));
  return out;
}

// The places of all values in characters, which no encoding changes.
std::vector<std::pair<uint64_t, uint64_t>> CharactersOf(const Document& document) {
  std::vector<std::pair<uint64_t, uint64_t>> places;
  for (const Fact& fact : document.extraction.facts) {
    const SourceSpan span = document.text.Source(fact.value_range.empty() ? fact.statement : fact.value_range);
    places.emplace_back(span.char_begin, span.char_end);
  }
  return places;
}

struct Form {
  const char* charset;
  std::string mark;
};
const Form kForms[] = {{"UTF-8", ""}, {"UTF-8", "\xEF\xBB\xBF"}, {"UTF-16LE", "\xFF\xFE"}, {"UTF-16BE", "\xFE\xFF"}, {"GB18030", ""}};

TEST(InvarianceTest, AnyEncodingSaysTheSameAndItsBytesAreTheValues) {
  for (const TestDocument& document : AllDocuments()) {
    const auto original = Read(document, document.bytes);
    ASSERT_TRUE(original);
    const auto utf8 = Read(document, original->text.decoded);
    for (const Form& form : kForms) {
      const std::string bytes = form.mark + Encode(original->text.decoded, form.charset);
      const auto encoded = Read(document, bytes);
      ASSERT_TRUE(encoded);
      EXPECT_EQ(form.charset, EncodingName(encoded->text.encoding)) << document.name;
      EXPECT_EQ(FactsOf(*utf8), FactsOf(*encoded)) << document.name << " " << form.charset;
      EXPECT_EQ(CharactersOf(*utf8), CharactersOf(*encoded)) << document.name << " " << form.charset;
      for (const Fact& fact : encoded->extraction.facts) {
        if (fact.value_range.empty()) continue;
        const SourceSpan span = encoded->text.Source(fact.value_range);
        EXPECT_EQ(Encode(std::string(encoded->text.Quote(fact.value_range)), form.charset),
                  bytes.substr(span.byte_begin, span.byte_end - span.byte_begin)) << document.name << " " << form.charset;
      }
    }
  }
}

// Digits, percent signs and brackets of full width; `text` is decoded.
std::string Widen(const std::string& text) {
  static const std::pair<std::string_view, std::string_view> kSigns[] = {{"%", "％"}, {"(", "（"}, {")", "）"}};
  std::string out;
  for (const char c : text) {
    if (c >= '0' && c <= '9') {
      out += "\xEF\xBC";
      out += static_cast<char>(0x90 + (c - '0'));
      continue;
    }
    const auto sign = std::find_if(std::begin(kSigns), std::end(kSigns), [&](const auto& s) { return s.first[0] == c; });
    if (sign == std::end(kSigns)) out += c;
    else out += sign->second;
  }
  return out;
}

TEST(InvarianceTest, FullWidthDigitsAndSignsSayTheSame) {
  for (const TestDocument& document : AllDocuments()) {
    const auto narrow = Read(document, document.bytes);
    ASSERT_TRUE(narrow);
    const auto wide = Read(document, Widen(narrow->text.decoded));
    ASSERT_TRUE(wide);
    EXPECT_EQ(FactsOf(*narrow), FactsOf(*wide)) << document.name;
    EXPECT_EQ(narrow->extraction.coverage.total(), wide->extraction.coverage.total()) << document.name;
  }
}

TEST(InvarianceTest, LineEndsOfOtherSystemsSayTheSame) {
  for (const TestDocument& document : AllDocuments()) {
    const auto original = Read(document, document.bytes);
    ASSERT_TRUE(original);
    std::string unix_text;
    for (const char c : original->text.decoded) {
      if (c != '\r') unix_text += c;
    }
    std::string windows_text;
    for (const char c : unix_text) windows_text += c == '\n' ? std::string("\r\n") : std::string(1, c);
    const auto unix_read = Read(document, unix_text), windows_read = Read(document, windows_text);
    EXPECT_EQ(FactsOf(*unix_read), FactsOf(*windows_read)) << document.name;
  }
}

TEST(InvarianceTest, TheSameBytesGiveTheSameJsonOnEveryRunAndThread) {
  const std::vector<TestDocument> documents = AllDocuments();
  std::vector<std::string> first;
  for (const TestDocument& document : documents) first.push_back(Json(*Read(document, document.bytes)));
  std::vector<std::vector<std::string>> of_threads(4);
  std::vector<std::thread> threads;
  for (auto& results : of_threads) {
    threads.emplace_back([&results, &documents] {
      for (const TestDocument& document : documents) {
        const auto read = TreePipeline().Run(document.name, document.bytes);
        results.push_back(read.ok() ? Json(**read) : "");
      }
    });
  }
  for (std::thread& thread : threads) thread.join();
  for (const auto& results : of_threads) EXPECT_EQ(first, results);
}

TEST(InvarianceTest, EveryNumeralIsInOneClass) {
  for (const TestDocument& document : AllDocuments()) {
    const auto read = Read(document, document.bytes);
    ASSERT_TRUE(read);
    const Coverage& coverage = read->extraction.coverage;
    EXPECT_EQ(coverage.count[static_cast<int>(NumeralClass::kUnexplained)], static_cast<int32_t>(coverage.unexplained.size())) << document.name;
    EXPECT_EQ(coverage.count[static_cast<int>(NumeralClass::kDetached)], static_cast<int32_t>(coverage.detached.size())) << document.name;
    int32_t sum = 0;
    for (const int32_t count : coverage.count) sum += count;
    EXPECT_EQ(sum, coverage.total()) << document.name;
  }
}

TEST(InvarianceTest, ACutAnywhereIsReadOrRefusedWithItsPlace) {
  const TestDocument& document = CorpusDocuments().front();
  for (size_t cut = 1; cut < document.bytes.size(); cut += 7) {
    const auto read = TreePipeline().Run(document.name, std::string_view(document.bytes).substr(0, cut));
    if (read.ok()) continue;
    EXPECT_NE(std::string::npos, read.error().message.find("byte")) << cut << ": " << read.error().ToString();
  }
}

TEST(InvarianceTest, TheSampleIsHere) {
  if (SampleDocuments().empty()) GTEST_SKIP() << "../shared/seeds is not beside the source tree: the properties were tried on the corpus alone";
}

}  // namespace
}  // namespace mingzhang
