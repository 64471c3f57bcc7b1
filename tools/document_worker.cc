#include "tools/document_worker.h"

#include <algorithm>
#include <atomic>
#include <cerrno>
#include <filesystem>

#include <unistd.h>

#include "extractor/base/digest.h"
#include "tools/file_name.h"
#include "tools/program.h"
#include "tools/record.h"

namespace mingzhang {
namespace {

Error Empty(const std::string& name) { return Error{Say("是空的", "is empty"), name, 0, 0, ""}; }

Result<LoadedInput> LoadRecord(const InputOptions& options, InputItem* item) {
  std::string id;
  auto record = ParseRecord(item->record, &id);
  if (!id.empty()) {
    item->name = id;
    item->output = ResultPathOfId(id);
  }
  const auto at_its_line = [item](Error error) {
    error.file = item->path == "-" ? "stdin" : ShownName(item->path);
    error.line = item->line;
    return error;
  };
  if (!record.ok()) return at_its_line(record.error());
  if (record->bytes.empty()) return at_its_line(Empty(""));
  if (record->bytes.size() > options.max_bytes) {
    return at_its_line(Error{Say("超过大小上限", "is over the size limit"), "", 0, 0, "--max-bytes"});
  }
  return LoadedInput{std::move(record->id), std::move(record->bytes)};
}

// {"id":"…","text":"…"}: records, and no text. An extraction begins like one.
bool LooksLikeRecords(const std::string& path, std::string_view bytes) {
  constexpr size_t kHead = 4096;
  const std::string_view head = bytes.substr(0, kHead), line = head.substr(0, head.find('\n'));
  if (!line.starts_with('{') || line.find("\"schema_version\"") != std::string_view::npos) return false;
  return path.ends_with(".jsonl") || line.find("\"text\"") != std::string_view::npos;
}

// Said of the first such file only: where there is one, there are many.
void WarnOfRecords(const InputItem& item, std::string_view bytes) {
  static std::atomic<bool> said = false;
  if (!LooksLikeRecords(item.path, bytes) || said.exchange(true)) return;
  Complain(item.path == "-" ? "stdin" : item.name, Say("像是JSON Lines，却按一份文本读取", "looks like JSON Lines and is read as one text"),
           Say("每行一份文件请用 --input-format jsonl", "for one document a line: --input-format jsonl"));
}

}  // namespace

std::string BaseNameOf(const std::string& path) {
  return path == "-" ? "stdin" : std::filesystem::path(path).filename().string();
}

Result<LoadedInput> LoadInput(const InputOptions& options, InputItem* item) {
  if (item->error) return *item->error;
  if (options.records) return LoadRecord(options, item);
  auto bytes = ReadWhole(item->path, options.max_bytes);
  if (!bytes.ok()) return bytes.error();
  if (bytes->empty()) return Empty(item->path);
  WarnOfRecords(*item, *bytes);
  return LoadedInput{BaseNameOf(item->path), std::move(bytes).value()};
}

Result<std::unique_ptr<Document>> ReadDocument(const Pipeline& pipeline, const std::string& path, uint64_t max_bytes) {
  InputOptions options;
  options.max_bytes = max_bytes;
  InputItem item;
  item.name = item.path = path;
  const auto input = LoadInput(options, &item);
  if (!input.ok()) return input.error();
  auto document = pipeline.Run(input->document_name, input->bytes);
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

LargeResult::LargeResult(const std::string& path) : file_(path), status_(MakeFolder(path.substr(0, path.rfind('/')))), why_(errno) {}

void LargeResult::Append(std::string* json) {
  if (!status_) {
    status_ = file_.Append(*json);
    why_ = errno;
  }
  digest_.Update(*json);
  json->clear();
}

Status LargeResult::Commit(bool durable) {
  if (!status_) return file_.Commit(durable);
  errno = why_;
  return status_;
}

void WriteResultFile(const BatchOptions& options, Outcome* outcome) {
  const std::string path = options.output + "/" + outcome->entry.output;
  outcome->error = outcome->large ? outcome->large->Commit(options.durable) : WriteFileAtomically(path, outcome->json, options.durable);
  if (outcome->error && errno == ENOENT && !outcome->large) {  // the first document in its folder makes it
    outcome->error = MakeFolder(path.substr(0, path.rfind('/')));
    if (!outcome->error) outcome->error = WriteFileAtomically(path, outcome->json, options.durable);
  }
  if (!outcome->error) return;
  outcome->out_of_reach = !NameWasRefused();
  outcome->entry.ok = false;
}

void RemoveEarlierResult(const BatchOptions& options, const ManifestEntry& entry) {
  if (!entry.output.empty()) ::unlink((options.output + "/" + entry.output).c_str());
}

DocumentWorker::DocumentWorker(const Grammar& grammar, const Pipeline& pipeline, const BatchOptions& options,
                               const RunSettings& settings, const ResumeStore* resume)
    : grammar_(grammar), pipeline_(pipeline), options_(options), settings_key_(settings.Key()), resume_(resume) {}

Outcome DocumentWorker::Process(InputItem item) const {
  Outcome outcome;
  outcome.entry.index = item.index;
  LoadedInput input;
  if (Read(&item, &input, &outcome)) {
    if (Reuse(input, &outcome)) return outcome;
    Extract(input, &outcome);
  }
  // Two records may have one id, so their files are written in order, by the thread that sees all.
  if (options_.destination != Destination::kFolder || options_.input.records) return outcome;
  if (!outcome.error) Write(&outcome);
  else if (!item.error) RemoveEarlierResult(options_, outcome.entry);
  return outcome;
}

bool DocumentWorker::Read(InputItem* item, LoadedInput* input, Outcome* outcome) const {
  auto loaded = LoadInput(options_.input, item);
  outcome->entry.name = std::move(item->name);
  const bool has_file = options_.destination == Destination::kFolder && !item->output.empty();
  if (has_file) outcome->entry.output = item->output + ".json";
  if (!loaded.ok()) {
    outcome->error = loaded.error();
    return false;
  }
  *input = std::move(loaded).value();
  outcome->entry.bytes = input->bytes.size();
  return true;
}

bool DocumentWorker::Reuse(const LoadedInput& input, Outcome* outcome) const {
  if (resume_ == nullptr) return false;
  outcome->entry.sha256 = Sha256Hex(input.bytes);
  const auto earlier = resume_->Find(outcome->entry, settings_key_, &outcome->json);
  if (!earlier) return false;
  const uint64_t index = outcome->entry.index;
  outcome->entry = *earlier;
  outcome->entry.index = index;
  outcome->reused = true;
  return true;
}

// Files of a folder are written by their worker, so a large one need not be kept until it is whole.
JsonOptions DocumentWorker::JsonFor(Outcome* outcome) const {
  JsonOptions json = options_.json;
  if (options_.destination != Destination::kFolder || options_.input.records) return json;
  json.drain = [this, outcome](std::string* written) {
    if (!outcome->large) outcome->large = std::make_unique<LargeResult>(options_.output + "/" + outcome->entry.output);
    outcome->large->Append(written);
  };
  return json;
}

void DocumentWorker::Extract(const LoadedInput& input, Outcome* outcome) const {
  constexpr size_t kExpected = 4 << 20;
  const auto document = pipeline_.Run(input.document_name, input.bytes);
  outcome->json.reserve(std::min(input.bytes.size() * 8, kExpected));
  const bool ready = document.ok() && WriteJson(**document, grammar_, JsonFor(outcome), &outcome->json);
  if (!ready) {
    outcome->json.clear();
    outcome->large.reset();
    outcome->error = document.ok() ? pipeline_.OutOfTime() : document.error();
    outcome->error->file = outcome->entry.name;
    outcome->entry.sha256 = Sha256Hex(input.bytes);
    return;
  }
  if (options_.destination == Destination::kFolder) outcome->json.push_back('\n');
  CountExtraction((*document)->extraction, &outcome->entry);
  outcome->entry.ok = true;
  outcome->entry.sha256 = (*document)->sha256;
  if (outcome->large) {
    outcome->large->Append(&outcome->json);
    outcome->entry.output_sha256 = outcome->large->Sha256OfAll();
  } else if (options_.destination != Destination::kStandardOutput) {
    outcome->entry.output_sha256 = Sha256Hex(outcome->json);
  }
}

void DocumentWorker::Write(Outcome* outcome) const {
  WriteResultFile(options_, outcome);
  outcome->json = {};
  outcome->large.reset();
}

}  // namespace mingzhang
