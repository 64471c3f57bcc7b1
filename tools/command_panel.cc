// mingzhang panel: many documents as one tidy set of tables.
#include <filesystem>
#include <memory>
#include <thread>

#include <CLI/CLI.hpp>
#include <fcntl.h>
#include <fmt/format.h>
#include <unistd.h>

#include "extractor/base/digest.h"
#include "extractor/output/panel_audit.h"
#include "extractor/output/panel_csv.h"
#include "extractor/output/panel_xlsx.h"
#include "tools/document_worker.h"
#include "tools/file_io.h"
#include "tools/input_flags.h"
#include "tools/ordered_pool.h"
#include "tools/program.h"
#include "tools/progress.h"
#include "tools/report_words.h"

namespace mingzhang {
namespace {

constexpr const char* kDatabase = "panel.sqlite";
constexpr const char* kWorkbook = "panel.xlsx";
constexpr const char* kPackage = "datapackage.json";

struct Flags {
  InputOptions input;
  std::string output;
  int jobs = 1;
  bool quiet = false, no_xlsx = false;
};

// One document, or why there is none, or that the panel has it.
struct Taken {
  std::string source, sha256;
  uint64_t bytes = 0;
  std::optional<DocumentRecord> record;
  std::optional<Error> error;
};

class PanelRun {
 public:
  PanelRun(const Grammar& grammar, const Flags& flags)
      : grammar_(grammar),
        flags_(flags),
        pipeline_(grammar, Options{flags.input.max_bytes, {}}),
        progress_(!flags.quiet && ::isatty(STDERR_FILENO) == 1, 0) {}

  int Run() {
    Status status = Build();
    progress_.Clear();
    if (status) {
      Complain(*status);
      return kTrouble;
    }
    if (!flags_.quiet) Summarize();
    return totals_.failed > 0 ? kTrouble : kFine;
  }

 private:
  std::string PathOf(const std::string& name) const { return flags_.output + "/" + name; }

  Status Build() {
    if (Status status = MakeFolder(flags_.output)) return status;
    auto panel = PanelDatabase::Open(PathOf(kDatabase), grammar_, PanelWords());
    if (!panel.ok()) return panel.error();
    panel_ = std::move(panel).value();
    if (Status status = ReadDocuments()) return status;
    if (Status status = AuditPanel(panel_.get())) return status;
    if (Status status = panel_->Commit()) return status;
    return WriteTables();
  }

  Status ReadDocuments() {
    InputSource source(flags_.input);
    OrderedPool<InputItem, Taken> pool(flags_.jobs, [this](InputItem item) { return Read(std::move(item)); });
    pool.Run([&]() -> std::optional<InputItem> { return trouble_ ? std::nullopt : source.Next(); },
             [this](Taken taken) { Add(std::move(taken)); });
    return trouble_;
  }

  // Runs in any thread; the set of known documents does not change meanwhile.
  Taken Read(InputItem item) const {
    Taken taken;
    auto input = LoadInput(flags_.input, &item);
    taken.source = std::filesystem::path(item.name).lexically_normal().string();
    if (!input.ok()) {
      taken.error = input.error();
      return taken;
    }
    taken.bytes = input->bytes.size();
    if (LooksLikeExtraction(input->bytes)) {
      ReadExtraction(input->bytes, &taken);
      return taken;
    }
    taken.sha256 = Sha256Hex(input->bytes);
    if (panel_->Has(taken.sha256)) return taken;
    const auto document = pipeline_.Run(input->document_name, input->bytes);
    if (document.ok()) taken.record = RecordOf(**document, grammar_);
    else taken.error = document.error();
    if (taken.error) taken.error->file = taken.source;
    return taken;
  }

  // An extraction stands for the text that it was made from.
  void ReadExtraction(const std::string& json, Taken* taken) const {
    auto record = ReadRecord(json, grammar_.units());
    if (!record.ok()) {
      taken->error = record.error();
      taken->error->file = taken->source;
      return;
    }
    taken->sha256 = record->sha256;
    taken->record = std::move(record).value();
  }

  void Add(Taken taken) {
    if (trouble_) return;
    ++totals_.documents;
    totals_.bytes += taken.bytes;
    if (taken.error) {
      ++totals_.failed;
      progress_.Clear();
      Complain(*taken.error);
    } else if (!seen_.insert(StableHash(taken.sha256)).second) {
      ++repeated_;
      TellRepeated(taken.source);
    } else if (taken.record) {
      totals_.facts += taken.record->facts.size();
      trouble_ = panel_->Put(*taken.record, taken.source);
    } else {
      ++totals_.reused;
      trouble_ = panel_->Keep(taken.sha256, taken.source);
    }
    progress_.Update(totals_);
  }

  // A few by name; how many there were, the summary says.
  void TellRepeated(const std::string& source) {
    constexpr uint64_t kNamed = 3;
    if (flags_.quiet || repeated_ > kNamed + 1) return;
    progress_.Clear();
    if (repeated_ <= kNamed) {
      Complain(source, Say("与前面的文件内容相同，只收一次", "same content as an earlier file, taken once"));
    } else {
      Complain("", Say("其余内容相同的文件不再逐一列出", "more files with the same content are only counted"));
    }
  }

  // Every file appears whole or stays as it was.
  Status WriteTables() {
    for (const PanelTable& table : PanelTables()) {
      if (Status status = WriteTable(table)) return status;
    }
    if (Status status = WriteFileAtomically(PathOf(kPackage), DataPackage(PanelWords()), false)) return status;
    if (flags_.no_xlsx) return std::nullopt;
    const std::string temporary = TemporaryName(PathOf(kWorkbook));
    if (Status status = WriteXlsx(*panel_, PanelWords(), temporary)) return status;
    return RenameFile(temporary, PathOf(kWorkbook));
  }

  Status WriteTable(const PanelTable& table) {
    const std::string path = PathOf(std::string(table.name) + ".csv"), temporary = TemporaryName(path);
    const Descriptor file(::open(temporary.c_str(), O_WRONLY | O_CREAT | O_TRUNC | O_CLOEXEC, 0666));
    if (!file.valid()) return Error{SystemError(), temporary, 0, 0, ""};
    const auto drain = [&](std::string_view bytes) { return WriteAll(file.get(), bytes, temporary); };
    if (Status status = WriteCsv(*panel_, table, drain)) return status;
    return RenameFile(temporary, path);
  }

  void Summarize() {
    Complain("", fmt::format(fmt::runtime(Say("{} 份文件：{} 份新读，{} 份未变，{} 份重复，{} 份失败",
                                              "{} documents: {} read, {} unchanged, {} repeated, {} failed")),
                             totals_.documents,
                             totals_.documents - totals_.reused - totals_.failed - repeated_, totals_.reused,
                             repeated_, totals_.failed));
  }

  const Grammar& grammar_;
  const Flags& flags_;
  const Pipeline pipeline_;
  Progress progress_;
  std::unique_ptr<PanelDatabase> panel_;
  BatchTotals totals_;
  uint64_t repeated_ = 0;
  std::unordered_set<uint64_t> seen_;  // hashes of the contents of this run
  Status trouble_;
};

int RunPanel(Program& program, Flags& flags) {
  const Grammar* grammar = program.LoadGrammar();
  if (grammar == nullptr) return kTrouble;
  while (flags.output.size() > 1 && flags.output.ends_with('/')) flags.output.pop_back();
  flags.input.skip_folder = flags.output;
  return PanelRun(*grammar, flags).Run();
}

}  // namespace

void AddPanel(CLI::App& app, Program& program) {
  auto flags = std::make_shared<Flags>();
  flags->jobs = static_cast<int>(std::max(1u, std::thread::hardware_concurrency()));
  CLI::App* command = app.add_subcommand(
      "panel", Say("把许多文件做成一套表：CSV、SQLite、Excel", "turn many documents into tables: CSV, SQLite, Excel"));
  AddInputFlags(*command, flags->input);
  command->add_option("-o,--output", flags->output, Say("结果目录；已有的只更新有变化的文件", "folder; an existing panel is updated"))
      ->type_name("DIR")
      ->required();
  command->add_flag("--no-xlsx", flags->no_xlsx, Say("不写 panel.xlsx", "write no panel.xlsx"));
  command->add_option("-j,--jobs", flags->jobs, Say("线程数", "threads"))
      ->check(CLI::Range(1, 1024))
      ->default_str(Say("所有处理器", "all processors"));
  command->add_flag("-q,--quiet", flags->quiet, Say("不显示进度和总结", "no progress, no summary"));
  command->footer(
      "mingzhang panel texts/ -o panel\n"
      "sqlite3 panel/panel.sqlite 'SELECT org_name, fiscal_year, expenditure_wan FROM body_year'");
  command->callback([flags, &program] { program.command = [flags, &program] { return RunPanel(program, *flags); }; });
}

}  // namespace mingzhang
