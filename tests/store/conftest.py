"""Both databases, and reports whose events are found by one rule, so that no model is loaded."""

import re
import sqlite3
from collections.abc import Callable, Iterator
from contextlib import closing
from datetime import date
from pathlib import Path
from typing import Any

import pytest

from sayso.model import AnnotatedReport, Event, Party, Place, Quantity, Report, SentenceNote, Span, Speaker, Version, When
from sayso.store import Writer
from sayso.store.rows.words import digest
from sayso.store.schema.connect import address, writing

RULE = re.compile(
    r"(?P<actor>[A-Z]{3})(?::(?P<sector>[A-Z]{3}))? (?P<trigger>attacked|visited|sanctioned) (?P<recipient>[A-Z]{3})"
    r"(?: in (?P<place>\w+) (?P<country>[A-Z]{3}))?(?:, (?P<says>[\w ]+) said)?"
)
KINDS = {"attacked": ("ASSAULT", "190", 4, -9.0), "visited": ("CONSULT", "042", 1, 1.9), "sanctioned": ("SANCTION", "163", 4, -8.0)}
SENTENCE = re.compile(r"[^.]+\.?")
Coded = Callable[..., AnnotatedReport]
Fill = Callable[[str], None]


def event(report: Report, sentence: "re.Match[str]", found: "re.Match[str]", lexicon: str) -> Event:
    kind, cameo, quad, score = KINDS[found["trigger"]]
    day = report.published.isoformat() if report.published else None
    says, place = found["says"], found["place"]
    planned = "plan" in sentence.group()

    def party(role: str, sectors: tuple[str, ...] = ()) -> Party:
        return Party(f"{found[role].lower()}-gov", f"Land of {found[role]}", found[role], sectors, *found.span(role), found[role], "name")

    return Event(
        id=digest(f"{report.digest}{found.start()}{kind}")[:16],
        report=report.reference(),
        type=kind,
        mode="visit" if kind == "CONSULT" else None,
        contexts=("military",) if kind == "ASSAULT" else (),
        cameo=cameo,
        quad=quad,
        score=score,
        trigger=Span(*found.span("trigger"), found["trigger"]),
        evidence=Span(*sentence.span(), sentence.group()),
        actors=(party("actor", (found["sector"],) if found["sector"] else ()),),
        recipients=(party("recipient"),),
        status="planned" if planned else "occurred",
        says=(Speaker(says, None, None, (), *found.span("says"), says, "said", "paraphrase"),) if says else (),
        time=When(day, day, None, "published") if day else None,
        place=Place(place, place, found["country"], None, 1.5, 2.5, 7, "city") if place else None,
        quantities=(Quantity("deaths", 11.0, 14.0, None, "11 to 14"),) if "dead" in sentence.group() else (),
        pattern=f"{kind.lower()}/-/{found['trigger']}",
        confidence=0.9,
        version=Version("0.1.0", lexicon),
    )


def annotated(
    text: str,
    id: str = "r1",
    *,
    publisher: str | None = "Harbour Post",
    published: str | None = "2025-12-04",
    lexicon: str = "a",
    title: str | None = "Title",
    skip: str = "",
) -> AnnotatedReport:
    report = Report(id, text, date.fromisoformat(published) if published else None, publisher, title, f"https://example.org/{id}", "en")
    events, notes, entities = [], [], []
    for sentence in SENTENCE.finditer(text):
        found = [m for m in RULE.finditer(text, *sentence.span()) if m["trigger"] != skip]
        events += [event(report, sentence, m, lexicon) for m in found]
        notes.append(SentenceNote(*sentence.span(), sentence.group(), tuple(e.id for e in events[-len(found) :]), ("why",)))
        entities += [
            {"start": m.start("actor"), "end": m.end("actor"), "text": m["actor"], "name": m["actor"], "country": m["actor"]} for m in found
        ]
    return AnnotatedReport(report, entities=tuple(entities), events=tuple(events), sentences=tuple(notes))


@pytest.fixture
def coded() -> Coded:
    """A report with an event for every "RUS attacked UKR in Kyiv UKR, somebody said"."""
    return annotated


class Masters:
    """Databases that are filled once, and copied for every test that wants one: to make the tables takes longer than most tests."""

    def __init__(self, folder: Path) -> None:
        self._folder = folder
        self._made: dict[tuple[str, ...], str] = {}

    def copy(self, key: tuple[str, ...], fill: Fill, target: Path, servers: Any) -> str:
        """A copy of the database of a key: at `target`, or where there are `servers` among theirs."""
        if key not in self._made:
            name = servers.made() if servers else str(self._folder / f"{len(list(self._folder.iterdir()))}.db")
            fill(name)
            writing(address(name)).dispose()
            self._made[key] = name
        if servers:
            return str(servers.made(self._made[key]))
        with closing(sqlite3.connect(self._made[key])) as master, closing(sqlite3.connect(target)) as copy:
            master.backup(copy)
        return str(target)


@pytest.fixture(scope="session")
def masters(tmp_path_factory: pytest.TempPathFactory) -> Masters:
    """The databases that are copied."""
    return Masters(tmp_path_factory.mktemp("masters"))


def tables_only(db: str) -> None:
    with Writer(db):
        pass


@pytest.fixture(scope="session")
def empty(masters: Masters) -> Callable[[Path], str]:
    """Puts a SQLite database with all tables, and nothing in them, where it is told."""
    return lambda target: masters.copy(("empty",), tables_only, target, None)


@pytest.fixture(params=["sqlite", "postgresql"])
def kind(request: pytest.FixtureRequest) -> str:
    """Both kinds of database, one after the other."""
    return str(request.param)


@pytest.fixture
def once(kind: str, masters: Masters, request: pytest.FixtureRequest, tmp_path: Path) -> Iterator[Callable[[Fill], str]]:
    """Gives a copy of what a function fills; each test of a module that gives a function of the same name gets one of the same."""
    servers = request.getfixturevalue("databases") if kind == "postgresql" else None
    given: list[str] = []

    def once(fill: Fill) -> str:
        key = (kind, fill.__module__, fill.__qualname__)
        given.append(masters.copy(key, fill, tmp_path / f"sayso{len(given) or ''}.db", servers))
        return given[-1]

    yield once
    if servers:
        for url in given:
            servers.drop(url)


@pytest.fixture
def db(once: Callable[[Fill], str]) -> str:
    """A database of either kind with all tables, and nothing in them."""
    return once(tables_only)


@pytest.fixture
def new(kind: str, request: pytest.FixtureRequest, tmp_path: Path) -> str:
    """A database that isn't there yet, of either kind."""
    return str(tmp_path / "sayso.db") if kind == "sqlite" else str(request.getfixturevalue("postgresql"))


@pytest.fixture
def file(tmp_path: Path) -> Path:
    """Where a SQLite database can be."""
    return tmp_path / "sayso.db"
