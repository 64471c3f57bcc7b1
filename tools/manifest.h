// The record of a batch: one JSON line per document, in input order. What --resume trusts.
#pragma once

#include <array>
#include <cstdint>
#include <memory>
#include <optional>
#include <string>
#include <string_view>

#include "extractor/base/result.h"
#include "tools/file_io.h"
#include "tools/spill_table.h"

namespace mingzhang {

// One document of a run.
struct ManifestEntry {
  uint64_t index = 0;          // of the input, from 0, over all shards
  std::string name;            // of the input
  std::string sha256;          // of its bytes; empty when they could not be read
  uint64_t bytes = 0;
  bool ok = false;
  std::string output;          // file below the result folder; empty in a stream
  std::string output_sha256;   // of the file, or of the line without its end
  uint64_t facts = 0;
  std::array<uint64_t, 3> findings = {};  // by Severity
  uint64_t numerals = 0, unexplained = 0;
  std::string settings;        // RunSettings of the run that made it
  std::string shard;           // of that run: "2/4"; empty when there was one
};

// What besides the bytes decides the output: version, grammar and options.
struct RunSettings {
  std::string version, grammar, options, shard;
  std::string Key() const;     // 16 hexadecimal digits; equal keys, equal outputs
};

// One line, with its end.
void AppendManifestLine(const ManifestEntry& entry, const RunSettings& settings, std::string* out);
// Nothing for a line that is torn or not a manifest's.
std::optional<ManifestEntry> ParseManifestLine(std::string_view line);
// The same line as a run without shards writes it.
std::string WithoutShard(const ManifestEntry& entry, std::string line);

// Finds what a manifest on disk says of an input. Memory does not grow with its length. Safe to use
// from several threads.
class ManifestIndex {
 public:
  // A manifest that is not there has no entries.
  static Result<ManifestIndex> Load(const std::string& path);
  // The last finished entry for an input of this name and content.
  std::optional<ManifestEntry> Find(std::string_view name, std::string_view sha256) const;

 private:
  Descriptor fd_;
  std::unique_ptr<PlaceTable> places_;
};

// Finds lines of an earlier result stream by the hash of their content, in the same way.
class LineIndex {
 public:
  static Result<LineIndex> Load(const std::string& path);
  std::optional<std::string> Find(std::string_view sha256) const;

 private:
  Descriptor fd_;
  std::unique_ptr<PlaceTable> places_;
};

// A hash that is the same on every machine (FNV-1a): it decides shards.
uint64_t StableHash(std::string_view text);

}  // namespace mingzhang
