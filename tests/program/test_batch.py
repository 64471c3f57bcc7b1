"""Many documents: order, records, folders, failures, limits. Beside it: test_resume, test_shards, test_filter and,
for files as they come, test_odd_inputs."""
import base64
import hashlib
import json
import os
import subprocess

from harness import CLEAN, PROGRAM, ProgramTest, files_below, records, run, text_number


def lines_of(process):
    return [json.loads(line) for line in process.stdout.splitlines()]


class Streams(ProgramTest):
    def test_jobs_do_not_change_a_byte(self):
        texts = self.write_texts(60)
        streams = {run("extract", texts, "-j", jobs).stdout for jobs in (1, 2, 4)}
        self.assertEqual(len(streams), 1)
        results = [json.loads(line) for line in streams.pop().splitlines()]
        self.assertEqual([r["source"]["name"] for r in results],
                         [p.name for p in sorted(texts.rglob("*.txt"))])
        self.validate(results[0])

    def test_jobs_do_not_change_a_byte_of_uneven_work(self):
        lines = records(120).splitlines(keepends=True)
        for place in (0, 50, 51, 119):  # far more than the others, and more than fits between the threads
            lines[place] = json.dumps({"id": "big%d" % place, "text": CLEAN * 400}).encode() + b"\n"
        path = self.write("in.jsonl", b"".join(lines))
        outputs = []
        for jobs in (1, 2, 7):
            out = self.folder / ("out%d.jsonl" % jobs)
            self.check(run("extract", "--input-format", "jsonl", path, "-o", out, "-j", jobs), 0)
            outputs.append((out.read_bytes(), (self.folder / (out.name + ".manifest.jsonl")).read_bytes()))
        self.assertEqual(outputs[0], outputs[1])
        self.assertEqual(outputs[0], outputs[2])

    def test_a_time_limit_costs_only_what_takes_longer(self):
        self.write("in/a.txt", CLEAN)
        self.write("in/big.txt", CLEAN * 4000)
        out = self.folder / "out"
        process = self.check(run("extract", self.folder / "in", "-o", out, "--max-seconds", "0.001"), 2)
        self.assertIn(b"big.txt: took longer than 0.001 s (raise --max-seconds)", process.stderr)
        self.assertFalse((out / "big.txt.json").exists())
        process = self.check(run("extract", self.folder / "in/big.txt", "--max-seconds", "0.001"), 2)
        self.assertIn(b"took longer", process.stderr)
        self.check(run("extract", self.folder / "in", "-o", out, "--resume", "--max-seconds", "3600"), 0)
        self.check(run("extract", self.folder / "in", "-o", self.folder / "unlimited"), 0)
        self.assertEqual(files_below(out), files_below(self.folder / "unlimited"))

    def test_a_size_limit_costs_only_what_is_larger(self):
        self.write("in/a.txt", CLEAN)
        self.write("in/big.txt", CLEAN * 3)
        self.write("in.jsonl", "".join(json.dumps({"id": n, "text": CLEAN * n}) + "\n" for n in (1, 3, 1)))
        process = self.check(run("extract", self.folder / "in", "--max-bytes", len(CLEAN.encode())), 2)
        self.assertIn("is larger than", json.loads(process.stderr)["error"]["message"])
        self.assertEqual(len(process.stdout.splitlines()), 1)
        process = self.check(run("extract", "--input-format", "jsonl", self.folder / "in.jsonl",
                                 "--max-bytes", len(CLEAN.encode())), 2)
        self.assertEqual(len(process.stdout.splitlines()), 2)

    def test_ways_to_name_inputs(self):
        texts = self.write_texts(5)
        paths = sorted(texts.rglob("*.txt"))
        by_folder = self.check(run("extract", texts), 0).stdout
        self.write("list", "\n".join(map(str, paths)) + "\n\n")
        self.assertEqual(self.check(run("extract", *paths), 0).stdout, by_folder)
        self.assertEqual(self.check(run("extract", "@%s" % (self.folder / "list")), 0).stdout, by_folder)
        listed = "\n".join(map(str, paths)).encode()
        self.assertEqual(self.check(run("extract", "@-", stdin=listed), 0).stdout, by_folder)
        mixed = run("extract", paths[0], "-", *paths[1:], stdin=CLEAN.encode()).stdout.splitlines(keepends=True)
        self.assertEqual(json.loads(mixed.pop(1))["source"]["name"], "stdin")
        self.assertEqual(b"".join(mixed), by_folder)
        process = self.check(run("extract", "@%s" % (self.folder / "nowhere")), 2)
        self.assertIn("nowhere", json.loads(process.stderr.splitlines()[0])["name"])

    def test_include_and_exclude(self):
        self.write("in/a.txt", CLEAN)
        self.write("in/b.layout.txt", CLEAN)
        self.write("in/c.dat", CLEAN)
        names = lambda *flags: [r["source"]["name"] for r in lines_of(run("extract", self.folder / "in", *flags))]
        self.assertEqual(names(), ["a.txt", "b.layout.txt"])
        self.assertEqual(names("--exclude", "*.layout.txt"), ["a.txt"])
        self.assertEqual(names("--include", "*.dat"), ["c.dat"])
        self.write("in/2023/d.txt", CLEAN)
        self.write("in/2024/e.TXT", CLEAN)
        self.assertEqual(names("--include", "2024/*", "--include", "a.*"), ["e.TXT", "a.txt"])
        self.assertEqual(names("--exclude", "2023/*", "--exclude", "b*"), ["e.TXT", "a.txt"])

    def test_a_failure_costs_that_document_alone(self):
        self.write("in/a.txt", CLEAN)
        self.write("in/b.txt", b"")
        self.write("in/c.txt", CLEAN)
        process = self.check(run("extract", self.folder / "in"), 2)
        self.assertEqual([r["source"]["name"] for r in lines_of(process)], ["a.txt", "c.txt"])
        failure = json.loads(process.stderr.splitlines()[0])
        self.assertTrue(failure["name"].endswith("b.txt"))
        self.assertIn("message", failure["error"])


class Records(ProgramTest):
    def test_text_and_base64(self):
        encoded = base64.b64encode(CLEAN.encode("gb18030")).decode()
        stdin = json.dumps({"id": "t", "text": CLEAN}) + "\n" + json.dumps({"id": 7, "base64": encoded}) + "\n"
        first, second = lines_of(self.check(run("extract", "--input-format", "jsonl", "-", stdin=stdin.encode()), 0))
        self.assertEqual([first["source"]["name"], second["source"]["name"]], ["t", "7"])
        self.assertEqual(second["source"]["encoding"], "GB18030")
        self.assertEqual([f["value"] for f in first["facts"]], [f["value"] for f in second["facts"]])

    def test_bad_records_fail_alone(self):
        good = json.dumps({"id": "good", "text": CLEAN})
        bad = [  # line, name, column, part of the message
            ("not json", "LINE", 2, "is not JSON"),
            ('{"id":"x","text":"cut', "LINE", 22, "is not JSON"),
            ("[]", "LINE", 0, "not a JSON object"),
            ('{"id":"x","text":"a","n":1e400}', "LINE", 0, "a number that is too large"),
            ('{"text":"x"}', "LINE", 0, "has no id"),
            ('{"id":null,"text":"x"}', "LINE", 0, "neither a string nor a number"),
            ('{"id":"","text":"x"}', "LINE", 0, "empty"),
            ('{"id":"x"}', "x", 0, "neither text nor base64"),
            ('{"id":"x","text":5}', "x", 0, "its text is not a string"),
            ('{"id":"x","base64":["QQ=="]}', "x", 0, "its base64 is not a string"),
            ('{"id":"x","text":"a","base64":"QQ=="}', "x", 0, "both"),
            *[('{"id":"x","base64":"%s"}' % wrong, "x", 0, "is not valid base64")
              for wrong in ("***", "QQ", "QQ==QQ==", "Q===", "QUJD\\n", " QUI=")],
            ('{"id":"x","text":""}', "x", 0, "is empty"),
            ('{"id":"x","text":"\\ud800"}', "LINE", 25, "is not JSON"),
            (b'{"id":"x","text":"\xff"}', "LINE", 19, "is not JSON"),
        ]
        lines = [line if isinstance(line, bytes) else line.encode() for line, *_ in bad]
        path = self.write("in.jsonl", b"\n".join([good.encode(), *lines, good.encode(), b""]))
        out = self.folder / "out.jsonl"
        self.check(run("extract", "--input-format", "jsonl", path, "-o", out), 2)
        self.assertEqual(len(out.read_bytes().splitlines()), 2)
        failures = [json.loads(line) for line in (self.folder / "out.jsonl.failures.jsonl").read_text().splitlines()]
        self.assertEqual(len(failures), len(bad))
        for number, (failure, (line, name, column, message)) in enumerate(zip(failures, bad), start=2):
            with self.subTest(line=line):
                place = "%s:%d" % (path, number)
                self.assertEqual(failure["name"], place if name == "LINE" else name)
                self.assertIn(message, failure["error"]["message"])
                self.assertEqual((failure["error"]["file"], failure["error"]["line"]), (str(path), number))
                self.assertEqual(failure["error"]["column"], column)

    def test_no_records_no_trouble(self):
        self.assertEqual(self.check(run("extract", "--input-format", "jsonl", "-", stdin=b""), 0).stdout, b"")

    def test_folder_of_records(self):
        out = self.folder / "out"
        lines = [{"id": "a/b", "text": CLEAN}, {"id": "../x", "text": CLEAN}, {"id": "a/b", "text": text_number(1)}]
        stdin = "".join(json.dumps(line) + "\n" for line in lines).encode()
        self.check(run("extract", "--input-format", "jsonl", "-", "-o", str(out) + "/", stdin=stdin), 2)
        self.assertEqual(sorted(files_below(out)), ["%2E./x.json", "a/b.json", "failures.jsonl", "manifest.jsonl"])
        self.assertFalse((self.folder / "x.json").exists())
        self.assertIn("same id", (out / "failures.jsonl").read_text())

    def test_no_id_leads_astray(self):
        """An id that cannot be the name of a file costs that record alone."""
        ids = ["a", "a.json/b", "manifest.jsonl/x", "长" * 300, "/etc/x", "..", "", ".lock", "c\\d", "e\nf", "ok"]
        path = self.write("in.jsonl", "".join(json.dumps({"id": name, "text": CLEAN}) + "\n" for name in ids))
        out = self.folder / "out"
        process = self.check(run("extract", "--input-format", "jsonl", path, "-o", str(out) + "/"), 2)
        failed = [json.loads(line)["name"] for line in (out / "failures.jsonl").read_text().splitlines()]
        self.assertEqual(failed, ["a.json/b", "%s:7" % path])
        self.assertEqual(len(list(out.rglob("*.json"))), len(ids) - len(failed), process.stderr)
        self.assertEqual(sorted(self.folder.iterdir()), [path, out])

    def test_a_failing_record_leaves_no_earlier_result(self):
        out, path = self.folder / "out", self.write("in.jsonl", records(2))
        self.check(run("extract", "--input-format", "jsonl", path, "-o", out), 0)
        path.write_bytes(records(2).replace(b'"text"', b'"test"', 1))
        self.check(run("extract", "--input-format", "jsonl", path, "-o", out, "--resume"), 2)
        self.assertEqual([p.name for p in out.glob("r*")], ["r1.json"])


class Folders(ProgramTest):
    def test_folder_mirrors_the_tree(self):
        texts = self.write_texts(20)
        outputs = []
        for jobs in (1, 4):
            out = self.folder / ("out%d" % jobs)
            self.check(run("extract", texts, "-o", out, "-j", jobs), 0)
            outputs.append(files_below(out))
        self.assertEqual(outputs[0], outputs[1])
        names = {str(p.relative_to(texts)) + ".json" for p in texts.rglob("*.txt")}
        self.assertEqual(set(outputs[0]), names | {"manifest.jsonl"})
        for name in names:
            self.validate(json.loads(outputs[0][name]))

    def test_a_result_larger_than_is_kept_is_the_same(self):
        path = self.write("in/far/big.txt", CLEAN * 600)
        line = run("extract", path.parent.parent, "--include", "*.txt").stdout
        self.assertGreater(len(line), 2 << 20)  # twice what is written at once
        self.check(run("extract", self.folder / "in", "-o", self.folder / "out"), 0)
        result = self.folder / "out" / "far" / "big.txt.json"
        self.assertEqual(result.read_bytes(), line)
        manifest = json.loads((self.folder / "out" / "manifest.jsonl").read_bytes().splitlines()[0])
        self.assertEqual(manifest["output_sha256"], hashlib.sha256(line).hexdigest())
        self.check(run("extract", path, "-o", self.folder / "one.json"), 0)
        self.assertEqual((self.folder / "one.json").read_bytes(), run("extract", path).stdout)
        self.assertEqual(sorted(files_below(self.folder / "out")), ["far/big.txt.json", "manifest.jsonl"])

    def test_a_large_result_that_cannot_be_placed_costs_only_itself(self):
        self.write("in/a.txt", CLEAN)
        self.write("in/big.txt", CLEAN * 300)
        (self.folder / "out" / "big.txt.json").mkdir(parents=True)
        process = run("extract", self.folder / "in", "-o", self.folder / "out")
        self.check(process, 2)
        self.assertIn(b"big.txt", process.stderr)
        self.assertEqual([p.name for p in (self.folder / "out").iterdir() if "partial" in p.name], [])
        self.assertTrue((self.folder / "out" / "a.txt.json").exists())

    def test_manifest_and_failures(self):
        texts = self.write_texts(3)
        self.write("texts/zzz.txt", b"")
        out = self.folder / "out"
        self.check(run("extract", texts, "-o", out), 2)
        manifest = [json.loads(line) for line in (out / "manifest.jsonl").read_text().splitlines()]
        self.assertEqual([entry["status"] for entry in manifest], ["ok"] * 3 + ["failed"])
        self.assertEqual([entry["index"] for entry in manifest], [0, 1, 2, 3])
        self.assertGreater(manifest[0]["facts"], 0)
        failures = [json.loads(line) for line in (out / "failures.jsonl").read_text().splitlines()]
        self.assertEqual([os.path.basename(failure["name"]) for failure in failures], ["zzz.txt"])

    def test_two_inputs_one_result_file(self):
        for folder in "ab":
            self.write(folder + "/x.txt", CLEAN)
        out = self.folder / "out"
        process = self.check(run("extract", self.folder / "a/x.txt", self.folder / "b/x.txt", "-o", out), 2)
        self.assertIn(b"same file", process.stderr)
        self.assertTrue((out / "x.txt.json").exists())

    def test_results_inside_the_input_are_not_read(self):
        self.write("in/a.txt", CLEAN)
        out = self.folder / "in" / "out.txt"
        for _ in range(2):
            self.check(run("extract", self.folder / "in", "-o", str(out) + "/"), 0)
        self.assertEqual(sorted(files_below(out)), ["a.txt.json", "manifest.jsonl"])

    def test_unwritable_output_is_trouble(self):
        with open("/dev/full", "wb") as full:
            for arguments in (["extract", self.write("a.txt", CLEAN)], ["extract", self.write_texts(3)]):
                process = subprocess.run([PROGRAM, *map(str, arguments)], stdout=full, stderr=subprocess.PIPE,
                                         check=False)
                self.assertIn(b"No space left", self.check(process, 2).stderr)
        self.write("file", "x")
        process = self.check(run("extract", self.write_texts(3), "-o", self.folder / "file" / "out/"), 2)
        self.assertTrue(process.stderr.startswith(b"mingzhang: "))
