// What a command line names, one document after the other, in a fixed order.
//
// Files come in the order given, folders recursively in the order of their names, `@list` is a file of
// paths, `-` is stdin; with record input every line of these is a document. Only the names of the
// folders on the way down are in memory.
#pragma once

#include <deque>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "extractor/base/result.h"
#include "tools/file_io.h"

namespace mingzhang {

struct InputOptions {
  std::vector<std::string> inputs;
  std::vector<std::string> include;  // globs; empty: the usual suffixes of texts
  std::vector<std::string> exclude;
  bool records = false;              // --input-format jsonl
  std::string skip_folder;           // where results go: never read as input
  uint64_t max_bytes = 256u << 20;
};

struct InputItem {
  std::string name;             // for messages and the manifest: the path, or FILE:LINE until a record's id is read
  std::string path;             // of a file; "-" for stdin; empty for a record
  std::string record;           // the line
  std::string output;           // where its result goes below the result folder, without .json; empty for a record
  uint64_t index = 0;           // from 0, over all inputs
  std::optional<Error> error;   // it cannot be read at all
};

class InputSource {
 public:
  explicit InputSource(const InputOptions& options);
  ~InputSource();

  // The next document; nothing at the end.
  std::optional<InputItem> Next();

  // Whether the command line names exactly one document, whatever it turns out to be.
  static bool IsSingle(const InputOptions& options);

 private:
  struct Folder;
  struct Lines;

  std::optional<InputItem> NextPath();
  std::optional<InputItem> FromArgument(const std::string& argument);
  std::optional<InputItem> FromList();
  std::optional<InputItem> FromFolders();
  std::optional<InputItem> FromRecords();
  void OpenFolder(const std::string& path, const std::string& relative, const std::string& output);
  void OpenList(const std::string& path);
  bool OpenRecords(InputItem* item);
  bool Wanted(const std::string& relative) const;

  const InputOptions& options_;
  size_t argument_ = 0;
  uint64_t next_index_ = 0;
  bool many_folders_ = false;
  std::deque<InputItem> failed_;   // folders that could not be read
  std::vector<Folder> folders_;    // open folders, outermost first
  uint64_t texts_in_folder_ = 0;
  std::unique_ptr<Lines> list_;
  std::unique_ptr<Lines> records_;
};

// Whether `text` matches the shell pattern `glob`, letters without case.
bool MatchesGlob(const std::string& glob, const std::string& text);

}  // namespace mingzhang
