// mingzhang audit: what is wrong with these texts, as a compiler would say it.
#include <filesystem>
#include <memory>
#include <thread>

#include <CLI/CLI.hpp>
#include <unistd.h>

#include "extractor/output/audit_report.h"
#include "extractor/output/finding_json.h"
#include "extractor/output/sarif.h"
#include "tools/document_worker.h"
#include "tools/file_io.h"
#include "tools/input_flags.h"
#include "tools/ordered_pool.h"
#include "tools/program.h"
#include "tools/project_config.h"

namespace mingzhang {
namespace {

constexpr const char* kProjectFile = "mingzhang.toml";

struct Flags {
  InputOptions input;
  std::string format = "text", fail_on, baseline, config, colour = "auto";
  bool show_fingerprints = false;
  int jobs = 1;
};

// One audited document, or why there is none.
struct Audited {
  InputItem item;
  std::unique_ptr<Document> document;
  std::vector<SelectedFinding> findings;
  std::optional<Error> error;
};

class AuditRun {
 public:
  AuditRun(const Grammar& grammar, const Flags& flags, const ProjectConfig& config, const Acceptance& acceptance)
      : grammar_(grammar),
        flags_(flags),
        acceptance_(acceptance),
        fail_on_(ParseSeverity(flags.fail_on).value_or(config.fail_on.value_or(Severity::kError))),
        pipeline_(grammar, Options{flags.input.max_bytes, config.audit}) {
    report_.chinese = CurrentLanguage() == Language::kChinese;
    report_.colour = flags.colour == "always" || (flags.colour == "auto" && ::isatty(STDOUT_FILENO) == 1);
    report_.fingerprints = flags.show_fingerprints;
    single_ = InputSource::IsSingle(flags.input);
    if (flags.format == "sarif") sarif_ = std::make_unique<SarifLog>(grammar, report_.chinese, &out_);
  }

  int Run() {
    InputSource source(flags_.input);
    OrderedPool<InputItem, Audited> pool(flags_.jobs, [this](InputItem item) { return AuditOne(std::move(item)); });
    pool.Run([&]() -> std::optional<InputItem> { return trouble_ ? std::nullopt : source.Next(); },
             [this](Audited audited) { Take(audited); });
    return End();
  }

 private:
  Audited AuditOne(InputItem item) const {
    Audited audited;
    auto loaded = LoadInput(flags_.input, &item);
    audited.item = std::move(item);
    if (!loaded.ok()) {
      audited.error = loaded.error();
      return audited;
    }
    auto document = pipeline_.Run(loaded->document_name, loaded->bytes);
    if (document.ok()) {
      audited.document = std::move(document).value();
      audited.findings = Select(*audited.document, grammar_, acceptance_);
    } else {
      audited.error = document.error();
      audited.error->file = audited.item.name;
    }
    return audited;
  }

  void Take(const Audited& audited) {
    if (trouble_) return;
    if (audited.error) {
      ++failed_;
      Complain(*audited.error);
      return;
    }
    ++documents_;
    counts_.Add(audited.findings);
    Render(audited);
    Emit();
  }

  void Render(const Audited& audited) {
    if (sarif_) sarif_->Add(*audited.document, audited.item.name, audited.findings);
    else if (flags_.format == "json") RenderJson(audited);
    else WriteAuditReport(*audited.document, grammar_, audited.item.name, audited.findings, report_, &out_);
  }

  // One object per document: new findings and checks as in an extraction.
  void RenderJson(const Audited& audited) {
    FindingCounts counts;
    counts.Add(audited.findings);
    JsonWriter json(&out_, single_);
    json.BeginObject();
    json.Member("name", audited.item.name);
    json.Member("sha256", audited.document->sha256);
    json.Key("findings");
    json.BeginArray();
    for (const SelectedFinding& finding : audited.findings) {
      if (finding.state == FindingState::kNew) WriteFinding(*audited.document, grammar_, *finding.finding, &json);
    }
    json.EndArray();
    json.Member("known", counts.known);
    json.Member("suppressed", counts.suppressed);
    WriteChecks(audited.document->extraction, grammar_, &json);
    json.EndObject();
    out_.push_back('\n');
  }

  void Emit() {
    if (!trouble_) trouble_ = WriteAll(STDOUT_FILENO, out_, "stdout");
    out_.clear();
  }

  int End() {
    if (sarif_) {
      sarif_->Finish();
      out_.push_back('\n');
      Emit();
    }
    if (trouble_) {
      Complain(*trouble_);
      return kTrouble;
    }
    if (flags_.format == "text") Complain("", AuditSummary(counts_, documents_, failed_));
    if (failed_ > 0) return kTrouble;
    return counts_.AtOrAbove(fail_on_) > 0 ? kFound : kFine;
  }

  const Grammar& grammar_;
  const Flags& flags_;
  const Acceptance& acceptance_;
  const Severity fail_on_;
  const Pipeline pipeline_;
  AuditReportOptions report_;
  bool single_ = false;
  std::string out_;
  std::unique_ptr<SarifLog> sarif_;
  FindingCounts counts_;
  uint64_t documents_ = 0, failed_ = 0;
  Status trouble_;
};

// --config, else mingzhang.toml where the program runs, else nothing decided.
Result<ProjectConfig> FindConfig(const Flags& flags, const Grammar& grammar) {
  std::error_code error;
  if (!flags.config.empty()) return LoadProjectConfig(flags.config, grammar);
  if (std::filesystem::is_regular_file(kProjectFile, error)) return LoadProjectConfig(kProjectFile, grammar);
  return ProjectConfig{};
}

int RunAudit(Program& program, const Flags& flags) {
  const Grammar* grammar = program.LoadGrammar();
  if (grammar == nullptr) return kTrouble;
  const auto config = FindConfig(flags, *grammar);
  if (!config.ok()) {
    Complain(config.error());
    return kTrouble;
  }
  Acceptance acceptance;
  acceptance.suppressed = config->suppressed;
  if (!flags.baseline.empty()) {
    const auto baseline = ReadWhole(flags.baseline, UINT64_MAX - 1);
    if (!baseline.ok()) {
      Complain(baseline.error());
      return kTrouble;
    }
    acceptance.baseline = ReadBaseline(*baseline);
  }
  return AuditRun(*grammar, flags, *config, acceptance).Run();
}

void AddReportFlags(CLI::App& command, Flags& flags) {
  command.add_option("--format", flags.format, Say("报告格式", "form of the report"))
      ->check(CLI::IsMember({"text", "json", "sarif"}))
      ->capture_default_str();
  command.add_option("--fail-on", flags.fail_on, Say("退出码为 1 的级别", "exit 1 from this severity on; default error"))
      ->check(CLI::IsMember({"error", "warning", "note"}));
  command.add_option("--baseline", flags.baseline, Say("只报此文件之外的发现", "report only what is not in this report"))
      ->type_name("FILE");
  command.add_option("--config", flags.config, Say("项目文件", "project file; default ./mingzhang.toml"))->type_name("FILE");
  command.add_flag("--show-fingerprints", flags.show_fingerprints, Say("显示指纹", "show what to suppress findings by"));
  command.add_option("--color", flags.colour, Say("颜色", "colours"))->check(CLI::IsMember({"auto", "always", "never"}));
  command.add_option("-j,--jobs", flags.jobs, Say("线程数", "threads"))
      ->check(CLI::Range(1, 1024))
      ->default_str(Say("所有处理器", "all processors"));
}

}  // namespace

void AddAudit(CLI::App& app, Program& program) {
  auto flags = std::make_shared<Flags>();
  flags->jobs = static_cast<int>(std::max(1u, std::thread::hardware_concurrency()));
  CLI::App* command = app.add_subcommand("audit", Say("找出文本中的矛盾", "report what contradicts itself"));
  AddInputFlags(*command, flags->input);
  AddReportFlags(*command, *flags);
  command->footer("mingzhang audit budget.txt\nmingzhang audit texts/ --format sarif > audit.sarif");
  command->callback([flags, &program] { program.command = [flags, &program] { return RunAudit(program, *flags); }; });
}

}  // namespace mingzhang
