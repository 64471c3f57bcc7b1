"""Whole texts and every fact they must give (tests/data/readings.txt)."""
import json
import re
import unittest

import harness

READINGS = harness.SOURCE / "tests" / "data" / "readings.txt"


def readings():
    lines = [line for line in READINGS.read_text(encoding="utf-8").split("\n") if not line.startswith("#")]
    for block in re.split(r"\n\n(?=\[)", "\n".join(lines).strip()):
        name, rest = block.split("\n", 1)
        text, expected = rest.split("\n=>\n")
        yield name.strip("[]"), text + "\n", sorted(expected.strip().split("\n"))


def read(fact):
    return " ".join([harness.line_of(fact)] + ["%s=%s" % pair for pair in fact["qualifiers"].items()])


class Readings(unittest.TestCase):
    def test_every_text_gives_its_facts_and_no_other(self):
        cases = list(readings())
        lines = "".join(json.dumps({"id": name, "text": text}, ensure_ascii=False) + "\n" for name, text, _ in cases)
        process = harness.run("extract", "--input-format", "jsonl", "-", stdin=lines.encode())
        self.assertEqual(process.returncode, 0, process.stderr.decode())
        records = list(map(json.loads, process.stdout.splitlines()))
        self.assertEqual(len(records), len(cases))
        for (name, text, expected), record in zip(cases, records):
            with self.subTest(name):
                self.assertEqual(sorted(read(fact) for fact in record["facts"] if fact["measure"] != "text"), expected, text)
                errors = [finding["message"]["en"] for finding in record["findings"] if finding["severity"] == "error" and finding["rule"] != "MD001"]
                self.assertEqual(errors, [], text)


if __name__ == "__main__":
    unittest.main()
