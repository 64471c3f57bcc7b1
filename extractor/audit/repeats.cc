// The same thing said twice (family DP, and UN003).
#include <algorithm>

#include <fmt/format.h>

#include "extractor/audit/checks.h"
#include "extractor/audit/match.h"

namespace mingzhang {
namespace {

constexpr size_t kMostValues = 2;  // more rival values than this are a list whose labels were not read

bool IsPlainFigure(const Fact& fact) {
  return (fact.measure == Measure::kAmount || fact.measure == Measure::kCount) && fact.assertion == Assertion::kStated &&
         !fact.value_range.empty();
}

bool LeftOut(const RuleSpec& rule, ConceptId concept_id) {
  return std::any_of(rule.cases.begin(), rule.cases.end(), [&](const RuleCase& about) {
    return std::find(about.parts.begin(), about.parts.end(), concept_id) != about.parts.end();
  });
}

// A functional line known by its class alone may be any line of that class.
bool IsVague(const Fact& fact) {
  const auto has = [&](std::string_view name) {
    return std::any_of(fact.qualifiers.begin(), fact.qualifiers.end(),
                       [&](const auto& qualifier) { return qualifier.first == name; });
  };
  return has("class") && !has("item");
}

// Statements of one thing, sorted into values that agree within rounding.
struct Value {
  Index first = kNone;
  size_t times = 0;
};

std::vector<Value> ValuesOf(const AuditContext& context, std::span<const Index> group) {
  std::vector<Value> values;
  for (const Index i : group) {
    if (!IsPlainFigure(context.fact(i))) continue;
    const auto same = std::find_if(values.begin(), values.end(), [&](const Value& value) {
      return Interval::Meet(context.Of(value.first), context.Of(i));
    });
    if (same != values.end()) {
      ++same->times;
    } else if (values.size() <= kMostValues) {
      values.push_back({i, 1});
    }
  }
  return values;
}

// The digits agree and only the unit differs: one of the units is wrong.
bool SameDigits(const AuditContext& context, Index a, Index b) {
  const Fact& left = context.fact(a);
  const Fact& right = context.fact(b);
  return left.value == right.value && context.precision.Scale(left) != context.precision.Scale(right);
}

// Long figures that differ in one digit: however far apart, that is a slip.
bool DifferInOneDigit(const Fact& a, const Fact& b) {
  constexpr size_t kLong = 5;  // characters, the point included
  const std::string left = a.value.ToString(), right = b.value.ToString();
  if (left.size() != right.size() || left.size() < kLong) return false;
  size_t different = 0;
  for (size_t i = 0; i < left.size(); ++i) different += left[i] != right[i];
  return different == 1;
}

// … or two neighbours have changed places.
bool LookMistyped(const Fact& a, const Fact& b) {
  if (DifferInOneDigit(a, b)) return true;
  std::string left = a.value.ToString();
  const std::string right = b.value.ToString();
  const size_t at = static_cast<size_t>(std::mismatch(left.begin(), left.end(), right.begin(), right.end()).first - left.begin());
  if (at + 1 >= left.size()) return false;
  std::swap(left[at], left[at + 1]);
  return left == right;
}

// So far apart that they are hardly two statements of one thing: a label was misread.
bool FarApart(const AuditContext& context, Index a, Index b) {
  constexpr int kFactor = 3;
  if (DifferInOneDigit(context.fact(a), context.fact(b))) return false;
  const Decimal left = context.precision.Value(context.fact(a)).Abs();
  const Decimal right = context.precision.Value(context.fact(b)).Abs();
  const auto more = Decimal::Multiply(std::min(left, right), Decimal::FromInt(kFactor));
  return more && *more < std::max(left, right);
}

// The odd figure and one listed beside it make the usual one: it is a part of it whose label was not read.
bool IsPart(const AuditContext& context, Index odd, Index usual) {
  constexpr Index kReach = 6;
  const auto& facts = context.extraction.facts;
  const auto end = std::min(static_cast<Index>(facts.size()), odd + kReach);
  for (Index i = std::max(0, odd - kReach); i < end; ++i) {
    const bool alike = facts[i].concept_id == facts[odd].concept_id && facts[i].measure == facts[odd].measure;
    if (i == odd || i == usual || !alike) continue;
    const auto sum = Interval::Add(context.Of(i), context.Of(odd));
    if (sum && Interval::Meet(*sum, context.Of(usual)) && !facts[i].value.is_zero()) return true;
  }
  return false;
}

// Paid by one fund: so says the list or the section that it stands in.
bool IsOfOneFund(const AuditContext& context, Index i) {
  const auto pays = [&](ConceptId about) { return about >= 0 && context.vocabulary.concepts[about].pays; };
  for (const Relation& list : context.extraction.relations) {
    const bool listed = std::find(list.parts.begin(), list.parts.end(), i) != list.parts.end();
    if (listed && pays(context.fact(list.total).concept_id)) return true;
  }
  for (Index at = context.fact(i).section; at != kNone; at = context.extraction.sections[at].parent) {
    if (pays(context.extraction.sections[at].concept_id)) return true;
  }
  return false;
}

// 财政拨款支出…，其中：基本支出…: what one fund pays may be less than all of it.
bool IsShareOfFund(const AuditContext& context, Index a, Index b) {
  if (LookMistyped(context.fact(a), context.fact(b)) || IsOfOneFund(context, a) == IsOfOneFund(context, b)) return false;
  const auto [part, whole] = IsOfOneFund(context, a) ? std::pair(a, b) : std::pair(b, a);
  return context.precision.Value(context.fact(part)) < context.precision.Value(context.fact(whole));
}

// What the share beside a figure is of; kNoConcept when there is none.
ConceptId WholeBeside(const AuditContext& context, Index amount) {
  constexpr Index kNear = 3;
  const auto end = std::min(amount + kNear, static_cast<Index>(context.extraction.facts.size()));
  for (Index i = amount + 1; i < end; ++i) {
    const Fact& fact = context.fact(i);
    if (fact.measure == Measure::kShare && fact.concept_id == context.fact(amount).concept_id) return fact.basis.concept_id;
  }
  return kNoConcept;
}

// 基本支出…，其中：商品和服务支出8万元，占基本支出…。项目支出…，其中：商品和服务支出9万元，占项目支出….
bool AreOfTwoWholes(const AuditContext& context, Index a, Index b) {
  const ConceptId one = WholeBeside(context, a), other = WholeBeside(context, b);
  return one != kNoConcept && other != kNoConcept && one != other;
}

// One figure counts the carry-over in, the other does not.
bool DifferByCarryOver(const AuditContext& context, Index a, Index b) {
  const auto makes = [&](Index less, Index carried, Index more) {
    const auto sum = Interval::Add(context.Of(less), context.Of(carried));
    return sum && Interval::Meet(*sum, context.Of(more));
  };
  for (Index i = 0; i < static_cast<Index>(context.extraction.facts.size()); ++i) {
    const Fact& fact = context.fact(i);
    const bool carried = fact.concept_id >= 0 && context.vocabulary.concepts[static_cast<size_t>(fact.concept_id)].carryover;
    if (!carried || fact.measure != Measure::kAmount || fact.value.is_zero() || !IsPlainFigure(fact)) continue;
    if (makes(a, i, b) || makes(b, i, a)) return true;
  }
  return false;
}

// The name that a figure goes by stands in an earlier sentence: it was carried on, and may be another thing's figure.
// A line of the classification is spoken of for a whole paragraph.
bool IsNamedEarlier(const AuditContext& context, Index i) {
  constexpr uint32_t kReach = 600;  // bytes
  const Range label = context.fact(i).label_range, place = context.Place(i);
  if (label.empty() || label.end >= place.begin || !context.fact(i).qualifiers.empty()) return false;
  if (place.begin - label.end > kReach) return true;
  const std::string_view between = context.text.Logical({label.end, place.begin});
  return between.find(kFullStop) != std::string_view::npos || between.find('\n') != std::string_view::npos;
}

// 各减少1267.86，2570.97万元: what stands right before the figure was not understood.
bool FollowsUnknown(const AuditContext& context, Index i) {
  constexpr uint32_t kReach = 12;  // bytes
  const uint32_t begin = context.Place(i).begin;
  return context.IsDisturbed({begin - std::min(begin, kReach), begin});
}

// 公车运行费（“三公”经费）总额2771万元: a name in brackets stands nearer. 其他公务接待费517.42万元: the rest of it.
bool IsNamedOtherwise(const AuditContext& context, const RuleSpec& rule, Index i) {
  constexpr uint32_t kBefore = 6;  // bytes: two characters
  const Range label = context.fact(i).label_range, place = context.Place(i);
  if (label.empty() || label.end > place.begin) return false;
  const Range around{label.begin - std::min(label.begin, kBefore), place.begin};
  return std::any_of(rule.cases.begin(), rule.cases.end(), [&](const RuleCase& about) {
    return Matches(about.pattern, context.text.Logical(around));
  });
}

// 支出2.05万元，年初预算为2.95万元: a figure that agrees with `usual` stands in the sentence of the odd one.
bool StandTogether(const AuditContext& context, std::span<const Index> group, Index odd, Index usual) {
  return std::any_of(group.begin(), group.end(), [&](Index i) {
    return i != odd && context.SameSentence(i, odd) && Interval::Meet(context.Of(i), context.Of(usual));
  });
}

// The odd one out of two values: the rarer, else the later.
std::pair<Index, Index> OddAndUsual(const std::vector<Value>& values) {
  const bool first_is_odd = values[0].times < values[1].times;
  return first_is_odd ? std::pair(values[0].first, values[1].first) : std::pair(values[1].first, values[0].first);
}

// The statements of a group that are about one thing for certain: all of it, or where the label is vague,
// those that carry the same mention of it on.
template <typename Use>
void ForStatements(const AuditContext& context, std::span<const Index> group, const Use& use) {
  if (!IsVague(context.fact(group.front()))) return use(group);
  for (size_t begin = 0, end; begin < group.size(); begin = end) {
    const Range label = context.fact(group[begin]).label_range;
    for (end = begin + 1; end < group.size() && context.fact(group[end]).label_range == label;) ++end;
    if (end - begin > 1 && !label.empty()) use(group.subspan(begin, end - begin));
  }
}

template <typename Use>
void ForRivals(AuditContext& context, const RuleSpec& rule, bool same_digits, const Use& use) {
  const auto judge = [&](std::span<const Index> group) {
    const Fact& first = context.fact(group.front());
    const auto unclear = [&](std::string_view why) {
      NotEvaluable(context, rule, fmt::format("{}: {}", context.Id(first.concept_id), why));
    };
    const auto values = ValuesOf(context, group);
    if (values.size() > kMostValues) {
      unclear("there are more than two values: a list, it seems");
    } else if (values.size() == 2 && SameDigits(context, values[0].first, values[1].first) == same_digits) {
      const auto [odd, usual] = OddAndUsual(values);
      if (!same_digits && StandTogether(context, group, odd, usual)) {
        unclear("two figures in one sentence are not the same thing");
      } else if (IsNamedEarlier(context, odd) || IsNamedEarlier(context, usual)) {
        unclear("the name of a figure stands in an earlier sentence");
      } else if (!same_digits && (IsNamedOtherwise(context, rule, odd) || IsNamedOtherwise(context, rule, usual))) {
        unclear("the name of a figure is of a part, or another stands nearer");
      } else if (FollowsUnknown(context, odd) || FollowsUnknown(context, usual)) {
        unclear("a numeral beside a figure could not be placed");
      } else if (!same_digits && IsPart(context, odd, usual)) {
        unclear("one figure is a part of the other");
      } else if (!same_digits && IsShareOfFund(context, odd, usual)) {
        unclear("one figure is of one fund alone");
      } else if (!same_digits && AreOfTwoWholes(context, odd, usual)) {
        unclear("the figures are parts of two wholes");
      } else if (!same_digits && DifferByCarryOver(context, odd, usual)) {
        unclear("the figures differ by what is carried over");
      } else if (!same_digits && FarApart(context, odd, usual)) {
        unclear("the figures are too far apart to be one thing");
      } else {
        use(odd, usual);
      }
    } else if (values.size() == 1 && values[0].times > 1) {
      Passed(context, rule, values[0].first);
    }
  };
  for (const auto group : context.index.Groups()) {
    if (!LeftOut(rule, context.fact(group.front()).concept_id)) ForStatements(context, group, judge);
  }
}

}  // namespace

namespace {

// 县本级“三公”经费…，占全县的65%: figures of several levels go by one name.
bool TellsLevelsApart(const AuditContext& context, const RuleSpec& rule) {
  if (context.extraction.document.kind == DocumentKind::kGovernmentReport) return true;
  const auto levels = rule.book->patterns.find("levels");
  return levels != rule.book->patterns.end() && context.Mentions(levels->second);
}

}  // namespace

void CheckContradiction(AuditContext& context, const RuleSpec& rule) {
  if (TellsLevelsApart(context, rule)) return NotEvaluable(context, rule, "the text speaks of several levels of government at once");
  ForRivals(context, rule, false, [&](Index odd, Index usual) {
    Report(context, rule).At(odd).At(usual).Subject(odd).Figure("a", odd).Figure("b", usual)
        .Stated(context.fact(odd).value.ToString())
        .Expect(context.Of(usual).Scaled(-context.precision.Scale(context.fact(odd)))).Done();
  });
}

void CheckMagnitude(AuditContext& context, const RuleSpec& rule) {
  ForRivals(context, rule, true, [&](Index odd, Index usual) {
    const int power = std::abs(context.precision.Scale(context.fact(odd)) - context.precision.Scale(context.fact(usual)));
    Report(context, rule).At(odd).At(usual).Subject(odd).Figure("a", odd).Figure("b", usual)
        .Slot("factor", Decimal::FromInt(1).Scaled(power).ToString()).Stated(context.fact(odd).value.ToString())
        .Diagnose("DX-SCALE").Done();
  });
}

void CheckRestatement(AuditContext& context, const RuleSpec& rule) {
  for (const auto group : context.index.Groups()) {
    std::vector<Index> stated;
    for (const Index i : group) {
      const Fact& fact = context.fact(i);
      if (fact.measure != Measure::kCount || !IsPlainFigure(fact)) continue;
      if (stated.empty() || fact.section != context.fact(stated.back()).section) stated.push_back(i);
    }
    const bool agree = std::all_of(stated.begin(), stated.end(), [&](Index i) {
      return context.fact(i).value == context.fact(stated.front()).value;
    });
    if (stated.size() < 2 || !agree) continue;
    Report report(context, rule);
    for (const Index i : stated) report.At(i);
    report.Subject(stated.front()).Figure("a", stated.front()).Slot("n", std::to_string(stated.size())).Done();
  }
}

namespace {

// A stated figure above zero for what `denial` denies.
Index StatedAgainst(const AuditContext& context, Index denial) {
  FactKey key = context.index.KeyOf(denial);
  for (const Index i : context.index.Few(key)) {
    if (IsPlainFigure(context.fact(i)) && context.fact(i).value.sign() > 0) return i;
  }
  return kNone;
}

// 无国（境）外公务接待: what is denied is a part of what is stated.
bool IsOfAnother(const AuditContext& context, const RuleSpec& rule, Range statement) {
  return std::any_of(rule.cases.begin(), rule.cases.end(), [&](const RuleCase& about) {
    return MatchesAny(about.except, context.text.Logical(statement));
  });
}

}  // namespace

void CheckDenied(AuditContext& context, const RuleSpec& rule) {
  if (TellsLevelsApart(context, rule)) return NotEvaluable(context, rule, "the text speaks of several levels of government at once");
  Range last;  // one statement may deny several things
  for (size_t i = 0; i < context.extraction.facts.size(); ++i) {
    const Fact& fact = context.extraction.facts[i];
    if (fact.assertion != Assertion::kNegative || fact.concept_id < 0 || fact.measure != Measure::kAmount) continue;
    const Index denial = static_cast<Index>(i), stated = StatedAgainst(context, denial);
    if (stated == kNone) {
      Passed(context, rule, denial);
    } else if (IsOfAnother(context, rule, fact.statement)) {
      NotEvaluable(context, rule, std::string(context.Id(fact.concept_id)) + ": only a part of it is denied");
    } else if (fact.statement != last) {
      last = fact.statement;
      Report(context, rule).At(denial).At(stated).Subject(stated).Figure("a", stated)
          .Stated(context.Quote(fact.statement)).Done();
    }
  }
}

void CheckSameFigure(AuditContext& context, const RuleSpec& rule) {
  constexpr size_t kFew = 3;
  for (const RuleCase& about : rule.cases) {
    for (const Index total : context.index.Of(about.concept_id)) {
      if (!IsPlainFigure(context.fact(total))) continue;
      std::vector<Index> same;
      const auto& facts = context.extraction.facts;
      for (size_t i = total + 1; i < facts.size() && facts[i].section == facts[total].section && same.size() < 16; ++i) {
        const bool sibling = std::find(about.parts.begin(), about.parts.end(), facts[i].concept_id) != about.parts.end();
        const auto& qualifiers = facts[i].qualifiers;
        const bool meant = about.term.empty() || std::any_of(qualifiers.begin(), qualifiers.end(), [&](const auto& q) {
          return q.second == about.term;
        });
        if (!sibling || !meant || !IsPlainFigure(facts[i]) || facts[i].value.is_zero()) continue;
        if (same.empty() || facts[i].value == facts[same.front()].value) same.push_back(static_cast<Index>(i));
      }
      if (same.size() < kFew) continue;
      Report report(context, rule, &about);
      for (const Index i : same) report.At(i);
      report.Subject(same.front()).Figure("a", same.front()).Figure("total", total).Done();
    }
  }
}

void CheckUnitWords(AuditContext& context, const RuleSpec& rule) {
  for (const RuleCase& about : rule.cases) {
    std::vector<std::pair<std::string, std::vector<Index>>> by_word;
    for (const ConceptId concept_id : about.parts) {
      for (const Index i : context.index.Of(concept_id)) {
        const Fact& fact = context.fact(i);
        if (fact.measure != Measure::kCount || fact.unit_range.empty()) continue;
        const std::string word = context.Quote(fact.unit_range);
        const auto known = std::find_if(by_word.begin(), by_word.end(),
                                        [&](const auto& entry) { return entry.first == word; });
        if (known != by_word.end()) {
          known->second.push_back(i);
        } else if (by_word.size() < 8) {
          by_word.push_back({word, {i}});
        }
      }
    }
    if (by_word.size() < 2) continue;
    std::stable_sort(by_word.begin(), by_word.end(),
                     [](const auto& a, const auto& b) { return a.second.size() < b.second.size(); });
    Report report(context, rule, &about);
    std::string words;
    for (const auto& [word, facts] : by_word) {
      report.At(*std::min_element(facts.begin(), facts.end()));
      words += (words.empty() ? "" : "/") + word;
    }
    report.Subject(by_word.front().second.front()).Slot("units", words).Done();
  }
}

}  // namespace mingzhang
