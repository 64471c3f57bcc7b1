#include "tools/command_tree.h"

#include <sstream>

#include <CLI/CLI.hpp>

namespace mingzhang {
namespace {

std::vector<std::string> SplitAt(std::string_view text, char separator) {
  std::vector<std::string> parts;
  std::istringstream stream{std::string(text)};
  for (std::string part; std::getline(stream, part, separator);) parts.push_back(part);
  return parts;
}

// "TEXT:{value,all}": what the parser says a value is; a set of words is all the values there are.
void TakeType(const std::string& type, bool is_argument, FlagText* flag) {
  const size_t open = type.find('{'), close = type.rfind('}');
  flag->value_name = type.substr(0, type.find(':'));
  flag->kind = ValueKind::kOther;
  if (open != std::string::npos && close != std::string::npos) {
    flag->choices = SplitAt(std::string_view(type).substr(open + 1, close - open - 1), ',');
    flag->kind = ValueKind::kChoice;
  } else if (flag->value_name == "DIR" || flag->names.back() == "DIR") {
    flag->kind = ValueKind::kFolder;
  } else if (flag->value_name == "FILE" || (is_argument && flag->value_name == "TEXT")) {
    flag->kind = ValueKind::kFile;
  }
  if (is_argument) flag->value_name.clear();
}

FlagText Describe(const CLI::Option& option) {
  FlagText flag;
  for (const std::string& name : option.get_snames()) flag.names.push_back("-" + name);
  for (const std::string& name : option.get_lnames()) flag.names.push_back("--" + name);
  if (option.get_positional()) flag.names.push_back(option.get_name(true));
  flag.description = option.get_description();
  flag.otherwise = option.get_default_str();
  flag.required = option.get_required();
  flag.repeated = option.get_items_expected_max() > 1;
  if (option.get_items_expected_max() > 0) TakeType(option.get_type_name(), option.get_positional(), &flag);
  return flag;
}

CommandText Describe(const CLI::App& app, const std::string& path) {
  CommandText command;
  command.name = app.get_name();
  command.path = path;
  command.description = app.get_description();
  command.examples = SplitAt(app.get_footer(), '\n');
  for (const CLI::Option* option : app.get_options()) {
    (option->get_positional() ? command.arguments : command.options).push_back(Describe(*option));
  }
  for (const CLI::App* below : app.get_subcommands([](const CLI::App*) { return true; })) {
    command.commands.push_back(Describe(*below, path + (path.empty() ? "" : " ") + below->get_name()));
  }
  return command;
}

void Collect(const CommandText& command, std::vector<const CommandText*>* all) {
  all->push_back(&command);
  for (const CommandText& below : command.commands) Collect(below, all);
}

}  // namespace

CommandText DescribeCommands(const CLI::App& app) { return Describe(app, ""); }

std::vector<const CommandText*> AllCommands(const CommandText& command) {
  std::vector<const CommandText*> all;
  Collect(command, &all);
  return all;
}

std::string CompletionScript(const CommandText& program, std::string_view shell) {
  if (shell == "bash") return BashCompletion(program);
  if (shell == "zsh") return ZshCompletion(program);
  return shell == "fish" ? FishCompletion(program) : "";
}

}  // namespace mingzhang
