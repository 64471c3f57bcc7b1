"""diff: what changed between documents, and what did not."""
import csv
import io
import json
import unittest

from harness import CLEAN, CORPUS, ProgramTest, run

SERIES = CORPUS / "series"
FIGURES = ("level", "restatement", "added", "removed", "document", "section")
COLUMNS = ("organization", "kind", "concept", "measure", "basis", "name", "old", "new", "difference")


def changes(process):
    return [json.loads(line) for line in process.stdout.splitlines()]


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
                          ("expenditure.project", "997.50", "1013.5", True)}, restated)

    def test_renames_and_mergers_are_proposed_with_their_evidence(self):
        found = changes(self.diff(self.year(2023), self.year(2024), "--format", "json"))
        proposed = {change["name"]: change for change in found if change["name"] in ("renamed", "merged")}
        self.assertEqual("云川市青禾区农业局", proposed["renamed"]["old"])
        self.assertEqual("云川市青禾区农业农村局", proposed["renamed"]["new"])
        self.assertIn("7/7", proposed["renamed"]["reason"])
        self.assertEqual("云川市青禾区文化局 + 云川市青禾区旅游局", proposed["merged"]["old"])
        self.assertIn("7 of 7", proposed["merged"]["reason"])

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

    def test_a_page_escapes_what_documents_say(self):
        evil = self.write("evil.txt", CLEAN.replace("文化馆", "文化馆<script>alert(1)</script>"))
        page = run("diff", self.write("a.txt", CLEAN), evil, "--format", "html").stdout
        self.assertNotIn(b"<script", page)

    def test_trouble(self):
        self.diff(SERIES / "water-2023-budget.txt", self.folder / "missing.txt", code=2)
        self.diff(SERIES / "water-2023-budget.txt", self.write("bad.json", '{"schema_version": "1.0", '), code=2)


if __name__ == "__main__":
    unittest.main()
