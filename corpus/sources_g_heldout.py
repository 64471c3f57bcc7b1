"""Sources of documents held out: as corpus/sources_g.py, but never looked at while the grammar is written."""
import pathlib
import sys

sys.path.insert(0, str(pathlib.Path(__file__).parent))
from sources_common import DOCUMENTS, document  # noqa: E402  (the composer reads DOCUMENTS)


document(
    id="g04-chengpu-yunqili-street-performance-final-2024", family="G4", year=2024, stage="final", unit="CNY_WAN", wrap=64,
    text="""
⟦name t¦澄浦市滨阳区人民政府云栖里街道办事处⟧2024年度部门决算及整体绩效自评说明
一、部门概况
街道辖区面积4.86平方公里，下设14个社区居委会，常住人口7.3万人。
⟪s1⟫内设党政办公室、社区建设办公室等⟦offices n¦8⟧个科室，下属事业单位⟦subs.pi n¦3⟧家。行政编制⟦est.adm n¦41⟧名、事业编制⟦est.pi n¦58⟧名；年末在岗行政人员⟦act.adm n¦39⟧人、事业人员⟦act.pi n¦55⟧人，社区工作者168人不占编制。
二、收支决算情况
⟪s2.1⟫（一）收入与结转结余。2024年年初结转和结余⟦co a¦201.48⟧万元，本年收入⟦rev.cur a¦7194.60⟧万元，其中财政拨款收入⟦rev.fis a¦7102.35⟧万元、其他收入⟦rev.oth a¦92.25⟧万元；年末结转和结余⟦cc a¦127.15⟧万元，其中基本支出结转和结余⟦cc a kind=basic¦7.75⟧万元、项目支出结转和结余⟦cc a kind=project¦119.40⟧万元。
⟪s2.2⟫（二）支出预算执行。2024年本年支出年初预算⟦exp.cur a st=budget¦6842.15⟧万元，调整预算⟦exp.cur a st=adjusted_budget¦7516.48⟧万元，决算⟦exp.cur a¦7268.93⟧万元，完成年初预算的⟦exp.cur k¦106.24⟧%、调整预算的⟦exp.cur k b=2024/adjusted_budget¦96.71⟧%。其中：
基本支出年初预算⟦bas a st=budget¦2186.40⟧万元，调整预算⟦bas a st=adjusted_budget¦2241.06⟧万元，决算⟦bas a¦2236.51⟧万元，完成调整预算的⟦bas k b=2024/adjusted_budget¦99.80⟧%；
项目支出年初预算⟦prj a st=budget¦4655.75⟧万元，调整预算⟦prj a st=adjusted_budget¦5275.42⟧万元，决算⟦prj a¦5032.42⟧万元，完成调整预算的⟦prj k b=2024/adjusted_budget¦95.39⟧%，未完成部分主要是加装电梯补贴尚未到拨付节点。
⟪s2.3⟫（三）主要科目执行情况。城乡社区支出（类）城乡社区管理事务（款）其他城乡社区管理事务支出（项）年初预算⟦fn:城乡社区支出>城乡社区管理事务>其他城乡社区管理事务支出 a st=budget¦1260.00⟧万元，调整预算⟦fn:城乡社区支出>城乡社区管理事务>其他城乡社区管理事务支出 a st=adjusted_budget¦1486.00⟧万元，决算⟦fn:城乡社区支出>城乡社区管理事务>其他城乡社区管理事务支出 a¦1402.75⟧万元，完成调整预算的⟦fn:城乡社区支出>城乡社区管理事务>其他城乡社区管理事务支出 k b=2024/adjusted_budget¦94.40⟧%；社会保障和就业支出（类）民政管理事务（款）基层政权建设和社区治理（项）调整预算⟦fn:社会保障和就业支出>民政管理事务>基层政权建设和社区治理 a st=adjusted_budget¦982.30⟧万元，决算⟦fn:社会保障和就业支出>民政管理事务>基层政权建设和社区治理 a¦982.30⟧万元，⟦fn:社会保障和就业支出>民政管理事务>基层政权建设和社区治理 c0 b=2024/adjusted_budget¦决算数与调整预算数持平⟧。
三、“三公”经费和机关运行经费
⟪s3⟫2024年“三公”经费年初预算⟦sg a st=budget¦24.00⟧万元，决算⟦sg a¦15.72⟧万元，完成年初预算的⟦sg k¦65.50⟧%。其中：⟦abr a0;buy a0¦全年未发生因公出国（境）费和公务用车购置费⟧；公务用车运行维护费年初预算⟦run a st=budget¦20.00⟧万元，决算⟦run a¦14.36⟧万元，年末公务用车保有量⟦own n¦5⟧辆；公务接待费年初预算⟦rec a st=budget¦4.00⟧万元，决算⟦rec a¦1.36⟧万元，接待⟦rec.b n¦11⟧批次、⟦rec.p n¦126⟧人次。机关运行经费支出⟦oper a¦186.72⟧万元，比上年减少⟦oper c-¦12.40⟧万元，下降⟦oper r-¦6.23⟧%。
四、政府采购和政府购买服务
⟪s4⟫2024年政府采购支出⟦proc a¦1362.80⟧万元，其中货物⟦pg a¦78.50⟧万元，占⟦pg s of=proc¦5.76⟧%；工程⟦pw a¦486.00⟧万元，占⟦pw s of=proc¦35.66⟧%；服务⟦ps a¦798.30⟧万元，占⟦ps s of=proc id=A¦58.85⟧%。授予中小企业合同金额⟦sme a basis=awarded¦1226.52⟧万元，占⟦sme s of=proc basis=awarded¦90.00⟧%。政府购买服务项目⟦svc n¦9⟧个、支出⟦svc a¦642.10⟧万元。
五、国有资产占用
⟪s5⟫截至2024年12月31日，街道资产总额⟦as.tot a p=2024-12-31¦3218.64⟧万元，其中固定资产⟦as.fix a p=2024-12-31¦1864.27⟧万元。共有车辆⟦as.veh n p=2024-12-31¦12⟧辆：应急保障用车⟦as.veh n p=2024-12-31 type=应急保障用车¦2⟧辆、执法执勤用车⟦as.veh n p=2024-12-31 type=执法执勤用车¦3⟧辆、特种专业技术用车⟦as.veh n p=2024-12-31 type=特种专业技术用车¦4⟧辆、其他用车⟦as.veh n p=2024-12-31 type=其他用车¦3⟧辆，其他用车为垃圾分类巡查电动车。单价50万元以上的通用设备⟦as.gen n p=2024-12-31¦2⟧台（套），⟦as.spec n0 p=2024-12-31¦无单价100万元以上的专用设备⟧。
六、绩效自评结果
⟪s6⟫街道2024年度部门整体支出绩效自评得分⟦pse sc project=部门整体支出¦92.60⟧分，自评等级为“⟦pse gr project=部门整体支出¦优⟧”。纳入自评的项目⟦pse n¦21⟧个，涉及资金⟦pse a¦5032.42⟧万元，占项目支出决算的⟦pse s of=prj¦100⟧%，平均得分⟦pse sc¦91.85⟧分，其中评为“优”的⟦pse n grade=优¦17⟧个、“良”的⟦pse n grade=良¦3⟧个、“中”的⟦pse n grade=中¦1⟧个。老旧小区微更新项目自评得分⟦pse sc project=老旧小区微更新项目¦95.48⟧分，加装电梯补贴项目因资金拨付偏慢，自评得分⟦pse sc project=加装电梯补贴项目¦78.30⟧分。
""",
    not_sums=['oper pub'],
    findings=[
        ("TT010", "error", "A", "798.30÷1362.80=58.58%，文中58.85%（数字换位）"),
        ("TT011", "allowed", "A", "三项占比5.76+35.66+58.85=100.27%（同源）", "manual"),
    ])
