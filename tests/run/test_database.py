"""A database from Python; and the notebook that shows it."""

import json
from collections.abc import Callable
from datetime import date
from pathlib import Path
from typing import Any

import pytest

import sayso
from sayso.errors import SaysoError
from sayso.model import AnnotatedReport, Event, Party, Report, Span, Version, When
from sayso.run.database import Database
from sayso.store import Dyad, Incident, Writer

NOTEBOOK = Path(__file__).parents[2] / "docs" / "notebooks" / "store.ipynb"
TEXT = "Kenya attacked Uganda."


@pytest.fixture
def db(tmp_path: Path) -> str:
    """Two reports of one attack, put together as one incident."""
    name = str(tmp_path / "sayso.db")
    with Writer(name) as writer:
        for n, day in enumerate(("2025-12-04", "2026-01-05")):
            report = Report(f"r{n}", TEXT, date.fromisoformat(day), "Harbour Post")
            actor, recipient = (
                Party(None, w, c, ("GOV",), s, s + len(w), w, "name") for w, c, s in (("Kenya", "KEN", 0), ("Uganda", "UGA", 15))
            )
            event = Event(
                f"e{n}", report.reference(), "ASSAULT", None, (), "190", 4, -9.0, Span(6, 14, "attacked"), Span(0, 22, TEXT), (actor,),
                (recipient,), "occurred", (), When(day, day, None, "published"), None, (), "assault/-/attack", 0.9, Version("1", "1"),
            )  # fmt: skip
            writer.add(AnnotatedReport(report, events=(event,)))
        writer.flush()
        body: dict[str, Any] = {
            "id": "i",
            "type": "ASSAULT",
            "status": "occurred",
            "events": [{"id": "e0", "report": "r0"}, {"id": "e1", "report": "r1"}],
            "reports": 2,
            "publishers": 1,
            "origins": 2,
            "first": "2025-12-04",
            "last": "2026-01-05",
            "time": None,
            "place": None,
            "actors": [{"name": "Kenya"}],
            "recipients": [{"country": "UGA"}],
            "quantities": [],
            "disagreements": [],
        }
        writer.assemble([Incident(body)])
    return name


def test_events_are_walked_through_as_often_as_wanted(db: str) -> None:
    with sayso.open(db) as opened:
        events = opened.events(actor="KEN", since="2026")
        assert [event.id for event in events] == [event.id for event in events] == ["e1"]
        assert [event.id for event in opened.events(limit=1)] == ["e1"]
        assert opened.count(type="ASSAULT") == 2
        with pytest.raises(TypeError, match="no filter is called colour"):
            opened.events(colour="red")


def test_an_answer_says_what_it_has_without_reading_it(db: str) -> None:
    assert repr(Database(db).events()).startswith("<rows of id, report_id, published, publisher, type")


def test_the_rest(db: str) -> None:
    with Database(db) as opened:
        assert [report.id for report in opened.reports(text="attacked")] == ["r1", "r0"]
        assert [incident["id"] for incident in opened.incidents(min_origins=2)] == ["i"]
        assert list(opened.sql("SELECT count(*) AS n FROM events")) == [(2,)]
        assert opened.annotated("r0").report.text == TEXT
        assert list(opened.dyads(freq="Y", actor="KEN")) == [
            Dyad("2025", "KEN", "UGA", 1, 1, 1, 0.0, 0.0, 0.0, 1.0, -9.0),
            Dyad("2026", "KEN", "UGA", 1, 1, 1, 0.0, 0.0, 0.0, 1.0, -9.0),
        ]


@pytest.mark.parametrize(
    ("library", "columns"),
    [("pandas", lambda frame: list(frame.columns)), ("polars", lambda frame: frame.columns), ("arrow", lambda table: table.column_names)],
)
def test_tables(db: str, library: str, columns: Callable[[Any], list[str]]) -> None:
    pytest.importorskip("pyarrow" if library == "arrow" else library)
    with Database(db) as opened:
        events, dyads = getattr(opened.events(), library)(), getattr(opened.dyads(), library)()
        incidents, reports = getattr(opened.incidents(), library)(), getattr(opened.reports(), library)()
    assert columns(events)[:2] == ["id", "report_id"]
    assert columns(dyads)[:4] == ["period", "actor", "recipient", "events"]
    assert [len(table) if library == "pandas" else table.shape[0] for table in (events, dyads, incidents, reports)] == [2, 2, 1, 2]
    assert columns(incidents)[0] == columns(reports)[0] == "id"


@pytest.mark.parametrize("library", ["pandas", "polars", "arrow"])
def test_tables_of_any_values(tmp_path: Path, library: str) -> None:
    """SQLite lets a column hold values of several kinds, JSON texts that are no Unicode, SQL two columns of one name."""
    pytest.importorskip("pyarrow" if library == "arrow" else library)
    with Writer(str(tmp_path / "sayso.db")) as writer:
        writer.keep(Report("r\ud800", "Rain.", title="\ud800"))
    statement = "SELECT 1 AS mixed, 1 AS part, 1 AS n, 2 AS n UNION ALL SELECT 'a', 2.5, 3, 4 UNION ALL SELECT NULL, NULL, 5, 6"
    with sayso.open(tmp_path / "sayso.db") as opened:
        reports, rows = (getattr(one, library)() for one in (opened.reports(), opened.sql(statement)))
    assert len(reports) == 1
    assert list(rows.column_names if library == "arrow" else rows.columns) == ["mixed", "part", "n", "n_2"]
    if library != "pandas":
        told = {name: rows[name].to_pylist() if library == "arrow" else rows[name].to_list() for name in ("mixed", "part")}
        assert told == {"mixed": ["1", "a", None], "part": [1.0, 2.5, None]}


def test_a_library_that_is_missing_is_named(db: str, monkeypatch: pytest.MonkeyPatch) -> None:
    def missing(name: str) -> Any:
        raise ModuleNotFoundError(name)

    monkeypatch.setattr("importlib.import_module", missing)
    with Database(db) as opened, pytest.raises(SaysoError, match=r"polars is needed for this: pip install 'sayso\[frames\]'"):
        opened.events().polars()


@pytest.mark.model
def test_the_notebook_runs(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Each code cell in its order, as a notebook runs them; the last one's value is what it promises."""
    nbformat = pytest.importorskip("nbformat")
    pytest.importorskip("pandas")
    notebook = nbformat.read(NOTEBOOK, as_version=4)
    nbformat.validate(notebook)
    monkeypatch.chdir(tmp_path)
    names: dict[str, Any] = {"DEMO": str(NOTEBOOK.parents[2] / "demo")}
    for cell in notebook.cells:
        if cell.cell_type == "code":
            exec(compile(cell.source, "cell", "exec"), names)
    assert names["count"] > 20
    assert len(names["months"]) > 5
    assert len(names["incidents"]) > 0
    assert json.loads(names["event"])["evidence"]["text"]
    names["db"].__exit__(None, None, None)
