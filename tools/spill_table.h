// Tables that grow with the number of documents while the memory they take does not: SQLite keeps
// them in a file of its own below TMPDIR (or /var/tmp) as soon as they are more than a few megabytes,
// and the system deletes the file when the program ends in whatever way.
#pragma once

#include <cstdint>
#include <memory>
#include <mutex>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "extractor/base/result.h"
#include "extractor/output/panel_sqlite.h"

namespace mingzhang {

// From a hash to places, with duplicates.
class PlaceTable {
 public:
  static Result<std::unique_ptr<PlaceTable>> Create();

  Status Add(uint64_t hash, uint64_t place);
  // After the last Add, before the first Find.
  Status Seal();
  // In ascending order. Safe from many threads.
  std::vector<uint64_t> Find(uint64_t hash) const;

 private:
  PlaceTable() = default;

  std::unique_ptr<SqlDatabase> database_;
  std::vector<std::pair<uint64_t, uint64_t>> pending_;  // sorted before they are inserted: neighbours share a page
  SqlStatement insert_;
  mutable SqlStatement select_;
  mutable std::mutex mutex_;
};

// A set of names, to be told which came before, or to be read in the order of their bytes.
class NameTable {
 public:
  static Result<std::unique_ptr<NameTable>> Create();

  // Sets `is_new` unless the name was there.
  Status Add(const std::string& name, bool* is_new);
  // The smallest that has not been taken; false when none is left. No Add after the first Take.
  bool Take(std::string* name);

 private:
  NameTable() = default;

  std::unique_ptr<SqlDatabase> database_;
  SqlStatement insert_, select_;
};

}  // namespace mingzhang
