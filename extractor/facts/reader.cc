// Headings, lines, sentences and clauses: what begins with each, and what it leaves behind.
#include "extractor/facts/reader.h"

#include <algorithm>

#include "extractor/facts/concept_fit.h"

namespace mingzhang {
namespace {

// 低 in 最低生活保障: not 低5%.
bool IsPartOfWord(const Token& token, const Token* next) {
  const bool only_before_figures = token.word->use == WordUse::kBeforeFigure;
  return only_before_figures && !(next && next->quantity && next->range.begin == token.range.end);
}

}  // namespace

void Reader::ReadHeading(const std::vector<Token>& tokens, Index section, Index parent, const SectionRole* role) {
  CloseList();
  last_list_ = {};
  announced_ = kNoConcept;
  list_head_ = {};
  purpose_.reset();
  section_ = {};
  section_.index = section;
  section_.unnamed = role ? role->unnamed : kNoConcept;
  section_.tells_work = role && role->tells_work;
  ReadNames(tokens);
  if (section_.subject.concept_id == kNoConcept && role && role->concept_id >= 0) section_.subject.concept_id = role->concept_id;
  InheritContext(parent);
  sections_.resize(static_cast<size_t>(section) + 1);
  sections_.back() = section_;
  subject_ = section_.subject;
  const bool denies = tokens.size() >= 2 && tokens.back().word && tokens.back().word->kind == WordKind::kNone && tokens[tokens.size() - 2].mark == Mark::kColon;
  if (denies) ReadDenial(tokens);
}

// What the heading names: a concept, the more special the better, a stage and a year.
void Reader::ReadNames(const std::vector<Token>& tokens) {
  bool compares = false;  // 支出与年初预算对比情况 names two stages
  Subject& subject = section_.subject;
  for (const Token& token : tokens) {
    if (token.quantity) {
      if (token.quantity->kind == QuantityKind::kYear) section_.year = token.quantity->year;
      ClaimNumeral(*token.quantity);
    }
    if (!token.word) continue;
    const Word& word = *token.word;
    if (word.kind == WordKind::kConcept) {
      const ConceptId id = government_ && word.government != kNoConcept ? word.government : word.concept_id;
      if (id == kNoConcept || !IsWithin(subject.concept_id, word.within)) continue;
      const bool better = subject.concept_id == kNoConcept || subject.word->modifier || (!word.modifier && grammar_.IsDescendant(id, subject.concept_id));
      if (better) subject = {id, &word, word.qualifiers, token.range, word.stage};
    } else if (word.kind == WordKind::kFunctional && subject.concept_id == kNoConcept) {
      subject = {functional_concept_, &word, {{"class", word.text}}, token.range, Stage::kNone};
    } else if (word.kind == WordKind::kStage) {
      section_.stage = word.stage;
    } else if (word.kind == WordKind::kCompare) {
      compares = true;
    }
  }
  if (compares) section_.stage = Stage::kNone;
}

// A year holds for the section and what is under it. In a government's report so does what the heading says of the stage
// (一、2024年预算执行情况, 二、2025年预算草案), and that it tells of several years together.
void Reader::InheritContext(Index parent) {
  const SectionContext above = parent >= 0 ? sections_[static_cast<size_t>(parent)] : SectionContext{};
  if (section_.year == 0) section_.year = above.year;
  if (!government_) return;
  const Range range = out_->sections[static_cast<size_t>(section_.index)].heading;
  const std::string_view heading = text_.substr(range.begin, range.size());
  const DocumentWords& words = grammar_.document();
  const bool done = words.execution_words.OccursIn(heading), planned = words.plan_words.OccursIn(heading);
  section_.stage = done == planned ? above.stage : done ? Stage::kExecution : Stage::kBudget;
  section_.many_years = section_.year == 0 && (above.many_years || words.years_together_words.OccursIn(heading));
}

// 八、国有资本经营预算收支情况：无
void Reader::ReadDenial(const std::vector<Token>& tokens) {
  const size_t first = tokens.front().mark == Mark::kNone ? 0 : 1;  // the mark after a number
  BeginLine({tokens[first].range.begin, tokens.back().range.end});
  sentence_.time.year = section_.year;
  for (const Token& token : tokens) {
    if (token.word && token.word->kind == WordKind::kConcept) OnConcept(token, nullptr);
  }
  OnNone(tokens.back());
  EndClause(line_.range.end);
}

void Reader::BeginLine(Range line) {
  line_ = {};
  line_.range = line;
  line_.first_fact = FactCount();
  line_.name_begin = line.begin;
  sentence_ = {};
  sentence_.begin = line.begin;
  sentence_.ordinal = out_->facts.empty() ? 0 : out_->facts.back().sentence + 1;
  clause_.Restart(line.begin);
  base_ = {};
}

void Reader::ReadLine(const std::vector<Token>& tokens, Range line, Index section) {
  section_.index = section;
  BeginLine(line);
  line_.tokens_end = tokens.data() + tokens.size();
  if (section_.many_years) line_.passage = Passage::kOutcome;
  for (size_t i = 0; i < tokens.size(); ++i) ReadToken(tokens[i], i + 1 < tokens.size() ? &tokens[i + 1] : nullptr);
  EndClause(line.end);
  if (list_.open && list_.parts.empty() && !tokens.empty() && tokens.back().mark == Mark::kColon) announced_ = list_.whole;
  EndSentence();
  CloseList();
  EndLine();
}

void Reader::ReadToken(const Token& token, const Token* next) {
  if (token.mark != Mark::kNone) {
    OnMark(token, next);
    return;
  }
  if (token.quantity) {
    OnQuantity(token, next);
    if (clause_.read_from < token.range.end) clause_.known += token.range.size();
    return;
  }
  if (IsPartOfWord(token, next)) return;
  OnWord(token, next);
  const WordKind kind = token.word->kind;
  if (kind != WordKind::kFiller && kind != WordKind::kScope) clause_.told = token.range.end;
  if (NamesNothing(*token.word)) {
    clause_.unsaid += token.range.size();
    if (kind != WordKind::kFiller) clause_.unnamed += token.range.size();
  }
  clause_.known += token.range.size();
}

// 行政编制42人，实有39人；事业编制96人，实有88人: each 实有 is of the class before it.
void Reader::EndLine() {
  std::vector<std::pair<Index, ConceptId>> classes;
  for (Index i = line_.first_fact + 1; i < FactCount(); ++i) {
    const ConceptId own = FactAt(i).concept_id, of_class = ConceptOf(FactAt(i - 1).concept_id).filled_by;
    if (ConceptOf(own).all_staff && of_class != kNoConcept && of_class != own) classes.emplace_back(i, of_class);
  }
  if (classes.size() < 2) return;
  for (const auto& [index, of_class] : classes) FactAt(index).concept_id = of_class;
}

void Reader::EndClause(uint32_t end) {
  if (clause_.none && !clause_.had_figure && !sentence_.unread_money) EmitNegatives(end);
  if (clause_.none && clause_.year_before) {  // 上年无此项支出，购置1辆: the year was of the denial only
    sentence_.time.year = *clause_.year_before;
    sentence_.time.year_range = {};
  }
  const bool names = !clause_.mentions.empty();
  if (names && line_.passage == Passage::kPlain && !clause_.none) SpeakOfNamed(end);
  if (!names && clause_.other && !clause_.had_figure) sentence_.other = true;  // 拟举办论坛活动，开支3万元
  if (line_.passage == Passage::kReason) sentence_.reason.end = end;
  if (names && line_.passage == Passage::kPurpose && !clause_.had_figure) purpose_ = SubjectOf(clause_.mentions.back());
  clause_.Restart(end);
}

// The concept a clause names without a figure is what the next one is about.
void Reader::SpeakOfNamed(uint32_t end) {
  const Mention* best = &clause_.mentions[0];
  for (const Mention& mention : clause_.mentions) {
    if (!Leads(grammar_, *best, mention)) best = &mention;
  }
  const bool bare = best->word && (best->word->bare || (best->word->Counts() && LineHasFact()));  // …10万元，为事业单位取得的收入
  if (government_ && !clause_.had_figure && IsOneOfMany(*best, end)) {
    sentence_.other = true;  // 压缩会议费、培训费等一般性支出，总量下降5%: of none of them
  } else if (best->functional || (!clause_.had_figure && !bare)) {
    subject_ = SubjectOf(*best);
  }
}

// 增加5万元。主要原因是…: to the last comparison, whatever sentence it stands in.
void Reader::GiveReason() {
  const Range reason = ReasonItself();
  if (reason.empty() || out_->comparisons.empty() || !out_->comparisons.back().reason.empty()) return;
  Comparison& last = out_->comparisons.back();
  const bool own = FactAt(last.change != kNone ? last.change : last.rate).sentence == sentence_.ordinal;
  if (own || !sentence_.reason_of_own) last.reason = reason;
}

void Reader::EndSentence() {
  GiveReason();
  if (list_.open && list_.total != kNone) {  // the next sentence goes on about the whole
    SpeakOfTotal();
    CloseList();
  }
  if (line_.head.concept_id != kNoConcept && !LineHasFact()) {
    subject_ = line_.head;  // no figure yet: the names of the first sentence only explain
  }
  if (!OutlastsSentence()) line_.passage = Passage::kPlain;
  base_.open = false;
  if (base_.of_sentence) base_ = {};
  base_.amount = kNone;  // 收入较上年80万元增长5%。支出70万元，增加2万元: not against that
  SentenceState next;
  next.begin = clause_.begin;
  next.ordinal = sentence_.ordinal + 1;
  // A date holds for the paragraph: 截至…，共有车辆…。单价100万元以上设备…
  const bool back = section_.year != 0 && section_.year != document_.fiscal_year && sentence_.time.year == document_.fiscal_year;
  if (sentence_.time.day != 0 || back) next.time = sentence_.time;
  line_.reasons_listed = sentence_.reason_listed;
  sentence_ = std::move(next);
}

}  // namespace mingzhang
