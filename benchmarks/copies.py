"""Precision and recall of origins on reports that newsrooms might have made of one another, and the cost of a growing archive.

    python benchmarks/copies.py [--misses]
    python benchmarks/copies.py --archive 1000,10000,100000

The texts stand in `copies/stories.yaml`. Each wire report is put through what desks do to it: reprinted, cut from the end, cut to a
brief, taken from the middle, mixed with a paragraph of another matter, respelled and retouched. With the rewrites, these are copies of
one story; another reporter's own report of the same happening, and the next day's bulletin of the same form, are not.
"""

import argparse
import random
import re
import resource
import sys
import time
from collections import defaultdict
from collections.abc import Callable, Iterator
from datetime import date, timedelta
from itertools import accumulate, combinations
from pathlib import Path
from typing import Any

import yaml

from sayso.evaluate.clusters import score_origins
from sayso.ingest.copies import Credits, origins
from sayso.lexicon.read import read
from sayso.model import Report

STORIES = Path(__file__).parent / "copies" / "stories.yaml"
OTHERS = ("own", "rival", "next")  # not copies of the wire
OUTLETS = (
    "Harbour Post",
    "The Brackwater Courier",
    "Orlanika Portal",
    "Kestrelgate Post",
    "Tamarind Dispatch",
    "Lowland Mail",
    "Quay Gazette",
)
VOCABULARY = 30_000
TAIL = "Follow us for more news. All rights reserved."
RETOUCHED = {
    r"\bsaid\b": "stated", r"\babout\b": "around", r"\bsome\b": "roughly", r"percent": "per cent", r"\basked\b": "called on",
    r"\bdefence\b": "defense", r"\bcapital\b": "main city", r"\bofficials\b": "authorities", r"\bafter\b": "once", r"\bworkers\b": "staff",
}  # fmt: skip

Edit = Callable[[list[str], random.Random, str], list[str]]
Row = tuple[Report, str, str]


def _retouched(paragraphs: list[str], chance: random.Random, _: str) -> list[str]:
    """Every third paragraph's wording touched up, and the sentences of the last but one turned round."""
    out = [p if chance.random() < 0.3 else _replaced(p) for p in paragraphs]
    out[-2] = " ".join(reversed(re.split(r"(?<=[.])\s+", out[-2])))
    return out


def _replaced(paragraph: str) -> str:
    for old, new in RETOUCHED.items():
        paragraph = re.sub(old, new, paragraph)
    return paragraph


EDITS: dict[str, Edit] = {
    "reprint": lambda p, _c, _o: [*p, TAIL],
    "no dateline": lambda p, _c, _o: [p[0].split(" - ", 1)[1], *p[1:]],
    "cut": lambda p, _c, _o: p[:-2],
    "brief": lambda p, _c, _o: [p[0].split(" - ", 1)[1]],
    "middle": lambda p, _c, _o: p[1:2] + p[3:4],
    "mixed": lambda p, _c, other: [*p[:3], other],
    "retouched": _retouched,
}


def rows(stories: list[dict[str, Any]]) -> Iterator[Row]:
    """Every report with its story and how it was made."""
    chance = random.Random(7)
    for number, story in enumerate(stories):
        day: date = story["day"]
        for at, text in enumerate(story.get("bulletins", ())):
            yield Report(f"{story['name']}-{at}", text, day + timedelta(at), OUTLETS[at % 2]), f"{story['name']}-{at}", "bulletin"
        if "wire" not in story:
            continue
        paragraphs = story["wire"].strip().split("\n\n")
        yield Report(f"{story['name']}-wire", story["wire"], day, f"{story['agency']}"), story["name"], "wire"
        other = next(s for s in [*stories[number + 1 :], *stories] if "own" in s)["own"].strip().split("\n\n")[-1]
        for at, (kind, edit) in enumerate(EDITS.items()):
            text = "\n\n".join(edit(paragraphs, chance, other))
            yield Report(f"{story['name']}-{kind}", text, day + timedelta(at % 2), OUTLETS[at]), story["name"], kind
        for at, kind in enumerate(("rewrite", "close", *OTHERS)):
            if kind in story:
                origin = f"{story['name']}-{kind}" if kind in OTHERS else story["name"]
                yield Report(f"{story['name']}-{kind}", story[kind], day + timedelta(at % 2), OUTLETS[-at - 1]), origin, kind
        credited = f"{story['own']}\nThis story was first published by {OUTLETS[-3]}."
        yield Report(f"{story['name']}-taken", credited, day + timedelta(2), OUTLETS[0]), f"{story['name']}-own", "taken"
        roundup = paragraphs[0] + "\n\n" + stories[number - 1].get("wire", other).split("\n\n")[0]
        yield Report(f"{story['name']}-roundup", roundup, day, OUTLETS[2]), "", "roundup"


def measure(told: list[Row], credit: Credits, functions: frozenset[str], *, misses: bool) -> None:
    """Print figures by pairs and by kind."""
    found = {report.id: origin for report, origin in origins([r for r, _, _ in told], credit, function_words=functions)}
    told = [row for row in told if row[1]]  # a roundup of two wires is nobody's copy and everybody's
    gold = [{"report": report.id, "origin": story} for report, story, _ in told]
    figures = score_origins(gold, [{"id": name, "origin": origin.to_dict()} for name, origin in found.items()])
    hits: dict[str, list[bool]] = defaultdict(list)
    for report, _, kind in told:
        wire = found.get(f"{report.id.rsplit('-', 1)[0]}-wire")
        if wire and kind != "wire":
            hits[kind].append((found[report.id].id == wire.id) == (kind not in (*OTHERS, "taken")))
    pairs = sum(1 for (a, _, _), (b, _, _) in combinations(told, 2) if a.id.rsplit("-", 1)[0] == b.id.rsplit("-", 1)[0])
    print(f"{len(told)} reports, {pairs} pairs within one happening or series, {figures['gold']} of them copies")
    print(f"pairs: {figures['pairs']}")
    print(" · ".join(f"{kind} {sum(right)}/{len(right)}" for kind, right in hits.items()))
    for report, _, kind in told if misses else ():
        print(f"  {report.id:24} {kind:12} {found[report.id].id:28} {found[report.id].reason}")


def archive(told: list[Row], size: int) -> Iterator[Report]:
    """So many reports of made-up words, some rare and some common, with a stock sentence each; one in five reprints the one before."""
    chance = random.Random(size)
    stock = [s for r, _, kind in told if kind in ("wire", "own") for s in re.split(r"(?<=[.”\"])\s+", r.text.strip())]
    words = ["".join(chance.choices("bdfgklmnprstv", k=3)) + chance.choice("aeiou") * (n % 3) + "er" * (n % 2) for n in range(VOCABULARY)]
    ranks = list(accumulate(1 / n for n in range(10, VOCABULARY + 10)))
    last = ""
    for number in range(size):
        if not last or chance.random() > 0.2:
            made = [" ".join(chance.choices(words, cum_weights=ranks, k=18)) + "." for _ in range(15)]
            last = " ".join([*made[:9], chance.choice(stock), *made[9:]])
        yield Report(str(number), last, date(2026, 1, 1) + timedelta(number % 300), OUTLETS[number % 7])


def main() -> None:
    """Print the figures."""
    options = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    options.add_argument("--misses", action="store_true")
    options.add_argument("--archive", default="")
    given = options.parse_args()
    data = read(cache=None)
    credit, functions = Credits.from_lexicon(data), frozenset(data["cues"]["layout"]["function_words"])
    told = list(rows(yaml.safe_load(STORIES.read_text(encoding="utf-8"))))
    measure(told, credit, functions, misses=given.misses)
    for size in map(int, filter(None, given.archive.split(","))):
        begin = time.process_time()
        groups = {origin.id for _, origin in origins(archive(told, size), credit, function_words=functions)}
        seconds, memory = time.process_time() - begin, resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
        sys.stdout.write(
            f"{size:,} reports: {seconds:.1f} s, {seconds / size * 1000:.2f} ms each, {memory:.0f} MB, {len(groups):,} origins\n"
        )


if __name__ == "__main__":
    main()
