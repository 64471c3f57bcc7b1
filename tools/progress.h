// Progress of a batch on a terminal: one line on stderr, rewritten a few times a second.
#pragma once

#include <chrono>
#include <cstdint>
#include <deque>
#include <string>
#include <utility>

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
  // How far a batch is: documents, or bytes of records.
  struct Way {
    uint64_t done = 0, all = 0;  // `all` is 0 when unknown
  };

  // Silent unless `shown`. `documents` that are expected; 0 when unknown.
  Progress(bool shown, uint64_t documents) : shown_(shown), documents_(documents) {}
  void Update(const BatchTotals& totals, Way way);
  void Update(const BatchTotals& totals) { Update(totals, {totals.documents, documents_}); }
  // Before something else is written to the terminal.
  void Clear();
  // For people, in their language; one line with its end.
  void Summarize(const BatchTotals& totals, bool interrupted);

 private:
  using Clock = std::chrono::steady_clock;
  double Seconds() const;
  std::string Line(const BatchTotals& totals, Way way);
  std::string TimeLeft(Way way);

  const bool shown_;
  const uint64_t documents_;
  const Clock::time_point start_ = Clock::now();
  Clock::time_point last_ = start_;
  std::deque<std::pair<Clock::time_point, uint64_t>> recent_;  // when how much was done: the pace may change
};

}  // namespace mingzhang
