#include "extractor/output/panel_sqlite.h"

#include <utility>

#include <sqlite3.h>

namespace mingzhang {

SqlStatement::SqlStatement(sqlite3* database, std::string_view sql) {
  failed_ = sqlite3_prepare_v2(database, sql.data(), static_cast<int>(sql.size()), &statement_, nullptr) != SQLITE_OK;
}

SqlStatement::SqlStatement(SqlStatement&& other) noexcept
    : statement_(std::exchange(other.statement_, nullptr)), failed_(other.failed_) {}

SqlStatement& SqlStatement::operator=(SqlStatement&& other) noexcept {
  std::swap(statement_, other.statement_);
  std::swap(failed_, other.failed_);
  return *this;
}

SqlStatement::~SqlStatement() { sqlite3_finalize(statement_); }

SqlStatement& SqlStatement::With(const std::vector<std::string>& values) {
  if (statement_ == nullptr) return *this;
  sqlite3_reset(statement_);
  failed_ = false;
  for (size_t i = 0; i < values.size(); ++i) {
    const int parameter = static_cast<int>(i) + 1;
    if (values[i].empty()) sqlite3_bind_null(statement_, parameter);
    else sqlite3_bind_text64(statement_, parameter, values[i].data(), values[i].size(), SQLITE_TRANSIENT, SQLITE_UTF8);
  }
  return *this;
}

bool SqlStatement::Next() {
  if (statement_ == nullptr) return false;
  const int result = sqlite3_step(statement_);
  failed_ = result != SQLITE_ROW && result != SQLITE_DONE;
  return result == SQLITE_ROW;
}

bool SqlStatement::Run() {
  while (Next()) {
  }
  if (statement_ != nullptr) sqlite3_reset(statement_);
  return !failed_ && statement_ != nullptr;
}

int SqlStatement::columns() const { return sqlite3_column_count(statement_); }
std::string_view SqlStatement::Name(int column) const { return sqlite3_column_name(statement_, column); }
bool SqlStatement::IsNull(int column) const { return sqlite3_column_type(statement_, column) == SQLITE_NULL; }

bool SqlStatement::IsNumber(int column) const {
  const int type = sqlite3_column_type(statement_, column);
  return type == SQLITE_INTEGER || type == SQLITE_FLOAT;
}

std::string_view SqlStatement::Text(int column) const {
  const unsigned char* text = sqlite3_column_text(statement_, column);
  if (text == nullptr) return "";
  return {reinterpret_cast<const char*>(text), static_cast<size_t>(sqlite3_column_bytes(statement_, column))};
}

int64_t SqlStatement::Integer(int column) const { return sqlite3_column_int64(statement_, column); }

Result<std::unique_ptr<SqlDatabase>> SqlDatabase::Open(const std::string& path) {
  sqlite3* handle = nullptr;
  const int result = sqlite3_open(path.c_str(), &handle);
  std::unique_ptr<SqlDatabase> database(new SqlDatabase(handle, path));
  if (result != SQLITE_OK) return database->LastError();
  return database;
}

SqlDatabase::~SqlDatabase() { sqlite3_close(database_); }

Status SqlDatabase::Execute(const std::string& sql) {
  if (sqlite3_exec(database_, sql.c_str(), nullptr, nullptr, nullptr) == SQLITE_OK) return std::nullopt;
  return LastError();
}

Error SqlDatabase::LastError() const { return Error{sqlite3_errmsg(database_), path_, 0, 0, ""}; }

}  // namespace mingzhang
