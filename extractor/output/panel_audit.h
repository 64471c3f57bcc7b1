// The rules between documents (XY): the same body in another year, its budget and its final accounts.
#pragma once

#include "extractor/output/panel_database.h"

namespace mingzhang {

// Replaces the findings between documents by those of the panel as it is now.
Status AuditPanel(PanelDatabase* panel);

}  // namespace mingzhang
