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

// Creates `path` empty.
Result<Descriptor> OpenForWriting(const std::string& path) {
  Descriptor fd(::open(path.c_str(), O_RDWR | O_CREAT | O_TRUNC | O_CLOEXEC, 0666));
  if (!fd.valid()) return Unwritable(path);
  return fd;
}

Status WritePending(const Descriptor& fd, std::string* pending, const std::string& name) {
  if (pending->empty()) return std::nullopt;
  Status status = WriteAll(fd.get(), *pending, name);
  pending->clear();
  return status;
}

void AppendFailureLine(const Outcome& outcome, std::string* out) {
  const Error& error = *outcome.error;
  JsonWriter json(out);
  json.BeginObject();
  json.Member("index", outcome.entry.index);
  json.Member("name", outcome.entry.name);
  json.TextOrNull("sha256", outcome.entry.sha256);
  json.Key("error");
  json.BeginObject();
  json.Member("message", error.message);
  json.TextOrNull("hint", error.hint);
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

Result<std::unique_ptr<BatchOutput>> BatchOutput::Open(const BatchOptions& options, const RunSettings& settings) {
  std::unique_ptr<BatchOutput> output(new BatchOutput(options, settings));
  output->NamePaths();
  if (Status status = output->OpenFiles()) return *status;
  return output;
}

void BatchOutput::NamePaths() {
  if (options_.destination == Destination::kFolder) {
    paths_.manifest = options_.output + "/" + NameOfShard("manifest", options_);
    paths_.failures = options_.output + "/" + NameOfShard("failures", options_);
  } else if (options_.destination == Destination::kFile) {
    paths_.manifest = options_.output + ".manifest.jsonl";
    paths_.failures = options_.output + ".failures.jsonl";
    paths_.stream = options_.output;
    paths_.partial_stream = TemporaryName(options_.output);
    paths_.gathered_stream = paths_.partial_stream + ".old";
  }
  if (!paths_.manifest.empty()) paths_.gathered_manifest = TemporaryName(paths_.manifest) + ".old";
}

Status BatchOutput::OpenFiles() {
  if (options_.destination == Destination::kStandardOutput) {
    stream_ = Descriptor(STDOUT_FILENO);
    return std::nullopt;
  }
  if (options_.destination == Destination::kFolder) {
    if (Status status = MakeFolder(options_.output)) return status;
  }
  if (Status status = LockManifest()) return status;
  if (options_.resume) {
    if (Status status = PrepareResume()) return status;
  } else {
    ForgetEarlierRuns();
    if (::ftruncate(manifest_.get(), 0) != 0) return Unwritable(paths_.manifest);
  }
  ::unlink(paths_.failures.c_str());  // failed documents are tried again in every run
  if (paths_.stream.empty()) return std::nullopt;
  auto stream = OpenForWriting(paths_.partial_stream);
  if (!stream.ok()) return stream.error();
  stream_ = std::move(stream).value();
  return std::nullopt;
}

// Two runs that write the same results would tear each other's manifest.
Status BatchOutput::LockManifest() {
  manifest_ = Descriptor(::open(paths_.manifest.c_str(), O_WRONLY | O_CREAT | O_APPEND | O_CLOEXEC, 0666));
  if (!manifest_.valid()) return Unwritable(paths_.manifest);
  if (::flock(manifest_.get(), LOCK_EX | LOCK_NB) == 0) return std::nullopt;
  return Error{Say("另一个运行正在写入", "another run is writing here"), paths_.manifest, 0, 0,
               Say("等它结束，或换一个 -o", "wait for it, or choose another -o")};
}

Status BatchOutput::PrepareResume() {
  if (Status status = Gather(paths_.manifest, paths_.gathered_manifest)) return status;
  std::vector<std::string> streams;
  if (!paths_.stream.empty()) {
    if (Status status = Gather(paths_.partial_stream, paths_.gathered_stream)) return status;
    streams = {paths_.gathered_stream, paths_.stream};
  }
  auto store = ResumeStore::Load(paths_.gathered_manifest, streams, paths_.stream.empty() ? options_.output : "");
  if (!store.ok()) return store.error();
  resume_ = std::move(store).value();
  return std::nullopt;
}

void BatchOutput::ForgetEarlierRuns() const {
  ::unlink(paths_.gathered_manifest.c_str());
  if (!paths_.gathered_stream.empty()) ::unlink(paths_.gathered_stream.c_str());
}

Status BatchOutput::Add(Outcome& outcome) {
  if (outcome.out_of_reach) return outcome.error;
  if (!outcome.error) {
    if (Status status = AddResult(outcome)) return status;
  }
  if (outcome.error) {
    outcome.entry.output.clear();
    AddFailure(outcome);
  }
  if (manifest_.valid()) AppendManifestLine(outcome.entry, settings_, &pending_manifest_);
  return std::nullopt;
}

Status BatchOutput::AddResult(Outcome& outcome) {
  if (options_.destination != Destination::kFolder) {
    pending_stream_.append(outcome.json).push_back('\n');
    return std::nullopt;
  }
  if (!options_.input.records) return std::nullopt;
  if (!record_files_.insert(StableHash(outcome.entry.output)).second) {
    outcome.error = Error{Say("前面已有同一 id 的记录", "an earlier record has the same id"), outcome.entry.name, 0, 0, ""};
    outcome.entry.ok = false;
    return std::nullopt;
  }
  return outcome.reused ? std::nullopt : WriteResultFile(options_, outcome.entry, outcome.json);
}

// A record beside the results; on stderr a line for people, or the record when nobody watches and
// there is no place beside.
void BatchOutput::AddFailure(const Outcome& outcome) {
  const bool beside = !paths_.failures.empty();
  if (!beside && ::isatty(STDERR_FILENO) == 0) {
    std::string line;
    AppendFailureLine(outcome, &line);
    (void)WriteAll(STDERR_FILENO, line, "stderr");
    return;
  }
  if (beside) AppendFailureLine(outcome, &pending_failures_);
  if (++failures_said_ <= kFailuresSaid) Complain(*outcome.error);
  else if (failures_said_ == kFailuresSaid + 1) Complain("", Say("更多失败见 ", "more failures in ") + paths_.failures);
}

Status BatchOutput::Flush() {
  if (Status status = WritePending(stream_, &pending_stream_, options_.output)) return status;
  if (!pending_failures_.empty() && !failures_.valid()) {
    auto failures = OpenForWriting(paths_.failures);
    if (!failures.ok()) return failures.error();
    failures_ = std::move(failures).value();
  }
  if (Status status = WritePending(failures_, &pending_failures_, paths_.failures)) return status;
  // Last, because it vouches for the rest.
  if (options_.durable && stream_.valid()) ::fdatasync(stream_.get());
  return WritePending(manifest_, &pending_manifest_, paths_.manifest);
}

Status BatchOutput::Finish() {
  if (Status status = Flush()) return status;
  if (options_.destination == Destination::kStandardOutput) return std::nullopt;
  if (!paths_.stream.empty()) {
    if (::fsync(stream_.get()) != 0) return Unwritable(paths_.stream);
    if (Status status = RenameFile(paths_.partial_stream, paths_.stream)) return status;
  } else {
    SyncFileSystem(options_.output);
  }
  if (::fsync(manifest_.get()) != 0) return Unwritable(paths_.manifest);
  ForgetEarlierRuns();
  return std::nullopt;
}

}  // namespace mingzhang
