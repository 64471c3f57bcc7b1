"""Sources of composed documents that are held out: no grammar is tuned on them; the markup is that of compose.py.

Ways to put things met in provinces that the documents of a to c leave out: bulletins of execution, statements without
tables, lines of functions without marks. All places and bodies are invented, and so are the figures.
"""
import pathlib
import sys

sys.path.insert(0, str(pathlib.Path(__file__).parent))
from sources_common import DOCUMENTS, document  # noqa: E402  (the composer reads DOCUMENTS)


document(
    id="d07-yuba-zhongling-government-final-2023", family="D7", year=2023, stage="final", unit="CNY_WAN",
    text="""
⟦name t¦渝坝市钟岭县人民政府⟧关于2023年决算情况的报告
一、全县收支决算情况
（一）一般公共预算。
⟪s1.1⟫2023年全县一般公共预算本级收入⟦government.general_public_budget_revenue a¦186420⟧万元，增长⟦government.general_public_budget_revenue r+¦4.12⟧%，加上：上年结转⟦co a¦6210⟧万元、上级补助收入⟦government.general_public_budget_transfer_revenue a¦302150⟧万元、地方政府债券转贷收入188000万元、调入资金76300万元、动用预算稳定调节基金2140万元，收入总计⟦government.general_public_budget_total_revenue a¦761220⟧万元。全县一般公共预算本级支出⟦government.general_public_budget_expenditure a¦528600⟧万元，下降⟦government.general_public_budget_expenditure r-¦3.86⟧%，加上：上解支出⟦government.general_public_budget_transfer_expenditure a¦28450⟧万元、地方政府债务还本支出195000万元、安排预算稳定调节基金3120万元、结转下年⟦cc a¦6050⟧万元，支出总计⟦government.general_public_budget_total_expenditure a¦761220⟧万元。
（二）政府性基金预算。
⟪s1.2⟫2023年全县政府性基金预算收入⟦government.government_fund_revenue a¦92360⟧万元，为调整预算的⟦government.government_fund_revenue k b=2023/adjusted_budget¦96.4⟧%，其中国有土地使用权出让收入⟦government.land_transfer_revenue a¦81200⟧万元。加上上级补助收入⟦government.government_fund_transfer_revenue a¦8640⟧万元、专项债券转贷收入120000万元，收入总计⟦government.government_fund_total_revenue a¦221000⟧万元。政府性基金预算支出⟦government.government_fund_expenditure a¦168500⟧万元，增长⟦government.government_fund_expenditure r+¦10.25⟧%。
（三）国有资本经营预算。
⟪s1.3⟫国有资本经营预算收入⟦government.state_capital_revenue a¦3860⟧万元，完成预算的⟦government.state_capital_revenue k¦102.9⟧%，国有资本经营预算支出⟦government.state_capital_expenditure a¦1520⟧万元。
（四）地方政府债务。
⟪s1.4⟫2023年末，全县政府债务限额⟦government.debt_limit a st=stock p=2023-12-31¦856300⟧万元，其中：一般债务⟦government.debt_limit a st=stock p=2023-12-31 kind=general¦402100⟧万元、专项债务⟦government.debt_limit a st=stock p=2023-12-31 kind=special¦454200⟧万元；政府债务余额⟦government.debt_balance a st=stock p=2023-12-31¦849650⟧万元。
""")


document(
    id="d08-guihe-science-association-budget-2022", family="D8", year=2022, stage="budget", unit="CNY", wrap=56, pad=True,
    text="""
⟦name t¦桂禾市青桐区科学技术协会⟧2022年部门预算公开
五、一般公共预算支出情况说明
⟪s5⟫2022年一般公共预算拨款支出⟦exp.gpb a¦1386420.50⟧元，其中：基本支出⟦bas a¦1286420.50⟧元，项目支出⟦prj a¦100000.00⟧元，具体支出预算如下：
（一）一般公共预算支出按支出功能分类科目划分。
机构运行⟦fn:机构运行 a¦1012680.00⟧元，全部是基本支出。主要用于单位日常运转等方面的支出。
科普活动⟦fn:科普活动 a¦100000.00⟧元，全部是项目支出。主要用于科技周和流动科技馆活动。
机关事业单位基本养老保险缴费支出⟦fn:机关事业单位基本养老保险缴费支出 a¦128640.00⟧元，全部是基本支出。主要用于单位人员基本养老保险缴费支出。
事业单位医疗⟦fn:事业单位医疗 a¦64320.50⟧元。主要用于基本医疗保险缴费支出。
住房公积金⟦fn:住房公积金 a¦80780.00⟧元。主要用于单位人员住房公积金支出。
（二）按支出结构分类划分，分为基本支出预算和项目支出预算。
⟪s5.2⟫1.基本支出预算⟦bas a¦1286420.50⟧元，占一般公共预算支出的⟦bas s of=exp.gpb¦92.79⟧%，同比减少⟦bas c-¦15300.00⟧元，下降⟦bas r-¦1.18⟧%。其中：
工资福利支出预算⟦wages a¦1098320.50⟧元，占基本支出预算⟦wages s of=bas¦85.38⟧%，同比减少⟦wages c-¦21300.00⟧元，下降⟦wages r-¦1.90⟧%。
商品和服务支出预算⟦goods a¦168100.00⟧元，占基本支出预算⟦goods s of=bas¦13.07⟧%，同比增加⟦goods c+¦6000.00⟧元，增长⟦goods r+¦3.70⟧%。
对个人和家庭补助支出预算⟦indiv a¦20000.00⟧元，占基本支出预算⟦indiv s of=bas¦1.55⟧%，⟦indiv c0¦与上年持平⟧。
2.项目支出预算⟦prj a¦100000.00⟧元，同比减少⟦prj c-¦47600.00⟧元，下降⟦prj r-¦32.25⟧%，主要是压减会展经费。
六、“三公”经费预算情况说明
⟪s6⟫2022年“三公”经费预算⟦sg a¦3000.00⟧元，同比减少⟦sg c-¦500.00⟧元，下降⟦sg r-¦14.29⟧%。其中：⟦abr a0¦无因公出国（境）经费预算⟧；公务接待费⟦rec a¦3000.00⟧元；⟦veh a0¦无公务用车购置及运行费⟧。
七、其他重要事项情况说明
⟪s7⟫（一）政府采购预算安排情况说明。2022年政府采购预算⟦proc a¦17000.00⟧元，同比增加⟦proc c+¦17000.00⟧元，⟦proc a0 p=2021¦上年无该预算⟧，增长率无可比性。其中：政府集中采购预算⟦cen a¦17000.00⟧元，占政府采购预算的⟦cen s of=proc¦100.00⟧%。分散采购⟦dec a¦0⟧元，占政府采购预算的⟦dec s of=proc¦0⟧%。
按政府采购项目类型，分为货物类采购、工程类采购和服务类采购三种类型。其中：货物类采购⟦pg a¦10000.00⟧元，占政府采购预算⟦pg s of=proc¦58.82⟧%；工程类采购⟦pw a¦0⟧元，占政府采购预算⟦pw s of=proc¦0⟧%；服务类采购⟦ps a¦7000.00⟧元，占政府采购预算⟦ps s of=proc¦41.18⟧%。
（二）国有资产占用情况。截至2021年12月31日，共有车辆⟦as.veh n p=2021-12-31¦1⟧辆，其中：科普大篷车⟦as.veh n p=2021-12-31 type=科普大篷车¦1⟧辆。
""",
    not_sums=['sg abr rec veh'])
