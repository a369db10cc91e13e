#!/usr/bin/env python3
"""words.py: no word of the copy stands in code.

The modules that read copy know word classes, never words; the words are in src/packs. So: a string literal in
seg/, scan/ and attr/ that holds a word of a pack is reported, and so is a letter-by-letter comparison
('t' then 'h'). Formats, file names and messages are told apart by where they stand: an argument of an error or
assertion call, or a line marked `names:` in a comment with the reason."""
import pathlib
import re
import sys

TOP = pathlib.Path(__file__).resolve().parents[2]
MODULES = ("seg", "scan", "attr")
MESSAGE = re.compile(r"\b(error_set|error_at|assert|static_assert|_Static_assert)\s*\(|#\s*include|#\s*error|names:|\bname_type_is\(")
LITERAL = re.compile(r'"((?:[^"\\]|\\.)*)"')
LETTERS = re.compile(r"'[a-z]'.*'[a-z]'.*'[a-z]'")


def vocabulary():
    words = set()
    for path in (TOP / "src/packs").rglob("*"):
        if path.suffix in (".yaml", ".tsv"):
            for line in path.read_text().split("\n"):
                words.update(re.findall(r"[a-z]{2,}", re.sub(r"#.*", "", line).lower()))
    return words


def strip_comments(text):
    """Comments become blanks (with their `names:` marks kept), so that line numbers hold."""
    keep = lambda m: ("/*names:*/" if "names:" in m.group() else "") + "\n" * m.group().count("\n")
    return re.sub(r"/\*.*?\*/|//[^\n]*", keep, text, flags=re.S)


words, bad = vocabulary(), []
for module in MODULES:
    for path in sorted((TOP / "src" / module).glob("*.[ch]")):
        for number, line in enumerate(strip_comments(path.read_text()).split("\n"), 1):
            if MESSAGE.search(line):
                continue
            where = f"{path.relative_to(TOP)}:{number}"
            for literal in LITERAL.findall(line):
                found = [w for w in re.findall(r"[a-z]{2,}", re.sub(r"%[-0-9.*]*[a-z]+|\\.", " ", literal).lower()) if w in words]
                if found:
                    bad.append(f'{where}: "{literal}" holds {", ".join(found)}: words belong in src/packs')
            if LETTERS.search(line):
                bad.append(f"{where}: a word spelt letter by letter")
print("\n".join(bad))
sys.exit(bool(bad))
