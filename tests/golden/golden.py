#!/usr/bin/env python3
"""Golden extractions of the corpus: what the program reads today, kept as tables in expected/.

usage: MINGZHANG=path/to/mingzhang tests/golden/golden.py [--update] [--grammar DIR]

Without --update: exit 1 and the difference, fact by fact, when an extraction is not as expected. With --update the
difference is shown and becomes what is expected; nothing is written when any text could not be read.
"""
import argparse
import pathlib
import sys

HERE = pathlib.Path(__file__).resolve().parent
sys.path.insert(0, str(HERE.parent / "score"))

from documents import CORPUS, RunFailed, corpus_documents, extract  # noqa: E402
from labels import basis_of, period_of, place_of, unit_of  # noqa: E402

EXPECTED = HERE / "expected"
FACT = ("concept", "measure", "period", "stage", "basis", "value", "unit", "assertion", "section")


def fact_row(fact):
    place = place_of(fact)
    return ("fact", "%d-%d" % place if place else "-", fact["concept"], fact["measure"], period_of(fact), fact["stage"] or "-",
            basis_of(fact), fact["value"], unit_of(fact), fact["assertion"], fact["section"] or "-")


def finding_row(finding):
    line = finding["spans"][0]["lines"][0] if finding["spans"] else "-"
    return ("finding", finding["rule"], finding["severity"], str(line))


def rows_of(extraction):
    """The extraction as rows of text; the first cell says what a row is."""
    document, coverage = extraction["document"], extraction["coverage"]
    body = document["organization"] or {}
    rows = [("document", document["kind"], document["level"], str(document["fiscal_year"] or "-"), body.get("name") or "-",
             body.get("short_name") or "-", " ".join(body.get("plaques", [])) or "-")]
    rows += [("section", s["id"], s["number"] or "-", s["title"], s["role"] or "-", s["state"]) for s in extraction["sections"]]
    rows += [fact_row(fact) for fact in extraction["facts"]]
    rows += [finding_row(finding) for finding in extraction["findings"]]
    rows += [("numerals", name, str(count)) for name, count in coverage.items() if isinstance(count, int) and count]
    return [tuple(cell.replace("\t", " ").replace("\n", "⏎").replace("\r", "") for cell in row) for row in rows]


def read_rows(path):
    return [tuple(line.split("\t")) for line in path.read_text(encoding="utf-8").splitlines()] if path.exists() else []


def write_rows(path, rows):
    path.write_text("".join("\t".join(row) + "\n" for row in rows), encoding="utf-8")


def unmatched(rows, others):
    """The rows that `others` do not have, as often as they occur."""
    others = list(others)
    left = []
    for row in rows:
        if row in others:
            others.remove(row)
        else:
            left.append(row)
    return left


def difference(old, new):
    """Lines: - gone, + new, ~ the same fact, finding or count with what changed."""
    gone, come = unmatched(old, new), unmatched(new, old)
    lines = []
    for row in gone:
        partner = next((other for other in come if other[:2] == row[:2] and row[0] in ("fact", "numerals", "section", "document")), None)
        if partner is None:
            lines.append("  - " + " ".join(row))
            continue
        come.remove(partner)
        names = FACT if row[0] == "fact" else range(2, len(row))
        changes = ["%s %s → %s" % (name, a, b) if row[0] == "fact" else "%s → %s" % (a, b)
                   for name, a, b in zip(names, row[2:], partner[2:]) if a != b]
        head = row[:4] if row[0] == "fact" else row[:2]
        lines.append("  ~ %s: %s" % (" ".join(head), ", ".join(changes) or "%s → %s" % (row[1], partner[1])))
    return lines + ["  + " + " ".join(row) for row in come] + ([] if gone or come or old == new else ["  order of the rows"])


def main():
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--update", action="store_true", help="make what is read now what is expected")
    parser.add_argument("--grammar", help="folder of a grammar to use instead of the built-in one")
    options = parser.parse_args()
    documents = [document for name in CORPUS for document in corpus_documents(name)]
    if not documents:
        sys.exit("no corpus documents were found")
    try:
        extractions = extract(documents, grammar=options.grammar)
    except RunFailed as failure:
        sys.exit("the program failed, nothing was compared or written: %s" % failure)
    changed = 0
    for document, extraction in zip(documents, extractions):
        path, rows = EXPECTED / (document.name + ".tsv"), rows_of(extraction)
        lines = difference(read_rows(path), rows)
        if lines or not path.exists():
            changed += 1
            print("%s%s" % (document.name, "" if path.exists() else " (new)"))
            print("\n".join(lines) if path.exists() else "  + %d rows" % len(rows))
        if options.update:
            write_rows(path, rows)
    stale = set(EXPECTED.glob("*.tsv")) - {EXPECTED / (document.name + ".tsv") for document in documents}
    for path in sorted(stale):
        changed += 1
        print("%s: its text is gone" % path.stem)
        if options.update:
            path.unlink()
    print("%d documents, %d %s" % (len(documents), changed, "updated" if options.update else "not as expected"))
    sys.exit(1 if changed and not options.update else 0)


if __name__ == "__main__":
    main()
