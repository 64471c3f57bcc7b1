#include "extractor/output/audit_selection.h"

#include <re2/re2.h>

#include "extractor/output/fingerprint.h"

namespace mingzhang {

std::vector<SelectedFinding> Select(const Document& document, const Grammar& grammar, const Acceptance& acceptance) {
  std::vector<SelectedFinding> selected;
  for (const Finding& finding : document.extraction.findings) {
    SelectedFinding one;
    one.finding = &finding;
    one.fingerprint = Fingerprint(finding, document, grammar);
    const std::string& rule = grammar.rules()[static_cast<size_t>(finding.rule)].id;
    const auto suppressed = acceptance.suppressed.find(rule + "@" + one.fingerprint);
    if (suppressed != acceptance.suppressed.end()) {
      one.state = FindingState::kSuppressed;
      one.reason = suppressed->second;
    } else if (acceptance.baseline.contains(one.fingerprint)) {
      one.state = FindingState::kKnown;
    }
    selected.push_back(std::move(one));
  }
  return selected;
}

std::set<std::string, std::less<>> ReadBaseline(std::string_view text) {
  static const RE2 kFingerprint(R"re((?:@|"fingerprint": ?"|"mingzhang/v1": ?")([0-9a-f]{16})\b)re");
  std::set<std::string, std::less<>> fingerprints;
  re2::StringPiece rest(text.data(), text.size());
  std::string fingerprint;
  while (RE2::FindAndConsume(&rest, kFingerprint, &fingerprint)) fingerprints.insert(fingerprint);
  return fingerprints;
}

void FindingCounts::Add(const std::vector<SelectedFinding>& findings) {
  for (const SelectedFinding& finding : findings) {
    switch (finding.state) {
      case FindingState::kNew: ++by_severity[static_cast<size_t>(finding.finding->severity)]; break;
      case FindingState::kKnown: ++known; break;
      case FindingState::kSuppressed: ++suppressed; break;
    }
  }
}

uint64_t FindingCounts::AtOrAbove(Severity severity) const {
  uint64_t count = 0;
  for (size_t i = static_cast<size_t>(severity); i < std::size(by_severity); ++i) count += by_severity[i];
  return count;
}

}  // namespace mingzhang
