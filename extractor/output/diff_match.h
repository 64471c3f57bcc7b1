// Which document of one set goes with which of another: bodies by name and scope, and what may have
// become of those that are only on one side.
#pragma once

#include <string>
#include <utility>
#include <vector>

#include "extractor/output/diff_restatement.h"

namespace mingzhang {

// A rename or a merge that the names or the figures suggest. Never acted upon silently: it is shown
// with its evidence.
struct Proposal {
  std::vector<int> old_documents;  // one: renamed; two: merged
  int new_document = -1;
  int alike = 0;                   // of the names, in percent
  bool by_plaque = false;          // one's name is among the other's plaques
  bool by_short_name = false;
  bool other_scope = false;        // department or unit in one, unknown in the other
  bool other_region = false;
  int agreeing = 0, compared = 0;  // figures of the past that the new document repeats
};

// "renamed" or "merged"; "matched" when only region or scope tell the two apart.
std::string_view ProposalName(const Proposal& proposal, const DocumentRecord& before, const DocumentRecord& after);
// The evidence, for people.
std::string ProposalReason(const Proposal& proposal, bool chinese);

// The old documents that a new one goes on from: several when bodies were merged.
struct Pair {
  std::vector<int> old_documents;
  int new_document = -1;
};

struct Matching {
  std::vector<Pair> pairs;                 // renamed and merged bodies are among them
  std::vector<int> gone, appeared;         // without counterpart
  std::vector<Proposal> proposals;
};

using Records = std::vector<DocumentRecord>;
Matching Match(const Records& old_documents, const Records& new_documents, const KeyOptions& options);

// How much two names have in common, in percent: shared pairs of neighbouring characters.
int Likeness(const std::string& a, const std::string& b);
// How well `after` fits as the successor of `before`: agreeing and compared figures, and names.
Proposal Succession(const DocumentRecord& before, const DocumentRecord& after, const KeyOptions& options);
bool IsPlausible(const Proposal& proposal);
// What a document published, ready to be looked up. The record must outlive it.
struct Published {
  Published(const DocumentRecord& document, const KeyOptions& options)
      : record(&document), groups(GroupByCalendar(document, options)) {}

  const DocumentRecord* record;
  FactGroups groups;
};
// Figures of the past, as a later document states them, that are the sums of what both published.
Proposal Merger(const Published& first, const Published& second, const std::vector<Statement>& statements,
                const KeyOptions& options);
// More than half of the figures are sums.
bool IsMerger(const Proposal& merger);
// Whether one may come from the other: the same kind of document, scope and region, or unknown ones.
bool MaySucceed(const DocumentRecord& before, const DocumentRecord& after);

}  // namespace mingzhang
