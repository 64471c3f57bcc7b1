#include "extractor/grammar/word_template.h"

#include <algorithm>
#include <iterator>
#include <unordered_set>
#include <utility>

namespace mingzhang {
namespace {

using std::string_view;
using Words = std::vector<std::string>;

class TemplateReader {
 public:
  explicit TemplateReader(string_view pattern) : pattern_(pattern) {}

  Result<Words> Read() {
    Words words = Alternatives();
    if (too_many_) return Error{"a template of too many words, or too deep", "", 0, 0, "write it as several"};
    if (unpaired_ || at_ < pattern_.size()) return Error{"a bracket or brace without its partner", "", 0, 0, "[x] may be missing, {a|b} is one of the two"};
    if (std::find(words.begin(), words.end(), "") != words.end()) return Error{"a template that may be empty", "", 0, 0, "some part must always be there"};
    std::unordered_set<std::string_view> seen;
    Words distinct;
    distinct.reserve(words.size());  // what has been seen stays where it is
    for (std::string& word : words) {
      if (seen.insert(word).second) distinct.push_back(word);
    }
    return distinct;
  }

 private:
  static constexpr int kDeepest = 8;

  bool Next(char c) const { return at_ < pattern_.size() && pattern_[at_] == c; }
  bool Take(char c) {
    if (!Next(c)) return false;
    ++at_;
    return true;
  }

  Words Alternatives() {
    Words words = Sequence();
    while (depth_ > 0 && Take('|')) {
      Words more = Sequence();
      std::move(more.begin(), more.end(), std::back_inserter(words));
      too_many_ |= words.size() > kMostWords;
    }
    return words;
  }

  Words Sequence() {
    Words words = {""};
    while (at_ < pattern_.size() && !Next(']') && !Next('}') && !(depth_ > 0 && Next('|'))) {
      if (Take('[')) {
        Words part = Group(']');
        part.emplace_back();
        words = Product(words, part);
      } else if (Take('{')) {
        words = Product(words, Group('}'));
      } else {
        const size_t end = std::min(pattern_.find_first_of(depth_ > 0 ? "[]{}|" : "[]{}", at_), pattern_.size());
        for (std::string& word : words) word.append(pattern_, at_, end - at_);
        at_ = end;
      }
    }
    return words;
  }

  Words Group(char close) {
    too_many_ |= ++depth_ > kDeepest;
    Words words = too_many_ ? Words{""} : Alternatives();
    --depth_;
    unpaired_ |= !Take(close);
    if (unpaired_ || too_many_) at_ = pattern_.size();
    return words;
  }

  Words Product(const Words& left, const Words& right) {
    too_many_ |= left.size() * right.size() > kMostWords;
    if (too_many_) return left;
    Words words;
    words.reserve(left.size() * right.size());
    for (const std::string& a : left) {
      for (const std::string& b : right) words.push_back(a + b);
    }
    return words;
  }

  const string_view pattern_;
  size_t at_ = 0;
  int depth_ = 0;
  bool unpaired_ = false, too_many_ = false;
};

}  // namespace

bool IsTemplate(string_view text) { return text.find_first_of("[]{}") != string_view::npos; }

Result<Words> ExpandWords(string_view pattern) {
  if (!IsTemplate(pattern)) return Words{std::string(pattern)};
  return TemplateReader(pattern).Read();
}

}  // namespace mingzhang
