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
      {"scope", "范围"}, {"department", "部门"}, {"unit", "单位"}, {"government", "政府"},
      {"province", "省级"}, {"city", "地级"}, {"county", "县级"}, {"district", "区级"}, {"township", "乡镇级"},
      {"at", "行"}, {"unit_scope", "单位"}, {"of_year", "年"}, {"against", "比"}, {"order", "顺序"}, {"reread", "读法变化"}, {"grammar", "语法"}, {"version", "程序版本"},
      {"same_text", "同一文本的两次提取"}, {"fiscal_year", "年度"}, {"matched", "疑为同一单位"},
      {"renamed", "疑似更名"}, {"merged", "疑似合并"}, {"gone", "没有后续文件"}, {"appeared", "没有此前文件"},
      {"budget", "预算"}, {"adjusted_budget", "调整预算"}, {"execution", "执行"}, {"final", "决算"}, {"stock", "时点"},
      {"final_accounts", "决算"}, {"three_public_statement", "“三公”经费说明"}, {"government_report", "政府预算报告"},
      {"unknown", "文种不明"}, {"evaluation", "评价"},
      {"report", "预决算公开核对报告"}, {"facts", "事实"}, {"unexplained", "未解释的数字"}, {"over_years", "历年支出（万元）"},
      {"change", "增减额"}, {"change_rate", "增减率"}, {"share", "占比"}, {"completion_rate", "完成率"}, {"count", "数量"},
      {"score", "得分"}, {"grade", "等级"}, {"unit_cost", "单位成本"}, {"text", "文字"}, {"year", "年度"},
      {"reserved", "预留"}, {"awarded", "授予"}, {"goods", "货物"}, {"works", "工程"}, {"services", "服务"},
      {"consolidated", "全域"}, {"own", "本级"}, {"subordinate", "下级"},
      {"domestic", "国内"}, {"foreign", "外宾"}, {"general", "一般"}, {"special", "专项"}, {"basic", "基本支出"}, {"project", "项目支出"},
  };
}

Words EnglishWords() {
  return {
      {"title", "Changes between documents"}, {"wan", " wan"}, {"points", " pp"}, {"lines", "lines"},
      {"level", "changed"}, {"at", "line "}, {"unit_scope", "unit"}, {"of_year", " "}, {"against", "against "}, {"reread", "read otherwise"},
      {"same_text", "the same text, read twice"}, {"order", "order of sections"}, {"fiscal_year", "fiscal year"},
      {"short_name", "short name"}, {"matched", "probably the same body"}, {"change_rate", "rate of change"},
      {"completion_rate", "completion rate"}, {"unit_cost", "unit cost"}, {"unexplained", "unexplained numeral"},
      {"restatement", "restated"}, {"finding", "findings"}, {"quiet", "not listed (--notes)"},
      {"final_accounts", "final accounts"}, {"gone", "no later document"}, {"appeared", "no earlier document"},
      {"derived", "(derived)"}, {"report", "Audited budget disclosures"}, {"facts", "facts"},
      {"over_years", "Expenditure over the years (10 000 yuan)"},
  };
}

}  // namespace

ReportWords DiffWords() {
  const bool chinese = CurrentLanguage() == Language::kChinese;
  return ReportWords(chinese, chinese ? ChineseWords() : EnglishWords());
}

}  // namespace mingzhang
