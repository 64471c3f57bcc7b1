// The audit: every rule of the grammar over one document.
#pragma once

#include <string>
#include <utility>
#include <vector>

#include "extractor/audit/vocabulary.h"
#include "extractor/base/deadline.h"
#include "extractor/model/model.h"
#include "extractor/text/document_text.h"

namespace mingzhang {

class Grammar;

// What a user changes about the rules.
struct AuditOptions {
  std::vector<std::string> off;                             // ids of rules not to run
  std::vector<std::pair<std::string, Severity>> severities;  // instead of the rules' own
};

// Fills extraction->findings, in document order with those about the whole document last, and
// extraction->checks. Everything else of the extraction is only read. Rules that need several
// documents (kind “panel”) are left to the panel, and those after the deadline are left out.
void Audit(const Grammar& grammar, const DocumentText& text, const AuditOptions& options, Extraction* extraction,
           const Deadline& deadline = {});

// The same without a grammar.
void AuditDocument(const AuditVocabulary& vocabulary, const DocumentText& text, const AuditOptions& options,
                   Extraction* extraction, const Deadline& deadline = {});

}  // namespace mingzhang
