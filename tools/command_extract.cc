// mingzhang extract: documents in, JSON out.
#include <cmath>
#include <filesystem>
#include <memory>
#include <thread>

#include <CLI/CLI.hpp>
#include <fmt/core.h>

#include "tools/batch_options.h"
#include "tools/document_worker.h"
#include "tools/extract_batch.h"
#include "tools/input_flags.h"
#include "tools/program.h"

namespace mingzhang {
namespace {

struct Flags {
  BatchOptions batch;
  std::string output, shard, fail_on, spans = "value";
  double max_seconds = 0;
  bool pretty = false, compact = false;
};

bool IsStreamName(const std::string& name) { return name.ends_with(".jsonl") || name.ends_with(".ndjson"); }

// A folder when it is one or is written as one; else a file when it is named like one or holds the
// only result.
Destination DestinationOf(const std::string& output, bool single) {
  std::error_code error;
  if (output.empty() || output == "-") return Destination::kStandardOutput;
  if (output.ends_with('/') || std::filesystem::is_directory(output, error)) return Destination::kFolder;
  return single || IsStreamName(output) || output.ends_with(".json") ? Destination::kFile : Destination::kFolder;
}

// "2/4": the second of four. Leaves no shards at all when `text` says nothing of the kind.
void ParseShard(const std::string& text, BatchOptions* options) {
  if (text.empty()) return;
  unsigned long long number = 0, count = 0;
  char rest = 0;
  options->shards = 0;
  if (std::sscanf(text.c_str(), "%llu/%llu%c", &number, &count, &rest) != 2) return;
  if (number < 1 || number > count) return;
  options->shard = number - 1;
  options->shards = count;
}

Status WriteSingleResult(const Document& document, const Pipeline& pipeline, const BatchOptions& options) {
  std::string json;
  JsonOptions json_options = options.json;
  Status status;
  const bool to_file = options.destination == Destination::kFile;
  AtomicFile file(options.output);
  const auto put = [&](std::string* written) {
    if (!status) status = to_file ? file.Append(*written) : WriteAll(STDOUT_FILENO, *written, "stdout");
    written->clear();
  };
  const bool may_begin = options.pipeline.time_budget.count() == 0;  // else nothing is shown before all is there
  if (to_file || may_begin) json_options.drain = put;
  if (!WriteJson(document, pipeline.grammar(), json_options, &json)) return pipeline.OutOfTime();
  json.push_back('\n');
  put(&json);
  return status || !to_file ? status : file.Commit(options.durable);
}

int WriteSingle(const Grammar& grammar, const BatchOptions& options) {
  const Pipeline pipeline(grammar, options.pipeline);
  const auto document = ReadDocument(pipeline, options.input.inputs[0], options.input.max_bytes);
  if (!document.ok()) {
    Complain(document.error());
    return kTrouble;
  }
  if (const Status status = WriteSingleResult(**document, pipeline, options)) {
    Complain(*status);
    return kTrouble;
  }
  ManifestEntry entry;
  CountExtraction((*document)->extraction, &entry);
  const auto worst = WorstFinding(entry);
  return options.fail_on && worst && *worst >= *options.fail_on ? kFound : kFine;
}

// The folder of inputs that is the folder of results as well; empty when there is none.
std::string InputFolderWrittenTo(const BatchOptions& options) {
  std::error_code error;
  for (const std::string& input : options.input.inputs) {
    const bool same = std::filesystem::equivalent(input, options.output, error);
    if (options.destination == Destination::kFolder && same) return input;
  }
  return "";
}

// A misuse that the parser of flags cannot see; empty when there is none.
std::string Misuse(const Flags& flags) {
  if (flags.batch.resume && flags.batch.destination == Destination::kStandardOutput) {
    return Say("--resume 需要 -o", "--resume needs -o");
  }
  if (const std::string input = InputFolderWrittenTo(flags.batch); !input.empty()) {
    return input + Say("：结果会写进输入目录本身", ": the results would go among these inputs");
  }
  if (flags.batch.shards == 0) return Say("--shard 应为 i/n，如 2/4", "--shard wants i/n, such as 2/4");
  return "";
}

// Turns flags into options; says whether there is one document with a result of its own.
bool Configure(Flags& flags) {
  BatchOptions& options = flags.batch;
  const bool single = InputSource::IsSingle(options.input);
  ParseShard(flags.shard, &options);
  options.destination = DestinationOf(flags.output, single);
  options.output = flags.output;
  options.pipeline.max_bytes = options.input.max_bytes;
  options.pipeline.time_budget = std::chrono::milliseconds(static_cast<int64_t>(std::ceil(flags.max_seconds * 1000)));
  while (options.output.size() > 1 && options.output.ends_with('/')) options.output.pop_back();
  const bool folder = options.destination == Destination::kFolder;
  if (folder) options.input.skip_folder = options.output;
  if (options.destination == Destination::kFile) options.input.skip_file = options.output;
  const bool alone = single && !folder && options.shards == 1 && !IsStreamName(options.output);
  options.json.pretty = alone ? !flags.compact : folder && flags.pretty;
  options.json.all_spans = flags.spans == "all";
  options.fail_on = ParseSeverity(flags.fail_on);
  if (options.flush) options.jobs = 1;
  return alone;
}

int RunExtract(Program& program, Flags& flags) {
  const bool alone = Configure(flags);
  if (const std::string misuse = Misuse(flags); !misuse.empty()) {
    Complain("", misuse, Say("用 --help 查看用法", "see --help"));
    return kTrouble;
  }
  const Grammar* grammar = program.LoadGrammar();
  if (grammar == nullptr) return kTrouble;
  return alone ? WriteSingle(*grammar, flags.batch) : RunBatch(*grammar, flags.batch);
}

void AddOutputFlags(CLI::App& command, Flags& flags) {
  command.add_option("-o,--output", flags.output,
                     Say("结果文件（.json、.jsonl）或目录；默认标准输出", "result file (.json, .jsonl) or folder; default stdout"))
      ->type_name("FILE");
  command.add_option("--spans", flags.spans, Say("事实附带的位置：value 或 all", "places given with a fact: value or all"))
      ->check(CLI::IsMember({"value", "all"}));
  command.add_flag("--pretty", flags.pretty, Say("缩进（目录输出）", "indent results in a folder"));
  command.add_flag("--compact", flags.compact, Say("单份也不缩进", "do not indent a single result"));
  command.add_option("--fail-on", flags.fail_on, Say("有此级别以上的发现时退出码为 1", "exit 1 on findings of this severity"))
      ->check(CLI::IsMember({"error", "warning", "note"}));
}

void AddBatchFlags(CLI::App& command, Flags& flags) {
  BatchOptions& batch = flags.batch;
  batch.jobs = static_cast<int>(std::max(1u, std::thread::hardware_concurrency()));
  command.add_option("-j,--jobs", batch.jobs, Say("线程数", "threads"))->check(CLI::Range(1, 1024))->default_str(Say("所有处理器", "all processors"));
  command.add_flag("--resume", batch.resume, Say("接着上次中断的运行", "continue an interrupted run"));
  command.add_flag("--durable", batch.durable, Say("每个结果落盘后再继续", "wait until each result is on disk"));
  command.add_flag("--flush", batch.flush, Say("读一条答一条（管道过滤），失败也有回答", "a filter: answer each record, also a bad one, before reading the next"));
  command.add_option("--max-seconds", flags.max_seconds,
                     Say("单份文本的时间上限，超过则该份失败；默认不限，此时结果与快慢无关",
                         "give up a document after this time; default 0: never, results do not depend on speed"))
      ->check(CLI::Range(0.0, 1e9));
  command.add_option("--shard", flags.shard, Say("只做第 i 份，共 n 份", "do part i of n"))->type_name("i/n");
  command.add_flag("-q,--quiet", batch.quiet, Say("不显示进度和总结", "no progress, no summary"));
}

}  // namespace

void AddExtract(CLI::App& app, Program& program) {
  auto flags = std::make_shared<Flags>();
  CLI::App* command = app.add_subcommand("extract", Say("把文本变成 JSON", "turn documents into JSON"));
  AddInputFlags(*command, flags->batch.input);
  AddOutputFlags(*command, *flags);
  AddBatchFlags(*command, *flags);
  command->footer(
      "mingzhang extract budget.txt\n"
      "mingzhang extract texts/ -o results/ --resume\n"
      "mingzhang extract --input-format jsonl - < in.jsonl > out.jsonl");
  command->callback([flags, &program] { program.command = [flags, &program] { return RunExtract(program, *flags); }; });
}

}  // namespace mingzhang
