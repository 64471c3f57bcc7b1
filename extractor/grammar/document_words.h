// documents.toml: how a document's kind, level, year and body are told.
#pragma once

#include <string>
#include <vector>

#include "extractor/base/pattern.h"
#include "extractor/base/result.h"
#include "extractor/base/word_index.h"
#include "extractor/grammar/grammar_file.h"

namespace mingzhang {

// The words of one level of government, and of what is above and below it in its reports.
struct LevelWords {
  WordSet consolidated;  // 全县: the level with all below it
  WordSet own;           // 县本级
  WordSet subordinate;   // 乡镇
};

struct DocumentWords {
  Pattern title;           // a title line: (body)(year)…
  Pattern dated_title;     // (year)(body)…
  Pattern plain_title;     // (body)三公经费…, the first line
  Pattern labelled_body;   // 编制单位：(body)
  Pattern named_body;      // (body)(以下简称(short))
  Pattern plaque;          // 加挂(plaque)牌子
  Pattern fiscal_year;     // year年…预算; the four digits come first, here and in the next two
  Pattern any_year;        // year年 anywhere
  Pattern plan_year;       // year年…预算草案
  WordSet title_tails;                          // 财政拨款: in a title, what follows the body
  WordSet base_words;                           // 较: before the year compared with
  WordSet body_endings;                         // 局, 委员会
  WordSet final_words, budget_words;            // 决算; 预算
  WordSet fund_words;                           // 一般公共预算: a name in budgets and final accounts
  WordSet three_public_words, government_words;
  WordSet government_bodies;                    // bodies that report on a whole government: 财政局, 镇
  WordSet government_signs;                     // 财政总收入: only a government has such
  WordSet adjustment_words;                     // 预算调整方案: the budget of the year is changed
  WordSet years_together_words;                 // 十三五时期: a heading of what is told of several years together
  WordSet spent_words, arranged_words;          // where neither 决算 nor 预算 is said: 支出, 安排
  WordSet execution_words, plan_words;          // 预算执行情况; 预算草案
  WordSet whole_expenditure_words;              // 整体支出: what the whole text is about
  WordSet unit_words, department_words;         // 单位预算; 部门预算
  WordSet own_office_words;                     // 本级: a department's own office, as a unit
  WordSet rounding_words;                       // 四舍五入
  WordSet attribute_words;                      // 的: behind a word that says what kind of thing follows
  WordSet joining_words;                        // 和: between names side by side
  WordSet and_others_words;                     // 等: ends a list of names, others are left out
  WordSet body_hints;                           // 简称: a line that names the body
  std::vector<std::pair<std::string, std::string>> tiers;  // ending of a place name, tier
  std::vector<LevelWords> levels;               // from the highest down
  WordSet municipalities;                       // 北京, …: a province that is a city
};

Status LoadDocumentWords(const GrammarFile& file, DocumentWords* words);

}  // namespace mingzhang
