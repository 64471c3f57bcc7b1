#include "extractor/output/panel_bodies.h"

#include <algorithm>

#include "extractor/output/panel_finding.h"

namespace mingzhang {
namespace {

// The places and years where a body ends though the panel goes on.
constexpr std::string_view kBreaks = R"sql(
WITH bodies AS (
  SELECT COALESCE(region_name, '') AS region, kind, level, org_key, MAX(fiscal_year) AS last
  FROM documents WHERE org_key IS NOT NULL GROUP BY 1, 2, 3, 4)
SELECT DISTINCT b.region, b.kind, b.level, b.last FROM bodies b
WHERE EXISTS (SELECT 1 FROM documents d WHERE COALESCE(d.region_name, '') = b.region AND d.kind = b.kind
              AND d.level = b.level AND d.fiscal_year = b.last + 1)
ORDER BY 1, 2, 3, 4
)sql";

// The documents of a year of bodies that have none in the other.
constexpr std::string_view kAlone = R"sql(
SELECT d.doc_id FROM documents d WHERE COALESCE(d.region_name, '') = COALESCE(?1, '') AND d.kind = ?2 AND d.level = ?3
  AND d.fiscal_year = ?4 AND d.org_key IS NOT NULL
  AND NOT EXISTS (SELECT 1 FROM documents o WHERE o.org_key = d.org_key AND o.kind = d.kind AND o.level = d.level
                  AND o.fiscal_year = ?5)
ORDER BY d.org_key, d.doc_id
)sql";

// The documents of both years of bodies that go on.
constexpr std::string_view kGoingOn = R"sql(
SELECT o.doc_id, d.doc_id FROM documents d JOIN documents o
  ON o.org_key = d.org_key AND o.kind = d.kind AND o.level = d.level AND o.fiscal_year = ?4
WHERE COALESCE(d.region_name, '') = COALESCE(?1, '') AND d.kind = ?2 AND d.level = ?3 AND d.fiscal_year = ?5
ORDER BY d.org_key, d.doc_id, o.doc_id
)sql";

struct Break {
  std::string region, kind, level;
  int year = 0;  // the last one
};

// Bodies of one year.
struct Year {
  std::vector<std::string> doc_ids;
  Records records;
};

class BodyAudit {
 public:
  BodyAudit(PanelDatabase* panel, const KeyOptions& keys, const OnProposal& go_on)
      : panel_(panel), keys_(keys), go_on_(go_on) {}

  Status Run() {
    SqlStatement rows = panel_->sql().Prepare(kBreaks);
    while (rows.Next()) {
      const Break place{std::string(rows.Text(0)), std::string(rows.Text(1)), std::string(rows.Text(2)),
                        static_cast<int>(rows.Integer(3))};
      if (Status status = Check(place)) return status;
    }
    if (rows.failed()) return panel_->sql().LastError();
    return std::nullopt;
  }

 private:
  SqlStatement Select(std::string_view sql, const Break& place, int year, int other_year) const {
    SqlStatement rows = panel_->sql().Prepare(sql);
    rows.With({place.region, place.kind, place.level, std::to_string(year), std::to_string(other_year)});
    return rows;
  }

  Result<Year> LoadAlone(const Break& place, int year, int other_year) const {
    Year loaded;
    SqlStatement rows = Select(kAlone, place, year, other_year);
    while (rows.Next()) loaded.doc_ids.emplace_back(rows.Text(0));
    if (rows.failed()) return panel_->sql().LastError();
    for (const std::string& doc_id : loaded.doc_ids) {
      auto document = LoadDocument(*panel_, doc_id);
      if (!document.ok()) return document.error();
      loaded.records.push_back(std::move(document->record));
    }
    return loaded;
  }

  Status Check(const Break& place) {
    auto ended = LoadAlone(place, place.year, place.year + 1);
    if (!ended.ok()) return ended.error();
    if (Status status = TakenIn(place, &ended.value())) return status;
    const auto begun = LoadAlone(place, place.year + 1, place.year);
    if (!begun.ok()) return begun.error();
    const Matching matching = Match(ended->records, begun->records, keys_);
    for (const Proposal& proposal : matching.proposals) {
      std::vector<std::string> before;
      for (const int old : proposal.old_documents) before.push_back(ended->doc_ids[old]);
      if (Status status = Report(before, begun->doc_ids[proposal.new_document], proposal)) return status;
    }
    return std::nullopt;
  }

  // Bodies that kept their name and took in one that ended, which is then accounted for. One body at a time, so
  // that memory holds no more than those that ended.
  Status TakenIn(const Break& place, Year* ended) {
    std::vector<std::pair<std::string, std::string>> going_on;
    SqlStatement rows = Select(kGoingOn, place, place.year, place.year + 1);
    while (rows.Next()) going_on.emplace_back(rows.Text(0), rows.Text(1));
    if (rows.failed()) return panel_->sql().LastError();
    for (const auto& [old_id, new_id] : going_on) {
      if (ended->records.empty()) return std::nullopt;
      const auto before = LoadDocument(*panel_, old_id);
      if (!before.ok()) return before.error();
      const auto after = LoadDocument(*panel_, new_id);
      if (!after.ok()) return after.error();
      const Proposal best = BestMerger(before->record, ended->records, after->record);
      if (best.old_documents.empty()) continue;
      const int taken = best.old_documents[0];
      if (Status status = Report({old_id, ended->doc_ids[taken]}, new_id, best)) return status;
      ended->doc_ids.erase(ended->doc_ids.begin() + taken);
      ended->records.erase(ended->records.begin() + taken);
    }
    return std::nullopt;
  }

  // Which of `ended` was merged with `partner`, if any.
  Proposal BestMerger(const DocumentRecord& partner, const Records& ended, const DocumentRecord& after) const {
    Proposal best;
    const Published published(partner, keys_);
    const auto statements = StatementsOfOthers(after, keys_);
    for (size_t i = 0; i < ended.size(); ++i) {
      if (!MaySucceed(ended[i], after)) continue;
      Proposal merger = Merger(published, Published(ended[i], keys_), statements, keys_);
      if (merger.agreeing <= best.agreeing || !IsMerger(merger)) continue;
      merger.old_documents = {static_cast<int>(i)};
      best = std::move(merger);
    }
    return best;
  }

  Status Report(const std::vector<std::string>& old_ids, const std::string& new_id, Proposal proposal) {
    std::vector<LoadedDocument> before;
    for (const std::string& doc_id : old_ids) {
      auto loaded = LoadDocument(*panel_, doc_id);
      if (!loaded.ok()) return loaded.error();
      before.push_back(std::move(loaded).value());
    }
    const auto document = LoadDocument(*panel_, new_id);
    if (!document.ok()) return document.error();
    proposal.old_documents.resize(before.size());
    if (Status status = AddProposal(before, *document, proposal)) return status;
    if (before.size() == 1) return go_on_(before[0], *document);
    std::vector<const LoadedDocument*> bodies;
    for (const LoadedDocument& body : before) bodies.push_back(&body);
    return go_on_(SumOfLoaded(bodies, keys_), *document);
  }

  Status AddProposal(const std::vector<LoadedDocument>& before, const LoadedDocument& document,
                     const Proposal& proposal) {
    const std::string how(ProposalName(proposal, before[0].record, document.record));
    const std::string zh = ProposalReason(proposal, true), en = ProposalReason(proposal, false);
    std::string names;
    for (const LoadedDocument& old : before) {
      names.append(names.empty() ? "" : " + ").append(old.record.organization);
      if (Status status = panel_->AddSuccession({document.doc_id, old.doc_id, how, zh, en})) return status;
    }
    PanelFinding finding(panel_, "XY007", document);
    // Of two that were merged, the one whose name is gone.
    finding.Against(before.back());
    finding.Slot("a", names).Slot("b", document.record.organization).Slot("how", NameOf(finding.rule(), how), how);
    return finding.Slot("reason", zh, en).Done();
  }

  // The rule's cases say what a proposal is called.
  static std::string NameOf(const RuleSpec* rule, const std::string& how) {
    if (rule == nullptr) return how;
    for (const RuleCase& rule_case : rule->cases) {
      if (std::find(rule_case.words.begin(), rule_case.words.end(), how) != rule_case.words.end()) return rule_case.term;
    }
    return how;
  }

  PanelDatabase* const panel_;
  const KeyOptions& keys_;
  const OnProposal& go_on_;
};

}  // namespace

Status AuditBodies(PanelDatabase* panel, const KeyOptions& keys, const OnProposal& go_on) {
  return BodyAudit(panel, keys, go_on).Run();
}

}  // namespace mingzhang
