"""What drawings ask of the store: periods, networks, places, speakers, one actor; on both databases."""

from collections.abc import Callable, Sequence
from dataclasses import replace
from typing import Any, TypeVar

import pytest
from sqlalchemy import Connection

from sayso.errors import StoreError
from sayso.model import AnnotatedReport
from sayso.store import Filter, Incident, View, Writer
from sayso.store.counted.period import Frequency, bounds, fitting, lying, spanned
from sayso.store.drawn.actor import Actor, Found, actor
from sayso.store.drawn.network import Level, Network, network
from sayso.store.drawn.sayings import denials, sayings
from sayso.store.drawn.spots import Land, _of_many, spread
from sayso.store.drawn.timeline import Tally, strip, timeline

Coded = Callable[..., AnnotatedReport]
Once = Callable[[Callable[[str], None]], str]
Told = TypeVar("Told")
REPORTS: list[tuple[str, dict[str, Any]]] = [
    ("RUS attacked UKR in Kyiv UKR, the police said. RUS:MIL attacked UKR in Lviv UKR, the mayor said.", {"published": "2025-01-30"}),
    ("RUS attacked UKR in Kyiv UKR, Ann Lee said.", {"published": "2025-02-01", "publisher": "Evening News"}),
    ("UKR visited USA. USA sanctioned RUS.", {"published": "2025-02-28"}),
    ("RUS:MIL visited CHN, the police said.", {"published": None}),
    ("CHN visited RUS in Beijing CHN.", {"published": "2026-12-31"}),
]


@pytest.fixture
def filled(once: Once, coded: Coded) -> str:
    """A database with the events of five reports; one incident is denied in one of them."""

    def fill(db: str) -> None:
        with Writer(db) as writer:
            for n, (text, more) in enumerate(REPORTS, 1):
                writer.add(coded(text, f"r{n}", **more))

    return once(fill)


def asked(db: str, question: Callable[[Connection], Told]) -> Told:
    with View(db) as view:
        return view.ask(question)


def ties(found: Network) -> dict[str, tuple[int, int, int]]:
    return {f"{tie.actor} {tie.recipient}": (tie.events, tie.reports, tie.conflict) for tie in found.ties}


def test_periods_count_passages_reports_and_sides(filled: str) -> None:
    found = asked(filled, lambda c: timeline(c, [Filter()], "M"))
    assert [replace(one, score=round(one.score, 2)) for one in found] == [
        Tally("2025-01", 2, 0, 1, 0, 2, -9.0),
        Tally("2025-02", 3, 0, 2, 1, 2, -5.03),
        Tally("2026-12", 1, 0, 1, 1, 0, 1.9),
    ]


@pytest.mark.parametrize(("freq", "first"), [("D", "2025-01-30"), ("W", "2025-01-27"), ("M", "2025-01"), ("Q", "2025-Q1"), ("Y", "2025")])
def test_periods_are_named_alike_on_both_databases(filled: str, freq: Frequency, first: str) -> None:
    assert asked(filled, lambda c: timeline(c, [Filter()], freq))[0].period == first


def test_an_event_that_two_filters_leave_counts_once(filled: str) -> None:
    both = [Filter.of(actor="RUS"), Filter.of(recipient="UKR"), Filter.of(actor="USA")]
    assert sum(one.events for one in asked(filled, lambda c: timeline(c, both, "Y"))) == 4
    assert asked(filled, lambda c: strip(c, both)).counts() == {"2025-01-30": 2, "2025-02-01": 1, "2025-02-28": 1, "": 1}


@pytest.mark.parametrize(
    ("first", "last", "freq"),
    [("2025-01-01", "2025-01-01", "D"), ("2025-01-01", "2025-12-31", "W"), ("2016-01-01", "2025-12-31", "M"),
     ("1990-01-01", "2025-12-31", "Q"), ("1800-01-01", "2025-12-31", "Y")],
)  # fmt: skip
def test_the_frequency_fits_the_span(first: str, last: str, freq: str) -> None:
    assert fitting(first, last) == freq


@pytest.mark.parametrize(
    ("day", "freq", "named", "first", "last"),
    [("2024-02-29", "D", "2024-02-29", "2024-02-29", "2024-02-29"), ("2025-01-01", "W", "2024-12-30", "2024-12-30", "2025-01-05"),
     ("2024-02-29", "M", "2024-02", "2024-02-01", "2024-02-29"), ("2024-11-05", "Q", "2024-Q4", "2024-10-01", "2024-12-31"),
     ("0800-06-01", "Y", "0800", "0800-01-01", "0800-12-31")],
)  # fmt: skip
def test_a_day_lies_in_a_period_with_bounds(day: str, freq: Frequency, named: str, first: str, last: str) -> None:
    assert (lying(day, freq), *bounds(named, freq)) == (named, first, last)


def test_periods_follow_one_another_without_gaps() -> None:
    assert spanned("2024-11-20", "2025-02-01", "M") == ["2024-11", "2024-12", "2025-01", "2025-02"]
    assert spanned("2024-11-20", "2025-02-01", "Q") == ["2024-Q4", "2025-Q1"]
    assert spanned("2024-12-31", "2025-01-06", "W") == ["2024-12-30", "2025-01-06"]
    assert spanned("2025-02-01", "2024-11-20", "M") == []


@pytest.mark.parametrize(("freq", "last"), [("D", "9999-12-31"), ("W", "9999-12-27"), ("M", "9999-12"), ("Q", "9999-Q4"), ("Y", "9999")])
def test_periods_end_with_the_calendar(freq: Frequency, last: str) -> None:
    assert spanned("9999-01-01", "9999-12-31", freq)[-1] == last
    assert bounds(last, freq)[1] == "9999-12-31"


def test_countries_are_tied_by_what_one_did_to_the_other(filled: str) -> None:
    found = asked(filled, lambda c: network(c, Filter()))
    assert ties(found) == {"RUS UKR": (3, 2, 3), "CHN RUS": (1, 1, 0), "RUS CHN": (1, 1, 0), "UKR USA": (1, 1, 0), "USA RUS": (1, 1, 1)}
    assert [(node.key, node.acted, node.received) for node in found.nodes] == [
        ("RUS", 4, 2), ("UKR", 1, 3), ("CHN", 1, 1), ("USA", 1, 1),
    ]  # fmt: skip
    assert found.others == 0


LEVELS: list[tuple[Level, dict[str, Any], dict[str, tuple[int, int, int]]]] = [
    ("country", {"type": "ASSAULT"}, {"RUS UKR": (3, 2, 3)}),
    ("country", {"party": "USA"}, {"UKR USA": (1, 1, 0), "USA RUS": (1, 1, 1)}),
    ("country", {"since": "2025-02", "until": "2025"}, {"RUS UKR": (1, 1, 1), "UKR USA": (1, 1, 0), "USA RUS": (1, 1, 1)}),
    ("sector", {}, {}),
    ("entity", {"actor": "RUS"}, {"rus-gov ukr-gov": (3, 2, 3), "rus-gov chn-gov": (1, 1, 0)}),
    ("entity", {"text": "attacked"}, {"rus-gov ukr-gov": (3, 2, 3)}),
]


@pytest.mark.parametrize(("level", "given", "expected"), LEVELS)
def test_networks_follow_level_and_filter(filled: str, level: Level, given: dict[str, Any], expected: dict[str, Any]) -> None:
    assert ties(asked(filled, lambda c: network(c, Filter.of(**given), level=level))) == expected


def test_entities_carry_the_name_they_were_last_given(filled: str) -> None:
    found = asked(filled, lambda c: network(c, Filter(), level="entity", top=1))
    assert [(node.key, node.name, node.country) for node in found.nodes] == [("rus-gov", "Land of RUS", "RUS")]
    assert (found.ties, found.others) == ((), 3)


def test_sectors_are_nodes_by_country(filled: str) -> None:
    found = asked(filled, lambda c: network(c, Filter(), level="sector"))
    assert [(node.key, node.country, node.acted) for node in found.nodes] == [("RUS:MIL", "RUS", 2)]


def test_an_ego_stands_among_those_it_has_to_do_with(filled: str) -> None:
    found = asked(filled, lambda c: network(c, Filter(), ego="UKR"))
    assert [(node.key, node.acted, node.received) for node in found.nodes] == [("UKR", 1, 3), ("RUS", 3, 0), ("USA", 0, 1)]
    assert ties(found) == {"RUS UKR": (3, 2, 3), "UKR USA": (1, 1, 0), "USA RUS": (1, 1, 1)}
    assert asked(filled, lambda c: network(c, Filter(), ego="UKR", top=2)).others == 1


def test_an_ego_that_nobody_knows_has_no_network(filled: str) -> None:
    assert asked(filled, lambda c: network(c, Filter(), ego="XXX")) == Network((), (), 0)


def test_an_unknown_level_is_named(filled: str) -> None:
    with pytest.raises(StoreError, match="no level of actors is called 'planet'; there are country, sector, entity"):
        asked(filled, lambda c: network(c, Filter(), level="planet"))  # type: ignore[arg-type]


def test_places_are_points_and_countries_are_not(filled: str, coded: Coded) -> None:
    report = coded("RUS attacked UKR in Odesa UKR.", "r6")
    with Writer(filled) as writer:
        writer.add(whole_country(report))
    found = asked(filled, lambda c: spread(c, Filter(), top=2))
    assert [(spot.place, spot.precision, spot.events, spot.reports, spot.conflict) for spot in found.spots] == [
        ("Kyiv", "city", 2, 2, 2), ("Lviv", "city", 1, 1, 1),
    ]  # fmt: skip
    assert found.lands == (Land("UKR", 4, 1), Land("CHN", 1, 0))
    assert (found.more_places, found.more_events, found.unplaced) == (1, 1, 3)


def test_each_event_is_drawn_once_or_counted_as_nowhere(filled: str, coded: Coded) -> None:
    nowhere: dict[str, Any] = {"lat": None, "lon": None, "precision": "site"}
    places: list[dict[str, Any]] = [
        {"name": "White House", **nowhere},
        {"name": "Black Sea", "country": None, "precision": "region"},
        {"name": "Safari Hotel", "country": None, **nowhere},
    ]
    with Writer(filled) as writer:
        for n, place in enumerate(places):
            writer.add(placed(coded(f"RUS attacked UKR in Place{n} USA.", f"p{n}"), **place))
    for way in (spread, _of_many):
        found = asked(filled, lambda c, way=way: way(c, Filter(), top=500))  # type: ignore[misc]
        assert {land.country: land.only_country for land in found.lands} == {"UKR": 0, "CHN": 0, "USA": 1}
        assert [spot.place for spot in found.spots if not spot.country] == ["Black Sea"]
        assert (sum(spot.events for spot in found.spots), found.unplaced) == (5, 4)


def whole_country(report: AnnotatedReport) -> AnnotatedReport:
    return placed(report, name="Ukraine", lat=None, lon=None, precision="country")


def placed(report: AnnotatedReport, **changes: Any) -> AnnotatedReport:
    (event,) = report.events
    assert event.place
    return replace(report, events=(replace(event, place=replace(event.place, **changes)),))


def test_places_follow_the_filter(filled: str) -> None:
    found = asked(filled, lambda c: spread(c, Filter.of(says="Ann Lee")))
    assert [(spot.place, spot.events) for spot in found.spots] == [("Kyiv", 1)]
    assert (found.lands, found.unplaced) == ((Land("UKR", 1, 0),), 0)


def test_speakers_are_ranked_by_what_rests_on_them(filled: str) -> None:
    found = asked(filled, lambda c: sayings(c, [Filter()]))
    assert [(voice.name, voice.events, voice.reports, voice.types) for voice in found.voices] == [
        ("the police", 2, 2, (("ASSAULT", 1), ("CONSULT", 1))),
        ("the mayor", 1, 1, (("ASSAULT", 1),)),
        ("Ann Lee", 1, 1, (("ASSAULT", 1),)),
    ]
    assert (found.events, found.own, found.cited, found.speakers, found.half) == (7, 3, 4, 3, 1)


def test_what_some_say_and_others_deny_stands_side_by_side(filled: str, coded: Coded) -> None:
    (text, more), *_ = REPORTS[1:]
    report = coded(text, "r2", **more)
    with Writer(filled) as writer:
        writer.add(replace(report, events=tuple(replace(event, status="denied") for event in report.events)))
    assemble(filled, ["r1", "r2"])
    (found,) = asked(filled, lambda c: denials(c, Filter()))
    assert (found.incident, [(claim.report, claim.status, claim.says) for claim in found.claims]) == (
        "i1",
        [("r1", "occurred", ("the police",)), ("r1", "occurred", ("the mayor",)), ("r2", "denied", ("Ann Lee",))],
    )
    assert asked(filled, lambda c: denials(c, Filter.of(actor="CHN"))) == ()


def assemble(db: str, reports: Sequence[str]) -> None:
    with View(db) as view:
        events = [{"id": event.id, "report": event.report["id"]} for event in view.events(Filter.of(report=tuple(reports)))]
    counts = {"reports": 2, "publishers": 2, "origins": 2, "first": "2025-01-30", "last": "2025-02-01"}
    lists = {"events": events, "actors": [], "recipients": [], "quantities": [], "disagreements": []}
    body = {"id": "i1", "type": "ASSAULT", "status": "occurred", "time": None, "place": None, **counts, **lists}
    with Writer(db) as writer:
        writer.assemble([Incident(body, [])])


def test_an_actor_acts_suffers_and_speaks(filled: str) -> None:
    found = asked(filled, lambda c: actor(c, "UKR", Filter()))
    assert found.names == (Found("Land of UKR", "ukr-gov", "name", 4),)
    assert [(part.role, part.events, part.types, part.others) for part in found.parts] == [
        ("actor", 1, [("CONSULT", 1)], [("USA", 1)]),
        ("recipient", 3, [("ASSAULT", 3)], [("RUS", 3)]),
        ("says", 0, [], []),
    ]


@pytest.mark.parametrize(
    ("key", "events"), [("rus-gov", [4, 2, 0]), ("RUS:MIL", [2, 0, 0]), ("Ann Lee", [0, 0, 1]), ("nobody-knows", [0, 0, 0])]
)
def test_actors_go_by_any_key(filled: str, key: str, events: list[int]) -> None:
    found: Actor = asked(filled, lambda c: actor(c, key, Filter()))
    assert [part.events for part in found.parts] == events


def test_an_actor_follows_the_filter(filled: str) -> None:
    found = asked(filled, lambda c: actor(c, "RUS", Filter.of(since="2025-02", party="RUS")))
    assert [part.events for part in found.parts] == [1, 2, 0]
    assert [(name.name, name.events) for name in found.names] == [("Land of RUS", 3)]
