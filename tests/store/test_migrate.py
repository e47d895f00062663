"""The tables' history: it leads to the tables as they are, in one step, and knows what it can't read."""

import sqlite3
from collections.abc import Callable
from pathlib import Path

import pytest
from alembic.autogenerate import compare_metadata
from alembic.runtime.migration import MigrationContext
from sqlalchemy import inspect

from sayso.errors import StoreError
from sayso.model import AnnotatedReport
from sayso.store import View, Writer, migrate
from sayso.store import desk_tables as d
from sayso.store import tables as t
from sayso.store.connect import address, writing
from sayso.store.migrate import FOLDER, REVISIONS

Coded = Callable[..., AnnotatedReport]


def test_the_history_leads_to_the_tables(db: str) -> None:
    with Writer(db):
        pass
    engine = writing(address(db))
    with engine.connect() as connection:
        context = MigrationContext.configure(connection, opts={"compare_type": True, "include_name": _ours})
        differences = [d for d in compare_metadata(context, t.metadata) if "search" not in str(d)]
        assert context.get_current_revision() == REVISIONS[-1]
        assert d.users in t.metadata.sorted_tables
        for table in t.metadata.sorted_tables:
            names = {index["name"] for index in inspect(connection).get_indexes(table.name)}
            assert {index.name for index in table.indexes} <= names
    engine.dispose()
    assert differences == []


def _ours(name: str | None, kind: str, _parents: object) -> bool:
    return kind != "table" or name in t.metadata.tables


def test_every_revision_is_listed_in_its_order() -> None:
    files = sorted(path.name[:4] for path in (FOLDER / "versions").glob("[0-9]*.py"))
    assert tuple(files) == REVISIONS


def test_an_interrupted_migration_leaves_nothing(db: str, coded: Coded, monkeypatch: pytest.MonkeyPatch) -> None:
    with monkeypatch.context() as broken:
        broken.setattr("alembic.runtime.migration.HeadMaintainer.update_to_step", _interrupted)
        with pytest.raises(KeyboardInterrupt):
            Writer(db)
    engine = writing(address(db))
    with engine.connect() as connection:
        assert inspect(connection).get_table_names() == []
    engine.dispose()
    with Writer(db) as writer:
        writer.add(coded("RUS attacked UKR."))
    with View(db) as view:
        assert view.count() == 1


def _interrupted(*_: object) -> None:
    raise KeyboardInterrupt


def test_a_database_of_a_newer_version_is_left_alone(db: str, coded: Coded, monkeypatch: pytest.MonkeyPatch) -> None:
    with Writer(db) as writer:
        writer.add(coded("RUS attacked UKR."))
        writer.transaction(lambda c: c.exec_driver_sql("UPDATE alembic_version SET version_num = '9999'").close())
    for opening in (Writer, View):
        with pytest.raises(StoreError, match=r"was written by a newer version of Sayso \(revision 9999\); update Sayso"):
            opening(db)


def test_a_database_of_an_older_version_asks_for_an_upgrade(db: str, monkeypatch: pytest.MonkeyPatch) -> None:
    with Writer(db):
        pass
    monkeypatch.setattr(migrate, "REVISIONS", (*REVISIONS, "9999"))
    with pytest.raises(StoreError, match="was written by an older version of Sayso; `sayso store upgrade"):
        View(db)


def test_a_database_of_somebody_else_is_left_alone(file: Path) -> None:
    with sqlite3.connect(file) as connection:
        connection.execute("CREATE TABLE mine (x)")
    connection.close()
    for opening in (Writer, View):
        with pytest.raises(StoreError, match="but not one of Sayso's; name another file"):
            opening(str(file))


@pytest.mark.parametrize(
    ("name", "told"),
    [
        ("none.db", "can't be opened: there is no such file"),
        ("no/such/folder/x.db", "can't be opened: there is no such file"),
        ("mysql://server/name", "give a file"),
        ("sqlite://", "give a file"),
        ("http://[::1", "is no database URL"),
        ("postgresql://nobody:secret@127.0.0.1:1/none", "postgresql"),
    ],
)
def test_what_is_no_database_is_named(tmp_path: Path, name: str, told: str) -> None:
    with pytest.raises(StoreError, match=told) as raised:
        View(name if ":" in name else str(tmp_path / name))
    assert "secret" not in str(raised.value)


def test_an_empty_file_says_how_to_fill_it(file: Path) -> None:
    file.touch()
    with pytest.raises(StoreError, match="holds nothing; `sayso code REPORTS --db"):
        View(str(file))
