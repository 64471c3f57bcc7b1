#include "extractor/output/panel_load.h"

#include <map>
#include <set>

#include "extractor/output/diff_sum.h"

namespace mingzhang {
namespace {

std::string Text(const SqlStatement& row, int column) { return std::string(row.Text(column)); }

class Loader {
 public:
  Loader(const PanelDatabase& panel, const std::string& doc_id) : panel_(panel) { loaded_.doc_id = doc_id; }

  Result<LoadedDocument> Load() {
    if (!LoadHead() || !LoadSections() || !LoadFacts() || !LoadComparisons()) return panel_.sql().LastError();
    return std::move(loaded_);
  }

 private:
  SqlStatement Select(std::string_view sql) const {
    SqlStatement rows = panel_.sql().Prepare(sql);
    rows.With({loaded_.doc_id});
    return rows;
  }

  bool LoadHead() {
    SqlStatement row = Select("SELECT source, sha256, kind, level, fiscal_year, org_name, region_name, plaques, short_name "
                              "FROM documents WHERE doc_id = ?");
    if (!row.Next()) return false;
    DocumentRecord& record = loaded_.record;
    record.name = Text(row, 0);
    record.sha256 = Text(row, 1);
    record.kind = Text(row, 2);
    record.level = Text(row, 3);
    record.fiscal_year = static_cast<int>(row.Integer(4));
    record.organization = Text(row, 5);
    record.region = Text(row, 6);
    record.plaques = Split(Text(row, 7));
    record.short_name = Text(row, 8);
    return true;
  }

  static std::vector<std::string> Split(const std::string& joined) {
    std::vector<std::string> texts;
    for (size_t begin = 0; begin < joined.size();) {
      const size_t end = std::min(joined.find('|', begin), joined.size());
      texts.push_back(joined.substr(begin, end - begin));
      begin = end + 1;
    }
    return texts;
  }

  bool LoadSections() {
    SqlStatement row = Select("SELECT section_id, role, title, line, keywords, units FROM sections "
                              "WHERE doc_id = ? ORDER BY rowid");
    while (row.Next()) {
      SectionRecord section;
      section.id = Text(row, 0);
      section.role = Text(row, 1);
      section.title = Text(row, 2);
      section.line = static_cast<uint32_t>(row.Integer(3));
      loaded_.record.sections.push_back(std::move(section));
      loaded_.keywords.push_back(Text(row, 4));
      for (std::string& unit : Split(Text(row, 5))) loaded_.units.push_back(std::move(unit));
    }
    return !row.failed();
  }

  int ScaleOf(const std::string& code) const {
    for (const Unit& unit : panel_.grammar().units()) {
      if (unit.code == code && unit.kind == QuantityKind::kMoney) return unit.scale;
    }
    return 0;
  }

  // From the printed value, not from the database's numbers: those may be binary.
  void ReadAmounts(const SqlStatement& row, int value, FactRecord* fact) const {
    fact->value = Text(row, value);
    fact->unit = Text(row, value + 1);
    if (!row.IsNull(value + 2)) fact->number = Decimal::Parse(fact->value);
    const int scale = ScaleOf(fact->unit);
    if (!row.IsNull(value + 3)) {
      fact->yuan = fact->number ? fact->number->Scaled(scale).Trimmed() : Decimal::Parse(row.Text(value + 3));
    }
    const auto lo = Decimal::Parse(row.Text(value + 4)), hi = Decimal::Parse(row.Text(value + 5));
    if (lo && hi) fact->range = Interval{*lo, *hi}.Scaled(scale);
  }

  static void ReadQualifiers(const std::string& text, FactRecord* fact) {
    for (size_t begin = 0; begin < text.size();) {
      const size_t end = std::min(text.find(';', begin), text.size());
      const size_t equals = text.find('=', begin);
      if (equals < end) {
        fact->qualifiers.emplace_back(text.substr(begin, equals - begin), text.substr(equals + 1, end - equals - 1));
      }
      begin = end + 1;
    }
  }

  bool LoadFacts() {
    SqlStatement row = Select(
        "SELECT fact_id, concept, measure, period_year, period_date, stage, basis_year, basis_stage, basis_concept, "
        "qualifiers, assertion, main, section, byte_start, byte_end, line, quote, "
        "value, unit, number, amount_yuan, lo, hi FROM facts WHERE doc_id = ? ORDER BY rowid");
    while (row.Next()) {
      FactRecord fact;
      fact.id = Text(row, 0);
      fact.concept_id = Text(row, 1);
      fact.measure = Text(row, 2);
      fact.year = static_cast<int>(row.Integer(3));
      fact.date = Text(row, 4);
      fact.stage = Text(row, 5);
      fact.basis_year = static_cast<int>(row.Integer(6));
      fact.basis_stage = Text(row, 7);
      fact.basis_concept = Text(row, 8);
      ReadQualifiers(Text(row, 9), &fact);
      fact.assertion = Text(row, 10);
      loaded_.main.push_back(row.Integer(11) == 1);
      fact.section = Text(row, 12);
      fact.place.byte_begin = static_cast<uint64_t>(row.Integer(13));
      fact.place.byte_end = static_cast<uint64_t>(row.Integer(14));
      fact.place.line = static_cast<uint32_t>(row.Integer(15));
      fact.place.quote = Text(row, 16);
      ReadAmounts(row, 17, &fact);
      by_id_.emplace(fact.id, static_cast<int>(loaded_.record.facts.size()));
      loaded_.record.facts.push_back(std::move(fact));
    }
    return !row.failed();
  }

  int FactAt(const std::string& id) const {
    const auto found = by_id_.find(id);
    return found == by_id_.end() ? kNoFact : found->second;
  }

  bool LoadComparisons() {
    SqlStatement row = Select("SELECT current_fact, prior_fact, change_fact, rate_fact, direction, reason "
                              "FROM comparisons WHERE doc_id = ? ORDER BY rowid");
    while (row.Next()) {
      ComparisonRecord comparison;
      comparison.subject = FactAt(Text(row, 0));
      comparison.base = FactAt(Text(row, 1));
      comparison.change = FactAt(Text(row, 2));
      comparison.rate = FactAt(Text(row, 3));
      comparison.direction = Text(row, 4);
      comparison.reason = Text(row, 5);
      loaded_.record.comparisons.push_back(std::move(comparison));
    }
    return !row.failed();
  }

  const PanelDatabase& panel_;
  LoadedDocument loaded_;
  std::map<std::string, int> by_id_;
};

}  // namespace

const FactRecord* MainFact(const LoadedDocument& document, std::string_view concept_id, std::string_view measure) {
  for (size_t i = 0; i < document.record.facts.size(); ++i) {
    const FactRecord& fact = document.record.facts[i];
    if (document.main[i] && fact.concept_id == concept_id && fact.measure == measure) return &fact;
  }
  return nullptr;
}

LoadedDocument SumOfLoaded(const std::vector<const LoadedDocument*>& bodies, const KeyOptions& options) {
  const LoadedDocument& first = *bodies.front();
  std::vector<const DocumentRecord*> records;
  for (const LoadedDocument* body : bodies) records.push_back(&body->record);
  LoadedDocument sum;
  sum.doc_id = first.doc_id;
  sum.record = SumOf(records, options);
  sum.summed = true;
  std::set<std::string> main;
  for (size_t i = 0; i < first.main.size(); ++i) {
    if (first.main[i]) main.insert(first.record.facts[i].id);
  }
  for (const FactRecord& fact : sum.record.facts) sum.main.push_back(main.contains(fact.id));
  return sum;
}

Result<LoadedDocument> LoadDocument(const PanelDatabase& panel, const std::string& doc_id) {
  return Loader(panel, doc_id).Load();
}

}  // namespace mingzhang
