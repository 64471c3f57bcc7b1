#include "extractor/output/panel_database.h"

#include <charconv>

#include "extractor/output/version.h"

namespace mingzhang {
namespace {

constexpr std::string_view kPanelDiagnosis = "DX-STALE";  // the one that needs another document

uint64_t KeyOf(std::string_view sha256) {
  uint64_t key = 0;
  const std::string_view digits = sha256.substr(0, 16);
  std::from_chars(digits.data(), digits.data() + digits.size(), key, 16);
  return key;
}

std::string InsertSql(const PanelTable& table) {
  std::string sql = "INSERT INTO ", marks;
  sql.append(table.name).append(" VALUES (");
  for (size_t i = 0; i < table.columns.size(); ++i) marks.append(marks.empty() ? "?" : ",?");
  return sql.append(marks).append(")");
}

}  // namespace

Result<std::unique_ptr<PanelDatabase>> PanelDatabase::Open(const std::string& path, const Grammar& grammar,
                                                           const ReportWords& words) {
  auto database = SqlDatabase::Open(path);
  if (!database.ok()) return database.error();
  std::unique_ptr<PanelDatabase> panel(new PanelDatabase(std::move(database).value(), grammar));
  if (Status status = panel->Prepare()) return *status;
  if (Status status = panel->PutColumns(words)) return *status;
  return panel;
}

Status PanelDatabase::Prepare() {
  if (Status status = database_->Execute("PRAGMA foreign_keys = ON; PRAGMA cache_size = -4096; BEGIN IMMEDIATE;")) {
    return status;
  }
  if (Status status = database_->Execute(PanelSql())) return status;
  if (Status status = Run("INSERT OR REPLACE INTO panel_info VALUES ('version', ?)", {std::string(kVersion)})) {
    return status;
  }
  for (const PanelTable& table : PanelTables()) {
    inserts_.emplace(table.name, database_->Prepare(InsertSql(table)));
    if (inserts_.at(std::string(table.name)).failed()) {
      Error error = database_->LastError();
      error.hint = "the panel was written by another version; choose another folder";
      return error;
    }
  }
  if (Status status = PutConcepts()) return status;
  return LoadKnown();
}

Status PanelDatabase::PutColumns(const ReportWords& words) {
  if (Status status = Run("DELETE FROM columns", {})) return status;
  return Insert("columns", ColumnRows(words));
}

// Facts refer to concepts, so old ones stay until nothing does.
Status PanelDatabase::PutConcepts() {
  for (const Concept& concept_spec : grammar_.concepts()) {
    const std::string parent =
        concept_spec.parent == kNoConcept ? "" : grammar_.concepts()[concept_spec.parent].id;
    if (Status status = Run("INSERT INTO concepts VALUES (?, ?, ?, ?) ON CONFLICT (concept) DO UPDATE SET "
                            "label_zh = excluded.label_zh, label_en = excluded.label_en, parent = excluded.parent",
                            {concept_spec.id, concept_spec.label_zh, concept_spec.label_en, parent})) {
      return status;
    }
  }
  return std::nullopt;
}

Status PanelDatabase::LoadKnown() {
  // One without the figures of the views is from before they were stored, and is read anew.
  SqlStatement statement = database_->Prepare(
      "SELECT sha256 FROM documents JOIN figures USING (doc_id) WHERE grammar = ? AND version = ?");
  statement.With({grammar_.sha256(), std::string(kVersion)});
  while (statement.Next()) known_.insert(KeyOf(statement.Text(0)));
  if (statement.failed()) return database_->LastError();
  return std::nullopt;
}

bool PanelDatabase::Has(const std::string& sha256) const { return known_.contains(KeyOf(sha256)); }

Status PanelDatabase::Run(std::string_view sql, const std::vector<std::string>& values) {
  auto found = others_.find(sql);
  if (found == others_.end()) found = others_.emplace(std::string(sql), database_->Prepare(sql)).first;
  if (found->second.With(values).Run()) return std::nullopt;
  return database_->LastError();
}

Status PanelDatabase::Insert(std::string_view table, const std::vector<Row>& rows) {
  SqlStatement& statement = inserts_.find(table)->second;
  for (const Row& row : rows) {
    if (!statement.With(row).Run()) return database_->LastError();
  }
  return std::nullopt;
}

Status PanelDatabase::Put(const DocumentRecord& document, const std::string& source) {
  const PanelRows rows(document, source, grammar_);
  if (Status status = Run("DELETE FROM documents WHERE doc_id = ? OR source = ?", {rows.doc_id(), source})) {
    return status;
  }
  if (Status status = Insert("documents", {rows.Document()})) return status;
  if (Status status = Insert("sections", rows.Sections())) return status;
  for (const Row& row : rows.Paragraphs()) {
    if (Status status = Run("INSERT INTO paragraphs VALUES (?, ?, ?, ?, ?, ?)", row)) return status;
  }
  if (Status status = Insert("facts", rows.Facts())) return status;
  for (const std::string_view sql : PanelFigures()) {
    if (Status status = Run(sql, {rows.doc_id()})) return status;
  }
  if (Status status = Insert("comparisons", rows.Comparisons())) return status;
  return Insert("findings", rows.Findings());
}

Status PanelDatabase::Keep(const std::string& sha256, const std::string& source) {
  if (Status status = Run("DELETE FROM documents WHERE source = ? AND sha256 <> ?", {source, sha256})) return status;
  return Run("UPDATE documents SET source = ? WHERE sha256 = ? AND source <> ?", {source, sha256, source});
}

Status PanelDatabase::ClearPanelFindings() {
  if (Status status = Run("DELETE FROM findings WHERE scope = 'panel'", {})) return status;
  if (Status status = Run("DELETE FROM successions", {})) return status;
  return Run("UPDATE findings SET diagnoses = NULLIF(TRIM(REPLACE('|' || diagnoses || '|', '|' || ?1 || '|', '|'), '|'), '') "
             "WHERE diagnoses LIKE '%' || ?1 || '%'",
             {std::string(kPanelDiagnosis)});
}

Status PanelDatabase::AddDiagnosis(const std::string& doc_id, const std::string& finding_id,
                                   std::string_view diagnosis) {
  return Run("UPDATE findings SET diagnoses = COALESCE(diagnoses || '|', '') || ?3 WHERE doc_id = ?1 AND finding_id = ?2",
             {doc_id, finding_id, std::string(diagnosis)});
}

Status PanelDatabase::AddSuccession(const Row& row) { return Insert("successions", {row}); }

Status PanelDatabase::AddPanelFinding(const Row& row) {
  SqlStatement next = database_->Prepare("SELECT COALESCE(MAX(finding_id), 0) + 1 FROM findings WHERE doc_id = ?");
  next.With({row[0]});
  if (!next.Next()) return database_->LastError();
  Row numbered = row;
  numbered.insert(numbered.begin() + 1, std::string(next.Text(0)));
  return Insert("findings", {numbered});
}

Status PanelDatabase::EachDocument(const std::function<Status(const std::string&)>& visit) const {
  SqlStatement documents =
      database_->Prepare("SELECT doc_id FROM documents ORDER BY org_key, level, kind, fiscal_year, doc_id");
  while (documents.Next()) {
    if (Status status = visit(std::string(documents.Text(0)))) return status;
  }
  if (documents.failed()) return database_->LastError();
  return std::nullopt;
}

Status PanelDatabase::Commit() {
  inserts_.clear();
  others_.clear();
  return database_->Execute("COMMIT; PRAGMA optimize;");
}

}  // namespace mingzhang
