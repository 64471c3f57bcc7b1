// mingzhang report: audited documents as one page.
#include <memory>
#include <thread>

#include <CLI/CLI.hpp>
#include <fcntl.h>
#include <unistd.h>

#include "extractor/output/html_report.h"
#include "tools/document_worker.h"
#include "tools/file_io.h"
#include "tools/input_flags.h"
#include "tools/ordered_pool.h"
#include "tools/program.h"
#include "tools/report_words.h"

namespace mingzhang {
namespace {

struct Flags {
  InputOptions input;
  std::string output;
  int jobs = 1;
};

struct Read {
  std::unique_ptr<Document> document;
  std::optional<Error> error;
};

class ReportRun {
 public:
  ReportRun(const Grammar& grammar, const Flags& flags)
      : flags_(flags),
        pipeline_(grammar, Options{flags.input.max_bytes, {}}),
        words_(DiffWords()),
        page_(grammar, words_, &out_) {}

  int Run() {
    Status status = Write();
    if (status) Complain(*status);
    return status || failed_ ? kTrouble : kFine;
  }

 private:
  Status Write() {
    const bool to_file = flags_.output != "-";
    const std::string name = to_file ? TemporaryName(flags_.output) : "stdout";
    Descriptor file;
    if (to_file) {
      file = Descriptor(::open(name.c_str(), O_WRONLY | O_CREAT | O_TRUNC | O_CLOEXEC, 0666));
      if (!file.valid()) return Error{SystemError(), flags_.output, 0, 0, ""};
    }
    const int fd = to_file ? file.get() : STDOUT_FILENO;
    ReadDocuments(fd, name);
    page_.Finish();
    Emit(fd, name);
    if (trouble_ || !to_file) return trouble_;
    return RenameFile(name, flags_.output);
  }

  void ReadDocuments(int fd, const std::string& name) {
    InputSource source(flags_.input);
    OrderedPool<InputItem, Read> pool(flags_.jobs, [this](InputItem item) { return ReadOne(std::move(item)); });
    pool.Run([&]() -> std::optional<InputItem> { return trouble_ ? std::nullopt : source.Next(); },
             [&](Read read) {
               if (read.error) {
                 failed_ = true;
                 Complain(*read.error);
                 return;
               }
               page_.Add(*read.document);
               Emit(fd, name);
             });
  }

  Read ReadOne(InputItem item) const {
    Read read;
    const auto input = LoadInput(flags_.input, &item);
    if (!input.ok()) {
      read.error = input.error();
      return read;
    }
    auto document = pipeline_.Run(input->document_name, input->bytes);
    if (document.ok()) {
      read.document = std::move(document).value();
    } else {
      read.error = document.error();
      read.error->file = item.name;
    }
    return read;
  }

  void Emit(int fd, const std::string& name) {
    if (!trouble_) trouble_ = WriteAll(fd, out_, name);
    out_.clear();
  }

  const Flags& flags_;
  const Pipeline pipeline_;
  const ReportWords words_;
  std::string out_;
  ReportPage page_;
  Status trouble_;
  bool failed_ = false;
};

}  // namespace

void AddReport(CLI::App& app, Program& program) {
  auto flags = std::make_shared<Flags>();
  flags->jobs = static_cast<int>(std::max(1u, std::thread::hardware_concurrency()));
  CLI::App* command = app.add_subcommand(
      "report", Say("一页网页：原文、事实与发现互相链接", "one page: text, facts and findings, linked to each other"));
  AddInputFlags(*command, flags->input);
  command->add_option("-o,--output", flags->output, Say("结果文件；- 为标准输出", "result file; - for stdout"))
      ->type_name("FILE")
      ->required();
  command->add_option("-j,--jobs", flags->jobs, Say("线程数", "threads"))
      ->check(CLI::Range(1, 1024))
      ->default_str(Say("所有处理器", "all processors"));
  command->footer("mingzhang report budget.txt -o budget.html\nmingzhang report texts/ -o report.html");
  command->callback([flags, &program] {
    program.command = [flags, &program] {
      const Grammar* grammar = program.LoadGrammar();
      return grammar == nullptr ? kTrouble : ReportRun(*grammar, *flags).Run();
    };
  });
}

}  // namespace mingzhang
