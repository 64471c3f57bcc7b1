"""diff: what changed between documents, and what did not."""
import csv
import io
import json
import shutil
import unicodedata
import unittest

from harness import CLEAN, CORPUS, SOURCE, ProgramTest, run, validator

SERIES = CORPUS / "series"
ITEMS = """云川市青禾区文物局%(year)d年部门预算

一、支出预算情况
%(year)d年支出预算100.00万元，其中：%(culture)s（类）文物（款）行政运行（项）60.00万元；社会保障和就业支出（类）%(pensions)s（款）%(retired)s（项）%(amount)s万元。
"""
FIGURES = ("level", "restatement", "added", "removed", "document", "section")
COLUMNS = ("organization", "kind", "concept", "measure", "basis", "name", "old", "new", "difference")


def changes(process):
    """Every change that a test looks at keeps to the schema."""
    found = [json.loads(line) for line in process.stdout.splitlines()]
    for change in found:
        validator("diff").validate(change)
    return found


def shown(side):
    if isinstance(side, dict):
        return side["value"] + (" (derived)" if side["derived"] else "")
    return side or ""


def table(process):
    """The changes as rows of a golden file; findings are the audit's affair and are left out."""
    rows = []
    for change in changes(process):
        if change["kind"] not in FIGURES:
            continue
        document = change["new_document"] or change["old_document"]
        row = [document["organization"], change["kind"], change["concept"], change["measure"], change["basis"],
               change["name"], shown(change["old"]), shown(change["new"]), change["difference"]]
        rows.append("\t".join(cell or "" for cell in row))
    return "\n".join(["\t".join(COLUMNS), *rows]) + "\n"


class DiffTest(ProgramTest):
    def year(self, year, kind="budget"):
        folder = self.folder / str(year)
        folder.mkdir(exist_ok=True)
        for path in sorted(SERIES.glob("*-%d-%s.txt" % (year, kind))):
            (folder / path.name).write_bytes(path.read_bytes())
        return folder

    def diff(self, *arguments, code=1):
        return self.check(run("diff", *arguments), code)


class Series(DiffTest):
    maxDiff = None

    def check_golden(self, old, new):
        golden = (SERIES / "golden" / ("diff-%d-%d.tsv" % (old, new))).read_text(encoding="utf-8")
        self.assertEqual(golden, table(self.diff(self.year(old), self.year(new), "--format", "json")))

    def test_2022_to_2023(self):
        self.check_golden(2022, 2023)

    def test_2023_to_2024(self):
        self.check_golden(2023, 2024)

    def test_restatements_are_those_that_were_planted(self):
        found = changes(self.diff(self.year(2023), self.year(2024), "--format", "json"))
        restated = {(change["concept"], change["old"]["value"], change["new"]["value"], change["new"]["derived"])
                    for change in found if change["kind"] == "restatement"}
        self.assertEqual({("revenue.total", "3296.10", "3312.10", False),
                          ("expenditure.total", "3296.10", "3312.10", False),
                          ("expenditure.project", "997.50", "1013.50", True),
                          ("operating_expenses", "37.10", "36.20", False)}, restated)

    def test_renames_and_mergers_are_proposed_with_their_evidence(self):
        found = changes(self.diff(self.year(2023), self.year(2024), "--format", "json"))
        proposed = {change["new"]: change for change in found if change["name"] in ("renamed", "merged")}
        self.assertEqual({"云川市青禾区农业农村局": ("renamed", "云川市青禾区农业局"),
                          "云川市白石区水务局": ("renamed", "云川市白石区水利局"),
                          "云川市青禾区文化和旅游局": ("merged", "云川市青禾区文化局 + 云川市青禾区旅游局")},
                         {new: (change["name"], change["old"]) for new, change in proposed.items()})
        self.assertIn("7/7", proposed["云川市青禾区农业农村局"]["reason"])
        self.assertIn("7/8", proposed["云川市白石区水务局"]["reason"])
        self.assertIn("7 of 7", proposed["云川市青禾区文化和旅游局"]["reason"])

    def test_a_body_that_took_in_another_stands_against_both(self):
        new = self.folder / "new"
        new.mkdir()
        text = (SERIES / "culture-2024-budget.txt").read_text(encoding="utf-8").replace("文化和旅游局", "文化局")
        (new / "culture.txt").write_text(text, encoding="utf-8")
        old = self.folder / "old"
        old.mkdir()
        for name in ("culture-2023-budget.txt", "tourism-2023-budget.txt"):
            shutil.copy(SERIES / name, old / name)
        found = changes(self.diff(old, new, "--format", "json"))
        self.assertEqual([], [change for change in found if change["kind"] in ("restatement", "added", "removed")])
        revenue = next(change for change in found if change["concept"] == "revenue.total")
        self.assertEqual(("1970.15", "derived", None), (revenue["old"]["value"], revenue["old"]["assertion"], revenue["old"]["span"]))
        self.assertEqual("云川市青禾区文化局 + 云川市青禾区旅游局", revenue["old_document"]["organization"])
        self.assertEqual(["merged"], [change["name"] for change in found if change["kind"] == "document"])

    def test_final_accounts_against_their_budget(self):
        budget, final = SERIES / "water-2023-budget.txt", SERIES / "water-2023-final.txt"
        found = changes(self.diff(budget, final, "--format", "json"))
        cited = [change for change in found if change["kind"] == "restatement"]
        self.assertEqual([("three_public.official_reception", "1.60", "1.80")],
                         [(change["concept"], change["old"]["value"], change["new"]["value"]) for change in cited])
        spent = next(change for change in found
                     if change["kind"] == "level" and change["concept"] == "three_public.official_reception")
        self.assertEqual(("budget", "final", "-6500"),
                         (spent["old"]["stage"], spent["new"]["stage"], spent["difference"]))


class Bodies(DiffTest):
    """Which document of one folder goes with which of another."""

    def folders(self, old, new):
        for year, texts in (("old", old), ("new", new)):
            for name, text in texts.items():
                self.write("%s/%s.txt" % (year, name), text)
        found = changes(self.diff(self.folder / "old", self.folder / "new", "--format", "json"))
        pairs = {(c["old_document"] and c["old_document"]["name"], c["new_document"] and c["new_document"]["name"])
                 for c in found}
        return pairs, {c["name"]: c["reason"] for c in found if c["kind"] == "document" and c["reason"]}

    @staticmethod
    def body(name, year, total="512.30", after="", scope="部门"):
        """A budget that says nothing of the year before."""
        return "云川市青禾区%s%d年%s预算\n\n一、部门基本情况\n\n云川市青禾区%s%s是区政府工作部门。\n\n二、收支预算情况\n\n%d年收入预算%s万元，支出预算%s万元。\n" % (
            name, year, scope, name, after, year, total, total)

    def test_names_that_are_only_alike_are_two_bodies(self):
        for old, new in (("第一幼儿园", "第二幼儿园"), ("南湖街道办事处", "北湖街道办事处"), ("教育考试中心", "教育资源中心")):
            pairs, reasons = self.folders({"a": self.body(old, 2023)}, {"b": self.body(new, 2024, "640.10")})
            self.assertEqual(({("a.txt", None), (None, "b.txt")}, {}), (pairs, reasons), old)

    def test_alike_names_and_other_figures_are_two_bodies(self):
        old = (SERIES / "water-2023-budget.txt").read_text(encoding="utf-8").replace("水务局", "南湖水务站")
        new = (SERIES / "market-2024-budget.txt").read_text(encoding="utf-8").replace("市场监督管理局", "北湖水务站")
        self.assertEqual({}, self.folders({"a": old}, {"b": new})[1])

    def test_another_name_and_the_same_figures_are_one_body(self):
        old = (SERIES / "water-2023-budget.txt").read_text(encoding="utf-8")
        new = (SERIES / "water-2024-budget.txt").read_text(encoding="utf-8").replace("水务局", "河湖事务中心")
        pairs, reasons = self.folders({"a": old}, {"b": new})
        self.assertEqual({("a.txt", "b.txt")}, pairs)
        self.assertIn("names 0 % alike", reasons["renamed"])

    def test_a_short_name_goes_on(self):
        pairs, reasons = self.folders({"a": self.body("对外联络服务办公室", 2023, after="（以下简称区外联办）")},
                                      {"b": self.body("外事联络办公室", 2024, "640.10", "（以下简称区外联办）")})
        self.assertEqual({("a.txt", "b.txt")}, pairs)
        self.assertIn("the same short name", reasons["renamed"])

    def test_a_short_name_that_any_body_has_tells_nothing(self):
        _, reasons = self.folders({"a": self.body("水务局", 2023, after="（以下简称我局）")},
                                  {"b": self.body("统计局", 2024, "640.10", "（以下简称我局）")})
        self.assertEqual({}, reasons)
        _, reasons = self.folders({"a": self.body("文化中心", 2023, after="（以下简称区中心）")},
                                  {"b": self.body("体育中心", 2024, "640.10", "（以下简称区中心）")})
        self.assertEqual({}, reasons)

    def test_a_name_goes_on_as_a_plaque(self):
        pairs, reasons = self.folders({"a": self.body("支援合作办公室", 2023)},
                                      {"b": self.body("对外联络局", 2024, "640.10", "加挂云川市青禾区支援合作办公室牌子，")})
        self.assertEqual({("a.txt", "b.txt")}, pairs)
        self.assertIn("plaque", reasons["renamed"])

    def test_a_department_and_its_own_office_are_two(self):
        texts = {name: (SERIES / ("baishi-%s-2024-budget.txt" % name)).read_text(encoding="utf-8") for name in ("justice", "justice-office")}
        later = {name: text.replace("2024", "2025").replace("2023", "2024").replace("1.50万元", "2.50万元")
                 for name, text in texts.items()}
        pairs, _ = self.folders(texts, later)
        self.assertEqual({("justice.txt", "justice.txt"), ("justice-office.txt", "justice-office.txt")}, pairs)


class Behaviour(DiffTest):
    def test_same_text_is_no_difference(self):
        path = SERIES / "water-2023-budget.txt"
        self.assertEqual(b"", self.diff(path, path, code=0).stdout)

    def test_wrapping_and_order_are_no_difference(self):
        text = (SERIES / "water-2023-budget.txt").read_text(encoding="utf-8")
        wrapped = self.write("wrapped.txt", text.replace("，主要原因", "，\n主要原因").replace("\n\n", "\n\n\n"))
        found = changes(run("diff", SERIES / "water-2023-budget.txt", wrapped, "--format", "json"))
        self.assertEqual([], [change for change in found if change["kind"] in FIGURES])

    def test_an_extraction_behaves_as_its_text(self):
        old, new = SERIES / "market-2023-budget.txt", SERIES / "market-2024-budget.txt"
        old_json = self.write("market-2023-budget.txt.json", run("extract", old).stdout)
        new_json = self.write("market-2024-budget.txt.json", run("extract", new, "--compact").stdout)
        self.assertEqual(b"", self.diff(old, old_json, code=0).stdout)
        self.assertEqual(self.diff(old, new, "--format", "json").stdout,
                         self.diff(old_json, new_json, "--format", "json").stdout)

    def test_amounts_are_compared_in_yuan(self):
        yuan = self.write("yuan.txt", CLEAN.replace("512.30万元", "5123000元"))
        found = changes(run("diff", self.write("wan.txt", CLEAN), yuan, "--format", "json"))
        self.assertEqual([], [change for change in found if change["kind"] == "level"])

    def test_difference_and_rate_are_exact(self):
        later = self.write("later.txt", CLEAN.replace("20.10", "20.13"))
        old = self.write("a.txt", CLEAN)
        found = changes(self.diff(old, later, "--format", "json", "--only", "operating_expenses"))
        self.assertEqual([("300", "0.15")], [(change["difference"], change["rate"]) for change in found])

    def test_filters(self):
        old, new = SERIES / "market-2023-budget.txt", SERIES / "market-2024-budget.txt"
        only = changes(self.diff(old, new, "--format", "json", "--only", "three_public.*"))
        self.assertTrue(only)
        self.assertTrue(all(change["concept"].startswith("three_public.") for change in only))
        ignored = changes(self.diff(old, new, "--format", "json", "--ignore", "three_public.*"))
        self.assertFalse(any((change["concept"] or "").startswith("three_public.") for change in ignored))
        large = changes(self.diff(old, new, "--format", "json", "--threshold", "100000", "--only", "expenditure.*"))
        self.assertEqual({"expenditure.total", "expenditure.basic", "expenditure.project"},
                         {change["concept"] for change in large if change["measure"] == "amount"})
        self.check(run("diff", old, new, "--threshold", "much"), 2)

    def test_findings_fixed_new_and_carried(self):
        wrong = self.write("wrong.txt", CLEAN.replace("增长2.46%", "增长2.64%"))
        right = self.write("right.txt", CLEAN)
        states = {(change["name"], change["finding"]["rule"])
                  for change in changes(self.diff(wrong, right, "--format", "json")) if change["kind"] == "finding"}
        self.assertIn(("fixed", "AR002"), states)
        self.assertIn("carried", {state for state, _ in states})
        states = {(change["name"], change["finding"]["rule"])
                  for change in changes(self.diff(right, wrong, "--format", "json")) if change["kind"] == "finding"}
        self.assertIn(("new", "AR002"), states)

    def test_formats(self):
        old, new = SERIES / "market-2023-budget.txt", SERIES / "market-2024-budget.txt"
        rows = list(csv.DictReader(io.StringIO(self.diff(old, new, "--format", "csv").stdout.decode())))
        self.assertIn(("restatement", "revenue.total", "33121000"),
                      {(row["kind"], row["concept"], row["new_yuan"]) for row in rows})
        page = self.diff(old, new, "--format", "html").stdout.decode()
        self.assertIn("<table>", page)
        self.assertNotIn("http", page.replace("http-equiv", ""))
        text = run("--lang", "zh", "diff", old, new).stdout.decode()
        self.assertIn("上年数不一致 (3)", text)
        self.assertNotIn("\x1b", text)
        self.assertIn("\x1b[", run("diff", old, new, "--color", "always").stdout.decode())

    def test_tables_fit_a_page_of_a_hundred_columns(self):
        text = self.diff(Planted.OLD, Planted.NEW, code=1).stdout.decode()
        chinese = run("--lang", "zh", "diff", Planted.OLD, Planted.NEW).stdout.decode()
        for line in (text + chinese).splitlines():
            width = sum(2 if unicodedata.east_asian_width(c) in "WF" else 1 for c in line)
            self.assertTrue(width <= 100 or "[" in line or " > " in line, line)  # messages and paths are on lines of their own
        rows = [line for line in chinese.splitlines() if line.endswith(tuple("0123456789-")) and "万元" in line and "行" in line]
        ends = {sum(2 if unicodedata.east_asian_width(c) in "WF" else 1 for c in row[:row.rindex("行")]) for row in rows if "→" in row}
        self.assertLessEqual(len(ends), 4)  # one for each table

    def test_a_page_escapes_what_documents_say(self):
        evil = self.write("evil.txt", CLEAN.replace("文化馆", "文化馆<script>alert(1)</script>"))
        page = run("diff", self.write("a.txt", CLEAN), evil, "--format", "html").stdout
        self.assertNotIn(b"<script", page)

    def test_every_kind_of_change_validates(self):
        pairs = [(SERIES / "water-2023-budget.txt", SERIES / "water-2023-final.txt"),
                 (self.year(2022), self.year(2023)), (self.year(2023), self.year(2024))]
        kinds = set()
        for old, new in pairs:
            for change in changes(self.diff(old, new, "--format", "json")):
                kinds.add(change["kind"])
        self.assertLessEqual({"document", "section", "level", "restatement", "finding"}, kinds)

    def test_two_readings_of_one_text(self):
        text = self.write("a.txt", CLEAN)
        grammar = self.folder / "grammar"
        shutil.copytree(SOURCE / "grammars", grammar)
        path = grammar / "aliases.toml"
        alias = '\n[[alias]]\nwords = ["2024年政府采购预算总额"]\nconcepts = ["procurement.goods"]\n'
        path.write_text(path.read_text(encoding="utf-8") + alias, encoding="utf-8")
        old = self.write("old.json", run("extract", text).stdout)
        new = self.write("new.json", run("--grammar", grammar, "extract", text).stdout)
        self.diff(text, old, code=0)
        found = changes(self.diff(old, new, "--format", "json"))
        self.assertEqual(["grammar"], [change["name"] for change in found if change["name"] == "grammar"])
        self.assertFalse([change for change in found if change["kind"] in ("level", "restatement")])
        self.assertEqual([("procurement[amount] 2024 budget = 30.00 CNY_WAN",
                           "procurement.goods[amount] 2024 budget = 30.00 CNY_WAN")],
                         [(change["old"]["reading"], change["new"]["reading"])
                          for change in found if change["kind"] == "reread"])
        self.assertIn("read otherwise (1)", run("diff", old, new).stdout.decode())

    def test_renamed_items_of_the_classification_are_the_same_line(self):
        old = self.write("2018.txt", ITEMS % {"year": 2018, "culture": "文化体育与传媒支出", "pensions": "行政事业单位离退休",
                                              "retired": "归口管理的行政单位离退休", "amount": "10.00"})
        new = self.write("2020.txt", ITEMS % {"year": 2020, "culture": "文化旅游体育与传媒支出", "pensions": "行政事业单位养老支出",
                                              "retired": "行政单位离退休", "amount": "11.00"})
        found = [change for change in changes(self.diff(old, new, "--format", "json")) if change["kind"] in FIGURES]
        self.assertEqual([("level", "10.00", "11.00")],
                         [(change["kind"], change["old"]["value"], change["new"]["value"]) for change in found])

    def test_another_basis_is_a_change_of_one_figure(self):
        old = self.write("a.txt", CLEAN.replace("比2023年500.00万元", "比2023年"))
        new = self.write("b.txt", CLEAN.replace("比2023年500.00万元", "比2022年"))
        found = changes(self.diff(old, new, "--format", "json", "--only", "revenue.total"))
        self.assertEqual({("level", "change", 2023, 2022), ("level", "change_rate", 2023, 2022)},
                         {(change["kind"], change["measure"], change["old"]["against"]["year"],
                           change["new"]["against"]["year"]) for change in found})

    def test_sections_that_changed(self):
        new = self.write("b.txt", CLEAN.replace("二、其他重要事项的情况说明\n\n", "").replace("收支预算情况说明", "收支预算总体情况"))
        found = changes(self.diff(self.write("a.txt", CLEAN), new, "--format", "json"))
        self.assertEqual({("收支预算情况说明", "收支预算总体情况"), ("其他重要事项的情况说明", None)},
                         {(change["old"], change["new"]) for change in found if change["kind"] == "section"})

    def test_sections_in_another_order(self):
        text = (SERIES / "water-2023-budget.txt").read_text(encoding="utf-8")
        start, three, four = text.index("二、收支"), text.index("三、“三公”"), text.index("四、其他")
        moved = text[:start] + text[three:four].replace("三、", "二、") + text[start:three].replace("二、", "三、") + text[four:]
        found = changes(self.diff(SERIES / "water-2023-budget.txt", self.write("moved.txt", moved), "--format", "json"))
        self.assertEqual(["order"], [change["name"] for change in found if change["kind"] in FIGURES])
        order = next(change for change in found if change["name"] == "order")
        self.assertLess(order["old"].index("收入预算"), order["old"].index("三公"))
        self.assertLess(order["new"].index("三公"), order["new"].index("收入预算"))

    def test_trouble(self):
        self.diff(SERIES / "water-2023-budget.txt", self.folder / "missing.txt", code=2)
        self.diff(SERIES / "water-2023-budget.txt", self.write("bad.json", '{"schema_version": "1.0", '), code=2)


class Planted(DiffTest):
    """tests/data/diff: a budget of an invented street, and the next year's with changes of every sort planted in it."""
    maxDiff = None
    OLD, NEW = SOURCE / "tests/data/diff/street-2019.txt", SOURCE / "tests/data/diff/street-2020.txt"

    def test_all_that_was_planted_and_nothing_else(self):
        golden = (SOURCE / "tests/data/diff/street.tsv").read_text(encoding="utf-8")
        found = self.diff(self.OLD, self.NEW, "--format", "json")
        lines = [line.split("\t", 1)[1] for line in table(found).splitlines()[1:]]
        lines += ["\t".join(["finding", change["finding"]["rule"], change["name"]])
                  for change in changes(found) if change["kind"] == "finding"]
        self.assertEqual(golden, "\n".join(lines) + "\n")

    def test_a_chapter_is_listed_once_by_its_own_heading(self):
        sections = [(change["old"], change["new"]) for change in changes(self.diff(self.OLD, self.NEW, "--format", "json"))
                    if change["kind"] == "section"]
        self.assertIn(("项目经费情况说明", None), sections)
        self.assertNotIn(("项目概况", None), sections)

    def test_a_heading_that_is_unknown_is_not_a_section_that_went(self):
        sections = [(change["old"], change["new"]) for change in changes(self.diff(self.OLD, self.NEW, "--format", "json"))
                    if change["kind"] == "section"]
        self.assertIn(("政府采购", "采购安排"), sections)

    def test_a_name_that_begins_with_that_of_its_class_is_whole(self):
        gone = [change["qualifiers"] for change in changes(self.diff(self.OLD, self.NEW, "--format", "json"))
                if change["kind"] == "removed" and change["concept"] == "expenditure.functional"]
        self.assertEqual(["class=教育支出;section=其他教育支出;item=其他教育支出"], gone)

    def denying(self, name, path, year):
        note = "注：本部门%d年无“三公”经费预算，故本表为空表。\n\n三、“三公”经费预算情况" % year
        return self.write(name, path.read_text(encoding="utf-8").replace("三、“三公”经费预算情况", note))

    def test_a_restated_figure_stands_against_the_printed_one(self):
        found = changes(self.diff(self.denying("old.txt", self.OLD, 2019), self.NEW, "--format", "json"))
        self.assertEqual([("28.00", "29.00")],
                         [(change["old"]["value"], change["new"]["value"]) for change in found
                          if change["kind"] == "restatement" and change["concept"] == "three_public.total"])

    def test_an_arithmetic_error_is_made_anew_a_statement_stays(self):
        old, new = self.denying("old.txt", self.OLD, 2019), self.denying("new.txt", self.NEW, 2020)
        new.write_text(new.read_text(encoding="utf-8").replace("增长3.00%", "增长3.30%"), encoding="utf-8")
        states = [(change["finding"]["rule"], change["name"])
                  for change in changes(self.diff(old, new, "--format", "json")) if change["kind"] == "finding"]
        self.assertIn(("DP003", "carried"), states)
        self.assertEqual(["fixed", "new"], sorted(state for rule, state in states if rule == "AR002"))


if __name__ == "__main__":
    unittest.main()
