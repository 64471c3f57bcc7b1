// What a disclosure must contain (family CP), and changes without a reason (PL011).
#include <algorithm>

#include <fmt/format.h>

#include "extractor/audit/checks.h"
#include "extractor/audit/headings.h"
#include "extractor/audit/match.h"
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

// The measure that a case asks for; any when it does not say.
bool IsMeant(const RuleCase& about, const Fact& fact) {
  return about.term.empty() || MeasureName(fact.measure) == about.term;
}

bool IsStated(const AuditContext& context, const RuleCase& about, ConceptId concept_id) {
  const auto facts = context.index.Of(concept_id);
  return std::any_of(facts.begin(), facts.end(), [&](Index i) { return IsMeant(about, context.fact(i)); });
}

bool AnyStated(const AuditContext& context, const RuleCase& about) {
  if (about.concept_id != kNoConcept && IsStated(context, about, about.concept_id)) return true;
  return std::any_of(about.parts.begin(), about.parts.end(),
                     [&](ConceptId concept_id) { return IsStated(context, about, concept_id); });
}

bool HasLine(const AuditContext& context, LineKind kind) {
  return std::any_of(context.text.lines.begin(), context.text.lines.end(),
                     [&](const LogicalLine& line) { return line.kind == kind; });
}

// The headings of the outermost numbered series do not count from one without a gap.
bool HasGapAtTop(const AuditContext& context, const RuleSpec& rule) {
  std::string style;
  int last = 0;
  for (const Section& section : context.extraction.sections) {
    const HeadingNumber number = ReadNumber(*rule.book, section.number);
    if (number.value == 0 || (!style.empty() && number.style != style)) continue;
    if (number.value > last + 1) return true;
    style = number.style;
    last = number.value;
  }
  return false;
}

std::string FindWhyIncomplete(const AuditContext& context, const RuleSpec& rule) {
  const DocumentFacts& document = context.extraction.document;
  if (document.kind != DocumentKind::kBudget && document.kind != DocumentKind::kFinalAccounts) {
    return "the text is not a department's budget or final accounts";
  }
  if (document.level == DocumentLevel::kGovernment) return "the text is a government's";
  size_t asked = 0, stated = 0;
  for (const RuleSpec& other : *context.vocabulary.rules) {
    if (other.kind != RuleKind::kRequired || !other.budget || !other.final_accounts) continue;
    for (const RuleCase& about : other.cases) {
      ++asked;
      stated += AnyStated(context, about) ? 1 : 0;
    }
  }
  if (stated * 4 < asked * 3) return "the text is not a whole disclosure";
  if (HasGapAtTop(context, rule)) return "the text is an excerpt: numbered parts are missing";
  return "";
}

// Why nothing can be called missing from this text; empty when it can.
const std::string& WhyIncomplete(AuditContext& context, const RuleSpec& rule) {
  if (!context.incomplete) context.incomplete = FindWhyIncomplete(context, rule);
  return *context.incomplete;
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

void CheckRequired(AuditContext& context, const RuleSpec& rule) {
  if (!Applies(context, rule)) return;
  const std::string& why = WhyIncomplete(context, rule);
  if (!why.empty()) return NotEvaluable(context, rule, why);
  for (const RuleCase& about : rule.cases) {
    if (AnyStated(context, about)) continue;
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

// Whether a reason stands with the figure `stated`: in its comparison, or later in its section. A statement
// without an end is looked at only around the figure, so that a text of them is not searched for each.
bool HasReason(const AuditContext& context, const RuleCase& about, const Comparison& comparison, Index stated) {
  constexpr uint32_t kReach = 1500;  // bytes; a reason further away belongs to something else
  if (!comparison.reason.empty()) return true;
  const Range statement = comparison.statement, figure = context.Place(stated);
  const Index section = context.SectionAt(statement.begin);
  const auto end_of_text = static_cast<uint32_t>(context.text.logical.size());
  const uint32_t section_end = section == kNone ? end_of_text : context.extraction.sections[section].body.end;
  const uint32_t begin = std::max(statement.begin, figure.begin - std::min(figure.begin, kReach));
  const uint32_t end = std::min(std::max(statement.end, figure.end), figure.end + kReach);
  return Matches(about.pattern, context.text.Logical({begin, std::max(end, std::min(section_end, end + kReach))}));
}

std::string WordOf(const AuditContext& context, Index i) { return context.Quote(context.fact(i).direction_range); }

}  // namespace

void CheckRequiredReason(AuditContext& context, const RuleSpec& rule) {
  if (rule.cases.empty()) return;
  for (const Comparison& c : context.extraction.comparisons) {
    const Index stated = c.change != kNone ? c.change : c.rate;
    if (stated == kNone || context.fact(stated).value.is_zero() || context.fact(stated).concept_id < 0) continue;
    const Measure measure = context.fact(stated).measure;
    if (measure != Measure::kChange && measure != Measure::kChangeRate) continue;
    if (HasReason(context, rule.cases.front(), c, stated)) {
      Passed(context, rule, stated);
      continue;
    }
    Report(context, rule).At(stated).Subject(stated).Figure("amt", stated).Slot("word", WordOf(context, stated)).Done();
  }
}

void CheckSwing(AuditContext& context, const RuleSpec& rule) {
  if (rule.cases.empty() || !rule.cases.front().low) return;
  const RuleCase& about = rule.cases.front();
  for (const Comparison& c : context.extraction.comparisons) {
    if (c.rate == kNone || context.fact(c.rate).measure != Measure::kChangeRate) continue;
    if (context.fact(c.rate).value.Abs() < *about.low || HasReason(context, about, c, c.rate)) continue;
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
    std::string zh, en;
    const auto name = [&](ConceptId concept_id) {
      const ConceptName& named = context.vocabulary.concepts[concept_id];
      zh += (zh.empty() ? "" : " / ") + std::string(named.zh);
      en += (en.empty() ? "" : ", ") + std::string(named.en);
    };
    const bool total_compared = IsCompared(context, about.concept_id);
    if (!total_compared) name(about.concept_id);
    for (const ConceptId part : about.parts) {
      if (!IsCompared(context, part)) name(part);
    }
    if (zh.empty()) {
      Passed(context, rule, total);
      continue;
    }
    Report report(context, rule, &about);
    report.At(total).Slot("items", zh, en).Slot("base", std::to_string(context.extraction.document.fiscal_year - 1));
    if (total_compared) report.Lower();
    report.Done();
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
