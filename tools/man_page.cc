#include <fmt/core.h>

#include "extractor/output/version.h"
#include "tools/command_tree.h"
#include "tools/program.h"

namespace mingzhang {
namespace {

// Chinese has no spaces: a line may be broken after a mark.
bool EndsInBreak(std::string_view text) {
  for (const std::string_view mark : {"，", "。", "、", "；", "："}) {
    if (text.ends_with(mark)) return true;
  }
  return false;
}

// Text as roff prints it: no escapes, no requests, hyphens that can be copied.
std::string Plain(std::string_view text) {
  std::string out;
  for (const char c : text) {
    const bool at_start = out.empty() || out.back() == '\n';
    if (at_start && (c == '.' || c == '\'')) out += "\\&";
    if (c == '\\') out += "\\e";
    else if (c == '-') out += "\\-";
    else out += c;
    if (EndsInBreak(out)) out += "\\:";
  }
  return out;
}

std::string Bold(std::string_view text) { return "\\fB" + Plain(text) + "\\fR"; }
std::string Italic(std::string_view text) { return "\\fI" + Plain(text) + "\\fR"; }

void Paragraph(std::string_view text, std::string* out) { *out += fmt::format(".PP\n{}\n", Plain(text)); }

// INPUT…, [DIR]
std::string Argument(const FlagText& argument) {
  const std::string name = Italic(argument.names.front()) + (argument.repeated ? " ..." : "");
  return argument.required ? name : "[" + name + "]";
}

std::string Choices(const FlagText& flag) {
  std::string out;
  for (const std::string& choice : flag.choices) out += (out.empty() ? "" : "|") + Bold(choice);
  return out;
}

// -o, --output FILE
std::string Heading(const FlagText& flag) {
  std::string out;
  for (const std::string& name : flag.names) out += (out.empty() ? "" : ", ") + Bold(name);
  if (flag.kind == ValueKind::kNone) return out;
  if (!flag.choices.empty()) return out + " " + Choices(flag);
  if (!flag.value_name.empty()) out += " " + Italic(flag.value_name);
  return flag.repeated ? out + " ..." : out;
}

void Flags(const std::vector<FlagText>& flags, std::string* out) {
  for (const FlagText& flag : flags) {
    *out += fmt::format(".TP\n{}\n{}", Heading(flag), Plain(flag.description));
    if (!flag.otherwise.empty()) *out += Say("；默认 ", "; default ") + Plain(flag.otherwise);
    *out += "\n";
  }
}

void Examples(const std::vector<std::string>& examples, std::string* out) {
  if (examples.empty()) return;
  *out += ".PP\n.RS\n.nf\n";
  for (const std::string& example : examples) *out += Plain(example) + "\n";
  *out += ".fi\n.RE\n";
}

void Command(const CommandText& command, std::string* out) {
  std::string usage = Bold(fmt::format("{} {}", kProgramName, command.path));
  if (!command.commands.empty()) usage += " " + Italic("COMMAND");
  usage += std::string(" [") + Italic("OPTIONS") + "]";
  for (const FlagText& argument : command.arguments) usage += " " + Argument(argument);
  *out += fmt::format(".SS {}\n{}\n.PP\n{}\n", command.path, usage, Plain(command.description));
  Flags(command.arguments, out);
  Flags(command.options, out);
  Examples(command.examples, out);
}

void ExitStatus(std::string* out) {
  *out += fmt::format(".SH {}\n", Say("退出状态", "EXIT STATUS"));
  const struct {
    int code;
    const char* meaning;
  } kCodes[] = {
      {kFine, Say("输入均已读取。", "Everything was read.")},
      {kFound, Say("有所查找的内容：矛盾、差异。", "What was asked for is there: a contradiction, a difference.")},
      {kTrouble, Say("输入无法读取，或命令行、语法有误。",
                     "An input could not be read, or the command line or the grammar is wrong.")}};
  for (const auto& [code, meaning] : kCodes) *out += fmt::format(".TP\n{}\n{}\n", Bold(std::to_string(code)), meaning);
}

void Surroundings(std::string* out) {
  *out += fmt::format(".SH {}\n.TP\n{}, {}, {}\n", Say("环境变量", "ENVIRONMENT"), Bold("LC_ALL"), Bold("LC_MESSAGES"), Bold("LANG"));
  *out += Plain(Say("第一个已设置的决定界面语言。", "The first that is set decides the language of messages.")) + "\n";
  *out += fmt::format(".SH {}\n.TP\n{}\n", Say("文件", "FILES"), Italic("mingzhang.toml"));
  *out += Plain(Say("当前目录中的项目文件：停用的规则、改动的级别、已接受的发现。",
                    "Project file in the current folder:\nrules that are off or graded otherwise, findings that are accepted.")) + "\n";
}

}  // namespace

std::string ManPage(const CommandText& program) {
  const std::string name(kProgramName);
  // No date: the page is a function of the program alone.
  std::string out = fmt::format(".TH MINGZHANG 1 \"\" \"{} {}\"\n", name, kVersion);
  const std::string_view description = program.description;
  const size_t colon = description.find(": ");
  out += fmt::format(".SH {}\n{} \\- {}\n", Say("名称", "NAME"), name,
                     Plain(colon == std::string_view::npos ? description : description.substr(colon + 2)));
  out += fmt::format(".SH {}\n{} [{}] {} ...\n", Say("概要", "SYNOPSIS"), Bold(name), Italic("OPTIONS"), Italic("COMMAND"));
  out += fmt::format(".SH {}", Say("描述", "DESCRIPTION"));
  out += "\n" + Plain(Say("读取部门预算、部门决算的公开文本，给出每个数字的含义和出处，并核对文中的计算、结构和用语。",
                          "Reads the published texts of Chinese government budgets and final accounts.\n"
                          "Says of every figure what it is and where it stands,\n"
                          "and checks the arithmetic, the structure and the wording.")) + "\n";
  Paragraph(Say("结果写到标准输出，其余写到标准错误。“-”表示标准输入。", "Results go to standard output, all else to standard error;\n- is standard input."), &out);
  out += fmt::format(".SH {}\n", Say("选项", "OPTIONS"));
  Flags(program.options, &out);
  out += fmt::format(".SH {}\n", Say("命令", "COMMANDS"));
  for (const CommandText* command : AllCommands(program)) {
    if (command != &program) Command(*command, &out);
  }
  ExitStatus(&out);
  Surroundings(&out);
  return out;
}

}  // namespace mingzhang
