"""Sources of composed documents; the markup is that of ../tools/compose.py.

All places and bodies are invented, and so are the figures. The wording follows the template families of the survey.
"""
import sys

FIGURES = "composed; invented body and figures"
DOCUMENTS = []


def extend(composer):
    """Wholes of shares that compose.py has no short name for, and documents whose sums run over other parts."""
    for concept in ("government.general_public_budget_revenue", "government.general_public_budget_expenditure",
                    "government.government_fund_revenue"):
        composer.CONCEPTS.setdefault(concept, concept)

    def sums(self, original=composer.Audit.sums):
        self.SUMS = [s for s in self.SUMS if s[1] + " " + s[2] not in self.doc.get("not_sums", ())]
        original(self)

    composer.Audit.sums = sums


if hasattr(sys.modules["__main__"], "Audit"):
    extend(sys.modules["__main__"])


def document(**fields):
    DOCUMENTS.append(dict({"figures": FIGURES}, **fields))


document(
    id="b01-songjian-transport-final-2022", family="T8", year=2022, stage="final", unit="CNY_WAN", wrap=72,
    page={"lines": 38, "footer": "— {} —", "header": "松涧县交通运输局2022年度部门决算", "feed": True},
    text="""
⟦name t¦澜岭省松涧县交通运输局⟧2022年度部门决算
目    录
一、概况………………………………………………………………………1
（一）部门职责……………………………………………………………1
（二）机构设置……………………………………………………………2
二、2022年度部门决算公开表（详见附表）……………………………3
三、2022年度部门决算情况说明…………………………………………4
四、名词解释………………………………………………………………9
一、概况
（一）部门职责
1.编制全县综合交通运输发展规划并监督实施。
2.负责公路、水路建设市场监管和农村公路养护管理。
3.指导道路客货运输、机动车维修和驾驶员培训等行业管理工作。
（二）机构设置
⟪s1.2⟫松涧县交通运输局内设机构⟦offices n¦7⟧个，所属预算单位⟦subs n¦4⟧家，其中参照公务员法管理的事业单位⟦subs.csm n¦1⟧家、事业单位⟦subs.pi n¦3⟧家。核定行政编制⟦est.adm n¦28⟧名、事业编制⟦est.pi n¦62⟧名。在职人员⟦act n¦86⟧名，退休人员⟦ret n¦41⟧名。
二、2022年度部门决算公开表
详见附表。
三、2022年度部门决算情况说明
（一）收入支出决算总体情况说明
⟪s3.1⟫2022年度收、支总计⟦bal a¦8642.37⟧万元，与2021年度相比，各增加⟦bal c+¦626.45⟧万元，增长⟦bal r+¦7.82⟧%，主要原因是农村公路提升改造任务增加。
（二）收入决算情况说明
⟪s3.2⟫本年收入合计⟦rev.cur a¦8531.06⟧万元；包括财政拨款收入⟦rev.fis a¦8402.18⟧万元（其中：一般公共预算财政拨款收入⟦rev.gpb a¦7902.18⟧万元，政府性基金预算财政拨款收入⟦rev.fund a¦500.00⟧万元），占收入合计⟦rev.fis s of=rev.cur¦98.49⟧%；其他收入⟦rev.oth a¦128.88⟧万元，占收入合计⟦rev.oth s of=rev.cur¦1.51⟧%。
（三）支出决算情况说明
⟪s3.3⟫本年支出合计⟦exp.cur a¦8560.25⟧万元，其中基本支出⟦bas a¦3124.40⟧万元，占⟦bas s of=exp.cur¦36.50⟧%；项目支出⟦prj a¦5435.85⟧万元，占⟦prj s of=exp.cur¦63.50⟧%。年末结转和结余⟦cc a¦82.12⟧万元。
（四）财政拨款收入支出决算总体情况说明
⟪s3.4⟫2022年度财政拨款收、支总计⟦fis a¦8462.18⟧万元，较上年增加⟦fis c+¦560.72⟧万元，增长⟦fis r+¦7.10⟧%。主要原因是上级补助的公路养护资金增加。
（五）一般公共预算财政拨款支出决算情况说明
1.一般公共预算财政拨款支出决算总体情况
⟪s3.5.1⟫2022年度一般公共预算财政拨款支出⟦exp.gpb a¦7931.37⟧万元，占本年支出合计的⟦exp.gpb s of=exp.cur¦92.65⟧%。与2021年度相比，一般公共预算财政拨款支出增加⟦exp.gpb c+¦465.26⟧万元，增长⟦exp.gpb r+¦6.23⟧%。
2.一般公共预算财政拨款支出决算结构情况
⟪s3.5.2⟫2022年度一般公共预算财政拨款支出⟦exp.gpb a¦7931.37⟧万元，主要用于以下方面：社会保障和就业（类）支出⟦fn:社会保障和就业支出 a¦412.66⟧万元，占⟦fn:社会保障和就业支出 s of=exp.gpb¦5.20⟧%；卫生健康（类）支出⟦fn:卫生健康支出 a¦186.34⟧万元，占⟦fn:卫生健康支出 s of=exp.gpb¦2.35⟧%；交通运输（类）支出⟦fn:交通运输支出 a¦6920.81⟧万元，占⟦fn:交通运输支出 s of=exp.gpb¦87.26⟧%；住房保障（类）支出⟦fn:住房保障支出 a¦411.56⟧万元，占⟦fn:住房保障支出 s of=exp.gpb¦5.19⟧%。
3.一般公共预算财政拨款支出决算具体情况
⟪s3.5.3⟫2022年度一般公共预算财政拨款支出年初预算为⟦exp.gpb a st=budget¦7420.00⟧万元，支出决算为⟦exp.gpb a¦7931.37⟧万元，完成年初预算的⟦exp.gpb k¦106.89⟧%。其中：
（1）社会保障和就业支出（类）行政事业单位养老支出（款）机关事业单位基本养老保险缴费支出（项）。年初预算为⟦fn:社会保障和就业支出>行政事业单位养老支出>机关事业单位基本养老保险缴费支出 a st=budget¦270.00⟧万元，支出决算为⟦fn:社会保障和就业支出>行政事业单位养老支出>机关事业单位基本养老保险缴费支出 a¦275.10⟧万元，完成年初预算的⟦fn:社会保障和就业支出>行政事业单位养老支出>机关事业单位基本养老保险缴费支出 k¦101.89⟧%，决算数大于预算数的主要原因是缴费基数调整。
（2）社会保障和就业支出（类）行政事业单位养老支出（款）机关事业单位职业年金缴费支出（项）。年初预算为⟦fn:社会保障和就业支出>行政事业单位养老支出>机关事业单位职业年金缴费支出 a st=budget¦135.00⟧万元，支出决算为⟦fn:社会保障和就业支出>行政事业单位养老支出>机关事业单位职业年金缴费支出 a¦137.56⟧万元，完成年初预算的⟦fn:社会保障和就业支出>行政事业单位养老支出>机关事业单位职业年金缴费支出 k¦101.90⟧%，决算数大于预算数的主要原因是缴费基数调整。
（3）卫生健康支出（类）行政事业单位医疗（款）行政单位医疗（项）。年初预算为⟦fn:卫生健康支出>行政事业单位医疗>行政单位医疗 a st=budget¦96.00⟧万元，支出决算为⟦fn:卫生健康支出>行政事业单位医疗>行政单位医疗 a¦98.20⟧万元，完成年初预算的⟦fn:卫生健康支出>行政事业单位医疗>行政单位医疗 k¦102.29⟧%。
（4）卫生健康支出（类）行政事业单位医疗（款）事业单位医疗（项）。年初预算为⟦fn:卫生健康支出>行政事业单位医疗>事业单位医疗 a st=budget¦85.00⟧万元，支出决算为⟦fn:卫生健康支出>行政事业单位医疗>事业单位医疗 a¦88.14⟧万元，完成年初预算的⟦fn:卫生健康支出>行政事业单位医疗>事业单位医疗 k¦103.69⟧%。
（5）交通运输支出（类）公路水路运输（款）行政运行（项）。年初预算为⟦fn:交通运输支出>公路水路运输>行政运行 a st=budget¦1820.00⟧万元，支出决算为⟦fn:交通运输支出>公路水路运输>行政运行 a¦1874.25⟧万元，完成年初预算的⟦fn:交通运输支出>公路水路运输>行政运行 k¦102.98⟧%，决算数大于预算数的主要原因是年中新进人员。
（6）交通运输支出（类）公路水路运输（款）公路养护（项）。年初预算为⟦fn:交通运输支出>公路水路运输>公路养护 a st=budget¦2900.00⟧万元，支出决算为⟦fn:交通运输支出>公路水路运输>公路养护 a¦3105.48⟧万元，完成年初预算的⟦fn:交通运输支出>公路水路运输>公路养护 k¦107.09⟧%，决算数大于预算数的主要原因是灾毁路段应急修复。
（7）交通运输支出（类）公路水路运输（款）公路和运输安全（项）。年初预算为⟦fn:交通运输支出>公路水路运输>公路和运输安全 a st=budget¦262.00⟧万元，支出决算为⟦fn:交通运输支出>公路水路运输>公路和运输安全 a¦258.90⟧万元，完成年初预算的⟦fn:交通运输支出>公路水路运输>公路和运输安全 k¦98.82⟧%，决算数小于预算数的主要原因是据实结算。
（8）交通运输支出（类）公路水路运输（款）其他公路水路运输支出（项）。年初预算为⟦fn:交通运输支出>公路水路运输>其他公路水路运输支出 a st=budget¦1500.00⟧万元，支出决算为⟦fn:交通运输支出>公路水路运输>其他公路水路运输支出 a¦1682.18⟧万元，完成年初预算的⟦fn:交通运输支出>公路水路运输>其他公路水路运输支出 k¦112.15⟧%，决算数大于预算数的主要原因是追加渡口改造补助。
（9）住房保障支出（类）住房改革支出（款）住房公积金（项）。年初预算为⟦fn:住房保障支出>住房改革支出>住房公积金 a st=budget¦352.00⟧万元，支出决算为⟦fn:住房保障支出>住房改革支出>住房公积金 a¦411.56⟧万元，完成年初预算的⟦fn:住房保障支出>住房改革支出>住房公积金 k¦116.92⟧%，决算数大于预算数的主要原因是缴存比例提高。
（六）一般公共预算财政拨款基本支出决算情况说明
⟪s3.6⟫2022年度一般公共预算财政拨款基本支出⟦bas a¦3124.40⟧万元，其中：人员经费⟦per a¦2786.15⟧万元，主要包括基本工资、津贴补贴、绩效工资等；公用经费⟦pub a¦338.25⟧万元，主要包括办公费、差旅费、维修（护）费等。
（七）政府性基金预算财政拨款支出决算情况说明
⟪s3.7⟫2022年度政府性基金预算财政拨款支出⟦exp.fund a¦500.00⟧万元，全部用于重点公路项目资本金。
（八）国有资本经营预算财政拨款支出决算情况说明
⟪s3.8⟫⟦exp.soe a0¦松涧县交通运输局2022年度没有国有资本经营预算财政拨款支出⟧。
（九）“三公”经费支出决算情况说明
⟪s3.9⟫2022年度“三公”经费财政拨款支出预算为⟦sg a st=budget¦38.00⟧万元，支出决算为⟦sg a¦31.52⟧万元，完成预算的⟦sg k¦82.95⟧%，比上年减少⟦sg c-¦2.55⟧万元，下降⟦sg r-¦7.48⟧%。
⟪s3.9.1⟫其中，因公出国（境）费用支出决算为⟦abr a¦0.00⟧万元，⟦abr c0¦与上年持平⟧。
⟪s3.9.2⟫公务接待费支出决算为⟦rec a¦4.12⟧万元，完成预算⟦rec a st=budget¦6.00⟧万元的⟦rec k¦68.67⟧%，较上年减少⟦rec c-¦1.15⟧万元，降幅⟦rec r-¦21.82⟧%。全年国内公务接待⟦rec.b n¦38⟧批次，累计⟦rec.p n¦412⟧人次。
⟪s3.9.3⟫公务用车购置及运行维护费支出决算为⟦veh a¦27.40⟧万元，完成预算⟦veh a st=budget¦32.00⟧万元的⟦veh k¦85.63⟧%，比上年减少⟦veh c-¦1.40⟧万元，降幅⟦veh r-¦4.86⟧%。其中公务用车购置支出⟦buy a¦0.00⟧万元，购置车辆⟦buy n¦0⟧辆；公务用车运行维护费支出⟦run a¦27.40⟧万元，公务用车保有量⟦own n¦9⟧辆，平均每辆⟦run uc¦3.04⟧万元。
（十）机关运行经费支出说明
⟪s3.10⟫2022年度机关运行经费支出⟦oper a¦338.25⟧万元，比上年决算数减少⟦oper c-¦7.35⟧万元，下降⟦oper r-¦2.13⟧%，主要是压缩一般性开支。
（十一）政府采购支出说明
⟪s3.11⟫2022年度政府采购支出总额⟦proc a¦1286.40⟧万元，其中：政府采购货物支出⟦pg a¦86.40⟧万元、政府采购工程支出⟦pw a¦840.00⟧万元、政府采购服务支出⟦ps a¦360.00⟧万元。授予中小企业合同金额⟦sme a basis=awarded¦1029.12⟧万元，占政府采购支出总额的⟦sme s of=proc basis=awarded¦80.00⟧%，其中，授予小微企业合同金额⟦mic a basis=awarded¦643.20⟧万元，占政府采购支出总额的⟦mic s of=proc basis=awarded¦50.00⟧%。
（十二）国有资产占有使用情况说明
⟪s3.12⟫截至2022年12月31日，本部门及所属各单位共有车辆⟦as.veh n p=2022-12-31¦9⟧辆，其中，应急保障用车⟦as.veh n p=2022-12-31 type=应急保障用车¦2⟧辆、执法执勤用车⟦as.veh n p=2022-12-31 type=执法执勤用车¦5⟧辆、特种专业技术用车⟦as.veh n p=2022-12-31 type=特种专业技术用车¦1⟧辆、其他用车⟦as.veh n p=2022-12-31 type=其他用车¦1⟧辆；单价50万元以上通用设备⟦as.gen n p=2022-12-31¦3⟧台（套），单价100万元以上专用设备⟦as.spec n p=2022-12-31¦1⟧台（套）。
（十三）预算绩效情况说明
⟪s3.13⟫根据预算绩效管理要求，本部门组织对2022年度⟦pse n¦14⟧个项目开展绩效自评，涉及财政资金⟦pse a¦4312.00⟧万元。
四、名词解释
1.财政拨款收入：指本级财政当年拨付的资金。
2.其他收入：指除财政拨款收入等以外的收入。
""")


document(
    id="b02-jinsha-culture-final-2023", family="T9", year=2023, stage="final", unit="CNY_WAN",
    encoding="gb18030", encoding_note="GB18030",
    not_sums=["exp bas prj", "rev rev.fis co"],
    text="""
⟦name t¦朔原自治州金砂县文化体育广播电视和旅游局⟧2023年度部门决算公开说明
目录
第一部分 部门概况
第二部分 部门决算情况说明
第三部分 专业名词解释
第一部分 部门概况
一、主要职能
组织实施文化惠民工程，推进公共文化服务体系建设；统筹全民健身与竞技体育发展；监管广播电视和网络视听节目；培育旅游市场主体，指导景区质量等级评定工作。
二、机构设置及人员情况
⟪p1.s2⟫金砂县文化体育广播电视和旅游局编制数⟦est n¦46⟧人，其中：行政编制⟦est.adm n¦14⟧人、事业编制⟦est.pi n¦32⟧人；实有在职人员⟦act n¦43⟧人；退休⟦ret n¦19⟧人，离休⟦retv n¦1⟧人。局机关下设⟦offices n¦6⟧个科室，分别是：办公室、公共文化科、体育科、广播电视科、旅游科、产业发展科。
第二部分 部门决算情况说明
一、关于金砂县文化体育广播电视和旅游局2023年度收入支出决算总体情况的说明
⟪p2.s1⟫2023年度收入总计⟦rev a¦2351.68⟧万元，其中：本年收入合计⟦rev.cur a¦2316.48⟧万元，使用非财政拨款结余⟦nfs a¦0.00⟧万元，年初结转和结余⟦co a¦35.20⟧万元。
2023年度支出总计⟦exp a¦2351.68⟧万元，其中：本年支出合计⟦exp.cur a¦2298.16⟧万元，结余分配⟦dist a¦0.00⟧万元，年末结转和结余⟦cc a¦53.52⟧万元。
收入总计与上年相比增加⟦rev c+¦144.55⟧万元，增长⟦rev r+¦6.55⟧%，主要原因是旅游宣传推广和文物保护项目资金增加。
二、关于金砂县文化体育广播电视和旅游局2023年度收入决算情况的说明
⟪p2.s2⟫本年收入合计⟦rev.cur a¦2316.48⟧万元，其中：财政拨款收入⟦rev.fis a¦2205.48⟧万元，占⟦rev.fis s of=rev.cur¦95.21⟧%；上级补助收入⟦rev.sup a¦0.00⟧万元，占⟦rev.sup s of=rev.cur¦0.00⟧%；事业收入⟦rev.bus a¦0.00⟧万元，占⟦rev.bus s of=rev.cur¦0.00⟧%；其他收入⟦rev.oth a¦111.00⟧万元，占⟦rev.oth s of=rev.cur¦4.79⟧%。
三、关于金砂县文化体育广播电视和旅游局2023年度支出决算情况的说明
⟪p2.s3⟫本年支出合计⟦exp.cur a¦2298.16⟧万元，其中：基本支出⟦bas a¦1452.66⟧万元，占⟦bas s of=exp.cur¦63.21⟧%；项目支出⟦prj a¦845.50⟧万元，占⟦prj s of=exp.cur¦36.79⟧%。
四、关于金砂县文化体育广播电视和旅游局2023年度财政拨款收入支出决算总体情况的说明
⟪p2.s4⟫2023年度财政拨款收入支出总计⟦fis a¦2240.68⟧万元，与上年相比增加⟦fis c+¦109.59⟧万元，增长⟦fis r+¦5.14⟧%。
五、关于金砂县文化体育广播电视和旅游局2023年度一般公共预算财政拨款支出决算情况的说明
（一）一般公共预算财政拨款支出决算总体情况
⟪p2.s5.1⟫2023年度一般公共预算财政拨款支出⟦exp.gpb a¦2187.16⟧万元，占本年支出合计的⟦exp.gpb s of=exp.cur¦95.17⟧%。与上年相比增加⟦exp.gpb c+¦88.71⟧万元，增长⟦exp.gpb r+¦4.23⟧%。与年初预算⟦exp.gpb a st=budget¦2050.00⟧万元相比，完成预算的⟦exp.gpb k¦106.69⟧%。
（二）一般公共预算财政拨款支出决算结构情况
⟪p2.s5.2⟫1.文化旅游体育与传媒支出（类）⟦fn:文化旅游体育与传媒支出 a¦1788.50⟧万元，占⟦fn:文化旅游体育与传媒支出 s of=exp.gpb¦81.77⟧%。
2.社会保障和就业支出（类）⟦fn:社会保障和就业支出 a¦201.36⟧万元，占⟦fn:社会保障和就业支出 s of=exp.gpb id=A¦9.12⟧%。
3.卫生健康支出（类）⟦fn:卫生健康支出 a¦88.42⟧万元，占⟦fn:卫生健康支出 s of=exp.gpb¦4.04⟧%。
4.住房保障支出（类）⟦fn:住房保障支出 a¦108.88⟧万元，占⟦fn:住房保障支出 s of=exp.gpb¦4.98⟧%。
六、关于金砂县文化体育广播电视和旅游局2023年度一般公共预算财政拨款基本支出决算情况的说明
⟪p2.s6⟫2023年度一般公共预算财政拨款基本支出⟦bas a¦1452.66⟧万元，其中：人员经费⟦per a¦1320.11⟧万元，包括基本工资、津贴补贴、奖金、绩效工资、住房公积金等；公用经费⟦pub a¦132.55⟧万元，包括办公费、取暖费、邮电费、差旅费等。
七、关于金砂县文化体育广播电视和旅游局2023年度“三公”经费支出决算情况的说明
⟪p2.s7⟫2023年度“三公”经费财政拨款支出决算⟦sg a id=B¦14.60⟧万元，年初预算⟦sg a st=budget¦16.00⟧万元，较上年减少⟦sg c-¦0.62⟧万元，降低⟦sg r-¦4.07⟧%，降低原因是接待批次减少。
⟪p2.s7.1⟫因公出国（境）费支出⟦abr a¦0.00⟧万元，⟦abr c0¦与上年相比无变化⟧。
⟪p2.s7.2⟫公务用车购置及运行维护费支出⟦veh a¦12.40⟧万元，其中：公务用车购置费⟦buy a¦0.00⟧万元，公务用车运行维护费⟦run a¦12.40⟧万元，预算为⟦run a st=budget¦13.00⟧万元，完成预算的⟦run k¦95.38⟧%。公务用车保有量⟦own n¦5⟧辆。
⟪p2.s7.3⟫公务接待费支出⟦rec a¦2.10⟧万元，预算为⟦rec a st=budget¦3.00⟧万元，完成预算的⟦rec k¦70.00⟧%。开支内容是接待文旅推介考察团队，国内公务接待⟦rec.b n¦23⟧批次，⟦rec.p n¦186⟧人次。
八、关于金砂县文化体育广播电视和旅游局2023年度政府性基金预算财政拨款收入支出决算情况的说明
⟪p2.s8⟫⟦rev.fund a0;exp.fund a0¦金砂县文化体育广播电视和旅游局2023年度无政府性基金预算财政拨款收入和支出⟧。
九、关于金砂县文化体育广播电视和旅游局2023年度国有资本经营预算财政拨款收入支出决算情况的说明
⟪p2.s9⟫⟦revenue.state_capital a0;exp.soe a0¦金砂县文化体育广播电视和旅游局2023年度无国有资本经营预算财政拨款收入和支出⟧。
十、其他重要事项的情况说明
（一）机关运行经费支出情况
⟪p2.s10.1⟫2023年度机关运行经费支出⟦oper a¦132.55⟧万元，比上年⟦oper a p=2022¦124.30⟧万元减少⟦oper c- id=C¦8.25⟧万元，降低⟦oper r-¦6.64⟧%，主要原因是供暖费用结算。
（二）政府采购支出情况
⟪p2.s10.2⟫2023年度政府采购支出总额⟦proc a¦318.72⟧万元，其中：政府采购货物支出⟦pg a¦42.16⟧万元、政府采购工程支出⟦pw a¦0.00⟧万元、政府采购服务支出⟦ps a¦276.56⟧万元。授予中小企业合同金额⟦sme a basis=awarded¦286.85⟧万元，占政府采购支出总额的⟦sme s of=proc basis=awarded¦90.00⟧%。
（三）国有资产占有使用情况说明
⟪p2.s10.3⟫截至2023年12月31日，共有车辆⟦as.veh n p=2023-12-31¦5⟧辆，其中：应急保障用车⟦as.veh n p=2023-12-31 type=应急保障用车¦2⟧辆、其他用车⟦as.veh n p=2023-12-31 type=其他用车¦3⟧辆，其他用车为流动图书车和送戏下乡用车；单价100万元（含）以上设备（不含车辆）⟦as.eq n p=2023-12-31¦1⟧台（套）。
第三部分 专业名词解释
基本支出：指为保障机构正常运转、完成日常工作任务而发生的人员支出和公用支出。
""",
    findings=[
        ("TT010", "error", "A", "201.36÷2187.16=9.21%，文中9.12%（数字换位）"),
        ("TT005", "error", "B", "0.00+12.40+2.10=14.50万元，合计写14.60万元"),
        ("AR003", "error", "C", "132.55万元比上年124.30万元多8.25万元，文中写“减少”"),
    ])


document(
    id="b03-qingtang-water-threepublic-budget-2023", family="T10", year=2023, stage="budget", unit="CNY_WAN",
    bom=b"\xef\xbb\xbf", newline="\r\n", encoding_note="UTF-8 with BOM, CRLF",
    text="""
⟦name t¦楚源省青塘县水利局⟧2023年一般公共预算“三公”经费支出情况公开
一、青塘县水利局2023年一般公共预算“三公”经费支出预算表
公开表式：财政拨款“三公”经费支出预算表 | 金额单位：万元
⟪s1⟫项目 | 2022年预算 | 2023年预算 | 增减额
合计 | ⟦sg a in=table p=2022¦29.30⟧ | ⟦sg a in=table¦26.80⟧ | ⟦sg c in=table¦-2.50⟧
1.因公出国（境）费 | ⟦abr a in=table p=2022¦0⟧ | ⟦abr a in=table¦0⟧ | 
2.公务接待费 | ⟦rec a in=table p=2022¦4.30⟧ | ⟦rec a in=table¦3.80⟧ | ⟦rec c in=table¦-0.50⟧
3.公务用车购置及运行费 | ⟦veh a in=table p=2022¦25.00⟧ | ⟦veh a in=table¦23.00⟧ | ⟦veh c in=table¦-2.00⟧
其中：公务用车购置费 | ⟦buy a in=table p=2022¦0⟧ | ⟦buy a in=table¦0⟧ | 
公务用车运行维护费 | ⟦run a in=table p=2022¦25.00⟧ | ⟦run a in=table¦23.00⟧ | ⟦run c in=table¦-2.00⟧
注：本表口径为一般公共预算财政拨款，含局机关和所属事业单位。
二、青塘县水利局2023年一般公共预算“三公”经费支出预算情况说明
⟪s2⟫2023年青塘县水利局“三公”经费财政拨款预算共安排⟦sg a¦26.80⟧万元，与2022年预算⟦sg a p=2022¦29.30⟧万元相比减少⟦sg c-¦2.50⟧万元，减幅⟦sg r-¦8.53⟧%。减少的原因：一是公务接待从严控制，二是老旧车辆报废后不再更新。分项情况如下：
⟪s2.1⟫（一）因公出国（境）费。⟦abr a0¦2023年未安排因公出国（境）费预算⟧，⟦abr c0¦与上年相同⟧。因公出国（境）费用于单位工作人员公务出国（境）的国际旅费、住宿费、伙食费、培训费等。
⟪s2.2⟫（二）公务接待费⟦rec a¦3.80⟧万元，较2022年预算压减⟦rec c-¦0.50⟧万元，下降⟦rec r-¦11.63⟧%，用于接待上级防汛抗旱检查、水资源管理考核以及外县同行来访交流。接待活动严格执行公函制度和陪餐人数限制，接待标准按《党政机关国内公务接待管理规定》第十条执行。
⟪s2.3⟫（三）公务用车购置及运行费⟦veh a¦23.00⟧万元，较2022年预算压减⟦veh c-¦2.00⟧万元，下降⟦veh r-¦8.00⟧%。其中：⟦buy a0¦公务用车购置费未安排预算⟧；公务用车运行维护费⟦run a¦23.00⟧万元，现有公务用车⟦own n¦8⟧辆，主要承担水库巡查、河道执法和抗旱送水任务，开支燃油、保险、检修、过路过桥等费用。
以上预算由县财政局批复，执行中确需调整的，按规定程序报批。监督电话见县政府门户网站。
2023年2月16日
""")


document(
    id="b04-wangxi-threepublic-summary-final-2022", family="T11", year=2022, stage="final", unit="CNY_WAN",
    flatten="space", no_final_newline=True,
    text="""
⟦name t¦禾州市望溪区财政局⟧关于2022年度区级“三公”经费财政拨款支出决算汇总情况的说明
⟪s1⟫经望溪区财政局汇总，2022年度区级行政单位（含参照公务员法管理的事业单位）、事业单位和其他单位使用一般公共预算财政拨款安排的“三公”经费支出合计⟦sg a¦1,286.35⟧万元，比年初预算数⟦sg a st=budget¦1,520.00⟧万元减少⟦sg c- b=2022/budget¦233.65⟧万元，下降⟦sg r- b=2022/budget¦15.37⟧%，比上年决算数⟦sg a p=2021¦1,342.17⟧万元减少⟦sg c-¦55.82⟧万元，下降⟦sg r-¦4.16⟧%。
其中：⟦abr a0¦受出访计划取消影响，全年没有发生因公出国（境）费⟧；公务接待费⟦rec a¦96.28⟧万元，完成预算⟦rec a st=budget¦185.00⟧万元的⟦rec k¦52.04⟧%，较上年减少⟦rec c-¦8.38⟧万元，下降⟦rec r-¦8.01⟧%，共接待⟦rec.b n¦1,846⟧批次、⟦rec.p n¦15,210⟧人次，主要是招商洽谈和上级检查；公务用车购置及运行费⟦veh a¦1,190.07⟧万元，完成预算⟦veh a st=budget¦1,335.00⟧万元的⟦veh k¦89.14⟧%，较上年减少⟦veh c-¦47.44⟧万元，下降⟦veh r-¦3.83⟧%。
公务用车购置及运行费中，公务用车购置费⟦buy a¦214.60⟧万元，购置⟦buy n¦12⟧辆，较上年减少⟦buy c-¦24.30⟧万元，下降⟦buy r-¦10.17⟧%；公务用车运行维护费⟦run a¦975.47⟧万元，较上年减少⟦run c-¦23.14⟧万元，下降⟦run r-¦2.32⟧%，年末区级单位公务用车保有量⟦own n¦322⟧辆，平均每辆⟦run uc¦3.03⟧万元。
“三公”经费减少，主要是各单位带头落实过紧日子要求，推行公务用车集中调度，从严审批公务接待。
""")


document(
    id="b05-luowu-tea-station-changenote-2021", family="T12", year=2021, stage="budget", unit="CNY_WAN", wrap=48, blank=True,
    text="""
⟦name t¦澜岭省洛坞县茶叶技术推广站⟧2021年单位预算收支增减变化说明
按照县财政局关于做好预算公开工作的统一部署，现就我站2021年预算与上年相比的增减变化作如下说明。
一、收入增减变化
⟪s1⟫2021年收入预算较2020年预算减少⟦rev c-¦4.36⟧万元，减幅⟦rev r-¦2.51⟧%，系在职人员退休后人员经费相应核减，其中一般公共预算拨款减少⟦rev.gpb c-¦4.36⟧万元。
二、支出增减变化
⟪s2⟫2021年支出预算较上年减少⟦exp c-¦4.36⟧万元，减幅⟦exp r-¦2.51⟧%。
⟪s2.1⟫（一）基本支出较上年减少⟦bas c-¦12.36⟧万元，减幅⟦bas r-¦10.02⟧%。具体为：
1.工资福利支出减⟦wages c-¦15.20⟧万元，减⟦wages r-¦13.90⟧%，原因是两名高级农艺师退休；
2.商品和服务支出增⟦goods c+¦1.04⟧万元，增⟦goods r+¦9.12⟧%，原因是茶园土壤检测用车租赁费调整；
3.对个人和家庭的补助增⟦indiv c+¦1.80⟧万元，增⟦indiv r+¦68.97⟧%，原因是新增退休人员生活补贴。
⟪s2.2⟫（二）项目支出较上年增加⟦prj c+¦8.00⟧万元，增幅⟦prj r+¦16.00⟧%，原因是新增无性系良种茶苗繁育项目。
三、“三公”经费增减变化
⟪s3⟫2021年“三公”经费预算⟦sg a¦3.20⟧万元，比2020年少⟦sg c-¦0.40⟧万元，降幅⟦sg r-¦11.11⟧%。其中：
1.⟦abr a0¦没有安排因公出国（境）费⟧，⟦abr c0¦同2020年预算数持平⟧；
2.公务接待费⟦rec a¦1.10⟧万元，比2020年少⟦rec c-¦0.40⟧万元，降幅⟦rec r-¦26.67⟧%；
3.公务用车购置及运行维护费⟦veh a¦2.10⟧万元，⟦veh c0¦与2020年预算数相比无增减⟧。
四、其他事项
⟪s4⟫⟦fund a0;soe a0¦我站2021年无政府性基金预算和国有资本经营预算⟧。因编制系统升级，2021年部门预算表由9张增至11张，不影响各项数据的可比性。
""")


document(
    id="b06-wangxi-government-report-2024", family="T13", year=2024, stage="execution", unit="CNY_YI",
    text="""
关于禾州市望溪区2024年预算执行情况和2025年预算草案的报告
——2025年1月9日在望溪区第七届人民代表大会第四次会议上
⟦name t¦禾州市望溪区财政局⟧
各位代表：
受区人民政府委托，现将望溪区2024年预算执行情况和2025年预算草案提请大会审议，并请区政协委员和其他列席人员提出意见。
一、2024年预算执行情况
（一）一般公共预算
⟪s1.1.1⟫1.收入执行情况。2024年全区一般公共预算收入⟦government.general_public_budget_revenue a¦18.62⟧亿元，为预算的⟦government.general_public_budget_revenue k¦102.3⟧%，比上年增收⟦government.general_public_budget_revenue c+¦0.98⟧亿元，增长⟦government.general_public_budget_revenue r+¦5.6⟧%。其中：税收收入⟦government.tax_revenue a¦12.05⟧亿元，增长⟦government.tax_revenue r+¦6.4⟧%，占一般公共预算收入的比重为⟦government.tax_revenue s of=government.general_public_budget_revenue¦64.7⟧%；非税收入⟦government.nontax_revenue a¦6.57⟧亿元，增长⟦government.nontax_revenue r+¦4.0⟧%。加上转移性收入⟦government.general_public_budget_transfer_revenue a¦12.65⟧亿元，一般公共预算收入总计⟦government.general_public_budget_total_revenue a¦31.27⟧亿元。
⟪s1.1.2⟫2.支出执行情况。全区一般公共预算支出⟦government.general_public_budget_expenditure a¦26.90⟧亿元，为调整预算的⟦government.general_public_budget_expenditure k b=2024/adjusted_budget¦98.1⟧%，增长⟦government.general_public_budget_expenditure r+¦3.4⟧%。加上转移性支出⟦government.general_public_budget_transfer_expenditure a¦4.37⟧亿元，一般公共预算支出总计⟦government.general_public_budget_total_expenditure a¦31.27⟧亿元。收支相抵，当年实现平衡。
主要支出科目执行情况如下：
——教育支出⟦fn:教育支出 a¦6.12⟧亿元，增长⟦fn:教育支出 r+¦4.3⟧%，主要用于新建学校开办和生均公用经费提标。
——社会保障和就业支出⟦fn:社会保障和就业支出 a¦4.35⟧亿元，增长⟦fn:社会保障和就业支出 r+¦5.8⟧%，主要用于基本养老保险补助和就业援助。
——卫生健康支出⟦fn:卫生健康支出 a¦2.86⟧亿元，下降⟦fn:卫生健康支出 r-¦2.7⟧%，主要是上年一次性补助较多。
——城乡社区支出⟦fn:城乡社区支出 a¦3.27⟧亿元，增长⟦fn:城乡社区支出 r+¦7.2⟧%，主要用于背街小巷整治。
——科学技术支出⟦fn:科学技术支出 a¦0.58⟧亿元，增长⟦fn:科学技术支出 r+¦5.5⟧%。
（二）政府性基金预算
⟪s1.2⟫2024年全区政府性基金预算收入⟦government.government_fund_revenue a¦7.48⟧亿元，完成预算的⟦government.government_fund_revenue k¦88.0⟧%，下降⟦government.government_fund_revenue r-¦12.6⟧%，主要是土地市场持续调整。其中国有土地使用权出让收入⟦government.land_transfer_revenue a¦6.90⟧亿元，下降⟦government.land_transfer_revenue r-¦13.3⟧%。加上转移性收入⟦government.government_fund_transfer_revenue a¦3.10⟧亿元，政府性基金收入总计⟦government.government_fund_total_revenue a¦10.58⟧亿元。
政府性基金预算支出⟦government.government_fund_expenditure a¦8.95⟧亿元，完成调整预算的⟦government.government_fund_expenditure k b=2024/adjusted_budget¦97.3⟧%。加上转移性支出⟦government.government_fund_transfer_expenditure a¦1.63⟧亿元，政府性基金支出总计⟦government.government_fund_total_expenditure a¦10.58⟧亿元。
（三）国有资本经营预算
⟪s1.3⟫国有资本经营预算收入⟦government.state_capital_revenue a¦0.42⟧亿元，完成预算的⟦government.state_capital_revenue k¦105.0⟧%；国有资本经营预算支出⟦government.state_capital_expenditure a¦0.20⟧亿元，其余按规定调入一般公共预算。
（四）社会保险基金预算
⟪s1.4⟫社会保险基金预算收入⟦government.social_insurance_revenue a¦5.36⟧亿元，完成预算的⟦government.social_insurance_revenue k¦102.1⟧%，增长⟦government.social_insurance_revenue r+¦5.5⟧%；社会保险基金预算支出⟦government.social_insurance_expenditure a¦4.88⟧亿元，增长⟦government.social_insurance_expenditure r+¦6.3⟧%。
（五）地方政府债务情况
⟪s1.5⟫市财政局核定望溪区2024年政府债务限额⟦government.debt_limit a st=stock¦32.50⟧亿元。截至2024年12月31日，全区政府债务余额⟦government.debt_balance a st=stock p=2024-12-31¦31.86⟧亿元，控制在限额以内。
二、2025年预算草案
（一）一般公共预算
⟪s2.1⟫2025年全区一般公共预算收入安排⟦government.general_public_budget_revenue a p=2025 st=budget¦19.36⟧亿元，比2024年执行数增长⟦government.general_public_budget_revenue r+ p=2025 st=budget b=2024/execution¦4.0⟧%，其中税收收入⟦government.tax_revenue a p=2025 st=budget¦12.65⟧亿元、非税收入⟦government.nontax_revenue a p=2025 st=budget¦6.71⟧亿元；加上转移性收入，收入总计⟦government.general_public_budget_total_revenue a p=2025 st=budget¦31.90⟧亿元。
一般公共预算支出安排⟦government.general_public_budget_expenditure a p=2025 st=budget¦27.58⟧亿元，比2024年执行数增长⟦government.general_public_budget_expenditure r+ p=2025 st=budget b=2024/execution¦2.5⟧%；加上转移性支出，支出总计⟦government.general_public_budget_total_expenditure a p=2025 st=budget¦31.90⟧亿元，收支平衡。
（二）政府性基金预算
⟪s2.2⟫2025年政府性基金预算收入安排⟦government.government_fund_revenue a p=2025 st=budget¦7.80⟧亿元，政府性基金预算支出安排⟦government.government_fund_expenditure a p=2025 st=budget¦8.60⟧亿元。
（三）国有资本经营预算
⟪s2.3⟫2025年国有资本经营预算收入安排⟦government.state_capital_revenue a p=2025 st=budget¦0.45⟧亿元。
（四）社会保险基金预算
⟪s2.4⟫2025年社会保险基金预算收入安排⟦government.social_insurance_revenue a p=2025 st=budget¦5.62⟧亿元，社会保险基金预算支出安排⟦government.social_insurance_expenditure a p=2025 st=budget¦5.14⟧亿元。
三、完成2025年预算任务的主要措施
一是深化零基预算改革，打破支出固化格局。二是守牢“三保”底线，优先保障民生。三是完善债务全口径监测，稳妥化解风险。
""")
