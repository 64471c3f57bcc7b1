#include "tools/input_flags.h"

#include "tools/program.h"

namespace mingzhang {

void AddFormatFlags(CLI::App& command, InputOptions& options) {
  command
      .add_option_function<std::string>(
          "--input-format", [&options](const std::string& format) { options.records = format == "jsonl"; },
          Say("text，或 jsonl（每行一条 {\"id\",\"text\"}）", "text, or jsonl: one {\"id\",\"text\"} per line"))
      ->check(CLI::IsMember({"text", "jsonl"}));
  command.add_option("--max-bytes", options.max_bytes, Say("单份文本的字节上限", "bytes a document may have"))
      ->transform(CLI::AsSizeValue(false))
      ->capture_default_str();
}

void AddInputFlags(CLI::App& command, InputOptions& options) {
  command.add_option("INPUT", options.inputs, Say("文件、目录、@清单，或 -（标准输入）", "files, folders, @list, or - for stdin"))
      ->required();
  AddFormatFlags(command, options);
  command.add_option("--include", options.include, Say("目录中要读的文件名样式", "names to read in folders"))->type_name("GLOB");
  command.add_option("--exclude", options.exclude, Say("目录中不读的文件名样式", "names to pass over in folders"))
      ->type_name("GLOB");
}

std::optional<Severity> ParseSeverity(std::string_view word) {
  for (const Severity severity : {Severity::kNote, Severity::kWarning, Severity::kError}) {
    if (SeverityName(severity) == word) return severity;
  }
  return std::nullopt;
}

}  // namespace mingzhang
