// The parts of a comparison besides the figures of two years: heads, sections, findings; and what two
// readings of one text make of it.
#pragma once

#include <vector>

#include "extractor/output/diff.h"

namespace mingzhang {

// Whether both were read from the same bytes: every difference is then the tool's doing.
bool IsSameText(const DocumentRecord& a, const DocumentRecord& b);

// Body, kind, scope, region; of the same text also grammar, version and the numerals left unexplained. The
// year and the title differ whenever two years are compared: they are no news.
void CompareHeads(const DocumentRecord& before, const DocumentRecord& after, std::vector<Change>* changes);

// Roles gained and lost, headings put otherwise (years aside), and another order. A heading with neither
// prose nor figures under it, such as a cell of a table, is no section here. One whose figures stand under
// an unknown heading on the other side has another heading.
void CompareSections(const DocumentRecord& before, const DocumentRecord& after, std::vector<Change>* changes);

// By fingerprint; what is left by rule and message, years relative to the document's, since the words
// around a figure differ from year to year; then whatever its figures, unless it is an error in one of
// them. One that is in both is carried.
void CompareFindings(const DocumentRecord& before, const DocumentRecord& after, std::vector<Change>* changes);

// Facts of the same text, place by place.
void CompareReadings(const DocumentRecord& before, const DocumentRecord& after, std::vector<Change>* changes);

}  // namespace mingzhang
