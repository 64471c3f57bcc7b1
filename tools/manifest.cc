#include "tools/manifest.h"

#include <charconv>
#include <utility>
#include <vector>

#include <nlohmann/json.hpp>
#include <unistd.h>

#include "extractor/model/model.h"
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

uint64_t HashOfInput(std::string_view name, std::string_view sha256) {
  return StableHash(name) ^ HeadOf(sha256);
}

// Notes where each whole line of the file begins, under the hash that `hash(line)` gives it, if any.
// The file need not be there.
template <typename Hash>
Status LoadPlaces(const std::string& path, Descriptor* fd, std::unique_ptr<PlaceTable>* places, const Hash& hash) {
  auto table = PlaceTable::Create();
  if (!table.ok()) return table.error();
  *places = std::move(table).value();
  if (::access(path.c_str(), F_OK) != 0) return std::nullopt;
  auto opened = OpenForReading(path), again = OpenForReading(path);
  if (!opened.ok()) return opened.error();
  if (!again.ok()) return again.error();
  *fd = std::move(again).value();
  LineReader reader(std::move(opened).value(), kLongestLine);
  std::string line;
  bool too_long;
  for (uint64_t offset = 0; reader.Next(&line, &too_long); offset = reader.offset()) {
    const std::optional<uint64_t> key = reader.terminated() ? hash(line) : std::nullopt;
    if (!key) continue;
    if (Status status = (*places)->Add(*key, offset)) return status;
  }
  return (*places)->Seal();
}

}  // namespace

std::string RunSettings::Key() const { return Sha256Hex(version + '\n' + grammar + '\n' + options).substr(0, 16); }

void AppendManifestLine(const ManifestEntry& entry, const RunSettings& settings, std::string* out) {
  JsonWriter writer(out);
  writer.BeginObject();
  writer.Member("index", entry.index);
  writer.Member("name", entry.name);
  writer.StringOrNull("sha256", entry.sha256);
  writer.Member("bytes", entry.bytes);
  writer.Member("status", entry.ok ? "ok" : "failed");
  writer.StringOrNull("output", entry.output);
  writer.StringOrNull("output_sha256", entry.output_sha256);
  WriteCounts(entry, &writer);
  writer.Member("version", settings.version);
  writer.Member("grammar", settings.grammar);
  writer.Member("settings", settings.Key());
  writer.StringOrNull("shard", settings.shard);
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
  entry.shard = Text(object, "shard");
  const json findings = object.value("findings", json::object());
  for (const Severity severity : {Severity::kError, Severity::kWarning, Severity::kNote}) {
    entry.findings[static_cast<size_t>(severity)] = Count(findings, SeverityName(severity));
  }
  return entry;
}

std::string WithoutShard(const ManifestEntry& entry, std::string line) {
  const std::string end = "\"" + entry.shard + "\"}";
  if (!entry.shard.empty() && line.ends_with(end)) line.replace(line.size() - end.size(), end.size(), "null}");
  return line;
}

Result<ManifestIndex> ManifestIndex::Load(const std::string& path) {
  ManifestIndex index;
  if (Status status = LoadPlaces(path, &index.fd_, &index.places_, [](const std::string& line) {
        const auto entry = ParseManifestLine(line);
        return entry && entry->ok ? std::optional(HashOfInput(entry->name, entry->sha256)) : std::nullopt;
      })) {
    return *status;
  }
  return index;
}

std::optional<ManifestEntry> ManifestIndex::Find(std::string_view name, std::string_view sha256) const {
  const std::vector<uint64_t> places = places_->Find(HashOfInput(name, sha256));
  for (auto place = places.rbegin(); place != places.rend(); ++place) {
    auto entry = ParseManifestLine(LineAt(fd_.get(), *place));
    if (entry && entry->ok && entry->sha256 == sha256 && entry->name == name) return entry;
  }
  return std::nullopt;
}

Result<LineIndex> LineIndex::Load(const std::string& path) {
  LineIndex index;
  if (Status status = LoadPlaces(path, &index.fd_, &index.places_,
                                 [](const std::string& line) { return std::optional(HeadOf(Sha256Hex(line))); })) {
    return *status;
  }
  return index;
}

std::optional<std::string> LineIndex::Find(std::string_view sha256) const {
  for (const uint64_t place : places_->Find(HeadOf(sha256))) {
    std::string line = LineAt(fd_.get(), place);
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
