#include "extractor/model/model.h"

#include <array>
#include <numeric>

namespace mingzhang {
namespace {

template <typename Enum, size_t N>
std::string_view NameOf(const std::array<std::string_view, N>& names, Enum value) {
  return names[static_cast<size_t>(value)];
}

constexpr std::array<std::string_view, 15> kQuantityKinds = {
    "number", "money",     "percent",     "percentage_point", "count",           "score", "measure", "year",
    "date",   "ordinal",   "list_marker", "threshold",        "document_number", "range", "code"};
constexpr std::array<std::string_view, 11> kMeasures = {
    "amount", "change", "change_rate", "share", "completion_rate", "count", "score", "grade", "unit_cost", "text", "year"};
constexpr std::array<std::string_view, 7> kStages = {"", "budget", "adjusted_budget", "execution", "final", "stock", "evaluation"};
constexpr std::array<std::string_view, 4> kAssertions = {"stated", "negative", "qualitative", "derived"};
constexpr std::array<std::string_view, 3> kBindings = {"explicit", "inherited", "derived"};
constexpr std::array<std::string_view, 4> kScopes = {"", "consolidated", "own", "subordinate"};
constexpr std::array<std::string_view, 4> kDirections = {"none", "increase", "decrease", "unchanged"};
constexpr std::array<std::string_view, 4> kStates = {"ok", "empty", "content_mismatch", "unknown_heading"};
constexpr std::array<std::string_view, 5> kKinds = {"unknown", "budget", "final_accounts", "three_public_statement", "government_report"};
constexpr std::array<std::string_view, 4> kLevels = {"unknown", "department", "unit", "government"};
constexpr std::array<std::string_view, 3> kSeverities = {"note", "warning", "error"};
constexpr std::array<std::string_view, kNumeralClasses> kNumeralClassNames = {
    "value",      "period",   "list_marker", "threshold", "ordinal",   "document_number", "measure",    "code",
    "table_cell", "contents", "page_number", "reason",    "indicator", "detached",        "unexplained"};

}  // namespace

int32_t Coverage::total() const { return std::accumulate(std::begin(count), std::end(count), 0); }

std::string_view QuantityKindName(QuantityKind kind) { return NameOf(kQuantityKinds, kind); }
std::string_view MeasureName(Measure measure) { return NameOf(kMeasures, measure); }
std::string_view StageName(Stage stage) { return NameOf(kStages, stage); }
std::string_view AssertionName(Assertion assertion) { return NameOf(kAssertions, assertion); }
std::string_view FiscalScopeName(FiscalScope scope) { return NameOf(kScopes, scope); }
std::string_view BindingName(Binding binding) { return NameOf(kBindings, binding); }
std::string_view DirectionName(Direction direction) { return NameOf(kDirections, direction); }
std::string_view SectionStateName(SectionState state) { return NameOf(kStates, state); }
std::string_view DocumentKindName(DocumentKind kind) { return NameOf(kKinds, kind); }
std::string_view DocumentLevelName(DocumentLevel level) { return NameOf(kLevels, level); }
std::string_view SeverityName(Severity severity) { return NameOf(kSeverities, severity); }
std::string_view NumeralClassName(NumeralClass numeral_class) { return NameOf(kNumeralClassNames, numeral_class); }

}  // namespace mingzhang
