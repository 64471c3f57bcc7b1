// What a disclosure must contain (family CP).
#include <algorithm>

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
  if (!about.title.MayMatch(context.text.pairs)) return sections.end();
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

bool HasSome(const AuditContext& context, ConceptId concept_id) {
  const auto facts = context.index.Of(concept_id);
  return std::any_of(facts.begin(), facts.end(), [&](Index i) { return !context.fact(i).value.is_zero(); });
}

// Its posts are of the first kind alone: 事业编制25人, and no 行政编制.
bool HasOnlyPostsOfFirst(const AuditContext& context, const std::vector<ConceptId>& posts) {
  if (posts.empty() || !HasSome(context, posts.front())) return false;
  return std::none_of(posts.begin() + 1, posts.end(), [&](ConceptId other) { return HasSome(context, other); });
}

// A school has no 机关运行经费: so says its name, or what the text calls it, or who works there.
bool NeedNotHave(const AuditContext& context, const RuleCase& about) {
  if (HasOnlyPostsOfFirst(context, about.optional)) return true;
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
