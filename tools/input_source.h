// What a command line names, one document after the other, in a fixed order.
//
// Files come in the order given, folders recursively in the order of their names, `@list` is a file of
// paths, `-` is stdin; with record input every line of these is a document. Memory grows neither with
// the number of files nor with that of the names in one folder.
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
  std::string skip_file;             // the same for a stream, with its manifest and failure records
  uint64_t max_bytes = 256u << 20;
};

struct InputItem {
  std::string name;             // for messages and the manifest: the path, or FILE:LINE until a record's id is read
  std::string path;             // of the file, or of the file that holds the record; "-" for stdin
  std::string record;           // the line
  uint32_t line = 0;            // its number; 0 for a file
  std::string output;           // where its result goes below the result folder, without .json; empty for a record
  uint64_t index = 0;           // from 0, over all inputs
  uint64_t bytes = 0;           // size of the file or the line; 0 when unknown
  std::optional<Error> error;   // it cannot be read at all
};

class InputSource {
 public:
  explicit InputSource(const InputOptions& options);
  ~InputSource();

  // The next document; nothing at the end.
  std::optional<InputItem> Next();

  // Whether two inputs may have results of one name. Not below a single folder.
  bool may_repeat() const;
  // Bytes of the records read so far, or to be read; 0 when nobody knows, as with stdin.
  uint64_t bytes_read() const { return bytes_read_; }
  uint64_t BytesOfRecords() const;

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
  std::optional<InputItem> FromOpenRecords();
  void OpenFolder(const std::string& path, const std::string& relative, const std::string& output);
  void ListFolder(Folder* folder);
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
  uint64_t bytes_read_ = 0;
};

// Whether `text` matches the shell pattern `glob`, letters without case.
bool MatchesGlob(const std::string& glob, const std::string& text);

}  // namespace mingzhang
