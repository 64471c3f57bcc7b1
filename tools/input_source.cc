#include "tools/input_source.h"

#include <algorithm>
#include <filesystem>

#include <fnmatch.h>

#include "tools/program.h"
#include "tools/record.h"

namespace mingzhang {
namespace {

namespace fs = std::filesystem;

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
  item.name = item.path = path;
  item.output = std::move(output);
  return item;
}

InputItem FailedItem(const std::string& path, std::string message, std::string hint = "") {
  InputItem item = FileItem(path, "");
  item.error = Error{std::move(message), path, 0, 0, std::move(hint)};
  return item;
}

// Where a listed file goes below the result folder: its path, without what would lead outside.
std::string OutputOfListed(const std::string& path) {
  const fs::path relative = fs::path(path).lexically_normal().relative_path();
  std::string output;
  for (const fs::path& part : relative) {
    if (part == "..") continue;
    if (!output.empty()) output.push_back('/');
    output.append(part.string());
  }
  return output;
}

std::string BaseName(const std::string& path) {
  fs::path normal = fs::path(path).lexically_normal();
  if (!normal.has_filename()) normal = normal.parent_path();
  return normal.filename().string();
}

bool MatchesAny(const std::vector<std::string>& globs, const std::string& relative) {
  const std::string base = fs::path(relative).filename().string();
  return std::any_of(globs.begin(), globs.end(), [&](const std::string& glob) {
    return MatchesGlob(glob, glob.find('/') == std::string::npos ? base : relative);
  });
}

}  // namespace

bool MatchesGlob(const std::string& glob, const std::string& text) {
  return ::fnmatch(glob.c_str(), text.c_str(), FNM_CASEFOLD) == 0;
}

// A folder on the way down: what is left of it, last name first.
struct InputSource::Folder {
  std::string path, relative, output;
  std::vector<std::string> names;  // folders end with '/', so that they sort as their contents do
};

struct InputSource::Lines {
  std::string name;
  LineReader reader;
  uint64_t number = 0;
};

InputSource::InputSource(const InputOptions& options) : options_(options) {
  many_folders_ = std::count_if(options.inputs.begin(), options.inputs.end(), IsFolder) > 1;
}
InputSource::~InputSource() = default;

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
  if (!IsFolder(argument)) return FileItem(argument, BaseName(argument));
  texts_in_folder_ = 0;
  OpenFolder(argument, "", many_folders_ ? BaseName(argument) + "/" : "");
  return std::nullopt;
}

void InputSource::OpenList(const std::string& path) {
  auto fd = OpenForReading(path);
  if (fd.ok()) list_ = std::make_unique<Lines>(Lines{path, LineReader(std::move(fd).value(), 1 << 16)});
  else failed_.push_back(FailedItem(path, fd.error().message, fd.error().hint));
}

std::optional<InputItem> InputSource::FromList() {
  std::string line;
  bool too_long;
  while (list_ && list_->reader.Next(&line, &too_long)) {
    if (!line.empty()) return FileItem(line, OutputOfListed(line));
  }
  list_.reset();
  return std::nullopt;
}

void InputSource::OpenFolder(const std::string& path, const std::string& relative, const std::string& output) {
  std::error_code error;
  if (!options_.skip_folder.empty() && fs::equivalent(path, options_.skip_folder, error)) return;
  Folder folder{path, relative, output, {}};
  fs::directory_iterator entries(path, error);
  for (; !error && entries != fs::directory_iterator(); entries.increment(error)) {
    std::string name = entries->path().filename().string();
    if (name.starts_with('.')) continue;
    std::error_code ignored;
    // Links to folders are not followed: they may lead in circles.
    const bool is_folder = entries->is_directory(ignored) && !entries->is_symlink(ignored);
    if (!is_folder && entries->is_directory(ignored)) continue;
    if (!is_folder && !Wanted(relative + name)) continue;
    folder.names.push_back(is_folder ? name + "/" : std::move(name));
  }
  if (error) failed_.push_back(FailedItem(path, Say("无法读取目录：", "folder cannot be read: ") + error.message()));
  std::sort(folder.names.rbegin(), folder.names.rend());
  folders_.push_back(std::move(folder));
}

std::optional<InputItem> InputSource::FromFolders() {
  while (true) {
    if (!failed_.empty()) {
      InputItem item = std::move(failed_.front());
      failed_.pop_front();
      ++texts_in_folder_;
      return item;
    }
    if (folders_.empty()) return std::nullopt;
    if (folders_.back().names.empty()) {
      const std::string path = folders_.back().path;
      folders_.pop_back();
      if (!folders_.empty() || texts_in_folder_ > 0) continue;
      return FailedItem(path, Say("目录中没有文本", "no texts in this folder"),
                        Say("用 --include 指定文件名样式", "say with --include which names are texts"));
    }
    Folder& folder = folders_.back();
    const std::string name = std::move(folder.names.back());
    folder.names.pop_back();
    const std::string path = (fs::path(folder.path) / name).string();
    if (name.ends_with('/')) {
      OpenFolder(path.substr(0, path.size() - 1), folder.relative + name, folder.output + name);
      continue;
    }
    ++texts_in_folder_;
    return FileItem(path, folder.output + name);
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
  records_ = std::make_unique<Lines>(Lines{item->path, LineReader(std::move(fd).value(), limit)});
  return true;
}

std::optional<InputItem> InputSource::FromRecords() {
  while (true) {
    if (records_) {
      InputItem item;
      bool too_long;
      while (records_->reader.Next(&item.record, &too_long)) {
        ++records_->number;
        if (item.record.find_first_not_of(" \t\r") == std::string::npos) continue;
        item.name = records_->name + ":" + std::to_string(records_->number);
        if (too_long) {
          item.error = Error{Say("记录超过大小上限", "the record is over the size limit"), item.name, 0, 0, "--max-bytes"};
        }
        return item;
      }
      records_.reset();
    }
    std::optional<InputItem> file = NextPath();
    if (!file || file->error || !OpenRecords(&*file)) return file;
  }
}

}  // namespace mingzhang
