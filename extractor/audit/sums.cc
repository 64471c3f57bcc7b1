// Totals and their parts (family TT).
#include <algorithm>
#include <map>

#include <fmt/format.h>

#include "extractor/audit/checks.h"
#include "extractor/audit/match.h"
#include "extractor/audit/parts.h"
#include "extractor/audit/rates.h"

namespace mingzhang {
namespace {

Range HullOf(const AuditContext& context, Index total, const std::vector<Index>& parts) {
  Range range = context.Place(total);
  for (const Index i : parts) range = AuditContext::Hull(range, context.Place(i));
  return range;
}

std::optional<Interval> SumOf(const AuditContext& context, const std::vector<Index>& parts) {
  std::vector<Interval> intervals;
  intervals.reserve(parts.size());
  for (const Index i : parts) intervals.push_back(context.Of(i));
  return Sum(intervals);
}

std::string Addends(const AuditContext& context, const std::vector<Index>& parts) {
  std::string text;
  for (const Index i : parts) text += (text.empty() ? "" : "+") + context.Figure(i);
  return text;
}

Decimal ExactSum(const AuditContext& context, const std::vector<Index>& parts) {
  std::optional<Decimal> sum = Decimal();
  for (const Index i : parts) sum = Decimal::Add(*sum, context.precision.Value(context.fact(i)));
  return *sum;  // the intervals were added before; this fits
}

// A total as the rule sees it: with its interval widened where the document declares rounding.
Interval TotalOf(const AuditContext& context, Index total) {
  const Interval interval = context.Of(total);
  return context.extraction.document.rounding_disclaimer.empty()
             ? interval
             : Widened(interval, context.precision.LastPlace(context.fact(total)));
}

void ReportSum(AuditContext& context, const RuleSpec& rule, const RuleCase& about, Index total,
               const std::vector<Index>& parts, const Interval& sum) {
  const Fact& fact = context.fact(total);
  const int scale = context.precision.Scale(fact);
  const Decimal exact = ExactSum(context, parts);
  Report report(context, rule, &about);
  report.At(total).Subject(total).Figure("total", total).Stated(fact.value.ToString());
  for (const Index i : parts) report.At(i);
  report.Slot("parts", Addends(context, parts)).Slot("sum", context.Written(exact, total));
  if (const auto difference = Decimal::Subtract(context.precision.Value(fact), exact)) {
    report.Slot("diff", context.Written(difference->Abs(), total));
  }
  report.Expect(sum.Scaled(-scale));
  const auto fits = [&](const Decimal& candidate) { return candidate.Scaled(scale) == exact; };
  const auto candidate = OneDigitAway(fact.value, fits);
  if (candidate) report.Slot("candidate", candidate->ToString()).Diagnose("DX-DIGIT");
  std::vector<Interval> printed;
  for (const Index i : parts) printed.push_back(context.precision.AsPrinted(context.fact(i)));
  const auto printed_sum = Sum(printed);
  if (printed_sum && Interval::Meet(*printed_sum, context.precision.AsPrinted(fact))) {
    report.Lower().Diagnose("DX-PRECISION");
  } else if (exact.is_zero() && rule.kind == RuleKind::kClassifiedSum) {
    report.Lower();  // 共1辆，其中执法执勤用车0辆: its class may be one that the text leaves out
  }
  report.Done();
}

// The shares of the total that are stated beside the parts, one for each, add up to 100%.
bool SharesAreComplete(const AuditContext& context, Index total, const std::vector<Index>& parts) {
  std::vector<Index> shares;
  for (const Index part : parts) {
    const Index share = context.Companion(part, context.fact(part).concept_id, Measure::kShare);
    if (share == kNone && context.fact(part).value.is_zero()) continue;
    if (share == kNone || context.fact(share).basis.concept_id != context.fact(total).concept_id) return false;
    shares.push_back(share);
  }
  const auto sum = SumOf(context, shares);
  return shares.size() > 1 && sum && sum->Contains(Decimal::FromInt(100));
}

// An open list counts as closed when the shares of its parts are complete, or when its required parts
// stand in the total's sentence and nothing in the text speaks of what else there might be.
bool IsClosed(const AuditContext& context, const RuleCase& about, Index total, const Listed& listed) {
  if (SharesAreComplete(context, total, listed.facts)) return true;
  if (about.parts.empty() || about.except.empty() || context.Mentions(about.except.front())) return false;
  return std::all_of(listed.facts.begin(), listed.facts.end(), [&](Index i) { return context.SameSentence(total, i); });
}

// The parts make up a figure of the same thing at another stage: budget parts under a final total.
bool AgreesWithOther(const AuditContext& context, Index total, const Interval& sum) {
  for (const Index i : context.index.Of(context.fact(total).concept_id).first(
           std::min<size_t>(kLongestList, context.index.Of(context.fact(total).concept_id).size()))) {
    const Fact& other = context.fact(i);
    const bool elsewhere = other.stage != context.fact(total).stage && other.section == context.fact(total).section;
    if (elsewhere && other.measure == context.fact(total).measure && Interval::Meet(context.Of(i), sum)) return true;
  }
  return false;
}

// 三公经费431万元，…公务用车运行费251万元；公务用车购置56万元；…: a figure near the total that was taken for no part makes
// up the difference.
bool IsMadeUp(const AuditContext& context, Index total, const Listed& listed, const Interval& sum) {
  const auto rest = Interval::Subtract(TotalOf(context, total), sum);
  if (!rest || rest->lo.sign() <= 0) return false;
  const Fact& whole = context.fact(total);
  const auto& facts = context.extraction.facts;
  const auto family = [&](ConceptId id) { return id < 0 ? std::string_view() : context.Id(id).substr(0, context.Id(id).find('.')); };
  constexpr size_t kReach = 24;  // facts
  const size_t end = std::min(facts.size(), static_cast<size_t>(total) + kReach);
  for (size_t i = total + 1; i < end && facts[i].section == whole.section; ++i) {
    const Index other = static_cast<Index>(i);
    const bool alike = Counts(facts[i]) && facts[i].measure == whole.measure && facts[i].stage == whole.stage &&
                       facts[i].period.SameTime(whole.period) && family(facts[i].concept_id) == family(whole.concept_id);
    const bool listed_already = std::find(listed.facts.begin(), listed.facts.end(), other) != listed.facts.end();
    if (alike && !listed_already && Interval::Meet(context.Of(other), *rest)) return true;
  }
  return false;
}

bool IsOneSentence(const AuditContext& context, Index total, const Listed& listed) {
  return std::all_of(listed.facts.begin(), listed.facts.end(), [&](Index i) { return context.SameSentence(total, i); });
}

// Why a sum that does not agree proves nothing; empty when it does.
std::string DoubtOf(const AuditContext& context, const RuleCase& about, Index total, const Listed& listed,
                    const Interval& sum) {
  if (about.open && sum.hi < TotalOf(context, total).lo && !IsClosed(context, about, total, listed)) {
    return ": the list may be incomplete";
  }
  if (listed.by_pieces && !IsOneSentence(context, total, listed)) {
    return ": of a part only what is below it is stated";
  }
  if (listed.rivals) return ": a part is stated with different values";
  const auto same = context.index.Few(context.index.KeyOf(total));
  if (!listed.near && same.size() > 1) return " is stated again, perhaps nearer its parts";
  for (const Index i : same) {
    const bool rival = i != total && context.SameSentence(i, total) && !Interval::Meet(context.Of(i), context.Of(total));
    if (rival) return " has two figures in one sentence";
  }
  if (IsMadeUp(context, total, listed, sum)) return ": a figure beside the parts makes up the difference";
  if (AgreesWithOther(context, total, sum)) return ": the parts belong to another stage of it";
  const bool government = context.extraction.document.kind == DocumentKind::kGovernmentReport;
  if (!listed.near && government) return ": the parts stand elsewhere";
  if (listed.near && context.IsDisturbed(HullOf(context, total, listed.facts))) {
    return ": a numeral among the parts could not be placed";
  }
  return "";
}

void JudgeSum(AuditContext& context, const RuleSpec& rule, const RuleCase& about, Index total, const Listed& listed) {
  const auto sum = SumOf(context, listed.facts);
  if (!sum) return NotEvaluable(context, rule, "the figures are too large");
  if (Interval::Meet(*sum, TotalOf(context, total))) return Passed(context, rule, total);
  const std::string doubt = DoubtOf(context, about, total, listed, *sum);
  if (!doubt.empty()) {
    return NotEvaluable(context, rule, std::string(context.Id(context.fact(total).concept_id)) + doubt);
  }
  ReportSum(context, rule, about, total, listed.facts, *sum);
}

}  // namespace

void CheckSum(AuditContext& context, const RuleSpec& rule) {
  for (const RuleCase& about : rule.cases) {
    bool any = false;
    for (const Index total : context.index.Of(about.concept_id)) {
      if (context.deadline.HasPassed()) return;
      if (!Counts(context.fact(total)) || !context.fact(total).qualifiers.empty()) continue;
      any = true;
      const Listed listed = ListParts(context, about, total);
      if (!listed.missing.empty()) {
        NotEvaluable(context, rule, listed.missing + " is not stated");
      } else if (about.same_sentence && !IsOneSentence(context, total, listed)) {
        NotEvaluable(context, rule, std::string(context.Id(about.concept_id)) + ": the parts stand in another sentence");
      } else if (!listed.facts.empty() && (!about.parts.empty() || listed.facts.size() > 1)) {
        JudgeSum(context, rule, about, total, listed);
      } else if (listed.facts.size() == 1 && Interval::Meet(context.Of(total), context.Of(listed.facts.front()))) {
        Passed(context, rule, total);
      }
    }
    if (!any) NotEvaluable(context, rule, std::string(context.Id(about.concept_id)) + " is not stated");
  }
}

namespace {

bool IsAnyStated(const AuditContext& context, const std::vector<ConceptId>& concepts) {
  return std::any_of(concepts.begin(), concepts.end(), [&](ConceptId concept_id) {
    const auto facts = context.index.Of(concept_id);
    return std::any_of(facts.begin(), facts.end(), [&](Index i) { return !context.fact(i).value.is_zero(); });
  });
}

bool MayCarryOver(const AuditContext& context, const RuleCase& about) {
  return IsAnyStated(context, about.optional) ||
         (!about.except.empty() && context.Mentions(about.except.front()));
}

// A third statement, of both sides at once, agrees with `left`.
bool HasWitness(const AuditContext& context, const RuleCase& about, Index left) {
  const Index witness = about.parts.size() < 2 ? kNone : PartOf(context, left, about.parts[1]);
  return witness != kNone && Interval::Meet(context.Of(witness), context.Of(left));
}

// What was received and spent in a year need not be equal: of final accounts only totals are.
bool IsCalledTotal(const AuditContext& context, const RuleCase& about, Index side) {
  if (!about.title || context.extraction.document.stage != Stage::kFinal) return true;
  return Matches(about.title, context.text.Logical(context.fact(side).label_range));
}

}  // namespace

void CheckBalance(AuditContext& context, const RuleSpec& rule) {
  for (const RuleCase& about : rule.cases) {
    for (const Index left : context.index.Of(about.concept_id)) {
      if (context.deadline.HasPassed()) return;
      if (!Counts(context.fact(left)) || about.parts.empty()) continue;
      const Index right = PartOf(context, left, about.parts.front());
      if (right == kNone) {
        NotEvaluable(context, rule, std::string(context.Id(about.parts.front())) + " is not stated");
      } else if (!IsCalledTotal(context, about, left) || !IsCalledTotal(context, about, right)) {
        NotEvaluable(context, rule, "a side of the accounts is not called a total");
      } else if (Interval::Meet(TotalOf(context, left), context.Of(right))) {
        Passed(context, rule, left);
      } else if (HasRivals(context, left) || HasRivals(context, right)) {
        NotEvaluable(context, rule, "a side is stated with different values");
      } else if (!HasWitness(context, about, left) && MayCarryOver(context, about)) {
        NotEvaluable(context, rule, "what is carried over is not stated for both sides");
      } else {
        ReportSum(context, rule, about, right, {left}, context.Of(left));
      }
    }
  }
}

namespace {

// One line of the functional classification: its class and the level it stands on.
struct FunctionalLine {
  std::string_view name, section, item;
};

FunctionalLine LineOf(const Fact& fact) {
  FunctionalLine line;
  for (const auto& [key, value] : fact.qualifiers) {
    if (key == "class") line.name = value;
    if (key == "section") line.section = value;
    if (key == "item") line.item = value;
  }
  return line;
}

// What is said of one class: its own figure and those of its items, each item once.
struct FunctionalClass {
  Index own = kNone;
  std::map<uint64_t, Index> items;
};

}  // namespace

void CheckRollUp(AuditContext& context, const RuleSpec& rule) {
  for (const RuleCase& about : rule.cases) {
    std::map<std::pair<uint64_t, std::string_view>, FunctionalClass> classes;
    for (const Index i : context.index.Of(about.concept_id)) {
      const Fact& fact = context.fact(i);
      const FunctionalLine line = LineOf(fact);
      if (fact.measure != Measure::kAmount || line.name.empty()) continue;
      FactKey key = context.index.KeyOf(i);
      key.qualifiers = 0;
      FunctionalClass& of_class = classes[{key.Hash(), line.name}];
      if (line.section.empty() && line.item.empty() && of_class.own == kNone) of_class.own = i;
      if (!line.item.empty()) of_class.items.emplace(context.index.KeyOf(i).qualifiers, i);
    }
    std::vector<std::pair<Index, std::vector<Index>>> totals;
    for (const auto& [key, of_class] : classes) {
      if (of_class.own == kNone || of_class.items.empty()) continue;
      totals.emplace_back(of_class.own, std::vector<Index>());
      for (const auto& [hash, item] : of_class.items) totals.back().second.push_back(item);
      std::sort(totals.back().second.begin(), totals.back().second.end());
    }
    std::sort(totals.begin(), totals.end());
    for (const auto& [total, items] : totals) {
      Listed listed;
      listed.facts = items;
      listed.rivals = HasRivals(context, total) ||
                      std::any_of(items.begin(), items.end(), [&](Index i) { return HasRivals(context, i); });
      JudgeSum(context, rule, about, total, listed);
    }
  }
}

void CheckShareSum(AuditContext& context, const RuleSpec& rule) {
  Index last = kNone;
  for (const RateCheck& check : context.rates) {
    if (check.form != RateCheck::Form::kShare || check.rate <= last) continue;
    const auto shares = SharesBeside(context, check.rate);
    last = shares.back();
    if (shares.size() < 2) continue;
    const auto sum = SumOf(context, shares);
    const Decimal exact = ExactSum(context, shares), hundred = Decimal::FromInt(100);
    const auto away = Decimal::Subtract(exact, hundred);
    if (!sum || !away) continue;
    if (sum->Contains(hundred)) {
      Passed(context, rule, shares.front());
    } else if (away->Abs() > Decimal::FromInt(1) || context.IsDisturbed(HullOf(context, shares.front(), shares))) {
      NotEvaluable(context, rule, "the list of shares may be incomplete");
    } else {
      Report report(context, rule);
      for (const Index i : shares) report.At(i);
      report.Slot("sum", exact.ToString()).Stated(exact.ToString()).Done();
    }
  }
}

namespace {

bool Plain(const Fact& fact) { return Counts(fact) && fact.qualifiers.empty(); }

// The smallest statement of `part` with the key of `whole`: the reading that is kindest to the text.
Index SmallestPart(const AuditContext& context, Index whole, ConceptId part) {
  FactKey key = context.index.KeyOf(whole);
  key.concept_id = part;
  Index smallest = kNone;
  for (const Index i : context.index.Few(key)) {
    if (context.fact(i).assertion != Assertion::kStated) continue;
    if (smallest == kNone || context.Of(i).hi < context.Of(smallest).hi) smallest = i;
  }
  return smallest;
}

bool IsLargest(const AuditContext& context, Index whole) {
  const auto same = context.index.Few(context.index.KeyOf(whole));
  return std::none_of(same.begin(), same.end(), [&](Index i) {
    return context.Of(i).hi > context.Of(whole).hi || (i < whole && context.fact(i).value == context.fact(whole).value);
  });
}

void CheckWhole(AuditContext& context, const RuleSpec& rule, const RuleCase& about, Index whole) {
  for (const ConceptId concept_id : about.parts) {
    const Index part = SmallestPart(context, whole, concept_id);
    if (part == kNone || context.IsListed(part, whole)) continue;  // 财政拨款收入…，其中：本年收入…
    if (context.Of(part).lo <= context.Of(whole).hi) {
      Passed(context, rule, part);
      continue;
    }
    Report report(context, rule, &about);
    report.At(whole).At(part).Stated(context.fact(whole).value.ToString());
    report.Slot("part", context.SubjectZh(part), context.SubjectEn(part)).Figure("a", part);
    report.Slot("whole", context.SubjectZh(whole), context.SubjectEn(whole)).Figure("b", whole).Done();
    return;  // once for a whole
  }
}

}  // namespace

void CheckPartAboveWhole(AuditContext& context, const RuleSpec& rule) {
  if (context.extraction.document.kind == DocumentKind::kGovernmentReport) {
    return NotEvaluable(context, rule, "a government's report speaks of several levels at once");
  }
  for (const RuleCase& about : rule.cases) {
    for (const Index whole : context.index.Of(about.concept_id)) {
      if (context.deadline.HasPassed()) return;
      if (Plain(context.fact(whole)) && IsLargest(context, whole)) CheckWhole(context, rule, about, whole);
    }
  }
}

namespace {

std::string_view QualifierOf(const Fact& fact, std::string_view name) {
  for (const auto& [key, value] : fact.qualifiers) {
    if (key == name) return value;
  }
  return {};
}

// A line below a class, or one of a class that is listed already: 教育支出100万元（其中：教育支出（类）普通教育（款）60万元）.
bool IsBelowListed(const AuditContext& context, const std::vector<Index>& classes, const Fact& fact) {
  const std::string_view name = QualifierOf(fact, "class");
  if (name.empty()) return false;
  if (!QualifierOf(fact, "section").empty() || !QualifierOf(fact, "item").empty()) return true;
  return std::any_of(classes.begin(), classes.end(), [&](Index i) { return QualifierOf(context.fact(i), "class") == name; });
}

// The classes listed after `total` in its sentence: by concept, or by qualifier of the same concept.
std::vector<Index> ClassesOf(const AuditContext& context, const RuleCase& about, Index total) {
  const Fact& whole = context.fact(total);
  const auto& facts = context.extraction.facts;
  std::vector<Index> classes;
  const size_t end = std::min(facts.size(), static_cast<size_t>(total) + kLongestList);
  for (size_t i = total + 1; i < end && facts[i].sentence == whole.sentence; ++i) {
    const Fact& fact = facts[i];
    if (fact.measure != whole.measure || !fact.period.SameTime(whole.period) || fact.stage != whole.stage) continue;
    const bool by_qualifier = about.parts.empty() && fact.concept_id == whole.concept_id;
    if (by_qualifier && fact.qualifiers.empty()) break;  // the next total
    const bool by_concept = std::find(about.parts.begin(), about.parts.end(), fact.concept_id) != about.parts.end();
    if (by_concept && IsBelowListed(context, classes, fact)) continue;
    if (by_qualifier || by_concept) classes.push_back(static_cast<Index>(i));
  }
  return classes;
}

}  // namespace

void CheckClassifiedSum(AuditContext& context, const RuleSpec& rule) {
  for (const RuleCase& about : rule.cases) {
    for (const Index total : context.index.Of(about.concept_id)) {
      if (context.deadline.HasPassed()) return;
      if (!Plain(context.fact(total))) continue;
      Listed listed;
      listed.facts = ClassesOf(context, about, total);
      if (listed.facts.size() >= 2) JudgeSum(context, rule, about, total, listed);
    }
  }
}

void CheckListedTotal(AuditContext& context, const RuleSpec& rule) {
  for (const RuleCase& about : rule.cases) {
    std::map<uint64_t, std::vector<Index>> lists;  // by the key of the total
    for (const ConceptId part : about.parts) {
      for (const Index i : context.index.Of(part)) {
        const Fact& fact = context.fact(i);
        const bool listed = std::any_of(fact.qualifiers.begin(), fact.qualifiers.end(),
                                        [&](const auto& qualifier) { return qualifier.second == about.term; });
        if (!Counts(fact) || !listed || fact.qualifiers.size() > 1) continue;  // by kind: pieces of a slice
        FactKey key = context.index.KeyOf(i);
        key.concept_id = about.concept_id;
        key.qualifiers = 0;
        auto& list = lists[key.Hash()];
        const bool again = std::any_of(list.begin(), list.end(), [&](Index other) {
          return context.index.KeyOf(other).Hash() == context.index.KeyOf(i).Hash();
        });
        if (!again && list.size() < kLongestList) list.push_back(i);
      }
    }
    for (const Index total : context.index.Of(about.concept_id)) {
      if (context.deadline.HasPassed()) return;
      const auto found = lists.find(context.index.KeyOf(total).Hash());
      if (found == lists.end() || !IsLargest(context, total)) continue;
      const auto sum = SumOf(context, found->second);
      if (!sum) continue;
      if (sum->lo <= TotalOf(context, total).hi) {
        Passed(context, rule, total);
      } else {
        ReportSum(context, rule, about, total, found->second, *sum);
      }
    }
  }
}

void CheckRest(AuditContext& context, const RuleSpec& rule) {
  for (const RuleCase& about : rule.cases) {
    for (const Index total : context.index.Of(about.concept_id)) {
      if (context.deadline.HasPassed()) return;
      if (!Plain(context.fact(total))) continue;
      std::vector<Index> parts;
      for (const ConceptId part : about.parts) {
        const Index i = PartOf(context, total, part);
        if (i != kNone && Together(context, total, i)) parts.push_back(i);
      }
      const auto sum = SumOf(context, parts);
      if (!sum || parts.size() < 2) continue;
      const bool above = sum->lo > TotalOf(context, total).hi;
      const bool nothing_listed = sum->hi.is_zero() && context.Of(total).lo.sign() > 0;
      if (about.message ? nothing_listed : above) {
        ReportSum(context, rule, about, total, parts, *sum);
      } else if (!about.message) {
        Passed(context, rule, total);
      }
    }
  }
}

}  // namespace mingzhang
