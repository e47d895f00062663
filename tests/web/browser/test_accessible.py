"""axe-core on every view, in both schemes and at a phone's width; and widths at which nothing runs out of the page."""

from collections.abc import Callable

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Page

pytestmark = [pytest.mark.browser, pytest.mark.xdist_group("browser")]
Open = Callable[..., Page]
ONE_OF = {"an event": "/events?actor=RUS", "an incident": "/incidents?contested=true", "a report": "/reports?publisher=Harbour+Post"}
FAULTS = ("/nothing", "/events?quad=9")
VIEWS = (
    "/events", "/events?actor=RUS&text=attacked", "/events?actor=BRA", "/events?snapshot=v1", "/facets", "/incidents",
    "/incidents?contested=true", "/reports", "/publishers", "/paste", "/cite?of=/events", *ONE_OF, *FAULTS,
)  # fmt: skip


def opened(open_: Open, view: str, **how: object) -> Page:
    """A view; of those that show one thing, the first that a list has."""
    if view not in ONE_OF:
        return open_(view, fault=view in FAULTS, **how)
    path = open_(ONE_OF[view]).locator("a.open").first.get_attribute("href")
    return open_(path, **how)


@pytest.mark.parametrize("view", VIEWS)
def test_axe_finds_nothing_and_nothing_runs_out_of_the_page(open_: Open, view: str) -> None:
    page = opened(open_, view)
    page.evaluate("document.querySelectorAll('details').forEach(one => one.open = true)")
    page.wait_for_load_state("networkidle")
    assert violations(page) == []
    page.emulate_media(color_scheme="dark", reduced_motion="reduce")
    assert violations(page) == []
    for width in (650, 390, 320):  # 650 is 1300 at 200 % zoom
        page.set_viewport_size({"width": width, "height": 800})
        assert page.evaluate("document.documentElement.scrollWidth") <= width
    assert violations(page) == []


def violations(page: Page) -> list[tuple[str, list[object]]]:
    """What axe-core complains of, and where."""
    found = Axe().run(page).response["violations"]
    return [(one["id"], [node["target"] for node in one["nodes"]]) for one in found]


def test_help_is_readable_to_everybody(open_: Open) -> None:
    page = open_("/events")
    page.keyboard.press("?")
    assert page.locator("dialog.help").is_visible()
    assert violations(page) == []
