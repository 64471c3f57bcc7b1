"""Every way to put a figure (tests/data/shapes.txt) gives the same facts whatever money it speaks of."""
import json
import re
import unittest

import harness

SHAPES = harness.SOURCE / "tests" / "data" / "shapes.txt"
TITLES = {"budget": "云川市青禾区河道管理处%s年单位预算\n\n", "final": "云川市青禾区河道管理处%s年度单位决算\n\n"}
# Money without a stage of its own. The sources of funds only say who pays when another name follows.
NAMES = """
revenue.total 收入总计
revenue.current_year 本年收入合计
revenue.business 事业收入
revenue.operating 事业单位经营收入
revenue.superior_subsidy 上级补助收入
revenue.subordinate_remittance 附属单位上缴收入
revenue.other 其他收入
revenue.special_account 财政专户管理资金
revenue.unit_funds 单位资金
carryover.opening 年初结转和结余
carryover.closing 年末结转和结余
carryover.nonfiscal_surplus_used 动用非财政拨款结余
carryover.surplus_distribution 结余分配
expenditure.current_year 本年支出合计
expenditure.basic 基本支出
expenditure.basic.personnel 人员经费
expenditure.basic.public 公用经费
expenditure.project 项目支出
expenditure.wages_and_benefits 工资福利支出
expenditure.goods_and_services 商品和服务支出
expenditure.individual_and_family_subsidies 对个人和家庭的补助
expenditure.capital 资本性支出
expenditure.remitted_to_superior 上缴上级支出
expenditure.operating 经营支出
expenditure.subsidies_to_subordinates 对附属单位补助支出
three_public.total “三公”经费
three_public.overseas_travel 因公出国（境）费
three_public.official_reception 公务接待费
three_public.official_vehicles 公务用车购置及运行维护费
three_public.official_vehicles.purchase 公务用车购置费
three_public.official_vehicles.operation 公务用车运行维护费
meeting_expenses 会议费
training_expenses 培训费
operating_expenses 机关运行经费
procurement 政府采购
purchased_services 政府购买服务
expenditure.functional 教育支出
"""


class Shape:
    def __init__(self, block):
        head, self.text, *facts = block.strip().split("\n")
        self.name, kind, year = re.fullmatch(r"\[(.*)\] (\w+) (\d+)", head).groups()
        self.text = TITLES[kind] % year + self.text.replace("\\n", "\n") + "\n"
        self.facts = facts

    def document(self, name):
        return self.text.replace("{name}", name)

    def expected(self, concept):
        return sorted(fact if len(fact.split()) == 7 else concept + " " + fact for fact in self.facts)


def shapes():
    lines = [line for line in SHAPES.read_text(encoding="utf-8").split("\n") if not line.startswith("#")]
    return [Shape(block) for block in "\n".join(lines).split("\n\n") if block.strip()]


def extract(texts):
    lines = "".join(json.dumps({"id": key, "text": text}, ensure_ascii=False) + "\n" for key, text in texts.items())
    process = harness.run("extract", "--input-format", "jsonl", "-", stdin=lines.encode())
    if process.returncode != 0:
        raise AssertionError(process.stderr.decode())
    return {record["source"]["name"]: record for record in map(json.loads, process.stdout.splitlines())}


class Shapes(unittest.TestCase):
    def test_every_shape_holds_for_every_concept(self):
        names = [line.split(" ", 1) for line in NAMES.strip().split("\n")]
        cases = {"%s, %s" % (shape.name, concept): (shape, concept, name) for shape in shapes() for concept, name in names}
        records = extract({key: shape.document(name) for key, (shape, _, name) in cases.items()})
        self.assertEqual(len(records), len(cases))
        for key, (shape, concept, name) in cases.items():
            with self.subTest(key):
                facts = sorted(harness.line_of(fact) for fact in records[key]["facts"] if fact["measure"] != "text")
                self.assertEqual(facts, shape.expected(concept), shape.document(name))


if __name__ == "__main__":
    unittest.main()
