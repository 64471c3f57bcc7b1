// Findings for people, as compilers print them:
//
//   budget.txt:61:14: error[AR002]: …
//      61 | 少 6.13 万元，减少 0.99%，其中：财政拨款 648.26 万。
//         |                    ^~~~
//
// The caret stands under the figure on a terminal, where Chinese characters are two columns wide.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "extractor/output/audit_selection.h"

namespace mingzhang {

struct AuditReportOptions {
  bool chinese = false;
  bool colour = false;
  bool fingerprints = false;   // "AR002@…", to suppress a finding by
  uint32_t columns = 100;      // of the source line; longer ones are shortened around the place
};

// The new findings of one document, which is called `name`.
void WriteAuditReport(const Document& document, const Grammar& grammar, std::string_view name,
                      const std::vector<SelectedFinding>& findings, const AuditReportOptions& options,
                      std::string* out);

// "2 errors, 1 warning, 0 notes in 3 documents; 4 suppressed".
std::string AuditSummary(const FindingCounts& counts, uint64_t documents, uint64_t failed);

}  // namespace mingzhang
