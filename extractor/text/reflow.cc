#include "extractor/text/reflow.h"

#include <algorithm>

#include "extractor/base/utf8.h"
#include "extractor/text/physical_lines.h"

namespace mingzhang {
namespace {

using std::string_view;

bool Among(uint32_t c, std::u32string_view marks) {
  return !IsIdeograph(c) && marks.find(static_cast<char32_t>(c)) != std::u32string_view::npos;
}

// Punctuation by what it says about a line that ends or begins with it.
bool EndsSentence(uint32_t c) { return Among(c, U"\u3002\uFF1B;\uFF01!\uFF1F?\uFF1A:"); }
bool CannotEndLine(uint32_t c) { return Among(c, U"\u3001\uFF0C,(\u201C\u2018\u300A\u2014-"); }
bool CannotStartLine(uint32_t c) { return Among(c, U"\u3002\uFF0C\uFF0E,\uFF1B;\uFF1A:\u3001)\u201D\u2019\u300B%.\uFF1F\uFF01"); }
bool IsColon(uint32_t c) { return c == ':' || c == 0xFF1A; }
constexpr int kTitleStyles = 3;  // 第一部分, 一、 and （一）head sections; other markers head items
constexpr int kHeadStyles = 2;   // 第一部分 and 一、 never number a sentence of a list

constexpr uint32_t kWidestPage = 200;  // columns: lines beyond are paragraphs that were never wrapped

bool IsNumberCharacter(uint32_t c) { return IsAsciiDigit(c) || c == '.' || c == ','; }

class Reflower {
 public:
  Reflower(string_view text, const TextOptions& options, Reflowed* out) : text_(text), options_(options), out_(out) {}

  void Run() {
    lines_ = SplitLines(text_, options_);
    out_->text.reserve(text_.size());
    size_t previous = SIZE_MAX;  // the line that the open paragraph ends with
    for (size_t i = 0; i < lines_.size(); ++i) {
      const PhysicalLine& line = lines_[i];
      // Page furniture stands between the lines of a paragraph without ending it; it gets a line of
      // its own once the paragraph is closed.
      if (line.kind == LineKind::kPageNumber || line.kind == LineKind::kRunningHead) {
        furniture_.push_back(i);
        continue;
      }
      if (previous != SIZE_MAX && Joins(lines_[previous], line)) {
        Append(line);
      } else {
        Close();
        Open(line);
      }
      previous = i;
    }
    Close();
  }

 private:
  uint32_t First(const PhysicalLine& line) const { return CodePointAt(text_, line.begin); }
  uint32_t Last(const PhysicalLine& line) const { return CodePointAt(text_, PreviousStart(text_, line.end)); }

  // Columns of what must stay together at the start of a line: a number, or one character.
  uint32_t FirstTokenWidth(const PhysicalLine& line) const {
    uint32_t width = 0;
    uint32_t at = line.begin;
    const bool spaced_out = IsSpacedOut(line);
    while (at < line.end && (IsNumberCharacter(static_cast<unsigned char>(text_[at])) || (spaced_out && text_[at] == ' '))) ++at, ++width;
    if (width == 0) {
      width = Columns(CodePointAt(text_, at));
      at += Utf8Length(static_cast<unsigned char>(text_[at]));
    }
    while (at < line.end && CannotStartLine(CodePointAt(text_, at))) {
      width += 2;
      at += Utf8Length(static_cast<unsigned char>(text_[at]));
    }
    return width;
  }

  // 0.20万元, not an item: of what follows a point after a number only a year heads an item, 1.2024年.
  static bool StartsWithDecimal(string_view content) {
    size_t at = 0, decimals = 0;
    while (at < content.size() && IsAsciiDigit(static_cast<unsigned char>(content[at]))) ++at;
    const size_t point = content.substr(at, 1) == "." ? 1 : content.substr(at, 3) == "\xEF\xBC\x8E" ? 3 : 0;
    if (at == 0 || point == 0) return false;
    for (at += point; at < content.size() && IsAsciiDigit(static_cast<unsigned char>(content[at])); ++at) ++decimals;
    return decimals > 0 && decimals != 4;
  }

  // Justified by a space between all characters, inside numbers too: 6 4 8 . 2 6 万 元.
  // A short line is, when the line before it is.
  bool IsSpacedOut(const PhysicalLine& line, bool before = false) const {
    const uint32_t second = line.begin + Utf8Length(static_cast<unsigned char>(text_[line.begin]));
    if (line.gaps > 0 || second >= line.end || text_[second] != ' ') return false;
    uint32_t characters = 0, spaces = 0;
    for (uint32_t at = line.begin; at < line.end; at += Utf8Length(static_cast<unsigned char>(text_[at]))) {
      ++(text_[at] == ' ' ? spaces : characters);
    }
    return characters >= (before ? 2 : 8) && spaces * 10 >= (characters - 1) * 9;
  }

  // The line's text; of justified text its first characters without the spaces, kept in `buffer`.
  string_view Start(const PhysicalLine& line, std::string* buffer) const {
    const string_view content = text_.substr(line.begin, line.end - line.begin);
    if (!IsSpacedOut(line)) return content;
    *buffer = content.substr(0, 64);
    buffer->erase(std::remove(buffer->begin(), buffer->end(), ' '), buffer->end());
    return *buffer;
  }

  // "目 录": often set with a space.
  bool IsContentsTitle(string_view content) const {
    if (content.size() > 16) return false;
    std::string title(content);
    title.erase(std::remove(title.begin(), title.end(), ' '), title.end());
    const auto& titles = options_.contents_titles;
    return std::find(titles.begin(), titles.end(), title) != titles.end();
  }

  bool StartsParagraph(const PhysicalLine& line) const {
    std::string buffer;
    const string_view content = Start(line, &buffer);
    if (MatchNumbering(options_, content).style >= 0) return !StartsWithDecimal(content);
    return IsContentsTitle(content) || options_.paragraph_starts.Starts(content);
  }

  bool StartsWithYear(const PhysicalLine& line) const {
    std::string buffer;
    const string_view content = Start(line, &buffer);
    const auto digits = [&](size_t count) { return std::all_of(content.begin(), content.begin() + static_cast<std::ptrdiff_t>(count), IsAsciiDigit); };
    return content.size() > 4 && digits(4) && !IsNumberCharacter(static_cast<unsigned char>(content[4]));
  }

  // The numbering style of a line that may be a title; -1: none.
  int TitleStyle(const PhysicalLine& line) const {
    std::string buffer;
    const NumberMatch number = MatchNumbering(options_, Start(line, &buffer));
    return number.style < kTitleStyles && !line.sentence_marks ? number.style : -1;
  }

  // Whether the next token would not have fitted on `line`.
  // A line that ends in mid-sentence is given more room: justified text and dropped indents end early.
  bool IsFull(const PhysicalLine& line, const PhysicalLine& next) const {
    const uint32_t limit = std::max(line.full_width, next.full_width);
    if (limit > kWidestPage) return false;
    const int title = TitleStyle(line);
    if (title >= 0 && title < kHeadStyles && StartsWithYear(next)) return false;  // so begins what stands under a head
    const uint32_t last = Last(line);
    const bool colon = IsColon(last);  // introduces more often than it ends
    const bool strict = (EndsSentence(last) && !colon) || title >= 0 || limit < 30;
    const uint32_t slack = strict ? limit / 16 + 1 : limit / 4;
    return line.indent + line.width + FirstTokenWidth(next) + slack > limit;
  }

  bool UnitFollows(const PhysicalLine& line, const PhysicalLine& next) const {
    if (!IsAsciiDigit(Last(line))) return false;
    return options_.unit_starts.Starts(text_.substr(next.begin, next.end - next.begin));
  }

  // A sentence that promises more: “…持平。主要原因：”
  bool BreaksOff(const PhysicalLine& line) const {
    return line.sentence_marks && options_.open_ends.Ends(text_.substr(line.begin, line.end - line.begin));
  }

  // 项目支出：5.00万元, a name and its figure.
  bool StartsWithLabelledFigure(const PhysicalLine& line) const {
    constexpr int kLongestLabel = 16;  // characters
    uint32_t at = line.begin, c = 0;
    const auto next = [&] { return c = CodePointAt(text_, at), at += Utf8Length(static_cast<unsigned char>(text_[at])), c; };
    for (int i = 0; i <= kLongestLabel && at < line.end && !IsColon(next()); ++i) {
      if (IsAsciiDigit(c) || Among(c, U"\u3002\uFF0C,\uFF1B;\u3001")) return false;
    }
    return IsColon(c) && at < line.end && IsAsciiDigit(next());
  }

  // …5.00万元, …(3.20%): with nothing that says that the sentence goes on.
  bool EndsWithFigure(const PhysicalLine& line) const {
    constexpr int kLongestUnit = 4;  // characters, with a bracket
    uint32_t at = line.end;
    for (int i = 0; i <= kLongestUnit && at > line.begin; ++i) {
      const uint32_t c = CodePointAt(text_, at = PreviousStart(text_, at));
      if (IsAsciiDigit(c)) return i > 0;
      if (c != '%' && c != ')' && !IsIdeograph(c)) return false;
    }
    return false;
  }

  bool Joins(const PhysicalLine& line, const PhysicalLine& next) const {
    if (line.kind != LineKind::kProse || next.kind != LineKind::kProse) return false;
    const uint32_t last = Last(line), first = First(next);
    const bool full = IsFull(line, next);
    if (CannotStartLine(first)) return true;
    if (IsNumberCharacter(last) && IsAsciiDigit(first)) return full;
    if (StartsParagraph(next) || (EndsWithFigure(line) && StartsWithLabelledFigure(next))) return false;
    if (UnitFollows(line, next) || CannotEndLine(last) || BreaksOff(line)) return true;
    if (!full) return false;
    return next.indent <= line.indent + 1 || !EndsSentence(last);
  }

  void Open(const PhysicalLine& line) {
    open_ = {};
    open_.range.begin = static_cast<uint32_t>(out_->text.size());
    open_.kind = line.kind;
    is_open_ = true;
    spaced_out_ = false;
    Append(line);
  }

  void Append(const PhysicalLine& line) {
    if (line.kind == LineKind::kProse) AppendProse(line);
    else Copy(line.begin, line.end);
  }

  void Close() {
    if (is_open_) EndLine();
    is_open_ = false;
    for (const size_t i : furniture_) {
      open_ = {};
      open_.range.begin = static_cast<uint32_t>(out_->text.size());
      open_.kind = lines_[i].kind;
      Copy(lines_[i].begin, lines_[i].end);
      EndLine();
    }
    furniture_.clear();
  }

  void EndLine() {
    open_.range.end = static_cast<uint32_t>(out_->text.size());
    if (!open_.range.empty()) {
      out_->lines.push_back(open_);
      out_->text.push_back('\n');
    }
  }

  void Copy(uint32_t begin, uint32_t end) {
    if (begin == end) return;
    out_->to_normalized.AddRun(static_cast<uint32_t>(out_->text.size()), begin);
    out_->text.append(text_, begin, end - begin);
  }

  // Drops spaces (but between two Latin words) and quotation marks.
  void AppendProse(const PhysicalLine& line) {
    spaced_out_ = IsSpacedOut(line, spaced_out_);
    uint32_t copied = line.begin;
    for (uint32_t at = line.begin; at < line.end;) {
      const auto lead = static_cast<unsigned char>(text_[at]);
      if (lead >= 0xE4) {  // ideographs are kept
        at += Utf8Length(lead);
        continue;
      }
      uint32_t skip = 0;
      if (lead == ' ') skip = !spaced_out_ && KeepsSpace(line, at) ? 0 : 1;
      else if (lead == 0xE2 || lead == 0xE3 || lead == '"') skip = DroppedMark(at);
      if (skip > 0) {
        Copy(copied, at);
        copied = at += skip;
        continue;
      }
      at += Utf8Length(lead);
    }
    Copy(copied, line.end);
  }

  bool KeepsSpace(const PhysicalLine& line, uint32_t at) const {
    if (at == line.begin || at + 1 >= line.end) return false;
    const auto before = static_cast<unsigned char>(text_[at - 1]), after = static_cast<unsigned char>(text_[at + 1]);
    const auto word = [](unsigned char c) { return IsAsciiLetter(c) || IsAsciiDigit(c); };
    return word(before) && word(after);
  }

  uint32_t DroppedMark(uint32_t at) const {
    return static_cast<uint32_t>(options_.dropped_marks.index().LengthAt(text_, at));
  }

  string_view text_;
  const TextOptions& options_;
  Reflowed* out_;
  std::vector<PhysicalLine> lines_;
  std::vector<size_t> furniture_;
  LogicalLine open_;
  bool is_open_ = false;
  bool spaced_out_ = false;  // the last line of the open paragraph
};

}  // namespace

Reflowed Reflow(std::string_view normalized, const TextOptions& options) {
  Reflowed result;
  Reflower(normalized, options, &result).Run();
  return result;
}

}  // namespace mingzhang
