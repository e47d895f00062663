"""A real browser, and a desk that it talks to over loopback: `sayso serve` in a process of its own."""

import os
import re
import shutil
import sqlite3
import subprocess
import sys
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page, sync_playwright

from sayso.store import Writer
from sayso.store.schema.versions import metadata

NAMES = ("chromium", "chromium-browser", "google-chrome")
Open = Callable[..., Page]
Serving = Callable[..., Iterator[str]]


@pytest.fixture(scope="session")
def chromium() -> str:
    """The browser's program."""
    found = next((path for name in NAMES if (path := shutil.which(name))), None)
    if found is None and os.environ.get("CI"):
        pytest.fail("no chromium: the tests of pages must not be passed over here; apt-get install chromium")
    if found is None:
        pytest.skip("no chromium is installed: apt-get install chromium")
    return str(found)


@pytest.fixture(scope="session")
def browser(chromium: str) -> Iterator[Browser]:
    """The browser, started once."""
    with sync_playwright() as playwright:
        running = playwright.chromium.launch(executable_path=chromium, args=["--no-sandbox"])
        yield running
        running.close()


@pytest.fixture(scope="session")
def serving() -> Serving:
    """Serves a database until it is told to end; gives where the desk is."""

    def serving(db: Path, *options: str) -> Iterator[str]:
        command = [sys.executable, "-m", "sayso", "serve", str(db), "--port", "0", *options]
        with subprocess.Popen(command, stderr=subprocess.PIPE, text=True) as process:
            assert process.stderr is not None
            line = process.stderr.readline()
            found = re.search(r"http://\S+?(?=/ )", line)
            assert found, line + process.stderr.read()
            try:
                yield found.group()
                ended = process.poll()
            finally:
                process.terminate()
            assert ended is None, f"the desk ended with {ended}: {process.stderr.read()}"

    return serving


@pytest.fixture(scope="session")
def address(database: Path, serving: Serving) -> Iterator[str]:
    """Where a desk over the tests' database is."""
    yield from serving(database)


@pytest.fixture
def open_(browser: Browser, address: str) -> Iterator[Open]:
    """Opens a view of the desk; whatever a page complains of, or asks of anybody else, fails the test."""
    wrong: list[str] = []
    contexts = []

    def opened(path: str, *, width: int = 1300, scheme: str = "light", scripts: bool = True, fault: bool = False) -> Page:
        context = browser.new_context(
            viewport={"width": width, "height": 900},
            color_scheme="dark" if scheme == "dark" else "light",
            reduced_motion="reduce",
            java_script_enabled=scripts,
        )
        contexts.append(context)
        page = context.new_page()
        if not fault:  # of which the browser itself complains
            page.on("console", lambda message: wrong.append(message.text) if message.type in ("error", "warning") else None)
        page.on("pageerror", lambda error: wrong.append(str(error)))
        page.on("request", lambda request: wrong.append(request.url) if not request.url.startswith((address, "data:")) else None)
        page.goto(address + path)
        page.wait_for_load_state("networkidle")
        return page

    yield opened
    for context in contexts:
        context.close()
    assert wrong == []


COPIED = (
    "reports", "annotations", "passages", "incidents", "bodies", "events", "links", "parties", "countries", "sectors", "dyads", "says",
    "contexts", "quantities",
)  # fmt: skip
STEP = 1_000  # between the numbers of one copy and of the next: more than any table has rows
IDS = {  # what names a row to the world, and must be another one in each copy
    ("reports", "key"): "printf('%020x', {n} * 7919 + n)",
    ("reports", "id"): "id || '-' || {n}",
    ("bodies", "id"): "substr(id, -12) || printf('%04x', {n})",
    ("bodies", "coded"): "replace(coded, '\"' || id || '\"', '\"' || substr(id, -12) || printf('%04x', {n}) || '\"')",
    ("events", "id"): "substr(id, -12) || printf('%04x', {n})",
    ("incidents", "id"): "substr(id, -12) || printf('%04x', {n})",
    ("incidents", "body"): "replace(body, '\"id\":\"' || id || '\"', '\"id\":\"' || substr(id, -12) || printf('%04x', {n}) || '\"')",
}


def copied(db: Path, times: int) -> None:
    """Have everything in a database so many times: row by row, with new numbers and ids; with the columns that a run leaves behind."""
    connection = sqlite3.connect(db, isolation_level=None)
    for pragma in ("journal_mode=OFF", "synchronous=OFF", "foreign_keys=OFF", "cache_size=-200000"):
        connection.execute(f"PRAGMA {pragma}")
    connection.execute("BEGIN")
    for name in COPIED:
        connection.execute(f"CREATE TEMP TABLE first_{name} AS SELECT * FROM {name}")
    for copy in range(1, times):
        for name in COPIED:
            columns = [column.name for column in metadata.tables[name].columns]
            values = ", ".join(_value(name, column, copy) for column in columns)
            connection.execute(f"INSERT INTO {name} ({', '.join(columns)}) SELECT {values} FROM first_{name}")
    connection.execute("COMMIT")
    connection.execute("PRAGMA journal_mode=WAL")
    connection.close()
    with Writer(str(db)) as writer:
        writer.pack()


def _value(table: str, column: str, copy: int) -> str:
    if (table, column) in IDS:
        return IDS[table, column].format(n=copy)
    owners = {key.column.table.name for key in metadata.tables[table].c[column].foreign_keys}
    numbered = column == "n" or owners & set(COPIED) or (table, column) == ("events", "incident")
    return f"{column} + {copy * STEP}" if numbered else column


@pytest.fixture(scope="session")
def multiplied() -> Callable[[Path, int], None]:
    """Has everything in a database so many times."""
    return copied
