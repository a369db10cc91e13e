#!/usr/bin/env python3
"""bench.py WIREAUDIT STAGES PEAK MARKUP [FOLDER]: how fast, how much memory, and that neither grows out of proportion.

Prints and asserts nothing: machines differ, so ratios to wc and rg in the same run are given beside MB/s. Without a
FOLDER of text files, pages and XML the corpus is made of our own sentences, from a fixed seed."""
import pathlib
import random
import shutil
import statistics
import subprocess
import sys
import tempfile
import time

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
# A story in English first: text in no language the packs know would not be audited at all.
LEAD = "The council of Talin met late into the night to talk about the new pier, and the mayor said that it would be built.\n\n" * 20
HOSTILE = {
    "one long line": lambda n: "Two people were killed in the fire, police said on Monday. " * (n * 10_000_000 // 59),
    "quotation marks": lambda n: LEAD + '"we left" ' * (n * 50_000),
    "open quotations": lambda n: LEAD + "\u201cwe left " * (n * 100_000),
    "nested elements": lambda n: "<html><body>" + "<div>" * (n * 10_000) + "<p>Two died, police said.</p>" + "</div>" * (n * 10_000),
    "commas": lambda n: LEAD + "," * (n * 1_000_000),
    "said said said": lambda n: LEAD + "said " * (n * 200_000),
    "killed killed": lambda n: LEAD + "killed " * (n * 150_000),
    "(AP) (AP)": lambda n: LEAD + "(AP) " * (n * 200_000),
    "digits": lambda n: LEAD + "7" * (n * 1_000_000),
    "numbers": lambda n: LEAD + "12 " * (n * 300_000),
    "findings, one line": lambda n: LEAD + "Reuters reported, citing Xinhua, that 12 died. " * (n * 5_000),
    "marks": lambda n: LEAD + "".join(mark * (n * 100_000) for mark in ('"', '" ', "'", "`", "\u201d")),
    "A.A.A.": lambda n: LEAD + "A." * (n * 100_000) + "bcd",
    "told and told": lambda n: LEAD + "told Reuters and " * (n * 15_000),
    "said, stops": lambda n: LEAD + "he said " * (n * 30_000) + ". " * (n * 120_000),
    "short paragraphs": lambda n: LEAD + "Two died.\n\n" * (n * 50_000),
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


def markup_files(folder, given):
    """Pages and XML of every kind in the folder given; else of our own: pages with menus round the story, NITF and one feed."""
    if given:
        return [p for p in sorted(pathlib.Path(given).rglob("*")) if p.suffix in (".html", ".htm", ".xml", ".rss", ".atom", ".newsml")]
    rng = random.Random(1846)
    menu = "".join(f'<li class="menu-item"><a href="/{place}">{place}</a></li>' for place in PLACES * 8)
    items, files = [], []
    for i in range(100):
        paragraphs = "".join(f"<p>{line}</p>\n" for line in article(rng).strip().split("\n\n"))
        page = folder / f"page-{i}.html"
        page.write_text(f'<html lang="en"><body><nav><ul>{menu}</ul></nav><article>{paragraphs}</article><aside><ul>{menu}</ul></aside></body></html>')
        story = folder / f"story-{i}.xml"
        story.write_text(f'<?xml version="1.0"?>\n<nitf><body><body.content><block>{paragraphs}</block></body.content></body></nitf>')
        items.append(f"<item><title>No {i}</title><guid>{i}</guid><description><![CDATA[{paragraphs}]]></description></item>\n")
        files += [page, story]
    feed = folder / "feed.xml"
    feed.write_text(f'<?xml version="1.0"?>\n<rss version="2.0"><channel><language>en</language>{"".join(items)}</channel></rss>')
    return [*files, feed]


def vocabulary(stages, folder):
    """The words and names the packs look for, one a line, for rg to look for the same."""
    words = sorted(set(subprocess.run([stages, "--words"], capture_output=True, text=True, check=True).stdout.split("\n")) - {""})
    path = folder / "vocabulary"
    path.write_text("\n".join(words) + "\n")
    return path, len(words)


class Run:
    """One run: seconds, seconds of processor, peak KiB; `ok` is false when it broke or took more than a minute."""

    def __init__(self, command):
        out = subprocess.run([sys.argv[3], *map(str, command)], capture_output=True, text=True, check=True).stdout.split()
        self.seconds, self.cpu, self.peak, self.ok = float(out[0]), float(out[1]), int(out[2]), out[3] in ("0", "1")


def median(command, rounds=ROUNDS):
    """The run in the middle by processor time; None when none was well."""
    runs = sorted((r for r in (Run(command) for _ in range(rounds)) if r.ok), key=lambda r: r.cpu)
    return runs[len(runs) // 2] if runs else None


def whole_job(program, stages, folder, big, part):
    megabytes = {path: path.stat().st_size / 1e6 for path in (big, part)}
    words, literals = vocabulary(stages, folder)
    rg = f"rg, {literals} literals"
    print(f"one file of {megabytes[big]:.1f} MB, median of {ROUNDS} by processor time (rg: {megabytes[part]:.1f} MB of it)")
    commands = {"inspect": [program, "inspect", "--format", "jsonl", big], "lint": [program, "lint", big], "wc -w": ["wc", "-w", big]}
    if shutil.which("rg"):
        commands[rg] = ["rg", "-c", "-i", "-w", "-F", "-f", words, part]
    speed = {}
    for name, command in commands.items():
        result = median(command, 1 if name == rg else ROUNDS)
        if not result:
            print(f"  {name:22} failed")
            continue
        size = megabytes[part if name == rg else big]
        speed[name] = size / result.cpu
        print(f"  {name:22} {speed[name]:8.2f} MB/s of processor, {size / result.seconds:8.2f} MB/s of time, peak {result.peak / 1024:6.1f} MiB")
    for name in ("wc -w", rg):
        if {name, "inspect", "lint"} <= set(speed):
            print(f"  to {name}: inspect {speed['inspect'] / speed[name]:.2f}x as fast, lint {speed['lint'] / speed[name]:.2f}x")


def many_files(program, many):
    total = sum(p.stat().st_size for p in many.iterdir()) / 1e6
    print(f"{len(list(many.iterdir()))} files of {total:.1f} MB")
    pairs = []
    for _ in range(ROUNDS):
        one, two = (Run([program, "inspect", "--format", "jsonl", "-j", threads, many]) for threads in (1, 2))
        if one.ok and two.ok:
            pairs.append((one, two))
    if not pairs:
        print("  failed")
        return
    one, two = (statistics.median(pair[i].seconds for pair in pairs) for i in (0, 1))
    print(f"  -j 1 {total / one:8.1f} MB/s, peak {max(p[0].peak for p in pairs) / 1024:.1f} MiB")
    print(f"  -j 2 {total / two:8.1f} MB/s, peak {max(p[1].peak for p in pairs) / 1024:.1f} MiB")
    print(f"  two threads / one: {statistics.median(a.seconds / b.seconds for a, b in pairs):.2f}x, median of {len(pairs)}")


def memory(program, folder, big):
    text = big.read_text()
    print("peak memory by input")
    for times in (1, 10):
        path = folder / "sized.txt"
        path.write_text(text[: 800_000 * times])
        result = Run([program, "inspect", "--format", "jsonl", path])
        print(f"  {path.stat().st_size / 1e6:5.1f} MB  " + (f"{result.peak / 1024:6.1f} MiB" if result.ok else "failed"))


def hostile(program, folder):
    print("hostile input: seconds of processor at 1x and 4x, their ratio, peak memory at 4x")
    for name, make in HOSTILE.items():
        runs = []
        for times in (1, 4):
            path = folder / ("hostile.html" if name.startswith("nested") else "hostile.txt")
            path.write_text(make(times))
            runs.append(Run([program, "lint", path]))
            if not runs[-1].ok:
                break
        if all(r.ok for r in runs):
            print(f"  {name:16} {runs[0].cpu:7.3f} {runs[1].cpu:7.3f}  {runs[1].cpu / runs[0].cpu:5.2f}x  {runs[1].peak / 1024:6.1f} MiB", flush=True)
        else:
            print(f"  {name:16} failed, or more than a minute", flush=True)


def main():
    program, stages, _, markup = sys.argv[1:5]
    given = sys.argv[5] if len(sys.argv) > 5 else None
    with tempfile.TemporaryDirectory() as name:
        folder = pathlib.Path(name)
        big, many = corpus(folder, given)
        part = folder / "part.txt"
        part.write_text(big.read_text()[:200_000])
        print("stages, best of 5 by processor time, one thread", flush=True)
        subprocess.run([stages, big], check=False)
        short = folder / "short.txt"
        short.write_text("Nothing happened.\n")
        starts = [Run([program, "lint", short]) for _ in range(20)]
        print(f"start-up: {min(r.seconds for r in starts) * 1000:.1f} ms, {min(r.cpu for r in starts) * 1000:.1f} ms of processor", flush=True)
        whole_job(program, stages, folder, big, part)
        many_files(program, many)
        print("markup, beside libxml2 on the same files", flush=True)
        subprocess.run([markup, *markup_files(folder, given)], check=False)
        memory(program, folder, big)
        hostile(program, folder)


main()
