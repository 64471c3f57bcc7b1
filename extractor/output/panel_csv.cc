#include "extractor/output/panel_csv.h"

#include "extractor/output/diff_json.h"

namespace mingzhang {
namespace {

constexpr size_t kWorthIt = 1 << 16;

std::string Columns(const PanelTable& table) {
  std::string list;
  for (const PanelColumn& column : table.columns) list.append(list.empty() ? "" : ", ").append(column.name);
  return list;
}

std::string KeyOrder(const PanelTable& table) {
  std::string order;
  for (const std::string_view name : table.key) order.append(order.empty() ? " ORDER BY " : ", ").append(name);
  return order;
}

Status Visit(const PanelDatabase& panel, SqlStatement& rows, const std::function<Status(SqlStatement&)>& visit) {
  while (rows.Next()) {
    if (Status status = visit(rows)) return status;
  }
  if (rows.failed()) return panel.sql().LastError();
  return std::nullopt;
}

}  // namespace

Status EachRow(const PanelDatabase& panel, const PanelTable& table, const std::function<Status(SqlStatement&)>& visit) {
  const std::string select = "SELECT " + Columns(table) + " FROM " + std::string(table.name);
  if (table.columns[0].name != "doc_id") {
    SqlStatement rows = panel.sql().Prepare(select + KeyOrder(table));
    return Visit(panel, rows, visit);
  }
  // Rows of one document keep the order in which they came: no sort, however many there are.
  SqlStatement rows = panel.sql().Prepare(select + " WHERE doc_id = ? ORDER BY rowid");
  return panel.EachDocument([&](const std::string& doc_id) { return Visit(panel, rows.With({doc_id}), visit); });
}

Status EachViewRow(const PanelDatabase& panel, const PanelTable& view, const std::function<Status(SqlStatement&)>& visit) {
  const std::string select = "SELECT * FROM " + std::string(view.name);
  if (view.columns[0].name != "doc_id") {
    SqlStatement rows = panel.sql().Prepare(select + KeyOrder(view));
    return Visit(panel, rows, visit);
  }
  // Document by document, so that no view is worked out as a whole, which would take memory with the panel.
  SqlStatement rows = panel.sql().Prepare(select + " WHERE doc_id = ?" + KeyOrder(view));
  return panel.EachDocument([&](const std::string& doc_id) { return Visit(panel, rows.With({doc_id}), visit); });
}

Status WriteCsv(const PanelDatabase& panel, const PanelTable& table, const Drain& drain) {
  std::string out;
  for (const PanelColumn& column : table.columns) out.append(out.empty() ? "" : ",").append(column.name);
  out.push_back('\n');
  const Status status = EachRow(panel, table, [&](SqlStatement& row) -> Status {
    for (int i = 0; i < row.columns(); ++i) {
      if (i > 0) out.push_back(',');
      AppendCsvField(row.Text(i), &out);
    }
    out.push_back('\n');
    if (out.size() < kWorthIt) return std::nullopt;
    Status written = drain(out);
    out.clear();
    return written;
  });
  return status ? status : drain(out);
}

}  // namespace mingzhang
