// The moment by which a document must have been read, for those who would rather lose one document
// than wait for it. It stops the work or does not; it never changes a result.
#pragma once

#include <chrono>

namespace mingzhang {

class Deadline {
 public:
  using Clock = std::chrono::steady_clock;

  // Never comes.
  Deadline() = default;
  // Comes `budget` from now; never when that is zero.
  explicit Deadline(std::chrono::milliseconds budget) : set_(budget.count() > 0), moment_(Clock::now() + budget) {}

  // Costs a look at the clock when there is a deadline: ask once per line or rule, not per character.
  bool HasPassed() const { return set_ && Clock::now() >= moment_; }

 private:
  bool set_ = false;
  Clock::time_point moment_;
};

}  // namespace mingzhang
