// documents.toml: how a document's kind, level, year and body are told.
#pragma once

#include <memory>
#include <string>
#include <vector>

#include <re2/re2.h>

#include "extractor/base/result.h"
#include "extractor/grammar/toml_reader.h"

namespace mingzhang {

struct DocumentWords {
  std::unique_ptr<RE2> title;           // a title line: (body)(year)…
  std::unique_ptr<RE2> labelled_body;   // 编制单位：(body)
  std::unique_ptr<RE2> named_body;      // (body)(以下简称(short))
  std::unique_ptr<RE2> plaque;          // 加挂(plaque)牌子
  std::unique_ptr<RE2> fiscal_year;     // (year)年…预算
  std::unique_ptr<RE2> any_year;        // (year)年 anywhere
  std::vector<std::string> body_endings;                        // 局, 委员会
  std::vector<std::string> final_words, budget_words;           // 决算; 预算
  std::vector<std::string> three_public_words, government_words;
  std::vector<std::string> unit_words, department_words;        // 单位预算; 部门预算
  std::vector<std::string> rounding_words;                      // 四舍五入
  std::vector<std::string> body_hints;                          // 简称: a line that names the body
  std::vector<std::pair<std::string, std::string>> tiers;       // ending of a place name, tier
  std::vector<std::string> municipalities;                      // 北京, …: a province that is a city
};

Status LoadDocumentWords(const GrammarFile& file, DocumentWords* words);

}  // namespace mingzhang
