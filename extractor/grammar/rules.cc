#include "extractor/grammar/rules.h"

#include <algorithm>
#include <array>

#include <fmt/format.h>

#include "extractor/base/utf8.h"
#include "extractor/grammar/toml_reader.h"

namespace mingzhang {
namespace {

constexpr std::array<std::string_view, static_cast<size_t>(RuleKind::kPanel) + 1> kKindNames = {
    "change-difference", "change-rate", "implied-base", "direction", "flat", "zero-against-nonzero", "zero-base",
    "completion-rate", "amount-as-rate", "truncated", "opposite-directions", "base-period", "change-parts", "balance-change", "completion-words",
    "sum", "balance", "roll-up", "share", "share-sum", "part-above-whole", "classified-sum", "listed-total", "rest",
    "contradiction", "restatement", "denied", "same-figure", "unit-words",
    "missing-unit", "unit-form", "magnitude", "decimals", "negative", "fractional",
    "number-gap", "number-order", "empty-section", "heading-concept", "heading-body", "misplaced", "marker-styles",
    "contents-titles", "enumerated-items", "heading-term", "excerpt",
    "required", "required-split", "required-reason", "required-comparison", "required-in-section", "required-text",
    "defined-terms",
    "text", "half-width", "misspelt", "repeated-phrase", "name-variant", "reason-scope", "reason-direction",
    "heading-year", "fiscal-year", "year-range", "asset-date", "evaluation-year", "stale-year",
    "per-unit", "count-against-amount", "at-most", "grade", "rate-range", "swing",
    "code-form", "code-name", "code-validity", "code-parent",
    "organization", "kind-words", "unexplained", "disclaimer",
    "outside", "panel"};

constexpr std::array<std::string_view, 3> kSeverityWords = {"note", "warning", "error"};

// A pattern may not compile to more than this; grammars are untrusted.
constexpr int64_t kPatternBytes = int64_t{4} << 20;
constexpr int64_t kSetBytes = int64_t{32} << 20;

template <size_t N>
std::string Joined(const std::array<std::string_view, N>& names) {
  std::string text;
  for (const auto name : names) text += (text.empty() ? "" : ", ") + std::string(name);
  return text;
}

RE2::Options PatternOptions() {
  RE2::Options options;
  options.set_log_errors(false);
  options.set_max_mem(kPatternBytes);
  return options;
}

// Patterns are written with the brackets of Chinese text and meet them folded to (), as literals.
std::string WithFoldedBrackets(std::string text) {
  for (const auto& [printed, folded] : {std::pair("\xEF\xBC\x88", "\\("), std::pair("\xEF\xBC\x89", "\\)")}) {
    const std::string_view from = printed;
    for (size_t at = text.find(from); at != std::string::npos; at = text.find(from, at + 2)) {
      text.replace(at, from.size(), folded);
    }
  }
  return text;
}

// The text that must be written before characters with a meaning in RE2.
bool IsMeta(char c) { return std::string_view("\\.+*?()|[]{}^$").find(c) != std::string_view::npos; }

std::vector<std::string> Characters(std::string_view text) {
  std::vector<std::string> characters;
  for (size_t at = 0; at < text.size();) {
    const size_t length = std::min<size_t>(Utf8Length(static_cast<unsigned char>(text[at])), text.size() - at);
    characters.push_back((length == 1 && IsMeta(text[at]) ? "\\" : "") + std::string(text.substr(at, length)));
    at += length;
  }
  return characters;
}

// A pattern for the misspellings of `term` that cannot be another word: the first character lost, or
// any character doubled.
std::string MisspellingsOf(std::string_view term) {
  const std::vector<std::string> characters = Characters(term);
  if (characters.empty()) return "";
  std::string rest, doubled, prefix;  // doubled: “政政府”, “政府府”; also a character written early: “公务车用车”
  for (size_t i = 1; i < characters.size(); ++i) rest += characters[i];
  for (size_t i = 0; i < characters.size(); ++i) {
    prefix += characters[i];
    std::string suffix;
    for (size_t j = i + 1; j < characters.size(); ++j) suffix += characters[j];
    doubled += "|" + prefix + characters[i] + suffix;
    if (i > 0 && i + 1 < characters.size()) {
      doubled += "|" + prefix.substr(0, prefix.size() - characters[i].size()) + characters[i + 1] + characters[i] + suffix;
    }
  }
  return fmt::format("(?:(?:^|[^{}])({})|({}))", characters[0], rest, doubled.substr(1));
}

class RuleLoader {
 public:
  explicit RuleLoader(const std::function<ConceptId(std::string_view)>& find_concept) : find_concept_(find_concept) {}

  Status ReadFile(const GrammarFile& file);
  Result<std::vector<RuleSpec>> Take();

 private:
  Status ReadRule(const toml::table& table);
  Status ReadCase(const toml::table& table, RuleSpec* rule);
  Status ReadDiagnosis(const toml::table& table);
  Status ReadWords(const toml::table& table);
  Status ReadPattern(const toml::table& table);
  Status CompileFaults();
  void CheckCase(const RuleCase& rule_case, RuleKind kind, TableReader* reader);

  RuleText Bilingual(TableReader* reader, std::string_view key);
  void Applies(TableReader* reader, RuleSpec* rule);
  template <size_t N>
  size_t OneOf(TableReader* reader, std::string_view key, const std::string& word,
               const std::array<std::string_view, N>& names);
  ConceptId Concept(TableReader* reader, std::string_view key, const std::string& id);
  std::vector<ConceptId> Concepts(TableReader* reader, std::string_view key);
  Pattern Compiled(TableReader* reader, std::string_view key, const std::string& text, bool fold = true);
  std::optional<Decimal> Number(TableReader* reader, std::string_view key);

  const std::function<ConceptId(std::string_view)>& find_concept_;
  bool tested_ = false;  // the file at hand
  std::vector<RuleSpec> rules_;
  std::shared_ptr<RuleBook> book_ = std::make_shared<RuleBook>();
};

RuleText RuleLoader::Bilingual(TableReader* reader, std::string_view key) {
  const toml::table* table = reader->Table(key);
  if (!table) {
    reader->Fail(key, fmt::format("'{}' is missing", key), "write { zh = \"…\", en = \"…\" }");
    return {};
  }
  TableReader inner(*table);
  RuleText text{inner.Text("zh"), inner.Text("en")};
  if (inner.Finish()) reader->Fail(key, fmt::format("'{}' must have the texts zh and en, and nothing else", key));
  return text;
}

template <size_t N>
size_t RuleLoader::OneOf(TableReader* reader, std::string_view key, const std::string& word,
                         const std::array<std::string_view, N>& names) {
  const auto found = std::find(names.begin(), names.end(), word);
  if (found == names.end()) reader->Fail(key, fmt::format("unknown {} '{}'", key, word), "one of: " + Joined(names));
  return found == names.end() ? 0 : static_cast<size_t>(found - names.begin());
}

ConceptId RuleLoader::Concept(TableReader* reader, std::string_view key, const std::string& id) {
  const ConceptId found = find_concept_(id);
  if (found == kNoConcept) reader->Fail(key, fmt::format("unknown concept '{}'", id), "see concepts.toml");
  return found;
}

std::vector<ConceptId> RuleLoader::Concepts(TableReader* reader, std::string_view key) {
  std::vector<ConceptId> found;
  for (const std::string& id : reader->Texts(key)) found.push_back(Concept(reader, key, id));
  return found;
}

Pattern RuleLoader::Compiled(TableReader* reader, std::string_view key, const std::string& text, bool fold) {
  if (text.empty()) return {};
  Pattern pattern(fold ? WithFoldedBrackets(text) : text, PatternOptions());
  if (!tested_ && !pattern.ok()) {
    reader->Fail(key, fmt::format("bad pattern: {}", pattern.regex().error()), "RE2 syntax; no look-around, no back-references");
    return {};
  }
  return pattern;
}

std::optional<Decimal> RuleLoader::Number(TableReader* reader, std::string_view key) {
  const std::string text = reader->Text(key, "");
  if (text.empty()) return std::nullopt;
  const auto number = Decimal::Parse(text);
  if (!number) reader->Fail(key, fmt::format("'{}' must be a decimal number in quotes", key));
  return number;
}

void RuleLoader::Applies(TableReader* reader, RuleSpec* rule) {
  if (!reader->Has("applies")) return;
  static constexpr std::array<std::string_view, 3> kWords = {"budget", "final", "panel"};
  bool* const flags[] = {&rule->budget, &rule->final_accounts, &rule->panel};
  rule->budget = rule->final_accounts = false;
  for (const std::string& word : reader->Texts("applies")) *flags[OneOf(reader, "applies", word, kWords)] = true;
}

// What a kind cannot do without.
void RuleLoader::CheckCase(const RuleCase& rule_case, RuleKind kind, TableReader* reader) {
  if (kind == RuleKind::kText && !rule_case.pattern && !rule_case.title) reader->Fail("pattern", "'pattern' is missing");
  const bool needs_pattern = kind == RuleKind::kHalfWidth || kind == RuleKind::kRepeatedPhrase ||
                             kind == RuleKind::kReasonScope;
  if (needs_pattern && !rule_case.pattern) reader->Fail("pattern", "'pattern' is missing");
  const bool needs_concept = kind == RuleKind::kSum || kind == RuleKind::kBalance || kind == RuleKind::kPartAboveWhole ||
                             kind == RuleKind::kClassifiedSum || kind == RuleKind::kAtMost || kind == RuleKind::kRest;
  if (needs_concept && rule_case.concept_id == kNoConcept) reader->Fail("concept", "'concept' is missing");
  const bool needs_words = kind == RuleKind::kMisspelt || kind == RuleKind::kUnitForm;
  if (needs_words && rule_case.words.empty()) reader->Fail("words", "'words' is missing");
}

Status RuleLoader::ReadCase(const toml::table& table, RuleSpec* rule) {
  TableReader reader(table);
  RuleCase result;
  if (reader.Has("concept")) result.concept_id = Concept(&reader, "concept", reader.Text("concept"));
  result.parts = Concepts(&reader, "parts");
  result.optional = Concepts(&reader, "optional");
  result.beside = Concepts(&reader, "beside");
  result.words = reader.Texts("words");
  result.term = reader.Text("term", "");
  result.tier = reader.Text("tier", "");
  std::string pattern = reader.Text("pattern", "");
  if (rule->kind == RuleKind::kMisspelt) {
    for (const std::string& word : result.words) pattern += (pattern.empty() ? "" : "|") + MisspellingsOf(word);
  }
  result.pattern = Compiled(&reader, "pattern", pattern, rule->kind != RuleKind::kHalfWidth);
  result.title = Compiled(&reader, "title", reader.Text("title", ""));
  result.together = Compiled(&reader, "together", reader.Text("together", ""));
  for (const std::string& text : reader.Texts("except")) result.except.push_back(Compiled(&reader, "except", text));
  result.low = Number(&reader, "low");
  result.high = Number(&reader, "high");
  if (reader.Has("severity")) {
    result.severity = static_cast<Severity>(OneOf(&reader, "severity", reader.Text("severity"), kSeverityWords));
  }
  if (reader.Has("message")) result.message = Bilingual(&reader, "message");
  result.open = reader.Flag("open", false);
  result.once = reader.Flag("once", false);
  result.empty = reader.Flag("empty", false);
  result.same_sentence = reader.Flag("same_sentence", false);
  CheckCase(result, rule->kind, &reader);
  if (Status status = reader.Finish()) return status;
  rule->cases.push_back(std::move(result));
  return std::nullopt;
}

Status RuleLoader::ReadRule(const toml::table& table) {
  TableReader reader(table);
  RuleSpec rule;
  rule.id = reader.Text("id");
  rule.kind = static_cast<RuleKind>(OneOf(&reader, "kind", reader.Text("kind"), kKindNames));
  rule.severity = static_cast<Severity>(OneOf(&reader, "severity", reader.Text("severity"), kSeverityWords));
  RuleText name = Bilingual(&reader, "name"), message = Bilingual(&reader, "message");
  rule.name_zh = std::move(name.zh);
  rule.name_en = std::move(name.en);
  rule.message_zh = std::move(message.zh);
  rule.message_en = std::move(message.en);
  rule.source = reader.Text("source");
  Applies(&reader, &rule);
  rule.examples = reader.Texts("examples");
  rule.counterexamples = reader.Texts("counterexamples");
  for (const RuleSpec& other : rules_) {
    if (other.id == rule.id) reader.Fail("id", fmt::format("rule '{}' is declared twice", rule.id));
  }
  const auto cases = reader.Tables("case");
  if (Status status = reader.Finish()) return status;
  for (const toml::table* entry : cases) {
    if (Status status = ReadCase(*entry, &rule)) return status;
  }
  rules_.push_back(std::move(rule));
  return std::nullopt;
}

Status RuleLoader::ReadDiagnosis(const toml::table& table) {
  TableReader reader(table);
  const std::string id = reader.Text("id");
  RuleText text{reader.Text("zh"), reader.Text("en")};
  if (!book_->diagnoses.emplace(id, std::move(text)).second) {
    reader.Fail("id", fmt::format("diagnosis '{}' is declared twice", id));
  }
  return reader.Finish();
}

Status RuleLoader::ReadWords(const toml::table& table) {
  TableReader reader(table);
  if (reader.Text("id") != "numerals") reader.Fail("id", "unknown list of characters", "one of: numerals");
  book_->numerals = reader.Text("text");
  return reader.Finish();
}

Status RuleLoader::ReadPattern(const toml::table& table) {
  TableReader reader(table);
  const std::string id = reader.Text("id");
  book_->patterns[id] = Compiled(&reader, "text", reader.Text("text"));
  return reader.Finish();
}

Status RuleLoader::ReadFile(const GrammarFile& file) {
  auto parsed = ParseToml(file);
  if (!parsed.ok()) return parsed.error();
  TableReader reader(parsed.value());
  tested_ = file.tested;
  const auto rules = reader.Tables("rule"), diagnoses = reader.Tables("diagnosis");
  const auto functions = reader.Tables("function"), words = reader.Tables("words");
  const auto patterns = reader.Tables("pattern");
  Status status = reader.Finish();
  for (const toml::table* table : rules) status = status ? status : ReadRule(*table);
  for (const toml::table* table : diagnoses) status = status ? status : ReadDiagnosis(*table);
  for (const toml::table* table : functions) {
    TableReader entry(*table);
    status = status ? status : book_->classification.Add(entry);
  }
  for (const toml::table* table : words) status = status ? status : ReadWords(*table);
  for (const toml::table* table : patterns) status = status ? status : ReadPattern(*table);
  return status;
}

// One automaton for all wordings that are faults: most texts have none of them, and one pass shows it.
// What texts usually have does not belong in it: an automaton that has to remember which of many
// patterns it has seen has a state for every combination.
Status RuleLoader::CompileFaults() {
  RE2::Options options = PatternOptions();
  options.set_max_mem(kSetBytes);
  auto faults = std::make_unique<RE2::Set>(options, RE2::UNANCHORED);
  bool any = false;
  for (RuleSpec& rule : rules_) {
    if (rule.kind != RuleKind::kText && rule.kind != RuleKind::kMisspelt && rule.kind != RuleKind::kRepeatedPhrase) continue;
    for (RuleCase& rule_case : rule.cases) {
      if (!rule_case.pattern) continue;
      rule_case.fault_index = faults->Add(rule_case.pattern.text(), nullptr);
      any = true;
    }
  }
  if (!any) return std::nullopt;
  if (!faults->Compile()) return Error{"the text patterns of the rules are too large together", "", 0, 0, ""};
  book_->faults = std::move(faults);
  return std::nullopt;
}

Result<std::vector<RuleSpec>> RuleLoader::Take() {
  std::sort(rules_.begin(), rules_.end(), [](const RuleSpec& a, const RuleSpec& b) { return a.id < b.id; });
  if (Status status = CompileFaults()) return *status;
  if (const auto found = book_->patterns.find("elsewhere"); found != book_->patterns.end()) book_->elsewhere = found->second;
  for (RuleSpec& rule : rules_) rule.book = book_;
  return std::move(rules_);
}

}  // namespace

std::string_view RuleKindName(RuleKind kind) { return kKindNames[static_cast<size_t>(kind)]; }

Result<std::vector<RuleSpec>> LoadRules(const std::vector<GrammarFile>& files,
                                        const std::function<ConceptId(std::string_view)>& find_concept) {
  RuleLoader loader(find_concept);
  for (const GrammarFile& file : files) {
    if (file.name.find("rules/") == std::string::npos) continue;
    if (Status status = loader.ReadFile(file)) return *status;
  }
  return loader.Take();
}

}  // namespace mingzhang
