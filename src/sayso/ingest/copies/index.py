"""An index of wordings on disk, so that an archive of any size is compared in bounded memory."""

import sqlite3
from array import array
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date
from functools import lru_cache
from itertools import groupby
from pathlib import Path
from typing import Self

from sayso.ingest.copies.words import Wording

SCHEMA = """
PRAGMA journal_mode = OFF; PRAGMA synchronous = OFF; PRAGMA temp_store = FILE; PRAGMA cache_size = -32768;
CREATE TABLE text (
    n INTEGER PRIMARY KEY, name TEXT, digest TEXT, length INT, day INT, voice TEXT, writer TEXT, runs BLOB, facts BLOB, numbers TEXT,
    cited TEXT, outlet TEXT, house TEXT, body BLOB
);
CREATE TABLE sample (key INT, length INT, digest TEXT, n INT);
CREATE TABLE pair (a INT, b INT, weight INT, PRIMARY KEY (a, b)) WITHOUT ROWID;
CREATE TABLE link (one INT, other INT, cut INT, strength REAL, reason TEXT);
CREATE TABLE story (n INTEGER PRIMARY KEY, root INT);
"""
LINKS = "SELECT one, other, a.voice, b.voice FROM link JOIN text a ON a.n = one JOIN text b ON b.n = other"
COLUMNS = ("number", "name", "digest", "voice", "writer")
LABEL = "t.n, name, digest, voice, writer"
SAMPLES = 1 << 32  # keys below are samples of runs, those above bands: one band is evidence enough
ENOUGH = 1_000_000
AT_HAND = 500
LEAST = 0.03  # shared samples by runs: of a copy, half of whose runs are shared and one in six kept, 0.09 are to be expected
NEAR = 2  # a text is compared with so many of its neighbours under a key, and with the longest: linear, however many share it


@dataclass(frozen=True, slots=True)
class Entry:
    """A report in the index: its number, wording and day of publication (ordinal), and whose word it is.

    `voice` is credited for it, `writer` is its publisher as others credit it, `cited` are agencies on which it rests in part; `outlet`
    is its publisher by its own name and `house` to whom that belongs.
    """

    number: int
    wording: Wording
    day: int | None
    voice: str | None
    writer: str | None
    cited: frozenset[str] = frozenset()
    outlet: str | None = None
    house: str | None = None


@dataclass(frozen=True, slots=True)
class Label:
    """An entry without its wording."""

    number: int
    name: str
    digest: str
    voice: str | None
    writer: str | None


@dataclass(frozen=True, slots=True)
class Known:
    """A label with the length of its wording in runs, and its day of publication (ordinal)."""

    label: Label
    length: int
    day: int | None


@dataclass(frozen=True, slots=True)
class Link:
    """Two entries by number that are one story, the shorter first.

    `cut` tells that the shorter is a part of the longer; `strength` orders links, `reason` says why, in words.
    """

    one: int
    other: int
    cut: bool
    strength: float
    reason: str


class Index:
    """Wordings and their samples in an SQLite file (`:memory:` for few); closed with its context."""

    def __init__(self, path: Path | str) -> None:
        """Make the tables in an empty file."""
        self._db = sqlite3.connect(path, isolation_level=None)
        self._db.executescript(SCHEMA)
        self._db.execute("BEGIN")
        self._kept = lru_cache(AT_HAND)(self._read)

    def __enter__(self) -> Self:
        """Begin."""
        return self

    def __exit__(self, *_: object) -> None:
        """Close the file; it is of no use afterwards."""
        self._db.close()

    def add(self, entry: Entry, name: str, keys: Iterable[int], body: bytes) -> None:
        """Keep an entry under its keys, the name to show for it, and what is to be handed back with it."""
        w = entry.wording
        blobs = (array("I", sorted(w.runs)).tobytes(), array("I", sorted(w.facts)).tobytes())
        row = (
            entry.number,
            name,
            w.digest,
            len(w.runs),
            entry.day,
            entry.voice,
            entry.writer,
            *blobs,
            " ".join(sorted(w.numbers)),
            " ".join(sorted(entry.cited)),
            entry.outlet,
            entry.house,
            body,
        )
        self._db.execute("INSERT INTO text VALUES (?,?,?,?,?,?,?,?,?,?,?,?,?,?)", [*map(_encodable, row)])
        self.put(entry, keys)

    def known(self, labels: Iterable[Known]) -> None:
        """Keep entries that were compared elsewhere, by all that is needed to tell of them."""
        rows = ((*(getattr(one.label, name) for name in COLUMNS), one.length, one.day) for one in labels)
        self._db.executemany("INSERT INTO text (n, name, digest, voice, writer, length, day) VALUES (?,?,?,?,?,?,?)", rows)

    def put(self, entry: Entry, keys: Iterable[int]) -> None:
        """Keep an entry under more keys."""
        length, digest = -len(entry.wording.runs), entry.wording.digest
        self._db.executemany("INSERT INTO sample VALUES (?,?,?,?)", ((key, length, digest, entry.number) for key in set(keys)))

    def credited(self) -> Iterator[Entry]:
        """Entries whose publisher somebody else credits or cites."""
        told = self._db.execute("SELECT DISTINCT coalesce(voice, ''), cited FROM text")
        names = {name for voice, cited in told for name in (voice, *cited.split()) if name}
        writers = self._db.execute("SELECT n, writer FROM text WHERE writer IS NOT NULL AND voice IS NOT writer ORDER BY n").fetchall()
        for number, writer in writers:
            if writer in names:
                yield self.entry(number)

    def pairs(self) -> Iterator[tuple[Entry, Entry]]:
        """Every two entries worth comparing, each pair once, the same whatever the order in which they came."""
        self._db.execute("CREATE INDEX by_key ON sample (key, length, digest, n)")
        shared = self._db.execute(
            "SELECT key, n FROM sample WHERE key IN (SELECT key FROM sample GROUP BY key HAVING count(*) > 1)"
            " ORDER BY key, length, digest, n"
        )
        for key, rows in groupby(shared, key=lambda row: row[0]):
            weight = 1 if key < SAMPLES else ENOUGH
            found = ((a, b, weight) for a, b in _neighbours([n for _, n in rows]))
            self._db.executemany("INSERT INTO pair VALUES (?,?,?) ON CONFLICT DO UPDATE SET weight = weight + excluded.weight", found)
        chosen = (
            "SELECT a, b FROM pair JOIN text x ON x.n = a JOIN text y ON y.n = b WHERE weight >= ? * min(x.length, y.length) ORDER BY a, b"
        )
        for a, b in self._db.execute(chosen, (LEAST,)):
            yield self.entry(a), self.entry(b)

    def entry(self, number: int) -> Entry:
        """One entry; the last ones asked for are at hand."""
        return self._kept(number)

    def _read(self, number: int) -> Entry:
        asked = "SELECT digest, runs, facts, numbers, day, voice, writer, cited, outlet, house FROM text WHERE n = ?"
        digest, runs, facts, numbers, day, voice, writer, cited, outlet, house = self._db.execute(asked, (number,)).fetchone()
        wording = Wording(digest, _set(runs), _set(facts), frozenset(numbers.split()))
        return Entry(number, wording, day, voice, writer, frozenset(cited.split()), outlet, house)

    def keep(self, links: Iterable[Link]) -> None:
        """Keep the links that were found."""
        self._db.executemany("INSERT INTO link VALUES (?,?,?,?,?)", ((k.one, k.other, k.cut, k.strength, k.reason) for k in links))
        self._db.execute("CREATE INDEX of_one ON link (one)")
        self._db.execute("CREATE INDEX of_other ON link (other)")

    def links(self) -> Iterator[tuple[int, int, str | None, str | None]]:
        """The links between wholes, the strongest first: two numbers and the voices that they credit."""
        return self._db.execute(
            f"{LINKS} WHERE NOT cut ORDER BY strength DESC, min(a.digest, b.digest), max(a.digest, b.digest), one, other"
        )

    def cuts(self) -> Iterator[tuple[int, int, str | None, str | None]]:
        """The links from a part to a whole, all those of one part together, the strongest and longest first."""
        return self._db.execute(f"{LINKS} WHERE cut ORDER BY a.digest, one, strength DESC, b.length DESC, b.digest, other")

    def tell(self, roots: Iterable[int]) -> None:
        """Keep to which story each entry belongs."""
        self._db.executemany("INSERT INTO story VALUES (?,?)", enumerate(roots))
        self._db.execute("CREATE INDEX by_root ON story (root, n)")

    def head(self, root: int) -> tuple[Label, int, str | None]:
        """A story: the entry that it is known by, how many there are, and the voice that is credited.

        It is known by the earliest, of those by the agency's own, then by the longest.
        """
        row = self._db.execute(
            f"SELECT {LABEL}, count(*) OVER (), max(voice) OVER () FROM story s JOIN text t ON t.n = s.n WHERE root = ?"
            " ORDER BY day IS NULL, day, voice IS NULL OR voice IS NOT writer, length DESC, digest, t.n LIMIT 1",
            (root,),
        ).fetchone()
        return Label(*row[:5]), row[5], row[6]

    def label(self, number: int) -> Label:
        """One entry without its wording."""
        return Label(*self._db.execute(f"SELECT {LABEL} FROM text t WHERE n = ?", (number,)).fetchone())

    def link(self, number: int, first: int) -> tuple[int, str] | None:
        """What links an entry to its story, the link to its first entry before others: the other number, and the reason."""
        row: tuple[int, str] | None = self._db.execute(
            "SELECT other, reason, strength, other = :f AS direct FROM link WHERE one = :n"
            " UNION ALL SELECT one, reason, strength, one = :f FROM link WHERE other = :n ORDER BY direct DESC, strength DESC, 1 LIMIT 1",
            {"n": number, "f": first},
        ).fetchone()
        return row[:2] if row else None

    def bodies(self) -> Iterator[bytes]:
        """What was kept with the entries, in the order in which they came."""
        return (row[0] for row in self._db.execute("SELECT body FROM text ORDER BY n"))


def _neighbours(numbers: list[int]) -> Iterator[tuple[int, int]]:
    """Each with the first, and with the next few."""
    for at, one in enumerate(numbers):
        for other in {numbers[0], *numbers[at + 1 : at + 1 + NEAR]} - {one}:
            yield min(one, other), max(one, other)


def _encodable(value: object) -> object:
    """A name, lone surrogates (which SQLite can't hold) written out."""
    return value.encode("utf-8", "backslashreplace").decode() if isinstance(value, str) else value


def _set(blob: bytes) -> frozenset[int]:
    values = array("I")
    values.frombytes(blob)
    return frozenset(values)


def ordinal(day: date | None) -> int | None:
    """A day as a number."""
    return day.toordinal() if day else None
