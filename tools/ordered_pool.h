// Work on many threads, results in the order of the work.
//
// The calling thread produces tasks and consumes results; `jobs` threads work in between. At most
// `window` tasks are in flight, so memory does not grow with their number. With one job there are no
// threads at all, and each task is consumed before the next is produced: what a filter in a pipe needs.
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

template <typename Task, typename Outcome>
class OrderedPool {
 public:
  using Produce = std::function<std::optional<Task>()>;  // nothing: no more tasks
  using Work = std::function<Outcome(Task)>;
  using Consume = std::function<void(Outcome)>;

  OrderedPool(int jobs, Work work) : jobs_(jobs), window_(static_cast<size_t>(jobs) * 4), work_(std::move(work)) {}

  void Run(const Produce& produce, const Consume& consume) {
    if (jobs_ <= 1) return RunAlone(produce, consume);
    std::vector<std::jthread> threads;
    for (int i = 0; i < jobs_; ++i) threads.emplace_back([this] { WorkLoop(); });
    std::deque<std::shared_ptr<Slot>> in_order;
    bool more = true;
    while (more || !in_order.empty()) {
      while (more && in_order.size() < window_) {
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

  void RunAlone(const Produce& produce, const Consume& consume) {
    while (std::optional<Task> task = produce()) consume(work_(*std::move(task)));
  }

  std::shared_ptr<Slot> Submit(Task task) {
    auto slot = std::make_shared<Slot>();
    slot->task = std::move(task);
    {
      const std::lock_guard lock(mutex_);
      waiting_.push_back(slot);
    }
    work_ready_.notify_one();
    return slot;
  }

  Outcome Await(Slot& slot) {
    std::unique_lock lock(mutex_);
    outcome_ready_.wait(lock, [&] { return slot.outcome.has_value(); });
    return *std::move(slot.outcome);
  }

  void Close() {
    {
      const std::lock_guard lock(mutex_);
      closed_ = true;
    }
    work_ready_.notify_all();
  }

  void WorkLoop() {
    while (true) {
      std::shared_ptr<Slot> slot;
      {
        std::unique_lock lock(mutex_);
        work_ready_.wait(lock, [&] { return closed_ || !waiting_.empty(); });
        if (waiting_.empty()) return;
        slot = std::move(waiting_.front());
        waiting_.pop_front();
      }
      Outcome outcome = work_(*std::move(slot->task));
      {
        const std::lock_guard lock(mutex_);
        slot->outcome = std::move(outcome);
      }
      outcome_ready_.notify_one();
    }
  }

  const int jobs_;
  const size_t window_;
  const Work work_;
  std::mutex mutex_;
  std::condition_variable work_ready_, outcome_ready_;
  std::deque<std::shared_ptr<Slot>> waiting_;
  bool closed_ = false;
};

}  // namespace mingzhang
