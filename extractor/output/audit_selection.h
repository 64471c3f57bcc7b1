// Which findings a report shows: those that nobody has accepted yet.
#pragma once

#include <map>
#include <set>
#include <string>
#include <string_view>
#include <vector>

#include "extractor/pipeline.h"

namespace mingzhang {

// What people said about findings, by fingerprint.
struct Acceptance {
  std::set<std::string, std::less<>> baseline;                 // fingerprints that were there before
  std::map<std::string, std::string, std::less<>> suppressed;  // "AR002@0123456789abcdef" to the reason
};

enum class FindingState : uint8_t { kNew, kKnown, kSuppressed };

struct SelectedFinding {
  const Finding* finding = nullptr;
  std::string fingerprint;
  FindingState state = FindingState::kNew;
  std::string reason;  // why it is suppressed
};

// All findings of the document, in its order.
std::vector<SelectedFinding> Select(const Document& document, const Grammar& grammar, const Acceptance& acceptance);

// Finds fingerprints in a baseline of any form: a report as JSON or SARIF, or lines with
// "AR002@0123456789abcdef".
std::set<std::string, std::less<>> ReadBaseline(std::string_view text);

struct FindingCounts {
  uint64_t by_severity[3] = {};  // new ones
  uint64_t known = 0, suppressed = 0;

  void Add(const std::vector<SelectedFinding>& findings);
  uint64_t AtOrAbove(Severity severity) const;
};

}  // namespace mingzhang
