#include "extractor/text/physical_lines.h"

#include <algorithm>
#include <cstring>
#include <deque>
#include <unordered_map>

#include "extractor/base/utf8.h"

namespace mingzhang {
namespace {

using std::string_view;

constexpr size_t kWindow = 12;          // lines on either side that share a page width
constexpr uint32_t kShortLine = 64;     // columns: a table cell or row label is no longer
constexpr uint32_t kLongLine = 240;     // columns: several paragraphs may have been flattened into it

bool IsSentenceMark(uint32_t c) { return c == 0xFF0C || c == 0x3002 || c == 0xFF1B || c == ';'; }

string_view TextOf(string_view text, const PhysicalLine& line) { return text.substr(line.begin, line.end - line.begin); }

// Measures one line; `begin` and `end` exclude the line break.
PhysicalLine Measure(string_view text, uint32_t begin, uint32_t end) {
  PhysicalLine line;
  while (begin < end && text[begin] == ' ') ++begin, ++line.indent;
  while (end > begin && text[end - 1] == ' ') --end;
  line.begin = begin;
  line.end = end;
  uint32_t spaces = 0, digits = 0, others = 0;
  for (uint32_t at = begin; at < end;) {
    const auto lead = static_cast<unsigned char>(text[at]);
    if (lead >= 0xE4 && lead <= 0xEE) {  // ideographs: most of a text
      spaces = 0;
      line.width += 2;
      ++others;
      at += 3;
      continue;
    }
    const uint32_t c = lead < 0x80 ? lead : CodePointAt(text, at);
    line.width += Columns(c);
    if (c == ' ') {
      line.gaps += ++spaces == 2;
      line.spaces += line.spaces < UINT16_MAX;
    } else {
      spaces = 0;
      line.has_bar |= c == '|';
      line.leaders += c == '.' || c == 0x2026 || c == 0xB7;
      line.sentence_marks |= IsSentenceMark(c);
      if (IsAsciiDigit(c)) ++digits;
      else if (c != '.' && c != ',' && c != '-' && c != '%') ++others;
    }
    at += Utf8Length(lead);
  }
  line.numeric = digits > 0 && others == 0 && line.gaps == 0;
  return line;
}

// Page furniture is short; the pattern is tried on nothing else.
bool IsPageNumber(string_view text, const PhysicalLine& line, const TextOptions& options) {
  if (line.width > 24 || line.has_bar || !options.page_number.MayMatch(TextOf(text, line))) return false;
  return RE2::FullMatch(TextOf(text, line), *options.page_number);
}

// A bare number is a page number only beside a page break; elsewhere it is a table cell.
bool IsBarePageNumber(string_view text, const PhysicalLine& line) {
  if (!line.numeric || line.end - line.begin > 3) return false;
  return std::all_of(text.begin() + line.begin, text.begin() + line.end, [](char c) { return c >= '0' && c <= '9'; });
}

// "一、部门主要职能 ………… 3": a run of leader dots.
bool IsContentsLine(string_view text, const PhysicalLine& line) {
  if (line.leaders < 2) return false;
  const string_view content = TextOf(text, line);
  return content.find("……") != string_view::npos || content.find("......") != string_view::npos ||
         content.find("······") != string_view::npos || content.find(". . . .") != string_view::npos;
}

bool IsTableLike(const PhysicalLine& line) {
  if (line.has_bar) return true;
  if (line.numeric) return true;
  return line.gaps > 0 && !line.sentence_marks;
}

// Rows that were run together, a space between their cells: 项目 上年 当年 会议费 3.00 2.40 培训费 6.00 6.80.
bool IsFlatTable(string_view text, const PhysicalLine& line) {
  constexpr int kFewest = 6;       // figures
  constexpr size_t kShortest = 3;  // characters of one: 1.5; a text may have a space between any two
  if (line.sentence_marks || line.spaces < 2 * kFewest - 2) return false;
  int cells = 0, figures = 0;
  const string_view content = TextOf(text, line);
  for (size_t begin = 0; begin < content.size();) {
    const size_t end = std::min(content.find(' ', begin), content.size());
    const string_view cell = content.substr(begin, end - begin);
    cells += !cell.empty();
    figures += cell.size() >= kShortest && cell.find_first_not_of("0123456789.,-%") == string_view::npos && IsAsciiDigit(static_cast<unsigned char>(cell.back()));
    begin = end + 1;
  }
  return figures >= kFewest && 2 * figures >= cells;
}

bool Holds(string_view text, char c) { return text.find(c) != string_view::npos; }

class LineSplitter {
 public:
  LineSplitter(string_view text, const TextOptions& options)
      : text_(text), options_(options), has_other_breaks_(Holds(text, '\f') || Holds(text, '\r')) {}

  std::vector<PhysicalLine> Run() {
    Split();
    MarkPageNumbers();
    MarkRunningHeads();
    MarkContents();
    MarkTables();
    MeasureColumns();
    return std::move(lines_);
  }

 private:
  uint32_t EndOfLine(uint32_t begin) const {
    const void* feed = std::memchr(text_.data() + begin, '\n', text_.size() - begin);
    auto end = feed ? static_cast<uint32_t>(static_cast<const char*>(feed) - text_.data()) : static_cast<uint32_t>(text_.size());
    if (!has_other_breaks_) return end;
    for (const char other : {'\f', '\r'}) {
      const void* found = std::memchr(text_.data() + begin, other, end - begin);
      if (found) end = static_cast<uint32_t>(static_cast<const char*>(found) - text_.data());
    }
    return end;
  }

  void Split() {
    bool blank = false, page = false;
    for (uint32_t begin = 0; begin <= text_.size();) {
      const uint32_t end = EndOfLine(begin);
      const PhysicalLine line = Measure(text_, begin, end);
      if (line.empty()) {
        blank |= end < text_.size() && text_[end] == '\n';
      } else {
        const size_t first = lines_.size();
        if (line.width > kLongLine) SplitFlattened(line);
        else lines_.push_back(line);
        lines_[first].after_blank = blank;
        lines_[first].page_start = page;
        blank = page = false;
      }
      page |= end < text_.size() && text_[end] == '\f';
      begin = end + 1;
    }
  }

  // Text whose line breaks became spaces: a space before a heading number was a line break.
  void SplitFlattened(const PhysicalLine& line) {
    uint32_t begin = line.begin;
    for (uint32_t at = line.begin; at < line.end; ++at) {
      if (text_[at] != ' ' || text_[at + 1] == ' ') continue;
      const NumberMatch number = MatchNumbering(options_, text_.substr(at + 1, 40));
      if (number.style < 0) continue;
      lines_.push_back(Measure(text_, begin, at));
      begin = at + 1;
    }
    lines_.push_back(Measure(text_, begin, line.end));
  }

  void MarkPageNumbers() {
    for (size_t i = 0; i < lines_.size(); ++i) {
      PhysicalLine& line = lines_[i];
      const bool last = i + 1 == lines_.size();
      const bool at_break = line.page_start || last || lines_[i + 1].page_start;
      if (IsPageNumber(text_, line, options_) || (at_break && IsBarePageNumber(text_, line))) {
        line.kind = LineKind::kPageNumber;
        if (!last) lines_[i + 1].page_start = true;
      }
    }
  }

  // The same short line at the top of two pages or more.
  void MarkRunningHeads() {
    std::unordered_map<string_view, std::vector<size_t>> tops;
    for (size_t i = 0; i < lines_.size(); ++i) {
      const PhysicalLine& line = lines_[i];
      if (line.page_start && line.kind == LineKind::kProse && line.width <= kShortLine && !line.sentence_marks) {
        tops[TextOf(text_, line)].push_back(i);
      }
    }
    for (const auto& [head, places] : tops) {
      if (places.size() < 2 || MatchNumbering(options_, head).style >= 0) continue;
      for (const size_t i : places) {
        lines_[i].kind = LineKind::kRunningHead;
        if (i + 1 < lines_.size()) lines_[i + 1].page_start = true;
      }
    }
  }

  void MarkContents() {
    for (PhysicalLine& line : lines_) {
      if (line.kind == LineKind::kProse && IsContentsLine(text_, line)) line.kind = LineKind::kContents;
    }
  }

  // A table is a run of table-like lines, with the short unpunctuated lines between and before them.
  void MarkTables() {
    for (size_t i = 0; i < lines_.size();) {
      if (!InTable(i)) {
        ++i;
        continue;
      }
      size_t end = i, rows = 0, last = i;
      for (; end < lines_.size() && (InTable(end) || MayBeCell(end)) && end - last < 40; ++end) {
        if (InTable(end)) ++rows, last = end;
      }
      if (rows >= 2 || lines_[i].has_bar || IsFlatTable(text_, lines_[i])) {
        for (size_t k = i; k <= last; ++k) MarkTable(k);
        MarkHeaderRows(i);
      }
      i = last + 1;
    }
  }

  bool InTable(size_t i) const {
    return lines_[i].kind == LineKind::kProse && (IsTableLike(lines_[i]) || IsFlatTable(text_, lines_[i])) && !IsHeading(i);
  }
  bool MayBeCell(size_t i) const {
    const PhysicalLine& line = lines_[i];
    if (line.kind == LineKind::kPageNumber || line.kind == LineKind::kRunningHead) return true;
    return line.kind == LineKind::kProse && !line.sentence_marks && line.width <= kShortLine;
  }
  // 一、…情况说明 with a gap inside is a heading that was spaced out, not a row.
  bool IsHeading(size_t i) const {
    const PhysicalLine& line = lines_[i];
    if (line.numeric || line.has_bar || line.gaps > 0) return false;
    const string_view content = TextOf(text_, line);
    const NumberMatch number = MatchNumbering(options_, content);
    return number.style >= 0 && options_.numbering[static_cast<size_t>(number.style)].heading && !EndsWithDigit(content);
  }
  static bool EndsWithDigit(string_view content) { return !content.empty() && IsAsciiDigit(static_cast<unsigned char>(content.back())); }
  void MarkTable(size_t i) {
    if (lines_[i].kind == LineKind::kProse) lines_[i].kind = LineKind::kTable;
  }
  // Column heads without figures stand above the rows, up to the table's title or unit line.
  void MarkHeaderRows(size_t first) {
    for (size_t i = first; i-- > 0 && first - i <= 12 && MayBeCell(i) && !IsHeading(i);) {
      if (!options_.table_title.Matches(TextOf(text_, lines_[i]))) continue;
      for (size_t k = i; k < first; ++k) MarkTable(k);
      return;
    }
  }

  // The widest prose line among the neighbours: where a wrapped line would have ended.
  void MeasureColumns() {
    std::deque<size_t> widest;  // indices of decreasing width inside the window
    size_t next = 0;
    for (size_t i = 0; i < lines_.size(); ++i) {
      for (; next < lines_.size() && next <= i + kWindow; ++next) {
        if (lines_[next].kind != LineKind::kProse) continue;
        while (!widest.empty() && Reach(widest.back()) <= Reach(next)) widest.pop_back();
        widest.push_back(next);
      }
      while (!widest.empty() && widest.front() + kWindow < i) widest.pop_front();
      lines_[i].full_width = widest.empty() ? 0 : Reach(widest.front());
    }
  }
  uint32_t Reach(size_t i) const { return lines_[i].width + lines_[i].indent; }

  string_view text_;
  const TextOptions& options_;
  const bool has_other_breaks_;
  std::vector<PhysicalLine> lines_;
};

}  // namespace

std::vector<PhysicalLine> SplitLines(std::string_view text, const TextOptions& options) {
  return LineSplitter(text, options).Run();
}

}  // namespace mingzhang
