#include <fmt/core.h>

#include "tools/command_tree.h"

namespace mingzhang {
namespace {

std::string Replaced(std::string text, std::string_view what, std::string_view with) {
  for (size_t at = 0; (at = text.find(what, at)) != std::string::npos; at += with.size()) text.replace(at, what.size(), with);
  return text;
}

// Between single quotes, where a colon and a closing bracket end a part.
std::string Described(const std::string& text) {
  return Replaced(Replaced(Replaced(text, "'", "'\\''"), ":", "\\:"), "]", "\\]");
}

std::string Action(const FlagText& flag) {
  switch (flag.kind) {
    case ValueKind::kNone: return "";
    case ValueKind::kFile: return "_files";
    case ValueKind::kFolder: return "_files -/";
    case ValueKind::kOther: return " ";
    case ValueKind::kChoice: break;
  }
  std::string words;
  for (const std::string& choice : flag.choices) words += (words.empty() ? "" : " ") + choice;
  return "(" + words + ")";
}

// '--spans=[places given with a fact]:value:(value all)'
std::string Specification(const FlagText& option, const std::string& name) {
  std::string out = option.repeated ? "'*" : "'";
  if (!option.repeated && option.names.size() > 1) {
    out += "(";
    for (const std::string& other : option.names) out += (out.back() == '(' ? "" : " ") + other;
    out += ")";
  }
  out += name;
  if (option.kind != ValueKind::kNone) out += name.starts_with("--") ? "=" : "+";
  out += "[" + Described(option.description) + "]";
  if (option.kind != ValueKind::kNone) out += ":" + Described(option.value_name) + ":" + Action(option);
  return out + "'";
}

std::string Argument(const FlagText& argument) {
  return fmt::format("'{}:{}:{}'", argument.repeated ? "*" : "", Described(argument.names.front()), Action(argument));
}

std::string FunctionName(const CommandText& command) {
  return "_mingzhang" + (command.path.empty() ? "" : "_" + Replaced(command.path, " ", "_"));
}

// The choice between the commands below one.
std::string Branches(const CommandText& command) {
  std::string descriptions, branches;
  for (const CommandText& below : command.commands) {
    descriptions += fmt::format("\n        '{}:{}'", below.name, Replaced(Replaced(below.description, "'", "'\\''"), ":", "\\:"));
    branches += fmt::format("        {}) {} ;;\n", below.name, FunctionName(below));
  }
  return fmt::format(
      "  case $state in\n    command)\n      local -a commands=({})\n      _describe command commands ;;\n"
      "    rest)\n      case $line[1] in\n{}      esac ;;\n  esac\n", descriptions, branches);
}

std::string Function(const CommandText& command) {
  const bool branches = !command.commands.empty();
  std::string out = fmt::format("\n{}() {{\n", FunctionName(command));
  if (branches) out += "  local context state line\n  typeset -A opt_args\n";
  out += branches ? "  _arguments -C -S" : "  _arguments -S";
  for (const FlagText& option : command.options) {
    for (const std::string& name : option.names) out += " \\\n    " + Specification(option, name);
  }
  for (const FlagText& argument : command.arguments) out += " \\\n    " + Argument(argument);
  if (branches) out += " \\\n    '1:command:->command' \\\n    '*::argument:->rest'";
  out += "\n";
  if (branches) out += Branches(command);
  return out + "}\n";
}

}  // namespace

std::string ZshCompletion(const CommandText& program) {
  std::string out = "#compdef mingzhang\n# zsh completion of mingzhang, printed by: mingzhang completion zsh\n";
  for (const CommandText* command : AllCommands(program)) out += Function(*command);
  return out + "\nif [[ $funcstack[1] == _mingzhang ]]; then _mingzhang \"$@\"; else compdef _mingzhang mingzhang; fi\n";
}

}  // namespace mingzhang
