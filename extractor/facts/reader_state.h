// What a reader keeps in mind, by how long it holds: for a clause, a sentence, a line, a section.
//
// Each of these is plain data, begun anew by assigning to it.
#pragma once

#include <array>
#include <optional>
#include <string>
#include <vector>

#include "extractor/model/model.h"
#include "extractor/facts/tokens.h"

namespace mingzhang {

// A concept named in the clause at hand.
struct Mention {
  const Word* word = nullptr;
  ConceptId concept_id = kNoConcept;
  Range range;
  Qualifiers qualifiers;
  bool functional = false;  // a line of the functional classification
};

// What is being spoken of.
struct Subject {
  ConceptId concept_id = kNoConcept;
  const Word* word = nullptr;
  Qualifiers qualifiers;
  Range label;
  Stage stage = Stage::kNone;  // of its last figure
};
inline Subject SubjectOf(const Mention& mention) {
  return {mention.concept_id, mention.word, mention.qualifiers, mention.range, Stage::kNone};
}

// What a change is measured against: 比上年, 较年初预算.
struct Base {
  bool open = false;   // words of the base are still coming
  bool set = false;
  int16_t year = 0;
  Stage stage = Stage::kNone;
  Index amount = kNone;          // the figure compared with, when it is printed
  ConceptId named = kNoConcept;  // 与…公用经费之和一致: what is compared with is another thing
  bool of_word = false;          // told by the direction alone: spent with its figure
  bool of_sentence = false;      // … or by what was told before: ends with its sentence
};

// What kind of passage is being read. The last two last to the end of the line.
enum class Passage : uint8_t { kPlain, kReason, kPurpose, kDefinition, kOutcome };

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
  bool in_reason = false;     // where nothing is denied: 因未安排…任务
  std::optional<int16_t> year_before;  // of the sentence, when 上年 changed it
  uint32_t unsaid = 0;        // bytes of known words that named nothing: 支出 at the end of a name that is not known
  uint32_t unnamed = 0;       // of them, those that elsewhere are names
  bool of_rate = false;       // 增幅提高: of the change itself
  bool unread = false;        // the figure at hand is measured by what is not told
  bool each = false;          // the figure is of each name joined before it
  bool other = false;         // named last is a thing without a concept: 在建工程
  ConceptId whole = kNoConcept;
  Stage completion_stage = Stage::kNone;
  Stage next_plan = Stage::kNone;   // 完成年初预算、调整预算的…: of the second rate
  std::array<Stage, 3> stages{};    // 年初预算、调整预算、决算: told side by side
  uint8_t stages_told = 0;
  uint32_t stage_end = 0;           // of the last of them
  size_t open_mentions = SIZE_MAX;  // mentions before an open bracket

  // Keeps the room for names: clauses are many.
  void Restart(uint32_t at) {
    std::vector<Mention> room = std::move(mentions);
    room.clear();
    *this = {};
    mentions = std::move(room);
    begin = read_from = at;
  }
};

// When what is told is of. A date holds for the paragraph, a year for the sentence.
struct Time {
  int16_t year = 0;
  int8_t month = 0, day = 0;
  int16_t counted_from = 0;   // the year that 上年 and 当年 count from, once one was told by its number
  Range year_range;
};

struct SentenceState {
  uint32_t begin = 0;
  Index ordinal = 0;
  Time time;
  bool other = false;                // what is spoken of has no concept
  bool unread_money = false;         // of what is not known: 其余科目合计3万元，不涉及项目支出
  std::vector<ConceptId> told_of;    // names since the last figure
  ConceptId other_side = kNoConcept; // 各增加…: the figures are of it as well
  Range reason;
  bool reason_listed = false;        // 主要由于：（1）…；（2）…: to the end of the sentence
  bool reason_leads = false;         // it ends with its clause: 受…影响，…
  bool reason_of_own = false;        // such a one explains nothing of the sentence before
};

// 其中：…
struct ListState {
  bool open = false;
  Index total = kNone;     // the amount being broken down
  ConceptId whole = kNoConcept;
  std::vector<Index> parts;
  bool semicolon = false;     // has been passed
  bool enumerating = false, enumerated = false;  // 、 sets apart the parts at hand; … of the clause before
};

// What was the case before an open bracket.
struct Bracket {
  uint32_t begin = 0;
  Subject subject;
  ListState list;
  Index sentence = 0;  // its ordinal
  Time time;
  Base base;
  ClauseState clause;
  Index facts = 0;
  bool other = false;
  Passage passage = Passage::kPlain;
};

// Figures that go to names in turn: 分别为….
struct Respective {
  std::vector<Mention> names;
  size_t next = 0;
  bool armed = false;   // the figures at hand go to them

  std::array<Stage, 3> stages{};  // 年初预算、决算分别为…
  uint8_t stages_left = 0, next_stage = 0;

  bool GoesOn() const { return armed && next < names.size(); }
};

struct LineState {
  Range range;
  const Token* tokens_end = nullptr;
  Index first_fact = 0;
  Passage passage = Passage::kPlain;
  bool reasons_listed = false;  // by the sentence before: 一是…。二是…
  bool detached = false;        // it opened with a figure: what that is of stands elsewhere on the page
  Subject head;                 // （一）收入预算：…: what the line says it is about
  Subject compared;             // what the last sentence that opened with a comparison was of
  Token sign;                             // of the figure at hand, as a direction: 较上年：-6000元
  const Token* last_direction = nullptr;  // of the last change, for 减少2万元(-4%)
  std::optional<Bracket> bracket;         // the open one
  Respective respective;
  uint32_t used = 0;            // end of the last name that was of the figure before it
  std::vector<Mention> before_colon;      // what a colon follows, until the next mark: 收支情况：无
  // Of the functional classification.
  uint32_t name_begin = 0;      // where the name of a line may start
  Qualifiers functional;        // the levels named so far
  uint32_t functional_end = 0;
  std::string level_code;       // (208): the code of the last level told with one
  uint32_t level_end = 0;       // … and where it ended
};

// What a heading says of the lines under it.
struct SectionContext {
  Index index = kNone;  // into Extraction::sections
  Subject subject;
  ConceptId unnamed = kNoConcept;  // what money without a name is of
  int16_t year = 0;                // its own or that of a heading above; 0 when there is none
  Stage stage = Stage::kNone;
  bool tells_work = false;         // counts that are no facts are of what was done
  bool many_years = false;         // 十三五时期财政工作: no figure is of one year
  Period date;                     // the last day named under it
};

}  // namespace mingzhang
