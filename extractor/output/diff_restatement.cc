#include "extractor/output/diff_restatement.h"

#include <algorithm>
#include <set>

namespace mingzhang {
namespace {

bool IsLevel(const FactRecord& fact) {
  return (fact.measure == "amount" || fact.measure == "count") && fact.year != 0 && fact.amount();
}

// Of another year, of a day, or of another stage than the document's own: the budget that final
// accounts cite.
bool SpeaksOfOthers(const FactRecord& fact, const DocumentRecord& document) {
  if (!IsLevel(fact)) return false;
  return fact.year != document.year() || !fact.date.empty() ||
         (fact.stage != document.own_stage() && fact.stage != "stock");
}

// `yuan` in the unit of the figure: yuan = number * 10^scale gives the scale.
Decimal InUnit(const Decimal& yuan, const FactRecord& fact) {
  constexpr int kMostScale = 12;
  for (int scale = 0; scale <= kMostScale; ++scale) {
    if (fact.number->Scaled(scale) == *fact.yuan) return yuan.Scaled(-scale).Trimmed();
  }
  return yuan.Trimmed();
}

// current - change, with the precision of both.
std::optional<FactRecord> Derive(const DocumentRecord& document, const ComparisonRecord& comparison) {
  if (comparison.base != kNoFact || comparison.subject == kNoFact || comparison.change == kNoFact) return std::nullopt;
  const FactRecord& subject = document.facts[comparison.subject];
  const FactRecord& change = document.facts[comparison.change];
  if (!IsLevel(subject) || change.basis_year == 0 || !change.amount() || !subject.range || !change.range) {
    return std::nullopt;
  }
  const auto amount = Decimal::Subtract(*subject.amount(), *change.amount());
  const auto range = Interval::Subtract(*subject.range, *change.range);
  if (!amount || !range) return std::nullopt;
  FactRecord said = subject;
  said.year = change.basis_year;
  said.date.clear();
  if (!change.basis_stage.empty()) said.stage = change.basis_stage;
  said.assertion = "derived";
  said.range = range;
  SetAmount(*amount, &said);
  said.place = change.place;
  return said;
}

}  // namespace

Decimal WithDecimals(const Decimal& number, int decimals) {
  const Decimal trimmed = number.Trimmed();
  return Decimal::Add(trimmed, Decimal(0, decimals)).value_or(trimmed);
}

void SetAmount(const Decimal& amount, FactRecord* fact) {
  Decimal printed = amount.Trimmed();
  const int decimals = fact->number ? fact->number->decimals() : 0;
  if (fact->yuan) {
    if (fact->number && !fact->number->is_zero()) printed = InUnit(amount, *fact);
    else fact->unit = "CNY";
    fact->yuan = amount.Trimmed();
  }
  fact->number = WithDecimals(printed, decimals);
  fact->value = fact->number->ToString();
}

std::vector<Statement> StatementsOfOthers(const DocumentRecord& document, const KeyOptions& options) {
  std::vector<Statement> statements;
  std::set<std::string> stated, seen;
  const auto add = [&](Statement statement) {
    const std::string key = AbsoluteKey(statement.said, options);
    if (statement.derived && stated.contains(key)) return;
    if (!statement.derived) stated.insert(key);
    const std::string amount = statement.said.amount()->Trimmed().ToString();
    if (seen.insert(key + "=" + amount).second) statements.push_back(std::move(statement));
  };
  for (size_t i = 0; i < document.facts.size(); ++i) {
    const FactRecord& fact = document.facts[i];
    if (SpeaksOfOthers(fact, document)) add({fact, static_cast<int>(i), false});
  }
  for (const ComparisonRecord& comparison : document.comparisons) {
    auto said = Derive(document, comparison);
    if (said && SpeaksOfOthers(*said, document)) add({*std::move(said), comparison.change, true});
  }
  return statements;
}

FactGroups GroupByCalendar(const DocumentRecord& document, const KeyOptions& options) {
  FactGroups groups;
  for (size_t i = 0; i < document.facts.size(); ++i) {
    const FactRecord& fact = document.facts[i];
    if (IsLevel(fact)) AddToGroup(document.facts, static_cast<int>(i), &groups[AbsoluteKey(fact, options)]);
  }
  return groups;
}

// Of figures that contradict one another, one that is printed; of these the nearest.
static int Counterpart(const std::vector<FactRecord>& facts, const std::vector<int>& group, const FactRecord& said) {
  const auto distance = [&](int fact) {
    const auto difference = Decimal::Subtract(*facts[fact].amount(), *said.amount());
    return std::pair(facts[fact].assertion != "stated", difference.value_or(Decimal()).Abs());
  };
  return *std::min_element(group.begin(), group.end(), [&](int a, int b) { return distance(a) < distance(b); });
}

std::vector<Restatement> CompareStatements(const DocumentRecord& old_document, const DocumentRecord& new_document,
                                           const KeyOptions& options) {
  const FactGroups groups = GroupByCalendar(old_document, options);
  std::vector<Restatement> result;
  for (Statement& statement : StatementsOfOthers(new_document, options)) {
    const auto group = groups.find(AbsoluteKey(statement.said, options));
    if (group == groups.end()) continue;
    const auto& facts = group->second;
    const auto agreeing = std::find_if(facts.begin(), facts.end(), [&](int fact) {
      return Agree(old_document.facts[fact], statement.said);
    });
    Restatement restatement;
    restatement.agrees = agreeing != facts.end();
    restatement.old_fact = restatement.agrees ? *agreeing : Counterpart(old_document.facts, facts, statement.said);
    restatement.statement = std::move(statement);
    result.push_back(std::move(restatement));
  }
  return result;
}

}  // namespace mingzhang
