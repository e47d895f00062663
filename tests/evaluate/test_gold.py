"""Reading gold sets."""

import json
from datetime import date
from pathlib import Path
from typing import Any

import pytest

from sayso.errors import InputError
from sayso.evaluate import gold

ANNOTATED = {"evidence": "met", "types": ["CONSULT"], "must": True}
CODED = {"sources": ["HUN"], "targets": [], "type": "CONSULT"}


def written(path: Path, *rows: Any) -> Path:
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text("".join(json.dumps(row) + "\n" for row in rows), encoding="utf-8")
    return path


@pytest.mark.parametrize(
    ("rows", "kind"),
    [
        ([{"id": "a", "text": "t", "events": []}, {"id": "b", "text": "t", "events": [ANNOTATED]}], "reports"),
        ([{"id": "a", "file": "a.txt", "events": [ANNOTATED]}], "seeds"),
        ([{"id": "a", "text": "t", "events": []}, {"id": "b", "text": "t", "events": [CODED]}], "codes"),
        ([{"id": "a", "sentence_id": "s", "text": "t", "source": [0, 1], "target": [2, 3], "type": "AID"}], "relations"),
        ([{"id": "a", "text": "t", "places": []}], "places"),
        ([{"id": "a", "text": "t", "times": []}], "times"),
        ([{"id": "a", "text": "t", "dct": "2008-03-01", "events": [{"factuality": "CERTAIN"}]}], None),
        ([{"id": "a", "text": "t", "events": []}, {"id": "b", "text": "t", "events": []}], "negatives"),
        ([], None),
    ],
    ids=["reports", "seeds", "codes", "relations", "places", "times", "unknown", "negatives", "empty"],
)
def test_kind_is_told_by_content(rows: list[dict[str, Any]], kind: str | None) -> None:
    assert gold.kind_of(rows) == kind


def test_reports_keep_their_day_of_publication(tmp_path: Path) -> None:
    path = written(tmp_path / "few.jsonl", {"id": 7, "text": "They met.", "published": "2024-03-12", "events": [ANNOTATED]})
    found = gold.read(path)
    assert (found.name, found.kind) == ("few", "reports")
    assert [(r.id, r.text, r.published) for r in found.reports] == [("7", "They met.", date(2024, 3, 12))]


def test_seeds_take_their_text_from_the_folder_beside(tmp_path: Path) -> None:
    path = written(tmp_path / "gold" / "seeds.jsonl", {"id": "s", "file": "s.txt", "events": [ANNOTATED]})
    (tmp_path / "seeds").mkdir()
    (tmp_path / "seeds" / "s.txt").write_text("They met — twice.", encoding="utf-8")
    found = gold.read(path)
    assert found.reports[0].text == found.rows[0]["text"] == "They met — twice."


def test_relations_take_their_texts_from_the_file_beside(tmp_path: Path) -> None:
    path = written(tmp_path / "x.gold.jsonl", {"id": "1", "sentence_id": "s", "source": [0, 1], "target": [2, 3], "type": "AID"})
    written(tmp_path / "x.reports.jsonl", {"id": "s", "text": "A helped B."})
    assert [(r.id, r.text) for r in gold.read(path).reports] == [("s", "A helped B.")]


def test_a_set_without_its_texts_is_an_input_error(tmp_path: Path) -> None:
    path = written(tmp_path / "x.gold.jsonl", {"id": "1", "sentence_id": "s", "source": [0, 1], "target": [2, 3], "type": "AID"})
    with pytest.raises(InputError, match=r"X\.reports\.jsonl"):
        gold.read(path)
    seeds = written(tmp_path / "gold" / "seeds.jsonl", {"id": "s", "file": "gone.txt", "events": [ANNOTATED]})
    with pytest.raises(InputError, match="gone"):
        gold.read(seeds)


def test_a_bad_line_is_told_by_number(tmp_path: Path) -> None:
    path = tmp_path / "bad.jsonl"
    path.write_text('{"id": "a"}\n\n{"id"\n', encoding="utf-8")
    with pytest.raises(InputError, match=r"bad\.jsonl:3: not JSON"):
        gold.read(path)


def test_sets_are_those_that_can_be_scored(tmp_path: Path) -> None:
    written(tmp_path / "a.jsonl", {"id": "a", "text": "t", "times": []})
    written(tmp_path / "other.jsonl", {"id": "a", "text": "t"})
    written(tmp_path / "lonely.gold.jsonl", {"id": "1", "sentence_id": "s", "source": [0, 1], "target": [2, 3], "type": "AID"})
    assert [path.name for path in gold.sets(tmp_path)] == ["a.jsonl"]
