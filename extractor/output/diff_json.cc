#include "extractor/output/diff_json.h"

namespace mingzhang {
namespace {

void OptionalNumber(std::string_view key, const std::optional<Decimal>& number, JsonWriter* json) {
  json->Key(key);
  if (number) json->Number(number->Trimmed());
  else json->Null();
}

void YearOrNull(std::string_view key, int year, JsonWriter* json) {
  if (year != 0) json->Member(key, year);
  else json->NullMember(key);
}

void WritePlace(const PlaceRecord& place, JsonWriter* json) {
  json->Key("span");
  if (place.line == 0) return json->Null();
  json->BeginObject();
  json->Key("bytes");
  json->BeginArray();
  json->Integer(static_cast<int64_t>(place.byte_begin));
  json->Integer(static_cast<int64_t>(place.byte_end));
  json->EndArray();
  json->Member("line", place.line);
  json->Member("quote", place.quote);
  json->EndObject();
}

void WriteAgainst(const ChangeSide& side, JsonWriter* json) {
  json->Key("against");
  if (side.against_year == 0) return json->Null();
  json->BeginObject();
  json->Member("year", side.against_year);
  json->StringOrNull("stage", side.against_stage);
  json->EndObject();
}

void WriteSide(std::string_view key, const std::optional<ChangeSide>& side, JsonWriter* json) {
  json->Key(key);
  if (!side) return json->Null();
  json->BeginObject();
  json->Member("value", side->value);
  json->StringOrNull("unit", side->unit);
  OptionalNumber("yuan", side->yuan, json);
  if (!side->date.empty()) json->Member("period", side->date);
  else YearOrNull("period", side->year, json);
  json->StringOrNull("stage", side->stage);
  WriteAgainst(*side, json);
  json->Member("assertion", side->assertion);
  json->StringOrNull("reading", side->reading);
  json->Member("derived", side->derived);
  WritePlace(side->place, json);
  json->EndObject();
}

void WriteText(std::string_view key, const std::string& text, JsonWriter* json) {
  json->StringOrNull(key, text);
}

void WriteDocument(std::string_view key, const DocumentRecord* document, JsonWriter* json) {
  json->Key(key);
  if (document == nullptr) return json->Null();
  json->BeginObject();
  json->Member("name", document->name);
  json->StringOrNull("organization", document->organization);
  json->Member("kind", document->kind);
  json->Member("level", document->level);
  YearOrNull("fiscal_year", document->year(), json);
  json->EndObject();
}

void WriteLabel(const Change& change, const Grammar& grammar, JsonWriter* json) {
  json->Key("label");
  const ConceptId id = grammar.FindConcept(change.concept_id);
  if (id == kNoConcept) return json->Null();
  json->BeginObject();
  json->Member("zh", grammar.concepts()[id].label_zh);
  json->Member("en", grammar.concepts()[id].label_en);
  json->EndObject();
}

void WriteFinding(const std::optional<FindingRecord>& finding, JsonWriter* json) {
  json->Key("finding");
  if (!finding) return json->Null();
  json->BeginObject();
  json->Member("rule", finding->rule);
  json->Member("severity", finding->severity);
  json->Key("message");
  json->BeginObject();
  json->Member("zh", finding->message_zh);
  json->Member("en", finding->message_en);
  json->EndObject();
  json->Member("fingerprint", finding->fingerprint);
  WritePlace(finding->place, json);
  json->EndObject();
}

bool HasFigures(const Change& change) { return change.old_side || change.new_side; }

}  // namespace

void WriteChangeJson(const Change& change, const DiffContext& context, std::string* out) {
  JsonWriter json(out);
  json.BeginObject();
  json.Member("kind", ChangeKindName(change.kind));
  WriteText("concept", change.concept_id, &json);
  WriteLabel(change, context.grammar, &json);
  WriteText("measure", change.measure, &json);
  WriteText("qualifiers", change.qualifiers, &json);
  WriteText("basis", change.basis_concept, &json);
  if (HasFigures(change)) {
    WriteSide("old", change.old_side, &json);
    WriteSide("new", change.new_side, &json);
  } else {
    WriteText("old", change.old_text, &json);
    WriteText("new", change.new_text, &json);
  }
  OptionalNumber("difference", change.difference, &json);
  OptionalNumber("rate", change.rate, &json);
  WriteText("name", change.name, &json);
  WriteText("reason", change.reason, &json);
  WriteFinding(change.finding, &json);
  WriteDocument("old_document", context.old_document, &json);
  WriteDocument("new_document", context.new_document, &json);
  json.EndObject();
  out->push_back('\n');
}

void AppendCsvField(std::string_view text, std::string* out) {
  if (text.find_first_of(",\"\r\n") == std::string_view::npos) {
    out->append(text);
    return;
  }
  out->push_back('"');
  for (const char c : text) {
    if (c == '"') out->push_back('"');
    out->push_back(c);
  }
  out->push_back('"');
}

std::string_view ChangeCsvHeader() {
  return "organization,old_document,new_document,kind,concept,label_zh,label_en,measure,qualifiers,basis,"
         "old_value,old_unit,old_yuan,old_period,old_stage,old_against,old_line,old_reading,"
         "new_value,new_unit,new_yuan,new_period,new_stage,new_against,new_line,new_reading,derived,difference,rate,"
         "name,old_text,new_text,reason,rule,severity,message_zh,message_en,fingerprint\n";
}

void WriteChangeCsv(const Change& change, const DiffContext& context, std::string* out) {
  bool first = true;
  const auto field = [&](std::string_view text) {
    if (!first) out->push_back(',');
    first = false;
    AppendCsvField(text, out);
  };
  const auto number = [&](const std::optional<Decimal>& value) { field(value ? value->Trimmed().ToString() : ""); };
  const auto side = [&](const std::optional<ChangeSide>& figure) {
    static const ChangeSide kNone;
    const ChangeSide& shown = figure ? *figure : kNone;
    field(shown.value);
    field(shown.unit);
    number(shown.yuan);
    field(!shown.date.empty() ? shown.date : shown.year != 0 ? std::to_string(shown.year) : "");
    field(shown.stage);
    field(shown.against_year != 0 ? std::to_string(shown.against_year) + " " + shown.against_stage : "");
    field(shown.place.line != 0 ? std::to_string(shown.place.line) : "");
    field(shown.reading);
  };
  const DocumentRecord* named = context.new_document != nullptr ? context.new_document : context.old_document;
  const ConceptId id = context.grammar.FindConcept(change.concept_id);
  field(named != nullptr ? named->organization : "");
  field(context.old_document != nullptr ? context.old_document->name : "");
  field(context.new_document != nullptr ? context.new_document->name : "");
  field(ChangeKindName(change.kind));
  field(change.concept_id);
  field(id == kNoConcept ? "" : context.grammar.concepts()[id].label_zh);
  field(id == kNoConcept ? "" : context.grammar.concepts()[id].label_en);
  field(change.measure);
  field(change.qualifiers);
  field(change.basis_concept);
  side(change.old_side);
  side(change.new_side);
  field(change.new_side && change.new_side->derived ? "true" : "false");
  number(change.difference);
  number(change.rate);
  field(change.name);
  field(change.old_text);
  field(change.new_text);
  field(change.reason);
  field(change.finding ? change.finding->rule : "");
  field(change.finding ? change.finding->severity : "");
  field(change.finding ? change.finding->message_zh : "");
  field(change.finding ? change.finding->message_en : "");
  field(change.finding ? change.finding->fingerprint : "");
  out->push_back('\n');
}

}  // namespace mingzhang
