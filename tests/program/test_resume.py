"""Batches that end before they are done: killed, out of disk, torn. A second run completes them."""
import json
import os
import random
import shutil
import signal
import subprocess
import time
import unittest

from harness import PROGRAM, ProgramTest, SOURCE, files_below, records, run, text_number

# The whole of it: MINGZHANG_LONG_TESTS=1 kills a batch of 2 000 documents at 20 moments.
LONG = os.environ.get("MINGZHANG_LONG_TESTS") == "1"
KILLS = int(os.environ.get("MINGZHANG_KILLS", "20" if LONG else "5"))
KILLED_TEXTS = int(os.environ.get("MINGZHANG_KILLED_TEXTS", "2000" if LONG else "300"))
SIGNALS = [signal.SIGKILL, signal.SIGTERM, signal.SIGINT]


def totals_of(process):
    """(documents, reused, failed) of the closing line."""
    words = process.stderr.decode().split("mingzhang: ")[-1].replace("(", "").replace(",", "").split()
    return int(words[0]), int(words[2]), int(words[4])


def hidden_of(name):
    return ".%s.partial" % name


class Resume(ProgramTest):
    def extract(self, texts, out, *flags):
        return run("extract", texts, "-o", out, *flags)

    def finished(self, folder, manifest):
        """The inputs that the manifests on disk, complete or not, say are finished."""
        names = set()
        for path in (folder / manifest, folder / hidden_of(manifest), folder / (hidden_of(manifest) + ".old")):
            try:
                lines = path.read_bytes().split(b"\n")[:-1]
            except FileNotFoundError:  # or got its name just now
                continue
            for line in lines:
                try:
                    names.add(json.loads(line)["name"])
                except ValueError:
                    pass  # torn
        return names

    def assert_same_files(self, out, whole):
        out, whole = files_below(out), files_below(whole)
        self.assertEqual(sorted(out), sorted(whole))
        self.assertEqual([name for name in whole if out[name] != whole[name]], [])

    def test_finished_work_is_not_redone(self):
        texts, out = self.write_texts(12), self.folder / "out"
        self.extract(texts, out)
        whole = files_below(out)
        times = {p: p.stat().st_mtime_ns for p in out.rglob("*.txt.json")}
        self.assertEqual(totals_of(self.check(self.extract(texts, out, "--resume"), 0)), (12, 12, 0))
        self.assertEqual(files_below(out), whole)
        self.assertEqual({p: p.stat().st_mtime_ns for p in out.rglob("*.txt.json")}, times)

    def test_what_changed_or_is_torn_is_redone(self):
        texts, out = self.write_texts(12), self.folder / "out"
        self.extract(texts, out)
        paths = sorted(texts.rglob("*.txt"))
        results = [out / (str(path.relative_to(texts)) + ".json") for path in paths]
        stamp = paths[0].stat()
        paths[0].write_text(text_number(99))
        os.utime(paths[0], ns=(stamp.st_atime_ns, stamp.st_mtime_ns))  # changed all the same
        paths[5].touch()                                               # not changed
        results[1].write_bytes(results[1].read_bytes()[:100])
        results[2].unlink()
        results[3].write_bytes(results[3].read_bytes().replace(b"512", b"513", 1).replace(b"facts", b"fact5", 1))
        self.assertEqual(totals_of(self.check(self.extract(texts, out, "--resume"), 0)), (12, 8, 0))
        self.extract(texts, self.folder / "fresh")
        self.assert_same_files(out, self.folder / "fresh")

    def test_a_changed_or_torn_line_of_a_stream_is_redone(self):
        texts, out = self.write_texts(12), self.folder / "out.jsonl"
        self.extract(texts, out)
        whole = out.read_bytes()
        lines = whole.splitlines(keepends=True)
        lines[3] = lines[3].replace(b"facts", b"fact5", 1)
        out.write_bytes(b"".join(lines)[:-50])
        self.assertEqual(totals_of(self.check(self.extract(texts, out, "--resume"), 0)), (12, 10, 0))
        self.assertEqual(out.read_bytes(), whole)

    def test_other_options_and_other_grammars_are_other_results(self):
        texts, out, fresh = self.write_texts(4), self.folder / "out", self.folder / "fresh"
        grammar = self.folder / "grammars"
        shutil.copytree(SOURCE / "grammars", grammar)
        with open(grammar / "aliases.toml", "a", encoding="utf-8") as file:
            file.write('\n[[alias]]\nwords = ["资金盘子"]\nconcepts = ["revenue.total"]\n')
        self.extract(texts, out)
        for flags in (["--spans", "all"], ["--spans", "all", "--pretty"], ["--grammar", grammar]):
            self.assertEqual(totals_of(self.check(self.extract(texts, out, "--resume", *flags), 0)), (4, 0, 0))
            shutil.rmtree(fresh, ignore_errors=True)
            self.extract(texts, fresh, *flags)
            self.assert_same_files(out, fresh)
        # What does not change a result does not ask for it again, and is judged on what was reused.
        flags = ["--grammar", grammar, "--resume", "--fail-on", "note", "-j", "3", "--durable", "--max-seconds", "60"]
        self.assertEqual(totals_of(self.check(self.extract(texts, out, *flags), 1)), (4, 4, 0))

    def test_torn_manifest_line_is_ignored(self):
        texts, out = self.write_texts(6), self.folder / "out"
        self.extract(texts, out)
        whole = files_below(out)
        manifest = out / "manifest.jsonl"
        manifest.write_bytes(manifest.read_bytes()[:-40])
        self.assertEqual(totals_of(self.check(self.extract(texts, out, "--resume"), 0)), (6, 5, 0))
        self.assertEqual(files_below(out), whole)

    def test_equal_ids_are_told_apart_by_content(self):
        lines = [json.dumps({"id": "same", "text": text_number(i)}) + "\n" for i in range(5)]
        path, out = self.write("in.jsonl", "".join(lines)), self.folder / "out.jsonl"
        run("extract", "--input-format", "jsonl", path, "-o", out)
        again = run("extract", "--input-format", "jsonl", path, "-o", out, "--resume")
        self.assertEqual(totals_of(self.check(again, 0)), (5, 5, 0))

    def kill_and_resume(self, out, inputs, manifest):
        """Every run does part of the work; none does what one before it has finished."""
        arguments = ["extract", *map(str, inputs), "-o"]
        whole = self.check(run(*arguments, self.folder / ("whole-" + out)), 0)
        documents, generator = totals_of(whole)[0], random.Random(5)
        place = self.folder / out if manifest == "manifest.jsonl" else self.folder
        done = 0
        for _ in range(KILLS):
            # Killed once a number of documents more are finished, or a moment later: however fast the machine is.
            wanted = done + generator.randint(0, 2 * documents // KILLS)
            process = subprocess.Popen([PROGRAM, *arguments, str(self.folder / out), "--resume", "-q"],
                                       stderr=subprocess.DEVNULL)
            while process.poll() is None and len(self.finished(place, manifest)) < wanted:
                time.sleep(0.002)
            time.sleep(generator.uniform(0, 0.02))
            sent = generator.choice(SIGNALS)
            process.send_signal(sent)
            self.assertIn(process.wait(timeout=60), (-sent, 0))
            done = len(self.finished(place, manifest))
        process = self.check(run(*arguments, self.folder / out, "--resume"), 0)
        self.assertEqual(totals_of(process), (documents, done, 0))
        self.assertGreater(done, 0)

    def test_killed_folder_is_completed(self):
        self.kill_and_resume("out", [self.write_texts(KILLED_TEXTS)], "manifest.jsonl")
        self.assert_same_files(self.folder / "out", self.folder / "whole-out")

    def test_killed_stream_is_completed(self):
        path = self.write("in.jsonl", records(KILLED_TEXTS))
        self.kill_and_resume("out.jsonl", ["--input-format", "jsonl", path], "out.jsonl.manifest.jsonl")
        for suffix in ("", ".manifest.jsonl"):
            self.assertEqual((self.folder / ("out.jsonl" + suffix)).read_bytes(),
                             (self.folder / ("whole-out.jsonl" + suffix)).read_bytes())
        self.assertEqual([p.name for p in self.folder.glob(".*")], [])

    def test_a_run_that_was_killed_does_not_look_complete(self):
        texts, out = self.write_texts(200), self.folder / "out"
        process = subprocess.Popen([PROGRAM, "extract", str(texts), "-o", str(out), "-q", "-j", "1"])
        while not (out / hidden_of("manifest.jsonl")).exists():
            time.sleep(0.001)
        process.send_signal(signal.SIGTERM)
        self.assertEqual(process.wait(timeout=60), -signal.SIGTERM)
        self.assertFalse((out / "manifest.jsonl").exists())
        self.assertEqual([p for p in out.rglob(".*.json.partial")], [])  # the document in flight was ended in order

    def test_a_signal_ends_the_wait_for_input(self):
        out = self.folder / "out.jsonl"
        process = subprocess.Popen([PROGRAM, "extract", "--input-format", "jsonl", "-", "-o", str(out), "-j", "2"],
                                   stdin=subprocess.PIPE, stderr=subprocess.PIPE)
        process.stdin.write(records(40) + b'{"id":"cut sh')
        process.stdin.flush()
        while not (self.folder / hidden_of("out.jsonl.manifest.jsonl")).exists():
            time.sleep(0.001)
        time.sleep(0.2)
        process.send_signal(signal.SIGINT)
        self.assertEqual(process.wait(timeout=30), -signal.SIGINT)
        self.assertIn(b"continue with --resume", process.stderr.read())
        process.stdin.close()
        process.stderr.close()
        again = run("extract", "--input-format", "jsonl", "-", "-o", out, "--resume", stdin=records(40))
        documents, reused, failed = totals_of(self.check(again, 0))
        self.assertEqual((documents, failed), (40, 0))
        self.assertGreater(reused, 0)

    def small_disk(self, size):
        disk = self.folder / "disk"
        disk.mkdir()
        try:
            mounted = subprocess.run(["mount", "-t", "tmpfs", "-o", "size=" + size, "tmpfs", str(disk)],
                                     capture_output=True, check=False).returncode == 0
        except FileNotFoundError:
            mounted = False
        if not mounted:
            self.skipTest("cannot mount a small tmpfs")
        self.addCleanup(subprocess.run, ["umount", str(disk)], check=False)
        return disk

    def fill_and_resume(self, out, manifest, jobs):
        texts, disk = self.write_texts(300), self.small_disk("600k")
        for place in (disk, self.folder):
            (place / out).parent.mkdir(exist_ok=True)
        self.assertIn(b"No space left", self.check(self.extract(texts, disk / out, "--jobs", jobs), 2).stderr)
        self.assertFalse((disk / manifest).exists())
        subprocess.run(["mount", "-o", "remount,size=64m", str(disk)], check=True)
        folder = (disk / manifest).parent
        done = len(self.finished(folder, (disk / manifest).name))
        if jobs == "1":  # several may fill the disk before the first of them is in the manifest
            self.assertGreater(done, 0)
        self.assertEqual(totals_of(self.check(self.extract(texts, disk / out, "--resume"), 0)), (300, done, 0))
        self.extract(texts, self.folder / out)
        self.assert_same_files(folder, (self.folder / manifest).parent)

    def test_full_disk_ends_the_run_and_room_completes_it(self):
        self.fill_and_resume("out", "out/manifest.jsonl", "1")

    def test_full_disk_under_several_workers(self):
        self.fill_and_resume("out", "out/manifest.jsonl", "4")

    def test_full_disk_under_a_stream(self):
        self.fill_and_resume("whole/out.jsonl", "whole/out.jsonl.manifest.jsonl", "1")


class Locks(ProgramTest):
    def start(self, out, *flags):
        """A run that holds its place until its stdin ends."""
        process = subprocess.Popen([PROGRAM, "extract", "--input-format", "jsonl", "-", "-o", str(out), "-q", *flags],
                                   stdin=subprocess.PIPE, stderr=subprocess.PIPE)
        self.addCleanup(process.stderr.close)
        lock = out / ".lock" if not str(out).endswith(".jsonl") else out.parent / (hidden_of(out.name) + ".lock")
        deadline = time.monotonic() + 30
        while not lock.exists() and time.monotonic() < deadline:
            time.sleep(0.001)
        time.sleep(0.1)
        return process

    def end(self, process):
        process.stdin.close()
        self.assertEqual(process.wait(timeout=30), 0)

    def test_two_runs_do_not_mix(self):
        path = self.write("in.jsonl", records(2))
        for out in (self.folder / "out", self.folder / "out.jsonl"):
            holder = self.start(out)
            process = self.check(run("extract", "--input-format", "jsonl", path, "-o", out), 2)
            self.assertIn(b"another run is writing here", process.stderr)
            self.end(holder)
            self.check(run("extract", "--input-format", "jsonl", path, "-o", out), 0)

    def test_shards_of_one_run_share_a_folder_with_nobody_else(self):
        out, path = self.folder / "out", self.write("in.jsonl", records(4))
        other = lambda *flags: run("extract", "--input-format", "jsonl", path, "-o", out, *flags).returncode
        holder = self.start(out, "--shard", "1/3")
        self.assertEqual([other("--shard", "2/3"), other("--shard", "1/3"), other("--shard", "2/4"), other()], [0, 2, 2, 2])
        self.end(holder)
        self.assertEqual([other("--shard", "2/4"), other()], [0, 0])
        self.assertFalse((out / ".lock").exists())

    def test_the_lock_of_a_killed_run_locks_nobody_out(self):
        out = self.folder / "out"
        holder = self.start(out)
        holder.kill()
        holder.wait(timeout=30)
        holder.stdin.close()
        self.assertTrue((out / ".lock").exists())
        self.check(run("extract", "--input-format", "jsonl", self.write("in.jsonl", records(2)), "-o", out), 0)


if __name__ == "__main__":
    unittest.main()
