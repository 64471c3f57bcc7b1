#include "extractor/output/panel_units.h"

#include <algorithm>
#include <optional>
#include <set>

#include "extractor/base/utf8.h"
#include "extractor/output/panel_finding.h"

namespace mingzhang {
namespace {

constexpr std::string_view kStructure = "overview";      // roles of sections that may list units
constexpr std::string_view kCounted = "organization.subordinate_units";
constexpr std::string_view kReceived[] = {"revenue.superior_subsidy", "revenue.subordinate_remittance"};
constexpr size_t kShortestName = 9, kLongestName = 120;  // bytes
constexpr std::u32string_view kSeparators = U"\u3001\uFF0C,\u3002\uFF1B;\uFF1A:";

// Lines that go on are joined; each item of a list begins a piece, and so does every mark.
std::vector<std::string> Pieces(std::string_view body, const TextOptions& options) {
  std::vector<std::string> pieces(1);
  for (size_t begin = 0; begin < body.size();) {
    const size_t end = std::min(body.find('\n', begin), body.size());
    std::string line = FoldName(body.substr(begin, end - begin));
    begin = end + 1;
    const NumberMatch number = MatchNumbering(options, line);
    if (number.style >= 0) pieces.emplace_back();
    if (number.style >= 0) line.erase(0, number.length);
    for (size_t i = 0; i < line.size();) {
      const size_t length = Utf8Length(static_cast<unsigned char>(line[i]));
      const bool may_mark = line[i] == '(' || (line[i] >= '0' && line[i] <= '9');
      const NumberMatch marker = may_mark ? MatchNumbering(options, std::string_view(line).substr(i)) : NumberMatch{};
      if (kSeparators.find(static_cast<char32_t>(CodePointAt(line, i))) != std::u32string_view::npos) {
        pieces.emplace_back();
      } else if (marker.style >= 0) {
        pieces.emplace_back();
        i += marker.length;
        continue;
      } else {
        pieces.back().append(line, i, length);
      }
      i += length;
    }
  }
  return pieces;
}

// The bytes of `name` that end the region's name: a text inside a district says "the district's centre".
size_t RegionPrefix(const std::string& name, const std::string& region) {
  for (size_t at = 0; at < region.size(); at += Utf8Length(static_cast<unsigned char>(region[at]))) {
    if (name.starts_with(std::string_view(region).substr(at))) return region.size() - at;
  }
  return 0;
}

bool IsOwnOffice(const std::string& listed, const std::string& local_name) {
  return listed.find(local_name) != std::string::npos;
}

struct Unit {
  std::string doc_id, local_name;
};

class UnitAudit {
 public:
  explicit UnitAudit(PanelDatabase* panel) : panel_(panel) {}

  Status Run() {
    std::vector<std::string> departments;
    SqlStatement rows = panel_->sql().Prepare(
        "SELECT DISTINCT d.doc_id FROM documents d JOIN sections s USING (doc_id) WHERE d.level = 'department' "
        "AND s.units IS NOT NULL ORDER BY d.org_key, d.kind, d.fiscal_year, d.doc_id");
    while (rows.Next()) departments.emplace_back(rows.Text(0));
    if (rows.failed()) return panel_->sql().LastError();
    for (const std::string& doc_id : departments) {
      if (Status status = Check(doc_id)) return status;
    }
    return std::nullopt;
  }

 private:
  std::vector<Unit> UnitsIn(const DocumentRecord& department) const {
    SqlStatement rows = panel_->sql().Prepare(
        "SELECT doc_id, local_name FROM documents WHERE level = 'unit' AND region_name IS ?1 AND kind = ?2 "
        "AND fiscal_year = ?3 AND local_name IS NOT NULL ORDER BY org_key, doc_id");
    rows.With({department.region, department.kind, std::to_string(department.fiscal_year)});
    std::vector<Unit> units;
    while (rows.Next()) units.push_back({std::string(rows.Text(0)), std::string(rows.Text(1))});
    return units;
  }

  // The document of each unit listed; nothing unless all are there and the text counts as many.
  std::optional<std::vector<std::string>> DocumentsOf(const LoadedDocument& department) const {
    const std::string own = LocalName(department.record);
    const std::vector<Unit> units = UnitsIn(department.record);
    std::set<std::string> found;
    bool has_own = false;
    for (const std::string& listed : department.units) {
      const bool is_own = IsOwnOffice(listed, own);
      const auto unit = std::find_if(units.begin(), units.end(), [&](const Unit& candidate) {
        return is_own ? candidate.local_name == own : listed.ends_with(candidate.local_name);
      });
      if (unit == units.end()) return std::nullopt;
      found.insert(unit->doc_id);
      has_own = has_own || is_own;
    }
    if (found.size() < 2 || !has_own || !IsCounted(department.record, found.size())) return std::nullopt;
    return std::vector<std::string>(found.begin(), found.end());
  }

  // The text may count its own office or leave it out.
  static bool IsCounted(const DocumentRecord& department, size_t units) {
    bool counted = false;
    for (const FactRecord& fact : department.facts) {
      if (fact.concept_id != kCounted || fact.measure != "count" || !fact.number) continue;
      counted = true;
      const Decimal all = Decimal::FromInt(static_cast<int64_t>(units));
      if (*fact.number == all || *fact.number == Decimal::FromInt(static_cast<int64_t>(units) - 1)) return true;
    }
    return !counted;
  }

  Status Check(const std::string& doc_id) {
    const auto department = LoadDocument(*panel_, doc_id);
    if (!department.ok()) return department.error();
    const auto doc_ids = DocumentsOf(*department);
    if (!doc_ids) return std::nullopt;
    std::vector<LoadedDocument> units;
    for (const std::string& unit : *doc_ids) {
      auto loaded = LoadDocument(*panel_, unit);
      if (!loaded.ok()) return loaded.error();
      units.push_back(std::move(loaded).value());
    }
    return Compare(*department, units);
  }

  Status Compare(const LoadedDocument& department, const std::vector<LoadedDocument>& units) {
    for (size_t i = 0; i < department.record.facts.size(); ++i) {
      const FactRecord& total = department.record.facts[i];
      if (!department.main[i] || total.measure != "amount" || !total.yuan || !total.range) continue;
      Decimal sum;
      const auto range = SumOf(units, total, &sum);
      if (!range || Interval::Meet(*range, *total.range) || IsEliminated(units, total, *range)) continue;
      PanelFinding finding(panel_, "XY008", department);
      finding.At(total).Against(units.front()).Subject(total).Figure("total", total);
      finding.Slot("sum", AmountText(sum, total, panel_->grammar().units())).Expect(*range);
      if (Status status = finding.Done()) return status;
    }
    return std::nullopt;
  }

  // What one unit gives another is counted twice in the sum and not at all in the department's figure. How much
  // of what the units received came from each other is not stated: anything up to all of it may have.
  static bool IsEliminated(const std::vector<LoadedDocument>& units, const FactRecord& total, const Interval& sum) {
    const std::string& what = total.concept_id;
    if (!what.starts_with("revenue.") && !what.starts_with("expenditure.") && !what.starts_with("balance.")) return false;
    Interval least = sum;
    for (const LoadedDocument& unit : units) {
      for (const std::string_view received : kReceived) {
        const FactRecord* amount = MainFact(unit, received, "amount");
        if (amount == nullptr || !amount->range) continue;
        const auto rest = Interval::Subtract(least, *amount->range);
        if (rest) least = *rest;
      }
    }
    return total.range->hi >= least.lo && total.range->lo <= sum.hi;
  }

  // Nothing when a unit does not state the figure.
  static std::optional<Interval> SumOf(const std::vector<LoadedDocument>& units, const FactRecord& total, Decimal* sum) {
    std::optional<Interval> range = Interval::Exactly(Decimal());
    for (const LoadedDocument& unit : units) {
      const FactRecord* part = MainFact(unit, total.concept_id, total.measure);
      if (part == nullptr || !part->amount() || !part->range) return std::nullopt;
      const auto more = Decimal::Add(*sum, *part->amount());
      if (!more) return std::nullopt;
      *sum = *more;
      range = Interval::Add(*range, *part->range);
      if (!range) return std::nullopt;
    }
    return range;
  }

  PanelDatabase* const panel_;
};

}  // namespace

std::vector<std::string> ListedUnits(const SectionRecord& section, const DocumentRecord& document,
                                     const Grammar& grammar) {
  std::vector<std::string> units;
  if (!section.role.starts_with(kStructure) || document.region.empty()) return units;
  const std::string region = FoldName(document.region), own = LocalName(document);
  for (const std::string& piece : Pieces(section.body, grammar.text())) {
    if (piece.size() < kShortestName || piece.size() > kLongestName) continue;
    const size_t prefix = RegionPrefix(piece, region);
    const bool named = grammar.document().body_endings.Ends(piece) ||
                       grammar.document().own_office_words.Ends(piece);
    const bool is_own = IsOwnOffice(piece, own);
    if (is_own && !piece.ends_with(own) && !grammar.document().own_office_words.Ends(piece)) continue;
    if (prefix == 0 || !named || piece.find('|') != std::string::npos) continue;
    if (std::find(units.begin(), units.end(), piece) == units.end()) units.push_back(piece);
  }
  return units;
}

Status AuditUnits(PanelDatabase* panel) { return UnitAudit(panel).Run(); }

}  // namespace mingzhang
