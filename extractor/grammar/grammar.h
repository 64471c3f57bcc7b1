// A loaded grammar: every name resolved to an index, every pattern ready to run.
//
// Read once at start, from the files embedded in the program or from a folder; immutable afterwards
// and shared by all threads.
#pragma once

#include <memory>
#include <string>
#include <string_view>
#include <vector>

#include "extractor/base/result.h"
#include "extractor/model/model.h"
#include "extractor/model/quantity.h"
#include "extractor/grammar/clause.h"
#include "extractor/grammar/document_words.h"
#include "extractor/grammar/lexicon.h"
#include "extractor/grammar/rules.h"
#include "extractor/grammar/grammar_file.h"
#include "extractor/grammar/units.h"
#include "extractor/grammar/vocabulary.h"
#include "extractor/text/outline.h"
#include "extractor/text/text_options.h"

namespace mingzhang {

class Grammar {
 public:
  // The grammar compiled into the program. Ends the program if it is broken: the build tests it.
  static const Grammar& Embedded();
  // Reads every *.toml under `folder`, recursively, in name order.
  static Result<std::unique_ptr<Grammar>> FromFolder(const std::string& folder);
  static Result<std::unique_ptr<Grammar>> FromFiles(std::vector<GrammarFile> files);

  const std::vector<GrammarFile>& files() const { return files_; }
  const TextOptions& text() const { return text_; }
  const OutlineOptions& outline() const { return outline_; }
  const DocumentWords& document() const { return document_; }
  const std::vector<Concept>& concepts() const { return vocabulary_.concepts; }
  const Concept& ConceptOf(ConceptId concept_id) const { return concepts()[static_cast<size_t>(concept_id)]; }
  ConceptId FindConcept(std::string_view id) const { return vocabulary_.Find(id); }  // kNoConcept when unknown
  ConceptId functional_concept() const { return vocabulary_.functional; }
  // True also when both are the same.
  bool IsDescendant(ConceptId child, ConceptId ancestor) const;
  const Lexicon& lexicon() const { return lexicon_; }
  const std::vector<Clause>& clauses() const { return clauses_; }
  const Units& units() const { return unit_grammar_.units; }
  const UnitGrammar& unit_grammar() const { return unit_grammar_; }
  const std::vector<RuleSpec>& rules() const { return rules_; }
  const std::string& sha256() const { return sha256_; }  // of names and texts of the files loaded

 private:
  Status Load();

  std::vector<GrammarFile> files_;
  TextOptions text_;
  OutlineOptions outline_;
  DocumentWords document_;
  Vocabulary vocabulary_;
  Lexicon lexicon_;
  std::vector<Clause> clauses_;
  UnitGrammar unit_grammar_;
  std::vector<RuleSpec> rules_;
  std::string sha256_;
};

}  // namespace mingzhang
