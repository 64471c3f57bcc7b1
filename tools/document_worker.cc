#include "tools/document_worker.h"

#include <filesystem>

#include <unistd.h>

#include "extractor/base/digest.h"
#include "tools/program.h"
#include "tools/record.h"

namespace mingzhang {
namespace {

Error Empty(const std::string& name) { return Error{Say("是空的", "is empty"), name, 0, 0, ""}; }

}  // namespace

std::string BaseNameOf(const std::string& path) {
  return path == "-" ? "stdin" : std::filesystem::path(path).filename().string();
}

Result<std::unique_ptr<Document>> ReadDocument(const Pipeline& pipeline, const std::string& path, uint64_t max_bytes) {
  const auto bytes = ReadWhole(path, max_bytes);
  if (!bytes.ok()) return bytes.error();
  if (bytes->empty()) return Empty(path);
  auto document = pipeline.Run(BaseNameOf(path), *bytes);
  if (document.ok()) return document;
  Error error = document.error();
  error.file = path;
  return error;
}

void CountExtraction(const Extraction& extraction, ManifestEntry* entry) {
  entry->facts = extraction.facts.size();
  for (const Finding& finding : extraction.findings) ++entry->findings[static_cast<size_t>(finding.severity)];
  entry->numerals = static_cast<uint64_t>(extraction.coverage.total());
  const auto unexplained = static_cast<size_t>(NumeralClass::kUnexplained);
  entry->unexplained = static_cast<uint64_t>(extraction.coverage.count[unexplained]);
}

std::optional<Severity> WorstFinding(const ManifestEntry& entry) {
  for (const Severity severity : {Severity::kError, Severity::kWarning, Severity::kNote}) {
    if (entry.findings[static_cast<size_t>(severity)] > 0) return severity;
  }
  return std::nullopt;
}

Status WriteResultFile(const BatchOptions& options, const ManifestEntry& entry, std::string_view json) {
  const std::string path = options.output + "/" + entry.output;
  if (!WriteFileAtomically(path, json, options.durable)) return std::nullopt;
  // Most often the folder is not there yet: the first document in it makes it.
  if (Status status = MakeFolder(std::filesystem::path(path).parent_path().string())) return status;
  return WriteFileAtomically(path, json, options.durable);
}

DocumentWorker::DocumentWorker(const Grammar& grammar, const Pipeline& pipeline, const BatchOptions& options,
                               const RunSettings& settings, const ResumeStore* resume)
    : grammar_(grammar), pipeline_(pipeline), options_(options), settings_key_(settings.Key()), resume_(resume) {}

Outcome DocumentWorker::Process(InputItem item) const {
  Outcome outcome;
  outcome.entry.index = item.index;
  outcome.entry.name = item.name;
  std::string bytes, document_name;
  if (!Read(&item, &bytes, &document_name, &outcome)) return outcome;
  outcome.entry.bytes = bytes.size();
  if (bytes.empty()) {
    outcome.error = Empty(outcome.entry.name);
    return outcome;
  }
  outcome.entry.sha256 = Sha256Hex(bytes);
  if (Reuse(&outcome)) return outcome;
  Extract(document_name, bytes, &outcome);
  if (!outcome.error) Write(&outcome);
  else RemoveEarlierResult(outcome.entry);
  return outcome;
}

void DocumentWorker::ReadRecord(InputItem* item, std::string* bytes, std::string* name, Outcome* outcome) const {
  auto record = ParseRecord(item->record);
  if (!record.ok()) {
    item->error = record.error();
    return;
  }
  outcome->entry.name = *name = record->id;
  item->output = SafeRelativePath(record->id);
  *bytes = std::move(record->bytes);
  if (bytes->size() > options_.input.max_bytes) {
    item->error = Error{Say("超过大小上限", "is over the size limit"), "", 0, 0, "--max-bytes"};
  }
}

bool DocumentWorker::Read(InputItem* item, std::string* bytes, std::string* document_name, Outcome* outcome) const {
  if (!item->error && options_.input.records) {
    ReadRecord(item, bytes, document_name, outcome);
  } else if (!item->error) {
    auto content = ReadWhole(item->path, options_.input.max_bytes);
    if (!content.ok()) item->error = content.error();
    else *bytes = std::move(content).value();
    *document_name = BaseNameOf(item->path);
  }
  const bool has_file = options_.destination == Destination::kFolder && !item->output.empty();
  if (has_file) outcome->entry.output = item->output + ".json";
  outcome->error = item->error;
  if (outcome->error && outcome->error->file.empty()) outcome->error->file = item->name;
  return !outcome->error;
}

bool DocumentWorker::Reuse(Outcome* outcome) const {
  if (resume_ == nullptr) return false;
  const auto earlier = resume_->Find(outcome->entry, settings_key_, &outcome->json);
  if (!earlier) return false;
  const uint64_t index = outcome->entry.index;
  outcome->entry = *earlier;
  outcome->entry.index = index;
  outcome->reused = true;
  return true;
}

void DocumentWorker::Extract(const std::string& document_name, const std::string& bytes, Outcome* outcome) const {
  const auto document = pipeline_.Run(document_name, bytes);
  if (!document.ok()) {
    outcome->error = document.error();
    outcome->error->file = outcome->entry.name;
    return;
  }
  outcome->json.reserve(bytes.size() * 8);
  WriteJson(**document, grammar_, options_.json, &outcome->json);
  if (options_.destination == Destination::kFolder) outcome->json.push_back('\n');
  CountExtraction((*document)->extraction, &outcome->entry);
  outcome->entry.ok = true;
  if (options_.destination != Destination::kStandardOutput) outcome->entry.output_sha256 = Sha256Hex(outcome->json);
}

// A result of other content must not pass for this one's.
void DocumentWorker::RemoveEarlierResult(const ManifestEntry& entry) const {
  if (!entry.output.empty() && !options_.input.records) ::unlink((options_.output + "/" + entry.output).c_str());
}

// Two records may have one id, so their files are written in order, by the thread that sees all.
void DocumentWorker::Write(Outcome* outcome) const {
  if (options_.destination != Destination::kFolder || options_.input.records) return;
  outcome->error = WriteResultFile(options_, outcome->entry, outcome->json);
  outcome->out_of_reach = outcome->error.has_value();
  outcome->json.clear();
}

}  // namespace mingzhang
