#include "extractor/output/diff.h"

#include <algorithm>
#include <map>
#include <set>

#include <fnmatch.h>

#include "extractor/output/diff_parts.h"
#include "extractor/output/diff_restatement.h"

namespace mingzhang {
namespace {

bool IsChangeOfSomething(const FactRecord& fact) { return fact.measure == "change" || fact.measure == "change_rate"; }
// A score or a grade is given in the document's year to a project of an earlier one.
bool IsEvaluation(const FactRecord& fact) { return fact.stage == "evaluation" || fact.measure == "grade"; }
bool IsPercent(std::string_view measure) {
  return measure == "share" || measure == "completion_rate" || measure == "change_rate";
}

bool MatchesAny(const std::vector<std::string>& globs, const std::string& text) {
  return std::any_of(globs.begin(), globs.end(),
                     [&](const std::string& glob) { return ::fnmatch(glob.c_str(), text.c_str(), 0) == 0; });
}

class Differ {
 public:
  Differ(const DocumentRecord& old_document, const DocumentRecord& new_document, const DiffOptions& options)
      : old_(old_document), new_(new_document), options_(options) {
    same_year_ = old_.year() == new_.year() || old_.year() == 0 || new_.year() == 0;
    same_kind_ = old_.kind == new_.kind || old_.kind == "unknown" || new_.kind == "unknown";
    keys_.classification = options.classification;
    keys_.own_stage = !same_kind_;
  }

  std::vector<Change> Run() {
    CompareHeads(old_, new_, &changes_);
    CompareSections(old_, new_, &changes_);
    if (IsSameText(old_, new_)) {
      CompareReadings(old_, new_, &changes_);
    } else {
      CompareLevels();
      // Two versions of one document speak of the same time everywhere: every difference is a level.
      if (!same_year_ || !same_kind_) AddRestatements();
    }
    CompareFindings(old_, new_, &changes_);
    std::erase_if(changes_, [this](const Change& change) { return IsLeftOut(change); });
    return std::move(changes_);
  }

 private:
  // Across years only what is about the document's own year, its balances at a day and its evaluations of
  // earlier projects have a counterpart; what it says of the past is a restatement or agrees.
  bool HasLevel(const FactRecord& fact, const DocumentRecord& document) const {
    if (!same_kind_ && fact.stage != document.own_stage() && fact.stage != "stock") return false;
    if (same_year_ && same_kind_) return true;
    if (IsChangeOfSomething(fact)) return false;
    return fact.year == 0 || fact.year == document.year() || !fact.date.empty() || IsEvaluation(fact);
  }

  FactGroups GroupsOf(const DocumentRecord& document, std::vector<std::string>* order) const {
    FactGroups groups;
    for (size_t i = 0; i < document.facts.size(); ++i) {
      const FactRecord& fact = document.facts[i];
      if (!HasLevel(fact, document)) continue;
      auto& group = groups[RelativeKey(fact, document, keys_)];
      if (group.empty()) order->push_back(RelativeKey(fact, document, keys_));
      AddToGroup(document.facts, static_cast<int>(i), &group);
    }
    return groups;
  }

  void CompareLevels() {
    std::vector<std::string> old_order, new_order;
    FactGroups before = GroupsOf(old_, &old_order), after = GroupsOf(new_, &new_order);
    for (const std::string& key : new_order) CompareGroup(std::move(before[key]), std::move(after[key]));
    for (const std::string& key : old_order) {
      if (!after.contains(key)) CompareGroup(std::move(before[key]), {});
    }
    CompareRest();
  }

  // A change or a share of the same thing that is measured against something else is one figure that
  // changed, not one that went and one that came.
  void CompareRest() {
    KeyOptions loose = keys_;
    loose.any_basis = true;
    FactGroups before;
    for (const int fact : old_rest_) before[RelativeKey(old_.facts[fact], old_, loose)].push_back(fact);
    for (const int fact : new_rest_) {
      auto& same = before[RelativeKey(new_.facts[fact], new_, loose)];
      if (same.empty()) {
        AddLevel(ChangeKind::kAdded, nullptr, &new_.facts[fact]);
        continue;
      }
      AddLevel(ChangeKind::kLevel, &old_.facts[same.front()], &new_.facts[fact]);
      paired_.insert(same.front());
      same.erase(same.begin());
    }
    for (const int fact : old_rest_) {
      if (!paired_.contains(fact)) AddLevel(ChangeKind::kRemoved, &old_.facts[fact], nullptr);
    }
  }

  static bool SameValue(const FactRecord& a, const FactRecord& b) {
    return a.amount() && b.amount() ? *a.amount() == *b.amount() : !a.amount() && !b.amount() && a.value == b.value;
  }

  const std::string& RoleOf(const DocumentRecord& document, const FactRecord& fact) const {
    static const std::string kEmpty;
    for (const SectionRecord& section : document.sections) {
      if (section.id == fact.section) return section.role;
    }
    return kEmpty;
  }

  // A key may have several figures: equal ones are the same, then those printed under the same words, then
  // those of the same section are one figure before and after; the rest goes in order.
  void CompareGroup(std::vector<int> before, std::vector<int> after) {
    Pair(&before, &after, [this](int a, int b) { return SameValue(old_.facts[a], new_.facts[b]); });
    Pair(&before, &after, [this](int a, int b) {
      const std::string& label = old_.facts[a].label;
      return !label.empty() && label == new_.facts[b].label;
    });
    Pair(&before, &after, [this](int a, int b) {
      return RoleOf(old_, old_.facts[a]) == RoleOf(new_, new_.facts[b]);
    });
    Pair(&before, &after, [](int, int) { return true; });
    new_rest_.insert(new_rest_.end(), after.begin(), after.end());
    old_rest_.insert(old_rest_.end(), before.begin(), before.end());
  }

  template <typename Belongs>
  void Pair(std::vector<int>* before, std::vector<int>* after, Belongs belongs) {
    for (auto b = after->begin(); b != after->end();) {
      const auto a = std::find_if(before->begin(), before->end(), [&](int fact) { return belongs(fact, *b); });
      if (a == before->end()) {
        ++b;
        continue;
      }
      if (!SameValue(old_.facts[*a], new_.facts[*b])) {
        AddLevel(ChangeKind::kLevel, &old_.facts[*a], &new_.facts[*b]);
      }
      before->erase(a);
      b = after->erase(b);
    }
  }

  void AddLevel(ChangeKind kind, const FactRecord* before, const FactRecord* after) {
    Change change = ChangeOf(kind, after != nullptr ? *after : *before);
    if (before != nullptr) change.old_side = SideOf(*before);
    if (after != nullptr) change.new_side = SideOf(*after);
    Measure(&change);
    changes_.push_back(std::move(change));
  }

  void AddRestatements() {
    KeyOptions calendar = keys_;
    calendar.own_stage = false;
    for (const Restatement& restatement : CompareStatements(old_, new_, calendar)) {
      if (restatement.agrees) continue;
      const Statement& statement = restatement.statement;
      Change change = ChangeOf(ChangeKind::kRestatement, statement.said);
      change.old_side = SideOf(old_.facts[restatement.old_fact]);
      change.new_side = SideOf(statement.said);
      change.new_side->derived = statement.derived;
      change.new_side->place = new_.facts[statement.fact].place;
      Measure(&change);
      changes_.push_back(std::move(change));
    }
  }

  bool IsLeftOut(const Change& change) const {
    const std::string& name = change.finding ? change.finding->rule : change.concept_id;
    if (name.empty()) return !options_.only.empty();
    if (!options_.only.empty() && !MatchesAny(options_.only, name)) return true;
    if (MatchesAny(options_.ignore, name)) return true;
    return change.kind == ChangeKind::kLevel && IsSmall(change);
  }

  // Small by every measure that was asked for and that it has.
  bool IsSmall(const Change& change) const {
    const bool by_rate = options_.least_rate && change.rate && change.rate->Abs() < *options_.least_rate;
    const bool by_amount = options_.least_difference && change.is_money() && change.difference &&
                           change.difference->Abs() < *options_.least_difference;
    return by_rate || by_amount;
  }

  const DocumentRecord& old_;
  const DocumentRecord& new_;
  const DiffOptions& options_;
  KeyOptions keys_;
  bool same_year_ = false, same_kind_ = false;
  std::vector<int> old_rest_, new_rest_;  // without a counterpart of the same key
  std::set<int> paired_;                  // of the old rest
  std::vector<Change> changes_;
};

}  // namespace

std::string_view ChangeKindName(ChangeKind kind) {
  static constexpr std::string_view kNames[] = {"document", "section", "level", "restatement",
                                                "added",    "removed", "reread", "finding"};
  return kNames[static_cast<size_t>(kind)];
}

Change ChangeOf(ChangeKind kind, const FactRecord& fact) {
  Change change;
  change.kind = kind;
  change.concept_id = fact.concept_id;
  change.measure = fact.measure;
  change.basis_concept = fact.basis_concept;
  change.path = FunctionalPath(fact);
  for (const auto& [name, value] : fact.qualifiers) {
    change.qualifiers.append(change.qualifiers.empty() ? "" : ";").append(name).append("=").append(value);
  }
  return change;
}

ChangeSide SideOf(const FactRecord& fact) {
  ChangeSide side;
  side.value = fact.value;
  side.unit = fact.unit;
  side.stage = fact.stage;
  side.date = fact.date;
  side.year = fact.year;
  side.assertion = fact.assertion;
  side.against_year = fact.basis_year;
  side.against_stage = fact.basis_stage;
  side.yuan = fact.yuan;
  side.amount = fact.amount();
  side.range = fact.range;
  side.place = fact.place;
  return side;
}

void Measure(Change* change) {
  if (!change->old_side || !change->new_side) return;
  const ChangeSide& before = *change->old_side;
  const ChangeSide& after = *change->new_side;
  if (!before.amount || !after.amount) return;
  // 0 without a unit is zero in any unit.
  const bool same_kind = before.yuan.has_value() == after.yuan.has_value();
  if (!same_kind && !before.amount->is_zero() && !after.amount->is_zero()) return;
  change->difference = Decimal::Subtract(*after.amount, *before.amount);
  if (change->difference) change->difference = change->difference->Trimmed();
  if (!change->difference || before.amount->is_zero() || IsPercent(change->measure)) return;
  change->rate = Decimal::Divide(change->difference->Scaled(2), before.amount->Abs(), 2);
}

std::vector<Change> Diff(const DocumentRecord& old_document, const DocumentRecord& new_document,
                         const DiffOptions& options) {
  return Differ(old_document, new_document, options).Run();
}

}  // namespace mingzhang
