// Any text in place of one file of a grammar: loaded, or refused with a place; and what was loaded can
// be worked with. An input is the name of the file, a line end, and its text.
#include <algorithm>
#include <functional>

#include <nlohmann/json.hpp>

#include "extractor/grammar/text_grammar.h"
#include "extractor/grammar/toml_reader.h"
#include "extractor/output/extraction_json.h"
#include "tests/fuzz/seeds.h"
#include "tests/fuzz/target.h"

namespace mingzhang::fuzz {
namespace {

constexpr size_t kChunk = 4000;

constexpr std::string_view kText =
    "云川市青禾区文化馆2024年单位预算\n\n一、收入预算情况\n2024年收入预算512.30万元，比2023年500.00万元增加12.30万元，增长2.64%。\n"
    "（一）其中：基本支出400.10万元，占78.10%；项目支出112.20万元。\n2. 无因公出国（境）费，车辆3辆，下降百分之三。\n";

template <typename T>
Status StatusOf(const Result<T>& result) {
  return result.ok() ? Status() : Status(result.error());
}

bool IsRules(std::string_view name) { return name.starts_with("rules/"); }

// The tables of `text` in pieces of about `kChunk` bytes.
std::vector<std::string> Chunks(const std::string& text) {
  std::vector<std::string> chunks;
  for (size_t begin = 0; begin < text.size();) {
    size_t end = text.find("\n[[", std::min(begin + kChunk, text.size()));
    end = end == std::string::npos ? text.size() : end + 1;
    chunks.push_back(text.substr(begin, end - begin));
    begin = end;
  }
  return chunks;
}

// The grammar of the program cut down to what loads fast: all concepts, no rules, the head of the rest.
const std::vector<GrammarFile>& SmallGrammar() {
  static const std::vector<GrammarFile> files = [] {
    std::vector<GrammarFile> kept;
    for (const GrammarFile& file : ProgramGrammar().files()) {
      const bool whole = file.name == "concepts.toml" || file.name == "text.toml" || file.name == "documents.toml";
      if (!IsRules(file.name)) kept.push_back({file.name, whole ? file.text : Chunks(file.text).front()});
    }
    const auto loaded = Grammar::FromFiles(kept);
    Promise(loaded.ok(), loaded.ok() ? "" : loaded.error().ToString().c_str());
    return kept;
  }();
  return files;
}

std::vector<GrammarFile> With(std::string_view name, std::string_view text) {
  std::vector<GrammarFile> files = SmallGrammar();
  const auto same = std::find_if(files.begin(), files.end(), [&](const GrammarFile& file) { return file.name == name; });
  if (same != files.end()) same->text = text;
  else files.push_back({IsRules(name) ? std::string(name) : "rules/fuzz.toml", std::string(text)});
  return files;
}

// The one file by itself, as far as a file can be read by itself.
Status LoadAlone(const GrammarFile& file) {
  const auto find = [](std::string_view id) { return ProgramGrammar().FindConcept(id); };
  TextOptions text;
  OutlineOptions outline;
  DocumentWords words;
  if (file.name == "text.toml") return LoadTextOptions(file, &text);
  if (file.name == "sections.toml") return LoadSectionRoles(file, find, &outline);
  if (file.name == "documents.toml") return LoadDocumentWords(file, &words);
  if (file.name == "clauses.toml") return StatusOf(LoadClauses(file));
  if (file.name == "units.toml") return StatusOf(LoadUnits(file));
  if (IsRules(file.name)) return StatusOf(LoadRules({file}, find));
  return StatusOf(ParseToml(file));
}

// A whole grammar takes its time: a fuzzer loads one for some of the inputs that are well by themselves.
bool WorthTheWhole(std::string_view input) { return std::hash<std::string_view>()(input) % MINGZHANG_WHOLE_EVERY == 0; }

void HasPlace(const Error& error) {
  Promise(!error.message.empty(), "an error says what is wrong");
  Promise(!error.file.empty() && error.line > 0 && error.column > 0, "an error of a grammar has a place");
}

void ReadWith(const Grammar& grammar) {
  const auto document = Pipeline(grammar).Run("fuzz.txt", kText);
  Promise(document.ok(), "a loaded grammar reads a text");
  std::string json;
  WriteJson(**document, grammar, {.all_spans = true}, &json);
  Promise(nlohmann::json::accept(json), "an extraction is JSON, whatever the grammar");
}

}  // namespace

void Try(std::string_view input) {
  const size_t end = std::min(input.find('\n'), input.size());
  const std::string name(end == 0 ? "unnamed.toml" : input.substr(0, end)), text(input.substr(std::min(end + 1, input.size())));
  if (const Status status = LoadAlone({name, text})) return HasPlace(*status);
  if (!WorthTheWhole(input)) return;
  const auto grammar = Grammar::FromFiles(With(name, text));
  if (grammar.ok()) ReadWith(**grammar);
  else HasPlace(grammar.error());
}

std::vector<std::string> Seeds() {
  std::vector<std::string> seeds;
  for (const GrammarFile& file : ProgramGrammar().files()) {
    for (const std::string& chunk : Chunks(file.text)) seeds.push_back(file.name + "\n" + chunk);
  }
  return seeds;
}

}  // namespace mingzhang::fuzz
