// What a document says of a time that another document spoke of first.
#pragma once

#include <vector>

#include "extractor/output/diff.h"

namespace mingzhang {

// A figure about another time or stage than the document's own.
struct Statement {
  FactRecord said;
  int fact = kNoFact;           // where it stands; for a derived figure, the change it follows from
  bool derived = false;         // said = current figure - change
};
// Each key and amount once; a derived figure only where none is stated.
std::vector<Statement> StatementsOfOthers(const DocumentRecord& document, const KeyOptions& options);

struct Restatement {
  int old_fact = kNoFact;       // what the old document said
  Statement statement;          // what the new one says
  bool agrees = false;          // within what rounding allows
};

// Every statement of `new_document` about what `old_document` states as well, agreeing or not.
std::vector<Restatement> CompareStatements(const DocumentRecord& old_document, const DocumentRecord& new_document,
                                           const KeyOptions& options);

// With at least so many decimals: 1013.5 as 1013.50, beside figures that are printed so.
Decimal WithDecimals(const Decimal& number, int decimals);
// Makes `amount` (yuan for money) the value of the figure, in its unit and with its decimals.
void SetAmount(const Decimal& amount, FactRecord* fact);

// The figures of a document by AbsoluteKey.
FactGroups GroupByCalendar(const DocumentRecord& document, const KeyOptions& options);

}  // namespace mingzhang
