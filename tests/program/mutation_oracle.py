"""What the labelled figures of a text imply about one another, independent of the program: intervals over decimals.

A claim is a relation between figures of a text. Claims that hold in the text as it is and fail after a figure was
replaced show that the replacement contradicts the text.
"""
import itertools
from collections import defaultdict
from decimal import Decimal

YUAN = {"CNY": 0, "CNY_WAN": 4, "CNY_YI": 8}
HUNDRED = Decimal(100)

# What is the sum of what, wherever it is said.
SUMS = (
    ("three_public.total", ("three_public.overseas_travel", "three_public.official_vehicles", "three_public.official_reception")),
    ("three_public.official_vehicles", ("three_public.official_vehicles.purchase", "three_public.official_vehicles.operation")),
    ("expenditure.total", ("expenditure.basic", "expenditure.project")),
    ("expenditure.current_year", ("expenditure.basic", "expenditure.project")),
    ("expenditure.basic", ("expenditure.basic.personnel", "expenditure.basic.public")),
    ("procurement", ("procurement.goods", "procurement.works", "procurement.services")),
)
# Concepts whose labels do not say which line of a table or list is meant.
LINES = ("expenditure.functional", "assets.vehicles", "project.allocation", "performance.", "organization.", "position.")


class Figure:
    """A labelled figure: what it is about, where it stands, what it says."""

    def __init__(self, row, place, text):
        self.concept, self.measure, self.period = row["concept"], row["measure"], row["period"]
        self.stage, self.basis, self.unit = row["stage"], row["basis"], row["unit"]
        self.place, self.text = place, text
        self.value = Decimal(row["value"])

    def key(self, measure=None):
        return (self.concept, measure or self.measure, self.period, self.stage)

    def says(self):
        """The half-open unit of the last place matters, so value and decimals go together."""
        return Said(self.value, max(0, -self.value.as_tuple().exponent), self.unit)


class Said:
    """A printed value and what it may stand for."""

    def __init__(self, value, decimals, unit):
        self.value, self.decimals, self.unit = value, decimals, unit

    def scaled(self, number):
        return number.scaleb(YUAN.get(self.unit, 0))

    def interval(self):
        half = Decimal(0) if self.value == 0 or self.unit not in YUAN else Decimal("0.5").scaleb(-self.decimals)
        return self.scaled(self.value - half), self.scaled(self.value + half)

    def percents(self):
        """Rounded or cut off."""
        place = Decimal(1).scaleb(-self.decimals)
        return abs(self.value) - place / 2, abs(self.value) + place


def meet(a, b):
    return a[0] <= b[1] and b[0] <= a[1]


def total(intervals):
    intervals = list(intervals)
    return sum(i[0] for i in intervals), sum(i[1] for i in intervals)


def minus(a, b):
    return a[0] - b[1], a[1] - b[0]


def percent_meets(parts, wholes, stated, less=0):
    """100 * part / whole - less, with all corners, against what is printed; a whole that may be zero proves nothing."""
    if wholes[0] <= 0:
        return True
    corners = [HUNDRED * part / whole - less for part in parts for whole in wholes]
    low, high = min(corners), max(corners)
    stated_low, stated_high = stated.percents()
    if stated.value < 0:
        stated_low, stated_high = -stated_high, -stated_low
    return low <= stated_high and stated_low <= high


class Claim:
    """`holds` is given what its figures say, in their order."""

    def __init__(self, kind, figures, holds):
        self.kind, self.figures, self._holds = kind, figures, holds

    def holds(self, changed):
        return self._holds(*(changed.get(figure) or figure.says() for figure in self.figures))


def change_holds(current, prior, change):
    return meet(minus(current.interval(), prior.interval()), change.interval())


def rate_holds(current, prior, rate):
    return percent_meets(current.interval(), prior.interval(), rate, less=HUNDRED)


def change_rate_holds(change, prior, rate):
    return percent_meets(change.interval(), prior.interval(), rate)


def implied_rate_holds(current, change, rate):
    return percent_meets(change.interval(), minus(current.interval(), change.interval()), rate)


def share_holds(part, whole, share):
    return percent_meets(part.interval(), whole.interval(), share)


def same_direction(change, rate):
    return change.value * rate.value >= 0


def sum_holds(whole, *parts):
    return meet(whole.interval(), total(part.interval() for part in parts))


def duplicate_holds(a, b):
    return meet(a.interval(), b.interval())


def nearest(figures, place):
    """The last one before `place`, else the first after it."""
    before = [figure for figure in figures if figure.place < place]
    return before[-1] if before else figures[0] if figures else None


class Oracle:
    def __init__(self, figures):
        self.figures = figures
        self.by_key = defaultdict(list)
        for figure in figures:
            self.by_key[figure.key()].append(figure)
        claims = [*self.comparisons(), *self.shares(), *self.sums(), *self.duplicates()]
        self.claims = [claim for claim in claims if claim.holds({})]
        self.by_figure = defaultdict(list)
        for claim in self.claims:
            for figure in claim.figures:
                self.by_figure[figure].append(claim)

    def broken(self, changed):
        """Kinds of claim that fail with `changed`: figure to what it says now."""
        claims = {id(claim): claim for figure in changed for claim in self.by_figure[figure]}
        return sorted({claim.kind for claim in claims.values() if not claim.holds(changed)})

    def amount_at(self, figure, basis=None):
        """The amount of the same thing that `figure` is about, or is compared with; of a list, only one nearby."""
        key = figure.key("amount")
        if basis:
            year, _, stage = basis.partition("/")
            key = (figure.concept, "amount", year, stage)
        return nearest(self.by_key[key], figure.place)

    def comparisons(self):
        for figure in self.figures:
            if figure.measure not in ("change", "change_rate", "completion_rate") or "/" not in figure.basis:
                continue
            current, prior = self.amount_at(figure), self.amount_at(figure, figure.basis)
            if figure.measure == "completion_rate":
                if current and prior and current is not prior:
                    yield Claim("completion", (current, prior, figure), share_holds)
                continue
            if current and prior and current is not prior:
                holds = change_holds if figure.measure == "change" else rate_holds
                yield Claim(figure.measure, (current, prior, figure), holds)
            if figure.measure != "change_rate":
                continue
            change = nearest([f for f in self.by_key[figure.key("change")] if f.basis == figure.basis], figure.place)
            if not change:
                continue
            yield Claim("direction", (change, figure), same_direction)
            if prior:
                yield Claim("change_rate", (change, prior, figure), change_rate_holds)
            elif current:
                yield Claim("change_rate", (current, change, figure), implied_rate_holds)

    def shares(self):
        for figure in self.figures:
            if figure.measure != "share":
                continue
            part = self.amount_at(figure)
            whole = nearest(self.by_key[(figure.basis, "amount", figure.period, figure.stage)], figure.place)
            if part and whole and part is not whole:
                yield Claim("share", (part, whole, figure), share_holds)

    def single(self, key):
        """The statements of one thing, when they all say the same."""
        found = self.by_key[key]
        return found if len({figure.says().interval() for figure in found}) == 1 else []

    def sums(self):
        for whole_concept, part_concepts in SUMS:
            for key in [key for key in self.by_key if key[:2] == (whole_concept, "amount")]:
                parts = [self.single((part, *key[1:])) for part in part_concepts]
                for whole in self.single(key) if all(parts) else []:
                    yield Claim("sum", (whole, *(nearest(part, whole.place) for part in parts)), sum_holds)

    def duplicates(self):
        for key in self.by_key:
            found = self.single(key)
            if key[0].startswith(LINES) or key[1] not in ("amount", "count") or not found or found[0].value == 0:
                continue
            for pair in itertools.combinations(found, 2):
                yield Claim("duplicate", pair, duplicate_holds)
