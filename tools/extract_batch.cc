#include "tools/extract_batch.h"

#include <csignal>
#include <vector>

#include <unistd.h>

#include "extractor/output/version.h"
#include "tools/batch_output.h"
#include "tools/document_worker.h"
#include "tools/interrupt.h"
#include "tools/ordered_pool.h"
#include "tools/progress.h"
#include "tools/program.h"
#include "tools/record.h"

namespace mingzhang {
namespace {

// What one thread takes at a time: enough that handing over costs nothing, little enough that the
// work stays even.
constexpr size_t kDocumentsPerTask = 8;
constexpr size_t kBytesPerTask = 1 << 16;

RunSettings SettingsOf(const Grammar& grammar, const BatchOptions& options) {
  RunSettings settings;
  settings.version = kVersion;
  settings.grammar = grammar.sha256();
  settings.options = std::string(options.json.all_spans ? "all-spans " : "") + (options.json.pretty ? "pretty" : "");
  settings.shard = options.ShardName();
  return settings;
}

bool IsWatched(const BatchOptions& options) { return !options.quiet && ::isatty(STDERR_FILENO) == 1; }

struct Task {
  std::vector<InputItem> items;
  size_t bytes = 0;         // of the documents
  size_t kept_bytes = 0;    // of the records: files are read by the worker
  size_t weight() const { return kept_bytes; }
};

struct Outcomes {
  std::vector<Outcome> list;
  size_t bytes = 0;
  size_t weight() const { return bytes; }
};

class Batch {
 public:
  Batch(const Grammar& grammar, const BatchOptions& options)
      : options_(options),
        settings_(SettingsOf(grammar, options)),
        pipeline_(grammar, options.pipeline),
        grammar_(grammar),
        source_(options.input),
        expected_(IsWatched(options) ? ExpectedDocuments() : 0),
        progress_(IsWatched(options), expected_) {}

  int Run();

 private:
  uint64_t ExpectedDocuments() const;
  bool IsMine(const InputItem& item) const;
  bool MayRepeat() const;
  Status RefuseRepeated(InputItem* item);
  std::optional<InputItem> NextItem();
  std::optional<Task> NextTask();
  Outcomes Work(const DocumentWorker& worker, Task task) const;
  void Take(Outcomes outcomes);
  void Count(const Outcome& outcome);
  Progress::Way WayGone() const;
  bool Stopped() const { return Interrupted() != 0 || trouble_.has_value(); }
  int End();

  const BatchOptions& options_;
  const RunSettings settings_;
  const Pipeline pipeline_;
  const Grammar& grammar_;
  InputSource source_;
  const uint64_t expected_;   // documents; 0 when unknown
  Progress progress_;
  std::unique_ptr<BatchOutput> output_;
  std::unique_ptr<NameTable> result_files_;  // only where two inputs may want the same
  BatchTotals totals_;
  Status trouble_;         // ends the run
  bool found_ = false;     // a finding at or above --fail-on
};

// Counting means walking the folders twice, so it is done only where somebody watches.
uint64_t Batch::ExpectedDocuments() const {
  if (options_.input.records) return 0;
  for (const std::string& input : options_.input.inputs) {
    if (input == "-" || input == "@-") return 0;
  }
  InputSource source(options_.input);
  uint64_t count = 0;
  while (const auto item = source.Next()) count += IsMine(*item) ? 1 : 0;
  return count;
}

Progress::Way Batch::WayGone() const {
  if (!options_.input.records) return {totals_.documents, expected_};
  return {source_.bytes_read(), source_.BytesOfRecords()};
}

// Files keep their shard when others come or go. Records are dealt out one by one, but into a folder
// by their id, so that the shard that has one sees whether it comes again.
bool Batch::IsMine(const InputItem& item) const {
  if (options_.shards == 1) return true;
  uint64_t number = item.index;
  if (!options_.input.records) {
    number = StableHash(item.name);
  } else if (options_.destination == Destination::kFolder && !item.error) {
    if (const auto id = IdOfRecord(item.record)) number = StableHash(*id);
  }
  return number % options_.shards == options_.shard;
}

bool Batch::MayRepeat() const {
  return options_.destination == Destination::kFolder && !options_.input.records && source_.may_repeat();
}

// Which of two inputs comes first does not depend on the shards, so all of them look at all inputs.
Status Batch::RefuseRepeated(InputItem* item) {
  if (item->error || item->output.empty()) return std::nullopt;
  if (!result_files_) {
    auto table = NameTable::Create();
    if (!table.ok()) return table.error();
    result_files_ = std::move(table).value();
  }
  bool is_new;
  if (Status status = result_files_->Add(item->output, &is_new)) return status;
  if (!is_new) {
    item->error = Error{Say("与前面的输入写入同一文件", "would write the same file as an earlier input"), item->name, 0, 0,
                        Say("分别提取，或给出它们的上级目录", "extract them apart, or name the folder above them")};
  }
  return std::nullopt;
}

std::optional<InputItem> Batch::NextItem() {
  while (auto item = source_.Next()) {
    if (MayRepeat()) trouble_ = RefuseRepeated(&*item);
    if (Stopped()) return std::nullopt;
    if (IsMine(*item)) return item;
  }
  return std::nullopt;
}

std::optional<Task> Batch::NextTask() {
  Task task;
  const size_t most = options_.flush ? 1 : kDocumentsPerTask;
  while (!Stopped() && task.items.size() < most && task.bytes < kBytesPerTask) {
    auto item = NextItem();
    if (!item || Interrupted() != 0) break;  // the signal may have cut a record short
    task.bytes += item->bytes + 64;
    task.kept_bytes += item->record.size();
    task.items.push_back(*std::move(item));
  }
  if (task.items.empty()) return std::nullopt;
  return task;
}

// After a signal what has not been begun is left for --resume.
Outcomes Batch::Work(const DocumentWorker& worker, Task task) const {
  Outcomes outcomes;
  outcomes.list.reserve(task.items.size());
  for (InputItem& item : task.items) {
    if (Interrupted() != 0) break;
    outcomes.list.push_back(worker.Process(std::move(item)));
    outcomes.bytes += outcomes.list.back().weight();
  }
  return outcomes;
}

void Batch::Take(Outcomes outcomes) {
  for (Outcome& outcome : outcomes.list) {
    if (trouble_) return;
    if (outcome.error) progress_.Clear();
    trouble_ = output_->Add(outcome);
    if (trouble_) (void)output_->Flush();  // as much as there is still room for
    else Count(outcome);
  }
  if (!trouble_) trouble_ = output_->Flush();
  progress_.Update(totals_, WayGone());
}

void Batch::Count(const Outcome& outcome) {
  const ManifestEntry& entry = outcome.entry;
  ++totals_.documents;
  totals_.reused += outcome.reused ? 1 : 0;
  totals_.failed += outcome.error ? 1 : 0;
  totals_.bytes += entry.bytes;
  totals_.facts += entry.facts;
  totals_.numerals += entry.numerals;
  totals_.unexplained += entry.unexplained;
  for (size_t i = 0; i < entry.findings.size(); ++i) totals_.findings[i] += entry.findings[i];
  const auto worst = WorstFinding(entry);
  found_ = found_ || (options_.fail_on && worst && *worst >= *options_.fail_on);
}

int Batch::Run() {
  auto output = BatchOutput::Open(options_, settings_);
  if (!output.ok()) {
    Complain(output.error());
    return kTrouble;
  }
  output_ = std::move(output).value();
  if (options_.destination != Destination::kStandardOutput) CatchInterrupts();
  const DocumentWorker worker(grammar_, pipeline_, options_, settings_, output_->resume());
  OrderedPool<Task, Outcomes> pool(options_.jobs, [&](Task task) { return Work(worker, std::move(task)); });
  pool.Run([this] { return NextTask(); }, [this](Outcomes outcomes) { Take(std::move(outcomes)); });
  return End();
}

int Batch::End() {
  if (!Stopped()) trouble_ = output_->Finish();
  const bool beside = options_.destination != Destination::kStandardOutput;
  if (!options_.quiet && (beside || ::isatty(STDERR_FILENO) == 1)) progress_.Summarize(totals_, Interrupted() != 0);
  if (trouble_) {
    Complain(*trouble_);
    return kTrouble;
  }
  if (Interrupted() != 0) {
    output_.reset();            // gives the lock back
    std::raise(Interrupted());  // its handler is gone: the shell sees what ended us
    return kTrouble;
  }
  if (totals_.failed > 0) return kTrouble;
  return found_ ? kFound : kFine;
}

}  // namespace

int RunBatch(const Grammar& grammar, const BatchOptions& options) { return Batch(grammar, options).Run(); }

}  // namespace mingzhang
