#include "tools/input_source.h"

#include <algorithm>
#include <filesystem>

#include <fnmatch.h>
#include <sys/stat.h>

#include "tools/file_name.h"
#include "tools/program.h"
#include "tools/spill_table.h"

namespace mingzhang {
namespace {

namespace fs = std::filesystem;

constexpr size_t kNamesInMemory = 1 << 14;

const std::vector<std::string>& UsualTexts() {
  static const std::vector<std::string> kGlobs = {"*.txt", "*.text", "*.htm", "*.html", "*.md"};
  return kGlobs;
}

bool IsFolder(const std::string& path) {
  std::error_code error;
  return fs::is_directory(path, error);
}

InputItem FileItem(const std::string& path, std::string output) {
  InputItem item;
  item.path = path;
  item.name = ShownName(path);
  item.output = std::move(output);
  struct stat status;
  if (::stat(path.c_str(), &status) == 0 && S_ISREG(status.st_mode)) item.bytes = static_cast<uint64_t>(status.st_size);
  return item;
}

InputItem FailedItem(const std::string& path, std::string message, std::string hint = "") {
  InputItem item;
  item.path = path;
  item.name = ShownName(path);
  item.error = Error{std::move(message), item.name, 0, 0, std::move(hint)};
  return item;
}

// Opening a pipe that lies among the texts would wait for its writer.
InputItem ItemInFolder(const std::string& path, std::string output) {
  InputItem item = FileItem(path, std::move(output));
  std::error_code error;
  if (item.bytes > 0 || !fs::is_other(path, error)) return item;
  return FailedItem(path, Say("不是普通文件", "is not a regular file"));
}

std::string BaseName(const std::string& path) {
  fs::path normal = fs::path(path).lexically_normal();
  if (!normal.has_filename()) normal = normal.parent_path();
  return normal.filename().string();
}

// Whether the file `name` is the result stream `stream` or lies beside it.
bool IsResult(const std::string& name, const std::string& stream) {
  return name == stream || name == stream + ".manifest.jsonl" || name == stream + ".failures.jsonl";
}

bool MatchesAny(const std::vector<std::string>& globs, const std::string& relative) {
  const std::string base = relative.substr(relative.rfind('/') + 1);
  return std::any_of(globs.begin(), globs.end(), [&](const std::string& glob) {
    return MatchesGlob(glob, glob.find('/') == std::string::npos ? base : relative);
  });
}

}  // namespace

bool MatchesGlob(const std::string& glob, const std::string& text) {
  return ::fnmatch(glob.c_str(), text.c_str(), FNM_CASEFOLD) == 0;
}

// A folder on the way down, and the names in it that are still to come. Folders end with '/', so that
// they sort as their contents do.
struct InputSource::Folder {
  std::string path, relative, output;
  std::vector<std::string> names;   // last name first
  std::unique_ptr<NameTable> many;  // instead, when there are many

  Status Add(std::string name) {
    names.push_back(std::move(name));
    return names.size() < kNamesInMemory ? std::nullopt : Spill();
  }

  // After the last Add.
  Status Sort() {
    std::sort(names.rbegin(), names.rend());
    return many ? Spill() : std::nullopt;
  }

  bool Take(std::string* name) {
    if (many) return many->Take(name);
    if (names.empty()) return false;
    *name = std::move(names.back());
    names.pop_back();
    return true;
  }

 private:
  Status Spill() {
    if (!many) {
      auto table = NameTable::Create();
      if (!table.ok()) return table.error();
      many = std::move(table).value();
    }
    bool is_new;
    for (const std::string& name : names) {
      if (Status status = many->Add(name, &is_new)) return status;
    }
    names.clear();
    return std::nullopt;
  }
};

struct InputSource::Lines {
  std::string path, name;
  LineReader reader;
  uint32_t number = 0;
};

InputSource::InputSource(const InputOptions& options) : options_(options) {
  many_folders_ = std::count_if(options.inputs.begin(), options.inputs.end(), IsFolder) > 1;
}
InputSource::~InputSource() = default;

bool InputSource::may_repeat() const {
  return options_.records || options_.inputs.size() > 1 || options_.inputs[0].starts_with('@');
}

uint64_t InputSource::BytesOfRecords() const {
  uint64_t bytes = 0;
  for (const std::string& input : options_.inputs) {
    if (input.starts_with('@')) return 0;
    struct stat status;
    if (::stat(input.c_str(), &status) != 0 || !S_ISREG(status.st_mode)) return 0;
    bytes += static_cast<uint64_t>(status.st_size);
  }
  return options_.records ? bytes : 0;
}

bool InputSource::IsSingle(const InputOptions& options) {
  if (options.records || options.inputs.size() != 1) return false;
  const std::string& input = options.inputs[0];
  return !input.starts_with('@') && !IsFolder(input);
}

std::optional<InputItem> InputSource::Next() {
  std::optional<InputItem> item;
  if (options_.records) item = FromRecords();
  else item = NextPath();
  if (item) item->index = next_index_++;
  return item;
}

// The next file, whatever names it.
std::optional<InputItem> InputSource::NextPath() {
  while (true) {
    if (auto item = FromFolders()) return item;
    if (auto item = FromList()) return item;
    if (argument_ == options_.inputs.size()) return std::nullopt;
    if (auto item = FromArgument(options_.inputs[argument_++])) return item;
  }
}

// Nothing when the argument stands for several files, which come next.
std::optional<InputItem> InputSource::FromArgument(const std::string& argument) {
  if (argument == "-") return FileItem(argument, "stdin");
  if (argument.starts_with('@')) {
    OpenList(argument.substr(1));
    return std::nullopt;
  }
  if (!IsFolder(argument)) return FileItem(argument, ResultPart(BaseName(argument)));
  texts_in_folder_ = 0;
  OpenFolder(argument, "", many_folders_ ? ResultPart(BaseName(argument)) + "/" : "");
  return std::nullopt;
}

void InputSource::OpenList(const std::string& path) {
  auto fd = OpenForReading(path);
  if (fd.ok()) list_ = std::make_unique<Lines>(Lines{path, path, LineReader(std::move(fd).value(), 1 << 16)});
  else failed_.push_back(FailedItem(path, fd.error().message, fd.error().hint));
}

std::optional<InputItem> InputSource::FromList() {
  std::string line;
  bool too_long;
  while (list_ && list_->reader.Next(&line, &too_long)) {
    if (!line.empty()) return FileItem(line, ResultPathOfFile(line));
  }
  list_.reset();
  return std::nullopt;
}

void InputSource::OpenFolder(const std::string& path, const std::string& relative, const std::string& output) {
  std::error_code error;
  if (!options_.skip_folder.empty() && fs::equivalent(path, options_.skip_folder, error)) return;
  Folder folder{path, relative, output, {}, nullptr};
  ListFolder(&folder);
  folders_.push_back(std::move(folder));
}

void InputSource::ListFolder(Folder* folder) {
  std::error_code error;
  const fs::path skipped(options_.skip_file);
  const bool has_results = !skipped.empty() && fs::equivalent(folder->path, fs::absolute(skipped).parent_path(), error);
  error.clear();
  Status status;
  fs::directory_iterator entries(folder->path, error);
  for (; !error && !status && entries != fs::directory_iterator(); entries.increment(error)) {
    std::string name = entries->path().filename().string();
    if (name.starts_with('.') || (has_results && IsResult(name, skipped.filename().string()))) continue;
    std::error_code ignored;
    // Links to folders are not followed: they may lead in circles.
    const bool is_folder = entries->is_directory(ignored) && !entries->is_symlink(ignored);
    if (!is_folder && entries->is_directory(ignored)) continue;
    if (!is_folder && !Wanted(folder->relative + name)) continue;
    status = folder->Add(is_folder ? name + "/" : std::move(name));
  }
  if (!status) status = folder->Sort();
  if (error) status = Error{Say("无法读取目录：", "folder cannot be read: ") + error.message(), "", 0, 0, ""};
  if (status) failed_.push_back(FailedItem(folder->path, status->message));
}

std::optional<InputItem> InputSource::FromFolders() {
  std::string name;
  while (true) {
    if (!failed_.empty()) {
      InputItem item = std::move(failed_.front());
      failed_.pop_front();
      ++texts_in_folder_;
      return item;
    }
    if (folders_.empty()) return std::nullopt;
    Folder& folder = folders_.back();
    if (!folder.Take(&name)) {
      const std::string path = std::move(folder.path);
      folders_.pop_back();
      if (!folders_.empty() || texts_in_folder_ > 0) continue;
      return FailedItem(path, Say("目录中没有文本", "no texts in this folder"),
                        Say("用 --include 指定文件名样式", "say with --include which names are texts"));
    }
    const std::string path = folder.path.ends_with('/') ? folder.path + name : folder.path + "/" + name;
    if (name.ends_with('/')) {
      name.pop_back();
      OpenFolder(path.substr(0, path.size() - 1), folder.relative + name + "/", folder.output + ResultPart(name) + "/");
      continue;
    }
    ++texts_in_folder_;
    return ItemInFolder(path, folder.output + ResultPart(name));
  }
}

bool InputSource::Wanted(const std::string& relative) const {
  const auto& include = options_.include.empty() ? UsualTexts() : options_.include;
  return MatchesAny(include, relative) && !MatchesAny(options_.exclude, relative);
}

bool InputSource::OpenRecords(InputItem* item) {
  auto fd = OpenForReading(item->path);
  if (!fd.ok()) {
    item->error = fd.error();
    return false;
  }
  // A JSON string may take six bytes for one (\u0041), and base64 four for three.
  const uint64_t limit = options_.max_bytes * 6 + 4096;
  const std::string name = item->path == "-" ? "stdin" : item->name;
  records_ = std::make_unique<Lines>(Lines{item->path, name, LineReader(std::move(fd).value(), limit)});
  return true;
}

std::optional<InputItem> InputSource::FromOpenRecords() {
  InputItem item;
  bool too_long;
  while (records_->reader.Next(&item.record, &too_long)) {
    item.line = ++records_->number;
    bytes_read_ += item.record.size() + 1;
    if (item.record.find_first_not_of(" \t\r") == std::string::npos) continue;
    item.path = records_->path;
    item.name = records_->name + ":" + std::to_string(item.line);
    item.bytes = item.record.size();
    if (too_long) item.error = Error{Say("记录超过大小上限", "the record is over the size limit"), item.name, 0, 0, "--max-bytes"};
    return item;
  }
  return std::nullopt;
}

std::optional<InputItem> InputSource::FromRecords() {
  while (true) {
    if (records_) {
      if (auto item = FromOpenRecords()) return item;
      records_.reset();
    }
    std::optional<InputItem> file = NextPath();
    if (!file || file->error || !OpenRecords(&*file)) return file;
  }
}

}  // namespace mingzhang
