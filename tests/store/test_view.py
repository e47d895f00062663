"""Finding, paging, counting; and that nothing can be changed by reading."""

from collections.abc import Callable
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest
from sqlalchemy import func, select

from sayso.errors import StoreError
from sayso.model import AnnotatedReport
from sayso.store import Filter, Incident, View, Writer
from sayso.store.schema import tables

Coded = Callable[..., AnnotatedReport]
Once = Callable[[Callable[[str], None]], str]
REPORTS: list[tuple[str, dict[str, Any]]] = [
    ("RUS attacked UKR in Kyiv UKR, the spokesman of Der Spiegel said. It left 11 dead.", {"publisher": "Der Spiegel"}),
    ("RUS:MIL visited IND. The tariffs of IND stay.", {"published": "2025-01-31"}),
    ("USA sanctioned RUS over new tariffs.", {"published": "2024-06-30", "publisher": "Évening News"}),
    ("USA has a plan. CHN visited USA by plan in Old Delhi.", {"published": "2025-02-01"}),
    ("IND attacked PAK in Delhi IND, Ann Lee said, RUS visited RUS.", {"published": None, "publisher": None}),
]


@pytest.fixture
def filled(once: Once, coded: Coded) -> str:
    """A database with the events of five reports; the first is told by three origins."""

    def fill(db: str) -> None:
        with Writer(db) as writer:
            for n, (text, more) in enumerate(REPORTS, 1):
                writer.add(coded(text, f"r{n}", **more))
        with View(db) as view:
            attack = next(view.events(Filter.of(report="r1")))
        body: dict[str, Any] = {
            "id": "i1",
            "type": "ASSAULT",
            "status": "occurred",
            "events": [{"id": attack.id, "report": "r1"}],
            "reports": 3,
            "publishers": 3,
            "origins": 3,
            "first": "2025-12-04",
            "last": "2025-12-05",
            "actors": [],
            "recipients": [],
            "time": None,
            "place": None,
            "quantities": [],
            "disagreements": [],
        }
        with Writer(db) as writer:
            writer.assemble([Incident(body, ["the same day and place"])])

    return once(fill)


def found(db: str, **given: Any) -> list[str]:
    with View(db) as view:
        wanted = Filter.of(**given)
        events = list(view.events(wanted))
        assert view.count(wanted) == len(events)
        return sorted(f"{e.report['id']} {e.type}" for e in events)


CASES: list[tuple[dict[str, Any], list[str]]] = [
    ({}, ["r1 ASSAULT", "r2 CONSULT", "r3 SANCTION", "r4 CONSULT", "r5 ASSAULT", "r5 CONSULT"]),
    ({"actor": "RUS"}, ["r1 ASSAULT", "r2 CONSULT", "r5 CONSULT"]),
    ({"recipient": "RUS"}, ["r3 SANCTION", "r5 CONSULT"]),
    ({"party": "RUS"}, ["r1 ASSAULT", "r2 CONSULT", "r3 SANCTION", "r5 CONSULT"]),
    ({"actor": "RUS", "recipient": "RUS"}, ["r5 CONSULT"]),
    ({"actor": ("CHN", "IND")}, ["r4 CONSULT", "r5 ASSAULT"]),
    ({"actor": "RUS:MIL"}, ["r2 CONSULT"]),
    ({"actor": ":MIL"}, ["r2 CONSULT"]),
    ({"actor": "USA:MIL"}, []),
    ({"actor": ("RUS:MIL", "CHN")}, ["r2 CONSULT", "r4 CONSULT"]),
    ({"actor": "rus-gov"}, ["r1 ASSAULT", "r2 CONSULT", "r5 CONSULT"]),
    ({"actor": "land of chn"}, ["r4 CONSULT"]),
    ({"actor": "land"}, ["r1 ASSAULT", "r2 CONSULT", "r3 SANCTION", "r4 CONSULT", "r5 ASSAULT", "r5 CONSULT"]),
    ({"actor": "of"}, ["r1 ASSAULT", "r2 CONSULT", "r3 SANCTION", "r4 CONSULT", "r5 ASSAULT", "r5 CONSULT"]),
    ({"actor": "o"}, []),
    ({"actor": "%"}, []),
    ({"actor": "Russia"}, ["r1 ASSAULT", "r2 CONSULT", "r5 CONSULT"]),
    ({"actor": ("people's republic of china", "India")}, ["r4 CONSULT", "r5 ASSAULT"]),
    ({"actor": "Russia:MIL"}, ["r2 CONSULT"]),
    ({"recipient": "US"}, ["r4 CONSULT"]),
    ({"place": "India"}, ["r5 ASSAULT"]),
    ({"actor": ("CHN", "Land of IND", "usa-gov")}, ["r3 SANCTION", "r4 CONSULT", "r5 ASSAULT"]),
    ({"type": ("SANCTION", "ASSAULT")}, ["r1 ASSAULT", "r3 SANCTION", "r5 ASSAULT"]),
    ({"mode": "visit"}, ["r2 CONSULT", "r4 CONSULT", "r5 CONSULT"]),
    ({"quad": 1}, ["r2 CONSULT", "r4 CONSULT", "r5 CONSULT"]),
    ({"status": "planned"}, ["r4 CONSULT"]),
    ({"says": "Der Spiegel"}, ["r1 ASSAULT"]),
    ({"says": "ann lee"}, ["r5 ASSAULT"]),
    ({"says": "LEE"}, ["r5 ASSAULT"]),  # three capitals that are no country's code, as in BBC
    ({"says": ("LEE", "USA")}, ["r5 ASSAULT"]),
    ({"says": "-"}, ["r2 CONSULT", "r3 SANCTION", "r4 CONSULT", "r5 CONSULT"]),
    ({"says": ("-", "Ann Lee"), "status": "occurred"}, ["r2 CONSULT", "r3 SANCTION", "r5 ASSAULT", "r5 CONSULT"]),
    ({"context": "military"}, ["r1 ASSAULT", "r5 ASSAULT"]),
    ({"publisher": "der spiegel"}, ["r1 ASSAULT"]),
    ({"publisher": "evening news"}, ["r3 SANCTION"]),
    ({"place": "IND"}, ["r5 ASSAULT"]),
    ({"place": "kyiv"}, ["r1 ASSAULT"]),
    ({"place": ("kyiv", "IND")}, ["r1 ASSAULT", "r5 ASSAULT"]),
    ({"since": "2025-01"}, ["r1 ASSAULT", "r2 CONSULT", "r4 CONSULT"]),
    ({"until": "2025-01"}, ["r2 CONSULT", "r3 SANCTION"]),
    ({"since": "2025-01-31", "until": "2025-01-31"}, ["r2 CONSULT"]),
    ({"since": "2024", "until": "2024"}, ["r3 SANCTION"]),
    ({"published_since": "2025-02", "published_until": "2025"}, ["r1 ASSAULT", "r4 CONSULT"]),
    ({"min_origins": 2}, ["r1 ASSAULT"]),
    ({"min_origins": 4}, []),
    ({"incident": "i1"}, ["r1 ASSAULT"]),
    ({"text": "tariffs"}, ["r3 SANCTION"]),
    ({"text": '"new tariffs"'}, ["r3 SANCTION"]),
    ({"text": '"tariffs new"'}, []),
    ({"text": "tariffs RUS"}, ["r3 SANCTION"]),
    ({"text": "tariffs UKR"}, []),
    ({"text": "\"'*(:^-AND"}, []),
    ({"report": ("r1", "r3")}, ["r1 ASSAULT", "r3 SANCTION"]),
    (
        {"actor": "RUS", "type": "ASSAULT", "status": "occurred", "says": "Spiegel", "since": "2025", "place": "UKR", "min_origins": 3},
        ["r1 ASSAULT"],
    ),
    ({"actor": "RUS", "type": "ASSAULT", "text": "Spiegel", "context": "military", "recipient": ("UKR", "USA")}, ["r1 ASSAULT"]),
]


def test_filters(filled: str) -> None:
    wrong = {str(given): (found(filled, **given), expected) for given, expected in CASES if found(filled, **given) != expected}
    assert wrong == {}


def test_who_goes_by_another_name_is_found(once: Once, coded: Coded) -> None:
    def fill(db: str) -> None:
        told = coded("RUS attacked UKR, Ann Lee said. CHN visited USA.", "r1")
        attack, visit = told.events
        actors = (replace(attack.actors[0], entity="tur-pkk", name="Kurdistan Workers' Party"),)
        says = (replace(attack.says[0], entity="fra-afp", name="Agence France-Presse"),)
        with Writer(db) as writer:
            writer.add(replace(told, events=(replace(attack, actors=actors, says=says), visit)))

    db = once(fill)
    for given in ({"actor": "PKK"}, {"party": ("pkk", "PAK")}, {"says": "AFP"}, {"actor": "Kurdistan Workers Party"}):
        assert found(db, **given) == ["r1 ASSAULT"]
    assert found(db, actor="PKK", says="FBI") == []
    assert found(db, says=("-", "AFP")) == ["r1 ASSAULT", "r1 CONSULT"]


def test_a_filter_that_does_not_exist_is_named() -> None:
    with pytest.raises(TypeError, match="no filter is called colour; there are actor"):
        Filter.of(colour="red")


@pytest.mark.parametrize("day", ["soon", "2025-13", "2025-1-1", "25"])
def test_a_day_that_is_none_is_named(day: str) -> None:
    with pytest.raises(ValueError, match="since wants a day"):
        Filter.of(since=day)


def test_the_newest_come_first_and_the_undated_last(filled: str) -> None:
    with View(filled) as view:
        days = [e.time.start if e.time else None for e in view.events()]
    assert days == ["2025-12-04", "2025-02-01", "2025-01-31", "2024-06-30", None, None]


@pytest.mark.parametrize("given", [{}, {"actor": "RUS"}, {"actor": ("RUS", "USA", "CHN")}, {"type": ("CONSULT", "ASSAULT")}])
@pytest.mark.parametrize("limit", [1, 2, 5])
def test_pages_give_everything_once(filled: str, given: dict[str, Any], limit: int) -> None:
    with View(filled) as view:
        lines: list[str] = []
        after, pages = None, 0
        while True:
            page = view.page(Filter.of(**given), limit=limit, after=after)
            lines += page.lines
            after, pages = page.after, pages + 1
            if after is None:
                break
        assert lines == list(view.lines(Filter.of(**given)))
        assert pages == max(1, -(-len(lines) // limit))
        with pytest.raises(StoreError, match="no place to go on from"):
            view.page(after="x")


def test_facets_count_events(filled: str) -> None:
    with View(filled) as view:
        facets = view.facets()
        assert dict(facets["type"]) == {"CONSULT": 3, "ASSAULT": 2, "SANCTION": 1}
        assert dict(facets["actor"]) == {"RUS": 3, "USA": 1, "CHN": 1, "IND": 1}
        assert dict(facets["actor_sector"]) == {"MIL": 1}
        assert dict(facets["publisher"]) == {"Harbour Post": 2, "Der Spiegel": 1, "Évening News": 1, None: 2}
        assert dict(facets["says"]) == {"the spokesman of Der Spiegel": 1, "Ann Lee": 1}
        assert dict(facets["year"]) == {"2025": 3, "2024": 1, "": 2}
        some = view.facets(Filter.of(actor="RUS"), ["type", "recipient"])
        assert some["type"] == [("CONSULT", 2), ("ASSAULT", 1)]
        assert sorted(some["recipient"]) == [("IND", 1), ("RUS", 1), ("UKR", 1)]
        with pytest.raises(StoreError, match="no facet is called colour"):
            view.facets(names=["colour"])


def test_reports_are_found_by_their_words(filled: str) -> None:
    with View(filled) as view:
        assert sorted(r.id for r in view.reports(text="tariffs")) == ["r2", "r3"]
        assert [r.id for r in view.reports(limit=2)] == ["r1", "r4"]
        with pytest.raises(StoreError, match="there is no report 'r9'"):
            view.annotated("r9")


WRITES = [
    "DELETE FROM reports",
    "UPDATE events SET type = 'AID'",
    "INSERT INTO names (n, name, words) VALUES (99, 'x', 'x')",
    "DROP TABLE events",
    "CREATE TABLE x (y int)",
    "PRAGMA query_only = OFF",
    "ATTACH DATABASE 'other.db' AS other",
    "SELECT 1; DELETE FROM reports",
    "WITH gone AS (DELETE FROM reports RETURNING n) SELECT * FROM gone",
    "SELECT set_config('transaction_read_only', 'off', true)",
    "COMMIT",
    "VACUUM",
]


@pytest.mark.parametrize("statement", WRITES)
def test_a_reader_can_not_write(filled: str, statement: str) -> None:
    if "set_config" in statement and not filled.startswith("postgresql"):
        pytest.skip("a function of PostgreSQL's")
    with View(filled) as view:
        if statement != "COMMIT" or filled.startswith("postgresql"):
            with pytest.raises(StoreError):
                view.sql(statement)
        assert view.count() == 6
        assert view.sql("SELECT count(*) FROM reports").rows == [(5,)]


def test_sql_of_ones_own(filled: str) -> None:
    with View(filled) as view:
        answer = view.sql("SELECT type AS kind, count(*) AS n FROM events WHERE type LIKE '%A%' GROUP BY type ORDER BY type;")
        assert answer.columns == ("kind", "n")
        assert answer.rows == [("ASSAULT", 2), ("SANCTION", 1)]
        assert len(view.sql("SELECT n FROM events", limit=2).rows) == 2
        with pytest.raises(StoreError, match="nowhere"):
            view.sql("SELECT * FROM nowhere")


def test_columns_of_one_name_are_numbered(filled: str) -> None:
    with View(filled) as view:
        assert view.sql("SELECT 1 AS n, 2 AS n, 3 AS n_2, 4 AS n").columns == ("n", "n_3", "n_2", "n_4")


def test_sql_that_takes_too_long_is_broken_off(filled: str) -> None:
    endless = "WITH RECURSIVE up(n) AS (SELECT 1 UNION ALL SELECT n + 1 FROM up) SELECT count(*) FROM up"
    with View(filled) as view, pytest.raises(StoreError, match=r"interrupted|timeout"):
        view.sql(endless, seconds=0.2)


def test_a_reader_sees_one_moment_while_a_writer_writes(file: Path, coded: Coded) -> None:
    with Writer(str(file), together=1) as writer, View(str(file)) as view:
        writer.add(coded("RUS attacked UKR.", "r1"))
        lines = view.lines()
        assert next(lines)
        writer.add(coded("RUS attacked UKR.", "r2"))
        assert list(lines) == []
        assert view.count() == 2


def test_all_that_one_question_reads_is_of_one_moment(filled: str, coded: Coded) -> None:
    def asked(connection: Any) -> list[int]:
        count = select(func.count()).select_from(tables.events)
        before = connection.execute(count).scalar_one()
        with Writer(filled) as writer:
            writer.add(coded("RUS attacked UKR.", "new"))
        return [before, connection.execute(count).scalar_one()]

    with View(filled) as view:
        assert view.ask(asked) == [6, 6]
        assert view.count() == 7
