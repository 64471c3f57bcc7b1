#include "tools/spill_table.h"

#include <algorithm>

namespace mingzhang {
namespace {

constexpr size_t kPending = 1 << 15;

// A private database without a journal: it need not outlive the program.
Result<std::unique_ptr<SqlDatabase>> PrivateDatabase(const std::string& table) {
  auto database = SqlDatabase::Open("");
  if (!database.ok()) return database.error();
  const Status status = (*database)->Execute("PRAGMA journal_mode = OFF; PRAGMA synchronous = OFF; " + table + "; BEGIN");
  if (status) return *status;
  return database;
}

// SQLite's integers have a sign; the bits are what counts.
std::string Bits(uint64_t value) { return std::to_string(static_cast<int64_t>(value)); }

}  // namespace

Result<std::unique_ptr<PlaceTable>> PlaceTable::Create() {
  auto database = PrivateDatabase(
      "CREATE TABLE place (hash INTEGER NOT NULL, place INTEGER NOT NULL, PRIMARY KEY (hash, place)) WITHOUT ROWID");
  if (!database.ok()) return database.error();
  std::unique_ptr<PlaceTable> table(new PlaceTable());
  table->database_ = std::move(database).value();
  table->insert_ = table->database_->Prepare("INSERT OR IGNORE INTO place VALUES (?, ?)");
  table->select_ = table->database_->Prepare("SELECT place FROM place WHERE hash = ? ORDER BY place");
  return table;
}

Status PlaceTable::Add(uint64_t hash, uint64_t place) {
  pending_.emplace_back(hash, place);
  return pending_.size() < kPending ? std::nullopt : Seal();
}

Status PlaceTable::Seal() {
  std::sort(pending_.begin(), pending_.end());
  for (const auto& [hash, place] : pending_) {
    if (!insert_.With({Bits(hash), Bits(place)}).Run()) return database_->LastError();
  }
  pending_.clear();
  return std::nullopt;
}

std::vector<uint64_t> PlaceTable::Find(uint64_t hash) const {
  const std::lock_guard lock(mutex_);
  std::vector<uint64_t> places;
  for (select_.With({Bits(hash)}); select_.Next();) places.push_back(static_cast<uint64_t>(select_.Integer(0)));
  return places;
}

Result<std::unique_ptr<NameTable>> NameTable::Create() {
  auto database = PrivateDatabase("CREATE TABLE name (name TEXT NOT NULL PRIMARY KEY) WITHOUT ROWID");
  if (!database.ok()) return database.error();
  std::unique_ptr<NameTable> table(new NameTable());
  table->database_ = std::move(database).value();
  table->insert_ = table->database_->Prepare("INSERT INTO name VALUES (?) ON CONFLICT DO NOTHING RETURNING 1");
  table->select_ = table->database_->Prepare("SELECT name FROM name ORDER BY name");
  return table;
}

Status NameTable::Add(const std::string& name, bool* is_new) {
  *is_new = insert_.With({name}).Next();
  return insert_.Run() ? std::nullopt : Status(database_->LastError());
}

bool NameTable::Take(std::string* name) {
  if (!select_.Next()) return false;
  name->assign(select_.Text(0));
  return true;
}

}  // namespace mingzhang
