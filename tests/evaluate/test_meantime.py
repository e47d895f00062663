"""Status against MEANTIME's factuality, speakers against its reporting links."""

import json
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from sayso.evaluate.gold import read
from sayso.evaluate.meantime import accepted, score_meantime
from sayso.evaluate.score import scored

TEXT = "The ministry said Peru may sell corn. Chile sold fish. Kenya did not buy tea."
Maker = Callable[..., dict[str, Any]]


def mention(mid: str, word: str, status: str | None, **fields: Any) -> dict[str, Any]:
    start = TEXT.index(word)
    return {"mid": mid, "start": start, "end": start + len(word), "text": word, "status": status, **fields}


SPEAKS = {
    "participants": [
        {"role": "Arg0", "start": 0, "end": 12, "text": "The ministry"},
        {"role": "Arg1", "start": 18, "end": 22, "text": "Peru"},
    ]
}
GOLD = {
    "id": "r",
    "text": TEXT,
    "dct": "2010-05-01",
    "events": [
        mention("1", "said", "happened", **SPEAKS),
        mention("2", "sell", "planned/future", certainty="POSSIBLE", time="FUTURE", polarity="POS"),
        mention("3", "sold", "happened"),
        mention("4", "buy", "denied/not-happened"),
        mention("5", "tea", None),
    ],
    "reporting_links": [{"report_event": "1", "content_event": "2"}],
}


@pytest.mark.parametrize(
    ("factuality", "statuses"),
    [
        ({"status": "happened"}, ("occurred",)),
        ({"status": "planned/future", "certainty": "CERTAIN", "time": "FUTURE", "polarity": "POS"}, ("planned",)),
        ({"status": "planned/future", "certainty": "POSSIBLE", "time": "FUTURE", "polarity": "POS"}, ("planned", "possible")),
        ({"status": "denied/not-happened", "certainty": "POSSIBLE", "time": "FUTURE", "polarity": "NEG"}, ("denied",)),
        ({"status": "possible/unclear", "certainty": "POSSIBLE", "time": "NON_FUTURE", "polarity": "POS"}, ("possible",)),
    ],
)
def test_factuality_as_status(factuality: dict[str, str], statuses: tuple[str, ...]) -> None:
    assert accepted(factuality) == statuses


def test_status_and_speakers_of_what_is_coded(coded: Maker) -> None:
    ministry = [{"text": "ministry", "start": 4, "end": 12}]
    events = [
        coded(TEXT, "sell", "COOPERATE", status="possible", says=ministry),
        coded(TEXT, "sold", "COOPERATE", status="planned", says=ministry),
        coded(TEXT, "tea", "COOPERATE"),  # of no known factuality
        coded(TEXT, "corn", "COOPERATE"),  # not annotated
    ]
    figures, misses = score_meantime([GOLD], events)
    assert (figures["gold"], figures["found"], figures["status"]["accuracy"]) == (4, 2, 0.5)
    assert figures["status"]["possible"] == {"precision": 1.0, "recall": 1.0, "f1": 1.0, "gold": 1}
    assert figures["status"]["occurred"] == {"precision": 0.0, "recall": 0.0, "f1": 0.0, "gold": 1}
    assert figures["says"] == {"precision": 0.5, "recall": 1.0, "f1": 0.667, "gold": 1}
    assert [(m.what, m.coded) for m in misses] == [("status occurred", ("planned",))]


def test_a_speaker_that_is_not_named_is_missed(coded: Maker) -> None:
    figures, misses = score_meantime([GOLD], [coded(TEXT, "sell", "COOPERATE", status="planned")])
    assert (figures["says"]["recall"], figures["status"]["accuracy"]) == (0.0, 1.0)
    assert [m.what for m in misses] == ["says The ministry"]


def test_nothing_coded_gives_no_accuracy() -> None:
    figures, misses = score_meantime([GOLD], [])
    assert (figures["found"], figures["status"]["accuracy"], misses) == (0, None, [])


@pytest.mark.parametrize(("dct", "published"), [("2010-05-01", "2010-05-01"), ("05-01-2010", "None"), (None, "None")])
def test_a_file_of_it_is_known_and_dated(tmp_path: Path, answers: Callable[..., Any], dct: str | None, published: str) -> None:
    path = tmp_path / "meantime.jsonl"
    path.write_text(json.dumps({**GOLD, "dct": dct}), encoding="utf-8")
    gold = read(path)
    assert (gold.kind, str(gold.reports[0].published)) == ("factuality", published)
    assert scored(gold, answers({})).figures["gold"] == 4
