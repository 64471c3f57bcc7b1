// Tells whose accounts the figures of a government's report are of: 全县, 县本级 or 乡镇.
//
// One name has a value for each of them (全县一般公共预算收入12亿元，其中县本级8亿元). The word before a
// figure tells it; it holds for what follows, in a list until its sentence ends, in brackets until they
// close; else the heading tells it, else the only scope of the section, else the only one of the text.
#pragma once

#include <string_view>
#include <vector>

#include "extractor/model/model.h"
#include "extractor/facts/tokens.h"
#include "extractor/grammar/document_words.h"
#include "extractor/text/document_text.h"

namespace mingzhang {

class ScopeReader {
 public:
  // Reads nothing unless `out` is about a government whose level the text tells. All must outlive this object.
  ScopeReader(const std::vector<LevelWords>& levels, const DocumentText& text, Extraction* out);

  // Lines and headings come in document order. Before the facts of one are read: finds the words in it, and makes
  // those that are no part of another word tokens that say nothing: 县本级完成8亿元 is of what was spoken of.
  void FindNames(Range line, std::vector<Token>* tokens);
  // After they were read.
  void ReadHeading(const std::vector<Token>& tokens, Index section, Index parent);
  void ReadLine(const std::vector<Token>& tokens);
  // Gives the only scope of the text to the figures that have none, and parts comparisons across scopes.
  void Finish();

 private:
  // A word that names a scope.
  struct Named {
    Range range;
    FiscalScope scope;
  };
  // From `position` on, figures are of `scope`, shares of `whole`.
  struct Change {
    uint32_t position;
    FiscalScope scope, whole;
  };
  // The only scope named so far, if it is one.
  class Only {
   public:
    void Add(FiscalScope scope);
    // 收入76亿元，其中县本级26亿元: the level of a part is not that of the text.
    void AddOfPart(FiscalScope scope);
    FiscalScope scope() const { return several_ || (of_parts_ != FiscalScope::kNone && of_parts_ != scope_) ? FiscalScope::kNone : scope_; }

   private:
    FiscalScope scope_ = FiscalScope::kNone;
    FiscalScope of_parts_ = FiscalScope::kNone;
    bool several_ = false;
  };
  struct LineState;

  void AddNames(const WordSet& words, FiscalScope scope, Range line);
  static bool IsOfFigures(const Named& name, const std::vector<Token>& tokens);
  void MakeTokens(std::vector<Token>* tokens);
  void FindChanges(const std::vector<Token>& tokens, FiscalScope begin);
  void OnMark(Mark mark, LineState* state);
  void SetScopes();

  const std::string_view text_;
  Extraction* const out_;
  const LevelWords* level_ = nullptr;
  std::vector<Named> names_;               // of the line at hand, in order
  std::vector<Change> changes_;            // likewise
  std::vector<FiscalScope> headings_;      // by section: what its heading or one above it names
  FiscalScope heading_ = FiscalScope::kNone;
  Only section_, document_;
  size_t next_fact_ = 0;
};

}  // namespace mingzhang
