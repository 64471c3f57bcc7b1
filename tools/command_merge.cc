// mingzhang merge: the outputs of all shards as one, in input order, with nothing missing.
#include <filesystem>
#include <memory>
#include <set>

#include <CLI/CLI.hpp>
#include <fmt/format.h>
#include <fcntl.h>
#include <unistd.h>

#include "extractor/base/digest.h"
#include "tools/file_io.h"
#include "tools/manifest.h"
#include "tools/program.h"

namespace mingzhang {
namespace {

namespace fs = std::filesystem;

struct Flags {
  std::vector<std::string> parts;
  std::string output;
};

// One shard's manifest, read line by line, with its failure records, and its results when they are a
// stream.
struct Part {
  std::string name;
  LineReader manifest;
  std::optional<LineReader> failures, stream;
  std::string line;                    // the manifest line that is next
  std::optional<ManifestEntry> entry;  // the same, read; nothing at the end

  void Advance() {
    bool too_long;
    entry.reset();
    while (!entry && manifest.Next(&line, &too_long)) entry = ParseManifestLine(line);
  }
};

Result<LineReader> Lines(const std::string& path) {
  auto fd = OpenForReading(path);
  if (!fd.ok()) return fd.error();
  return LineReader(std::move(fd).value(), UINT64_MAX);
}

// A merged file that gets its name when it is complete.
class MergedFile {
 public:
  explicit MergedFile(std::string path) : path_(std::move(path)) {}

  Status Append(std::string line) {
    pending_.append(line).push_back('\n');
    return pending_.size() < kBuffered ? std::nullopt : Write();
  }

  Status Write() {
    if (!fd_.valid()) fd_ = Descriptor(::open(TemporaryName(path_).c_str(), O_WRONLY | O_CREAT | O_TRUNC | O_CLOEXEC, 0666));
    if (!fd_.valid()) return Unwritable();
    Status status = WriteAll(fd_.get(), pending_, path_);
    pending_.clear();
    return status;
  }

  Status Complete() {
    if (Status status = Write()) return status;
    if (::fsync(fd_.get()) != 0) return Unwritable();
    return RenameDurably(TemporaryName(path_), path_);
  }

  bool empty() const { return !fd_.valid() && pending_.empty(); }
  const std::string& path() const { return path_; }

 private:
  static constexpr size_t kBuffered = 1 << 18;

  Error Unwritable() const { return Error{Say("无法写入：", "cannot be written: ") + SystemError(), path_, 0, 0, ""}; }

  std::string path_, pending_;
  Descriptor fd_;
};

class Merge {
 public:
  // `stream` is empty when the results are in a folder, where they are already.
  Merge(const std::string& manifest, const std::string& failures, const std::string& stream)
      : manifest_(manifest), failures_(failures), stream_(stream) {}

  // Without a manifest a part is not complete.
  Status AddPart(const std::string& manifest, const std::string& failures, const std::string& stream) {
    auto entries = Lines(manifest);
    if (!entries.ok()) {
      Error error = entries.error();
      error.hint = Say("该分片尚未完成：用 --resume 继续", "that shard is not complete: run it again with --resume");
      return error;
    }
    Part part{manifest, std::move(entries).value(), std::nullopt, std::nullopt, "", std::nullopt};
    if (auto lines = Lines(failures); lines.ok()) part.failures.emplace(std::move(lines).value());
    if (!stream.empty()) {
      auto results = Lines(stream);
      if (!results.ok()) return results.error();
      part.stream.emplace(std::move(results).value());
    }
    part.Advance();
    parts_.push_back(std::move(part));
    return std::nullopt;
  }

  Status Run() {
    if (Status status = CheckParts()) return status;
    for (uint64_t index = 0; Part* part = PartWith(index); ++index) {
      if (Status status = CopyOne(*part)) return status;
      part->Advance();
    }
    if (const Part* left = AnyLeft()) return Gap(*left);
    if (!stream_.path().empty()) {
      if (Status status = stream_.Complete()) return status;
    }
    ::unlink(failures_.path().c_str());
    if (!failures_.empty()) {
      if (Status status = failures_.Complete()) return status;
    }
    return manifest_.Complete();
  }

 private:
  // All parts of one run: each names itself "i/n" in every line. A part without lines names nothing,
  // and is believed to be the one that is missing.
  Status CheckParts() const {
    const Part* first = nullptr;
    std::set<std::string> shards;
    size_t unnamed = 0;
    for (const Part& part : parts_) {
      if (!part.entry) ++unnamed;
      if (!part.entry) continue;
      if (first == nullptr) first = &part;
      if (!shards.insert(part.entry->shard).second) return Trouble(part, Say("这一分片已经有了", "is a shard that is here already"));
      if (part.entry->settings != first->entry->settings || CountOf(*part.entry) != CountOf(*first->entry)) {
        return Trouble(part, Say("与其他分片不是同一次运行：版本、语法、选项或分片数不同",
                                 "is of another run than the others: version, grammar, options or number of shards differ"));
      }
    }
    if (first == nullptr || shards.size() + unnamed == CountOf(*first->entry)) return std::nullopt;
    return Trouble(*first, fmt::format(fmt::runtime(Say("共 {} 个分片，只有 {} 个", "is one of {} shards, and only {} are here")),
                                       CountOf(*first->entry), shards.size() + unnamed));
  }

  // How many shards there are, as one of them says.
  static size_t CountOf(const ManifestEntry& entry) {
    const size_t slash = entry.shard.find('/');
    return slash == std::string::npos ? 1 : std::strtoull(entry.shard.c_str() + slash + 1, nullptr, 10);
  }

  Status Trouble(const Part& part, std::string what) const {
    return Error{std::move(what), part.name, 0, 0, Say("需要全部分片，且都已完成", "all shards are needed, each of them complete")};
  }

  Part* PartWith(uint64_t index) {
    for (Part& part : parts_) {
      if (part.entry && part.entry->index == index) return &part;
    }
    return nullptr;
  }

  const Part* AnyLeft() const {
    for (const Part& part : parts_) {
      if (part.entry) return &part;
    }
    return nullptr;
  }

  Status Gap(const Part& left) const {
    return Trouble(left, fmt::format(fmt::runtime(Say("第 {} 份输入不在任何分片中，下一份是 {}",
                                                      "input {} is in no part; the next one is {}")),
                                     documents_, left.entry->index));
  }

  Status CopyOne(Part& part) {
    ++documents_;
    if (Status status = part.entry->ok ? CopyResult(part) : CopyFailure(part)) return status;
    return manifest_.Append(WithoutShard(*part.entry, part.line));
  }

  Status CopyResult(Part& part) {
    if (!part.stream) return std::nullopt;
    bool too_long;
    std::string line;
    if (part.stream->Next(&line, &too_long) && Sha256Hex(line) == part.entry->output_sha256) return stream_.Append(line);
    return Error{Say("结果与清单不符：", "the result is not what the manifest says: ") + part.entry->name, part.name, 0, 0,
                 Say("用 --resume 重做该分片", "run that shard again with --resume")};
  }

  // Failure records are in the order of the manifest.
  Status CopyFailure(Part& part) {
    bool too_long;
    std::string line;
    if (part.failures && part.failures->Next(&line, &too_long)) return failures_.Append(line);
    return std::nullopt;
  }

  MergedFile manifest_, failures_, stream_;
  std::vector<Part> parts_;
  uint64_t documents_ = 0;
};

// "manifest-2-of-4.jsonl": what follows "manifest" in it; empty for other names.
std::string ShardSuffix(const std::string& name) {
  return name.starts_with("manifest-") && name.ends_with(".jsonl") ? name.substr(8) : "";
}

// All shards have written into one folder: only their manifests and failure records are merged.
int MergeFolder(const std::string& folder) {
  Merge merge(folder + "/manifest.jsonl", folder + "/failures.jsonl", "");
  std::vector<std::string> suffixes;
  std::error_code error;
  for (fs::directory_iterator file(folder, error), end; !error && file != end; file.increment(error)) {
    const std::string suffix = ShardSuffix(file->path().filename().string());
    if (!suffix.empty()) suffixes.push_back(suffix);
  }
  std::sort(suffixes.begin(), suffixes.end());
  Status status;
  if (suffixes.empty()) {
    status = Error{Say("没有分片的清单", "no manifests of shards here"), folder, 0, 0, "extract --shard i/n"};
  }
  for (const std::string& suffix : suffixes) {
    if (!status) status = merge.AddPart(folder + "/manifest" + suffix, folder + "/failures" + suffix, "");
  }
  if (!status) status = merge.Run();
  if (status) Complain(*status);
  return status ? kTrouble : kFine;
}

int MergeStreams(const Flags& flags) {
  if (flags.output.empty()) {
    Complain("merge", Say("需要 -o FILE.jsonl", "needs -o FILE.jsonl"));
    return kTrouble;
  }
  Merge merge(flags.output + ".manifest.jsonl", flags.output + ".failures.jsonl", flags.output);
  Status status;
  for (const std::string& part : flags.parts) {
    if (!status) status = merge.AddPart(part + ".manifest.jsonl", part + ".failures.jsonl", part);
  }
  if (!status) status = merge.Run();
  if (status) Complain(*status);
  return status ? kTrouble : kFine;
}

int RunMerge(const Flags& flags) {
  std::error_code error;
  const bool folder = flags.parts.size() == 1 && fs::is_directory(flags.parts[0], error);
  return folder ? MergeFolder(flags.parts[0]) : MergeStreams(flags);
}

}  // namespace

void AddMerge(CLI::App& app, Program& program) {
  auto flags = std::make_shared<Flags>();
  CLI::App* command = app.add_subcommand("merge", Say("合并各分片的结果", "put the outputs of shards together"));
  command->add_option("PART", flags->parts, Say("各分片的 .jsonl，或共用的目录", "the shards' .jsonl, or their common folder"))
      ->required();
  command->add_option("-o,--output", flags->output, Say("合并后的 .jsonl", "the merged .jsonl"))->type_name("FILE");
  command->footer("mingzhang merge part-1.jsonl part-2.jsonl -o all.jsonl");
  command->callback([flags, &program] { program.command = [flags] { return RunMerge(*flags); }; });
}

}  // namespace mingzhang
