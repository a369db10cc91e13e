#!/usr/bin/env python3
"""sizes.py: files over 600 lines and functions over 100 are too long; every .c stands in a meson list."""
import pathlib
import re
import sys

TOP = pathlib.Path(__file__).resolve().parents[2]
FILE_LINES, FUNCTION_LINES = 600, 100
bad = []


def functions(lines):
    """(first line, name, length): clang-format puts a definition's opening and closing brace in fixed places."""
    start = name = None
    for number, line in enumerate(lines, 1):
        if start is None:
            match = re.match(r"[A-Za-z_].*?(\w+)\(.*\{$", line)
            if match:
                start, name = number, match.group(1)
        elif line == "}":
            yield start, name, number - start + 1
            start = None


lists = {}
for folder in ("src", "reports", "tests"):
    for path in sorted((TOP / folder).rglob("*.[ch]")):
        shown = path.relative_to(TOP)
        lines = path.read_text().split("\n")
        if len(lines) > FILE_LINES:
            bad.append(f"{shown}: {len(lines)} lines; at most {FILE_LINES}")
        for start, name, length in functions(lines):
            if length > FUNCTION_LINES:
                bad.append(f"{shown}:{start}: {name} has {length} lines; at most {FUNCTION_LINES}")
        if path.suffix == ".c" and path.name != "consumer.c":
            meson = path.parent / "meson.build"
            text = lists.setdefault(meson, meson.read_text() if meson.exists() else "")
            if not re.search(r"'%s(\.c)?'" % re.escape(path.stem), text):
                bad.append(f"{shown}: not in {meson.relative_to(TOP)}")
print("\n".join(bad))
sys.exit(bool(bad))
