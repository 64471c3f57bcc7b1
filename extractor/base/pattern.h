// A compiled pattern that first looks for the words without which it cannot match.
#pragma once

#include <memory>
#include <mutex>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include <re2/re2.h>

#include "extractor/base/pair_set.h"
#include "extractor/base/word_index.h"

namespace mingzhang {

// What can be said of every match of a pattern.
struct Needs {
  std::vector<std::string> words;  // one of them stands in every match; none: nothing is known
  std::vector<std::vector<std::string>> more;  // likewise one of each of these
  bool exact = false;              // each of the words by itself is a match, and nothing else is
  bool digit = false;              // an ASCII digit stands in every match
};
// `pattern` is in RE2's syntax and known to be valid. Errs on the side of knowing nothing.
Needs NeedsOf(std::string_view pattern);

// A pattern may be empty: then it matches nothing. It is compiled where it is first needed, which most patterns of a grammar are
// not for most texts; copies share what was compiled. Safe to use from several threads.
class Pattern {
 public:
  Pattern() = default;
  // In RE2's syntax. When it is not valid, ok() is false and regex().error() says why.
  Pattern(const std::string& text, const RE2::Options& options);

  explicit operator bool() const { return compiled_ != nullptr; }
  bool ok() const { return compiled_ && regex().ok(); }
  const std::string& text() const { return compiled_->text; }
  const RE2& regex() const { return compiled_->Regex(); }
  const RE2& operator*() const { return regex(); }

  // Whether it matches somewhere in `text`. Looking for words costs a fraction of what an automaton does, and
  // most texts hold none of them. `pairs` are those of `text`.
  bool Matches(std::string_view text) const;
  bool Matches(std::string_view text, const PairSet& pairs) const;
  // The first match at or after `from`: the whole of it, then its groups; a group that took no part is null.
  // False when there is none.
  bool Find(std::string_view text, size_t from, std::span<re2::StringPiece> groups) const;
  // False only when it matches nowhere in `text`; or nowhere in a text that has these pairs, nor in a part of it.
  bool MayMatch(std::string_view text) const;
  bool MayMatch(const PairSet& pairs) const;

 private:
  class Compiled {
   public:
    Compiled(std::string pattern, const RE2::Options& options) : text(std::move(pattern)), options_(options) {}
    const RE2& Regex() const;

    const std::string text;
    WordSet needed;
    std::vector<std::vector<std::string>> more;
    bool exact = false, needs_digit = false;

   private:
    const RE2::Options options_;
    mutable std::once_flag once_;
    mutable std::unique_ptr<const RE2> regex_;
  };
  std::shared_ptr<const Compiled> compiled_;
};

}  // namespace mingzhang
