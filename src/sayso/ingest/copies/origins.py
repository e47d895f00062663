"""From a stream of reports to the same stream, each with its origin."""

import pickle
from collections.abc import Collection, Iterable, Iterator
from pathlib import Path
from tempfile import TemporaryDirectory

from sayso.ingest.copies.compare import compared
from sayso.ingest.copies.credits import Credits
from sayso.ingest.copies.groups import grouped
from sayso.ingest.copies.index import Entry, Index, ordinal
from sayso.ingest.copies.sketch import ROWS_OF_CREDITED, ROWS_OF_FACTS, ROWS_OF_WORDING, bands, samples
from sayso.ingest.copies.words import wording
from sayso.model import Report
from sayso.model.origin import Origin

WINDOW = 8  # days: twice the time within which rewrites are sought, and a little more


def origins(
    reports: Iterable[Report], credit: Credits, *, function_words: Collection[str] = (), folder: Path | None = None
) -> Iterator[tuple[Report, Origin]]:
    """Each report with its origin, in the order given; all must be read before the first comes out.

    Wordings wait on disk, so that memory grows by some bytes a report only. The origins do not depend on the order.

    Args:
        reports: What to compare.
        credit: Finds the agencies and outlets that texts credit.
        function_words: Words that carry no facts.
        folder: Where the index may lie while it is needed; the system's temporary folder by default.
    """
    with TemporaryDirectory(prefix="sayso-copies-", dir=folder) as place, Index(Path(place, "index.sqlite")) as index:
        count = 0
        for count, report in enumerate(reports, 1):
            entry = _entry(count - 1, report, credit, function_words)
            index.add(entry, report.id, _keys(entry), pickle.dumps(report))
        for entry in index.credited():
            index.put(entry, _credit_keys(entry, entry.writer or ""))
        index.keep(link for one, other in index.pairs() if (link := compared(one, other)))
        for origin, body in zip(grouped(count, index), index.bodies(), strict=True):
            yield pickle.loads(body), origin


def _entry(number: int, report: Report, credit: Credits, function_words: Collection[str]) -> Entry:
    words = wording(report.text, function_words)
    return Entry(number, words, ordinal(report.published), credit.voice(report), credit.writer(report.publisher), credit.cited(report))


def _keys(entry: Entry) -> Iterator[int]:
    """Under which an entry meets those that it may be a copy of."""
    words = entry.wording
    if words.runs:
        yield from samples(words.runs)
        yield from bands(words.runs, ROWS_OF_WORDING, "wording")
    else:
        yield from bands([int(words.digest, 16)], ROWS_OF_WORDING, "whole")
    for window in _windows(entry.day) if words.facts else ():
        yield from bands(words.facts, ROWS_OF_FACTS, f"facts {window}")
    for voice in {*([entry.voice] if entry.voice else []), *entry.cited}:
        yield from _credit_keys(entry, voice)


def _credit_keys(entry: Entry, voice: str) -> Iterator[int]:
    """Under which reports that rest on one voice meet, when they tell the same."""
    for window in _windows(entry.day) if entry.wording.facts else ():
        yield from bands(entry.wording.facts, ROWS_OF_CREDITED, f"{voice} {window}")


def _windows(day: int | None) -> tuple[str, ...]:
    """Stretches of days, two of which overlap by half: whatever is few days apart shares one."""
    return (f"a{day // WINDOW}", f"b{(day + WINDOW // 2) // WINDOW}") if day is not None else ("undated",)
