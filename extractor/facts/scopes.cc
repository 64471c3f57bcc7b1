#include "extractor/facts/scopes.h"

#include <algorithm>

namespace mingzhang {
namespace {

constexpr uint32_t kReach = 4 * 3;  // bytes between the word and what it is of: four characters

// The level that the text names most often; the lower of equals, for a county compares itself with its province.
const LevelWords* LevelOf(const std::vector<LevelWords>& levels, const DocumentText& text) {
  const LevelWords* best = nullptr;
  int most = 0;
  for (const LevelWords& level : levels) {
    const int named = text.Count(level.consolidated) + text.Count(level.own);
    if (named > 0 && named >= most) best = &level, most = named;
  }
  return best;
}

bool Names(WordKind kind) {
  return kind == WordKind::kConcept || kind == WordKind::kCompletion || kind == WordKind::kStage || kind == WordKind::kFunctional;
}

// Tokens are in order and do not overlap.
template <typename Tokens>
auto FirstEndingAfter(Tokens& tokens, uint32_t position) {
  return std::partition_point(tokens.begin(), tokens.end(), [=](const Token& token) { return token.range.end <= position; });
}

// 全县一般公共预算收入, 县本级完成, 乡镇4.2亿元: a figure follows, or what figures are of.
bool NamesFigures(const Token& token) { return token.quantity || (token.word && Names(token.word->kind)); }

}  // namespace

void ScopeReader::Only::Add(FiscalScope scope) {
  several_ = several_ || (scope_ != FiscalScope::kNone && scope_ != scope);
  scope_ = scope;
}

void ScopeReader::Only::AddOfPart(FiscalScope scope) {
  several_ = several_ || (of_parts_ != FiscalScope::kNone && of_parts_ != scope);
  of_parts_ = scope;
}

ScopeReader::ScopeReader(const std::vector<LevelWords>& levels, const DocumentText& text, Extraction* out) : text_(text.logical), out_(out) {
  if (out->document.level == DocumentLevel::kGovernment) level_ = LevelOf(levels, text);
}

void ScopeReader::FindNames(Range line, std::vector<Token>* tokens) {
  names_.clear();
  if (!level_) return;
  AddNames(level_->consolidated, FiscalScope::kConsolidated, line);
  AddNames(level_->own, FiscalScope::kOwn, line);
  AddNames(level_->subordinate, FiscalScope::kSubordinate, line);
  if (names_.empty()) return;
  std::sort(names_.begin(), names_.end(), [](const Named& a, const Named& b) { return a.range.begin < b.range.begin; });
  std::erase_if(names_, [&](const Named& name) { return !IsOfFigures(name, *tokens); });
  MakeTokens(tokens);
}

void ScopeReader::AddNames(const WordSet& words, FiscalScope scope, Range line) {
  const std::string_view text = text_.substr(0, line.end);
  for (auto found = words.index().Next(text, line.begin); found.index != WordIndex::kNone;) {
    const size_t end = found.begin + words.index().word(found.index).size();
    names_.push_back({{static_cast<uint32_t>(found.begin), static_cast<uint32_t>(end)}, scope});
    found = words.index().Next(text, end);
  }
}

// Whether what figures are of, or a figure, holds the word or follows it.
bool ScopeReader::IsOfFigures(const Named& name, const std::vector<Token>& tokens) {
  auto token = FirstEndingAfter(tokens, name.range.end);
  const bool inside = token != tokens.end() && token->range.begin < name.range.begin;
  if (inside && token->word && token->word->kind == WordKind::kOther) return false;  // 上划省级收入
  while (token != tokens.end() && token->range.begin <= name.range.end + kReach && !NamesFigures(*token)) ++token;
  return token != tokens.end() && token->range.begin <= name.range.end + kReach;
}

void ScopeReader::MakeTokens(std::vector<Token>* tokens) {
  static const Word kScopeWord = [] {
    Word word;
    word.kind = WordKind::kScope;
    return word;
  }();
  std::vector<Token> all;
  all.reserve(tokens->size() + names_.size());
  auto token = tokens->begin();
  for (const Named& name : names_) {
    const auto after = FirstEndingAfter(*tokens, name.range.begin);
    all.insert(all.end(), token, after);
    token = after;
    const bool free = all.empty() || all.back().range.end <= name.range.begin;
    if (free && (after == tokens->end() || after->range.begin >= name.range.end)) all.push_back({.range = name.range, .word = &kScopeWord});
  }
  all.insert(all.end(), token, tokens->end());
  tokens->swap(all);
}

void ScopeReader::ReadHeading(const std::vector<Token>& tokens, Index section, Index parent) {
  if (!level_) return;
  heading_ = parent >= 0 ? headings_[static_cast<size_t>(parent)] : FiscalScope::kNone;
  Only named;
  for (const Named& name : names_) named.Add(name.scope);
  if (named.scope() != FiscalScope::kNone) heading_ = named.scope();
  headings_.resize(static_cast<size_t>(section) + 1, FiscalScope::kNone);
  headings_.back() = heading_;
  section_ = {};
  FindChanges(tokens, heading_);
  SetScopes();
}

// What holds at a place of a line.
struct ScopeReader::LineState {
  FiscalScope now;
  FiscalScope around = FiscalScope::kNone;   // of a list or a bracket
  FiscalScope before = FiscalScope::kNone;   // the bracket
  FiscalScope whole = FiscalScope::kNone;    // named behind 占
  bool listing = false, sharing = false;
};

void ScopeReader::OnMark(Mark mark, LineState* state) {
  if (mark == Mark::kOpen) state->before = state->now;
  if (mark == Mark::kClose) state->now = state->before;
  if (mark == Mark::kSemicolon && state->listing) state->now = state->around;  // 其中：区本级收入3亿元；转移性收入5亿元
  if (mark == Mark::kStop && state->listing) {
    state->now = state->around;
    state->listing = false;
  }
  if (mark != Mark::kOpen && mark != Mark::kClose) state->sharing = false, state->whole = FiscalScope::kNone;
}

void ScopeReader::FindChanges(const std::vector<Token>& tokens, FiscalScope begin) {
  LineState state{.now = begin};
  auto name = names_.begin();
  changes_.clear();
  const auto change = [&](uint32_t position) {
    const FiscalScope implied = state.listing ? state.around : state.now;
    changes_.push_back({position, state.now, state.whole == FiscalScope::kNone ? implied : state.whole});
  };
  change(0);
  for (const Token& token : tokens) {
    for (; name != names_.end() && name->range.begin < token.range.end; ++name) {
      (state.sharing ? state.whole : state.now) = name->scope;
      change(name->range.begin);
    }
    if (token.mark != Mark::kNone) OnMark(token.mark, &state);
    if (token.word && token.word->kind == WordKind::kShare) state.sharing = true;
    if (token.word && token.word->kind == WordKind::kAmong && !state.listing) state.listing = true, state.around = state.now;
    if (token.mark != Mark::kNone || (token.word && token.word->kind == WordKind::kAmong)) change(token.range.begin);
  }
}

void ScopeReader::ReadLine(const std::vector<Token>& tokens) {
  if (!level_) return;
  FindChanges(tokens, heading_ != FiscalScope::kNone ? heading_ : section_.scope());
  const auto among = std::find_if(tokens.begin(), tokens.end(), [](const Token& token) { return token.word && token.word->kind == WordKind::kAmong; });
  const uint32_t parts = among == tokens.end() ? UINT32_MAX : among->range.begin;
  for (const Named& name : names_) {
    for (Only* only : {&section_, &document_}) {
      if (name.range.begin > parts) only->AddOfPart(name.scope);
      else only->Add(name.scope);
    }
  }
  SetScopes();
}

void ScopeReader::SetScopes() {
  for (; next_fact_ < out_->facts.size(); ++next_fact_) {
    Fact& fact = out_->facts[next_fact_];
    const uint32_t place = fact.value_range.empty() ? fact.statement.end - 1 : fact.value_range.begin;
    const auto after = std::upper_bound(changes_.begin(), changes_.end(), place, [](uint32_t at, const Change& c) { return at < c.position; });
    fact.scope = after[-1].scope;
    if (fact.measure == Measure::kShare) fact.basis.scope = after[-1].whole;
  }
}

void ScopeReader::Finish() {
  if (!level_) return;
  for (Fact& fact : out_->facts) {
    if (fact.scope == FiscalScope::kNone) fact.scope = document_.scope();
    if (fact.measure == Measure::kShare && fact.basis.scope == FiscalScope::kNone) fact.basis.scope = document_.scope();
  }
  const auto of = [&](Index i) { return out_->facts[static_cast<size_t>(i)].scope; };
  for (Comparison& comparison : out_->comparisons) {
    const Index change = comparison.change != kNone ? comparison.change : comparison.rate;
    for (Index* figure : {&comparison.subject, &comparison.base}) {
      if (*figure != kNone && change != kNone && of(*figure) != of(change)) *figure = kNone;
    }
  }
}

}  // namespace mingzhang
