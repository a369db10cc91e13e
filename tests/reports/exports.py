#!/usr/bin/env python3
"""exports.py PROGRAM: reads what PROGRAM made of a hostile record (exports.c) back with other means than ours."""
import base64
import csv
import hashlib
import html.parser
import io
import pathlib
import re
import subprocess
import sys
import tempfile
import unittest
import xml.etree.ElementTree as tree
import zipfile

MAIN = "{http://schemas.openxmlformats.org/spreadsheetml/2006/main}"
LONGEST = 32767
TABLES = ("documents", "mentions", "attributions", "claims", "findings", "sources")
folder = pathlib.Path()


class Page(html.parser.HTMLParser):
    """Elements, ids and links of a page, as a browser's tokenizer sees them."""

    def __init__(self, text):
        super().__init__()
        self.elements, self.ids, self.links, self.style, self.policy = [], [], [], "", ""
        self.attributes = set()
        self.feed(text)

    def handle_starttag(self, tag, attrs):
        attrs = dict(attrs)
        self.elements.append(tag)
        self.attributes.update(attrs)
        if "id" in attrs:
            self.ids.append(attrs["id"])
        if "href" in attrs:
            self.links.append(attrs["href"])
        if attrs.get("http-equiv") == "Content-Security-Policy":
            self.policy = attrs["content"]

    def handle_data(self, data):
        if self.elements and self.elements[-1] == "style" and not self.style:
            self.style = data


class Report(unittest.TestCase):
    def setUp(self):
        self.bytes = (folder / "report.html").read_bytes()
        self.page = Page(self.bytes.decode())

    def test_copy_is_no_markup(self):
        self.assertFalse({"script", "img", "iframe", "object", "link", "form"} & set(self.page.elements))
        self.assertFalse({"onerror", "src", "style"} & self.page.attributes)
        self.assertIn("&lt;script&gt;alert(1)&lt;/script&gt;", self.bytes.decode())

    def test_nothing_but_its_own_style_is_let_in(self):
        digest = base64.b64encode(hashlib.sha256(self.page.style.encode()).digest()).decode()
        self.assertIn(f"style-src 'sha256-{digest}'", self.page.policy)
        self.assertTrue(self.page.policy.startswith("default-src 'none'"))
        self.assertNotIn("url(", self.page.style)

    def test_characters_that_steer_are_gone(self):
        text = self.bytes.decode()
        self.assertFalse(re.search("[\x00-\x08\x0b-\x1f\x7f-\x9f\u202a-\u202e\u2066-\u2069]", text))

    def test_links_hold(self):
        self.assertEqual(len(self.page.ids), len(set(self.page.ids)))
        self.assertTrue(self.page.links)
        for link in self.page.links:
            self.assertIn(link[1:], self.page.ids, link)

    def test_a_long_paragraph_is_quoted_in_part(self):
        self.assertLess(len(self.bytes), 150_000)
        self.assertIn("long.txt", self.bytes.decode())

    def test_it_is_xml_too(self):
        tree.fromstring(self.bytes)

    def test_what_it_leaves_out_is_told(self):
        text = re.sub("<[^>]*>", "", self.bytes.decode())
        self.assertIn("12 more not shown here: items with lesser findings", text)
        self.assertIn("1 of 23 documents not audited", text)
        self.assertIn("these bytes are no text", text)
        self.assertIn("checked by the desk", text)


class Book(unittest.TestCase):
    def setUp(self):
        self.zip = zipfile.ZipFile(folder / "book.xlsx")
        names = tree.fromstring(self.zip.read("xl/workbook.xml")).iter(MAIN + "sheet")
        self.sheets = {s.get("name"): self.read(f"xl/worksheets/sheet{i}.xml") for i, s in enumerate(names, 1)}
        self.formats = self.read("xl/styles.xml")

    def read(self, name):
        return tree.fromstring(self.zip.read(name))

    @staticmethod
    def rows(sheet):
        """Rows of cells by column letter: (type, text, style)."""
        for row in sheet.iter(MAIN + "row"):
            yield {
                re.sub(r"\d", "", c.get("r")): (c.get("t"), "".join(c.itertext()), int(c.get("s", 0)))
                for c in row.iter(MAIN + "c")
            }

    def number_format(self, style):
        given = {n.get("numFmtId"): n.get("formatCode") for n in self.formats.iter(MAIN + "numFmt")}
        cell = self.formats.find(MAIN + "cellXfs")[style].get("numFmtId")
        return given.get(cell, cell)

    def test_sheets_in_order_and_split_where_full(self):
        self.assertEqual(
            list(self.sheets),
            ["Summary", "Documents", "Mentions", "Mentions (2)"]
            + [f"{name}{more}" for name in ("Attributions", "Claims", "Findings") for more in ("", " (2)", " (3)")]
            + ["Sources"],
        )
        self.assertEqual(len(list(self.rows(self.sheets["Claims"]))), 31)
        self.assertEqual(len(list(self.rows(self.sheets["Claims (3)"]))), 29)

    def test_headings_stay_and_filter(self):
        for name, sheet in list(self.sheets.items())[1:]:
            pane = next(sheet.iter(MAIN + "pane"))
            self.assertEqual((pane.get("ySplit"), pane.get("state")), ("1", "frozen"), name)
            rows = list(self.rows(sheet))
            last = list(rows[0])[-1]
            self.assertEqual(sheet.find(MAIN + "autoFilter").get("ref"), f"A1:{last}{len(rows)}", name)
            self.assertTrue(all(float(c.get("width")) > 5 for c in sheet.iter(MAIN + "col")), name)

    def test_copy_is_never_a_formula(self):
        for name in self.zip.namelist():
            if name.startswith("xl/worksheets/"):
                self.assertNotIn(b"<f>", self.zip.read(name))
                self.assertNotIn(b"<hyperlink", self.zip.read(name))
        titles = [row["B"] for row in self.rows(self.sheets["Documents"]) if "=1+1" in row.get("B", ("", ""))[1]]
        self.assertEqual([t[0] for t in titles], ["inlineStr"])
        self.assertIn("<script>alert(1)</script>", titles[0][1])
        self.assertIn("_x005F_x0041_", titles[0][1])

    def test_numbers_and_dates_are_real(self):
        first = list(self.rows(self.sheets["Documents"]))[1]
        self.assertEqual(first["A"][1], "plain-00.txt")
        kind, value, style = first["C"]
        self.assertEqual((kind, value, self.number_format(style)), (None, "45413", "yyyy-mm-dd"))  # 1 May 2024
        kind, value, style = first["L"]
        self.assertEqual((kind, value, self.number_format(style)), (None, "0.5", "0.0%"))
        kind, value, style = first["I"]
        self.assertEqual((kind, value, self.number_format(style)), (None, "4", "#,##0"))
        kind, value, style = first["Z"]
        self.assertEqual((kind, self.number_format(style)), (None, "yyyy-mm-dd hh:mm"))

    def test_long_text_is_cut_with_a_mark(self):
        sheets = [sheet for name, sheet in self.sheets.items() if name.startswith("Findings")]
        longest = max((row["Q"][1] for sheet in sheets for row in self.rows(sheet) if "Q" in row), key=len)
        self.assertEqual(len(longest), LONGEST)
        self.assertTrue(longest.endswith("\u2026"))

    def test_what_was_not_audited_has_no_counts(self):
        bad = [row for row in self.rows(self.sheets["Documents"]) if row["A"][1] == "bad.bin"]
        self.assertEqual(len(bad), 1)
        self.assertEqual(bad[0]["F"][1], "no")
        self.assertFalse(set("IJKLMNOP") & set(bad[0]))

    def test_the_summary_has_charts_of_its_tables(self):
        text = "\n".join(" ".join(cell[1] for cell in row.values()) for row in self.rows(self.sheets["Summary"]))
        self.assertIn("Documents audited 22", text)
        self.assertIn("Documents not audited 1", text)
        charts = [self.zip.read(f"xl/charts/chart{i}.xml").decode() for i in (1, 2)]
        for chart in charts:
            self.assertIn("<c:barDir val=\"col\"/><c:grouping val=\"stacked\"/>", chart)
        weeks = re.search(r"Summary!\$E\$(\d+):\$E\$(\d+)", charts[0])
        rows = {int(r.get("r")): r for r in self.sheets["Summary"].iter(MAIN + "row")}
        self.assertEqual("".join(rows[int(weeks[1])][0].itertext()), "29 Apr 2024")
        self.assertEqual("".join(rows[int(weeks[2])][0].itertext()), "20 May 2024")

    def test_the_date_is_the_one_given(self):
        self.assertIn(b"2024-06-03T07:30:00Z", self.zip.read("docProps/core.xml"))


class Tables(unittest.TestCase):
    def test_rows_are_whole(self):
        for name in TABLES:
            text = (folder / f"{name}.csv").read_bytes().decode()
            rows = list(csv.reader(io.StringIO(text, newline=""), strict=True))
            self.assertGreater(len(rows), 3 if name == "sources" else 20, name)
            self.assertEqual({len(row) for row in rows}, {len(rows[0])}, name)
            self.assertEqual(text.count("\r\n"), len(rows), name)

    def test_formulas_are_defused_in_text_only(self):
        for name in TABLES:
            with open(folder / f"{name}.csv", encoding="utf8", newline="") as file:
                for row in csv.DictReader(file):
                    for column, cell in row.items():
                        self.assertFalse(cell.startswith(tuple("=+-@\t\r")), f"{name}: {column}: {cell[:40]}")
                    self.assertRegex(row["first" if name == "sources" else "date"], r"^\d{4}-\d\d-\d\d$")

    def test_columns_are_documented(self):
        page = (pathlib.Path(__file__).parents[2] / "reports/README.md").read_text()
        common = ["document", "title", "date", "desk", "item", "paragraph"]
        for name in TABLES:
            with open(folder / f"{name}.csv", encoding="utf8", newline="") as file:
                columns = next(csv.reader(file))
            told = re.findall("`([^`]*)`", re.search(f"^\\| `{name}` \\|(.*)$", page, re.M)[1])
            if name not in ("documents", "sources"):
                told = common + told + ["text"]
            self.assertEqual(columns, told, name)

    def test_text_is_whole(self):
        with open(folder / "claims.csv", encoding="utf8", newline="") as file:
            csv.field_size_limit(1 << 24)
            self.assertEqual(max(len(row["text"]) for row in csv.DictReader(file)), 1024 * 1024)


if __name__ == "__main__":
    csv.field_size_limit(1 << 24)
    with tempfile.TemporaryDirectory() as made:
        folder = pathlib.Path(made)
        subprocess.run([sys.argv.pop(1), made], check=True, stdout=subprocess.DEVNULL)
        unittest.main(verbosity=0)
