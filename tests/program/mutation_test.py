#!/usr/bin/env python3
"""Planted errors: every figure of the clean labelled texts is falsified in turn, and the audit must notice.

usage: MINGZHANG=path/to/mingzhang tests/program/mutation_test.py [--verbose]

A digit is replaced, a direction word turned round, a unit exchanged, a total changed. Only what contradicts the rest of
the text counts; mutation_oracle.py says what does.
"""
import collections
import json
import os
import random
import re
import sys
import unittest
from decimal import Decimal

from harness import CORPUS, run
from mutation_oracle import SUMS, YUAN, Oracle, Figure, Said

sys.path.insert(0, str(CORPUS.parent / "tests" / "score"))
from labels import read_table  # noqa: E402

FOLDERS = ("a", "b")
FAMILIES = ("AR", "TT", "DP", "UN")
DIGITS_EACH = 2  # replaced digits for one figure
REQUIRED = 0.95
GRAMMAR = os.environ.get("MINGZHANG_GRAMMAR")
VERBOSE = "--verbose" in sys.argv

TURNED = {"增加": "减少", "减少": "增加", "增长": "下降", "下降": "增长", "上升": "下降", "提高": "降低", "降低": "提高",
          "增幅": "降幅", "降幅": "增幅"}
DIRECTION = re.compile("|".join(r"\s*".join(word) for word in TURNED))
UNIT = re.compile(r"\s*(万\s*元|元)")


class Text:
    """A labelled text and its figures; places count characters."""

    def __init__(self, path):
        self.name = path.name.removesuffix(".txt")
        raw = path.read_bytes()
        rows, comments = read_table(path.with_suffix(".facts.tsv"))
        encoding = dict(comments).get("encoding", "UTF-8").split(",")[0].split(" with")[0]
        self.text = raw.decode(encoding)
        self.figures = []
        for row in rows:
            if row["assertion"] != "stated" or row["measure"] == "text":
                continue
            begin, end = (len(raw[:int(row[key])].decode(encoding)) for key in ("byte_start", "byte_end"))
            printed = re.sub(r"[\s,，]", "", self.text[begin:end])
            if re.fullmatch(r"\d+(\.\d+)?", printed, re.ASCII) and abs(Decimal(row["value"])) == Decimal(printed):
                row["value"] = ("-" if row["value"].startswith("-") else "") + printed
                self.figures.append(Figure(row, begin, self.text[begin:end]))
        self.oracle = Oracle(self.figures)

    def replaced(self, place, old, new):
        return self.text[:place] + new + self.text[place + len(old):]


class Mutant:
    def __init__(self, source, kind, text, changed, what):
        self.source, self.kind, self.text, self.what = source, kind, text, what
        self.broken = source.oracle.broken(changed)


def said(figure, printed):
    """What `figure` says when `printed` stands in its place."""
    value = Decimal(re.sub(r"[\s,，]", "", printed))
    return Said(-value if figure.value < 0 else value, max(0, -value.as_tuple().exponent), figure.unit)


def with_figure(source, kind, figure, printed):
    return Mutant(source, kind, source.replaced(figure.place, figure.text, printed), {figure: said(figure, printed)},
                  "%s %s: %s for %s" % (figure.concept, figure.measure, printed, figure.text))


def digits(source, chance):
    for figure in source.figures:
        places = [i for i, character in enumerate(figure.text) if character.isdigit()]
        for at in chance.sample(places, min(DIGITS_EACH, len(places))):
            least = 1 if at == places[0] else 0
            choices = [d for d in "0123456789"[least:] if d != figure.text[at]]
            yield with_figure(source, "digit", figure, figure.text[:at] + chance.choice(choices) + figure.text[at + 1:])


def totals(source, chance):
    wholes = {whole for whole, _ in SUMS} | {"revenue.total", "balance.total", "expenditure.general_public_budget"}
    for figure in source.figures:
        if figure.concept not in wholes or figure.measure != "amount" or figure.unit not in YUAN or "." not in figure.text:
            continue
        plain = re.sub(r"[\s,，]", "", figure.text)
        yield with_figure(source, "total", figure, str(Decimal(plain) + Decimal(chance.randrange(100, 9999)) / 100))


def units(source, _):
    for figure in source.figures:
        end = figure.place + len(figure.text)
        match = UNIT.match(source.text, end)
        if figure.unit not in ("CNY", "CNY_WAN") or figure.measure != "amount" or figure.value == 0 or not match:
            continue
        other = "CNY" if figure.unit == "CNY_WAN" else "CNY_WAN"
        new = "元" if other == "CNY" else "万元"
        text = source.replaced(match.start(1), match.group(1), new)
        now = figure.says()
        yield Mutant(source, "unit", text, {figure: Said(now.value, now.decimals, other)},
                     "%s %s: %s%s" % (figure.concept, figure.measure, figure.text, new))


def governed(source):
    """Direction words and the changes and rates that they speak of: those after the word, before the next one."""
    words = list(DIRECTION.finditer(source.text))
    found = collections.defaultdict(list)
    for figure in source.figures:
        before = [word for word in words if word.end() <= figure.place]
        if figure.measure not in ("change", "change_rate") or not before:
            continue
        between = source.text[before[-1].end():figure.place]
        if len(between) < 40 and not re.search("[。；;]", between):
            found[before[-1]].append(figure)
    return found


def directions(source, _):
    for word, figures in governed(source).items():
        if all(figure.value == 0 for figure in figures):
            continue
        new = TURNED[re.sub(r"\s", "", word.group())]
        changed = {}
        for figure in figures:
            now = figure.says()
            changed[figure] = Said(-now.value, now.decimals, now.unit)
        yield Mutant(source, "direction", source.replaced(word.start(), word.group(), new), changed,
                     "%s: %s before %s" % (figures[0].concept, new, figures[0].text))


def clean_texts():
    for folder in FOLDERS:
        for path in sorted((CORPUS / folder).glob("*.findings.tsv")):
            if "# expect: clean" in path.read_text(encoding="utf-8"):
                yield Text(path.with_name(path.name.replace(".findings.tsv", ".txt")))


def audited(texts):
    """For each text how often each rule of the families reports an error or a warning."""
    lines = [json.dumps({"id": "t%d" % i, "text": text}, ensure_ascii=False) for i, text in enumerate(texts)]
    options = ["--grammar", GRAMMAR] if GRAMMAR else []
    process = run(*options, "audit", "--input-format", "jsonl", "--format", "json", "-", stdin="\n".join(lines).encode())
    if process.returncode == 2:
        raise AssertionError(process.stderr.decode(errors="replace"))
    counts = []
    for line in process.stdout.splitlines():
        findings = json.loads(line)["findings"]
        counts.append(collections.Counter(f["rule"] for f in findings
                                          if f["rule"].startswith(FAMILIES) and f["severity"] in ("error", "warning")))
    if len(counts) != len(texts):
        raise AssertionError("%d texts in, %d results out" % (len(texts), len(counts)))
    return counts


class PlantedErrors(unittest.TestCase):
    def test_every_contradiction_is_reported(self):
        sources = list(clean_texts())
        before = dict(zip(sources, audited([source.text for source in sources])))
        mutants = []
        for source in sources:
            for make in (digits, totals, units, directions):
                chance = random.Random("%s %s" % (source.name, make.__name__))
                mutants += [mutant for mutant in make(source, chance) if mutant.broken]
        planted, caught = collections.Counter(), collections.Counter()
        for mutant, after in zip(mutants, audited([mutant.text for mutant in mutants])):
            planted[mutant.kind] += 1
            if after - before[mutant.source]:
                caught[mutant.kind] += 1
            elif VERBOSE:
                print("missed %-9s %s %s [%s]" % (mutant.kind, mutant.source.name, mutant.what, ", ".join(mutant.broken)))
        for kind in planted:
            print("%-9s %5d planted, %6.2f%% reported" % (kind, planted[kind], 100 * caught[kind] / planted[kind]))
        rate = sum(caught.values()) / sum(planted.values())
        print("%-9s %5d planted, %6.2f%% reported" % ("all", sum(planted.values()), 100 * rate))
        self.assertGreaterEqual(len(sources), 16)
        for kind in planted:
            self.assertGreaterEqual(caught[kind] / planted[kind], REQUIRED, kind)


if __name__ == "__main__":
    unittest.main(argv=[argument for argument in sys.argv if argument != "--verbose"])
