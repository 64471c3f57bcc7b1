// Progress of a batch on a terminal: one line on stderr, rewritten a few times a second.
#pragma once

#include <chrono>
#include <cstdint>

namespace mingzhang {

struct BatchTotals {
  uint64_t documents = 0;  // all that were looked at
  uint64_t reused = 0;     // of these: finished by an earlier run
  uint64_t failed = 0;
  uint64_t bytes = 0;
  uint64_t facts = 0, numerals = 0, unexplained = 0;
  uint64_t findings[3] = {};  // by Severity
};

class Progress {
 public:
  // Silent unless `shown`. `expected` documents; 0 when unknown.
  Progress(bool shown, uint64_t expected);
  void Update(const BatchTotals& totals);
  void Clear();
  // For people, in their language; one line with its end.
  void Summarize(const BatchTotals& totals, bool interrupted);

 private:
  using Clock = std::chrono::steady_clock;
  double Seconds() const;

  const bool shown_;
  const uint64_t expected_;
  const Clock::time_point start_ = Clock::now();
  Clock::time_point last_ = start_;
};

}  // namespace mingzhang
