"""What must be disclosed: only of a whole disclosure can something be called missing, and only where it is owed."""
import json
import re
import unittest

from harness import CORPUS, run

FINAL = (CORPUS / "a" / "a07-songyi-xunling-forestry-final-2023.txt").read_text(encoding="utf-8")
BUDGET = (CORPUS / "a" / "a13-lingquan-hefeng-market-budget-2024.txt").read_text(encoding="utf-8")
SCHOOL = (CORPUS / "b" / "b10-qinghe-school-budget-2025.txt").read_text(encoding="utf-8")


def found(text):
    """The findings of a text by rule: message in English."""
    process = run("audit", "--format", "json", "-", stdin=text.encode())
    return {finding["rule"]: finding["message"]["en"] for finding in json.loads(process.stdout)["findings"]}


def without(text, pattern):
    """`text` without the matches of `pattern`, of which there must be some."""
    changed = re.sub(pattern, "", text)
    assert changed != text, pattern
    return changed


class Whole(unittest.TestCase):
    def test_what_is_missing_from_a_whole_disclosure_is_reported(self):
        no_operating = without(BUDGET, r"（一）机关运行经费[^（]*")
        self.assertIn("CP009", found(no_operating))
        self.assertNotIn("CP009", found(BUDGET))

    def test_an_excerpt_lacks_nothing(self):
        for text in (BUDGET[:1200], FINAL[:1300]):
            self.assertFalse([rule for rule in found(text) if rule.startswith("CP00") and rule != "CP005"])

    def test_a_school_owes_no_operating_funds(self):
        self.assertNotIn("CP009", found(SCHOOL))

    def test_a_body_without_administrative_posts_owes_none(self):
        no_operating = without(BUDGET, r"（一）机关运行经费[^（]*")
        posts = "\n人员情况：核定事业编制38名。\n"
        self.assertNotIn("CP009", found(no_operating + posts))
        self.assertIn("CP009", found(no_operating + posts.replace("事业编制38名", "行政编制12名，事业编制38名")))


class Comparison(unittest.TestCase):
    def test_items_that_are_all_compared_make_up_for_the_total(self):
        self.assertNotIn("CP008", found(FINAL))

    def test_an_item_that_is_not_compared_leaves_the_total_open(self):
        one_less = without(FINAL, r"，与上年相比减少0\.68万元，减少16\.59%，减少的主要原因是上级检查批次合并")
        self.assertIn("reception", found(one_less)["CP008"])


if __name__ == "__main__":
    unittest.main()
