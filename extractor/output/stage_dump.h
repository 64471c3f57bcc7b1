// The printable form of every stage: one thing per line, for people and for tests.
#pragma once

#include <string>
#include <vector>

#include "extractor/facts/tokens.h"
#include "extractor/pipeline.h"

namespace mingzhang {

// "encoding GB18030, 5055 bytes, 1981 characters, 168 lines", then the text.
void DumpDecoded(const DocumentText& text, uint64_t byte_length, std::string* out);
// The logical lines: number in the source, kind, text.
void DumpLines(const DocumentText& text, std::string* out);
// The tree of sections: id, number, title, role, state, lines of the body.
void DumpSections(const Document& document, std::string* out);
// Bytes, kind, value, unit and what is printed there.
void DumpQuantities(const DocumentText& text, const std::vector<Quantity>& quantities, const Units& units,
                    std::string* out);
// One line of the text as words, quantities and marks: "{concept revenue.total 收入预算} 〈money 648.26〉 ，".
void DumpTokens(const DocumentText& text, const std::vector<Token>& tokens, const Grammar& grammar, std::string* out);
// Id, line, concept[measure] period stage, value and unit, basis, pattern.
void DumpFacts(const Document& document, const Grammar& grammar, std::string* out);
// Findings, what passed and what could not be evaluated, then what became of the numerals.
void DumpAudit(const Document& document, const Grammar& grammar, std::string* out);

}  // namespace mingzhang
