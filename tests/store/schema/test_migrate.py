"""The tables' history: it leads to the tables as they are, in one step, and knows what it can't read."""

import sqlite3
from collections.abc import Callable
from pathlib import Path

import pytest
from alembic.autogenerate import compare_metadata
from alembic.command import upgrade
from alembic.config import Config
from alembic.runtime.migration import MigrationContext
from sqlalchemy import MetaData, Table, inspect

from sayso.errors import StoreError
from sayso.lexicon.incident import rules
from sayso.lexicon.read import FOLDER as LEXICON
from sayso.model import AnnotatedReport
from sayso.run.gather import gather
from sayso.settings import Settings
from sayso.store import Filter, View, Writer
from sayso.store.check import problems
from sayso.store.corrected.propose import Proposer, Signed
from sayso.store.people.webhooks import webhooks
from sayso.store.schema import desk_tables as d
from sayso.store.schema import migrate
from sayso.store.schema.connect import address, writing
from sayso.store.schema.migrate import FOLDER, REVISIONS
from sayso.store.schema.versions import metadata

Coded = Callable[..., AnnotatedReport]


def test_the_history_leads_to_the_tables(new: str) -> None:
    with Writer(new):
        pass
    engine = writing(address(new))
    with engine.connect() as connection:
        context = MigrationContext.configure(connection, opts={"compare_type": True, "include_name": _ours})
        differences = [d for d in compare_metadata(context, metadata) if "search" not in str(d)]
        assert context.get_current_revision() == REVISIONS[-1]
        assert d.users in metadata.sorted_tables
        for table in metadata.sorted_tables:
            names = {index["name"] for index in inspect(connection).get_indexes(table.name)}
            assert {index.name for index in table.indexes} <= names
    engine.dispose()
    assert differences == []


def _ours(name: str | None, kind: str, _parents: object) -> bool:
    return kind != "table" or name in metadata.tables


def test_every_revision_is_listed_in_its_order() -> None:
    files = sorted(path.name[:4] for path in (FOLDER / "versions").glob("[0-9]*.py"))
    assert tuple(files) == REVISIONS


def test_an_interrupted_migration_leaves_nothing(new: str, coded: Coded, monkeypatch: pytest.MonkeyPatch) -> None:
    with monkeypatch.context() as broken:
        broken.setattr("alembic.runtime.migration.HeadMaintainer.update_to_step", _interrupted)
        with pytest.raises(KeyboardInterrupt):
            Writer(new)
    engine = writing(address(new))
    with engine.connect() as connection:
        assert inspect(connection).get_table_names() == []
    engine.dispose()
    with Writer(new) as writer:
        writer.add(coded("RUS attacked UKR."))
    with View(new) as view:
        assert view.count() == 1


def _interrupted(*_: object) -> None:
    raise KeyboardInterrupt


FIRST = """
    runs names origins reports annotations mentions passages places bodies events parties countries sectors dyads says contexts
    quantities corrections
""".split()  # noqa: SIM905 - the tables of the first revision that hold something, what is referred to first


@pytest.fixture
def first(new: str, coded: Coded) -> str:
    """A database of the first revision, with reports, events and a correction."""
    with Writer(new) as writer:
        for n in range(3):
            writer.add(coded(f"{n}. RUS attacked UKR in Kyiv UKR, Ann Lee said. USA visited CHN.", f"r{n}"))
    with View(new) as view:
        wrong = next(event.id for event in view.events(Filter.of(type="CONSULT")))
        rejected = Proposer(view, {}).of_event(wrong, "reject", [], Signed(who="ann", why="", at="2026-01-01T00:00:00+00:00"))
    with Writer(new) as writer:
        writer.correct([rejected])
    engine = writing(address(new))
    with engine.begin() as connection:
        rows = {name: [dict(row) for row in connection.execute(metadata.tables[name].select()).mappings()] for name in FIRST}
        everything = MetaData()
        everything.reflect(connection)
        everything.drop_all(connection)
        if connection.dialect.name == "postgresql":
            ours = "SELECT proname FROM pg_proc WHERE proname LIKE 'slabs!_%' ESCAPE '!' OR proname LIKE 'past!_%' ESCAPE '!'"
            for name in connection.exec_driver_sql(ours.replace("%", "%%")).scalars().all():
                connection.exec_driver_sql(f"DROP FUNCTION {name}")
    engine.dispose()
    engine = writing(address(new))
    with engine.begin() as connection:
        configuration = Config()
        configuration.set_main_option("script_location", str(FOLDER))
        configuration.attributes["connection"] = connection
        upgrade(configuration, "0001")
    with engine.begin() as connection:
        for name in FIRST:
            there = Table(name, MetaData(), autoload_with=connection)
            kept = [{key: value for key, value in row.items() if key in there.c and key != "search"} for row in rows[name]]
            if kept:
                connection.execute(there.insert(), kept)
    engine.dispose()
    return new


def test_a_full_database_of_the_first_revision_comes_through(first: str) -> None:
    with pytest.raises(StoreError, match="was written by an older version of Sayso; `sayso store upgrade"):
        View(first)
    with Writer(first) as writer:
        gather(writer, rules(LEXICON, Settings().cache))
    with View(first) as view:
        assert sorted(event.type for event in view.events()) == ["ASSAULT"] * 3 + ["CONSULT"] * 2
        assert [one["outcome"] for one in view.corrections()] == ["applied"]
        assert sorted(len(one["events"]) for one in view.incidents()) == [2, 3]
        assert view.count(Filter.of(text="Kyiv")) == 3
        with view.at("v0") as before:  # what was there when versions began
            assert (before.count(), list(before.incidents())) == (5, [])
    assert list(problems(first)) == []


def test_an_upgrade_that_is_interrupted_leaves_the_old_database(first: str, monkeypatch: pytest.MonkeyPatch) -> None:
    steps = []

    def third(*_: object) -> None:
        steps.append(1)
        if len(steps) == 3:
            raise KeyboardInterrupt

    with monkeypatch.context() as broken:
        broken.setattr("alembic.runtime.migration.HeadMaintainer.update_to_step", third)
        with pytest.raises(KeyboardInterrupt):
            Writer(first)
    engine = writing(address(first))
    with engine.connect() as connection:
        assert migrate.check(connection, address(first)) == "0001"
        assert "slabs" not in inspect(connection).get_table_names()
    engine.dispose()
    with Writer(first):
        pass
    with View(first) as view:
        assert view.count() == 5


def test_a_database_of_a_newer_version_is_left_alone(new: str, coded: Coded, monkeypatch: pytest.MonkeyPatch) -> None:
    with Writer(new) as writer:
        writer.add(coded("RUS attacked UKR."))
        writer.transaction(lambda c: c.exec_driver_sql("UPDATE alembic_version SET version_num = '9999'").close())
    for opening in (Writer, View):
        with pytest.raises(StoreError, match=r"was written by a newer version of Sayso \(revision 9999\); update Sayso"):
            opening(new)


def test_a_database_of_an_older_version_asks_for_an_upgrade(new: str, monkeypatch: pytest.MonkeyPatch) -> None:
    with Writer(new):
        pass
    monkeypatch.setattr(migrate, "REVISIONS", (*REVISIONS, "9999"))
    with pytest.raises(StoreError, match="was written by an older version of Sayso; `sayso store upgrade"):
        View(new)


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


def test_secrets_of_webhooks_are_wiped_by_an_upgrade(tmp_path: Path) -> None:
    file = tmp_path / "old.db"
    engine = writing(address(str(file)))
    with engine.begin() as connection:
        configuration = Config()
        configuration.set_main_option("script_location", str(FOLDER))
        configuration.attributes["connection"] = connection
        upgrade(configuration, "0004")
        connection.exec_driver_sql("INSERT INTO watchlists VALUES (1, 'w1', 'All', 'ann', '{}', '2026-01-01')")
        connection.exec_driver_sql(
            "INSERT INTO webhooks VALUES (1, 1, 'h1', 'https://example.org/in', 'in-clear-words', '', 0, NULL, NULL, '2026-01-01')"
        )
    engine.dispose()
    with Writer(str(file)):
        pass
    with View(str(file)) as view:
        (hook,) = webhooks(view)
    assert (hook.url, hook.failures) == ("https://example.org/in", 1)
    assert "make it anew" in str(hook.trouble)
    with sqlite3.connect(file) as raw:
        raw.execute("PRAGMA wal_checkpoint(TRUNCATE)")
    assert b"in-clear-words" not in file.read_bytes()
