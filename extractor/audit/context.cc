#include "extractor/audit/context.h"

#include <algorithm>

#include "extractor/audit/match.h"

namespace mingzhang {
namespace {

// Which faults of wording the text has, in one pass over it.
std::vector<bool> FaultsOf(const AuditVocabulary& vocabulary, const DocumentText& text) {
  std::vector<bool> faults;
  if (vocabulary.rules->empty() || !vocabulary.rules->front().book->faults) return faults;
  std::vector<int> found;
  vocabulary.rules->front().book->faults->Match(re2::StringPiece(text.logical.data(), text.logical.size()), &found);
  for (const int pattern : found) {
    if (faults.size() <= static_cast<size_t>(pattern)) faults.resize(pattern + 1);
    faults[pattern] = true;
  }
  return faults;
}

}  // namespace

AuditContext::AuditContext(const AuditVocabulary& vocabulary, const DocumentText& text, Extraction* extraction)
    : vocabulary(vocabulary), text(text), extraction(*extraction), precision(extraction->facts, *vocabulary.units),
      index(extraction->facts, vocabulary.concepts.size()),
      faults_(FaultsOf(vocabulary, text)) {
  const Coverage& coverage = extraction->coverage;
  disturbed_ = coverage.unexplained;
  disturbed_.insert(disturbed_.end(), coverage.detached.begin(), coverage.detached.end());
  std::sort(disturbed_.begin(), disturbed_.end());
  for (const Relation& relation : extraction->relations) {
    for (const Index part : relation.parts) listed_.emplace_back(relation.total, part);
  }
  std::sort(listed_.begin(), listed_.end());
}

Index AuditContext::BaseOf(const Comparison& comparison) const {
  if (!Has(comparison.base) || comparison.base == comparison.subject) return kNone;
  // 三公经费合计较上年16.08万元增加15.15万元，其中：公务接待费减少0.26万元: the base is the whole's.
  const Index change = comparison.change != kNone ? comparison.change : comparison.rate;
  if (change != kNone && fact(change).concept_id != fact(comparison.base).concept_id) return kNone;
  if (!Has(comparison.subject)) return comparison.base;
  const Fact& base = fact(comparison.base);
  const Fact& subject = fact(comparison.subject);
  return base.stage == subject.stage && base.period.SameTime(subject.period) ? kNone : comparison.base;
}

bool AuditContext::Mentions(const Pattern& pattern) const {
  for (const auto& [known, mentioned] : mentioned_) {
    if (known == &pattern) return mentioned;
  }
  return mentioned_.emplace_back(&pattern, pattern.Matches(text.logical, text.pairs)).second;
}

const RateCheck* AuditContext::RateOf(Index rate) const {
  const auto found = std::partition_point(rates.begin(), rates.end(),
                                          [&](const RateCheck& check) { return check.rate < rate; });
  return found == rates.end() || found->rate != rate ? nullptr : &*found;
}

bool AuditContext::IsListed(Index total, Index part) const {
  return std::binary_search(listed_.begin(), listed_.end(), std::pair(total, part));
}

bool AuditContext::IsDisturbed(Range range) const {
  const auto first = std::partition_point(disturbed_.begin(), disturbed_.end(),
                                          [&](Range r) { return r.end <= range.begin; });
  return first != disturbed_.end() && first->begin < range.end;
}

Range AuditContext::Hull(Range a, Range b) { return {std::min(a.begin, b.begin), std::max(a.end, b.end)}; }

const LogicalLine* AuditContext::LineAt(uint32_t position) const {
  const auto after = std::partition_point(text.lines.begin(), text.lines.end(),
                                          [&](const LogicalLine& line) { return line.range.end <= position; });
  return after == text.lines.end() || after->range.begin > position ? nullptr : &*after;
}

Index AuditContext::Companion(Index i, ConceptId concept_id, Measure measure) const {
  FactKey key = index.KeyOf(i);
  key.concept_id = concept_id;
  key.measure = measure;
  return index.Nearest(key, Place(i).begin);
}

Index AuditContext::SectionAt(uint32_t position) const {
  const auto& sections = extraction.sections;
  const auto after = std::partition_point(sections.begin(), sections.end(),
                                          [&](const Section& section) { return section.heading.begin <= position; });
  return static_cast<Index>(after - sections.begin()) - 1;
}

std::string AuditContext::SubjectZh(Index i) const {
  std::string name;
  for (const auto& [key, value] : fact(i).qualifiers) {
    if (key == "class" || key == "section" || key == "item") name = value;
  }
  if (!name.empty()) return name;
  return fact(i).concept_id < 0 ? "" : std::string(vocabulary.concepts[fact(i).concept_id].zh);
}

std::string AuditContext::SubjectEn(Index i) const {
  std::string name = fact(i).concept_id < 0 ? "" : std::string(vocabulary.concepts[fact(i).concept_id].en);
  std::string line;
  for (const auto& [key, value] : fact(i).qualifiers) {
    if (key == "class" || key == "section" || key == "item") line = value;
  }
  return line.empty() ? name : name + " " + line;
}

std::string AuditContext::UnitOf(Index i) const {
  if (!fact(i).unit_range.empty()) return Quote(fact(i).unit_range);
  return fact(i).unit < 0 ? "" : std::string((*vocabulary.units)[fact(i).unit].literal);
}

std::string AuditContext::Figure(Index i) const {
  if (fact(i).value_range.empty()) return Quote(fact(i).statement);
  return fact(i).value.Abs().ToString() + UnitOf(i);
}

std::string AuditContext::Written(const Decimal& yuan, Index like) const {
  return precision.InUnitOf(fact(like), yuan).ToString() + UnitOf(like);
}

std::string AuditContext::Quote(Range range) const {
  return WithoutLayout(std::string(text.Quote(range)));
}

std::string WithoutLayout(std::string text) {
  std::erase_if(text, [](char c) { return c == ' ' || c == '\t' || c == '\n' || c == '\r' || c == '\f'; });
  return text;
}

}  // namespace mingzhang
