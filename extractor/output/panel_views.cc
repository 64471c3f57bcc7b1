// The views of a panel, in SQL.
#include "extractor/output/panel_schema.h"

namespace mingzhang {
namespace {

using enum ColumnType;

// What the views ask of a document, once for each: no view goes through all facts.
constexpr std::string_view kFigureTables = R"sql(
CREATE TABLE IF NOT EXISTS figures (
  doc_id TEXT PRIMARY KEY REFERENCES documents (doc_id) ON DELETE CASCADE,
  revenue_total NUMERIC, revenue_current NUMERIC, balance NUMERIC, fiscal NUMERIC,
  expenditure_total NUMERIC, expenditure_current NUMERIC, basic NUMERIC, project NUMERIC,
  three_public NUMERIC, overseas NUMERIC, reception NUMERIC, vehicles NUMERIC,
  vehicle_purchase NUMERIC, vehicle_operation NUMERIC, vehicles_owned NUMERIC, vehicles_bought NUMERIC,
  reception_batches NUMERIC, reception_guests NUMERIC, travel_groups NUMERIC, travellers NUMERIC,
  operating NUMERIC, procurement NUMERIC, establishment NUMERIC, establishment_parts NUMERIC,
  staff NUMERIC, staff_parts NUMERIC);
CREATE TABLE IF NOT EXISTS three_public_items (
  doc_id TEXT REFERENCES documents (doc_id) ON DELETE CASCADE, item TEXT, amount NUMERIC, cited_budget NUMERIC,
  PRIMARY KEY (doc_id, item));
)sql";

constexpr std::string_view kFigures = R"sql(
INSERT INTO figures SELECT ?1,
  MAX(CASE WHEN measure = 'amount' AND concept = 'revenue.total' THEN amount_yuan END) AS revenue_total,
  MAX(CASE WHEN measure = 'amount' AND concept = 'revenue.current_year' THEN amount_yuan END) AS revenue_current,
  MAX(CASE WHEN measure = 'amount' AND concept = 'balance.total' THEN amount_yuan END) AS balance,
  MAX(CASE WHEN measure = 'amount' AND concept = 'revenue.fiscal_appropriation' THEN amount_yuan END) AS fiscal,
  MAX(CASE WHEN measure = 'amount' AND concept = 'expenditure.total' THEN amount_yuan END) AS expenditure_total,
  MAX(CASE WHEN measure = 'amount' AND concept = 'expenditure.current_year' THEN amount_yuan END)
    AS expenditure_current,
  MAX(CASE WHEN measure = 'amount' AND concept = 'expenditure.basic' THEN amount_yuan END) AS basic,
  MAX(CASE WHEN measure = 'amount' AND concept = 'expenditure.project' THEN amount_yuan END) AS project,
  MAX(CASE WHEN measure = 'amount' AND concept = 'three_public.total' THEN amount_yuan END) AS three_public,
  MAX(CASE WHEN measure = 'amount' AND concept = 'three_public.overseas_travel' THEN amount_yuan END) AS overseas,
  MAX(CASE WHEN measure = 'amount' AND concept = 'three_public.official_reception' THEN amount_yuan END)
    AS reception,
  MAX(CASE WHEN measure = 'amount' AND concept = 'three_public.official_vehicles' THEN amount_yuan END) AS vehicles,
  MAX(CASE WHEN measure = 'amount' AND concept = 'three_public.official_vehicles.purchase' THEN amount_yuan END)
    AS vehicle_purchase,
  MAX(CASE WHEN measure = 'amount' AND concept = 'three_public.official_vehicles.operation' THEN amount_yuan END)
    AS vehicle_operation,
  MAX(CASE WHEN measure = 'count' AND concept = 'three_public.official_vehicles.owned' THEN number END)
    AS vehicles_owned,
  MAX(CASE WHEN measure = 'count' AND concept = 'three_public.official_vehicles.purchase' THEN number END)
    AS vehicles_bought,
  MAX(CASE WHEN measure = 'count' AND concept = 'three_public.official_reception.batches' THEN number END)
    AS reception_batches,
  MAX(CASE WHEN measure = 'count' AND concept = 'three_public.official_reception.person_times' THEN number END)
    AS reception_guests,
  MAX(CASE WHEN measure = 'count' AND concept = 'three_public.overseas_travel.groups' THEN number END)
    AS travel_groups,
  MAX(CASE WHEN measure = 'count' AND concept = 'three_public.overseas_travel.person_times' THEN number END)
    AS travellers,
  MAX(CASE WHEN measure = 'amount' AND concept = 'operating_expenses' THEN amount_yuan END) AS operating,
  MAX(CASE WHEN measure = 'amount' AND concept = 'procurement' THEN amount_yuan END) AS procurement,
  MAX(CASE WHEN measure = 'count' AND concept = 'personnel.establishment.total' THEN number END) AS establishment,
  SUM(CASE WHEN measure = 'count' AND concept LIKE 'personnel.establishment.%'
            AND concept <> 'personnel.establishment.total' THEN number END) AS establishment_parts,
  MAX(CASE WHEN measure = 'count' AND concept = 'personnel.actual.total' THEN number END) AS staff,
  SUM(CASE WHEN measure = 'count' AND concept LIKE 'personnel.actual.%'
            AND concept <> 'personnel.actual.total' THEN number END) AS staff_parts
FROM facts WHERE doc_id = ?1 AND (main = 1
  -- Guests are often counted for receptions of one kind only.
  OR (measure = 'count' AND concept LIKE 'three_public.official_reception.%' AND qualifiers = 'audience=domestic'
      AND period_year = fiscal_year AND stage IN ('budget', 'final')))
)sql";

constexpr std::string_view kItems = R"sql(
INSERT INTO three_public_items
SELECT doc_id, concept, MAX(CASE WHEN main = 1 THEN amount_yuan END),
  MAX(CASE WHEN kind = 'final_accounts' AND stage = 'budget' AND period_year = fiscal_year THEN amount_yuan END)
FROM facts
WHERE doc_id = ?1 AND measure = 'amount' AND (main = 1 OR qualifiers IS NULL OR qualifiers = 'scope=consolidated') AND concept IN
  ('three_public.total', 'three_public.overseas_travel', 'three_public.official_reception',
   'three_public.official_vehicles', 'three_public.official_vehicles.purchase',
   'three_public.official_vehicles.operation')
GROUP BY concept
)sql";

constexpr std::string_view kViews = R"sql(
DROP VIEW IF EXISTS finding_list;
DROP VIEW IF EXISTS announced_change;
DROP VIEW IF EXISTS real_change;
DROP VIEW IF EXISTS findings_by_region;
DROP VIEW IF EXISTS three_public;
DROP VIEW IF EXISTS year_on_year;
DROP VIEW IF EXISTS body_year;

-- One row for each body, year and kind of document; money in 10 000 yuan (wan).
CREATE VIEW body_year AS
SELECT d.doc_id, d.region_name, d.org_key, d.local_name, d.org_name, d.level, d.kind, d.fiscal_year,
  COALESCE(revenue_total, revenue_current, balance) / 10000.0 AS revenue_wan,
  fiscal / 10000.0 AS fiscal_appropriation_wan,
  COALESCE(expenditure_total, expenditure_current, balance) / 10000.0 AS expenditure_wan,
  basic / 10000.0 AS basic_wan,
  project / 10000.0 AS project_wan,
  three_public / 10000.0 AS three_public_wan,
  overseas / 10000.0 AS overseas_travel_wan,
  reception / 10000.0 AS official_reception_wan,
  COALESCE(vehicles, vehicle_purchase + vehicle_operation) / 10000.0 AS official_vehicles_wan,
  vehicle_purchase / 10000.0 AS vehicle_purchase_wan,
  vehicle_operation / 10000.0 AS vehicle_operation_wan,
  vehicles_owned, vehicles_bought,
  reception_batches, reception_guests, travel_groups, travellers,
  operating / 10000.0 AS operating_expenses_wan,
  procurement / 10000.0 AS procurement_wan,
  COALESCE(establishment, establishment_parts) AS establishment,
  COALESCE(staff, staff_parts) AS staff,
  d.errors, d.warnings, d.notes
FROM documents d JOIN figures USING (doc_id);

-- This year against last year, as the two documents have it; rates in percent.
CREATE VIEW year_on_year AS
SELECT a.doc_id, b.doc_id AS prior_doc_id, a.region_name, a.org_key, a.org_name, a.level, a.kind, a.fiscal_year,
  a.revenue_wan, b.revenue_wan AS prior_revenue_wan,
  ROUND(100.0 * (a.revenue_wan - b.revenue_wan) / NULLIF(b.revenue_wan, 0), 2) AS revenue_growth,
  a.expenditure_wan, b.expenditure_wan AS prior_expenditure_wan,
  ROUND(a.expenditure_wan - b.expenditure_wan, 6) AS expenditure_change_wan,
  ROUND(100.0 * (a.expenditure_wan - b.expenditure_wan) / NULLIF(b.expenditure_wan, 0), 2) AS expenditure_growth,
  ROUND(100.0 * a.basic_wan / NULLIF(a.basic_wan + a.project_wan, 0), 2) AS basic_share,
  ROUND(100.0 * b.basic_wan / NULLIF(b.basic_wan + b.project_wan, 0), 2) AS prior_basic_share,
  a.three_public_wan, b.three_public_wan AS prior_three_public_wan,
  ROUND(a.three_public_wan - b.three_public_wan, 6) AS three_public_change_wan,
  a.operating_expenses_wan, b.operating_expenses_wan AS prior_operating_expenses_wan
FROM body_year a JOIN body_year b
  ON b.org_key = a.org_key AND b.level = a.level AND b.kind = a.kind AND b.fiscal_year = a.fiscal_year - 1;

-- Three-public items of each body and year: amount, share of expenditure, per head, and for final
-- accounts the initial budget they cite (or that the budget document has) and how much of it was used.
CREATE VIEW three_public AS
SELECT b.doc_id, b.region_name, b.org_key, b.org_name, b.level, b.kind, b.fiscal_year, i.item,
  i.amount / 10000.0 AS amount_wan,
  ROUND(100.0 * i.amount / NULLIF(b.expenditure_wan * 10000.0, 0), 4) AS share_of_expenditure,
  ROUND(1.0 * i.amount / NULLIF(b.staff, 0), 2) AS yuan_per_head,
  COALESCE(i.cited_budget, p.amount) / 10000.0 AS budget_wan,
  ROUND(100.0 * i.amount / NULLIF(COALESCE(i.cited_budget, p.amount), 0), 2) AS completion_rate
FROM three_public_items i JOIN body_year b USING (doc_id)
LEFT JOIN documents q ON b.kind = 'final_accounts' AND q.kind = 'budget' AND q.org_key = b.org_key
  AND q.level = b.level AND q.fiscal_year = b.fiscal_year
LEFT JOIN three_public_items p ON p.doc_id = q.doc_id AND p.item = i.item
WHERE i.amount IS NOT NULL;

-- This year against last year, mergers and renames undone: what was merged counts together. A figure that
-- one of them does not state is unknown.
CREATE VIEW real_change AS
SELECT doc_id, region_name, org_key, local_name, org_name, level, kind, fiscal_year, relation, prior_org_names,
  revenue_wan, prior_revenue_wan, expenditure_wan, prior_expenditure_wan,
  ROUND(100.0 * (expenditure_wan - prior_expenditure_wan) / NULLIF(prior_expenditure_wan, 0), 2) AS expenditure_growth,
  three_public_wan, prior_three_public_wan
FROM (
  SELECT a.*,
    (SELECT MAX(s.relation) FROM successions s WHERE s.doc_id = a.doc_id) AS relation,
    (SELECT GROUP_CONCAT(org_name, ' + ') FROM (
       SELECT b.org_name FROM successions s JOIN documents b ON b.doc_id = s.prior_doc_id
       WHERE s.doc_id = a.doc_id ORDER BY s.prior_doc_id)) AS prior_org_names,
    (SELECT CASE WHEN COUNT(b.revenue_wan) = COUNT(*) THEN ROUND(SUM(b.revenue_wan), 6) END
     FROM successions s JOIN body_year b ON b.doc_id = s.prior_doc_id WHERE s.doc_id = a.doc_id) AS prior_revenue_wan,
    (SELECT CASE WHEN COUNT(b.expenditure_wan) = COUNT(*) THEN ROUND(SUM(b.expenditure_wan), 6) END
     FROM successions s JOIN body_year b ON b.doc_id = s.prior_doc_id WHERE s.doc_id = a.doc_id)
      AS prior_expenditure_wan,
    (SELECT CASE WHEN COUNT(b.three_public_wan) = COUNT(*) THEN ROUND(SUM(b.three_public_wan), 6) END
     FROM successions s JOIN body_year b ON b.doc_id = s.prior_doc_id WHERE s.doc_id = a.doc_id)
      AS prior_three_public_wan
  FROM body_year a WHERE EXISTS (SELECT 1 FROM successions s WHERE s.doc_id = a.doc_id));

-- What a document says of its own change since last year, beside the figure that last year's document
-- published: announced and real change, of bodies that were not merged.
CREATE VIEW announced_change AS
SELECT c.doc_id, d.region_name, d.org_key, d.org_name, d.level, d.kind, d.fiscal_year, c.concept, c.direction,
  c.current / 10000.0 AS current_wan,
  COALESCE(c.prior, c.prior_derived) / 10000.0 AS prior_said_wan,
  p.amount_yuan / 10000.0 AS prior_published_wan,
  ROUND(c.change / 10000.0, 6) AS change_said_wan,
  ROUND((c.current - p.amount_yuan) / 10000.0, 6) AS change_published_wan,
  c.reason, c.line
FROM comparisons c JOIN documents d USING (doc_id)
JOIN facts f ON f.doc_id = c.doc_id AND f.fact_id = c.current_fact AND f.main = 1 AND f.measure = 'amount'
JOIN successions s ON s.doc_id = c.doc_id AND s.relation <> 'merged'
JOIN facts p ON p.doc_id = s.prior_doc_id AND p.main = 1 AND p.concept = c.concept AND p.measure = 'amount'
WHERE c.basis_year = d.fiscal_year - 1 AND c.basis_stage = f.stage;

-- Each finding with the body and the file that it is about, for readers.
CREATE VIEW finding_list AS
SELECT f.doc_id, f.finding_id, d.region_name, d.org_name, d.level, d.kind, d.fiscal_year, d.source, f.line,
  f.severity, f.rule, f.message_zh, f.message_en, f.quote, o.source AS other_source, f.other_line
FROM findings f JOIN documents d USING (doc_id) LEFT JOIN documents o ON o.doc_id = f.other_doc_id;

-- How many findings a region's documents have, by year.
CREATE VIEW findings_by_region AS
SELECT region_name, fiscal_year, COUNT(*) AS documents,
  SUM(errors) AS errors, SUM(warnings) AS warnings, SUM(notes) AS notes,
  ROUND(1.0 * SUM(errors) / COUNT(*), 4) AS errors_per_document
FROM (
  SELECT d.region_name, d.fiscal_year,
    (SELECT COUNT(*) FROM findings f WHERE f.doc_id = d.doc_id AND f.severity = 'error') AS errors,
    (SELECT COUNT(*) FROM findings f WHERE f.doc_id = d.doc_id AND f.severity = 'warning') AS warnings,
    (SELECT COUNT(*) FROM findings f WHERE f.doc_id = d.doc_id AND f.severity = 'note') AS notes
  FROM documents d)
GROUP BY region_name, fiscal_year;
)sql";

// What is called the same in several views.
const PanelColumn kDocId = {"doc_id", kText, "Document"}, kPriorDocId = {"prior_doc_id", kText, "Document of the year before"},
                  kRegion = {"region_name", kText, "Administrative region"},
                  kOrgKey = {"org_key", kText, "Name of the body without spaces, brackets folded, with its region"},
                  kLocalName = {"local_name", kText, "Name of the body without its region"},
                  kOrgName = {"org_name", kText, "Name of the body as printed"},
                  kLevel = {"level", kText, "department, unit, government or unknown"},
                  kKind = {"kind", kText, "Kind of the document"},
                  kYear = {"fiscal_year", kInteger, "Year that the document is about"},
                  kRevenue = {"revenue_wan", kNumber, "Total revenue; revenue of the year or the balance where no total is stated"},
                  kExpenditure = {"expenditure_wan", kNumber,
                                  "Total expenditure; expenditure of the year or the balance where no total is stated"},
                  kThreePublic = {"three_public_wan", kNumber, "Three-public expenses"},
                  kOperating = {"operating_expenses_wan", kNumber, "Operating expenses of the agency"},
                  kPriorRevenue = {"prior_revenue_wan", kNumber, "Total revenue of the year before"},
                  kPriorExpenditure = {"prior_expenditure_wan", kNumber, "Total expenditure of the year before"},
                  kExpenditureGrowth = {"expenditure_growth", kNumber, "Growth of total expenditure in percent"},
                  kPriorThreePublic = {"prior_three_public_wan", kNumber, "Three-public expenses of the year before"},
                  kErrors = {"errors", kInteger, "Findings of severity error"},
                  kWarnings = {"warnings", kInteger, "Findings of severity warning"},
                  kNotes = {"notes", kInteger, "Findings of severity note"};

PanelTable BodyYear() {
  return {"body_year",
          "One row for each body, year and kind of document; money in 10 000 yuan.",
          {kDocId, kRegion, kOrgKey, kLocalName, kOrgName, kLevel, kKind, kYear, kRevenue,
           {"fiscal_appropriation_wan", kNumber, "Revenue from fiscal appropriation"},
           kExpenditure,
           {"basic_wan", kNumber, "Basic expenditure"},
           {"project_wan", kNumber, "Project expenditure"},
           kThreePublic,
           {"overseas_travel_wan", kNumber, "Travel abroad on official business"},
           {"official_reception_wan", kNumber, "Official receptions"},
           {"official_vehicles_wan", kNumber, "Official vehicles, purchase and operation"},
           {"vehicle_purchase_wan", kNumber, "Purchase of official vehicles"},
           {"vehicle_operation_wan", kNumber, "Operation of official vehicles"},
           {"vehicles_owned", kInteger, "Official vehicles held"},
           {"vehicles_bought", kInteger, "Official vehicles bought"},
           {"reception_batches", kInteger, "Receptions"},
           {"reception_guests", kInteger, "Guests received"},
           {"travel_groups", kInteger, "Groups sent abroad"},
           {"travellers", kInteger, "Persons sent abroad"},
           kOperating,
           {"procurement_wan", kNumber, "Government procurement"},
           {"establishment", kInteger, "Posts of the establishment"},
           {"staff", kInteger, "Staff in post"},
           kErrors, kWarnings, kNotes},
          {"doc_id"},
          {}};
}

PanelTable YearOnYear() {
  return {"year_on_year",
          "This year against last year, as the two documents have it.",
          {kDocId, kPriorDocId, kRegion, kOrgKey, kOrgName, kLevel, kKind, kYear, kRevenue, kPriorRevenue,
           {"revenue_growth", kNumber, "Growth of total revenue in percent"},
           kExpenditure, kPriorExpenditure,
           {"expenditure_change_wan", kNumber, "Change of total expenditure"},
           kExpenditureGrowth,
           {"basic_share", kNumber, "Basic expenditure in percent of basic and project expenditure"},
           {"prior_basic_share", kNumber, "The same share of the year before"},
           kThreePublic, kPriorThreePublic,
           {"three_public_change_wan", kNumber, "Change of three-public expenses"},
           kOperating,
           {"prior_operating_expenses_wan", kNumber, "Operating expenses of the year before"}},
          {"doc_id", "prior_doc_id"},
          {}};
}

PanelTable ThreePublicItems() {
  return {"three_public",
          "One row for each three-public item of a body and year.",
          {kDocId, kRegion, kOrgKey, kOrgName, kLevel, kKind, kYear,
           {"item", kText, "Concept of the item"},
           {"amount_wan", kNumber, "Amount of the document's own year and stage"},
           {"share_of_expenditure", kNumber, "Percent of total expenditure"},
           {"yuan_per_head", kNumber, "Yuan per person in post"},
           {"budget_wan", kNumber, "Of final accounts: the initial budget they cite, or the one published"},
           {"completion_rate", kNumber, "Of final accounts: percent of that budget"}},
          {"doc_id", "item"},
          {}};
}

PanelTable RealChange() {
  return {"real_change",
          "This year against last year, mergers and renames undone: what was merged counts together.",
          {kDocId, kRegion, kOrgKey, kLocalName, kOrgName, kLevel, kKind, kYear,
           {"relation", kText, "same, or proposed: renamed, merged"},
           {"prior_org_names", kText, "Bodies of the year before, separated by +"},
           kRevenue, kPriorRevenue, kExpenditure, kPriorExpenditure, kExpenditureGrowth, kThreePublic, kPriorThreePublic},
          {"doc_id"},
          {}};
}

PanelTable AnnouncedChange() {
  return {"announced_change",
          "What a document says of its change since last year, beside the figure that last year's published.",
          {kDocId, kRegion, kOrgKey, kOrgName, kLevel, kKind, kYear,
           {"concept", kText, "What is compared"},
           {"direction", kText, "increase, decrease, unchanged or none"},
           {"current_wan", kNumber, "Figure of this year"},
           {"prior_said_wan", kNumber, "Figure of last year, as this document states it or lets derive it"},
           {"prior_published_wan", kNumber, "Figure of last year, as last year's document published it"},
           {"change_said_wan", kNumber, "Change, as stated"},
           {"change_published_wan", kNumber, "Change against the published figure"},
           {"reason", kText, "Reason as printed"},
           {"line", kInteger, "Line in the file"}},
          {"doc_id", "concept", "line"},
          {}};
}

PanelTable FindingList() {
  return {"finding_list",
          "Each finding with the body and the file that it is about.",
          {kDocId,
           {"finding_id", kInteger, "Finding in the document, from 1"},
           kRegion, kOrgName, kLevel, kKind, kYear,
           {"source", kText, "Path of the file as it was given"},
           {"line", kInteger, "Line in the file"},
           {"severity", kText, "error, warning or note"},
           {"rule", kText, "Rule of the catalogue"},
           {"message_zh", kText, "Message in Chinese"},
           {"message_en", kText, "Message in English"},
           {"quote", kText, "What is printed there"},
           {"other_source", kText, "Path of the other document, for a finding between documents"},
           {"other_line", kInteger, "Line in the other document"}},
          {"doc_id", "finding_id"},
          {}};
}

PanelTable FindingsByRegion() {
  return {"findings_by_region",
          "How many findings the documents of a region have, by year.",
          {kRegion, kYear,
           {"documents", kInteger, "Documents"},
           kErrors, kWarnings, kNotes,
           {"errors_per_document", kNumber, "Errors per document"}},
          {"region_name", "fiscal_year"},
          {}};
}

}  // namespace

std::string_view PanelFigureTables() { return kFigureTables; }
std::vector<std::string_view> PanelFigures() { return {kFigures, kItems}; }
std::string_view PanelViews() { return kViews; }

const std::vector<PanelTable>& PanelViewTables() {
  static const std::vector<PanelTable> kTables = {BodyYear(),   YearOnYear(),      ThreePublicItems(),
                                                  RealChange(), AnnouncedChange(), FindingList(), FindingsByRegion()};
  return kTables;
}

}  // namespace mingzhang
