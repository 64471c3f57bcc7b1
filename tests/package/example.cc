#include <cstdio>
#include <fstream>
#include <iterator>

#include "extractor/output/extraction_json.h"
#include "extractor/pipeline.h"

int main(int argc, char** argv) {
  if (argc < 2) return 2;
  std::ifstream file(argv[1], std::ios::binary);
  const std::string bytes{std::istreambuf_iterator<char>(file), {}};

  const mingzhang::Grammar& grammar = mingzhang::Grammar::Embedded();  // or Grammar::FromFolder("grammars")
  const mingzhang::Pipeline pipeline(grammar);                         // any number of threads may share one
  const auto document = pipeline.Run("budget.txt", bytes);
  if (!document.ok()) return std::fprintf(stderr, "%s\n", document.error().ToString().c_str()), 2;

  const mingzhang::Document& read = **document;
  for (const mingzhang::Fact& fact : read.extraction.facts) {
    if (fact.assertion != mingzhang::Assertion::kStated) continue;
    std::printf("%s %s %s, line %u\n", grammar.concepts()[fact.concept_id].id.c_str(),
                mingzhang::MeasureName(fact.measure).data(), fact.value.ToString().c_str(),
                read.text.Source(fact.value_range).line_begin);
  }
  std::string json;
  mingzhang::WriteJson(read, grammar, {}, &json);  // what `mingzhang extract` writes
}
