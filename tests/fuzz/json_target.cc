// Everything that is read as JSON: extractions (diff, panel), baselines (audit), records of JSON Lines
// (extract, scan), lines of a manifest (--resume).
#include "extractor/output/audit_selection.h"
#include "extractor/output/diff_json.h"
#include "extractor/output/extraction_json.h"
#include "tests/fuzz/seeds.h"
#include "tests/fuzz/target.h"
#include "tools/file_name.h"
#include "tools/manifest.h"
#include "tools/record.h"

namespace mingzhang::fuzz {
namespace {

constexpr std::string_view kText =
    "云川市青禾区文化馆2024年单位预算\n\n一、收入预算情况\n2024年收入预算512.30万元，比2023年500.00万元增加12.30万元，增长2.64%。\n"
    "二、支出预算情况\n2024年支出预算512.30万元，其中：基本支出400.10万元，项目支出112.20万元。\n";

std::string Extraction(std::string_view text) {
  std::string json;
  WriteJson(**ProgramPipeline().Run("seed.txt", text), ProgramGrammar(), {}, &json);
  return json;
}

const DocumentRecord& Neighbour() {
  static const DocumentRecord record = *ReadRecord(Extraction(kText), ProgramGrammar().units());
  return record;
}

void WriteChanges(const DocumentRecord& before, const DocumentRecord& after) {
  std::string json, csv;
  for (const Change& change : Diff(before, after, {})) {
    WriteChangeJson(change, {&before, &after, ProgramGrammar()}, &json);
    WriteChangeCsv(change, {&before, &after, ProgramGrammar()}, &csv);
  }
  Promise(json.empty() || json.back() == '\n', "a change is a line");
}

void TryExtraction(std::string_view input) {
  LooksLikeExtraction(input);
  const auto record = ReadRecord(input, ProgramGrammar().units());
  if (!record.ok()) {
    Promise(!record.error().message.empty(), "an error says what is wrong");
    return;
  }
  for (const ComparisonRecord& comparison : record->comparisons) {
    for (const int fact : {comparison.subject, comparison.base, comparison.change, comparison.rate}) {
      Promise(fact == kNoFact || static_cast<size_t>(fact) < record->facts.size(), "a comparison names facts");
    }
  }
  WriteChanges(Neighbour(), *record);
  WriteChanges(*record, Neighbour());
  Match({*record}, {Neighbour()}, {});
}

void TryInputRecord(std::string_view input) {
  std::string id;
  const auto record = ParseRecord(input, &id);
  if (!record.ok()) return;
  Promise(!record->id.empty() && record->id == id, "a record has an id");
  const std::string path = "/" + ResultPathOfId(record->id) + "/";
  for (const char* way_out : {"//", "/./", "/../"}) {
    Promise(path.find(way_out) == std::string::npos, "the name of a record stays below its folder");
  }
  Promise(path.find('\0') == std::string::npos, "the name of a record is one for a file system");
}

void TryManifestLine(std::string_view input) {
  const auto entry = ParseManifestLine(input);
  if (!entry) return;
  std::string line;
  AppendManifestLine(*entry, RunSettings{}, &line);
  const auto again = ParseManifestLine(std::string_view(line).substr(0, line.size() - 1));
  Promise(again && again->name == entry->name && again->sha256 == entry->sha256 && again->ok == entry->ok,
          "a line of a manifest is read as it was written");
}

std::string ManifestLine() {
  ManifestEntry entry;
  entry.name = "texts/a.txt";
  entry.sha256 = entry.output_sha256 = std::string(64, 'a');
  entry.output = "a.txt.json";
  entry.ok = true;
  std::string line;
  AppendManifestLine(entry, RunSettings{"0.1.0", "abc", "compact", "1/1"}, &line);
  return line;
}

}  // namespace

void Try(std::string_view input) {
  TryExtraction(input);
  TryInputRecord(input);
  TryManifestLine(input);
  for (const std::string& fingerprint : ReadBaseline(input)) Promise(fingerprint.size() == 16, "a fingerprint has 16 digits");
}

std::vector<std::string> Seeds() {
  std::vector<std::string> seeds = {
      ManifestLine(), R"({"id":"a/b","text":"2024年收入预算1万元。"})", R"({"id":7,"base64":"MjAyNOW5tA=="})",
      "AR002@0123456789abcdef\n", R"({"fingerprint": "0123456789abcdef"})", R"({"mingzhang/v1": "0123456789abcdef"})",
      Extraction(kText)};
  for (const std::string& document : Documents()) seeds.push_back(Extraction(document));
  return seeds;
}

}  // namespace mingzhang::fuzz
