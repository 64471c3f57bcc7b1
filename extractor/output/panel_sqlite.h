// SQLite in a few calls.
#pragma once

#include <cstdint>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "extractor/base/result.h"

struct sqlite3;
struct sqlite3_stmt;

namespace mingzhang {

// A prepared statement. Every value is bound as text, empty as NULL; the columns' types turn it into
// numbers where it is one.
class SqlStatement {
 public:
  SqlStatement() = default;
  SqlStatement(sqlite3* database, std::string_view sql);
  SqlStatement(SqlStatement&& other) noexcept;
  SqlStatement& operator=(SqlStatement&& other) noexcept;
  ~SqlStatement();

  // Binds all parameters and forgets earlier ones.
  SqlStatement& With(const std::vector<std::string>& values);
  // True while there is a row; after an error, false, and `failed()`.
  bool Next();
  bool failed() const { return failed_; }
  // Runs to the end; false when that failed.
  bool Run();

  int columns() const;
  std::string_view Name(int column) const;
  bool IsNull(int column) const;
  bool IsNumber(int column) const;
  std::string_view Text(int column) const;  // valid until the next call of Next
  int64_t Integer(int column) const;

 private:
  sqlite3_stmt* statement_ = nullptr;
  bool failed_ = false;
};

class SqlDatabase {
 public:
  // Creates the file when it is missing.
  static Result<std::unique_ptr<SqlDatabase>> Open(const std::string& path);
  SqlDatabase(const SqlDatabase&) = delete;
  SqlDatabase& operator=(const SqlDatabase&) = delete;
  ~SqlDatabase();

  Status Execute(const std::string& sql);
  SqlStatement Prepare(std::string_view sql) const { return SqlStatement(database_, sql); }
  // What went wrong last.
  Error LastError() const;

 private:
  SqlDatabase(sqlite3* database, std::string path) : database_(database), path_(std::move(path)) {}

  sqlite3* database_;
  std::string path_;
};

}  // namespace mingzhang
