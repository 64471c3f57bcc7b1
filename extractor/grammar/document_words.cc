#include "extractor/grammar/document_words.h"

#include <string_view>
#include <utility>

#include <fmt/format.h>

#include "extractor/grammar/toml_reader.h"

namespace mingzhang {
namespace {

constexpr std::pair<std::string_view, Pattern DocumentWords::*> kExpressions[] = {
    {"title", &DocumentWords::title}, {"dated_title", &DocumentWords::dated_title},
    {"plain_title", &DocumentWords::plain_title}, {"labelled_body", &DocumentWords::labelled_body},
    {"named_body", &DocumentWords::named_body}, {"plaque", &DocumentWords::plaque},
};
constexpr std::pair<std::string_view, Pattern DocumentWords::*> kYears[] = {
    {"fiscal_year", &DocumentWords::fiscal_year}, {"any_year", &DocumentWords::any_year},
    {"plan_year", &DocumentWords::plan_year},
};
constexpr std::pair<std::string_view, WordSet DocumentWords::*> kWordSets[] = {
    {"title_tails", &DocumentWords::title_tails}, {"base_words", &DocumentWords::base_words},
    {"body_endings", &DocumentWords::body_endings}, {"final_words", &DocumentWords::final_words},
    {"budget_words", &DocumentWords::budget_words}, {"fund_words", &DocumentWords::fund_words},
    {"three_public_words", &DocumentWords::three_public_words},
    {"government_bodies", &DocumentWords::government_bodies}, {"government_words", &DocumentWords::government_words},
    {"government_signs", &DocumentWords::government_signs},
    {"years_together_words", &DocumentWords::years_together_words},
    {"adjustment_words", &DocumentWords::adjustment_words}, {"execution_words", &DocumentWords::execution_words},
    {"plan_words", &DocumentWords::plan_words}, {"spent_words", &DocumentWords::spent_words},
    {"arranged_words", &DocumentWords::arranged_words}, {"whole_expenditure_words", &DocumentWords::whole_expenditure_words},
    {"unit_words", &DocumentWords::unit_words},
    {"own_office_words", &DocumentWords::own_office_words}, {"department_words", &DocumentWords::department_words},
    {"rounding_words", &DocumentWords::rounding_words}, {"municipalities", &DocumentWords::municipalities},
    {"attribute_words", &DocumentWords::attribute_words}, {"joining_words", &DocumentWords::joining_words},
    {"and_others_words", &DocumentWords::and_others_words}, {"body_hints", &DocumentWords::body_hints},
};

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
  for (const auto& [key, member] : kExpressions) words->*member = reader.Expression(key);
  for (const auto& [key, member] : kYears) words->*member = YearExpression(&reader, key);
  for (const auto& [key, member] : kWordSets) words->*member = WordSet(reader.Words(key));
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
