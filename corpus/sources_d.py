"""Sources of composed documents; the markup is that of compose.py.

Ways to put things met in provinces that the documents of a to c leave out: bulletins of execution, statements without
tables, lines of functions without marks. All places and bodies are invented, and so are the figures.
"""
import pathlib
import sys

sys.path.insert(0, str(pathlib.Path(__file__).parent))
from sources_common import DOCUMENTS, document  # noqa: E402  (the composer reads DOCUMENTS)


document(
    id="d01-xichuan-execution-bulletin-2024", family="D1", year=2024, stage="execution", unit="CNY_WAN",
    text="""
溪川县2024年1—8月财政预算执行情况
一、一般公共预算收支完成情况
（一）地方一般公共预算收入情况
⟪s1.1⟫1—8月，全县地方一般公共预算收入累计完成⟦government.general_public_budget_revenue a¦48630⟧万元，完成年初预算数⟦government.general_public_budget_revenue a st=budget¦92000⟧万元的⟦government.general_public_budget_revenue k¦52.9⟧%，比上年减收⟦government.general_public_budget_revenue c-¦2140⟧万元，下降⟦government.general_public_budget_revenue r-¦4.2⟧%，收入进度位居全市第5位。其中：税收收入⟦government.tax_revenue a¦21450⟧万元，比上年增收⟦government.tax_revenue c+¦1260⟧万元，增长⟦government.tax_revenue r+¦6.2⟧%；非税收入⟦government.nontax_revenue a¦27180⟧万元，比上年减收⟦government.nontax_revenue c-¦3400⟧万元，下降⟦government.nontax_revenue r-¦11.1⟧%。税收占比为⟦government.tax_revenue s of=government.general_public_budget_revenue¦44.11⟧%。
按部门分：税务部门完成23120万元，占年初预算41000万元的56.4%，同比增长5.2%；财政部门完成25510万元，同比下降11.6%。
（二）地方一般公共预算支出情况
⟪s1.2⟫1—8月，全县一般公共预算支出累计完成⟦government.general_public_budget_expenditure a¦216350⟧万元，占年初预算⟦government.general_public_budget_expenditure a st=budget¦398000⟧万元的⟦government.general_public_budget_expenditure k¦54.4⟧%，同比减支⟦government.general_public_budget_expenditure c-¦15270⟧万元，下降⟦government.general_public_budget_expenditure r-¦6.6⟧%。
二、政府性基金收支完成情况
⟪s2⟫政府性基金预算收入累计完成⟦government.government_fund_revenue a¦6210⟧万元，完成年初预算数⟦government.government_fund_revenue a st=budget¦38000⟧万元的⟦government.government_fund_revenue k¦16.3⟧%，比上年增收⟦government.government_fund_revenue c+¦890⟧万元，增长⟦government.government_fund_revenue r+¦16.7⟧%，其中国有土地使用权出让收入⟦government.land_transfer_revenue a¦5320⟧万元，污水处理费收入410万元。政府性基金支出累计完成⟦government.government_fund_expenditure a¦14980⟧万元，占年初预算⟦government.government_fund_expenditure a st=budget¦36500⟧万元的⟦government.government_fund_expenditure k¦41.0⟧%，同比减支⟦government.government_fund_expenditure c-¦9320⟧万元，下降⟦government.government_fund_expenditure r-¦38.4⟧%，减支的主要原因是专项债券项目建设进度放缓。
三、国有资本经营预算收支完成情况
⟪s3⟫1—8月，⟦government.state_capital_revenue a0¦无国有资本经营预算收入⟧。
""")


document(
    id="d02-dizhou-tongshui-government-report-2025", family="D2", year=2025, stage="execution", unit="CNY_YI",
    text="""
关于桐水区2025年预算执行情况和
2026年预算草案的报告
2026年1月22日在桐水区第六届人民代表大会
第五次会议上
⟦name t¦荻州市桐水区财政局⟧
各位代表：
受区人民政府委托，现将桐水区2025年预算执行情况和2026年预算草案的报告提请大会审议，并请各位政协委员提出意见。
一、2025年预算执行情况
2025年全区地区生产总值完成286.4亿元，增长5.6%，固定资产投资比上年增长7.2%，财政运行总体平稳。
（一）一般公共预算
⟪s1.1⟫1.收入情况。全区一般公共预算收入（含辖区内列统收入，下同）⟦government.general_public_budget_revenue a¦16.20⟧亿元，完成调整预算的⟦government.general_public_budget_revenue k b=2025/adjusted_budget¦101.3⟧%，同比增收⟦government.general_public_budget_revenue c+¦0.74⟧亿元，增长⟦government.general_public_budget_revenue r+¦4.8⟧%。其中：税收收入完成⟦government.tax_revenue a¦10.30⟧亿元，同比增收⟦government.tax_revenue c+¦0.52⟧亿元，增长⟦government.tax_revenue r+¦5.3⟧%；非税收入完成⟦government.nontax_revenue a¦5.90⟧亿元。税收收入占一般公共预算收入比重⟦government.tax_revenue s of=government.general_public_budget_revenue¦63.6⟧%。
⟪s1.1⟫2.支出情况。一般公共预算支出完成⟦government.general_public_budget_expenditure a¦42.80⟧亿元（含上级补助收入和一般债券安排的支出），完成调整预算的⟦government.general_public_budget_expenditure k b=2025/adjusted_budget¦97.2⟧%，增长⟦government.general_public_budget_expenditure r+¦6.1⟧%。
⟪s1.1⟫3.收支平衡情况。全区一般公共预算收入⟦government.general_public_budget_revenue a¦16.20⟧亿元，加上上级税收返还及转移支付收入⟦government.general_public_budget_transfer_revenue a¦24.60⟧亿元、地方政府一般债务转贷收入4.10亿元、调入资金2.30亿元、上年结转收入⟦co a¦1.60⟧亿元，收入总计⟦government.general_public_budget_total_revenue a¦48.80⟧亿元。全区一般公共预算支出⟦government.general_public_budget_expenditure a¦42.80⟧亿元，加上上解上级支出⟦government.general_public_budget_transfer_expenditure a¦2.20⟧亿元、一般债务还本支出1.50亿元、安排预算稳定调节基金0.90亿元、结转下年支出⟦cc a¦1.40⟧亿元，支出总计⟦government.general_public_budget_total_expenditure a¦48.80⟧亿元。
（二）政府性基金预算
⟪s1.2⟫当年收入⟦government.government_fund_revenue a¦7.50⟧亿元，完成预算的⟦government.government_fund_revenue k¦88.2⟧%，下降⟦government.government_fund_revenue r-¦14.8⟧%，主要是土地出让收入减少。当年支出⟦government.government_fund_expenditure a¦11.30⟧亿元，完成调整预算的⟦government.government_fund_expenditure k b=2025/adjusted_budget¦95.0⟧%。
（三）地方政府债务
⟪s1.3⟫2025年政府债务限额⟦government.debt_limit a st=stock¦38.60⟧亿元，其中一般债务⟦government.debt_limit a st=stock kind=general¦15.20⟧亿元，专项债务⟦government.debt_limit a st=stock kind=special¦23.40⟧亿元。截至2025年12月31日，政府债务余额⟦government.debt_balance a st=stock p=2025-12-31¦37.90⟧亿元，其中一般债务⟦government.debt_balance a st=stock p=2025-12-31 kind=general¦14.90⟧亿元，专项债务⟦government.debt_balance a st=stock p=2025-12-31 kind=special¦23.00⟧亿元。2025年新增专项债券4.80亿元，主要用于医院迁建和供水管网改造。
二、2026年预算草案
（一）一般公共预算
⟪s2.1⟫2026年全区一般公共预算收入安排⟦government.general_public_budget_revenue a p=2026 st=budget¦16.85⟧亿元，增长⟦government.general_public_budget_revenue r+ p=2026 st=budget b=2025/budget¦4.0⟧%，其中：税收收入⟦government.tax_revenue a p=2026 st=budget¦10.80⟧亿元，非税收入⟦government.nontax_revenue a p=2026 st=budget¦6.05⟧亿元。一般公共预算支出安排⟦government.general_public_budget_expenditure a p=2026 st=budget¦40.50⟧亿元。
（二）政府性基金预算
⟪s2.2⟫2026年政府性基金预算收入⟦government.government_fund_revenue a p=2026 st=budget¦8.00⟧亿元，政府性基金预算支出⟦government.government_fund_expenditure a p=2026 st=budget¦9.60⟧亿元。
""")


document(
    id="d03-minxi-forestry-threepublic-budget-2023", family="D3", year=2023, stage="budget", unit="CNY_WAN",
    text="""
⟦name t¦岷溪省林业和草原局⟧财政拨款“三公”经费2023年预算情况的说明
岷溪省林业和草原局财政拨款“三公”经费2023年预算情况如下：
一、因公出国（境）经费
⟪s1⟫2023年预算安排⟦abr a¦18.00⟧万元，较2022年预算增长⟦abr r+¦20.00⟧%，主要原因是恢复对外学术交流。
根据出国计划，拟安排出国（境）团组⟦abr.g n¦3⟧次，⟦abr.p n¦7⟧人。
二、公务接待费
⟪s2⟫2023年预算安排⟦rec a¦36.00⟧万元，较2022年预算下降⟦rec r-¦12.20⟧%。主要原因是严格执行厉行节约的要求。
2023年公务接待费计划用于省际森林防火联防、科研协作等来访接待。
三、公务用车购置及运行维护费
⟪s3⟫2023年预算安排⟦veh a¦148.00⟧万元，⟦veh c0¦较2022年预算基本持平⟧。
单位共有公务用车⟦own n¦34⟧辆，其中：轿车⟦own n type=轿车¦12⟧辆，越野车⟦own n type=越野车¦15⟧辆，多功能乘用车⟦own n type=多功能乘用车¦5⟧辆，森林消防指挥车⟦own n type=森林消防指挥车¦2⟧辆。
2023年安排公务用车运行维护费⟦run a¦148.00⟧万元，用于34辆公务用车燃油、维修、保险等方面支出。
四、其他说明
⟪s4⟫2023年按规定更新购置公务用车⟦buy n¦0⟧辆，车辆购置支出⟦buy a¦0⟧万元。
""")


document(
    id="d04-guihe-veterans-station-final-2022", family="D4", year=2022, stage="final", unit="CNY_WAN", wrap=54,
    text="""
⟦name t¦桂禾市军休服务站⟧2022年度单位决算
第三部分 2022年度单位决算情况说明
一、2022年度收入支出决算总体情况
⟪p3.s1⟫（一）本单位2022年度总收入⟦rev a¦612.40⟧万元，其中本年收入⟦rev.cur a¦548.10⟧万元，较2021年度决算数增加⟦rev.cur c+¦63.30⟧万元，增长⟦rev.cur r+¦13.06⟧%。收入具体情况如下。
1.一般公共预算财政拨款收入⟦rev.gpb a¦531.60⟧万元，为市本级财政当年拨付的资金。较2021年度决算数增加⟦rev.gpb c+¦58.20⟧万元，增长⟦rev.gpb r+¦12.29⟧%，主要原因：一是军休人员增加2名，相应增加离退休费；二是2022年下拨了抚恤金41.20万元。
2.上级补助收入⟦rev.sup a¦16.50⟧万元，为事业单位开展业务活动取得的收入。较2021年度决算数增加⟦rev.sup c+¦5.10⟧万元，增长⟦rev.sup r+¦44.74⟧%，主要原因是自治区补助增加。
3.经营收入⟦rev.oper a¦0.00⟧万元，为事业单位在业务活动之外开展非独立核算经营活动取得的收入。⟦rev.oper c0¦与上年持平⟧。
4.上年结转和结余⟦co a¦64.30⟧万元，为以前年度支出预算因客观条件变化未执行完毕、结转到本年度按有关规定继续使用的资金。较2021年度决算数减少⟦co c-¦6.90⟧万元，下降⟦co r-¦9.69⟧%。
（二）本单位2022年度总支出⟦exp a¦612.40⟧万元，其中本年支出⟦exp.cur a¦571.80⟧万元，较2021年度决算数增加⟦exp.cur c+¦80.40⟧万元，增长⟦exp.cur r+¦16.36⟧%。支出具体情况如下：
1.社会保障和就业支出⟦fn:社会保障和就业支出 a¦556.20⟧万元：主要用于本单位在社会保障与就业方面的支出。较2021年度决算数增加⟦fn:社会保障和就业支出 c+¦78.10⟧万元，增长⟦fn:社会保障和就业支出 r+¦16.34⟧%，主要原因是军休人员经费增加。
2.住房保障支出⟦fn:住房保障支出 a¦15.60⟧万元：主要用于职工住房公积金。
二、“三公”经费支出决算情况说明
⟪p3.s2⟫2022年度一般公共预算财政拨款安排的“三公”经费支出决算总额为⟦sg a¦3.20⟧万元，比预算减少⟦sg c- b=2022/budget¦0.80⟧万元，比去年减少⟦sg c-¦0.40⟧万元，下降⟦sg r-¦11.11⟧%。其中，⟦abr c0 b=2022/budget¦因公出国支出决算比预算无增减变化⟧；公务用车运行维护费支出决算⟦run a¦2.60⟧万元，比去年减少⟦run c-¦0.30⟧万元，下降⟦run r-¦10.34⟧%；公务接待费支出决算⟦rec a¦0.60⟧万元，比去年减少⟦rec c-¦0.10⟧万元。具体情况如下：
（一）因公出国（境）费支出⟦abr a¦0⟧万元。全年使用财政拨款安排本单位出国团组⟦abr.g n¦0⟧个，累计⟦abr.p n¦0⟧人次。
（二）公务用车购置及运行费支出⟦veh a¦2.60⟧万元。其中：公务用车购置支出⟦buy a¦0⟧万元。公务用车运行支出⟦run a¦2.60⟧万元。主要用于机要文件交换、走访慰问等。2022年末公务用车保有量⟦own n p=2022-12-31¦1⟧辆。
（三）公务接待费支出⟦rec a¦0.60⟧万元。国内公务接待⟦rec.b n audience=domestic¦6⟧批次，⟦rec.p n audience=domestic¦43⟧人次。
""",
    not_sums=['sg abr rec run'])


document(
    id="d05-chuze-lanxi-high-school-budget-2022", family="D5", year=2022, stage="budget", unit="CNY_WAN",
    text="""
⟦name t¦楚泽省岚溪高级中学⟧2022年部门预算公开说明
一、楚泽省岚溪高级中学概况
⟪s1⟫我校成立于1956年，现设⟦offices n¦8⟧个职能部门。单位编制数为⟦est n¦236⟧名，其中事业编制⟦est.pi n¦231⟧名，工勤编制⟦personnel.establishment.support n¦5⟧名。实有在职人员总数⟦act n¦228⟧人。在校学生⟦stu n¦2860⟧人，教学班⟦cls n¦54⟧个。
二、2022年部门预算安排情况说明
（一）部门预算收支情况总体说明
⟪s2.1⟫2022年部门预算收入⟦rev a¦5860.00⟧万元。其中：财政拨款收入⟦rev.fis a¦5210.00⟧万元，占预算收入的⟦rev.fis s of=rev¦88.91⟧%；事业收入⟦rev.bus a¦650.00⟧万元，占预算收入⟦rev.bus s of=rev¦11.09⟧%。
2022年部门预算支出⟦exp a¦5860.00⟧万元。其中：基本支出⟦bas a¦5320.00⟧万元，占总支出的⟦bas s of=exp¦90.78⟧%；项目支出⟦prj a¦540.00⟧万元，占总支出的⟦prj s of=exp¦9.22⟧%。按支出功能分类：教育⟦fn:教育 a¦5290.00⟧万元，占总支出的⟦fn:教育 s of=exp¦90.27⟧%；社会保障和就业⟦fn:社会保障和就业 a¦460.00⟧万元，占总支出的⟦fn:社会保障和就业 s of=exp¦7.85⟧%；医疗卫生⟦fn:医疗卫生 a¦110.00⟧万元，占总支出的⟦fn:医疗卫生 s of=exp¦1.88⟧%。
（二）预算收支安排及增减变化情况说明
⟪s2.2⟫2022年部门预算收入总额⟦rev a¦5860.00⟧万元，比上年减⟦rev c-¦412.50⟧万元，降幅⟦rev r-¦6.58⟧%，主要是上年安排了一次性的食堂改造经费。其中：财政拨款收入⟦rev.fis a¦5210.00⟧万元，比上年减⟦rev.fis c-¦380.00⟧万元；事业收入⟦rev.bus a¦650.00⟧万元，比上年减⟦rev.bus c-¦32.50⟧万元。
（三）“三公”经费安排情况
⟪s2.3⟫2022年“三公”经费预算为⟦sg a¦6.50⟧万元，比2021年预算减少⟦sg c-¦0.50⟧万元。其中：因公出国（境）费预算⟦abr a¦0⟧万元，公务接待费预算⟦rec a¦2.50⟧万元，公务用车运行维护及购置费支出预算为⟦veh a¦4.00⟧万元。
（四）政府采购预算安排情况
⟪s2.4⟫2022年政府采购预算⟦proc a¦186.00⟧万元，其中：货物类⟦pg a¦96.00⟧万元，服务类⟦ps a¦90.00⟧万元，⟦pw a0¦无工程类采购⟧。
三、国有资产占用情况
⟪s3⟫截至2021年12月31日，学校共有车辆⟦as.veh n p=2021-12-31¦3⟧辆，其中：其他用车⟦as.veh n p=2021-12-31 type=其他用车¦2⟧辆、校园巡逻电动车⟦as.veh n p=2021-12-31 type=校园巡逻电动车¦1⟧辆；单价50万元以上通用设备⟦as.gen n p=2021-12-31¦2⟧台（套），单价100万元以上专用设备⟦as.spec n p=2021-12-31¦0⟧台（套）。
""",
    not_sums=['proc pg pw ps'])


document(
    id="d06-longgan-youth-palace-final-2021", family="D6", year=2021, stage="final", unit="CNY_WAN",
    text="""
⟦name t¦陇甘市青少年宫⟧2021年度部门决算公开
一、2021年度部门决算收支增减情况说明
⟪s1⟫2021年度决算总收入⟦rev a¦386.20⟧万元，比2020年度决算总收入⟦rev a p=2020¦352.70⟧万元增加了⟦rev c+¦33.50⟧万元，主要原因是新增场馆维修专项40.00万元。2021年度总支出⟦exp a¦379.50⟧万元比2020年度总支出⟦exp a p=2020¦355.10⟧万元增加⟦exp c+¦24.40⟧万元。2021年度年末结转和结余⟦cc a¦18.90⟧万元（其中：项目支出结转和结余⟦cc a kind=project¦12.30⟧万元）。
二、“三公”经费财政拨款支出总体情况说明
⟪s2⟫2021年度本部门一般公共预算财政拨款安排的“三公”经费支出⟦sg a¦4.26⟧万元，较上年⟦sg a p=2020¦4.51⟧减少⟦sg c-¦0.25⟧万元，减少了⟦sg r-¦5.54⟧%，原因为严格落实中央八项规定精神；其中：因公出国（境）支出⟦abr a¦0⟧万元；公务用车购置支出⟦buy a¦0⟧万元；公务用车运行维护费用支出⟦run a¦3.10⟧万元；公务接待费支出⟦rec a¦1.16⟧万元，占“三公”经费的⟦rec s of=sg¦27.23⟧%。
（1）因公出国（境）支出情况。
⟪s2⟫⟦abr a0¦本部门本年度无因公出国（境）支出⟧，⟦abr c0¦较上年无变化⟧。
（2）公务接待费支出情况。
⟪s2⟫2021年公务接待⟦rec.b n¦14⟧批次，⟦rec.p n¦112⟧人次，支出⟦rec a¦1.16⟧万元，较上年减少⟦rec c-¦0.09⟧万元。
三、“三公”经费财政拨款支出与年初预算对比情况
⟪s3⟫2021年度本部门一般公共预算财政拨款安排的“三公”经费支出⟦sg a¦4.26⟧万元，年初预算为⟦sg a st=budget¦5.50⟧万元，差值为1.24万元。其中：公务用车运行维护费支出⟦run a¦3.10⟧万元，年初预算为⟦run a st=budget¦3.80⟧万元，差值为0.70万元，原因为厉行节约；公务接待费支出⟦rec a¦1.16⟧万元，年初预算为⟦rec a st=budget¦1.70⟧万元，差值为0.54万元。
四、2021年度⟦rev.fund a0;exp.fund a0¦政府性基金预算财政拨款收支情况：无⟧
五、政府采购支出情况
⟪s5⟫2021年度政府采购总额⟦proc a¦52.30⟧万元，其中：货物⟦pg a¦18.30⟧万元，工程⟦pw a¦34.00⟧万元。
六、机关运行经费支出情况
⟪s6⟫本单位属于全额财政拨款事业单位，所以机关运行经费为⟦oper a u=CNY¦0⟧。
""",
    not_sums=['proc pg pw ps', 'rev exp'])
