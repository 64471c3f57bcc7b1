#include "tools/program.h"

#include <fmt/core.h>

namespace mingzhang {
namespace {

Language language = Language::kEnglish;

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

void Complain(const Error& error) { Complain("", error.ToString()); }

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
