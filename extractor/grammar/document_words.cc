#include "extractor/grammar/document_words.h"

#include <fmt/format.h>

#include "extractor/grammar/toml_reader.h"

namespace mingzhang {
namespace {

Status LoadLevels(TableReader* reader, std::vector<LevelWords>* levels) {
  for (const toml::table* table : reader->Tables("level")) {
    TableReader each(*table);
    levels->push_back({WordSet(each.Words("consolidated")), WordSet(each.Words("own")), WordSet(each.Words("subordinate"))});
    if (const Status status = each.Finish()) return status;
  }
  return {};
}

// A pattern whose match begins with a year: that is where the year is read.
Pattern YearExpression(TableReader* reader, std::string_view key) {
  constexpr std::string_view kYear = R"re((?:19|20)\d\d)re";
  Pattern expression = reader->Expression(key);
  std::string_view text = reader->table()[key].value_or(std::string_view());
  if (text.starts_with("((")) text.remove_prefix(1);
  if (!text.starts_with(kYear)) reader->Fail(key, fmt::format("'{}' must begin with a year", key), fmt::format("begin it with {}", kYear));
  return expression;
}

}  // namespace

Status LoadDocumentWords(const GrammarFile& file, DocumentWords* words) {
  auto table = ParseToml(file);
  if (!table.ok()) return table.error();
  TableReader top(*table);
  const toml::table* entry = top.Table("document");
  if (!entry) return top.Finish();
  TableReader reader(*entry);
  words->title = reader.Expression("title");
  words->dated_title = reader.Expression("dated_title");
  words->plain_title = reader.Expression("plain_title");
  words->labelled_body = reader.Expression("labelled_body");
  words->named_body = reader.Expression("named_body");
  words->plaque = reader.Expression("plaque");
  words->fiscal_year = YearExpression(&reader, "fiscal_year");
  words->any_year = YearExpression(&reader, "any_year");
  words->plan_year = YearExpression(&reader, "plan_year");
  words->title_tails = WordSet(reader.Words("title_tails"));
  words->base_words = WordSet(reader.Words("base_words"));
  words->body_endings = WordSet(reader.Words("body_endings"));
  words->final_words = WordSet(reader.Words("final_words"));
  words->budget_words = WordSet(reader.Words("budget_words"));
  words->fund_words = WordSet(reader.Words("fund_words"));
  words->three_public_words = WordSet(reader.Words("three_public_words"));
  words->government_bodies = WordSet(reader.Words("government_bodies"));
  words->government_words = WordSet(reader.Words("government_words"));
  words->government_signs = WordSet(reader.Words("government_signs"));
  words->years_together_words = WordSet(reader.Words("years_together_words"));
  words->adjustment_words = WordSet(reader.Words("adjustment_words"));
  words->execution_words = WordSet(reader.Words("execution_words"));
  words->plan_words = WordSet(reader.Words("plan_words"));
  words->spent_words = WordSet(reader.Words("spent_words"));
  words->arranged_words = WordSet(reader.Words("arranged_words"));
  words->unit_words = WordSet(reader.Words("unit_words"));
  words->own_office_words = WordSet(reader.Words("own_office_words"));
  words->department_words = WordSet(reader.Words("department_words"));
  words->rounding_words = WordSet(reader.Words("rounding_words"));
  words->municipalities = WordSet(reader.Words("municipalities"));
  words->attribute_words = WordSet(reader.Words("attribute_words"));
  words->joining_words = WordSet(reader.Words("joining_words"));
  words->and_others_words = WordSet(reader.Words("and_others_words"));
  words->body_hints = WordSet(reader.Words("body_hints"));
  if (const toml::table* tiers = reader.Table("tiers")) {
    TableReader each(*tiers);
    for (const char* tier : {"province", "city", "county", "district", "township"}) {
      for (std::string& ending : each.Texts(tier)) words->tiers.emplace_back(std::move(ending), tier);
    }
    if (const Status status = each.Finish()) return status;
  }
  if (const Status status = reader.Finish()) return status;
  if (const Status status = LoadLevels(&top, &words->levels)) return status;
  return top.Finish();
}

}  // namespace mingzhang
