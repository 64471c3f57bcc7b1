#include "extractor/output/diff_sum.h"

#include <algorithm>
#include <set>

#include "extractor/output/diff_restatement.h"

namespace mingzhang {
namespace {

constexpr std::string_view kPlus = " + ";

using Bodies = std::vector<const DocumentRecord*>;

void Join(const std::string& text, std::string* joined) { joined->append(joined->empty() ? "" : kPlus).append(text); }

// Nothing when a sum does not fit.
bool AddTo(const FactRecord& fact, FactRecord* sum) {
  if (!fact.range || !sum->range || !fact.amount() || !sum->amount()) return false;
  const auto amount = Decimal::Add(*sum->amount(), *fact.amount());
  const auto range = Interval::Add(*sum->range, *fact.range);
  if (!amount || !range) return false;
  if (fact.yuan && (!sum->yuan || sum->number->is_zero())) {  // 0 says nothing of the unit
    sum->unit = fact.unit;
    sum->number = fact.number;
    sum->yuan = fact.yuan;
  }
  sum->range = range;
  SetAmount(*amount, sum);
  return true;
}

class Adder {
 public:
  Adder(const Bodies& bodies, const KeyOptions& options) : bodies_(bodies) {
    for (const DocumentRecord* body : bodies) groups_.push_back(GroupByCalendar(*body, options));
  }

  DocumentRecord Add() {
    DocumentRecord sum = Head();
    for (const auto& [key, facts] : groups_[0]) order_.emplace_back(facts.front(), key);
    std::sort(order_.begin(), order_.end());
    for (const auto& [fact, key] : order_) {
      if (auto added = AddFacts(fact, key)) sum.facts.push_back(*std::move(added));
    }
    AddSections(&sum);
    AddFindings(&sum);
    return sum;
  }

 private:
  DocumentRecord Head() const {
    const DocumentRecord& first = *bodies_.front();
    DocumentRecord sum;
    sum.kind = first.kind;
    sum.level = first.level;
    sum.region = first.region;
    sum.tier = first.tier;
    sum.fiscal_year = first.year();
    for (const DocumentRecord* body : bodies_) {
      Join(body->name, &sum.name);
      Join(body->organization, &sum.organization);
    }
    return sum;
  }

  std::optional<FactRecord> AddFacts(int fact, const std::string& key) const {
    FactRecord sum = bodies_[0]->facts[fact];
    sum.assertion = "derived";
    sum.place = {};
    for (size_t i = 1; i < bodies_.size(); ++i) {
      const auto other = groups_[i].find(key);
      if (other == groups_[i].end() || !AddTo(bodies_[i]->facts[other->second.front()], &sum)) return std::nullopt;
    }
    return sum;
  }

  // Each role once, as the first that has it heads it.
  void AddSections(DocumentRecord* sum) const {
    std::set<std::string> roles;
    for (const DocumentRecord* body : bodies_) {
      const std::set<std::string> before = roles;
      for (const SectionRecord& section : body->sections) {
        if (before.contains(section.role)) continue;
        roles.insert(section.role);
        sum->sections.push_back(section);
      }
    }
  }

  void AddFindings(DocumentRecord* sum) const {
    std::set<std::pair<std::string, std::string>> known;
    for (const DocumentRecord* body : bodies_) {
      for (const FindingRecord& finding : body->findings) {
        if (known.emplace(finding.rule, finding.message_en).second) sum->findings.push_back(finding);
      }
    }
  }

  const Bodies& bodies_;
  std::vector<FactGroups> groups_;
  std::vector<std::pair<int, std::string>> order_;  // of the first body's figures, as they stand
};

class SumDiff {
 public:
  SumDiff(const Bodies& bodies, const DocumentRecord& document, const DiffOptions& options) : document_(document) {
    keys_.classification = options.classification;
    for (const DocumentRecord* body : bodies) {
      for (const FactRecord& fact : body->facts) stated_.insert(Key(fact, *body));
    }
  }

  bool IsNews(const Change& change) const {
    static const std::set<std::string> kNames = {"organization", "short_name", "plaques", "order"};
    if (change.kind == ChangeKind::kDocument || change.kind == ChangeKind::kSection) return !kNames.contains(change.name);
    if (change.kind != ChangeKind::kAdded) return true;
    return std::none_of(document_.facts.begin(), document_.facts.end(), [&](const FactRecord& fact) {
      return fact.place.byte_begin == change.new_side->place.byte_begin && stated_.contains(Key(fact, document_));
    });
  }

 private:
  std::string Key(const FactRecord& fact, const DocumentRecord& in) const { return RelativeKey(fact, in, keys_); }

  const DocumentRecord& document_;
  KeyOptions keys_;
  std::set<std::string> stated_;  // by some of the bodies
};

}  // namespace

DocumentRecord SumOf(const std::vector<const DocumentRecord*>& bodies, const KeyOptions& options) {
  return Adder(bodies, options).Add();
}

std::vector<Change> DiffFromSum(const std::vector<const DocumentRecord*>& bodies, const DocumentRecord& sum,
                                const DocumentRecord& document, const DiffOptions& options) {
  std::vector<Change> changes = Diff(sum, document, options);
  const SumDiff about(bodies, document, options);
  std::erase_if(changes, [&](const Change& change) { return !about.IsNews(change); });
  return changes;
}

}  // namespace mingzhang
