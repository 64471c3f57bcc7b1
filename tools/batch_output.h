// Where the results of a batch go: one stream or a folder, with manifest and failure records beside.
#pragma once

#include <memory>
#include <optional>
#include <string>
#include <unordered_set>

#include "tools/batch_options.h"
#include "tools/document_worker.h"
#include "tools/file_io.h"
#include "tools/manifest.h"
#include "tools/resume.h"

namespace mingzhang {

class BatchOutput {
 public:
  // Opens everything, and with --resume gathers what earlier runs left. `options` and `settings` must
  // outlive the result.
  static Result<std::unique_ptr<BatchOutput>> Open(const BatchOptions& options, const RunSettings& settings);

  // What earlier runs finished; null without --resume.
  const ResumeStore* resume() const { return resume_ ? &*resume_ : nullptr; }

  // Takes the outcomes in input order. An Error when a result cannot be written: the run must end.
  Status Add(Outcome& outcome);
  // Makes what was added visible to others now.
  Status Flush();
  // The run is over and complete: gives files their names, removes what only --resume needs.
  Status Finish();

 private:
  // Files beside the results; all empty when results go to stdout.
  struct Paths {
    std::string manifest, gathered_manifest, failures;
    std::string stream, partial_stream, gathered_stream;  // of a batch into one file
  };

  BatchOutput(const BatchOptions& options, const RunSettings& settings) : options_(options), settings_(settings) {}
  void NamePaths();
  Status OpenFiles();
  Status LockManifest();
  Status PrepareResume();
  void ForgetEarlierRuns() const;
  Status AddResult(Outcome& outcome);
  void AddFailure(const Outcome& outcome);

  const BatchOptions& options_;
  const RunSettings& settings_;
  Paths paths_;
  Descriptor manifest_, stream_, failures_;
  std::string pending_manifest_, pending_stream_, pending_failures_;
  std::optional<ResumeStore> resume_;
  std::unordered_set<uint64_t> record_files_;  // hashes of the files written for records
  uint64_t failures_said_ = 0;
};

}  // namespace mingzhang
