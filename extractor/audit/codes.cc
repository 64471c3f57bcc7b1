// The functional classification: names, codes and their years (family CL).
#include <algorithm>
#include <string_view>

#include "extractor/audit/checks.h"

namespace mingzhang {
namespace {

struct Line {
  std::string_view name, section, item, code;
};

Line LineOf(const Fact& fact) {
  Line line;
  for (const auto& [key, value] : fact.qualifiers) {
    if (key == "class") line.name = value;
    if (key == "section") line.section = value;
    if (key == "item") line.item = value;
    if (key == "code") line.code = value;
  }
  return line;
}

// Calls use(fact, line) once for every line of the classification that facts name.
template <typename Use>
void ForLines(AuditContext& context, const RuleSpec& rule, const Use& use) {
  for (const RuleCase& about : rule.cases) {
    uint64_t last = 0;  // a line's budget and final figures stand side by side
    for (const Index i : context.index.Of(about.concept_id)) {
      const uint64_t qualifiers = context.index.KeyOf(i).qualifiers;
      if (qualifiers == 0 || qualifiers == last) continue;
      last = qualifiers;
      use(i, LineOf(context.fact(i)));
    }
  }
}

Range PlaceOfLabel(const AuditContext& context, Index i) {
  return context.fact(i).label_range.empty() ? context.Place(i) : context.fact(i).label_range;
}

}  // namespace

void CheckCodeForm(AuditContext& context, const RuleSpec& rule) {
  ForLines(context, rule, [&](Index i, const Line& line) {
    if (line.code.empty() || line.code.size() == 3 || line.code.size() == 5 || line.code.size() == 7) return;
    Report(context, rule).At(PlaceOfLabel(context, i)).At(i).Slot("code", std::string(line.code)).Done();
  });
}

void CheckCodeName(AuditContext& context, const RuleSpec& rule) {
  const int year = context.extraction.document.fiscal_year;
  ForLines(context, rule, [&](Index i, const Line& line) {
    const std::string_view name = line.code.size() == 7 ? line.item : line.code.size() == 5 ? line.section : line.name;
    const auto entries = rule.book->classification.ByCode(line.code);
    if (line.code.empty() || name.empty() || entries.empty()) return;
    const bool known = std::any_of(entries.begin(), entries.end(), [&](const auto* entry) {
      return entry->name == name && (year == 0 || entry->ValidIn(year));
    });
    if (known) return Passed(context, rule, i);
    Report(context, rule).At(PlaceOfLabel(context, i)).At(i).Slot("code", std::string(line.code))
        .Slot("a", entries.back()->name).Slot("b", std::string(name)).Stated(std::string(name)).Done();
  });
}

// A name that the classification knows, but not in this year.
void CheckCodeValidity(AuditContext& context, const RuleSpec& rule) {
  const int year = context.extraction.document.fiscal_year;
  if (year == 0) return NotEvaluable(context, rule, "the fiscal year is not known");
  const auto check = [&](Index i, std::string_view name, size_t digits) {
    const auto entries = rule.book->classification.ByName(name, digits);
    const bool valid = std::any_of(entries.begin(), entries.end(), [&](const auto* entry) { return entry->ValidIn(year); });
    if (entries.empty() || valid) return;
    Report(context, rule).At(PlaceOfLabel(context, i)).At(i).Slot("code", std::string(name))
        .Slot("fy", std::to_string(year)).Stated(std::string(name)).Done();
  };
  ForLines(context, rule, [&](Index i, const Line& line) {
    check(i, line.name, 3);
    check(i, line.section, 5);
  });
}

// A section under a class, or an item under a section, that it is known not to belong to.
void CheckCodeParent(AuditContext& context, const RuleSpec& rule) {
  const Classification& known = rule.book->classification;
  const auto check = [&](Index i, std::string_view child, size_t digits, std::string_view parent, size_t parent_digits) {
    const auto children = known.ByName(child, digits), parents = known.ByName(parent, parent_digits);
    if (children.empty() || parents.empty() || child.empty() || parent.empty()) return;
    const bool unique = std::all_of(children.begin(), children.end(), [](const auto* entry) { return entry->unique; });
    const bool fits = std::any_of(children.begin(), children.end(), [&](const auto* entry) {
      return std::any_of(parents.begin(), parents.end(),
                         [&](const auto* above) { return entry->code.starts_with(above->code); });
    });
    if (fits || !unique) return;
    Report(context, rule).At(PlaceOfLabel(context, i)).At(i).Slot("c", std::string(child)).Slot("p", std::string(parent))
        .Stated(std::string(child)).Done();
  };
  ForLines(context, rule, [&](Index i, const Line& line) {
    check(i, line.section, 5, line.name, 3);
    check(i, line.item, 7, line.section, 5);
    // “住房保障支出（类）住房保障支出（款）”: a class named as if it were its own section.
    const bool same_name = !line.section.empty() && line.section == line.name;
    const bool class_as_section = same_name && known.ByName(line.section, 5).empty() && !known.ByName(line.name, 3).empty();
    if (class_as_section && !line.item.empty()) {
      Report(context, rule).At(PlaceOfLabel(context, i)).At(i).Slot("c", std::string(line.section))
          .Slot("p", std::string(line.name)).Stated(std::string(line.section)).Done();
    }
  });
}

}  // namespace mingzhang
