#include "tools/run_lock.h"

#include <cerrno>

#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>

#include "tools/program.h"

namespace mingzhang {
namespace {

// Locks on single bytes of an empty file say who is there. Byte n is locked, shared, by every part of
// a run in n parts; byte kParts + i, alone, by part i.
constexpr off_t kParts = off_t{1} << 40;

struct flock Bytes(short type, off_t begin, off_t length) {
  struct flock lock = {};
  lock.l_type = type;
  lock.l_whence = SEEK_SET;
  lock.l_start = begin;
  lock.l_len = length;
  return lock;
}

bool Lock(int fd, short type, off_t begin, off_t length) {
  struct flock lock = Bytes(type, begin, length);
  return ::fcntl(fd, F_OFD_SETLK, &lock) == 0;
}

bool IsFree(int fd, off_t begin, off_t length) {
  struct flock lock = Bytes(F_WRLCK, begin, length);
  return length == 0 || ::fcntl(fd, F_OFD_GETLK, &lock) != 0 || lock.l_type == F_UNLCK;
}

// Leaves EAGAIN when somebody else is there.
bool LockShard(int fd, off_t shard, off_t shards) {
  if (!Lock(fd, F_RDLCK, shards, 1) || !Lock(fd, F_WRLCK, kParts + shard, 1)) return false;
  errno = EAGAIN;
  return IsFree(fd, 0, shards) && IsFree(fd, shards + 1, kParts - shards - 1);
}

Error Refused(const std::string& path) {
  if (errno != EAGAIN && errno != EACCES) {
    return Error{Say("无法加锁：", "cannot be locked: ") + SystemError(), path, 0, 0, ""};
  }
  return Error{Say("另一个运行正在写入", "another run is writing here"), path, 0, 0,
               Say("等它结束，或换一个 -o", "wait for it, or choose another -o")};
}

// The file may have been removed by the run before, between our opening and locking it.
bool IsStillThere(int fd, const std::string& path) {
  struct stat ours, current;
  return ::fstat(fd, &ours) == 0 && ::stat(path.c_str(), &current) == 0 && ours.st_ino == current.st_ino &&
         ours.st_dev == current.st_dev;
}

}  // namespace

Result<RunLock> RunLock::Take(const std::string& path, uint64_t shard, uint64_t shards) {
  RunLock lock;
  do {
    lock.fd_ = Descriptor(::open(path.c_str(), O_RDWR | O_CREAT | O_CLOEXEC, 0666));
    if (!lock.fd_.valid()) {
      return Error{Say("无法写入：", "cannot be written: ") + SystemError(), path, 0, 0, ""};
    }
    if (!LockShard(lock.fd_.get(), static_cast<off_t>(shard), static_cast<off_t>(shards))) {
      return Refused(path);
    }
  } while (!IsStillThere(lock.fd_.get(), path));
  lock.path_ = path;
  return lock;
}

// The last one to leave removes the file.
RunLock::~RunLock() {
  if (fd_.valid() && !path_.empty() && Lock(fd_.get(), F_WRLCK, 0, 0)) ::unlink(path_.c_str());
}

}  // namespace mingzhang
