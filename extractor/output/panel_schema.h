// The tables of a panel: the same in CSV, SQLite and Excel.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "extractor/base/result.h"
#include "extractor/output/diff_text.h"

namespace mingzhang {

enum class ColumnType : uint8_t { kText, kInteger, kNumber, kDate };

struct PanelColumn {
  std::string_view name;
  ColumnType type;
  std::string_view description;
};

struct PanelReference {
  std::string_view column, table;
  std::string_view key = column;  // of the table
};

struct PanelTable {
  std::string_view name, description;
  std::vector<PanelColumn> columns;
  std::vector<std::string_view> key;
  std::vector<PanelReference> references;
};

// documents, concepts, sections, facts, comparisons, findings, successions.
const std::vector<PanelTable>& PanelTables();
const PanelTable& PanelTableNamed(std::string_view name);

// CREATE TABLE and CREATE INDEX of all tables, then the views.
std::string PanelSql();
// The views that answer the usual questions; their columns are documented in the SQL itself.
std::string_view PanelViews();
std::vector<std::string_view> PanelViewNames();

// The Frictionless data package of the CSV files; `words` has descriptions in the second language,
// by "table" and "table.column".
std::string DataPackage(const ReportWords& words);

}  // namespace mingzhang
