#include "extractor/text/html.h"

#include <algorithm>
#include <array>
#include <iterator>

#include "extractor/base/utf8.h"

namespace mingzhang {
namespace {

using std::string_view;

constexpr string_view kBlocks[] = {"p",  "div", "br", "tr", "li", "ul", "ol", "table", "tbody", "thead", "h1",     "h2",
                                   "h3", "h4",  "h5", "h6", "section", "article", "header", "footer", "title", "hr", "pre", "dd", "dt"};
constexpr string_view kSilent[] = {"script", "style", "noscript", "template", "svg"};

struct Entity {
  string_view name;
  uint32_t character;
};
constexpr Entity kEntities[] = {{"nbsp", ' '},      {"lt", '<'},        {"gt", '>'},        {"amp", '&'},       {"quot", '"'},
                                {"apos", '\''},     {"ldquo", 0x201C},  {"rdquo", 0x201D},  {"lsquo", 0x2018},  {"rsquo", 0x2019},
                                {"ensp", ' '},      {"emsp", ' '},      {"thinsp", ' '},    {"middot", 0xB7},   {"hellip", 0x2026},
                                {"mdash", 0x2014},  {"ndash", 0x2013},  {"yen", 0xA5},      {"permil", 0x2030}, {"times", 0xD7},
                                {"laquo", 0xAB},    {"raquo", 0xBB},    {"bull", 0x2022},   {"deg", 0xB0},      {"ge", 0x2265},
                                {"le", 0x2264},     {"minus", 0x2212}};

std::string Lower(string_view text) {
  std::string lower(text);
  std::transform(lower.begin(), lower.end(), lower.begin(), [](unsigned char c) { return c >= 'A' && c <= 'Z' ? static_cast<char>(c + 32) : static_cast<char>(c); });
  return lower;
}

template <size_t N>
bool Among(string_view name, const string_view (&names)[N]) {
  return std::find(std::begin(names), std::end(names), name) != std::end(names);
}

class Stripper {
 public:
  Stripper(string_view source, HtmlText* out) : source_(source), out_(out) {}

  void Run() {
    out_->text.reserve(source_.size());
    for (size_t at = 0; at < source_.size();) {
      const char c = source_[at];
      if (c == '<' && at + 1 < source_.size() && StartsMarkup(source_[at + 1])) at = Markup(at);
      else if (c == '&') at = Reference(at);
      else if (c == '\n' || c == '\r' || c == '\t') Put(' ', at++);
      else at = Text(at);
    }
  }

 private:
  static bool StartsMarkup(char c) { return c == '/' || c == '!' || c == '?' || IsAsciiLetter(static_cast<unsigned char>(c)); }

  size_t Text(size_t at) {
    const size_t end = std::min(source_.find_first_of("<&\n\r\t", at + 1), source_.size());
    out_->to_decoded.AddRun(static_cast<uint32_t>(out_->text.size()), static_cast<uint32_t>(at));
    out_->text.append(source_, at, end - at);
    return end;
  }

  void Put(uint32_t character, size_t at) {
    out_->to_decoded.AddRun(static_cast<uint32_t>(out_->text.size()), static_cast<uint32_t>(at));
    AppendUtf8(character, &out_->text);
  }

  // Returns the offset after the tag or comment at `at`.
  size_t Markup(size_t at) {
    if (source_.compare(at, 4, "<!--") == 0) {
      const size_t end = source_.find("-->", at + 4);
      return end == string_view::npos ? source_.size() : end + 3;
    }
    const size_t close = source_.find('>', at);
    if (close == string_view::npos) return source_.size();
    const bool ending = source_[at + 1] == '/';
    size_t name_end = at + 1 + ending;
    while (name_end < close && (IsAsciiLetter(static_cast<unsigned char>(source_[name_end])) || IsAsciiDigit(static_cast<unsigned char>(source_[name_end])))) ++name_end;
    const std::string name = Lower(source_.substr(at + 1 + ending, name_end - at - 1 - ending));
    if (!ending && Among(name, kSilent)) return SkipElement(name, close + 1);
    if (name == "tr") first_cell_ = true;
    if (!ending && (name == "td" || name == "th")) {
      if (!first_cell_) Put('|', at);
      first_cell_ = false;
    } else if (Among(name, kBlocks)) {
      Put('\n', at);
    }
    return close + 1;
  }

  size_t SkipElement(const std::string& name, size_t from) {
    for (size_t at = source_.find("</", from); at != string_view::npos; at = source_.find("</", at + 2)) {
      if (Lower(source_.substr(at + 2, name.size())) != name) continue;
      const size_t close = source_.find('>', at);
      return close == string_view::npos ? source_.size() : close + 1;
    }
    return source_.size();
  }

  // &nbsp; &#160; &#xA0;
  size_t Reference(size_t at) {
    const size_t end = source_.substr(at, 12).find(';');
    if (end == string_view::npos) {
      Put('&', at);
      return at + 1;
    }
    const string_view name = source_.substr(at + 1, end - 1);
    uint32_t character = 0;
    if (name.size() > 1 && name[0] == '#') character = Numeric(name.substr(1));
    for (const Entity& entity : kEntities) {
      if (entity.name == name) character = entity.character;
    }
    if (character == 0) {
      Put('&', at);
      return at + 1;
    }
    Put(character, at);
    out_->to_decoded.AddRun(static_cast<uint32_t>(out_->text.size()), static_cast<uint32_t>(at + end + 1));
    return at + end + 1;
  }

  static uint32_t Numeric(string_view digits) {
    const bool hexadecimal = !digits.empty() && (digits[0] | 0x20) == 'x';
    uint32_t value = 0;
    for (const char c : digits.substr(hexadecimal)) {
      const int digit = c >= '0' && c <= '9' ? c - '0' : hexadecimal && (c | 0x20) >= 'a' && (c | 0x20) <= 'f' ? (c | 0x20) - 'a' + 10 : -1;
      if (digit < 0 || value > 0x10FFFF) return 0;
      value = value * (hexadecimal ? 16 : 10) + static_cast<uint32_t>(digit);
    }
    const bool surrogate = value >= 0xD800 && value < 0xE000;
    return value == 0xA0 ? ' ' : value > 0x10FFFF || surrogate ? 0 : value;
  }

  string_view source_;
  HtmlText* out_;
  bool first_cell_ = true;
};

}  // namespace

bool LooksLikeHtml(std::string_view decoded) {
  constexpr size_t kHead = 1024;  // bytes
  const size_t start = decoded.substr(0, kHead).find_first_not_of(" \t\r\n");
  if (start == string_view::npos || decoded[start] != '<') return false;
  const std::string head = Lower(decoded.substr(0, kHead));
  static constexpr string_view kSigns[] = {"<!doctype html", "<html", "<head", "<body", "<div", "<p>", "<p ", "<table", "<meta"};
  return std::any_of(std::begin(kSigns), std::end(kSigns), [&](string_view sign) { return head.find(sign) != std::string::npos; });
}

HtmlText StripHtml(std::string_view decoded) {
  HtmlText result;
  Stripper(decoded, &result).Run();
  return result;
}

}  // namespace mingzhang
