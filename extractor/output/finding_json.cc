#include "extractor/output/finding_json.h"

#include "extractor/output/extraction_json.h"
#include "extractor/output/fingerprint.h"

namespace mingzhang {
namespace {

using Layout = JsonWriter::Layout;

void WriteMessage(const Finding& finding, JsonWriter* json) {
  json->Key("message");
  json->BeginObject();
  json->TextMember("zh", finding.message_zh);
  json->TextMember("en", finding.message_en);
  json->EndObject();
}

void WriteFactIds(const Finding& finding, JsonWriter* json) {
  json->Key("facts");
  json->BeginArray(Layout::kFlow);
  for (const Index fact : finding.facts) WriteFactId(fact, json);
  json->EndArray();
}

void WritePlaces(const Document& document, const Finding& finding, JsonWriter* json) {
  json->Key("spans");
  json->BeginArray();
  for (const Range range : finding.spans) WriteSpan(document.text, range, json);
  json->EndArray();
}

void WriteExpected(const Finding& finding, JsonWriter* json) {
  json->Key("expected");
  if (!finding.expected) return json->Null();
  json->BeginArray(Layout::kFlow);
  json->Number(finding.expected->lo);
  json->Number(finding.expected->hi);
  json->EndArray();
}

void WriteDiagnoses(const Finding& finding, JsonWriter* json) {
  json->Key("diagnoses");
  json->BeginArray(Layout::kFlow);
  for (const std::string& diagnosis : finding.diagnoses) json->Text(diagnosis);
  json->EndArray();
}

}  // namespace

void WriteFinding(const Document& document, const Grammar& grammar, const Finding& finding, JsonWriter* json) {
  json->BeginObject();
  json->WordMember("rule", grammar.rules()[finding.rule].id);
  json->WordMember("severity", SeverityName(finding.severity));
  WriteMessage(finding, json);
  WriteFactIds(finding, json);
  WritePlaces(document, finding, json);
  WriteExpected(finding, json);
  json->TextOrNull("stated", finding.stated);
  WriteDiagnoses(finding, json);
  json->WordMember("fingerprint", Fingerprint(finding, document, grammar));
  json->EndObject();
}

void WriteChecks(const Extraction& extraction, const Grammar& grammar, JsonWriter* json) {
  json->Key("checks");
  json->BeginObject();
  json->Key("passed");
  json->BeginArray();
  std::string entry;
  for (const auto& [rule, fact] : extraction.checks.passed) {
    entry = grammar.rules()[rule].id;
    if (fact != kNone) entry.append(":").append(FactId(fact));
    json->Word(entry);
  }
  json->EndArray();
  json->Key("not_evaluable");
  json->BeginArray();
  for (const auto& [rule, reason] : extraction.checks.not_evaluable) {
    json->BeginObject(Layout::kFlow);
    json->WordMember("rule", grammar.rules()[rule].id);
    json->TextMember("reason", reason);
    json->EndObject();
  }
  json->EndArray();
  json->EndObject();
}

}  // namespace mingzhang
