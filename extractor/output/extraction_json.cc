#include "extractor/output/extraction_json.h"

#include <algorithm>
#include <array>

#include "extractor/base/digits.h"
#include "extractor/output/fact_json.h"
#include "extractor/output/finding_json.h"
#include "extractor/output/version.h"

namespace mingzhang {
namespace {

using Layout = JsonWriter::Layout;

void WriteGenerator(const Grammar& grammar, JsonWriter* json) {
  json->Key("generator");
  json->BeginObject();
  json->Member("name", kProgramName);
  json->Member("version", kVersion);
  json->Member("grammar", grammar.sha256());
  json->EndObject();
}

void WriteSource(const Document& document, JsonWriter* json) {
  json->Key("source");
  json->BeginObject();
  json->Member("name", document.name);
  json->TextMember("sha256", document.sha256);
  json->Member("byte_length", document.byte_length);
  json->Member("char_length", document.text.source.char_length());
  json->TextMember("encoding", EncodingName(document.text.encoding));
  json->EndObject();
}

void WriteOrganization(const DocumentFacts& facts, JsonWriter* json) {
  json->Key("organization");
  json->BeginObject();
  json->TextOrNull("name", facts.organization);
  json->TextOrNull("short_name", facts.short_name);
  json->Key("plaques");
  json->BeginArray();
  for (const std::string& plaque : facts.plaques) json->String(plaque);
  json->EndArray();
  json->EndObject();
}

void WriteRegion(const DocumentFacts& facts, JsonWriter* json) {
  json->Key("region");
  json->BeginObject();
  json->TextOrNull("name", facts.region);
  json->TextOrNull("tier", facts.tier);
  json->EndObject();
}

void WriteDocumentFacts(const DocumentFacts& facts, JsonWriter* json) {
  json->Key("document");
  json->BeginObject();
  json->TextMember("kind", DocumentKindName(facts.kind));
  json->TextMember("level", DocumentLevelName(facts.level));
  if (facts.fiscal_year != 0) json->Member("fiscal_year", facts.fiscal_year);
  else json->NullMember("fiscal_year");
  json->TextOrNull("title", facts.title);
  WriteOrganization(facts, json);
  WriteRegion(facts, json);
  json->EndObject();
}

template <typename Name>
void WriteSpanOrNull(const DocumentText& text, const Name& key, Range range, JsonWriter* json) {
  json->Key(key);
  if (range.empty()) json->Null();
  else WriteSpan(text, range, json);
}

void WriteSection(const Document& document, const Section& section, JsonWriter* json) {
  json->BeginObject();
  json->WordMember("id", section.id);
  json->WordOrNull("parent", section.parent == kNone ? "" : document.extraction.sections[section.parent].id);
  json->TextMember("number", section.number);
  json->TextMember("title", section.title);
  json->WordOrNull("role", section.role);
  WriteSpanOrNull(document.text, "heading", section.heading, json);
  WriteSpanOrNull(document.text, "body", section.body, json);
  json->WordMember("state", SectionStateName(section.state));
  json->EndObject();
}

// Hands over what is written when it is worth it. Once the deadline has passed nothing more is wanted.
class Drain {
 public:
  static constexpr size_t kWorthIt = 1 << 20;

  Drain(const Deadline& deadline, const JsonOptions& options, std::string* out)
      : deadline_(deadline), options_(options), out_(out) {}
  bool operator()() const {
    if (options_.drain && out_->size() > kWorthIt) options_.drain(out_);
    return !deadline_.HasPassed();
  }

 private:
  const Deadline& deadline_;
  const JsonOptions& options_;
  std::string* const out_;
};

void WriteSections(const Document& document, const Drain& drain, JsonWriter* json) {
  json->Key("sections");
  json->BeginArray();
  for (const Section& section : document.extraction.sections) {
    WriteSection(document, section, json);
    if (!drain()) return;
  }
  json->EndArray();
}

void WriteFacts(const Document& document, const Grammar& grammar, bool all_spans, const Drain& drain,
                JsonWriter* json) {
  const Precision precision(document.extraction.facts, grammar.units());
  const FactContext context{document, grammar, precision, all_spans};
  json->Key("facts");
  json->BeginArray();
  for (size_t i = 0; i < document.extraction.facts.size(); ++i) {
    WriteFact(context, static_cast<Index>(i), json);
    if (!drain()) return;
  }
  json->EndArray();
}

template <typename Name>
void FactMember(const Name& key, Index fact, JsonWriter* json) {
  json->Key(key);
  if (fact == kNone) json->Null();
  else WriteFactId(fact, json);
}

void WriteComparison(const Document& document, const Comparison& comparison, JsonWriter* json) {
  json->BeginObject(Layout::kFlow);
  FactMember("subject", comparison.subject, json);
  FactMember("base", comparison.base, json);
  FactMember("change", comparison.change, json);
  FactMember("rate", comparison.rate, json);
  json->WordMember("direction", DirectionName(comparison.direction));
  WriteSpanOrNull(document.text, "reason", comparison.reason, json);
  json->EndObject();
}

void WriteComparisons(const Document& document, JsonWriter* json) {
  json->Key("comparisons");
  json->BeginArray();
  for (const Comparison& comparison : document.extraction.comparisons) WriteComparison(document, comparison, json);
  json->EndArray();
}

void WriteRelation(const Relation& relation, JsonWriter* json) {
  json->BeginObject(Layout::kFlow);
  json->TextMember("type", "sum");
  FactMember("total", relation.total, json);
  json->Key("parts");
  json->BeginArray();
  for (const Index part : relation.parts) WriteFactId(part, json);
  json->EndArray();
  json->Member("closed", relation.closed);
  json->EndObject();
}

void WriteRelations(const Extraction& extraction, JsonWriter* json) {
  json->Key("relations");
  json->BeginArray();
  for (const Relation& relation : extraction.relations) WriteRelation(relation, json);
  json->EndArray();
}

void WriteFindings(const Document& document, const Grammar& grammar, const Drain& drain, JsonWriter* json) {
  json->Key("findings");
  json->BeginArray();
  for (const Finding& finding : document.extraction.findings) {
    WriteFinding(document, grammar, finding, json);
    if (!drain()) return;
  }
  json->EndArray();
}

void WriteCoverage(const Document& document, const Drain& drain, JsonWriter* json) {
  const Coverage& coverage = document.extraction.coverage;
  json->Key("coverage");
  json->BeginObject();
  json->Member("numerals", coverage.total());
  for (int i = 0; i < kNumeralClasses; ++i) {
    json->Member(NumeralClassName(static_cast<NumeralClass>(i)), coverage.count[i]);
  }
  json->Key("unexplained_spans");
  json->BeginArray();
  for (const Range range : coverage.unexplained) {
    WriteSpan(document.text, range, json);
    if (!drain()) return;
  }
  json->EndArray();
  json->EndObject();
}

}  // namespace

std::string FactId(Index fact) {
  std::array<char, kMaxIdentifier> id;
  return {id.data(), PutIdentifier('f', static_cast<uint32_t>(fact + 1), id.data())};
}

void WriteFactId(Index fact, JsonWriter* json) { json->Identifier('f', static_cast<uint32_t>(fact + 1)); }

void WriteSpan(const DocumentText& text, Range range, JsonWriter* json) {
  const DecodedRange decoded = text.Decoded(range);
  const SourceSpan place = text.source.Locate(decoded);
  json->BeginObject(Layout::kFlow);
  json->Pair("bytes", place.byte_begin, place.byte_end);
  json->Pair("chars", place.char_begin, place.char_end);
  json->Pair("lines", place.line_begin, place.line_end);
  json->Key("quote");
  json->Text(std::string_view(text.decoded).substr(decoded.begin, decoded.size()));
  json->EndObject();
}

bool WriteJson(const Document& document, const Grammar& grammar, const JsonOptions& options, std::string* out) {
  constexpr uint64_t kRatio = 16;  // most texts make less than this of a byte
  out->reserve(out->size() + std::min<uint64_t>(document.byte_length * kRatio, Drain::kWorthIt));
  JsonWriter json(out, options.pretty);
  const Drain drain(document.deadline, options, out);
  json.BeginObject();
  json.Member("schema_version", kSchemaVersion);
  WriteGenerator(grammar, &json);
  WriteSource(document, &json);
  WriteDocumentFacts(document.extraction.document, &json);
  WriteSections(document, drain, &json);
  WriteFacts(document, grammar, options.all_spans, drain, &json);
  WriteComparisons(document, &json);
  WriteRelations(document.extraction, &json);
  WriteFindings(document, grammar, drain, &json);
  WriteChecks(document.extraction, grammar, &json);
  WriteCoverage(document, drain, &json);
  json.EndObject();
  return !document.deadline.HasPassed();
}

}  // namespace mingzhang
