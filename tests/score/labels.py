"""Labelled facts and findings, and how an extraction compares with them (see gold/README.md beside the repository)."""
import csv
from decimal import Decimal, InvalidOperation

MONEY = {"-", "CNY", "CNY_WAN", "CNY_YI"}
ORGANIZATION = {"organization.name": "name", "organization.short_name": "short_name", "organization.plaque": "plaques"}


def read_table(path):
    """Rows as dictionaries, and the comments as (key, text)."""
    lines = path.read_text(encoding="utf-8").splitlines()
    comments = [tuple(part.strip() for part in line[1:].split(":", 1)) for line in lines if line.startswith("#") and ":" in line]
    rows = [line for line in lines if line and not line.startswith("#")]
    if rows and rows[0].split("\t")[:2] not in (["concept", "measure"], ["rule", "severity"]):
        header = next(line for line in lines if line.startswith("# rule\t") or line.startswith("# concept\t"))
        rows.insert(0, header[2:])
    return list(csv.DictReader(rows, delimiter="\t", quoting=csv.QUOTE_NONE)), comments


# ---- facts


def scope_of(comments):
    """Byte ranges that are labelled completely; None: everywhere."""
    for key, text in comments:
        if key == "scope" and text[:1].isdigit():
            return [tuple(map(int, part.split("-"))) for part in text.split()[0].split(",")]
    return None


def place_of(fact):
    spans = fact["spans"]
    span = spans.get("value") or spans.get("statement")
    return tuple(span["bytes"]) if span else None


def period_of(fact):
    period = fact["period"] or {}
    return str(period.get("year") or period.get("date") or "-")


def basis_of(fact):
    basis = fact["basis"]
    if not basis:
        return "-"
    return basis.get("concept") or "%s/%s" % (basis["year"], basis.get("stage") or "-")


def unit_of(fact):
    return (fact["unit"] or {}).get("code") or "-"


def equal_numbers(a, b):
    try:
        return Decimal(a) == Decimal(b)
    except (InvalidOperation, TypeError):
        return a == b


def differences(row, fact):
    """(what makes the fact wrong, what makes it right but not strictly so)."""
    same_unit = row["unit"] in ("-", unit_of(fact)) or (
        equal_numbers(row["value"], "0") and equal_numbers(fact["value"], "0") and {row["unit"], unit_of(fact)} <= MONEY)
    wrong = {
        "concept": row["concept"] != fact["concept"],
        "measure": row["measure"] != fact["measure"],
        "period": row["period"] not in ("-", period_of(fact)),
        "value": not equal_numbers(row["value"], fact["value"]),
        "unit": not same_unit,
    }
    loose = {
        "stage": row["stage"] not in ("-", fact["stage"] or "-"),
        "basis": row["basis"] not in ("-", basis_of(fact)),
    }
    return [k for k, v in wrong.items() if v], [k for k, v in loose.items() if v]


class FactScore:
    def __init__(self):
        self.labelled = self.correct = self.strict = 0  # label rows
        self.extracted = self.true = 0                  # facts in the labelled scope
        self.numerals = self.unexplained = 0
        self.notes = []                                 # one line for each miss and each extra fact

    def add(self, other):
        for key in ("labelled", "correct", "strict", "extracted", "true", "numerals", "unexplained"):
            setattr(self, key, getattr(self, key) + getattr(other, key))

    recall = property(lambda self: self.correct / self.labelled if self.labelled else 1.0)
    strict_recall = property(lambda self: self.strict / self.labelled if self.labelled else 1.0)
    precision = property(lambda self: self.true / self.extracted if self.extracted else 1.0)
    unexplained_share = property(lambda self: self.unexplained / self.numerals if self.numerals else 0.0)


def row_text(row):
    return " ".join((row["concept"], row["measure"], row["period"], row["stage"], row["basis"], row["value"], row["unit"], "@" + row["byte_start"]))


def fact_text(fact):
    place = place_of(fact)
    return " ".join((fact["concept"], fact["measure"], period_of(fact), fact["stage"] or "-", basis_of(fact), fact["value"], unit_of(fact),
                     "@%s" % (place[0] if place else "-")))


def may_meet(row, place):
    """Spans overlap and the extracted one is not much longer than the labelled one."""
    begin, end = int(row["byte_start"]), int(row["byte_end"])
    slack = 12 if row["assertion"] == "stated" else 60 + 2 * (end - begin)
    return place[0] < end and begin < place[1] and place[1] - place[0] <= end - begin + slack


def score_facts(path, extraction):
    rows, comments = read_table(path)
    scope = scope_of(comments)
    score = FactScore()
    score.labelled = len(rows)
    score.numerals, score.unexplained = extraction["coverage"]["numerals"], extraction["coverage"]["unexplained"]
    facts = [f for f in extraction["facts"] if f["assertion"] != "derived" and (place_of(f) or f["measure"] != "text")]
    placed = [i for i, f in enumerate(facts) if place_of(f)]
    free = set(placed)

    def take(row, exact):
        """The best free fact for the row; with `exact`, only one that is right."""
        choices = [(*map(len, differences(row, facts[i])), i) for i in placed if i in free and may_meet(row, place_of(facts[i]))]
        choices = [choice for choice in choices if not exact or choice[0] == 0]
        if not choices:
            return None
        best = min(choices)[2]
        free.discard(best)
        return best

    body = extraction["document"]["organization"] or {}
    figures = []
    for row in rows:
        if row["concept"] not in ORGANIZATION:
            figures.append(row)
            continue
        stated = body.get(ORGANIZATION[row["concept"]])
        if row["value"] == stated or (isinstance(stated, list) and row["value"] in stated):
            score.correct += 1
            score.strict += 1
        else:
            score.notes.append("missing: %s, got %s" % (row_text(row), stated))

    # Right facts are taken first, so that a wrong one never takes a right one's place.
    pairs = [take(row, exact=True) for row in figures]
    pairs = [take(row, exact=False) if pair is None else pair for row, pair in zip(figures, pairs)]
    for row, pair in zip(figures, pairs):
        if pair is None:
            score.notes.append("missing: " + row_text(row))
            continue
        wrong, loose = differences(row, facts[pair])
        score.correct += not wrong
        score.true += not wrong
        score.strict += not wrong and not loose
        if wrong or loose:
            score.notes.append("wrong %s: %s, got %s" % (",".join(wrong or loose), row_text(row), fact_text(facts[pair])))

    for i, fact in enumerate(facts):
        place = place_of(fact)
        if place and (fact["measure"] == "text" or (scope is not None and not any(a <= place[0] and place[1] <= b for a, b in scope))):
            continue
        score.extracted += 1
        if place is None or i in free:
            score.notes.append("extra: " + fact_text(fact))
    return score


# ---- findings


class FindingScore:
    def __init__(self):
        self.required = self.found = 0   # label rows
        self.reported = self.true = 0    # findings at error or warning level that the labels cover
        self.notes = []

    def add(self, other):
        for key in ("required", "found", "reported", "true"):
            setattr(self, key, getattr(self, key) + getattr(other, key))

    recall = property(lambda self: self.found / self.required if self.required else 1.0)
    precision = property(lambda self: self.true / self.reported if self.reported else 1.0)


def labelled_families(comments):
    """The rule families that the labels list completely; None: all."""
    for key, text in comments:
        if key == "scope" and "families" in text:
            return set(text.split("families", 1)[1].split(";")[0].split())
    return None


def line_of(text, encoding, byte):
    return text[:byte].decode("utf-16" if encoding.startswith("UTF-16") else encoding.lower(), "replace").count("\n") + 1


def score_findings(path, extraction, text):
    """A label and a finding meet when the rule is the same and so is the line, or the bytes overlap."""
    rows, comments = read_table(path)
    families = labelled_families(comments)
    encoding = extraction["source"]["encoding"]
    for row in rows:
        row["bytes"] = (int(row["byte_start"]), int(row["byte_end"])) if "byte_start" in row else None
        row["lines"] = {line_of(text, encoding, row["bytes"][0])} if row["bytes"] else {int(row["line"])} if row["line"] != "-" else None

    def meet(row, finding):
        if row["rule"] != finding["rule"]:
            return False
        spans = finding["spans"]
        if row["lines"] is None or not spans:
            return True
        first, last = spans[0]["lines"]
        on_line = any(first <= line <= last for line in row["lines"])
        return on_line or any(row["bytes"] and s["bytes"][0] < row["bytes"][1] and row["bytes"][0] < s["bytes"][1] for s in spans)

    score = FindingScore()
    for row in rows:
        if row["severity"] in ("error", "warning"):
            score.required += 1
            found = any(meet(row, finding) for finding in extraction["findings"])
            score.found += found
            if not found:
                score.notes.append("not found: %s line %s" % (row["rule"], min(row["lines"]) if row["lines"] else "-"))
    for finding in extraction["findings"]:
        if finding["severity"] == "note" or (families is not None and finding["rule"][:2] not in families):
            continue
        score.reported += 1
        true = any(meet(row, finding) for row in rows)
        score.true += true
        if not true:
            line = finding["spans"][0]["lines"][0] if finding["spans"] else "-"
            score.notes.append("false: %s line %s: %s" % (finding["rule"], line, finding["message"]["zh"]))
    return score
