#!/usr/bin/env python3
"""run.py WIREAUDIT [CASE...]: audits every case and compares it with what its expected.txt says.

A case is a folder with input.* (the suffix is the format's own), expected.txt, and a note saying what it is about.
Lines of expected.txt, one a row, each list complete (attitudes, notes and claims of minor types not listed are let pass):

    mention PARA AGENCY ROLE
    attribution PARA "CUE" KIND "SOURCE" [= "RESOLVED"]
    claim PARA TYPE COUNT STATE "WORDS"         COUNT is 12, 20..30, ..240 or -; the span must share most of WORDS
    finding PARA RULE LEVEL                     LEVEL is "suppressed" for one set aside in the copy
    unchecked attributions                      or mentions, claims, findings, several on a line: says nothing about them
    paragraph PARA KIND "START" ["END"]         checked only when there is one; the texts must begin and end so
    document FIELD "VALUE"                      a field of inspect's document row; only the fields given are checked
    at "FRAGMENT"                               what follows is about the document of that URI fragment ("" for the
                                                whole file); a file's documents are then complete, and in that order

PARA is a number or *; ROLE, KIND and STATE may be several joined by |; an exempt state may name its reason
("exempt:record"). A folder whose name ends in .bug holds a known mistake of the engine: it must fail, and is
reported when it passes."""
import json
import pathlib
import re
import subprocess
import sys

HERE = pathlib.Path(__file__).resolve().parent
MINOR = ("money", "cost", "statistic", "earnings", "forecast", "intent", "science", "cause", "superlative", "vote", "denial", "media",
         "mental", "rumour")
KINDS = ("mention", "attribution", "claim", "finding", "paragraph")
QUOTED = re.compile(r'"([^"]*)"|(\S+)')


def words(line):
    return [a if a or not b else b for a, b in QUOTED.findall(line)]


def number(row):
    low, high = row["low"], row["high"]
    if low is None and high is None:
        return "-"
    return f"{'' if low is None else low}{'' if high is None else f'..{high}'}"


def cut(texts, para, span):
    text = texts.get(para, "").encode()
    return text[span[0]:span[1]].decode(errors="replace") if span else ""


def documents(lines):
    """The rows of each document, by its URI's fragment."""
    found = {}
    for line in lines.splitlines():
        row = json.loads(line)
        if row["type"] == "document":
            rows = found.setdefault(row["uri"].partition("#")[2], [])
        rows.append(row)
    return found


class Seen:
    """The rows of one document's audit, in the words of expected.txt."""

    def __init__(self, rows):
        self.document = rows[0]
        texts = {r["para"]: r["text"] for r in rows if r["type"] == "paragraph"}
        self.rows = {kind: [] for kind in KINDS}
        for r in rows:
            kind = r["type"]
            if kind == "mention":
                row = [r["para"], r["agency"], r["role"]]
            elif kind == "attribution" and r["mode"] != "attitude":
                source = cut(texts, r.get("source_para", r["para"]), r["source"])
                row = [r["para"], cut(texts, r["para"], r["cue"]), r["kind"], source]
                row += ["=", r["resolved"]] if r["resolved"] else []
            elif kind == "claim":
                state = r["state"] + (":" + r["reason"] if r["reason"] else "")
                row = [r["para"], r["claim"], number(r), state, cut(texts, r["para"], r["span"])]
            elif kind == "finding":
                row = [r["para"], r["rule"], "suppressed" if r.get("suppressed") else r["level"]]
            elif kind == "paragraph":
                row = [r["para"], r["kind"], r["text"]]
            else:
                continue
            self.rows[kind].append([str(x) for x in row])


def shares(a, b):
    """Spans agree when the shorter's words are mostly words of the other."""
    a, b = a.lower().split(), b.lower().split()
    short, long = sorted((a, b), key=len)
    return bool(short) and sum(w.strip(".,") in [x.strip(".,") for x in long] for w in short) * 2 > len(short)


def fits(kind, want, row):
    def one_of(options, value):
        return any(value == o or value.split(":")[0] == o for o in options.split("|"))

    if want[0] != "*" and want[0] != row[0]:
        return False
    if kind == "claim":
        return want[1:3] == row[1:3] and one_of(want[3], row[3]) and shares(want[4], row[4])
    if kind == "attribution":
        resolved = len(want) < 6 or want[5:] == row[5:]
        return want[1] == row[1] and one_of(want[2], row[2]) and want[3] == row[3] and resolved
    if kind == "paragraph":
        return want[1] == row[1] and row[2].startswith(want[2]) and row[2].endswith(want[3] if len(want) > 3 else "")
    return want[1] == row[1] and one_of(want[2], row[2])


def optional(kind, row):
    return (kind == "claim" and row[1] in MINOR) or (kind == "finding" and row[2] == "note")


def sections(expected):
    """The rows expected of each document, by fragment; those of a file with one stand under None."""
    found = {None: []}
    rows = found[None]
    for line in expected.splitlines():
        row = words(line)
        if row and row[0] == "at":
            rows = found.setdefault(row[1], [])
        elif row:
            rows.append(row)
    if len(found) > 1:
        del found[None]
    return found


def compare(expected, seen):
    """Lines of a readable difference, none when they agree."""
    wanted = {kind: [] for kind in KINDS}
    unchecked = set() if any(row[0] == "paragraph" for row in expected) else {"paragraph"}
    difference = []
    for row in expected:
        if row[0] == "unchecked":
            unchecked.update(name.rstrip("s") for name in row[1:])
        elif row[0] == "document":
            value = seen.document[row[1]]
            if str(value or "") != row[2]:
                difference.append(f"  document:   {row[1]} is {value!r}, not {row[2]!r}")
        else:
            wanted[row[0]].append(row[1:])
    for kind, rows in wanted.items():
        left = list(seen.rows[kind])
        for want in rows:
            found = next((row for row in left if fits(kind, want, row)), None)
            if found:
                left.remove(found)
            else:
                difference.append("  missing:    " + kind + " " + " ".join(want))
        if kind not in unchecked:
            difference += ["  unexpected: " + kind + " " + " ".join(row) for row in left if not optional(kind, row)]
    return difference


def audit(program, folder):
    source = next(folder.glob("input.*"))
    run = subprocess.run([program, "inspect", "--format", "jsonl", str(source)], capture_output=True, text=True, timeout=60)
    if run.returncode and not run.stdout:
        return [f"  exit {run.returncode}: {run.stderr.strip()}"]
    wanted, found = sections((folder / "expected.txt").read_text()), documents(run.stdout)
    if list(wanted) == [None]:
        wanted = {next(iter(found)): wanted[None]}
    if list(wanted) != list(found):
        return [f"  documents:  {list(found)}, not {list(wanted)}"]
    difference = []
    for fragment, rows in wanted.items():
        lines = compare(rows, Seen(found[fragment]))
        difference += [f"  at \"{fragment}\""] * bool(lines and len(wanted) > 1) + lines
    return difference


def main():
    program, names = sys.argv[1], sys.argv[2:]
    folders = [HERE / n for n in names] or sorted(p.parent for p in HERE.glob("*/expected.txt"))
    passed = failed = known = 0
    for folder in folders:
        difference = audit(program, folder)
        if folder.suffix == ".bug":
            known += 1
            if not difference:
                failed += 1
                print(f"{folder.name}: passes; take .bug off its name")
        elif difference:
            failed += 1
            print(f"{folder.name}: {(folder / 'note').read_text().strip()}")
            print("\n".join(difference))
        else:
            passed += 1
    print(f"{passed} cases as expected, {failed} not, {known} known mistakes")
    return failed > 0


sys.exit(main())
