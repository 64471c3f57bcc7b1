// The functional classification (DOMAIN part E): names and codes of classes, sections and items, with
// the years in which they hold.
#pragma once

#include <map>
#include <string>
#include <string_view>
#include <vector>

#include "extractor/base/result.h"

namespace mingzhang {

class TableReader;

struct ClassificationEntry {
  std::string code;  // 3 digits for a class, 5 for a section, 7 for an item
  std::string name;
  int from = 0;      // first fiscal year; 0: since ever
  int to = 0;        // last fiscal year; 0: still
  bool unique = false;  // an item name that stands under this section only

  bool ValidIn(int year) const { return (from == 0 || from <= year) && (to == 0 || year <= to); }
};

class Classification {
 public:
  // Reads one [[function]] table.
  Status Add(TableReader& reader);

  const std::vector<ClassificationEntry>& entries() const { return entries_; }
  // All entries with this name (several years, several parents), at `digits` digits.
  std::vector<const ClassificationEntry*> ByName(std::string_view name, size_t digits) const;
  std::vector<const ClassificationEntry*> ByCode(std::string_view code) const;

 private:
  std::vector<ClassificationEntry> entries_;
  std::multimap<std::string, size_t, std::less<>> by_name_, by_code_;
};

}  // namespace mingzhang
