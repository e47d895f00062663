"""Office-holders over SPARQL: asked politely, tried again, read as exactly as they are told."""

from collections.abc import Callable, Iterator
from typing import Any

import pytest

from sayso.errors import InputError
from sayso.ingest.wikidata import TRIES, Office, Wikidata, offices

Ask = Callable[..., dict[str, Any]]
EMPTY = b'{"results": {"bindings": []}}'


@pytest.fixture
def slept() -> list[float]:
    """Seconds that were waited."""
    return []


@pytest.fixture
def service(sparql: Any, slept: list[float]) -> Iterator[Wikidata]:
    """The service, asked on loopback without really waiting."""
    made = Wikidata(contact="me@example.org", endpoint=sparql.url, pause=2.0, sleep=slept.append)
    yield made
    made.close()


def test_one_country_a_query_with_a_name_and_a_pause(sparql: Any, service: Wikidata, slept: list[float]) -> None:
    sparql.will(EMPTY)
    sparql.will(EMPTY)
    service.answer("PER", 2005)
    service.answer("CHL", 2005)
    assert ['"PER"' in query for query in sparql.asked] == [True, False]
    assert all("YEAR(?end) >= 2005" in query for query in sparql.asked)
    assert set(sparql.agents) == {"sayso (office-holders for review; me@example.org)"}
    assert slept == [2.0]


@pytest.mark.parametrize("status", [429, 500, 503, 504])
def test_a_busy_service_is_asked_again_later(sparql: Any, service: Wikidata, slept: list[float], status: int) -> None:
    sparql.will(b"", status)
    sparql.will(b"", status)
    sparql.will(EMPTY)
    assert service.answer("PER", 2000) == {"results": {"bindings": []}}
    assert slept == [2.0, 4.0]


def test_it_waits_as_long_as_it_is_asked_to(sparql: Any, service: Wikidata, slept: list[float]) -> None:
    sparql.will(b"", 429, Retry_After="31")
    sparql.will(b"", 429, Retry_After="9999999")
    sparql.will(EMPTY)
    service.answer("PER", 2000)
    assert slept == [31.0, 300.0]


def test_it_gives_up_after_five_tries(sparql: Any, service: Wikidata) -> None:
    for _ in range(TRIES):
        sparql.will(b"", 503)
    with pytest.raises(InputError, match=r"PER: .*HTTP 503; run the same command later: what was answered so far is kept"):
        service.answer("PER", 2000)
    assert len(sparql.asked) == TRIES


def test_a_refusal_is_not_argued_with(sparql: Any, service: Wikidata, slept: list[float]) -> None:
    sparql.will(b"", 403)
    with pytest.raises(InputError, match="HTTP 403"):
        service.answer("PER", 2000)
    assert (len(sparql.asked), slept) == (1, [])


@pytest.mark.parametrize("body", [b"<html>", b"[]", b"{}", b'{"results": 3}'])
def test_what_is_no_result(sparql: Any, service: Wikidata, body: bytes) -> None:
    sparql.will(body)
    with pytest.raises(InputError, match="is it the right endpoint"):
        service.answer("PER", 2000)


def test_nobody_there(sparql: Any, slept: list[float]) -> None:
    made = Wikidata(contact="me", endpoint="http://127.0.0.1:9/", pause=1.0, sleep=slept.append)
    with pytest.raises(InputError, match="run the same command later"):
        made.answer("PER", 2000)
    made.close()
    assert slept == [1.0, 2.0, 4.0, 8.0]


def test_days_are_as_exact_as_they_are_told(sparql: Any, service: Wikidata) -> None:
    rows = [
        sparql.row("Q1", "Ana Mora", "President of Peru", "2031-07-28", aliases="A. Mora|Ana M. Mora|A. Mora"),
        sparql.row("Q1", "Ana Mora", "Minister of Health", "2029-03", "2030", gender="http://www.wikidata.org/entity/Q6581072"),
    ]
    sparql.will(sparql.answer(*rows))
    assert list(offices(service.answer("PER", 2000), "PER")) == [
        Office("Q1", "Ana Mora", ("A. Mora", "Ana M. Mora"), None, "President of Peru", "2031-07-28", None),
        Office("Q1", "Ana Mora", (), "f", "Minister of Health", "2029-03", "2030"),
    ]


@pytest.mark.parametrize("change", [{"startPrecision": "7"}, {"start": "t1234"}, {"startPrecision": "x"}])
def test_a_row_that_cannot_be_read(sparql: Any, change: dict[str, str]) -> None:
    row = sparql.row("Q1", "Ana Mora", "President", "2031") | {key: {"value": value} for key, value in change.items()}
    with pytest.raises(InputError, match=r"PER: row 1 of the answer can't be read"):
        list(offices({"results": {"bindings": [row]}}, "PER"))
