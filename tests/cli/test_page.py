"""`sayso page`: where it writes, and what it refuses."""

from datetime import date
from pathlib import Path

import pytest
from typer.testing import CliRunner

from sayso.cli.main import app
from sayso.model import AnnotatedReport, Report
from sayso.store import Writer

runner = CliRunner()


@pytest.fixture
def db(tmp_path: Path) -> str:
    """A database with a report and no event."""
    name = str(tmp_path / "news.db")
    with Writer(name) as writer:
        writer.add(AnnotatedReport(Report("r1", "Nothing happened.", date(2025, 1, 1), "Harbour Post", None, None, "en")))
    return name


def test_a_page_is_written_and_said(db: str, tmp_path: Path) -> None:
    out = tmp_path / "page.html"
    done = runner.invoke(app, ["page", db, "--actor", "RUS", "--select", "?since=2025", "--title", "For you", "--out", str(out)])
    assert (done.exit_code, done.stdout) == (0, "")
    assert "page.html: 0." in done.stderr
    page = out.read_text("utf-8")
    assert "<title>For you · Sayso</title>" in page
    assert "No event meets all of this." in page


@pytest.mark.parametrize(
    ("more", "message"),
    [(["--views", "globe"], "no view is called globe"), (["--select", "?colour=red"], "nothing can be asked by colour"),
     (["--since", "soon"], "since wants a day")],
)  # fmt: skip
def test_what_can_not_be_is_told_and_nothing_is_written(db: str, tmp_path: Path, more: list[str], message: str) -> None:
    out = tmp_path / "page.html"
    done = runner.invoke(app, ["page", db, "--out", str(out), *more])
    assert done.exit_code == 2
    assert message in " ".join(done.stderr.replace("│", " ").split())
    assert not out.exists()


def test_a_database_that_is_not_there_is_named(tmp_path: Path) -> None:
    done = runner.invoke(app, ["page", str(tmp_path / "no.db")])
    assert done.exit_code != 0
    assert "there is no such database" in " ".join((done.stderr + str(done.exception)).split())


def test_an_empty_page_says_why_and_the_database_goes_by_its_option_too(db: str, tmp_path: Path) -> None:
    done = runner.invoke(app, ["page", "--db", db, "--actor", "Rusia", "--out", str(tmp_path / "page.html")])
    assert done.exit_code == 0
    assert "no event meets all of this" in done.stderr
    assert "did you mean RUS (Russia)?" in done.stderr
    assert runner.invoke(app, ["page", db, "--db", "other.db"]).exit_code == 2
