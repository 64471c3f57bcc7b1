"""Files and folders as they come: unreadable, vanished, linked in circles, with names of any bytes."""
import json
import os
import pathlib
import shutil
import subprocess
import unittest

from harness import CLEAN, PROGRAM, ProgramTest, files_below, run


def failures_of(out):
    path = out / "failures.jsonl"
    lines = path.read_text().splitlines() if path.exists() else []
    return {os.path.basename(failure["name"]): failure["error"]["message"] for failure in map(json.loads, lines)}


class OddInputs(ProgramTest):
    def extract(self, *flags, code=0):
        out = self.folder / "out"
        self.check(run("extract", self.folder / "in", "-o", out, *flags), code)
        return out

    def test_each_costs_itself_alone(self):
        folder = self.write("in/good.txt", CLEAN).parent
        self.write("in/empty.txt", b"")
        self.write("in/nul.txt", CLEAN.encode().replace(b"\n", b"\0"))
        (folder / "dangling.txt").symlink_to("nowhere.txt")
        (folder / "circle.txt").symlink_to("circle.txt")
        os.mkfifo(folder / "pipe.txt")
        self.assertEqual(failures_of(self.extract(code=2)), {
            "circle.txt": "cannot be read: Too many levels of symbolic links",
            "dangling.txt": "cannot be read: No such file or directory",
            "empty.txt": "is empty",
            "nul.txt": "binary data, not a text",
            "pipe.txt": "is not a regular file"})
        self.assertTrue((self.folder / "out/good.txt.json").exists())

    def test_folders_linked_in_circles_are_read_once(self):
        self.write("in/sub/a.txt", CLEAN)
        (self.folder / "in/sub/up").symlink_to("..")
        (self.folder / "in/loop").symlink_to("loop")
        self.assertEqual(sorted(files_below(self.extract())), ["manifest.jsonl", "sub/a.txt.json"])

    def test_what_may_not_be_read(self):
        self.write("in/a.txt", CLEAN)
        self.write("in/secret.txt", CLEAN).chmod(0)
        self.write("in/closed/b.txt", CLEAN).parent.chmod(0)
        self.addCleanup((self.folder / "in/closed").chmod, 0o755)
        command = [PROGRAM, "extract", str(self.folder / "in"), "-o", str(self.folder / "out")]
        if os.geteuid() == 0:  # who may read everything
            if not shutil.which("setpriv"):
                self.skipTest("runs as root and has no setpriv")
            self.folder.chmod(0o777)
            command = ["setpriv", "--reuid=65534", "--clear-groups", *command]
        process = subprocess.run(command, capture_output=True, timeout=60, check=False)
        self.assertEqual(process.returncode, 2, process.stderr)
        self.assertEqual(failures_of(self.folder / "out"), {
            "closed": "folder cannot be read: Permission denied",
            "secret.txt": "cannot be read: Permission denied"})
        self.assertTrue((self.folder / "out/a.txt.json").exists())

    def test_names_of_any_bytes(self):
        long = "长" * 83 + ".txt"  # with ".json" behind it, it is longer than a file name may be
        names = [b"new\nline.txt", b"\xb3\xb4.txt", b"\x1b[31mred.txt", " blank .txt".encode(), long.encode()]
        folder = self.write("in/sub/a.txt", CLEAN).parent
        for name in names:
            pathlib.Path(os.fsdecode(bytes(folder) + b"/" + name)).write_text(CLEAN)
        self.write("in/sub/\x1b[31mempty.txt", b"")
        out = self.extract(code=2)
        results = sorted(os.fsencode(path.name) for path in (out / "sub").iterdir())
        self.assertEqual(len(results), len(names) + 1)
        for name in (b"new\nline.txt.json", b"%B3%B4.txt.json", b" blank .txt.json"):
            self.assertIn(name, results)
        manifest = (out / "manifest.jsonl").read_text(encoding="utf-8")
        self.assertIn(r"\\xB3\\xB4.txt", manifest)
        process = run("extract", self.folder / "in", "-o", out, "--resume")
        self.assertIn(b"(6 reused, 1 failed)", process.stderr)
        self.assertNotIn(b"\x1b", process.stderr)
        self.assertIn(rb"\x1B[31mempty.txt: is empty", process.stderr)

    def test_a_file_that_vanishes_after_it_was_listed(self):
        for number in range(60):
            self.write("in/%02d.txt" % number, CLEAN)
        # The pipe holds a few results only, so the last file has been listed and not yet read.
        with subprocess.Popen([PROGRAM, "extract", str(self.folder / "in"), "-j", "1", "--flush"],
                              stdout=subprocess.PIPE) as process:
            process.stdout.readline()
            (self.folder / "in/59.txt").unlink()
            answers = [json.loads(line) for line in process.stdout]
        self.assertEqual(process.returncode, 2)
        self.assertEqual(len(answers), 59)
        self.assertEqual(answers[-1]["error"]["message"], "cannot be read: No such file or directory")

    def test_results_among_the_inputs_are_not_read(self):
        self.write("in/a.txt", CLEAN)
        out = self.folder / "in/out.jsonl"
        for _ in range(2):
            process = run("extract", self.folder / "in", "--include", "*", "-o", out)
            self.assertIn(b"1 documents", self.check(process, 0).stderr)
        process = self.check(run("extract", self.folder / "in", "-o", self.folder / "in"), 2)
        self.assertIn(b"the results would go among these inputs", process.stderr)
        self.assertFalse((self.folder / "in/manifest.jsonl").exists())

    def test_a_folder_of_very_many_names_is_read_in_their_order(self):
        folder = self.folder / "in"
        folder.mkdir()
        source = self.write("text.txt", "2024年收入预算1万元。")
        for number in range(17000):  # more than are sorted in memory
            os.link(source, folder / ("%d.txt" % number))
        process = self.check(run("extract", folder, "-q", "-j", "2"), 0)
        names = [json.loads(line)["source"]["name"] for line in process.stdout.splitlines()]
        self.assertEqual(names, sorted("%d.txt" % number for number in range(17000)))


if __name__ == "__main__":
    unittest.main()
