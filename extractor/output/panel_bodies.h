// Bodies that end or begin inside a panel: renamed or merged, perhaps (XY007).
#pragma once

#include "extractor/output/diff_match.h"
#include "extractor/output/panel_load.h"

namespace mingzhang {

// Calls `go_on` with both documents of each proposed rename, and with the sum of the bodies and the document of
// each proposed merger, so that the rules of two years hold across it.
using OnProposal = std::function<Status(const LoadedDocument& before, const LoadedDocument& after)>;
Status AuditBodies(PanelDatabase* panel, const KeyOptions& keys, const OnProposal& go_on);

}  // namespace mingzhang
