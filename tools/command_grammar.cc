// mingzhang grammar: work on grammar files without C++.
#include <algorithm>
#include <memory>

#include <CLI/CLI.hpp>
#include <fmt/format.h>
#include <unistd.h>

#include "tools/file_io.h"
#include "tools/grammar_delta.h"
#include "tools/grammar_examples.h"
#include "tools/grammar_text.h"
#include "tools/input_flags.h"
#include "tools/program.h"

namespace mingzhang {
namespace {

struct Flags {
  std::string folder, what = "concepts", id, old_folder, new_folder;
  InputOptions input;
};

int Print(const std::string& text) {
  const Status status = WriteAll(STDOUT_FILENO, text, "stdout");
  if (status) Complain(*status);
  return status ? kTrouble : kFine;
}

int RunCheck(Program& program, const Flags& flags) {
  if (!flags.folder.empty()) program.grammar_folder = flags.folder;
  const Grammar* grammar = program.LoadGrammar();
  return grammar == nullptr ? kTrouble : Print(GrammarSummary(*grammar));
}

int RunList(Program& program, const Flags& flags) {
  const Grammar* grammar = program.LoadGrammar();
  return grammar == nullptr ? kTrouble : Print(GrammarList(*grammar, flags.what));
}

int RunExplain(Program& program, const Flags& flags) {
  const Grammar* grammar = program.LoadGrammar();
  if (grammar == nullptr) return kTrouble;
  const std::string text = GrammarExplanation(*grammar, flags.id);
  if (!text.empty()) return Print(text);
  Complain(flags.id, Say("没有这样的规则、概念或句式", "no rule, concept or clause pattern is called so"),
           "mingzhang grammar list rules");
  return kTrouble;
}

int RunTest(Program& program) {
  const Grammar* grammar = program.LoadGrammar();
  if (grammar == nullptr) return kTrouble;
  const ExampleReport report = TestExamples(*grammar);
  for (const std::string& failure : report.failures) Complain("", failure);
  const std::string summary = fmt::format("{} examples, {} failed\n", report.examples, report.failures.size());
  const int code = Print(summary);
  return report.failures.empty() ? code : kFound;
}

int RunDelta(const Flags& flags) {
  const auto before = Grammar::FromFolder(flags.old_folder), after = Grammar::FromFolder(flags.new_folder);
  if (!before.ok() || !after.ok()) {
    Complain(before.ok() ? after.error() : before.error());
    return kTrouble;
  }
  return PrintGrammarDelta(**before, **after, flags.input);
}

using Command = std::shared_ptr<Flags>;

void AddCheck(CLI::App& app, Program& program, const Command& flags) {
  CLI::App* check = app.add_subcommand("check", Say("检查语法文件", "check grammar files"));
  check->add_option("DIR", flags->folder, Say("语法目录，默认内置", "the grammar's folder; default the built-in one"));
  check->footer("mingzhang grammar check grammars/");
  check->callback([flags, &program] { program.command = [flags, &program] { return RunCheck(program, *flags); }; });
}

void AddList(CLI::App& app, Program& program, const Command& flags) {
  CLI::App* list = app.add_subcommand("list", Say("列出内容", "list what is in the grammar"));
  list->add_option("WHAT", flags->what, Say("列出什么", "what to list"))
      ->check(CLI::IsMember({"concepts", "words", "units", "clauses", "rules", "files"}))
      ->capture_default_str();
  list->footer("mingzhang grammar list rules");
  list->callback([flags, &program] { program.command = [flags, &program] { return RunList(program, *flags); }; });
}

void AddExplain(CLI::App& app, Program& program, const Command& flags) {
  CLI::App* explain = app.add_subcommand("explain", Say("解释规则、概念或句式", "explain a rule, concept or clause pattern"));
  explain->add_option("ID", flags->id, Say("规则、概念或句式的名称", "the name of a rule, concept or clause pattern"))
      ->type_name("NAME")
      ->required();
  explain->footer("mingzhang grammar explain AR002");
  explain->callback([flags, &program] { program.command = [flags, &program] { return RunExplain(program, *flags); }; });
}

void AddTest(CLI::App& app, Program& program) {
  CLI::App* test = app.add_subcommand("test", Say("运行所有例子和反例", "run all examples and counterexamples"));
  test->footer("mingzhang --grammar grammars/ grammar test");
  test->callback([&program] { program.command = [&program] { return RunTest(program); }; });
}

void AddDelta(CLI::App& app, Program& program, const Command& flags) {
  CLI::App* delta = app.add_subcommand("delta", Say("语法改动对文本的影响", "what a grammar change does to texts"));
  delta->add_option("OLD", flags->old_folder, Say("旧语法目录", "folder of the old grammar"))->type_name("DIR")->required();
  delta->add_option("NEW", flags->new_folder, Say("新语法目录", "folder of the new grammar"))->type_name("DIR")->required();
  AddInputFlags(*delta, flags->input);
  delta->footer("mingzhang grammar delta old-grammars/ grammars/ corpus/");
  delta->callback([flags, &program] { program.command = [flags] { return RunDelta(*flags); }; });
}

}  // namespace

void AddGrammar(CLI::App& app, Program& program) {
  auto flags = std::make_shared<Flags>();
  CLI::App* command = app.add_subcommand("grammar", Say("检查和了解语法文件", "work on grammar files"));
  command->require_subcommand(1);
  AddCheck(*command, program, flags);
  AddList(*command, program, flags);
  AddExplain(*command, program, flags);
  AddTest(*command, program);
  AddDelta(*command, program, flags);
}

}  // namespace mingzhang
