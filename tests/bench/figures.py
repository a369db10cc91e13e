#!/usr/bin/env python3
"""figures.py --data FOLDER [--split dev] [--bin build/wireaudit] [-- OPTIONS OF inspect]: who answers for figures.

FOLDER is a copy of PolNeAR (text/ and attributions/ of each split, in brat's format); the corpus is not part of this tree.
Of the sentences that hold a percentage, an amount of money or millions and billions, which are unattributed? Gold: no
content of the corpus reaches one of the figures. The program: no content of its attributions does. Precision, recall and F1
of "unattributed" are printed, over all such sentences and by what they hold; the last line asks the same of the sentence as
a whole, in which somebody may be credited for something else. --errors FILE writes the sentences it gets wrong."""
import argparse
import collections
import glob
import html
import json
import os
import re
import subprocess
import sys
import tempfile

KINDS = {
    "percentage": re.compile(r"\d\s*(%|per ?cent\b)|\bpercentage points?\b|\bper ?cent\b", re.I),
    "money": re.compile(r"[$£€¥]\s*\d|\b\d[\d,.]*\s*(million |billion |trillion )?(dollars?|euros?|pounds?|cents)\b", re.I),
    "million or billion": re.compile(r"\b(million|billion|trillion)s?\b|\d\s?(bn|mn)\b", re.I),
}
SENTENCE_END = re.compile(r"[.!?][\"'\u201d\u2019)]*\s+(?=[\"'\u201c\u2018(]?[A-Z0-9])")
ABBREVIATION = re.compile(r"\b(?:Mr|Mrs|Ms|Dr|Sen|Rep|Gov|Gen|Lt|Col|Sgt|Jr|Sr|St|vs|No|U\.S|[A-Z])\.$")


def paragraphs(text):
    """Each line with its white space squeezed, and where each of its characters stands in the text."""
    for line in re.finditer(r"[^\n]+", text):
        at, out = [], []
        for k, c in enumerate(line.group()):
            if c.isspace() and (not out or out[-1] == " "):
                continue
            out.append(" " if c.isspace() else c)
            at.append(line.start() + k)
        words = "".join(out).rstrip()
        if words:
            yield at[:len(words)] + [at[len(words) - 1] + 1], words


def sentences(words):
    start = 0
    for end in [m.end() for m in SENTENCE_END.finditer(words) if not ABBREVIATION.search(words[:m.start() + 1])] + [len(words)]:
        yield start, end
        start = end


def contents(path):
    """The spans of the corpus's contents."""
    for line in open(path, encoding="utf8"):
        fields = line.rstrip("\n").split("\t")
        if len(fields) > 1 and fields[0].startswith("T") and fields[1].startswith("Content "):
            for span in fields[1].split(" ", 1)[1].split(";"):
                yield tuple(map(int, span.split()))


def inspect(binary, options, files):
    rows = collections.defaultdict(list)
    for i in range(0, len(files), 100):
        run = subprocess.run([binary, "inspect", "--format", "jsonl", *options, *files[i:i + 100]], capture_output=True, check=False)
        if run.returncode not in (0, 1):
            sys.exit(run.stderr.decode(errors="replace"))
        for line in run.stdout.splitlines():
            row = json.loads(line)
            if row["type"] == "document":
                name = os.path.basename(row["uri"])
            rows[name].append(row)
    return rows


def reaches(spans, start, end):
    return any(min(end, e) > max(start, s) for s, e in spans)


def figures(counts):
    tp, fp, fn, tn = (counts[k] for k in ((1, 1), (0, 1), (1, 0), (0, 0)))
    precision, recall = tp / max(1, tp + fp), tp / max(1, tp + fn)
    return "P %.3f  R %.3f  F1 %.3f  (%d sentences, %d unattributed)" % (
        precision, recall, 2 * precision * recall / max(1e-9, precision + recall), tp + fp + fn + tn, tp + fn)


def main():
    arguments = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    arguments.add_argument("--data", required=True)
    arguments.add_argument("--split", default="dev")
    arguments.add_argument("--bin", default="build/wireaudit")
    arguments.add_argument("--errors")
    arguments.add_argument("options", nargs="*", help="given to inspect, behind --")
    given = arguments.parse_args()
    texts = sorted(glob.glob(os.path.join(given.data, given.split, "text", "*.txt")))
    if not texts:
        sys.exit(f"figures.py: no PolNeAR in {given.data}: {os.path.join(given.data, given.split, 'text')} has no texts")
    all_counts, whole, by_kind, errors = collections.Counter(), collections.Counter(), {k: collections.Counter() for k in KINDS}, []
    with tempfile.TemporaryDirectory() as folder:
        known, files = {}, []
        for path in texts:
            name = os.path.basename(path)[:-4]
            text = open(path, encoding="utf8").read()
            known[name + ".html"] = (text, list(paragraphs(text)), name)
            files.append(os.path.join(folder, name + ".html"))
            with open(files[-1], "w", encoding="utf8") as out:
                out.write('<!doctype html><html lang="en"><head><meta charset="utf-8"><title>-</title></head><body><article>')
                out.writelines("<p>%s</p>\n" % html.escape(words, quote=False) for _, words in known[name + ".html"][1])
                out.write("</article></body></html>\n")
        rows = inspect(given.bin, given.options, files)
    for name, (text, paras, stem) in known.items():
        annotation = sorted(glob.glob(os.path.join(given.data, given.split, "attributions", stem + "_*.ann")))
        gold, free, at, got = list(contents(annotation[0])), collections.defaultdict(list), {}, []
        for place, words in paras:
            free[words].append(place)
        for row in rows[name]:
            if row["type"] == "paragraph" and free[row["text"]]:
                at[row["para"]] = (free[row["text"]].pop(0), row["text"].encode())
        for row in rows[name]:
            for part in row.get("content", []) if row["type"] == "attribution" else []:
                if part["para"] in at:
                    place, raw = at[part["para"]]
                    start, end = (len(raw[:b].decode(errors="replace")) for b in part["span"])
                    got.append((place[start], place[min(end, len(place) - 1)]))
        for place, words in paras:
            for start, end in sentences(words):
                found = [(k, place[start + m.start()], place[start + m.end() - 1] + 1)
                         for k, pattern in KINDS.items() for m in pattern.finditer(words[start:end])]
                if not found:
                    continue
                span = place[start], place[end - 1] + 1
                whole[tuple(int(not reaches(spans, *span)) for spans in (gold, got))] += 1
                key = tuple(int(not any(reaches(spans, b, e) for _, b, e in found)) for spans in (gold, got))
                all_counts[key] += 1
                for kind in {k for k, _, _ in found}:
                    by_kind[kind][key] += 1
                if key[0] != key[1]:
                    errors.append(("should be attributed" if key[1] else "should be unattributed", stem, text[span[0]:span[1]].replace("\n", " ")))
    print(f"{len(known)} documents; sentences with a figure, unattributed: {figures(all_counts)}")
    for kind, counts in by_kind.items():
        print(f"  {kind:20} {figures(counts)}")
    print(f"  {'the whole sentence':20} {figures(whole)}")
    if given.errors:
        with open(given.errors, "w", encoding="utf8") as out:
            out.writelines("\t".join(e) + "\n" for e in errors)


if __name__ == "__main__":
    main()
