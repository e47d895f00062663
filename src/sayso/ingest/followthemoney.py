"""FollowTheMoney entities, as JSON lines, read into rows of a table of knowledge.

Entities point at one another in any order, so they are kept in a file on disk until all are read: memory stays the same for a thousand
lines and for five million. See https://followthemoney.tech/explorer/ for the schemata.
"""

import hashlib
import re
import sqlite3
import tempfile
import unicodedata
from collections.abc import Callable, Iterable, Iterator, Mapping
from contextlib import closing
from dataclasses import dataclass, field
from itertools import groupby
from operator import itemgetter
from pathlib import Path
from typing import Any

import orjson

from sayso.errors import InputError
from sayso.lexicon.knowledge.offices import Offices
from sayso.lexicon.knowledge.offices import sectors as office_sectors
from sayso.lexicon.spelling import variants

COLUMNS = ("id", "kind", "name", "also", "short", "gender", "role", "country", "sectors", "from", "to", "asof", "marked")
BATCH = 5000  # entities that are written to disk together
TABLES = """
CREATE TABLE person (id TEXT PRIMARY KEY, name TEXT, also TEXT, short TEXT, country TEXT, gender TEXT, seen TEXT) WITHOUT ROWID;
CREATE TABLE position (id TEXT PRIMARY KEY, role TEXT, sectors TEXT, country TEXT) WITHOUT ROWID;
CREATE TABLE occupancy (holder TEXT, post TEXT, since TEXT, until TEXT);
CREATE TABLE owner (name TEXT, who TEXT);
CREATE TABLE body (
  id TEXT PRIMARY KEY, name TEXT, also TEXT, short TEXT, country TEXT, sectors TEXT, kind TEXT, since TEXT, until TEXT
) WITHOUT ROWID;
"""
HELD = """
SELECT p.id, p.name, p.also, p.short, p.country, p.gender, p.seen, q.role, q.sectors, q.country, o.since, o.until
FROM person p JOIN occupancy o ON o.holder = p.id JOIN position q ON q.id = o.post
WHERE q.sectors != '' AND (o.until IS NULL OR o.until >= :since) ORDER BY p.id, o.since
"""
NAMES = (
    "SELECT id, name, also, short FROM person WHERE id IN (SELECT holder FROM occupancy) UNION ALL SELECT id, name, also, short FROM body"
)
SHARED = "CREATE TABLE shared AS SELECT name FROM owner GROUP BY name HAVING min(who) != max(who)"
_DAY = re.compile(r"\d{4}(-\d\d(-\d\d)?)?")

Row = dict[str, str]
Failure = Callable[[InputError], None]


@dataclass(frozen=True, slots=True)
class Reading:
    """What the lexicon knows that the entities are read with.

    `alpha3`: countries by two letters; `offices`: sectors of role nouns; `topics`: topic, sectors, kind of body, the telling ones first;
    `common`: words that are no names; `known`: full names of persons and bodies that the lexicon has already.
    """

    alpha3: Mapping[str, str]
    offices: Offices
    topics: tuple[tuple[str, tuple[str, ...], str], ...]
    common: frozenset[str]
    known: frozenset[str]

    def country(self, codes: Iterable[str]) -> str:
        """The first country that there is, as ISO alpha-3; empty where there is none."""
        return next((self.alpha3[code.upper()] for code in codes if code.upper() in self.alpha3), "")

    def told(self, topics: Iterable[str]) -> tuple[tuple[str, ...], str] | None:
        """Sectors and kind of body by the most telling topic."""
        given = set(topics)
        return next((rest for topic, *rest in self.topics if any(t == topic or t.startswith(f"{topic}.") for t in given)), None)  # type: ignore[return-value]


@dataclass(slots=True)
class Tally:
    """What came of the lines."""

    lines: int = 0
    persons: int = 0
    bodies: int = 0
    known: int = 0
    unclear: int = 0
    shared: int = 0
    words: set[str] = field(default_factory=set)


def rows(
    lines: Iterable[bytes],
    name: str,
    reading: Reading,
    *,
    asof: str,
    since: str,
    tally: Tally,
    on_failure: Failure,
    on_line: Callable[[int], None] = lambda _: None,
) -> Iterator[Row]:
    """Rows of a table of knowledge: each person who held an office since a day, one row an office, and each body.

    Args:
        lines: one JSON object each, in any order.
        name: of the file, for messages.
        reading: what the lexicon knows.
        asof: the day on which the entities that don't say so were true.
        since: offices that ended before this day (ISO) are left out.
        tally: counts as it goes.
        on_failure: told of each line that is no entity; the rest is done.
        on_line: told how many bytes each line has.
    """
    with tempfile.TemporaryDirectory(prefix="sayso-") as folder, closing(sqlite3.connect(Path(folder) / "entities.sqlite")) as store:
        store.executescript(f"PRAGMA journal_mode=OFF; PRAGMA synchronous=OFF; PRAGMA cache_size=-32000; {TABLES}")
        _keep(store, _records(lines, name, reading, tally, on_failure, on_line))
        _share(store)
        names = _Names(store, reading.known)
        yield from _persons(store, names, asof, since, tally)
        yield from _bodies(store, names, tally)


Record = tuple[str, tuple[Any, ...]]  # a table, and a row of it


def _records(
    lines: Iterable[bytes], name: str, reading: Reading, tally: Tally, on_failure: Failure, on_line: Callable[[int], None]
) -> Iterator[Record]:
    for number, line in enumerate(lines, 1):
        on_line(len(line))
        if not line.strip():
            continue
        tally.lines += 1
        try:
            entity = orjson.loads(line)
            schema, found = entity["schema"], entity["properties"]
            make = MAKERS.get(schema)
            record = make(str(entity["id"]), found, entity, reading) if make else None
        except orjson.JSONDecodeError as error:
            on_failure(InputError(f"{name}:{number}: not valid JSON ({error}); the line was passed over"))
        except (KeyError, TypeError, AttributeError, IndexError):
            on_failure(
                InputError(f"{name}:{number}: is no FollowTheMoney entity (id, schema, properties of lists); the line was passed over")
            )
        else:
            tally.unclear += bool(make) and record is None
            if record:
                yield record


def _keep(store: sqlite3.Connection, records: Iterator[Record]) -> None:
    """Write records in batches, table by table."""
    waiting: dict[str, list[tuple[Any, ...]]] = {}
    for number, (table, row) in enumerate(records, 1):
        waiting.setdefault(table, []).append(row)
        if number % BATCH == 0:
            _flush(store, waiting)
    _flush(store, waiting)
    store.commit()


def _flush(store: sqlite3.Connection, waiting: dict[str, list[tuple[Any, ...]]]) -> None:
    for table, batch in waiting.items():
        store.executemany(f"INSERT OR REPLACE INTO {table} VALUES ({','.join('?' * len(batch[0]))})", batch)
    waiting.clear()


def _share(store: sqlite3.Connection) -> None:
    """Find out which names several of the persons in office and bodies have."""
    store.execute("CREATE INDEX held ON occupancy (holder)")
    found = ((_plainest(n), key) for key, *texts in store.execute(NAMES) for text in texts for n in text.split("|") if n)
    store.executemany("INSERT INTO owner VALUES (?, ?)", found)
    store.executescript(f"{SHARED}; CREATE UNIQUE INDEX twice ON shared (name)")


def _plainest(name: str) -> str:
    """One spelling that stands for all those that names have side by side."""
    return min(variants(name))


@dataclass(frozen=True, slots=True)
class _Names:
    """Which names are somebody else's: in the lexicon, or in what was read."""

    store: sqlite3.Connection
    known: frozenset[str]

    def shared(self, name: str) -> bool:
        """Whether several of those who were read have a name."""
        return self.store.execute("SELECT 1 FROM shared WHERE name = ?", (_plainest(name),)).fetchone() is not None

    def listed(self, name: str) -> bool:
        """Whether the lexicon has it."""
        return not self.known.isdisjoint(variants(name))

    def own(self, names: str) -> str:
        """Those of some names, joined by bars, that are nobody else's."""
        return "|".join(n for n in names.split("|") if n and not self.listed(n) and not self.shared(n))


Properties = Mapping[str, list[str]]


def _person(key: str, found: Properties, entity: Mapping[str, Any], reading: Reading) -> Record | None:
    name, also, short = _names(found, reading)
    if not name:
        return None
    country = reading.country([*found.get("country", ()), *found.get("nationality", ()), *found.get("citizenship", ())])
    gender = {"male": "m", "female": "f"}.get(next(iter(found.get("gender", ())), ""), "")
    seen = _day([entity.get("last_seen") or entity.get("last_change") or "", *found.get("modifiedAt", ())])
    return "person", (key, name, also, short, country, gender, seen)


def _position(key: str, found: Properties, _: Mapping[str, Any], reading: Reading) -> Record | None:
    name = next(iter(found.get("name", ())), "")
    told = reading.told(found.get("topics", ()))
    sectors = told[0] if told and told[0] != ("GOV",) else office_sectors(name, reading.offices) or (told[0] if told else ())
    role = " ".join(name.lower().replace("|", " ").split())
    return "position", (key, role, "|".join(sectors), reading.country(found.get("country", ())))


def _occupancy(_key: str, found: Properties, _: Mapping[str, Any], _reading: Reading) -> Record | None:
    """Who holds which position; None where it has ended nobody knows when."""
    since = _day([*found.get("startDate", ()), *found.get("periodStart", ())])
    until = _day([*found.get("endDate", ()), *found.get("periodEnd", ())])
    if until is None and "ended" in found.get("status", ()):
        return None
    return "occupancy", (found["holder"][0], found["post"][0], since, until)


def _organisation(key: str, found: Properties, entity: Mapping[str, Any], reading: Reading) -> Record | None:
    name, also, short = _names(found, reading)
    told = reading.told(found.get("topics", ())) or ((("GOV",), "agency") if entity["schema"] == "PublicBody" else None)
    if not name or not told:
        return None
    country = reading.country([*found.get("country", ()), *found.get("jurisdiction", ())])
    since, until = _day(found.get("incorporationDate", ())), _day(found.get("dissolutionDate", ()))
    return "body", (key, name, also, short, country, "|".join(told[0]), told[1], since, until)


MAKERS: Mapping[str, Callable[[str, Properties, Mapping[str, Any], Reading], Record | None]] = {
    "Person": _person,
    "Position": _position,
    "Occupancy": _occupancy,
    "PublicBody": _organisation,
    "Organization": _organisation,
}


def _names(found: Properties, reading: Reading) -> tuple[str, str, str]:
    """The name, other names and weak ones of an entity, in Latin script, without common words; lists are joined by bars."""
    names = [" ".join(n.replace("|", " ").split()) for n in (*found.get("name", ()), *found.get("alias", ()))]
    sound = list(dict.fromkeys(n for n in names if _latin(n) and " " in n and n.lower() not in reading.common))
    weak = [n for n in found.get("weakAlias", ()) if _latin(n) and len(n) > 3 and n[0].isupper()]
    weak = [n for n in weak if n.lower() not in reading.common]
    if found.get("name") and not sound:
        single = [n for n in names if _latin(n) and len(n) > 3 and n.lower() not in reading.common]
        sound = single[:1]
    return (sound[0], "|".join(sound[1:]), "|".join(dict.fromkeys(weak))) if sound else ("", "", "")


def _latin(text: str) -> bool:
    return all(not c.isalpha() or unicodedata.name(c, "").startswith("LATIN") for c in text)


def _day(given: Iterable[str]) -> str | None:
    """The first day among texts, as exact as it is given."""
    return next((found[0] for text in given if (found := _DAY.match(text))), None)


def _persons(store: sqlite3.Connection, names: _Names, asof: str, since: str, tally: Tally) -> Iterator[Row]:
    for _, group in groupby(store.execute(HELD, {"since": since}), key=itemgetter(0)):
        offices = list(group)
        key, name, also, short, country, gender, seen = offices[0][:7]
        if names.listed(name):
            tally.known += 1
            continue
        country = country or next((office[9] for office in offices if office[9]), "")
        twice = names.shared(name)
        tally.persons += 1
        tally.shared += twice
        person = {"id": _id(country, name, key), "kind": "person", "name": name, "also": names.own(also), "short": names.own(short)}
        person |= {"gender": gender, "country": country, "asof": seen or asof, "marked": name if twice else ""}
        for _, *_, role, sectors, _, begun, ended in dict.fromkeys(offices):
            if not (begun and ended and begun[: len(ended)] > ended[: len(begun)]):
                yield {**person, "role": role, "sectors": sectors, "from": begun or "", "to": ended or ""}


def _bodies(store: sqlite3.Connection, names: _Names, tally: Tally) -> Iterator[Row]:
    for key, name, also, short, country, sectors, kind, since, until in store.execute("SELECT * FROM body ORDER BY id"):
        if names.listed(name):
            tally.known += 1
            continue
        twice = names.shared(name)
        tally.bodies += 1
        tally.shared += twice
        told = {"id": _id(country, name, key), "kind": kind, "name": name, "also": names.own("|".join((also, short)))}
        told |= {"country": country, "marked": name if twice else ""}
        yield {**told, "sectors": sectors, "from": since or "", "to": until or ""}


def _id(country: str, name: str, key: str) -> str:
    """An identifier that stays the same as long as country, name and key do."""
    plain = unicodedata.normalize("NFKD", name.lower()).encode("ascii", "ignore").decode()
    slug = re.sub(r"[^a-z0-9]+", "-", plain).strip("-")[:40]
    return f"{(country or 'int').lower()}-{slug}-{hashlib.sha256(key.encode()).hexdigest()[:6]}"
