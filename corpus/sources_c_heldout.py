"""Sources of composed documents that are held out: no grammar is tuned on them; the markup is that of compose.py.

Families of provinces that the documents of a and b leave out. All places and bodies are invented, and so are the figures.
"""
import sys

FIGURES = "composed; invented body and figures"
DOCUMENTS = []


def extend(composer):
    """Wholes of shares that compose.py has no short name for, and documents whose sums run over other parts."""
    composer.CONCEPTS.setdefault("government.general_public_budget_revenue", "government.general_public_budget_revenue")

    def sums(self, original=composer.Audit.sums):
        self.SUMS = [s for s in self.SUMS if s[1] + " " + s[2] not in self.doc.get("not_sums", ())]
        original(self)

    composer.Audit.sums = sums


if hasattr(sys.modules["__main__"], "Audit"):
    extend(sys.modules["__main__"])


def document(**fields):
    DOCUMENTS.append(dict({"figures": FIGURES}, **fields))


document(
    id="c03-heilan-fengtun-town-final-2022", family="C3", year=2022, stage="final", unit="CNY_WAN",
    text="""
⟦name t¦黑岚县丰屯镇人民政府⟧2022年度部门决算公开
第一部分 部门概况
⟪p1⟫本部门内设机构⟦offices n¦6⟧个，分别为党政综合办公室、经济发展办公室等。核定编制⟦est n¦62⟧人，其中：行政编制⟦est.adm n¦28⟧人，事业编制⟦est.pi n¦34⟧人。年末实有在职人员⟦act n¦57⟧人，离退休人员⟦ret n¦19⟧人。
第三部分 2022年度部门决算情况说明
一、收入支出决算总体情况说明
⟪p3.s1⟫2022年度收、支总计⟦bal a¦1865.47⟧万元。与2021年相比，收、支总计各减少⟦bal c-¦102.36⟧万元，下降⟦bal r-¦5.20⟧%。主要原因：乡村振兴项目减少。
二、收入决算情况说明
⟪p3.s2⟫2022年度收入合计⟦rev.cur a¦1811.07⟧万元。其中：一般公共预算财政拨款收入⟦rev.gpb a¦1721.07⟧万元，占⟦rev.gpb s of=rev.cur¦95.03⟧%；政府性基金预算财政拨款收入⟦rev.fund a¦90.00⟧万元，占⟦rev.fund s of=rev.cur¦4.97⟧%。
三、支出决算情况说明
⟪p3.s3⟫2022年度支出合计⟦exp.cur a¦1829.17⟧万元。其中：基本支出⟦bas a¦1029.17⟧万元，占⟦bas s of=exp.cur¦56.26⟧%；项目支出⟦prj a¦800.00⟧万元，占⟦prj s of=exp.cur¦43.74⟧%。
四、一般公共预算财政拨款支出决算情况说明
⟪p3.s4⟫2022年度一般公共预算财政拨款支出⟦exp.gpb a¦1739.17⟧万元，占本年支出合计的⟦exp.gpb s of=exp.cur¦95.08⟧%。与2021年度相比减少⟦exp.gpb c-¦88.20⟧万元，下降⟦exp.gpb r-¦4.83⟧%。
一般公共服务支出（类）⟦fn:一般公共服务支出 a¦739.17⟧万元，占⟦fn:一般公共服务支出 s of=exp.gpb¦42.50⟧%；社会保障和就业支出（类）⟦fn:社会保障和就业支出 a¦150.00⟧万元，占⟦fn:社会保障和就业支出 s of=exp.gpb¦8.62⟧%；农林水支出（类）⟦fn:农林水支出 a¦850.00⟧万元，占⟦fn:农林水支出 s of=exp.gpb¦48.87⟧%。
五、财政拨款“三公”经费支出决算情况说明
⟪p3.s5⟫2022年度“三公”经费支出⟦sg a¦9.86⟧万元，比年初预算⟦sg a st=budget¦12.00⟧万元减少⟦sg c- b=2022/budget¦2.14⟧万元，比上年⟦sg a p=2021¦9.40⟧万元增加⟦sg c+¦0.46⟧万元，增长⟦sg r+¦4.89⟧%，增加的主要原因是燃油涨价。其中：
1.因公出国（境）费支出⟦abr a¦0⟧万元，年初预算为⟦abr a st=budget¦0⟧万元。
2.公务用车运行维护费支出⟦run a¦8.60⟧万元，比年初预算⟦run a st=budget¦9.00⟧万元减少⟦run c- b=2022/budget¦0.40⟧万元，公务用车保有量⟦own n¦3⟧辆，车均运行维护费⟦run uc¦2.87⟧万元。
3.公务接待费支出⟦rec a¦1.26⟧万元，比年初预算⟦rec a st=budget¦3.00⟧万元减少⟦rec c- b=2022/budget¦1.74⟧万元。全年接待⟦rec.b n¦18⟧批次、⟦rec.p n¦142⟧人次。
六、其他重要事项情况说明
⟪p3.s6⟫机关运行经费支出⟦oper a¦103.50⟧万元，较上年减少⟦oper c-¦6.20⟧万元，降低⟦oper r-¦5.65⟧%。政府采购支出总额⟦proc a¦212.00⟧万元，其中：货物类⟦pg a¦12.00⟧万元，工程类⟦pw a¦180.00⟧万元，服务类⟦ps a¦20.00⟧万元。
""",
    wrap=64,
    sums=[('TT009', 'exp.gpb', '', 'amount')],
    not_sums=['sg abr rec veh'])


document(
    id="c06-qinghai-like-husai-culture-final-2023", family="C6", year=2023, stage="final", unit="CNY_WAN",
    text="""
⟦name t¦湖塞省海北县文体旅游广电局⟧2023年度部门决算
第三部分 2023年度部门决算情况说明
一、收入支出总体情况
⟪p3.s1⟫（一）总体情况。2023年度收支总计⟦bal a¦2536.18⟧万元，与上年相比增加⟦bal c+¦145.20⟧万元，增长⟦bal r+¦6.07⟧%，增加的主要原因是文物保护项目增加。
（二）收入构成。本年收入⟦rev.cur a¦2496.18⟧万元，占收入总计的⟦rev.cur s of=bal¦98.42⟧%；年初结转和结余⟦co a¦40.00⟧万元，占收入总计的⟦co s of=bal¦1.58⟧%。
（三）支出构成。本年支出⟦exp.cur a¦2476.18⟧万元，年末结转和结余⟦cc a¦60.00⟧万元。
二、收入决算情况
⟪p3.s2⟫本年收入合计⟦rev.cur a¦2496.18⟧万元，比上年增加⟦rev.cur c+¦160.00⟧万元，其中：财政拨款收入⟦rev.fis a¦2456.18⟧万元，占⟦rev.fis s of=rev.cur¦98.40⟧%，比上年增加⟦rev.fis c+¦150.00⟧万元；其他收入⟦rev.oth a¦40.00⟧万元，占⟦rev.oth s of=rev.cur¦1.60⟧%，比上年增加⟦rev.oth c+¦10.00⟧万元。
三、支出决算情况
⟪p3.s3⟫本年支出合计⟦exp.cur a¦2476.18⟧万元，其中：基本支出⟦bas a¦1276.18⟧万元，占⟦bas s of=exp.cur¦51.54⟧%，比上年增加⟦bas c+¦36.18⟧万元；项目支出⟦prj a¦1200.00⟧万元，占⟦prj s of=exp.cur¦48.46⟧%，比上年增加⟦prj c+¦80.00⟧万元。
六、财政拨款“三公”经费、会议费、培训费支出决算情况
⟪p3.s6⟫2023年度“三公”经费预算数⟦sg a st=budget¦16.00⟧万元，决算数⟦sg a¦13.20⟧万元，预决算相差⟦sg c- b=2023/budget¦2.80⟧万元。其中：
公务用车运行维护费预算数⟦run a st=budget¦12.00⟧万元，决算数⟦run a¦11.50⟧万元，完成预算的⟦run k¦95.83⟧%；公务接待费预算数⟦rec a st=budget¦4.00⟧万元，决算数⟦rec a¦1.70⟧万元，完成预算的⟦rec k¦42.50⟧%；⟦abr a0;buy a0¦未安排因公出国（境）费和公务用车购置费⟧。
公务接待⟦rec.b n¦14⟧批次⟦rec.p n¦118⟧人次。截止2023年底，公务用车保有量⟦own n p=2023-12-31¦4⟧辆。
会议费预算数⟦meet a st=budget¦2.00⟧万元，决算数⟦meet a¦1.60⟧万元，完成预算的⟦meet k¦80.00⟧%；培训费预算数⟦train a st=budget¦5.00⟧万元，决算数⟦train a¦4.20⟧万元，完成预算的⟦train k¦84.00⟧%。
七、机关运行经费支出情况
⟪p3.s7⟫2023年度机关运行经费支出⟦oper a¦136.80⟧万元，与上年相比减少⟦oper c-¦4.10⟧万元，下降⟦oper r-¦2.91⟧%，主要原因是公用经费压减。
八、政府采购支出情况
⟪p3.s8⟫2023年度政府采购支出总额⟦proc a¦186.50⟧万元，其中：货物支出⟦pg a¦86.50⟧万元、工程支出⟦pw a¦0⟧万元、服务支出⟦ps a¦100.00⟧万元。授予中小企业合同金额⟦sme a basis=awarded¦150.00⟧万元，占政府采购支出总额的⟦sme s of=proc basis=awarded¦80.43⟧%。
""",
    not_sums=['sg abr rec veh', 'sg abr rec run'])


document(
    id="c09-chuhu-liangzi-forestry-budget-2023", family="C9", year=2023, stage="budget", unit="CNY_WAN",
    text="""
⟦name t¦楚湖省梁子市林业工作总站⟧2023年单位预算编制说明
一、单位基本情况
⟪s1⟫林业工作总站为正科级公益一类事业单位，核定事业编制⟦est.pi n¦26⟧名，在职在编人员⟦act n¦24⟧人，退休人员⟦ret n¦15⟧人，长期聘用人员⟦contract n¦3⟧人。
二、收支预算总体安排情况
⟪s2⟫2023年收入总预算⟦rev a¦486.72⟧万元，比上年预算增加⟦rev c+¦21.32⟧万元，增幅⟦rev r+¦4.58⟧%。其中：财政拨款（补助）收入⟦rev.fis a¦466.72⟧万元，占总收入⟦rev.fis s of=rev¦95.89⟧%；上年结转收入⟦co a¦20.00⟧万元，占总收入⟦co s of=rev¦4.11⟧%。收入增加的主要原因是人员工资标准提高。
2023年支出总预算⟦exp a¦486.72⟧万元，比上年预算增加⟦exp c+¦21.32⟧万元，增幅⟦exp r+¦4.58⟧%。其中：人员经费⟦per a¦356.72⟧万元，占总支出⟦per s of=exp¦73.29⟧%；公用经费⟦pub a¦30.00⟧万元，占总支出⟦pub s of=exp¦6.16⟧%；项目支出⟦prj a¦100.00⟧万元，占总支出⟦prj s of=exp¦20.55⟧%。
三、一般公共预算“三公”经费情况
⟪s3⟫2023年“三公”经费支出预算⟦sg a¦3.60⟧万元，比2022年预算减少⟦sg c-¦0.40⟧万元，降幅⟦sg r-¦10.00⟧%，其中：因公出国（境）费⟦abr a¦0⟧万元；公务接待费⟦rec a¦0.60⟧万元，比2022年预算减少⟦rec c-¦0.40⟧万元，降幅⟦rec r-¦40.00⟧%，主要原因是压减公务接待；公务用车运行维护费⟦run a¦3.00⟧万元，⟦run c0¦与2022年预算持平⟧；公务用车购置费⟦buy a¦0⟧万元。
四、其他重要事项
⟪s4⟫2023年政府采购预算⟦proc a¦58.00⟧万元，其中：货物类⟦pg a¦18.00⟧万元，服务类⟦ps a¦40.00⟧万元。
截至2022年12月31日，占有使用固定资产⟦as.fix a p=2022-12-31¦236.80⟧万元，其中车辆⟦as.veh n p=2022-12-31¦2⟧台。
2023年对⟦pt n¦3⟧个项目设置了绩效目标，涉及资金⟦pt a¦100.00⟧万元。
""",
    pad=True,
    not_sums=['sg abr rec veh'])


document(
    id="c12-wanjiang-tonghe-hospital-final-2023", family="C12", year=2023, stage="final", unit="CNY_WAN",
    text="""
⟦name t¦皖疆市通河县中医院⟧2023年度单位决算
第三部分 2023年度单位决算情况说明
一、收入支出决算总体情况说明
⟪p3.s1⟫县中医院2023年度收、支总计⟦bal a¦15632.47⟧万元（含结转和结余）。与2022年相比，收、支总计各增加⟦bal c+¦1245.30⟧万元，增长⟦bal r+¦8.66⟧%，主要原因：一是医疗业务量增长；二是新院区投入使用。
二、收入决算情况说明
⟪p3.s2⟫2023年度收入合计⟦rev.cur a¦15432.47⟧万元，其中：财政拨款收入⟦rev.fis a¦1632.47⟧万元，占⟦rev.fis s of=rev.cur¦10.58⟧%；事业收入⟦rev.bus a¦13600.00⟧万元，占⟦rev.bus s of=rev.cur¦88.13⟧%；其他收入⟦rev.oth a¦200.00⟧万元，占⟦rev.oth s of=rev.cur¦1.30⟧%。
三、支出决算情况说明
⟪p3.s3⟫2023年度支出合计⟦exp.cur a¦15532.47⟧万元，其中：基本支出⟦bas a¦14032.47⟧万元，占⟦bas s of=exp.cur¦90.34⟧%；项目支出⟦prj a¦1500.00⟧万元，占⟦prj s of=exp.cur¦9.66⟧%。
四、财政拨款收入支出决算总体情况说明
⟪p3.s4⟫2023年度财政拨款收、支总计⟦fis a¦1682.47⟧万元。与2022年相比，财政拨款收、支总计各增加⟦fis c+¦182.47⟧万元，增长⟦fis r+¦12.16⟧%，主要原因：公共卫生补助增加。
五、一般公共预算财政拨款支出决算情况说明
⟪p3.s5⟫（一）总体情况。2023年度一般公共预算财政拨款支出⟦exp.gpb a¦1632.47⟧万元，占本年支出合计的⟦exp.gpb s of=exp.cur¦10.51⟧%。与2022年相比，一般公共预算财政拨款支出增加⟦exp.gpb c+¦150.00⟧万元，增长⟦exp.gpb r+¦10.12⟧%，主要原因：公共卫生补助增加。
（三）具体情况。2023年度一般公共预算财政拨款支出年初预算为⟦exp.gpb a st=budget¦1400.00⟧万元，支出决算为⟦exp.gpb a¦1632.47⟧万元，完成年初预算的⟦exp.gpb k¦116.61⟧%。决算数大于预算数的主要原因：追加中央补助。其中：
1.卫生健康支出（类）公立医院（款）中医（民族）医院（项）。年初预算为⟦fn:卫生健康支出>公立医院>中医（民族）医院 a st=budget¦900.00⟧万元，支出决算为⟦fn:卫生健康支出>公立医院>中医（民族）医院 a¦1050.00⟧万元，完成年初预算的⟦fn:卫生健康支出>公立医院>中医（民族）医院 k¦116.67⟧%。
2.卫生健康支出（类）公共卫生（款）重大公共卫生服务（项）。年初预算为⟦fn:卫生健康支出>公共卫生>重大公共卫生服务 a st=budget¦500.00⟧万元，支出决算为⟦fn:卫生健康支出>公共卫生>重大公共卫生服务 a¦582.47⟧万元，完成年初预算的⟦fn:卫生健康支出>公共卫生>重大公共卫生服务 k¦116.49⟧%。
七、“三公”经费情况
⟪p3.s7⟫⟦sg a0¦县中医院2023年度没有使用财政拨款安排的“三公”经费支出⟧。
八、政府性基金预算财政拨款收入支出决算情况说明
⟪p3.s8⟫⟦rev.fund a0;exp.fund a0¦县中医院没有政府性基金预算财政拨款收入和支出⟧。
十、其他重要事项的情况说明
（一）机关运行经费支出情况
⟪p3.s10.1⟫⟦oper a0¦县中医院是公益二类事业单位，不涉及机关运行经费⟧。
（二）政府采购支出情况
⟪p3.s10.2⟫2023年度政府采购支出总额⟦proc a¦2356.80⟧万元，其中：政府采购货物支出⟦pg a¦1856.80⟧万元、政府采购工程支出⟦pw a¦0⟧万元、政府采购服务支出⟦ps a¦500.00⟧万元。授予中小企业合同金额⟦sme a basis=awarded¦1856.80⟧万元，占政府采购支出总额的⟦sme s of=proc basis=awarded¦78.78⟧%，其中：授予小微企业合同金额⟦mic a basis=awarded¦856.80⟧万元，占政府采购支出总额的⟦mic s of=proc basis=awarded¦36.35⟧%。
（三）国有资产占有使用情况
⟪p3.s10.3⟫截至2023年12月31日，县中医院共有车辆⟦as.veh n p=2023-12-31¦8⟧辆，其中：特种专业技术用车⟦as.veh n p=2023-12-31 type=特种专业技术用车¦6⟧辆、其他用车⟦as.veh n p=2023-12-31 type=其他用车¦2⟧辆；单价100万元（含）以上设备（不含车辆）⟦as.eq n p=2023-12-31¦21⟧台（套）。
（四）预算绩效情况
⟪p3.s10.4⟫县中医院对2023年度⟦pse n¦6⟧个项目开展了绩效自评，涉及资金⟦pse a¦1500.00⟧万元。
""",
    not_sums=['rev.cur rev.fis rev.oth'])
