// Reads grammar files strictly: every key is asked for by name, and what was not asked for is an
// error with its place. Wraps toml++, which knows file, line and column of every node.
#pragma once

#include <cstdint>
#include <optional>
#include <set>
#include <string>
#include <string_view>
#include <vector>

#include <toml++/toml.h>

#include "extractor/base/pattern.h"
#include "extractor/base/result.h"
#include "extractor/grammar/grammar_file.h"

namespace mingzhang {

// Parses `file`; a syntax error carries its place.
Result<toml::table> ParseToml(const GrammarFile& file);

// An error at the place of `node`.
Error ErrorAt(const toml::node& node, std::string message, std::string hint = "");

// Reads the keys of one table. The first error sticks; reads after it return defaults. Call
// Finish() last: it reports keys that nobody asked for.
class TableReader {
 public:
  explicit TableReader(const toml::table& table) : table_(table) {}

  bool Has(std::string_view key) const { return table_.contains(key); }
  std::string Text(std::string_view key);                         // required
  std::string Text(std::string_view key, std::string_view otherwise);
  bool Flag(std::string_view key, bool otherwise);
  int64_t Integer(std::string_view key, int64_t otherwise);
  std::vector<std::string> Texts(std::string_view key);           // optional; empty when absent
  std::vector<const toml::table*> Tables(std::string_view key);   // array of tables; empty when absent
  const toml::table* Table(std::string_view key);                 // nullptr when absent
  Pattern Expression(std::string_view key);                       // a regular expression; required

  const toml::table& table() const { return table_; }
  // An error at `key` (at the table when the key is absent).
  void Fail(std::string_view key, std::string message, std::string hint = "");
  const Status& status() const { return status_; }
  Status Finish();

 private:
  const toml::node* Find(std::string_view key);
  void WrongType(const toml::node& node, std::string_view key, std::string_view wanted);

  const toml::table& table_;
  std::set<std::string, std::less<>> asked_;
  Status status_;
};

}  // namespace mingzhang
