#!/usr/bin/env python3
"""hostile.py WIREAUDIT PEAK [NAME...]: every reader on files made to cost it more than their size, at 1x and 4x.

Prints seconds of processor at both (what starting up takes left out), their ratio and the peak at 4x; a ratio above 5 is marked. The best of
three runs counts. NAME picks readers. It asserts nothing: machines differ."""
import io
import json
import pathlib
import subprocess
import sys
import tempfile
import zipfile

SIZE = 250_000  # bytes of the repeated part at 1x
LINE = "Two people were killed in the fire, police said on Monday. "


def many(part, n):
    return part * (n * SIZE // len(part) + 1)


def count(n, each=100):
    return range(n * SIZE // each)


def xml(head, foot, **shapes):
    """Shapes within a vocabulary, and those that any XML may have."""
    common = {
        "paragraphs": lambda n: many(f"<p>{LINE}</p>\n", n),
        "open elements": lambda n: many("<p>", n),
        "end tags": lambda n: many("</p>", n),
        "less-than signs": lambda n: many("< ", n),
        "attributes": lambda n: "<p " + many("a='1' ", n) + ">x</p>",
        "quotation marks": lambda n: many("<p a=' b=\">", n),
        "references": lambda n: "<p>" + many("&amp;&#8212;&eacute;", n) + "</p>",
        "ampersands": lambda n: "<p>" + many("&", n) + "</p>",
        "escaped tags": lambda n: "<p>" + many("&lt;p&gt;x&lt;/p&gt;", n) + "</p>",
        "half-escaped tags": lambda n: "<p>" + many("&lt;p ", n) + "</p>",
        "open CDATA": lambda n: many("<![CDATA[x", n),
        "open comments": lambda n: many("<!-- x", n),
        "open instructions": lambda n: many("<? x", n),
        "declarations": lambda n: many("<![x", n),
    }
    return {name: lambda n, make=make: head + make(n) + foot for name, make in {**common, **shapes}.items()}


def mail(n, body):
    return f"From: a@b\nDate: c\nSubject: d\nMIME-Version: 1.0\n{body(n)}"


def parts(n):
    depth = "".join(f"Content-Type: multipart/mixed; boundary=b{i}\n\n--b{i}\n" for i in range(n * 2000))
    return depth + "\nx\n"


def office(name, inner):
    def make(n):
        out = io.BytesIO()
        with zipfile.ZipFile(out, "w", zipfile.ZIP_STORED) as archive:
            if name == "docx":
                archive.writestr("[Content_Types].xml", "<Types/>")
            else:
                archive.writestr("mimetype", "application/vnd.oasis.opendocument.text")
            archive.writestr("word/document.xml" if name == "docx" else "content.xml", inner(n))
        return out.getvalue()

    return make


WORD = '<w:document xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"><w:body>'
NITF = '<?xml version="1.0"?><nitf><body><body.head><hedline><hl1>x</hl1></hedline></body.head><body.content>'
G2_ITEM = '<newsItem guid="{0}"><contentSet><inlineXML><html><body><p>x</p></body></html></inlineXML></contentSet></newsItem>'
STORY = {"guid": "1", "headline": "x", "body_html": f"<p>{LINE}</p>"}
READERS = {
    "nitf": xml(NITF, "</body.content></body></nitf>", heads=lambda n: many("<block><hl2>x</hl2></block>", n), media=lambda n: many("<media><media-caption>x</media-caption></media>", n)),
    "newsml1": xml(
        "<NewsML><NewsItem><NewsComponent><ContentItem><DataContent>",
        "</DataContent></ContentItem></NewsComponent></NewsItem></NewsML>",
        items=lambda n: "</DataContent></ContentItem></NewsComponent></NewsItem>" + many("<NewsItem><NewsComponent><ContentItem><DataContent><p>x</p></DataContent></ContentItem></NewsComponent></NewsItem>", n),
        components=lambda n: many("<NewsComponent>", n),
        lines=lambda n: "</DataContent></ContentItem><NewsLines>" + many("<NewsLine><NewsLineText>x</NewsLineText></NewsLine>", n) + "</NewsLines>",
    ),
    "newsmlg2": xml(
        '<newsMessage><itemSet><newsItem guid="x"><contentSet><inlineXML><html><body>',
        "</body></html></inlineXML></contentSet></newsItem></itemSet></newsMessage>",
        items=lambda n: "</body></html></inlineXML></contentSet></newsItem>" + "".join(G2_ITEM.format(i) for i in count(n, 130)),
        nested=lambda n: many('<newsItem guid="x"><contentSet>', n),
        notes=lambda n: "</body></html></inlineXML></contentSet><itemMeta>" + many("<edNote>x</edNote>", n) + "</itemMeta>",
        sources=lambda n: "</body></html></inlineXML></contentSet><contentMeta>" + many("<infoSource literal='x'/>", n) + "</contentMeta>",
    ),
    "rss": xml(
        '<rss version="2.0"><channel><item><description>',
        "</description></item></channel></rss>",
        items=lambda n: "</description></item>" + "".join(f"<item><guid>{i}</guid><title>x</title><description>y</description></item>" for i in count(n, 70)),
        namesakes=lambda n: "</description></item>" + many("<item><guid>1</guid><title>x</title><description>y</description></item>", n),
        nested=lambda n: many("<item><description>", n),
        categories=lambda n: "</description>" + many("<category>x</category>", n) + "<description>",
        shortcodes=lambda n: "<![CDATA[<p>" + many("[a]x[/a][", n) + "]]>",
        brackets=lambda n: "<![CDATA[<p>[/a]" + many("[a ", n) + "]]>",
    ),
    "atom": xml("<feed><entry><content type='html'>", "</content></entry></feed>", entries=lambda n: "</content></entry>" + many("<entry><id>1</id><title>x</title><content>y</content></entry>", n), nested=lambda n: many("<entry><content>", n)),
    "xml": xml(
        '<?xml version="1.0"?><story><headline>x</headline><body>' + LINE * 3,
        "</body></story>",
        stories=lambda n: "</body></story>" + many(f"<story><body>{LINE * 2}</body></story>", n),
        children=lambda n: "</body>" + many("<x>y</x>", n) + "<body>",
        bodies=lambda n: many("<body>", n),
    ),
    "ninjs": {
        "stories": lambda n: json.dumps({"_items": [{**STORY, "guid": str(i)} for i in count(n, 130)]}),
        "namesakes": lambda n: json.dumps([STORY for _ in count(n, 130)]),
        "members": lambda n: json.dumps({**STORY, **{f"k{i}": i for i in count(n, 15)}}),
        "nesting": lambda n: '{"body_html": "<p>x</p>", "a": ' + many('{"a": ', n),
        "arrays": lambda n: '{"body_html": "<p>x</p>", "a": ' + many("[", n),
        "escapes": lambda n: '{"body_html": "<p>' + many("\\u00e9\\n\\\"", n) + '</p>"}',
        "open strings": lambda n: '{"body_html": "<p>x</p>", ' + many('"a": "b ', n),
        "backslashes": lambda n: '{"body_text": "' + many("\\", n),
        "associations": lambda n: json.dumps({**STORY, "associations": {str(i): {"headline": "x", "guid": str(i)} for i in count(n, 40)}}),
    },
    "apjson": {"items": lambda n: json.dumps({"api_version": "1", "editorialpriority": "r", "data": {"items": [{"item": {**STORY, "altids": {"itemid": str(i)}}} for i in count(n, 160)]}})},
    "iptc7901": {
        "lines": lambda n: "\x01vnw0075 3 i 510 vnw 1003\n\x02\nx =\n\n" + many(LINE + "\n", n) + "\x03",
        "head": lambda n: "\x01vnw0075 3 i 510 vnw 1003\n\x02\n" + many("x\n", n),
        "notes": lambda n: "\x01vnw0075 3 i 510 vnw 1003\n\x02\nx =\n\nx\n" + many("# x\n", n),
        "marks": lambda n: "\x01vnw0075 3 i 510 vnw 1003\n\x02" + many("\x02\x03\x01", n),
    },
    "anpa": {
        "lines": lambda n: "\x16\x16\x01a0105\x1f\nu s x\n\x02^x<\n" + many("\t" + LINE + "\n", n) + "\x03",
        "heads": lambda n: "\x16\x16\x01a0105\x1f\nu s x\n\x02" + many("^x<\n", n) + "\x03",
        "open heads": lambda n: "\x16\x16\x01a0105\x1f\nu s x\n\x02" + many("^x\n", n),
    },
    "aap": {
        "lines": lambda n: "ZCZC AAP\n$x\n" + many("   " + LINE + "\n", n) + "NNNN\n",
        "controls": lambda n: "ZCZC AAP\n" + many(":x\n$y\n#z\n", n),
        "ends": lambda n: "ZCZC AAP\n$x\n" + many("NNNN\n", n),
    },
    "mail": {
        "fields": lambda n: many("X-a: b\n", n) + mail(n, lambda n: "\nx\n"),
        "folded field": lambda n: mail(n, lambda n: "X-a: b\n" + many(" c\n", n) + "\nx\n"),
        "encoded words": lambda n: "Subject: " + many("=?utf-8?Q?=C3=A9?= ", n) + "\nFrom: a\nDate: b\nMIME-Version: 1.0\n\nx\n",
        "half words": lambda n: "Subject: " + many("=?utf-8?Q?", n) + "\nFrom: a\nDate: b\nMIME-Version: 1.0\n\nx\n",
        "quoted-printable": lambda n: mail(n, lambda n: "Content-Transfer-Encoding: quoted-printable\n\n" + many("=C3=A9=\n", n)),
        "base64": lambda n: mail(n, lambda n: "Content-Transfer-Encoding: base64\n\n" + many("VHdvIGRpZWQu\n", n)),
        "parts": lambda n: mail(n, lambda n: "Content-Type: multipart/mixed; boundary=b\n\n" + many("--b\n\nx\n", n)),
        "nested parts": lambda n: mail(n, parts),
        "dashes": lambda n: mail(n, lambda n: "Content-Type: multipart/mixed; boundary=b\n\n" + many("--b", n)),
        "mailbox": lambda n: many("From a b\nFrom: a\nDate: b\nSubject: c\n\nx\n\n", n),
        "forms": lambda n: mail(n, lambda n: "\n{" + many('"a": [', n)),
    },
    "markdown": {
        name: lambda n, part=part: "# x\n\n[a](b)\n\n" + many(part, n)
        for name, part in {"brackets": "[", "links": "[a](", "stars": "*", "emphasis": "*a **b ", "quotes": "> ", "lists": "* a\n", "fences": "```\n", "headings": "# x\n", "table": "| a | b |\n", "ticks": "a ` b `` ", "tags": "<a ", "images": "![a](b) ", "escapes": "\\*"}.items()
    },
    "html": {
        name: lambda n, head=head, part=part: f'<html lang="en"><body><article><p>{LINE * 4}</p>{head}' + many(part, n)
        for name, (head, part) in {
            "paragraphs": ("", f"<p>{LINE}</p>\n"),
            "open elements": ("", "<div>"),
            "open links": ("", "<a href=x>"),
            "misnested": ("", "<b><i></b></i>"),
            "lists": ("", "<ul><li>x"),
            "tables": ("", "<table><tr><td>x"),
            "cells": ("<table>", "<tr><td>x"),
            "attributes": ("<p ", "a=1 "),
            "classes": ("<p class='", "byline "),
            "open value": ("", "<p a='"),
            "less-than signs": ("", "< "),
            "comments": ("", "<!-- x"),
            "scripts": ("", "<script>x"),
            "references": ("", "&amp;&nbsp;&#150;"),
            "ampersands": ("", "&"),
            "line breaks": ("", "x.<br>"),
            "spans": ("", "<span>x</span> "),
            "JSON-LD": ("", '<script type="application/ld+json">{"articleBody": "x"}</script>'),
            "open JSON-LD": ('<script type="application/ld+json">', '{"a": ['),
            "headings": ("", "<h2>x</h2>"),
            "teasers": ("", "<div class=teaser><h3><a href=x>A story</a></h3><p>It goes on.</p></div>"),
        }.items()
    },
    "text": {
        name: lambda n, part=part: LINE + "\n\n" + many(part, n)
        for name, part in {"lines": LINE + "\n", "short lines": "x\n", "spaces": " ", "blank lines": "\n", "returns": "\r", "tabs": "a\tb\tc\n", "gaps": "a   b   c ", "hyphens": "ab-\n", "dashes": "HALE (AP) -- ", "byline": "By Ida Falk\n\n", "suppressions": "wireaudit: ignore WA101: x\n"}.items()
    },
    "docx": {
        "paragraphs": office("docx", lambda n: WORD + many("<w:p><w:r><w:t>Two died.</w:t></w:r></w:p>", n)),
        "runs": office("docx", lambda n: WORD + "<w:p>" + many("<w:r><w:t>x</w:t></w:r>", n)),
        "nesting": office("docx", lambda n: WORD + many("<w:p><w:r>", n)),
    },
    "odt": {
        "paragraphs": office("odt", lambda n: "<office:document-content><office:body><office:text>" + many("<text:p>Two died.</text:p>", n)),
        "spans": office("odt", lambda n: "<office:document-content><office:body><office:text><text:p>" + many("<text:span>x</text:span>", n)),
        "nesting": office("odt", lambda n: "<office:document-content><office:body><office:text>" + many("<text:p><text:span>", n)),
    },
    "bytes": {
        "UTF-16": lambda n: ("\ufeff" + many(LINE + "\n", n)).encode("utf-16-le"),
        "surrogates": lambda n: b"\xff\xfe" + many(LINE, n).encode("utf-16-le") + b"\x00\xd8" * (n * SIZE // 2),
        "Windows-1252": lambda n: many(LINE + "\xe9\u2019 ", n).encode("cp1252"),
        "broken UTF-8": lambda n: many(LINE, n).encode() + b"\xc3" * (n * SIZE),
        "Shift_JIS": lambda n: b'<?xml version="1.0" encoding="Shift_JIS"?><nitf><body><body.content><p>' + many("\u65e5\u672c ", n).encode("shift_jis"),
    },
}


def measure(program, peak, path):
    """Seconds of processor and peak MiB of the best of three runs; None when it broke or took a minute."""
    runs = []
    for _ in range(3):
        out = subprocess.run([peak, program, "inspect", "--fast", path], capture_output=True, text=True, check=True).stdout.split()
        if out[3] not in ("0", "2"):
            return None
        runs.append((float(out[1]), int(out[2]) / 1024))
    return min(runs)


def main():
    program, peak = sys.argv[1:3]
    chosen = sys.argv[3:] or list(READERS)
    worst = 0
    with tempfile.TemporaryDirectory() as folder:
        path = pathlib.Path(folder) / "file"
        path.write_text("x\n")
        start = measure(program, peak, path)[0]
        for reader in chosen:
            for name, make in READERS[reader].items():
                runs = []
                for times in (1, 4):
                    made = make(times)
                    path.write_bytes(made if isinstance(made, bytes) else made.encode())
                    runs.append(measure(program, peak, path))
                if None in runs:
                    print(f"  {reader:9} {name:18} FAILED, or more than a minute", flush=True)
                    continue
                one, four = (max(run[0] - start, 0.001) for run in runs)
                ratio = four / one if four > 0.05 else 0  # less is the clock's own
                worst = max(worst, ratio)
                print(f"  {reader:9} {name:18} {one:7.3f} {four:7.3f} {ratio:6.2f}x {runs[1][1]:7.1f} MiB{'  <<<' if ratio > 5 else ''}", flush=True)
    print(f"worst {worst:.2f}x")


main()
