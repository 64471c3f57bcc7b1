#include "extractor/grammar/toml_reader.h"

#include <algorithm>
#include <unordered_set>

#include <fmt/format.h>

#include "extractor/base/utf8.h"
#include "extractor/grammar/word_template.h"
#include "extractor/text/decode.h"

namespace mingzhang {
namespace {

Error ErrorAtRegion(const toml::source_region& region, std::string message, std::string hint) {
  Error error;
  error.message = std::move(message);
  error.hint = std::move(hint);
  if (region.path) error.file = *region.path;
  error.line = region.begin.line;
  error.column = region.begin.column;
  return error;
}

// Behind the string that opens at `at`. One on a line of its own ends with the line at the latest.
size_t EndOfString(std::string_view text, size_t at) {
  const char quote = text[at];
  const bool escapes = quote == '"', is_long = text.substr(at).starts_with(std::string(3, quote));
  const std::string close(is_long ? 3 : 1, quote);
  for (at += close.size(); at < text.size(); ++at) {
    if (text.substr(at).starts_with(close)) return at + close.size();
    if (text[at] == '\n' && !is_long) return at;
    if (text[at] == '\\' && escapes) ++at;
  }
  return text.size();
}

// The first character beyond ASCII that stands in neither a string nor a comment, where TOML has none.
std::optional<size_t> StrayCharacter(std::string_view text) {
  constexpr std::string_view kMark = "\xEF\xBB\xBF";
  for (size_t at = text.starts_with(kMark) ? kMark.size() : 0; at < text.size();) {
    if (text[at] == '#') at = std::min(text.find('\n', at), text.size());
    else if (text[at] == '"' || text[at] == '\'') at = EndOfString(text, at);
    else if (static_cast<unsigned char>(text[at]) >= 0x80) return at;
    else ++at;
  }
  return std::nullopt;
}

Error ErrorAtOffset(const GrammarFile& file, size_t offset, std::string message, std::string hint) {
  const std::string_view before = std::string_view(file.text).substr(0, offset);
  const size_t line = before.rfind('\n') + 1;  // 0 when there is none
  Error error{std::move(message), file.name, 1, 1, std::move(hint)};
  error.line += static_cast<uint32_t>(std::count(before.begin(), before.end(), '\n'));
  for (size_t at = line; at < offset; at += Utf8Length(static_cast<unsigned char>(before[at]))) ++error.column;
  return error;
}

}  // namespace

// What toml++ does with bytes that are no UTF-8, and with a character beyond ASCII where none may stand, is not
// defined: it must not meet them.
Result<toml::table> ParseToml(const GrammarFile& file) {
  if (const size_t invalid = FirstInvalidUtf8(file.text); invalid < file.text.size()) {
    return ErrorAtOffset(file, invalid, "not valid UTF-8", "save the file as UTF-8");
  }
  if (const auto stray = StrayCharacter(file.text)) {
    return ErrorAtOffset(file, *stray, "a character beyond ASCII outside of quotation marks",
                         "texts stand between quotation marks; marks such as , and = are ASCII");
  }
  try {  // toml++ reports syntax errors by exception; none leaves this function
    return toml::parse(file.text, file.name);
  } catch (const toml::parse_error& error) {
    return ErrorAtRegion(error.source(), std::string(error.description()), "see CONTRIBUTING for the form of grammar files");
  }
}

Error ErrorAt(const toml::node& node, std::string message, std::string hint) {
  return ErrorAtRegion(node.source(), std::move(message), std::move(hint));
}

const toml::node* TableReader::Find(std::string_view key) {
  asked_.emplace(key);
  return table_.get(key);
}

void TableReader::WrongType(const toml::node& node, std::string_view key, std::string_view wanted) {
  if (!status_) status_ = ErrorAt(node, fmt::format("'{}' must be {}", key, wanted));
}

void TableReader::Fail(std::string_view key, std::string message, std::string hint) {
  if (status_) return;
  const toml::node* node = table_.get(key);
  status_ = ErrorAt(node ? *node : static_cast<const toml::node&>(table_), std::move(message), std::move(hint));
}

std::string TableReader::Text(std::string_view key) {
  if (!Find(key)) {
    Fail(key, fmt::format("'{}' is missing", key));
    return "";
  }
  return Text(key, "");
}

std::string TableReader::Text(std::string_view key, std::string_view otherwise) {
  const toml::node* node = Find(key);
  if (!node) return std::string(otherwise);
  const auto* text = node->as_string();
  if (!text) {
    WrongType(*node, key, "a string");
    return std::string(otherwise);
  }
  return text->get();
}

bool TableReader::Flag(std::string_view key, bool otherwise) {
  const toml::node* node = Find(key);
  if (!node) return otherwise;
  const auto* flag = node->as_boolean();
  if (!flag) WrongType(*node, key, "true or false");
  return flag ? flag->get() : otherwise;
}

int64_t TableReader::Integer(std::string_view key, int64_t otherwise) {
  const toml::node* node = Find(key);
  if (!node) return otherwise;
  const auto* integer = node->as_integer();
  if (!integer) WrongType(*node, key, "an integer");
  return integer ? integer->get() : otherwise;
}

std::vector<std::string> TableReader::Texts(std::string_view key, bool may_be_empty) {
  std::vector<std::string> texts;
  const toml::node* node = Find(key);
  if (!node) return texts;
  const auto* array = node->as_array();
  if (!array) {
    WrongType(*node, key, "an array of strings");
    return texts;
  }
  for (const toml::node& element : *array) {
    const auto* text = element.as_string();
    if (text && text->get().empty() && !may_be_empty) {
      if (!status_) status_ = ErrorAt(element, fmt::format("an empty text among '{}'", key), "it would stand everywhere; leave it out");
    } else if (text) {
      texts.push_back(text->get());
    } else {
      WrongType(element, key, "an array of strings");
    }
  }
  return texts;
}

std::vector<std::string> TableReader::Words(std::string_view key) {
  std::vector<std::string> words;
  std::unordered_set<std::string> seen;
  for (std::string& text : Texts(key)) {
    if (!IsTemplate(text)) {  // it may be there once only: whoever knows the word says so
      words.push_back(std::move(text));
      continue;
    }
    auto expanded = ExpandWords(text);
    if (!expanded.ok()) {
      Fail(key, fmt::format("{}: '{}'", expanded.error().message, text), expanded.error().hint);
      break;
    }
    for (std::string& word : *expanded) {  // two templates may share words
      if (seen.insert(word).second) words.push_back(std::move(word));
    }
  }
  return words;
}

std::vector<const toml::table*> TableReader::Tables(std::string_view key) {
  std::vector<const toml::table*> tables;
  const toml::node* node = Find(key);
  if (!node) return tables;
  const auto* array = node->as_array();
  if (!array) {
    WrongType(*node, key, "an array of tables");
    return tables;
  }
  for (const toml::node& element : *array) {
    if (const auto* table = element.as_table()) {
      tables.push_back(table);
    } else {
      WrongType(element, key, "an array of tables");
    }
  }
  return tables;
}

Pattern TableReader::Expression(std::string_view key) {
  Pattern pattern(Text(key), RE2::Options(RE2::Quiet));
  if (!pattern.ok()) Fail(key, fmt::format("not a valid pattern: {}", pattern.regex().error()), "RE2 syntax: no look-around");
  return pattern;
}

const toml::table* TableReader::Table(std::string_view key) {
  const toml::node* node = Find(key);
  if (!node) return nullptr;
  if (!node->is_table()) WrongType(*node, key, "a table");
  return node->as_table();
}

Status TableReader::Finish() {
  for (const auto& [key, node] : table_) {
    if (status_) break;
    if (asked_.find(key.str()) != asked_.end()) continue;
    std::string known;
    for (const auto& name : asked_) known += (known.empty() ? "" : ", ") + name;
    status_ = ErrorAtRegion(key.source(), fmt::format("unknown key '{}'", key.str()), "known here: " + known);
  }
  return status_;
}

}  // namespace mingzhang
