#include "extractor/grammar/classification.h"

#include <algorithm>

#include "extractor/grammar/toml_reader.h"

namespace mingzhang {
namespace {

bool IsCode(const std::string& code) {
  return (code.size() == 3 || code.size() == 5 || code.size() == 7) &&
         std::all_of(code.begin(), code.end(), [](char c) { return c >= '0' && c <= '9'; });
}

}  // namespace

Status Classification::Add(TableReader& reader) {
  ClassificationEntry entry;
  entry.code = reader.Text("code");
  entry.name = reader.Text("name");
  entry.from = static_cast<int>(reader.Integer("from", 0));
  entry.to = static_cast<int>(reader.Integer("to", 0));
  entry.unique = reader.Flag("unique", false);
  if (!IsCode(entry.code)) reader.Fail("code", "'code' must have 3, 5 or 7 digits");
  if (entry.to != 0 && entry.to < entry.from) reader.Fail("to", "'to' is before 'from'");
  if (Status status = reader.Finish()) return status;
  by_name_.emplace(entry.name, entries_.size());
  by_code_.emplace(entry.code, entries_.size());
  entries_.push_back(std::move(entry));
  return std::nullopt;
}

std::vector<const ClassificationEntry*> Classification::ByName(std::string_view name, size_t digits) const {
  std::vector<const ClassificationEntry*> found;
  const auto [first, last] = by_name_.equal_range(name);
  for (auto it = first; it != last; ++it) {
    if (entries_[it->second].code.size() == digits) found.push_back(&entries_[it->second]);
  }
  return found;
}

std::vector<const ClassificationEntry*> Classification::ByCode(std::string_view code) const {
  std::vector<const ClassificationEntry*> found;
  const auto [first, last] = by_code_.equal_range(code);
  for (auto it = first; it != last; ++it) found.push_back(&entries_[it->second]);
  return found;
}

}  // namespace mingzhang
