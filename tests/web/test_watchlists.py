"""Watchlists at the desk: filters that are kept, and their feeds."""

import re
from datetime import datetime
from email.utils import parsedate_to_datetime
from pathlib import Path
from typing import Any
from xml.etree import ElementTree as Xml

import pytest
from starlette.testclient import TestClient

from sayso.store import Filter, View, Writer
from sayso.store.people.watchlists import add_watchlist, watchlists

ATOM = {"a": "http://www.w3.org/2005/Atom"}


def token(client: TestClient) -> str:
    found = re.search(r'name="form_token" value="([0-9a-f]+)"', client.get("/watchlists/new").text)
    assert found
    return found[1]


def keep(client: TestClient, name: str = "War & <peace>", query: str = "?actor=RUS&min_origins=0") -> Any:
    return client.post("/watchlists", data={"name": name, "query": query, "form_token": token(client)})


def kept(client: TestClient) -> str:
    """The address of the feeds of the one watchlist."""
    (one,) = client.get("/watchlists.json").json()["watchlists"]
    return f"/watchlists/{one['id']}"


def test_a_filter_is_kept_and_leads_back_to_its_events(own: TestClient) -> None:
    assert keep(own).status_code == 303
    (one,) = own.get("/watchlists.json").json()["watchlists"]
    assert (one["name"], one["owner"], one["query"]) == ("War & <peace>", "anna", "?actor=RUS&min_origins=0")
    page = own.get("/watchlists").text
    assert 'href="/events?actor=RUS&amp;min_origins=0"' in page
    assert "<peace>" not in page
    assert own.post(f"{kept(own)}/remove", data={"form_token": token(own)}).status_code == 303
    assert own.get("/watchlists.json").json() == {"watchlists": []}
    assert "No filter is kept yet" in own.get("/watchlists").text


@pytest.mark.parametrize(
    ("name", "query", "told"),
    [
        (" ", "", "one to 200 characters"),
        ("x" * 201, "", "one to 200 characters"),
        ("x", "?colour=red", "can&#39;t be kept"),
        ("x", "?since=monday", "since wants a day"),
    ],
)
def test_what_can_not_be_kept_is_told(own: TestClient, name: str, query: str, told: str) -> None:
    answer = keep(own, name, query)
    assert answer.status_code == 422
    assert told in answer.text
    assert own.get("/watchlists.json").json() == {"watchlists": []}


def test_feeds_tell_the_same_events_by_the_same_ids(own: TestClient) -> None:
    keep(own)
    at = kept(own)
    rss, atom = (Xml.fromstring(own.get(f"{at}.{layout}").content) for layout in ("rss", "atom"))
    told = own.get(f"{at}.json").json()
    ids = [one["id"] for one in told["items"]]
    assert len(set(ids)) == len(ids) == 5
    assert [one.text for one in rss.iterfind("channel/item/guid")] == ids
    assert [one.text for one in atom.iterfind("a:entry/a:id", ATOM)] == ids
    assert told["version"] == "https://jsonfeed.org/version/1.1"
    assert told["title"] == rss.findtext("channel/title") == atom.findtext("a:title", None, ATOM) == "War & <peace> · Sayso"
    dates = [datetime.fromisoformat(one["date_published"]) for one in told["items"]]
    assert [parsedate_to_datetime(one.text or "") for one in rss.iterfind("channel/item/pubDate")] == dates
    assert [datetime.fromisoformat(one.text or "") for one in atom.iterfind("a:entry/a:published", ATOM)] == dates
    for one in told["items"]:
        assert own.get(one["url"].removeprefix("http://testserver")).status_code == 200
        assert one["_sayso"]["event"]["actors"][0]["country"] == "RUS"
    required = ("a:id", "a:title", "a:updated", "a:author/a:name", "a:content")
    assert all(entry.findtext(name, None, ATOM) for entry in atom.iterfind("a:entry", ATOM) for name in required)


@pytest.mark.parametrize("layout", ["rss", "atom", "json"])
def test_a_reader_gets_a_feed_once(own: TestClient, layout: str) -> None:
    keep(own)
    address = f"{kept(own)}.{layout}"
    first = own.get(address)
    assert first.headers["Content-Type"].split(";")[0] == {
        "rss": "application/rss+xml", "atom": "application/atom+xml", "json": "application/feed+json"
    }[layout]  # fmt: skip
    again = own.get(address, headers={"If-None-Match": first.headers["ETag"]})
    assert (again.status_code, again.content, again.headers["ETag"]) == (304, b"", first.headers["ETag"])
    assert own.get(address, headers={"If-Modified-Since": first.headers["Last-Modified"]}).status_code == 304
    assert own.get(address, headers={"If-None-Match": '"other"'}).status_code == 200
    assert own.get(address, headers={"If-Modified-Since": "nonsense"}).status_code == 200
    event = own.get("/review.json?actor=RUS").json()["event"]
    own.post(f"/api/v1/events/{event['id']}/corrections", json={"action": "reject", "report": event["report_key"]})
    changed = own.get(address, headers={"If-None-Match": first.headers["ETag"]})
    assert changed.status_code == 200
    assert own.get(f"/watchlists/00.{layout}").status_code == 404


def test_what_xml_can_not_hold_is_replaced(own: TestClient, db: Path) -> None:
    with Writer(str(db)) as writer:
        add_watchlist(writer, "a\x0b\x1b\ufffeb", Filter(), by="anna", at="2026-01-01T00:00:00+00:00")
    with View(str(db)) as view:
        (one,) = watchlists(view)
    found = Xml.fromstring(own.get(f"/watchlists/{one.id}.rss").content)
    assert "\x1b" not in (found.findtext("channel/title") or "\x1b")


@pytest.mark.parametrize(
    "url",
    [
        "",
        "ftp://example.org",
        "javascript:alert(1)",
        "https://",
        "https://user:word@example.org",
        "http://[",
        "https://hooks..example.org",
        f"https://{'a' * 64}.example.org",
        "https://example.org:99999/in",
    ],
)
def test_webhooks_are_addresses_of_the_web(own: TestClient, url: str) -> None:
    keep(own)
    answer = own.post(f"{kept(own)}/webhooks", data={"url": url, "form_token": token(own)})
    assert answer.status_code == 422
    assert own.get("/watchlists.json").json()["watchlists"][0]["hooks"] == []


def test_the_secret_of_a_webhook_is_shown_once_and_stored_nowhere(own: TestClient, db: Path) -> None:
    keep(own)
    page = own.post(f"{kept(own)}/webhooks", data={"url": "https://example.org/in", "form_token": token(own)}).text
    found = re.search(r'class="token">([^<]+)<', page)
    assert found
    assert found[1] not in own.get("/watchlists").text
    assert found[1].encode() not in b"".join(file.read_bytes() for file in db.parent.glob(f"{db.name}*"))  # nor in the key's file as it is
    (hook,) = own.get("/watchlists.json").json()["watchlists"][0]["hooks"]
    assert hook["url"] == "https://example.org/in"
    assert found[1] not in str(own.get("/watchlists.json").json())
    assert own.post(f"/webhooks/{hook['id']}/remove", data={"form_token": token(own)}).status_code == 303
    assert own.post(f"/webhooks/{hook['id']}/remove", data={"form_token": token(own)}).status_code == 404
