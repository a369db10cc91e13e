#!/usr/bin/env python3
"""archives.py WIREAUDIT: archives are read as the folders they were made of, and bad ones with a message."""
import contextlib
import gzip
import io
import os
import pathlib
import re
import shutil
import sqlite3
import subprocess
import sys
import tarfile
import tempfile
import unittest
import zipfile

PROGRAM = str(pathlib.Path(sys.argv.pop(1)).resolve()) if len(sys.argv) > 1 else ""

TOLL = b"VELD, May 2 (AP) - Twelve people were killed when a ferry sank on Monday. The search goes on.\n"
COUNCIL = b"The council met on Monday, the mayor said.\n"
PAGE = (
    b"<html><head><title>Bridge closed</title></head><body><article><h1>Bridge closed</h1>"
    b"<p>The bridge was closed on Monday, the ministry said.</p><p>Nine workers were injured.</p></article></body></html>\n"
)
MAIL = b"From: Ida Falk <ida@example.org>\nSubject: Harbour\nContent-Type: text/plain\n\nThe harbour will open again, a spokesman said.\n"
WORD = (
    b'<w:document xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"><w:body><w:p><w:r>'
    b"<w:t>Six sailors were injured.</w:t></w:r></w:p></w:body></w:document>"
)
FEED = (
    b'<?xml version="1.0"?><rss version="2.0"><channel><title>Desk</title>'
    b"<item><guid>a1</guid><title>Fire</title><description>Two people died in a fire.</description></item>"
    b"<item><guid>a2</guid><title>Flood</title><description>The river rose, police said.</description></item></channel></rss>\n"
)


def zipped(parts):
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, data in parts:
            archive.writestr(name, data)
    return out.getvalue()


def tarred(parts, kind=""):
    out = io.BytesIO()
    with tarfile.open(fileobj=out, mode="w:" + kind) as archive:
        for name, data in parts:
            entry = tarfile.TarInfo(name)
            entry.size = len(data)
            archive.addfile(entry, io.BytesIO(data))
    return out.getvalue()


COPY = [
    ("toll.txt", TOLL),
    ("desk/page.html", PAGE),
    ("desk/mail.eml", MAIL),
    ("desk/feed.xml", FEED),
    ("desk/\u00fcber.txt", COUNCIL),
    ("desk/boats.docx", zipped([("[Content_Types].xml", "<Types/>"), ("word/document.xml", WORD)])),
    ("desk/picture.jpg", b"\xff\xd8"),
    ("desk/.hidden.txt", COUNCIL),
    ("desk/empty.txt", b""),
]
TABLES = ("analysis", "paragraph", "mention", "attribution", "attribution_content", "claim", "claim_attribution", "finding")
OWN = ("id", "analysis", "version", "run", "analysed", "date")  # of the database, not of the copy


def rows(database, root):
    """Every row of the documents that are there, without the database's own numbers; URIs without `root`."""
    shown = []
    with contextlib.closing(sqlite3.connect(database)) as db:
        uris = dict(db.execute("select a.id, d.uri || ' ' || v.hash || v.size from document d join analysis a on a.id = d.analysis join version v on v.id = a.version where d.deleted is null"))
        for table in TABLES:
            columns = [c[1] for c in db.execute(f"pragma table_info({table})") if c[1] not in OWN]
            key = "id" if table == "analysis" else "analysis"
            for number, *values in db.execute(f"select {key}, {', '.join(columns)} from {table}"):
                if number in uris:
                    texts = tuple(str(value).replace(root, "") for value in values)
                    shown.append((table, uris[number].replace(root, ""), texts))
    return sorted(shown)


def record(warc_type, headers, block, version=b"WARC/1.1"):
    head = version + b"\r\nWARC-Type: " + warc_type + b"\r\n" + b"".join(line + b"\r\n" for line in headers)
    return head + b"Content-Length: %d\r\n\r\n" % len(block) + block + b"\r\n\r\n"


def answer(address, body, *lines, status=b"200 OK"):
    http = b"HTTP/1.1 " + status + b"\r\n" + b"".join(line + b"\r\n" for line in lines) + b"\r\n" + body
    return record(b"response", [b"WARC-Target-URI: " + address, b"Content-Type: application/http; msgtype=response"], http)


class Archives(unittest.TestCase):
    def setUp(self):
        self.folder = pathlib.Path(tempfile.mkdtemp()).resolve()
        self.addCleanup(shutil.rmtree, self.folder)

    def put(self, name, data):
        (self.folder / name).parent.mkdir(parents=True, exist_ok=True)
        (self.folder / name).write_bytes(data)

    def run_it(self, *arguments, given=None, pipe=True, wanted=0):
        """`given` is a file for standard input, through a pipe or redirected."""
        data = (self.folder / given).read_bytes() if given else b""
        with open(self.folder / given if given and not pipe else os.devnull, "rb") as redirected:
            source = {"input": data} if pipe else {"stdin": redirected}
            environment = {**os.environ, "TMPDIR": str(self.folder)}
            done = subprocess.run([PROGRAM, *arguments], cwd=self.folder, capture_output=True, timeout=120, env=environment, **source)
        self.assertEqual(done.returncode, wanted, done)
        return done.stdout.decode(), done.stderr.decode()

    def uris(self, *arguments, wanted=0, **source):
        out, err = self.run_it("inspect", *arguments, wanted=wanted, **source)
        return re.findall(r'"type":"document","uri":"([^"]*)"', out), err

    def test_as_the_folder(self):
        for name, data in COPY:
            self.put("copy/" + name, data)
        self.put("copy.zip", zipped(COPY))
        self.put("copy.tar", tarred([("./" + name, data) for name, data in COPY]))
        for kind in ("gz", "bz2", "xz"):
            self.put("copy.tar." + kind, tarred(COPY, kind))
        archives = ["copy.zip", "copy.tar", "copy.tar.gz", "copy.tar.bz2", "copy.tar.xz"]
        if shutil.which("zstd"):
            subprocess.run(["zstd", "-q", "copy.tar"], cwd=self.folder, check=True)
            archives.append("copy.tar.zst")
        _, err = self.run_it("scan", "--db", "folder.db", "copy", wanted=2)
        self.assertIn("left out a file", err)
        wanted = rows(self.folder / "folder.db", f"{self.folder}/copy/")
        self.assertEqual(len([r for r in wanted if r[0] == "analysis"]), 8)
        self.assertGreater(len([r for r in wanted if r[0] == "claim"]), 3)
        for archive in archives:
            for jobs in "1", "3":
                with self.subTest(archive=archive, jobs=jobs):
                    database = f"{archive}{jobs}.db"
                    _, err = self.run_it("scan", "-j", jobs, "--db", database, archive, wanted=2)
                    self.assertIn(f"{archive}!/desk/empty.txt: is empty\n", err)
                    self.assertIn("left out a member of an archive", err)
                    self.assertEqual(rows(self.folder / database, f"{self.folder}/{archive}!/"), wanted)

    def test_order_and_jobs(self):
        self.put("copy/a.zip", zipped([(f"{n}.txt", COUNCIL) for n in (3, 1, 2)]))
        self.put("copy/b.txt", COUNCIL)
        wanted = ["copy/a.zip!/3.txt", "copy/a.zip!/1.txt", "copy/a.zip!/2.txt", "copy/b.txt"]
        self.assertEqual(self.uris("copy")[0], wanted)
        self.assertEqual(self.uris("-j", "4", "copy")[0], wanted)

    def test_lint_shows_the_place_in_the_member(self):
        self.put("a.tar.gz", tarred([("story.txt", COUNCIL + b"\n" + TOLL)], "gz"))
        out, _ = self.run_it("lint", "a.tar.gz")
        self.assertIn("a.tar.gz!/story.txt:3:", out)
        self.assertIn("Twelve people were killed", out)

    def test_a_single_file(self):
        self.put("story.txt.gz", gzip.compress(COUNCIL))
        self.assertEqual(self.uris("story.txt.gz")[0], ["story.txt.gz!/story.txt"])

    def test_a_packed_office_file_is_one_document(self):
        word = dict(COPY)["desk/boats.docx"]
        self.put("boats.docx.gz", gzip.compress(word))
        self.put("copy.zip.gz", gzip.compress(zipped([("a.txt", COUNCIL)])))
        self.assertEqual(self.uris("boats.docx.gz")[0], ["boats.docx.gz!/boats.docx"])
        self.assertEqual(self.uris("copy.zip.gz")[0], ["copy.zip.gz!/copy.zip!/a.txt"])

    def test_told_by_content(self):
        self.put("copy.txt", zipped([("a.txt", COUNCIL)]))
        self.assertEqual(self.uris("copy.txt")[0], ["copy.txt!/a.txt"])

    def test_standard_input(self):
        word = dict(COPY)["desk/boats.docx"]
        self.put("copy.tar.gz", tarred(COPY, "gz"))
        self.put("copy.zip", zipped(COPY))
        self.put("boats.docx", word)
        for name in "copy.tar.gz", "copy.zip":
            members = self.uris(name, wanted=2)[0]
            for pipe in True, False:
                with self.subTest(name=name, pipe=pipe):
                    self.assertEqual(self.uris("-", given=name, pipe=pipe, wanted=2)[0], [m.replace(name, "-", 1) for m in members])
                    self.assertEqual(self.uris("--stdin-filename", name, "-", given=name, pipe=pipe, wanted=2)[0], members)
        for pipe in True, False:
            self.assertEqual(self.uris("-", given="boats.docx", pipe=pipe)[0], ["-"])
        self.run_it("scan", "--db", "file.db", "copy.zip", wanted=2)
        out, err = self.run_it("scan", "--db", "pipe.db", "--stdin-filename", "copy.zip", "-", given="copy.zip", wanted=2)
        self.assertIn("copy.zip!/desk/empty.txt: is empty", err)
        self.assertEqual(rows(self.folder / "pipe.db", ""), rows(self.folder / "file.db", ""))
        self.assertEqual(sorted(p.name for p in self.folder.iterdir() if "wireaudit-" in p.name), [])

    def test_unchanged(self):
        """What was recorded is not audited again, the items of a feed in an archive as little as other files."""
        self.put("copy.zip", zipped(COPY))
        self.put("feed.xml", FEED)
        for name, count in (("copy.zip", 7), ("feed.xml", 2)):
            for jobs in "1", "3":
                with self.subTest(name=name, jobs=jobs):
                    database = f"{name}{jobs}.db"
                    trouble = 2 * (name == "copy.zip")
                    self.run_it("scan", "-j", jobs, "--db", database, name, wanted=trouble)
                    before = rows(self.folder / database, "")
                    out, _ = self.run_it("scan", "-j", jobs, "--db", database, name, wanted=trouble)
                    self.assertIn(f" {trouble // 2} new or changed, {count} unchanged, 0 gone", out)
                    self.assertEqual(rows(self.folder / database, ""), before)
        # An item that is not on record, as after a scan that was cut off, has its file audited again.
        with contextlib.closing(sqlite3.connect(self.folder / "feed.xml1.db")) as db, db:
            db.execute("delete from document where uri like '%#a2'")
        self.assertIn("2 new or changed, 0 unchanged", self.run_it("scan", "--db", "feed.xml1.db", "feed.xml")[0])
        self.assertIn("0 new or changed, 2 unchanged", self.run_it("scan", "--db", "feed.xml1.db", "feed.xml")[0])

    def test_gone(self):
        self.put("copy/a.zip", zipped([("1.txt", COUNCIL), ("2.txt", TOLL)]))
        self.put("copy/b.zip", zipped([("3.txt", COUNCIL)]))
        self.assertIn("3 new or changed", self.run_it("scan", "copy")[0])
        self.assertIn("0 new or changed, 3 unchanged, 0 gone", self.run_it("scan", "copy")[0])
        self.put("copy/a.zip", zipped([("2.txt", TOLL)]))
        self.assertIn("0 new or changed, 1 unchanged, 1 gone", self.run_it("scan", "copy/a.zip")[0])
        # What lies behind the place where an archive breaks off may still be in it.
        whole = tarred([("2.txt", TOLL), ("4.txt", COUNCIL)])
        self.put("copy/a.tar", whole)
        self.run_it("scan", "copy")
        self.put("copy/a.tar", whole[:1300])
        out, err = self.run_it("scan", "copy", wanted=2)
        self.assertIn("0 gone", out)
        self.assertIn("copy/a.tar: the archive is damaged", err)
        (self.folder / "copy/a.tar").unlink()
        (self.folder / "copy/b.zip").unlink()
        self.assertIn("3 gone", self.run_it("scan", "copy")[0])

    def test_names_are_only_names(self):
        outside = [("../out.txt", COUNCIL), ("/abs.txt", COUNCIL), ("a\nb\x1b.txt", COUNCIL), ("nul.txt", COUNCIL), ("__MACOSX/._nul.txt", b"")]
        self.put("in/odd.zip", zipped(outside).replace(b"nul.txt", b"n\xfcl.txt"))
        found, _ = self.uris("in/odd.zip")
        self.assertEqual(found, ["in/odd.zip!/../out.txt", "in/odd.zip!//abs.txt", "in/odd.zip!/a%0Ab%1B.txt", "in/odd.zip!/n%FCl.txt"])
        self.assertEqual(sorted(os.listdir(self.folder)), ["in"])
        self.assertEqual(os.listdir(self.folder / "in"), ["odd.zip"])

    def test_links_are_not_followed(self):
        out = io.BytesIO()
        with tarfile.open(fileobj=out, mode="w") as archive:
            for kind in (tarfile.SYMTYPE, tarfile.LNKTYPE, tarfile.FIFOTYPE, tarfile.CHRTYPE):
                entry = tarfile.TarInfo("link" + kind.decode())
                entry.type, entry.linkname = kind, "/etc/passwd"
                archive.addfile(entry)
            entry = tarfile.TarInfo("a.txt")
            entry.size = len(COUNCIL)
            archive.addfile(entry, io.BytesIO(COUNCIL))
        self.put("a.tar", out.getvalue())
        self.assertEqual(self.uris("a.tar")[0], ["a.tar!/a.txt"])

    def test_archives_in_archives(self):
        two = zipped([("two.txt", COUNCIL), ("deep.tar", tarred([("three.txt", COUNCIL), ("four.zip", zipped([("x.txt", COUNCIL)]))]))])
        self.put("a.tar.gz", tarred([("one.txt", COUNCIL), ("b.zip", two), ("last.txt", COUNCIL)], "gz"))
        found, err = self.uris("a.tar.gz", wanted=2)
        self.assertEqual(found, ["a.tar.gz!/" + name for name in ("one.txt", "b.zip!/two.txt", "b.zip!/deep.tar!/three.txt", "last.txt")])
        self.assertIn("a.tar.gz!/b.zip!/deep.tar!/four.zip: lies in archives within archives", err)

    def test_bombs(self):
        bomb = bytes(17 * 1024 * 1024)
        self.put("a.zip", zipped([("1.txt", COUNCIL), ("bomb.txt", bomb), ("2.txt", COUNCIL)]))
        self.put("b.tar.gz", tarred([("1.txt", COUNCIL), ("bomb.txt", bomb), ("2.txt", COUNCIL)], "gz"))
        for archive in "a.zip", "b.tar.gz":
            found, err = self.uris(archive, wanted=2)
            self.assertEqual(found, [archive + "!/1.txt", archive + "!/2.txt"])
            self.assertIn(f"{archive}!/bomb.txt: unpacks to more than 200 times the size of its archive", err)

    def test_many_small_bombs_come_to_too_much(self):
        layer = zipped([("x.txt", bytes(15 * 1024 * 1024))])
        self.put("a.zip", zipped([("1.txt", COUNCIL)] + [(f"{n}.zip", layer) for n in range(20)]))
        found, err = self.uris("a.zip", wanted=2)
        self.assertEqual(found[0], "a.zip!/1.txt")
        self.assertRegex(err, r"a\.zip: unpacks to more than 256 MiB at \"!/\d+\.zip!/x\.txt\"")

    def test_encrypted(self):
        data = bytearray(zipped([("secret.txt", COUNCIL), ("open.txt", COUNCIL)]))
        for mark, at in ((b"PK\x03\x04", 6), (b"PK\x01\x02", 8)):
            data[data.index(mark) + at] |= 1
        self.put("a.zip", bytes(data))
        found, err = self.uris("a.zip", wanted=2)
        self.assertEqual(found, ["a.zip!/open.txt"])
        self.assertIn("a.zip!/secret.txt: is encrypted and was not read", err)

    def test_broken(self):
        noise = os.urandom(200000).hex().encode()
        for name, data in (("a.tar.gz", tarred([("1.txt", COUNCIL), ("2.txt", noise)], "gz")), ("b.tar", tarred([("1.txt", COUNCIL), ("2.txt", noise)]))):
            self.put(name, data[: len(data) * 2 // 3])
            found, err = self.uris(name, wanted=2)
            self.assertEqual(found, [name + "!/1.txt"])
            self.assertIn(f"{name}: the archive is damaged: ", err)
        self.put("c.zip", b"PK\x03\x04 and nothing else")
        self.assertIn("c.zip: ", self.uris("c.zip", wanted=2)[1])
        self.put("d.zip", zipped([]))
        self.assertIn("d.zip: the archive holds no file to read", self.uris("d.zip", wanted=2)[1])

    def test_warc(self):
        chunks = b"%x\r\n" % 40 + PAGE[:40] + b"\r\n%x;x=y\r\n" % (len(PAGE) - 40) + PAGE[40:] + b"\r\n0\r\n\r\n"
        records = [
            record(b"warcinfo", [b"Content-Type: application/warc-fields"], b"software: own\r\n"),
            record(b"request", [b"WARC-Target-URI: https://example.org/a"], b"GET /a HTTP/1.1\r\n\r\n"),
            answer(b"https://example.org/a?b=1", PAGE, b"Content-Type: text/html"),
            answer(b"https://example.org/chunks", chunks, b"Content-Type: text/html", b"Transfer-Encoding: chunked"),
            answer(b"<https://example.org/packed>", gzip.compress(PAGE), b"Content-Type: text/html", b"Content-Encoding: gzip"),
            answer(b"https://example.org/odd", PAGE, b"Content-Type: text/html", b"Content-Encoding: br"),
            answer(b"https://example.org/gone", PAGE, b"Content-Type: text/html", status=b"404 Not Found"),
            answer(b"https://example.org/logo", b"\x89PNG", b"Content-Type: image/png"),
            record(b"resource", [b"WARC-Target-URI: file:///a.txt", b"Content-Type: text/plain"], COUNCIL, b"WARC/1.0"),
        ]
        wanted = ["https://example.org/a?b=1", "https://example.org/chunks", "https://example.org/packed", "file:///a.txt"]
        self.put("a.warc", b"".join(records))
        self.put("a.warc.gz", b"".join(map(gzip.compress, records)))
        for name in "a.warc", "a.warc.gz":
            found, err = self.uris(name, wanted=2)
            self.assertEqual(found, [f"{name}!/{address}" for address in wanted])
            self.assertIn(f'{name}!/https://example.org/odd: is packed as "br"', err)
            self.assertIn("left out 2 members", err)
        out, _ = self.run_it("inspect", "a.warc", wanted=2)
        paragraphs = re.findall(r'"kind":"body","text":"The bridge[^"]*","src":\[(\d+),(\d+)\]', out)
        self.assertEqual(len(paragraphs), 3)
        for start, end in paragraphs:
            self.assertEqual(PAGE[int(start) : int(end)], b"The bridge was closed on Monday, the ministry said.")
        self.put("cut.warc", b"".join(records)[:-30])
        self.assertIn("cut.warc: the archive is damaged", self.uris("cut.warc", wanted=2)[1])
        self.put("odd.warc", records[2] + b"no record\r\n")
        found, err = self.uris("odd.warc", wanted=2)
        self.assertEqual(found, ["odd.warc!/https://example.org/a?b=1"])
        self.assertIn("odd.warc: the WARC file is damaged: behind 1 record", err)


if __name__ == "__main__":
    unittest.main()
