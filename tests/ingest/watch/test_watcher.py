"""Feeds polled from a web server on this machine."""

import json
import os
import sqlite3
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from sayso.errors import OutputError
from sayso.export import line
from sayso.ingest.fetch import Fetcher, Policy, fetcher
from sayso.ingest.fetch.fetcher import Clock
from sayso.ingest.watch import Config, Feed, Ledger, Watcher, ledger, standings

pytestmark = pytest.mark.allow_hosts(["127.0.0.1"])
HOUR, DAY = 3600.0, 86_400.0
Watch = Callable[..., tuple[Watcher, list[str]]]


def feed(*names: str, dated: bool = True) -> str:
    day = "<pubDate>Thu, 04 Dec 2025 10:00:00 GMT</pubDate>" if dated else ""
    items = "".join(f"<item><title>Police arrested {n}.</title><link>https://harbour.example/{n}</link>{day}</item>" for n in names)
    return f"<rss><channel><title>T</title>{items}</channel></rss>"


@pytest.fixture
def fetch(tmp_path: Path, time: Any) -> Fetcher:
    made = fetcher(tmp_path / "cache", allow_private=True, policy=Policy(delay=0.0, backoff=0.1))
    made.clock = Clock(time.now, time.sleep)
    return made


@pytest.fixture
def watch(tmp_path: Path, site: Any, fetch: Fetcher, time: Any) -> Watch:
    """A watch over /feed (and others), as if just started."""

    def watch(*paths: str, **options: Any) -> tuple[Watcher, list[str]]:
        given = {"expect": None, "pages": False, **options}
        feeds = tuple(Feed(site.address + path, f"Publisher {path}", HOUR, **given) for path in paths or ("/feed",))
        config = Config(tmp_path / "out.jsonl", tmp_path / "watch.sqlite", feeds)
        said: list[str] = []
        watcher = Watcher(config, Ledger(config.state), fetch, lambda r: line(r.to_dict()), said.append, Clock(time.now, time.sleep))
        return watcher, said

    return watch


def once(watch: Watch, *paths: str, **options: Any) -> list[str]:
    """One run from the start; what was said."""
    watcher, said = watch(*paths, **options)
    try:
        watcher.run(once=True)
    finally:
        watcher.ledger.close()
    return said


def written(tmp_path: Path) -> list[dict[str, Any]]:
    path = tmp_path / "out.jsonl"
    return [json.loads(row) for row in path.read_text().splitlines()] if path.exists() else []


def names(tmp_path: Path) -> list[str]:
    return [one["url"].rsplit("/", 1)[1] for one in written(tmp_path)]


def test_each_entry_comes_once_over_restarts(watch: Watch, site: Any, time: Any, tmp_path: Path) -> None:
    for entries in (("a", "b"), ("a", "b"), ("b", "c"), ("c", "b", "a")):
        site.answers.clear()
        site.put("/feed", feed(*entries))
        once(watch)
        time.at += 2 * HOUR
    assert names(tmp_path) == ["a", "b", "c"]
    report = written(tmp_path)[0]
    assert (report["publisher"], report["published"], report["published_basis"]) == ("Publisher /feed", "2025-12-04", "feed")
    assert (report["id"], report["text"]) == ("https://harbour.example/a", "Police arrested a.")


def test_a_feed_is_polled_when_it_is_due(watch: Watch, site: Any, time: Any) -> None:
    site.put("/feed", feed("a"))
    for _ in range(5):
        once(watch)
        time.at += 0.4 * HOUR
    assert site.paths() == ["/feed"] * 2


def test_it_goes_on_by_itself(watch: Watch, site: Any, time: Any, tmp_path: Path) -> None:
    site.put("/feed", feed("a"))
    site.put("/feed", feed("a", "b"))
    site.put("/feed", feed("b", "c"))
    watcher, _ = watch()
    end = time.at + 2.5 * HOUR

    def sleep(seconds: float) -> None:
        time.sleep(seconds)
        if time.at > end:
            raise KeyboardInterrupt

    watcher.clock = Clock(time.now, sleep)
    with pytest.raises(KeyboardInterrupt):
        watcher.run()
    watcher.ledger.close()
    assert names(tmp_path) == ["a", "b", "c"]


def test_what_was_refused_is_asked_as_soon_as_it_is_allowed(watch: Watch, site: Any, tmp_path: Path) -> None:
    site.put("/feed", feed("a"))
    watcher, said = watch()
    strict = fetcher(tmp_path / "cache", allow_private=False)
    watcher.fetcher = strict
    watcher.run(once=True)
    watcher.ledger.close()
    assert said[0].endswith("127.0.0.1 is an address of the own network; it is refused, unless --allow-private is given")
    once(watch)
    assert names(tmp_path) == ["a"]


@pytest.mark.parametrize("answer", [(500, ""), (200, "<html><body><p>Sorry.</p></body></html>"), (200, "Sorry."), (404, "")])
def test_a_dead_feed_is_told_asked_more_seldom_and_harms_no_other(
    watch: Watch, site: Any, time: Any, tmp_path: Path, answer: tuple[int, str]
) -> None:
    status, body = answer
    site.put("/dead", body, status)
    site.put("/feed", feed("a"))
    said = []
    for _ in range(24):
        said += once(watch, "/dead", "/feed")
        time.at += HOUR
    assert names(tmp_path) == ["a"]
    told = [text for text in said if "/dead" in text]
    assert 3 <= len(told) <= 5  # after 2, 4, 8 and 16 hours
    site.answers.clear()
    site.put("/dead", feed("b"))
    time.at += DAY
    once(watch, "/dead", "/feed")
    assert names(tmp_path) == ["a", "b"]


def test_an_entry_without_date_is_of_the_day_on_which_it_came(watch: Watch, site: Any, time: Any, tmp_path: Path) -> None:
    site.put("/feed", feed("a", dated=False))
    site.put("/feed", feed("a", "b", dated=False))
    once(watch)
    time.at += 20 * HOUR
    once(watch)
    first, second = written(tmp_path)
    assert first["published"] is None  # it may have stood there for a week
    assert (second["published"], second["published_basis"]) == ("2025-12-05", "polled")


def test_a_date_in_the_future_is_left_out(watch: Watch, site: Any, tmp_path: Path) -> None:
    site.put("/feed", feed("a").replace("2025", "2026"))
    said = once(watch)
    assert written(tmp_path)[0]["published"] is None
    assert "its date 'Thu, 04 Dec 2026 10:00:00 GMT' is left out" in said[0]


def test_pages_are_fetched_where_wanted(watch: Watch, site: Any, tmp_path: Path, make: Any) -> None:
    entries = feed("a", "gone").replace("https://harbour.example", site.address)
    site.put("/feed", entries)
    site.put("/a", make.page())
    said = once(watch, pages=True)
    first, second = written(tmp_path)
    assert make.paragraphs[0] in first["text"]
    assert (first["published_basis"], first["publisher"]) == ("feed", "Publisher /feed")
    assert second["text"] == "Police arrested gone."
    assert any("the server answered 404" in text for text in said)


def test_entries_that_came_and_went_between_polls_are_suspected(watch: Watch, site: Any, time: Any) -> None:
    site.put("/feed", feed("a", "b"))
    site.put("/feed", feed("c", "d"))
    assert not any("come and gone" in text for text in once(watch))
    time.at += 2 * HOUR
    assert any("come and gone" in text for text in once(watch))


class Crash(BaseException):
    """The process ends here."""


@pytest.mark.parametrize("at", range(1, 80, 5))
def test_nothing_is_lost_or_doubled_wherever_it_is_killed(
    watch: Watch, site: Any, time: Any, tmp_path: Path, at: int, monkeypatch: pytest.MonkeyPatch
) -> None:
    steps = iter(range(1, 1000))

    def step(_: str) -> None:
        if next(steps) == at:
            raise Crash

    opened: list[sqlite3.Connection] = []

    class Watched(sqlite3.Connection):
        def __init__(self, *arguments: Any, **options: Any) -> None:
            super().__init__(*arguments, **options)
            opened.append(self)

        def execute(self, *arguments: Any) -> sqlite3.Cursor:
            step("before")
            done = super().execute(*arguments)
            step("after")
            return done

    real, connect = os.fsync, sqlite3.connect

    def synced(file: int) -> None:
        step("written")
        real(file)

    monkeypatch.setattr(os, "fsync", synced)
    site.put("/feed", feed("a", "b"))
    for entries in (("a", "b", "c"), ("c", "d", "b"), ("d", "e")):
        site.put("/feed", feed(*entries))
    for _ in range(5):
        try:
            monkeypatch.setattr(sqlite3, "connect", lambda path, **options: connect(path, factory=Watched, **options))
            once(watch)
        except Crash:
            monkeypatch.setattr(sqlite3, "connect", connect)
            opened[-1].close()  # as the end of the process does
            continue
        time.at += 2 * HOUR
    monkeypatch.setattr(sqlite3, "connect", connect)
    for _ in range(3):
        once(watch)
        time.at += 2 * HOUR
    assert names(tmp_path) == ["a", "b", "c", "d", "e"]


@pytest.mark.parametrize("part", [0, 1, 50, 1000])
def test_half_a_line_of_a_killed_run_is_completed(tmp_path: Path, part: int) -> None:
    out = tmp_path / "out"
    data = b'{"id": "a"}\n' * 50
    out.write_bytes(b"before\n" + data[:part])
    ledger._appended(out, data, len(b"before\n"))
    assert out.read_bytes() == b"before\n" + data


def test_what_others_added_is_kept(tmp_path: Path) -> None:
    out = tmp_path / "out"
    out.write_bytes(b"before\nnot ours\n")
    assert ledger._appended(out, b"new\n", len(b"before\n")) == len(b"before\nnot ours\nnew\n")
    assert out.read_bytes() == b"before\nnot ours\nnew\n"
    out.unlink()
    ledger._appended(out, b"new\n", 99)
    assert out.read_bytes() == b"new\n"


def test_a_full_disk_loses_nothing(watch: Watch, site: Any, time: Any, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def full(_: int) -> None:
        raise OSError(28, "No space left on device")

    site.put("/feed", feed("a"))
    with monkeypatch.context() as patch:
        patch.setattr(os, "fsync", full)
        with pytest.raises(OutputError, match="No space left on device"):
            once(watch)
    once(watch)
    assert names(tmp_path) == ["a"]


def test_two_watches_do_not_share_a_ledger(watch: Watch) -> None:
    watcher, _ = watch()
    with pytest.raises(OutputError, match="another watch is running on it"):
        watch()
    watcher.ledger.close()


def test_gaps_are_seen(watch: Watch, site: Any, time: Any) -> None:
    number = 0
    for day in range(8):
        site.answers.clear()
        count = 0 if day == 5 else 4
        kept = [f"n{n}" for n in range(max(0, number - 2), number)]
        site.put("/feed", feed(*kept, *(f"n{number + n}" for n in range(count))))
        site.put("/other", "", 500)
        number += count
        once(watch, "/feed", "/other")
        time.at += DAY
    watcher, _ = watch("/feed", "/other")
    first, second = standings(watcher.config, watcher.ledger, time.at - DAY)
    watcher.ledger.close()
    assert (first.publisher, first.expected) == ("Publisher /feed", 4.0)
    assert [count for _, count in first.came] == [4, 4, 4, 4, 0, 4, 4]
    assert [day.isoformat() for day in first.gaps] == ["2025-12-09"]
    assert first.trouble == ()
    assert second.expected is None
    assert "has never answered (8 tries)" in second.trouble[0]


def test_what_is_expected_can_be_told(watch: Watch, site: Any, time: Any) -> None:
    site.put("/feed", feed("a", "b"))
    once(watch, expect=10.0)
    time.at += 2 * DAY
    watcher, _ = watch(expect=10.0)
    (standing,) = standings(watcher.config, watcher.ledger, time.at)
    watcher.ledger.close()
    assert standing.expected == 10.0
    assert [day.isoformat() for day in standing.gaps] == ["2025-12-05"]
