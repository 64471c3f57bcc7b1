// The tables of a panel as CSV files: UTF-8, RFC 4180 with "\n".
#pragma once

#include <functional>
#include <string_view>

#include "extractor/output/panel_database.h"

namespace mingzhang {

// Takes what has been written; called often, so that nothing grows.
using Drain = std::function<Status(std::string_view)>;

// The rows of `table`, by body, level, kind, year and then in the order of the document. `visit` gets
// a statement that stands on a row.
Status EachRow(const PanelDatabase& panel, const PanelTable& table, const std::function<Status(SqlStatement&)>& visit);

// The same of a view.
Status EachViewRow(const PanelDatabase& panel, const PanelTable& view, const std::function<Status(SqlStatement&)>& visit);

Status WriteCsv(const PanelDatabase& panel, const PanelTable& table, const Drain& drain);

}  // namespace mingzhang
