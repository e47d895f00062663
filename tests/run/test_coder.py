"""The coder that people use: the same output for the same input, in the published shape, for any size of text."""

import gc
import json
import os
import pickle
import re
import subprocess
import sys
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from datetime import UTC, date, datetime
from typing import Any, cast

import pytest
from jsonschema import Draft202012Validator

import sayso
from sayso.errors import InputError
from sayso.export.jsonl import line
from sayso.export.schema import schema
from sayso.model import Report
from sayso.run.coder import Coder

pytestmark = pytest.mark.model

TEXTS = [
    "LIMA (AP) -- Police arrested two reporters in Lima on Monday, the ministry said. They were released two days later.",
    "Russia attacked Ukraine on 3 November, killing at least 12 people. “Moscow must stop,” the Turkish foreign minister told Reuters.",
    "France, Germany and Italy imposed sanctions on Iran. The bloc's leaders held talks with Tehran. Both sides agreed to meet again.",
    "Kenya gave Somalia $5 million. If rebels attack Mombasa, Kenya will send 1,500 troops. 👩‍👩‍👧 CÃ´te dâ€™Ivoire did not.",
    "",
    "The weather was fine.",
]
REPORTS = [Report(str(n), text, date(2025, 12, 4), "Harbour Post") for n, text in enumerate(TEXTS)]

PROGRAM = """
import json, sys
from datetime import date
from sayso.export.jsonl import line
from sayso.model import Report
from sayso.run.coder import Coder
reports = [Report(str(n), text, date(2025, 12, 4), "Harbour Post") for n, text in enumerate(json.load(sys.stdin))]
sys.stdout.reconfigure(encoding="utf-8", newline="")
sys.stdout.writelines(line(found.to_dict()) for found in Coder().annotate_many(reports))
"""


@pytest.fixture(scope="module")
def written(coder: Coder) -> str:
    """All reports annotated, as JSONL."""
    return "".join(line(found.to_dict()) for found in coder.annotate_many(REPORTS))


def test_events_are_found_at_all(written: str) -> None:
    events = [event for row in written.splitlines() for event in json.loads(row)["events"]]
    assert len(events) > 6
    assert {"COERCE", "ASSAULT", "SANCTION"} <= {event["type"] for event in events}


def test_the_same_from_threads_that_share_a_coder(written: str) -> None:
    fresh, before = Coder(), sys.getswitchinterval()
    sys.setswitchinterval(1e-5)
    try:
        with ThreadPoolExecutor(4) as threads:
            found = [*threads.map(lambda report: [line(one.to_dict()) for one in fresh.annotate_many([report])], REPORTS * 3)]
    finally:
        sys.setswitchinterval(before)
    assert "".join(row for rows in found for row in rows) == written * 3


def test_the_collector_is_left_as_it_was_found(coder: Coder) -> None:
    before = gc.get_threshold()
    first, second = coder.annotate_many(REPORTS), coder.annotate_many(REPORTS)
    for _ in zip(first, second, strict=True):
        assert gc.get_threshold() != before
    assert [*first, *second] == []
    assert gc.get_threshold() == before


def test_a_coder_that_was_used_can_be_sent_to_another_process(coder: Coder) -> None:
    assert coder.code(REPORTS[0]) == pickle.loads(pickle.dumps(coder)).code(REPORTS[0])


def test_notebooks_complete_all_names() -> None:
    assert set(sayso.__all__) <= set(dir(sayso))


def test_the_same_twice(coder: Coder, written: str) -> None:
    assert "".join(line(found.to_dict()) for found in coder.annotate_many(REPORTS)) == written
    assert "".join(line(found.to_dict()) for r in REPORTS for found in coder.annotate_many([r])) == written


def test_the_same_in_two_processes_with_other_hashes() -> None:
    running = [
        subprocess.Popen(
            [sys.executable, "-c", PROGRAM],
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            env={**os.environ, "PYTHONHASHSEED": seed},
        )
        for seed in ("0", "4242")
    ]
    outputs = [process.communicate(json.dumps(TEXTS).encode())[0] for process in running]
    assert [process.returncode for process in running] == [0, 0]
    assert outputs[0] == outputs[1]
    assert outputs[0].count(b"\n") == len(TEXTS)


def test_output_fits_the_published_schemas(coder: Coder) -> None:
    annotated, event = (Draft202012Validator(schema(name)) for name in ("annotated-report", "event"))
    for found in coder.annotate_many(REPORTS):
        annotated.validate(json.loads(line(found.to_dict())))
        for each in found.events:
            event.validate(json.loads(line(each.to_dict())))


def test_reports_keep_their_order(coder: Coder) -> None:
    assert [found.report.id for found in coder.annotate_many(iter(REPORTS))] == [report.id for report in REPORTS]
    ids = [str(event.report["id"]) for event in coder.code_many(REPORTS)]
    assert ids == sorted(ids)


def test_events_stand_in_the_order_of_the_text(coder: Coder) -> None:
    for report in REPORTS:
        starts = [event.evidence.start for event in coder.code(report)]
        assert starts == sorted(starts)


@pytest.mark.parametrize("published", ["2025-12-04", date(2025, 12, 4)])
def test_from_python(published: str | date, coder: Coder, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("sayso.run.coder.Coder", lambda: coder)  # loaded already
    (event,) = sayso.code("Kenyan police arrested two students on Monday.", published=published)
    assert isinstance(event, sayso.Event)
    assert (event.type, event.time and event.time.start) == ("COERCE", "2025-12-01")


def test_from_python_without_a_day(coder: Coder, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("sayso.run.coder._ready", lambda: coder)
    (event,) = sayso.code("Kenyan police arrested two students.")
    assert event.time is None


def test_the_public_door() -> None:
    assert sayso.Coder is Coder
    assert set(sayso.__all__) == {"AnnotatedReport", "Coder", "Event", "Report", "code", "open"}
    with pytest.raises(AttributeError, match="no attribute 'coder_'"):
        sayso.coder_  # noqa: B018 what is asked for does not exist


def test_in_a_notebook(coder: Coder) -> None:
    (event,) = coder.code(Report("r", "Kenyan police arrested <script>two</script> students & more, the ministry said."))
    shown = event._repr_html_()
    assert "<script" not in shown
    assert "&lt;/script&gt; students" in shown
    assert "&amp; " in shown
    for label in ("trigger", "actor", "says"):
        assert f'<mark title="{label}"' in shown
    assert ">arrested<sub>trigger</sub></mark>" in shown


def test_a_sentence_without_end(coder: Coder) -> None:
    text = "Russia attacked Ukraine and " + "the Kenyan police arrested a student and " * 1200 + "left."
    assert len(text.split()) > 8000
    events = coder.code(Report("r", text))
    assert {event.type for event in events} >= {"ASSAULT", "COERCE"}
    assert all(text[e.trigger.start : e.trigger.end] == e.trigger.text for e in events)


@pytest.mark.parametrize(
    "make",
    [lambda n: f"attack{n}", lambda _: "attacked", lambda _: "—", lambda _: "Zorblax"],
    ids=["words", "one-trigger", "dashes", "names"],
)
def test_lines_of_one_word_without_end(coder: Coder, make: Callable[[int], str]) -> None:
    text = "\n".join(map(make, range(50_000)))
    (found,) = coder.annotate_many([Report("r", text)])
    assert found.events == ()
    assert found.sentences[-1].end == len(text)
    assert all(text[note.start : note.end] == note.text for note in found.sentences)


@pytest.mark.parametrize(
    "text", ["a" * 1_000_000, '"' * 20_000, "(" * 20_000, "1" * 20_000, "Abc-" * 5_000, "Ã©" * 10_000, "word " * 50_000]
)
def test_one_line_without_end(coder: Coder, text: str) -> None:
    (found,) = coder.annotate_many([Report("r", text)])
    assert found.events == ()
    assert all(text[note.start : note.end] == note.text for note in found.sentences)


@pytest.mark.model
def test_events_alone_are_those_of_the_whole(coder: Coder) -> None:
    reports = [*REPORTS, Report("quiet", "The bakery in Lima smells of bread.")]
    whole = list(coder.annotate_many(reports))
    events = list(coder.annotate_many(reports, whole=False))
    assert [found.events for found in events] == [found.events for found in whole]
    assert whole[-1].places
    assert not events[-1].places


@pytest.mark.parametrize("published", ["2025-12-04", "2025-12-04T08:30:00Z", date(2025, 12, 4), datetime(2025, 12, 4, 8, 30, tzinfo=UTC)])
def test_a_day_of_publication_may_be_a_date_or_a_text(published: Any) -> None:
    [event] = sayso.code("Peru condemned Chile on Monday.", published=published)
    assert event.time is not None
    assert (event.time.start, event.report["published"]) == ("2025-12-01", "2025-12-04")
    assert list(sayso.Coder().code_many([Report("text", "Peru condemned Chile on Monday.", published)])) == [event]


@pytest.mark.parametrize(
    ("wrong", "told"),
    [
        pytest.param(lambda: sayso.code("Peru condemned Chile.", published="4 December"), "published='4 December': give the day", id="day"),
        pytest.param(lambda: sayso.code(cast(Any, None)), "its text is NoneType, and must be str", id="no-text"),
        pytest.param(lambda: list(sayso.Coder().code_many(cast(Any, ["Peru."]))), "a Report is wanted, not str", id="no-report"),
    ],
)
def test_what_cannot_be_coded_is_told_with_the_remedy(wrong: Callable[[], object], told: str) -> None:
    with pytest.raises(InputError, match=re.escape(told)):
        wrong()
