// What the tables and columns of a panel are called, and mean, in Chinese.
#include "extractor/output/panel_schema.h"
#include "tools/report_words.h"

namespace mingzhang {
namespace {

struct Entry {
  std::string_view name, title, about;
};

constexpr Entry kTables[] = {
    {"panel", "部门预决算面板", "各单位预算、决算公开文本整理成的一套表，附核对发现。"},
    {"columns", "字段说明", "每行是一张表或视图的一个字段及其含义。"},
    {"documents", "文件", "每行是一份文件。"},
    {"concepts", "概念", "概念表：各表中 concept 一栏取值的含义。"},
    {"sections", "章节", "每行是文件的一个章节。"},
    {"facts", "事实", "每行是一个事实，都可回到原文的字节。"},
    {"comparisons", "比较", "每行是文中与另一年度或另一阶段的一次比较。"},
    {"findings", "发现", "每行是一个发现，出自一份文件或两份文件之间。"},
    {"successions", "前后文件", "每行是一份文件和它所承接的上一年度文件。"},
    {"body_year", "单位年度（万元）", "每行是一个单位一个年度的一种文件；金额为万元。"},
    {"year_on_year", "年度比较", "本年与上年比较，两年都取各自文件的数。"},
    {"three_public", "三公经费", "每行是一个单位一个年度的一个“三公”项目。"},
    {"real_change", "更名合并后的增减", "本年与上年比较，更名、合并已还原：合并的单位合计为上年数。"},
    {"announced_change", "所称与实际增减", "文件所称的增减，与按上年公开数算出的增减并列。"},
    {"findings_by_region", "各地区发现", "各地区各年度文件的发现数。"},
};

// Columns that mean the same in every table.
constexpr Entry kShared[] = {
    {"doc_id", "文件标识", "文件 SHA-256 的前 16 位"},
    {"prior_doc_id", "上年文件", "同一文种的上一年度文件"},
    {"region_name", "行政区", "单位所在的行政区"},
    {"org_key", "单位键", "单位名称去空格、括号统一，并补上行政区；同一单位各年相同"},
    {"local_name", "不含行政区的名称", "各地同一职能的单位相同"},
    {"org_name", "单位名称", "文中所写的单位名称"},
    {"level", "部门或单位", "department 部门，unit 单位，government 政府，unknown 不明"},
    {"kind", "文种", "budget 预算，final_accounts 决算，three_public_statement “三公”说明，government_report 政府报告，unknown 不明"},
    {"fiscal_year", "预算年度", "文件所述的年度"},
    {"errors", "错误数", "级别为错误的发现数"},
    {"warnings", "警告数", "级别为警告的发现数"},
    {"notes", "提示数", "级别为提示的发现数"},
    {"line", "行", "原文件中的行号，从 1 起"},
    {"concept", "概念", "所述的是什么，含义见概念表"},
    {"measure", "度量", "amount 金额，change 增减额，change_rate 增减率，share 占比，completion_rate 完成率，count 数量，score 得分，grade 等级等"},
    {"basis_year", "比较年度", "与哪一年比较"},
    {"basis_stage", "比较阶段", "与哪一阶段比较"},
    {"direction", "方向", "increase 增加，decrease 减少，unchanged 持平，none 未说明"},
    {"reason", "原因", "文中所写的原因"},
    {"byte_start", "起始字节", "原文件中的第一个字节"},
    {"byte_end", "结束字节", "最后一个字节之后的位置"},
    {"quote", "原文", "该处印出的文字"},
    {"revenue_wan", "收入（万元）", "收入总计；未写总计时为本年收入或收支总额"},
    {"prior_revenue_wan", "上年收入（万元）", "上年文件的收入总计"},
    {"expenditure_wan", "支出（万元）", "支出总计；未写总计时为本年支出或收支总额"},
    {"prior_expenditure_wan", "上年支出（万元）", "上年文件的支出总计"},
    {"expenditure_growth", "支出增幅（%）", "支出总计比上年增长的百分数"},
    {"three_public_wan", "三公经费（万元）", "“三公”经费合计"},
    {"prior_three_public_wan", "上年三公经费（万元）", "上年文件的“三公”经费合计"},
    {"operating_expenses_wan", "机关运行经费（万元）", "机关运行经费"},
    {"relation", "关系", "same 同一单位；renamed 疑似更名、merged 疑似合并，均为建议"},
};

// The others, by table.
constexpr Entry kOwn[] = {
    {"columns.table_name", "表或视图", "表或视图的名称"},
    {"columns.position", "序号", "字段在表中的位置，从 1 起"},
    {"columns.column_name", "字段", "字段名"},
    {"columns.type", "类型", "string 文字，integer 整数，number 数，date 日期"},
    {"columns.label_zh", "中文名", "字段的中文名"},
    {"columns.description_zh", "中文说明", "字段含义的中文说明"},
    {"columns.description_en", "英文说明", "字段含义的英文说明"},
    {"documents.source", "文件路径", "处理时给出的路径"},
    {"documents.sha256", "内容散列", "收到的文件的 SHA-256"},
    {"documents.byte_length", "字节数", "文件的字节数"},
    {"documents.encoding", "编码", "文件的字符编码"},
    {"documents.title", "标题", "文中所写的标题"},
    {"documents.short_name", "简称", "文中给出的简称"},
    {"documents.plaques", "加挂牌子", "合署或加挂的名称，以 | 分隔"},
    {"documents.tier", "级次", "行政区的级次"},
    {"documents.facts", "事实数", "事实的个数"},
    {"documents.numerals", "数字个数", "文中的数字个数"},
    {"documents.unexplained", "未解释数字", "没有归类的数字个数"},
    {"documents.grammar", "语法版本", "读取时所用语法的 SHA-256"},
    {"documents.version", "程序版本", "读取时的程序版本"},
    {"sections.section_id", "章节标识", "章节在文件中的标识"},
    {"sections.role", "章节角色", "统一的章节角色；不认识的标题为空"},
    {"sections.title", "标题", "文中所写的标题"},
    {"sections.state", "章节状态", "ok 正常，empty 空，content_mismatch 内容不符，unknown_heading 标题不识"},
    {"sections.figures", "数字个数（不含年份）", "正文中的数字个数，年份不计"},
    {"sections.keywords", "所含规则用语", "文件间规则要找的用语，以 | 分隔"},
    {"sections.units", "所列预算单位", "正文逐一列出的预算单位，以 | 分隔"},
    {"sections.digest", "正文摘要", "正文去空格和年份后的摘要：摘要相同即文字相同"},
    {"facts.fact_id", "事实标识", "事实在文件中的标识"},
    {"facts.period_year", "所属年度", "数值所属的年度"},
    {"facts.period_date", "时点", "余额、保有量等的日期"},
    {"facts.stage", "阶段", "budget 预算，adjusted_budget 调整预算，execution 执行，final 决算，stock 时点，evaluation 评价"},
    {"facts.basis_concept", "占比的整体", "占比以什么为整体"},
    {"facts.qualifiers", "限定", "名称=取值，以 ; 分隔"},
    {"facts.value", "原文数值", "照原文，保留小数位；等级和文字为词"},
    {"facts.unit", "单位", "单位代码，如 CNY_WAN 万元、PCT 百分之、PERSON 人"},
    {"facts.number", "数值", "按其单位的数值"},
    {"facts.amount_yuan", "金额（元）", "金额折合为元"},
    {"facts.lo", "可能的最小值", "会印成这个数的最小值，按其单位"},
    {"facts.hi", "可能的最大值", "会印成这个数的最大值，按其单位"},
    {"facts.assertion", "断言", "stated 写明，negative 写明没有，qualitative 写明持平，derived 推算"},
    {"facts.binding", "年度依据", "年度是 explicit 写明、inherited 承上还是 derived 推算"},
    {"facts.main", "主要数", "1：该概念在本文件本年度本阶段的第一个数"},
    {"facts.section", "章节", "事实所在的章节"},
    {"facts.n_findings", "相关发现数", "涉及这个事实的发现数"},
    {"facts.max_severity", "最重级别", "其中最重的级别"},
    {"comparisons.comparison_id", "比较序号", "比较在文件中的序号，从 1 起"},
    {"comparisons.current_fact", "本年事实", "本年数的事实"},
    {"comparisons.prior_fact", "上年事实", "所比的数的事实"},
    {"comparisons.change_fact", "增减额事实", "增减额的事实"},
    {"comparisons.rate_fact", "增减率事实", "增减率的事实"},
    {"comparisons.current", "本年数", "本年数；金额为元"},
    {"comparisons.prior", "上年数", "文中写明的所比的数"},
    {"comparisons.prior_derived", "反推上年数", "本年数减去增减额"},
    {"comparisons.change", "增减额", "增减额，减少为负"},
    {"comparisons.rate_stated", "所述增减率", "文中所写的增减率（%）"},
    {"comparisons.rate_lo", "应有增减率下限", "按金额可能的最小增减率"},
    {"comparisons.rate_hi", "应有增减率上限", "按金额可能的最大增减率"},
    {"comparisons.verdict", "核对结果", "fail 不符，pass 相符，not_evaluated 未能核对（AR 规则）"},
    {"findings.finding_id", "发现序号", "发现在文件中的序号，从 1 起"},
    {"findings.scope", "范围", "document 一份文件之内，panel 两份文件之间"},
    {"findings.rule", "规则", "规则目录中的编号"},
    {"findings.severity", "级别", "error 错误，warning 警告，note 提示"},
    {"findings.message_zh", "中文说明", "发现的中文说明"},
    {"findings.message_en", "英文说明", "发现的英文说明"},
    {"findings.fact_ids", "相关事实", "涉及的事实，以 | 分隔"},
    {"findings.expected_lo", "应有值下限", "相符的最小值"},
    {"findings.expected_hi", "应有值上限", "相符的最大值"},
    {"findings.stated", "所述值", "文中所写的值"},
    {"findings.diagnoses", "可能原因", "可能的原因，以 | 分隔"},
    {"findings.fingerprint", "指纹", "重新读取后仍不变的发现标识"},
    {"findings.other_doc_id", "另一文件", "所对照的另一份文件"},
    {"findings.other_fact_id", "另一事实", "另一份文件中的事实"},
    {"findings.other_line", "另一文件的行", "另一份文件中的行号"},
    {"successions.reason_zh", "中文理由", "建议的依据（中文）"},
    {"successions.reason_en", "英文理由", "建议的依据（英文）"},
    {"concepts.label_zh", "中文名", "概念的中文名"},
    {"concepts.label_en", "英文名", "概念的英文名"},
    {"concepts.parent", "上级概念", "它所从属的概念"},
    {"body_year.fiscal_appropriation_wan", "财政拨款收入（万元）", "财政拨款收入"},
    {"body_year.basic_wan", "基本支出（万元）", "基本支出"},
    {"body_year.project_wan", "项目支出（万元）", "项目支出"},
    {"body_year.overseas_travel_wan", "因公出国（境）费（万元）", "因公出国（境）费"},
    {"body_year.official_reception_wan", "公务接待费（万元）", "公务接待费"},
    {"body_year.official_vehicles_wan", "公务用车购置及运行维护费（万元）", "公务用车购置及运行维护费"},
    {"body_year.vehicle_purchase_wan", "公务用车购置费（万元）", "公务用车购置费"},
    {"body_year.vehicle_operation_wan", "公务用车运行维护费（万元）", "公务用车运行维护费"},
    {"body_year.vehicles_owned", "公务用车保有量（辆）", "公务用车保有量"},
    {"body_year.vehicles_bought", "购置公务用车（辆）", "购置公务用车的辆数"},
    {"body_year.reception_batches", "接待批次", "公务接待批次"},
    {"body_year.reception_guests", "接待人次", "公务接待人次"},
    {"body_year.travel_groups", "出国（境）团组", "因公出国（境）团组数"},
    {"body_year.travellers", "出国（境）人次", "因公出国（境）人次"},
    {"body_year.procurement_wan", "政府采购（万元）", "政府采购金额"},
    {"body_year.establishment", "编制（人）", "编制人数"},
    {"body_year.staff", "实有（人）", "实有人数"},
    {"year_on_year.revenue_growth", "收入增幅（%）", "收入总计比上年增长的百分数"},
    {"year_on_year.expenditure_change_wan", "支出增减（万元）", "支出总计比上年的增减"},
    {"year_on_year.basic_share", "基本支出占比（%）", "基本支出占基本支出与项目支出之和的百分数"},
    {"year_on_year.prior_basic_share", "上年基本支出占比（%）", "上年的同一占比"},
    {"year_on_year.three_public_change_wan", "三公经费增减（万元）", "“三公”经费比上年的增减"},
    {"year_on_year.prior_operating_expenses_wan", "上年机关运行经费（万元）", "上年文件的机关运行经费"},
    {"three_public.item", "项目", "“三公”项目的概念"},
    {"three_public.amount_wan", "金额（万元）", "本年度本阶段的金额"},
    {"three_public.share_of_expenditure", "占支出（%）", "占支出总计的百分数"},
    {"three_public.yuan_per_head", "人均（元）", "除以实有人数，元"},
    {"three_public.budget_wan", "年初预算（万元）", "决算所引的年初预算；未引时取预算文件的数"},
    {"three_public.completion_rate", "完成率（%）", "决算数占该预算的百分数"},
    {"real_change.prior_org_names", "上年单位", "上年的单位，以 + 相连"},
    {"announced_change.current_wan", "本年数（万元）", "本年数"},
    {"announced_change.prior_said_wan", "所称上年数（万元）", "本年文件写明或可反推的上年数"},
    {"announced_change.prior_published_wan", "公开的上年数（万元）", "上年文件公开的数"},
    {"announced_change.change_said_wan", "所称增减（万元）", "本年文件所称的增减"},
    {"announced_change.change_published_wan", "实际增减（万元）", "按上年公开数算出的增减"},
    {"findings_by_region.documents", "文件数", "文件数"},
    {"findings_by_region.errors_per_document", "每份文件错误数", "平均每份文件的错误数"},
};

}  // namespace

ReportWords PanelWords() {
  std::map<std::string, std::string, std::less<>> words;
  const auto add = [&](const std::string& key, const Entry& word) {
    words.emplace(key, word.title);
    words.emplace(key + ".about", word.about);
  };
  for (const Entry& word : kTables) add(std::string(word.name), word);
  for (const Entry& word : kOwn) add(std::string(word.name), word);
  for (const auto* tables : {&PanelTables(), &PanelViewTables()}) {
    for (const PanelTable& table : *tables) {
      for (const Entry& word : kShared) add(std::string(table.name) + "." + std::string(word.name), word);
    }
  }
  return ReportWords(true, std::move(words));
}

}  // namespace mingzhang
