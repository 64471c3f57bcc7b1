#include "tests/fuzz/seeds.h"

#include <algorithm>
#include <filesystem>
#include <fstream>
#include <sstream>

#include "tests/fuzz/target.h"

namespace mingzhang::fuzz {
namespace {

namespace fs = std::filesystem;

fs::path InTree(const std::string& name) { return fs::path(MINGZHANG_SOURCE_DIR) / name; }

std::vector<std::string> Lines(const std::string& text) {
  std::vector<std::string> lines;
  std::istringstream stream(text);
  for (std::string line; std::getline(stream, line);) lines.push_back(line);
  return lines;
}

// \xHH, \n, \r, \f and \t; everything else stands for itself.
std::string Unescape(std::string_view text) {
  static constexpr std::string_view kLetters = "nrft", kMeanings = "\n\r\f\t";
  std::string out;
  for (size_t i = 0; i < text.size(); ++i) {
    const size_t letter = i + 1 < text.size() && text[i] == '\\' ? kLetters.find(text[i + 1]) : std::string_view::npos;
    if (letter != std::string_view::npos) {
      out += kMeanings[letter];
      ++i;
    } else if (text.substr(i).starts_with("\\x") && i + 3 < text.size()) {
      out += static_cast<char>(std::stoi(std::string(text.substr(i + 2, 2)), nullptr, 16));
      i += 3;
    } else {
      out += text[i];
    }
  }
  return out;
}

void AddCells(const std::string& table, std::vector<std::string>* inputs) {
  for (const std::string& line : Lines(table)) {
    if (line.empty() || line[0] == '#') continue;
    std::istringstream row(line);
    for (std::string cell; std::getline(row, cell, '\t');) {
      if (cell.size() > 4) inputs->push_back(Unescape(cell));
    }
  }
}

// "=== name", the input, "---", what comes of it.
void AddCases(const std::string& cases, std::vector<std::string>* inputs) {
  bool inside = false;
  for (const std::string& line : Lines(cases)) {
    if (line.starts_with("=== ")) {
      inputs->emplace_back();
      inside = true;
    } else if (line == "---") {
      inside = false;
    } else if (inside) {
      inputs->back() += Unescape(line) + "\n";
    }
  }
}

}  // namespace

const Grammar& ProgramGrammar() { return Grammar::Embedded(); }

const Pipeline& ProgramPipeline() {
  static const Pipeline pipeline(ProgramGrammar());
  return pipeline;
}

std::string ReadFile(const std::string& path) {
  std::ifstream file(path, std::ios::binary);
  std::ostringstream text;
  text << file.rdbuf();
  Promise(file.good(), ("can be read: " + path).c_str());
  return std::move(text).str();
}

std::vector<std::string> FilesBelow(const std::string& folder, std::string_view ending) {
  std::vector<std::string> paths;
  if (!fs::is_directory(InTree(folder))) return paths;
  for (const auto& entry : fs::recursive_directory_iterator(InTree(folder))) {
    if (entry.is_regular_file() && entry.path().string().ends_with(ending)) paths.push_back(entry.path().string());
  }
  std::sort(paths.begin(), paths.end());
  return paths;
}

std::vector<std::string> Documents() {
  std::vector<std::string> documents;
  for (const std::string& path : FilesBelow("corpus", ".txt")) documents.push_back(ReadFile(path));
  return documents;
}

std::vector<std::string> TableInputs() {
  std::vector<std::string> inputs;
  for (const std::string& path : FilesBelow("tests/data", ".tsv")) AddCells(ReadFile(path), &inputs);
  for (const std::string& path : FilesBelow("tests/data", ".txt")) AddCases(ReadFile(path), &inputs);
  return inputs;
}

}  // namespace mingzhang::fuzz
