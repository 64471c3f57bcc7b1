#include "extractor/output/panel_bodies.h"

#include <algorithm>

#include "extractor/output/panel_finding.h"

namespace mingzhang {
namespace {

// A region's documents of two years are compared at once; in larger regions only those of bodies that
// end or begin, so that memory stays bounded.
constexpr size_t kMostAtOnce = 400;

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

constexpr std::string_view kDocuments = R"sql(
SELECT d.doc_id, EXISTS (SELECT 1 FROM documents o WHERE o.org_key = d.org_key AND o.kind = d.kind
                         AND o.level = d.level AND o.fiscal_year = ?5) AS goes_on
FROM documents d WHERE COALESCE(d.region_name, '') = COALESCE(?1, '') AND d.kind = ?2 AND d.level = ?3
  AND d.fiscal_year = ?4 AND d.org_key IS NOT NULL ORDER BY d.org_key, d.doc_id
)sql";

struct Break {
  std::string region, kind, level;
  int year = 0;  // the last one
};

struct Year {
  std::vector<LoadedDocument> documents;
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
  Result<Year> Load(const Break& place, int year, int other_year) const {
    std::vector<std::pair<std::string, bool>> found;
    SqlStatement rows = panel_->sql().Prepare(kDocuments);
    rows.With({place.region, place.kind, place.level, std::to_string(year), std::to_string(other_year)});
    while (rows.Next()) found.emplace_back(rows.Text(0), rows.Integer(1) == 1);
    if (rows.failed()) return panel_->sql().LastError();
    Year loaded;
    for (const auto& [doc_id, goes_on] : found) {
      if (goes_on && found.size() > kMostAtOnce) continue;
      auto document = LoadDocument(*panel_, doc_id);
      if (!document.ok()) return document.error();
      loaded.records.push_back(document->record);
      loaded.documents.push_back(std::move(document).value());
    }
    return loaded;
  }

  Status Check(const Break& place) {
    const auto before = Load(place, place.year, place.year + 1);
    if (!before.ok()) return before.error();
    const auto after = Load(place, place.year + 1, place.year);
    if (!after.ok()) return after.error();
    const Matching matching = Match(before->records, after->records, keys_);
    for (const Proposal& proposal : matching.proposals) {
      if (Status status = Report(*before, *after, proposal)) return status;
    }
    return std::nullopt;
  }

  Status Report(const Year& before, const Year& after, const Proposal& proposal) {
    const LoadedDocument& document = after.documents[proposal.new_document];
    const DocumentRecord& first = before.records[proposal.old_documents[0]];
    const std::string how(ProposalName(proposal, first, document.record));
    const std::string zh = ProposalReason(proposal, true), en = ProposalReason(proposal, false);
    std::string names;
    for (const int old : proposal.old_documents) {
      names.append(names.empty() ? "" : " + ").append(before.records[old].organization);
      const Row row = {document.doc_id, before.documents[old].doc_id, how, zh, en};
      if (Status status = panel_->AddSuccession(row)) return status;
    }
    PanelFinding finding(panel_, "XY007", document);
    // Of two that were merged, the one whose name is gone.
    finding.Against(before.documents[proposal.old_documents.back()]);
    finding.Slot("a", names).Slot("b", document.record.organization).Slot("how", NameOf(finding.rule(), how), how);
    if (Status status = finding.Slot("reason", zh, en).Done()) return status;
    if (proposal.old_documents.size() == 1) return go_on_(before.documents[proposal.old_documents[0]], document);
    std::vector<const LoadedDocument*> bodies;
    for (const int old : proposal.old_documents) bodies.push_back(&before.documents[old]);
    return go_on_(SumOfLoaded(bodies, keys_), document);
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
