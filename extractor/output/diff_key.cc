#include "extractor/output/diff_key.h"

#include <algorithm>

namespace mingzhang {
namespace {

constexpr char kSeparator = '|';
constexpr size_t kDigits[] = {3, 5, 7};

std::string ValueOf(const FactRecord& fact, std::string_view name) {
  for (const auto& [key, value] : fact.qualifiers) {
    if (key == name) return value;
  }
  return "";
}

bool NamesAgree(std::string_view a, std::string_view b) { return a.starts_with(b) || b.starts_with(a); }

// The code of `name` under `parent`, when there is exactly one among the names that hold in `year` (0: in
// any). Names are also written without their last word, which every class shares.
std::string CodeIn(const Classification& classification, std::string_view name, size_t digits,
                   std::string_view parent, int year) {
  std::string code;
  bool exact = false;
  for (const ClassificationEntry& entry : classification.entries()) {
    if (entry.code.size() != digits || !entry.code.starts_with(parent) || !NamesAgree(entry.name, name)) continue;
    if (year != 0 && !entry.ValidIn(year)) continue;
    const bool is_exact = entry.name == name;
    if (exact && !is_exact) continue;
    if (is_exact && !exact) code.clear();
    if (!code.empty() && code != entry.code) return "";
    code = entry.code;
    exact = is_exact;
  }
  return code;
}

// A text may use a name of another year: today's for last year's figure, or one that is out of date.
std::string CodeOf(const Classification& classification, std::string_view name, size_t digits,
                   std::string_view parent, int year) {
  const std::string code = CodeIn(classification, name, digits, parent, year);
  return !code.empty() || year == 0 ? code : CodeIn(classification, name, digits, parent, 0);
}

// The deepest level that has a code; the levels above it follow from it.
std::string FunctionalKey(const FactRecord& fact, int year, const Classification* classification) {
  std::string key, parent;
  for (size_t i = 0; i < std::size(kFunctionalLevels); ++i) {
    const std::string name = ValueOf(fact, kFunctionalLevels[i]);
    if (name.empty()) continue;
    std::string code = classification != nullptr ? CodeOf(*classification, name, kDigits[i], parent, year) : "";
    if (!code.empty()) {
      parent = code;
      key = std::move(code);
    } else {
      key.append(key.empty() ? "" : ">").append(name);
    }
  }
  return key;
}

std::string BasisKey(const FactRecord& fact, int year) {
  if (!fact.basis_concept.empty()) return fact.basis_concept;
  if (fact.basis_year == 0) return "";
  return std::to_string(fact.basis_year - year) + fact.basis_stage;
}

std::string Key(const FactRecord& fact, std::string_view stage, const std::string& period, const std::string& basis,
                int year, const KeyOptions& options) {
  std::string key = fact.concept_id;
  for (const std::string& part : {fact.measure, std::string(stage), period, basis,
                                  QualifierKey(fact, year, options.classification)}) {
    key.push_back(kSeparator);
    key.append(part);
  }
  return key;
}

Decimal Width(const FactRecord& fact) {
  if (!fact.range) return Decimal();
  return Decimal::Subtract(fact.range->hi, fact.range->lo).value_or(Decimal());
}

}  // namespace

const Classification* ClassificationOf(const Grammar& grammar) {
  for (const RuleSpec& rule : grammar.rules()) {
    if (rule.book) return &rule.book->classification;
  }
  return nullptr;
}

std::string QualifierKey(const FactRecord& fact, int year, const Classification* classification) {
  std::string key = FunctionalKey(fact, year, classification);
  auto qualifiers = fact.qualifiers;
  std::sort(qualifiers.begin(), qualifiers.end());
  for (const auto& [name, value] : qualifiers) {
    if (IsFunctionalLevel(name)) continue;
    key.append(key.empty() ? "" : ";").append(name).append("=").append(value);
  }
  return key;
}

std::string RelativeKey(const FactRecord& fact, const DocumentRecord& document, const KeyOptions& options) {
  const int year = document.year();
  std::string period = fact.year == 0 ? "" : std::to_string(fact.year - year);
  if (fact.date.size() > 4) period.append(fact.date, 4);
  const bool own = options.own_stage && fact.stage == document.own_stage();
  return Key(fact, own ? std::string_view("own") : std::string_view(fact.stage), period,
             options.any_basis ? "" : BasisKey(fact, fact.year), year, options);
}

std::string AbsoluteKey(const FactRecord& fact, int year, std::string_view stage, const KeyOptions& options) {
  return Key(fact, stage, fact.date.empty() ? std::to_string(year) : fact.date, BasisKey(fact, fact.year), year, options);
}

std::string AbsoluteKey(const FactRecord& fact, const KeyOptions& options) {
  return AbsoluteKey(fact, fact.year, fact.stage, options);
}

bool Agree(const FactRecord& a, const FactRecord& b) {
  if (!a.amount() || !b.amount()) return !a.amount() && !b.amount() && a.value == b.value;
  if (a.yuan.has_value() != b.yuan.has_value()) return a.amount()->is_zero() && b.amount()->is_zero();
  return a.range && b.range ? Interval::Meet(*a.range, *b.range) : *a.amount() == *b.amount();
}

void AddToGroup(const std::vector<FactRecord>& facts, int fact, std::vector<int>* group) {
  for (int& member : *group) {
    if (!Agree(facts[member], facts[fact])) continue;
    if (Width(facts[fact]) < Width(facts[member])) member = fact;
    return;
  }
  group->push_back(fact);
}

}  // namespace mingzhang
