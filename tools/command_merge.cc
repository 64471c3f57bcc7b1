// mingzhang merge: the outputs of all shards as one, in input order, with nothing missing.
#include <filesystem>
#include <memory>

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

// One shard's manifest, read line by line, with its result stream when it has one.
struct Part {
  std::string name;
  LineReader manifest;
  std::optional<LineReader> stream;
  std::string line;                    // the manifest line that is next
  std::optional<ManifestEntry> entry;  // the same, read; nothing at the end

  void Advance() {
    bool too_long;
    entry.reset();
    while (!entry && manifest.Next(&line, &too_long)) entry = ParseManifestLine(line);
  }
};

class Merge {
 public:
  explicit Merge(std::string output) : output_(std::move(output)) {}

  Status AddPart(const std::string& manifest, const std::string& stream) {
    auto fd = OpenForReading(manifest);
    if (!fd.ok()) return fd.error();
    Part part{manifest, LineReader(std::move(fd).value(), UINT64_MAX), std::nullopt, "", std::nullopt};
    if (!stream.empty()) {
      auto results = OpenForReading(stream);
      if (!results.ok()) return results.error();
      part.stream.emplace(std::move(results).value(), UINT64_MAX);
    }
    part.Advance();
    parts_.push_back(std::move(part));
    return std::nullopt;
  }

  // Writes the merged manifest to `manifest` and, for streams, the merged results to the output.
  Status Run(const std::string& manifest, const std::string& stream) {
    Descriptor results, entries;
    if (Status status = Open(TemporaryName(manifest), &entries)) return status;
    if (!stream.empty()) {
      if (Status status = Open(TemporaryName(stream), &results)) return status;
    }
    for (uint64_t index = 0; Part* part = PartWith(index); ++index) {
      if (Status status = CopyOne(*part, results, entries)) return status;
      part->Advance();
    }
    if (const Part* left = AnyLeft()) return Gap(*left);
    if (!stream.empty()) {
      if (Status status = RenameFile(TemporaryName(stream), stream)) return status;
    }
    return RenameFile(TemporaryName(manifest), manifest);
  }

  uint64_t documents() const { return documents_; }

 private:
  Status Open(const std::string& path, Descriptor* fd) const {
    *fd = Descriptor(::open(path.c_str(), O_WRONLY | O_CREAT | O_TRUNC | O_CLOEXEC, 0666));
    if (fd->valid()) return std::nullopt;
    return Error{Say("无法写入：", "cannot be written: ") + SystemError(), path, 0, 0, ""};
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
    std::string message = fmt::format("input {} is in no part; the next one is {}", documents_, left.entry->index);
    return Error{std::move(message), left.name, 0, 0,
                 Say("需要全部分片，且都已完成", "all shards are needed, each of them complete")};
  }

  Status CopyOne(Part& part, const Descriptor& results, const Descriptor& entries) {
    ++documents_;
    if (part.stream && part.entry->ok) {
      bool too_long;
      std::string line;
      if (!part.stream->Next(&line, &too_long) || Sha256Hex(line) != part.entry->output_sha256) {
        return Error{Say("结果与清单不符：", "the result is not what the manifest says: ") + part.entry->name, part.name,
                     0, 0, Say("用 --resume 重做该分片", "run that shard again with --resume")};
      }
      line.push_back('\n');
      if (Status status = WriteAll(results.get(), line, output_)) return status;
    }
    return WriteAll(entries.get(), part.line + "\n", output_);
  }

  std::string output_;
  std::vector<Part> parts_;
  uint64_t documents_ = 0;
};

bool IsShardManifest(const std::string& name) { return name.starts_with("manifest-") && name.ends_with(".jsonl"); }

// All shards have written into one folder: only their manifests are merged.
int MergeFolder(const std::string& folder) {
  Merge merge(folder);
  std::vector<std::string> manifests;
  std::error_code error;
  for (fs::directory_iterator file(folder, error), end; !error && file != end; file.increment(error)) {
    if (IsShardManifest(file->path().filename().string())) manifests.push_back(file->path().string());
  }
  std::sort(manifests.begin(), manifests.end());
  Status status;
  if (manifests.empty()) {
    status = Error{Say("没有分片的清单", "no manifests of shards here"), folder, 0, 0, "extract --shard i/n"};
  }
  for (const std::string& manifest : manifests) {
    if (!status) status = merge.AddPart(manifest, "");
  }
  if (!status) status = merge.Run(folder + "/manifest.jsonl", "");
  if (status) Complain(*status);
  return status ? kTrouble : kFine;
}

int MergeStreams(const Flags& flags) {
  if (flags.output.empty()) {
    Complain("merge", Say("需要 -o FILE.jsonl", "needs -o FILE.jsonl"));
    return kTrouble;
  }
  Merge merge(flags.output);
  Status status;
  for (const std::string& part : flags.parts) {
    if (!status) status = merge.AddPart(part + ".manifest.jsonl", part);
  }
  if (!status) status = merge.Run(flags.output + ".manifest.jsonl", flags.output);
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
