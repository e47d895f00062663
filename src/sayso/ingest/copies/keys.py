"""A report as an index knows it, and the keys under which it meets its copies."""

from collections.abc import Collection, Iterator

from sayso.ingest.copies.credits import Credits
from sayso.ingest.copies.index import Entry, ordinal
from sayso.ingest.copies.sketch import ROWS_OF_CREDITED, ROWS_OF_FACTS, ROWS_OF_WORDING, bands, samples
from sayso.ingest.copies.words import wording
from sayso.model import Report

WINDOW = 8  # days: twice the time within which rewrites are sought, and a little more


def entry_of(number: int, report: Report, credit: Credits, function_words: Collection[str]) -> Entry:
    """A report as it is compared, under a number."""
    words = wording(report.text, function_words)
    told = (credit.voice(report), credit.writer(report), credit.cited(report), *credit.outlet(report))
    return Entry(number, words, ordinal(report.published), *told)


def keys_of(entry: Entry) -> Iterator[int]:
    """Under which an entry meets those that it may be a copy of."""
    words = entry.wording
    if words.runs:
        yield from samples(words.runs)
        yield from bands(words.runs, ROWS_OF_WORDING, "wording")
    else:
        yield from bands([int(words.digest, 16)], ROWS_OF_WORDING, "whole")
    for window in windows(entry.day) if words.facts else ():
        yield from bands(words.facts, ROWS_OF_FACTS, f"facts {window}")
    for voice in {*([entry.voice] if entry.voice else []), *entry.cited}:
        yield from credit_keys(entry, voice)
    if entry.house:
        yield from credit_keys(entry, f"house {entry.house}")


def credit_keys(entry: Entry, voice: str) -> Iterator[int]:
    """Under which reports that rest on one voice meet, when they tell the same."""
    for window in windows(entry.day) if entry.wording.facts else ():
        yield from bands(entry.wording.facts, ROWS_OF_CREDITED, f"{voice} {window}")


def windows(day: int | None) -> tuple[str, ...]:
    """Stretches of days, two of which overlap by half: whatever is few days apart shares one."""
    return (f"a{day // WINDOW}", f"b{(day + WINDOW // 2) // WINDOW}") if day is not None else ("undated",)
