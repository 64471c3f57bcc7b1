// The text itself: slips, terms, punctuation, reasons (family TX, and other rules of kind “text”).
#include <algorithm>
#include <array>
#include <cctype>
#include <set>

#include "extractor/audit/checks.h"
#include "extractor/audit/headings.h"
#include "extractor/audit/match.h"
#include "extractor/base/find.h"

namespace mingzhang {
namespace {

bool IsProse(const LogicalLine* line) { return !line || line->kind == LineKind::kProse || line->kind == LineKind::kTitle; }

// The match with a little of what stands around it.
std::string_view Around(const AuditContext& context, Range range) {
  constexpr uint32_t kMargin = 45;
  const uint32_t begin = range.begin < kMargin ? 0 : range.begin - kMargin;
  return std::string_view(context.text.logical).substr(begin, range.end + kMargin - begin);
}

bool IsExcepted(const AuditContext& context, const RuleCase& about, Range range) { return MatchesAny(about.except, Around(context, range)); }

bool IsMeantFor(const AuditContext& context, const RuleCase& about) {
  if (!about.tier.empty() && context.extraction.document.tier != about.tier) return false;
  return !about.together || context.Mentions(about.together);
}

// Calls use(match) for every match of `pattern` in the prose of `text`.
template <typename Use>
void ForMatches(const AuditContext& context, const RuleCase& about, const Use& use) {
  const std::string_view text = context.text.logical;
  for (uint32_t from = 0; from <= text.size();) {
    const auto match = FindMatch(about.pattern, text, from);
    if (!match) return;
    from = std::max(match->place.end, from + 1);
    if (!IsProse(context.LineAt(match->place.begin)) || IsExcepted(context, about, match->whole)) continue;
    if (!use(*match)) return;
  }
}

}  // namespace

namespace {

// The place in the logical text of an offset of the text as received. Both run in the same order.
uint32_t LogicalOf(const DocumentText& text, uint32_t decoded) {
  uint32_t low = 0, high = static_cast<uint32_t>(text.logical.size());
  while (low < high) {
    const uint32_t middle = low + (high - low) / 2;
    if (text.logical_to_decoded.ToOriginal(middle) < decoded) {
      low = middle + 1;
    } else {
      high = middle;
    }
  }
  return low;
}

}  // namespace

void CheckHalfWidth(AuditContext& context, const RuleSpec& rule) {
  constexpr size_t kHabit = 6;  // more than this is the style of the text: said once
  constexpr size_t kBefore = 3, kAfter = 13;  // bytes that the pattern may need around the mark
  for (const RuleCase& about : rule.cases) {
    std::vector<Range> places;
    const std::string& text = context.text.decoded;
    std::array<bool, 256> is_mark{};
    for (const char mark : about.words.front()) is_mark[static_cast<unsigned char>(mark)] = true;
    for (size_t at = NextAscii(text, 1); at < text.size(); at = NextAscii(text, at + 1)) {
      if (!is_mark[static_cast<unsigned char>(text[at])]) continue;
      if (std::isalnum(static_cast<unsigned char>(text[at - 1]))) continue;
      const size_t begin = at < kBefore ? 0 : at - kBefore;
      const auto match = FindMatch(about.pattern, std::string_view(text).substr(begin, kBefore + kAfter));
      if (!match || begin + match->place.begin != at) continue;
      const uint32_t logical = LogicalOf(context.text, static_cast<uint32_t>(at));
      const LogicalLine* line = context.LineAt(logical);
      if (line && IsProse(line)) places.push_back({logical, std::min(logical + 1, line->range.end)});
    }
    if (places.size() > kHabit) places.resize(1);
    for (const Range place : places) {
      const std::string quote(context.text.Quote(place));
      Report(context, rule, &about).At(place).Slot("quote", quote).Stated(quote).Done();
    }
  }
}

void CheckRepeatedPhrase(AuditContext& context, const RuleSpec& rule) {
  for (const RuleCase& about : rule.cases) {
    if (!context.HasFault(about.fault_index)) continue;
    ForMatches(context, about, [&](const TextMatch& match) {
      const std::string_view first = context.text.Logical(match.place), second = context.text.Logical(match.second);
      if (!match.second.empty() && first == second) {
        Report(context, rule, &about).At(match.place).At(match.second).Slot("quote", std::string(first)).Done();
      }
      return true;
    });
  }
}

namespace {

// Whether `other` is `name` with characters of `fillers` replaced by one another.
bool DiffersInFillers(const std::vector<std::string_view>& name, const std::vector<std::string_view>& other,
                      std::string_view fillers) {
  bool differs = false;
  for (size_t i = 0; i < name.size(); ++i) {
    if (name[i] == other[i]) continue;
    if (fillers.find(name[i]) == std::string_view::npos || fillers.find(other[i]) == std::string_view::npos) return false;
    differs = true;
  }
  return differs;
}

}  // namespace

void CheckNameVariant(AuditContext& context, const RuleSpec& rule) {
  constexpr size_t kShortest = 6, kHead = 4;
  const std::string& name = context.extraction.document.organization;
  const auto characters = CharactersOf(name);
  if (characters.size() < kShortest || rule.cases.empty() || rule.cases.front().words.empty()) return;
  const std::string& fillers = rule.cases.front().words.front();
  std::string head;
  for (size_t i = 0; i < kHead; ++i) head += characters[i];
  const std::string_view text = context.text.logical;
  for (size_t at = FindWord(text, head); at != std::string_view::npos; at = FindWord(text, head, at + head.size())) {
    if (at + name.size() > text.size()) return;
    const auto other = CharactersOf(text.substr(at, name.size()));
    if (other.size() != characters.size() || !DiffersInFillers(characters, other, fillers)) continue;
    const Range place{static_cast<uint32_t>(at), static_cast<uint32_t>(at + name.size())};
    Report(context, rule).At(place).Slot("a", name).Slot("b", context.Quote(place)).Stated(context.Quote(place)).Done();
  }
}

namespace {

Range WithoutBlanks(const AuditContext& context, Range range) {
  const auto is_blank = [&](uint32_t at) { return IsBlank(std::string_view(context.text.logical).substr(at, 1)); };
  while (!range.empty() && is_blank(range.begin)) ++range.begin;
  while (!range.empty() && is_blank(range.end - 1)) --range.end;
  return range;
}

}  // namespace

void CheckHeadingBody(AuditContext& context, const RuleSpec& rule) {
  for (const RuleCase& about : rule.cases) {
    if (!about.title.MayMatch(context.text.pairs)) continue;
    for (const Section& section : context.extraction.sections) {
      const std::string_view body = context.text.Logical(section.body);
      if (!Matches(about.title, section.title) || IsBlank(body)) continue;
      const bool has = MatchesAny(about.except, body);
      if (has) continue;
      Report report(context, rule, &about);
      report.At(about.same_sentence ? WithoutBlanks(context, section.body) : section.heading).Slot("title", section.title);
      report.Slot("quote", context.Quote(section.body)).Done();
    }
  }
}

void CheckText(AuditContext& context, const RuleSpec& rule) {
  CheckHeadingBody(context, rule);
  for (const RuleCase& about : rule.cases) {
    if (!context.HasFault(about.fault_index) || !IsMeantFor(context, about)) continue;
    ForMatches(context, about, [&](const TextMatch& match) {
      const std::string quote = context.Quote(match.place);
      Report(context, rule, &about).At(match.place).Slot("quote", quote).Slot("term", about.term).Stated(quote).Done();
      return !about.once;
    });
  }
}

namespace {

ConceptId ConceptOf(const AuditContext& context, const Comparison& comparison) {
  for (const Index i : {comparison.change, comparison.rate, comparison.subject}) {
    if (i != kNone) return context.fact(i).concept_id;
  }
  return comparison.concept_id;
}

Index SubjectOf(const Comparison& comparison) {
  return comparison.change != kNone ? comparison.change : comparison.rate != kNone ? comparison.rate : comparison.subject;
}

// 因公出国费…增长79.1%，主要是…；公务接待费…下降7.6%: another change stands nearer to the reason, or the reason before
// what it would be about was so much as named.
bool IsReasonOfAnother(const AuditContext& context, const Comparison& comparison) {
  constexpr ptrdiff_t kReach = 8;  // comparisons
  const Index own = SubjectOf(comparison);
  if (own == kNone) return false;
  const auto& all = context.extraction.comparisons;
  const ptrdiff_t at = &comparison - all.data(), size = static_cast<ptrdiff_t>(all.size());
  const bool named_after = comparison.reason.end <= context.fact(own).label_range.begin;
  for (ptrdiff_t i = std::max<ptrdiff_t>(0, at - kReach); i < std::min(size, at + kReach); ++i) {
    const Index other = SubjectOf(all[i]);
    if (other == kNone || context.fact(other).concept_id == context.fact(own).concept_id) continue;
    const uint32_t place = context.Place(other).begin;
    if (place >= comparison.reason.begin) continue;
    if (place > context.Place(own).end || (named_after && context.SameSentence(own, other))) return true;
  }
  return false;
}

void ReportReason(AuditContext& context, const RuleSpec& rule, const RuleCase& about, const Comparison& c, Range place) {
  Report report(context, rule, &about);
  report.At(place).Slot("reason", context.Quote(c.reason)).Stated(context.Quote(c.reason));
  const Index subject = SubjectOf(c);
  if (subject != kNone) {
    report.At(subject).Subject(subject).Slot("word", context.Quote(context.fact(subject).direction_range));
  }
  report.Done();
}

// The last name of a functional line: 行政运行 of 一般公共服务支出, 财政事务, 行政运行.
std::string_view ItemOf(const Fact& fact) {
  for (const auto& [key, value] : fact.qualifiers) {
    if (key == "item") return value;
  }
  return {};
}

bool IsPartOfOwnLine(const Fact& fact, std::string_view name) {
  return std::any_of(fact.qualifiers.begin(), fact.qualifiers.end(), [&](const auto& qualifier) {
    return qualifier.second.find(name) != std::string::npos;
  });
}

// The item of another line that `reason` names, and not the line's own; empty when there is none.
std::string_view OtherItemIn(std::string_view reason, const Fact& fact,
                             const std::set<std::string_view>& items, const std::set<size_t>& lengths) {
  if (!ItemOf(fact).empty() && reason.find(ItemOf(fact)) != std::string_view::npos) return {};
  constexpr size_t kLongest = 400;
  reason = reason.substr(0, kLongest);
  for (size_t at = 0; at < reason.size(); at += 3) {
    while (at < reason.size() && (static_cast<unsigned char>(reason[at]) & 0xC0) == 0x80) ++at;
    for (auto length = lengths.rbegin(); length != lengths.rend(); ++length) {
      const auto found = at + *length <= reason.size() ? items.find(reason.substr(at, *length)) : items.end();
      if (found != items.end() && !IsPartOfOwnLine(fact, *found)) return *found;
    }
  }
  return {};
}

void CheckOtherItems(AuditContext& context, const RuleSpec& rule, const RuleCase& about) {
  constexpr size_t kShortest = 12;  // bytes; shorter names are ordinary words
  std::set<std::string_view> items;
  std::set<size_t> lengths;
  for (const Index i : context.index.Of(about.concept_id)) {
    const std::string_view item = ItemOf(context.fact(i));
    if (item.size() < kShortest) continue;
    items.insert(item);
    lengths.insert(item.size());
  }
  for (const Comparison& c : context.extraction.comparisons) {
    const Index subject = SubjectOf(c);
    if (c.reason.empty() || subject == kNone || context.fact(subject).concept_id != about.concept_id) continue;
    if (!OtherItemIn(context.text.Logical(c.reason), context.fact(subject), items, lengths).empty()) {
      ReportReason(context, rule, about, c, c.reason);
    }
  }
}

}  // namespace

// term "item": the reason names another line of the classification; else pattern: words that belong to
// another concept than those in parts, unless except says why they are there.
void CheckReasonScope(AuditContext& context, const RuleSpec& rule) {
  for (const RuleCase& about : rule.cases) {
    if (about.term == "item") {
      CheckOtherItems(context, rule, about);
      continue;
    }
    for (const Comparison& c : context.extraction.comparisons) {
      const bool meant = std::find(about.parts.begin(), about.parts.end(), ConceptOf(context, c)) != about.parts.end();
      const std::string_view reason = context.text.Logical(c.reason);
      if (!meant || reason.empty() || !Matches(about.pattern, reason) || MatchesAny(about.except, reason)) continue;
      if (IsReasonOfAnother(context, c)) continue;
      ReportReason(context, rule, about, c, c.reason);
    }
  }
}

void CheckReasonDirection(AuditContext& context, const RuleSpec& rule) {
  for (const Comparison& c : context.extraction.comparisons) {
    if (c.reason.empty() || IsReasonOfAnother(context, c)) continue;
    const std::string_view reason = context.text.Logical(c.reason);
    const Direction direction = c.direction != Direction::kNone ? c.direction : c.rate_direction;
    for (const RuleCase& about : rule.cases) {
      if (about.term != DirectionName(direction) || !Matches(about.pattern, reason)) continue;
      const bool excepted = MatchesAny(about.except, reason);
      if (excepted) continue;
      const bool flat = direction == Direction::kUnchanged && c.change != kNone;
      ReportReason(context, rule, about, c, flat ? context.Place(c.change) : c.reason);
      break;
    }
  }
}

}  // namespace mingzhang
