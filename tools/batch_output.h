// Where the results of a batch go: one stream or a folder, with manifest and failure records beside.
#pragma once

#include <memory>
#include <optional>
#include <string>

#include "tools/batch_options.h"
#include "tools/document_worker.h"
#include "tools/file_io.h"
#include "tools/manifest.h"
#include "tools/resume.h"
#include "tools/run_lock.h"
#include "tools/spill_table.h"

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
  // A file that grows under a temporary name and gets its own when the run is complete.
  struct GrowingFile {
    std::string path, partial, gathered;  // gathered: what earlier runs left; all empty when there is no such file
    Descriptor fd;
    std::string pending;                  // not yet written

    void NameAfter(const std::string& name);
    Status Create();
    Status Put(const std::string& text);
    Status Write();
    Status Sync();
    void Forget() const;
  };

  BatchOutput(const BatchOptions& options, const RunSettings& settings) : options_(options), settings_(settings) {}
  Status TakePlace();
  Status OpenFiles();
  Status PrepareResume();
  void ForgetEarlierRuns();
  Status AddRecordFile(Outcome& outcome);
  void AddFailure(const Outcome& outcome);
  Status Complete(GrowingFile& file);

  const BatchOptions& options_;
  const RunSettings& settings_;
  RunLock lock_;
  GrowingFile manifest_, stream_, failures_;
  std::optional<ResumeStore> resume_;
  std::unique_ptr<NameTable> record_files_;  // written for records
  uint64_t failures_said_ = 0;
};

}  // namespace mingzhang
