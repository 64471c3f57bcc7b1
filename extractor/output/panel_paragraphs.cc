#include "extractor/output/panel_paragraphs.h"

#include <algorithm>

#include "extractor/base/utf8.h"
#include "extractor/output/panel_sqlite.h"

namespace mingzhang {
namespace {

constexpr std::string_view kSentenceEnds[] = {"\xE3\x80\x82", "\xEF\xBC\x9B"};  // 。；
constexpr size_t kShingle = 3;  // characters

bool IsDigit(char c) { return c >= '0' && c <= '9'; }

bool IsYear(std::string_view digits) {
  return digits.size() == 4 && (digits.starts_with("19") || digits.starts_with("20"));
}

// The end of the numeral that begins at `begin`: digits, and points between digits.
size_t NumeralEnd(std::string_view text, size_t begin) {
  size_t end = begin;
  while (end < text.size() && (IsDigit(text[end]) || (text[end] == '.' && end + 1 < text.size() && IsDigit(text[end + 1])))) ++end;
  return end;
}

bool EndsSentence(std::string_view line) {
  while (!line.empty() && static_cast<unsigned char>(line.back()) <= ' ') line.remove_suffix(1);
  return line.empty() || std::any_of(std::begin(kSentenceEnds), std::end(kSentenceEnds),
                                     [&](std::string_view end) { return line.ends_with(end); });
}

class Splitter {
 public:
  explicit Splitter(const SectionRecord& section) : section_(section) { paragraph_.section = section.id; }

  std::vector<Paragraph> Split() {
    const std::string_view body = section_.body;
    uint32_t line = section_.body_line;
    for (size_t begin = 0; begin < body.size(); ++line) {
      const size_t end = std::min(body.find('\n', begin), body.size());
      if (paragraph_.text.empty()) paragraph_.line = line;
      paragraph_.last_line = line;
      Read(body.substr(begin, end - begin));
      if (EndsSentence(body.substr(begin, end - begin))) Close();
      begin = end + 1;
    }
    Close();
    return std::move(found_);
  }

 private:
  void Read(std::string_view text) {
    for (size_t i = 0; i < text.size();) {
      if (!IsDigit(text[i])) {
        if (static_cast<unsigned char>(text[i]) > ' ') paragraph_.text.push_back(text[i]);
        ++i;
        continue;
      }
      const size_t end = NumeralEnd(text, i);
      const std::string_view numeral = text.substr(i, end - i);
      i = end;
      if (IsYear(numeral)) continue;
      paragraph_.text.append(numeral);
      paragraph_.numerals.append(paragraph_.numerals.empty() ? "" : " ").append(numeral);
      ++figures_;
    }
  }

  void Close() {
    if (figures_ >= kFewestFigures) found_.push_back(paragraph_);
    paragraph_.text.clear();
    paragraph_.numerals.clear();
    figures_ = 0;
  }

  const SectionRecord& section_;
  Paragraph paragraph_;
  size_t figures_ = 0;
  std::vector<Paragraph> found_;
};

std::vector<std::string_view> Shingles(std::string_view text) {
  std::vector<size_t> starts;
  for (size_t i = 0; i < text.size(); i += Utf8Length(static_cast<unsigned char>(text[i]))) starts.push_back(i);
  starts.push_back(text.size());
  std::vector<std::string_view> shingles;
  for (size_t i = 0; i + kShingle < starts.size(); ++i) {
    shingles.push_back(text.substr(starts[i], starts[i + kShingle] - starts[i]));
  }
  std::sort(shingles.begin(), shingles.end());
  return shingles;
}

}  // namespace

std::vector<Paragraph> ParagraphsOf(const SectionRecord& section) { return Splitter(section).Split(); }

std::vector<Paragraph> LoadParagraphs(const SqlDatabase& database, const std::string& doc_id) {
  SqlStatement row = database.Prepare("SELECT section_id, line, last_line, numerals, text FROM paragraphs WHERE doc_id = ? ORDER BY rowid");
  row.With({doc_id});
  std::vector<Paragraph> paragraphs;
  while (row.Next()) {
    paragraphs.push_back({std::string(row.Text(0)), static_cast<uint32_t>(row.Integer(1)),
                          static_cast<uint32_t>(row.Integer(2)), std::string(row.Text(3)), std::string(row.Text(4))});
  }
  return paragraphs;
}

int Similarity(std::string_view a, std::string_view b) {
  if (a == b) return 100;
  const auto left = Shingles(a), right = Shingles(b);
  std::vector<std::string_view> shared;
  std::set_intersection(left.begin(), left.end(), right.begin(), right.end(), std::back_inserter(shared));
  const size_t all = left.size() + right.size() - shared.size();
  return all == 0 ? 0 : static_cast<int>(100 * shared.size() / all);
}

}  // namespace mingzhang
