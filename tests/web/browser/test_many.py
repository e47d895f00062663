"""The desk with a hundred thousand events, in a real browser."""

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page, expect

from sayso.store import View

pytestmark = [pytest.mark.browser, pytest.mark.xdist_group("browser"), pytest.mark.slow]
Open = Callable[..., Page]
TIMES = 200
HEAP = 20e6  # bytes of scripts' objects in a page, whatever the store holds


@pytest.fixture(scope="module")
def many(various: Path, tmp_path_factory: pytest.TempPathFactory, multiplied: Callable[[Path, int], None]) -> Path:
    """The five hundred events, two hundred times."""
    path = tmp_path_factory.mktemp("many") / "many.db"
    path.write_bytes(various.read_bytes())
    multiplied(path, TIMES)
    return path


@pytest.fixture(scope="module")
def address(many: Path, serving: Callable[..., Iterator[str]]) -> Iterator[str]:
    """A desk over them."""
    yield from serving(many)


def test_there_are_a_hundred_thousand(many: Path) -> None:
    with View(str(many)) as view:
        assert view.count() == 100_000


FILTERS = (
    "text=Clerk", "actor=RUS", "recipient=UKR", "party=IND", "actor=RUS&recipient=UKR", "type=ASSAULT", "mode=visit", "quad=1",
    "status=denied", "says=Clerk+1", "says=-", "context=military", "publisher=Post+3", "place=RUS", "place=Harbour4",
    "since=2024&until=2024-06", "published_since=2023", "min_origins=1", "min_confidence=0.5", "state=coded",
)  # fmt: skip


def test_every_kind_of_filter_finds_something_and_shows_what_was_asked(open_: Open) -> None:
    page = open_("/events", scripts=False)
    address = page.url.partition("/events")[0]
    for query in FILTERS:
        page.goto(f"{address}/events?{query}")
        assert page.locator("tr[data-item]").count() == 50, query
        assert page.locator(".chosen li").count() >= 1, query


def test_counts_come_and_narrow(open_: Open) -> None:
    page = open_("/events")
    expect(page.locator(".total")).to_have_text("100,000", timeout=20_000)
    page.locator(".facets").get_by_role("link", name="denied").first.click()
    page.wait_for_url("**status=denied")
    expect(page.locator(".total")).to_have_text("10,000", timeout=20_000)


@pytest.mark.parametrize("view", ["/dyads?actor=RUS&recipient=UKR", "/actors", "/map", "/says", "/incidents", "/reports", "/publishers"])
def test_views_are_drawn(open_: Open, view: str) -> None:
    page = open_(view)
    assert page.locator("h1").count() == 1
    assert page.locator("figure.drawing svg, tr").count() > 0


def test_no_view_grows_with_the_store(browser: Browser, address: str) -> None:
    context = browser.new_context()
    page = context.new_page()
    page.goto(f"{address}/events")
    page.wait_for_load_state("networkidle")
    assert page.evaluate("performance.memory.usedJSHeapSize") < HEAP
    for _ in range(3):
        page.locator("a[rel=next]").click()
        page.wait_for_load_state("load")
    assert page.locator("tr[data-item]").count() == 50
    assert page.evaluate("performance.memory.usedJSHeapSize") < HEAP
    context.close()
