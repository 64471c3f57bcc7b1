#!/usr/bin/env python3
"""Golden panel: every table of a small series of the corpus, byte for byte, kept in expected_panel/.

usage: MINGZHANG=path/to/mingzhang tests/golden/panel.py [--update]

The series has a rename, a merger, and a budget with its final accounts. Kept are the CSV files, datapackage.json and
the rows of the SQLite views as text. Two things are left out, since every change of the grammar would show in them: the
hash of the grammar, and concepts that the series does not use. Without --update: exit 1 and the difference when something
is not as expected. With --update the difference is shown and becomes what is expected.
"""
import argparse
import csv
import difflib
import io
import os
import pathlib
import sqlite3
import subprocess
import sys
import tempfile

HERE = pathlib.Path(__file__).resolve().parent
SOURCE = HERE.parents[1]
EXPECTED = HERE / "expected_panel"
PROGRAM = os.environ.get("MINGZHANG", str(SOURCE / "build" / "release" / "mingzhang"))
SERIES = ["agriculture-2023-budget", "agriculture-2024-budget", "culture-2023-budget", "tourism-2023-budget",
          "culture-2024-budget", "water-2023-budget", "water-2023-final"]


def build(folder):
    inputs = ["corpus/series/%s.txt" % name for name in SERIES]
    process = subprocess.run([PROGRAM, "panel", "-q", *inputs, "-o", folder], cwd=SOURCE, capture_output=True, check=False)
    if process.returncode != 0:
        sys.exit("the program failed, nothing was compared or written: %s" % process.stderr.decode())


def without_unused_concepts(text, used):
    rows = list(csv.reader(io.StringIO(text, newline="")))
    kept = io.StringIO(newline="")
    csv.writer(kept, lineterminator="\n").writerows(row for i, row in enumerate(rows) if i == 0 or row[0] in used)
    return kept.getvalue()


def views_as_text(database):
    lines = []
    for (view,) in database.execute("SELECT name FROM sqlite_master WHERE type = 'view' ORDER BY name"):
        rows = database.execute('SELECT * FROM "%s" ORDER BY 1, 2, 3' % view)
        lines.append("== %s\n%s" % (view, "|".join(column[0] for column in rows.description)))
        lines += ["|".join("" if cell is None else str(cell) for cell in row) for row in rows]
    return "\n".join(lines) + "\n"


def tables_of(folder):
    """Name to text."""
    with sqlite3.connect(folder / "panel.sqlite") as database:
        used = {row[0] for row in database.execute("SELECT DISTINCT concept FROM facts")}
        (grammar,) = database.execute("SELECT DISTINCT grammar FROM documents").fetchone()
        tables = {"views.txt": views_as_text(database)}
    for path in sorted(folder.glob("*.csv")) + [folder / "datapackage.json"]:
        tables[path.name] = path.read_bytes().decode().replace(grammar, "(grammar)")
    tables["concepts.csv"] = without_unused_concepts(tables["concepts.csv"], used)
    return tables


def main():
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--update", action="store_true", help="make what is written now what is expected")
    options = parser.parse_args()
    with tempfile.TemporaryDirectory(prefix="mingzhang-panel-") as folder:
        build(folder)
        tables = tables_of(pathlib.Path(folder))
    changed = 0
    for name in sorted(set(tables) | {path.name for path in EXPECTED.glob("*")}):
        path = EXPECTED / name
        old = path.read_bytes().decode() if path.exists() else ""
        new = tables.get(name, "")
        if old == new:
            continue
        changed += 1
        print(name)
        print("\n".join(difflib.unified_diff(old.splitlines(), new.splitlines(), "expected", "now", n=0, lineterm="")))
        if options.update:
            EXPECTED.mkdir(exist_ok=True)
            path.write_bytes(new.encode()) if new else path.unlink()
    print("%d tables, %d %s" % (len(tables), changed, "updated" if options.update else "not as expected"))
    sys.exit(1 if changed and not options.update else 0)


if __name__ == "__main__":
    main()
