// What punctuation does: where a clause, a bracket or a list ends, and what it leaves behind.
#include <algorithm>

#include "extractor/facts/reader.h"

namespace mingzhang {

void Reader::OnMark(const Token& token, const Token* next) {
  before_colon_.clear();
  if (token.mark == Mark::kColon) before_colon_ = clause_.mentions;
  switch (token.mark) {
    case Mark::kOpen:
      OpenBracket(token.range.begin);
      return;
    case Mark::kClose:  // what was named in brackets does not lead what follows
      CloseBracket();
      if (token.range.end - clause_.begin <= 4 * kCharacter && clause_.mentions.empty() && !clause_.had_figure) {  // （一）
        clause_.read_from = name_begin_ = token.range.end;
        clause_.known = 0;
      }
      return;
    case Mark::kListComma:
      if (list_.open && clause_.had_figure && out_->facts.back().measure == Measure::kAmount) list_.enumerating = true;
      if (next_respective_ > 0 && clause_.had_figure) {  // the next figure is read as the last one was
        clause_.read_from = token.range.end;
        clause_.known = 0;
        return;
      }
      if (clause_.had_figure && clause_.mentions.empty() && !clause_.none) EndClause(token.range.begin);
      return;
    case Mark::kComma:
      if (next_respective_ > 0 && clause_.had_figure && next && next->quantity && next->range.begin == token.range.end) {  // 各是8，7万元
        clause_.read_from = token.range.end;
        clause_.known = 0;
        return;
      }
      next_respective_ = 0;
      respective_armed_ = false;
      EndClause(token.range.begin);
      base_.open = false;
      if (reason_leads_ && scope_ == Scope::kReason) scope_ = Scope::kPlain;  // 受市场影响，收入3万元
      reason_leads_ = false;
      list_.enumerated = list_.enumerating;
      list_.enumerating = false;
      break;
    case Mark::kColon: OnColon(token, next); break;
    case Mark::kSemicolon:
      EndClause(token.range.begin);
      base_ = {};
      list_.enumerating = list_.enumerated = false;
      list_.semicolon = list_.open;
      if (!OutlastsSentence() && !(scope_ == Scope::kReason && reason_listed_)) scope_ = Scope::kPlain;
      break;
    case Mark::kStop:
      respective_.clear();
      EndClause(token.range.begin);
      EndSentence();
      break;
    case Mark::kNone: return;
  }
  clause_.begin = clause_.read_from = token.range.end;
  name_begin_ = token.range.end;
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
  if (heads) line_head_ = subject_;
  clause_.other = unknown;
}

// 接待费、出国费、公车费(“三公”经费)：the bracket names what they are together.
void Reader::NameWholeInBracket() {
  const size_t before = clause_.open_mentions;
  if (before == SIZE_MAX || before < 1 || clause_.mentions.size() != before + 1 || clause_.had_figure) return;
  const Mention whole = clause_.mentions.back();
  const auto of_it = std::count_if(told_of_.begin(), told_of_.end(), [&](ConceptId id) { return SameFamily(id, whole.concept_id); });
  if (of_it < 3) return;
  clause_.mentions = {whole};
  clause_.open_mentions = 1;
}

void Reader::OpenBracket(uint32_t begin) {
  clause_.open_mentions = clause_.mentions.size();
  bracket_ = Bracket{begin, subject_, list_, sentence_, base_, clause_, out_->facts.size(), other_};
}

void Reader::CloseBracket() {
  NameWholeInBracket();
  if (clause_.open_mentions < clause_.mentions.size()) clause_.mentions.resize(clause_.open_mentions);
  const bool clause_of_its_own = clause_.open_mentions == SIZE_MAX;  // (含上级补助收入、上年结转安排的支出)
  clause_.open_mentions = SIZE_MAX;
  if (!bracket_) return;
  if (clause_of_its_own && !clause_.none) {
    if (out_->facts.size() == bracket_->facts) clause_ = bracket_->clause;  // 为预算（调整前的预算，下同）的95%
    else clause_.mentions = bracket_->clause.mentions;
    clause_.open_mentions = SIZE_MAX;
  }
  subject_ = bracket_->subject;
  other_ = bracket_->other;
  if (list_.open && list_.total != bracket_->list.total) {
    CloseList();
    list_ = bracket_->list;
  }
  // 985万元(含2023年结转50万元)，…: the year was that of the aside.
  const bool figures = out_->facts.size() > bracket_->facts;
  if (sentence_.ordinal == bracket_->sentence.ordinal && (bracket_->sentence.year != 0 || figures)) sentence_ = bracket_->sentence;
  const bool base_only = !figures && clause_.direction == nullptr;  // not 较上年(减少)2万元
  if (base_only && bracket_->base.open) base_ = bracket_->base;  // 比2023年执行数(按2024年口径)增长
  bracket_.reset();
}

}  // namespace mingzhang
