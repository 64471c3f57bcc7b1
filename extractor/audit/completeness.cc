// What a disclosure must contain (family CP), and changes without a reason (PL011).
#include <algorithm>
#include <map>

#include <fmt/format.h>

#include "extractor/audit/checks.h"
#include "extractor/audit/headings.h"
#include "extractor/audit/match.h"
#include "extractor/audit/wholeness.h"
#include "extractor/base/find.h"

namespace mingzhang {
namespace {

bool MatchesTitle(const RuleCase& about, const Section& section) {
  return Matches(about.title, section.title);
}

// The first section whose title a case names; the end when there is none.
std::vector<Section>::const_iterator SectionOf(const AuditContext& context, const RuleCase& about) {
  const auto& sections = context.extraction.sections;
  return std::find_if(sections.begin(), sections.end(), [&](const Section& s) { return MatchesTitle(about, s); });
}

bool HasLine(const AuditContext& context, LineKind kind) {
  return std::any_of(context.text.lines.begin(), context.text.lines.end(),
                     [&](const LogicalLine& line) { return line.kind == kind; });
}

bool IsElsewhere(AuditContext& context, const RuleSpec& rule) {
  if (!context.has_tables) context.has_tables = HasLine(context, LineKind::kTable);
  if (*context.has_tables) return true;
  return context.Mentions(rule.book->elsewhere);
}

bool Applies(const AuditContext& context, const RuleSpec& rule) {
  const DocumentKind kind = context.extraction.document.kind;
  return kind == DocumentKind::kFinalAccounts ? rule.final_accounts : rule.budget;
}

// {missing}: what a case is about.
void NameMissing(const AuditContext& context, const RuleCase& about, Report* report) {
  const ConceptId concept_id = about.concept_id != kNoConcept ? about.concept_id : about.parts.front();
  const ConceptName& name = context.vocabulary.concepts[concept_id];
  report->Slot("missing", std::string(name.zh), std::string(name.en));
  report->Slot("fy", std::to_string(context.extraction.document.fiscal_year));
}

}  // namespace

namespace {

// A school has no 机关运行经费: so says its name, or what the text calls it.
bool NeedNotHave(const AuditContext& context, const RuleCase& about) {
  if (about.pattern && Matches(about.pattern, context.extraction.document.organization)) return true;
  return std::any_of(about.except.begin(), about.except.end(),
                     [&](const Pattern& pattern) { return context.Mentions(pattern); });
}

}  // namespace

void CheckRequired(AuditContext& context, const RuleSpec& rule) {
  if (!Applies(context, rule)) return;
  const std::string& why = WhyIncomplete(context, rule);
  if (!why.empty()) return NotEvaluable(context, rule, why);
  for (const RuleCase& about : rule.cases) {
    if (AnyStated(context, about)) continue;
    if (NeedNotHave(context, about)) {
      NotEvaluable(context, rule, "the body is none that must state it");
      continue;
    }
    const ConceptId concept_id = about.concept_id != kNoConcept ? about.concept_id : about.parts.front();
    if (IsElsewhere(context, rule)) {
      NotEvaluable(context, rule, fmt::format("{} may stand in a table", context.Id(concept_id)));
      continue;
    }
    Report report(context, rule, &about);
    const auto& sections = context.extraction.sections;
    const auto section = SectionOf(context, about);
    if (section != sections.end()) report.At(section->heading);
    NameMissing(context, about, &report);
    report.Done();
  }
}

// parts: any of them above zero calls for all of `optional`.
void CheckRequiredSplit(AuditContext& context, const RuleSpec& rule) {
  if (!Applies(context, rule)) return;
  const std::string& why = WhyIncomplete(context, rule);
  for (const RuleCase& about : rule.cases) {
    const auto totals = context.index.Of(about.concept_id);
    const auto total = std::find_if(totals.begin(), totals.end(), [&](Index i) {
      return context.fact(i).measure == Measure::kAmount && context.fact(i).assertion == Assertion::kStated;
    });
    const bool split = std::any_of(about.parts.begin(), about.parts.end(),
                                   [&](ConceptId part) { return !context.index.Of(part).empty(); });
    if (total == totals.end() || split) continue;
    const bool zero = context.fact(*total).value.is_zero();
    if (zero != about.empty) continue;  // a case is about zero totals or about the others
    if (!why.empty() || IsElsewhere(context, rule)) {
      NotEvaluable(context, rule, !why.empty() ? why : "the split may stand in a table");
      continue;
    }
    Report(context, rule, &about).At(*total).Subject(*total).Figure("total", *total).Done();
  }
}

namespace {

constexpr std::string_view kFullStop = "\xE3\x80\x82";  // 。

// Whether a reason stands with the figure `stated`: in its comparison, before it in its paragraph, or later in its
// section. A paragraph without an end is looked at only around the figure, so that it is not searched for each.
bool HasReason(const AuditContext& context, const RuleCase& about, const Comparison& comparison, Index stated) {
  constexpr uint32_t kReach = 1500;  // bytes; a reason further away belongs to something else
  if (!comparison.reason.empty()) return true;
  const Range statement = comparison.statement, figure = context.Place(stated);
  const Index section = context.SectionAt(statement.begin);
  const auto end_of_text = static_cast<uint32_t>(context.text.logical.size());
  const uint32_t section_end = section == kNone ? end_of_text : context.extraction.sections[section].body.end;
  const LogicalLine* line = context.LineAt(figure.begin);
  const uint32_t paragraph = line == nullptr ? statement.begin : std::min(line->range.begin, statement.begin);
  const uint32_t begin = std::max(paragraph, figure.begin - std::min(figure.begin, kReach));
  const uint32_t end = std::min(std::max(statement.end, figure.end), figure.end + kReach);
  return Matches(about.pattern, context.text.Logical({begin, std::max(end, std::min(section_end, end + kReach))}));
}

// （3）人员经费定额较上年上涨2000元/人；: the figure stands in the list of another one's reasons.
bool IsInReason(const AuditContext& context, const RuleCase& about, Index stated) {
  constexpr uint32_t kReach = 600;  // bytes
  const uint32_t at = context.Place(stated).begin;
  const LogicalLine* line = context.LineAt(at);
  if (line == nullptr) return false;
  const uint32_t begin = std::max(line->range.begin, at - std::min(at, kReach));
  const std::string_view before = context.text.Logical({begin, at});
  const size_t stop = before.rfind(kFullStop);
  return Matches(about.together, before.substr(stop == std::string_view::npos ? 0 : stop + kFullStop.size()));
}

// The text breaks off behind the figure: what was said of it there is not known.
bool IsCutOff(const AuditContext& context, Index stated) {
  constexpr size_t kReach = 300;  // bytes
  const auto& lines = context.text.lines;
  const LogicalLine* line = context.LineAt(context.Place(stated).begin);
  if (line == nullptr || line != &lines.back() || line->range.end - context.Place(stated).end > kReach) return false;
  const std::string_view rest = context.text.Logical({context.Place(stated).end, line->range.end});
  return rest.find(kFullStop) == std::string_view::npos;
}

// The size of a change, in figures that two statements of it share.
using ChangeSize = std::pair<Measure, Decimal>;

// What is explained somewhere need not be explained again: 财政拨款收入…减少6.13万元，主要原因是…. …财政拨款支出…减少6.13万元.
struct Explained {
  std::vector<ChangeSize> sizes;    // sorted
  std::vector<bool> concepts;       // by id

  Explained(const AuditContext& context, const RuleCase& about) : concepts(context.vocabulary.concepts.size()) {
    for (const Comparison& c : context.extraction.comparisons) {
      const Index stated = c.change != kNone ? c.change : c.rate;
      if (stated == kNone || context.fact(stated).concept_id < 0 || !HasReason(context, about, c, stated)) continue;
      concepts[context.fact(stated).concept_id] = true;
      for (const Index i : {c.change, c.rate}) {
        if (i != kNone && !context.fact(i).value.is_zero()) sizes.emplace_back(context.fact(i).measure, context.fact(i).value);
      }
    }
    std::sort(sizes.begin(), sizes.end());
  }
};

bool IsTotal(const AuditContext& context, ConceptId concept_id) { return context.Id(concept_id).ends_with(".total"); }

// 三公经费 and 公务接待费, and both sides of the accounts that 收支总计 speaks of: one reason serves them all.
bool AreOfOneFamily(const AuditContext& context, ConceptId a, ConceptId b) {
  const auto family = [&](ConceptId i) { return context.Id(i).substr(0, context.Id(i).find('.')); };
  return family(a) == family(b) || family(a) == "balance" || family(b) == "balance";
}

// The reason for a whole is one for its parts, and that for a part explains the whole that it moved.
bool IsFamilyExplained(const AuditContext& context, const RuleCase& about, const Explained& explained, ConceptId concept_id) {
  return std::any_of(about.parts.begin(), about.parts.end(), [&](ConceptId other) {
    if (other == concept_id || !explained.concepts[other] || !AreOfOneFamily(context, other, concept_id)) return false;
    return IsTotal(context, other) != IsTotal(context, concept_id);
  });
}

bool IsExplained(const AuditContext& context, const RuleCase& about, const Explained& explained, const Comparison& c,
                 Index stated) {
  const auto is_listed = [&](Index i) {
    return i != kNone && std::binary_search(explained.sizes.begin(), explained.sizes.end(),
                                            ChangeSize(context.fact(i).measure, context.fact(i).value));
  };
  if (is_listed(c.change) || is_listed(c.rate)) return true;
  return IsFamilyExplained(context, about, explained, context.fact(stated).concept_id);
}

// 比2019年（疫情前）…: a comparison beside the one with the year before, which owes the reason.
bool IsWithLastYear(const AuditContext& context, const Comparison& comparison) {
  const int year = context.extraction.document.fiscal_year;
  return year == 0 || comparison.basis.year == 0 || comparison.basis.year >= year - 1;
}

// The figure that calls for a reason: the change, else the rate; kNone when there is none, or none needed.
Index ToBeExplained(const AuditContext& context, const RuleCase& about, const Comparison& c) {
  const Index stated = c.change != kNone ? c.change : c.rate;
  if (stated == kNone || context.fact(stated).value.is_zero() || context.fact(stated).concept_id < 0) return kNone;
  const Measure measure = context.fact(stated).measure;
  if (measure != Measure::kChange && measure != Measure::kChangeRate) return kNone;
  const bool other = !IsWithLastYear(context, c) || IsInReason(context, about, stated) || IsCutOff(context, stated);
  return other ? kNone : stated;
}

// Reports of a government and texts of another kind explain what they like.
bool OwesReasons(const AuditContext& context) {
  const DocumentFacts& document = context.extraction.document;
  if (document.level == DocumentLevel::kGovernment) return false;
  return document.kind == DocumentKind::kBudget || document.kind == DocumentKind::kFinalAccounts ||
         document.kind == DocumentKind::kThreePublicStatement;
}

// parts: what calls for a reason however small the change, with what is below it.
bool IsPrincipal(const AuditContext& context, const RuleCase& about, Index stated) {
  const ConceptId concept_id = context.fact(stated).concept_id;
  return std::find(about.parts.begin(), about.parts.end(), concept_id) != about.parts.end();
}

bool IsLargeSwing(const RuleCase& about, const AuditContext& context, const Comparison& c) {
  return about.high && c.rate != kNone && context.fact(c.rate).measure == Measure::kChangeRate &&
         context.fact(c.rate).value.Abs() >= *about.high;
}

std::string WordOf(const AuditContext& context, Index i) { return context.Quote(context.fact(i).direction_range); }

// Changes of one section and one family of concepts: what one reason would explain.
using Unexplained = std::map<std::pair<Index, std::string_view>, std::vector<Index>>;

// One finding for them all, at the first; the rule's second case has the words for several.
void ReportUnexplained(AuditContext& context, const RuleSpec& rule, const std::vector<Index>& changes) {
  const Index first = changes.front();
  Report report(context, rule, changes.size() > 1 && rule.cases.size() > 1 ? &rule.cases[1] : nullptr);
  for (const Index i : changes) report.At(i);
  report.Subject(first).Figure("amt", first).Slot("word", WordOf(context, first));
  report.Slot("n", std::to_string(changes.size() - 1)).Done();
}

}  // namespace

void CheckRequiredReason(AuditContext& context, const RuleSpec& rule) {
  if (rule.cases.empty() || !OwesReasons(context)) return;
  const RuleCase& about = rule.cases.front();
  Unexplained unexplained;
  const Explained explained(context, about);
  for (const Comparison& c : context.extraction.comparisons) {
    const Index stated = ToBeExplained(context, about, c);
    if (stated == kNone || !IsPrincipal(context, about, stated) || IsLargeSwing(about, context, c)) continue;
    if (IsExplained(context, about, explained, c, stated)) {
      Passed(context, rule, stated);
      continue;
    }
    const std::string_view id = context.Id(context.fact(stated).concept_id);
    unexplained[{context.fact(stated).section, id.substr(0, id.find('.'))}].push_back(stated);
  }
  for (const auto& [where, changes] : unexplained) ReportUnexplained(context, rule, changes);
}

void CheckSwing(AuditContext& context, const RuleSpec& rule) {
  if (rule.cases.empty() || !rule.cases.front().low || !OwesReasons(context)) return;
  const RuleCase& about = rule.cases.front();
  const Explained explained(context, about);
  for (const Comparison& c : context.extraction.comparisons) {
    if (c.rate == kNone || context.fact(c.rate).measure != Measure::kChangeRate) continue;
    if (context.fact(c.rate).value.Abs() < *about.low || ToBeExplained(context, about, c) == kNone) continue;
    if (IsExplained(context, about, explained, c, c.rate)) continue;
    Report(context, rule).At(c.rate).Subject(c.rate).Stated(context.fact(c.rate).value.Abs().ToString()).Done();
  }
}

namespace {

bool IsCompared(const AuditContext& context, ConceptId concept_id) {
  const auto facts = context.index.Of(concept_id);
  return std::any_of(facts.begin(), facts.end(), [&](Index i) {
    const Fact& fact = context.fact(i);
    return (fact.measure == Measure::kChange || fact.measure == Measure::kChangeRate) && fact.basis.year != 0;
  });
}

Index FirstAmount(const AuditContext& context, ConceptId concept_id) {
  const auto facts = context.index.Of(concept_id);
  const auto amount = std::find_if(facts.begin(), facts.end(), [&](Index i) {
    return context.fact(i).measure == Measure::kAmount && context.fact(i).assertion == Assertion::kStated;
  });
  return amount == facts.end() ? kNone : *amount;
}

}  // namespace

namespace {

// The concept or one below it is: 公务用车购置及运行维护费3万元，其中：公务用车运行维护费3万元，比上年减少1万元.
bool IsComparedInPart(const AuditContext& context, ConceptId concept_id) {
  const auto& concepts = context.vocabulary.concepts;
  for (size_t i = 0; i < concepts.size(); ++i) {
    const auto below = static_cast<ConceptId>(i);
    if (context.vocabulary.IsSameOrBelow(below, concept_id) && IsCompared(context, below)) return true;
  }
  return false;
}

bool LacksComparison(const AuditContext& context, ConceptId concept_id) {
  return FirstAmount(context, concept_id) != kNone && !IsComparedInPart(context, concept_id);
}

// The names of what is not compared, in both languages.
std::pair<std::string, std::string> NamesOf(const AuditContext& context, const std::vector<ConceptId>& concepts) {
  std::string zh, en;
  for (const ConceptId concept_id : concepts) {
    const ConceptName& named = context.vocabulary.concepts[concept_id];
    zh += (zh.empty() ? "" : " / ") + std::string(named.zh);
    en += (en.empty() ? "" : ", ") + std::string(named.en);
  }
  return {zh, en};
}

}  // namespace

// The whole and its parts: where the whole is compared, its parts need not be; where all parts are, neither
// need the whole, for its change follows from theirs.
void CheckRequiredComparison(AuditContext& context, const RuleSpec& rule) {
  if (!Applies(context, rule)) return;
  const std::string& why = WhyIncomplete(context, rule);
  if (!why.empty()) return NotEvaluable(context, rule, why);
  for (const RuleCase& about : rule.cases) {
    const Index total = FirstAmount(context, about.concept_id);
    if (total == kNone) {
      NotEvaluable(context, rule, std::string(context.Id(about.concept_id)) + " is not stated");
      continue;
    }
    std::vector<ConceptId> missing;
    for (const ConceptId part : about.parts) {
      if (LacksComparison(context, part)) missing.push_back(part);
    }
    const bool any_compared = std::any_of(about.parts.begin(), about.parts.end(),
                                          [&](ConceptId part) { return IsCompared(context, part); });
    if (context.fact(total).value.is_zero() || IsCompared(context, about.concept_id) || (missing.empty() && any_compared)) {
      Passed(context, rule, total);
      continue;
    }
    missing.insert(missing.begin(), about.concept_id);
    const auto [zh, en] = NamesOf(context, missing);
    Report(context, rule, &about).At(total).Slot("items", zh, en)
        .Slot("base", std::to_string(context.extraction.document.fiscal_year - 1)).Done();
  }
}

void CheckRequiredInSection(AuditContext& context, const RuleSpec& rule) {
  const auto& sections = context.extraction.sections;
  for (const RuleCase& about : rule.cases) {
    const auto section = SectionOf(context, about);
    const Index stated = FirstAmount(context, about.concept_id);
    if (section == sections.end() || stated == kNone) continue;
    const auto is_inside = [&](Index i) {
      for (Index s = context.SectionAt(context.Place(i).begin); s != kNone; s = sections[s].parent) {
        if (MatchesTitle(about, sections[s])) return true;
      }
      return false;
    };
    const auto is_any_inside = [&](ConceptId concept_id) {
      const auto facts = context.index.Of(concept_id);
      return std::any_of(facts.begin(), facts.end(), [&](Index i) {
        return context.fact(i).measure == Measure::kAmount && is_inside(i);
      });
    };
    if (is_any_inside(about.concept_id) || std::any_of(about.parts.begin(), about.parts.end(), is_any_inside)) continue;
    const ConceptName& name = context.vocabulary.concepts[about.concept_id];
    const Index actual = context.SectionAt(context.Place(stated).begin);
    Report(context, rule, &about).Slot("missing", std::string(name.zh), std::string(name.en))
        .Slot("actual", actual == kNone ? "" : sections[actual].title).Done();
  }
}

void CheckRequiredText(AuditContext& context, const RuleSpec& rule) {
  if (!Applies(context, rule)) return;
  const std::string& why = WhyIncomplete(context, rule);
  if (!why.empty()) return NotEvaluable(context, rule, why);
  for (const RuleCase& about : rule.cases) {
    if (!about.pattern || context.Mentions(about.pattern)) continue;
    Report(context, rule, &about).Slot("missing", about.term).Done();
  }
}

void CheckDefinedTerms(AuditContext& context, const RuleSpec& rule) {
  const auto& sections = context.extraction.sections;
  for (const RuleCase& about : rule.cases) {
    const auto glossary = SectionOf(context, about);
    if (glossary == sections.end()) continue;
    const std::string_view before = std::string_view(context.text.logical).substr(0, glossary->heading.begin);
    const std::string_view defined = std::string_view(context.text.logical).substr(glossary->heading.begin);
    std::string terms;
    for (const std::string& term : about.words) {
      const bool used = FindWord(before, term) != std::string_view::npos;
      if (!used || FindWord(defined, term) != std::string_view::npos) continue;
      terms += (terms.empty() ? "" : " / ") + term;
    }
    if (!terms.empty()) Report(context, rule, &about).At(glossary->heading).Slot("terms", terms).Done();
  }
}

}  // namespace mingzhang
