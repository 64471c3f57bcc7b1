#include "extractor/text/outline.h"

#include <algorithm>
#include <unordered_map>

#include "extractor/base/utf8.h"

namespace mingzhang {
namespace {

using std::string_view;

constexpr size_t kLongestTitle = 50 * 3;  // bytes of fifty ideographs
constexpr size_t kLongestRunIn = 24 * 3;

// Longer names first; of two as long the one declared first.
bool IsBefore(const WordIndex& names, int a, int b) {
  const size_t left = names.word(a).size(), right = names.word(b).size();
  return left != right ? left > right : a < b;
}

// The role whose longest name occurs in `title`.
const SectionRole* RoleOf(string_view title, const OutlineOptions& outline) {
  const WordIndex& names = outline.names.index();
  int best = WordIndex::kNone;
  for (auto found = names.Next(title, 0); found.index != WordIndex::kNone;
       found = names.Next(title, found.begin + Utf8Length(static_cast<unsigned char>(title[found.begin])))) {
    if (best == WordIndex::kNone || IsBefore(names, found.index, best)) best = found.index;
  }
  return best == WordIndex::kNone ? nullptr : &outline.roles[outline.role_of[best]];
}

bool HasClauseMark(string_view text) {
  return text.find("，") != string_view::npos || text.find("；") != string_view::npos || text.find(',') != string_view::npos ||
         text.find("。") != string_view::npos;
}

// A figure with decimals or a percent sign is content, not a title. Years and small numbers are not.
bool HasFigure(string_view text) {
  return text.find('%') != string_view::npos || text.find('.') != string_view::npos;
}

class Outliner {
 public:
  Outliner(DocumentText* text, const TextOptions& options, const OutlineOptions& outline)
      : text_(text), options_(options), outline_(outline) {}

  std::vector<Heading> Run() {
    MarkContents();
    for (size_t i = 0; i < text_->lines.size(); ++i) {
      LogicalLine& line = text_->lines[i];
      if (line.kind != LineKind::kProse) continue;
      if (!TryNumbered(i)) TryNamed(i);
    }
    Nest();
    SetBodies();
    return std::move(headings_);
  }

 private:
  string_view LineText(size_t i) const { return text_->Logical(text_->lines[i].range); }

  // After a contents title: the lines until the first of them comes again, or until prose begins.
  void MarkContents() {
    for (size_t i = 0; i < text_->lines.size() && i < 60; ++i) {
      const string_view title = LineText(i);
      if (std::find(options_.contents_titles.begin(), options_.contents_titles.end(), title) == options_.contents_titles.end()) continue;
      const size_t end = EndOfContents(i + 1);
      for (size_t k = i; k < end; ++k) text_->lines[k].kind = LineKind::kContents;
      return;
    }
  }

  static string_view WithoutPageNumber(string_view title) {
    while (!title.empty() && (IsAsciiDigit(static_cast<unsigned char>(title.back())) || title.back() == ' ')) title.remove_suffix(1);
    return title;
  }

  size_t EndOfContents(size_t first) const {
    if (first >= text_->lines.size()) return first;
    const string_view start = WithoutPageNumber(LineText(first));
    for (size_t i = first + 1; i < text_->lines.size(); ++i) {
      const string_view line = LineText(i);
      if (WithoutPageNumber(line) == start) return i;
      if (line.find("。") != string_view::npos || line.size() > kLongestTitle) {
        return StartOfBody(first, i);
      }
    }
    return first;
  }

  // The body began without repeating the first entry. What leads up to its first sentence is prose as well,
  // and the line before is its heading: a numbered one, or one without a number after numbered entries.
  size_t StartOfBody(size_t first, size_t sentence) const {
    size_t start = sentence;
    while (start > first + 1 && HasClauseMark(LineText(start - 1))) --start;
    if (start <= first + 1) return std::max(first, start);
    const bool numbered = MatchNumbering(options_, LineText(start - 1)).style >= 0;
    const bool after_numbered = MatchNumbering(options_, LineText(start - 2)).style >= 0;
    return numbered || after_numbered ? start - 1 : start;
  }

  bool TryNumbered(size_t i) {
    const Range range = text_->lines[i].range;
    const string_view line = LineText(i);
    const NumberMatch number = MatchNumbering(options_, line);
    if (number.style < 0 || !options_.numbering[static_cast<size_t>(number.style)].heading) return false;
    string_view title = line.substr(number.length);
    const bool outer = number.style <= 1;  // parts and 一、 head even a long line when its start is a known title
    const size_t stop = title.find("。");
    bool run_in = false;
    if (stop != string_view::npos) {
      run_in = stop + 3 < title.size();
      title = title.substr(0, stop);
    }
    if ((title.empty() && number.style != 0) || Denies(title)) return false;
    if (title.size() > (run_in ? kLongestRunIn : kLongestTitle) || HasClauseMark(title) || HasFigure(title)) return false;
    if (title.find("：") != string_view::npos && title.find("：") + 3 < title.size()) return false;
    const SectionRole* role = RoleOf(title, outline_);
    if (run_in && !role) return false;
    if (stop != string_view::npos && !EndsAsTitle(title, role)) return false;  // a sentence with a number
    if (!outer && !role && number.style >= 3) return false;  // 1. an item of a list
    Add(i, {range.begin, range.begin + number.length + static_cast<uint32_t>(title.size())}, number, role);
    return true;
  }

  // （四）本部门无政府性基金预算。
  bool Denies(string_view title) const { return outline_.denials.OccursIn(title); }

  static bool EndsWith(string_view text, const std::string& end) {
    return text.size() >= end.size() && text.substr(text.size() - end.size()) == end;
  }
  bool EndsAsTitle(string_view title, const SectionRole* role) const {
    const auto ends = [&](const std::string& end) { return EndsWith(title, end); };
    return outline_.title_endings.Ends(title) ||
           (role && std::any_of(role->names.begin(), role->names.end(), ends));
  }

  // An unnumbered heading stands alone on a short line and ends with the name of a role.
  void TryNamed(size_t i) {
    const string_view line = LineText(i);
    if (line.size() > kLongestTitle || HasClauseMark(line) || HasFigure(line)) return;
    if (line.find("：") != string_view::npos || line.find(':') != string_view::npos || line.find("《") != string_view::npos) return;
    const SectionRole* role = RoleOf(line, outline_);
    if (!role || Denies(line)) return;
    const bool ends = std::any_of(role->names.begin(), role->names.end(), [&](const std::string& name) {
      return line.size() >= name.size() && line.substr(line.size() - name.size()) == name;
    });
    if (ends || line.size() <= 40) Add(i, text_->lines[i].range, {}, role);
  }

  void Add(size_t line, Range range, NumberMatch number, const SectionRole* role) {
    Heading heading;
    heading.range = range;
    heading.title = {range.begin + number.length, range.end};
    heading.line = static_cast<int>(line);
    heading.style = number.style;
    heading.value = number.value;
    heading.role = role;
    headings_.push_back(heading);
  }

  // A style seen before among the open sections closes down to it; a new style nests deeper.
  void Nest() {
    std::vector<int> open;
    for (size_t i = 0; i < headings_.size(); ++i) {
      Heading& heading = headings_[i];
      const int rank = Rank(heading);
      while (!open.empty() && Rank(headings_[static_cast<size_t>(open.back())]) >= rank) open.pop_back();
      heading.parent = open.empty() ? -1 : open.back();
      heading.level = static_cast<int>(open.size());
      if (heading.parent >= 0) headings_[static_cast<size_t>(heading.parent)].has_children = true;
      open.push_back(static_cast<int>(i));
    }
  }

  // Unnumbered headings stand between parts and 一、.
  static int Rank(const Heading& heading) { return heading.style < 0 ? 1 : heading.style == 0 ? 0 : heading.style + 1; }

  void SetBodies() {
    for (size_t i = 0; i < headings_.size(); ++i) {
      const auto end = i + 1 < headings_.size() ? headings_[i + 1].range.begin : static_cast<uint32_t>(text_->logical.size());
      Heading& heading = headings_[i];
      heading.body = {std::min(heading.range.end, end), end};
      heading.has_body = HasText(text_->Logical(heading.body));
    }
  }

  static bool HasText(string_view body) {
    size_t characters = 0;
    for (size_t at = 0; at < body.size() && characters < 2; at += Utf8Length(static_cast<unsigned char>(body[at]))) {
      const uint32_t c = CodePointAt(body, at);
      characters += IsIdeograph(c) || IsAsciiDigit(c);
    }
    return characters >= 2;
  }

  DocumentText* text_;
  const TextOptions& options_;
  const OutlineOptions& outline_;
  std::vector<Heading> headings_;
};

}  // namespace

std::vector<Heading> Outline(DocumentText* text, const TextOptions& options, const OutlineOptions& outline) {
  return Outliner(text, options, outline).Run();
}

}  // namespace mingzhang
