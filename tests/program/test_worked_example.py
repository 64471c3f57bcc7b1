"""The worked example of CONTRIBUTING: a new family of documents is read without a rebuild."""
import json
import pathlib
import re
import shutil
import subprocess
import tempfile
import unittest

import harness


def section():
    text = (harness.SOURCE / "CONTRIBUTING.md").read_text(encoding="utf-8")
    return text.split("## Add a family of documents without a rebuild")[1].split("\n## ")[0]


def block(kind, pattern):
    """The first fenced block of `kind` that holds `pattern`, without its indentation."""
    for match in re.finditer(r"^( *)```%s\n(.*?)^ *```" % kind, section(), re.S | re.M):
        if pattern in match[2]:
            return re.sub(r"^" + match[1], "", match[2], flags=re.M)
    raise AssertionError("CONTRIBUTING has no block with %r" % pattern)


class WorkedExample(unittest.TestCase):
    def setUp(self):
        self.folder = pathlib.Path(tempfile.mkdtemp())
        self.addCleanup(shutil.rmtree, self.folder)
        shutil.copytree(harness.SOURCE / "grammars", self.folder / "grammars")
        (self.folder / "songyi.txt").write_text(block("", "资金盘子"), encoding="utf-8")

    def extract(self, *options):
        process = harness.run(*options, "extract", "songyi.txt", cwd=self.folder)
        self.assertEqual(process.returncode, 0, process.stderr.decode())
        return json.loads(process.stdout)

    def test_words_alone_make_the_family_readable(self):
        self.assertEqual(self.extract()["facts"], [])
        subprocess.run(["sh", "-e", "-c", block("sh", "cat >>")], cwd=self.folder, check=True)
        extraction = self.extract("--grammar", "my-grammars")
        read = {(fact["concept"], fact["measure"], fact["value"]) for fact in extraction["facts"]}
        self.assertEqual(read, {
            ("revenue.total", "amount", "520.00"), ("revenue.total", "amount", "500.00"),
            ("revenue.total", "change", "20.00"), ("revenue.total", "change_rate", "4.00"),
            ("expenditure.basic", "amount", "310.00"), ("expenditure.basic", "share", "59.62"),
            ("three_public.official_reception", "amount", "2.00"),
            ("three_public.official_reception", "change", "-0.50"),
            ("three_public.official_reception", "change_rate", "-20.00")})
        self.assertEqual(extraction["coverage"]["unexplained"], 0)


if __name__ == "__main__":
    unittest.main()
