"""Columns of events: what is counted over them is what is counted one by one, whatever was written, changed and taken back meanwhile."""

import random
from collections.abc import Callable, Iterator, Sequence
from dataclasses import astuple, replace
from typing import Any, get_args

import pytest
from sqlalchemy import Connection

from sayso.model import AnnotatedReport
from sayso.store import Filter, Incident, View, Writer
from sayso.store.check import problems
from sayso.store.corrected.correction import Action
from sayso.store.corrected.propose import Proposer, Signed
from sayso.store.counted.breadth import broad
from sayso.store.counted.columns import Columns, Shelf
from sayso.store.counted.masks import selection
from sayso.store.counted.period import Frequency
from sayso.store.counted.shelves import Shelves
from sayso.store.drawn import facets as facets_of
from sayso.store.drawn import timeline
from sayso.store.drawn.actor import Involvement, actor
from sayso.store.drawn.facets import FACETS
from sayso.store.drawn.network import Level, Weight, network
from sayso.store.drawn.sayings import denials, sayings
from sayso.store.drawn.spots import spread as spread_of
from sayso.store.found import intake
from sayso.store.found.listing import newest
from sayso.store.rows.dictionary import following
from sayso.store.schema.slab_tables import slabs

Coded = Callable[..., AnnotatedReport]
Once = Callable[[Callable[[str], None]], str]
LANDS = ("RUS", "UKR", "USA", "CHN", "IND")
GAP = 2000  # numbers left free at times, so that few events fill several blocks
Given = dict[str, Any]
EMPTY = ({"min_confidence": 0.95}, {"state": "accepted"})
FILTERS: list[Given] = [
    {},
    {"actor": ("RUS", "USA"), "recipient": "IND"},
    {"min_origins": 2},
    {"actor": "RUS"},
    {"party": ("IND", "USA:MIL")},
    {"actor": ":MIL"},
    {"actor": ("USA:MIL", "CHN")},
    {"actor": "Land of RUS", "type": "ASSAULT"},
    {"type": ("ASSAULT", "SANCTION"), "status": "occurred"},
    {"status": "planned"},
    {"mode": "visit", "quad": 1},
    {"says": "-"},
    {"says": "Ann Lee", "since": "2025-02"},
    {"says": ("-", "Ann Lee")},
    {"context": "military", "until": "2025-03"},
    {"since": "2025-01", "until": "2025-02-10", "publisher": "Harbour Post"},
    {"min_confidence": 0.5, "place": "UKR"},
    {"text": "tariffs", "recipient": ("USA", "CHN")},
    *EMPTY,
]


def sentence(r: random.Random) -> str:
    told = f"{r.choice(LANDS)}{r.choice(('', ':MIL'))} {r.choice(('attacked', 'visited', 'sanctioned'))} {r.choice(LANDS)}"
    place = r.choice(("", f" in Town{r.randrange(3)} {r.choice(LANDS)}"))
    return told + place + r.choice(("", ", Ann Lee said", ", Bo Ray said")) + r.choice(("", " over tariffs", " as it has a plan")) + "."


@pytest.fixture
def filled(once: Once, coded: Coded, monkeypatch: pytest.MonkeyPatch) -> str:
    """A database whose some forty events lie in several blocks, some with slabs and some without; some are of incidents."""
    spread(monkeypatch)

    def fill(db: str) -> None:
        r = random.Random(3)
        with Writer(db, together=2) as writer:
            for n in range(21):
                day = f"2025-{r.randint(1, 4):02}-{r.randint(1, 28):02}" if n % 7 else None
                text = " ".join(sentence(r) for _ in range(2))
                writer.add(coded(text, f"r{n}", published=day, publisher=("Harbour Post", "Evening News", None)[n % 3]))
        with View(db) as view:
            first = [(e.id, e.report["id"]) for e in view.events(Filter.of(type="ASSAULT"), limit=4)]
        with Writer(db) as writer:
            writer.assemble([told(f"i{n}", *first[2 * n : 2 * n + 2]) for n in range(2)])

    return once(fill)


def spread(monkeypatch: pytest.MonkeyPatch) -> None:
    def apart(connection: Any, table: Any) -> int:
        return following(connection, table) + (GAP if table.name == "bodies" else 0)

    monkeypatch.setattr("sayso.store.recorded.derive.following", apart)


def told(id: str, *events: tuple[str, str | None]) -> Incident:
    of = [{"id": event, "report": report} for event, report in events]
    counts = {"reports": 2, "publishers": 2, "origins": len(id) + int(id[1:]), "first": None, "last": None}
    return Incident({"id": id, "type": "ASSAULT", "status": "occurred", "events": of, **counts, "time": None, "disagreements": []})


def both(db: str, monkeypatch: pytest.MonkeyPatch, filters: Sequence[Given], ask: Callable[[View, Filter], Any]) -> Iterator[Any]:
    """What each filter gives: one by one, and over columns."""
    with View(db) as view:
        for given in filters:
            wanted = Filter.of(**given)
            one = ask(view, wanted)
            with monkeypatch.context() as many:
                many.setattr("sayso.store.counted.breadth.FEW", 0)
                many.setattr("sayso.store.drawn.dyads.FEW", 0)
                yield given, one, ask(view, wanted)


def counts(view: View, wanted: Filter) -> dict[str, Any]:
    total, found = view.ask(facets_of.chosen(wanted, FACETS, 1000))
    days = view.ask(lambda connection: timeline.strip(connection, [wanted]))
    spans = [days.span(), days.span("2025-02"), days.span(until="2025-02"), days.span("2025-02-10", "2025-03"), days.span("2027")]
    periods = {f"by {freq}": days.folded(freq) for freq in get_args(Frequency)}
    times = {"strip": dict(days.counts()), "undated": days.undated, "spans": spans, **periods}
    return {"total": total, **times, **{name: sorted(values, key=str) for name, values in found.items()}}


def check(db: str, monkeypatch: pytest.MonkeyPatch, filters: Sequence[Given] = FILTERS[:3], frequencies: str = "M") -> None:
    for given, one, many in both(db, monkeypatch, filters, counts):
        assert many == one, given
        assert one["total"] or given in EMPTY
    for freq in frequencies:
        for given, one, many in both(db, monkeypatch, filters[:3], lambda view, wanted, f=freq: list(view.dyads(wanted, freq=f))):  # type: ignore[misc]
            assert [rounded(dyad) for dyad in many] == [rounded(dyad) for dyad in one], (freq, given)


def rounded(dyad: Any) -> list[Any]:
    return [round(value, 9) if isinstance(value, float) else value for value in dyad]


def packed(db: str) -> list[int]:
    with View(db) as view:
        return sorted({row.block for row in view.rows(slabs.select())})


def test_counting_over_columns_is_counting_one_by_one(filled: str, monkeypatch: pytest.MonkeyPatch) -> None:
    assert packed(filled) == [*range(6)]
    check(filled, monkeypatch, FILTERS, "DWMQY")


def test_what_changes_takes_its_slabs_along(filled: str, coded: Coded, monkeypatch: pytest.MonkeyPatch) -> None:
    writer = Writer(filled)
    before = packed(filled)
    writer.add(coded("RUS attacked USA in Kyiv UKR, Ann Lee said. USA visited IND.", "r0"))  # another text: its events are made anew
    writer.flush()
    assert set(before) - set(packed(filled)) == {0, 5}
    check(filled, monkeypatch)
    with View(filled) as view:
        event = next(iter(view.events(Filter.of(report="r9"))))
        signed = Signed(who="ann", why="because", at="2026-01-01T00:00:00+00:00")
        accepted = Proposer(view, {}).of_event(event.id, "accept", [], signed)
    writer.correct([accepted])
    assert len(packed(filled)) == len(before) - 3
    check(filled, monkeypatch)
    writer.assemble([], gone=["i0"])
    check(filled, monkeypatch)
    writer.pack()
    assert packed(filled)[:4] == [0, 1, 2, 3]
    check(filled, monkeypatch)
    writer._engine.dispose()


def test_slabs_that_are_not_what_events_say_are_named(filled: str) -> None:
    assert list(problems(filled)) == []
    with Writer(filled) as writer:
        writer.transaction(lambda c: c.exec_driver_sql("UPDATE dyads SET actor = 'XXX' WHERE event < 4096").close())
    assert list(problems(filled)) == ["events 0 to 4095 are counted wrongly: dyad.actor are not what they say"]


def test_an_empty_database_has_nothing_to_count(db: str, monkeypatch: pytest.MonkeyPatch) -> None:
    with Writer(db) as writer:
        writer.pack()
    with View(db) as view:
        monkeypatch.setattr("sayso.store.counted.breadth.FEW", 0)
        monkeypatch.setattr("sayso.store.drawn.dyads.FEW", 0)
        assert view.facets()["type"] == []
        assert list(view.dyads()) == []


EGOS: tuple[tuple[Level, str | None], ...] = (
    ("country", None),
    ("country", "RUS"),
    ("country", "RUS:MIL"),
    ("sector", None),
    ("sector", "USA:MIL"),
)


WEIGHTS: tuple[Weight, ...] = ("events", "incidents", "reports")


def drawn(view: View, wanted: Filter) -> Any:
    def asked(c: Any) -> Any:
        networks = [network(c, wanted, level=level, ego=ego) for level, ego in EGOS]
        networks += [network(c, wanted, weight=weight, most=most) for weight in WEIGHTS for most in (1, 4)]
        ties = [(one.nodes, one.others, one.other_ties, [(tie.actor, tie.recipient, rounded(tie)) for tie in one.ties]) for one in networks]
        months = [rounded(astuple(one)) for one in timeline.timeline(c, [wanted], "M")]
        told = [actor(c, key, wanted, top=1000) for key in ("RUS", "USA:MIL", ":MIL", "rus-gov", "Land of RUS")]
        portraits = [[one.names, *map(involved, one.parts)] for one in told]
        last = [one.number for some in ([wanted], [wanted, Filter.of(actor="USA")]) for one in newest(c, some, 5)]
        return ties, months, portraits, last, spread_of(c, wanted), sayings(c, [wanted]), denials(c, wanted), intake.publishers()(c)

    return view.ask(asked)


def involved(part: Involvement) -> Any:
    return part.role, part.events, *map(by_value, (part.types, part.statuses, part.others))


def by_value(counts: Sequence[tuple[Any, int]]) -> list[tuple[Any, int]]:
    return sorted(counts, key=str)


def test_drawing_over_columns_is_drawing_one_by_one(filled: str, monkeypatch: pytest.MonkeyPatch) -> None:
    seen = [
        one
        for _, one, many in both(filled, monkeypatch, [*FILTERS[:3], *FILTERS[12:18:2]], drawn)
        if many == one or pytest.fail(f"{one}\n{many}")
    ]
    assert any(len(ties[0][3]) > 3 for ties, *_ in seen)


def test_readers_of_one_moment_share_columns_and_those_of_a_later_one_read_what_has_changed(
    filled: str, coded: Coded, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("sayso.store.counted.breadth.FEW", 0)
    signed = Signed(who="ann", why="because", at="2026-01-01T00:00:00+00:00")
    with View(filled, keep=2) as view, View(filled) as alone, Writer(filled) as writer:

        def judged(action: Action) -> None:
            event = next(iter(view.events(Filter.of(report="r9"))))
            writer.correct([Proposer(view, {}).of_event(event.id, action, [], signed)])

        def written(*texts: tuple[str, str]) -> None:
            for text, id in texts:
                writer.add(coded(text, id, published="2025-05-01"))
            writer.flush()

        shelves = Shelves()
        view.share(shelves)
        seen = [counts(view, Filter())]
        shelf = shelves._shelf
        assert shelf
        assert seen[0] == counts(alone, Filter()) == counts(view, Filter())
        assert shelves._shelf is shelf
        monkeypatch.setattr(Shelf, "of", None)  # from here on nothing is read from the beginning
        for change in (
            lambda: written(("RUS attacked UKR in Town1 UKR. RUS:MIL visited IND, Bo Ray said.", "later")),
            lambda: judged("reject"),
            lambda: judged("accept"),
            lambda: written(("Nothing.", "r0"), ("USA visited CHN. USA attacked IND over tariffs.", "r5")),
            lambda: writer.assemble([], gone=["i0"]),
        ):
            change()
            seen.append(counts(view, Filter()))
            assert shelves._shelf is not shelf
            with monkeypatch.context() as anew:
                anew.setattr(Shelf, "of", OF)
                assert seen[-1] == counts(alone, Filter())
        assert len({repr(one) for one in seen}) == len(seen)


OF = Shelf.of


def test_who_reads_an_older_moment_or_very_much_has_changed_reads_for_itself(
    filled: str, coded: Coded, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("sayso.store.counted.breadth.FEW", 0)
    with View(filled, keep=2) as view:
        view.share(shelves := Shelves())

        def older(connection: Connection) -> tuple[int, int]:
            connection.execute(slabs.select().limit(1))
            with Writer(filled) as writer:
                writer.add(coded("RUS attacked UKR.", "later"))
            later = view.ask(lambda another: len(Columns(another)))
            return len(Columns(connection)), later

        before, after = view.ask(older)
        assert after == before + 1
        shelf = shelves._shelf
        monkeypatch.setattr("sayso.store.counted.advance.MOST", 0)
        with Writer(filled) as writer:
            writer.add(coded("RUS attacked UKR.", "latest"))
        assert view.ask(lambda connection: len(Columns(connection))) == before + 2 == view.count()
        assert shelves._shelf is not shelf


@pytest.mark.parametrize(
    "given",
    [
        {},
        {"since": "2025-03"},
        {"actor": "RUS"},
        {"actor": "RUS", "until": "2025-02"},
        {"actor": ":MIL", "recipient": "IND", "type": "ASSAULT"},
        {"text": "tariffs", "type": "ASSAULT"},
        {"says": "Ann Lee", "status": "occurred"},
    ],
)
def test_a_filter_is_broad_if_each_of_its_fields_leaves_many(filled: str, given: Given) -> None:
    with View(filled, keep=1) as view:
        view.share(Shelves())
        days = {name: given[name] for name in ("since", "until") if name in given}
        fields = [{name: value} for name, value in given.items() if name not in days] or [{}]
        least = min(view.count(Filter.of(**field, **days)) for field in fields)
        wanted = Filter.of(**given)
        assert least > 1
        for few in (1, least, least + 1):
            assert view.ask(lambda c, few=few: broad(c, wanted, few)) == (few <= least)  # type: ignore[misc]
        view.ask(lambda c: len(selection(c, wanted)))  # after which it is known where words and names are
        later = replace(wanted, until=wanted.until or "2026")
        assert view.ask(lambda c: broad(c, later, 1))
        assert not view.ask(lambda c: broad(c, later, least + 1))
