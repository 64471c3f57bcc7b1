// What has been read of a document so far, and what that makes of what comes next.
//
// The state changes only in Reader; here are the questions asked of it. An answer that is a concept is kNoConcept,
// one that is a pointer or an optional is empty, when there is none.
#pragma once

#include <algorithm>
#include <array>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "extractor/facts/reader_state.h"
#include "extractor/grammar/grammar.h"

namespace mingzhang {

constexpr uint32_t kCharacter = 3;  // bytes of an ideograph: distances are counted in them

constexpr Index kLookBack = 24;     // facts: how far back what was told is looked for

class Reading {
 protected:
  Reading(const Grammar& grammar, const DocumentFacts& document, std::string_view text, Extraction* out);

  const Concept& ConceptOf(ConceptId concept_id) const { return grammar_.ConceptOf(concept_id); }
  const Unit& UnitAt(int16_t index) const { return grammar_.units()[static_cast<size_t>(index)]; }
  Index FactCount() const { return static_cast<Index>(out_->facts.size()); }
  Fact& FactAt(Index i) const { return out_->facts[static_cast<size_t>(i)]; }
  const Fact* LastOfSentence() const;         // the last fact, if it is of the sentence at hand
  Index LookBackTo(Index first) const { return std::max(first, FactCount() - kLookBack); }
  bool LineHasFact() const { return FactCount() > line_.first_fact; }
  bool IsAside(Index fact) const;             // a figure of a base, a whole or a budget completed: no list is of it
  bool OutlastsSentence() const { return line_.passage == Passage::kDefinition || line_.passage == Passage::kOutcome; }
  bool InReason() const { return line_.passage == Passage::kReason || OutlastsSentence(); }
  Range ReasonItself() const;
  bool IsWithin(ConceptId concept_id, const std::vector<ConceptId>& wholes) const;  // no wholes: everywhere

  // Which concept a name means where it stands (reading_names.cc).
  bool Inside(const std::vector<ConceptId>& contexts) const;
  ConceptId OfSide(ConceptId concept_id, const Word& word) const;
  bool OpensOtherSide(const Token& token, ConceptId concept_id) const;
  ConceptId WholeCompared(const Token& token, ConceptId concept_id, const Token* next) const;
  ConceptId SisterSpokenOf(ConceptId bare) const;
  ConceptId TotalSpokenOf(ConceptId concept_id) const;
  ConceptId OtherSide(ConceptId concept_id) const;
  ConceptId OfGovernment(ConceptId concept_id) const;
  ConceptId InContext(ConceptId concept_id, const Word& word) const;
  ConceptId BudgetSpokenOf() const;
  ConceptId AmongAssets(ConceptId concept_id) const;
  ConceptId InPlan(ConceptId concept_id) const;
  ConceptId InPost(ConceptId concept_id) const;
  ConceptId OfPosts(ConceptId concept_id, const Word& word) const;
  bool IsFundInvolved(ConceptId concept_id) const;
  bool IsKindOfWhole(const Token& token, const Token* next, ConceptId concept_id) const;
  bool MeansLineHead(ConceptId concept_id) const;
  bool MeansHeading(ConceptId concept_id) const;
  bool IsAllOfHeading(ConceptId concept_id) const;
  bool IsClassInList(const Token& token, const Token* next, ConceptId concept_id) const;
  bool IsSameAgain(const Word& word) const;
  bool NamesNothing(const Word& word) const;
  bool EndsUnknownName(const Token& token, const Token* next) const;
  bool HeadsLine(const Token& colon) const;
  bool LeadsOn(const Token& colon, const Token* next) const;
  void SameAudience(Mention* mention) const;
  void NameProject(Mention* mention) const;
  bool ListsFunctions() const;
  Qualifiers ClassSpokenOf() const;
  bool IsItemOfFunction(const Token& token, const Token* next) const;
  bool IsInsideName(const Token* next) const;
  uint32_t NameBegin() const;

  // What a figure may be about (reading_subject.cc).
  const Mention* BestMention(Measure measure, const Quantity* quantity) const;
  std::optional<Subject> CarriedSubject(Measure measure, const Quantity* quantity) const;
  std::optional<Subject> NamedOrCarried(Measure measure) const;
  std::optional<Subject> CountedSubject(const Quantity& quantity, const Token* next) const;
  std::optional<Subject> SubjectOfBase(Measure measure) const;
  ConceptId AllOf(Side side) const;
  std::optional<bool> FallsShort(const Token* difference) const;
  std::optional<Subject> SubjectOfDocument() const;
  ConceptId CountedConcept(const Token* next) const;
  const Token* NamedAfter(const Quantity& quantity, const Token* next) const;
  bool LeftOver(const Quantity& quantity, const Token* next) const;
  std::optional<Subject> NamedBehind(const Quantity& quantity, Measure measure, const Token* next) const;
  std::optional<Subject> CodedBehind(const Token* link) const;
  bool IsOneOfMany(const Mention& named, uint32_t end) const;
  bool BeginsWithPlace(std::string_view clause) const;
  bool CountsVisits(Measure measure, const Quantity& quantity) const;
  Subject OfProject(Subject subject, const Quantity& quantity) const;
  bool Joined(const Mention& left, const Mention& right) const;
  bool BesideLastStage(const Token& token) const;
  std::vector<Mention> JoinedMentions() const;
  std::vector<Mention> BothSides(const Mention& mention) const;
  std::vector<Index> AmountsOfSentence() const;
  std::vector<Index> AmountsToldBefore(size_t count) const;
  Index OfOwnStage(Index amount) const;
  ConceptId WholeFor(ConceptId part) const;
  bool IsUnderSister(ConceptId concept_id, ConceptId part) const;
  ConceptId WholeToldBefore(ConceptId part) const;
  ConceptId WholeSharedBefore(Index end, Side side) const;
  std::vector<Subject> NamedAfterDenial(uint32_t end) const;
  std::vector<Subject> NamedBeforeDenial() const;
  bool IsBareDenial(uint32_t end) const;
  std::optional<Subject> MeantByDenial() const;

  // Of when it is, at which stage, and against what (reading_time.cc).
  int16_t PresentYear() const;  // of the section, else of the document
  int16_t CurrentYear() const;  // of the sentence, else that
  Stage DocumentStage(int16_t year) const;
  Stage StageMeant(Stage stage) const;
  Stage StageStated(ConceptId concept_id) const;
  Stage PlanTold(const Fact& completed) const;
  Period PeriodFor(const Subject& subject) const;
  Stage StageFor(const Subject& subject, const Period& period) const;
  void SetStageOfChange(const Subject& subject, Fact* fact) const;
  Basis ChangeBasis(Stage stage) const;
  bool ComparesAnother(const Subject& subject) const;
  bool ChangesBudget(const Token* next) const;
  bool TellsWhatWasSpent() const;

  // What a numeral is by what stands around it (reading_figures.cc).
  int16_t ClauseWith(Slot slot) const;  // the first pattern that has it; -1 when there is none
  SlotSet SlotsFor(const Quantity& quantity) const;
  bool DirectionReaches(const Quantity& quantity) const;
  bool IsAttribute(const Token& direction, const Token* next) const;
  bool ChangesRate() const;
  bool IsRateOfLastChange(const Quantity& quantity) const;
  bool AmountBeforeFollows(const Token* next) const;
  const Word* SignOf(const Quantity& quantity) const;
  std::optional<Quantity> WithoutUnit(const Token& token, const Token* next) const;
  Quantity Zero(const Quantity& number) const;
  bool IsBareZero(const Token& token, const Token* next) const;
  const Quantity* UnitOfBase(const Quantity& quantity, const Token* next) const;
  const Quantity* UnitInTurn(const Quantity& quantity, const Token* next) const;
  bool CountsPeople(const Quantity& quantity, const Token* next) const;
  bool IsYearWithoutWord(const Quantity& quantity, const Token* next) const;
  bool IsBareMarker(const Token& token, const Token* next) const;
  bool IsPartOfName(const Quantity& quantity, const Token* next) const;
  bool IsHyphenedCode(const Quantity& quantity) const;
  bool InBracketAlone(const Quantity& quantity) const;
  bool MoneyFollows(const Token& token, const Token* next) const;
  bool CountFollows(const Token* next) const;
  bool GradesGoOn(const Token* next) const;
  size_t FiguresInTurn(const Token* next) const;
  bool FigureFollowsInList(const Token& token, const Token* next) const;
  int16_t UnitOf(std::string_view code) const;  // the first unit with this code; -1 when there is none
  void SetUnit(const Quantity& quantity, Fact* fact) const;
  Index FindAmount(const Fact& like, int16_t year, Stage stage) const;

  const Grammar& grammar_;
  const DocumentFacts& document_;
  const std::string_view text_;
  Extraction* const out_;
  const bool government_;
  const ConceptId functional_concept_;
  const ConceptId expenditure_;  // all of it

  std::array<ConceptId, 4> totals_told_ = {kNoConcept, kNoConcept, kNoConcept, kNoConcept};  // the last whole of each Side
  SectionContext section_;
  LineState line_;
  SentenceState sentence_;
  ClauseState clause_;
  Base base_;
  Subject subject_;             // what was spoken of last
  ListState list_;
  ListState outer_list_;        // the one around it
  ListState last_list_;         // the one closed before
  ConceptId announced_ = kNoConcept;  // 其中： at the end of a line: the whole of the lines that follow
  Subject list_head_;           // 车辆, for 其中：…用车
  std::vector<Index> asides_;
};

}  // namespace mingzhang
