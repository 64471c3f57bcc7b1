// What the tests share: the grammar of the source tree, and cases kept as data under tests/data.
#pragma once

#include <fstream>
#include <sstream>
#include <string>
#include <string_view>
#include <vector>

#include <gtest/gtest.h>

#include "extractor/grammar/grammar.h"
#include "extractor/pipeline.h"

namespace mingzhang::test {

inline std::string SourcePath(const std::string& name) { return std::string(MINGZHANG_SOURCE_DIR) + "/" + name; }

inline std::string ReadWhole(const std::string& path) {
  std::ifstream file(path, std::ios::binary);
  EXPECT_TRUE(file) << path;
  std::ostringstream text;
  text << file.rdbuf();
  return std::move(text).str();
}

// The grammar files of the tree, whatever the program was built with.
inline const Grammar& TreeGrammar() {
  static const std::unique_ptr<Grammar> grammar = [] {
    auto loaded = Grammar::FromFolder(SourcePath("grammars"));
    if (!loaded.ok()) {
      ADD_FAILURE() << loaded.error().ToString();
      std::abort();
    }
    return std::move(loaded).value();
  }();
  return *grammar;
}

inline const Pipeline& TreePipeline() {
  static const Pipeline pipeline(TreeGrammar(), [] {  // tests look at every stage
    Options options;
    options.keep_quantities = true;
    return options;
  }());
  return pipeline;
}

inline std::vector<std::string> Split(std::string_view text, char separator) {
  std::vector<std::string> parts;
  for (size_t begin = 0;;) {
    const size_t end = text.find(separator, begin);
    parts.emplace_back(text.substr(begin, end - begin));
    if (end == std::string_view::npos) return parts;
    begin = end + 1;
  }
}

// \n, \r, \f, \t, \\ and \xHH; everything else stands for itself.
inline std::string Unescape(std::string_view text) {
  static constexpr std::string_view kLetters = "nrft\\", kMeanings = "\n\r\f\t\\";
  std::string out;
  for (size_t i = 0; i < text.size(); ++i) {
    if (text[i] != '\\' || i + 1 == text.size()) {
      out += text[i];
    } else if (text[++i] == 'x') {
      out += static_cast<char>(std::stoi(std::string(text.substr(i + 1, 2)), nullptr, 16));
      i += 2;
    } else {
      const size_t letter = kLetters.find(text[i]);
      EXPECT_NE(letter, std::string_view::npos) << "no escape: \\" << text[i];
      out += letter == std::string_view::npos ? text[i] : kMeanings[letter];
    }
  }
  return out;
}

// The rows of a tab-separated file, unescaped; comments and empty lines left out.
inline std::vector<std::vector<std::string>> ReadRows(const std::string& name, size_t columns) {
  std::vector<std::vector<std::string>> rows;
  for (const std::string& line : Split(ReadWhole(SourcePath("tests/data/" + name)), '\n')) {
    if (line.empty() || line[0] == '#') continue;
    std::vector<std::string> row = Split(line, '\t');
    EXPECT_EQ(columns, row.size()) << name << ": " << line;
    row.resize(columns);
    for (std::string& cell : row) cell = Unescape(cell);
    rows.push_back(std::move(row));
  }
  return rows;
}

// A case of a file of cases: "=== name", the input, "---", what comes of it. "\f" in a line is a form feed.
struct TextCase {
  std::string name, input, output;
};
inline std::vector<TextCase> ReadCases(const std::string& name) {
  std::vector<TextCase> cases;
  bool output = false;
  for (const std::string& line : Split(ReadWhole(SourcePath("tests/data/" + name)), '\n')) {
    if (line.rfind("=== ", 0) == 0) {
      cases.push_back({line.substr(4), "", ""});
      output = false;
    } else if (!cases.empty() && line == "---") {
      output = true;
    } else if (!cases.empty()) {
      (output ? cases.back().output : cases.back().input) += (output ? line : Unescape(line)) + "\n";
    }
  }
  for (TextCase& one : cases) {  // the empty lines between cases
    while (one.output.size() > 1 && one.output.substr(one.output.size() - 2) == "\n\n") one.output.pop_back();
    if (one.output == "\n") one.output.clear();
  }
  EXPECT_FALSE(cases.empty()) << name;
  return cases;
}

}  // namespace mingzhang::test
