// Headings and sections (family ST).
#include <algorithm>
#include <map>
#include <optional>
#include <set>
#include <utility>

#include "extractor/audit/checks.h"
#include "extractor/audit/headings.h"
#include "extractor/audit/match.h"
#include "extractor/audit/wholeness.h"

namespace mingzhang {
namespace {

// 四、事业收入, 4, 0.00: a row of a flattened table, with figures in place of words below it.
bool IsTableRow(const AuditContext& context, const Section& section) {
  const std::string_view body = context.text.Logical(section.body);
  const auto is_word = [](char c) { return static_cast<unsigned char>(c) >= 0x80; };
  return !IsBlank(body) && std::none_of(body.begin(), body.end(), is_word);
}

// Calls use(previous, section) for neighbours in one series: same parent, same style of number.
template <typename Use>
void ForNeighbours(const AuditContext& context, const RuleSpec& rule, const Use& use) {
  const auto& sections = context.extraction.sections;
  std::map<std::pair<Index, std::string>, std::pair<size_t, int>> last;  // the section and its number
  for (size_t i = 0; i < sections.size(); ++i) {
    if (sections[i].number.empty() || IsTableRow(context, sections[i])) continue;
    const HeadingNumber number = ReadNumber(*rule.book, sections[i].number);
    if (number.value == 0) continue;
    const auto [known, is_new] = last.try_emplace({sections[i].parent, number.style}, i, number.value);
    if (is_new) continue;
    const auto [before, before_value] = std::exchange(known->second, {i, number.value});
    use(sections[before], before_value, sections[i], number.value);
  }
}

// 四、政府性基金预算：无: a line of prose bears the number that no heading has.
bool IsNumberedLine(const RuleSpec& rule, std::string_view line, const HeadingNumber& wanted) {
  constexpr size_t kLongest = 24;  // bytes that a number takes
  const size_t begin = line.find_first_not_of(' ');
  if (begin == std::string_view::npos) return false;
  const HeadingNumber number = ReadNumber(*rule.book, NumberOf(*rule.book, line.substr(begin, kLongest)));
  return number.value == wanted.value && wanted.style.starts_with(number.style);  // NumberOf() reads “第三部”
}

// Whether every number between the two headings stands before some line between them, in turn.
bool IsFilledByLines(const AuditContext& context, const RuleSpec& rule, const Section& before, const Section& section) {
  HeadingNumber wanted = ReadNumber(*rule.book, before.number);
  ++wanted.value;
  const int last = ReadNumber(*rule.book, section.number).value - 1;
  const auto& lines = context.text.lines;
  auto line = std::partition_point(lines.begin(), lines.end(),
                                   [&](const LogicalLine& l) { return l.range.begin < before.heading.end; });
  for (; line != lines.end() && line->range.begin < section.heading.begin && wanted.value <= last; ++line) {
    if (IsNumberedLine(rule, context.text.Logical(line->range), wanted)) ++wanted.value;
  }
  return wanted.value > last;
}

}  // namespace

void CheckNumberGap(AuditContext& context, const RuleSpec& rule) {
  std::optional<bool> whole;
  ForNeighbours(context, rule, [&](const Section& before, int from, const Section& section, int to) {
    if (to <= from + 1 || IsFilledByLines(context, rule, before, section)) return;
    Report report(context, rule);
    if (!whole) whole = LooksWhole(context);
    if (!*whole) report.Lower();  // what is left out of an excerpt takes its number with it
    report.At(section.heading).At(before.heading).Slot("a", before.number).Slot("b", section.number);
    report.Stated(section.number).Done();
  });
}

void CheckNumberOrder(AuditContext& context, const RuleSpec& rule) {
  ForNeighbours(context, rule, [&](const Section& before, int from, const Section& section, int to) {
    if (to > from || to == 1) return;  // a new list begins at one
    Report(context, rule).At(section.heading).At(before.heading).Slot("a", section.number).Stated(section.number).Done();
  });
}

namespace {

// 机构设置：内设3个科室: what the heading announces stands behind its colon.
bool SaysItself(const Section& section) {
  for (const std::string_view colon : {std::string_view(":"), std::string_view("\xEF\xBC\x9A")}) {
    const size_t at = section.title.find(colon);
    if (at != std::string::npos && !IsBlank(std::string_view(section.title).substr(at + colon.size()))) return true;
  }
  return false;
}

// Blank, or only the leaders of a table of contents: …………
bool IsBlankOrLeaders(std::string_view text) {
  constexpr std::string_view kLeader = "\xE2\x80\xA6";  // …
  while (!text.empty()) {
    const bool leader = text.starts_with(kLeader);
    if (!leader && std::string_view(" \t\r\n.-").find(text.front()) == std::string_view::npos) return false;
    text.remove_prefix(leader ? kLeader.size() : 1);
  }
  return true;
}

// （2）公务用车购置费0万元: the heading states a figure itself, though perhaps one that was not understood.
bool StatesFigure(const AuditContext& context, const Section& section) {
  if (context.IsDisturbed(section.heading)) return true;
  const auto& facts = context.extraction.facts;
  const auto first = std::partition_point(facts.begin(), facts.end(),
                                          [&](const Fact& fact) { return PlaceOf(fact).begin < section.heading.begin; });
  return first != facts.end() && section.heading.Contains(PlaceOf(*first));
}

// Sections with nothing under them, not even a heading. An unnumbered heading that follows may be the body
// itself, misread; the heading that ends an excerpt lost its body where the text was cut.
std::vector<bool> EmptySections(AuditContext& context, const RuleSpec& rule) {
  const auto& sections = context.extraction.sections;
  const std::vector<bool> has_child = HaveChildren(context);
  std::vector<bool> empty(sections.size());
  for (size_t i = 0; i < sections.size(); ++i) {
    const bool is_last = i + 1 == sections.size();
    const bool followed_by_text = !is_last && sections[i + 1].number.empty();
    if (has_child[i] || followed_by_text || !IsBlankOrLeaders(context.text.Logical(sections[i].body))) continue;
    const bool cut = is_last && !WhyIncomplete(context, rule).empty();
    empty[i] = !cut && !SaysItself(sections[i]) && !StatesFigure(context, sections[i]);
  }
  return empty;
}

// Of a series, how many there are and how many are empty: where most are, it is a list of names.
struct Series {
  size_t count = 0, empty = 0;
  bool IsList() const { return empty >= 3 && empty * 2 > count; }
};

}  // namespace

void CheckEmptySection(AuditContext& context, const RuleSpec& rule) {
  const auto& sections = context.extraction.sections;
  const std::vector<bool> empty = EmptySections(context, rule);
  std::map<std::pair<Index, std::string>, Series> series;
  const auto series_of = [&](const Section& section) -> Series& {
    return series[{section.parent, ReadNumber(*rule.book, section.number).style}];
  };
  for (size_t i = 0; i < sections.size(); ++i) {
    Series& of_section = series_of(sections[i]);
    ++of_section.count;
    of_section.empty += empty[i] ? 1 : 0;
  }
  for (size_t i = 0; i < sections.size(); ++i) {
    if (!empty[i] || series_of(sections[i]).IsList()) continue;
    const bool excepted = std::any_of(rule.cases.begin(), rule.cases.end(),
                                      [&](const RuleCase& about) { return Matches(about.title, sections[i].title); });
    if (excepted) continue;
    Report(context, rule).At(sections[i].heading).Slot("title", HeadingText(sections[i])).Stated(sections[i].title).Done();
  }
}

namespace {

// The first amount of each section, and whether any of its facts is of the heading's family.
struct Content {
  Index first_amount = kNone;
  bool only_misfits = true;
};

std::vector<Content> ContentsOf(const AuditContext& context, const RuleCase& about) {
  std::vector<Content> contents(context.extraction.sections.size());
  for (size_t i = 0; i < context.extraction.facts.size(); ++i) {
    const Fact& fact = context.extraction.facts[i];
    if (fact.section < 0 || fact.concept_id < 0 || fact.assertion == Assertion::kDerived) continue;
    Content& content = contents[fact.section];
    if (fact.measure == Measure::kAmount && content.first_amount == kNone) content.first_amount = static_cast<Index>(i);
    if (!content.only_misfits) continue;
    const std::string_view family = FamilyOf(context.Id(fact.concept_id));
    if (std::find(about.words.begin(), about.words.end(), family) == about.words.end()) content.only_misfits = false;
  }
  return contents;
}

}  // namespace

// parts: what a heading may promise; words: families of concepts that are then out of place.
void CheckHeadingConcept(AuditContext& context, const RuleSpec& rule) {
  const auto& sections = context.extraction.sections;
  CheckHeadingBody(context, rule);
  for (const RuleCase& about : rule.cases) {
    if (about.parts.empty()) continue;
    const std::vector<Content> contents = ContentsOf(context, about);
    for (size_t i = 0; i < sections.size(); ++i) {
      const auto promised = std::find_if(about.parts.begin(), about.parts.end(), [&](ConceptId concept_id) {
        return sections[i].concept_id == concept_id || sections[i].role == context.Id(concept_id);
      });
      if (promised == about.parts.end() || contents[i].first_amount == kNone || !contents[i].only_misfits) continue;
      Report report(context, rule, &about);
      report.At(sections[i].heading).At(contents[i].first_amount);
      report.Slot("title", sections[i].title).Stated(sections[i].title);
      report.Slot("found", context.SubjectZh(contents[i].first_amount), context.SubjectEn(contents[i].first_amount));
      if (context.index.Of(*promised).empty()) report.Severe(Severity::kError);
      report.Done();
    }
  }
}

void CheckMisplaced(AuditContext& context, const RuleSpec& rule) {
  const auto& facts = context.extraction.facts;
  std::vector<bool> reported(rule.cases.size());
  for (size_t i = 0; i < facts.size(); ++i) {
    if (facts[i].section < 0 || facts[i].assertion == Assertion::kDerived) continue;
    const Section& section = context.extraction.sections[facts[i].section];
    for (size_t k = 0; k < rule.cases.size(); ++k) {
      const RuleCase& about = rule.cases[k];
      const bool meant = std::find(about.parts.begin(), about.parts.end(), facts[i].concept_id) != about.parts.end() &&
                         MeasureName(facts[i].measure) == about.term;
      if (!meant || reported[k] || !Matches(about.title, section.title)) continue;
      const bool other = i > 0 && facts[i - 1].sentence == facts[i].sentence &&
                         facts[i - 1].concept_id != facts[i].concept_id;
      if (about.same_sentence && !other) continue;
      reported[k] = true;
      const Index at = static_cast<Index>(i);
      Report(context, rule, &about).At(at).Subject(at).Slot("actual", section.title).Done();
    }
  }
}

namespace {

// The place of the first match that begins a line.
std::optional<Range> FirstAtStartOfLine(const DocumentText& text, const Pattern& pattern) {
  for (const LogicalLine& line : text.lines) {
    const std::string_view content = text.Logical(line.range);
    if (!pattern.regex().Match(re2::StringPiece(content.data(), content.size()), 0, content.size(), RE2::ANCHOR_START, nullptr, 0)) continue;
    const Range place = FindMatch(pattern, content)->place;
    return Range{line.range.begin + place.begin, line.range.begin + place.end};
  }
  return std::nullopt;
}

}  // namespace

void CheckMarkerStyles(AuditContext& context, const RuleSpec& rule) {
  std::vector<Range> firsts;
  for (const RuleCase& about : rule.cases) {
    const auto first = about.pattern ? FirstAtStartOfLine(context.text, about.pattern) : std::nullopt;
    if (!first) return;
    firsts.push_back(*first);
  }
  if (firsts.size() < 2) return;
  std::sort(firsts.begin(), firsts.end());
  Report report(context, rule);
  std::string styles;
  for (const Range range : firsts) {
    report.At(range);
    styles += (styles.empty() ? "" : " / ") + context.Quote(range);
  }
  report.Slot("styles", styles).Done();
}

namespace {

// The heading broke off at the end of a line, and its body begins with the rest.
bool IsCutShort(const AuditContext& context, const Section& section, const std::string& heading,
                const std::string& entry) {
  if (!entry.starts_with(heading)) return false;
  constexpr uint32_t kReach = 200;
  const Range head{section.body.begin, std::min(section.body.end, section.body.begin + kReach)};
  return context.Quote(head).starts_with(std::string_view(entry).substr(heading.size()));
}

}  // namespace

void CheckContentsTitles(AuditContext& context, const RuleSpec& rule) {
  const auto& sections = context.extraction.sections;
  const bool has_contents = std::any_of(context.text.lines.begin(), context.text.lines.end(),
                                        [](const LogicalLine& line) { return line.kind == LineKind::kContents; });
  if (!has_contents) return;
  std::multimap<std::string, std::string> entries;  // by their number, e.g. "十一、"
  std::set<std::string> listed, headings;
  for (const Section& section : sections) headings.insert(HeadingText(section));
  for (const LogicalLine& line : context.text.lines) {
    if (line.kind != LineKind::kContents) continue;
    const std::string entry = ContentsEntry(context.text.Logical(line.range));
    listed.insert(entry);
    if (headings.count(entry) == 0) entries.emplace(NumberOf(*rule.book, entry), entry);
  }
  for (const Section& section : sections) {
    const std::string heading = HeadingText(section);
    if (listed.empty() || section.number.empty() || listed.count(heading) != 0) continue;
    const auto [first, last] = entries.equal_range(NumberOf(*rule.book, heading));
    for (auto it = first; it != last; ++it) {
      if (!AreSimilar(it->second, heading) || IsCutShort(context, section, heading, it->second)) continue;
      Report(context, rule).At(section.heading).Slot("a", it->second).Slot("b", heading).Stated(heading).Done();
      break;
    }
  }
}

namespace {

bool IsItem(const RuleCase& about, const Section& section) {
  return (section.concept_id != kNoConcept && section.concept_id == about.concept_id) ||
         Matches(about.title, section.title);
}

bool IsStatedIn(const AuditContext& context, const RuleCase& about, Range range) {
  if (Matches(about.pattern, context.text.Logical(range))) return true;
  const auto& facts = context.extraction.facts;
  return std::any_of(facts.begin(), facts.end(), [&](const Fact& fact) {
    return fact.measure == Measure::kAmount && context.vocabulary.IsSameOrBelow(fact.concept_id, about.concept_id) &&
           range.Contains(PlaceOf(fact));
  });
}

}  // namespace

void CheckEnumeratedItems(AuditContext& context, const RuleSpec& rule) {
  const auto& sections = context.extraction.sections;
  std::map<Index, std::vector<std::pair<size_t, size_t>>> found;  // parent: (case, section)
  for (size_t i = 0; i < sections.size(); ++i) {
    for (size_t k = 0; k < rule.cases.size(); ++k) {
      if (!sections[i].number.empty() && IsItem(rule.cases[k], sections[i])) {
        found[sections[i].parent].emplace_back(k, i);
        break;
      }
    }
  }
  for (const auto& [parent, items] : found) {
    std::set<size_t> named;
    for (const auto& [k, i] : items) named.insert(k);
    if (named.size() < 2 || named.size() == rule.cases.size()) continue;
    Range range = AuditContext::Hull(sections[items.front().second].heading, sections[items.back().second].body);
    if (parent != kNone) range = AuditContext::Hull(range, sections[parent].body);
    for (size_t k = 0; k < rule.cases.size(); ++k) {
      const RuleCase& about = rule.cases[k];
      if (named.count(k) != 0 || IsStatedIn(context, about, range)) continue;
      const ConceptName& name = context.vocabulary.concepts[about.concept_id];
      Report(context, rule, &about).At(sections[items.back().second].heading)
          .Slot("missing", std::string(name.zh), std::string(name.en)).Done();
    }
  }
}

void CheckHeadingTerm(AuditContext& context, const RuleSpec& rule) {
  const auto& sections = context.extraction.sections;
  const std::vector<bool> has_child = HaveChildren(context);
  for (size_t i = 0; i < sections.size(); ++i) {
    const bool empty = !has_child[i] && IsBlank(context.text.Logical(sections[i].body));
    for (const RuleCase& about : rule.cases) {
      if ((about.empty && !empty) || !Matches(about.title, sections[i].title)) continue;
      Report(context, rule, &about).At(sections[i].heading).Slot("a", sections[i].title).Slot("b", about.term)
          .Stated(sections[i].title).Done();
    }
  }
}

void CheckExcerpt(AuditContext& context, const RuleSpec& rule) {
  const auto& lines = context.text.lines;
  const bool framed = std::any_of(lines.begin(), lines.end(), [](const LogicalLine& line) {
    return line.kind == LineKind::kContents || line.kind == LineKind::kTable || line.kind == LineKind::kTitle;
  });
  if (framed || lines.empty() || !context.extraction.document.title.empty()) return;
  for (const RuleCase& about : rule.cases) {
    if (about.pattern && !Matches(about.pattern, context.text.Logical(lines.front().range))) return;
    const auto& sections = context.extraction.sections;
    if (about.title && std::any_of(sections.begin(), sections.end(), [&](const Section& section) {
          return Matches(about.title, HeadingText(section));
        })) {
      return;
    }
  }
  Report(context, rule).Done();
}

}  // namespace mingzhang
