"""What the sources of composed documents share: the list that compose.py reads, and what it must know besides."""
import sys

FIGURES = "composed; invented body and figures"
DOCUMENTS = []


def extend(composer):
    """Wholes of shares that compose.py has no short name for, and documents whose sums run over other parts."""
    for concept in ("government.general_public_budget_revenue", "government.general_public_budget_expenditure",
                    "government.government_fund_revenue", "expenditure.capital"):
        composer.CONCEPTS.setdefault(concept, concept)

    def sums(self, original=composer.Audit.sums):
        self.SUMS = [s for s in self.SUMS if s[1] + " " + s[2] not in self.doc.get("not_sums", ())]
        original(self)

    def plausibility(self, original=composer.Audit.plausibility):
        denied = [row for row in self.rows if row["assertion"] == "negative" and row["unit"] == "-"]
        for row in denied:
            row["unit"] = "CNY"  # a ratio needs one
        original(self)
        for row in denied:
            row["unit"] = "-"

    composer.Audit.sums, composer.Audit.plausibility = sums, plausibility


if hasattr(sys.modules["__main__"], "Audit"):
    extend(sys.modules["__main__"])


def document(**fields):
    DOCUMENTS.append(dict({"figures": FIGURES}, **fields))
