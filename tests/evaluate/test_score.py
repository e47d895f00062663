"""Running a coder on a set."""

import json
from collections.abc import Callable
from pathlib import Path
from typing import Any

from sayso.evaluate.score import score_set

Maker = Callable[..., dict[str, Any]]
TEXT = "Kenya condemned the raid."


def test_a_set_of_reports_is_coded_and_scored(tmp_path: Path, answers: Callable[..., Any], annotated: Maker, coded: Maker) -> None:
    path = tmp_path / "few.jsonl"
    path.write_text(json.dumps({"id": "r", "text": TEXT, "events": [annotated(TEXT, "ACCUSE")]}) + "\n", encoding="utf-8")
    coder = answers({"r": {"events": [coded(TEXT, "condemned", "ACCUSE")]}})
    assert score_set(path, coder)["typed"]["f1"] == 1.0
    assert [report.text for report in coder.read] == [TEXT]


def test_sentences_of_relations_are_coded_once(tmp_path: Path, answers: Callable[..., Any], coded: Maker, party: Maker) -> None:
    path = tmp_path / "x.gold.jsonl"
    row = {"id": "1", "sentence_id": "s", "text": TEXT, "source": [0, 5], "target": [16, 24], "type": "ACCUSE"}
    path.write_text(json.dumps(row) + "\n" + json.dumps({**row, "id": "2"}) + "\n", encoding="utf-8")
    (tmp_path / "x.reports.jsonl").write_text(json.dumps({"id": "s", "text": TEXT}), encoding="utf-8")
    coder = answers({"s": {"events": [coded(TEXT, "condemned", "ACCUSE", actors=[party(at=0)], recipients=[party(at=18)])]}})
    assert score_set(path, coder)["type_recall"] == 1.0
    assert len(coder.read) == 1


def test_places_are_taken_from_the_annotated_report(tmp_path: Path, answers: Callable[..., Any]) -> None:
    place = {"start": 0, "end": 5, "lat": 1.0, "lon": 38.0, "country": "KE"}
    path = tmp_path / "few.jsonl"
    path.write_text(json.dumps({"id": "r", "text": TEXT, "places": [place]}), encoding="utf-8")
    assert score_set(path, answers({"r": {"places": [place]}}))["within_161km"] == 1.0
