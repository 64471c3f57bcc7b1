// One document of a batch: read, extract, write. Called from many threads at once.
#pragma once

#include <memory>
#include <optional>
#include <string>

#include "extractor/base/digest.h"
#include "extractor/pipeline.h"
#include "tools/batch_options.h"
#include "tools/file_io.h"
#include "tools/input_source.h"
#include "tools/manifest.h"
#include "tools/resume.h"

namespace mingzhang {

// The bytes of one input, and what its extraction calls it: the base name of a file, a record's id.
struct LoadedInput {
  std::string document_name, bytes;
};

// Reads what `item` names; an input without bytes is an error. Gives a record its id as name.
Result<LoadedInput> LoadInput(const InputOptions& options, InputItem* item);

// A result too large to be kept, on the way into its file.
class LargeResult {
 public:
  // Makes the folder when it is missing.
  explicit LargeResult(const std::string& path);

  // Takes the bytes away.
  void Append(std::string* json);
  std::string Sha256OfAll() { return digest_.Hex(); }
  Status Commit(bool durable);  // leaves errno as the first error did

 private:
  AtomicFile file_;
  Sha256 digest_;
  Status status_;
  int why_ = 0;
};

// What became of one input.
struct Outcome {
  ManifestEntry entry;
  std::string json;             // the result, unless it is already in its file
  std::unique_ptr<LargeResult> large;  // or is on its way there
  std::optional<Error> error;   // why this document failed
  bool reused = false;          // an earlier run had done it
  bool out_of_reach = false;    // the result could not be written: not the document's fault, ends the run

  size_t weight() const { return json.size(); }
};

class DocumentWorker {
 public:
  // All arguments must outlive this object; `resume` may be null.
  DocumentWorker(const Grammar& grammar, const Pipeline& pipeline, const BatchOptions& options,
                 const RunSettings& settings, const ResumeStore* resume);

  Outcome Process(InputItem item) const;

 private:
  bool Read(InputItem* item, LoadedInput* input, Outcome* outcome) const;
  bool Reuse(const LoadedInput& input, Outcome* outcome) const;
  void Extract(const LoadedInput& input, Outcome* outcome) const;
  JsonOptions JsonFor(Outcome* outcome) const;
  void Write(Outcome* outcome) const;

  const Grammar& grammar_;
  const Pipeline& pipeline_;
  const BatchOptions& options_;
  const std::string settings_key_;
  const ResumeStore* resume_;
};

// Reads one file and runs the pipeline over it. The document is called by the base name of `path`.
Result<std::unique_ptr<Document>> ReadDocument(const Pipeline& pipeline, const std::string& path, uint64_t max_bytes);
std::string BaseNameOf(const std::string& path);

// Writes the result where its entry says, and makes the folder when it is missing. What goes wrong
// becomes the outcome's error.
void WriteResultFile(const BatchOptions& options, Outcome* outcome);
// A result of other content must not pass for that of an input that failed.
void RemoveEarlierResult(const BatchOptions& options, const ManifestEntry& entry);

// The greatest severity among what was found; nothing when nothing was.
std::optional<Severity> WorstFinding(const ManifestEntry& entry);
void CountExtraction(const Extraction& extraction, ManifestEntry* entry);

}  // namespace mingzhang
