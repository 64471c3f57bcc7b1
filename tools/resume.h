// What an earlier run of the same batch finished, as far as hashes prove it.
//
// While a batch runs, its manifest and its stream grow under temporary names; what earlier runs left,
// complete or not, is gathered in a second pair (".old") that is removed when a run completes.
#pragma once

#include <optional>
#include <string>

#include "extractor/base/result.h"
#include "tools/batch_options.h"
#include "tools/manifest.h"

namespace mingzhang {

class ResumeStore {
 public:
  // `manifest` is the gathered manifest; `streams` are earlier result streams, for a batch into a file.
  static Result<ResumeStore> Load(const std::string& manifest, const std::vector<std::string>& streams,
                                  const std::string& folder);

  // The earlier entry for the input `now` (its name, hash and output are set), when the settings are
  // equal and the result is whole. Puts the line of a stream into `json`. Safe from many threads.
  std::optional<ManifestEntry> Find(const ManifestEntry& now, const std::string& settings, std::string* json) const;

 private:
  bool ResultIsWhole(const ManifestEntry& entry, std::string* json) const;

  ManifestIndex manifest_;
  std::vector<LineIndex> streams_;
  std::string folder_;  // empty for a stream
};

// Moves the content of `path`, if it is there, to the end of `gathered`. A torn last line stays torn.
Status Gather(const std::string& path, const std::string& gathered);

}  // namespace mingzhang
