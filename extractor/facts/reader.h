// Reads clauses: turns words and figures into facts, comparisons and lists.
//
// One pass over the tokens of the narrative lines. A figure is read by the clause pattern that its
// left context fits (grammars/clauses.toml); what it is about is the concept named in its clause,
// else the one spoken of before; when it is of, and at which stage, comes from the nearest words,
// else from the sentence, the list, the section, the document, in this order.
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "extractor/facts/model.h"
#include "extractor/facts/tokens.h"
#include "extractor/grammar/grammar.h"

namespace mingzhang {

constexpr uint32_t kCharacter = 3;  // bytes of an ideograph: distances are counted in them

// What became of one quantity; the coverage is counted from these.
struct Claim {
  const Quantity* quantity = nullptr;
  NumeralClass numeral_class = NumeralClass::kUnexplained;
};

class Reader {
 public:
  Reader(const Grammar& grammar, const DocumentFacts& document, std::string_view text, Extraction* out, std::vector<Claim>* claims);

  // Lines come in document order. A heading sets what the lines under it are about.
  void ReadHeading(const std::vector<Token>& tokens, Index section, Index parent, const SectionRole* role);
  void ReadLine(const std::vector<Token>& tokens, Range line, Index section);

 private:
  struct Mention {
    const Word* word = nullptr;
    ConceptId concept_id = kNoConcept;
    Range range;
    std::vector<std::pair<std::string, std::string>> qualifiers;
    bool functional = false;
  };
  // What is being spoken of.
  struct Subject {
    ConceptId concept_id = kNoConcept;
    const Word* word = nullptr;
    std::vector<std::pair<std::string, std::string>> qualifiers;
    Range label;
    Stage stage = Stage::kNone;  // of its last figure
  };
  static Subject SubjectOf(const Mention& mention) {
    return {mention.concept_id, mention.word, mention.qualifiers, mention.range, Stage::kNone};
  }
  struct Base {
    bool open = false;   // words of the base are still coming
    bool set = false;
    int16_t year = 0;
    Stage stage = Stage::kNone;
    Index amount = kNone;  // the figure compared with, when it is printed
    ConceptId named = kNoConcept;  // 与…公用经费之和一致: what is compared with is another thing
    bool of_word = false;          // told by the direction alone: spent with its figure
  };
  enum class Scope : uint8_t { kPlain, kReason, kPurpose, kDefinition, kOutcome };

  // Lasts until a clause mark; triggers are spent by the figure that uses them.
  struct ClauseState {
    uint32_t begin = 0;         // of the clause
    uint32_t read_from = 0;     // end of the last figure: context before it is used up
    uint32_t known = 0;         // bytes of known words since read_from
    uint32_t told = 0;          // end of the last word that says something
    uint32_t scope_end = 0;     // of the last word that says of which level
    std::vector<Mention> mentions;
    const Token* direction = nullptr;
    const Token* none = nullptr;
    const Token* stage_token = nullptr;
    const Token* grade_word = nullptr;   // 等级为: what a grade is of
    size_t mentions_before_none = 0;
    Stage stage = Stage::kNone;
    bool share = false, completion = false, unit_cost = false, involve = false, grade_head = false;
    bool had_figure = false, anaphor = false, own_year = false;
    bool item = false;          // a list marker opens it
    std::optional<int16_t> year_before;  // of the sentence, when 上年 changed it
    uint32_t unsaid = 0;        // bytes of known words that named nothing: 支出 at the end of a name that is not known
    uint32_t unnamed = 0;       // of them, those that elsewhere are names
    bool of_rate = false;       // 增幅提高: of the change itself
    bool unread = false;        // the figure at hand is measured by what is not told
    bool each = false;          // the figure is of each name joined before it
    bool other = false;         // named last is a thing without a concept: 在建工程
    ConceptId whole = kNoConcept;
    Stage completion_stage = Stage::kNone;
    size_t open_mentions = SIZE_MAX;  // mentions before an open bracket
  };
  struct Sentence {
    uint32_t begin = 0;
    int16_t year = 0;
    int8_t month = 0, day = 0;
    int16_t counted_from = 0;   // the year that 上年 and 当年 count from, once one was told by its number
    Range year_range;
    Index ordinal = 0;
  };
  struct List {  // 其中：…
    bool open = false;
    Index total = kNone;     // the amount being broken down
    ConceptId whole = kNoConcept;
    std::vector<Index> parts;
    bool semicolon = false;     // has been passed
    bool enumerating = false, enumerated = false;  // 、 sets apart the parts at hand; … of the clause before
  };

  const Concept& ConceptOf(ConceptId concept_id) const { return grammar_.concepts()[static_cast<size_t>(concept_id)]; }

  // Events, one for each kind of token.
  void OnMark(const Token& token, const Token* next);
  void OnWord(const Token& token, const Token* next);
  void OnQuantity(const Token& token, const Token* next);
  void OnConcept(const Token& token, const Token* next);
  ConceptId MeantByBare(const Token& token, const Token* next, ConceptId concept_id);
  void OnOther();
  void ResumeAfterReason(const Token& token);
  ConceptId WholeCompared(const Token& token, ConceptId concept_id, const Token* next) const;
  bool OpensOtherSide(const Token& token, ConceptId concept_id) const;
  Index OfOwnStage(Index amount) const;
  Stage CarriedOutOrPlanned(Index section, Index parent);
  ConceptId SisterSpokenOf(ConceptId bare) const;
  ConceptId TotalSpokenOf(ConceptId concept_id) const;
  void SpeakOfTotal();
  bool InBracketAlone(const Quantity& quantity) const;
  bool NamesNothing(const Word& word) const;
  void OnBracketedCode(const Quantity& quantity);
  void AddMention(Mention mention);
  void Mentioned(Mention mention);
  void OnCompare(const Token& token, const Token* next);
  void OnStage(const Token& token);
  void OnComparedAgain();
  bool ChangesBudget(const Token* next) const;
  bool IsSameAgain(const Word& word) const;
  void OnPeriodWord(const Token& token);
  bool IsInsideName(const Token* next) const;
  void OnLevel(const Token& token);
  void OnFlat(const Token& token, const Token* next);
  bool ComparesAnother(const Subject& subject) const;
  void OnRespectively(const Token* next);
  bool NameBothSides();
  std::vector<Mention> BothSides(const Mention& mention) const;
  std::vector<Index> AmountsOfSentence() const;
  bool FigureFollowsInList(const Token& token, const Token* next) const;
  const Token* NamedAfter(const Quantity& quantity, const Token* next) const;
  void OnNone(const Token& token);
  void OnAmong(bool split, uint32_t begin);
  void OnInside(const Token& token, const Token* next);
  void OnTotal();
  void EndLine();
  void NameFunctionalItem(const Quantity& quantity);
  void MentionItem(const Token& token);
  uint32_t NameBegin() const;
  std::vector<std::pair<std::string, std::string>> ClassSpokenOf() const;
  bool IsBareZero(const Token& token, const Token* next) const;
  bool IsItemOfFunction(const Token& token, const Token* next) const;
  bool MeansHeading(ConceptId concept_id) const;
  ConceptId InPost(ConceptId concept_id) const;
  const Quantity* UnitOfBase(const Quantity& quantity, const Token* next) const;
  void NameVehicleKind(const Quantity& quantity);
  bool HeadsKinds(ConceptId concept_id) const;
  ConceptId OtherSide(ConceptId concept_id) const;
  bool HeadsLine(const Token& colon) const;
  bool MoneyFollows(const Token& token, const Token* next) const;
  bool IsKindOfWhole(const Token& token, const Token* next, ConceptId concept_id) const;
  bool ListsFunctions() const;
  bool DirectionReaches(const Quantity& quantity) const;
  bool OnLevelCode(const Quantity& quantity);
  ConceptId InPlan(ConceptId concept_id) const;
  bool IsFundInvolved(ConceptId concept_id) const;
  bool IsAttribute(const Token& direction, const Token* next) const;
  bool IsPartOfName(const Quantity& quantity, const Token* next) const;
  bool EndsUnknownName(const Token& token, const Token* next) const;
  void SameAudience(Mention* mention) const;
  void OnColon(const Token& token, const Token* next);
  void NameWholeInBracket();
  bool IsYearWithoutWord(const Quantity& quantity, const Token* next) const;
  bool IsHyphenedCode(const Quantity& quantity) const;
  bool IsBareMarker(const Token& token, const Token* next) const;
  const Quantity* UnitInTurn(const Quantity& quantity, const Token* next) const;
  size_t FiguresInTurn(const Token* next) const;
  bool CountsPeople(const Quantity& quantity, const Token* next) const;
  std::optional<Quantity> WithoutUnit(const Token& token, const Token* next) const;
  void OpenBracket(uint32_t begin);
  void CloseBracket();
  void ReadDenial(const std::vector<Token>& tokens);
  void OnCode(const Quantity& quantity);
  bool OnCodedLevel(const Quantity& quantity);
  bool IsAside(Index fact) const;
  ConceptId OfGovernment(ConceptId concept_id) const;
  ConceptId InContext(ConceptId concept_id, const Word& word) const;
  ConceptId BudgetSpokenOf() const;
  ConceptId OnSide(ConceptId concept_id, const Word& word) const;
  int16_t PresentYear() const;
  bool TellsWhatWasSpent() const;
  bool ChangesRate() const;
  bool BeginsWithPlace(std::string_view clause) const;
  Stage StageMeant(Stage stage) const;
  int16_t CurrentYear() const;  // of the sentence, else that
  void OnGrade(const Token& token, const Token* next);
  bool CountFollows(const Token* next) const;
  bool GradesGoOn(const Token* next) const;
  void OnYear(const Quantity& quantity, const Token* next);
  void OnFigure(const Token& token, const Token* next);

  void EndClause(uint32_t end);
  void EndSentence();
  Range ReasonItself() const;
  bool Joined(const Mention& left, const Mention& right) const;
  std::vector<Mention> JoinedMentions() const;
  ConceptId Together(const std::vector<Mention>& names) const;
  void NameProject(Mention* mention) const;
  Subject OfProject(Subject subject, const Quantity& quantity) const;
  void EmitForEach(const std::vector<Mention>& names, const Quantity& quantity);
  void EmitNegatives(uint32_t end);
  std::vector<Subject> NamedAfterDenial(uint32_t end) const;
  std::vector<Subject> NamedBeforeDenial() const;
  std::optional<Subject> MeantByDenial() const;
  void EmitNegative(const Subject& subject, Range statement, int16_t rule);
  void CloseList();
  void LeaveInnerList(ConceptId concept_id);

  // Resolution.
  const Mention* BestMention(Measure measure, const Quantity& quantity) const;
  static bool Prefers(const Grammar& grammar, const Mention& kept, const Mention& later);
  ConceptId FitConcept(ConceptId concept_id, Measure measure, const Quantity* quantity) const;
  ConceptId CountedConcept(const Token* next) const;
  std::optional<Subject> SubjectFor(const Clause& clause, const Quantity& quantity, const Token* next);
  static Measure MeasureFor(const Clause& clause, const Quantity& quantity);
  std::optional<Subject> CountedSubject(const Quantity& quantity, const Token* next) const;
  std::optional<Subject> JointSubject(const std::vector<Mention>& names);
  std::optional<Subject> SubjectSpokenOf(const Clause& clause, Measure measure, const Quantity& quantity, const Token* next, uint32_t unknown);
  bool IsOneOfMany(const Mention& named, uint32_t end) const;
  bool IsOfUnknownThing(Measure measure, const Quantity& quantity, uint32_t unknown);
  std::optional<Subject> PortionFor(const Token* name);
  std::optional<Subject> SubjectOfBase(Measure measure) const;
  bool CountsVisits(Measure measure, const Quantity& quantity) const;
  std::optional<Subject> CarriedSubject(Measure measure, const Quantity* quantity) const;
  SlotSet SlotsFor(const Quantity& quantity, bool subject, bool carried) const;
  Period PeriodFor(const Subject& subject) const;
  Stage StageStated(ConceptId concept_id) const;
  Stage StageFor(const Subject& subject, const Period& period) const;
  Stage DocumentStage(int16_t year) const;
  Basis ChangeBasis(Stage stage) const;
  ConceptId WholeFor(ConceptId part) const;
  bool SameFamily(ConceptId one, ConceptId other) const;
  bool IsLesser(ConceptId candidate, ConceptId part) const;
  bool IsCarryOver(ConceptId concept_id) const;
  void CompareWithLast(ConceptId concept_id);
  bool MeansLineHead(ConceptId concept_id) const;
  bool IsWithin(ConceptId concept_id, const std::vector<ConceptId>& wholes) const;  // no wholes: everywhere
  bool Inside(const std::vector<ConceptId>& contexts) const;
  bool InReason() const { return scope_ == Scope::kReason || OutlastsSentence(); }
  bool OutlastsSentence() const { return scope_ == Scope::kDefinition || scope_ == Scope::kOutcome; }

  // Emission.
  Index Emit(Fact fact);
  Fact NewFact(const Subject& subject, Measure measure);
  void EmitTwin(const Subject& subject);
  void EmitFigure(const Clause& clause, const Subject& subject, const Quantity& quantity);
  int16_t UnitOf(std::string_view code) const;
  void SetUnit(const Quantity& quantity, Fact* fact) const;
  void Compare(Index fact, Direction direction, Range direction_range);
  void Remember(const Subject& subject, Stage stage);
  Index FindAmount(const Fact& like, int16_t year, Stage stage) const;
  void ClaimLast(NumeralClass numeral_class);

  const Grammar& grammar_;
  const DocumentFacts& document_;
  std::string_view text_;
  Extraction* out_;
  std::vector<Claim>* claims_;
  const bool government_;

  Index section_ = kNone;
  Subject section_subject_;
  int16_t section_year_ = 0;
  ConceptId section_unnamed_ = kNoConcept;
  Stage section_stage_ = Stage::kNone;
  Subject subject_;
  struct Bracket {  // what was the case before an open bracket
    uint32_t begin = 0;
    Subject subject;
    List list;
    Sentence sentence;
    Base base;
    ClauseState clause;
    size_t facts = 0;
    bool other = false;
  };
  std::optional<Bracket> bracket_;
  std::vector<Index> asides_; // figures of a base, a whole or a budget completed: no list is of them
  List last_list_;            // the one closed before
  List outer_list_;           // the one around the open one
  ConceptId announced_ = kNoConcept;  // 其中： at the end of a line: the whole of the lines that follow
  bool other_ = false;        // what is spoken of in this sentence has no concept
  Subject compared_;          // what the last sentence of this line that opened with a comparison was of
  std::vector<ConceptId> told_of_;  // names of this sentence since its last figure
  Subject line_head_;         // （一）收入预算：…: what the line says it is about
  std::optional<Subject> purpose_;  // named in a clause of purpose: 用于…经费，合计…
  std::vector<Mention> respective_; // names whose figures follow in turn
  size_t next_respective_ = 0;
  bool respective_armed_ = false;   // the figures at hand go to them
  const Token* tokens_end_ = nullptr;
  Period section_date_;       // the last day named in this section
  std::vector<bool> section_many_years_;  // 十三五时期财政工作: no figure is of one year
  std::vector<int16_t> section_years_;  // by section; 0: none of its own
  std::vector<Stage> section_stages_;   // by section, of a government's report
  Subject list_head_;         // 车辆, for 其中：…用车
  Range line_;
  ClauseState clause_;
  Sentence sentence_;
  Base base_;
  List list_;
  Scope scope_ = Scope::kPlain;
  Range reason_;
  bool reason_listed_ = false; // 主要由于：（1）…；（2）…: to the end of the sentence
  bool reason_leads_ = false; // it opens its sentence, before what it explains
  uint32_t name_begin_ = 0;   // where the name of a functional line may start
  std::vector<std::pair<std::string, std::string>> functional_;
  uint32_t functional_end_ = 0;
  std::string level_code_;    // (208): the code of the last level told with one
  uint32_t level_end_ = 0;    // … and where it ended
  const Token* last_direction_ = nullptr;  // of the last change, for 减少2万元(-4%)
  Index first_fact_of_line_ = 0;
  bool line_detached_ = false;
  ConceptId other_side_ = kNoConcept;   // 各增加…: the figures of this sentence are of it as well
  std::vector<Mention> before_colon_;   // what a colon follows, until the next mark: 收支情况：无
  ConceptId functional_concept_ = kNoConcept;
};

}  // namespace mingzhang
