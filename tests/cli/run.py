#!/usr/bin/env python3
"""run.py WIREAUDIT FILE.test ...: runs commands in an empty folder and compares what they print and return.

A test file is made of sections, each begun by a line "=== WORD ...":
  === file NAME          the lines that follow are that file's
  === sh                 the lines that follow are run by sh, to set the scene
  === run ARGUMENTS      runs wireaudit with them (as a shell would split them); what follows is about this run:
  === pipe COMMAND       the same for a shell command, in which wireaudit stands for the program ("$WIREAUDIT" for its path)
  === stdin              its input (none when left out)
  === env NAME=VALUE     for this run
  === stdout             all it must print; left out, it must print nothing
  === stdout has         lines that must be among what it prints (each a part of some line); "! " before one: must not
  === stderr, === stderr has   the same of standard error
  === exit N             0 when left out
  === skip root          leaves the run out where permissions do not bind, as for root
  === # WORDS            says what the sections below are about
The folder's path is shown as $HERE, seconds as N s. A line "\\" in a section stands for an empty last line."""
import os
import pathlib
import re
import shlex
import subprocess
import sys
import tempfile

PER_RUN = ("stdin", "env", "stdout", "stderr", "exit", "skip")


def sections(path):
    found = []
    for number, line in enumerate(path.read_text().splitlines(), 1):
        if line.startswith("=== "):
            word, _, rest = line[4:].partition(" ")
            found.append([word, rest.strip(), [], number])
        elif found:
            found[-1][2].append(line)
        elif line:
            sys.exit(f"{path}:{number}: a section should begin here")
    for section in found:
        while section[2] and not section[2][-1]:
            section[2].pop()
    return found


def text(lines):
    return "".join(("" if line == "\\" else line) + "\n" for line in lines)


class Run:
    def __init__(self, section):
        self.word, self.line, _, self.number = section
        self.parts = {}

    def add(self, section):
        self.parts.setdefault(section[0], []).append(section)

    def command(self, program):
        return ["sh", "-c", f'wireaudit() {{ "$WIREAUDIT" "$@"; }}\n{self.line}'] if self.word == "pipe" else [program, *shlex.split(self.line)]

    def go(self, program, folder):
        if self.parts.get("skip") and os.geteuid() == 0:
            return []
        environment = {k: v for k, v in os.environ.items() if k not in ("NO_COLOR", "TERM", "LINES", "COLUMNS")}
        environment["WIREAUDIT"] = program
        for _, rest, _, _ in self.parts.get("env", []):
            name, _, value = rest.partition("=")
            environment[name] = value
        given = "".join(text(lines) for _, _, lines, _ in self.parts.get("stdin", []))
        done = subprocess.run(self.command(program), cwd=folder, input=given.encode(), capture_output=True, env=environment, timeout=120)
        wanted = int(self.parts["exit"][0][1]) if "exit" in self.parts else 0
        faults = [] if done.returncode == wanted else [f"exit {done.returncode}, wanted {wanted}"]
        for name, got in (("stdout", done.stdout), ("stderr", done.stderr)):
            faults += self.compare(name, show(got, folder))
        if faults:
            faults += [f"  {name}| {line}" for name, got in (("out", done.stdout), ("err", done.stderr)) for line in show(got, folder).splitlines()[:60]]
        return faults

    def compare(self, name, got):
        faults = []
        if name not in self.parts:
            return [f"{name} should be empty"] if got else []
        for _, how, lines, _ in self.parts[name]:
            if how != "has":
                faults += [] if got == text(lines) else [f"{name} differs; wanted"] + [f"  | {line}" for line in lines]
                continue
            for line in lines:
                unwanted, part = line.startswith("! "), line.removeprefix("! ")
                if any(part in shown for shown in got.splitlines()) == unwanted:
                    faults.append(f"{name} {'has' if unwanted else 'has not'} {part!r}")
        return faults


def show(output, folder):
    output = output.decode(errors="backslashreplace").replace(str(folder), "$HERE")
    return re.sub(r"\b\d+\.\d s\b", "N s", output)


def check(program, path):
    faults, run = [], None
    with tempfile.TemporaryDirectory() as name:
        folder = pathlib.Path(name).resolve()

        def finish():
            nonlocal run
            if run:
                faults.extend(f"{path.name}:{run.number}: {run.word} {run.line}: {fault}" for fault in run.go(program, folder))
            run = None

        for section in sections(path):
            word, rest, lines, number = section
            if word in PER_RUN and run:
                run.add(section)
                continue
            finish()
            if word == "#":
                continue
            if word in ("run", "pipe"):
                run = Run(section)
            elif word == "file":
                (folder / rest).parent.mkdir(parents=True, exist_ok=True)
                (folder / rest).write_text(text(lines))
            elif word == "sh":
                subprocess.run(["sh", "-e", "-c", text(lines)], cwd=folder, check=True)
            else:
                sys.exit(f"{path}:{number}: no section is called {word}")
        finish()
        subprocess.run(["chmod", "-R", "u+rwX", folder], check=False, stderr=subprocess.DEVNULL)
    return faults


def main():
    program = str(pathlib.Path(sys.argv[1]).resolve())
    faults = [fault for path in sys.argv[2:] for fault in check(program, pathlib.Path(path))]
    print("\n".join(faults) or "ok")
    return bool(faults)


sys.exit(main())
