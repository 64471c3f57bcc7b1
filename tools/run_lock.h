// One run at a time writes into one place; the shards of one run may do so together.
#pragma once

#include <cstdint>
#include <string>

#include "extractor/base/result.h"
#include "tools/file_io.h"

namespace mingzhang {

// Held from Take until destruction. The system gives the lock back when the process ends in whatever
// way, so the file that a killed run leaves behind locks nobody out.
class RunLock {
 public:
  // `path` is created when it is missing. An Error while another run holds it that is no other shard
  // of the same split. `shard` counts from 0.
  static Result<RunLock> Take(const std::string& path, uint64_t shard, uint64_t shards);

  RunLock() = default;
  RunLock(RunLock&&) = default;
  RunLock& operator=(RunLock&&) = default;
  ~RunLock();

 private:
  Descriptor fd_;
  std::string path_;
};

}  // namespace mingzhang
