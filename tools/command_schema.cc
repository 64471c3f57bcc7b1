// mingzhang schema: the JSON Schema of what `extract` writes.
#include <CLI/CLI.hpp>

#include "extractor/output/schema.h"
#include "tools/program.h"

namespace mingzhang {

void AddSchema(CLI::App& app, Program& program) {
  CLI::App* command = app.add_subcommand("schema", Say("输出 JSON Schema", "print the JSON Schema of extractions"));
  command->footer("mingzhang schema > extraction.schema.json");
  command->callback([&program] {
    program.command = [] {
      const std::string_view schema = ExtractionSchema();
      std::fwrite(schema.data(), 1, schema.size(), stdout);
      return std::fflush(stdout) == 0 ? kFine : kTrouble;
    };
  });
}

}  // namespace mingzhang
