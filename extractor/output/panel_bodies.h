// Bodies that end or begin inside a panel: renamed or merged, perhaps (XY007).
#pragma once

#include "extractor/output/diff_match.h"
#include "extractor/output/panel_database.h"

namespace mingzhang {

Status AuditBodies(PanelDatabase* panel, const KeyOptions& keys);

}  // namespace mingzhang
