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

// columns, documents, concepts, sections, facts, comparisons, findings, successions.
const std::vector<PanelTable>& PanelTables();
const PanelTable& PanelTableNamed(std::string_view name);

// CREATE TABLE and CREATE INDEX of all tables, then the views.
std::string PanelSql();
// Tables behind the views, and the statements that fill them for the document ?1.
std::string_view PanelFigureTables();
std::vector<std::string_view> PanelFigures();
// The views that answer the usual questions, in SQL; and what their columns mean.
std::string_view PanelViews();
const std::vector<PanelTable>& PanelViewTables();

// A table, a view or a column in the second language: `words` has titles by "table" and "table.column", and
// descriptions by the same with ".about".
std::string TitleOf(const PanelTable& table, const ReportWords& words);
std::string TitleOf(const PanelTable& table, const PanelColumn& column, const ReportWords& words);
// The rows of the table `columns`: every column of every table and view.
std::vector<std::vector<std::string>> ColumnRows(const ReportWords& words);

// The Frictionless data package of the CSV files.
std::string DataPackage(const ReportWords& words);

}  // namespace mingzhang
