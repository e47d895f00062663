"""Review by keyboard alone, missed events by selection, and watchlists, in a real browser."""

import json
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Page, expect

from sayso.store import Filter, View

pytestmark = [pytest.mark.browser, pytest.mark.xdist_group("browser")]
Open = Callable[..., Page]
HARD = (
    "\U0001f600\U0001f1f3\U0001f1ea Police e\u0301lite\r\nheld 2 men. "
    "\u05d4\u05de\u05e9\u05d8\u05e8\u05d4 \u05e2\u05e6\u05e8\u05d4 \u05d0\u05d5\u05ea\u05dd. "
    "\u202eRUS visited CHN\u202c. The end \U0001f9d1\u200d\U0001f692 came."
)


@pytest.fixture(scope="module")
def own_database(database: Path, tmp_path_factory: pytest.TempPathFactory, put: Callable[[Path, str, str], None]) -> Path:
    """A database that these tests write to."""
    path = tmp_path_factory.mktemp("review") / "own.db"
    path.write_bytes(database.read_bytes())
    for n in range(1, 5):
        put(path, f"q{n}", f"IND attacked PER. Line {n}.")
    put(path, "hard", HARD)
    return path


@pytest.fixture(scope="module")
def address(own_database: Path, serving: Callable[..., Iterator[str]]) -> Iterator[str]:
    """A desk over it."""
    yield from serving(own_database, "--reviewer", "anna")


def pressed(page: Page, key: str) -> None:
    with page.expect_navigation(wait_until="load"):
        page.keyboard.press(key)


def violations(page: Page) -> list[tuple[str, list[object]]]:
    found = Axe().run(page).response["violations"]
    return [(one["id"], [node["target"] for node in one["nodes"]]) for one in found]


@pytest.mark.parametrize("width", [1300, 390])
def test_a_long_report_opens_at_the_evidence(open_: Open, own_database: Path, put: Callable[[Path, str, str], None], width: int) -> None:
    put(own_database, "long", "Nothing was said. " * 400 + "BRA visited ARG. " + "Nothing was said. " * 400)
    page = open_("/review?actor=BRA", width=width)
    seen = page.locator(".mark.trigger[data-fields]").evaluate("one => [one.getBoundingClientRect().top, innerHeight]")
    assert 0 < seen[0] < seen[1]
    assert page.evaluate("scrollY") == 0


def test_events_are_reviewed_by_keyboard_alone(open_: Open, own_database: Path) -> None:
    page = open_("/review?actor=IND")
    total, last = page.locator("h1 .total"), page.locator(".last")
    expect(total).to_have_text("4 events wait")
    pressed(page, "a")
    expect(last).to_contain_text("You accepted")
    pressed(page, "x")
    expect(last).to_contain_text("You rejected")
    expect(total).to_have_text("2 events wait")
    here = page.locator(".report-text").inner_text()
    pressed(page, "n")
    assert page.locator(".report-text").inner_text() != here
    pressed(page, "j")  # the end: what was skipped comes back
    assert page.locator(".report-text").inner_text() == here
    pressed(page, "2")
    expect(last).to_contain_text("You corrected")
    pressed(page, "u")
    expect(last).to_contain_text("You rejected")
    assert page.locator(".report-text").inner_text() == here
    pressed(page, "Backspace")
    expect(total).to_have_text("3 events wait")
    page.keyboard.press("e")
    expect(page.locator("#f-type")).to_be_focused()
    page.keyboard.type("protest")
    page.locator("#f-place").focus()
    page.keyboard.type("Lima, PER")
    pressed(page, "Enter")
    expect(last).to_contain_text("You corrected")
    with View(str(own_database)) as view:
        found = {e.report["id"]: str(e) for e in view.events() if str(e.report["id"]).startswith("q")}
        assert sorted(c["action"] for c in view.corrections()) == ["accept", "set"]
        assert any("PROTEST" in one and "Lima" in one for one in found.values())


def test_single_keys_can_be_switched_off(open_: Open) -> None:
    page = open_("/review?actor=RUS")
    page.keyboard.press("?")
    page.locator("dialog [data-keys]").uncheck()
    page.keyboard.press("Escape")
    before = page.url
    for key in "axe1u":
        page.keyboard.press(key)
    assert page.url == before
    expect(page.locator("#edit")).to_be_hidden()


def test_nothing_typed_into_a_field_is_taken_for_a_key(open_: Open) -> None:
    page = open_("/review?actor=RUS")
    page.keyboard.press("e")
    page.locator("#f-why").focus()
    page.keyboard.type("axe junk 123")
    expect(page.locator("#f-why")).to_have_value("axe junk 123")
    page.keyboard.press("Escape")
    expect(page.locator("#edit")).to_be_hidden()


SELECT = """([from, to]) => {
  const text = document.querySelector("[data-selectable]");
  const walker = document.createTreeWalker(text, NodeFilter.SHOW_TEXT);
  const range = document.createRange();
  const places = [from, to].map(() => null);
  for (let node; (node = walker.nextNode()); ) {
    for (const [i, words] of [from, to].entries()) {
      const at = node.data.indexOf(words);
      if (at >= 0 && !places[i]) places[i] = [node, i ? at + words.length : at];
    }
  }
  range.setStart(...places[0]);
  range.setEnd(...places[1]);
  getSelection().removeAllRanges();
  getSelection().addRange(range);
}"""


@pytest.mark.parametrize(
    ("first", "last", "words", "kind"),
    [
        ("held", "men", "held 2 men", "COERCE"),
        ("Police", "held", "Police e\u0301lite\r\nheld", "ASSAULT"),  # another act, as these words overlap the first
        ("\u05e2\u05e6\u05e8\u05d4", "\u05d0\u05d5\u05ea\u05dd", "\u05e2\u05e6\u05e8\u05d4 \u05d0\u05d5\u05ea\u05dd", "COERCE"),
        ("visited", "CHN", "visited CHN", "COERCE"),
        ("The end", "The end", "The end", "COERCE"),
        ("came", "came", "came", "COERCE"),
    ],
)
def test_selected_words_become_an_event_where_they_stand(
    open_: Open, own_database: Path, first: str, last: str, words: str, kind: str
) -> None:
    with View(str(own_database)) as view:
        key, text = next((row[0], row[1]) for row in view.sql("SELECT key, text FROM reports WHERE id = 'hard'").rows)
    page = open_(f"/review/add?report={key}")
    page.evaluate(SELECT, [first, last])
    page.keyboard.press("t")
    page.locator("#f-type").select_option(kind)
    page.locator("#f-actors").fill("@Police")
    with page.expect_navigation():
        page.get_by_role("button", name="Add the event").click()
    assert "/event/" in page.url
    with View(str(own_database)) as view:
        triggers = [json.loads(body)["trigger"] for (body,) in view.sql("SELECT corrected FROM bodies WHERE state = 'added'").rows]
    at = text.index(words)
    assert {"start": at, "end": at + len(words), "text": words} in triggers


def test_a_filter_is_kept_and_its_feed_read(open_: Open) -> None:
    page = open_("/events?actor=USA")
    page.get_by_role("link", name="Keep as a watchlist").click()
    page.get_by_label("What to call it").fill("Uncle \U0001f600 & co")
    page.get_by_role("button", name="Keep it").click()
    link = page.get_by_role("link", name="JSON feed of Uncle")
    href = link.get_attribute("href")
    answer = page.request.get(page.url.removesuffix("/watchlists") + str(href))
    told = answer.json()
    assert told["title"] == "Uncle \U0001f600 & co · Sayso"
    assert [item["_sayso"]["event"]["actors"][0]["country"] for item in told["items"]] == ["USA"]
    page.goto(told["items"][0]["url"])
    assert page.locator(".report-text .mark.trigger").first.inner_text() == "visited"


VIEWS = (
    "/review?actor=RUS", "/review?actor=BRA", "/review?look=second", "/review/agreement", "add", "/watchlists", "/watchlists/new?actor=RUS",
)  # fmt: skip


@pytest.mark.parametrize("view", VIEWS)
def test_axe_finds_nothing_and_nothing_runs_out_of_the_page(open_: Open, own_database: Path, view: str) -> None:
    if view == "add":
        with View(str(own_database)) as database:
            view = f"/review/add?report={database.sql('SELECT key FROM reports').rows[0][0]}"
    page = open_(view)
    if page.locator("#edit").count():
        page.keyboard.press("e")
    page.evaluate("document.querySelectorAll('details').forEach(one => one.open = true)")
    assert violations(page) == []
    page.emulate_media(color_scheme="dark", reduced_motion="reduce")
    assert violations(page) == []
    for width in (650, 390, 320):
        page.set_viewport_size({"width": width, "height": 800})
        assert page.evaluate("document.documentElement.scrollWidth") <= width
    assert violations(page) == []


def test_who_is_meant_is_looked_up_while_a_name_is_typed(open_: Open, own_database: Path, put: Callable[[Path, str, str], None]) -> None:
    put(own_database, "look", "MEX attacked CHL. Lavrov came too.")
    page = open_("/review?actor=MEX")
    page.keyboard.press("e")
    page.locator("#f-actors").fill("")
    page.locator("#f-actors").press_sequentially("Lavrov")
    expect(page.locator(".lookup li").first).to_contain_text("Sergei Lavrov")
    assert violations(page) == []
    page.keyboard.press("ArrowDown")
    page.keyboard.press("Enter")
    expect(page.locator("#f-actors")).to_have_value("rus-lavrov@Lavrov")
    with page.expect_navigation():
        page.locator("#f-actors").press("Enter")
    with View(str(own_database)) as view:
        (event,) = view.events(Filter.of(report="look"))
    assert (event.actors[0].entity, event.actors[0].country) == ("rus-lavrov", "RUS")
