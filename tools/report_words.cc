#include "tools/report_words.h"

#include "extractor/output/panel_schema.h"
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

Words TableWords() {
  return {
      {"panel", "部门预决算面板"}, {"documents", "文件"}, {"sections", "章节"}, {"facts", "事实"},
      {"comparisons", "比较"}, {"findings", "发现"}, {"concepts", "概念"}, {"body_year", "单位年度（万元）"},
      {"year_on_year", "年度比较"}, {"three_public", "三公经费"}, {"findings_by_region", "各地区发现"},
      {"real_change", "更名合并后的增减"}, {"announced_change", "所称与实际增减"}, {"successions", "前后文件"},
  };
}

// Columns that several tables share.
constexpr std::pair<std::string_view, std::string_view> kColumns[] = {
    {"doc_id", "文件标识"}, {"source", "文件路径"}, {"sha256", "内容散列"}, {"byte_length", "字节数"},
    {"encoding", "编码"}, {"kind", "文种"}, {"level", "部门或单位"}, {"fiscal_year", "预算年度"}, {"title", "标题"},
    {"org_key", "单位键"}, {"local_name", "不含行政区的名称"}, {"units", "所列预算单位"}, {"prior_doc_id", "上年文件"},
    {"relation", "关系"}, {"reason_zh", "中文理由"}, {"reason_en", "英文理由"}, {"org_name", "单位名称"}, {"short_name", "简称"}, {"plaques", "加挂牌子"},
    {"region_name", "行政区"}, {"tier", "级次"}, {"facts", "事实数"}, {"errors", "错误数"}, {"warnings", "警告数"},
    {"notes", "提示数"}, {"numerals", "数字个数"}, {"unexplained", "未解释数字"}, {"grammar", "语法版本"},
    {"version", "程序版本"}, {"section_id", "章节标识"}, {"role", "章节角色"}, {"state", "章节状态"}, {"line", "行"},
    {"figures", "数字个数（不含年份）"}, {"keywords", "所含规则用语"}, {"digest", "正文摘要"},
    {"fact_id", "事实标识"}, {"concept", "概念"}, {"measure", "度量"}, {"period_year", "所属年度"},
    {"period_date", "时点"}, {"stage", "阶段"}, {"basis_year", "比较年度"}, {"basis_stage", "比较阶段"},
    {"basis_concept", "占比的整体"}, {"qualifiers", "限定"}, {"value", "原文数值"}, {"unit", "单位"},
    {"number", "数值"}, {"amount_yuan", "金额（元）"}, {"lo", "可能的最小值"}, {"hi", "可能的最大值"},
    {"assertion", "断言"}, {"binding", "年度依据"}, {"main", "主要数"}, {"section", "章节"},
    {"byte_start", "起始字节"}, {"byte_end", "结束字节"}, {"quote", "原文"}, {"n_findings", "相关发现数"},
    {"max_severity", "最重级别"}, {"comparison_id", "比较序号"}, {"current_fact", "本年事实"},
    {"prior_fact", "上年事实"}, {"change_fact", "增减额事实"}, {"rate_fact", "增减率事实"}, {"current", "本年数"},
    {"prior", "上年数"}, {"prior_derived", "反推上年数"}, {"change", "增减额"}, {"rate_stated", "所述增减率"},
    {"rate_lo", "应有增减率下限"}, {"rate_hi", "应有增减率上限"}, {"direction", "方向"}, {"reason", "原因"},
    {"verdict", "核对结果"}, {"finding_id", "发现序号"}, {"scope", "范围"}, {"rule", "规则"}, {"severity", "级别"},
    {"message_zh", "中文说明"}, {"message_en", "英文说明"}, {"fact_ids", "相关事实"}, {"expected_lo", "应有值下限"},
    {"expected_hi", "应有值上限"}, {"stated", "所述值"}, {"diagnoses", "可能原因"}, {"fingerprint", "指纹"},
    {"other_doc_id", "另一文件"}, {"other_fact_id", "另一事实"}, {"other_line", "另一文件的行"},
    {"label_zh", "中文名"}, {"label_en", "英文名"}, {"parent", "上级概念"},
};

}  // namespace

ReportWords PanelWords() {
  Words words = TableWords();
  for (const PanelTable& table : PanelTables()) {
    for (const auto& [column, title] : kColumns) {
      words.emplace(std::string(table.name) + "." + std::string(column), std::string(title));
    }
  }
  return ReportWords(true, std::move(words));
}

ReportWords DiffWords() {
  const bool chinese = CurrentLanguage() == Language::kChinese;
  return ReportWords(chinese, chinese ? ChineseWords() : EnglishWords());
}

}  // namespace mingzhang
