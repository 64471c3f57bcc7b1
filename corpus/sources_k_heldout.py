"""Final accounts in free wording that the grammar has not seen; the markup is that of compose.py.

A copy of a PDF with wraps inside numbers. All places and bodies are invented, and so are the figures.
"""
import pathlib
import sys

sys.path.insert(0, str(pathlib.Path(__file__).parent))
from sources_common import DOCUMENTS, document  # noqa: E402  (the composer reads DOCUMENTS)


document(
    id="k08-yichuan-market-supervision-final-2019",
    family="K8",
    year=2019,
    stage="final",
    unit="CNY_WAN",
    wrap=68,
    break_numbers=True,
    page={'lines': 26, 'footer': '— {} —', 'first': 3},
    not_sums=['rev rev.fis co', 'exp bas prj'],
    text="""
⟦name t¦漪川县市场监督管理局⟧2019年度部门决算公开说明
一、基本情况
⟪s1⟫漪川县市场监督管理局（下称“⟦short t¦县市监局⟧”）于2019年3月由原工商、质监、食药监和物价检查机构组建而成，对外加挂⟦plaque t¦漪川县知识产权局⟧牌子。机关内设股室⟦offices n¦１６⟧个，派出市场监督管理所11个
人员编制⟦est n¦１８４⟧名：行政⟦est.adm n¦１２６⟧名、事业⟦est.pi n¦５８⟧名。年末实有⟦act n¦１７１⟧人；离退休⟦ret n¦９７⟧人（离休⟦retv n¦１⟧人）
二、收入支出决算总体情况
⟪s2⟫2019年收入总计⟦rev a¦3,286.74⟧万元，支出总计⟦exp a¦3,286.74⟧万元。由于机构合并，四家原单位数据已按同一口径并入上年数，收入总计较上年增加⟦rev c+¦118.26⟧万元，增长⟦rev r+¦3.73⟧%
（一）收入
⟪s2.1⟫本年收入合计⟦rev.cur a¦3,198.20⟧万元：财政拨款收入⟦rev.fis a¦3,176.90⟧万元，占⟦rev.fis s of=rev.cur¦99.33⟧%；其他收入⟦rev.oth a¦21.30⟧万元，占⟦rev.oth s of=rev.cur¦0.67⟧%。上级补助、事业、经营和附属单位上缴四项收入均为⟦rev.sup a;rev.bus a;rev.oper a;revenue.subordinate_remittance a¦0⟧。年初结转和结余⟦co a¦88.54⟧万元
（二）支出
⟪s2.2⟫本年支出合计⟦exp.cur a¦3,215.46⟧万元：基本支出⟦bas a¦2,604.18⟧万元，占⟦bas s of=exp.cur¦80.99⟧%；项目支出⟦prj a¦611.28⟧万元，占⟦prj s of=exp.cur¦19.01⟧%。年末结转和结余⟦cc a¦71.28⟧万元，比上年末少⟦cc c-¦17.26⟧万元
三、一般公共预算财政拨款支出
⟪s3⟫年初预算为⟦exp.gpb a st=budget¦２９４０．００⟧万元，支出决算为⟦exp.gpb a¦３１９２．３５⟧万元，完成年初预算的⟦exp.gpb k¦１０８．５８⟧％，与上年决算相比增加⟦exp.gpb c+¦９６．１１⟧万元，增长⟦exp.gpb r+¦３．１０⟧％。其中：
1、市场监督管理事务（款）行政运行（项）⟦fn:一般公共服务支出>市场监督管理事务>行政运行 a¦1,986.40⟧万元，年初预算⟦fn:一般公共服务支出>市场监督管理事务>行政运行 a st=budget¦1,840.00⟧万元，决算大于预算的原因是改革后统一津补贴标准
2、市场监督管理事务（款）市场监督管理专项（项）⟦fn:一般公共服务支出>市场监督管理事务>市场监督管理专项 a¦312.75⟧万元，年初预算⟦fn:一般公共服务支出>市场监督管理事务>市场监督管理专项 a st=budget¦280.00⟧万元，用于食品抽检、打假和服装购置
3、市场监督管理事务（款）市场监管执法（项）⟦fn:一般公共服务支出>市场监督管理事务>市场监管执法 a¦185.20⟧万元，年初预算⟦fn:一般公共服务支出>市场监督管理事务>市场监管执法 a st=budget¦200.00⟧万元，完成⟦fn:一般公共服务支出>市场监督管理事务>市场监管执法 k¦92.60⟧%
4、市场监督管理事务（款）其他市场监督管理事务（项）⟦fn:一般公共服务支出>市场监督管理事务>其他市场监督管理事务 a¦90.23⟧万元，⟦fn:一般公共服务支出>市场监督管理事务>其他市场监督管理事务 a0 st=budget¦年初无预算安排⟧，为上级年中下达的专利资助资金
5、机关事业单位基本养老保险缴费支出（项）⟦fn:社会保障和就业支出>行政事业单位离退休>机关事业单位基本养老保险缴费支出 a¦268.50⟧万元，比上年减⟦fn:社会保障和就业支出>行政事业单位离退休>机关事业单位基本养老保险缴费支出 c-¦22.40⟧万元，单位缴费比例由20％降为16％
6、行政单位医疗（项）⟦fn:卫生健康支出>行政事业单位医疗>行政单位医疗 a¦121.07⟧万元
7、住房公积金（项）⟦fn:住房保障支出>住房改革支出>住房公积金 a¦228.20⟧万元，⟦fn:住房保障支出>住房改革支出>住房公积金 c0 b=2019/budget¦决算数与预算数持平⟧
四、一般公共预算财政拨款基本支出
⟪s4⟫基本支出中人员经费⟦per a¦2,335.78⟧万元、公用经费⟦pub a¦268.40⟧万元。前者含基本工资、津贴补贴、奖金、社会保障缴费、离退休费、生活补助等；后者含办公费、水电费、邮电费、物业管理费、差旅费、公务用车运行维护费等
五、“三公”经费
⟪s5⟫“三公”经费年初预算⟦sg a st=budget¦45.00⟧万元，支出决算⟦sg a¦38.62⟧万元，完成预算的⟦sg k¦85.82⟧%，较上年⟦sg a p=2018¦44.10⟧万元减少⟦sg c-¦5.48⟧万元，减少⟦sg r-¦12.43⟧%，主要是机构合并后压缩接待、集中派车
其中：
因公出国（境）费⟦abr a¦０．００⟧万元，组团⟦abr.g n¦０⟧个、⟦abr.p n¦０⟧人次
公务用车购置及运行费⟦veh a¦３３．２０⟧万元，其中购置费⟦buy a¦０．００⟧万元、购置⟦buy n¦０⟧辆，运行费⟦run a¦３３．２０⟧万元、平均每辆⟦run uc¦２．３７⟧万元，截至年底公务用车保有量⟦own n¦１４⟧辆
公务接待费⟦rec a¦5.42⟧万元，国内公务接待⟦rec.b n audience=domestic¦96⟧批次、⟦rec.p n audience=domestic¦688⟧人次，国（境）外公务接待⟦rec.b n audience=foreign¦0⟧批次、⟦rec.p n audience=foreign¦0⟧人次
六、政府性基金
⟪s6⟫⟦rev.fund a0;exp.fund a0¦2019年度本部门无政府性基金预算财政拨款收支⟧
七、机关运行经费
⟪s7⟫2019年机关运行经费支出⟦oper a¦268.40⟧万元，比2018年减少⟦oper c-¦13.15⟧万元，降低⟦oper r-¦4.67⟧%
八、政府采购
⟪s8⟫2019年政府采购支出总额⟦proc a¦164.30⟧万元，其中：政府采购货物支出⟦pg a¦72.80⟧万元、政府采购工程支出⟦pw a¦0.00⟧万元、政府采购服务支出⟦ps a¦91.50⟧万元。授予中小企业合同金额⟦sme a basis=awarded¦150.60⟧万元，占政府采购支出总额的⟦sme s of=proc basis=awarded¦91.66⟧%
九、国有资产
⟪s9⟫2019年12月31日，本部门共有车辆⟦as.veh n p=2019-12-31¦14⟧辆，其中执法执勤用车⟦as.veh n p=2019-12-31 type=执法执勤用车¦11⟧辆、特种专业技术用车（食品快检车）⟦as.veh n p=2019-12-31 type=特种专业技术用车¦3⟧辆；单价５０万元以上通用设备⟦as.gen n p=2019-12-31¦1⟧台（套），单价１００万元以上专用设备⟦as.spec n p=2019-12-31¦0⟧台（套）
十、绩效管理
⟪s10⟫组织对⟦pse n¦9⟧个项目开展绩效自评，共涉及资金⟦pse a¦611.28⟧万元，占项目支出的⟦pse s of=prj¦100⟧%，平均得分⟦pse sc¦90.4⟧分；⟦pev n0¦未开展第三方绩效评价⟧
""")
