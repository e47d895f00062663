"""A database as it was at a version: views that stand in for its tables on one connection, so that every question is answered from then.

A row holds from its version `since` on. What ended it has put it into the table beside (`past_events` beside `events`), with the version
`until` that no longer has it. What hangs on an event is as old as the event. Names, places, passages and terms only become more, and need
no view.
"""

from collections.abc import Iterator, Mapping
from typing import Any

from sqlalchemy import Connection, Select, Table, inspect, literal_column, select, text

from sayso.errors import NoSnapshotError
from sayso.store.schema import tables as t
from sayso.store.schema.slab_tables import SHIFT, slabs
from sayso.store.schema.versions import last

VERSION = "version"  # what a connection of the past says which one it shows by
PLAIN = (t.annotations, t.bodies, t.links, t.corrections, t.decisions, t.runs)
OF_EVENTS = (t.parties, t.countries, t.sectors, t.dyads, t.says, t.contexts, t.quantities)
GATHERED = "'incident', 'origins'"  # the slabs of what events belong to


def shown(connection: Connection, version: int) -> None:
    """Have a connection show what there was at a version, as long as it is open.

    Raises:
        NoSnapshotError: there is no such version yet.
    """
    if version > (latest := last(connection)):
        raise NoSnapshotError(f"there is no snapshot v{version} of these data; the latest is v{latest}")
    for name, body in _views(connection, version):
        connection.exec_driver_sql(f"CREATE TEMP VIEW {name} AS {body}")


def version_shown(connection: Connection) -> int | None:
    """The version that a connection shows; None where that is the present."""
    found: int | None = connection.get_execution_options().get(VERSION)
    return found


def searched(words: str, version: int) -> Select[tuple[int]]:
    """The reports that had words in title or text at a version; `words` is a query of SQLite's full-text search."""
    held, ended = f"since <= {version:d}", f"since <= {version:d} AND until > {version:d}"
    wanted = {name: literal_column(f"{name}_search").op("MATCH")(words) for name in ("reports", "past_reports")}
    now: Select[Any] = select(literal_column("rowid").label("n")).select_from(text("reports_search"))
    now = now.where(wanted["reports"], text(f"EXISTS (SELECT 1 FROM main.reports r WHERE r.n = reports_search.rowid AND r.{held})"))
    then: Select[Any] = select(literal_column("rowid")).select_from(text("past_reports_search")).where(wanted["past_reports"])
    past: Select[Any] = (
        select(literal_column("n")).select_from(text("main.past_reports")).where(literal_column("rowid").in_(then), text(ended))
    )
    found = now.union_all(past).subquery()
    return select(found.c.n)


def _views(connection: Connection, version: int) -> Iterator[tuple[str, str]]:
    sqlite = connection.dialect.name == "sqlite"
    place = "main" if sqlite else f'"{inspect(connection).default_schema_name}"'
    known = {"place": place, "number": "INTEGER" if sqlite else "BIGINT", "shift": SHIFT, "gathered": GATHERED}
    told = {**known, **{f"held_{a}": f"{a}.since <= {version:d}" for a in "reilo"}, "at": f"{version:d}"}
    told |= {f"past_{a}": f"{a}.since <= {version:d} AND {a}.until > {version:d}" for a in "reilo"}
    for table in PLAIN:
        yield table.name, BOTH.format(**told, table=table.name, columns=_columns(table))
    stale = {"stale": "CASE WHEN coalesce(r.staled, 0) <= {at} THEN r.stale ELSE 0 END".format(**told)}
    yield "incidents", BOTH.format(**told, table="incidents", columns=_columns(t.incidents, stale))
    more = () if sqlite else ("search",)
    placed = [_columns(t.reports, {name: source.format(**told) for name, source in way.items()}, more) for way in ({}, SOURCE, PAST_SOURCE)]
    yield "reports", REPORTS.format(*placed, **told)
    link = LINK.format(**told)
    yield (
        "events",
        EVENTS.format(_columns(t.events), _columns(t.events, {"incident": link, "origins": ORIGINS.format(**told, link=link)}), **told),
    )
    for table in OF_EVENTS:
        yield table.name, OF_EVENT.format(**told, table=table.name, columns=_columns(table))
    yield "slabs", SLABS.format(_columns(slabs), **told)


def _columns(table: Table, instead: Mapping[str, str] | None = None, more: tuple[str, ...] = ()) -> str:
    """The columns of a row `r`, some of them told in another way."""
    others = instead or {}
    return ", ".join(f"{others[name]} AS {name}" if name in others else f"r.{name}" for name in (*table.c.keys(), *more))


BOTH = """SELECT {columns} FROM {place}.{table} r WHERE {held_r}
UNION ALL SELECT {columns} FROM {place}.past_{table} r WHERE {past_r}"""
OF_EVENT = """SELECT {columns} FROM {place}.{table} r WHERE EXISTS (SELECT 1 FROM {place}.events e WHERE e.n = r.event AND {held_e})
UNION ALL SELECT {columns} FROM {place}.past_{table} r WHERE {past_r}"""
_SOURCE = "SELECT o.{name} FROM {{place}}.past_sources o WHERE o.report = r.n AND {{past_o}}"
_LATER = "SELECT i.{name} FROM {{place}}.reports i WHERE i.n = r.n AND i.placed <= {{at}}"
_KINDS = {"origin": "{{number}}", "origin_reason": "TEXT"}
SOURCE = {name: f"CAST(({_SOURCE}) AS {kind})".format(name=name) for name, kind in _KINDS.items()}
PAST_SOURCE = {name: f"CAST(coalesce(({_LATER}), ({_SOURCE})) AS {kind})".format(name=name) for name, kind in _KINDS.items()}
REPORTS = """SELECT {0} FROM {place}.reports r WHERE {held_r} AND r.placed <= {at}
UNION ALL SELECT {1} FROM {place}.reports r WHERE {held_r} AND r.placed > {at}
UNION ALL SELECT {2} FROM {place}.past_reports r WHERE {past_r}"""
LINK = """CAST(coalesce((SELECT l.incident FROM {place}.links l WHERE l.event = r.n AND {held_l}),
(SELECT l.incident FROM {place}.past_links l WHERE l.event = r.n AND {past_l})) AS {number})"""
ORIGINS = """CAST(coalesce((SELECT i.origins FROM {place}.incidents i WHERE i.n = {link} AND {held_i}),
(SELECT i.origins FROM {place}.past_incidents i WHERE i.n = {link} AND {past_i})) AS INTEGER)"""
EVENTS = """SELECT {0} FROM {place}.events r WHERE {held_r} AND r.linked <= {at}
UNION ALL SELECT {1} FROM {place}.events r WHERE {held_r} AND r.linked > {at}
UNION ALL SELECT {1} FROM {place}.past_events r WHERE {past_r}"""
SLABS = """SELECT {0} FROM {place}.slabs r WHERE r.block NOT IN (
SELECT e.n >> {shift} FROM {place}.events e WHERE e.linked > {at} AND NOT {held_e}
UNION SELECT e.n >> {shift} FROM {place}.past_events e WHERE {past_e})
AND NOT (r.name IN ({gathered}) AND r.block IN (SELECT e.n >> {shift} FROM {place}.events e WHERE e.linked > {at}))"""
