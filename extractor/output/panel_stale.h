// What was copied from last year's document (DX-STALE).
#pragma once

#include "extractor/output/diff_restatement.h"
#include "extractor/output/panel_load.h"

namespace mingzhang {

inline constexpr std::string_view kStale = "DX-STALE";

// Whether `before` says the same of the year before its own: the text was carried over, figures and all.
bool IsStale(const DocumentRecord& before, const DocumentRecord& after, const Statement& statement,
             const KeyOptions& keys);

// Adds the diagnosis to findings of `document` alone whose figure is that of the document before.
Status DiagnoseStale(PanelDatabase& panel, const LoadedDocument& before, const LoadedDocument& document,
                     const KeyOptions& keys);

}  // namespace mingzhang
