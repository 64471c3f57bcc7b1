// mingzhang man, mingzhang completion: what an installation needs besides the program.
#include <memory>

#include <CLI/CLI.hpp>
#include <unistd.h>

#include "tools/command_tree.h"
#include "tools/file_io.h"
#include "tools/program.h"

namespace mingzhang {
namespace {

int Print(const std::string& text) {
  const Status status = WriteAll(STDOUT_FILENO, text, "stdout");
  if (status) Complain(*status);
  return status ? kTrouble : kFine;
}

}  // namespace

void AddMan(CLI::App& app, Program& program) {
  CLI::App* command = app.add_subcommand("man", Say("输出手册页", "print the manual page"));
  command->footer("mingzhang man > mingzhang.1\nmingzhang man | man -l -");
  command->callback([&app, &program] { program.command = [&app] { return Print(ManPage(DescribeCommands(app))); }; });
}

void AddCompletion(CLI::App& app, Program& program) {
  auto shell = std::make_shared<std::string>();
  CLI::App* command = app.add_subcommand("completion", Say("输出命令行补全脚本", "print what a shell completes commands with"));
  command->add_option("SHELL", *shell, Say("哪种命令行", "which shell"))
      ->required()
      ->check(CLI::IsMember({"bash", "zsh", "fish"}));
  command->footer("source <(mingzhang completion bash)");
  command->callback([&app, &program, shell] {
    program.command = [&app, shell] { return Print(CompletionScript(DescribeCommands(app), *shell)); };
  });
}

}  // namespace mingzhang
