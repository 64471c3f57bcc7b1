// What every command of the program shares: the language of its talk, its exit codes, the grammar.
#pragma once

#include <functional>
#include <memory>
#include <string>
#include <string_view>

#include "extractor/base/result.h"
#include "extractor/grammar/grammar.h"

namespace CLI {
class App;
}

namespace mingzhang {

inline constexpr int kFine = 0;     // done
inline constexpr int kFound = 1;    // what was asked for is there: a finding, a difference
inline constexpr int kTrouble = 2;  // an input could not be read, or a document failed

enum class Language { kChinese, kEnglish };

// Set once at the start of main, read everywhere.
void SetLanguage(Language language);
Language CurrentLanguage();
// The wording in the language of this run.
const char* Say(const char* chinese, const char* english);

// "mingzhang: name: what (what to do)" on stderr; name and hint may be empty.
void Complain(std::string_view name, std::string_view what, std::string_view hint = "");
void Complain(const Error& error);

// The program as a command sees it.
struct Program {
  std::string grammar_folder;      // --grammar; empty: the grammar embedded in the program
  std::function<int()> command;    // what the chosen command does; set while parsing

  // The grammar asked for; nullptr after saying what is wrong with it.
  const Grammar* LoadGrammar();

 private:
  std::unique_ptr<Grammar> loaded_;
};

// Each adds one command to the program.
void AddExtract(CLI::App& app, Program& program);
void AddMerge(CLI::App& app, Program& program);
void AddAudit(CLI::App& app, Program& program);
void AddScan(CLI::App& app, Program& program);
void AddDump(CLI::App& app, Program& program);
void AddGrammar(CLI::App& app, Program& program);
void AddSchema(CLI::App& app, Program& program);
void AddDiff(CLI::App& app, Program& program);
void AddPanel(CLI::App& app, Program& program);
void AddReport(CLI::App& app, Program& program);
void AddMan(CLI::App& app, Program& program);
void AddCompletion(CLI::App& app, Program& program);

}  // namespace mingzhang
