#include "extractor/base/pattern.h"

#include <algorithm>
#include <iterator>
#include <utility>

#include "extractor/base/find.h"
#include "extractor/base/utf8.h"

namespace mingzhang {
namespace {

using std::string_view;

bool HasDigit(string_view text) {
  for (size_t at = NextAscii(text, 0); at < text.size(); at = NextAscii(text, at + 1)) {
    if (IsAsciiDigit(static_cast<unsigned char>(text[at]))) return true;
  }
  return false;
}

// Reads a pattern for the words it needs. Whatever it does not know needs nothing.
class NeedReader {
 public:
  explicit NeedReader(string_view pattern) : pattern_(pattern) {}

  Needs Read() {
    Needs needs = Alternatives();
    return given_up_ || at_ < pattern_.size() ? Needs{} : needs;
  }

 private:
  bool AtEnd() const { return given_up_ || at_ >= pattern_.size(); }
  bool Next(char c) const { return at_ < pattern_.size() && pattern_[at_] == c; }
  bool Take(char c) {
    if (!Next(c)) return false;
    ++at_;
    return true;
  }

  // A|B needs one of what A and B need.
  Needs Alternatives() {
    Needs all = Sequence();
    bool known = !all.words.empty();
    while (Take('|')) {
      Needs next = Sequence();
      known &= !next.words.empty();
      all.exact &= next.exact;
      all.digit &= next.digit;
      std::move(next.words.begin(), next.words.end(), std::back_inserter(all.words));
      all.more.clear();
    }
    if (!known) all.words.clear();
    all.exact &= known;
    return all;
  }

  // AB needs what A needs, and what B needs: first of all the better of the two.
  Needs Sequence() {
    Needs best;
    std::string run;  // literals in a row
    size_t parts = 0;
    bool digit = false;
    while (!AtEnd() && !Next('|') && !Next(')')) {
      Needs part = Part();
      const Times times = Repetition();
      part.exact &= times.once;
      if (part.exact && part.words.size() == 1) {
        parts += run.empty() ? 1 : 0;
        run += part.words.front();
        continue;
      }
      ++parts;
      digit |= part.digit && times.least > 0;
      Offer(Literal(std::exchange(run, "")), &best);
      if (times.least > 0) Offer(std::move(part), &best);
    }
    Offer(Literal(run), &best);
    best.exact &= parts == 1;
    best.digit = digit;
    return best;
  }

  static Needs Literal(std::string text) { return {{std::move(text)}, {}, true, false}; }

  static size_t Shortest(const Needs& needs) {
    size_t shortest = SIZE_MAX;
    for (const std::string& word : needs.words) shortest = std::min(shortest, word.size());
    return needs.words.empty() ? 0 : shortest;
  }

  // Long words are rarer than short ones; of equals fewer are better.
  static void Offer(Needs offered, Needs* best) {
    const size_t length = Shortest(offered), known = Shortest(*best);
    if (length > known || (length == known && offered.words.size() < best->words.size())) std::swap(offered, *best);
    if (Shortest(offered) > 0) best->more.push_back(std::move(offered.words));
    std::move(offered.more.begin(), offered.more.end(), std::back_inserter(best->more));
  }

  Needs Part() {
    switch (pattern_[at_]) {
      case '(': return Group();
      case '[': SkipClass(); return {};
      case '\\': return Escaped();
      case '.':
      case '^':
      case '$': ++at_; return {};
      default: return Character();
    }
  }

  Needs Character() {
    const size_t length = std::min<size_t>(Utf8Length(static_cast<unsigned char>(pattern_[at_])), pattern_.size() - at_);
    at_ += length;
    return Literal(std::string(pattern_.substr(at_ - length, length)));
  }

  Needs Group() {
    ++at_;
    if (Take('?')) {
      if (Take('P')) at_ = std::min(pattern_.find('>', at_), pattern_.size() - 1) + 1;
      else if (!Take(':')) given_up_ = true;  // flags change what follows
    }
    Needs inner = given_up_ ? Needs{} : Alternatives();
    if (!Take(')')) given_up_ = true;
    return inner;
  }

  void SkipClass() {
    ++at_;
    Take('^');
    Take(']');  // the first one is a member
    while (at_ < pattern_.size() && !Take(']')) {
      if (pattern_.substr(at_).starts_with("[:")) at_ = std::min(pattern_.find(":]", at_), pattern_.size() - 2) + 2;
      else if (Take('\\')) ++at_;
      else ++at_;
    }
  }

  // \( is a bracket; \d, \p{Han} or \x{3000} are any character.
  Needs Escaped() {
    ++at_;
    if (AtEnd()) return {};
    const auto c = static_cast<unsigned char>(pattern_[at_]);
    if (!IsAsciiLetter(c) && !IsAsciiDigit(c)) return Character();
    ++at_;
    const bool named = c == 'p' || c == 'P';
    if ((named || c == 'x') && Next('{')) at_ = std::min(pattern_.find('}', at_), pattern_.size() - 1) + 1;
    else if (named) ++at_;
    else given_up_ |= c == 'x' || c == 'Q' || c == 'E' || IsAsciiDigit(c);
    return {{}, {}, false, c == 'd'};
  }

  struct Times {
    int least;
    bool once;
  };
  Times Repetition() {
    Times times{1, true};
    if (Take('*') || Take('?')) times = {0, false};
    else if (Take('+')) times = {1, false};
    else if (Next('{')) times = Counted();
    if (!times.once) Take('?');  // as few as possible
    return times;
  }

  // {2}, {2,} or {0,4}; a brace of another kind is a literal to RE2.
  Times Counted() {
    const size_t end = pattern_.find('}', at_);
    const string_view counts = pattern_.substr(at_ + 1, end == string_view::npos ? 0 : end - at_ - 1);
    if (counts.empty() || counts.find_first_not_of("0123456789,") != string_view::npos) {
      given_up_ = true;
      return {0, false};
    }
    at_ = end + 1;
    return {counts.front() >= '1' ? 1 : 0, false};
  }

  string_view pattern_;
  size_t at_ = 0;
  bool given_up_ = false;
};

}  // namespace

Needs NeedsOf(std::string_view pattern) { return NeedReader(pattern).Read(); }

Pattern::Pattern(const std::string& text, const RE2::Options& options) {
  auto compiled = std::make_shared<Compiled>(text, options);
  Needs needs = NeedsOf(text);
  compiled->needed = WordSet(std::move(needs.words));
  compiled->more = std::move(needs.more);
  compiled->exact = needs.exact;
  compiled->needs_digit = needs.digit;
  compiled_ = std::move(compiled);
}

const RE2& Pattern::Compiled::Regex() const {
  std::call_once(once_, [this] { regex_ = std::make_unique<const RE2>(text, options_); });
  return *regex_;
}

bool Pattern::MayMatch(std::string_view text) const {
  if (!compiled_ || (compiled_->needs_digit && !HasDigit(text))) return false;
  return compiled_->needed.index().empty() || compiled_->needed.OccursIn(text);
}

bool Pattern::MayMatch(const PairSet& pairs) const {
  if (!compiled_) return false;
  const auto may_occur = [&](const std::vector<std::string>& words) { return words.empty() || pairs.MayHoldAny(words); };
  const auto& more = compiled_->more;
  return may_occur(compiled_->needed.words()) && std::all_of(more.begin(), more.end(), may_occur);
}

bool Pattern::Matches(std::string_view text) const {
  if (!MayMatch(text)) return false;
  return compiled_->exact || RE2::PartialMatch(re2::StringPiece(text.data(), text.size()), regex());
}

// Where it matches is found without groups first: of a long text RE2 finds that much sooner. The groups of the
// match that was preferred are those of the match of just its text.
bool Pattern::Find(std::string_view text, size_t from, std::span<re2::StringPiece> groups) const {
  const re2::StringPiece piece(text.data(), text.size());
  if (!compiled_ || from > text.size() || !regex().Match(piece, from, text.size(), RE2::UNANCHORED, groups.data(), 1)) return false;
  const int count = std::min<int>(static_cast<int>(groups.size()), 1 + regex().NumberOfCapturingGroups());
  if (count == 1) return true;
  const auto begin = static_cast<size_t>(groups[0].data() - text.data());
  return regex().Match(piece, begin, begin + groups[0].size(), RE2::ANCHOR_BOTH, groups.data(), count);
}

bool Pattern::Matches(std::string_view text, const PairSet& pairs) const {
  if (!MayMatch(pairs)) return false;
  const std::vector<std::string>& needed = compiled_->needed.words();
  if (needed.empty()) return Matches(text);
  const auto occurs = [&](const std::string& word) { return pairs.MayHold(word) && FindWord(text, word) != std::string_view::npos; };
  if (std::none_of(needed.begin(), needed.end(), occurs)) return false;
  return compiled_->exact || RE2::PartialMatch(re2::StringPiece(text.data(), text.size()), regex());
}

}  // namespace mingzhang
