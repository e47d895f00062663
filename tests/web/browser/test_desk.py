"""The desk in a browser: what a person does with it, by mouse and by keyboard."""

import re
from collections.abc import Callable

import pytest
from playwright.sync_api import Page, expect

pytestmark = [pytest.mark.browser, pytest.mark.xdist_group("browser")]
Open = Callable[..., Page]
ITEMS = "[data-item]"


def test_events_are_found_opened_and_left_by_keyboard_alone(open_: Open) -> None:
    page = open_("/events")
    page.keyboard.press("/")
    page.keyboard.type("attacked")
    page.keyboard.press("Enter")
    page.wait_for_url("**/events?text=attacked")  # and nothing of the form's empty fields
    page.keyboard.press("j")
    page.keyboard.press("j")
    expect(page.locator(ITEMS).nth(1)).to_have_class(re.compile("at"))
    page.keyboard.press("k")
    wanted = page.locator("a.open").first.get_attribute("href")
    page.keyboard.press("Enter")
    page.wait_for_url(f"**{wanted}")
    page.keyboard.press("p")
    page.wait_for_url("**/events?text=attacked")


def test_single_keys_can_be_switched_off(open_: Open) -> None:
    page = open_("/events")
    page.keyboard.press("?")
    page.get_by_label("Single keys are shortcuts").uncheck()
    page.keyboard.press("Escape")
    page.keyboard.press("j")
    expect(page.locator(".at")).to_have_count(0)
    page.reload()
    page.keyboard.press("j")
    expect(page.locator(".at")).to_have_count(0)


FIELDS = (
    ("Who acts", "USA", "actor=USA", 1),
    ("To whom", "CHN", "recipient=CHN", 2),
    ("In either role", "CHN", "party=CHN", 3),
    ("On whose say-so", "Mayor", "says=Mayor", 1),
    ("Where", "Kyiv", "place=Kyiv", 4),
    ("Publisher", "Evening News", "publisher=Evening+News", 1),
    ("What", "CONSULT", "type=CONSULT", 2),
    ("Mode", "visit", "mode=visit", 2),
    ("About", "military", "context=military", 5),
    ("From", "2025-12-01", "since=2025-12-01", 3),
    ("Up to", "2025-11", "until=2025-11", 4),
    ("Published from", "2025-12-05", "published_since=2025-12-05", 1),
    ("Published up to", "2025-11", "published_until=2025-11", 4),
    ("Independent origins, at least", "2", "min_origins=2", 3),
    ("Confidence, at least", "0.95", "min_confidence=0.95", 0),
)
BOXES = (("denied", "status=denied", 1), ("verbal cooperation", "quad=1", 2), ("as coded", "state=coded", 7))


def test_each_condition_can_be_written_into_the_form(open_: Open) -> None:
    page = open_("/events")
    for field, value, query, left in (*FIELDS, *((box, None, query, left) for box, query, left in BOXES)):
        page.get_by_text("More conditions").click()
        control = page.get_by_label(field, exact=True)
        control.check() if value is None else control.fill(value)
        page.get_by_role("button", name="Show these events").click()
        page.wait_for_url(f"**/events?{query}")
        expect(page.locator(ITEMS)).to_have_count(left)
        page.goto(page.url.partition("?")[0])


def test_a_count_narrows_the_list_and_the_address_shows_the_same_to_a_colleague(open_: Open) -> None:
    page = open_("/events")
    expect(page.locator(".total")).to_have_text("7")
    page.locator(".facets").get_by_role("link", name="Assault").click()
    page.wait_for_url("**/events?type=ASSAULT")
    page.locator(".facets").get_by_role("link", name="denied").click()
    page.wait_for_url("**/events?type=ASSAULT&status=denied")
    expect(page.locator(ITEMS)).to_have_count(1)
    colleague = open_(page.url.partition("/events")[1] + page.url.partition("/events")[2])
    assert colleague.locator("tbody").inner_text() == page.locator("tbody").inner_text()
    page.locator(".chosen a").first.click()  # take the first condition away
    page.wait_for_url("**/events?status=denied")


def test_other_counts_come_when_they_are_opened(open_: Open) -> None:
    page = open_("/events")
    page.get_by_role("heading", name="More counts").click()
    page.locator(".facets").get_by_role("link", name="RUS → UKR").click()
    page.wait_for_url("**/events?actor=RUS&recipient=UKR")


def test_dragging_over_the_time_line_asks_for_the_time_between(open_: Open) -> None:
    page = open_("/events")
    bars = page.locator("[data-brush] a")
    first, last = bars.first.bounding_box(), bars.last.bounding_box()
    assert first
    assert last
    page.mouse.move(first["x"] + 1, first["y"] + 30)
    page.mouse.down()
    page.mouse.move(last["x"] + last["width"] / 2, last["y"] + 30, steps=5)
    page.mouse.up()
    page.wait_for_url(re.compile(r"since=2025-10-01&until=2025-12-01"))


def test_a_field_and_its_words_light_up_together(open_: Open) -> None:
    path = open_("/events?actor=RUS&text=killing").locator("a.open").first.get_attribute("href")
    page = open_(path)
    told = {"actor": "RUS", "recipient": "UKR", "time": "2025-12-01", "place": "Kyiv", "number": "3", "trigger": "attacked"}
    for kind, words in told.items():
        assert page.locator(f".report-text .mark.{kind}").first.inner_text() == words
    page.locator("#field-place-0").hover()
    expect(page.locator(".report-text .mark.place")).to_have_class(re.compile("lit"))
    page.locator(".report-text .mark.actor").hover()
    expect(page.locator("#field-actor-0")).to_have_class(re.compile("lit"))
    page.locator("#field-says-0 .to-mark").focus()
    page.keyboard.press("Enter")
    assert page.evaluate("document.activeElement.dataset.fields").split()[0] == "says-0"


def test_marks_stand_on_the_right_characters_after_astral_ones(open_: Open) -> None:
    path = open_("/events?actor=RUS&recipient=UKR&until=2025-10").locator("a.open").first.get_attribute("href")
    page = open_(path)
    assert page.locator(".report-text .mark.trigger").inner_text() == "attacked"
    assert page.locator(".report-text .mark.place").inner_text() == "Kyiv"


def test_hostile_texts_do_nothing(open_: Open) -> None:
    for path in ("/events?until=2025-10", "/reports?until=2025-10", "/publishers"):
        page = open_(path)
        assert page.locator("main script, main img, main b").count() == 0
    page = open_(open_("/reports?until=2025-10").locator("a.open").get_attribute("href"))
    assert page.locator("main script, main img, main b").count() == 0
    assert page.locator(".unseen").first.get_attribute("title") == "U+202E RIGHT-TO-LEFT OVERRIDE"
    assert page.evaluate("document.documentElement.scrollWidth") <= 1300


def test_an_incident_shows_who_contradicts_whom(open_: Open) -> None:
    page = open_(open_("/incidents?contested=true").locator("a.open").first.get_attribute("href"))
    row = page.locator(".compare tr").filter(has_text="deaths")
    assert row.locator("td").all_inner_texts() == ["3", "5"]  # the copy has no column of its own
    expect(row).to_have_class("contested-row")
    assert "Morning Copy" in page.locator(".compare thead").inner_text()


def test_dark_and_light_are_chosen_and_remembered(open_: Open) -> None:
    page = open_("/events")
    before = page.evaluate("getComputedStyle(document.documentElement).backgroundColor")
    page.get_by_role("button", name="Dark").click()
    after = page.evaluate("getComputedStyle(document.documentElement).backgroundColor")
    page.reload()
    assert before != after == page.evaluate("getComputedStyle(document.documentElement).backgroundColor")


def test_without_scripts_it_can_be_read_searched_and_counted(open_: Open) -> None:
    page = open_("/events", scripts=False)
    page.locator("[name=text]").fill("denied")
    page.get_by_role("button", name="Search").click()
    expect(page.locator(ITEMS)).to_have_count(1)
    page.get_by_role("link", name="Counts by field").click()
    assert "Assault" in page.locator("main").inner_text()


def test_sentences_without_events_can_be_hidden(open_: Open) -> None:
    page = open_(open_("/reports?publisher=Harbour+Post").locator("a.open").last.get_attribute("href"))
    before = page.locator(".sentence:visible").count()
    page.get_by_role("button", name="Only sentences with events").click()
    assert 0 < page.locator(".sentence:visible").count() < before


@pytest.mark.model
def test_a_pasted_text_is_coded_at_once(open_: Open) -> None:
    page = open_("/paste")
    page.get_by_label("The text of a news report").fill("LIMA, 9 May 2024 - Police arrested two reporters on Friday.\n\nIt rained.")
    page.get_by_role("button", name="Code it").click()
    page.get_by_role("heading", name="A pasted text").wait_for(timeout=60_000)
    assert page.locator(".sentence.coded").count() == 1
    assert "COERCE" in page.locator(".deeds").first.inner_text()
    assert "published 2024-05-09, by its dateline" in page.locator(".counts").first.inner_text()
    assert page.locator(".sentence").nth(1).locator(".why").inner_text().startswith("Why not")
