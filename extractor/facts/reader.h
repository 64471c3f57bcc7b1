// Reads clauses: turns words and figures into facts, comparisons and lists.
//
// One pass over the tokens of the narrative lines. A figure is read by the clause pattern that its
// left context fits (grammars/clauses.toml); what it is about is the concept named in its clause,
// else the one spoken of before; when it is of, and at which stage, comes from the nearest words,
// else from the sentence, the list, the section, the document, in this order.
#pragma once

#include <optional>
#include <string_view>
#include <vector>

#include "extractor/model/model.h"
#include "extractor/facts/reading.h"

namespace mingzhang {

// What became of one quantity; the coverage is counted from these.
struct Claim {
  const Quantity* quantity = nullptr;
  NumeralClass numeral_class = NumeralClass::kUnexplained;
};

class Reader : private Reading {
 public:
  // All must outlive this object.
  Reader(const Grammar& grammar, const DocumentFacts& document, std::string_view text, Extraction* out, std::vector<Claim>* claims)
      : Reading(grammar, document, text, out), claims_(claims) {}

  // Lines come in document order. A heading sets what the lines under it are about.
  void ReadHeading(const std::vector<Token>& tokens, Index section, Index parent, const SectionRole* role);
  void ReadLine(const std::vector<Token>& tokens, Range line, Index section);

 private:
  // Headings and lines (reader.cc).
  void ReadNames(const std::vector<Token>& tokens);
  void InheritContext(Index parent);
  void ReadDenial(const std::vector<Token>& tokens);
  void BeginLine(Range line);
  void ReadToken(const Token& token, const Token* next);
  void EndClause(uint32_t end);
  void SpeakOfNamed(uint32_t end);
  void EndSentence();
  void GiveReason();
  void EndLine();

  // Quantities (reader_figures.cc).
  void OnQuantity(const Token& token, const Token* next);
  void OnNumeral(const Token& token, const Token* next);
  void OnMeasure(const Quantity& quantity);
  void OnYear(const Quantity& quantity, const Token* next);
  void OnFigure(const Token& token, const Token* next);
  void OnSign(const Quantity& quantity);
  bool IsSetAside(const Quantity& quantity);
  bool IsOfNothingKnown(const Quantity& quantity, const Token* next);
  bool FitClause(const Quantity& quantity, const Token* next);
  void LeaveUnread(const Quantity& quantity);
  void UseUp(uint32_t end);
  void ClaimNumeral(const Quantity& quantity);
  void ClaimLast(NumeralClass numeral_class) { claims_->back().numeral_class = numeral_class; }

  // Marks (reader_marks.cc).
  void OnMark(const Token& token, const Token* next);
  void OnListComma(const Token& token);
  bool GoesOnInTurn(const Token& comma, const Token* next);
  void OnComma(uint32_t begin);
  void OnColon(const Token& token, const Token* next);
  void OpenBracket(uint32_t begin);
  void CloseBracket();
  void NameWholeInBracket();

  // Words (reader_words.cc).
  void OnWord(const Token& token, const Token* next);
  void OnFunctional(const Token& token, const Token* next);
  void OnCompare(const Token& token, const Token* next);
  void OnComparedAgain();
  void OnDirection(const Token& token, const Token* next);
  void AddToBudget();
  void OnFlat(const Token& token, const Token* next);
  void EmitFlat(const Subject& subject, const Token& flat, int16_t rule);
  void OnReason(const Token& token);
  void OnItem(const Token& token);
  void OnStage(const Token& token, const Token* next);
  bool TellsOtherSide(const Token& token);
  void TellStage(const Token& token, const Token* next, Stage stage);
  void TellBaseOfFlat(const Token& flat, const Token* next);
  void OnPeriodWord(const Token& token, const Token* next);
  void SpeakOfNamedAhead(const Token* next);
  void OnShare(const Token& token);
  void OnBecame();
  void OnAnaphor(const Token& token);
  void OnNone(const Token& token);
  void OnInside(const Token& token, const Token* next);
  bool NamesPartsInside(const Token& token, const Token* next);
  void OnTotal();
  void OnGrade(const Token& token, const Token* next);
  void ResumeAfterReason(const Token& token);
  void CompareWithLast(ConceptId concept_id);

  // Names of concepts (reader_names.cc).
  void OnConcept(const Token& token, const Token* next);
  bool IsOther(const Token& token, const Token* next, ConceptId concept_id) const;
  bool EndsPurpose(const Token& token, const Token* next) const;
  bool SaysNoMore(const Token& token, const Token* next, ConceptId concept_id);
  bool GoesOnWithName(const Token& token, const Token* next, ConceptId concept_id);
  void Name(const Token& token, ConceptId concept_id);
  void OnOther();
  ConceptId MeantByBare(const Token& token, const Token* next, ConceptId concept_id);
  ConceptId OfListHead(const Token& token, ConceptId concept_id);
  ConceptId OfUnnamed(ConceptId concept_id) const;
  void AddMention(Mention mention);
  void Mentioned(Mention mention);
  void NameVehicleKind(const Quantity& quantity);

  // Lines of the functional classification (reader_codes.cc).
  void OnLevel(const Token& token);
  void OnCode(const Quantity& quantity);
  bool OnCodedLevel(const Quantity& quantity);
  bool OnLevelCode(const Quantity& quantity);
  void OnBracketedCode(const Quantity& quantity);
  void MentionItem(const Token& token);
  void NameFunctionalItem(const Quantity& quantity);

  // Lists (reader_lists.cc).
  void OnAmong(bool split, uint32_t begin);
  bool ListPartsOfSection();
  void ListPartsOfLast(bool split, bool opens, uint32_t begin);
  void OpenList(Index total, ConceptId whole);
  void LeaveInnerList(ConceptId concept_id);
  bool FollowsItsWhole(Index part) const;
  bool GoesPastParts(ConceptId concept_id) const;
  void CloseList();
  void SpeakOfTotal();
  void OnRespectively(const Token* next);
  bool NameBothSides();

  // What a figure is about (reader_subject.cc).
  std::optional<Subject> SubjectFor(const Clause& clause, const Quantity& quantity, const Token* next);
  std::optional<Subject> JointSubject(const std::vector<Mention>& names);
  std::optional<Subject> SubjectSpokenOf(const Clause& clause, Measure measure, const Quantity& quantity, const Token* next, uint32_t unknown);
  bool IsOfUnfitName(Measure measure, const Quantity& quantity) const;
  bool IsBodyWithoutKinds(ConceptId concept_id) const;
  bool IsOfUnknownThing(Measure measure, const Quantity& quantity, uint32_t unknown);

  // Facts (reader_emit.cc).
  Fact NewFact(const Subject& subject, Measure measure) const;
  void EmitFigure(const Clause& clause, const Subject& subject, const Quantity& quantity);
  Fact FactOf(const Clause& clause, const Subject& subject, const Quantity& quantity) const;
  void SetBudgetCompleted(const Subject& subject, Fact* fact) const;
  bool IsOfBasis(const Clause& clause) const;
  void Spend(const Clause& clause, const Subject& subject, Index index);
  void EmitTwin(const Subject& subject);
  void EmitOtherSide(const Clause& clause);
  void EmitTwinRates();
  void EmitForStages(uint8_t stages);
  void EmitForEach(const std::vector<Mention>& names, const Quantity& quantity);
  void EmitNegatives(uint32_t end);
  void EmitNegative(const Subject& subject, Range statement, int16_t rule);
  Index Emit(Fact fact);
  void Compare(Index fact, const Token* direction);
  bool GoesOnWithComparison(const Fact& fact) const;
  void Remember(const Subject& subject, Stage stage);

  std::vector<Claim>* const claims_;
  std::vector<SectionContext> sections_;  // by section, for those under them
  std::optional<Subject> purpose_;        // named in a clause of purpose: 用于…经费，合计…
};

}  // namespace mingzhang
