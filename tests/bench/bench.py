#!/usr/bin/env python3
"""bench.py WIREAUDIT STAGES PEAK [FOLDER]: how fast, how much memory, and that neither grows out of proportion.

Prints and asserts nothing: machines differ, so ratios to wc and rg in the same run are given beside MB/s. Without a
FOLDER of text files the corpus is made of our own sentences, from a fixed seed."""
import pathlib
import random
import re
import shutil
import statistics
import subprocess
import sys
import tempfile
import time

TOP = pathlib.Path(__file__).resolve().parents[2]
CORPUS_BYTES, FILES, ROUNDS = 8_000_000, 2000, 5
PLACES = "Orvost Talin Marlow Hale Brod Sarn Kesmark Lowen Dunmere Tarn".split()
PEOPLE = ["Petra Holub", "Olaf Brandt", "Ana Reis", "Jan Koval", "Gen. Witold Marek", "Marta Lindqvist", "J. K. Marsh"]
BODIES = ["police", "the army", "the coast guard", "the health ministry", "a senior official", "local media", "Reuters", "the governor"]
SENTENCES = [
    "{N} people were killed in {P} on Monday when a bus left the road, {B} said.",
    "The council of {P} met late into the night to talk about the new pier and its price of {N} million crowns.",
    '"We had two hours to leave," said {H}, who has lived in {P} for {N} years.',
    "{H} told reporters that the harbour would stay closed until the ice had gone.",
    "A storm tore the roofs off {N} houses in {P}.",
    "The trains ran on time, the shops were open, and the schools of {P} went back to their lessons.",
    "About {N} soldiers were on their way to {P}, according to {B}.",
    "In {P}, prices of bread and coal rose by {N} percent in a year, a study by the university found.",
    "It is the third time this winter that the bridge near {P} has been shut.",
    "The minister, {H}, is expected to answer questions in parliament on Thursday.",
    "Rebels captured the town of {P}, {B} reported, citing officers who asked not to be named.",
    "He added that the fishermen of {P} wanted nothing but their boats.",
]
HOSTILE = {
    "one long line": lambda n: "Two people were killed in the fire, police said on Monday. " * (n * 10_000_000 // 59),
    "quotation marks": lambda n: '"we left" ' * (n * 50_000),
    "nested elements": lambda n: "<html><body>" + "<div>" * (n * 10_000) + "<p>Two died, police said.</p>" + "</div>" * (n * 10_000),
    "commas": lambda n: "," * (n * 1_000_000),
    "said said said": lambda n: "said " * (n * 200_000),
    "killed killed": lambda n: "killed " * (n * 150_000),
    "(AP) (AP)": lambda n: "(AP) " * (n * 200_000),
    "digits": lambda n: "7" * (n * 1_000_000),
    "numbers": lambda n: "12 " * (n * 300_000),
}


def article(rng):
    def sentence():
        return rng.choice(SENTENCES).format(N=rng.randint(2, 90), P=rng.choice(PLACES), H=rng.choice(PEOPLE), B=rng.choice(BODIES))

    paragraphs = [f"{rng.choice(PLACES).upper()} (Reuters) - " + sentence()]
    paragraphs += [" ".join(sentence() for _ in range(rng.randint(1, 4))) for _ in range(rng.randint(8, 24))]
    return "\n\n".join(paragraphs) + "\n"


def corpus(folder, given):
    """One big file and FILES small ones of the same text."""
    rng = random.Random(1846)
    if given:
        texts = [p.read_text(errors="replace") for p in sorted(pathlib.Path(given).rglob("*.txt"))]
    else:
        texts = [article(rng) for _ in range(FILES)]
    whole, size = [], 0
    while size < CORPUS_BYTES:
        for text in texts:
            whole.append(text)
            size += len(text)
    big = folder / "big.txt"
    big.write_text("\n\n".join(whole))
    many = folder / "many"
    many.mkdir()
    for i, text in enumerate(texts[:FILES]):
        (many / f"{i:05}.txt").write_text(text)
    return big, many


def vocabulary(folder):
    """The literals of the packs, one a line, for rg to look for."""
    words = set()
    for path in (TOP / "src/packs").rglob("*.yaml"):
        if path.name == "rules.yaml":
            continue
        for line in path.read_text().splitlines():
            line = re.sub(r"(^|\s)#.*", "", line)
            words.update(w for w in re.findall(r"[A-Za-z][A-Za-z'-]+", line.split(":", 1)[-1]) if len(w) > 1)
    for line in (TOP / "src/packs/agencies/agencies.tsv").read_text().splitlines()[1:]:
        if "\t" in line and not line.startswith("#"):
            words.update(a.lstrip("?") for a in line.split("\t")[2].split("|") if a.isascii())
    path = folder / "vocabulary"
    path.write_text("\n".join(sorted(w for w in words if w)) + "\n")
    return path, len(words)


def run(command):
    """Seconds and peak KiB of one run; None when it broke."""
    out = subprocess.run([sys.argv[3], *map(str, command)], capture_output=True, text=True, check=True).stdout
    seconds, peak, status = out.split()
    return (float(seconds), int(peak)) if status in ("0", "1") else None


def median(command, rounds=ROUNDS):
    runs = [r for r in (run(command) for _ in range(rounds)) if r]
    return (statistics.median(t for t, _ in runs), max(m for _, m in runs)) if runs else None


def whole_job(program, folder, big, many):
    megabytes = big.stat().st_size / 1e6
    times = {}
    words, literals = vocabulary(folder)
    print(f"one file of {megabytes:.1f} MB, median of {ROUNDS}")
    commands = {"inspect": [program, "inspect", "--format", "jsonl", big], "lint": [program, "lint", big], "wc -w": ["wc", "-w", big]}
    if shutil.which("rg"):
        commands[f"rg, {literals} literals"] = ["rg", "-c", "-i", "-w", "-F", "-f", words, big]
    for name, command in commands.items():
        result = median(command, 1 if name.startswith("rg") else ROUNDS)  # rg takes half a minute
        times[name] = result and result[0]
        print(f"  {name:22} " + (f"{megabytes / result[0]:8.1f} MB/s  peak {result[1] / 1024:6.1f} MiB" if result else "failed"))
    for name, seconds in times.items():
        if name.startswith(("wc", "rg")) and seconds and times["inspect"] and times["lint"]:
            print(f"  inspect / {name}: {seconds / times['inspect']:.2f}x as fast, lint: {seconds / times['lint']:.2f}x")
    total = sum(p.stat().st_size for p in many.iterdir()) / 1e6
    print(f"{len(list(many.iterdir()))} files of {total:.1f} MB")
    seconds = {}
    for threads in (1, 2):
        result = median([program, "inspect", "--format", "jsonl", "-j", threads, many])
        if result:
            seconds[threads] = result[0]
            print(f"  -j {threads}   {total / result[0]:8.1f} MB/s  peak {result[1] / 1024:6.1f} MiB")
        else:
            print(f"  -j {threads}   failed")
    if len(seconds) == 2:
        print(f"  two threads / one: {seconds[1] / seconds[2]:.2f}x")


def memory(program, folder, big):
    text = big.read_text()
    print("peak memory by input")
    for times in (1, 10):
        path = folder / "sized.txt"
        path.write_text(text[: 800_000 * times])
        result = run([program, "inspect", "--format", "jsonl", path])
        print(f"  {path.stat().st_size / 1e6:5.1f} MB  " + (f"{result[1] / 1024:6.1f} MiB" if result else "failed"))


def hostile(program, folder):
    print("hostile input: seconds at 1x and 4x, and their ratio")
    for name, make in HOSTILE.items():
        seconds = []
        for times in (1, 4):
            path = folder / ("hostile.html" if name.startswith("nested") else "hostile.txt")
            path.write_text(make(times))
            result = min(filter(None, (run([program, "lint", path]) for _ in range(2))), default=None)
            seconds.append(result and result[0])
        if all(seconds):
            print(f"  {name:16} {seconds[0]:7.3f} {seconds[1]:7.3f}  {seconds[1] / seconds[0]:5.2f}x")
        else:
            print(f"  {name:16} failed")


def main():
    program, stages = sys.argv[1:3]
    with tempfile.TemporaryDirectory() as name:
        folder = pathlib.Path(name)
        big, many = corpus(folder, sys.argv[4] if len(sys.argv) > 4 else None)
        print("stages, best of 5, one thread", flush=True)
        subprocess.run([stages, big], check=False)
        empty = folder / "short.txt"
        empty.write_text("Nothing happened.\n")
        result = median([program, "lint", empty])
        print("start-up: " + (f"{result[0] * 1000:.1f} ms" if result else "failed"))
        whole_job(program, folder, big, many)
        memory(program, folder, big)
        hostile(program, folder)


main()
