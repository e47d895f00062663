"""Redraw the sections of docs/quality.md that are measured on annotated material.

    python benchmarks/quality.py GOLD [--page docs/quality.md]

GOLD is the folder of the gold sets. A section stands between `<!-- NAME -->` and `<!-- /NAME -->`; a set that is not in the folder leaves
its section as it is. MEANTIME is measured twice: on the events that are coded, and with status judged at every annotated event,
whatever it tells of, which says how the rules read English in general.
"""

import argparse
import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import replace
from pathlib import Path
from typing import Any

from sayso.evaluate.gold import read
from sayso.evaluate.meantime import score_meantime
from sayso.evaluate.score import scored
from sayso.extract.judge.status import status
from sayso.extract.judge.status_words import StatusWords
from sayso.extract.match.matches import Match
from sayso.extract.parse.headlines import Headlines
from sayso.extract.parse.step import SpacyParser, parse
from sayso.extract.parse.tree import Tree
from sayso.extract.text.split import Abbreviations, split
from sayso.extract.text.surround import Surround
from sayso.lexicon import Lexicon
from sayso.lexicon.pattern import Pattern
from sayso.run.coder import Coder

OWN = Path(__file__).parent / "gold"
PAIRED = (  # of our own, one that has been read beside one that has not
    ("reports-c-read", "reports-c"), ("relations-a.gold", "relations-b.gold"), ("negatives-c-read", "negatives-c"),
)  # fmt: skip
SETS = ("reports-dev", "seeds", "relations-dev.gold", "codes-dev", "places-dev", "times-dev")
LEFT_OUT = ("per type", "counts")
STATUSES = ("occurred", "planned", "possible", "denied")
Row = Mapping[str, Any]


def main() -> None:
    """Read the arguments, measure, and write the page."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("gold", type=Path)
    parser.add_argument("--page", type=Path, default=Path(__file__).parent.parent / "docs" / "quality.md")
    given = parser.parse_args()
    page, coder = given.page.read_text(encoding="utf-8"), Coder()
    if (given.gold / "meantime.jsonl").exists():
        page = redrawn(page, "meantime", meantime(given.gold / "meantime.jsonl", coder))
    page = redrawn(page, "scores", scores(given.gold, coder))
    page = redrawn(page, "own", own(coder))
    given.page.write_text(page, encoding="utf-8")


def redrawn(page: str, name: str, lines: Iterable[str]) -> str:
    """The page with new lines between the marks of a section."""
    marks = f"<!-- {name} -->", f"<!-- /{name} -->"
    return re.sub(f"{marks[0]}.*?{marks[1]}", lambda _: "\n".join([marks[0], *lines, marks[1]]), page, flags=re.DOTALL)


def scores(folder: Path, coder: Coder) -> Iterator[str]:
    """The table of all sets by layer, and that of relations by type."""
    yield from ("| set | what | figure |", "|---|---|--:|")
    by_type: Mapping[str, float] = {}
    for name in SETS:
        path = folder / f"{name}.jsonl"
        if not path.exists():
            continue
        figures = scored(read(path), coder).figures
        by_type = figures.get("per_type_recall", by_type)
        yield from (f"| {name} | {what} | {value:.3f} |" for what, value in flat(figures) if not what.startswith(LEFT_OUT))
    yield from ("", "Of single relations, by type, the share that is found with the right type between the right parties:", "")
    yield " · ".join(f"{kind} {value:.2f}" for kind, value in sorted(by_type.items(), key=lambda pair: -pair[1]))


def own(coder: Coder) -> Iterator[str]:
    """The table of our own sets, what was read beside what was not."""
    yield from ("| set | what | read | unread |", "|---|---|--:|--:|")
    for pair in PAIRED:
        known, new = (dict(flat(scored(read(OWN / f"{name}.jsonl"), coder).figures)) for name in pair)
        for what in (what for what in known if not what.startswith(LEFT_OUT)):
            yield f"| {pair[0].partition('-')[0]} | {what} | {known[what]:.3f} | {new[what]:.3f} |"


def flat(figures: Mapping[str, Any], before: str = "") -> Iterator[tuple[str, float]]:
    """Figures within figures as one list: what they tell, and the shares; counts are left out."""
    for key, value in figures.items():
        if isinstance(value, Mapping):
            yield from flat(value, f"{before}{key} ")
        elif isinstance(value, float):
            yield f"{before}{key}".replace("_", " "), value


def meantime(path: Path, coder: Coder) -> Iterator[str]:
    """The table of status by factuality, and the line on speakers."""
    gold = read(path)
    coded = scored(gold, coder).figures
    everywhere, _ = score_meantime(gold.rows, judged(gold.rows, coder.lexicon))
    yield from (
        "| status | coded events: precision | recall | annotated | every event: precision | recall | annotated |",
        "|---|---|---|---|---|---|---|",
    )
    for name in STATUSES:
        cells = (
            f"{f['status'][name][key]:.2f}" if key != "gold" else str(f["status"][name][key])
            for f in (coded, everywhere)
            for key in ("precision", "recall", "gold")
        )
        yield f"| {name} | " + " | ".join(cells) + " |"
    both = (f"{f['status']['accuracy']:.2f} | | {f['found']}" for f in (coded, everywhere))
    yield f"| all | {' | '.join(both)} |"
    says = coded["says"]
    right = f"precision {says['precision']:.2f}, recall {says['recall']:.2f}"
    yield f"\nSpeakers of coded events: {right} of {says['gold']} that are linked to one."


def judged(rows: Sequence[Row], lexicon: Lexicon) -> list[dict[str, Any]]:
    """Each annotated event as if it were coded, with the status that the rules give it."""
    words, pattern, parser, headlines = StatusWords.of(lexicon), neutral(lexicon), SpacyParser(), Headlines.of(lexicon)
    events: list[dict[str, Any]] = []
    for row in rows:
        sentences: list[tuple[int, str, list[tuple[int, int]] | None]] = [
            (s.start, row["text"][s.start : s.end].replace("\n", " "), [] if s.kind == "headline" else None)
            for s in split(row["text"], Surround.of(lexicon.cues["layout"]), Abbreviations.of(lexicon.cues["grammar"])).sentences
        ]
        trees = list(parse(parser, sentences, headlines))
        for event in row["events"]:
            found = next(((t, i) for t in trees for i in range(len(t)) if t.starts[i] <= event["start"] < t.ends[i]), None)
            if found:
                match = Match(found[1], (found[1],), part(*found), pattern)
                trigger = {key: event[key] for key in ("start", "end", "text")}
                events.append({"report": {"id": row["id"]}, "trigger": trigger, "status": status(found[0], match, words), "says": []})
    return events


def part(tree: Tree, i: int) -> Any:
    """The part of speech of a trigger."""
    return "verb" if tree.verb(i) else "noun" if tree.noun(i) else "adjective"


def neutral(lexicon: Lexicon) -> Pattern:
    """A pattern that brings no status of its own, of a type of deeds."""
    return replace(next(p for p in lexicon.patterns if p.quad == 4), status=None)


if __name__ == "__main__":
    main()
