// The audit with a grammar's rules. Apart from audit.cc so that rules can be tested without one.
#include "extractor/audit/audit.h"
#include "extractor/grammar/grammar.h"

namespace mingzhang {

void Audit(const Grammar& grammar, const DocumentText& text, const AuditOptions& options, Extraction* extraction,
           const Deadline& deadline) {
  AuditVocabulary vocabulary;
  vocabulary.concepts.reserve(grammar.concepts().size());
  for (const Concept& each : grammar.concepts()) {
    vocabulary.concepts.push_back({each.id, each.label_zh, each.label_en, each.parent, each.modifier, each.carryover, each.side, each.whole});
  }
  vocabulary.units = &grammar.units();
  vocabulary.rules = &grammar.rules();
  AuditDocument(vocabulary, text, options, extraction, deadline);
}

}  // namespace mingzhang
