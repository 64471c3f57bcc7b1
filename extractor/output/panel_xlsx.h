// A panel as an Excel workbook: typed cells, frozen and filtered headers, a sheet for each table.
#pragma once

#include <string>

#include "extractor/output/panel_csv.h"

namespace mingzhang {

// Rows are written as they come, so memory does not grow with them. A table that is longer than a
// sheet goes on in a second one. `words` has the names of sheets and columns for readers.
Status WriteXlsx(const PanelDatabase& panel, const ReportWords& words, const std::string& path);

}  // namespace mingzhang
