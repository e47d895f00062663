"""A desk over a small database; events are found by one rule, so that no model is loaded."""

import re
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import replace
from datetime import date
from functools import cache
from pathlib import Path

import pytest
from starlette.testclient import TestClient

from sayso.assemble import incidents
from sayso.lexicon.incident import Rules, rules
from sayso.model import AnnotatedReport, Event, Party, Place, Quantity, Report, SentenceNote, Span, Speaker, Version, When
from sayso.run.gather import gather
from sayso.settings import Settings
from sayso.store import Incident, View, Writer
from sayso.store.rows.words import digest
from sayso.web import desk
from sayso.web.accounts.door import local
from sayso.web.state.checks import Checks

RULE = re.compile(
    r"(?P<actor>[A-Z]{3}) (?P<trigger>attacked|visited) (?P<recipient>[A-Z]{3})"
    r"(?: in (?P<place>\w+) (?P<country>[A-Z]{3}))?"
    r"(?: on (?P<day>\d{4}-\d\d-\d\d))?(?:, killing (?P<dead>\d+))?(?:, (?P<says>[\w ]+) said)?"
)
KINDS = {"attacked": ("ASSAULT", "190", 4, -9.0), "visited": ("CONSULT", "042", 1, 1.9)}
SENTENCE = re.compile(r"[^.]+\.?")
HOSTILE = (
    "<script>alert(1)</script> \U0001f600 RUS attacked UKR in Kyiv UKR, <b>Nobody</b> said. "
    "\u202eRUS visited CHN\u202c & \"quotes\" 'here'. </mark></q><img src=x onerror=alert(1)>. " + "W" * 1_000_000 + "."
)


class RuleCoder:
    """Codes every "RUS attacked UKR in Kyiv UKR on 2025-12-01, killing 3, Police said" of a report."""

    def annotate_many(self, reports: Iterable[Report], *, whole: bool = True) -> Iterator[AnnotatedReport]:  # noqa: ARG002 - as coders are asked
        """Reports with their events and why."""
        return map(coded, reports)


def coded(report: Report) -> AnnotatedReport:
    events, notes = [], []
    for sentence in SENTENCE.finditer(report.text):
        found = [_event(report, sentence, m) for m in RULE.finditer(report.text, *sentence.span())]
        reasons = tuple(f"coded {e.pattern} at “{e.trigger.text}”" for e in found) or ("no word in it is a trigger",)
        notes.append(SentenceNote(*sentence.span(), sentence.group(), tuple(e.id for e in found), reasons))
        events += found
    return AnnotatedReport(report, events=tuple(events), sentences=tuple(notes))


def _event(report: Report, sentence: "re.Match[str]", found: "re.Match[str]") -> Event:
    kind, cameo, quad, score = KINDS[found["trigger"]]
    day, says, place, dead = found["day"], found["says"], found["place"], found["dead"]

    def party(role: str) -> Party:
        code = found[role]
        return Party(f"{code.lower()}-gov", f"Land of {code}", code, ("GOV",), *found.span(role), code, "name")

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
        actors=(party("actor"),),
        recipients=(party("recipient"),),
        status="denied" if "denied" in sentence.group() else "planned" if "expected" in sentence.group() else "occurred",
        says=(Speaker(says, None, None, (), *found.span("says"), says, "said", "paraphrase"),) if says else (),
        time=When(day, day, day, "stated") if day else None,
        place=Place(place, place, found["country"], None, 50.4, 30.5, 703448, "city") if place else None,
        quantities=(Quantity("deaths", float(dead), float(dead), None, dead),) if dead else (),
        pattern=f"{kind.lower()}/-/{found['trigger']}",
        confidence=0.9,
        version=Version("0.1.0", "rule"),
    )


def report(
    id: str, text: str, publisher: str | None = "Harbour Post", published: str = "2025-12-04", title: str | None = "A title"
) -> Report:
    return Report(id, text, date.fromisoformat(published), publisher, title, f"https://example.org/{id}", "en")


REPORTS = (
    report("r1", "RUS attacked UKR in Kyiv UKR on 2025-12-01, killing 3, Police said. Nothing else happened."),
    report("r2", "RUS attacked UKR in Kyiv UKR on 2025-12-01, killing 5, Mayor said.", "Evening News", "2025-12-05"),
    report("r3", "RUS attacked UKR in Kyiv UKR on 2025-12-01, killing 3, Police said. Nothing else happened.", "Morning Copy"),
    report("r4", "USA visited CHN on 2025-11-02. It was denied that CHN attacked USA.", None, "2025-11-03"),
    report("evil", HOSTILE, '"><script>alert(2)</script>', "2025-10-01", "</title><script>alert(3)</script>\u202e"),
)


COPIES = {"r1": "story-1", "r3": "story-1"}


@cache
def known_rules() -> Rules:
    """The rules of incidents, read once: reading them takes longer than most tests."""
    return rules(cache=Settings().cache)


def filled(db: Path, reports: Sequence[Report] = REPORTS) -> Path:
    """A database of reports, with their incidents; r3 is a copy of r1."""
    annotated = [coded(one) for one in reports]
    origins = {(one.id, one.publisher): COPIES.get(one.id, f"story-{one.id}") for one in reports}
    with Writer(str(db), command="test") as writer:
        for one in annotated:
            writer.add(one)
        writer.flush()
        writer.originate((*teller, origin, "the same words" if teller[0] in COPIES else "no other") for teller, origin in origins.items())
        events = [event.to_dict() for one in annotated for event in one.events]
        found = incidents(events, known_rules(), origins=origins)
        writer.assemble(Incident(one.to_dict(), ["first"] * len(one.events)) for one in found)
    return db


@pytest.fixture(scope="session")
def database(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A database that no test writes to."""
    return filled(tmp_path_factory.mktemp("desk") / "desk.db")


@pytest.fixture(scope="session")
def client(database: Path) -> Iterator[TestClient]:
    """A desk over it."""
    with View(str(database)) as view:
        app = desk(view, settings=Settings(), db="desk.db", coder=RuleCoder(), hosts=("testserver",), today=lambda: date(2026, 1, 2))
        yield TestClient(app, raise_server_exceptions=False, follow_redirects=False)


@pytest.fixture(scope="session")
def gathered(tmp_path_factory: pytest.TempPathFactory) -> Iterator[TestClient]:
    """A desk over the same reports, their incidents found as `sayso code` finds them."""
    db = tmp_path_factory.mktemp("gathered") / "gathered.db"
    with Writer(str(db), command="test") as writer:
        for one in REPORTS[:4]:
            writer.add(coded(one))
        writer.flush()
        writer.originate((one.id, one.publisher, COPIES.get(one.id, f"story-{one.id}"), "told") for one in REPORTS[:4])
        gather(writer, known_rules())
    with View(str(db)) as view:
        app = desk(view, settings=Settings(), db="desk.db", coder=RuleCoder(), hosts=("testserver",), today=lambda: date(2026, 1, 2))
        yield TestClient(app, raise_server_exceptions=False, follow_redirects=False)


COUNTRIES = ("RUS", "UKR", "USA", "CHN", "IND", "PER", "BRA", "ARG", "KEN", "GHA", "FRA", "DEU")


@pytest.fixture(scope="session")
def various(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A database of five hundred events of all sorts, in fifty reports."""
    db, listed = tmp_path_factory.mktemp("various") / "various.db", list[Report]()
    for n in range(50):
        a, b = COUNTRIES[n % 12], COUNTRIES[(n * 5 + 1) % 12]
        said = (
            f"{a} {'attacked' if (n + i) % 3 else 'visited'} {b} in Harbour{i} {a} on 202{n % 6}-{i + 1:02d}-{n % 28 + 1:02d}"
            f"{', killing ' + str(i + 1) if i % 2 else ''}{f', Clerk {n % 9} said' if i % 3 else ''}{' and denied' if i == 7 else ''}."
            for i in range(10)
        )
        listed.append(report(f"v{n}", " ".join(said), f"Post {n % 7}", f"202{n % 6}-11-{n % 28 + 1:02d}", f"Title {n}"))
    return filled(db, listed)


@pytest.fixture
def later() -> Callable[[TestClient, Path], None]:
    """What changes a database in every way that views show."""

    def written(client: TestClient, db: Path) -> None:
        """Correct an event, reject one, undo, code another text of a report, and more reports of one of the incidents."""
        first, second = (one["id"] for one in client.get("/events.json?actor=RUS").json()["events"][:2])
        for event, verdict in ((first, {"pick": "CONSULT"}), (second, {"verdict": "reject"})):
            key = client.get(f"/event/{event}.json").json()["report_key"]
            answer = client.post(f"/event/{event}/judgement", data={"key": key, "why": "because", **verdict}, follow_redirects=False)
            assert answer.status_code == 303
        with Writer(str(db)) as writer:
            writer.add(coded(report("r4", "CHN attacked USA. Nothing happened.", None, "2025-11-03")))
            writer.add(coded(report("r9", REPORTS[0].text + " More.", "Third", "2025-12-06")))
            writer.flush()
            gather(writer, known_rules())
        with View(str(db)) as view:
            made = next(iter(view.corrections()))["id"]
        with Writer(str(db)) as writer:
            writer.undo(made, who="ann")

    return written


@pytest.fixture
def db(database: Path, tmp_path: Path) -> Path:
    """A database of the test's own."""
    path = tmp_path / "own.db"
    path.write_bytes(database.read_bytes())
    return path


@pytest.fixture(scope="session")
def put() -> Callable[[Path, str, str], None]:
    """Codes a text into a database, as the report of an id."""

    def put(db: Path, id: str, text: str) -> None:
        filled(db, [report(id, text)])

    return put


@pytest.fixture
def code(db: Path, put: Callable[[Path, str, str], None]) -> Callable[[str, str], None]:
    """Codes a text into the test's own database."""
    return lambda id, text: put(db, id, text)


@pytest.fixture(scope="session")
def checks() -> Checks:
    """The lexicon's types and codes, read once."""
    return Checks(Settings())


@pytest.fixture
def own(db: Path, checks: Checks) -> Iterator[TestClient]:
    """A desk over it, on one's own machine."""
    with View(str(db)) as view:
        app = desk(view, settings=Settings(), db="own.db", hosts=("testserver",), who=local("anna"), today=lambda: date(2026, 1, 2))
        app.state.desk = replace(app.state.desk, checks=checks)
        yield TestClient(app, raise_server_exceptions=False, follow_redirects=False)
