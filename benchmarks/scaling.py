"""What many reports cost: growing input in one worker, and the same input in more workers; a table and a plot.

    python benchmarks/scaling.py [--counts 1000,10000,100000] [--workers 0,1,2] [--write]

Reports are short (two sentences, one report in ten about politics; see `speed.py`). Each run is `sayso code` in a process of its own.
`--write` puts the table into docs/performance.md and the plot beside it. The clock means little on a busy machine, so processor time is
given with it, also that of the busiest process: the clock can't be quicker than that.
"""

import argparse
import json
import os
import resource
import subprocess
import sys
import tempfile
import time
from dataclasses import asdict, dataclass
from importlib import import_module
from pathlib import Path
from random import Random
from typing import Any

from sayso.cli.main import app

SPEED: Any = import_module("speed")  # beside this file
HERE = Path(__file__).parent
DOCS = HERE.parent / "docs"
BEGIN, END = "<!-- scaling -->", "<!-- /scaling -->"
SENTENCES = 2
BUSY = 0.5  # load above which the clock is not to be trusted
WIDTH, HEIGHT, EDGE = 620, 260, 50


@dataclass(frozen=True, slots=True)
class Run:
    """One run: seconds by the clock; processor seconds of the process that reads and writes, and of all others.

    `memory` is that of the largest process, in MB; `load` that of the machine before.
    """

    reports: int
    words: int
    workers: int
    seconds: float
    main: float
    others: float
    memory: float
    load: float

    @property
    def longest(self) -> float:
        """Processor seconds of the busiest process, if all workers do the same."""
        return max(self.main, self.others / self.workers) if self.workers else self.main + self.others


def write_reports(path: Path, count: int) -> int:
    """A file of short reports; how many words are in it."""
    chance = Random(2)
    told, background = SPEED.told(), SPEED.background()
    words = 0
    with path.open("w", encoding="utf-8") as file:
        for number in range(count):
            text = " ".join(chance.choice(background if number % 10 else told).rstrip(".") + "." for _ in range(SENTENCES))
            words += len(text.split())
            file.write(json.dumps({"id": str(number), "text": text, "published": "2025-12-04"}) + "\n")
    return words


def measured(reports: Path, count: int, words: int, workers: int) -> Run:
    """A run in a process of its own."""
    load = os.getloadavg()[0]
    args = [sys.executable, __file__, "--one", str(reports), "--workers", str(workers)]
    done = subprocess.run(args, env={**os.environ, "OMP_NUM_THREADS": "1"}, capture_output=True, text=True, check=True)
    return Run(reports=count, words=words, workers=workers, load=round(load, 1), **json.loads(done.stdout))


def one(reports: str, workers: str) -> None:
    """Run `sayso code`, and print what it took."""
    begun = time.monotonic()
    with tempfile.TemporaryDirectory() as folder:
        try:
            app(["code", reports, "--quiet", "--workers", workers, "--out", f"{folder}/events.jsonl"])
        except SystemExit as end:
            if end.code:
                raise
    own, others = (resource.getrusage(who) for who in (resource.RUSAGE_SELF, resource.RUSAGE_CHILDREN))
    told = {
        "seconds": round(time.monotonic() - begun, 1),
        "main": round(own.ru_utime + own.ru_stime, 2),
        "others": round(others.ru_utime + others.ru_stime, 2),
        "memory": round(max(own.ru_maxrss, others.ru_maxrss) / 1024),
    }
    sys.stdout.write(json.dumps(told))


def table(runs: list[Run]) -> str:
    """The runs as a table in Markdown."""
    lines = [
        "| reports | words | workers | clock, s | processor, s: main | others | busiest | words/s of it | MB a process | load before |"
    ]
    lines += ["|--:|--:|--:|--:|--:|--:|--:|--:|--:|--:|"]
    for r in runs:
        cells = (
            f"{r.reports:,}",
            f"{r.words:,}",
            str(r.workers),
            f"{r.seconds:.1f}",
            f"{r.main:.1f}",
            f"{r.others:.1f}",
            f"{r.longest:.1f}",
        )
        lines.append(f"| {' | '.join(cells)} | {r.words / r.longest:,.0f} | {r.memory:.0f} | {r.load:.1f} |")
    return "\n".join(lines) + "\n"


def plot(runs: list[Run]) -> str:
    """Processor time by words in one worker, as SVG: linear if the points lie on the line from nothing to the last one."""
    grown = [run for run in runs if run.workers == 1]
    most, longest = max(r.words for r in grown), max(r.main + r.others for r in grown)
    place = [
        (EDGE + (WIDTH - 2 * EDGE) * r.words / most, HEIGHT - EDGE - (HEIGHT - 2 * EDGE) * (r.main + r.others) / longest) for r in grown
    ]
    dots = "".join(f'<circle cx="{x:.1f}" cy="{y:.1f}" r="4" fill="#1f6feb"/>' for x, y in place)
    x, y = place[-1]
    return (
        f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {WIDTH} {HEIGHT}" font-family="sans-serif" font-size="12">'
        f"<title>Processor time by size of input</title>"
        f'<path d="M{EDGE} {EDGE}V{HEIGHT - EDGE}H{WIDTH - EDGE}" fill="none" stroke="#666"/>'
        f'<path d="M{EDGE} {HEIGHT - EDGE}L{x:.1f} {y:.1f}" stroke="#bbb" stroke-dasharray="4"/>{dots}'
        f'<text x="{EDGE}" y="{EDGE - 12}">processor seconds, {longest:,.0f} at most</text>'
        f'<text x="{WIDTH - EDGE}" y="{HEIGHT - EDGE + 20}" text-anchor="end">'
        f"{most:,} words in {grown[-1].reports:,} reports</text></svg>\n"
    )


def put(runs: list[Run]) -> None:
    """Write table and plot into the documentation."""
    page = DOCS / "performance.md"
    before, rest = page.read_text(encoding="utf-8").split(BEGIN)
    after = rest.split(END)[1]
    page.write_text(f"{before}{BEGIN}\n{table(runs)}{END}{after}", encoding="utf-8")
    (DOCS / "scaling.svg").write_text(plot(runs), encoding="utf-8")


def main() -> None:
    """Measure, print, and write where it is asked for."""
    options = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    options.add_argument("--counts", default="1000,10000,100000")
    options.add_argument("--workers", default="0,1,2")
    options.add_argument("--write", action="store_true")
    options.add_argument("--one", help=argparse.SUPPRESS)
    given = options.parse_args()
    if given.one:
        one(given.one, given.workers)
        return
    counts, workers = [int(n) for n in given.counts.split(",")], [int(n) for n in given.workers.split(",")]
    middle = sorted(counts)[len(counts) // 2]
    runs = []
    with tempfile.TemporaryDirectory() as folder:
        for count in counts:
            path = Path(folder, f"{count}.jsonl")
            words = write_reports(path, count)
            for number in workers if count == middle else [1]:
                runs.append(measured(path, count, words, number))
                print(json.dumps(asdict(runs[-1])), flush=True)
    print(table(runs))
    if any(run.load > BUSY for run in runs):
        print("The machine was busy: the clock is not to be trusted.")
    if given.write:
        put(runs)


if __name__ == "__main__":
    main()
