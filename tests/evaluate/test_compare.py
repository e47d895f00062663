"""What a change gains and loses."""

from collections.abc import Callable
from typing import Any

from sayso.evaluate.compare import compare

Maker = Callable[..., dict[str, Any]]
TEXT = "Kenya condemned the raid. Police arrested a reporter in Lima."


def test_the_same_events_differ_in_nothing(coded: Maker) -> None:
    events = [coded(TEXT, "condemned", "ACCUSE"), coded(TEXT, "arrested", "COERCE")]
    assert not compare(events, list(reversed(events)))


def test_versions_and_confidence_are_no_change(coded: Maker) -> None:
    assert not compare([coded(TEXT, "raid", "ASSAULT", confidence=0.1)], [coded(TEXT, "raid", "ASSAULT", version={"sayso": "2"})])


def test_gained_and_lost_events_are_told(coded: Maker) -> None:
    found = compare([coded(TEXT, "condemned", "ACCUSE")], [coded(TEXT, "arrested", "COERCE")])
    assert [e["type"] for e in found.gained] == ["COERCE"]
    assert [e["type"] for e in found.lost] == ["ACCUSE"]
    assert found.changed == ()


def test_events_of_one_trigger_are_compared_field_by_field(coded: Maker, party: Maker) -> None:
    base = coded(TEXT, "arrested", "COERCE", actors=[party("PER", "COP", name="Police")])
    new = coded(TEXT, "arrested a", "COERCE", actors=[party(None, "COP", name="Police")], status="denied")
    (change,) = compare([base], [new]).changed
    assert [str(d) for d in change.differences] == [
        "status: occurred → denied",
        "actors: Police [PER COP] → Police [- COP]",
        "trigger: 33-41 “arrested” → 33-43 “arrested a”",
        "evidence: 33-41 “arrested” → 33-43 “arrested a”",
    ]


def test_another_type_on_the_same_trigger_is_a_change(coded: Maker) -> None:
    found = compare([coded(TEXT, "arrested", "COERCE")], [coded(TEXT, "arrested", "ASSAULT")])
    assert [d.field for d in found.changed[0].differences] == ["type"]
    assert not found.gained


def test_reports_are_kept_apart(coded: Maker) -> None:
    found = compare([coded(TEXT, "raid", "ASSAULT")], [coded(TEXT, "raid", "ASSAULT", report={"id": "other"})])
    assert (len(found.gained), len(found.lost)) == (1, 1)


def test_it_prints_one_event_a_line(coded: Maker, party: Maker) -> None:
    base = [coded(TEXT, "raid", "ASSAULT"), coded(TEXT, "condemned", "ACCUSE")]
    new = [coded(TEXT, "condemned", "ACCUSE", mode="disapprove"), coded(TEXT, "arrested", "COERCE", recipients=[party(name="a reporter")])]
    assert str(compare(base, new)).split("\n") == [
        "1 gained, 1 lost, 1 changed",
        "+ r 33: — → COERCE → a reporter [occurred] “arrested”",
        "- r 20: — → ASSAULT → — [occurred] “raid”",
        "~ r 6: — → ACCUSE/disapprove → — [occurred] “condemned”",
        "    mode: — → disapprove",
    ]
