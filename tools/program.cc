#include "tools/program.h"

#include <fmt/format.h>

namespace mingzhang {
namespace {

Language language = Language::kEnglish;

// A name with line ends or escape sequences must not write on the terminal.
std::string WithoutControls(std::string_view name) {
  std::string visible;
  for (const char byte : name) {
    const auto code = static_cast<unsigned char>(byte);
    if (code < 0x20 || code == 0x7F) visible += fmt::format("\\x{:02X}", code);
    else visible.push_back(byte);
  }
  return visible;
}

}  // namespace

void SetLanguage(Language chosen) { language = chosen; }
Language CurrentLanguage() { return language; }
const char* Say(const char* chinese, const char* english) { return language == Language::kChinese ? chinese : english; }

void Complain(std::string_view name, std::string_view what, std::string_view hint) {
  std::string line = "mingzhang: ";
  if (!name.empty()) line.append(name).append(": ");
  line.append(what);
  if (!hint.empty()) line.append(" (").append(hint).append(")");
  line.push_back('\n');
  std::fwrite(line.data(), 1, line.size(), stderr);
}

void Complain(const Error& error) {
  Error visible = error;
  visible.file = WithoutControls(error.file);
  Complain("", visible.ToString());
}

const Grammar* Program::LoadGrammar() {
  if (grammar_folder.empty()) return &Grammar::Embedded();
  auto grammar = Grammar::FromFolder(grammar_folder);
  if (!grammar.ok()) {
    Complain(grammar.error());
    return nullptr;
  }
  loaded_ = std::move(grammar).value();
  return loaded_.get();
}

}  // namespace mingzhang
