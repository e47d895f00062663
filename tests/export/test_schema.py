"""The published schemas hold for what is written and refuse what is not."""

import json
from collections.abc import Callable
from datetime import date
from typing import Any

import pytest
from jsonschema import Draft202012Validator
from jsonschema.exceptions import ValidationError

from sayso.export import line, schema
from sayso.export.schema import Name
from sayso.model import AnnotatedReport, Event, Report, SentenceNote

Make = Callable[..., Event]
NAMES: tuple[Name, ...] = ("event", "annotated-report", "report", "incident")


def validate(name: Name, value: Any) -> None:
    Draft202012Validator(schema(name)).validate(json.loads(line(value)))


@pytest.mark.parametrize("name", NAMES)
def test_a_schema_is_a_schema(name: Name) -> None:
    Draft202012Validator.check_schema(schema(name))
    assert schema(name)["additionalProperties"] is False


def test_events_fit(event: Make) -> None:
    validate("event", event().to_dict())
    validate("event", event(mode=None, time=None, place=None, quantities=(), says=(), actors=(), contexts=()).to_dict())


def test_every_key_of_an_event_is_described(event: Make) -> None:
    found = schema("event")
    assert list(found["properties"]) == found["required"] == list(event().to_dict())


@pytest.mark.parametrize(
    "change",
    [
        {"type": "attack"},
        {"status": "maybe"},
        {"quad": 5},
        {"confidence": 1.5},
        {"more": 1},
        {"trigger": {"start": -1, "end": 2, "text": "x"}},
        {"trigger": {"start": 1, "end": 2}},
        {"actors": None},
        {"actors": [{"name": "x"}]},
        {"time": {"start": "Monday", "end": None, "text": None, "basis": "stated"}},
    ],
)
def test_what_is_no_event_is_refused(event: Make, change: dict[str, Any]) -> None:
    with pytest.raises(ValidationError):
        validate("event", {**event().to_dict(), **change})


def test_an_event_lacks_nothing(event: Make) -> None:
    for key in event().to_dict():
        with pytest.raises(ValidationError):
            validate("event", {k: v for k, v in event().to_dict().items() if k != key})


def test_annotated_reports_fit(event: Make) -> None:
    span = {"start": 0, "end": 6, "text": "Police"}
    annotated = AnnotatedReport(
        Report("r1", "Police beat people.", date(2025, 12, 5)),
        entities=({**span, "entity": None, "name": "Police", "country": "KEN", "sectors": ["COP"], "kind": "group", "basis": "context"},),
        places=(
            {
                **span,
                "name": "Nairobi",
                "country": "KEN",
                "country_alpha2": "KE",
                "lat": 1.0,
                "lon": 2.0,
                "geonames_id": 184745,
                "admin1": "30",
                "precision": "city",
                "radius_km": None,
                "use": "name",
            },
        ),
        times=({**span, "type": "DATE", "value": "2025-12-04"},),
        events=(event(),),
        sentences=(SentenceNote(0, 6, "Police", ("e1",), ("coded",)),),
    )
    validate("annotated-report", annotated.to_dict())
    assert list(schema("annotated-report")["properties"]) == list(annotated.to_dict())
    with pytest.raises(ValidationError):
        validate("annotated-report", {**annotated.to_dict(), "events": [{**event().to_dict(), "quad": 9}]})


@pytest.mark.parametrize(
    ("value", "fits"),
    [
        ({"id": "a", "text": "x"}, True),
        ({"text": "x", "published": "2025-12-04", "publisher": None}, True),
        ({"id": "a"}, False),
        ({"text": 5}, False),
        ({"text": "x", "body": "y"}, False),
    ],
)
def test_reports(value: dict[str, Any], *, fits: bool) -> None:
    assert Draft202012Validator(schema("report")).is_valid(value) is fits
