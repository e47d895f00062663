"""Drawn views in a real browser: accessible to everybody, by keyboard alone, at any width; and the page that is a file."""

import re
from collections.abc import Callable
from itertools import pairwise
from pathlib import Path

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Browser, FloatRect, Page, expect

from sayso.settings import Settings
from sayso.store import View
from sayso.web import at_desk
from sayso.web.still import still

pytestmark = [pytest.mark.browser, pytest.mark.xdist_group("browser")]
Open = Callable[..., Page]
VIEWS = (
    "/dyads", "/dyads?actor=RUS&recipient=UKR", "/dyads?actor=PER&recipient=CHL", "/actors", "/actors?ego=RUS&level=entity",
    "/actors?ego=XXX", "/actor?who=RUS", "/actor?who=XXX", "/map", "/map?since=2025-12", "/map?type=AID", "/says",
)  # fmt: skip


def complaints(page: Page) -> list[object]:
    for details in page.locator("details").all():
        details.evaluate("one => one.open = true")
    return [(one["id"], [node["target"] for node in one["nodes"]]) for one in Axe().run(page).response["violations"]]


@pytest.mark.parametrize(("scheme", "width"), [("light", 1300), ("dark", 390)])
@pytest.mark.parametrize("view", VIEWS)
def test_axe_finds_nothing(open_: Open, view: str, scheme: str, width: int) -> None:
    assert complaints(open_(view, scheme=scheme, width=width)) == []


@pytest.mark.parametrize("view", VIEWS)
def test_nothing_runs_out_of_the_page(open_: Open, view: str) -> None:
    assert open_(view, width=320).evaluate("document.documentElement.scrollWidth") <= 320


def test_without_scripts_the_tables_say_it(open_: Open) -> None:
    page = open_("/actors", scripts=False)
    expect(page.locator("figure.network svg")).to_have_count(0)
    expect(page.get_by_role("table").first).to_be_visible()


@pytest.mark.parametrize("first", [2014, 2015, 2019])
def test_names_of_years_stand_apart(open_: Open, first: int) -> None:
    starts, width, room = [f"{year}-01-01" for year in range(first, 2058)], 1200, 40
    named = open_("/map").evaluate(
        "([starts, width]) => import('/static/js/periods.js').then((periods) => periods.marked(starts, 'Y', width))", [starts, width]
    )
    places = [one["n"] * width / len(starts) for one in named]
    assert len(places) > 5
    assert all(after - before >= room for before, after in pairwise(places))


def test_a_stretch_of_time_is_chosen_by_pointer(open_: Open) -> None:
    page = open_("/map")
    box = page.locator("figure.strip svg").bounding_box()
    assert box
    page.mouse.move(box["x"] + box["width"] - 60, box["y"] + 20)
    page.mouse.down()
    page.mouse.move(box["x"] + box["width"] - 2, box["y"] + 20, steps=4)
    page.mouse.up()
    page.wait_for_url(re.compile(r"/map\?since=2025-1\d-\d\d&until=2025-1\d-\d\d"))
    expect(page.locator("figure.strip .chosen")).to_be_visible()


def test_a_stretch_of_time_is_chosen_by_keyboard(open_: Open) -> None:
    page = open_("/dyads?actor=RUS&recipient=UKR&freq=M")
    page.locator("figure.series svg").focus()
    page.keyboard.press("End")
    told = page.locator("figure.series .told")
    expect(told).to_have_text("Dec 2025: events 3, incidents 1, reports 3, cooperative 0, hostile 3")
    page.keyboard.press("Shift+ArrowLeft")
    expect(told).to_have_text(re.compile("^Nov 2025 – Dec 2025: events 3, "))
    page.keyboard.press("Enter")
    page.wait_for_url(re.compile(r"/dyads\?actor=RUS&recipient=UKR&freq=M&since=2025-11-01&until=2025-12-31"))


def test_days_are_chosen_by_form(open_: Open) -> None:
    page = open_("/says?actor=RUS")
    page.get_by_label("From").last.fill("2025-12")
    page.get_by_role("button", name="Show", exact=True).last.click()
    page.wait_for_url(re.compile(r"/says\?.*since=2025-12"))
    assert "actor=RUS" in page.url


def test_the_network_is_read_by_keyboard(open_: Open) -> None:
    page = open_("/actors")
    nodes = page.locator("figure.network .node")
    nodes.first.focus()
    expect(page.locator("figure.network .told")).to_have_text(re.compile("^Russia: acts in 5 events, is acted on in 0; ties with 2"))
    page.keyboard.press("ArrowRight")
    expect(nodes.nth(1)).to_be_focused()
    assert page.locator("figure.network [tabindex='0']").count() == 1
    page.keyboard.press("Enter")
    page.wait_for_url(re.compile(r"/actor\?who=UKR"))


@pytest.mark.parametrize("width", [1300, 390])
def test_no_name_in_the_network_stands_on_another(open_: Open, width: int) -> None:
    page = open_("/actors?level=entity", width=width)
    page.locator("figure.network .node").first.wait_for()
    boxes = [box for one in page.locator("figure.network .node text:not(.tucked)").all() if (box := one.bounding_box())]
    assert len(boxes) > 1
    overlapping = [(one, other) for n, one in enumerate(boxes) for other in boxes[:n] if _deep(one, other)]
    assert overlapping == []


def _deep(one: FloatRect, other: FloatRect) -> bool:
    """Whether two boxes cover each other by more than the leading of their letters."""
    across = min(one["x"] + one["width"], other["x"] + other["width"]) - max(one["x"], other["x"])
    down = min(one["y"] + one["height"], other["y"] + other["height"]) - max(one["y"], other["y"])
    return across > 2 and down > 5


def test_the_network_is_the_same_each_time(open_: Open) -> None:
    drawn = {open_("/actors").locator("figure.network .canvas").inner_html() for _ in range(2)}
    assert len(drawn) == 1


def test_the_map_is_read_by_keyboard_and_comes_nearer(open_: Open) -> None:
    page = open_("/map")
    mark = page.locator("figure.map .spot.city")
    before = mark.bounding_box()
    page.get_by_role("button", name="The marks").click()
    assert mark.bounding_box() != before
    mark.focus()
    page.keyboard.press("Enter")
    page.wait_for_url(re.compile(r"/events\?place=Kyiv"))


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_the_page_opens_from_disk_without_a_network(browser: Browser, database: Path, tmp_path: Path, scheme: str) -> None:
    file = tmp_path / "page.html"
    with View(str(database)) as view:
        file.write_text(still(at_desk(view, Settings()), {}, title="For you"), "utf-8")
    context = browser.new_context(offline=True, color_scheme="dark" if scheme == "dark" else "light")
    page, wrong = context.new_page(), list[str]()
    page.on("console", lambda message: wrong.append(message.text))
    page.on("pageerror", lambda error: wrong.append(str(error)))
    page.on("request", lambda request: wrong.append(request.url) if request.url != file.as_uri() else None)
    page.goto(file.as_uri())
    expect(page.locator("figure.drawn svg >> nth=0")).to_be_visible()
    expect(page.locator("figure.drawn")).to_have_count(page.locator("figure").count())
    expect(page.locator("figure.map .land").first).to_be_attached()
    page.locator("figure.strip svg").first.focus()
    page.keyboard.press("End")
    page.keyboard.press("Enter")
    assert complaints(page) == []
    assert (wrong, page.url) == ([], file.as_uri())
    context.close()
