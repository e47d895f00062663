"""Which revision a database is at, and bringing it to ours: in one transaction, or not at all."""

from pathlib import Path

from sqlalchemy import Connection, Engine, inspect, text
from sqlalchemy.engine import URL

from sayso.errors import StoreError
from sayso.store.schema.connect import shown, told

FOLDER = Path(__file__).with_name("migrations")
REVISIONS = ("0001", "0002", "0003", "0004", "0005", "0006", "0007")  # the modules of migrations/versions, in their order


def migrated(engine: Engine, url: URL) -> None:
    """Bring a database to the newest revision; an empty one gets all tables.

    Raises:
        StoreError: it was written by a newer version, or is not ours.
    """
    with told(url), engine.connect() as connection, connection.begin():
        if check(connection, url) != REVISIONS[-1]:
            from alembic.command import upgrade  # takes half a second, and is rarely needed
            from alembic.config import Config

            configuration = Config()
            configuration.set_main_option("script_location", str(FOLDER).replace("%", "%%"))
            configuration.attributes["connection"] = connection
            upgrade(configuration, "head")


def check(connection: Connection, url: URL) -> str | None:
    """The revision of a database; None where it is empty.

    Raises:
        StoreError: it was written by a newer version, or is not ours.
    """
    tables = inspect(connection).get_table_names()
    if "alembic_version" not in tables and tables:
        raise StoreError(f"{shown(url)}: is a database, but not one of Sayso's; name another file")
    revision = connection.execute(text("SELECT version_num FROM alembic_version")).scalar() if tables else None
    if revision is not None and revision not in REVISIONS:
        raise StoreError(f"{shown(url)}: was written by a newer version of Sayso (revision {revision}); update Sayso to use it")
    return str(revision) if revision else None


def readable(connection: Connection, url: URL) -> None:
    """Make sure that a database can be read as it is.

    Raises:
        StoreError: it is empty, older, newer, or not ours.
    """
    revision = check(connection, url)
    if revision is None:
        raise StoreError(f"{shown(url)}: holds nothing; `sayso code REPORTS --db {shown(url)}` fills it")
    if revision != REVISIONS[-1]:
        raise StoreError(
            f"{shown(url)}: was written by an older version of Sayso; `sayso store upgrade --db {shown(url)}` brings it up to date"
        )
