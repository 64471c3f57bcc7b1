// The words of reports, in the language of this run.
#pragma once

#include "extractor/output/diff_text.h"

namespace mingzhang {

ReportWords DiffWords();

}  // namespace mingzhang
