// Numbers and units (family UN).
#include <algorithm>

#include "extractor/audit/checks.h"

namespace mingzhang {
namespace {

bool IsAmount(const Fact& fact) { return fact.measure == Measure::kAmount || fact.measure == Measure::kChange; }

bool IsPrinted(const Fact& fact) { return fact.assertion == Assertion::kStated && !fact.value_range.empty(); }

template <typename Use>
void ForPrinted(AuditContext& context, const Use& use) {
  for (size_t i = 0; i < context.extraction.facts.size(); ++i) {
    const Fact& fact = context.extraction.facts[i];
    if (IsPrinted(fact) && fact.concept_id >= 0) use(static_cast<Index>(i), fact);
  }
}

bool HasWord(const RuleSpec& rule, std::string_view unit) {
  return std::any_of(rule.cases.begin(), rule.cases.end(), [&](const RuleCase& about) {
    return std::find(about.words.begin(), about.words.end(), unit) != about.words.end();
  });
}

}  // namespace

void CheckMissingUnit(AuditContext& context, const RuleSpec& rule) {
  ForPrinted(context, [&](Index i, const Fact& fact) {
    if (!IsAmount(fact) || fact.unit >= 0 || fact.value.is_zero()) return;
    Report(context, rule).At(i).Subject(i).Slot("quote", context.Quote(fact.value_range)).Done();
  });
}

void CheckUnitForm(AuditContext& context, const RuleSpec& rule) {
  const std::string_view text = context.text.logical;
  const size_t end = text.find_last_not_of(" \n") + 1;  // a unit that ends the text was cut with it
  ForPrinted(context, [&](Index i, const Fact& fact) {
    if (!context.precision.IsMoney(fact) || !HasWord(rule, context.UnitOf(i)) || fact.unit_range.end == end) return;
    Report(context, rule, &rule.cases.front()).At(i).Subject(i).Slot("quote", context.Figure(i))
        .Slot("term", context.Figure(i) + rule.cases.front().term).Stated(context.Figure(i)).Done();
  });
}

namespace {

// The amounts of one unit: those with all its decimals, and those with fewer.
struct Printed {
  size_t full = 0;
  std::vector<Index> shorter;  // the first of each value
};

}  // namespace

// A slip in a text that keeps its decimals otherwise. One that drops its zeros throughout has another habit, and none
// to be blamed for.
void CheckDecimals(AuditContext& context, const RuleSpec& rule) {
  constexpr size_t kHabit = 3;  // amounts that show it
  constexpr int kUnits = 3;
  static constexpr int kScales[kUnits] = {3, 4, 8};  // 元 is as often whole as not
  Printed printed[kUnits];
  ForPrinted(context, [&](Index i, const Fact& fact) {
    if (!IsAmount(fact) || !context.precision.IsMoney(fact) || fact.value.is_zero()) return;
    const int scale = context.precision.Scale(fact);
    const auto unit = std::find(std::begin(kScales), std::end(kScales), scale) - std::begin(kScales);
    if (unit == kUnits) return;
    Printed& of_unit = printed[unit];
    if (fact.value.decimals() >= context.precision.Decimals(scale)) {
      ++of_unit.full;
    } else if (of_unit.shorter.empty() || !(context.fact(of_unit.shorter.front()).value.Abs() == fact.value.Abs())) {
      if (of_unit.shorter.size() < 2) of_unit.shorter.push_back(i);
    }
  });
  for (int unit = 0; unit < kUnits; ++unit) {
    if (printed[unit].shorter.size() != 1 || printed[unit].full < kHabit) continue;
    const Index i = printed[unit].shorter.front();
    Report(context, rule).At(i).Slot("unit", context.UnitOf(i)).Slot("quote", context.Figure(i))
        .Slot("n", std::to_string(context.precision.Decimals(kScales[unit]))).Done();
  }
}

void CheckNegative(AuditContext& context, const RuleSpec& rule) {
  ForPrinted(context, [&](Index i, const Fact& fact) {
    if ((fact.measure != Measure::kAmount && fact.measure != Measure::kCount) || fact.value.sign() >= 0) return;
    for (const RuleCase& about : rule.cases) {
      if (std::find(about.parts.begin(), about.parts.end(), fact.concept_id) != about.parts.end()) return;
    }
    Report(context, rule).At(i).Subject(i).Slot("a", fact.value.ToString() + context.UnitOf(i))
        .Stated(fact.value.ToString()).Done();
  });
}

void CheckFractional(AuditContext& context, const RuleSpec& rule) {
  ForPrinted(context, [&](Index i, const Fact& fact) {
    if (fact.measure != Measure::kCount || fact.value.is_integer() || HasWord(rule, context.UnitOf(i))) return;
    if (fact.unit < 0 || (*context.vocabulary.units)[fact.unit].kind != QuantityKind::kCount) return;
    Report(context, rule).At(i).Subject(i).Figure("a", i).Stated(fact.value.ToString()).Done();
  });
}

}  // namespace mingzhang
