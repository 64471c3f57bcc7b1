// A panel on disk: documents come one by one, in one transaction.
#pragma once

#include <cstdint>
#include <functional>
#include <memory>
#include <string>
#include <unordered_map>
#include <unordered_set>
#include <vector>

#include "extractor/grammar/grammar.h"
#include "extractor/output/panel_rows.h"
#include "extractor/output/panel_schema.h"
#include "extractor/output/panel_sqlite.h"

namespace mingzhang {

class PanelDatabase {
 public:
  // Opens or creates the panel and begins its transaction. What another grammar or version read
  // counts as unknown, and is replaced as it comes.
  static Result<std::unique_ptr<PanelDatabase>> Open(const std::string& path, const Grammar& grammar,
                                                     const ReportWords& words);

  // Whether the panel has this content already, read by this grammar. Safe from many threads while
  // nobody adds.
  bool Has(const std::string& sha256) const;

  // Adds a document; its earlier content and what was read of the same source are replaced.
  Status Put(const DocumentRecord& document, const std::string& source);
  // The panel has the content already: only its path may be new.
  Status Keep(const std::string& sha256, const std::string& source);

  // Forgets what the rules between documents added: findings, diagnoses, successions.
  Status ClearPanelFindings();
  Status AddPanelFinding(const Row& row);  // without finding_id
  Status AddDiagnosis(const std::string& doc_id, const std::string& finding_id, std::string_view diagnosis);
  Status AddSuccession(const Row& row);
  // Calls `visit` with the doc_id of each document, by body, level, kind and year.
  Status EachDocument(const std::function<Status(const std::string&)>& visit) const;

  Status Commit();
  const Grammar& grammar() const { return grammar_; }
  const SqlDatabase& sql() const { return *database_; }

 private:
  PanelDatabase(std::unique_ptr<SqlDatabase> database, const Grammar& grammar)
      : database_(std::move(database)), grammar_(grammar) {}

  Status Prepare();
  Status PutColumns(const ReportWords& words);
  Status PutConcepts();
  Status LoadKnown();
  Status Insert(std::string_view table, const std::vector<Row>& rows);
  Status Run(std::string_view sql, const std::vector<std::string>& values);

  std::unique_ptr<SqlDatabase> database_;
  const Grammar& grammar_;
  std::map<std::string, SqlStatement, std::less<>> inserts_, others_;
  std::unordered_set<uint64_t> known_;  // first digits of the SHA-256
};

}  // namespace mingzhang
