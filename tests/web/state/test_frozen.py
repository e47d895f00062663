"""A cited view shows what it showed, to the byte, whatever is written later."""

import re
import shutil
from collections.abc import Callable, Iterator
from pathlib import Path
from urllib.parse import urlencode

import pytest
from starlette.testclient import TestClient

from sayso.settings import Settings
from sayso.store import View
from sayso.web import desk

VIEWS = (
    "/events", "/events?actor=RUS&limit=1", "/events?text=attacked", "/facets", "/incidents", "/reports", "/reports?text=happened",
    "/dyads", "/dyads?actor=RUS&recipient=UKR", "/actors", "/actors?level=entity", "/actor?who=RUS", "/map", "/says", "/publishers",
)  # fmt: skip
NOTE = re.compile(r'<div class="notice" role="note">.*?</div>', re.DOTALL)
API = ("events", "incidents", "reports", "facets")


@pytest.fixture
def living(database: Path, tmp_path: Path) -> Iterator[tuple[TestClient, Path]]:
    """A desk over a database that changes."""
    copy = tmp_path / "copy.db"
    shutil.copy(database, copy)
    with View(str(copy)) as view:
        yield TestClient(desk(view, settings=Settings(), hosts=("testserver",)), base_url="http://testserver"), copy


def test_cited_views_show_what_they_showed(living: tuple[TestClient, Path], later: Callable[[TestClient, Path], None]) -> None:
    client, db = living
    (event,), (incident,) = (client.get(f"/{kind}.json?limit=1").json()[kind] for kind in ("events", "incidents"))
    views = (*VIEWS, f"/event/{event['id']}", f"/incident/{incident['id']}", f"/report/{event['report_key']}")
    cited = {view: client.get(f"/cite.json?{urlencode({'of': view})}").json() for view in views}
    assert all(one["frozen"] and "snapshot=v" in one["view"] for one in cited.values())
    now = {view: client.get(_laid(view, ".json")).content for view in views}
    links = [_laid(one["view"], layout) for one in cited.values() for layout in ("", ".json", ".csv")]
    links += [f"/api/v1/{name}?snapshot={cited['/events']['snapshot']}" for name in API]
    then = {link: client.get(link) for link in links}
    assert {answer.status_code for answer in then.values()} == {200}
    assert [client.get(_laid(cited[view]["view"], ".json")).content for view in views] == list(now.values())
    assert "Nothing has changed since" in then[cited["/events"]["view"]].text
    later(client, db)
    changed = [view for view in views if client.get(_laid(view, ".json")).content != now[view]]
    assert len(changed) > len(views) / 2
    for link, answer in then.items():
        assert NOTE.sub("", client.get(link).text) == NOTE.sub("", answer.text), link
    page = client.get(cited["/events"]["view"]).text
    assert "1 report has been added and 1 coded anew, 2 corrections made and 1 undone" in " ".join(page.split())


def _laid(view: str, layout: str) -> str:
    path, mark, query = view.partition("?")
    return f"{path}{layout}{mark}{query}"


def test_the_past_leads_on_into_the_past_and_nothing_is_decided_there(client: TestClient) -> None:
    page = client.get("/events?snapshot=v1&actor=RUS").text
    event = re.search(r'href="(/event/[^"]+)"', page)
    assert event
    assert event[1].endswith("&amp;snapshot=v1")
    inside = client.get(event[1].replace("&amp;", "&")).text
    assert "/judgement" not in inside
    assert "/judgement" in client.get(event[1].partition("?")[0]).text
    assert re.search(r'href="/report/[0-9a-f]+\?snapshot=v1"', inside)
    assert 'name="snapshot" value="v1"' in page
    assert 'data-present href="/events?actor=RUS"' in page
    assert 'href="/review?actor=RUS"' in page
    assert '<a data-present href="?actor=RUS" title="take this condition away">' in page


@pytest.mark.parametrize(
    ("path", "status"), [("/events?snapshot=v99", 404), ("/events?snapshot=r1.n2.c0.u0", 422), ("/review?snapshot=v1", 422)]
)
def test_a_snapshot_that_can_not_be_shown_is_told(client: TestClient, path: str, status: int) -> None:
    answer = client.get(path)
    assert answer.status_code == status
    assert "snapshot" in answer.text


def test_a_citation_names_the_snapshot_that_was_shown(client: TestClient) -> None:
    snapshot = client.get("/cite.json?of=/events").json()["snapshot"]
    page = client.get("/events?actor=RUS").text
    assert f'href="/cite?of=%2Fevents%3Factor%3DRUS&amp;at={snapshot}"' in page.replace("/cite?of=/", "/cite?of=%2F")
    found = client.get("/cite.json?of=/events%3Factor%3DRUS&at=v1").json()
    assert found["view"] == "/events?actor=RUS&snapshot=v1"
    assert re.search(
        r"snapshot v1 of \d{4}-\d\d-\d\d\. http://testserver/events\?actor=RUS&snapshot=v1 \(seen 2026-01-02\)\.", found["text"]
    )
    assert client.get("/cite.json?of=/review").json()["frozen"] is False
