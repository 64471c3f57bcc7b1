// Files as a batch needs them: read whole within a limit, written so that a reader never sees half.
#pragma once

#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>

#include "extractor/base/result.h"

namespace mingzhang {

// A file descriptor that closes itself.
class Descriptor {
 public:
  explicit Descriptor(int fd = -1) : fd_(fd) {}
  Descriptor(Descriptor&& other) noexcept : fd_(other.Release()) {}
  Descriptor& operator=(Descriptor&& other) noexcept;
  ~Descriptor();

  int get() const { return fd_; }
  bool valid() const { return fd_ >= 0; }
  int Release();

 private:
  int fd_;
};

// The system's words for the current errno.
std::string SystemError();

// The whole file; "-" is stdin. An Error for what is no readable file or longer than `limit`.
Result<std::string> ReadWhole(const std::string& path, uint64_t limit);

// All bytes, retrying what was written in part.
Status WriteAll(int fd, std::string_view bytes, const std::string& name);

// Writes a file under a temporary name in its folder and renames it: readers see the old file, the
// new file or none. The temporary name is fixed, so a run that was killed leaves nothing that the
// next one does not reuse.
class AtomicFile {
 public:
  explicit AtomicFile(std::string path) : path_(std::move(path)) {}
  AtomicFile(const AtomicFile&) = delete;
  AtomicFile& operator=(const AtomicFile&) = delete;
  ~AtomicFile();  // what was not committed is gone; errno stays

  Status Append(std::string_view bytes);
  // Gives the file its name, if there was no error. `durable` waits until the disk has it.
  Status Commit(bool durable);

 private:
  const std::string path_;
  std::string temporary_;  // empty before there is one, and once it has its name
  Descriptor fd_;
  Status status_;
};

// A file with these bytes.
Status WriteFileAtomically(const std::string& path, std::string_view bytes, bool durable);
// After that or MakeFolder failed: whether it is this name that cannot be, rather than the disk or
// its rights. Another file might do better.
bool NameWasRefused();
std::string TemporaryName(const std::string& path);
Status RenameFile(const std::string& from, const std::string& to);
// The same, and the disk knows.
Status RenameDurably(const std::string& from, const std::string& to);

// Creates the folder and those above it.
Status MakeFolder(const std::string& path);
// Waits until the disk has everything of the file system that holds `folder`.
void SyncFileSystem(const std::string& folder);

// Reads lines of a file or pipe with bounded memory.
class LineReader {
 public:
  // Lines longer than `limit` are given cut, with `too_long` set.
  LineReader(Descriptor fd, uint64_t limit) : fd_(std::move(fd)), limit_(limit) {}

  // False at the end. The line comes without its line end.
  bool Next(std::string* line, bool* too_long);
  // Whether the last line read ended with a line end: a torn last line does not.
  bool terminated() const { return terminated_; }
  uint64_t offset() const { return offset_; }  // of the byte after the last line read

 private:
  bool Fill();

  Descriptor fd_;
  uint64_t limit_;
  std::string buffer_;
  size_t position_ = 0;
  uint64_t offset_ = 0;
  bool terminated_ = false;
};

// Opens for reading; "-" is stdin.
Result<Descriptor> OpenForReading(const std::string& path);

}  // namespace mingzhang
