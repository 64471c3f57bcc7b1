#include "extractor/grammar/vocabulary.h"

#include <algorithm>
#include <deque>
#include <iterator>
#include <unordered_map>
#include <utility>

#include <fmt/format.h>

#include "extractor/grammar/clause.h"
#include "extractor/grammar/toml_reader.h"

namespace mingzhang {
namespace {

struct KindName {
  std::string_view name;
  WordKind kind;
};

constexpr KindName kKinds[] = {
    {"compare", WordKind::kCompare},       {"compare_prior", WordKind::kComparePrior}, {"direction", WordKind::kDirection},
    {"flat", WordKind::kFlat},             {"share", WordKind::kShare},                {"completion", WordKind::kCompletion},
    {"unit_cost", WordKind::kUnitCost},    {"among", WordKind::kAmong},                {"split", WordKind::kSplit},
    {"involve", WordKind::kInvolve},       {"reason", WordKind::kReason},              {"purpose", WordKind::kPurpose},
    {"definition", WordKind::kDefinition}, {"none", WordKind::kNone},                  {"anaphor", WordKind::kAnaphor},
    {"stage", WordKind::kStage},           {"period", WordKind::kPeriod},              {"year_end", WordKind::kYearEnd},
    {"total", WordKind::kTotal},           {"inside", WordKind::kInside},              {"respectively", WordKind::kRespectively},
    {"each", WordKind::kEach},             {"outcome", WordKind::kOutcome},
    {"item", WordKind::kItem},             {"became", WordKind::kBecame},
    {"portion", WordKind::kPortion},
    {"grade", WordKind::kGrade},           {"grade_head", WordKind::kGradeHead},       {"filler", WordKind::kFiller},
    {"other", WordKind::kOther},
};

struct UseName {
  std::string_view name;
  WordUse use;
  WordKind kind;
};
constexpr UseName kUses[] = {
    {"amount_before", WordUse::kAmountBefore, WordKind::kCompare}, {"before_figure", WordUse::kBeforeFigure, WordKind::kDirection},
    {"as_signed", WordUse::kAsSigned, WordKind::kDirection},       {"as_told", WordUse::kAsTold, WordKind::kDirection},
    {"of_each_other", WordUse::kOfEachOther, WordKind::kFlat},     {"whole_before", WordUse::kWholeBefore, WordKind::kShare},
    {"of_clause", WordUse::kOfClause, WordKind::kReason},          {"of_told", WordUse::kOfTold, WordKind::kReason},
    {"right_before", WordUse::kRightBefore, WordKind::kNone},      {"first", WordUse::kFirst, WordKind::kAnaphor},
    {"second", WordUse::kSecond, WordKind::kAnaphor},              {"of_spending", WordUse::kOfSpending, WordKind::kStage},
};

struct SideName {
  std::string_view name;
  Side side;
};
constexpr SideName kSides[] = {{"revenue", Side::kRevenue}, {"expenditure", Side::kExpenditure}, {"both", Side::kBoth}};

struct WholeName {
  std::string_view name;
  Whole whole;
};
constexpr WholeName kWholes[] = {{"all", Whole::kAll}, {"year", Whole::kYear}};

struct FlagName {
  std::string_view name;
  bool Concept::* member;
};
constexpr FlagName kFlags[] = {
    {"modifier", &Concept::modifier},     {"government", &Concept::government},   {"government_fund", &Concept::government_fund},
    {"apart", &Concept::apart},
    {"carryover", &Concept::carryover},   {"economic", &Concept::economic},       {"of_project", &Concept::of_project},
    {"spends", &Concept::spends},         {"dated", &Concept::dated},             {"counted_in_purpose", &Concept::counted_in_purpose},
    {"heads_kinds", &Concept::heads_kinds}, {"body", &Concept::body},             {"all_staff", &Concept::all_staff},
};

struct MeaningName {
  std::string_view name;
  ConceptId Concept::* member;
};
constexpr MeaningName kMeanings[] = {
    {"other_side", &Concept::other_side}, {"filled_by", &Concept::filled_by},   {"in_finals", &Concept::in_finals},
    {"part_of", &Concept::part_of},       {"evaluates", &Concept::evaluates},     {"planned", &Concept::planned},
    {"in_fund", &Concept::in_fund},       {"in_revenue", &Concept::in_revenue}, {"in_expenditure", &Concept::in_expenditure},
    {"in_government", &Concept::in_government}, {"held_as", &Concept::held_as},
};

constexpr Measure kMoneyMeasures[] = {Measure::kAmount, Measure::kChange, Measure::kChangeRate, Measure::kShare, Measure::kCompletionRate, Measure::kUnitCost};
constexpr Measure kCountMeasures[] = {Measure::kCount, Measure::kChange, Measure::kChangeRate, Measure::kShare, Measure::kCompletionRate};

uint16_t Bit(Measure measure) { return static_cast<uint16_t>(1u << static_cast<int>(measure)); }

// A money concept may change, be a share and be completed even where only its amount is listed.
uint16_t WithCompanions(uint16_t measures) {
  if (measures & Bit(Measure::kAmount)) {
    for (const Measure measure : kMoneyMeasures) measures |= Bit(measure);
  }
  if (measures & Bit(Measure::kCount)) {
    for (const Measure measure : kCountMeasures) measures |= Bit(measure);
  }
  return measures;
}

class VocabularyLoader {
 public:
  Status Concepts(const GrammarFile& file) {
    auto table = ParseToml(file);
    if (!table.ok()) return table.error();
    TableReader reader(*table);
    const auto concepts = reader.Tables("concept");
    for (const toml::table* entry : concepts) {
      if (const Status status = ReadConcept(*entry)) return status;
    }
    for (size_t i = 0; i < concepts.size(); ++i) {  // a meaning may be a concept further down
      if (const Status status = ReadMeanings(*concepts[i], &vocabulary_.concepts[i])) return status;
    }
    return reader.Finish();
  }
  Status Aliases(const GrammarFile& file) {
    return EachTable(file, "alias", [this](const toml::table& table) { return ReadAlias(table); });
  }
  Status Relations(const GrammarFile& file) {
    return EachTable(file, "relation", [this](const toml::table& table) { return ReadRelation(table); });
  }
  Status Functional(const GrammarFile& file);

  Vocabulary Take() {
    vocabulary_.words.assign(std::move_iterator(words_.begin()), std::move_iterator(words_.end()));
    return std::move(vocabulary_);
  }

 private:
  template <typename Reader>
  Status EachTable(const GrammarFile& file, std::string_view key, Reader read) {
    auto table = ParseToml(file);
    if (!table.ok()) return table.error();
    TableReader reader(*table);
    for (const toml::table* entry : reader.Tables(key)) {
      if (const Status status = read(*entry)) return status;
    }
    return reader.Finish();
  }

  Status ReadConcept(const toml::table& table);
  Status ReadAlias(const toml::table& table);
  Status ReadRelation(const toml::table& table);
  Status ReadMeanings(const toml::table& table, Concept* entry);
  Stage ReadStage(TableReader* reader);
  template <size_t count, typename Named>
  const Named* ReadOneOf(TableReader* reader, std::string_view key, const Named (&choices)[count]);
  WordUse ReadUse(TableReader* reader, WordKind kind);
  ConceptId ReadConceptId(TableReader* reader, std::string_view key, const std::string& id);
  const std::string& IdOf(ConceptId concept_id) const { return vocabulary_.concepts[static_cast<size_t>(concept_id)].id; }

  // The entry of `text`, made when it is new. A word has one kind; a concept's name may serve twice.
  Word* Entry(TableReader* reader, std::string_view key, const std::string& text, WordKind kind) {
    constexpr size_t kLongest = 600;  // bytes
    if (text.size() > kLongest) {
      reader->Fail(key, fmt::format("a word of {} bytes", text.size()), fmt::format("at most {}", kLongest));
      return nullptr;
    }
    if (const auto known = by_text_.find(text); known == by_text_.end()) {
      Word& word = words_.emplace_back();
      word.text = text;
      word.kind = kind;
      by_text_.emplace(word.text, &word);
      return &word;
    } else if (known->second->kind != kind) {
      reader->Fail(key, fmt::format("'{}' is there already as another kind of word", text), "a word has one meaning; use a longer word");
      return nullptr;
    } else {
      return known->second;
    }
  }

  Vocabulary vocabulary_;
  std::deque<Word> words_;  // in the order of the files; each stays where it is
  std::unordered_map<std::string_view, Word*> by_text_;
};

Stage VocabularyLoader::ReadStage(TableReader* reader) {
  const std::string name = reader->Text("stage", "");
  if (name.empty()) return Stage::kNone;
  if (const auto stage = StageFromName(name)) return *stage;
  reader->Fail("stage", fmt::format("unknown stage '{}'", name));
  return Stage::kNone;
}

// The choice whose name is the value of `key`; nullptr when the key is absent or says something else.
template <size_t count, typename Named>
const Named* VocabularyLoader::ReadOneOf(TableReader* reader, std::string_view key, const Named (&choices)[count]) {
  const std::string name = reader->Text(key, "");
  if (name.empty()) return nullptr;
  std::string known;
  for (const Named& choice : choices) {
    if (choice.name == name) return &choice;
    known += (known.empty() ? "" : ", ") + std::string(choice.name);
  }
  reader->Fail(key, fmt::format("unknown {} '{}'", key, name), "known here: " + known);
  return nullptr;
}

ConceptId VocabularyLoader::ReadConceptId(TableReader* reader, std::string_view key, const std::string& id) {
  const ConceptId found = vocabulary_.Find(id);
  if (found == kNoConcept) reader->Fail(key, fmt::format("unknown concept '{}'", id), "concepts are those of concepts.toml");
  return found;
}

Status VocabularyLoader::ReadConcept(const toml::table& table) {
  TableReader reader(table);
  Concept entry;
  entry.id = reader.Text("id");
  entry.label_zh = reader.Text("zh");
  entry.label_en = reader.Text("en");
  for (const std::string& name : reader.Texts("measures")) {
    if (const auto measure = MeasureFromName(name)) entry.measures |= Bit(*measure);
    else reader.Fail("measures", fmt::format("unknown measure '{}'", name));
  }
  entry.measures = WithCompanions(entry.measures);
  entry.stage = ReadStage(&reader);
  if (const SideName* side = ReadOneOf(&reader, "side", kSides)) entry.side = side->side;
  if (const WholeName* whole = ReadOneOf(&reader, "whole", kWholes)) entry.whole = whole->whole;
  for (const FlagName& flag : kFlags) entry.*flag.member = reader.Flag(flag.name, false);
  for (const MeaningName& meaning : kMeanings) reader.Text(meaning.name, "");  // ReadMeanings
  const std::vector<std::string> neutral = reader.Words("neutral");
  entry.count_unit = reader.Text("count_unit", "");
  entry.counted_in = reader.Texts("counted_in");
  const auto id = static_cast<ConceptId>(vocabulary_.concepts.size());
  if (!vocabulary_.by_id.emplace(entry.id, id).second) reader.Fail("id", fmt::format("concept '{}' is there twice", entry.id));
  std::vector<std::string> aliases = reader.Words("aliases");
  aliases.insert(aliases.end(), neutral.begin(), neutral.end());
  for (const std::string& alias : aliases) {
    Word* word = Entry(&reader, "aliases", alias, WordKind::kConcept);
    if (!word) break;
    ConceptId& slot = entry.government ? word->government : word->concept_id;
    if (slot == id) reader.Fail("aliases", fmt::format("'{}' is there twice", alias), "a template may stand for it too");
    else if (slot != kNoConcept) reader.Fail("aliases", fmt::format("'{}' names {} already", alias, IdOf(slot)), "keep it with one of them");
    slot = id;
    if (!entry.government) word->modifier = entry.modifier;
    word->neutral = std::find(neutral.begin(), neutral.end(), alias) != neutral.end();
  }
  vocabulary_.concepts.push_back(std::move(entry));
  return reader.Finish();
}

Status VocabularyLoader::ReadMeanings(const toml::table& table, Concept* entry) {
  TableReader reader(table);
  for (const MeaningName& meaning : kMeanings) {
    if (const std::string id = reader.Text(meaning.name, ""); !id.empty()) entry->*meaning.member = ReadConceptId(&reader, meaning.name, id);
  }
  return reader.status();
}

Status VocabularyLoader::ReadAlias(const toml::table& table) {
  TableReader reader(table);
  std::vector<ConceptId> concepts;
  for (const std::string& id : reader.Texts("concepts")) concepts.push_back(ReadConceptId(&reader, "concepts", id));
  std::vector<ConceptId> within;
  for (const std::string& id : reader.Texts("within")) within.push_back(ReadConceptId(&reader, "within", id));
  if (concepts.empty()) reader.Fail("concepts", "an alias names at least one concept");
  const Stage stage = ReadStage(&reader);
  const bool counted = reader.Flag("counted", false), weak = reader.Flag("weak", false), inherits = reader.Flag("of_list_head", false), suffix = reader.Flag("suffix", false),
             bare = reader.Flag("bare", false), states = reader.Flag("states", false), class_only = reader.Flag("class_only", false), names_project = reader.Flag("names_project", false);
  const std::string qualifier_key = reader.Text("qualifier_key", "");
  Qualifiers qualifiers;
  if (const toml::table* pairs = reader.Table("qualifiers")) {
    for (const auto& [key, value] : *pairs) qualifiers.emplace_back(key.str(), value.value_or(std::string()));
  }
  for (const std::string& text : reader.Words("words")) {
    if (reader.status()) break;
    Word* word = Entry(&reader, "words", text, WordKind::kConcept);
    if (!word) break;
    if (counted) {
      ConceptId& meaning = within.empty() ? word->counted : word->counted_inside;
      if (meaning != kNoConcept) reader.Fail("words", fmt::format("'{}' counts {} already", text, IdOf(meaning)), "remove it from one of the two places");
      meaning = concepts[0];
      if (!within.empty()) word->counted_within = within;
      continue;
    }
    if (word->concept_id != kNoConcept) {
      reader.Fail("words", fmt::format("'{}' names {} already", text, IdOf(word->concept_id)), "remove it from one of the two places");
      break;
    }
    word->concept_id = concepts[0];
    word->second = concepts.size() > 1 ? concepts[1] : kNoConcept;
    word->within = within;
    word->stage = stage;
    word->weak = weak;
    word->inherits = inherits;
    word->suffix = suffix;
    word->bare = bare;
    word->states = states;
    word->class_only = class_only;
    word->names_project = names_project;
    word->qualifiers = qualifiers;
    if (!qualifier_key.empty()) word->qualifiers.emplace_back(qualifier_key, text);
  }
  return reader.Finish();
}

WordUse VocabularyLoader::ReadUse(TableReader* reader, WordKind kind) {
  const UseName* known = ReadOneOf(reader, "use", kUses);
  if (!known) return WordUse::kUsual;
  if (known->kind != kind) reader->Fail("use", fmt::format("'{}' is no use of a word of this kind", known->name));
  return known->use;
}

// 1 or -1 of a direction that is told by its word.
int64_t ReadSign(TableReader* reader, WordKind kind, WordUse use) {
  const int64_t sign = reader->Integer("sign", 0);
  const bool has_sign = kind == WordKind::kDirection && use != WordUse::kAsSigned && use != WordUse::kAsTold;
  if (has_sign ? sign != 1 && sign != -1 : sign != 0) {
    reader->Fail("sign", has_sign ? "a direction is up, 1, or down, -1" : "only a direction that its word tells has a sign");
  }
  return sign;
}

Status VocabularyLoader::ReadRelation(const toml::table& table) {
  TableReader reader(table);
  const std::string name = reader.Text("kind");
  const auto known = std::find_if(std::begin(kKinds), std::end(kKinds), [&](const KindName& k) { return k.name == name; });
  if (known == std::end(kKinds)) {
    reader.Fail("kind", fmt::format("unknown kind of word '{}'", name));
    return reader.status();
  }
  const Stage stage = ReadStage(&reader);
  const std::string about = reader.Text("concept", "");
  const ConceptId concept_id = about.empty() ? kNoConcept : ReadConceptId(&reader, "concept", about);
  const WordUse use = ReadUse(&reader, known->kind);
  const auto value = static_cast<int8_t>(ReadSign(&reader, known->kind, use) + reader.Integer("year", 0));
  for (const std::string& text : reader.Words("words")) {
    const size_t before = words_.size();
    Word* word = Entry(&reader, "words", text, known->kind);
    if (word && words_.size() == before) reader.Fail("words", fmt::format("'{}' is there already", text), "keep it once");
    if (!word || reader.status()) break;
    word->stage = stage;
    word->use = use;
    word->value = value;
    word->concept_id = concept_id;
  }
  return reader.Finish();
}

Status VocabularyLoader::Functional(const GrammarFile& file) {
  auto table = ParseToml(file);
  if (!table.ok()) return table.error();
  TableReader top(*table);
  const toml::table* entry = top.Table("functional");
  if (!entry) return top.Finish();
  TableReader reader(*entry);
  vocabulary_.functional = ReadConceptId(&reader, "concept", reader.Text("concept"));
  for (const std::string& text : reader.Words("names")) Entry(&reader, "names", text, WordKind::kFunctional);
  for (const std::string_view key : {"short_names", "items"}) {
    for (const std::string& text : reader.Words(key)) {
      if (Word* word = Entry(&reader, key, text, WordKind::kFunctional)) word->value = key == "items" ? 3 : 1;
    }
  }
  for (const std::string_view key : {"class", "section", "item"}) {
    for (const std::string& text : reader.Words(key)) {
      if (Word* word = Entry(&reader, key, text, WordKind::kLevel)) word->value = key == "class" ? 1 : key == "section" ? 2 : 3;
    }
  }
  if (const Status status = reader.Finish()) return status;
  return top.Finish();
}

// By id: three_public.official_vehicles is the parent of three_public.official_vehicles.owned.
void SetParents(Vocabulary* vocabulary) {
  for (Concept& entry : vocabulary->concepts) {
    std::string_view id = entry.id;
    for (size_t dot = id.rfind('.'); dot != std::string_view::npos && entry.parent == kNoConcept; dot = id.rfind('.')) {
      id = id.substr(0, dot);
      entry.parent = vocabulary->Find(id);
    }
  }
}

const GrammarFile* FileNamed(const std::vector<GrammarFile>& files, std::string_view name) {
  const auto found = std::find_if(files.begin(), files.end(), [&](const GrammarFile& file) { return file.name == name; });
  return found == files.end() ? nullptr : &*found;
}

}  // namespace

ConceptId Vocabulary::Find(std::string_view id) const {
  const auto found = by_id.find(id);
  return found == by_id.end() ? kNoConcept : found->second;
}

std::optional<Stage> StageFromName(std::string_view name) {
  for (int i = 1; i <= static_cast<int>(Stage::kEvaluation); ++i) {
    if (StageName(static_cast<Stage>(i)) == name) return static_cast<Stage>(i);
  }
  return std::nullopt;
}

Result<Vocabulary> LoadVocabulary(const std::vector<GrammarFile>& files) {
  VocabularyLoader loader;
  using Step = Status (VocabularyLoader::*)(const GrammarFile&);
  const std::pair<std::string_view, Step> steps[] = {{"concepts.toml", &VocabularyLoader::Concepts},
                                                     {"aliases.toml", &VocabularyLoader::Aliases},
                                                     {"relations.toml", &VocabularyLoader::Relations},
                                                     {"functional.toml", &VocabularyLoader::Functional}};
  for (const auto& [name, step] : steps) {
    if (const GrammarFile* file = FileNamed(files, name)) {
      if (const Status status = (loader.*step)(*file)) return *status;
    }
  }
  Vocabulary vocabulary = loader.Take();
  SetParents(&vocabulary);
  return vocabulary;
}

}  // namespace mingzhang
