// mingzhang schema: the JSON Schema of what a command writes; of a panel its data package.
#include <memory>

#include <CLI/CLI.hpp>

#include "extractor/output/panel_schema.h"
#include "extractor/output/schema.h"
#include "tools/program.h"
#include "tools/report_words.h"

namespace mingzhang {
namespace {

std::string SchemaOf(const std::string& what) {
  if (what == "diff") return std::string(DiffSchema());
  if (what == "manifest") return std::string(ManifestSchema());
  if (what == "panel") return DataPackage(PanelWords());
  return std::string(ExtractionSchema());
}

}  // namespace

void AddSchema(CLI::App& app, Program& program) {
  auto what = std::make_shared<std::string>("extraction");
  CLI::App* command = app.add_subcommand(
      "schema", Say("输出各结果格式的 JSON Schema", "print the JSON Schema of extractions, diffs, panels or manifests"));
  command->add_option("WHAT", *what, Say("extraction、diff、panel（数据包）或 manifest", "which form; a panel's is its data package"))
      ->check(CLI::IsMember({"extraction", "diff", "panel", "manifest"}))
      ->capture_default_str();
  command->footer("mingzhang schema > extraction.schema.json\nmingzhang schema diff > diff.schema.json");
  command->callback([what, &program] {
    program.command = [what] {
      const std::string schema = SchemaOf(*what);
      std::fwrite(schema.data(), 1, schema.size(), stdout);
      return std::fflush(stdout) == 0 ? kFine : kTrouble;
    };
  });
}

}  // namespace mingzhang
