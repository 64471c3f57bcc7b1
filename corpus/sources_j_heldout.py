"""Budgets and accounts in free wording that the grammar has not seen; the markup is that of compose.py.

A college in lists, and final accounts copied out of a PDF. All places and bodies are invented, and so are the figures.
"""
import pathlib
import sys

sys.path.insert(0, str(pathlib.Path(__file__).parent))
from sources_common import DOCUMENTS, document  # noqa: E402  (the composer reads DOCUMENTS)


document(
    id="j07-cenjiang-vocational-college-budget-2024",
    family="J7",
    year=2024,
    stage="budget",
    unit="CNY_WAN",
    not_sums=["oper pub"],
    text="""
⟦name t¦岑江职业技术学院⟧2024年单位预算公开
一、学院概况
岑江职业技术学院是省教育厅直属的全日制公办高等职业院校，面向装备制造、现代物流、康养护理等领域培养技术技能人才，同时承担职业技能鉴定、企业职工培训和社区教育。
⟪s1⟫1）机构：设党政管理部门和教学单位共⟦offices n¦23⟧个，全部在学院本级核算。
2）编制与人员：核定事业编制⟦est.pi n¦680⟧名；在编教职工⟦act n¦641⟧人，编外聘用⟦contract n¦88⟧人；离休⟦retv n¦2⟧人，退休⟦ret n¦212⟧人。
3）学生：全日制在校生⟦stu n¦11,236⟧人，编为⟦cls n¦262⟧个教学班。
二、收入预算
⟪s2⟫2024年收入预算总额⟦rev a¦21,468.30⟧万元，同上年预算相比增加⟦rev c+¦1,316.70⟧万元，上浮⟦rev r+¦6.53⟧%。来源有三：
①一般公共预算拨款⟦rev.gpb a¦12,906.00⟧万元，占⟦rev.gpb s of=rev¦60.12⟧%，增加⟦rev.gpb c+¦806.00⟧万元，上浮⟦rev.gpb r+¦6.66⟧%，因生均拨款标准调高；
②财政专户管理资金⟦rev.sp a¦6,820.00⟧万元，占⟦rev.sp s of=rev¦31.77⟧%，增加⟦rev.sp c+¦420.00⟧万元，上浮⟦rev.sp r+¦6.56⟧%，因学费、住宿费随招生规模增长；
③单位资金⟦rev.unit a¦1,742.30⟧万元，占⟦rev.unit s of=rev¦8.12⟧%，增加⟦rev.unit c+¦90.70⟧万元，上浮⟦rev.unit r+¦5.49⟧%。单位资金由两部分组成：事业收入（横向课题、社会培训）⟦rev.bus a¦860.00⟧万元，其他收入（场地使用、利息、捐赠）⟦rev.oth a¦882.30⟧万元。
政府性基金与国有资本：①⟦fund a0¦政府性基金预算：无⟧；②⟦soe a0¦国有资本经营预算：无⟧。
三、支出预算
⟪s3.1⟫2024年支出预算总额⟦exp a¦21,468.30⟧万元。
1）按用途：
①基本支出⟦bas a¦15,210.30⟧万元，占比⟦bas s of=exp¦70.85⟧%，增加⟦bas c+¦716.70⟧万元，上浮⟦bas r+¦4.94⟧%。其中人员经费⟦per a¦13,050.00⟧万元，公用经费⟦pub a¦2,160.30⟧万元；
②项目支出⟦prj a¦6,258.00⟧万元，占比⟦prj s of=exp¦29.15⟧%，增加⟦prj c+¦600.00⟧万元，上浮⟦prj r+¦10.60⟧%，增量用于产教融合实训基地。
⟪s3.2⟫2）基本支出按经济分类：
①工资福利支出⟦wages a¦11,896.00⟧万元；
②商品和服务支出⟦goods a¦2,160.30⟧万元；
③对个人和家庭的补助⟦indiv a¦1,154.00⟧万元。
⟪s3.3⟫3）按功能分类：
①教育支出（类）职业教育（款）高等职业教育（项）⟦fn:教育支出>职业教育>高等职业教育 a¦17,853.20⟧万元；
②社会保障和就业支出（类）行政事业单位养老支出（款）机关事业单位基本养老保险缴费支出（项）⟦fn:社会保障和就业支出>行政事业单位养老支出>机关事业单位基本养老保险缴费支出 a¦1,940.10⟧万元；
③卫生健康支出（类）行政事业单位医疗（款）事业单位医疗（项）⟦fn:卫生健康支出>行政事业单位医疗>事业单位医疗 a¦655.00⟧万元；
④住房保障支出（类）住房改革支出（款）住房公积金（项）⟦fn:住房保障支出>住房改革支出>住房公积金 a¦1,020.00⟧万元。
四、“三公”经费
⟪s4⟫合计⟦sg a¦28.00⟧万元，减少⟦sg c-¦2.00⟧万元，下浮⟦sg r-¦6.67⟧%。
①因公出国（境）费⟦abr a¦6.00⟧万元，⟦abr a0 p=2023¦上年未列⟧，本年新增⟦abr c+¦6.00⟧万元，派⟦abr.g n¦1⟧个团组⟦abr.p n¦3⟧人次赴海外鲁班工坊；
②公务接待费⟦rec a¦7.00⟧万元，减少⟦rec c-¦1.00⟧万元，下浮⟦rec r-¦12.50⟧%；
③公务用车购置及运行维护费⟦veh a¦15.00⟧万元，减少⟦veh c-¦7.00⟧万元，下浮⟦veh r-¦31.82⟧%，缘于两台老旧客车报废，其中运行维护费⟦run a¦15.00⟧万元，⟦buy a0¦不安排购置费⟧；公务用车保有量⟦own n¦6⟧辆。
五、其他事项
⟪s5.1⟫1）机关运行经费：⟦oper a0¦学院为公益二类事业单位，无机关运行经费⟧。
⟪s5.2⟫2）政府采购：预算⟦proc a¦2,460.00⟧万元。按类别，①货物⟦pg a¦1,480.00⟧万元，②工程⟦pw a¦320.00⟧万元，③服务⟦ps a¦660.00⟧万元；按组织形式，①集中采购⟦cen a¦1,710.00⟧万元，②分散采购⟦dec a¦750.00⟧万元。预留中小企业份额⟦sme a basis=reserved¦1,968.00⟧万元，占⟦sme s of=proc basis=reserved¦80.00⟧%，其中小微企业⟦mic a basis=reserved¦1,180.80⟧万元。
⟪s5.3⟫3）政府购买服务：⟦svc n¦5⟧项，⟦svc a¦320.00⟧万元，内容为物业、安保、绿化、校车租赁和法律顾问。
⟪s5.4⟫4）预算绩效：①目标编制，⟦pt n¦19⟧个项目、⟦pt a¦6,258.00⟧万元，占项目支出⟦pt s of=prj¦100⟧%；②2023年自评，共⟦pse n p=2023¦17⟧个项目，均分⟦pse sc p=2023¦93.25⟧分，评为“优”⟦pse n p=2023 grade=优¦14⟧个、“良”⟦pse n p=2023 grade=良¦3⟧个。
⟪s5.5⟫5）资产：截至2023年12月31日，资产总额⟦as.tot a p=2023-12-31¦98,460.25⟧万元，固定资产⟦as.fix a p=2023-12-31¦71,208.60⟧万元；①车辆⟦as.veh n p=2023-12-31¦6⟧辆，②单价100万元（含）以上设备（不含车辆）⟦as.eq n p=2023-12-31¦14⟧台（套）。2024年拟添置单价100万元以上设备⟦assets.planned_purchase.equipment_1m n st=budget¦2⟧台（套），⟦assets.planned_purchase.vehicles n0 st=budget u=VEHICLE¦不购置车辆⟧。
六、名词说明
财政专户管理资金：缴入财政专户、实行专项管理的教育收费，包括学费、住宿费、委托培养费等。
单位资金：除财政拨款和财政专户管理资金以外的收入，包括事业收入、上级补助收入、附属单位上缴收入、经营收入、其他收入。
""")


document(
    id="j08-meiling-transport-bureau-final-2023",
    family="J8",
    year=2023,
    stage="final",
    unit="CNY_WAN",
    wrap=60,
    pad=True,
    break_numbers=True,
    page={"lines": 24, "footer": "— {} —", "first": 5},
    map={"，": ",", "；": ";", "：": ":", "（": "(", "）": ")"},
    encoding_note="UTF-8, half-width punctuation, hard wraps",

    not_sums=["bal rev.gpb co"],
    # the four classes add up to 5,292.68; compose.py would compare them with the budget of 4,860.00, which stands first
    findings=[("TT007", "error", "A", "货物212.00+工程1,120.00+服务503.00=1,835.00，采购总额1,862.00，差27.00万元（服务应为530.00，数字换位）")],
    text="""
⟦name t¦湄岭县交通运输局⟧2023年度部门决算公开文本
第一部分 部门概况
一、主要职责
负责全县公路、水路交通运输行业管理和农村公路建设养护，组织实施道路运输、水上交通安全监督检查，指导城乡客运一体化和物流发展。
二、机构设置
⟪p1.s2⟫本部门决算汇总范围包括局机关和县公路养护中心、县道路运输服务中心、县交通运输综合行政执法大队，独立编制的预算单位共计⟦subs n¦4⟧个。2023年末，编制⟦est n p=2023-12-31¦132⟧人，实有⟦act n p=2023-12-31¦126⟧人，退休⟦ret n p=2023-12-31¦74⟧人。
第二部分 决算情况说明
一、收支总体情况
⟪p2.s1⟫2023年度收支总决算⟦bal a¦6,842.36⟧万元，比2022年度减收减支⟦bal c-¦318.64⟧万元，下降⟦bal r-¦4.45⟧%，减幅来自县道改造工程陆续完工。本年收入⟦rev.cur a¦6,410.20⟧万元，年初结转结余⟦co a¦432.16⟧万元；本年支出⟦exp.cur a¦6,522.88⟧万元，年末结转结余⟦cc a¦319.48⟧万元。⟦nfs a0¦当年没有动用非财政拨款结余⟧，⟦dist a0¦也没有进行结余分配⟧。
二、收入结构
⟪p2.s2⟫在本年收入中，财政拨款⟦rev.fis a¦6,380.00⟧万元，比重⟦rev.fis s of=rev.cur¦99.53⟧%（一般公共预算⟦rev.gpb a¦5,180.00⟧万元，政府性基金预算⟦rev.fund a¦1,200.00⟧万元）；其他收入⟦rev.oth a¦30.20⟧万元，比重⟦rev.oth s of=rev.cur¦0.47⟧%，是路产损坏赔偿款。
三、支出结构
⟪p2.s3⟫在本年支出中，基本支出⟦bas a¦1,924.60⟧万元，比重⟦bas s of=exp.cur¦29.51⟧%；项目支出⟦prj a¦4,598.28⟧万元，比重⟦prj s of=exp.cur¦70.49⟧%。基本支出里，人员经费开支⟦per a¦1,688.15⟧万元，公用经费开支⟦pub a¦236.45⟧万元。
四、一般公共预算财政拨款支出
⟪p2.s4.1⟫（一）年初预算⟦exp.gpb a st=budget¦4,860.00⟧万元，全年实际支出⟦exp.gpb a¦5,292.68⟧万元，执行率⟦exp.gpb k¦108.90⟧%，在本年支出中的比重为⟦exp.gpb s of=exp.cur¦81.14⟧%。超出部分为水毁公路抢修追加和上年结转。
⟪p2.s4.2⟫（二）按用途划分：交通运输支出⟦fn:交通运输支出 a¦4,748.00⟧万元，比重⟦fn:交通运输支出 s of=exp.gpb¦89.71⟧%；社会保障和就业支出⟦fn:社会保障和就业支出 a¦286.40⟧万元，比重⟦fn:社会保障和就业支出 s of=exp.gpb¦5.41⟧%；住房保障支出⟦fn:住房保障支出 a¦160.00⟧万元，比重⟦fn:住房保障支出 s of=exp.gpb¦3.02⟧%；卫生健康支出⟦fn:卫生健康支出 a¦98.28⟧万元，比重⟦fn:卫生健康支出 s of=exp.gpb¦1.86⟧%。
五、政府性基金和国有资本经营预算
⟪p2.s5⟫政府性基金预算支出⟦exp.fund a¦1,200.00⟧万元，全部为农村公路“四好”示范创建，比上年增加⟦exp.fund c+¦150.00⟧万元，增长⟦exp.fund r+¦14.29⟧%。⟦exp.soe a0¦国有资本经营预算支出年内未发生⟧。
六、“三公”经费
⟪p2.s6⟫（一）总额。年初预算⟦sg a st=budget¦42.00⟧万元，实际支出⟦sg a¦38.60⟧万元，执行率⟦sg k¦91.90⟧%，比2022年度决算⟦sg a p=2022¦40.75⟧万元节省⟦sg c-¦2.15⟧万元，下降⟦sg r-¦5.28⟧%。
（二）因公出国（境）。年初预算⟦abr a st=budget¦0⟧万元，实际支出⟦abr a¦0⟧万元，⟦abr.g n0;abr.p n0¦全年无出国团组和人员⟧。
（三）公务用车。年初预算⟦veh a st=budget¦36.00⟧万元，实际支出⟦veh a¦34.20⟧万元，执行率⟦veh k¦95.00⟧%。购置支出⟦buy a¦0⟧万元，新购车辆⟦buy n¦0⟧辆；运行维护支出⟦run a¦34.20⟧万元，年末保有车辆⟦own n¦12⟧辆。
（四）公务接待。年初预算⟦rec a st=budget¦6.00⟧万元，实际支出⟦rec a¦4.40⟧万元，执行率⟦rec k¦73.33⟧%，共计接待⟦rec.b n¦52⟧批⟦rec.p n¦418⟧人次，其中外宾⟦rec.b n audience=foreign¦0⟧批⟦rec.p n audience=foreign¦0⟧人次。
七、机关运行经费
⟪p2.s7⟫本年开支⟦oper a¦236.45⟧万元，比2022年度增支⟦oper c+¦8.45⟧万元，增长⟦oper r+¦3.71⟧%，主要是执法服装换发。
八、政府采购
⟪p2.s8⟫采购支出总额⟦proc a id=A¦1,862.00⟧万元：货物⟦pg a¦212.00⟧万元，工程⟦pw a¦1,120.00⟧万元，服务⟦ps a¦503.00⟧万元。授予中小企业⟦sme a basis=awarded¦1,489.60⟧万元，比重⟦sme s of=proc basis=awarded¦80.00⟧%；授予小微企业⟦mic a basis=awarded¦744.80⟧万元，比重⟦mic s of=proc basis=awarded¦40.00⟧%。
九、国有资产
⟪p2.s9⟫2023年12月31日，本部门在用车辆⟦as.veh n p=2023-12-31¦12⟧辆：执法执勤用车⟦as.veh n p=2023-12-31 type=执法执勤用车¦6⟧辆，应急保障用车⟦as.veh n p=2023-12-31 type=应急保障用车¦5⟧辆，其他用车⟦as.veh n p=2023-12-31 type=其他用车¦1⟧辆（沥青洒布车）。单价100万元（含）以上设备⟦as.eq n p=2023-12-31¦1⟧台（套）。
十、预算绩效
⟪p2.s10⟫2023年度绩效自评覆盖⟦pse n¦18⟧个项目、资金⟦pse a¦4,598.28⟧万元，占项目支出⟦pse s of=prj¦100⟧%，平均得分⟦pse sc¦92.40⟧分。自评发现问题⟦performance.issues_found n st=evaluation¦6⟧个，已完成整改⟦performance.issues_rectified n st=evaluation¦5⟧个，正在整改⟦performance.issues_in_progress n st=evaluation¦1⟧个。县财政局对农村公路养护项目开展重点评价，得分⟦pev sc project=农村公路养护项目¦86.50⟧分，等级为⟦pev gr project=农村公路养护项目¦良⟧。
第三部分 名词解释
年末结转结余：本年度未执行完毕，延迟到以后年度按有关规定继续使用的资金。
公务用车运行维护：按规定保留的公务用车燃料、维修、过桥过路、保险等支出。
""")
