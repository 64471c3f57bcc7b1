// The words of reports, in the language of this run.
#pragma once

#include "extractor/output/diff_text.h"

namespace mingzhang {

ReportWords DiffWords();
// Always Chinese: the second language of a panel's documentation.
ReportWords PanelWords();

}  // namespace mingzhang
