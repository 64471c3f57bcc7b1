#include "extractor/grammar/clause.h"

#include <set>

#include <fmt/format.h>

#include "extractor/grammar/toml_reader.h"

namespace mingzhang {
namespace {

struct SlotName {
  std::string_view name;
  Slot slot;
};

constexpr SlotName kSlots[] = {
    {"base", Slot::kBase},         {"direction", Slot::kDirection}, {"share", Slot::kShare}, {"completion", Slot::kCompletion},
    {"unit_cost", Slot::kUnitCost}, {"involve", Slot::kInvolve},     {"stage", Slot::kStage}, {"subject", Slot::kSubject},
    {"carried", Slot::kCarried},   {"flat", Slot::kFlat},           {"none", Slot::kNone},   {"grade", Slot::kGrade},
};

struct FigureName {
  std::string_view name;
  QuantityKind kind;
};

constexpr FigureName kFigures[] = {
    {"money", QuantityKind::kMoney}, {"percent", QuantityKind::kPercent}, {"point", QuantityKind::kPercentagePoint},
    {"count", QuantityKind::kCount}, {"score", QuantityKind::kScore},
};

bool AddSlot(std::string_view name, Clause* clause) {
  for (const SlotName& known : kSlots) {
    if (known.name == name) {
      clause->slots = clause->slots | known.slot;
      return true;
    }
  }
  for (const FigureName& known : kFigures) {
    if (known.name == name && clause->value == QuantityKind::kNumber) {
      clause->value = known.kind;
      return true;
    }
  }
  return false;
}

void ReadPattern(TableReader* reader, Clause* clause) {
  clause->pattern = reader->Text("pattern");
  std::string_view rest = clause->pattern;
  while (!rest.empty()) {
    const size_t open = rest.find('{'), close = rest.find('}');
    if (open == std::string_view::npos) break;
    if (close == std::string_view::npos || close < open) {
      reader->Fail("pattern", "a slot is not closed", "write slots as {name}");
      return;
    }
    const std::string_view name = rest.substr(open + 1, close - open - 1);
    if (!AddSlot(name, clause)) {
      reader->Fail("pattern", fmt::format("unknown slot '{{{}}}'", name), "the slots are listed at the head of clauses.toml");
      return;
    }
    rest.remove_prefix(close + 1);
  }
}

void ReadExamples(TableReader* reader, Clause* clause) {
  for (const toml::table* table : reader->Tables("examples")) {
    TableReader example(*table);
    clause->examples.push_back({example.Text("text"), example.Texts("facts")});
    if (const Status status = example.Finish()) reader->Fail("examples", status->message, status->hint);
  }
  clause->counterexamples = reader->Texts("counterexamples");
}

Result<Clause> ReadClause(const toml::table& table) {
  TableReader reader(table);
  Clause clause;
  clause.id = reader.Text("id");
  ReadPattern(&reader, &clause);
  const std::string measure = reader.Text("measure");
  if (const auto known = MeasureFromName(measure)) clause.measure = *known;
  else reader.Fail("measure", fmt::format("unknown measure '{}'", measure));
  clause.compared = reader.Flag("compared", false);
  clause.whole = reader.Flag("whole", false);
  ReadExamples(&reader, &clause);
  if (const Status status = reader.Finish()) return *status;
  return clause;
}

}  // namespace

std::optional<Measure> MeasureFromName(std::string_view name) {
  for (int i = 0; i <= static_cast<int>(Measure::kYear); ++i) {
    if (MeasureName(static_cast<Measure>(i)) == name) return static_cast<Measure>(i);
  }
  return std::nullopt;
}

Result<std::vector<Clause>> LoadClauses(const GrammarFile& file) {
  auto table = ParseToml(file);
  if (!table.ok()) return table.error();
  TableReader reader(*table);
  std::vector<Clause> clauses;
  std::set<std::string> ids;
  for (const toml::table* entry : reader.Tables("clause")) {
    auto clause = ReadClause(*entry);
    if (!clause.ok()) return clause.error();
    if (!ids.insert(clause->id).second) return ErrorAt(*entry, fmt::format("clause '{}' is there twice", clause->id));
    clauses.push_back(std::move(clause).value());
  }
  if (const Status status = reader.Finish()) return *status;
  return clauses;
}

}  // namespace mingzhang
