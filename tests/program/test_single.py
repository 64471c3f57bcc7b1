"""One document: results, exit codes and messages of every command."""
import json
import os
import shutil
import unittest

from harness import CLEAN, CORPUS, SOURCE, WRONG, ProgramTest, run

STAGES = "decode normalize reflow outline quantities clauses facts audit json".split()

class Kinds(ProgramTest):
    """What a document is decides the stage of figures that no word places."""

    def stage_of(self, title):
        text = f"{title}\n\n（一）一般公共预算\n全市一般公共预算收入完成125.36亿元。\n（二）政府性基金预算\n（三）国有资本经营预算\n（四）社会保险基金预算\n"
        document = json.loads(self.check(run("extract", self.write("a.txt", text)), 0).stdout)
        return {fact["stage"] for fact in document["facts"]}

    def test_names_of_funds_do_not_make_final_accounts_a_budget(self):
        self.assertEqual(self.stage_of("关于云泽省丰禾市2024年市级财政决算（草案）的报告"), {"final"})
        self.assertEqual(self.stage_of("关于云泽省丰禾市2025年市级财政预算（草案）的报告"), {"budget"})

class Levels(ProgramTest):
    def test_sums_by_level_of_government_are_not_of_the_name_before(self):
        text = ("云川市水利局2023年度部门决算\n\n一、支出决算情况\n2023年度一般公共预算财政拨款支出2900.00万元。"
                "其中：中央资金500.00万元、省级资金400.00万元、县级资金2000.00万元。\n")
        document = json.loads(self.check(run("extract", self.write("a.txt", text)), 0).stdout)
        self.assertEqual([fact["value"] for fact in document["facts"] if fact["measure"] == "amount"], ["2900.00"])
        self.assertEqual(document["coverage"]["unexplained"], 3)  # said, not guessed and not dropped


class Records(ProgramTest):
    def test_records_that_are_read_as_a_text_are_pointed_out(self):
        record = json.dumps({"id": "r", "text": CLEAN}, ensure_ascii=False) + "\n"
        for name in ("r.jsonl", "r.txt"):
            stderr = run("extract", self.write(name, record)).stderr
            self.assertEqual(1, stderr.count(b"--input-format jsonl"), stderr)
        self.assertNotIn(b"--input-format", run("extract", self.write("plain.txt", CLEAN)).stderr)
        extraction = run("extract", self.write("plain.txt", CLEAN)).stdout
        self.assertNotIn(b"--input-format", run("diff", *[self.write(n, extraction) for n in ("a.json", "b.json")]).stderr)


class Wholes(ProgramTest):
    """What a share is a share of."""

    def test_items_of_three_public_expenses(self):
        text = ("云川市水利局2023年度部门决算\n\n（五）“三公”经费支出决算情况说明\n"
                "2023年度“三公”经费支出决算为9.00万元。\n"
                "（1）因公出国（境）费支出决算为0.00万元，占“三公”经费财政拨款支出决算总额的0.00%。\n"
                "（2）公务用车购置及运行维护费支出决算为6.00万元，占66.67%。其中：公务用车运行维护费支出6.00万元。\n"
                "（3）公务接待费支出决算为3.00万元，占33.33%。\n")
        document = json.loads(self.check(run("extract", self.write("a.txt", text)), 0).stdout)
        shares = [fact["basis"] for fact in document["facts"] if fact["measure"] == "share"]
        self.assertEqual(shares, [{"concept": "three_public.total"}] * 3)
        self.assertFalse([finding for finding in document["findings"] if finding["severity"] == "error"])


class CommandLine(ProgramTest):
    def test_help_and_version(self):
        commands = "extract audit scan dump merge grammar schema".split()
        for arguments in (["--help"], ["--version"], *([command, "--help"] for command in commands)):
            self.assertTrue(self.check(run(*arguments), 0).stdout)

    def test_misuse_is_trouble_and_says_what_to_do(self):
        for arguments in ([], ["no-such-command"], ["extract"], ["extract", "--jobs", "0", "x"],
                          ["dump", "--stage=no", "x"], ["extract", "x", "--shard", "3/2"],
                          ["extract", "x", "--resume"]):
            process = self.check(run(*arguments), 2)
            self.assertIn(b"--help", process.stderr, arguments)
            self.assertFalse(process.stdout)

    def test_language(self):
        missing = self.folder / "missing.txt"
        self.assertIn("无法读取", run("--lang", "zh", "extract", missing).stderr.decode())
        self.assertIn("无法读取", run("extract", missing, env={"LC_ALL": "zh_CN.UTF-8"}).stderr.decode())
        english = run("--lang=en", "extract", missing, env={"LANG": "zh_CN.UTF-8"})
        self.assertIn("cannot be read", english.stderr.decode())

    def test_broken_grammar_says_where(self):
        shutil.copytree(SOURCE / "grammars", self.folder / "grammar")
        with open(self.folder / "grammar" / "units.toml", "a", encoding="utf-8") as units:
            units.write("\n[[no_such_table]]\n")
        process = self.check(run("--grammar", self.folder / "grammar", "extract", self.write("a.txt", CLEAN)), 2)
        self.assertRegex(process.stderr, rb"units.toml:\d+:\d+: ")


class Extract(ProgramTest):
    def test_result_is_valid_and_the_same_every_time(self):
        path = self.write("a.txt", WRONG)
        first = self.check(run("extract", path), 0)
        self.assertEqual(first.stdout, run("extract", path).stdout)
        extraction = json.loads(first.stdout)
        self.validate(extraction)
        self.assertEqual(extraction["source"]["name"], "a.txt")
        self.assertEqual(extraction["source"]["byte_length"], len(WRONG.encode()))
        self.assertIn("AR002", [finding["rule"] for finding in extraction["findings"]])

    def test_spans_quote_the_bytes(self):
        content = WRONG.encode()
        extraction = json.loads(run("extract", "--spans", "all", self.write("a.txt", content)).stdout)
        self.validate(extraction)
        self.assertTrue(extraction["facts"])
        for fact in extraction["facts"]:
            for span in fact["spans"].values():
                begin, end = span["bytes"]
                self.assertEqual(content[begin:end].decode(), span["quote"])
                begin, end = span["chars"]
                self.assertEqual(WRONG[begin:end], span["quote"])

    def test_coverage_adds_up(self):
        coverage = json.loads(run("extract", self.write("a.txt", WRONG)).stdout)["coverage"]
        counts = [count for name, count in coverage.items() if name not in ("numerals", "unexplained_spans")]
        self.assertEqual(sum(counts), coverage["numerals"])
        self.assertEqual(len(coverage["unexplained_spans"]), coverage["unexplained"])

    def test_ways_in_and_out(self):
        path = self.write("a.txt", CLEAN)
        pretty = run("extract", path).stdout
        compact = run("extract", "--compact", path).stdout
        self.assertEqual(compact.count(b"\n"), 1)
        self.assertEqual(json.loads(pretty), json.loads(compact))
        self.check(run("extract", path, "-o", self.folder / "out.json"), 0)
        self.assertEqual((self.folder / "out.json").read_bytes(), pretty)
        from_stdin = json.loads(self.check(run("extract", "-", stdin=CLEAN.encode()), 0).stdout)
        self.assertEqual(from_stdin["facts"], json.loads(pretty)["facts"])

    def test_fail_on(self):
        wrong, clean = self.write("wrong.txt", WRONG), self.write("clean.txt", CLEAN)
        self.check(run("extract", wrong), 0)
        self.check(run("extract", wrong, "--fail-on", "error"), 1)
        self.check(run("extract", clean, "--fail-on", "error"), 0)

    def test_corpus_validates(self):
        texts = sorted(CORPUS.rglob("*.txt"))
        if not texts:
            self.skipTest("no corpus")
        for path in texts:
            with self.subTest(path.name):
                self.validate(json.loads(self.check(run("extract", "--spans", "all", path), 0).stdout))


class BadInputs(ProgramTest):
    def refused(self, path, *words):
        process = self.check(run("extract", path), 2)
        message = process.stderr.decode()
        self.assertTrue(message.startswith("mingzhang: "), message)
        for word in words:
            self.assertIn(word, message)

    def test_nothing_to_read(self):
        self.refused(self.folder / "missing.txt", "missing.txt", "No such file")
        self.refused(self.write("empty.txt", b""), "empty.txt", "empty")
        self.refused(self.write("binary.txt", bytes(range(256)) * 64), "binary.txt")

    def test_folder_without_texts(self):
        (self.folder / "empty").mkdir()
        self.write("other/image.png", b"\x89PNG")
        for name in ("empty", "other"):
            process = self.check(run("extract", self.folder / name), 2)
            self.assertIn("no texts", process.stderr.decode())

    @unittest.skipIf(os.geteuid() == 0, "root reads everything")
    def test_unreadable(self):
        path = self.write("secret.txt", CLEAN)
        path.chmod(0)
        self.refused(path, "Permission denied")

    def test_cut_inside_a_character(self):
        content = CLEAN.encode()
        for cut in range(len(content) - 6, len(content)):
            process = run("extract", self.write("cut.txt", content[:cut]))
            self.assertIn(process.returncode, (0, 2))
            if process.returncode == 0:
                self.validate(json.loads(process.stdout))

    def test_over_the_limit(self):
        path = self.write("long.txt", CLEAN * 10)
        process = self.check(run("extract", "--max-bytes", "100", path), 2)
        self.assertIn(b"--max-bytes", process.stderr)

    def test_one_long_line(self):
        megabytes = 100 if os.environ.get("MINGZHANG_LONG_TESTS") else 4
        line = "收入预算512.30万元，".encode()
        process = run("extract", self.write("line.txt", line * (megabytes * 1000000 // len(line))), timeout=600)
        self.check(process, 0)
        self.assertEqual(json.loads(process.stdout)["coverage"]["numerals"], megabytes * 1000000 // len(line))


class Scan(ProgramTest):
    def quantities(self, text):
        process = self.check(run("scan", stdin=text.encode()), 0)
        return [json.loads(line) for line in process.stdout.decode().splitlines()]

    def test_values_and_places(self):
        money, percent = self.quantities("共648.26万元，减少0.99%。")
        self.assertEqual([money[key] for key in ("kind", "value", "unit", "yuan")],
                         ["money", "648.26", "CNY_WAN", "6482600"])
        self.assertEqual(money["bytes"], [3, 15])
        self.assertEqual(money["chars"], [1, 9])
        self.assertEqual((percent["kind"], percent["value"], percent["yuan"]), ("percent", "0.99", None))

    def test_nothing_is_no_trouble(self):
        self.assertEqual(self.quantities(""), [])
        self.assertEqual(self.quantities("三公经费统一安排"), [])

    def test_records(self):
        lines = '{"id":"a","text":"15人"}\n{"id":2,"text":""}\n'
        process = self.check(run("scan", "--input-format", "jsonl", stdin=lines.encode()), 0)
        first, second = map(json.loads, process.stdout.splitlines())
        self.assertEqual(first["id"], "a")
        self.assertEqual(first["quantities"][0]["value"], "15")
        self.assertEqual(second, {"id": "2", "quantities": []})


class Dump(ProgramTest):
    def test_every_stage_prints(self):
        path = self.write("a.txt", WRONG)
        for stage in STAGES:
            process = self.check(run("dump", "--stage=" + stage, path), 0)
            self.assertTrue(process.stdout, stage)
            self.assertEqual(process.stdout, run("dump", "--stage=" + stage, path).stdout)


class GrammarCommands(ProgramTest):
    def test_check_list_explain(self):
        self.assertIn(b"rules", self.check(run("grammar", "check"), 0).stdout)
        self.check(run("grammar", "check", SOURCE / "grammars"), 0)
        for what in "concepts words units clauses rules files".split():
            self.assertTrue(self.check(run("grammar", "list", what), 0).stdout, what)
        self.assertIn(b"severity", self.check(run("grammar", "explain", "AR002"), 0).stdout)
        self.check(run("grammar", "explain", "revenue.total"), 0)
        self.check(run("grammar", "explain", "NO999"), 2)

    def test_same_grammar_has_no_delta(self):
        grammars = SOURCE / "grammars"
        self.check(run("grammar", "delta", grammars, grammars, self.write("a.txt", WRONG)), 0)
