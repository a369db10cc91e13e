#!/usr/bin/env python3
"""killed.py WIREAUDIT: scans killed at ten moments, each of which must leave a sound database, and one scan after them
that must leave the rows of a scan nobody disturbed."""
import csv
import pathlib
import random
import signal
import sqlite3
import subprocess
import sys
import tempfile
import time

FILES, KILLS = 300, 10


def write_copy(folder, rng):
    folder.mkdir()
    for i in range(FILES):
        paragraphs = [f"{rng.randint(2, 90)} people were killed in fire {i} on Monday, police said." for _ in range(rng.randint(1, 12))]
        (folder / f"{i}.txt").write_text("\n\n".join(paragraphs) + "\n")


def rows(program, database, folder):
    folder.mkdir()
    subprocess.run([program, "export", "-q", "--db", database, "--format", "csv", "-o", folder], check=True)
    tables = {}
    for path in folder.iterdir():
        with path.open(newline="") as lines:
            tables[path.name] = [{k: v for k, v in row.items() if k not in ("first_seen", "last_seen")} for row in csv.DictReader(lines)]
    return tables


def is_sound(database):
    with sqlite3.connect(database) as connection:
        return connection.execute("PRAGMA integrity_check").fetchone() == ("ok",)


def main():
    program, rng = str(pathlib.Path(sys.argv[1]).resolve()), random.Random(7)
    with tempfile.TemporaryDirectory() as name:
        top = pathlib.Path(name)
        write_copy(top / "copy", rng)
        whole, killed = top / "whole.db", top / "killed.db"
        start = time.monotonic()
        subprocess.run([program, "scan", "-q", "--db", whole, top / "copy"], check=True)
        took = time.monotonic() - start
        dead = 0
        for i in range(KILLS):
            scan = subprocess.Popen([program, "scan", "-q", "-j", str(1 + i % 2), "--db", killed, top / "copy"])
            time.sleep(rng.random() * took / 2)
            scan.send_signal(signal.SIGKILL)
            dead += scan.wait() == -signal.SIGKILL
            if killed.exists() and not is_sound(killed):
                print(f"kill {i}: the database is damaged")
                return 1
        subprocess.run([program, "scan", "-q", "--db", killed, top / "copy"], check=True)
        if rows(program, killed, top / "b") != rows(program, whole, top / "a"):
            print("the rows differ from those of a scan nobody disturbed")
            return 1
        print(f"{dead} scans killed")
        return 0 if is_sound(killed) else 1


sys.exit(main())
