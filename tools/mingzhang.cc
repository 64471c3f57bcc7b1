// The program `mingzhang`: reads the command line and hands over to one command.
#include <cstdlib>
#include <cstring>
#include <exception>
#include <new>

#include <CLI/CLI.hpp>
#include <fmt/core.h>

#include "extractor/output/version.h"
#include "tools/program.h"

namespace mingzhang {
namespace {

Language LanguageNamed(const char* locale) {
  return std::strncmp(locale, "zh", 2) == 0 ? Language::kChinese : Language::kEnglish;
}

// The first of LC_ALL, LC_MESSAGES and LANG that is set decides, as for every program.
Language LanguageOfEnvironment() {
  for (const char* name : {"LC_ALL", "LC_MESSAGES", "LANG"}) {
    const char* locale = std::getenv(name);
    if (locale != nullptr && *locale != '\0') return LanguageNamed(locale);
  }
  return Language::kEnglish;
}

// --lang decides the wording of --help, so it is looked for before the command line is parsed.
Language LanguageOf(int argc, char** argv) {
  for (int i = 1; i < argc; ++i) {
    const std::string_view argument = argv[i];
    if (argument == "--lang" && i + 1 < argc) return LanguageNamed(argv[i + 1]);
    if (argument.starts_with("--lang=")) return LanguageNamed(argv[i] + 7);
  }
  return LanguageOfEnvironment();
}

void AddGlobalOptions(CLI::App& app, Program& program, std::string* lang) {
  app.add_option("--lang", *lang, Say("界面语言", "language of messages"))->check(CLI::IsMember({"zh", "en"}));
  app.add_option("--grammar", program.grammar_folder, Say("代替内置语法的目录", "use this folder, not the built-in grammar"))
      ->type_name("DIR");
  app.set_help_flag("-h,--help", Say("显示用法", "show how to use it"));
  app.set_version_flag("--version", fmt::format("{} {}", kProgramName, kVersion), Say("显示版本", "show the version"));
  app.fallthrough();
  app.require_subcommand(1);
}

void AddCommands(CLI::App& app, Program& program) {
  AddExtract(app, program);
  AddAudit(app, program);
  AddScan(app, program);
  AddDump(app, program);
  AddMerge(app, program);
  AddGrammar(app, program);
  AddSchema(app, program);
  AddDiff(app, program);
  AddPanel(app, program);
  AddReport(app, program);
  AddMan(app, program);
  AddCompletion(app, program);
}

// Help and version are what was asked for; anything else the parser says is a misuse.
int ReportParse(const CLI::App& app, const CLI::ParseError& error) {
  if (error.get_exit_code() == 0) return app.exit(error);
  Complain("", error.what(), Say("用 --help 查看用法", "see --help"));
  return kTrouble;
}

int Main(int argc, char** argv) {
  SetLanguage(LanguageOf(argc, argv));
  Program program;
  std::string lang;
  CLI::App app(Say("明账：把部门预决算公开文本变成经过核对的数据", "mingzhang: budget disclosures in, audited typed JSON out"),
               std::string(kProgramName));
  AddGlobalOptions(app, program, &lang);
  AddCommands(app, program);
  try {
    app.parse(argc, argv);
  } catch (const CLI::ParseError& error) {
    return ReportParse(app, error);
  }
  return program.command();
}

}  // namespace
}  // namespace mingzhang

int main(int argc, char** argv) {
  try {
    return mingzhang::Main(argc, argv);
  } catch (const std::bad_alloc&) {
    mingzhang::Complain("", mingzhang::Say("内存不足", "out of memory"),
                        mingzhang::Say("减小 --jobs 或 --max-bytes", "use fewer --jobs or a smaller --max-bytes"));
  } catch (const std::exception& error) {
    mingzhang::Complain("", error.what());
  }
  return mingzhang::kTrouble;
}
