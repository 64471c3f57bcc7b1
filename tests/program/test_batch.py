"""Many documents: order, failures, resuming, shards."""
import base64
import fcntl
import json
import os
import random
import signal
import subprocess
import time

from harness import CLEAN, PROGRAM, ProgramTest, files_below, records, run, text_number

KILLS = int(os.environ.get("MINGZHANG_KILLS", "8"))
KILLED_TEXTS = int(os.environ.get("MINGZHANG_KILLED_TEXTS", "400"))


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

    def test_ways_to_name_inputs(self):
        texts = self.write_texts(5)
        paths = sorted(texts.rglob("*.txt"))
        by_folder = self.check(run("extract", texts), 0).stdout
        self.write("list", "\n".join(map(str, paths)) + "\n\n")
        self.assertEqual(self.check(run("extract", *paths), 0).stdout, by_folder)
        self.assertEqual(self.check(run("extract", "@%s" % (self.folder / "list")), 0).stdout, by_folder)

    def test_include_and_exclude(self):
        self.write("in/a.txt", CLEAN)
        self.write("in/b.layout.txt", CLEAN)
        self.write("in/c.dat", CLEAN)
        names = lambda *flags: [r["source"]["name"] for r in lines_of(run("extract", self.folder / "in", *flags))]
        self.assertEqual(names(), ["a.txt", "b.layout.txt"])
        self.assertEqual(names("--exclude", "*.layout.txt"), ["a.txt"])
        self.assertEqual(names("--include", "*.dat"), ["c.dat"])

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
        bad = ["not json", "[]", '{"text":"x"}', '{"id":"x"}', '{"id":"x","base64":"***"}',
               '{"id":"x","text":"\\ud800"}']
        stdin = "\n".join([*bad, good]) + "\n"
        process = self.check(run("extract", "--input-format", "jsonl", "-", stdin=stdin.encode()), 2)
        self.assertEqual(len(lines_of(process)), 1)
        self.assertEqual(len(process.stderr.splitlines()), len(bad))

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

    def test_filter_answers_each_record_at_once(self):
        for command in (["extract"], ["scan"]):
            arguments = [PROGRAM, *command, "--input-format", "jsonl", "--flush", "-"]
            with subprocess.Popen(arguments, stdin=subprocess.PIPE, stdout=subprocess.PIPE) as process:
                for line in records(3).splitlines(keepends=True):
                    process.stdin.write(line)
                    process.stdin.flush()
                    self.assertTrue(process.stdout.readline().endswith(b"\n"))
                process.stdin.close()
                self.assertEqual(process.wait(timeout=30), 0)


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


class Resume(ProgramTest):
    def extract(self, texts, out, *flags):
        return run("extract", texts, "-o", out, *flags)

    def test_finished_work_is_not_redone(self):
        texts, out = self.write_texts(12), self.folder / "out"
        self.extract(texts, out)
        whole = files_below(out)
        times = {p: p.stat().st_mtime_ns for p in out.rglob("*.txt.json")}
        process = self.check(self.extract(texts, out, "--resume"), 0)
        self.assertIn(b"12 reused", process.stderr)
        self.assertEqual(files_below(out), whole)
        self.assertEqual({p: p.stat().st_mtime_ns for p in out.rglob("*.txt.json")}, times)

    def test_what_changed_is_redone(self):
        texts, out = self.write_texts(12), self.folder / "out"
        self.extract(texts, out)
        paths = sorted(texts.rglob("*.txt"))
        paths[0].write_text(text_number(99))
        result = out / (str(paths[1].relative_to(texts)) + ".json")
        result.write_bytes(result.read_bytes()[:100])  # torn
        (out / (str(paths[2].relative_to(texts)) + ".json")).unlink()
        process = self.check(self.extract(texts, out, "--resume"), 0)
        self.assertIn(b"9 reused", process.stderr)
        self.extract(texts, self.folder / "fresh")
        self.assertEqual(files_below(out), files_below(self.folder / "fresh"))
        process = self.extract(texts, out, "--resume", "--spans", "all")  # other options, other results
        self.assertIn(b"(0 reused", process.stderr)

    def test_torn_manifest_line_is_ignored(self):
        texts, out = self.write_texts(6), self.folder / "out"
        self.extract(texts, out)
        whole = files_below(out)
        manifest = out / "manifest.jsonl"
        manifest.write_bytes(manifest.read_bytes()[:-40])
        self.assertIn(b"5 reused", self.check(self.extract(texts, out, "--resume"), 0).stderr)
        self.assertEqual(files_below(out), whole)

    def kill_and_resume(self, out):
        texts = self.write_texts(KILLED_TEXTS)
        started = time.monotonic()
        self.extract(texts, self.folder / ("whole" + out))
        duration = time.monotonic() - started
        generator = random.Random(5)
        for _ in range(KILLS):
            process = subprocess.Popen([PROGRAM, "extract", str(texts), "-o", str(self.folder / out), "--resume", "-q"],
                                       stderr=subprocess.DEVNULL)
            time.sleep(generator.uniform(0, duration * 1.2))
            process.send_signal(generator.choice([signal.SIGKILL, signal.SIGKILL, signal.SIGTERM, signal.SIGINT]))
            process.wait(timeout=60)
        self.check(self.extract(texts, self.folder / out, "--resume"), 0)

    def test_killed_folder_is_completed(self):
        self.kill_and_resume("out")
        self.assertEqual(files_below(self.folder / "out"), files_below(self.folder / "wholeout"))

    def test_killed_stream_is_completed(self):
        self.kill_and_resume("out.jsonl")
        for suffix in ("", ".manifest.jsonl"):
            self.assertEqual((self.folder / ("out.jsonl" + suffix)).read_bytes(),
                             (self.folder / ("wholeout.jsonl" + suffix)).read_bytes())
        self.assertEqual([p.name for p in self.folder.glob(".out*")], [])

    def test_full_disk_ends_the_run_and_room_completes_it(self):
        texts, disk = self.write_texts(300), self.folder / "disk"
        disk.mkdir()
        mount = ["mount", "-t", "tmpfs", "-o", "size=600k", "tmpfs", str(disk)]
        try:
            mounted = subprocess.run(mount, capture_output=True, check=False).returncode == 0
        except FileNotFoundError:
            mounted = False
        if not mounted:
            self.skipTest("cannot mount a small tmpfs")
        self.addCleanup(subprocess.run, ["umount", str(disk)], check=False)
        process = self.check(self.extract(texts, disk / "out"), 2)
        self.assertIn(b"No space left", process.stderr)
        subprocess.run(["mount", "-o", "remount,size=64m", str(disk)], check=True)
        self.check(self.extract(texts, disk / "out", "--resume"), 0)
        self.extract(texts, self.folder / "whole")
        self.assertEqual(files_below(disk / "out"), files_below(self.folder / "whole"))

    def test_two_runs_do_not_mix(self):
        texts, out = self.write_texts(2), self.folder / "out"
        out.mkdir()
        with open(out / "manifest.jsonl", "w") as manifest:
            fcntl.flock(manifest, fcntl.LOCK_EX)
            process = self.check(self.extract(texts, out), 2)
        self.assertIn(b"another run", process.stderr)


class Shards(ProgramTest):
    def test_streams_merge_to_the_whole(self):
        texts = self.write_texts(40)
        self.write("texts/bad.txt", b"")
        self.check(run("extract", texts, "-o", self.folder / "whole.jsonl"), 2)
        parts = []
        for shard in (1, 2, 3):
            parts.append(self.folder / ("part%d.jsonl" % shard))
            self.assertIn(run("extract", texts, "--shard", "%d/3" % shard, "-o", parts[-1]).returncode, (0, 2))
        self.check(run("merge", *parts, "-o", self.folder / "all.jsonl"), 0)
        self.assertEqual((self.folder / "all.jsonl").read_bytes(), (self.folder / "whole.jsonl").read_bytes())
        process = self.check(run("merge", *parts[:2], "-o", self.folder / "some.jsonl"), 2)
        self.assertIn(b"in no part", process.stderr)
        self.assertFalse((self.folder / "some.jsonl").exists())

    def test_shards_share_a_folder(self):
        texts = self.write_texts(20)
        self.check(run("extract", texts, "-o", self.folder / "whole"), 0)
        for shard in (1, 2):
            self.check(run("extract", texts, "--shard", "%d/2" % shard, "-o", self.folder / "out"), 0)
        self.check(run("merge", self.folder / "out"), 0)
        whole, out = files_below(self.folder / "whole"), files_below(self.folder / "out")
        self.assertEqual({n: c for n, c in whole.items() if n != "manifest.jsonl"},
                         {n: c for n, c in out.items() if not n.startswith("manifest")})

    def test_records(self):
        path = self.write("in.jsonl", records(30))
        whole = run("extract", "--input-format", "jsonl", path).stdout.splitlines()
        shards = [run("extract", "--input-format", "jsonl", "--shard", "%d/2" % shard, path).stdout.splitlines()
                  for shard in (1, 2)]
        self.assertEqual(sorted(shards[0] + shards[1]), sorted(whole))
