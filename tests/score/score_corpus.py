#!/usr/bin/env python3
"""Scores the program on the labelled documents and holds it to the floors of floors.toml.

usage: MINGZHANG=path/to/mingzhang tests/score/score_corpus.py [--grammar DIR] [--verbose]
"""
import argparse
import pathlib
import sys
import tomllib

from documents import RunFailed, all_documents, extract
from labels import FactScore, FindingScore, score_facts, score_findings

FLOORS = pathlib.Path(__file__).with_name("floors.toml")


def percent(share):
    return "%6.2f%%" % (100 * share)


def print_facts(name, score):
    print("%-50s recall %s strict %s precision %s  %4d labelled, unexplained %d of %d" % (
        name, percent(score.recall), percent(score.strict_recall), percent(score.precision), score.labelled, score.unexplained,
        score.numerals))


def print_findings(name, score):
    print("%-50s recall %s precision %s  %d labelled, %d reported" % (
        name, percent(score.recall), percent(score.precision), score.required, score.reported))


def score_set(name, documents, options):
    """Prints the set's table; its measures by the names that floors.toml uses."""
    facts, findings, worst = FactScore(), FindingScore(), 1.0
    print("== " + name)
    findings_lines = []
    for document, extraction in zip(documents, extract(documents, grammar=options.grammar)):
        score = score_facts(document.facts, extraction)
        print_facts(document.name, score)
        facts.add(score)
        worst = min(worst, score.recall)
        notes = score.notes
        if document.findings:
            score = score_findings(document.findings, extraction, document.text.read_bytes())
            findings.add(score)
            notes = notes + score.notes
            if score.required or score.reported:
                findings_lines.append((document.name, score))
        if options.verbose:
            for note in notes:
                print("    " + note)
    print_facts("TOTAL " + name, facts)
    print("-- findings")
    for line in findings_lines:
        print_findings(*line)
    print_findings("TOTAL findings " + name, findings)
    return {"recall": facts.recall, "strict": facts.strict_recall, "precision": facts.precision, "worst_recall": worst,
            "explained": 1 - facts.unexplained_share, "findings_recall": findings.recall, "findings_precision": findings.precision}


def missed_floors(name, measures, floors):
    return ["%s: %s is %s, the floor is %s" % (name, key, percent(measures[key]), percent(floor))
            for key, floor in floors.items() if measures[key] < floor]


def main():
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--grammar", help="folder of a grammar to use instead of the built-in one")
    parser.add_argument("--verbose", action="store_true", help="list every miss and every extra")
    options = parser.parse_args()
    floors = tomllib.loads(FLOORS.read_text(encoding="utf-8"))
    sets = all_documents()
    missed = []
    try:
        for name, documents in sets.items():
            missed += missed_floors(name, score_set(name, documents, options), floors[name])
    except RunFailed as failure:
        sys.exit("the program failed: %s" % failure)
    for name in floors.keys() - sets.keys():
        print("%s: not scored, its documents are not here" % name)
    for line in missed:
        print("BELOW THE FLOOR: " + line)
    sys.exit(1 if missed else 0)


if __name__ == "__main__":
    main()
