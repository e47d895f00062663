"""The desk's views as one file."""

import base64
import hashlib
import re
from collections.abc import Iterator
from datetime import date
from pathlib import Path
from typing import Any

import pytest

from sayso.errors import StoreError
from sayso.settings import Settings
from sayso.store import View
from sayso.web import at_desk
from sayso.web.state.desk import Desk
from sayso.web.still import SECTIONS, still


@pytest.fixture(scope="module")
def at(database: Path) -> Iterator[Desk]:
    """What the views are handed."""
    with View(str(database)) as view:
        yield at_desk(view, Settings(), db="desk.db", today=lambda: date(2026, 1, 2))


def test_all_views_stand_in_it_and_nothing_leads_out(at: Desk) -> None:
    page = still(at, {}, title="A page")
    assert re.findall(r'<section id="(\w+)">', page) == list(SECTIONS)
    assert set(re.findall(r'href="([^"]*)"', page)) - {"data:,"} == set(re.findall(r'href="(#[\w-]+)"', page))
    assert all(f'id="{place}"' in page for place in re.findall(r'href="#([\w-]+)"', page))
    assert "<form" not in page
    assert not re.search(r"<(link|img|iframe|object)(?![^>]*href=\"data:)", page)


def test_the_browser_is_told_to_run_what_stands_in_it_and_nothing_else(at: Desk) -> None:
    page = still(at, {}, title="A page")
    policy = re.search(r'http-equiv="Content-Security-Policy" content="([^"]*)"', page)
    assert policy
    for tag, content in (("script", r'<script type="module">(.*?)</script>'), ("style", r"<style>(.*?)</style>")):
        (found,) = re.findall(content, page, re.DOTALL)
        digest = base64.b64encode(hashlib.sha256(found.encode()).digest()).decode()
        assert f"{tag}-src &#39;sha256-{digest}&#39;" in policy[1]
    assert "default-src &#39;none&#39;" in policy[1]


def test_it_holds_what_was_asked_for(at: Desk) -> None:
    page = still(at, {"actor": ["USA"], "level": ["entity"]}, title="A page", sections=("events", "actors"))
    assert "Land of USA" in page
    assert "Land of UKR" not in page
    assert 'id="map"' not in page
    assert page == still(at, {"actor": ["USA"], "level": ["entity"]}, title="A page", sections=("events", "actors"))


def test_hostile_texts_are_only_texts(at: Desk) -> None:
    page = still(at, {}, title="</title><script>alert(9)</script>")
    assert not re.search(r"<script>alert|<img src=x", page)


@pytest.mark.parametrize(
    ("given", "more", "message"),
    [({"colour": ["red"]}, {}, "nothing can be asked by colour; there are actor"),
     ({"since": ["soon"]}, {}, "since wants a day"), ({"level": ["planet"]}, {}, "level: Input should be"),
     ({}, {"largest": 0}, r"the page would have 0\.\d MB, and 0 are the most; ask for fewer events")],
)  # fmt: skip
def test_what_can_not_be_is_told_with_a_remedy(at: Desk, given: dict[str, list[str]], more: dict[str, Any], message: str) -> None:
    with pytest.raises((StoreError, ValueError), match=message):
        still(at, given, title="A page", **more)


def test_incidents_stand_in_it_side_by_side(at: Desk) -> None:
    page = still(at, {"type": ["ASSAULT"]}, title="A page", sections=("events", "incidents"))
    (place,) = re.findall(r'<article class="card" id="(incident-\w+)">', page)
    assert page.count(f'href="#{place}"') == 3  # from each event that tells of it
    assert "What they disagree on" in page
    assert len(re.findall(r'id="contested-', page)) == 1
