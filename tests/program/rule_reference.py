#!/usr/bin/env python3
"""The rule reference, grammars/rules/RULES.md, from the rule files beside it.

usage: tests/program/rule_reference.py --write | --check
"""
import pathlib
import sys
import tomllib

RULES = pathlib.Path(__file__).resolve().parents[2] / "grammars" / "rules"
REFERENCE = RULES / "RULES.md"

FAMILIES = {
    "AR": ("增减与完成率", "changes, rates of change and completion"), "TT": ("合计、分项与占比", "totals, parts and shares"),
    "DP": ("同一事项的重复表述", "one thing said twice"), "UN": ("数值与计量单位", "numbers and units"),
    "ST": ("标题与章节结构", "headings and sections"), "CP": ("应公开内容的完整性", "what a disclosure must contain"),
    "TX": ("文字、用语与标点", "words, terms and punctuation"), "YR": ("年度与期间", "years and periods"),
    "PL": ("数据的合理性", "plausibility"), "CL": ("收支分类科目与编码", "classification names and codes"),
    "XY": ("跨年度、跨文档核对", "several documents against one another"), "MD": ("文档信息", "the document itself"),
}
APPLIES = {"budget": "预算 budget", "final": "决算 final accounts", "panel": "多文档 several documents"}
HEAD = """# Audit rules

Generated from the rule files of this folder by `tests/program/rule_reference.py --write`; edit those.
`{…}` in a message is filled in. One rule: `mingzhang grammar explain AR002`.

"""


def load():
    """Rules in the order of their ids."""
    rules = []
    for path in sorted(RULES.glob("*.toml")):
        rules += tomllib.loads(path.read_text(encoding="utf-8")).get("rule", [])
    return sorted(rules, key=lambda rule: rule["id"])


def cell(text):
    return text.replace("|", "\\|").replace("\n", " ")


def quoted(text):
    """A text of any number of lines as a quotation."""
    return "".join("> %s\n" % line if line else ">\n" for line in text.rstrip("\n").replace("\\", "\\\\").split("\n"))


def code(text):
    ticks = "``" if "`" in text else "`"
    return ticks + text + ticks


def about(case):
    """What a case is about, on one line."""
    said = []
    if "concept" in case:
        said.append(code(case["concept"]))
    parts = [code(part) for part in case.get("parts", [])] + ["(%s)" % code(part) for part in case.get("optional", [])]
    if parts:
        said.append(", ".join(parts))
    if "beside" in case:
        said.append("beside " + ", ".join(code(part) for part in case["beside"]))
    if "title" in case:
        said.append("under " + code(case["title"]))
    if "pattern" in case:
        said.append(code(case["pattern"]))
    if "term" in case:
        said.append("→ " + case["term"])
    return ": ".join(said)


def section(rule):
    lines = ["### %s %s\n" % (rule["id"], rule["name"]["zh"]), rule["name"]["en"] + "\n"]
    applies = ", ".join(APPLIES[one] for one in rule.get("applies", [])) or "预算 budget, 决算 final accounts"
    lines.append("- severity: **%s**, kind: `%s`, applies to: %s" % (rule["severity"], rule["kind"], applies))
    message = rule.get("message", {})
    lines += ["- message: %s" % message[language] for language in ("zh", "en") if message.get(language)]
    if rule.get("source"):
        lines.append("- source: %s" % rule["source"])
    cases = [line for line in map(about, rule.get("case", [])) if line]
    if cases:
        lines += ["- about:"] + ["  - %s" % line for line in cases]
    for what, key in (("reported", "examples"), ("not reported", "counterexamples")):
        for text in rule.get(key, []):
            lines.append("\n%s:\n\n%s" % (what, quoted(text).rstrip("\n")))
    return "\n".join(lines) + "\n"


def reference():
    rules = load()
    out = [HEAD]
    for family, (zh, en) in FAMILIES.items():
        members = [rule for rule in rules if rule["id"].startswith(family)]
        if not members:
            continue
        out.append("## %s %s: %s\n\n| rule | severity | | |\n|---|---|---|---|\n" % (family, zh, en))
        out += ["| [%s](#%s) | %s | %s | %s |\n" % (
            rule["id"], anchor(rule), rule["severity"], cell(rule["name"]["zh"]), cell(rule["name"]["en"])) for rule in members]
        out += ["\n" + section(rule) for rule in members]
        out.append("\n")
    return "".join(out).rstrip("\n") + "\n"


def anchor(rule):
    """As code hosts make it of the heading: lower case, no punctuation, hyphens for spaces."""
    heading = "%s %s" % (rule["id"], rule["name"]["zh"])
    return "".join("-" if c == " " else c.lower() for c in heading if c == " " or c == "-" or c == "_" or c.isalnum())


if __name__ == "__main__":
    if sys.argv[1:] == ["--write"]:
        REFERENCE.write_text(reference(), encoding="utf-8")
    elif sys.argv[1:] == ["--check"]:
        sys.exit(REFERENCE.read_text(encoding="utf-8") != reference() and "RULES.md is out of date: run with --write")
    else:
        sys.exit(__doc__)
