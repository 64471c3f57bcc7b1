#!/usr/bin/env python3
"""Every extraction of the labelled texts holds to the schema that the program prints, its places are
right in bytes, characters and lines, its values are what is printed there, and its numerals add up.

usage: MINGZHANG=path/to/mingzhang tests/golden/check_schema.py [--grammar DIR]
"""
import argparse
import decimal
import json
import pathlib
import re
import subprocess
import sys
import unicodedata

import jsonschema

sys.path.insert(0, str(pathlib.Path(__file__).resolve().parent.parent / "score"))

from documents import RunFailed, all_documents, extract, program_command  # noqa: E402


def load_validator():
    schema = json.loads(subprocess.run([*program_command(), "schema"], capture_output=True, check=True).stdout)
    jsonschema.Draft202012Validator.check_schema(schema)
    return jsonschema.Draft202012Validator(schema)


def spans_of(value):
    """Every span below `value`: an object with bytes, chars, lines and a quote."""
    if isinstance(value, dict):
        if "bytes" in value and "quote" in value:
            yield value
        for below in value.values():
            yield from spans_of(below)
    elif isinstance(value, list):
        for below in value:
            yield from spans_of(below)


def printed_value(quote):
    """The number that a span of digits prints; None when it is not one (Chinese numerals, words)."""
    text = "".join(unicodedata.normalize("NFKC", quote).replace(",", "").split())
    return decimal.Decimal(text) if re.fullmatch(r"[-+]?\d+(\.\d+)?", text) else None


def faults(document, extraction):
    for fact in extraction["facts"]:
        printed = printed_value(fact["spans"]["value"]["quote"]) if fact["spans"].get("value") else None
        if printed is not None and abs(decimal.Decimal(fact["value"])) != abs(printed):
            yield "%s has the value %s, printed is %s" % (fact["id"], fact["value"], printed)
    coverage = extraction["coverage"]
    classes = sum(count for name, count in coverage.items() if isinstance(count, int) and name != "numerals")
    if classes != coverage["numerals"]:
        yield "the classes of numerals add up to %d, not %d" % (classes, coverage["numerals"])
    if len(coverage["unexplained_spans"]) != coverage["unexplained"]:
        yield "%d unexplained numerals, %d spans of them" % (coverage["unexplained"], len(coverage["unexplained_spans"]))
    received = document.text.read_bytes()
    encoding = {"UTF-16LE": "utf-16-le", "UTF-16BE": "utf-16-be"}.get(extraction["source"]["encoding"], extraction["source"]["encoding"])
    characters = received.decode(encoding).lstrip("\ufeff")
    for span in spans_of(extraction):
        begin, end = span["bytes"]
        if received[begin:end].decode(encoding) != span["quote"]:
            yield "bytes %d-%d are not the quote %r" % (begin, end, span["quote"])
        begin, end = span["chars"]
        if characters[begin:end] != span["quote"]:
            yield "characters %d-%d are not the quote %r" % (begin, end, span["quote"])
        if span["lines"][0] != characters[:begin].count("\n") + 1:
            yield "characters %d-%d do not begin on line %d" % (begin, end, span["lines"][0])


def main():
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--grammar", help="folder of a grammar to use instead of the built-in one")
    options = parser.parse_args()
    validator, checked, failed = load_validator(), 0, 0
    for documents in all_documents().values():
        for flags in ((), ("--spans", "all")):
            try:
                extractions = extract(documents, *flags, grammar=options.grammar)
            except RunFailed as failure:
                sys.exit("the program failed: %s" % failure)
            for document, extraction in zip(documents, extractions):
                found = ["%s: %s" % (error.json_path, error.message) for error in validator.iter_errors(extraction)]
                found += faults(document, extraction)
                checked, failed = checked + 1, failed + bool(found)
                for line in found[:10]:
                    print("%s: %s" % (document.name, line))
    print("%d extractions checked, %d with faults" % (checked, failed))
    sys.exit(1 if failed else 0)


if __name__ == "__main__":
    main()
