#include <fmt/core.h>

#include "tools/command_tree.h"

namespace mingzhang {
namespace {

std::string Joined(const std::vector<std::string>& words) {
  std::string out;
  for (const std::string& word : words) out += (out.empty() ? "" : " ") + word;
  return out;
}

// What stands in the script for a value: the words themselves, or the name of a kind.
std::string ValueWords(const FlagText& flag) {
  switch (flag.kind) {
    case ValueKind::kChoice: return "words " + Joined(flag.choices);
    case ValueKind::kFile: return "file";
    case ValueKind::kFolder: return "folder";
    default: return "other";
  }
}

std::string CommandsOf(const CommandText& command) {
  std::vector<std::string> words;
  for (const CommandText& below : command.commands) words.push_back(below.name);
  return Joined(words);
}

void AddNames(const std::vector<FlagText>& options, std::vector<std::string>* words) {
  for (const FlagText& option : options) words->insert(words->end(), option.names.begin(), option.names.end());
}

// Its own, and those of the program, which may stand anywhere.
std::string OptionsOf(const CommandText& command, const CommandText& program) {
  std::vector<std::string> words;
  AddNames(command.options, &words);
  if (&command != &program) AddNames(program.options, &words);
  return Joined(words);
}

// The lines of case statements: what to offer for a command, or for a command and an option.
struct Cases {
  std::string commands, options, arguments, values;
};

void AddCase(const std::string& pattern, const std::string& words, std::string* cases) {
  if (!words.empty()) *cases += fmt::format("    {}) echo '{}' ;;\n", pattern, words);
}

void AddCommand(const CommandText& command, const CommandText& program, Cases* cases) {
  const std::string path = "'" + command.path + "'";
  AddCase(path, CommandsOf(command), &cases->commands);
  AddCase(path, OptionsOf(command, program), &cases->options);
  if (!command.arguments.empty()) AddCase(path, ValueWords(command.arguments.front()), &cases->arguments);
  const std::string any_path = &command == &program ? "*" : path;
  for (const FlagText& option : command.options) {
    if (option.kind == ValueKind::kNone) continue;
    for (const std::string& name : option.names) AddCase(any_path + "'|" + name + "'", ValueWords(option), &cases->values);
  }
}

constexpr std::string_view kMain = R"sh(
_mingzhang_complete() {
  local kind=$1 words=$1 current=$2
  case $kind in
    file)
      compopt -o filenames 2>/dev/null
      if [[ $current == @* ]]; then mapfile -t COMPREPLY < <(compgen -P @ -f -- "${current#@}")
      else mapfile -t COMPREPLY < <(compgen -f -- "$current"); fi ;;
    folder)
      compopt -o filenames 2>/dev/null
      mapfile -t COMPREPLY < <(compgen -d -- "$current") ;;
    words*) mapfile -t COMPREPLY < <(compgen -W "${words#words}" -- "$current") ;;
  esac
}

_mingzhang() {
  local current=${COMP_WORDS[COMP_CWORD]} before=${COMP_WORDS[COMP_CWORD-1]} path= word value
  COMPREPLY=()
  if [[ $current == '=' ]]; then current=
  elif [[ $before == '=' ]]; then before=${COMP_WORDS[COMP_CWORD-2]}; fi
  for word in "${COMP_WORDS[@]:1:COMP_CWORD-1}"; do
    word="${path:+$path }$word"
    if [[ -n $(_mingzhang_options "$word") ]]; then path=$word; fi
  done
  value=$(_mingzhang_values "$path|$before")
  if [[ -n $value ]]; then _mingzhang_complete "$value" "$current"
  elif [[ $current == -* ]]; then _mingzhang_complete "words $(_mingzhang_options "$path")" "$current"
  else
    value=$(_mingzhang_arguments "$path")
    _mingzhang_complete "${value:-words $(_mingzhang_commands "$path")}" "$current"
  fi
}

complete -F _mingzhang mingzhang
)sh";

}  // namespace

std::string BashCompletion(const CommandText& program) {
  Cases cases;
  for (const CommandText* command : AllCommands(program)) AddCommand(*command, program, &cases);
  std::string out = "# bash completion of mingzhang, printed by: mingzhang completion bash\n";
  const std::pair<const char*, const std::string&> kFunctions[] = {
      {"commands", cases.commands}, {"options", cases.options}, {"arguments", cases.arguments}, {"values", cases.values}};
  for (const auto& [name, lines] : kFunctions) {
    out += fmt::format("\n_mingzhang_{}() {{\n  case $1 in\n{}  esac\n}}\n", name, lines);
  }
  return out.append(kMain);
}

}  // namespace mingzhang
