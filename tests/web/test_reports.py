"""Reports, their sentences, and texts that people paste."""

import time
from typing import Any

import pytest
from starlette.testclient import TestClient


def lines(client: TestClient, query: str = "") -> list[dict[str, Any]]:
    """The reports of a list."""
    found: list[dict[str, Any]] = client.get(f"/reports.json{query}").json()["reports"]
    return found


@pytest.mark.parametrize(
    ("query", "ids"),
    [
        ("", ["r2", "r3", "r1", "r4", "evil"]),
        ("?text=Mayor", ["r2"]),
        ("?publisher=harbour+post", ["r1"]),
        ("?since=2025-12", ["r2", "r3", "r1"]),
        ("?until=2025-10", ["evil"]),
        ("?origin=story-1", ["r3", "r1"]),
    ],
)
def test_reports_are_found(client: TestClient, query: str, ids: list[str]) -> None:
    assert [one["id"] for one in lines(client, query)] == ids


def test_pages_of_reports_go_on(client: TestClient) -> None:
    seen: list[str] = []
    after = ""
    while after is not None:
        found = client.get(f"/reports.json?limit=2&after={after}").json()
        seen, after = [*seen, *(one["id"] for one in found["reports"])], found["after"]
    assert seen == ["r2", "r3", "r1", "r4", "evil"]


def test_copies_are_counted(client: TestClient) -> None:
    assert {one["id"]: (one["copies"], one["events"]) for one in lines(client)}["r1"] == (1, 1)


def test_a_report_says_why_and_why_not(client: TestClient) -> None:
    (one,) = lines(client, "?publisher=Harbour+Post")
    found = client.get(f"/report/{one['key']}.json").json()
    assert [(len(s["events"]), s["reasons"]) for s in found["found"]["sentences"]] == [
        (1, ["coded assault/-/attacked at “attacked”"]),
        (0, ["no word in it is a trigger"]),
    ]
    assert (found["found"]["coded"], found["found"]["total"]) == (1, 2)
    assert [copy["id"] for copy in found["copies"]] == ["r3"]
    assert "2,Nothing" in client.get(f"/report/{one['key']}.csv").text.replace(" Nothing", "Nothing")
    assert client.get(f"/api/v1/reports/{one['key']}").json()["report"]["text"].startswith("RUS attacked")


def test_a_megabyte_word_does_not_fill_the_page(client: TestClient) -> None:
    (one,) = lines(client, "?until=2025-10")
    page = client.get(f"/report/{one['key']}")
    assert page.status_code == 200
    assert len(page.text) < 60_000
    assert "more characters" in page.text
    assert "<script>alert" not in page.text
    assert "\u202e" not in page.text


@pytest.mark.parametrize("path", ["/report/0", "/report/0.json", "/api/v1/reports/0"])
def test_what_is_not_there_is_told(client: TestClient, path: str) -> None:
    assert client.get(path).status_code == 404


@pytest.mark.parametrize("query", ["?since=soon", "?snapshot=x", "?colour=red", "?after=x"])
def test_what_can_not_be_asked_is_told(client: TestClient, query: str) -> None:
    assert client.get(f"/reports{query}").status_code == 422


def pasted(client: TestClient, **form: str) -> dict[str, Any]:
    """What is found in a text, once it is coded."""
    answer = client.post("/paste", data=form)
    assert answer.status_code == 303
    deadline = time.monotonic() + 30
    while (found := client.get(answer.headers["Location"] + ".json").json())["waiting"]:
        assert time.monotonic() < deadline
    return dict(found)


def test_a_pasted_text_is_coded_and_stored_nowhere(client: TestClient) -> None:
    before = client.get("/publishers.json").json()["sums"]
    found = pasted(client, text="RUS attacked UKR in Kyiv UKR.\r\n\U0001f600 Nothing else.", published="2025-12-04")
    assert found["events"] == 1
    assert found["published"] == "2025-12-04"
    assert [len(one["events"]) for one in found["found"]["sentences"]] == [1, 0]
    assert "\r" not in "".join(part["text"] for one in found["found"]["sentences"] for part in one["text"])
    assert client.get("/publishers.json").json()["sums"] == before


def test_a_pasted_text_is_only_text(client: TestClient) -> None:
    found = pasted(client, text="<script>alert(1)</script> RUS attacked UKR.")
    page = client.get(f"/paste/{found['name']}").text
    assert "&lt;script&gt;" in page
    assert "<script>alert" not in page


@pytest.mark.parametrize(
    ("form", "status"), [({}, 422), ({"text": ""}, 422), ({"text": "a", "published": "soon"}, 422), ({"text": "a" * 200_001}, 422)]
)
def test_what_can_not_be_coded_is_told(client: TestClient, form: dict[str, str], status: int) -> None:
    assert client.post("/paste", data=form).status_code == status


def test_a_forgotten_text_is_told(client: TestClient) -> None:
    assert "Paste it again" in client.get("/paste/unknown").text
