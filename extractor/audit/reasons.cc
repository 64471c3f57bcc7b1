// Changes without a reason (CP005, PL011).
#include <algorithm>
#include <map>
#include <utility>

#include "extractor/audit/checks.h"
#include "extractor/audit/match.h"

namespace mingzhang {
namespace {

// What stands for a change: the change itself, else the rate.
Index StatedBy(const Comparison& comparison) { return comparison.change != kNone ? comparison.change : comparison.rate; }

// Whether the changes of one text are explained: beside the figure, or where the same change, the whole or a part of
// it is spoken of again.
class Reasons {
 public:
  Reasons(const AuditContext& context, const RuleCase& about) : context_(context), about_(about) {}

  // No reason is found for the change, and one is owed.
  bool AreMissing(const Comparison& comparison, Index stated);
  bool StandsWith(const Comparison& comparison, Index stated) const;

 private:
  using Size = std::pair<Measure, Decimal>;  // of a change, in figures that two statements of it share

  bool IsWithLastYear(const Comparison& comparison) const;
  bool IsInReason(Index stated) const;
  bool IsCutOff(Index stated) const;
  bool IsGivenElsewhere(const Comparison& comparison, Index stated);
  bool IsGivenForFamily(ConceptId concept_id) const;
  void Gather();

  const AuditContext& context_;
  const RuleCase& about_;
  bool gathered_ = false;
  std::vector<Size> sizes_;     // of what is explained; sorted
  std::vector<bool> concepts_;  // likewise, by id
};

bool Reasons::AreMissing(const Comparison& comparison, Index stated) {
  if (StandsWith(comparison, stated)) return false;
  if (!IsWithLastYear(comparison) || IsInReason(stated) || IsCutOff(stated)) return false;
  return !IsGivenElsewhere(comparison, stated);
}

// In its comparison, before it in its paragraph, or later in its section. A paragraph without an end is looked at only
// around the figure, so that it is not searched for each.
bool Reasons::StandsWith(const Comparison& comparison, Index stated) const {
  constexpr uint32_t kReach = 1500;  // bytes; a reason further away belongs to something else
  if (!comparison.reason.empty()) return true;
  const Range statement = comparison.statement, figure = context_.Place(stated);
  const Index section = context_.SectionAt(statement.begin);
  const auto end_of_text = static_cast<uint32_t>(context_.text.logical.size());
  const uint32_t section_end = section == kNone ? end_of_text : context_.extraction.sections[section].body.end;
  const LogicalLine* line = context_.LineAt(figure.begin);
  const uint32_t paragraph = line == nullptr ? statement.begin : std::min(line->range.begin, statement.begin);
  const uint32_t begin = std::max(paragraph, figure.begin - std::min(figure.begin, kReach));
  const uint32_t end = std::min(std::max(statement.end, figure.end), figure.end + kReach);
  return Matches(about_.pattern, context_.text.Logical({begin, std::max(end, std::min(section_end, end + kReach))}));
}

// 比2019年（疫情前）…: a comparison beside the one with the year before, which owes the reason.
bool Reasons::IsWithLastYear(const Comparison& comparison) const {
  const int year = context_.extraction.document.fiscal_year;
  return year == 0 || comparison.basis.year == 0 || comparison.basis.year >= year - 1;
}

// （3）人员经费定额较上年上涨2000元/人；: the figure stands in the list of another one's reasons.
bool Reasons::IsInReason(Index stated) const {
  constexpr uint32_t kReach = 600;  // bytes
  const uint32_t at = context_.Place(stated).begin;
  const LogicalLine* line = context_.LineAt(at);
  if (line == nullptr) return false;
  const std::string_view before = context_.text.Logical({std::max(line->range.begin, at - std::min(at, kReach)), at});
  const size_t stop = before.rfind(kFullStop);
  return Matches(about_.together, before.substr(stop == std::string_view::npos ? 0 : stop + kFullStop.size()));
}

// The text breaks off behind the figure: what was said of it there is not known.
bool Reasons::IsCutOff(Index stated) const {
  constexpr size_t kReach = 300;  // bytes
  const uint32_t end = context_.Place(stated).end;
  const LogicalLine* line = context_.LineAt(context_.Place(stated).begin);
  if (line == nullptr || line != &context_.text.lines.back() || line->range.end - end > kReach) return false;
  return context_.text.Logical({end, line->range.end}).find(kFullStop) == std::string_view::npos;
}

void Reasons::Gather() {
  if (std::exchange(gathered_, true)) return;
  concepts_.resize(context_.vocabulary.concepts.size());
  for (const Comparison& c : context_.extraction.comparisons) {
    const Index stated = StatedBy(c);
    if (stated == kNone || context_.fact(stated).concept_id < 0 || !StandsWith(c, stated)) continue;
    concepts_[context_.fact(stated).concept_id] = true;
    for (const Index i : {c.change, c.rate}) {
      if (i != kNone && !context_.fact(i).value.is_zero()) sizes_.emplace_back(context_.fact(i).measure, context_.fact(i).value);
    }
  }
  std::sort(sizes_.begin(), sizes_.end());
}

// 财政拨款收入…减少6.13万元，主要原因是…. …财政拨款支出…减少6.13万元.
bool Reasons::IsGivenElsewhere(const Comparison& comparison, Index stated) {
  Gather();
  const auto is_explained = [&](Index i) {
    return i != kNone && std::binary_search(sizes_.begin(), sizes_.end(), Size(context_.fact(i).measure, context_.fact(i).value));
  };
  return is_explained(comparison.change) || is_explained(comparison.rate) || IsGivenForFamily(context_.fact(stated).concept_id);
}

// 三公经费 and 公务接待费, and both sides of the accounts that 收支总计 speaks of: the reason for a whole is one for its
// parts, and that for a part explains the whole that it moved.
bool Reasons::IsGivenForFamily(ConceptId concept_id) const {
  const std::string_view id = context_.Id(concept_id);
  return std::any_of(about_.parts.begin(), about_.parts.end(), [&](ConceptId other) {
    const std::string_view other_id = context_.Id(other);
    if (other == concept_id || !concepts_[other] || id.ends_with(".total") == other_id.ends_with(".total")) return false;
    return FamilyOf(id) == FamilyOf(other_id) || FamilyOf(id) == "balance" || FamilyOf(other_id) == "balance";
  });
}

// Reports of a government and texts of another kind explain what they like.
bool OwesReasons(const AuditContext& context) {
  const DocumentFacts& document = context.extraction.document;
  if (document.level == DocumentLevel::kGovernment) return false;
  return document.kind == DocumentKind::kBudget || document.kind == DocumentKind::kFinalAccounts ||
         document.kind == DocumentKind::kThreePublicStatement;
}

// The figure that may call for a reason; kNone when there is none.
Index ChangeOf(const AuditContext& context, const Comparison& comparison) {
  const Index stated = StatedBy(comparison);
  if (stated == kNone || context.fact(stated).value.is_zero() || context.fact(stated).concept_id < 0) return kNone;
  const Measure measure = context.fact(stated).measure;
  return measure == Measure::kChange || measure == Measure::kChangeRate ? stated : kNone;
}

// parts: what calls for a reason however small the change.
bool IsPrincipal(const AuditContext& context, const RuleCase& about, Index stated) {
  return std::find(about.parts.begin(), about.parts.end(), context.fact(stated).concept_id) != about.parts.end();
}

bool IsSwing(const AuditContext& context, const Comparison& comparison, const std::optional<Decimal>& from) {
  if (!from || comparison.rate == kNone) return false;
  const Fact& rate = context.fact(comparison.rate);
  return rate.measure == Measure::kChangeRate && rate.value.Abs() >= *from;
}

// Changes of one section and one family of concepts: what one reason would explain.
using Unexplained = std::map<std::pair<Index, std::string_view>, std::vector<Index>>;

// One finding for them all, at the first; the rule's second case has the words for several.
void ReportUnexplained(AuditContext& context, const RuleSpec& rule, const std::vector<Index>& changes) {
  const Index first = changes.front();
  Report report(context, rule, changes.size() > 1 && rule.cases.size() > 1 ? &rule.cases[1] : nullptr);
  for (const Index i : changes) report.At(i);
  report.Subject(first).Figure("amt", first).Slot("word", context.Quote(context.fact(first).direction_range));
  report.Slot("n", std::to_string(changes.size() - 1)).Done();
}

}  // namespace

void CheckRequiredReason(AuditContext& context, const RuleSpec& rule) {
  if (rule.cases.empty() || !OwesReasons(context)) return;
  const RuleCase& about = rule.cases.front();
  Reasons reasons(context, about);
  Unexplained unexplained;
  for (const Comparison& c : context.extraction.comparisons) {
    const Index stated = ChangeOf(context, c);
    if (stated == kNone || !IsPrincipal(context, about, stated) || IsSwing(context, c, about.high)) continue;
    if (!reasons.AreMissing(c, stated)) {
      Passed(context, rule, stated);
      continue;
    }
    unexplained[{context.fact(stated).section, FamilyOf(context.Id(context.fact(stated).concept_id))}].push_back(stated);
  }
  for (const auto& [where, changes] : unexplained) ReportUnexplained(context, rule, changes);
}

void CheckSwing(AuditContext& context, const RuleSpec& rule) {
  if (rule.cases.empty() || !OwesReasons(context)) return;
  Reasons reasons(context, rule.cases.front());
  for (const Comparison& c : context.extraction.comparisons) {
    if (ChangeOf(context, c) == kNone || !IsSwing(context, c, rule.cases.front().low)) continue;
    if (!reasons.AreMissing(c, c.rate)) continue;
    Report(context, rule).At(c.rate).Subject(c.rate).Stated(context.fact(c.rate).value.Abs().ToString()).Done();
  }
}

}  // namespace mingzhang
