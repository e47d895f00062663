"""Review pages: one event after another, and events that were missed."""

import re
from html import unescape
from pathlib import Path
from typing import Any

import pytest
from starlette.testclient import TestClient

from sayso.store import View, Writer
from sayso.store.corrected.correction import Action
from sayso.store.corrected.propose import Proposer, Signed
from sayso.web.pages.missed import around, runs
from sayso.web.pages.review import ReviewAsked


def token(client: TestClient) -> str:
    found = re.search(r'name="form_token" value="([0-9a-f]+)"', client.get("/review").text)
    assert found
    return found[1]


def at_hand(client: TestClient, query: str = "") -> dict[str, Any]:
    found: dict[str, Any] = client.get(f"/review.json{query}").json()
    return found


def judge(client: TestClient, shown: dict[str, Any], **given: str) -> Any:
    event = shown["event"]
    fields = {"key": event["report_key"], "seen": shown["mark"], "form_token": token(client), **given}
    return client.post(f"/event/{event['id']}/judgement", data=fields)


def judged(db: Path, who: str, **given: Any) -> None:
    """Somebody else judges the event that is asked for."""
    kinds = {"ASSAULT": {"modes": {}, "cameo": "190", "quad": 4, "score": -9.0}}
    action: Action = "set" if given.get("changes") else "accept"
    with View(str(db)) as view, Writer(str(db)) as writer:
        signed = Signed(who=who, why="", at="2026-01-01T00:00:00+00:00")
        writer.correct([Proposer(view, kinds).of_event(given["event"], action, given.get("changes", ()), signed, key=given["key"])])


def test_events_are_judged_one_after_another(own: TestClient) -> None:
    first = at_hand(own)
    assert (first["left"], first["who"]) == (7, "anna")
    answer = judge(own, first, verdict="accept", back="/review?actor=RUS")
    assert (answer.status_code, answer.headers["Location"]) == (303, "/review?actor=RUS")
    second = at_hand(own)
    assert second["left"] == 6
    assert (second["event"]["id"], second["event"]["report_key"]) != (first["event"]["id"], first["event"]["report_key"])
    assert (second["last"]["action"], second["last"]["event"]) == ("accept", first["event"]["id"])
    undone = own.post("/review/undo", data={"correction": second["last"]["id"], "back": "/review", "form_token": token(own)})
    assert undone.status_code == 303
    assert (at_hand(own)["left"], at_hand(own)["last"]) == (7, None)


def test_a_queue_may_have_a_long_filter(own: TestClient) -> None:
    back = f"/review{ReviewAsked(publisher=['صحيفة ' * 40] * 9, actor=['USA']).query()}"
    assert len(back) > 10_000
    assert judge(own, at_hand(own, "?actor=USA"), verdict="accept", back=back).headers["Location"] == back
    kept = own.post("/watchlists", data={"name": "long", "query": back.partition("?")[2], "form_token": token(own)})
    assert kept.status_code == 303


def test_what_is_skipped_comes_back(own: TestClient) -> None:
    seen, query = [], "?type=CONSULT"
    for _ in range(3):
        shown = at_hand(own, query)
        seen.append(shown["event"]["report_id"])
        query = shown["next"].removeprefix("/review")
    assert seen == ["r4", "evil", "r4"]


@pytest.mark.parametrize(
    ("given", "now"),
    [
        ({"pick": "AID"}, {"type": "AID", "cameo": "070"}),
        ({"type": "COERCE", "mode": "arrest", "status": "denied", "actors": "USA@USA", "time": "2025-11-02"}, {"mode": "arrest"}),
        ({"type": "CONSULT", "mode": "visit", "status": "occurred", "actors": "", "recipients": "CHN@CHN", "time": ""}, {"mode": "visit"}),
    ],
)
def test_a_form_changes_fields_and_clears_those_left_empty(own: TestClient, db: Path, given: dict[str, str], now: dict[str, str]) -> None:
    shown = at_hand(own, "?actor=USA")
    assert judge(own, shown, verdict="set", **given).status_code == 303
    with View(str(db)) as view:
        event = next(one for one in view.events() if one.id == shown["event"]["id"]).to_dict()
    assert {name: event[name] for name in now} == now
    if "actors" in given:
        assert [one["country"] for one in event["actors"]] == [part[:3] for part in [given["actors"]] if part]
        assert bool(event["time"]) == bool(given["time"])


@pytest.mark.parametrize(
    ("given", "status", "told"),
    [
        ({"type": "CONSULT", "mode": "visit", "status": "occurred", "place": "Lima, XYZ"}, 422, "there is no country XYZ"),
        ({"pick": "DANCE"}, 422, "there is no such type"),
        ({"verdict": "set"}, 422, "Nothing was changed"),
        ({"verdict": "accept", "seen": "00"}, 409, "Somebody has said something else"),
        ({"verdict": "dance"}, 422, "verdict"),
    ],
)
def test_what_can_not_be_is_told_beside_what_was_written(own: TestClient, given: dict[str, str], status: int, told: str) -> None:
    answer = judge(own, at_hand(own, "?actor=USA"), **given)
    assert answer.status_code == status
    assert told in answer.text
    assert given.get("place", "") in answer.text
    assert at_hand(own)["left"] == 7


def test_a_second_look_is_blind(own: TestClient, db: Path) -> None:
    shown = at_hand(own, "?actor=USA")
    event = {"event": shown["event"]["id"], "key": shown["event"]["report_key"]}
    judged(db, "bob", **event, changes=["type=ASSAULT", "place=none"])
    blind = at_hand(own, "?look=second")
    assert (blind["event"]["type"], blind["event"]["state"], blind["event"]["corrections"], blind["mark"]) == ("CONSULT", "coded", [], "")
    judge(own, blind, verdict="accept", back="/review?look=second")
    assert at_hand(own, "?look=second")["event"] is None
    agreement = own.get("/review/agreement.json").json()
    assert [one["name"] for one in agreement["reviewers"]] == ["anna", "bob"]
    assert {one["field"]: one["events"] for one in agreement["fields"]}["type"] == 1
    assert "Krippendorff" in own.get("/review/agreement").text


def test_a_second_look_says_what_it_changes_of_what_was_coded(own: TestClient, db: Path) -> None:
    shown = at_hand(own, "?actor=USA")
    event = {"event": shown["event"]["id"], "key": shown["event"]["report_key"]}
    judged(db, "bob", **event, changes=["status=denied", "place=Lima, PER"])
    blind = at_hand(own, "?look=second")
    form = {**blind["written"], "verdict": "set", "back": "/review?look=second"}
    refused = judge(own, blind, **{**form, "time": "soon"})
    assert (refused.status_code, "Lima" in refused.text) == (422, False)
    assert judge(own, blind, **{**form, "status": "denied"}).status_code == 303
    with View(str(db)) as view:
        *_, mine = view.corrections()
        now = next(one for one in view.events() if one.id == event["event"])
    assert mine["changes"] == {"status": "denied"}
    assert (now.status, now.place and now.place.name) == ("denied", "Lima")
    assert {one["field"]: one["alpha"] for one in own.get("/review/agreement.json").json()["fields"]}["status"] is None


def test_what_is_put_right_goes_on_in_the_same_queue(own: TestClient) -> None:
    shown = at_hand(own, "?actor=USA")
    refused = judge(own, shown, pick="DANCE", back="/review?actor=USA")
    assert refused.status_code == 422
    assert 'name="back" value="/review?actor=USA"' in refused.text
    assert 'name="back" value="/review"' in judge(own, shown, pick="DANCE", back="/review?colour=red").text


@pytest.mark.parametrize("second", [False, True])
def test_what_was_refused_can_be_skipped(own: TestClient, db: Path, second: bool) -> None:  # noqa: FBT001
    back = "/review?look=second" if second else "/review?type=CONSULT"
    for _ in range(2 if second else 0):
        waiting = at_hand(own)
        judged(db, "bob", event=waiting["event"]["id"], key=waiting["event"]["report_key"])
    shown = at_hand(own, back.removeprefix("/review"))
    refused = judge(own, shown, pick="DANCE", back=back)
    following = re.search(r'rel="next" href="([^"]+)"', refused.text)
    assert following
    assert unescape(following[1]) == shown["next"] != back
    assert at_hand(own, unescape(following[1]).removeprefix("/review"))["event"]["id"] != shown["event"]["id"]


def test_pages_without_anything_to_do_say_so(own: TestClient) -> None:
    assert "No event that meets all of this waits" in own.get("/review?actor=BRA").text
    assert "Nothing is left that others have judged" in own.get("/review?look=second").text
    assert "Agreement takes two reviewers" in own.get("/review/agreement").text
    assert own.get("/review?event=none").status_code == 404


def test_an_event_page_tells_that_somebody_was_quicker(own: TestClient, db: Path) -> None:
    shown = at_hand(own, "?actor=USA")["event"]
    id, key = shown["id"], shown["report_key"]
    page = own.get(f"/event/{id}?report={key}").text
    seen = own.get(f"/api/v1/events/{id}?report={key}").json()["mark"]
    assert f'name="seen" value="{seen}"' in page
    judged(db, "bob", event=id, key=key, changes=["status=denied"])
    given = {"key": key, "seen": seen, "verdict": "accept", "form_token": token(own), "back": f"/event/{id}"}
    assert own.post(f"/event/{id}/judgement", data=given).status_code == 409
    assert own.post(f"/event/{id}/judgement", data={**given, "seen": at_hand(own, f"?event={id}&key={key}")["mark"]}).status_code == 303


def test_an_event_page_lets_reviewers_judge_and_undo(own: TestClient) -> None:
    shown = at_hand(own, "?actor=USA")
    address = f"/event/{shown['event']['id']}?report={shown['event']['report_key']}"
    judge(own, shown, verdict="reject", back=address)
    page = own.get(address).text
    assert "Undo what anna did" in page
    assert 'value="accept"' in page
    assert "state" in page


def test_a_missed_event_is_added_by_offsets_or_by_words(own: TestClient, db: Path) -> None:
    with View(str(db)) as view:
        key, text = next((row[0], row[1]) for row in view.sql("SELECT key, text FROM reports WHERE id = 'r1'").rows)
    at = text.index("happened")
    fields = {"report": key, "type": "PROTEST", "form_token": token(own)}
    answer = own.post("/review/add", data={**fields, "start": str(at), "end": str(at + 8), "trigger": "x", "actors": "UKR@UKR"})
    assert answer.status_code == 303
    event = own.get(answer.headers["Location"].replace("?", ".json?")).json()
    assert (event["type"], event["trigger"], event["evidence"]) == ("PROTEST", "happened", "Nothing else happened.".join((" ", "")))
    answer = own.post("/review/add", data={**fields, "trigger": "killing"})
    assert own.get(answer.headers["Location"].replace("?", ".json?")).json()["trigger"] == "killing"
    for wrong, told in (
        ({"trigger": ""}, "select them in the text"),
        ({"trigger": "dancing"}, "select them in the text"),
        ({"trigger": "killing", "type": ""}, "pick a type"),
        ({"trigger": "killing", "actors": "XYZ@UKR"}, "no country XYZ"),
    ):
        answer = own.post("/review/add", data={**fields, **wrong})
        assert answer.status_code == 422
        assert told in answer.text
    assert own.post("/review/add", data={**fields, "report": "00", "trigger": "x"}).status_code == 404


TEXT = "\U0001f600 e\u0301\r\n\u202eab\u202c \u05e9\u05dc\u05d5\u05dd\x00."


def test_runs_are_what_a_browser_counts_as_we_do() -> None:
    found = list(runs(TEXT, 0, len(TEXT)))
    assert "".join(run.text for run in found) == TEXT
    assert [(run.start, run.text) for run in found if not run.seen] == [(4, "\r"), (6, "\u202e"), (9, "\u202c"), (15, "\x00")]
    assert all(TEXT[run.start : run.start + len(run.text)] == run.text for run in found)
    assert [run.start for run in runs(TEXT, 7, 9)] == [7]


@pytest.mark.parametrize(("start", "end", "line"), [(0, 3, "one two"), (8, 11, "three"), (4, 11, "one two\nthree"), (14, 16, "four")])
def test_where_there_are_no_sentences_the_line_is_the_evidence(start: int, end: int, line: str) -> None:
    text = "one two\nthree\nfour"
    first, last = around((), text, start, end)
    assert text[first:last] == line
