// mingzhang.toml: what a project has decided about the audit.
//
//   [audit]
//   fail_on = "warning"
//   off = ["TX005"]                       # rules not to run
//   severity = { CP015 = "note" }         # rules with another severity
//   [[audit.suppress]]
//   finding = "AR002@0123456789abcdef"    # as --show-fingerprints prints it
//   reason = "corrected in the next edition"
#pragma once

#include <map>
#include <optional>
#include <string>

#include "extractor/audit/audit.h"
#include "extractor/base/result.h"
#include "extractor/grammar/grammar.h"

namespace mingzhang {

struct ProjectConfig {
  AuditOptions audit;
  std::optional<Severity> fail_on;
  std::map<std::string, std::string, std::less<>> suppressed;  // finding to reason
};

// Reads `path`. Unknown keys and rules are errors with their place.
Result<ProjectConfig> LoadProjectConfig(const std::string& path, const Grammar& grammar);

}  // namespace mingzhang
