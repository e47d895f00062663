"""JSON of agencies and users; the rest of its shapes stand in `test_files.py`."""

import json
from collections.abc import Callable
from typing import Any

import pytest

from sayso.ingest import records, streams

Bytes = Callable[..., tuple[list[Any], list[str], list[str]]]
NINJS_1 = {
    "uri": "https://wire.example/item/7",
    "type": "text",
    "pubstatus": "usable",
    "versioncreated": "2025-12-04T11:00:00Z",
    "firstcreated": "2025-12-04T10:00:00Z",
    "headline": "Police arrest two",
    "byline": "Ana Quispe",
    "copyrightholder": "Andes Wire",
    "language": "en",
    "body_text": "Police arrested two reporters.",
    "body_xhtml": "<p>Marked <b>up</b>.</p>",
}
NINJS_2 = {
    "uri": "https://wire.example/item/7",
    "standard": {"name": "ninjs", "version": "2.0"},
    "contentcreated": "2025-12-04T10:00:00Z",
    "headlines": [{"role": "main", "value": "Police arrest two"}],
    "by": "Ana Quispe",
    "infosources": [{"name": "Andes Wire"}],
    "language": "en",
    "bodies": [{"role": "main", "contenttype": "text/html", "value": "<p>Police arrested two reporters.</p>"}],
}


NINJS_3 = {  # its keys are written with capitals within
    "uri": "https://wire.example/item/7",
    "standard": {"name": "ninjs", "version": "3.0"},
    "contentCreated": "2025-12-04T10:00:00Z",
    "headlines": [{"role": "main", "contentType": "text/plain", "value": "Police arrest two"}],
    "by": "Ana Quispe",
    "infoSources": [{"role": "provider", "name": "Andes Wire"}],
    "language": "en",
    "bodies": [{"role": "main", "contentType": "text/html", "value": "<p>Police arrested two reporters.</p>"}],
}
SENT_ON = {key: value for key, value in NINJS_1.items() if key != "copyrightholder"} | {"provider": {"name": "Andes Wire"}}


@pytest.mark.parametrize("item", [NINJS_1, NINJS_2, NINJS_3, SENT_ON], ids=["1", "2", "3", "sent on"])
@pytest.mark.parametrize("lines", [1, 3])
def test_ninjs(reading_bytes: Bytes, item: dict[str, Any], lines: int) -> None:
    items = [{**item, "uri": f"{item['uri']}{n}"} for n in range(lines)]
    reports, failures, _ = reading_bytes("\n".join(json.dumps(one) for one in items).encode(), "wire")
    assert (len(reports), failures) == (lines, [])
    report = reports[0]
    assert (report.id, report.url, report.text) == ("https://wire.example/item/70",) * 2 + ("Police arrested two reporters.",)
    assert (report.title, report.byline, report.agency, report.language) == ("Police arrest two", "Ana Quispe", "Andes Wire", "en")
    assert (str(report.published), report.published_basis) == ("2025-12-04", "agency")


def test_what_an_agency_withdrew_is_passed_over(reading_bytes: Bytes) -> None:
    reports, failures, notices = reading_bytes(json.dumps({**NINJS_1, "pubstatus": "canceled"}).encode(), "wire")
    assert (reports, failures) == ([], [])
    assert notices == ["wire:1: passed over: its agency has withdrawn it (canceled)"]


def test_columns_name_the_keys(reading_bytes: Bytes) -> None:
    rows = [{"doc": n, "Body": "Police arrested two.", "Day": "2025-12-04", "text": None} for n in (1, 2)]
    columns = {"text": "Body", "published": "Day", "id": "doc"}
    reports, failures, _ = reading_bytes("\n".join(map(json.dumps, rows)).encode(), "x.jsonl", columns=columns)
    assert failures == []
    assert [(report.id, report.text, str(report.published)) for report in reports] == [
        (n, "Police arrested two.", "2025-12-04") for n in "12"
    ]


def test_a_missing_text_tells_the_keys_there_are(reading_bytes: Bytes) -> None:
    row = {"Body": "Police arrested two.", "Day": "2025-12-04"}
    told = 'x.jsonl:1: has no "text"; if another key holds it, say so with --columns text=KEY (there are Body, Day)'
    assert reading_bytes(json.dumps(row).encode(), "x.jsonl")[1] == [told]


def test_a_line_without_end_is_skipped(reading_bytes: Bytes, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(records, "LONGEST", 1000)
    monkeypatch.setattr(streams.lines, "__defaults__", (1000,))
    good = json.dumps({"id": "a", "text": "Short."})
    long = json.dumps({"id": "b", "text": "x" * 200_000})
    reports, failures, _ = reading_bytes(f"{good}\n{long}\n{good}\n".encode(), "x.jsonl")
    assert [report.text for report in reports] == ["Short.", "Short."]
    assert len(failures) == 1
    assert failures[0].startswith("x.jsonl:2: is longer than ")
