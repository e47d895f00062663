"""What can go wrong with a database: nothing is lost, and a clear message tells."""

import os
import signal
import sqlite3
import subprocess
import sys
import time
from collections.abc import Callable
from pathlib import Path

import pytest
from sqlalchemy import Engine, create_engine, event

from sayso.errors import StoreError
from sayso.model import AnnotatedReport
from sayso.store import Filter, View, Writer
from sayso.store.check import problems
from sayso.store.schema import connect
from sayso.store.schema.connect import address

Coded = Callable[..., AnnotatedReport]
PROGRAM = """
import sys
from datetime import date
from sayso.model import AnnotatedReport, Event, Report, Span, Version
from sayso.store import Writer

db, name, count = sys.argv[1], sys.argv[2], int(sys.argv[3])
with Writer(db, together=4) as writer:
    print("open", flush=True)
    for n in range(count):
        report = Report(f"{name}{n}", "They met. " * 50, date(2025, 1, 1), name)
        whole = Span(0, 500, report.text)
        events = tuple(
            Event(f"{name}{n}-{i}", report.reference(), "CONSULT", None, (), "040", 1, 1.0, Span(5, 8, "met"), whole,
                  (), (), "occurred", (), None, None, (), "p", 0.5, Version("1", "1")) for i in range(3)
        )
        writer.add(AnnotatedReport(report, events=events))
"""


def writing(db: str, name: str, count: int) -> "subprocess.Popen[bytes]":
    """Another process that writes reports of three events each."""
    return subprocess.Popen([sys.executable, "-c", PROGRAM, db, name, str(count)], env=environment(), stdout=subprocess.PIPE)


def environment() -> dict[str, str]:
    """Of a process that finds the source."""
    return {**os.environ, "PYTHONPATH": str(Path(__file__).parents[2] / "src")}


def test_two_writers_at_once_lose_nothing(new: str) -> None:
    running = [writing(new, name, 60) for name in ("a", "b")]
    assert [process.communicate(timeout=300) and process.returncode for process in running] == [0, 0]
    with View(new) as view:
        assert view.count() == 2 * 60 * 3
        assert len(list(view.reports())) == 120
    assert list(problems(new)) == []


def test_a_kill_in_the_middle_leaves_whole_reports(db: str) -> None:
    with Writer(db):
        pass
    process = writing(db, "a", 100_000)
    assert process.stdout is not None
    process.stdout.readline()
    end = time.monotonic() + 120
    with View(db) as view:
        while view.count() < 30 and time.monotonic() < end:
            time.sleep(0.05)
    process.send_signal(signal.SIGKILL)
    process.wait()
    process.stdout.close()
    with View(db) as view:
        count = view.count()
        assert count >= 30
        assert count == 3 * len(list(view.reports()))
    assert list(problems(db)) == []
    again = writing(db, "a", 20)  # the same reports once more: those that are there are left alone
    again.communicate(timeout=300)
    assert again.returncode == 0
    with View(db) as view:
        assert view.count() == max(count, 60)


def limited(writer: Writer, pages: int) -> None:
    """Make the writer's file unable to grow, as a full disk does."""

    def limit(connection: sqlite3.Connection, _record: object) -> None:
        connection.execute(f"PRAGMA max_page_count = {pages}")

    event.listen(writer._engine, "connect", limit)
    writer._engine.dispose()  # the next transaction connects anew


def test_a_full_disk_leaves_what_was_there(file: Path, coded: Coded) -> None:
    db = str(file)
    with Writer(db) as writer:
        writer.add(coded("RUS attacked UKR.", "before"))
    writer = Writer(db, together=1000)
    limited(writer, file.stat().st_size // 4096 + 8)
    for n in range(200):
        writer.add(coded("RUS attacked UKR. " * 20, f"r{n}"))
    with pytest.raises(StoreError, match=r"sayso\.db: the disk is full; what was written before is kept"):
        writer.flush()
    with View(db) as view:
        assert [e.report["id"] for e in view.events()] == ["before"]
    assert list(problems(db)) == []


BOUNDED = """
import resource, signal, sys
signal.signal(signal.SIGXFSZ, signal.SIG_IGN)
resource.setrlimit(resource.RLIMIT_FSIZE, (int(sys.argv.pop()),) * 2)
"""


def test_a_file_that_the_system_does_not_let_grow_keeps_what_was_there(file: Path, coded: Coded) -> None:
    db = str(file)
    with Writer(db) as writer:
        writer.add(coded("RUS attacked UKR.", "before"))
    size = str(file.stat().st_size + 100_000)
    done = subprocess.run(
        [sys.executable, "-c", BOUNDED + PROGRAM, db, "a", "5000", size], env=environment(), capture_output=True, text=True, check=False
    )
    assert "sayso.db: can't be written: the disk, or a limit on the size of files" in done.stderr
    with View(db) as view:
        assert view.count(Filter.of(report="before")) == 1
        assert view.count() == 1 + 3 * (len(list(view.reports())) - 1)
    assert list(problems(db)) == []


def test_names_that_were_rolled_back_are_made_again(file: Path, coded: Coded) -> None:
    db = str(file)
    with Writer(db) as writer:
        writer.add(coded("RUS attacked UKR."))
        with pytest.MonkeyPatch.context() as broken:
            broken.setattr("sayso.store.recorded.recording.annotation", lambda _: 1 / 0)
            with pytest.raises(ZeroDivisionError):
                writer.flush()
        writer.flush()
    with View(db) as view:
        assert [str(p.name) for e in view.events() for p in (*e.actors, *e.recipients)] == ["Land of RUS", "Land of UKR"]
        assert len(view.runs()) == 1
    assert list(problems(db)) == []


def test_a_damaged_file_is_named_and_checked(file: Path, coded: Coded) -> None:
    db = str(file)
    with Writer(db) as writer:
        for n in range(300):
            writer.add(coded("RUS attacked UKR in Kyiv UKR. " * 3, f"r{n}"))
    assert list(problems(db)) == []
    whole = file.read_bytes()
    file.write_bytes(b"\x00" * 100 + whole[100:])
    for work in (lambda: View(db), lambda: Writer(db), lambda: list(problems(db))):
        with pytest.raises(StoreError, match="is no SQLite database, or its beginning is damaged"):
            work()
    middle = len(whole) // 2 // 4096 * 4096
    file.write_bytes(whole[:middle] + b"\xff" * 4096 * 4 + whole[middle + 4096 * 4 :])
    assert any("the file is damaged" in told for told in problems(db))


@pytest.mark.parametrize(
    ("change", "told"),
    [
        ("UPDATE bodies SET coded = replace(coded, 'occurred', 'denied')", "what was coded is not what was stored"),
        ("UPDATE events SET type = 'AID'", "type found by filters is not what the event says"),
        ("UPDATE reports SET text = 'x'", "its text is not what was stored"),
        ("DELETE FROM events", "can't be found by any filter"),
        ("UPDATE bodies SET state = 'rejected'", "was rejected and is found all the same"),
        ("DELETE FROM annotations", "what was coded is not what was stored"),
    ],
)
def test_rows_that_were_tampered_with_are_named(db: str, coded: Coded, change: str, told: str) -> None:
    with Writer(db) as writer:
        writer.add(coded("RUS attacked UKR."))
        writer.flush()
        writer.transaction(lambda connection: connection.exec_driver_sql(change).close())
    assert any(told in problem for problem in problems(db))


def kicked(url: str) -> None:
    """End all other connections of a server's database, as a restart does."""
    engine: Engine = create_engine(address(url), isolation_level="AUTOCOMMIT")
    with engine.connect() as connection:
        connection.exec_driver_sql(
            "SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE pid <> pg_backend_pid() AND datname = current_database()"
        )
    engine.dispose()


def test_a_server_that_goes_away_in_the_middle_of_a_transaction(postgresql: str, coded: Coded, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("sayso.store.writer.WAITS", (0.1, 0.1))
    with Writer(postgresql) as writer:
        writer.add(coded("RUS attacked UKR.", "r1"))
        writer.flush()
        left = [1]

        def once(connection: object, *_: object) -> None:
            if left:
                left.clear()
                kicked(postgresql)

        event.listen(writer._engine, "before_cursor_execute", once)
        writer.add(coded("USA visited CHN.", "r2"))
    with View(postgresql) as view:
        assert view.count() == 2
        assert (writer.written.added, len(view.runs())) == (2, 1)


@pytest.mark.parametrize("state", [None, "57P03"])
def test_a_server_that_can_not_be_reached_while_it_starts_again(
    postgresql: str, coded: Coded, monkeypatch: pytest.MonkeyPatch, state: str | None
) -> None:
    monkeypatch.setattr("sayso.store.writer.WAITS", (0.01, 0.01))
    refused = pytest.importorskip("psycopg").OperationalError("connection refused")
    refused.sqlstate = state
    with Writer(postgresql) as writer:
        writer._engine.dispose()
        left = [refused, refused]

        def refuse(*_: object) -> None:
            if left:
                raise left.pop()

        event.listen(writer._engine, "do_connect", refuse)
        writer.add(coded("RUS attacked UKR."))
    with View(postgresql) as view:
        assert view.count() == 1


def test_a_server_that_stays_away(postgresql: str, coded: Coded, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("sayso.store.writer.WAITS", (0.01,))
    writer = Writer(postgresql)
    writer.add(coded("RUS attacked UKR."))
    event.listen(writer._engine, "before_cursor_execute", lambda *_: kicked(postgresql))
    with pytest.raises(StoreError, match="postgresql"):
        writer.flush()
    writer._engine.dispose()
    with View(postgresql) as view:
        assert view.count() == 0


def test_another_program_that_holds_the_file(file: Path, coded: Coded, monkeypatch: pytest.MonkeyPatch) -> None:
    with Writer(str(file)):
        pass
    monkeypatch.setattr("sayso.store.schema.connect.PATIENCE", 0.1)
    connect.writing.cache_clear()  # the engine that waits for a minute
    other = sqlite3.connect(file, isolation_level=None)
    other.execute("BEGIN IMMEDIATE")
    with pytest.raises(StoreError, match="another program has been writing to it"):
        Writer(str(file))
    other.close()
    connect.writing.cache_clear()
