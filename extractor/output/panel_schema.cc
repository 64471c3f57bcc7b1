#include "extractor/output/panel_schema.h"

#include <algorithm>

#include "extractor/output/json_writer.h"
#include "extractor/output/version.h"

namespace mingzhang {
namespace {

using enum ColumnType;
using std::string_view;

PanelTable Columns() {
  return {"columns",
          "One row for each column of each table and view: what it means.",
          {{"table_name", kText, "Table or view"},
           {"position", kInteger, "Place of the column, from 1"},
           {"column_name", kText, "Column"},
           {"type", kText, "string, integer, number or date"},
           {"label_zh", kText, "Name in Chinese"},
           {"description_zh", kText, "Description in Chinese"},
           {"description_en", kText, "Description in English"}},
          {"table_name", "position"},
          {}};
}

PanelTable Documents() {
  return {"documents",
          "One row for each document.",
          {{"doc_id", kText, "First 16 digits of the SHA-256 of the file"},
           {"source", kText, "Path as it was given"},
           {"sha256", kText, "SHA-256 of the file as received"},
           {"byte_length", kInteger, "Bytes of the file"},
           {"encoding", kText, "Encoding of the file"},
           {"kind", kText, "budget, final_accounts, three_public_statement, government_report or unknown"},
           {"level", kText, "department, unit, government or unknown"},
           {"fiscal_year", kInteger, "Year that the document is about"},
           {"title", kText, "Title as printed"},
           {"org_key", kText, "Name of the body without spaces, brackets folded, with its region"},
           {"local_name", kText, "Name of the body without its region: the same for the same function everywhere"},
           {"org_name", kText, "Name of the body as printed"},
           {"short_name", kText, "Short name that the document gives"},
           {"plaques", kText, "Names of co-located bodies, separated by |"},
           {"region_name", kText, "Administrative region"},
           {"tier", kText, "Tier of the region"},
           {"facts", kInteger, "Number of facts"},
           {"errors", kInteger, "Findings of severity error, in this document alone"},
           {"warnings", kInteger, "Findings of severity warning"},
           {"notes", kInteger, "Findings of severity note"},
           {"numerals", kInteger, "Numerals in the text"},
           {"unexplained", kInteger, "Numerals that nothing accounts for"},
           {"grammar", kText, "SHA-256 of the grammar that read it"},
           {"version", kText, "Version of the program that read it"}},
          {"doc_id"},
          {}};
}

PanelTable Sections() {
  return {"sections",
          "One row for each section of a document.",
          {{"doc_id", kText, "Document"},
           {"section_id", kText, "Section in the document"},
           {"role", kText, "Canonical role; empty when unknown"},
           {"title", kText, "Heading as printed"},
           {"state", kText, "ok, empty, content_mismatch or unknown_heading"},
           {"line", kInteger, "Line of the heading"},
           {"figures", kInteger, "Numerals in the body, years left out"},
           {"keywords", kText, "Words in the body that a rule between documents asks for, separated by |"},
           {"units", kText, "Budget units that the body lists by name, separated by |"},
           {"digest", kText, "Of the body without spaces and years: equal digests, equal texts"}},
          {"doc_id", "section_id"},
          {{"doc_id", "documents"}}};
}

PanelTable Facts() {
  return {"facts",
          "One row for each fact; every row points at its bytes.",
          {{"doc_id", kText, "Document"},
           {"fact_id", kText, "Fact in the document"},
           {"region_name", kText, "Administrative region of the body"},
           {"org_key", kText, "Body"},
           {"org_name", kText, "Name of the body as printed"},
           {"fiscal_year", kInteger, "Year that the document is about"},
           {"kind", kText, "Kind of the document"},
           {"concept", kText, "What is stated"},
           {"measure", kText, "amount, change, change_rate, share, completion_rate, count, score, grade, …"},
           {"period_year", kInteger, "Year that the value is about"},
           {"period_date", kDate, "Day that the value is about, for balances"},
           {"stage", kText, "budget, adjusted_budget, execution, final, stock or evaluation"},
           {"basis_year", kInteger, "Year compared with"},
           {"basis_stage", kText, "Stage compared with"},
           {"basis_concept", kText, "Whole of a share"},
           {"qualifiers", kText, "name=value, separated by ;"},
           {"value", kText, "As printed, with its decimals; a word for grades and texts"},
           {"unit", kText, "Unit code, such as CNY_WAN (10 000 yuan), PCT, PERSON"},
           {"number", kNumber, "The value as a number, in its unit"},
           {"amount_yuan", kNumber, "The value in yuan, for money"},
           {"lo", kNumber, "Least value that prints so, in its unit"},
           {"hi", kNumber, "Greatest value that prints so, in its unit"},
           {"assertion", kText, "stated, negative (none), qualitative (unchanged) or derived"},
           {"binding", kText, "Whether the period is explicit, inherited or derived"},
           {"main", kInteger, "1: the first figure of the concept for the document's own year and stage, of all levels where there are several"},
           {"section", kText, "Section in the document"},
           {"byte_start", kInteger, "First byte in the file"},
           {"byte_end", kInteger, "Byte after the last"},
           {"line", kInteger, "Line in the file"},
           {"quote", kText, "What is printed there"},
           {"n_findings", kInteger, "Findings that concern this fact"},
           {"max_severity", kText, "The worst of them"}},
          {"doc_id", "fact_id"},
          {{"doc_id", "documents"}, {"concept", "concepts"}}};
}

PanelTable Comparisons() {
  return {"comparisons",
          "One row for each comparison with another year or stage.",
          {{"doc_id", kText, "Document"},
           {"comparison_id", kInteger, "Comparison in the document, from 1"},
           {"concept", kText, "What is compared"},
           {"measure", kText, "Measure of the current figure"},
           {"current_fact", kText, "Fact: current figure"},
           {"prior_fact", kText, "Fact: figure compared with"},
           {"change_fact", kText, "Fact: change"},
           {"rate_fact", kText, "Fact: rate of change"},
           {"basis_year", kInteger, "Year compared with"},
           {"basis_stage", kText, "Stage compared with"},
           {"current", kNumber, "Current figure; yuan for money"},
           {"prior", kNumber, "Figure compared with, as stated"},
           {"prior_derived", kNumber, "Current figure minus change"},
           {"change", kNumber, "Change, negative for a decrease"},
           {"rate_stated", kNumber, "Rate of change in percent, as stated"},
           {"rate_lo", kNumber, "Least rate that the amounts allow"},
           {"rate_hi", kNumber, "Greatest rate that the amounts allow"},
           {"direction", kText, "increase, decrease, unchanged or none"},
           {"reason", kText, "Reason as printed"},
           {"verdict", kText, "fail, pass or not_evaluated (rules AR)"},
           {"line", kInteger, "Line in the file"}},
          {"doc_id", "comparison_id"},
          {{"doc_id", "documents"}, {"concept", "concepts"}}};
}

PanelTable Findings() {
  return {"findings",
          "One row for each finding, of one document or between documents.",
          {{"doc_id", kText, "Document"},
           {"finding_id", kInteger, "Finding in the document, from 1"},
           {"scope", kText, "document, or panel for a finding between documents"},
           {"rule", kText, "Rule of the catalogue"},
           {"severity", kText, "error, warning or note"},
           {"message_zh", kText, "Message in Chinese"},
           {"message_en", kText, "Message in English"},
           {"fact_ids", kText, "Facts concerned, separated by |"},
           {"line", kInteger, "Line in the file"},
           {"byte_start", kInteger, "First byte in the file"},
           {"byte_end", kInteger, "Byte after the last"},
           {"quote", kText, "What is printed there"},
           {"expected_lo", kNumber, "Least value that would agree"},
           {"expected_hi", kNumber, "Greatest value that would agree"},
           {"stated", kText, "What is stated"},
           {"diagnoses", kText, "Likely causes, separated by |"},
           {"fingerprint", kText, "Name of the finding that survives re-extraction"},
           {"other_doc_id", kText, "The other document"},
           {"other_fact_id", kText, "Fact in the other document"},
           {"other_line", kInteger, "Line in the other document"}},
          {"doc_id", "finding_id"},
          {{"doc_id", "documents"}}};
}

PanelTable Successions() {
  return {"successions",
          "One row for each document and a document of the year before that it goes on from.",
          {{"doc_id", kText, "Document"},
           {"prior_doc_id", kText, "Document of the year before, of the same kind"},
           {"relation", kText, "same, or proposed: renamed, merged (one row for each that was merged)"},
           {"reason_zh", kText, "Evidence of a proposal, in Chinese"},
           {"reason_en", kText, "Evidence of a proposal, in English"}},
          {"doc_id", "prior_doc_id"},
          {{"doc_id", "documents"}, {"prior_doc_id", "documents", "doc_id"}}};
}

PanelTable Concepts() {
  return {"concepts",
          "The vocabulary: what the values of the column concept mean.",
          {{"concept", kText, "Identifier"},
           {"label_zh", kText, "Name in Chinese"},
           {"label_en", kText, "Name in English"},
           {"parent", kText, "Concept that it is a part of"}},
          {"concept"},
          {}};
}

string_view SqlType(ColumnType type) {
  switch (type) {
    case kInteger: return "INTEGER";
    case kNumber: return "NUMERIC";
    default: return "TEXT";
  }
}

string_view JsonType(ColumnType type) {
  static constexpr string_view kNames[] = {"string", "integer", "number", "date"};
  return kNames[static_cast<size_t>(type)];
}

std::string List(const std::vector<string_view>& names) {
  std::string list;
  for (const string_view name : names) list.append(list.empty() ? "" : ", ").append(name);
  return list;
}

std::string CreateTable(const PanelTable& table) {
  std::string sql = "CREATE TABLE IF NOT EXISTS ";
  sql.append(table.name).append(" (\n");
  for (const PanelColumn& column : table.columns) {
    sql.append("  ").append(column.name).append(" ").append(SqlType(column.type)).append(",  -- ");
    sql.append(column.description).append("\n");
  }
  for (const PanelReference& reference : table.references) {
    sql.append("  FOREIGN KEY (").append(reference.column).append(") REFERENCES ").append(reference.table);
    sql.append(" (").append(reference.key).append(") ON DELETE CASCADE,\n");
  }
  return sql.append("  PRIMARY KEY (").append(List(table.key)).append(")\n);\n");
}

constexpr string_view kIndexes = R"sql(
CREATE TABLE IF NOT EXISTS panel_info (key TEXT PRIMARY KEY, value TEXT);
CREATE TABLE IF NOT EXISTS paragraphs (  -- with figures, for the rule on copied ones
  doc_id TEXT, section_id TEXT, line INTEGER, last_line INTEGER, numerals TEXT, text TEXT,
  FOREIGN KEY (doc_id) REFERENCES documents (doc_id) ON DELETE CASCADE);
CREATE INDEX IF NOT EXISTS paragraphs_of ON paragraphs (doc_id);
CREATE INDEX IF NOT EXISTS documents_by_body ON documents (org_key, level, kind, fiscal_year, doc_id);
CREATE INDEX IF NOT EXISTS documents_by_region ON documents (region_name, fiscal_year);
CREATE INDEX IF NOT EXISTS documents_by_source ON documents (source);
CREATE INDEX IF NOT EXISTS sections_of ON sections (doc_id);
CREATE INDEX IF NOT EXISTS facts_of ON facts (doc_id);
CREATE INDEX IF NOT EXISTS facts_main ON facts (doc_id, concept, measure) WHERE main = 1;
CREATE INDEX IF NOT EXISTS facts_by_concept ON facts (concept, measure, fiscal_year);
CREATE INDEX IF NOT EXISTS comparisons_of ON comparisons (doc_id);
CREATE INDEX IF NOT EXISTS findings_of ON findings (doc_id);
CREATE INDEX IF NOT EXISTS successions_of ON successions (prior_doc_id);
CREATE INDEX IF NOT EXISTS findings_by_rule ON findings (rule, severity);
)sql";

constexpr const char* kAbout = ".about";

void WriteField(const PanelTable& table, const PanelColumn& column, const ReportWords& words, JsonWriter* json) {
  json->BeginObject(JsonWriter::Layout::kFlow);
  json->Member("name", column.name);
  json->Member("type", JsonType(column.type));
  if (column.type == kNumber) json->Member("bareNumber", true);
  const std::string key = std::string(table.name) + "." + std::string(column.name);
  json->Member("title", TitleOf(table, column, words));
  json->Member("description", column.description);
  json->Member("description_zh", words(key + kAbout));
  if (std::find(table.key.begin(), table.key.end(), column.name) != table.key.end()) {
    json->Key("constraints");
    json->BeginObject();
    json->Member("required", true);
    json->EndObject();
  }
  json->EndObject();
}

void WriteReference(const PanelReference& reference, JsonWriter* json) {
  json->BeginObject(JsonWriter::Layout::kFlow);
  json->Member("fields", reference.column);
  json->Key("reference");
  json->BeginObject();
  json->Member("resource", reference.table);
  json->Member("fields", reference.key);
  json->EndObject();
  json->EndObject();
}

void WriteTableSchema(const PanelTable& table, const ReportWords& words, JsonWriter* json) {
  json->Key("schema");
  json->BeginObject();
  json->Key("fields");
  json->BeginArray();
  for (const PanelColumn& column : table.columns) WriteField(table, column, words, json);
  json->EndArray();
  json->Key("missingValues");
  json->BeginArray(JsonWriter::Layout::kFlow);
  json->String("");
  json->EndArray();
  json->Key("primaryKey");
  json->BeginArray(JsonWriter::Layout::kFlow);
  for (const string_view name : table.key) json->String(name);
  json->EndArray();
  if (!table.references.empty()) {
    json->Key("foreignKeys");
    json->BeginArray();
    for (const PanelReference& reference : table.references) WriteReference(reference, json);
    json->EndArray();
  }
  json->EndObject();
}

void WriteResource(const PanelTable& table, const ReportWords& words, JsonWriter* json) {
  json->BeginObject();
  json->Member("name", table.name);
  json->Member("path", std::string(table.name) + ".csv");
  json->Member("profile", "tabular-data-resource");
  json->Member("title", TitleOf(table, words));
  json->Member("description", table.description);
  json->Member("description_zh", words(std::string(table.name) + kAbout));
  json->Member("format", "csv");
  json->Member("mediatype", "text/csv");
  json->Member("encoding", "utf-8");
  json->Key("dialect");
  json->BeginObject(JsonWriter::Layout::kFlow);
  json->Member("delimiter", ",");
  json->Member("lineTerminator", "\n");
  json->Member("doubleQuote", true);
  json->Member("header", true);
  json->EndObject();
  WriteTableSchema(table, words, json);
  json->EndObject();
}

}  // namespace

const std::vector<PanelTable>& PanelTables() {
  static const std::vector<PanelTable> kTables = {Columns(), Documents(),   Concepts(), Sections(),
                                                  Facts(),   Comparisons(), Findings(), Successions()};
  return kTables;
}

const PanelTable& PanelTableNamed(string_view name) {
  const auto& tables = PanelTables();
  return *std::find_if(tables.begin(), tables.end(), [&](const PanelTable& table) { return table.name == name; });
}

std::string TitleOf(const PanelTable& table, const ReportWords& words) { return std::string(words(table.name)); }

std::string TitleOf(const PanelTable& table, const PanelColumn& column, const ReportWords& words) {
  return std::string(words(std::string(table.name) + "." + std::string(column.name)));
}

std::vector<std::vector<std::string>> ColumnRows(const ReportWords& words) {
  std::vector<std::vector<std::string>> rows;
  for (const auto* tables : {&PanelTables(), &PanelViewTables()}) {
    for (const PanelTable& table : *tables) {
      for (size_t i = 0; i < table.columns.size(); ++i) {
        const PanelColumn& column = table.columns[i];
        const std::string key = std::string(table.name) + "." + std::string(column.name);
        rows.push_back({std::string(table.name), std::to_string(i + 1), std::string(column.name),
                        std::string(JsonType(column.type)), std::string(words(key)), std::string(words(key + kAbout)),
                        std::string(column.description)});
      }
    }
  }
  return rows;
}

std::string PanelSql() {
  std::string sql;
  for (const PanelTable& table : PanelTables()) sql.append(CreateTable(table));
  return sql.append(kIndexes).append(PanelFigureTables()).append(PanelViews());
}

std::string DataPackage(const ReportWords& words) {
  std::string text;
  JsonWriter json(&text, /*pretty=*/true);
  json.BeginObject();
  json.Member("profile", "tabular-data-package");
  json.Member("name", "mingzhang-panel");
  json.Member("title", words("panel"));
  json.Member("description", "Budgets and final accounts of public bodies as tables, with the findings of their audit.");
  json.Member("description_zh", words("panel.about"));
  json.Member("version", kVersion);
  json.Key("resources");
  json.BeginArray();
  for (const PanelTable& table : PanelTables()) WriteResource(table, words, &json);
  json.EndArray();
  json.EndObject();
  text.push_back('\n');
  return text;
}

}  // namespace mingzhang
