"""`sayso watch`: what is shown, and how it ends."""

from collections.abc import Callable
from datetime import date
from pathlib import Path

import pytest
from typer.testing import Result

from sayso.ingest.watch import Ledger, Watcher
from sayso.ingest.watch.ledger import State
from sayso.model import Report
from sayso.store import View

Run = Callable[..., Result]
CONFIG = '[[feeds]]\nurl = "https://harbour.example/feed"\npublisher = "Harbour Post"\nexpect = 4\n'


@pytest.fixture
def config(tmp_path: Path) -> Path:
    path = tmp_path / "feeds.toml"
    path.write_text(CONFIG)
    return path


def test_ctrl_c_is_how_a_watch_ends(run: Run, config: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def interrupted(_: Watcher, *, once: bool) -> None:
        raise KeyboardInterrupt

    monkeypatch.setattr(Watcher, "run", interrupted)
    result = run("watch", config)
    assert (result.exit_code, result.stderr) == (0, "The watch has ended; it goes on from here the next time\n")


def test_what_could_not_be_had_is_an_exit_code(run: Run, config: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def failing(watcher: Watcher, *, once: bool) -> None:
        watcher.reports, watcher.failed = 3, 1

    monkeypatch.setattr(Watcher, "run", failing)
    result = run("watch", config, "--once")
    assert (result.exit_code, result.stderr) == (1, f"3 new reports in {config.parent / 'reports.jsonl'} · 1 failed\n")


def test_a_feed_that_is_not_due_is_told(run: Run, config: Path) -> None:
    ledger = Ledger(config.parent / "watch.sqlite")
    ledger.put("https://harbour.example/feed", State(4_102_491_600.0, None, None, 1, "it is dead"))
    ledger.close()
    result = run("watch", config, "--once")
    assert result.exit_code == 0
    assert "0 new reports in" in result.stderr
    assert " · 1 of 1 feeds not due yet, the next at " in result.stderr


def test_the_status_shows_gaps(run: Run, config: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    assert run("watch", config, "--status").stdout == "Nothing was polled yet.\n"
    day, start = 86_400.0, 1_764_842_400.0
    ledger = Ledger(config.parent / "watch.sqlite")
    for number, count in enumerate((4, 4, 1, 5)):
        ledger.add("Harbour Post", ["{}\n"] * count, start + number * day)
    ledger.put("https://harbour.example/feed", State(0.0, start, start + 3 * day, 2, "it is dead"))
    ledger.close()
    monkeypatch.setattr("time.time", lambda: start + 3 * day)
    assert run("watch", config, "--status").stdout == (
        "Harbour Post · expected: 4 a day · 1 day with gaps\n"
        "  came: 04 Dec 4  05 Dec 4  06 Dec 1!  07 Dec 5\n"
        "  ! https://harbour.example/feed has not answered since 2025-12-07 10:00 UTC (2 tries): it is dead\n"
    )


def test_a_wrong_configuration_is_told(run: Run, tmp_path: Path) -> None:
    (tmp_path / "x.toml").write_text("x = 1")
    result = run("watch", tmp_path / "x.toml")
    assert (result.exit_code, result.stderr.startswith(f"sayso: {tmp_path / 'x.toml'}: has an unknown key 'x'")) == (1, True)


@pytest.mark.parametrize(("options", "events"), [((), 0), (("--code",), 1)])
def test_reports_go_into_a_database(
    run: Run, config: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, options: tuple[str, ...], events: int
) -> None:
    reports = [Report("https://harbour.example/1", "Police arrested Ana in Lima.", date(2025, 12, 4), "Harbour Post", agency="Norvane")]

    def polled(watcher: Watcher, *, once: bool) -> None:
        assert watcher.to
        watcher.ledger.add("Harbour Post", map(watcher.to_line, reports), 0.0)
        for _ in range(2):
            watcher.reports += watcher.ledger.hand(watcher.to)

    monkeypatch.setattr(Watcher, "run", polled)
    db = str(tmp_path / "sayso.db")
    for _ in range(2):  # what comes again changes nothing
        result = run("watch", config, "--once", "--db", db, *options)
        assert (result.exit_code, result.stderr) == (0, f"1 new report in {db}\n")
    with View(db) as view:
        assert list(view.reports()) == reports
        assert view.count() == events
        assert len(list(view.incidents())) == events
        assert view.sql("SELECT id FROM origins").rows[0][0].startswith("norvane/")


def test_a_report_that_breaks_the_coder_does_not_stop_the_watch(
    run: Run, config: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    texts = ("Police arrested Ana in Lima.", "Police arrested a BUG in Lima.", "Police arrested Eva in Lima.")
    reports = [Report(f"https://harbour.example/{n}", text, None, "Harbour Post") for n, text in enumerate(texts)]

    def polled(watcher: Watcher, *, once: bool) -> None:
        assert watcher.to
        watcher.ledger.add("Harbour Post", map(watcher.to_line, reports), 0.0)
        for _ in range(2):
            watcher.reports += watcher.ledger.hand(watcher.to)

    monkeypatch.setattr(Watcher, "run", polled)
    result = run("watch", config, "--once", "--db", tmp_path / "sayso.db", "--code")
    assert "https://harbour.example/1: set aside: an error in Sayso itself, please report it: ZeroDivisionError: a bug" in result.stderr
    assert f"3 new reports in {tmp_path / 'sayso.db'}" in result.stderr
    with View(str(tmp_path / "sayso.db")) as view:
        assert [len(list(view.reports())), view.count()] == [3, 2]


def test_what_is_coded_is_stored(run: Run, config: Path) -> None:
    assert "name a database (--db)" in run("watch", config, "--code").stderr
