#include "tools/batch_output.h"

#include <algorithm>
#include <filesystem>

#include <fcntl.h>
#include <sys/file.h>
#include <unistd.h>

#include "extractor/output/json_writer.h"
#include "tools/program.h"

namespace mingzhang {
namespace {

constexpr uint64_t kFailuresSaid = 20;  // on stderr; all are in the failure records

Error Unwritable(const std::string& path) {
  return Error{Say("无法写入：", "cannot be written: ") + SystemError(), path, 0, 0, ""};
}

void AppendFailureLine(const Outcome& outcome, std::string* out) {
  const Error& error = *outcome.error;
  JsonWriter json(out);
  json.BeginObject();
  json.Member("index", outcome.entry.index);
  json.Member("name", outcome.entry.name);
  json.StringOrNull("sha256", outcome.entry.sha256);
  json.Key("error");
  json.BeginObject();
  json.Member("message", error.message);
  json.StringOrNull("hint", error.hint);
  json.StringOrNull("file", error.file);
  json.Member("line", error.line);
  json.Member("column", error.column);
  json.EndObject();
  json.EndObject();
  out->push_back('\n');
}

// "manifest.jsonl", or "manifest-2-of-4.jsonl" for a shard that shares the folder with others.
std::string NameOfShard(const std::string& stem, const BatchOptions& options) {
  if (options.shards == 1) return stem + ".jsonl";
  return stem + "-" + std::to_string(options.shard + 1) + "-of-" + std::to_string(options.shards) + ".jsonl";
}

}  // namespace

void BatchOutput::GrowingFile::NameAfter(const std::string& name) {
  path = name;
  partial = TemporaryName(name);
  gathered = partial + ".old";
}

Status BatchOutput::GrowingFile::Create() {
  fd = Descriptor(::open(partial.c_str(), O_WRONLY | O_CREAT | O_TRUNC | O_APPEND | O_CLOEXEC, 0666));
  return fd.valid() ? std::nullopt : Status(Unwritable(path));
}

Status BatchOutput::GrowingFile::Write() {
  if (pending.empty()) return std::nullopt;
  Status status = WriteAll(fd.get(), pending, path.empty() ? "stdout" : path);
  pending.clear();
  return status;
}

// Copying a result takes about as long as writing it.
Status BatchOutput::GrowingFile::Put(const std::string& text) {
  constexpr size_t kWorthWriting = 16 << 10;
  if (text.size() < kWorthWriting) {
    pending += text;
    return std::nullopt;
  }
  if (Status status = Write()) return status;
  return WriteAll(fd.get(), text, path.empty() ? "stdout" : path);
}

Status BatchOutput::GrowingFile::Sync() {
  return !fd.valid() || ::fdatasync(fd.get()) == 0 ? std::nullopt : Status(Unwritable(path));
}

void BatchOutput::GrowingFile::Forget() const {
  if (!gathered.empty()) ::unlink(gathered.c_str());
}

Result<std::unique_ptr<BatchOutput>> BatchOutput::Open(const BatchOptions& options, const RunSettings& settings) {
  std::unique_ptr<BatchOutput> output(new BatchOutput(options, settings));
  if (options.destination == Destination::kStandardOutput) {
    output->stream_.fd = Descriptor(STDOUT_FILENO);
    return output;
  }
  Status status = output->TakePlace();
  if (!status) status = output->OpenFiles();
  if (status) return *status;
  return output;
}

// Two runs that write the same results would tear each other's manifest.
Status BatchOutput::TakePlace() {
  const bool folder = options_.destination == Destination::kFolder;
  if (folder) {
    manifest_.NameAfter(options_.output + "/" + NameOfShard("manifest", options_));
    failures_.NameAfter(options_.output + "/" + NameOfShard("failures", options_));
    if (Status status = MakeFolder(options_.output)) return status;
  } else {
    manifest_.NameAfter(options_.output + ".manifest.jsonl");
    failures_.NameAfter(options_.output + ".failures.jsonl");
    stream_.NameAfter(options_.output);
  }
  auto lock = folder ? RunLock::Take(options_.output + "/.lock", options_.shard, options_.shards)
                     : RunLock::Take(stream_.partial + ".lock", 0, 1);
  if (!lock.ok()) return lock.error();
  lock_ = std::move(lock).value();
  return std::nullopt;
}

// From here to Finish there is no manifest under its own name: where one is, the results are complete.
Status BatchOutput::OpenFiles() {
  if (options_.resume) {
    if (Status status = PrepareResume()) return status;
  } else {
    ForgetEarlierRuns();
    ::unlink(manifest_.path.c_str());
  }
  ::unlink(failures_.path.c_str());  // failed documents are tried again in every run
  ::unlink(failures_.partial.c_str());
  if (Status status = manifest_.Create()) return status;
  return stream_.path.empty() ? std::nullopt : stream_.Create();
}

Status BatchOutput::PrepareResume() {
  for (const std::string& manifest : {manifest_.path, manifest_.partial}) {
    if (Status status = Gather(manifest, manifest_.gathered)) return status;
  }
  std::vector<std::string> streams;
  if (!stream_.path.empty()) {
    if (Status status = Gather(stream_.partial, stream_.gathered)) return status;
    streams = {stream_.gathered, stream_.path};
  }
  auto store = ResumeStore::Load(manifest_.gathered, streams, stream_.path.empty() ? options_.output : "");
  if (!store.ok()) return store.error();
  resume_ = std::move(store).value();
  return std::nullopt;
}

void BatchOutput::ForgetEarlierRuns() {
  manifest_.Forget();
  stream_.Forget();
}

Status BatchOutput::Add(Outcome& outcome) {
  if (options_.destination != Destination::kFolder) {
    if (!outcome.error) outcome.json.push_back('\n');
    if (Status status = outcome.error ? std::nullopt : stream_.Put(outcome.json)) return status;
  } else if (options_.input.records && !outcome.entry.output.empty()) {
    if (Status status = AddRecordFile(outcome)) return status;
  }
  if (outcome.out_of_reach) return outcome.error;
  if (outcome.error) {
    const ManifestEntry& entry = outcome.entry;
    outcome.entry = ManifestEntry{.index = entry.index, .name = entry.name, .sha256 = entry.sha256, .bytes = entry.bytes};
    AddFailure(outcome);
  }
  if (manifest_.fd.valid()) AppendManifestLine(outcome.entry, settings_, &manifest_.pending);
  return std::nullopt;
}

Status BatchOutput::AddRecordFile(Outcome& outcome) {
  if (!record_files_) {
    auto table = NameTable::Create();
    if (!table.ok()) return table.error();
    record_files_ = std::move(table).value();
  }
  bool is_new;
  if (Status status = record_files_->Add(outcome.entry.output, &is_new)) return status;
  if (!is_new) {
    outcome.error = Error{Say("前面已有同一 id 的记录", "an earlier record has the same id"), outcome.entry.name, 0, 0, ""};
    outcome.entry.ok = false;
  } else if (outcome.error) {
    RemoveEarlierResult(options_, outcome.entry);
  } else if (!outcome.reused) {
    WriteResultFile(options_, &outcome);
  }
  return std::nullopt;
}

// A record beside the results. Without such a place it goes to stderr, as a line for people where
// somebody watches; a filter answers with it, so that whoever asked does not wait for ever.
void BatchOutput::AddFailure(const Outcome& outcome) {
  if (options_.flush && failures_.path.empty()) {
    AppendFailureLine(outcome, &stream_.pending);
    return;
  }
  if (failures_.path.empty() && ::isatty(STDERR_FILENO) == 0) {
    std::string line;
    AppendFailureLine(outcome, &line);
    (void)WriteAll(STDERR_FILENO, line, "stderr");
    return;
  }
  if (!failures_.path.empty()) AppendFailureLine(outcome, &failures_.pending);
  if (++failures_said_ <= kFailuresSaid || failures_.path.empty()) Complain(*outcome.error);
  else if (failures_said_ == kFailuresSaid + 1) Complain("", Say("更多失败见 ", "more failures in ") + failures_.path);
}

Status BatchOutput::Flush() {
  if (Status status = stream_.Write()) return status;
  if (!failures_.pending.empty()) {
    Status status = failures_.fd.valid() ? std::nullopt : failures_.Create();
    if (!status) status = failures_.Write();
    if (status) return status;
  }
  if (options_.durable && !stream_.path.empty()) {
    if (Status status = stream_.Sync()) return status;
  }
  // Last, because it vouches for the rest.
  if (Status status = manifest_.Write()) return status;
  return options_.durable ? manifest_.Sync() : std::nullopt;
}

Status BatchOutput::Complete(GrowingFile& file) {
  if (!file.fd.valid() || file.path.empty()) return std::nullopt;
  if (Status status = file.Sync()) return status;
  return RenameDurably(file.partial, file.path);
}

// One wait for the disk for all results; then the names, the manifest's last.
Status BatchOutput::Finish() {
  if (Status status = Flush()) return status;
  if (options_.destination == Destination::kStandardOutput) return std::nullopt;
  if (stream_.path.empty()) SyncFileSystem(options_.output);
  for (GrowingFile* file : {&stream_, &failures_, &manifest_}) {
    if (Status status = Complete(*file)) return status;
  }
  ForgetEarlierRuns();
  return std::nullopt;
}

}  // namespace mingzhang
