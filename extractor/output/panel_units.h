// A department and its units: which ones it lists, and whether their figures add up to its own (XY008).
#pragma once

#include <string>
#include <vector>

#include "extractor/output/diff_key.h"
#include "extractor/output/panel_database.h"

namespace mingzhang {

// The budget units of its own region that a section on the body's structure lists by name; the department's
// own office is one of them. Offices inside the body, which are named without a place, are none.
std::vector<std::string> ListedUnits(const SectionRecord& section, const DocumentRecord& document,
                                     const Grammar& grammar);

// Adds a finding for each figure of a department that is not the sum of its units', where the panel has a
// document of every unit it lists. A unit that is missing is unknown, not zero: then nothing is said.
Status AuditUnits(PanelDatabase* panel);

}  // namespace mingzhang
