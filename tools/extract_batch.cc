#include "tools/extract_batch.h"

#include <csignal>
#include <unordered_set>
#include <vector>

#include <unistd.h>

#include "extractor/output/version.h"
#include "tools/batch_output.h"
#include "tools/document_worker.h"
#include "tools/ordered_pool.h"
#include "tools/progress.h"
#include "tools/program.h"

namespace mingzhang {
namespace {

// What one thread takes at a time: enough that handing over costs nothing, little enough that the
// work stays even.
constexpr size_t kFilesPerTask = 8;
constexpr size_t kRecordBytesPerTask = 1 << 17;

volatile std::sig_atomic_t interrupted = 0;

// The first signal ends the run after the documents in flight; the second one ends the program.
void CatchInterrupts() {
  struct sigaction action = {};
  action.sa_handler = [](int signal) { interrupted = signal; };
  action.sa_flags = static_cast<int>(SA_RESETHAND);
  ::sigaction(SIGINT, &action, nullptr);
  ::sigaction(SIGTERM, &action, nullptr);
}

RunSettings SettingsOf(const Grammar& grammar, const BatchOptions& options) {
  RunSettings settings;
  settings.version = kVersion;
  settings.grammar = grammar.sha256();
  settings.options = std::string(options.json.all_spans ? "all-spans " : "") + (options.json.pretty ? "pretty" : "");
  settings.shard = options.ShardName();
  return settings;
}

class Batch {
 public:
  Batch(const Grammar& grammar, const BatchOptions& options)
      : options_(options),
        settings_(SettingsOf(grammar, options)),
        pipeline_(grammar, PipelineOptions(options)),
        grammar_(grammar),
        source_(options.input),
        progress_(!options.quiet && ::isatty(STDERR_FILENO) == 1, ExpectedDocuments()) {}

  int Run();

 private:
  using Task = std::vector<InputItem>;
  using Outcomes = std::vector<Outcome>;

  static Options PipelineOptions(const BatchOptions& options) {
    Options pipeline;
    pipeline.max_bytes = options.input.max_bytes;
    return pipeline;
  }

  uint64_t ExpectedDocuments() const;
  bool IsMine(const InputItem& item) const;
  std::optional<InputItem> NextItem();
  std::optional<Task> NextTask();
  Outcomes Work(const DocumentWorker& worker, Task task) const;
  void Take(Outcomes outcomes);
  void Count(const Outcome& outcome);
  bool Stopped() const { return interrupted != 0 || trouble_.has_value(); }
  int End();

  const BatchOptions& options_;
  const RunSettings settings_;
  const Pipeline pipeline_;
  const Grammar& grammar_;
  InputSource source_;
  Progress progress_;
  std::unique_ptr<BatchOutput> output_;
  std::unordered_set<uint64_t> output_files_;  // hashes of the names of result files
  BatchTotals totals_;
  Status trouble_;         // ends the run
  bool found_ = false;     // a finding at or above --fail-on
};

// Counting means walking the folders twice, so it is done only where somebody watches.
uint64_t Batch::ExpectedDocuments() const {
  if (options_.quiet || options_.input.records || ::isatty(STDERR_FILENO) == 0) return 0;
  for (const std::string& input : options_.input.inputs) {
    if (input == "-" || input == "@-") return 0;
  }
  InputSource source(options_.input);
  uint64_t count = 0;
  while (const auto item = source.Next()) count += IsMine(*item) ? 1 : 0;
  return count;
}

// Files keep their shard when others come or go; records are dealt out one by one.
bool Batch::IsMine(const InputItem& item) const {
  if (options_.shards == 1) return true;
  const uint64_t number = options_.input.records ? item.index : StableHash(item.name);
  return number % options_.shards == options_.shard;
}

std::optional<InputItem> Batch::NextItem() {
  while (auto item = source_.Next()) {
    if (!IsMine(*item)) continue;
    if (options_.destination == Destination::kFolder && !item->error && !item->output.empty() &&
        !output_files_.insert(StableHash(item->output)).second) {
      item->error = Error{Say("与前面的输入写入同一文件", "would write the same file as an earlier input"), item->name, 0, 0,
                          Say("分别提取，或给出它们的上级目录", "extract them apart, or name the folder above them")};
    }
    return item;
  }
  return std::nullopt;
}

std::optional<Batch::Task> Batch::NextTask() {
  Task task;
  size_t bytes = 0;
  const size_t most = options_.flush ? 1 : options_.input.records ? SIZE_MAX : kFilesPerTask;
  while (!Stopped() && task.size() < most && bytes < kRecordBytesPerTask) {
    auto item = NextItem();
    if (!item) break;
    bytes += item->record.size() + 64;
    task.push_back(*std::move(item));
  }
  if (task.empty()) return std::nullopt;
  return task;
}

Batch::Outcomes Batch::Work(const DocumentWorker& worker, Task task) const {
  Outcomes outcomes;
  outcomes.reserve(task.size());
  for (InputItem& item : task) outcomes.push_back(worker.Process(std::move(item)));
  return outcomes;
}

void Batch::Take(Outcomes outcomes) {
  for (Outcome& outcome : outcomes) {
    if (trouble_) return;
    trouble_ = output_->Add(outcome);
    if (!trouble_) Count(outcome);
  }
  if (!trouble_) trouble_ = output_->Flush();
  progress_.Update(totals_);
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
  if (!options_.quiet && (beside || ::isatty(STDERR_FILENO) == 1)) progress_.Summarize(totals_, interrupted != 0);
  if (trouble_) {
    Complain(*trouble_);
    return kTrouble;
  }
  if (interrupted != 0) {
    std::raise(interrupted);  // its handler is gone: the shell sees what ended us
    return kTrouble;
  }
  if (totals_.failed > 0) return kTrouble;
  return found_ ? kFound : kFine;
}

}  // namespace

int RunBatch(const Grammar& grammar, const BatchOptions& options) { return Batch(grammar, options).Run(); }

}  // namespace mingzhang
