#include "tools/resume.h"

#include <cerrno>

#include <fcntl.h>
#include <unistd.h>

#include "extractor/base/digest.h"
#include "tools/program.h"

namespace mingzhang {
namespace {

Error Unwritable(const std::string& path) {
  return Error{Say("无法写入：", "cannot be written: ") + SystemError(), path, 0, 0, ""};
}

Status CopyBytes(int from, int to, const std::string& name) {
  std::string buffer(1 << 18, '\0');
  while (true) {
    const ssize_t got = ::read(from, buffer.data(), buffer.size());
    if (got < 0 && errno == EINTR) continue;
    if (got <= 0) return std::nullopt;
    if (Status status = WriteAll(to, std::string_view(buffer).substr(0, static_cast<size_t>(got)), name)) return status;
  }
}

}  // namespace

Result<ResumeStore> ResumeStore::Load(const std::string& manifest, const std::vector<std::string>& streams,
                                      const std::string& folder) {
  ResumeStore store;
  store.folder_ = folder;
  auto index = ManifestIndex::Load(manifest);
  if (!index.ok()) return index.error();
  store.manifest_ = std::move(index).value();
  for (const std::string& stream : streams) {
    auto lines = LineIndex::Load(stream);
    if (!lines.ok()) return lines.error();
    store.streams_.push_back(std::move(lines).value());
  }
  return store;
}

std::optional<ManifestEntry> ResumeStore::Find(const ManifestEntry& now, const std::string& settings,
                                               std::string* json) const {
  const auto entry = manifest_.Find(now.name, now.sha256);
  if (!entry || entry->settings != settings || entry->output != now.output || !ResultIsWhole(*entry, json)) return std::nullopt;
  return entry;
}

bool ResumeStore::ResultIsWhole(const ManifestEntry& entry, std::string* json) const {
  if (!folder_.empty()) {
    const auto bytes = ReadWhole(folder_ + "/" + entry.output, UINT64_MAX);
    return bytes.ok() && Sha256Hex(*bytes) == entry.output_sha256;
  }
  for (const LineIndex& stream : streams_) {
    if (auto line = stream.Find(entry.output_sha256)) {
      *json = std::move(*line);
      return true;
    }
  }
  return false;
}

Status Gather(const std::string& path, const std::string& gathered) {
  if (::access(gathered.c_str(), F_OK) != 0) {
    return ::rename(path.c_str(), gathered.c_str()) == 0 || errno == ENOENT ? std::nullopt : Status(Unwritable(path));
  }
  const Descriptor from(::open(path.c_str(), O_RDONLY | O_CLOEXEC));
  if (!from.valid()) return errno == ENOENT ? std::nullopt : Status(Unwritable(path));
  const Descriptor to(::open(gathered.c_str(), O_WRONLY | O_APPEND | O_CLOEXEC));
  if (!to.valid()) return Unwritable(gathered);
  // A line end first: what is there may end in the middle of a line.
  if (Status status = WriteAll(to.get(), "\n", gathered)) return status;
  if (Status status = CopyBytes(from.get(), to.get(), gathered)) return status;
  if (::unlink(path.c_str()) != 0) return Unwritable(path);
  return std::nullopt;
}

}  // namespace mingzhang
