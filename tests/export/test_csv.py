"""The flat table."""

import csv
from collections.abc import Callable
from io import StringIO

import pytest

from sayso.export import COLUMNS, header, row
from sayso.model import Event, Party, Quantity, Span

Make = Callable[..., Event]


def cells(event: Event) -> dict[str, str]:
    """The row as a reader of CSV sees it."""
    (found,) = csv.DictReader(StringIO(header() + row(event), newline=""))
    return found


def test_the_header_names_every_column(event: Make) -> None:
    assert header() == ",".join(COLUMNS) + "\n"
    assert list(cells(event())) == list(COLUMNS)


@pytest.mark.parametrize(
    ("column", "value"),
    [
        ("id", "e1"),
        ("report_id", "r1"),
        ("published", "2025-12-05"),
        ("contexts", "military; territory"),
        ("cameo", "182"),
        ("score", "-7.5"),
        ("actors", "Police; Army"),
        ("actor_countries", "KEN; "),
        ("actor_sectors", "COP; MIL+GOV"),
        ("recipients", ""),
        ("recipient_countries", ""),
        ("says", "a doctor"),
        ("says_kind", "paraphrase"),
        ("time_start", "2025-12-04"),
        ("time_basis", "relative"),
        ("place", "Nairobi"),
        ("lat", "-1.28"),
        ("quantities", "injured=11..14; money=5000000.. USD"),
        ("trigger", "beat"),
        ("evidence", 'Police beat "11 to 14" people.'),
        ("start", "0"),
        ("end", "30"),
        ("url", "https://example.org/1"),
    ],
)
def test_a_cell(event: Make, column: str, value: str) -> None:
    assert cells(event())[column] == value


def test_what_is_missing_is_empty(event: Make) -> None:
    found = cells(event(mode=None, time=None, place=None, quantities=(), says=(), actors=()))
    assert {found[c] for c in ("mode", "time_start", "place", "lat", "quantities", "says", "actors", "actor_countries")} == {""}


@pytest.mark.parametrize(
    ("low", "high", "written"),
    [(11, 11, "deaths=11"), (11, 14, "deaths=11..14"), (11, None, "deaths=11.."), (None, 14, "deaths=..14"), (2.5, 2.5, "deaths=2.5")],
)
def test_numbers(event: Make, low: float | None, high: float | None, written: str) -> None:
    assert cells(event(quantities=(Quantity("deaths", low, high, "people", "x"),)))["quantities"] == written


@pytest.mark.parametrize("text", ["=1+1", "+1", "-1", "@x", "\tx", "\rx", " =HYPERLINK(1)"])
def test_text_that_looks_like_a_formula_is_disarmed(event: Make, text: str) -> None:
    party = Party(None, text, None, (), 0, 1, "P", "text")
    found = cells(event(evidence=Span(0, 3, text), actors=(party,)))
    assert found["evidence"] == found["actors"] == "'" + text


@pytest.mark.parametrize("text", ["a,b;c", 'a "b"', "a\nb\r\nc", "a\ud800", "🏳️‍🌈 א"])
def test_any_text_stays_in_its_cell(event: Make, text: str) -> None:
    found = cells(event(evidence=Span(0, 3, text)))
    assert found["evidence"] == text.replace("\ud800", "\\ud800")
    assert found["url"] == "https://example.org/1"
