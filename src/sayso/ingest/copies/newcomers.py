"""Reports that come to others which are kept elsewhere: where to look for those that they may copy, and which stories all come to."""

from collections import Counter
from collections.abc import Collection, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace

from sayso.ingest.copies.credits import Credits
from sayso.ingest.copies.groups import grouped
from sayso.ingest.copies.index import ENOUGH, LEAST, SAMPLES, Entry, Index, Known, Link
from sayso.ingest.copies.keys import credit_keys, entry_of, keys_of, windows
from sayso.ingest.copies.sketch import bands
from sayso.model import Report
from sayso.model.origin import Origin


@dataclass(frozen=True, slots=True)
class Reader:
    """Makes reports ready to be compared, with the credits that it knows of and the words that carry no facts."""

    credit: Credits
    function_words: Collection[str]

    def entry(self, number: int, report: Report) -> Entry:
        """A report as it is compared, under a number."""
        return entry_of(number, report, self.credit, self.function_words)


def keys(entry: Entry, credited: Collection[str]) -> set[int]:
    """All keys of an entry; `credited` are those on whom others rest in its days (`rests_on`)."""
    found = {*keys_of(entry), *_whole(entry)}
    if any(name in credited for name in writes_as(entry)):
        found.update(credit_keys(entry, entry.writer or ""))
    return found


def rests_on(entry: Entry) -> Iterator[str]:
    """On whom an entry rests, and when: agencies and outlets with a stretch of days each."""
    for voice in sorted({*([entry.voice] if entry.voice else []), *entry.cited}):
        yield from _of(voice, entry)


def worth_comparing(mine: Collection[int], holders: Mapping[int, Collection[int]], lengths: Mapping[int, int], length: int) -> list[int]:
    """Of those that hold one of my keys, the ones that share enough; `lengths` are their wordings' and mine is `length`, in runs."""
    shared = Counter[int]()
    for key in mine:
        for other in holders.get(key, ()):
            shared[other] += 1 if key < SAMPLES else ENOUGH
    return sorted(other for other, weight in shared.items() if weight >= LEAST * min(length, lengths[other]))


def stories(known: Sequence[Known], links: Collection[Link]) -> dict[int, Origin]:
    """The origin of each report by its number, where all that are linked to one another are given."""
    order = sorted(known, key=lambda one: (one.day is None, one.day or 0, one.label.digest, one.label.name, one.label.number))
    places = {one.label.number: at for at, one in enumerate(order)}
    with Index(":memory:") as index:
        index.known(replace(one, label=replace(one.label, number=at)) for at, one in enumerate(order))
        index.keep(replace(link, one=places[link.one], other=places[link.other]) for link in links)
        return dict(zip((one.label.number for one in order), grouped(len(order), index), strict=True))


def _whole(entry: Entry) -> Iterator[int]:
    """Of the text as a whole: reprints meet, however many other texts have their phrases."""
    for window in windows(entry.day):
        yield next(bands([int(entry.wording.digest, 16)], 1, f"reprint {window}"))


def writes_as(entry: Entry) -> list[str]:
    """As whom others would credit the publisher of an entry in its days."""
    return _of(entry.writer, entry) if entry.writer else []


def _of(voice: str, entry: Entry) -> list[str]:
    return [f"{voice} {window}" for window in windows(entry.day)]
