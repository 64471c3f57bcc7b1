"""The audit command: reports, exit codes, what a project accepts."""
import json
import unicodedata

from harness import CLEAN, WRONG, ProgramTest, run


def width(text):
    return sum(2 if unicodedata.east_asian_width(c) in "WF" else 1 for c in text)


class Audit(ProgramTest):
    def audit(self, *arguments, **options):
        return run("audit", *arguments, cwd=self.folder, **options)

    def setUp(self):
        super().setUp()
        self.write("wrong.txt", WRONG)
        self.write("clean.txt", CLEAN)

    def fingerprint(self, rule="AR002"):
        findings = json.loads(self.audit("wrong.txt", "--format", "json").stdout)["findings"]
        return next(f["fingerprint"] for f in findings if f["rule"] == rule)

    def test_exit_codes(self):
        self.check(self.audit("wrong.txt"), 1)
        self.check(self.audit("clean.txt"), 0)
        self.check(self.audit("missing.txt"), 2)
        self.check(self.audit("wrong.txt", "clean.txt"), 1)

    def test_report_points_at_the_figure(self):
        lines = self.audit("wrong.txt", "--lang", "en").stdout.decode().splitlines()
        at = next(i for i, line in enumerate(lines) if "error[AR002]" in line)
        line_number, column = map(int, lines[at].split(":")[1:3])
        source = WRONG.splitlines()[line_number - 1]
        self.assertTrue(source[column - 1:].startswith("2.64"))
        self.assertIn(source, lines[at + 1])
        self.assertEqual(lines[at + 2].index("^"), width(lines[at + 1][:lines[at + 1].index("2.64")]))
        self.assertEqual(lines[at + 2].count("~") + 1, width("2.64"))

    def test_languages_and_colour(self):
        chinese = self.audit("wrong.txt", "--lang", "zh").stdout.decode()
        english = self.audit("wrong.txt", "--lang", "en").stdout.decode()
        self.assertNotEqual(chinese, english)
        self.assertNotIn("\033", chinese)
        self.assertIn("\033", self.audit("wrong.txt", "--color", "always").stdout.decode())

    def test_json_has_findings_as_in_an_extraction(self):
        audit = json.loads(self.audit("wrong.txt", "--format", "json").stdout)
        extraction = json.loads(run("extract", self.folder / "wrong.txt").stdout)
        self.assertEqual(audit["findings"], extraction["findings"])
        self.assertEqual(audit["checks"], extraction["checks"])

    def test_sarif(self):
        process = self.check(self.audit("wrong.txt", "clean.txt", "--format", "sarif"), 1)
        log = json.loads(process.stdout)
        self.assertEqual(log["version"], "2.1.0")
        (sarif_run,) = log["runs"]
        rules = sarif_run["tool"]["driver"]["rules"]
        result = next(r for r in sarif_run["results"] if r["ruleId"] == "AR002")
        self.assertEqual(rules[result["ruleIndex"]]["id"], "AR002")
        self.assertEqual(result["level"], "error")
        place = result["locations"][0]["physicalLocation"]
        self.assertEqual(place["artifactLocation"]["uri"], "wrong.txt")
        region = place["region"]
        line = WRONG.splitlines()[region["startLine"] - 1]
        self.assertEqual(line[region["startColumn"] - 1:region["endColumn"] - 1], region["snippet"]["text"])
        begin = region["charOffset"]
        self.assertEqual(WRONG[begin:begin + region["charLength"]], region["snippet"]["text"])
        begin = region["byteOffset"]
        self.assertEqual(WRONG.encode()[begin:begin + region["byteLength"]].decode(), region["snippet"]["text"])
        self.assertEqual(result["partialFingerprints"]["mingzhang/v1"], self.fingerprint())
        self.assertEqual([a["location"]["uri"] for a in sarif_run["artifacts"]], ["wrong.txt", "clean.txt"])

    def test_fingerprint_survives_moved_and_spaced_text(self):
        before = self.fingerprint()
        self.write("wrong.txt", "\n\n" + WRONG.replace("增加12.30", "增加 12.30 ").replace("增长", "增长 "))
        self.assertEqual(self.fingerprint(), before)

    def test_baseline(self):
        for form in (["--format", "json"], ["--format", "sarif"], ["--show-fingerprints"]):
            self.write("baseline", self.audit("wrong.txt", *form).stdout)
            process = self.check(self.audit("wrong.txt", "--baseline", "baseline", "--fail-on", "note"), 0)
            self.assertEqual(process.stdout, b"")
            self.assertIn(b"known from the baseline", process.stderr)
        self.write("other.txt", WRONG.replace("2.64%", "3.64%"))
        self.check(self.audit("other.txt", "--baseline", "baseline"), 1)

    def test_project_file(self):
        self.write("mingzhang.toml", '[audit]\noff = ["AR002"]\n')
        self.assertNotIn(b"AR002", self.check(self.audit("wrong.txt"), 0).stdout)
        self.write("mingzhang.toml", '[audit]\nseverity = { AR002 = "note" }\n')
        self.assertIn(b"note[AR002]", self.check(self.audit("wrong.txt"), 0).stdout)
        self.write("mingzhang.toml", '[audit]\nfail_on = "note"\nseverity = { AR002 = "note" }\n')
        self.check(self.audit("wrong.txt"), 1)
        self.write("mingzhang.toml", "")
        suppression = '[[audit.suppress]]\nfinding = "AR002@%s"\nreason = "corrected later"\n' % self.fingerprint()
        self.write("mingzhang.toml", suppression)
        process = self.check(self.audit("wrong.txt"), 0)
        self.assertIn(b"1 suppressed", process.stderr)

    def test_mistakes_in_the_project_file_have_a_place(self):
        for line in ('off = ["XX001"]', 'fail_on = "fatal"', "unknown = 1", 'severity = { AR002 = "bad" }'):
            self.write("mingzhang.toml", "[audit]\n" + line + "\n")
            process = self.check(self.audit("wrong.txt"), 2)
            self.assertIn(b"mingzhang.toml:2:", process.stderr, line)
