"""Sources of composed documents; the markup is that of compose.py.

Two kinds of text that the documents of a to g leave out: the letter by which a county's finance bureau approves the
budget of a township, with numbers that no mark follows, and a city's bulletin of half a year's execution, which
measures what was collected by the year's plan and says who collected it. All places and bodies are invented, and so are
the figures.
"""
import pathlib
import sys

sys.path.insert(0, str(pathlib.Path(__file__).parent))
from sources_common import DOCUMENTS, document  # noqa: E402  (the composer reads DOCUMENTS)


document(
    id="h01-rongzhou-shigang-town-approval-budget-2022", family="H1", year=2022, stage="budget", unit="CNY_WAN",
    text="""
榕洲县2022年部门预算的批复
榕财预〔2022〕17号
⟦name t¦榕洲县石岗镇人民政府⟧：
2022年县级财政预算已经县第十六届人民代表大会第二次会议审议通过，现将你单位2022年部门预算批复如下：
⟪s1⟫一、收入预算⟦rev a¦1,286.40⟧万元，其中：一般公共预算拨款⟦rev.gpb a¦1,172.90⟧万元，政府性基金拨款⟦rev.fund a¦66.00⟧万元，财政专户拨款⟦rev.sp a¦47.50⟧万元。
⟪s2⟫二、支出预算⟦exp a¦1,286.40⟧万元
1基本支出⟦bas a¦884.60⟧万元，占预算拨款支出的⟦bas s of=exp¦68.77⟧%
1）工资福利支出⟦wages a¦612.35⟧万元。其中基本工资318.20万元，津贴补贴256.10万元，社会保障缴费38.05万元。
2）对个人和家庭的补助支出⟦indiv a¦158.75⟧万元。
3）商品和服务支出⟦goods a¦113.50⟧万元。
2项目支出⟦prj a¦401.80⟧万元，占预算拨款支出的⟦prj s of=exp¦31.23⟧%
三、“三公”经费支出预算情况
⟪s3⟫“三公”经费支出⟦sg a¦14.80⟧万元，比2021年预算减少⟦sg c-¦0.70⟧万元，下降⟦sg r-¦4.52⟧%。其中因公出国（境）费⟦abr a¦0.00⟧万元，公务用车购置费⟦buy a¦0.00⟧万元，公务用车运行维护费⟦run a¦9.30⟧万元，公务接待费⟦rec a¦5.50⟧万元。
四、人员情况
⟪s4⟫核定行政编制⟦est.adm n¦46⟧名、事业编制⟦est.pi n¦38⟧名，实有在职人员⟦act n¦80⟧人，退休人员⟦ret n¦29⟧人。
五、有关要求
（一）你单位应当自收到本批复之日起20日内向社会公开部门预算。
⟪s5⟫（二）政府采购预算⟦proc a¦86.00⟧万元，其中：货物类⟦pg a¦31.00⟧万元，服务类⟦ps a¦55.00⟧万元，应当按规定的方式采购。
""")


document(
    id="h02-zhichuan-execution-bulletin-2025", family="H2", year=2025, stage="execution", unit="CNY_YI",
    text="""
芷川市2025年上半年财政收支情况
一、一般公共预算收支情况
（一）收入情况
⟪s1.1⟫上半年，我市一般公共预算收入⟦government.general_public_budget_revenue a¦31.64⟧亿元，占年计划⟦government.general_public_budget_revenue a st=budget¦58.20⟧亿元的⟦government.general_public_budget_revenue k¦54.36⟧%，同比增长⟦government.general_public_budget_revenue r+¦6.3⟧%，增收⟦government.general_public_budget_revenue c+¦1.87⟧亿元。其中：地方税收收入⟦government.tax_revenue a¦20.15⟧亿元，占年计划⟦government.tax_revenue a st=budget¦39.00⟧亿元的⟦government.tax_revenue k¦51.67⟧%，同比增长⟦government.tax_revenue r+¦2.8⟧%；非税收入⟦government.nontax_revenue a¦11.49⟧亿元，占年计划⟦government.nontax_revenue a st=budget¦19.20⟧亿元的⟦government.nontax_revenue k¦59.84⟧%，同比增长⟦government.nontax_revenue r+¦13.1⟧%。
分征收系统看，税务系统完成21.30亿元，财政系统完成10.34亿元。
（二）支出情况
⟪s1.2⟫上半年，我市一般公共预算支出⟦government.general_public_budget_expenditure a¦48.27⟧亿元，为年度预算⟦government.general_public_budget_expenditure a st=budget¦92.50⟧亿元的⟦government.general_public_budget_expenditure k¦52.18⟧%，比上年同期减少⟦government.general_public_budget_expenditure c-¦0.85⟧亿元，下降⟦government.general_public_budget_expenditure r-¦1.7⟧%。主要支出科目情况如下：
教育支出⟦fn a class=教育支出¦10.86⟧亿元，同比增长⟦fn r+ class=教育支出¦3.3⟧%；
社会保障和就业支出⟦fn a class=社会保障和就业支出¦9.74⟧亿元，同比增长⟦fn r+ class=社会保障和就业支出¦5.1⟧%；
卫生健康支出⟦fn a class=卫生健康支出¦4.62⟧亿元，同比下降⟦fn r- class=卫生健康支出¦7.4⟧%。
二、政府性基金预算收支情况
⟪s2⟫上半年，我市政府性基金预算收入⟦government.government_fund_revenue a¦6.05⟧亿元，加上上年结转收入⟦co a¦1.12⟧亿元，专项债券转贷收入4.00亿元，收入总量为⟦government.government_fund_total_revenue a¦11.17⟧亿元；政府性基金预算支出⟦government.government_fund_expenditure a¦8.36⟧亿元，同比增长⟦government.government_fund_expenditure r+¦29.2⟧%。
三、国有资本经营预算收支情况
⟪s3⟫上半年，我市国有资本经营预算收入⟦government.state_capital_revenue a¦0.42⟧亿元，国有资本经营预算支出⟦government.state_capital_expenditure a¦0.18⟧亿元。
四、社会保险基金预算收支情况
⟪s4⟫上半年，我市社会保险基金预算收入⟦government.social_insurance_revenue a¦17.36⟧亿元，完成年初预算的⟦government.social_insurance_revenue k¦53.4⟧%；社会保险基金预算支出⟦government.social_insurance_expenditure a¦15.90⟧亿元，完成年初预算的⟦government.social_insurance_expenditure k¦50.8⟧%。
""")
