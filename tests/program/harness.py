"""What the whole-program tests share: running the program, invented texts, the JSON Schema."""
import functools
import json
import os
import pathlib
import shutil
import subprocess
import tempfile
import unittest

import jsonschema

SOURCE = pathlib.Path(__file__).resolve().parents[2]
PROGRAM = os.path.abspath(os.environ.get("MINGZHANG", SOURCE / "build" / "release" / "mingzhang"))  # tests change folder
CORPUS = SOURCE / "corpus"

CLEAN = """云川市青禾区文化馆2024年单位预算

一、收支预算情况说明

2024年收入预算512.30万元，比2023年500.00万元增加12.30万元，增长2.46%。
2024年支出预算512.30万元，其中：基本支出400.10万元，项目支出112.20万元。

二、其他重要事项的情况说明

2024年机关运行经费预算20.10万元。
2024年政府采购预算总额30.00万元。
"""
WRONG = CLEAN.replace("增长2.46%", "增长2.64%")  # the rate does not follow from the amounts


def run(*arguments, stdin=None, cwd=None, env=None, timeout=600):
    """The finished process; output and errors are bytes. The limit only ends what hangs: sanitizers take their time."""
    environment = {"PATH": os.environ["PATH"], "LANG": "C.UTF-8", **(env or {})}
    return subprocess.run([PROGRAM, *map(str, arguments)], input=stdin, capture_output=True, cwd=cwd, env=environment,
                          timeout=timeout, check=False)


def text_number(number):
    """One of many texts that differ in their figures."""
    return CLEAN.replace("512.30", "%d.30" % (512 + number)).replace("500.00", "%d.00" % (500 + number))


def records(count):
    lines = [json.dumps({"id": "r%d" % i, "text": text_number(i)}, ensure_ascii=False) for i in range(count)]
    return ("\n".join(lines) + "\n").encode()


def files_below(folder):
    """Relative name to content."""
    folder = pathlib.Path(folder)
    return {str(path.relative_to(folder)): path.read_bytes() for path in sorted(folder.rglob("*")) if path.is_file()}


@functools.lru_cache
def validator(*name):
    """Of `mingzhang schema`, or of `mingzhang schema NAME`."""
    schema = json.loads(run("schema", *name).stdout)
    jsonschema.Draft202012Validator.check_schema(schema)
    return jsonschema.Draft202012Validator(schema)


class ProgramTest(unittest.TestCase):
    """A test with a folder of its own. The manifests that it leaves there must keep to their schema."""

    def setUp(self):
        self.folder = pathlib.Path(tempfile.mkdtemp(prefix="mingzhang-test-"))
        self.addCleanup(shutil.rmtree, self.folder, ignore_errors=True)
        self.addCleanup(self.validate_manifests)

    def validate_manifests(self):
        for path in self.folder.rglob("*manifest.jsonl"):
            if path.name.startswith(".") or not path.is_file():
                continue
            for line in path.read_text(encoding="utf-8").splitlines():
                validator("manifest").validate(json.loads(line))

    def write(self, name, content):
        path = self.folder / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(content.encode() if isinstance(content, str) else content)
        return path

    def write_texts(self, count, folder="texts"):
        for number in range(count):
            self.write("%s/%d/text-%04d.txt" % (folder, number % 7, number), text_number(number))
        return self.folder / folder

    def check(self, process, code):
        self.assertEqual(process.returncode, code, process.stderr.decode(errors="replace")[-2000:])
        return process

    def validate(self, extraction):
        validator().validate(extraction)


def basis_of(fact):
    basis = fact["basis"] or {}
    if "year" in basis:
        return "%d/%s" % (basis["year"], basis["stage"])
    return basis.get("concept", "-")


def line_of(fact):
    """concept measure year stage basis value unit: a fact as the data of the tests write it."""
    unit = "-" if fact["assertion"] != "stated" or not fact["unit"] else fact["unit"]["code"]
    period = fact["period"].get("date") or str(fact["period"]["year"])
    return " ".join([fact["concept"], fact["measure"], period, fact["stage"] or "-", basis_of(fact), fact["value"], unit])
