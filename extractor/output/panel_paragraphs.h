// Paragraphs with figures, as a panel remembers them to recognise one that was copied from last year's document.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "extractor/output/diff_record.h"

namespace mingzhang {

class SqlDatabase;

// A few figures agree by chance; these many seldom do.
inline constexpr size_t kFewestFigures = 3;

struct Paragraph {
  std::string section;
  uint32_t line = 0, last_line = 0;  // in the file; 0 when the section's place is unknown
  std::string numerals;              // besides years, separated by spaces
  std::string text;                  // without spaces and years
};

// Those of a section that have at least kFewestFigures numerals besides years. A line that ends a sentence ends
// a paragraph, since where lines are wrapped is not known here.
std::vector<Paragraph> ParagraphsOf(const SectionRecord& section);
std::vector<Paragraph> LoadParagraphs(const SqlDatabase& database, const std::string& doc_id);

// How much two texts have in common, in percent: shared runs of three characters among all that occur in either.
int Similarity(std::string_view a, std::string_view b);

}  // namespace mingzhang
