"""The rule reference agrees with the rules."""
import unittest

import rule_reference
from harness import run


class RuleReference(unittest.TestCase):
    def test_is_up_to_date(self):
        written = rule_reference.REFERENCE.read_text(encoding="utf-8")
        self.assertEqual(written, rule_reference.reference(), "run tests/program/rule_reference.py --write")

    def test_has_every_rule_of_the_program(self):
        listed = [line.split("\t")[0] for line in run("grammar", "list", "rules").stdout.decode().splitlines()]
        self.assertEqual(listed, [rule["id"] for rule in rule_reference.load()])
