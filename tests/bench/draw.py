#!/usr/bin/env python3
"""draw.py --data FILE.jsonl... [--seed 20261125] [--count 200] [--level error] [--bin build/wireaudit]: findings to be judged.

Audits the items of the files (one JSON object a line with title and text), draws findings at random and prints each with
its paragraphs, so that somebody can read them and say which are right.."""
import argparse
import collections
import html
import json
import os
import random
import subprocess
import sys
import tempfile


BEFORE, AFTER = 400, 240  # characters shown around what was found


def items(paths):
    for path in paths:
        for line in open(path, encoding="utf8"):
            yield json.loads(line)


def write_item(path, item):
    with open(path, "w", encoding="utf8") as out:
        title = html.escape(item.get("title") or "Untitled")
        out.write(f'<!doctype html><html lang="en"><head><meta charset="utf-8"><title>{title}</title></head><body><article><h1>{title}</h1>')
        out.writelines(f"<p>{html.escape(line)}</p>\n" for line in item["text"].split("\n") if line.strip())
        out.write("</article></body></html>\n")


def findings(binary, files):
    for i in range(0, len(files), 200):
        run = subprocess.run([binary, "inspect", "--format", "jsonl", *files[i:i + 200]], capture_output=True, check=False)
        if run.returncode not in (0, 1):
            sys.exit(run.stderr.decode(errors="replace"))
        texts = {}
        for line in run.stdout.splitlines():
            row = json.loads(line)
            if row["type"] == "document":
                texts, name = {}, os.path.basename(row["uri"])[:-5]
            elif row["type"] == "paragraph":
                texts[row["para"]] = row["text"]
            elif row["type"] == "finding" and row["level"] != "note" and not row.get("suppressed"):
                yield name, row, texts


def show(number, name, row, texts):
    print(f'{number:3}  {row["level"]} {row["rule"]} {row["name"]}  ({name}, paragraph {row["para"]})')
    if row["para"] is not None:
        raw = texts[row["para"]].encode()
        start, end = row["span"]
        before, found, after = (part.decode(errors="replace") for part in (raw[:start], raw[start:end], raw[end:]))
        marked = before[-BEFORE:] + ">>>" + found + "<<<" + after[:AFTER]
        around = [texts.get(row["para"] - 1), marked, texts.get(row["para"] + 1)] if row["para"] else [marked, texts.get(1)]
        for text in filter(None, around):
            print("     " + text[:BEFORE + AFTER])
    print("     = " + row["message"])


def main():
    arguments = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    arguments.add_argument("--data", nargs="+", required=True)
    arguments.add_argument("--seed", type=int, default=20261125)
    arguments.add_argument("--count", type=int, default=200)
    arguments.add_argument("--level", choices=["error", "warning"])
    arguments.add_argument("--bin", default="build/wireaudit")
    given = arguments.parse_args()
    for path in given.data:
        if not os.path.exists(path):
            sys.exit(f"draw.py: no such file: {path}")
    with tempfile.TemporaryDirectory() as folder:
        files = []
        for number, item in enumerate(items(given.data)):
            files.append(os.path.join(folder, f"{number:05}.html"))
            write_item(files[-1], item)
        found = [f for f in findings(given.bin, files) if not given.level or f[1]["level"] == given.level]
    counts = collections.Counter((row["level"], row["rule"], row["name"]) for _, row, _ in found)
    print(f"{len(files)} items, {len(found)} findings; seed {given.seed}")
    for (level, rule, name), count in sorted(counts.items()):
        print(f"  {count:5} {level} {rule} {name}")
    for number, finding in enumerate(random.Random(given.seed).sample(found, min(given.count, len(found))), 1):
        show(number, *finding)


if __name__ == "__main__":
    main()
