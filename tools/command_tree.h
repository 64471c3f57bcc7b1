// The command line as plain data: what the man page and the completions of shells are made from, so
// that they say what the program takes and nothing else.
#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace CLI {
class App;
class Option;
}

namespace mingzhang {

// What stands after an option, or what an argument is.
enum class ValueKind : uint8_t { kNone, kFile, kFolder, kChoice, kOther };

struct FlagText {
  std::vector<std::string> names;    // "-o", "--output"; the bare name of an argument
  std::string description;
  ValueKind kind = ValueKind::kNone;
  std::string value_name;            // "FILE"; empty for flags and arguments
  std::vector<std::string> choices;  // of kChoice
  std::string otherwise;             // the default; may be empty
  bool required = false;
  bool repeated = false;             // may have more than one value
};

struct CommandText {
  std::string name;                  // "check"
  std::string path;                  // "grammar check"; empty for the program itself
  std::string description;
  std::vector<std::string> examples;
  std::vector<FlagText> options, arguments;
  std::vector<CommandText> commands;
};

// Everything below `app`.
CommandText DescribeCommands(const CLI::App& app);

// `command` and everything below it, from the top.
std::vector<const CommandText*> AllCommands(const CommandText& command);

// The man page mingzhang.1 in man(7), in the language of this run.
std::string ManPage(const CommandText& program);

// A script for the shell to read; empty for a shell that is not known.
std::string CompletionScript(const CommandText& program, std::string_view shell);
std::string BashCompletion(const CommandText& program);
std::string ZshCompletion(const CommandText& program);
std::string FishCompletion(const CommandText& program);

}  // namespace mingzhang
