#include <fmt/core.h>

#include "tools/command_tree.h"

namespace mingzhang {
namespace {

std::string Quoted(const std::string& text) {
  std::string out = "'";
  for (const char c : text) {
    if (c == '\'' || c == '\\') out += '\\';
    out += c;
  }
  return out + "'";
}

std::string Choices(const FlagText& flag) {
  std::string words;
  for (const std::string& choice : flag.choices) words += (words.empty() ? "" : " ") + choice;
  return Quoted(words);
}

std::string Value(const FlagText& flag) {
  switch (flag.kind) {
    case ValueKind::kNone: return "";
    case ValueKind::kFile: return " -r -F";
    case ValueKind::kFolder: return " -x -a '(__fish_complete_directories)'";
    case ValueKind::kChoice: return " -x -a " + Choices(flag);
    case ValueKind::kOther: return " -x";
  }
  return "";
}

// Where the line stands, as a condition.
std::string At(const CommandText& command) { return "-n '__mingzhang_at " + command.path + "'"; }

void AddOption(const FlagText& option, const std::string& condition, std::string* out) {
  *out += "complete -c mingzhang" + condition;
  for (const std::string& name : option.names) {
    *out += name.starts_with("--") ? " -l " + name.substr(2) : " -s " + name.substr(1);
  }
  *out += Value(option) + " -d " + Quoted(option.description) + "\n";
}

void AddCommand(const CommandText& command, std::string* out) {
  *out += "\n";
  for (const CommandText& below : command.commands) {
    *out += fmt::format("complete -c mingzhang {} -a {} -d {}\n", At(command), below.name, Quoted(below.description));
  }
  const bool is_program = command.path.empty();  // its options may stand anywhere
  for (const FlagText& option : command.options) AddOption(option, is_program ? "" : " " + At(command), out);
  if (command.arguments.empty()) return;
  const FlagText& argument = command.arguments.front();
  if (argument.kind == ValueKind::kFile || argument.kind == ValueKind::kFolder) {
    *out += fmt::format("complete -c mingzhang {} -F\n", At(command));
  } else if (argument.kind == ValueKind::kChoice) {
    *out += fmt::format("complete -c mingzhang {} -a {}\n", At(command), Choices(argument));
  }
}

}  // namespace

std::string FishCompletion(const CommandText& program) {
  std::string paths;
  for (const CommandText* command : AllCommands(program)) {
    if (command != &program) paths += " " + Quoted(command->path);
  }
  std::string out = "# fish completion of mingzhang, printed by: mingzhang completion fish\n";
  out += fmt::format(
      "function __mingzhang_at\n  set -l path ''\n  for word in (commandline -opc)[2..-1]\n"
      "    set -l deeper (string trim -- \"$path $word\")\n"
      "    if contains -- $deeper{}\n      set path $deeper\n    end\n  end\n  test \"$path\" = \"$argv\"\nend\n"
      "complete -c mingzhang -f\n", paths);
  for (const CommandText* command : AllCommands(program)) AddCommand(*command, &out);
  return out;
}

}  // namespace mingzhang
