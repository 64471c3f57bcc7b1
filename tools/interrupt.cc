#include "tools/interrupt.h"

#include <atomic>
#include <cerrno>
#include <csignal>

#include <fcntl.h>
#include <poll.h>
#include <unistd.h>

namespace mingzhang {
namespace {

std::atomic<int> caught = 0;  // written by the handler, read by every worker
static_assert(std::atomic<int>::is_always_lock_free, "what a signal handler may write");
int wake[2] = {-1, -1};  // a pipe: its reading end becomes readable when a signal comes

extern "C" void OnSignal(int signal) {
  const int before = errno;
  caught = signal;
  (void)!::write(wake[1], "!", 1);
  errno = before;
}

}  // namespace

void CatchInterrupts() {
  if (::pipe2(wake, O_CLOEXEC | O_NONBLOCK) != 0) return;
  struct sigaction action = {};
  action.sa_handler = OnSignal;
  action.sa_flags = static_cast<int>(SA_RESETHAND);
  ::sigaction(SIGINT, &action, nullptr);
  ::sigaction(SIGTERM, &action, nullptr);
}

int Interrupted() { return caught; }

bool AwaitInput(int fd) {
  pollfd both[2] = {{fd, POLLIN, 0}, {wake[0], POLLIN, 0}};
  while (::poll(both, wake[0] < 0 ? 1 : 2, -1) < 0 && errno == EINTR) {
  }
  return caught == 0;
}

}  // namespace mingzhang
