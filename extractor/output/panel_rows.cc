#include "extractor/output/panel_rows.h"

#include <algorithm>
#include <map>
#include <set>

#include "extractor/base/digest.h"
#include "extractor/output/panel_paragraphs.h"
#include "extractor/output/panel_units.h"

namespace mingzhang {
namespace {

constexpr size_t kIdDigits = 16;
constexpr int kRateDecimals = 4;

std::string Number(int64_t value) { return std::to_string(value); }
std::string YearOrEmpty(int year) { return year == 0 ? "" : std::to_string(year); }
std::string NumberOrEmpty(const std::optional<Decimal>& value) { return value ? value->Trimmed().ToString() : ""; }

std::string Join(const std::vector<std::string>& texts) {
  std::string joined;
  for (const std::string& text : texts) joined.append(joined.empty() ? "" : "|").append(text);
  return joined;
}

std::string QualifiersText(const FactRecord& fact) {
  std::string text;
  for (const auto& [name, value] : fact.qualifiers) {
    text.append(text.empty() ? "" : ";").append(name).append("=").append(value);
  }
  return text;
}

int ScaleOf(const FactRecord& fact, const Units& units) {
  for (const Unit& unit : units) {
    if (fact.yuan && unit.code == fact.unit && unit.kind == QuantityKind::kMoney) return unit.scale;
  }
  return 0;
}

// Worse comes last.
int Badness(std::string_view severity) {
  return severity == "error" ? 3 : severity == "warning" ? 2 : severity == "note" ? 1 : 0;
}

bool IsDigit(char c) { return c >= '0' && c <= '9'; }

bool IsYear(std::string_view digits) {
  return digits.size() == 4 && (digits.starts_with("19") || digits.starts_with("20"));
}

// The first figure for each concept and measure of the document's own year and stage: in a report of a government that of all
// levels, else the first of any. Those of a part, a kind or an item have other qualifiers.
class MainFacts {
 public:
  explicit MainFacts(const DocumentRecord& document) : document_(document), year_(document.year()) {
    for (const FactRecord& fact : document.facts) {
      if (!MayBe(fact)) continue;
      const FactRecord*& main = main_[fact.concept_id + "|" + fact.measure];
      if (!main || (IsOfOneLevel(*main) && !IsOfOneLevel(fact))) main = &fact;
    }
  }

  // `fact` is one of the document's.
  bool Has(const FactRecord& fact) const {
    const auto found = main_.find(fact.concept_id + "|" + fact.measure);
    return found != main_.end() && found->second == &fact;
  }

 private:
  bool MayBe(const FactRecord& fact) const {
    const bool measured = fact.measure == "amount" || fact.measure == "count" || fact.measure == "score";
    const bool qualified = std::any_of(fact.qualifiers.begin(), fact.qualifiers.end(), [](const auto& q) { return q.first != "scope"; });
    if (!measured || qualified || !fact.basis_concept.empty()) return false;
    const bool own = fact.stage == document_.own_stage() && fact.year == year_;
    return own || (fact.stage == "stock" && (fact.year == year_ || !fact.date.empty()));
  }

  static bool IsOfOneLevel(const FactRecord& fact) {
    return !fact.qualifiers.empty() && fact.qualifiers.front().second != FiscalScopeName(FiscalScope::kConsolidated);
  }

  const DocumentRecord& document_;
  const int year_;
  std::map<std::string, const FactRecord*> main_;
};

}  // namespace

std::string DocumentId(const std::string& sha256) { return sha256.substr(0, kIdDigits); }

BodyDigest DigestBody(std::string_view body) {
  BodyDigest result;
  std::string kept;
  for (size_t i = 0; i < body.size();) {
    if (static_cast<unsigned char>(body[i]) <= ' ') {
      ++i;
      continue;
    }
    if (!IsDigit(body[i])) {
      kept.push_back(body[i++]);
      continue;
    }
    const auto is_part = [&](size_t at) {
      if (at >= body.size()) return false;
      return IsDigit(body[at]) || (body[at] == '.' && at + 1 < body.size() && IsDigit(body[at + 1]));
    };
    size_t end = i;
    while (is_part(end)) ++end;
    const std::string_view numeral = body.substr(i, end - i);
    if (!IsYear(numeral)) {
      kept.append(numeral);
      ++result.figures;
    }
    i = end;
  }
  result.digest = Sha256Hex(kept).substr(0, kIdDigits);
  return result;
}

PanelRows::PanelRows(const DocumentRecord& document, const std::string& source, const Grammar& grammar)
    : document_(document), source_(source), grammar_(grammar), doc_id_(DocumentId(document.sha256)) {}

Row PanelRows::Document() const {
  int64_t counts[4] = {};
  for (const FindingRecord& finding : document_.findings) ++counts[Badness(finding.severity)];
  return {doc_id_,
          source_,
          document_.sha256,
          Number(static_cast<int64_t>(document_.byte_length)),
          document_.encoding,
          document_.kind,
          document_.level,
          YearOrEmpty(document_.year()),
          document_.title,
          OrganizationKey(document_),
          LocalName(document_),
          document_.organization,
          document_.short_name,
          Join(document_.plaques),
          document_.region,
          document_.tier,
          Number(static_cast<int64_t>(document_.facts.size())),
          Number(counts[3]),
          Number(counts[2]),
          Number(counts[1]),
          Number(document_.numerals),
          Number(document_.unexplained),
          document_.grammar,
          document_.version};
}

std::vector<Row> PanelRows::Sections() const {
  std::vector<Row> rows;
  for (const SectionRecord& section : document_.sections) {
    const BodyDigest body = DigestBody(section.body);
    rows.push_back({doc_id_, section.id, section.role, section.title, section.state,
                    section.line == 0 ? "" : Number(section.line), Number(body.figures), Keywords(section.body),
                    Join(ListedUnits(section, document_, grammar_)), body.digest});
  }
  return rows;
}

std::vector<Row> PanelRows::Paragraphs() const {
  std::vector<Row> rows;
  for (const SectionRecord& section : document_.sections) {
    for (Paragraph& paragraph : ParagraphsOf(section)) {
      rows.push_back({doc_id_, std::move(paragraph.section), Number(paragraph.line), Number(paragraph.last_line),
                      std::move(paragraph.numerals), std::move(paragraph.text)});
    }
  }
  return rows;
}

std::string PanelRows::Keywords(const std::string& body) const {
  std::vector<std::string> found;
  for (const RuleSpec& rule : grammar_.rules()) {
    if (rule.kind != RuleKind::kPanel) continue;
    for (const RuleCase& rule_case : rule.cases) {
      if (!rule_case.term.empty()) continue;  // words of documents' kinds, not of texts
      for (const std::string& word : rule_case.words) {
        const bool known = std::find(found.begin(), found.end(), word) != found.end();
        if (!known && body.find(word) != std::string::npos) found.push_back(word);
      }
    }
  }
  return Join(found);
}

Row PanelRows::Fact(const FactRecord& fact, bool main) const {
  const int scale = ScaleOf(fact, grammar_.units());
  const auto end = [&](const Decimal& yuan) { return yuan.Scaled(-scale).Trimmed().ToString(); };
  return {doc_id_,
          fact.id,
          document_.region,
          OrganizationKey(document_),
          document_.organization,
          YearOrEmpty(document_.year()),
          document_.kind,
          fact.concept_id,
          fact.measure,
          YearOrEmpty(fact.year),
          fact.date,
          fact.stage,
          YearOrEmpty(fact.basis_year),
          fact.basis_stage,
          fact.basis_concept,
          QualifiersText(fact),
          fact.value,
          fact.unit,
          NumberOrEmpty(fact.number),
          NumberOrEmpty(fact.yuan),
          fact.range ? end(fact.range->lo) : "",
          fact.range ? end(fact.range->hi) : "",
          fact.assertion,
          fact.binding,
          main ? "1" : "0",
          fact.section,
          Number(static_cast<int64_t>(fact.place.byte_begin)),
          Number(static_cast<int64_t>(fact.place.byte_end)),
          Number(fact.place.line),
          fact.place.quote};
}

std::vector<Row> PanelRows::Facts() const {
  std::map<std::string, std::pair<int, std::string>> findings;  // by fact: how many, the worst
  for (const FindingRecord& finding : document_.findings) {
    for (const std::string& fact : finding.facts) {
      auto& [count, worst] = findings[fact];
      ++count;
      if (Badness(finding.severity) > Badness(worst)) worst = finding.severity;
    }
  }
  std::vector<Row> rows;
  MainFacts main(document_);
  for (const FactRecord& fact : document_.facts) {
    Row row = Fact(fact, main.Has(fact));
    const auto found = findings.find(fact.id);
    row.push_back(found == findings.end() ? "0" : Number(found->second.first));
    row.push_back(found == findings.end() ? "" : found->second.second);
    rows.push_back(std::move(row));
  }
  return rows;
}

// What the rules of change arithmetic said of the change and the rate.
std::string PanelRows::Verdict(const ComparisonRecord& comparison) const {
  std::set<std::string> ids;
  for (const int fact : {comparison.change, comparison.rate}) {
    if (fact != kNoFact) ids.insert(document_.facts[fact].id);
  }
  for (const FindingRecord& finding : document_.findings) {
    const bool concerned = std::any_of(finding.facts.begin(), finding.facts.end(),
                                       [&](const std::string& id) { return ids.contains(id); });
    if (concerned && finding.rule.starts_with("AR") && finding.severity != "note") return "fail";
  }
  for (const std::string& passed : document_.passed) {
    const size_t colon = passed.find(':');
    if (passed.starts_with("AR") && colon != std::string::npos && ids.contains(passed.substr(colon + 1))) return "pass";
  }
  return "not_evaluated";
}

Row PanelRows::Comparison(const ComparisonRecord& comparison, size_t number) const {
  const FactRecord* current = FactOf(comparison.subject);
  const FactRecord* prior = FactOf(comparison.base);
  const FactRecord* change = FactOf(comparison.change);
  const FactRecord* rate = FactOf(comparison.rate);
  const FactRecord* any = current != nullptr ? current : change != nullptr ? change : rate != nullptr ? rate : prior;
  const FactRecord* based = change != nullptr ? change : rate;
  const auto id = [](const FactRecord* fact) { return fact == nullptr ? "" : fact->id; };
  const auto amount = [](const FactRecord* fact) { return fact == nullptr ? "" : NumberOrEmpty(fact->amount()); };
  std::optional<Decimal> derived;
  std::optional<Interval> base, allowed;
  if (prior != nullptr) base = prior->range;
  if (current != nullptr && change != nullptr && current->amount() && change->amount()) {
    derived = Decimal::Subtract(*current->amount(), *change->amount());
    if (!base && current->range && change->range) base = Interval::Subtract(*current->range, *change->range);
  }
  std::optional<Interval> difference;
  if (change != nullptr && change->range) difference = change->range;
  else if (current != nullptr && current->range && base) difference = Interval::Subtract(*current->range, *base);
  if (difference && base) allowed = PercentOf(*difference, *base, kRateDecimals);
  return {doc_id_,
          Number(static_cast<int64_t>(number)),
          any == nullptr ? "" : any->concept_id,
          current == nullptr ? "" : current->measure,
          id(current),
          id(prior),
          id(change),
          id(rate),
          based != nullptr ? YearOrEmpty(based->basis_year) : prior != nullptr ? YearOrEmpty(prior->year) : "",
          based != nullptr ? based->basis_stage : prior != nullptr ? prior->stage : "",
          amount(current),
          amount(prior),
          NumberOrEmpty(derived),
          amount(change),
          amount(rate),
          allowed ? allowed->lo.Trimmed().ToString() : "",
          allowed ? allowed->hi.Trimmed().ToString() : "",
          comparison.direction,
          comparison.reason,
          Verdict(comparison),
          any == nullptr ? "" : Number(any->place.line)};
}

std::vector<Row> PanelRows::Comparisons() const {
  std::vector<Row> rows;
  for (const ComparisonRecord& comparison : document_.comparisons) {
    rows.push_back(Comparison(comparison, rows.size() + 1));
  }
  return rows;
}

std::vector<Row> PanelRows::Findings() const {
  std::vector<Row> rows;
  for (const FindingRecord& finding : document_.findings) {
    const bool placed = finding.place.line != 0;
    const bool has_range = finding.expected.size() == 2;
    rows.push_back({doc_id_,
                    Number(static_cast<int64_t>(rows.size()) + 1),
                    "document",
                    finding.rule,
                    finding.severity,
                    finding.message_zh,
                    finding.message_en,
                    Join(finding.facts),
                    placed ? Number(finding.place.line) : "",
                    placed ? Number(static_cast<int64_t>(finding.place.byte_begin)) : "",
                    placed ? Number(static_cast<int64_t>(finding.place.byte_end)) : "",
                    finding.place.quote,
                    has_range ? finding.expected[0] : "",
                    has_range ? finding.expected[1] : "",
                    finding.stated,
                    Join(finding.diagnoses),
                    finding.fingerprint,
                    "",
                    "",
                    ""});
  }
  return rows;
}

}  // namespace mingzhang
