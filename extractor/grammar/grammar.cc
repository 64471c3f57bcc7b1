#include "extractor/grammar/grammar.h"

#include <algorithm>
#include <cstdio>
#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <sstream>

#include <fmt/format.h>

#include "extractor/base/digest.h"
#include "extractor/grammar/embedded.h"
#include "extractor/grammar/text_grammar.h"

namespace mingzhang {
namespace {

constexpr uintmax_t kLargestFile = 4u << 20;  // a grammar is untrusted: no file of it needs more

const GrammarFile* FileNamed(const std::vector<GrammarFile>& files, std::string_view name) {
  const auto found = std::find_if(files.begin(), files.end(), [&](const GrammarFile& file) { return file.name == name; });
  return found == files.end() ? nullptr : &*found;
}

Result<GrammarFile> ReadFile(const std::filesystem::path& path, std::string name) {
  Error error;
  error.file = path.string();
  std::error_code code;
  if (std::filesystem::file_size(path, code) > kLargestFile || code) {
    error.message = code ? code.message() : "larger than a grammar file may be";
    return error;
  }
  std::ifstream stream(path, std::ios::binary);
  std::ostringstream text;
  text << stream.rdbuf();
  if (!stream) {
    error.message = "cannot be read";
    return error;
  }
  return GrammarFile{std::move(name), std::move(text).str()};
}

std::string Fingerprint(const std::vector<GrammarFile>& files) {
  std::string all;
  for (const GrammarFile& file : files) all += fmt::format("{}\n{}\n{}\n", file.name, file.text.size(), file.text);
  return Sha256Hex(all);
}

}  // namespace

Status Grammar::Load() {
  for (const std::string_view name : {"text.toml", "sections.toml", "documents.toml", "concepts.toml", "clauses.toml", "units.toml"}) {
    if (!FileNamed(files_, name)) {
      Error error;
      error.message = fmt::format("the grammar has no {}", name);
      error.hint = "copy the project's grammars/ and change that";
      return error;
    }
  }
  auto vocabulary = LoadVocabulary(files_);
  if (!vocabulary.ok()) return vocabulary.error();
  vocabulary_ = std::move(vocabulary).value();
  lexicon_.Build(std::move(vocabulary_.words));
  const auto find = [this](std::string_view id) { return FindConcept(id); };
  if (const Status status = LoadTextOptions(*FileNamed(files_, "text.toml"), &text_)) return status;
  if (const Status status = LoadSectionRoles(*FileNamed(files_, "sections.toml"), find, &outline_)) return status;
  if (const Status status = LoadDocumentWords(*FileNamed(files_, "documents.toml"), &document_)) return status;
  auto clauses = LoadClauses(*FileNamed(files_, "clauses.toml"));
  if (!clauses.ok()) return clauses.error();
  clauses_ = std::move(clauses).value();
  auto units = LoadUnits(*FileNamed(files_, "units.toml"));
  if (!units.ok()) return units.error();
  unit_grammar_ = std::move(units).value();
  auto rules = LoadRules(files_, find);
  if (!rules.ok()) return rules.error();
  rules_ = std::move(rules).value();
  sha256_ = Fingerprint(files_);
  return std::nullopt;
}

Result<std::unique_ptr<Grammar>> Grammar::FromFiles(std::vector<GrammarFile> files) {
  auto grammar = std::make_unique<Grammar>();
  grammar->files_ = std::move(files);
  if (const Status status = grammar->Load()) return *status;
  return grammar;
}

Result<std::unique_ptr<Grammar>> Grammar::FromFolder(const std::string& folder) {
  namespace fs = std::filesystem;
  std::error_code code;
  std::vector<fs::path> paths;
  for (fs::recursive_directory_iterator entry(folder, code), end; !code && entry != end; entry.increment(code)) {
    if (entry->path().extension() == ".toml") paths.push_back(entry->path());
  }
  if (code) {
    Error error;
    error.message = code.message();
    error.file = folder;
    error.hint = "--grammar names a folder of .toml files";
    return error;
  }
  std::vector<GrammarFile> files;
  for (const fs::path& path : paths) {
    auto file = ReadFile(path, fs::relative(path, folder, code).generic_string());
    if (!file.ok()) return file.error();
    files.push_back(std::move(file).value());
  }
  std::sort(files.begin(), files.end(), [](const GrammarFile& a, const GrammarFile& b) { return a.name < b.name; });
  return FromFiles(std::move(files));
}

const Grammar& Grammar::Embedded() {
  static const std::unique_ptr<Grammar> grammar = [] {
    auto files = EmbeddedGrammarFiles();
    for (GrammarFile& file : files) file.tested = true;
    auto loaded = FromFiles(std::move(files));
    if (!loaded.ok()) {
      std::fprintf(stderr, "mingzhang: the embedded grammar is broken: %s\n", loaded.error().ToString().c_str());
      std::abort();
    }
    return std::move(loaded).value();
  }();
  return *grammar;
}

bool Grammar::IsDescendant(ConceptId child, ConceptId ancestor) const {
  for (ConceptId at = child; at != kNoConcept; at = ConceptOf(at).parent) {
    if (at == ancestor) return true;
  }
  return false;
}

}  // namespace mingzhang
