// mingzhang scan: the quantities of any Chinese text.
#include <memory>

#include <CLI/CLI.hpp>
#include <unistd.h>

#include "extractor/output/quantity_json.h"
#include "tools/file_io.h"
#include "tools/input_flags.h"
#include "tools/input_source.h"
#include "tools/program.h"
#include "tools/recogniser.h"
#include "tools/record.h"

namespace mingzhang {
namespace {

constexpr size_t kBuffered = 1 << 16;

struct Flags {
  InputOptions input;
  std::string file = "-";
  bool flush = false;
};

class Scan {
 public:
  Scan(const Grammar& grammar, const QuantityScanner& scanner, const Flags& flags)
      : grammar_(grammar), scanner_(scanner), flags_(flags) {}

  int Run() {
    const int code = flags_.input.records ? ScanRecords() : ScanText();
    return Emit(0) ? code : kTrouble;
  }

 private:
  // The recogniser answers for any text, also for none.
  bool Recognise(std::string_view bytes, DocumentText* text) {
    quantities_.clear();
    if (bytes.empty()) return true;
    if (Status status = ReadFolded(grammar_, bytes, text)) {
      error_ = std::move(*status);
      return false;
    }
    scanner_.Scan(text->logical, &quantities_);
    return true;
  }

  int ScanText() {
    const auto bytes = ReadWhole(flags_.file, flags_.input.max_bytes);
    if (!bytes.ok()) return Fail(bytes.error());
    DocumentText text;
    if (!Recognise(*bytes, &text)) {
      error_.file = flags_.file;
      return Fail(error_);
    }
    for (const Quantity& quantity : quantities_) {
      JsonWriter json(&out_);
      WriteQuantity(text, quantity, scanner_.units(), &json);
      out_.push_back('\n');
      if (!Emit(kBuffered)) return kTrouble;
    }
    return kFine;
  }

  int ScanRecords() {
    InputSource source(flags_.input);
    int code = kFine;
    while (const auto item = source.Next()) {
      if (!ScanRecord(*item)) code = kTrouble;
      if (!Emit(flags_.flush ? 0 : kBuffered)) return kTrouble;
    }
    return code;
  }

  bool ScanRecord(const InputItem& item) {
    if (item.error) return Fail(*item.error) == kFine;
    std::string id;
    const auto record = ParseRecord(item.record, &id);
    DocumentText text;
    if (record.ok() && Recognise(record->bytes, &text)) {
      WriteRecord(record->id, text);
      return true;
    }
    Error error = record.ok() ? error_ : record.error();
    error.file = item.name;
    if (flags_.flush) WriteFailure(id.empty() ? item.name : id, error);
    return Fail(error) == kFine;
  }

  // A filter answers every record, so that whoever asked does not wait for ever.
  void WriteFailure(const std::string& id, const Error& error) {
    JsonWriter json(&out_);
    json.BeginObject();
    json.Member("id", id);
    json.Member("error", error.ToString());
    json.EndObject();
    out_.push_back('\n');
  }

  void WriteRecord(const std::string& id, const DocumentText& text) {
    JsonWriter json(&out_);
    json.BeginObject();
    json.Member("id", id);
    json.Key("quantities");
    json.BeginArray();
    for (const Quantity& quantity : quantities_) WriteQuantity(text, quantity, scanner_.units(), &json);
    json.EndArray();
    json.EndObject();
    out_.push_back('\n');
  }

  int Fail(const Error& error) {
    Complain(error);
    return kTrouble;
  }

  // Writes what is waiting when it is more than `allowed`.
  bool Emit(size_t allowed) {
    if (out_.size() <= allowed) return true;
    const Status status = WriteAll(STDOUT_FILENO, out_, "stdout");
    out_.clear();
    if (status) Complain(*status);
    return !status;
  }

  const Grammar& grammar_;
  const QuantityScanner& scanner_;
  const Flags& flags_;
  std::vector<Quantity> quantities_;
  std::string out_;
  Error error_;
};

int RunScan(Program& program, Flags& flags) {
  const Grammar* grammar = program.LoadGrammar();
  if (grammar == nullptr) return kTrouble;
  const auto scanner = MakeScanner(*grammar);
  if (!scanner.ok()) {
    Complain(scanner.error());
    return kTrouble;
  }
  flags.input.inputs = {flags.file};
  return Scan(*grammar, **scanner, flags).Run();
}

}  // namespace

void AddScan(CLI::App& app, Program& program) {
  auto flags = std::make_shared<Flags>();
  CLI::App* command = app.add_subcommand("scan", Say("列出任何中文文本中的数量", "list the quantities of any Chinese text"));
  command->add_option("FILE", flags->file, Say("文件，默认标准输入", "a file; default stdin"));
  AddFormatFlags(*command, flags->input);
  command->add_flag("--flush", flags->flush, Say("读一条答一条（管道过滤），失败也有回答", "a filter: answer each record, also a bad one, before reading the next"));
  command->footer("mingzhang scan budget.txt\necho '{\"id\":1,\"text\":\"…\"}' | mingzhang scan --input-format jsonl");
  command->callback([flags, &program] { program.command = [flags, &program] { return RunScan(program, *flags); }; });
}

}  // namespace mingzhang
