// Work on many threads, results in the order of the work.
//
// The calling thread produces tasks and consumes results; `jobs` threads work in between. What is in
// flight is bounded in number and in bytes, so memory does not grow with the number of tasks, nor
// with their size beyond what the work on `jobs` of them takes. With one job there are no threads at
// all, and each task is consumed before the next is produced: what a filter in a pipe needs.
#pragma once

#include <condition_variable>
#include <deque>
#include <functional>
#include <memory>
#include <mutex>
#include <optional>
#include <thread>
#include <utility>
#include <vector>

namespace mingzhang {

// A Task or Outcome that keeps many bytes says how many with `size_t weight() const`.
template <typename Task, typename Outcome>
class OrderedPool {
 public:
  using Produce = std::function<std::optional<Task>()>;  // nothing: no more tasks
  using Work = std::function<Outcome(Task)>;
  using Consume = std::function<void(Outcome)>;

  // `most_bytes` that tasks may keep before the work, and results after it.
  OrderedPool(int jobs, Work work, size_t most_bytes = 64u << 20)
      : jobs_(jobs), most_tasks_(static_cast<size_t>(jobs) * 4), most_bytes_(most_bytes), work_(std::move(work)) {}

  void Run(const Produce& produce, const Consume& consume) {
    if (jobs_ <= 1) return RunAlone(produce, consume);
    std::vector<std::jthread> threads;
    for (int i = 0; i < jobs_; ++i) threads.emplace_back([this] { WorkLoop(); });
    std::deque<std::shared_ptr<Slot>> in_order;
    bool more = true;
    while (more || !in_order.empty()) {
      while (more && in_order.size() < most_tasks_ && HasRoom()) {
        std::optional<Task> task = produce();
        more = task.has_value();
        if (more) in_order.push_back(Submit(*std::move(task)));
      }
      if (in_order.empty()) break;
      consume(Await(*in_order.front()));
      in_order.pop_front();
    }
    Close();
  }

 private:
  struct Slot {
    std::optional<Task> task;
    std::optional<Outcome> outcome;
  };

  template <typename T>
  static size_t WeightOf(const T& value) {
    if constexpr (requires { value.weight(); }) return value.weight();
    else return 0;
  }

  void RunAlone(const Produce& produce, const Consume& consume) {
    while (std::optional<Task> task = produce()) consume(work_(*std::move(task)));
  }

  bool HasRoom() {
    const std::lock_guard lock(mutex_);
    return waiting_bytes_ < most_bytes_;
  }

  std::shared_ptr<Slot> Submit(Task task) {
    auto slot = std::make_shared<Slot>();
    slot->task = std::move(task);
    {
      const std::lock_guard lock(mutex_);
      waiting_bytes_ += WeightOf(*slot->task);
      waiting_.push_back(slot);
    }
    work_ready_.notify_one();
    return slot;
  }

  Outcome Await(Slot& slot) {
    std::unique_lock lock(mutex_);
    outcome_ready_.wait(lock, [&] { return slot.outcome.has_value(); });
    const bool was_full = finished_bytes_ >= most_bytes_;
    finished_bytes_ -= WeightOf(*slot.outcome);
    if (was_full) work_ready_.notify_all();
    return *std::move(slot.outcome);
  }

  void Close() {
    {
      const std::lock_guard lock(mutex_);
      closed_ = true;
    }
    work_ready_.notify_all();
  }

  // Tasks start in order, so while results wait to be consumed the one before them has been started
  // and will end: holding back the others cannot stop the pool.
  bool MayStart() const { return !waiting_.empty() && finished_bytes_ < most_bytes_; }

  std::shared_ptr<Slot> NextSlot() {
    std::unique_lock lock(mutex_);
    work_ready_.wait(lock, [&] { return MayStart() || (closed_ && waiting_.empty()); });
    if (waiting_.empty()) return nullptr;
    std::shared_ptr<Slot> slot = std::move(waiting_.front());
    waiting_.pop_front();
    waiting_bytes_ -= WeightOf(*slot->task);
    return slot;
  }

  void WorkLoop() {
    while (const std::shared_ptr<Slot> slot = NextSlot()) {
      Outcome outcome = work_(*std::move(slot->task));
      {
        const std::lock_guard lock(mutex_);
        slot->task.reset();
        finished_bytes_ += WeightOf(outcome);
        slot->outcome = std::move(outcome);
      }
      outcome_ready_.notify_one();
    }
  }

  const int jobs_;
  const size_t most_tasks_, most_bytes_;
  const Work work_;
  std::mutex mutex_;
  std::condition_variable work_ready_, outcome_ready_;
  std::deque<std::shared_ptr<Slot>> waiting_;
  size_t waiting_bytes_ = 0, finished_bytes_ = 0;  // kept by tasks not started, by results not consumed
  bool closed_ = false;
};

}  // namespace mingzhang
