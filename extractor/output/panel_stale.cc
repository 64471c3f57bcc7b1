#include "extractor/output/panel_stale.h"

#include <algorithm>
#include <map>
#include <set>

namespace mingzhang {
namespace {

// Findings on arithmetic: what they found wrong may be last year's figure.
constexpr std::string_view kArithmetic =
    "SELECT finding_id, fact_ids FROM findings WHERE doc_id = ? AND scope = 'document' AND severity <> 'note' "
    "AND fact_ids IS NOT NULL AND (rule LIKE 'AR%' OR rule LIKE 'TT%' OR rule LIKE 'DP%') ORDER BY finding_id";

// Rates and changes repeat by chance when they are round or zero; amounts and shares seldom do.
bool IsTelling(const FactRecord& fact) {
  return fact.number && !fact.number->is_zero() && fact.number->Trimmed().ToString().find('.') != std::string::npos;
}

class StaleFigures {
 public:
  StaleFigures(const LoadedDocument& before, const LoadedDocument& document, const KeyOptions& keys) {
    std::map<std::string, std::set<std::string>> known;
    for (const FactRecord& fact : before.record.facts) known[RelativeKey(fact, before.record, keys)].insert(Printed(fact));
    for (const FactRecord& fact : document.record.facts) {
      const auto found = known.find(RelativeKey(fact, document.record, keys));
      if (IsTelling(fact) && found != known.end() && found->second.contains(Printed(fact))) stale_.insert(fact.id);
    }
  }

  // `ids` are separated by |.
  bool HasAnyOf(std::string_view ids) const {
    for (size_t begin = 0; begin < ids.size();) {
      const size_t end = std::min(ids.find('|', begin), ids.size());
      if (stale_.contains(std::string(ids.substr(begin, end - begin)))) return true;
      begin = end + 1;
    }
    return false;
  }

 private:
  static std::string Printed(const FactRecord& fact) { return fact.value + " " + fact.unit; }

  std::set<std::string> stale_;
};

}  // namespace

bool IsStale(const DocumentRecord& before, const DocumentRecord& after, const Statement& statement,
             const KeyOptions& keys) {
  const FactRecord& said = after.facts[statement.fact];
  if (!IsTelling(said)) return false;
  const std::string key = RelativeKey(said, after, keys);
  return std::any_of(before.facts.begin(), before.facts.end(), [&](const FactRecord& fact) {
    return fact.value == said.value && fact.unit == said.unit && RelativeKey(fact, before, keys) == key;
  });
}

Status DiagnoseStale(PanelDatabase& panel, const LoadedDocument& before, const LoadedDocument& document,
                     const KeyOptions& keys) {
  const StaleFigures stale(before, document, keys);
  SqlStatement rows = panel.sql().Prepare(kArithmetic);
  rows.With({document.doc_id});
  std::vector<std::string> findings;
  while (rows.Next()) {
    if (stale.HasAnyOf(rows.Text(1))) findings.emplace_back(rows.Text(0));
  }
  if (rows.failed()) return panel.sql().LastError();
  for (const std::string& finding : findings) {
    if (Status status = panel.AddDiagnosis(document.doc_id, finding, kStale)) return status;
  }
  return std::nullopt;
}

}  // namespace mingzhang
