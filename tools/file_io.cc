#include "tools/file_io.h"

#include <algorithm>
#include <cerrno>
#include <cstring>
#include <filesystem>

#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>

#include "extractor/base/digest.h"
#include "tools/file_name.h"
#include "tools/interrupt.h"
#include "tools/program.h"

namespace mingzhang {
namespace {

namespace fs = std::filesystem;

constexpr size_t kChunk = 1 << 18;

Error FileError(const std::string& path, std::string message, std::string hint = "") {
  Error error;
  error.message = std::move(message);
  error.file = path;
  error.hint = std::move(hint);
  return error;
}

Error TooLong(const std::string& path, uint64_t limit) {
  return FileError(ShownName(path), Say("超过大小上限 ", "is larger than ") + std::to_string(limit) + Say(" 字节", " bytes"),
                   Say("用 --max-bytes 提高上限", "raise --max-bytes"));
}

// Reads at most kChunk bytes to the end of `out`; 0 at the end, -1 on trouble.
ssize_t ReadMore(int fd, size_t wanted, std::string* out) {
  const size_t before = out->size();
  out->resize(before + wanted);
  ssize_t got;
  do got = ::read(fd, out->data() + before, wanted);
  while (got < 0 && errno == EINTR);
  out->resize(before + static_cast<size_t>(std::max<ssize_t>(got, 0)));
  return got;
}

// No name in a folder is longer, on any file system in use.
constexpr size_t kLongestName = 255;

size_t NameBegin(const std::string& path) { return path.rfind('/') + 1; }

std::string FolderOf(const std::string& path) {
  const size_t begin = NameBegin(path);
  return begin == 0 ? "." : path.substr(0, begin);
}

Status SyncFolder(const std::string& folder) {
  const Descriptor fd(::open(folder.c_str(), O_RDONLY | O_DIRECTORY | O_CLOEXEC));
  if (!fd.valid() || ::fsync(fd.get()) != 0) return FileError(folder, SystemError());
  return std::nullopt;
}

}  // namespace

Descriptor& Descriptor::operator=(Descriptor&& other) noexcept {
  std::swap(fd_, other.fd_);
  return *this;
}

Descriptor::~Descriptor() {
  if (fd_ > STDERR_FILENO) ::close(fd_);
}

int Descriptor::Release() {
  const int fd = fd_;
  fd_ = -1;
  return fd;
}

std::string SystemError() { return std::strerror(errno); }

namespace {

// Opens for reading and says what was opened.
Result<Descriptor> Open(const std::string& path, struct stat* status) {
  Descriptor fd(path == "-" ? STDIN_FILENO : ::open(path.c_str(), O_RDONLY | O_CLOEXEC));
  if (!fd.valid() || ::fstat(fd.get(), status) != 0) {
    return FileError(ShownName(path), Say("无法读取：", "cannot be read: ") + SystemError());
  }
  if (S_ISDIR(status->st_mode)) return FileError(ShownName(path), Say("是目录，不是文件", "is a folder, not a file"));
  return fd;
}

}  // namespace

Result<Descriptor> OpenForReading(const std::string& path) {
  struct stat status;
  return Open(path, &status);
}

Result<std::string> ReadWhole(const std::string& path, uint64_t limit) {
  struct stat status;
  auto fd = Open(path, &status);
  if (!fd.ok()) return fd.error();
  const uint64_t size = S_ISREG(status.st_mode) ? static_cast<uint64_t>(status.st_size) : 0;
  if (size > limit) return TooLong(path, limit);
  std::string bytes;
  // One byte more than expected, so that the end shows in the same read.
  size_t wanted = size > 0 ? size + 1 : kChunk;
  while (size > 0 || AwaitInput(fd->get())) {
    const ssize_t got = ReadMore(fd->get(), wanted, &bytes);
    if (got < 0) return FileError(ShownName(path), Say("无法读取：", "cannot be read: ") + SystemError());
    if (got == 0 || (size > 0 && bytes.size() == size)) return bytes;
    if (bytes.size() > limit) return TooLong(path, limit);
    wanted = kChunk;  // it grew meanwhile
  }
  return FileError(path, Say("已中断", "was interrupted"));
}

Status WriteAll(int fd, std::string_view bytes, const std::string& name) {
  while (!bytes.empty()) {
    const ssize_t written = ::write(fd, bytes.data(), bytes.size());
    if (written < 0 && errno == EINTR) continue;
    if (written < 0) return FileError(name, Say("无法写入：", "cannot be written: ") + SystemError());
    bytes.remove_prefix(static_cast<size_t>(written));
  }
  return std::nullopt;
}

std::string TemporaryName(const std::string& path) {
  static constexpr std::string_view kSuffix = ".partial";
  const size_t begin = NameBegin(path);
  std::string name = path.substr(begin);
  if (name.size() + kSuffix.size() + 1 > kLongestName) name = Sha256Hex(name);
  return path.substr(0, begin).append(".").append(name).append(kSuffix);
}

Status RenameFile(const std::string& from, const std::string& to) {
  if (::rename(from.c_str(), to.c_str()) == 0) return std::nullopt;
  return FileError(to, Say("无法写入：", "cannot be written: ") + SystemError());
}

AtomicFile::~AtomicFile() {
  if (temporary_.empty()) return;
  const int why = errno;
  ::unlink(temporary_.c_str());
  errno = why;
}

Status AtomicFile::Append(std::string_view bytes) {
  if (status_) return status_;
  if (!fd_.valid()) {
    std::string name = TemporaryName(path_);
    fd_ = Descriptor(::open(name.c_str(), O_WRONLY | O_CREAT | O_TRUNC | O_CLOEXEC, 0666));
    if (!fd_.valid()) return status_ = FileError(path_, Say("无法写入：", "cannot be written: ") + SystemError());
    temporary_ = std::move(name);
  }
  return status_ = WriteAll(fd_.get(), bytes, path_);
}

Status AtomicFile::Commit(bool durable) {
  if (!status_ && durable && ::fsync(fd_.get()) != 0) status_ = FileError(path_, SystemError());
  if (!status_) status_ = RenameFile(temporary_, path_);
  if (status_) return status_;
  temporary_.clear();
  return durable ? SyncFolder(FolderOf(path_)) : std::nullopt;
}

Status WriteFileAtomically(const std::string& path, std::string_view bytes, bool durable) {
  AtomicFile file(path);
  if (Status status = file.Append(bytes)) return status;
  return file.Commit(durable);
}

bool NameWasRefused() {
  switch (errno) {
    case ENAMETOOLONG: case ENOTDIR: case EISDIR: case EEXIST: case ENOTEMPTY: case ELOOP: case EILSEQ: case EINVAL: return true;
    default: return false;
  }
}

Status MakeFolder(const std::string& path) {
  std::error_code error;
  fs::create_directories(path, error);
  if (!error) return std::nullopt;
  errno = error.value();
  return FileError(path, Say("无法建立目录：", "cannot be made a folder: ") + error.message());
}

Status RenameDurably(const std::string& from, const std::string& to) {
  if (Status status = RenameFile(from, to)) return status;
  return SyncFolder(FolderOf(to));
}

void SyncFileSystem(const std::string& folder) {
  const Descriptor fd(::open(folder.c_str(), O_RDONLY | O_DIRECTORY | O_CLOEXEC));
  if (fd.valid()) ::syncfs(fd.get());
}

bool LineReader::Fill() {
  if (position_ > 0) {
    buffer_.erase(0, position_);
    position_ = 0;
  }
  return AwaitInput(fd_.get()) && ReadMore(fd_.get(), kChunk, &buffer_) > 0;
}

bool LineReader::Next(std::string* line, bool* too_long) {
  line->clear();
  *too_long = false;
  terminated_ = false;
  uint64_t length = 0;
  while (true) {
    const std::string_view rest = std::string_view(buffer_).substr(position_);
    const size_t end = rest.find('\n');
    const std::string_view part = rest.substr(0, end);
    length += part.size();
    line->append(part.substr(0, limit_ > line->size() ? limit_ - line->size() : 0));
    *too_long = length > limit_;
    terminated_ = end != std::string_view::npos;
    position_ += part.size() + (terminated_ ? 1 : 0);
    if (terminated_ || !Fill()) break;
  }
  offset_ += length + (terminated_ ? 1 : 0);
  if (line->ends_with('\r')) line->pop_back();
  return terminated_ || length > 0;
}

}  // namespace mingzhang
