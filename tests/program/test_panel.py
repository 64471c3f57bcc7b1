"""panel: many documents as tables, and the rules between documents."""
import csv
import json
import os
import pathlib
import re
import sqlite3
import subprocess
import unittest
import zipfile

from harness import CORPUS, PROGRAM, ProgramTest, run

SERIES = CORPUS / "series"
TABLES = ("columns", "documents", "concepts", "sections", "facts", "comparisons", "findings", "successions")


def read(folder, table):
    with open(folder / (table + ".csv"), encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file))


class PanelTest(ProgramTest):
    def build(self, *inputs, folder="panel", code=0):
        self.check(run("panel", *inputs, "-o", self.folder / folder), code)
        return self.folder / folder

    def query(self, folder, sql, *values):
        with sqlite3.connect(folder / "panel.sqlite") as database:
            return database.execute(sql, values).fetchall()

    def between(self, folder):
        """The findings between documents: file, rule, severity, message, the other file."""
        return self.query(folder, """
            SELECT d.source, f.rule, f.severity, f.message_zh, COALESCE(f.line, ''), COALESCE(o.source, '')
            FROM findings f JOIN documents d USING (doc_id) LEFT JOIN documents o ON o.doc_id = f.other_doc_id
            WHERE f.scope = 'panel' ORDER BY d.source, f.rule, f.line""")


class Tables(PanelTest):
    def test_findings_are_listed_with_body_and_file(self):
        panel = self.build(SERIES / "market-2023-budget.txt", SERIES / "market-2024-budget.txt")
        self.assertEqual([("云川市青禾区市场监督管理局", 2024, "market-2024-budget.txt", 14, "error", "market-2023-budget.txt", 14)],
                         [(*row[:2], row[2].rsplit("/", 1)[-1], *row[3:5], row[5].rsplit("/", 1)[-1], row[6]) for row in self.query(
                             panel, "SELECT org_name, fiscal_year, source, line, severity, other_source, other_line "
                                    "FROM finding_list WHERE rule = 'XY001' ORDER BY line LIMIT 1")])

    def test_tables_are_the_same_everywhere(self):
        panel = self.build(SERIES)
        package = json.loads((panel / "datapackage.json").read_text(encoding="utf-8"))
        self.assertEqual(sorted(TABLES), sorted(resource["name"] for resource in package["resources"]))
        for resource in package["resources"]:
            rows = read(panel, resource["name"])
            names = [field["name"] for field in resource["schema"]["fields"]]
            self.assertEqual(names, list(rows[0]))
            stored = self.query(panel, "SELECT %s FROM %s" % (", ".join(names), resource["name"]))
            self.assertEqual(len(stored), len(rows))
            key = resource["schema"]["primaryKey"]
            self.assertEqual(len(rows), len({tuple(row[name] for name in key) for row in rows}))
            for field in resource["schema"]["fields"]:
                self.assertRegex(field["title"], "[\u4e00-\u9fff]", field["name"])
                self.assertRegex(field["description"], "^[A-Z0-9a-z]", field["name"])
                self.assertRegex(field["description_zh"], "[\u4e00-\u9fff]", field["name"])
                self.check_type(field, [row[field["name"]] for row in rows])

    def test_every_column_of_every_table_and_view_is_documented(self):
        panel = self.build(SERIES)
        actual = self.query(panel, """
            SELECT m.name, i.cid + 1, i.name FROM sqlite_master m JOIN pragma_table_info(m.name) i
            WHERE m.type IN ('table', 'view') AND m.name NOT IN ('panel_info', 'paragraphs', 'figures', 'three_public_items') AND m.name NOT LIKE 'sqlite%' ORDER BY 1, 2""")
        documented = read(panel, "columns")
        self.assertEqual(actual, [(row["table_name"], int(row["position"]), row["column_name"]) for row in documented])
        for row in documented:
            self.assertRegex(row["label_zh"], "[\u4e00-\u9fff]", row)
            self.assertRegex(row["description_zh"], "[\u4e00-\u9fff]", row)
            self.assertNotIn(".about", row["description_zh"])
            self.assertRegex(row["description_en"], "^[A-Z0-9a-z]", row)

    def test_a_validator_accepts_the_package(self):
        try:
            import frictionless
        except ImportError:
            self.skipTest("the package frictionless is not installed")
        panel = self.build(SERIES)
        report = frictionless.validate(str(panel / "datapackage.json"))
        self.assertTrue(report.valid, report.flatten(["type", "note"]))

    def check_type(self, field, values):
        patterns = {"integer": r"-?\d+", "number": r"-?\d+(\.\d+)?", "date": r"\d{4}-\d\d-\d\d"}
        pattern = patterns.get(field["type"], "(?s).*")
        for value in values:
            self.assertTrue(value == "" or re.fullmatch(pattern, value), (field["name"], value))

    def test_the_main_figure_of_a_government_is_of_all_levels(self):
        text = self.folder / "county.txt"
        text.write_text("云川县2024年预算草案的报告\n2024年县本级一般公共预算收入安排5.00亿元。全县一般公共预算收入安排9.00亿元。\n"
                        "全县“三公”经费预算安排100.00万元。\n", encoding="utf-8")
        panel = self.build(text)
        self.assertEqual([("scope=own", 0), ("scope=consolidated", 1)], self.query(
            panel, "SELECT qualifiers, main FROM facts WHERE concept = 'government.general_public_budget_revenue' ORDER BY fact_id"))
        self.assertEqual([("three_public.total", 1000000)], self.query(panel, "SELECT item, amount FROM three_public_items"))

    def test_references_hold(self):
        panel = self.build(SERIES)
        self.assertEqual([], self.query(panel, "PRAGMA foreign_key_check"))
        self.assertEqual([("ok",)], self.query(panel, "PRAGMA integrity_check"))

    def test_rows_point_at_their_bytes(self):
        panel = self.build(SERIES)
        sources = {row["doc_id"]: row["source"] for row in read(panel, "documents")}
        texts = {doc_id: pathlib.Path(source).read_bytes() for doc_id, source in sources.items()}
        for row in read(panel, "facts"):
            quoted = texts[row["doc_id"]][int(row["byte_start"]):int(row["byte_end"])]
            self.assertEqual(row["quote"], quoted.decode())
            self.assertEqual(int(row["line"]), texts[row["doc_id"]][:int(row["byte_start"])].count(b"\n") + 1)

    def test_order_and_threads_do_not_matter(self):
        forward = self.build(*sorted(SERIES.glob("*.txt")), folder="a")
        self.check(run("panel", "-j", "2", *sorted(SERIES.glob("*.txt"), reverse=True), "-o", self.folder / "b"), 0)
        for table in TABLES:
            name = table + ".csv"
            self.assertEqual((forward / name).read_bytes(), (self.folder / "b" / name).read_bytes(), name)
        self.assertEqual((forward / "panel.xlsx").read_bytes(), (self.folder / "b" / "panel.xlsx").read_bytes())

    def test_a_workbook_has_all_sheets_even_when_nothing_is_found(self):
        panel = self.build(self.write("short.txt", "云川市青禾区文化馆2024年单位预算\n\n2024年收入预算512.30万元。\f\n"))
        with zipfile.ZipFile(panel / "panel.xlsx") as book:
            self.assertEqual(15, book.read("xl/workbook.xml").decode().count("<sheet "))

    def test_workbook(self):
        panel = self.build(SERIES)
        with zipfile.ZipFile(panel / "panel.xlsx") as book:
            self.assertIsNone(book.testzip())
            sheets = re.findall(r'<sheet name="([^"]+)"', book.read("xl/workbook.xml").decode())
            self.assertEqual(15, len(sheets))
            self.assertIn("发现", sheets)
            for number in range(1, len(sheets) + 1):
                sheet = book.read("xl/worksheets/sheet%d.xml" % number).decode()
                self.assertIn('state="frozen"', sheet)
                self.assertIn("<autoFilter", sheet)
            self.assertIn("发现清单", sheets)
            self.assertIn("#,##0", book.read("xl/styles.xml").decode())

    def test_another_library_reads_the_workbook_back(self):
        try:
            import openpyxl
        except ImportError:
            self.skipTest("the package openpyxl is not installed")
        panel = self.build(SERIES)
        book = openpyxl.load_workbook(panel / "panel.xlsx", read_only=False)
        sheets = {tuple(cell.value.split("\n")[-1] for cell in sheet[1]): sheet for sheet in book}
        for table in TABLES:
            rows = read(panel, table)
            sheet = sheets[tuple(rows[0])]
            self.assertEqual(len(rows) + 1, sheet.max_row, table)
            self.assertEqual(("A2", sheet.dimensions), (sheet.freeze_panes, sheet.auto_filter.ref))
        facts = sheets[tuple(read(panel, "facts")[0])]
        column = [cell.value.split("\n")[-1] for cell in facts[1]].index("amount_yuan")
        stored = [row[column].value for row in facts.iter_rows(min_row=2)]
        self.assertEqual([float(row["amount_yuan"]) if row["amount_yuan"] else None for row in read(panel, "facts")], stored)


@unittest.skipIf(os.environ.get("MINGZHANG_SANITIZED"), "a sanitizer takes memory of its own")
class Memory(PanelTest):
    def peak(self, bodies):
        """Kilobytes that a panel of two years of so many bodies takes at most; one in fifty is renamed."""
        texts = {year: (SERIES / ("water-%d-budget.txt" % year)).read_text(encoding="utf-8") for year in (2022, 2023)}
        for i in range(bodies):
            for year, text in texts.items():
                name = "".join("甲乙丙丁戊己庚辛壬癸"[int(digit)] for digit in "%03d" % i) + "河"
                name += "道管理局" if year == 2023 and i % 50 == 0 else "务局"
                text = text.replace("水务局", name).replace("850.60", "%d.60" % (200 + i)).replace("015.80", "%03d.80" % (i % 1000))
                self.write("%d/%d-%d.txt" % (bodies, i, year), text)
        process = subprocess.Popen([PROGRAM, "panel", "-q", "-j1", self.folder / str(bodies), "-o", self.folder / ("p%d" % bodies)])
        _, status, usage = os.wait4(process.pid, 0)
        process.returncode = status
        self.assertEqual(0, status)
        return usage.ru_maxrss

    def test_it_does_not_grow_with_the_documents(self):
        few, many = self.peak(100), self.peak(400)  # the cache of the database is full with the first
        self.assertLess(many, few + 1024, (few, many))


class Updates(PanelTest):
    def texts(self):
        folder = self.folder / "texts"
        folder.mkdir(exist_ok=True)
        for path in SERIES.glob("water-*.txt"):
            (folder / path.name).write_bytes(path.read_bytes())
        return folder

    def test_only_what_changed_is_read_again(self):
        texts = self.texts()
        self.build(texts)
        self.assertIn(b"0 read, 4 unchanged", run("panel", texts, "-o", self.folder / "panel").stderr)
        path = texts / "water-2024-budget.txt"
        path.write_text(path.read_text(encoding="utf-8").replace("91.15", "91.25"), encoding="utf-8")
        process = self.check(run("panel", texts, "-o", self.folder / "panel"), 0)
        self.assertIn(b"1 read, 3 unchanged", process.stderr)
        panel = self.folder / "panel"
        self.assertEqual(4, len(read(panel, "documents")))
        fresh = self.build(texts, folder="fresh")
        for table in TABLES:
            self.assertEqual(read(fresh, table), read(panel, table), table)

    def dump(self, folder):
        """All that is in the database, row by row; only what the planner noted for itself is left out."""
        with sqlite3.connect(folder / "panel.sqlite") as database:
            return sorted(line for line in database.iterdump() if "sqlite_stat" not in line)

    def test_year_by_year_is_all_at_once(self):
        texts = self.folder / "texts"
        texts.mkdir()
        for year in (2022, 2024, 2023):
            for path in SERIES.glob("*-%d-*.txt" % year):
                (texts / path.name).write_bytes(path.read_bytes())
            stepwise = self.build(texts, folder="stepwise")
        changed = texts / "market-2023-budget.txt"
        original = changed.read_bytes()
        changed.write_bytes(original.replace(b"3296.10", b"3297.10"))
        self.build(texts, folder="stepwise")
        changed.write_bytes(original)
        self.build(texts, folder="stepwise")
        fresh = self.build(texts, folder="fresh")
        for path in sorted(fresh.glob("*.csv")) + [fresh / "datapackage.json", fresh / "panel.xlsx"]:
            self.assertEqual(path.read_bytes(), (stepwise / path.name).read_bytes(), path.name)
        self.assertEqual(self.dump(fresh), self.dump(stepwise))

    def test_a_later_year_joins_what_is_there(self):
        panel = self.build(SERIES / "market-2023-budget.txt")
        self.assertEqual([], self.between(panel))
        self.build(SERIES / "market-2024-budget.txt")
        self.assertEqual(2, len(read(panel, "documents")))
        self.assertIn("XY001", {row[1] for row in self.between(panel)})

    def test_the_same_content_twice_is_taken_once(self):
        texts = self.texts()
        (texts / "copy.txt").write_bytes((texts / "water-2023-budget.txt").read_bytes())
        self.assertEqual(4, len(read(self.build(texts), "documents")))

    def test_repeats_are_named_a_few_times_and_counted(self):
        inputs = [SERIES / "market-2023-budget.txt"] * 7
        process = run("panel", *inputs, "-o", self.folder / "panel")
        self.assertEqual(3, process.stderr.count(b"same content as an earlier file"))
        self.assertIn(b"6 repeated", process.stderr)
        self.assertEqual(b"", run("panel", "-q", *inputs, "-o", self.folder / "quiet").stderr)

    def test_what_rules_between_documents_added_goes_with_their_cause(self):
        panel = self.build(SERIES)
        self.assertTrue(self.query(panel, "SELECT 1 FROM findings WHERE diagnoses LIKE '%DX-STALE%'"))
        again = self.build(SERIES)
        fresh = self.build(SERIES, folder="fresh")
        for table in TABLES:
            self.assertEqual((fresh / (table + ".csv")).read_bytes(), (again / (table + ".csv")).read_bytes(), table)

    def test_what_has_no_figures_for_the_views_is_read_anew(self):
        texts = self.texts()
        panel = self.build(texts)
        before = self.query(panel, "SELECT * FROM body_year ORDER BY doc_id")
        with sqlite3.connect(panel / "panel.sqlite") as database:
            database.execute("DELETE FROM figures WHERE doc_id = (SELECT MIN(doc_id) FROM figures)")
        self.build(texts)
        self.assertEqual(before, self.query(panel, "SELECT * FROM body_year ORDER BY doc_id"))

    def test_a_broken_file_costs_itself_alone(self):
        texts = self.texts()
        (texts / "empty.txt").write_bytes(b"")
        self.assertEqual(4, len(read(self.build(texts, code=2), "documents")))


class BetweenDocuments(PanelTest):
    maxDiff = None

    def test_findings_are_those_that_were_planted(self):
        panel = self.build(SERIES)
        lines = ["source\trule\tseverity\tmessage_zh\tline\tother"]
        for source, rule, severity, message, line, other in self.between(panel):
            lines.append("\t".join([source.rsplit("/", 1)[-1], rule, severity, message, str(line),
                                    other.rsplit("/", 1)[-1]]))
        golden = (SERIES / "golden" / "panel-findings.tsv").read_text(encoding="utf-8")
        self.assertEqual(golden, "\n".join(lines) + "\n")

    def merged(self, **replacements):
        """The texts of 2023, and of 2024 a body that took in another and kept its name."""
        for name in ("culture", "tourism"):
            self.write("2023/%s.txt" % name, (SERIES / ("%s-2023-budget.txt" % name)).read_text(encoding="utf-8"))
        text = (SERIES / "culture-2024-budget.txt").read_text(encoding="utf-8").replace("文化和旅游局", "文化局")
        for old, new in replacements.items():
            text = text.replace(old, new)
        self.write("2024/culture.txt", text)
        return self.folder / "2023", self.folder / "2024"

    def test_a_body_that_took_in_another_stands_against_both(self):
        panel = self.build(*self.merged())
        self.assertEqual(["XY007"], [row[1] for row in self.between(panel)])
        self.assertEqual([("merged", 1970.15)], self.query(panel, "SELECT relation, prior_revenue_wan FROM real_change"))

    def test_a_restatement_across_a_merger_names_the_sum(self):
        text = {"2023年预算1970.15万元增加18.55万元": "2023年预算1975.15万元增加13.55万元", "增长0.94%": "增长0.69%"}
        found = [row for row in self.between(self.build(*self.merged(**text))) if row[1] != "XY007"]
        self.assertEqual([("XY001", "收入预算：本年文件称上年1975.15万元，上年文件为1970.15万元（云川市青禾区文化局 + 云川市青禾区旅游局合计）"),
                          ("XY001", "支出预算：本年文件称上年1975.15万元，上年文件为1970.15万元（云川市青禾区文化局 + 云川市青禾区旅游局合计）")],
                         [(row[1], row[3]) for row in found])

    def test_vehicles_across_a_merger_are_counted_together(self):
        found = [row for row in self.between(self.build(*self.merged(**{"保有量为3辆": "保有量为4辆"}))) if row[1] == "XY004"]
        self.assertEqual(["车辆3→4，购置0"], [row[3] for row in found])

    def test_a_restatement_that_is_declared_is_a_note(self):
        old, new = SERIES / "market-2023-budget.txt", SERIES / "market-2024-budget.txt"
        text = new.read_text(encoding="utf-8").replace("增长0.87%，主要原因是人员经费调整", "增长0.87%，主要原因是口径调整，退休经费划入", 1)
        found = self.between(self.build(old, self.write("new.txt", text)))
        self.assertEqual([("note", "收入预算：本年文件称上年3312.10万元，上年文件为3296.10万元，已说明口径调整"),
                          ("error", "支出预算：本年文件称上年3312.10万元，上年文件为3296.10万元")],
                         [(row[2], row[3]) for row in found if row[1] == "XY001"])

    def copied(self, change):
        """Where a paragraph of the later text is called copied, when `change` has been made to it."""
        old = (SERIES / "market-2023-budget.txt").read_text(encoding="utf-8")
        words = "".join("第%s项由%s科按照年度工作安排和采购目录组织实施，" % (n, n) for n in "甲乙丙丁戊己庚辛壬癸子丑寅卯")
        paragraph = "\n\n（三）会议费和培训费\n%d年会议费预算12.30万元，培训费预算74.10万元，因公出国（境）费86.40万元，" + words + "结果年底公开。\n"
        self.write("old.txt", old + paragraph % 2023)
        self.write("new.txt", old.replace("2023", "2024").replace("2022", "2023") + change(paragraph % 2024))
        rows = self.between(self.build(self.folder / "old.txt", self.folder / "new.txt"))
        return [row[4] for row in rows if row[1] == "XY006" and row[4] > 40]

    def test_a_paragraph_is_copied_when_hardly_a_word_is_another(self):
        self.assertEqual([43], self.copied(lambda text: text))
        self.assertEqual([43], self.copied(lambda text: text.replace("结果年底公开", "结果年末公开")))
        self.assertEqual([43], self.copied(lambda text: text.replace("安排和采购", "安排和\n采购")))
        self.assertEqual([43], self.copied(lambda text: text + "各科室另有3个项目，2个待定。\n"))
        self.assertEqual([], self.copied(lambda text: text.replace("12.30", "12.31")))
        self.assertEqual([], self.copied(lambda text: text.replace("组织实施", "实施")))

    def test_flat_running_costs_are_no_copied_paragraph(self):
        """The same vehicles cost the same: few amounts agree by themselves."""
        panel = self.build(*SERIES.glob("water-*-budget.txt"))
        self.assertEqual([], [row for row in self.between(panel) if row[1] == "XY006"])

    def test_what_units_give_each_other_is_counted_once(self):
        for path in SERIES.glob("baishi-*-2024-budget.txt"):
            text = path.read_text(encoding="utf-8").replace("61.50万元", "62.50万元")
            self.write("units/" + path.name, text)
        self.assertNotIn("XY008", {row[1] for row in self.between(self.build(self.folder / "units", folder="a"))})
        notary = self.folder / "units" / "baishi-notary-2024-budget.txt"
        text = notary.read_text(encoding="utf-8")
        total = re.search(r"收入预算([0-9.]+)万元", text).group(1)
        more = "%.2f" % (float(total) + 20)
        notary.write_text(text.replace(total, more), encoding="utf-8")
        self.assertIn("XY008", {row[1] for row in self.between(self.build(self.folder / "units", folder="b"))})
        given = text.replace(total, more).replace("收入预算%s万元" % more, "收入预算%s万元，其中：上级补助收入20.00万元" % more, 1)
        notary.write_text(given, encoding="utf-8")
        self.assertNotIn("XY008", {row[1] for row in self.between(self.build(self.folder / "units", folder="c"))})

    def test_a_unit_that_is_missing_is_unknown(self):
        department, office = SERIES / "baishi-justice-2024-budget.txt", SERIES / "baishi-justice-office-2024-budget.txt"
        aid, notary = SERIES / "baishi-legal-aid-2024-budget.txt", SERIES / "baishi-notary-2024-budget.txt"
        rules = {row[1] for row in self.between(self.build(department, office, aid, folder="part"))}
        self.assertNotIn("XY008", rules)
        found = [row for row in self.between(self.build(department, office, aid, notary, folder="all")) if row[1] == "XY008"]
        self.assertEqual([26], [row[4] for row in found])

    def test_a_rounded_sum_of_units_is_none(self):
        for path in SERIES.glob("baishi-*-2024-budget.txt"):
            text = path.read_text(encoding="utf-8").replace("61.50万元", "62.51万元")
            self.write("units/" + path.name, text)
        self.assertNotIn("XY008", {row[1] for row in self.between(self.build(self.folder / "units"))})

    def test_questions(self):
        """The questions of the domain guide on level and growth, and on three-public expenses, as SQL."""
        panel = self.build(SERIES)
        text = (SERIES / "golden" / "questions.sql").read_text(encoding="utf-8")
        questions = re.split(r"^-- Q", text, flags=re.M)[1:]
        self.assertGreaterEqual(len(questions), 13)
        for question in questions:
            title, sql = question.split("\n", 1)
            sql, expected = re.split(r"^-- answer\n", sql, flags=re.M)
            rows = ["|".join("" if cell is None else str(cell) for cell in row) for row in self.query(panel, sql)]
            self.assertEqual(re.findall(r"^-- (.*)$", expected, flags=re.M), rows, title)


if __name__ == "__main__":
    unittest.main()
