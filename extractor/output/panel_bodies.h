// Bodies that end or begin inside a panel: renamed or merged, perhaps (XY007).
#pragma once

#include "extractor/output/diff_match.h"
#include "extractor/output/panel_load.h"

namespace mingzhang {

// Calls `renamed` with both documents of each proposed rename, so that the rules of two years hold across it.
using OnRename = std::function<Status(const LoadedDocument& before, const LoadedDocument& after)>;
Status AuditBodies(PanelDatabase* panel, const KeyOptions& keys, const OnRename& renamed);

}  // namespace mingzhang
