"""Scores on places, times, origins and incidents."""

import pytest

from sayso.evaluate.clusters import score_incidents, score_origins
from sayso.evaluate.figures import best_overlap
from sayso.evaluate.places import kilometres, score_places
from sayso.evaluate.times import score_times

LIMA = {"start": 0, "end": 4, "lat": -12.05, "lon": -77.04, "country": "PE"}


def test_the_distance_of_two_cities() -> None:
    assert kilometres(LIMA, {"lat": -16.41, "lon": -71.54}) == pytest.approx(765, abs=5)


def test_places_are_found_located_and_given_a_country() -> None:
    gold = [{"id": "a", "places": [LIMA, {"start": 9, "end": 12, "lat": 48.9, "lon": 2.4, "country": "FR"}, {"start": 20, "end": 25}]}]
    near = {**LIMA, "lat": -12.5, "country": "PER", "country_alpha2": "PE"}
    figures = score_places(gold, [{"id": "a", "places": [near, {"start": 30, "end": 33}]}])
    assert figures["found"] == {"precision": 0.5, "recall": 0.333, "f1": 0.4}
    assert (figures["within_161km"], figures["within_161km_when_located"], figures["country"]) == (0.5, 1.0, 0.5)
    assert figures["mean_km_when_located"] == 50


def test_countries_of_an_annotation_that_names_them() -> None:
    gold = [{"id": "a", "places": [{**LIMA, "country": "Peru"}, {"start": 9, "end": 12, "lat": 48.9, "lon": 2.4, "country": "France"}]}]
    have = [{"id": "a", "places": [{**LIMA, "country": "PER", "country_alpha2": "PE"}, {"start": 9, "end": 12, "country": "CAN"}]}]
    figures = score_places(gold, have, {"Peru": "PER", "France": "FRA"})
    assert (figures["country"], figures["country_by_name"]) == (0.0, 0.5)
    assert "country_by_name" not in score_places(gold, have)


def test_a_time_counts_where_its_value_is_right() -> None:
    gold = [{"id": "a", "times": [{"start": 0, "end": 6, "value": "2009-12"}, {"start": 9, "end": 12, "value": "P2D"}]}]
    have = [{"id": "a", "times": [{"start": 0, "end": 4, "value": "2009-12"}, {"start": 9, "end": 12, "value": "P3D"}]}]
    figures = score_times(gold, have)
    assert (figures["found"]["f1"], figures["value"]["f1"]) == (1.0, 0.5)


def test_the_closest_overlapping_span_is_taken() -> None:
    wide, close = {"start": 0, "end": 20}, {"start": 3, "end": 8}
    assert best_overlap([wide, close], {"start": 4, "end": 8}) is close
    assert best_overlap([wide], {"start": 20, "end": 22}) is None


def test_copies_are_pairs_of_one_origin() -> None:
    gold = [{"report": name, "origin": origin} for name, origin in (("a", 1), ("b", 1), ("c", 2))]
    reports = [{"id": "a", "origin": {"id": "a"}}, {"id": "b", "origin": {"id": "a"}}, {"id": "c", "origin": {"id": "a"}}]
    assert score_origins(gold, reports) == {"gold": 1, "pairs": {"precision": 0.333, "recall": 1.0, "f1": 0.5}}


def test_incidents_are_scored_by_b_cubed() -> None:
    def member(report: str) -> dict[str, object]:
        return {"report": report, "start": 0, "end": 9}

    gold = [{"incident": 1, "members": [member("a"), member("b")]}, {"incident": 2, "members": [member("c")]}]
    merged = [{"id": "i", "events": [member("a"), member("b"), member("c")]}]
    assert score_incidents(gold, merged) == {"gold": 3, "passages_found": 1.0, "precision": 0.556, "recall": 1.0, "b3_f1": 0.714}
    assert score_incidents(gold, []) == {"gold": 3, "passages_found": 0.0, "precision": 1.0, "recall": 0.667, "b3_f1": 0.8}
