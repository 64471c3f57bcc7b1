#include "tools/manifest.h"

#include <algorithm>
#include <charconv>

#include <nlohmann/json.hpp>
#include <unistd.h>

#include "extractor/facts/model.h"
#include "extractor/base/digest.h"
#include "extractor/output/json_writer.h"

namespace mingzhang {
namespace {

using nlohmann::json;

void WriteCounts(const ManifestEntry& entry, JsonWriter* writer) {
  writer->Member("facts", entry.facts);
  writer->Key("findings");
  writer->BeginObject();
  for (const Severity severity : {Severity::kError, Severity::kWarning, Severity::kNote}) {
    writer->Member(SeverityName(severity), entry.findings[static_cast<size_t>(severity)]);
  }
  writer->EndObject();
  writer->Member("numerals", entry.numerals);
  writer->Member("unexplained", entry.unexplained);
}

uint64_t Count(const json& object, std::string_view key) {
  const auto found = object.find(key);
  return found != object.end() && found->is_number_unsigned() ? found->get<uint64_t>() : 0;
}

std::string Text(const json& object, std::string_view key) {
  const auto found = object.find(key);
  return found != object.end() && found->is_string() ? found->get<std::string>() : std::string();
}

// The line at `offset`, without its end.
std::string LineAt(int fd, uint64_t offset) {
  std::string line;
  std::array<char, 4096> buffer;
  while (true) {
    const ssize_t got = ::pread(fd, buffer.data(), buffer.size(), static_cast<off_t>(offset + line.size()));
    if (got <= 0) return line;
    const std::string_view part(buffer.data(), static_cast<size_t>(got));
    const size_t end = part.find('\n');
    line.append(part.substr(0, end));
    if (end != std::string_view::npos) return line;
  }
}

// The first 16 digits of a SHA-256 as a number; 0 for what is none.
uint64_t HeadOf(std::string_view sha256) {
  uint64_t head = 0;
  const std::string_view digits = sha256.substr(0, 16);
  std::from_chars(digits.data(), digits.data() + digits.size(), head, 16);
  return head;
}

constexpr uint64_t kLongestLine = uint64_t{1} << 40;

// Calls `add(line, offset)` for every whole line of the file, which need not be there.
template <typename Add>
Result<Descriptor> ForEachLine(const std::string& path, const Add& add) {
  if (::access(path.c_str(), F_OK) != 0) return Descriptor();
  auto fd = OpenForReading(path);
  if (!fd.ok()) return fd.error();
  auto again = OpenForReading(path);
  if (!again.ok()) return again.error();
  LineReader reader(std::move(fd).value(), kLongestLine);
  std::string line;
  bool too_long;
  for (uint64_t offset = 0; reader.Next(&line, &too_long); offset = reader.offset()) {
    if (reader.terminated()) add(line, offset);
  }
  return std::move(again).value();
}

}  // namespace

std::string RunSettings::Key() const { return Sha256Hex(version + '\n' + grammar + '\n' + options).substr(0, 16); }

void AppendManifestLine(const ManifestEntry& entry, const RunSettings& settings, std::string* out) {
  JsonWriter writer(out);
  writer.BeginObject();
  writer.Member("index", entry.index);
  writer.Member("name", entry.name);
  writer.TextOrNull("sha256", entry.sha256);
  writer.Member("bytes", entry.bytes);
  writer.Member("status", entry.ok ? "ok" : "failed");
  writer.TextOrNull("output", entry.output);
  writer.TextOrNull("output_sha256", entry.output_sha256);
  WriteCounts(entry, &writer);
  writer.Member("version", settings.version);
  writer.Member("grammar", settings.grammar);
  writer.Member("settings", settings.Key());
  writer.TextOrNull("shard", settings.shard);
  writer.EndObject();
  out->push_back('\n');
}

std::optional<ManifestEntry> ParseManifestLine(std::string_view line) {
  const json object = json::parse(line, nullptr, /*allow_exceptions=*/false);
  if (!object.is_object() || !object.contains("name") || !object.contains("status")) return std::nullopt;
  ManifestEntry entry;
  entry.index = Count(object, "index");
  entry.name = Text(object, "name");
  entry.sha256 = Text(object, "sha256");
  entry.bytes = Count(object, "bytes");
  entry.ok = Text(object, "status") == "ok";
  entry.output = Text(object, "output");
  entry.output_sha256 = Text(object, "output_sha256");
  entry.facts = Count(object, "facts");
  entry.numerals = Count(object, "numerals");
  entry.unexplained = Count(object, "unexplained");
  entry.settings = Text(object, "settings");
  const json findings = object.value("findings", json::object());
  for (const Severity severity : {Severity::kError, Severity::kWarning, Severity::kNote}) {
    entry.findings[static_cast<size_t>(severity)] = Count(findings, SeverityName(severity));
  }
  return entry;
}

Result<ManifestIndex> ManifestIndex::Load(const std::string& path) {
  ManifestIndex index;
  auto fd = ForEachLine(path, [&](const std::string& line, uint64_t offset) {
    if (const auto entry = ParseManifestLine(line)) index.places_.push_back({StableHash(entry->name), offset});
  });
  if (!fd.ok()) return fd.error();
  index.fd_ = std::move(fd).value();
  std::sort(index.places_.begin(), index.places_.end());
  return index;
}

std::optional<ManifestEntry> ManifestIndex::ReadAt(uint64_t offset) const {
  return ParseManifestLine(LineAt(fd_.get(), offset));
}

std::optional<ManifestEntry> ManifestIndex::Find(std::string_view name) const {
  const uint64_t hash = StableHash(name);
  const auto after = std::upper_bound(places_.begin(), places_.end(), Place{hash, UINT64_MAX});
  for (auto place = after; place != places_.begin() && (--place)->hash == hash;) {  // the last line wins
    auto entry = ReadAt(place->offset);
    if (entry && entry->name == name) return entry;
  }
  return std::nullopt;
}

Result<LineIndex> LineIndex::Load(const std::string& path) {
  LineIndex index;
  auto fd = ForEachLine(path, [&](const std::string& line, uint64_t offset) {
    index.places_.push_back({HeadOf(Sha256Hex(line)), offset});
  });
  if (!fd.ok()) return fd.error();
  index.fd_ = std::move(fd).value();
  std::sort(index.places_.begin(), index.places_.end());
  return index;
}

std::optional<std::string> LineIndex::Find(std::string_view sha256) const {
  const uint64_t hash = HeadOf(sha256);
  for (auto place = std::lower_bound(places_.begin(), places_.end(), Place{hash, 0});
       place != places_.end() && place->hash == hash; ++place) {
    std::string line = LineAt(fd_.get(), place->offset);
    if (Sha256Hex(line) == sha256) return line;
  }
  return std::nullopt;
}

uint64_t StableHash(std::string_view text) {
  uint64_t hash = 0xCBF29CE484222325u;
  for (const char byte : text) hash = (hash ^ static_cast<unsigned char>(byte)) * 0x100000001B3u;
  return hash;
}

}  // namespace mingzhang
