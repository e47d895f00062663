"""What holds for every table: published columns, one row an event, the same for every reader."""

import string
from collections.abc import Callable
from dataclasses import replace
from io import BytesIO
from typing import Any

import pandas
import polars
import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from sayso.export.layouts import LAYOUTS
from sayso.export.table import EXTRAS
from sayso.lexicon.foreign import Foreign
from sayso.model import Event, Party, Place, Quantity, Span, Speaker, When

Make = Callable[..., Event]
Export = Callable[..., Any]

SHAPES = {  # columns, separator, header in native files, the first and the last column as published
    "gdelt1": (58, "\t", False, "GLOBALEVENTID", "SOURCEURL"),
    "gdelt2": (61, "\t", False, "GLOBALEVENTID", "SOURCEURL"),
    "gdelt-mentions": (16, "\t", False, "GLOBALEVENTID", "Extras"),
    "icews": (20, "\t", True, "Event ID", "Longitude"),
    "polecat": (40, "\t", True, "Event ID", "Version"),
    "phoenix": (26, "\t", False, "EventID", "NewsSources"),
    "petrarch2": (7, "\t", False, "date", "storysource"),
    "acled": (31, ",", True, "event_id_cnty", "timestamp"),
    "ged": (49, ",", True, "id", "gwnob"),
}
PLACES = {"gdelt2": {57: "ActionGeo_Lat", 60: "DATEADDED"}, "gdelt1": {5: "FractionDate", 58: "SOURCEURL"}, "polecat": {31: "GeoNames ID"}}
DEADLY = (Quantity("deaths", 3.0, 5.0, None, "three to five"),)
tables = pytest.mark.parametrize("name", SHAPES)
quickly = settings(
    max_examples=50, deadline=None, derandomize=True, suppress_health_check=[HealthCheck.function_scoped_fixture, HealthCheck.too_slow]
)


def test_every_table_is_tested() -> None:
    assert set(SHAPES) == {name for name, layout in LAYOUTS.items() if layout.tabular}


@tables
def test_the_columns_are_those_published(foreign: Foreign, name: str) -> None:
    count, _, _, first, last = SHAPES[name]
    columns = foreign.columns[name]
    assert (len(columns), columns[0], columns[-1]) == (count, first, last)
    assert {n: columns[n - 1] for n in PLACES.get(name, {})} == PLACES.get(name, {})


@tables
def test_pandas_and_polars_read_the_same(foreign: Foreign, export: Export, event: Make, name: str) -> None:
    _, separator, header, *_ = SHAPES[name]
    data = export(name, event(quantities=DEADLY), event(id="e2", quantities=DEADLY, place=None, time=None)).data
    names = None if header else list(foreign.columns[name])
    seen = pandas.read_csv(BytesIO(data), sep=separator, dtype=str, names=names, keep_default_na=False)
    also = polars.read_csv(BytesIO(data), separator=separator, has_header=header, new_columns=names, infer_schema=False)
    assert list(seen.columns) == list(also.columns) == list(foreign.columns[name])
    assert len(seen) == also.height == 2
    assert seen.to_numpy().tolist() == [[cell or "" for cell in row] for row in also.rows()]


@tables
def test_extras_stand_after_the_native_columns(foreign: Foreign, export: Export, event: Make, name: str) -> None:
    _, separator, *_ = SHAPES[name]
    found = export(name, event(quantities=DEADLY), header=True, extras=True)
    seen = pandas.read_csv(BytesIO(found.data), sep=separator, dtype=str)
    assert list(seen.columns) == [*foreign.columns[name], *EXTRAS]
    assert (seen["sayso_status"][0], seen["sayso_says"][0], seen["sayso_start"][0]) == ("occurred", "a doctor", "0")
    assert "says" not in found.notes.not_carried


@tables
def test_pairs_are_rows_of_their_own(export: Export, event: Make, name: str) -> None:
    parties = event().actors
    told = event(recipients=parties, quantities=DEADLY)
    first, paired = export(name, told), export(name, told, pairs=True)
    assert (first.notes.rows, paired.notes.rows) == (1, 4)
    assert first.notes.written == paired.notes.written == 1
    assert "further actors" not in paired.notes.not_carried
    identifiers = {line.split("\t")[0].split(",")[0] for line in paired.lines[-4:]}
    assert len(identifiers) == 4 or name == "petrarch2"


text = st.text(st.one_of(st.characters(), st.sampled_from(string.punctuation + "\t\n\r\x85\u2028\ud800")), max_size=12)
parties = st.builds(
    Party,
    entity=st.sampled_from([None, "igo-un", "rus-putin"]),
    name=text,
    country=st.sampled_from([None, "KEN", "XKX", "QQQ", "ROU"]),
    sectors=st.lists(st.sampled_from(["GOV", "REB", "REL", "MED", "IGO", "???"]), max_size=5).map(tuple),
    start=st.integers(0, 9),
    end=st.integers(10, 19),
    text=text,
    basis=st.just("text"),
)
days = st.sampled_from([None, "2025-12-04", "2025-12-31", "2024-02-29", "nonsense"])
bounds = st.sampled_from([None, 0.0, 1.0, 14.0, 2.5])
urls = st.one_of(st.none(), text)
changes = st.fixed_dictionaries(
    {
        "id": text,
        "type": st.sampled_from(["ASSAULT", "PROTEST", "CONSULT", "THREATEN"]),
        "mode": st.sampled_from([None, "demo", "aerial", "visit"]),
        "cameo": st.sampled_from(["01", "042", "1383", "190", "99"]),
        "quad": st.integers(1, 4),
        "status": st.sampled_from(["occurred", "planned", "possible", "denied"]),
        "actors": st.lists(parties, max_size=3).map(tuple),
        "recipients": st.lists(parties, max_size=3).map(tuple),
        "evidence": st.builds(Span, st.just(0), st.just(9), text),
        "says": st.lists(
            st.builds(Speaker, text, st.none(), st.none(), st.just(()), st.just(0), st.just(1), text, text, st.just("quote")), max_size=2
        ).map(tuple),
        "time": st.one_of(st.none(), st.builds(When, days, days, st.none(), st.sampled_from(["stated", "unknown"]))),
        "place": st.one_of(
            st.none(),
            st.builds(
                Place,
                name=text,
                text=text,
                country=st.sampled_from([None, "USA", "CHN", "XKX", "QQQ"]),
                admin1=st.sampled_from([None, "CA", "11"]),
                lat=st.sampled_from([None, 1.5, -2.0]),
                lon=st.just(3.25),
                geonames_id=st.sampled_from([None, 5]),
                precision=st.sampled_from(["site", "city", "region", "country"]),
            ),
        ),
        "quantities": st.lists(st.builds(Quantity, st.sampled_from(["deaths", "money"]), bounds, bounds, st.none(), text), max_size=2).map(
            tuple
        ),
        "report": st.fixed_dictionaries(
            {"id": text, "published": days, "publisher": text, "title": text, "url": st.one_of(st.none(), text)}
        ),
    }
)


@quickly
@given(st.lists(changes, max_size=4))
def test_any_event_gives_rows_with_the_right_number_of_cells(
    foreign: Foreign, export: Export, event: Make, given_changes: list[dict[str, Any]]
) -> None:
    events = [replace(event(), **one) for one in given_changes]
    for name, (count, separator, *_) in SHAPES.items():
        found = export(name, *events, statuses=("occurred", "planned", "possible", "denied"), header=True)
        if separator == "\t":
            assert {line.count("\t") for line in found.lines} == {count - 1}
        seen = pandas.read_csv(BytesIO(found.data), sep=separator, dtype=str, keep_default_na=False)
        assert seen.shape == (found.notes.rows, count)
        assert found.notes.written + sum(found.notes.left_out.values()) == found.notes.read == len(events)
        assert found.notes.rows >= found.notes.written


@quickly
@given(st.lists(changes, max_size=4))
def test_any_event_can_be_written_in_every_layout(export: Export, event: Make, given_changes: list[dict[str, Any]]) -> None:
    events = [replace(event(), **one) for one in given_changes]
    for name, layout in LAYOUTS.items():
        if not layout.tabular:
            assert export(name, *events).notes.read == len(events)
