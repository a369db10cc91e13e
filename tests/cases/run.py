#!/usr/bin/env python3
"""run.py WIREAUDIT [CASE...]: audits every case and compares it with what its expected.txt says.

A case is a folder with input.txt or input.html, expected.txt, and a note saying what it is about. Lines of
expected.txt, one a row, each list complete (attitudes, money and notes not listed are let pass):

    mention PARA AGENCY ROLE
    attribution PARA "CUE" KIND "SOURCE" [= "RESOLVED"]
    claim PARA TYPE COUNT STATE "WORDS"         COUNT is 12, 20..30, ..240 or -; the span must share most of WORDS
    finding PARA RULE LEVEL                     LEVEL is "suppressed" for one set aside in the copy
    unchecked attributions                      or mentions, claims, findings: says nothing about these rows

PARA is a number or *; ROLE, KIND and STATE may be several joined by |; an exempt state may name its reason
("exempt:record"). A folder whose name ends in .bug holds a known mistake of the engine: it must fail, and is
reported when it passes."""
import json
import pathlib
import re
import subprocess
import sys

HERE = pathlib.Path(__file__).resolve().parent
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


class Seen:
    """The rows of one audit, in the words of expected.txt."""

    def __init__(self, lines):
        rows = [json.loads(line) for line in lines.splitlines()]
        texts = {r["para"]: r["text"] for r in rows if r["type"] == "paragraph"}
        self.rows = {"mention": [], "attribution": [], "claim": [], "finding": []}
        for r in rows:
            kind = r["type"]
            if kind == "mention":
                row = [r["para"], r["agency"], r["role"]]
            elif kind == "attribution" and r["mode"] != "attitude":
                source = cut(texts, r.get("source_para", r["para"]), r["source"])
                row = [r["para"], cut(texts, r["para"], r["cue"]), r["kind"], source]
                row += ["=", r["resolved"]] if r["resolved"] and r["kind"] == "pronoun" else []
            elif kind == "claim":
                state = r["state"] + (":" + r["reason"] if r["reason"] else "")
                row = [r["para"], r["claim"], number(r), state, cut(texts, r["para"], r["span"])]
            elif kind == "finding":
                row = [r["para"], r["rule"], "suppressed" if r.get("suppressed") else r["level"]]
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
    return want[1] == row[1] and one_of(want[2], row[2])


def optional(kind, row):
    return (kind == "claim" and row[1] == "money") or (kind == "finding" and row[2] == "note")


def compare(expected, seen):
    """Lines of a readable difference, none when they agree."""
    wanted = {"mention": [], "attribution": [], "claim": [], "finding": []}
    unchecked = set()
    for line in expected.splitlines():
        row = words(line)
        if row and row[0] == "unchecked":
            unchecked.add(row[1].rstrip("s"))
        elif row:
            wanted[row[0]].append(row[1:])
    difference = []
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
    if run.returncode not in (0, 1):
        return [f"  exit {run.returncode}: {run.stderr.strip()}"]
    return compare((folder / "expected.txt").read_text(), Seen(run.stdout))


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
