#!/usr/bin/env python3
"""questions.py: the questions of src/store/README.md have answers, asked of a small record."""
import pathlib
import re
import sqlite3
import sys

TOP = pathlib.Path(__file__).resolve().parents[2]
record = sqlite3.connect(":memory:")
record.executescript((TOP / "tests/store/version1.sql").read_text())
for migration in sorted((TOP / "src/store/migrations").glob("*.sql"))[1:]:
    record.executescript(migration.read_text())

questions = re.findall(r"^```sql\n(.*?)^```", (TOP / "src/store/README.md").read_text(), re.S | re.M)
bad = 0 if len(questions) >= 5 else 1
for question in questions:
    answers = record.execute(question).fetchall()
    if not answers:
        print("no answer to:", question)
        bad += 1
sys.exit(bad)
