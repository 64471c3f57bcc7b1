"""report: one page that needs nothing else."""
import html.parser
import re
import unittest

from harness import CORPUS, WRONG, ProgramTest, run

SERIES = CORPUS / "series"


class Page(html.parser.HTMLParser):
    """Elements, ids, links and text; fails on what is not closed."""

    VOID = {"meta", "link", "img", "br"}

    def __init__(self, text):
        super().__init__()
        self.open, self.ids, self.links, self.names, self.texts = [], [], [], [], []
        self.feed(text)
        assert not self.open, self.open

    def handle_starttag(self, tag, attributes):
        attributes = dict(attributes)
        self.names.append(tag)
        if tag not in self.VOID:
            self.open.append(tag)
        if "id" in attributes:
            self.ids.append(attributes["id"])
        self.links += [attributes[name] for name in ("href", "src") if name in attributes]

    def handle_startendtag(self, tag, attributes):
        self.names.append(tag)

    def handle_endtag(self, tag):
        assert self.open.pop() == tag, tag

    def handle_data(self, data):
        self.texts.append((tuple(self.open), data))

    def source(self):
        return "".join(text for inside, text in self.texts
                       if "div" in inside and "table" not in inside and "h2" not in inside)


class Report(ProgramTest):
    def page(self, *inputs, lang="en"):
        output = self.folder / "report.html"
        self.check(run("--lang", lang, "report", *inputs, "-o", output), 0)
        return output.read_text(encoding="utf-8")

    def test_links_lead_somewhere_and_nowhere_else(self):
        page = Page(self.page(SERIES))
        self.assertEqual(len(page.ids), len(set(page.ids)))
        self.assertTrue(page.links)
        for link in page.links:
            self.assertTrue(link.startswith("#"), link)
            self.assertIn(link[1:], page.ids)
        self.assertNotIn("script", page.names)

    def test_the_whole_text_is_there(self):
        path = SERIES / "water-2024-budget.txt"
        shown = re.sub(r"\s", "", Page(self.page(path)).source())
        self.assertEqual(re.sub(r"\s", "", path.read_text(encoding="utf-8")), shown)

    def test_findings_are_listed_and_linked(self):
        page = self.page(self.write("wrong.txt", WRONG), lang="zh")
        self.assertIn("AR002", page)
        self.assertRegex(page, r'<b id="d1-p\d+"></b>')

    def test_charts_over_years(self):
        page = self.page(SERIES)
        self.assertEqual(7, page.count("<svg"))  # one for each name with two years or more
        self.assertIn(">1968.30</text>", page)

    def test_what_documents_say_is_text(self):
        evil = WRONG.replace("文化馆", "<script>alert(1)</script>&amp;\"'>文化馆")
        text = self.page(self.write("<b>.txt", evil))
        self.assertNotIn("<script", text)
        self.assertNotIn("<b>.txt", text)
        self.assertIn("<script>alert(1)</script>&amp;\"'>", Page(text).source())

    def test_trouble(self):
        self.check(run("report", self.folder / "missing.txt", "-o", self.folder / "x.html"), 2)
        self.check(run("report", SERIES / "water-2024-budget.txt", "-o", self.folder / "no" / "x.html"), 2)


if __name__ == "__main__":
    unittest.main()
