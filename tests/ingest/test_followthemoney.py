"""FollowTheMoney entities as rows of knowledge."""

import tracemalloc
from collections.abc import Iterator
from typing import Any

import orjson
import pytest

from sayso.errors import InputError
from sayso.ingest.followthemoney import Reading, Row, Tally, rows

READING = Reading(
    alpha3={"PE": "PER", "CL": "CHL", "XK": "XKX"},
    offices={"minister": ("GOV",), "judge": ("JUD",), "defence minister": ("GOV", "MIL")},
    topics=(("gov.legislative", ("LEG",), "parliament"), ("pol.party", ("PTY",), "party"), ("gov", ("GOV",), "agency")),
    common=frozenset({"rose", "hope", "prime minister"}),
    known=frozenset({"Luis Vega"}),
)


def entity(schema: str, key: str, **properties: Any) -> dict[str, Any]:
    """An entity; single values need no list."""
    lists = {name: value if isinstance(value, list) else [value] for name, value in properties.items()}
    return {"id": key, "schema": schema, "properties": lists}


ANA = entity(
    "Person", "p1", name="Ana Mora", alias=["Ana María Mora", "Ана Мора"], weakAlias=["Mora", "Rose", "AM"], country="pe", gender="female"
)
MINISTER = entity("Position", "q1", name="Minister of Health", country="pe", topics="gov.national")
HELD = entity("Occupancy", "o1", holder="p1", post="q1", startDate="2019-03-11", endDate="2021")


def read(*entities: Any, since: str = "2000", tally: Tally | None = None, failed: list[str] | None = None) -> list[Row]:
    """The rows of entities."""
    lines = (one if isinstance(one, bytes) else orjson.dumps(one) for one in entities)
    told: list[str] = [] if failed is None else failed
    result = rows(
        lines, "x.json", READING, asof="2025-01-31", since=since, tally=tally or Tally(), on_failure=lambda e: told.append(str(e))
    )
    return list(result)


def test_a_person_in_office_in_any_order() -> None:
    (row,) = read(ANA, MINISTER, HELD)
    assert row.pop("id").startswith("per-ana-mora-")
    assert row == {
        "kind": "person", "name": "Ana Mora", "also": "Ana María Mora", "short": "Mora", "gender": "f", "country": "PER",
        "asof": "2025-01-31", "marked": "", "role": "minister of health", "sectors": "GOV", "from": "2019-03-11", "to": "2021",
    }  # fmt: skip
    assert [r["role"] for r in read(HELD, MINISTER, ANA)] == ["minister of health"]


def test_one_row_an_office() -> None:
    judge = entity("Position", "q2", name="Judge, Supreme Court", country="pe")
    then = entity("Occupancy", "o2", holder="p1", post="q2", periodStart="2010", periodEnd="2012")
    assert [(r["role"], r["sectors"], r["from"]) for r in read(ANA, MINISTER, HELD, judge, then)] == [
        ("judge, supreme court", "JUD", "2010"),
        ("minister of health", "GOV", "2019-03-11"),
    ]


@pytest.mark.parametrize(
    ("position", "sectors"),
    [
        ({"name": "Member of the Assembly", "topics": ["gov.legislative", "gov.national"]}, "LEG"),
        ({"name": "Defence Minister of Peru"}, "GOV|MIL"),
        ({"name": "Deputy judge", "topics": "gov.national"}, "JUD"),
        ({"name": "Adviser", "topics": "gov.national"}, "GOV"),
    ],
)
def test_sectors_of_positions(position: dict[str, Any], sectors: str) -> None:
    assert [r["sectors"] for r in read(ANA, entity("Position", "q1", **position), HELD)] == [sectors]


@pytest.mark.parametrize(
    "entities",
    [
        (ANA, MINISTER),  # no office
        (ANA, MINISTER, entity("Occupancy", "o", holder="p1", post="q1", endDate="1999-12-31")),  # too long ago
        (ANA, MINISTER, entity("Occupancy", "o", holder="p1", post="q1", status="ended")),  # ended, nobody knows when
        (ANA, MINISTER, entity("Occupancy", "o", holder="p1", post="q1", startDate="2010", endDate="2009")),
        (ANA, entity("Position", "q1", name="Florist"), HELD),  # no office of politics
        (entity("Person", "p1", name="Luis Vega", country="pe"), MINISTER, HELD),  # known already
        (entity("Person", "p1", name="Ана Мора", country="pe"), MINISTER, HELD),  # in a script that is not read
        (entity("Person", "p1", name="Hope", country="pe"), MINISTER, HELD),  # a common word
    ],
)
def test_who_is_left_out(entities: tuple[Any, ...]) -> None:
    assert read(*entities) == []


def test_offices_that_may_have_ended_are_dated() -> None:
    seen = {**ANA, "last_seen": "2024-11-02T05:00:00"}
    (row,) = read(seen, MINISTER, entity("Occupancy", "o", holder="p1", post="q1", startDate="2022"))
    assert (row["to"], row["asof"]) == ("", "2024-11-02")


def test_bodies() -> None:
    found = read(
        entity("PublicBody", "b1", name="Ministry of Fish", country="pe"),
        entity("Organization", "b2", name="Sun of Chile", topics="pol.party", country="cl", incorporationDate="2001-02"),
        entity("Organization", "b3", name="Garden Friends", country="cl"),
        entity("Company", "b4", name="Fish plc", country="cl"),
    )
    assert [(r["name"], r["kind"], r["sectors"], r["from"]) for r in found] == [
        ("Ministry of Fish", "agency", "GOV", ""),
        ("Sun of Chile", "party", "PTY", "2001-02"),
    ]


def test_a_name_of_several_persons_is_marked() -> None:
    tally = Tally()
    other = entity("Person", "p2", name="Ana Mora", country="cl")
    found = read(ANA, other, MINISTER, HELD, entity("Occupancy", "o2", holder="p2", post="q1", startDate="2020"), tally=tally)
    assert [r["marked"] for r in found] == ["Ana Mora", "Ana Mora"]
    assert len({r["id"] for r in found}) == 2
    assert (tally.lines, tally.persons, tally.shared) == (5, 2, 2)


def test_other_names_are_nobody_elses() -> None:
    other = entity(
        "Person", "p2", name="Eva Ruiz", alias=["Ana Maria Mora", "Luis Vega", "Prime Minister", "E. Ruiz"], weakAlias="Mora", country="cl"
    )
    found = read(ANA, other, MINISTER, HELD, entity("Occupancy", "o2", holder="p2", post="q1", startDate="2020"))
    assert [(r["also"], r["short"], r["marked"]) for r in found] == [("", "", ""), ("E. Ruiz", "", "")]


@pytest.mark.parametrize(
    ("line", "told"),
    [
        (b"{bad", "x.json:2: not valid JSON"),
        (b"[1]", "x.json:2: is no FollowTheMoney entity"),
        (b'{"id": "x", "schema": "Person"}', "x.json:2: is no FollowTheMoney entity"),
        (b'{"id": "x", "schema": "Occupancy", "properties": {}}', "x.json:2: is no FollowTheMoney entity"),
        (b'{"id": "x", "schema": "Person", "properties": {"name": [3]}}', "x.json:2: is no FollowTheMoney entity"),
        (b"\xff", "x.json:2: not valid JSON"),
    ],
)
def test_a_bad_line_is_named_and_the_rest_read(line: bytes, told: str) -> None:
    failed: list[str] = []
    assert len(read(ANA, line, b"", MINISTER, HELD, failed=failed)) == 1
    assert [text[: len(told)] for text in failed] == [told]


def test_memory_does_not_grow_with_the_file() -> None:
    def lines(count: int) -> Iterator[bytes]:
        for n in range(count):
            yield orjson.dumps(entity("Person", f"p{n}", name=f"Ana Mora {n:09}", country="pe"))
            yield orjson.dumps(entity("Occupancy", f"o{n}", holder=f"p{n}", post="q1", startDate="2020"))
        yield orjson.dumps(MINISTER)

    def peak(count: int) -> int:
        tracemalloc.start()
        read_ = rows(lines(count), "x", READING, asof="2025", since="2000", tally=Tally(), on_failure=_fail)
        assert sum(1 for _ in read_) == count
        most = tracemalloc.get_traced_memory()[1]
        tracemalloc.stop()
        return most

    assert peak(16_000) < 2 * peak(4_000)  # a fourfold file; what Python itself holds back varies


def _fail(error: InputError) -> None:
    raise error
