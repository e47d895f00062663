"""Scores on annotated reports."""

from collections.abc import Callable
from typing import Any

from sayso.evaluate.reports import score_negatives, score_reports

Row = dict[str, Any]
Maker = Callable[..., Row]
TEXT = "Kenya condemned the raid. Police arrested a reporter in Lima. The two sides met."


def test_a_typed_event_counts_with_its_fields(annotated: Maker, coded: Maker, party: Maker) -> None:
    gold = [annotated("Kenya condemned the raid", "ACCUSE", sources=[party("KEN", "GOV")]), annotated("The two sides met", "CONSULT")]
    events = [coded(TEXT, "condemned", "ACCUSE", actors=[party("KEN")], status="possible")]
    figures, misses = score_reports([{"id": "r", "text": TEXT, "events": gold}], events)
    assert figures == {
        "gold": 2,
        "typed": {"precision": 1.0, "recall": 0.5, "f1": 0.667},
        "core": {"precision": 1.0, "recall": 0.5, "f1": 0.667},
        "fields_when_typed": {"sectors": 0.0, "status": 0.0, "says": 1.0},
        "counts": {"gold": 2, "typed": 1, "core": 1},
    }
    assert [(m.what, m.passage) for m in misses] == [("CONSULT", "The two sides met")]


def test_an_event_that_must_not_be_found_is_no_miss(annotated: Maker) -> None:
    gold = [annotated("the raid", "ASSAULT", must=False)]
    figures, misses = score_reports([{"id": "r", "text": TEXT, "events": gold}], [])
    assert (figures["gold"], misses) == (0, [])


def test_events_outside_the_annotations_are_spurious(annotated: Maker, coded: Maker) -> None:
    gold = [annotated("Police arrested a reporter", "COERCE")]
    events = [coded(TEXT, "arrested", "COERCE"), coded(TEXT, "reporter", "COERCE"), coded(TEXT, "met", "CONSULT")]
    figures, misses = score_reports([{"id": "r", "text": TEXT, "events": gold}], events)
    assert figures["counts"] == {"gold": 1, "typed": 1, "core": 1, "spurious": 1}
    assert str(misses[0]) == "r | spurious CONSULT | met |  > CONSULT >  [occurred]"


def test_the_event_whose_roles_agree_is_taken(annotated: Maker, coded: Maker, party: Maker) -> None:
    gold = [annotated("Police arrested a reporter", "COERCE", sources=[party("PER")])]
    events = [coded(TEXT, "arrested", "COERCE", confidence=0.9), coded(TEXT, "reporter", "COERCE", actors=[party("PER")], confidence=0.1)]
    figures, _ = score_reports([{"id": "r", "text": TEXT, "events": gold}], events)
    assert figures["core"]["f1"] == 1.0


def test_the_narrowest_passage_is_served_first(annotated: Maker, coded: Maker) -> None:
    gold = [annotated(TEXT, "ACCUSE"), annotated("condemned", "ACCUSE", status=["denied"])]
    events = [coded(TEXT, "condemned", "ACCUSE", status="denied")]
    figures, _ = score_reports([{"id": "r", "text": TEXT, "events": gold}], events)
    assert figures["fields_when_typed"]["status"] == 1.0


def test_nothing_coded_gives_zeros(annotated: Maker) -> None:
    figures, _ = score_reports([{"id": "r", "text": TEXT, "events": [annotated("met", "CONSULT")]}], [])
    assert figures["typed"] == {"precision": 0.0, "recall": 0.0, "f1": 0.0}


def test_of_reports_without_events_it_counts_in_how_many_nothing_was_coded(coded: Maker) -> None:
    reports: list[Row] = [{"id": name, "text": TEXT, "events": []} for name in ("q", "r", "s")]
    figures, misses = score_negatives(reports, [coded(TEXT, "met", "CONSULT"), coded(TEXT, "condemned", "ACCUSE")])
    assert figures == {"reports": 3, "silent": 0.667}
    assert [(miss.report, miss.what) for miss in misses] == [("r", "spurious CONSULT"), ("r", "spurious ACCUSE")]
