// What punctuation does: where a clause, a bracket or a list ends, and what it leaves behind.
#include <algorithm>

#include "extractor/facts/concept_fit.h"
#include "extractor/facts/reader.h"

namespace mingzhang {

void Reader::OnMark(const Token& token, const Token* next) {
  line_.before_colon.clear();
  switch (token.mark) {
    case Mark::kOpen: OpenBracket(token.range.begin); return;
    case Mark::kClose:
      CloseBracket();
      if (token.range.end - clause_.begin <= 4 * kCharacter && clause_.mentions.empty() && !clause_.had_figure) {  // （一）
        line_.name_begin = token.range.end;
        UseUp(token.range.end);
      }
      return;
    case Mark::kListComma: OnListComma(token); return;
    case Mark::kComma:
      if (GoesOnInTurn(token, next)) return;
      OnComma(token.range.begin);
      break;
    case Mark::kColon:
      if (LeadsOn(token, next)) return UseUp(token.range.end);
      line_.before_colon = clause_.mentions;
      OnColon(token, next);
      break;
    case Mark::kSemicolon:
      EndClause(token.range.begin);
      base_ = {};
      list_.enumerating = list_.enumerated = false;
      list_.semicolon = list_.open;
      sentence_.unread_money = false;
      if (!OutlastsSentence() && !(line_.passage == Passage::kReason && sentence_.reason_listed)) line_.passage = Passage::kPlain;
      break;
    case Mark::kStop:
      line_.respective.names.clear();
      EndClause(token.range.begin);
      EndSentence();
      break;
    case Mark::kNone: return;
  }
  clause_.begin = clause_.read_from = line_.name_begin = token.range.end;
}

void Reader::OnListComma(const Token& token) {
  if (list_.open && clause_.had_figure && out_->facts.back().measure == Measure::kAmount) list_.enumerating = true;
  if (line_.respective.next > 0 && clause_.had_figure) {  // the next figure is read as the last one was
    UseUp(token.range.end);
  } else if (clause_.had_figure && clause_.mentions.empty() && !clause_.none) {
    EndClause(token.range.begin);
  }
}

// 各是8，7万元: the comma sets apart figures that go to names in turn.
bool Reader::GoesOnInTurn(const Token& comma, const Token* next) {
  if (line_.respective.next == 0 || !clause_.had_figure || !next || !next->quantity || next->range.begin != comma.range.end) return false;
  UseUp(comma.range.end);
  return true;
}

void Reader::OnComma(uint32_t begin) {
  line_.respective.next = 0;
  line_.respective.armed = false;
  EndClause(begin);
  base_.open = false;
  if (sentence_.reason_leads && line_.passage == Passage::kReason) line_.passage = Passage::kPlain;  // 受市场影响，收入3万元
  sentence_.reason_leads = false;
  list_.enumerated = list_.enumerating;
  list_.enumerating = false;
}

void Reader::OnColon(const Token& token, const Token* next) {
  const bool heads = HeadsLine(token);
  const Mention named = heads ? clause_.mentions.back() : Mention{};
  const uint32_t length = token.range.begin - clause_.read_from;
  // 增值税：3452万元: a name that is not known, and its figure
  const bool figure = next && next->quantity && next->range.begin == token.range.end;
  const bool unknown = clause_.mentions.empty() && figure && (clause_.other || length >= clause_.known + 2 * kCharacter);
  EndClause(token.range.begin);
  if (named.word && named.word->bare) subject_ = {named.concept_id, named.word, {}, named.range, Stage::kNone};
  if (heads) line_.head = subject_;
  clause_.other = unknown;
}

// 接待费、出国费、公车费(“三公”经费)：the bracket names what they are together.
void Reader::NameWholeInBracket() {
  const size_t before = clause_.open_mentions;
  if (before == SIZE_MAX || before < 1 || clause_.mentions.size() != before + 1 || clause_.had_figure) return;
  const Mention whole = clause_.mentions.back();
  const auto& told_of = sentence_.told_of;
  const auto of_it = std::count_if(told_of.begin(), told_of.end(), [&](ConceptId id) { return SameFamily(grammar_, id, whole.concept_id); });
  if (of_it < 3) return;
  clause_.mentions = {whole};
  clause_.open_mentions = 1;
}

void Reader::OpenBracket(uint32_t begin) {
  clause_.open_mentions = clause_.mentions.size();
  line_.bracket = Bracket{begin, subject_, list_, sentence_.ordinal, sentence_.time, base_, clause_, FactCount(), sentence_.other, line_.passage};
}

// What was named in brackets does not lead what follows.
void Reader::CloseBracket() {
  NameWholeInBracket();
  if (clause_.open_mentions < clause_.mentions.size()) clause_.mentions.resize(clause_.open_mentions);
  const bool clause_of_its_own = clause_.open_mentions == SIZE_MAX;  // (含上级补助收入、上年结转安排的支出)
  clause_.open_mentions = SIZE_MAX;
  if (!line_.bracket) return;
  Bracket& before = *line_.bracket;
  const bool figures = FactCount() > before.facts;
  if (clause_of_its_own && !clause_.none) {
    if (figures) {  // 项目均完成自评(数量26个、金额80万元)，平均分…: the next clause is of what stands before the bracket
      clause_.mentions = before.clause.mentions;
      clause_.had_figure = before.clause.had_figure;
    } else {
      clause_ = before.clause;  // 为预算（调整前的预算，下同）的95%
    }
    clause_.open_mentions = SIZE_MAX;
  }
  subject_ = before.subject;
  sentence_.other = before.other;
  if (line_.passage == Passage::kReason) line_.passage = before.passage;  // 追加5万元(系专款)，全年预算8万元
  if (list_.open && list_.total != before.list.total) {
    CloseList();
    list_ = before.list;
  }
  // 985万元(含2023年结转50万元)，…: the year was that of the aside.
  if (sentence_.ordinal == before.sentence && (before.time.year != 0 || figures)) sentence_.time = before.time;
  const bool base_only = !figures && clause_.direction == nullptr;  // not 较上年(减少)2万元
  if (base_only && before.base.open) base_ = before.base;  // 比2023年执行数(按2024年口径)增长
  line_.bracket.reset();
}

}  // namespace mingzhang
