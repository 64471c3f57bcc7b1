"""Sources of composed documents that are held out: no grammar is tuned on them; the markup is that of compose.py.

All places and bodies are invented, and so are the figures. The wording follows the template families of the survey.
"""
import pathlib
import sys

sys.path.insert(0, str(pathlib.Path(__file__).parent))
from sources_common import DOCUMENTS, document  # noqa: E402  (the composer reads DOCUMENTS)


COMPAT = dict(zip("一二人入大小工方日月支文无比水用目立自行生见金面土口子手",
                  "⼀⼆⼈⼊⼤⼩⼯⽅⽇⽉⽀⽂⽆⽐⽔⽤⽬⽴⾃⾏⽣⻅⾦⾯⼟⼝⼦⼿"))
COMPAT.update({"车": "⻋", "长": "⻓", "年": "\uf98e", "理": "\uf9e4", "度": "\ufa01"})
FULLWIDTH = {chr(c): chr(c + 0xFEE0) for c in range(ord("0"), ord("9") + 1)}
FULLWIDTH.update({".": "．", "%": "％"})
TRADITIONAL = dict("""
    县縣 实實 验驗 儿兒 园園 单單 决決 开開 发發 布佈 时時 间間 来來 况況 职職 责責 贯貫 彻徹 党黨 针針
    岁歲 农農 动動 为為 长長 学學 导導 机機 构構 员員 现現 个個 编編 说說 总總 体體 计計 万萬 与與 减減
    响響 费費 财財 拨撥 占佔 业業 经經 营營 结結 转轉 余餘 项項 预預 类類 会會 卫衛 “「 ”」 没沒 采採
    购購 额額 货貨 务務 车車 辆輛 价價 设設 备備 专專 绩績 对對 评評 资資
    """.split())  # the characters of document b13


document(
    id="b13-qingtang-kindergarten-final-2020", family="T5", year=2020, stage="final", unit="CNY_WAN",
    map=TRADITIONAL, encoding_note="UTF-8, traditional characters", not_sums=["rev.cur rev.fis rev.oth"],
    text="""
⟦name t¦楚源省青塘县实验幼儿园⟧2020年度单位决算公开
发布时间：2021年9月8日　来源：县教育局
第一部分　单位概况
一、主要职责
贯彻党的教育方针，开展三至六岁幼儿保育教育，面向农村园开展送教活动，为家长提供科学育儿指导。
二、机构及人员情况
⟪p1.s2⟫本园现有教学班⟦cls n¦14⟧个，在园幼儿⟦stu n¦428⟧名。核定编制⟦est n¦54⟧名，在职教职工⟦act n¦51⟧人，聘用人员⟦contract n¦22⟧人，退休人员⟦ret n¦18⟧人。
第二部分　2020年度单位决算情况说明
一、收入支出决算总体情况说明
⟪p2.s1⟫2020年度收、支总计⟦bal a¦1198.72⟧万元。与2019年度相比，收、支总计各减少⟦bal c-¦16.92⟧万元，下降⟦bal r-¦1.39⟧%，主要原因是受疫情影响，春季学期未收取保教费。
二、收入决算情况说明
⟪p2.s2⟫本年收入合计⟦rev.cur a¦1186.42⟧万元，其中：财政拨款收入⟦rev.fis a¦958.30⟧万元，占⟦rev.fis s of=rev.cur¦80.77⟧%；事业收入⟦rev.bus a¦212.60⟧万元，占⟦rev.bus s of=rev.cur¦17.92⟧%；经营收入⟦rev.oper a¦0.00⟧万元，占⟦rev.oper s of=rev.cur¦0.00⟧%；其他收入⟦rev.oth a¦15.52⟧万元，占⟦rev.oth s of=rev.cur¦1.31⟧%。年初结转和结余⟦co a¦12.30⟧万元。
三、支出决算情况说明
⟪p2.s3⟫本年支出合计⟦exp.cur a¦1179.85⟧万元，其中：基本支出⟦bas a¦936.20⟧万元，占⟦bas s of=exp.cur¦79.35⟧%；项目支出⟦prj a¦243.65⟧万元，占⟦prj s of=exp.cur¦20.65⟧%。年末结转和结余⟦cc a¦18.87⟧万元。
四、一般公共预算财政拨款支出决算情况说明
⟪p2.s4.1⟫（一）总体情况。2020年度一般公共预算财政拨款支出⟦exp.gpb a¦955.10⟧万元，与2019年度⟦exp.gpb a p=2019¦968.72⟧万元相比，减少⟦exp.gpb c-¦13.62⟧万元，下降⟦exp.gpb r-¦1.41⟧%；年初预算⟦exp.gpb a st=budget¦930.00⟧万元，完成年初预算的⟦exp.gpb k¦102.70⟧%。
⟪p2.s4.2⟫（二）结构情况。教育（类）支出⟦fn:教育支出 a¦812.40⟧万元，占⟦fn:教育支出 s of=exp.gpb¦85.06⟧%；社会保障和就业（类）支出⟦fn:社会保障和就业支出 a¦84.20⟧万元，占⟦fn:社会保障和就业支出 s of=exp.gpb¦8.82⟧%；卫生健康（类）支出⟦fn:卫生健康支出 a¦28.50⟧万元，占⟦fn:卫生健康支出 s of=exp.gpb¦2.98⟧%；住房保障（类）支出⟦fn:住房保障支出 a¦30.00⟧万元，占⟦fn:住房保障支出 s of=exp.gpb¦3.14⟧%。
五、一般公共预算财政拨款基本支出决算情况说明
⟪p2.s5⟫2020年度一般公共预算财政拨款基本支出⟦bas a¦936.20⟧万元，其中：人员经费⟦per a¦842.15⟧万元；公用经费⟦pub a¦94.05⟧万元。
六、“三公”经费支出决算情况说明
⟪p2.s6⟫⟦sg a0¦2020年度本园“三公”经费财政拨款支出为零⟧，⟦sg c0¦与2019年度持平⟧。
七、政府性基金预算财政拨款支出决算情况说明
⟪p2.s7⟫⟦rev.fund a0;exp.fund a0¦本园没有政府性基金预算财政拨款收入和支出⟧。
八、其他重要事项的情况说明
⟪p2.s8⟫2020年度政府采购支出总额⟦proc a¦36.80⟧万元，其中：政府采购货物支出⟦pg a¦36.80⟧万元、政府采购工程支出⟦pw a¦0.00⟧万元、政府采购服务支出⟦ps a¦0.00⟧万元。截至2020年12月31日，⟦as.veh n0 p=2020-12-31¦本园没有车辆⟧；单价50万元以上通用设备⟦as.gen n p=2020-12-31¦0⟧台（套），单价100万元以上专用设备⟦as.spec n p=2020-12-31¦0⟧台（套）。
九、预算绩效情况说明
⟪p2.s9⟫本园对2020年度⟦pse n¦3⟧个项目开展绩效自评，涉及资金⟦pse a¦243.65⟧万元，平均得分⟦pse sc¦94.5⟧分。
""",
    sums=[("TT009", "exp.gpb", "", "amount")])


document(
    id="b14-peining-forestry-performance-2023", family="performance", year=2023, stage="final", unit="CNY_WAN",
    encoding="utf-16-le", bom=b"\xff\xfe", newline="\r\n", encoding_note="UTF-16LE with BOM, CRLF",
    text="""
⟦name t¦栖岩省沛宁县林业局⟧2023年度部门整体支出绩效自评报告（节选）
二、部门整体支出管理及使用情况
（一）预算执行情况
⟪s2.1⟫2023年部门支出年初预算数⟦exp a st=budget¦2860.00⟧万元，年中因松材线虫病防治追加资金，调整预算数⟦exp a st=adjusted_budget¦3015.40⟧万元；支出决算数⟦exp a¦2902.66⟧万元，完成调整预算的⟦exp k b=2023/adjusted_budget¦96.26⟧%；结转下年⟦cc a¦112.74⟧万元。
（二）基本支出情况
⟪s2.2⟫2023年基本支出⟦bas a¦1286.40⟧万元，占支出决算数的⟦bas s of=exp¦44.32⟧%，其中人员经费⟦per a¦1150.20⟧万元，日常公用经费⟦pub a¦136.20⟧万元。
（三）项目支出情况
⟪s2.3⟫2023年项目支出⟦prj a¦1616.26⟧万元，占支出决算数的⟦prj s of=exp¦55.68⟧%，集中用于国土绿化、森林防火和林业有害生物防治。
（四）“三公”经费控制情况
⟪s2.4⟫2023年“三公”经费预算⟦sg a st=budget¦15.00⟧万元，决算⟦sg a¦12.60⟧万元，比上年下降⟦sg r-¦8.03⟧%，控制在预算以内。其中公务用车运行维护费⟦run a¦10.80⟧万元，公务接待费⟦rec a¦1.80⟧万元，⟦abr a0¦没有因公出国（境）费支出⟧，⟦buy a0¦没有公务用车购置费支出⟧。
（五）政府采购执行情况
⟪s2.5⟫2023年政府采购预算⟦proc a st=budget¦420.00⟧万元，实际完成政府采购⟦proc a¦398.60⟧万元，完成预算的⟦proc k¦94.90⟧%。
三、绩效管理开展情况
⟪s3⟫2023年本部门编报绩效目标的项目⟦pt n st=budget¦18⟧个，涉及预算资金⟦pt a st=budget¦2146.00⟧万元；开展绩效跟踪的项目⟦performance.tracking n st=evaluation¦18⟧个，涉及预算金额⟦performance.tracking a st=evaluation¦2146.00⟧万元；开展绩效自评的项目⟦pse n¦18⟧个，涉及预算金额⟦pse a¦2146.00⟧万元，平均得分⟦pse sc¦93.40⟧分，其中绩效评级为“优”的项目⟦pse n grade=优¦14⟧个、“良”的项目⟦pse n grade=良¦3⟧个、“合格”的项目⟦pse n grade=合格¦1⟧个、“不合格”的项目⟦pse n grade=不合格¦0⟧个。自评共发现问题⟦performance.issues_found n st=evaluation¦5⟧个，已经完成整改的⟦performance.issues_rectified n st=evaluation¦4⟧个，正在整改的⟦performance.issues_in_progress n st=evaluation¦1⟧个。
⟪s3.1⟫2023年，县财政局对我局2022年森林抚育项目开展绩效评价，评价得分⟦pev sc p=2022 project=森林抚育¦88.20⟧分，绩效评价等级为⟦pev gr p=2022 project=森林抚育¦良⟧。
四、绩效目标完成情况分析
产出指标：完成人工造林1200亩以上，森林火灾受害率控制在0.9‰以内，苗木成活率不低于85%，防火道路维护不少于46公里。上述指标均已达到年初设定值，具体见附表。
五、存在的问题和下一步措施
部分项目前期准备不足，资金支付集中在第四季度。下一步将提前编制项目实施方案，按月通报支付进度。
""")


document(
    id="b15-songjian-government-final-2023", family="T13", year=2023, stage="final", unit="CNY_WAN", wrap=76, prefix="\f",
    text="""
松涧县2023年财政决算情况说明
⟦name t¦澜岭省松涧县财政局⟧
根据《预算法》第七十七条规定，现将2023年财政决算情况说明如下：
一、一般公共预算收支决算情况
⟪s1.1⟫（一）收入决算。2023年，全县一般公共预算收入完成⟦government.general_public_budget_revenue a¦86,420⟧万元，为调整预算⟦government.general_public_budget_revenue a st=adjusted_budget¦85,000⟧万元的⟦government.general_public_budget_revenue k b=2023/adjusted_budget¦101.67⟧%，较上年增加⟦government.general_public_budget_revenue c+¦3,810⟧万元，增长⟦government.general_public_budget_revenue r+¦4.61⟧%。其中：税收收入⟦government.tax_revenue a¦65,070⟧万元，较上年增加⟦government.tax_revenue c+¦4,930⟧万元，增长⟦government.tax_revenue r+¦8.20⟧%，占一般公共预算收入的⟦government.tax_revenue s of=government.general_public_budget_revenue¦75.30⟧%；非税收入⟦government.nontax_revenue a¦21,350⟧万元，较上年减少⟦government.nontax_revenue c-¦1,120⟧万元，增长⟦government.nontax_revenue r+ id=A¦4.98⟧%，占一般公共预算收入的⟦government.nontax_revenue s of=government.general_public_budget_revenue¦24.70⟧%。转移性收入⟦government.general_public_budget_transfer_revenue a¦248,600⟧万元。收入总计⟦government.general_public_budget_total_revenue a¦335,020⟧万元。
⟪s1.2⟫（二）支出决算。2023年，全县一般公共预算支出完成⟦government.general_public_budget_expenditure a¦301,450⟧万元，完成调整预算⟦government.general_public_budget_expenditure a st=adjusted_budget¦308,900⟧万元的⟦government.general_public_budget_expenditure k b=2023/adjusted_budget¦97.59⟧%，较上年决算数⟦government.general_public_budget_expenditure a p=2022¦288,700⟧万元增支⟦government.general_public_budget_expenditure c+¦12,750⟧万元，增长⟦government.general_public_budget_expenditure r+ id=B¦4.24⟧%。转移性支出⟦government.general_public_budget_transfer_expenditure a¦33,570⟧万元。支出总计⟦government.general_public_budget_total_expenditure a¦335,020⟧万元。
重点支出情况：教育支出⟦fn:教育支出 a¦72,180⟧万元，较上年增加⟦fn:教育支出 c+¦2,710⟧万元，增长⟦fn:教育支出 r+¦3.90⟧%；社会保障和就业支出⟦fn:社会保障和就业支出 a¦48,360⟧万元，增长⟦fn:社会保障和就业支出 r+¦4.64⟧%；卫生健康支出⟦fn:卫生健康支出 a¦30,120⟧万元，增长⟦fn:卫生健康支出 r+¦4.08⟧%；农林水支出⟦fn:农林水支出 a¦57,240⟧万元，⟦fn:农林水支出 c0¦与上年基本持平⟧。
二、政府性基金预算收支决算情况
⟪s2⟫2023年，全县政府性基金预算收入⟦government.government_fund_revenue a¦52,380⟧万元，完成调整预算⟦government.government_fund_revenue a st=adjusted_budget¦60,000⟧万元的⟦government.government_fund_revenue k b=2023/adjusted_budget id=C¦78.30⟧%，较上年减收⟦government.government_fund_revenue c-¦14,520⟧万元，下降⟦government.government_fund_revenue r-¦21.70⟧%。其中：国有土地使用权出让收入⟦government.land_transfer_revenue a¦48,120⟧万元，占政府性基金预算收入的⟦government.land_transfer_revenue s of=government.government_fund_revenue¦91.87⟧%。政府性基金预算支出⟦government.government_fund_expenditure a¦58,640⟧万元，完成调整预算的⟦government.government_fund_expenditure k b=2023/adjusted_budget¦95.82⟧%。
三、国有资本经营预算收支决算情况
⟪s3⟫2023年，国有资本经营预算收入⟦government.state_capital_revenue a¦1,260⟧万元，国有资本经营预算支出⟦government.state_capital_expenditure a¦980⟧万元。
四、社会保险基金预算收支决算情况
⟪s4⟫2023年，社会保险基金预算收入⟦government.social_insurance_revenue a¦45,210⟧万元，较上年增长⟦government.social_insurance_revenue r+¦4.70⟧%；社会保险基金预算支出⟦government.social_insurance_expenditure a¦41,330⟧万元。
五、政府债务情况
⟪s5⟫2023年，市核定我县政府债务限额⟦government.debt_limit a st=stock u=CNY_YI¦28.65⟧亿元；截至2023年12月31日，全县政府债务余额⟦government.debt_balance a st=stock p=2023-12-31 u=CNY_YI¦27.90⟧亿元，未突破限额。
六、“三公”经费决算情况
⟪s6⟫2023年，县级“三公”经费支出⟦sg a¦1,846.20⟧万元，较上年减少⟦sg c-¦116.30⟧万元，下降⟦sg r-¦5.93⟧%。其中：公务接待费⟦rec a¦212.40⟧万元，公务用车购置费⟦buy a¦235.20⟧万元，公务用车运行维护费⟦run a¦1,398.60⟧万元，⟦abr a0¦未发生因公出国（境）费⟧。
""",
    findings=[
        ("AR012", "error", "A", "非税收入“较上年减少1,120万元”而比例写“增长4.98%”，方向相反"),
        ("AR002", "error", "B", "12750÷288700=4.42%，文中4.24%（数字换位）"),
        ("AR008", "error", "C", "52380÷60000=87.30%，文中78.30%（数字换位）"),
    ])


document(
    id="b16-songjian-market-budget-2022", family="T8", year=2022, stage="budget", unit="CNY_WAN",
    map=dict(FULLWIDTH, **COMPAT), unmap={v: k for k, v in COMPAT.items()},
    encoding_note="UTF-8, full-width digits, Kangxi radicals and compatibility ideographs",
    text="""
⟦name t¦澜岭省松涧县市场监督管理局⟧2022年部门预算
一、概况
（一）部门职责
1.负责市场综合监督管理和知识产权保护。
2.负责食品、药品、特种设备安全监管，组织计量、标准化和认证认可工作。
（二）机构设置
⟪s1.2⟫本部门内设机构⟦offices n¦13⟧个，所属预算单位⟦subs n v=8¦八⟧个。现有行政编制⟦est.adm n¦52⟧名、事业编制⟦est.pi n¦20⟧名；实有在职人员⟦act n¦68⟧名，离退休人员⟦ret n¦35⟧名。
二、2022年部门预算情况说明
（一）收支预算总体情况
⟪s2.1⟫2022年收入预算⟦rev a¦2386.40⟧万元，与2021年预算相比增加⟦rev c+¦117.65⟧万元，上升⟦rev r+¦5.19⟧%。收入包括：一般公共预算拨款收入⟦rev.gpb a¦2310.20⟧万元，占⟦rev.gpb s of=rev¦96.81⟧%；其他收入⟦rev.oth a¦76.20⟧万元，占⟦rev.oth s of=rev¦3.19⟧%。
2022年支出预算⟦exp a¦2386.40⟧万元，其中：基本支出⟦bas a¦1902.60⟧万元，占⟦bas s of=exp¦79.73⟧%，较2021年预算增加⟦bas c+¦56.30⟧万元，增幅⟦bas r+¦3.05⟧%；项目支出⟦prj a¦483.80⟧万元，占⟦prj s of=exp¦20.27⟧%，较2021年预算增加⟦prj c+¦61.35⟧万元，增幅⟦prj r+¦14.52⟧%，主要是食品安全抽检批次增加。
（二）一般公共预算拨款情况
⟪s2.2⟫2022年一般公共预算拨款支出⟦exp.gpb a¦2310.20⟧万元，按功能分类：
一般公共服务支出⟦fn:一般公共服务支出 a¦1840.00⟧万元，占⟦fn:一般公共服务支出 s of=exp.gpb¦79.65⟧%，较上年预算增加⟦fn:一般公共服务支出 c+¦60.80⟧万元；社会保障和就业支出⟦fn:社会保障和就业支出 a¦273.60⟧万元，占⟦fn:社会保障和就业支出 s of=exp.gpb¦11.84⟧%；卫生健康支出⟦fn:卫生健康支出 a¦78.60⟧万元，占⟦fn:卫生健康支出 s of=exp.gpb¦3.40⟧%；住房保障支出⟦fn:住房保障支出 a¦118.00⟧万元，占⟦fn:住房保障支出 s of=exp.gpb¦5.11⟧%。
具体安排：
（1）一般公共服务支出（类）市场监督管理事务（款）行政运行（项）⟦fn:一般公共服务支出>市场监督管理事务>行政运行 a¦1356.20⟧万元，主要用于局机关人员和日常公用支出；
（2）一般公共服务支出（类）市场监督管理事务（款）市场主体管理（项）⟦fn:一般公共服务支出>市场监督管理事务>市场主体管理 a¦128.00⟧万元，主要用于企业年报抽查；
（3）一般公共服务支出（类）市场监督管理事务（款）质量安全监管（项）⟦fn:一般公共服务支出>市场监督管理事务>质量安全监管 a¦215.80⟧万元，主要用于产品质量监督抽查；
（4）一般公共服务支出（类）市场监督管理事务（款）其他市场监督管理事务（项）⟦fn:一般公共服务支出>市场监督管理事务>其他市场监督管理事务 a¦140.00⟧万元，主要用于投诉举报处置；
（5）社会保障和就业支出（类）行政事业单位养老支出（款）机关事业单位基本养老保险缴费支出（项）⟦fn:社会保障和就业支出>行政事业单位养老支出>机关事业单位基本养老保险缴费支出 a¦182.40⟧万元；
（6）社会保障和就业支出（类）行政事业单位养老支出（款）机关事业单位职业年金缴费支出（项）⟦fn:社会保障和就业支出>行政事业单位养老支出>机关事业单位职业年金缴费支出 a¦91.20⟧万元；
（7）卫生健康支出（类）行政事业单位医疗（款）行政单位医疗（项）⟦fn:卫生健康支出>行政事业单位医疗>行政单位医疗 a¦78.60⟧万元；
（8）住房保障支出（类）住房改革支出（款）住房公积金（项）⟦fn:住房保障支出>住房改革支出>住房公积金 a¦118.00⟧万元。
（三）基本支出情况
⟪s2.3⟫2022年基本支出预算⟦bas a¦1902.60⟧万元，由人员经费⟦per a¦1725.40⟧万元和公用经费⟦pub a¦177.20⟧万元组成。
（四）“三公”经费预算情况
⟪s2.4⟫2022年“三公”经费预算⟦sg a¦22.60⟧万元，比2021年预算下降⟦sg r- b=2021/budget¦5.83⟧%，比2021年决算增长⟦sg r+ b=2021/final¦8.34⟧%，主要是上年受疫情影响执行数偏低。具体为：
⟪s2.4.1⟫1.⟦abr a0¦未安排因公出国（境）费⟧，⟦abr c0¦与2021年预算数持平⟧。
⟪s2.4.2⟫2.公务接待费⟦rec a¦5.60⟧万元，比2021年预算减少⟦rec c- b=2021/budget¦0.40⟧万元，比2021年决算增加⟦rec c+ b=2021/final¦0.28⟧万元。
⟪s2.4.3⟫3.公务用车购置及运行费⟦veh a¦17.00⟧万元，比2021年预算减少⟦veh c- b=2021/budget¦1.00⟧万元，比2021年决算增加⟦veh c+ b=2021/final¦1.46⟧万元，其中公务用车购置费⟦buy a¦0⟧万元，公务用车运行费⟦run a¦17.00⟧万元，公务用车保有量⟦own n¦6⟧辆。
（五）其他重要事项
⟪s2.5.1⟫1.机关运行经费。2022年机关运行经费预算⟦oper a¦177.20⟧万元，较上年预算压缩⟦oper c-¦4.40⟧万元，下降⟦oper r-¦2.42⟧%。
⟪s2.5.2⟫2.政府采购。2022年政府采购预算⟦proc a¦96.50⟧万元，其中货物预算⟦pg a¦38.50⟧万元、服务预算⟦ps a¦58.00⟧万元，⟦pw a0¦没有工程采购预算⟧。
⟪s2.5.3⟫3.国有资产占用。截至2021年12月31日，本部门共有车辆⟦as.veh n p=2021-12-31¦6⟧辆，其中执法执勤用车⟦as.veh n p=2021-12-31 type=执法执勤用车¦4⟧辆、其他用车⟦as.veh n p=2021-12-31 type=其他用车¦2⟧辆；单位价值50万元以上通用设备⟦as.gen n p=2021-12-31¦1⟧台（套），单位价值100万元以上专用设备⟦as.spec n p=2021-12-31¦0⟧台（套）。
⟪s2.5.4⟫4.绩效目标。2022年⟦pt n¦10⟧个项目申报绩效目标，涉及资金⟦pt a¦483.80⟧万元，占项目支出预算的⟦pt s of=prj¦100⟧%。
""",
    sums=[("TT009", "exp.gpb", "", "amount")])


document(
    id="b17-xuntian-resources-fragment-final-2022", family="T15", year=2022, stage="final", unit="CNY", wrap=50, break_numbers=True, blank=True,
    text="""
四、一般公共预算财政拨款支出决算情况说明
⟪s4⟫⟦name t¦浔田市滨江区自然资源局⟧2022年度一般公共预算财政拨款支出⟦exp.gpb a¦4812306.55⟧元，较上年增加⟦exp.gpb c+¦157186.15⟧元，增长⟦exp.gpb r+¦3.38⟧%；年初预算⟦exp.gpb a st=budget¦4500000.00⟧元，完成年初预算的⟦exp.gpb k¦106.94⟧%。其中：
1.自然资源海洋气象等支出⟦fn:自然资源海洋气象等支出 a¦4102118.30⟧元，占⟦fn:自然资源海洋气象等支出 s of=exp.gpb¦85.24⟧%；
2.社会保障和就业支出⟦fn:社会保障和就业支出 a¦402560.00⟧元，占⟦fn:社会保障和就业支出 s of=exp.gpb¦8.37⟧%；
3.卫生健康支出⟦fn:卫生健康支出 a¦121628.25⟧元，占⟦fn:卫生健康支出 s of=exp.gpb¦2.53⟧%；
4.住房保障支出⟦fn:住房保障支出 a¦186000.00⟧元，占⟦fn:住房保障支出 s of=exp.gpb¦3.87⟧%。
五、政府性基金预算财政拨款收支决算情况说明
⟪s5⟫⟦fund a0¦我局2022年度没有政府性基金预算⟧。
六、“三公”经费支出决算情况说明
⟪s6⟫2022年度“三公”经费支出⟦sg a¦26850.00⟧元，完成预算⟦sg a st=budget¦40000.00⟧元的⟦sg k¦67.13⟧%。
⟪s6.1⟫（一）⟦abr a0¦因公出国（境）费无支出⟧，⟦abr c0¦与上年相比无变化⟧。
⟪s6.2⟫（二）公务用车运行维护费⟦run a id=A¦18600.00⟧元，公务用车保有量⟦own n id=A2¦0⟧辆；⟦buy a0¦公务用车购置费无支出⟧。
⟪s6.3⟫（三）公务接待费⟦rec a¦8250.00⟧元，较上年下降⟦rec r- id=B¦12.50⟧，国内公务接待⟦rec.b n¦6⟧批次、⟦rec.p n¦55⟧人次。
⟪s6.4⟫（四）培训费⟦train a¦5200.00⟧元，会议费⟦meet a¦0⟧元。
七、政府采购情况说明
⟪s7⟫2022年度政府采购支出总额⟦proc a id=C¦685300.00⟧元，其中：货物支出⟦pg a¦185300.00⟧元，工程支出⟦pw a¦0⟧元，服务支出⟦ps a¦490000.00⟧元。按采购形式分，政府集中采购⟦cen a¦185300.00⟧元，分散采购⟦dec a¦500000.00⟧元。采购信息在区公共资源交易中心网站公布，合同公告编号为滨自采〔2022〕第06号至第11号。
八、国有资产情况说明
⟪s8⟫截至2022年12月31日，资产总额⟦as.tot a p=2022-12-31¦3806415.20⟧元，其中固定资产⟦as.fix a p=2022-12-31¦2115630.00⟧元。
""",
    sums=[("TT009", "exp.gpb", "", "amount")],
    findings=[
        ("PL001", "error", "A", "公务用车保有量0辆，却有运行维护费18600.00元"),
        ("UN005", "warning", "B", "“下降12.50”缺“%”", "manual"),
        ("TT007", "error", "C", "185300+0+490000=675300元，合计写685300元（服务应为500000，与分散采购数相符）"),
    ])


document(
    id="b18-jinsha-threepublic-summary-budget-2024", family="T11", year=2024, stage="budget", unit="CNY_WAN",
    bom=b"\xef\xbb\xbf", encoding_note="UTF-8 with BOM", wrap=80, pad=True,
    text="""
⟦name t¦朔原自治州金砂县财政局⟧
2024年县本级“三公”经费及会议费、培训费预算汇总说明
⟪s1⟫经金砂县财政局汇总，2024年县本级部门使用一般公共预算拨款安排“三公”经费预算总额⟦sg a¦986.00⟧万元，较2023年预算⟦sg a p=2023¦1,045.00⟧万元减少⟦sg c-¦59.00⟧万元，下降⟦sg r-¦5.65⟧%，按同口径较2023年决算⟦sg a p=2023 st=final¦912.40⟧万元增加⟦sg c+ b=2023/final¦73.60⟧万元，增长⟦sg r+ b=2023/final¦8.07⟧%，决算数偏低的原因是部分单位推迟公务用车更新。
⟪s2⟫分项目看：⟦abr a0¦因公出国（境）费没有安排预算⟧，⟦abr c0¦与上年持平⟧；公务用车购置费⟦buy a¦120.00⟧万元，计划购置⟦buy n¦6⟧辆，同比减少⟦buy c-¦10.00⟧万元，降低⟦buy r-¦7.69⟧%；公务接待费和公务用车运行维护费预算分别为⟦rec a¦168.00⟧万元、⟦run a¦698.00⟧万元，较2023年预算各下降⟦rec r-¦7.69⟧%、⟦run r-¦4.77⟧%。
⟪s3⟫2024年会议费预算⟦meet a¦86.50⟧万元，培训费预算⟦train a¦142.30⟧万元，分别比2023年预算减少⟦meet c-¦5.50⟧万元、⟦train c-¦9.30⟧万元，下降⟦meet r-¦5.98⟧%、⟦train r-¦6.13⟧%。
⟪s4⟫下一步，县财政局将严格“三公”经费预算管理，对无预算、超预算、超标准开支不予支付，并于每季度终了后15日内通报执行进度。
""")
