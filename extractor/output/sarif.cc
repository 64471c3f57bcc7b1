#include "extractor/output/sarif.h"

#include <algorithm>

#include "extractor/output/extraction_json.h"
#include "extractor/output/finding_place.h"
#include "extractor/output/version.h"

namespace mingzhang {
namespace {

using Layout = JsonWriter::Layout;

constexpr std::string_view kSchema =
    "https://docs.oasis-open.org/sarif/sarif/v2.1.0/errata01/os/schemas/sarif-schema-2.1.0.json";

bool IsUnreserved(char c) {
  return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') || c == '-' || c == '.' ||
         c == '_' || c == '~' || c == '/';
}

// SARIF's names for encodings are those of IANA, as ours are.
std::string IanaEncoding(Encoding encoding) {
  return encoding == Encoding::kUtf8Bom ? "UTF-8" : std::string(EncodingName(encoding));
}

// Braces make placeholders in a message, and brackets before a parenthesis a link; a text that is quoted
// means neither.
std::string MessageText(std::string_view text) {
  std::string message;
  for (size_t i = 0; i < text.size(); ++i) {
    if (text[i] == ']' && text.substr(i + 1).starts_with('(')) message.push_back('\\');
    message.push_back(text[i]);
    if (text[i] == '{' || text[i] == '}') message.push_back(text[i]);
  }
  return message;
}

}  // namespace

std::string UriOf(std::string_view path) {
  static constexpr char kHex[] = "0123456789ABCDEF";
  std::string uri = path.starts_with('/') ? "file://" : "";
  for (const char c : path) {
    if (IsUnreserved(c)) {
      uri.push_back(c);
      continue;
    }
    const auto byte = static_cast<unsigned char>(c);
    uri.push_back('%');
    uri.push_back(kHex[byte >> 4]);
    uri.push_back(kHex[byte & 15]);
  }
  return uri;
}

SarifLog::SarifLog(const Grammar& grammar, bool chinese, std::string* out)
    : grammar_(grammar), chinese_(chinese), json_(out, /*pretty=*/true) {
  json_.BeginObject();
  json_.Member("$schema", kSchema);
  json_.Member("version", "2.1.0");
  json_.Key("runs");
  json_.BeginArray();
  json_.BeginObject();
  WriteTool();
  json_.Key("automationDetails");
  json_.BeginObject(Layout::kFlow);
  json_.Member("id", "mingzhang/audit/");  // a kind of run, not one run: the log holds no clock and no chance
  json_.EndObject();
  json_.Member("columnKind", "unicodeCodePoints");
  json_.Key("results");
  json_.BeginArray();
}

void SarifLog::Message(std::string_view key, std::string_view text) {
  json_.Key(key);
  json_.BeginObject(Layout::kFlow);
  json_.Member("text", MessageText(text));
  json_.EndObject();
}

void SarifLog::WriteTool() {
  json_.Key("tool");
  json_.BeginObject();
  json_.Key("driver");
  json_.BeginObject();
  json_.Member("name", kProgramName);
  json_.Member("version", kVersion);
  json_.Member("semanticVersion", kVersion);
  json_.Member("language", chinese_ ? "zh-CN" : "en");
  json_.Key("rules");
  json_.BeginArray();
  for (const RuleSpec& rule : grammar_.rules()) WriteRule(rule);
  json_.EndArray();
  json_.EndObject();
  json_.EndObject();
}

void SarifLog::WriteRule(const RuleSpec& rule) {
  json_.BeginObject();
  const std::string& name = chinese_ ? rule.name_zh : rule.name_en;
  json_.Member("id", rule.id);
  json_.Member("name", RuleKindName(rule.kind));
  Message("shortDescription", name);
  Message("fullDescription", rule.source.empty() ? name : name + (chinese_ ? "。依据：" : ". Source: ") + rule.source);
  Message("help", "mingzhang grammar explain " + rule.id);
  json_.Key("defaultConfiguration");
  json_.BeginObject(Layout::kFlow);
  json_.Member("level", SeverityName(rule.severity));
  json_.EndObject();
  json_.Key("properties");
  json_.BeginObject(Layout::kFlow);
  json_.Key("tags");
  json_.BeginArray();
  json_.String(std::string_view(rule.id).substr(0, 2));
  json_.EndArray();
  json_.EndObject();
  json_.EndObject();
}

void SarifLog::Add(const Document& document, std::string_view path, const std::vector<SelectedFinding>& findings) {
  Artifact artifact{UriOf(path), document.sha256, IanaEncoding(document.text.encoding), document.byte_length};
  // A text that is given twice is one artifact.
  const auto same = std::find(artifacts_.begin(), artifacts_.end(), artifact);
  current_ = static_cast<size_t>(same - artifacts_.begin());
  if (same == artifacts_.end()) artifacts_.push_back(std::move(artifact));
  for (const SelectedFinding& finding : findings) WriteResult(document, finding);
}

void SarifLog::WriteResult(const Document& document, const SelectedFinding& selected) {
  const Finding& finding = *selected.finding;
  json_.BeginObject();
  json_.Member("ruleId", grammar_.rules()[static_cast<size_t>(finding.rule)].id);
  json_.Member("ruleIndex", finding.rule);
  json_.Member("level", SeverityName(finding.severity));
  Message("message", chinese_ ? finding.message_zh : finding.message_en);
  json_.Key("locations");
  json_.BeginArray();
  if (finding.spans.empty()) WriteLocation(nullptr, {}, 0);
  else WriteLocation(&document.text, finding.spans[0], 0);
  json_.EndArray();
  WriteRelated(document, finding);
  json_.Key("partialFingerprints");
  json_.BeginObject(Layout::kFlow);
  json_.Member("mingzhang/v1", selected.fingerprint);
  json_.EndObject();
  WriteState(selected);
  WriteProperties(finding);
  json_.EndObject();
}

// A location in the current artifact; without a text the whole of it. Related locations have an id.
void SarifLog::WriteLocation(const DocumentText* text, Range range, size_t id) {
  json_.BeginObject();
  if (id != 0) json_.Member("id", id);
  json_.Key("physicalLocation");
  json_.BeginObject();
  json_.Key("artifactLocation");
  json_.BeginObject(Layout::kFlow);
  json_.Member("uri", artifacts_[current_].uri);
  json_.Member("index", current_);
  json_.EndObject();
  if (text != nullptr) WriteRegion(*text, range);
  json_.EndObject();
  json_.EndObject();
}

void SarifLog::WriteRegion(const DocumentText& text, Range range) {
  const Place place = PlaceOf(text, range);
  json_.Key("region");
  json_.BeginObject();
  json_.Member("startLine", place.line);
  json_.Member("startColumn", place.column);
  json_.Member("endLine", place.end_line);
  json_.Member("endColumn", place.end_column);
  json_.Member("charOffset", place.span.char_begin);
  json_.Member("charLength", place.span.char_end - place.span.char_begin);
  json_.Member("byteOffset", place.span.byte_begin);
  json_.Member("byteLength", place.span.byte_end - place.span.byte_begin);
  Message("snippet", place.quote);
  json_.EndObject();
}

void SarifLog::WriteRelated(const Document& document, const Finding& finding) {
  if (finding.spans.size() < 2) return;
  json_.Key("relatedLocations");
  json_.BeginArray();
  for (size_t i = 1; i < finding.spans.size(); ++i) WriteLocation(&document.text, finding.spans[i], i);
  json_.EndArray();
}

void SarifLog::WriteState(const SelectedFinding& selected) {
  if (selected.state == FindingState::kKnown) json_.Member("baselineState", "unchanged");
  if (selected.state != FindingState::kSuppressed) return;
  json_.Key("suppressions");
  json_.BeginArray();
  json_.BeginObject(Layout::kFlow);
  json_.Member("kind", "external");
  json_.Member("justification", selected.reason);
  json_.EndObject();
  json_.EndArray();
}

void SarifLog::WriteProperties(const Finding& finding) {
  json_.Key("properties");
  json_.BeginObject();
  if (finding.expected) {
    json_.Key("expected");
    json_.BeginArray(Layout::kFlow);
    json_.Number(finding.expected->lo);
    json_.Number(finding.expected->hi);
    json_.EndArray();
  }
  if (!finding.stated.empty()) json_.Member("stated", finding.stated);
  json_.Key("diagnoses");
  json_.BeginArray(Layout::kFlow);
  for (const std::string& diagnosis : finding.diagnoses) json_.String(diagnosis);
  json_.EndArray();
  json_.Key("facts");
  json_.BeginArray(Layout::kFlow);
  for (const Index fact : finding.facts) json_.String(FactId(fact));
  json_.EndArray();
  json_.EndObject();
}

void SarifLog::WriteArtifact(const Artifact& artifact) {
  json_.BeginObject();
  json_.Key("location");
  json_.BeginObject(Layout::kFlow);
  json_.Member("uri", artifact.uri);
  json_.EndObject();
  json_.Key("roles");
  json_.BeginArray(Layout::kFlow);
  json_.String("analysisTarget");
  json_.EndArray();
  json_.Member("length", artifact.length);
  json_.Member("encoding", artifact.encoding);
  json_.Key("hashes");
  json_.BeginObject(Layout::kFlow);
  json_.Member("sha-256", artifact.sha256);
  json_.EndObject();
  json_.EndObject();
}

void SarifLog::Finish() {
  json_.EndArray();  // results
  json_.Key("artifacts");
  json_.BeginArray();
  for (const Artifact& artifact : artifacts_) WriteArtifact(artifact);
  json_.EndArray();
  json_.EndObject();
  json_.EndArray();
  json_.EndObject();
}

}  // namespace mingzhang
