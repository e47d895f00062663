"""GDELT's tables: three systems of country codes in one row, dates in four forms, codes as text."""

from collections.abc import Callable
from datetime import date
from io import BytesIO
from typing import Any

import pandas
import pytest

from sayso.export.days import fraction
from sayso.lexicon.foreign import Foreign
from sayso.model import Event, Party, Place

Make = Callable[..., Event]
Export = Callable[..., Any]


@pytest.fixture
def cells(export: Export, foreign: Foreign) -> Callable[..., dict[str, str]]:
    """The one row of a layout, by column."""

    def cells(event: Event, layout: str = "gdelt2", **choice: Any) -> dict[str, str]:
        data = export(layout, event, header=True, **choice).data
        (row,) = pandas.read_csv(BytesIO(data), sep="\t", dtype=str, keep_default_na=False).to_dict("records")
        return {str(name): str(value) for name, value in row.items()}

    return cells


Cells = Callable[..., dict[str, str]]


@pytest.mark.parametrize(
    ("column", "value"),
    [
        ("SQLDATE", "20251204"),
        ("MonthYear", "202512"),
        ("Year", "2025"),
        ("FractionDate", "2025.9973"),
        ("Actor1Code", "KENCOP"),
        ("Actor1Name", "POLICE"),
        ("Actor1CountryCode", "KEN"),
        ("Actor1Type1Code", "COP"),
        ("Actor2Code", ""),
        ("EventCode", "182"),
        ("EventBaseCode", "182"),
        ("EventRootCode", "18"),
        ("QuadClass", "4"),
        ("GoldsteinScale", "-9.5"),
        ("NumMentions", "1"),
        ("AvgTone", ""),
        ("ActionGeo_Type", "4"),
        ("ActionGeo_FullName", "Nairobi, Kenya"),
        ("ActionGeo_CountryCode", "KE"),
        ("ActionGeo_ADM1Code", "KE"),
        ("ActionGeo_Lat", "-1.28"),
        ("ActionGeo_Long", "36.82"),
        ("DATEADDED", "20251205000000"),
        ("SOURCEURL", "https://example.org/1"),
    ],
)
def test_a_cell(cells: Cells, event: Make, column: str, value: str) -> None:
    assert cells(event())[column] == value


def test_version_one_adds_a_day_and_has_no_second_districts(cells: Cells, event: Make) -> None:
    found = cells(event(), "gdelt1")
    assert found["DATEADDED"] == "20251205"
    assert not any("ADM2" in name for name in found)


@pytest.mark.parametrize(("day", "value"), [(date(2013, 4, 1), 2013.3315), (date(2024, 1, 1), 2024.0849), (date(2024, 12, 31), 2025.0712)])
def test_the_fraction_is_the_codebooks(day: date, value: float) -> None:
    assert fraction(day) == value


@pytest.mark.parametrize(("code", "base", "root"), [("0251", "025", "02"), ("042", "042", "04"), ("02", "02", "02"), ("1384", "138", "13")])
def test_codes_are_text_with_their_zeros(cells: Cells, event: Make, code: str, base: str, root: str) -> None:
    found = cells(event(cameo=code))
    assert (found["EventCode"], found["EventBaseCode"], found["EventRootCode"]) == (code, base, root)


@pytest.mark.parametrize(
    ("code", "quad", "gdelt", "phoenix"),
    [("010", 1, "1", "0"), ("0231", 3, "1", "0"), ("0811", 1, "2", "2"), ("057", 1, "1", "1"), ("112", 3, "3", "3"), ("163", 4, "4", "3")],
)
def test_quads_are_those_of_the_code(cells: Cells, event: Make, code: str, quad: int, gdelt: str, phoenix: str) -> None:
    told = event(cameo=code, quad=quad)
    assert (cells(told)["QuadClass"], cells(told, "phoenix")["PentaClass"]) == (gdelt, phoenix)


@pytest.mark.parametrize(
    ("country", "admin1", "precision", "kind", "fips", "state", "feature"),
    [
        ("CHN", "22", "city", "4", "CH", "CH", ""),
        ("CHE", None, "country", "1", "SZ", "SZ", "SZ"),
        ("USA", "CA", "region", "2", "US", "USCA", "USCA"),
        ("USA", "CA", "city", "3", "US", "USCA", ""),
        ("DEU", "02", "region", "5", "GM", "GM", ""),
        (None, None, "city", "4", "", "", ""),
    ],
)
def test_places_are_fips(
    cells: Cells, event: Make, country: str | None, admin1: str | None, precision: Any, kind: str, fips: str, state: str, feature: str
) -> None:
    found = cells(event(place=Place("There", "There", country, admin1, None, None, None, precision)))
    names = ("Type", "CountryCode", "ADM1Code", "FeatureID", "Lat")
    assert tuple(found[f"ActionGeo_{name}"] for name in names) == (kind, fips, state, feature, "")


@pytest.mark.parametrize(
    ("entity", "country", "sectors", "code"),
    [
        (None, "ROU", ("GOV",), "ROMGOV"),
        (None, "XKX", ("MIL", "GOV"), "KSVMILGOV"),
        ("igo-un", None, ("IGO",), "UNOIGO"),
        ("igo-nato", None, ("MIL", "IGO"), "NATMILIGO"),
        (None, "IRN", ("REL", "GOV"), "IRNRELGOV"),
        (None, None, (), ""),
        (None, "FRA", ("GOV", "LEG", "PTY", "OPP"), "FRAGOVLEGPTY"),
    ],
)
def test_actors_are_cameo(cells: Cells, event: Make, entity: str | None, country: str | None, sectors: tuple[str, ...], code: str) -> None:
    found = cells(event(actors=(Party(entity, "X", country, sectors, 0, 1, "X", "name"),)))
    assert found["Actor1Code"] == code
    parts = ("CountryCode", "KnownGroupCode", "Religion1Code", "Type1Code", "Type2Code", "Type3Code")
    assert "".join(found[f"Actor1{part}"] for part in parts) == code


def test_mentions_go_by_the_same_number_and_their_offsets_resolve(cells: Cells, event: Make) -> None:
    told = event()
    found = cells(told, "gdelt-mentions")
    assert found["GLOBALEVENTID"] == cells(told)["GLOBALEVENTID"]
    text = told.evidence.text
    at = int(found["ActionCharOffset"])
    assert text[at : at + len(told.trigger.text)] == told.trigger.text
    assert (found["Actor1CharOffset"], found["Actor2CharOffset"]) == ("0", "-1")
    assert (found["MentionSourceName"], found["Confidence"], found["InRawText"]) == ("example.org", "90", "1")


def test_what_has_no_column_is_counted(export: Export, event: Make) -> None:
    notes = export("gdelt2", event(), event(id="2", status="denied"), event(id="3", status="planned", says=(), place=None)).notes
    assert notes.left_out == {"status denied": 1, "status planned": 1}
    assert (notes.read, notes.written) == (3, 1)
    assert {name: notes.not_carried[name] for name in ("says", "further actors", "mode", "numbers")} == {
        "says": 1,
        "further actors": 1,
        "mode": 1,
        "numbers": 1,
    }
    assert notes.missing["recipient"] == 1


def test_denied_events_that_are_asked_for_lose_their_status(export: Export, event: Make) -> None:
    notes = export("gdelt2", event(status="denied"), statuses=("denied",)).notes
    assert (notes.written, notes.not_carried["status"]) == (1, 1)
