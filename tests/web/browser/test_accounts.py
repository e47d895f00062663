"""Logging in and looking after accounts, in a real browser."""

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from argon2 import PasswordHasher
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Page, expect

from sayso.store import Writer
from sayso.store.people.users import add_user

pytestmark = [pytest.mark.browser, pytest.mark.xdist_group("browser")]
Open = Callable[..., Page]
PASSWORD = "correct horse battery"


@pytest.fixture(scope="module")
def address(database: Path, tmp_path_factory: pytest.TempPathFactory, serving: Callable[..., Iterator[str]]) -> Iterator[str]:
    """A desk with an admin and a reader."""
    path = tmp_path_factory.mktemp("accounts") / "own.db"
    path.write_bytes(database.read_bytes())
    kept = PasswordHasher(time_cost=1, memory_cost=64, parallelism=1).hash(PASSWORD)
    with Writer(str(path)) as writer:
        for name, role in (("anna", "admin"), ("bob", "reader")):
            add_user(writer, name, role, kept, by="test", at="2026-01-01T00:00:00+00:00")
    yield from serving(path)


def log_in(page: Page, name: str, password: str = PASSWORD) -> None:
    page.get_by_label("Name").fill(name)
    page.get_by_label("Password").fill(password)
    with page.expect_navigation():
        page.keyboard.press("Enter")


def test_a_reader_logs_in_is_led_back_and_sees_no_way_to_change_anything(open_: Open) -> None:
    page = open_("/events?actor=USA")
    assert "/log-in?next=" in page.url
    log_in(page, "bob")
    assert page.url.endswith("/events?actor=USA")
    assert page.get_by_role("link", name="Keep as a watchlist").count() == 0
    page.locator("a.open").first.click()
    assert page.get_by_role("button", name="Accept").count() == 0
    page.goto(page.url.split("/event/")[0] + "/account")
    page.get_by_role("button", name="Log out").click()
    assert page.url.endswith("/log-in")


def test_a_wrong_password_is_told(open_: Open) -> None:
    page = open_("/log-in", fault=True)
    log_in(page, "anna", "a wrong guess")
    expect(page.get_by_role("alert")).to_have_text("Name or password is wrong.")


def test_an_admin_makes_an_account_and_a_token(open_: Open) -> None:
    page = open_("/users")
    log_in(page, "anna")
    page.locator("#name").fill("carl")
    page.get_by_role("button", name="Add", exact=True).click()
    expect(page.get_by_role("rowheader", name="carl")).to_be_visible()
    page.goto(page.url.replace("/users", "/account"))
    page.get_by_label("What it is for").fill("feeds")
    page.get_by_role("button", name="Make a token").click()
    expect(page.locator("code.token")).to_be_visible()


@pytest.mark.parametrize("view", ["/log-in", "/account", "/users", "/audit"])
def test_axe_finds_nothing_and_nothing_runs_out_of_the_page(open_: Open, view: str) -> None:
    page = open_(view)
    if view != "/log-in":
        log_in(page, "anna")
        assert page.url.endswith(view)
    for scheme in ("light", "dark"):
        page.emulate_media(color_scheme="dark" if scheme == "dark" else "light", reduced_motion="reduce")
        found = Axe().run(page).response["violations"]
        assert [(one["id"], [node["target"] for node in one["nodes"]]) for one in found] == []
    for width in (650, 390, 320):
        page.set_viewport_size({"width": width, "height": 800})
        assert page.evaluate("document.documentElement.scrollWidth") <= width
