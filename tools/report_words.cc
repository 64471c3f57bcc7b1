#include "tools/report_words.h"

#include "tools/program.h"

namespace mingzhang {
namespace {

using Words = std::map<std::string, std::string, std::less<>>;

Words ChineseWords() {
  return {
      {"title", "两份文件的变化"}, {"kind", "类别"}, {"figure", "项目"}, {"old", "旧"}, {"new", "新"},
      {"difference", "增减"}, {"rate", "幅度"}, {"lines", "行（旧/新）"}, {"wan", "万元"}, {"points", "个百分点"},
      {"document", "文件"}, {"section", "章节"}, {"level", "数额变化"}, {"restatement", "上年数不一致"},
      {"added", "新出现"}, {"removed", "不再出现"}, {"finding", "发现"}, {"derived", "（由增减反推）"},
      {"fixed", "已消除"}, {"carried", "仍存在"}, {"error", "错误"}, {"warning", "警告"}, {"note", "提示"},
      {"quiet", "条提示或延续，未列出（--notes）"},
      {"organization", "单位"}, {"short_name", "简称"}, {"plaques", "加挂牌子"}, {"region", "地区"}, {"tier", "级次"},
      {"scope", "范围"}, {"department", "部门"}, {"unit", "单位"},
      {"renamed", "疑似更名"}, {"merged", "疑似合并"}, {"gone", "没有后续文件"}, {"appeared", "没有此前文件"},
      {"budget", "预算"}, {"adjusted_budget", "调整预算"}, {"execution", "执行"}, {"final", "决算"}, {"stock", "时点"},
      {"final_accounts", "决算"}, {"three_public_statement", "“三公”经费说明"}, {"government_report", "政府预算报告"},
      {"unknown", "文种不明"}, {"evaluation", "评价"},
      {"change", "增减额"}, {"change_rate", "增减率"}, {"share", "占比"}, {"completion_rate", "完成率"}, {"count", "数量"},
      {"score", "得分"}, {"grade", "等级"}, {"unit_cost", "单位成本"}, {"text", "文字"}, {"year", "年度"},
  };
}

Words EnglishWords() {
  return {
      {"title", "Changes between documents"}, {"wan", " wan"}, {"points", " pp"}, {"lines", "lines"},
      {"level", "changed"}, {"restatement", "restated"}, {"finding", "findings"}, {"quiet", "not listed (--notes)"},
      {"final_accounts", "final accounts"}, {"gone", "no later document"}, {"appeared", "no earlier document"},
      {"derived", "(derived)"},
  };
}

}  // namespace

ReportWords DiffWords() {
  const bool chinese = CurrentLanguage() == Language::kChinese;
  return ReportWords(chinese, chinese ? ChineseWords() : EnglishWords());
}

}  // namespace mingzhang
