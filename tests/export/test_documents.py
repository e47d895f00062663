"""Layouts that are no tables, read back with what people read them with."""

import json
from collections.abc import Callable
from dataclasses import replace
from io import BytesIO
from typing import Any

import networkx
import pandas
import polars
import pytest
from jsonschema import Draft202012Validator
from pyarrow import parquet

from sayso.export import COLUMNS
from sayso.export.flat import TOGETHER
from sayso.export.layout import Choice, Job
from sayso.export.layouts import LAYOUTS
from sayso.export.notes import Notes
from sayso.lexicon.foreign import Foreign
from sayso.model import Event, Party, Quantity, When

Make = Callable[..., Event]
Export = Callable[..., Any]
POLICE = Party(None, "Police", "KEN", ("COP",), 0, 6, "Police", "context")
OFFICERS = replace(POLICE, name="officers", text="officers")
CROWD = Party(None, "marchers & co <x>", None, (), 0, 6, "marchers", "text")
LEADER = Party("ken-leader", "A. Leader", "KEN", ("OPP",), 0, 6, "she", "reference")

GEOJSON = {  # RFC 7946, as far as it concerns features that are points or nowhere
    "type": "object",
    "required": ["type", "features"],
    "properties": {
        "type": {"const": "FeatureCollection"},
        "features": {
            "type": "array",
            "items": {
                "type": "object",
                "required": ["type", "geometry", "properties"],
                "properties": {
                    "type": {"const": "Feature"},
                    "id": {"type": ["string", "number"]},
                    "properties": {"type": ["object", "null"]},
                    "geometry": {
                        "oneOf": [
                            {"type": "null"},
                            {
                                "type": "object",
                                "required": ["type", "coordinates"],
                                "properties": {
                                    "type": {"const": "Point"},
                                    "coordinates": {
                                        "type": "array",
                                        "prefixItems": [
                                            {"type": "number", "minimum": -180, "maximum": 180},
                                            {"type": "number", "minimum": -90, "maximum": 90},
                                        ],
                                        "minItems": 2,
                                        "maxItems": 3,
                                    },
                                },
                            },
                        ]
                    },
                },
            },
        },
    },
}
PROPERTIES = {  # those of FollowTheMoney's schemata that we use, with what they inherit
    "Event": {
        *("name", "summary", "startDate", "endDate", "location", "country", "organizer", "involved", "proof", "keywords", "notes"),
        *("sourceUrl", "publisher"),
    },
    "LegalEntity": {"name", "country", "keywords"},
    "Article": {"title", "fileName", "sourceUrl", "publisher", "publishedAt", "language"},
}


def test_geojson_is_geojson(export: Export, event: Make) -> None:
    found = json.loads(export("geojson", event(), event(id="2", place=None)).data)
    Draft202012Validator(GEOJSON).validate(found)
    first, second = found["features"]
    assert first["geometry"] == {"type": "Point", "coordinates": [36.82, -1.28]}
    assert second["geometry"] is None
    assert (first["properties"]["actors"], first["properties"]["says"]) == (["Police", "Army"], ["a doctor"])


def test_geojson_of_nothing_is_geojson(export: Export) -> None:
    found = json.loads(export("geojson").data)
    Draft202012Validator(GEOJSON).validate(found)
    assert found["features"] == []


def test_a_country_is_no_point(export: Export, event: Make) -> None:
    place = event().place
    assert place is not None
    found = export("geojson", event(place=replace(place, lat=None, lon=None, precision="country")))
    assert json.loads(found.data)["features"][0]["geometry"] is None
    assert found.notes.missing["coordinates"] == 1


@pytest.fixture
def told(event: Make) -> list[Event]:
    """Police and marchers on four days, and somebody who is a listed entity."""
    days = [("2025-12-04", "2025-12-05"), ("2025-12-05", "2025-12-06"), ("2025-12-20", "2025-12-20")]
    acts = [
        event(id=str(n), actors=(actor,), recipients=(CROWD,), time=When(*day, None, "stated"), score=score)
        for n, (actor, day, score) in enumerate(zip([POLICE, OFFICERS, POLICE], days, [-9.0, -7.5, -6.0], strict=True))
    ]
    return [*acts, event(id="9", actors=(LEADER,), recipients=(POLICE,), type="ACCUSE"), event(id="10", actors=(), recipients=(POLICE,))]


@pytest.mark.parametrize(("layout", "read"), [("gexf", networkx.read_gexf), ("graphml", networkx.read_graphml)])
def test_networks(export: Export, told: list[Event], layout: str, read: Callable[..., Any]) -> None:
    found = export(layout, *told)
    graph = read(BytesIO(found.data))
    assert graph.is_directed()
    assert set(graph.nodes) == {"KEN-COP", "marchers & co <x>", "ken-leader"}
    assert graph.nodes["KEN-COP"]["label"] == "Kenya (COP)"
    assert graph.nodes["ken-leader"]["label"] == "A. Leader"
    edges = {(source, target): data for source, target, data in graph.edges(data=True)}
    assert set(edges) == {("KEN-COP", "marchers & co <x>"), ("ken-leader", "KEN-COP")}
    edge = edges["KEN-COP", "marchers & co <x>"]
    assert (edge["type"], edge["events"], edge["score"], edge["first"], edge["last"]) == ("ASSAULT", 3, -7.5, "2025-12-04", "2025-12-20")
    spells = [("2025-12-04", "2025-12-06"), ("2025-12-20", "2025-12-20")]
    assert edge["spells"] == (spells if layout == "gexf" else " ".join(f"{begin}/{end}" for begin, end in spells))
    assert found.notes.changed == {"events without actor or recipient make no edge": 1}


def test_two_types_are_two_edges(export: Export, told: list[Event]) -> None:
    more = replace(told[0], type="COERCE", id="11")
    graph = networkx.read_gexf(BytesIO(export("gexf", *told, more).data))
    assert sorted(data["type"] for _, _, data in graph.edges("KEN-COP", data=True)) == ["ASSAULT", "COERCE"]


def test_parquet_has_the_columns_of_the_table_with_types(export: Export, event: Make) -> None:
    data = export("parquet", event(), event(id="2", place=None)).data
    seen = pandas.read_parquet(BytesIO(data))
    also = polars.read_parquet(BytesIO(data))
    assert tuple(seen.columns) == tuple(also.columns) == COLUMNS
    assert (seen["lat"][0], seen["quad"][0], seen["actors"][0]) == (-1.28, 4, "Police; Army")
    assert also["lat"].to_list() == [-1.28, None]
    assert parquet.ParquetFile(BytesIO(data)).metadata.row_group(0).column(0).compression == "ZSTD"


def test_parquet_is_written_as_events_come(foreign: Foreign, event: Make) -> None:
    job, taken = Job(foreign, Choice(), Notes()), 0

    def events() -> Any:
        nonlocal taken
        for n in range(TOGETHER * 2 + 1):
            taken += 1
            yield event(id=str(n))

    pieces = LAYOUTS["parquet"].write(events(), job)
    assert next(pieces)
    assert taken <= TOGETHER + 1
    rest = b"".join(pieces)
    assert rest.endswith(b"PAR1")
    assert job.notes.rows == TOGETHER * 2 + 1


def test_parquet_of_nothing_has_its_columns(export: Export) -> None:
    assert tuple(pandas.read_parquet(BytesIO(export("parquet").data)).columns) == COLUMNS


def test_jsonl_is_what_was_read(export: Export, event: Make) -> None:
    (line,) = export("jsonl", event()).lines
    assert Event.from_dict(json.loads(line)) == event()


def test_annotations(export: Export, event: Make) -> None:
    found = json.loads(export("annotation", event(), event(id="2", report={**event().report, "url": None})).data)
    assert (found["@context"], found["type"]) == ("http://www.w3.org/ns/anno.jsonld", "AnnotationPage")
    first, second = found["items"]
    assert (first["type"], first["motivation"], first["id"]) == ("Annotation", "classifying", "urn:sayso:event:e1")
    assert (first["target"]["source"], second["target"]["source"]) == ("https://example.org/1", "urn:sayso:report:r1")
    quote, position = first["target"]["selector"]
    assert quote == {"type": "TextQuoteSelector", "exact": event().evidence.text}
    assert position == {"type": "TextPositionSelector", "start": 0, "end": 30}
    assert [body["value"] for body in first["body"][:2]] == ["ASSAULT", "occurred"]
    assert json.loads(first["body"][3]["value"])["says"][0]["name"] == "a doctor"


def test_followthemoney(export: Export, told: list[Event]) -> None:
    found = [json.loads(line) for line in export("ftm", *told).lines]
    assert len({entity["id"] for entity in found}) == len(found)
    assert {entity["schema"] for entity in found} == set(PROPERTIES)
    known = {entity["id"]: entity for entity in found}
    for n, entity in enumerate(found):
        assert set(entity["properties"]) <= PROPERTIES[entity["schema"]]
        assert all(isinstance(v, str) and v for values in entity["properties"].values() for v in values)
        assert set(entity["properties"].get("organizer", [])) <= {one["id"] for one in found[:n]}
    first = known["sayso-event-0"]["properties"]
    assert (first["startDate"], first["endDate"], first["country"]) == (["2025-12-04"], ["2025-12-05"], ["ke"])
    assert [known[i]["properties"]["name"] for i in first["organizer"]] == [["Kenya (COP)"]]
    assert known[first["proof"][0]]["schema"] == "Article"


def test_plover(export: Export, event: Make, foreign: Foreign) -> None:
    quantities = (Quantity("deaths", 3, 5, None, "x"), Quantity("money", 1, 1, "USD", "y"))
    joint = next(iter(sorted(foreign.joint)))
    lines = export("plover", event(quantities=quantities), event(status="denied"), event(recipients=(CROWD,), pattern=joint)).lines
    first, denied, meeting = map(json.loads, lines)
    assert {"id", "date", "actor", "event"} <= set(first)
    assert (first["date"], first["event"], first["quad_code"], first["mode"]) == ("2025-12-04", ["ASSAULT"], 4, ["beat"])
    assert first["actor"][0]["code"] == "KEN"
    assert first["actor"][0]["sector"] == ["COP"]
    assert (first["size"], first["text_info"]["end"], first["comment"]) == ({"dead": 3}, 30, "says: a doctor")
    assert (first["event_loc"]["country_code"], first["event_loc"]["resolution"]) == ("KEN", 4)
    assert denied["mode"] == ["beat", "negation"]
    assert len(meeting["actor"]) == 3
    assert "recipient" not in meeting
