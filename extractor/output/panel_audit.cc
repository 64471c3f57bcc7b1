#include "extractor/output/panel_audit.h"

#include <algorithm>
#include <map>
#include <optional>
#include <set>

#include "extractor/output/diff_restatement.h"
#include "extractor/output/panel_bodies.h"
#include "extractor/output/panel_finding.h"
#include "extractor/output/panel_paragraphs.h"
#include "extractor/output/panel_stale.h"
#include "extractor/output/panel_units.h"

namespace mingzhang {
namespace {

constexpr int kUsualDeviation = 30;   // percent, when the grammar gives no other
constexpr int kUsualSimilarity = 98;  // percent of the text of a copied paragraph, likewise

// The budget of the same year, of the body or of one that it was or is called otherwise.
constexpr std::string_view kBudgetOf = R"sql(
WITH names AS (
  SELECT ?1 AS org_key
  UNION SELECT o.org_key FROM successions s JOIN documents n ON n.doc_id = s.doc_id
    JOIN documents o ON o.doc_id = s.prior_doc_id WHERE s.relation = 'renamed' AND n.org_key = ?1
  UNION SELECT n.org_key FROM successions s JOIN documents n ON n.doc_id = s.doc_id
    JOIN documents o ON o.doc_id = s.prior_doc_id WHERE s.relation = 'renamed' AND o.org_key = ?1)
SELECT doc_id FROM documents JOIN names USING (org_key)
WHERE level = ?2 AND kind = 'budget' AND fiscal_year = ?3 ORDER BY org_key <> ?1, org_key, doc_id
)sql";

bool SameBody(const DocumentRecord& a, const DocumentRecord& b) {
  return OrganizationKey(a) == OrganizationKey(b) && a.level == b.level;
}

class PanelAudit {
 public:
  explicit PanelAudit(PanelDatabase* panel) : panel_(panel) {
    keys_.classification = ClassificationOf(panel->grammar());
    const RuleSpec* far = RuleNamed("XY011");
    if (far != nullptr && !far->cases.empty() && far->cases[0].high) deviation_ = *far->cases[0].high;
    const RuleSpec* copied = RuleNamed("XY006");
    if (copied != nullptr && !copied->cases.empty() && copied->cases[0].low) similarity_ = *copied->cases[0].low;
  }

  Status Run() {
    if (Status status = panel_->ClearPanelFindings()) return status;
    const auto go_on = [this](const LoadedDocument& before, const LoadedDocument& after) {
      return CheckYears(before, after);
    };
    if (Status status = AuditBodies(panel_, keys_, go_on)) return status;
    if (Status status = AuditUnits(panel_)) return status;
    std::optional<LoadedDocument> previous;
    return panel_->EachDocument([&](const std::string& doc_id) -> Status {
      auto loaded = LoadDocument(*panel_, doc_id);
      if (!loaded.ok()) return loaded.error();
      LoadedDocument document = std::move(loaded).value();
      Status checked = Check(previous ? &*previous : nullptr, document);
      previous = std::move(document);
      return checked;
    });
  }

 private:
  const RuleSpec* RuleNamed(std::string_view id) const {
    for (const RuleSpec& rule : panel_->grammar().rules()) {
      if (rule.id == id) return &rule;
    }
    return nullptr;
  }

  Status Check(const LoadedDocument* before, const LoadedDocument& document) {
    const DocumentRecord& record = document.record;
    if (record.organization.empty() || record.fiscal_year == 0) return std::nullopt;
    if (before != nullptr && SameBody(before->record, record) && before->record.kind == record.kind) {
      const int gap = record.fiscal_year - before->record.fiscal_year;
      if (gap == 1 && !IsMerged(document.doc_id)) {
        if (Status status = panel_->AddSuccession({document.doc_id, before->doc_id, "same", "", ""})) return status;
        if (Status status = CheckYears(*before, document)) return status;
      }
      for (int year = before->record.fiscal_year + 1; year < record.fiscal_year; ++year) {
        if (Status status = Missing(*before, document, year)) return status;
      }
    }
    return record.kind == "final_accounts" ? CheckAgainstBudget(document) : std::nullopt;
  }

  // A body that kept its name and took in another goes on from both.
  bool IsMerged(const std::string& doc_id) const {
    SqlStatement rows = panel_->sql().Prepare("SELECT 1 FROM successions WHERE doc_id = ? AND relation = 'merged'");
    return rows.With({doc_id}).Next();
  }

  Status CheckYears(const LoadedDocument& before, const LoadedDocument& document) {
    if (Status status = CheckPast(before, document)) return status;
    if (Status status = CheckVehicles(before, document)) return status;
    if (Status status = CheckStale(before, document)) return status;
    if (Status status = DiagnoseStale(*panel_, before, document, keys_)) return status;
    return CheckPledge(before, document);
  }

  // XY001, XY002, XY005: what is said of last year.
  Status CheckPast(const LoadedDocument& before, const LoadedDocument& document) {
    for (const Restatement& restatement : CompareStatements(before.record, document.record, keys_)) {
      if (restatement.agrees) continue;
      const FactRecord& said = restatement.statement.said;
      const FactRecord& published = before.record.facts[restatement.old_fact];
      const char* rule = !said.date.empty() ? "XY005" : restatement.statement.derived ? "XY002" : "XY001";
      PanelFinding finding(panel_, rule, document);
      finding.At(document.record.facts[restatement.statement.fact]).Against(before, &published);
      finding.Subject(said).Slot("date", said.date).Figure("a", said).FigureOf(before, "b", published);
      if (published.range) finding.Expect(*published.range);
      const FactRecord& place = document.record.facts[restatement.statement.fact];
      if (const RuleCase* declared = DeclaredIn(document, place.section, finding.rule())) finding.As(*declared);
      if (IsStale(before.record, document.record, restatement.statement, keys_)) finding.Diagnose(kStale);
      if (Status status = finding.Done()) return status;
    }
    return std::nullopt;
  }

  // The case of the rule whose words stand in the section, if any.
  static const RuleCase* DeclaredIn(const LoadedDocument& document, const std::string& section, const RuleSpec* rule) {
    if (rule == nullptr) return nullptr;
    for (size_t i = 0; i < document.record.sections.size(); ++i) {
      if (document.record.sections[i].id != section) continue;
      for (const RuleCase& rule_case : rule->cases) {
        const bool says = std::any_of(rule_case.words.begin(), rule_case.words.end(), [&](const std::string& word) {
          return document.keywords[i].find(word) != std::string::npos;
        });
        if (says) return &rule_case;
      }
    }
    return nullptr;
  }

  // XY004: more vehicles than were there and were bought. What was disposed of is not stated, so
  // fewer prove nothing. A budget counts those of the year's start: bought the year before.
  Status CheckVehicles(const LoadedDocument& before, const LoadedDocument& document) {
    const std::string_view owned = "three_public.official_vehicles.owned";
    const std::string_view purchase = "three_public.official_vehicles.purchase";
    const bool final_accounts = document.record.kind == "final_accounts";
    const FactRecord* now = MainFact(document, owned, "count");
    const FactRecord* then = MainFact(before, owned, "count");
    const LoadedDocument& buyer = final_accounts ? document : before;
    const FactRecord* bought = MainFact(buyer, purchase, "count");
    if (bought == nullptr) {
      bought = MainFact(buyer, purchase, "amount");
      if (bought != nullptr && !bought->amount()->is_zero()) bought = nullptr;  // some, nobody says how many
    }
    if (now == nullptr || then == nullptr || bought == nullptr) return std::nullopt;
    const auto most = Decimal::Add(*then->amount(), *bought->amount());
    if (!most || *now->amount() <= *most) return std::nullopt;
    PanelFinding finding(panel_, "XY004", document);
    finding.At(*now).Against(before, then);
    finding.Slot("a", then->value).Slot("b", now->value).Slot("c", bought->number->Trimmed().ToString());
    finding.Expect(Interval::Exactly(*most));
    return finding.Done();
  }

  // One or two amounts may well be those of last year: the same three vehicles cost the same.
  static bool StatesEnough(const DocumentRecord& document, const Paragraph& paragraph) {
    std::set<std::string> amounts;
    for (const FactRecord& fact : document.facts) {
      const bool inside = fact.place.line >= paragraph.line && fact.place.line <= paragraph.last_line;
      if (inside && fact.measure == "amount" && fact.yuan && !fact.yuan->is_zero()) amounts.insert(fact.yuan->ToString());
    }
    return amounts.size() >= kFewestFigures;
  }

  bool IsCopied(const Paragraph& paragraph, const std::multimap<std::string, std::string>& known) const {
    const auto [first, last] = known.equal_range(paragraph.numerals);
    return std::any_of(first, last, [&](const auto& old) { return Decimal::FromInt(Similarity(old.second, paragraph.text)) >= similarity_; });
  }

  // XY006: a paragraph with several amounts whose figures are last year's, and hardly a word is another. Looked up by
  // its figures, so that texts are compared only where those agree.
  Status CheckStale(const LoadedDocument& before, const LoadedDocument& document) {
    if (before.summed) return std::nullopt;  // what bodies said together stands in no text
    std::multimap<std::string, std::string> known;
    for (Paragraph& old : LoadParagraphs(panel_->sql(), before.doc_id)) {
      known.emplace(std::move(old.numerals), std::move(old.text));
    }
    for (const Paragraph& paragraph : LoadParagraphs(panel_->sql(), document.doc_id)) {
      if (!IsCopied(paragraph, known) || !StatesEnough(document.record, paragraph)) continue;
      PanelFinding finding(panel_, "XY006", document);
      finding.Line(paragraph.line).Slot("section", TitleOf(document.record, paragraph.section)).Against(before);
      if (Status status = finding.Done()) return status;
    }
    return std::nullopt;
  }

  static std::string TitleOf(const DocumentRecord& document, const std::string& section_id) {
    for (const SectionRecord& section : document.sections) {
      if (section.id == section_id) return section.title;
    }
    return section_id;
  }

  // XY010: a promise not to spend more, and more.
  Status CheckPledge(const LoadedDocument& before, const LoadedDocument& document) {
    const RuleSpec* rule = RuleNamed("XY010");
    if (rule == nullptr || rule->cases.empty()) return std::nullopt;
    const auto& words = rule->cases[0].words;
    const auto pledges = [&](const std::string& found) {
      return std::any_of(words.begin(), words.end(),
                         [&](const std::string& word) { return found.find(word) != std::string::npos; });
    };
    const bool pledged = std::any_of(document.keywords.begin(), document.keywords.end(), pledges);
    const FactRecord* now = MainFact(document, "three_public.total", "amount");
    const FactRecord* then = MainFact(before, "three_public.total", "amount");
    if (!pledged || now == nullptr || then == nullptr || !now->range || !then->range) return std::nullopt;
    if (now->range->lo <= then->range->hi) return std::nullopt;
    PanelFinding finding(panel_, "XY010", document);
    finding.At(*now).Against(before, then).FigureOf(before, "a", *then).Figure("b", *now);
    return finding.Done();
  }

  // The rule's cases say what a kind of document is called.
  std::string NameOfKind(const std::string& kind) const {
    const RuleSpec* rule = RuleNamed("XY009");
    if (rule == nullptr) return kind;
    for (const RuleCase& rule_case : rule->cases) {
      const auto& words = rule_case.words;
      if (std::find(words.begin(), words.end(), kind) != words.end()) return rule_case.term;
    }
    return kind;
  }

  // XY009
  Status Missing(const LoadedDocument& before, const LoadedDocument& document, int year) {
    PanelFinding finding(panel_, "XY009", document);
    const std::string& kind = document.record.kind;
    finding.Against(before).Slot("fy", std::to_string(year)).Slot("kind", NameOfKind(kind), kind);
    return finding.Done();
  }

  // XY003 and XY011: final accounts against the budget of the same year.
  Status CheckAgainstBudget(const LoadedDocument& document) {
    SqlStatement budgets = panel_->sql().Prepare(kBudgetOf);
    const DocumentRecord& record = document.record;
    budgets.With({OrganizationKey(record), record.level, std::to_string(record.fiscal_year)});
    if (!budgets.Next()) return std::nullopt;
    auto budget = LoadDocument(*panel_, std::string(budgets.Text(0)));
    if (!budget.ok()) return budget.error();
    for (const Restatement& restatement : CompareStatements(budget->record, record, keys_)) {
      const FactRecord& said = restatement.statement.said;
      if (restatement.agrees || restatement.statement.derived || said.stage != "budget") continue;
      const FactRecord& published = budget->record.facts[restatement.old_fact];
      PanelFinding finding(panel_, "XY003", document);
      finding.At(document.record.facts[restatement.statement.fact]).Against(*budget, &published);
      finding.Subject(said).Figure("a", said).Figure("b", published);
      if (published.range) finding.Expect(*published.range);
      if (Status status = finding.Done()) return status;
    }
    return CheckDeviation(*budget, document);
  }

  static bool HasReason(const DocumentRecord& document, const FactRecord& fact) {
    return std::any_of(document.comparisons.begin(), document.comparisons.end(), [&](const ComparisonRecord& given) {
      const int subject = given.subject != kNoFact ? given.subject : given.rate;
      return subject != kNoFact && document.facts[subject].concept_id == fact.concept_id && !given.reason.empty();
    });
  }

  Status CheckDeviation(const LoadedDocument& budget, const LoadedDocument& document) {
    for (size_t i = 0; i < document.record.facts.size(); ++i) {
      const FactRecord& spent = document.record.facts[i];
      if (!document.main[i] || !spent.yuan || spent.stage == "stock" || HasReason(document.record, spent)) continue;
      const FactRecord* planned = MainFact(budget, spent.concept_id, "amount");
      if (planned == nullptr || !planned->yuan || planned->yuan->is_zero()) continue;
      const auto difference = Decimal::Subtract(*spent.yuan, *planned->yuan);
      if (!difference) continue;
      const auto percent = Decimal::Divide(difference->Scaled(2), planned->yuan->Abs(), 2);
      if (!percent || percent->Abs() <= deviation_) continue;
      PanelFinding finding(panel_, "XY011", document);
      finding.At(spent).Against(budget, planned).Subject(spent).Figure("a", *planned).Figure("b", spent);
      finding.Slot("p", percent->ToString());
      if (Status status = finding.Done()) return status;
    }
    return std::nullopt;
  }

  PanelDatabase* const panel_;
  KeyOptions keys_;
  Decimal deviation_ = Decimal::FromInt(kUsualDeviation);
  Decimal similarity_ = Decimal::FromInt(kUsualSimilarity);
};

}  // namespace

Status AuditPanel(PanelDatabase* panel) { return PanelAudit(panel).Run(); }

}  // namespace mingzhang
