"""A filter as SQL: each field by itself, so that the one that leaves least can be asked first."""

import re
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from typing import Any

from sqlalchemy import ColumnElement, FromClause, Select, Table, and_, exists, false, func, literal_column, or_, select, text
from sqlalchemy.sql.elements import ColumnClause

from sayso.store.asked.countries import is_country
from sayso.store.asked.entities import called
from sayso.store.asked.filter import Filter, last_day
from sayso.store.rows.words import plain, words
from sayso.store.schema import past
from sayso.store.schema import tables as t

Where = ColumnElement[bool]
SECTOR = re.compile(r"(?P<country>[A-Z]{3})?:(?P<sector>[A-Z]{3})")
ENTITY = re.compile(r"[a-z0-9]+(-[a-z0-9]+)+")
OWN_VOICE = "-"
AFTER = "g"  # which comes after all hexadecimal digits


Columns = Any  # of a table or an alias of it, by name
Told = Callable[[Columns], Where]


@dataclass(frozen=True, slots=True)
class Condition:
    """One condition on events: rows of a table that say so; `once` if no event has two such rows."""

    table: Table
    told: Told
    once: bool
    probe: Told | None = None  # the same, where it is put to rows that are found already, if another form of it is quicker then
    sample: Select[Any] | None = None  # what is counted to tell how much it leaves, where that is quicker than to count its rows
    ordered: bool = True  # whether an index gives its rows by day

    @property
    def where(self) -> Where:
        """The condition on the table's own rows."""
        return self.told(self.table.c)

    @property
    def day(self) -> ColumnElement[str]:
        """The column of the event's day."""
        return self.table.c.day

    @property
    def event(self) -> ColumnElement[int]:
        """The column of the event's number."""
        return numbered(self.table)

    def of(self, event: ColumnElement[int]) -> Where:
        """The condition put to an event at hand."""
        rows = self.table.alias()
        return exists(select(1).select_from(rows).where(numbered(rows) == event, self.told(rows.c)).correlate_except(rows))


def numbered(rows: FromClause) -> ColumnElement[int]:
    """The column that holds events' numbers."""
    return rows.c.event if "event" in rows.c else rows.c.n


def conditions(wanted: Filter, dialect: str) -> list[Condition]:
    """All conditions of a filter but that on days, which every table of a condition can answer."""
    given = wanted.given()
    found = [make(values) for name, make in OF_EVENTS.items() if (values := given.get(name))]
    if wanted.actor and wanted.recipient and all(map(is_country, (*wanted.actor, *wanted.recipient))):
        found.append(_pair(wanted.actor, wanted.recipient))
    else:
        found += [_party(("actor",), wanted.actor)] if wanted.actor else []
        found += [_party(("recipient",), wanted.recipient)] if wanted.recipient else []
    found += [_party(("actor", "recipient"), wanted.party)] if wanted.party else []
    found += [_says(wanted.says)] if wanted.says else []
    found += [Condition(t.contexts, lambda c: c.context.in_(wanted.context), len(wanted.context) == 1)] if wanted.context else []
    found += [_text(wanted.text, dialect)] if wanted.text else []
    return found


def days(wanted: Filter, day: ColumnElement[str]) -> Iterator[Where]:
    """The condition on days, for a table's column."""
    if wanted.since:
        yield day >= wanted.since
    if wanted.until:
        yield and_(day <= last_day(wanted.until), day != "")


def searched(table: Any, wanted: str, dialect: str, *, then: int | None = None) -> Select[tuple[int]]:
    """The rows of a table (reports, passages) in whose text all words are found; "words in quotes" in that order, the end* left open.

    Of reports `then` is the version that a connection of the past shows.
    """
    if dialect == "sqlite":
        search: ColumnClause[Any] = literal_column(f"{table.name}_search")
        if then is not None:
            return past.searched(_phrases(wanted), then)
        return select(literal_column("rowid")).select_from(text(f"{table.name}_search")).where(search.op("MATCH")(_phrases(wanted)))
    column: ColumnClause[Any] = literal_column(f"{table.name}.search")
    return select(table.c.n).where(column.op("@@")(func.websearch_to_tsquery("english", wanted)))


def begins(column: ColumnElement[str], start: str) -> Where:
    """Whether an id, of hexadecimal digits, begins so; as a range, which an index answers."""
    return column.between(plain(start), plain(start) + AFTER) if start else false()


def named(wanted: str) -> Select[tuple[int]]:
    """The names that hold these words in this order."""
    sought = words(wanted)
    return select(t.names.c.n).where(t.names.c.words.contains(sought, autoescape=True) if sought.strip() else false())


def _phrases(wanted: str) -> str:
    """A query of SQLite's full-text search that no text can make fail."""
    found = re.findall(r'"([^"]*)"(\*?)|([^\s"]+)', wanted)
    phrases = [(quoted or bare.rstrip("*"), star or bare.endswith("*")) for quoted, star, bare in found]
    return " ".join(f'"{phrase}"' + ("*" if star else "") for phrase, star in phrases if re.search(r"\w", phrase)) or '""'


def _event(told: Told) -> Condition:
    return Condition(t.events, told, once=True)


def _party(roles: tuple[str, ...], wanted: Sequence[str]) -> Condition:
    """Who fills a role. Sectors are asked of a table of their own, if all that is wanted is sectors."""
    sectors = [found for value in wanted if (found := SECTOR.fullmatch(value))]
    if len(sectors) == len(wanted):
        return Condition(t.sectors, lambda c: and_(c.role.in_(roles), or_(*(_sector(c, found) for found in sectors))), once=False)
    if all(map(is_country, wanted)):
        return Condition(t.countries, lambda c: and_(c.role.in_(roles), c.country.in_(wanted)), once=len(roles) == len(wanted) == 1)
    return Condition(t.parties, lambda c: and_(c.role.in_(roles), or_(*_whoever(c, wanted))), once=False)


def _pair(actors: Sequence[str], recipients: Sequence[str]) -> Condition:
    """Countries in both roles."""
    return Condition(t.dyads, lambda c: and_(c.actor.in_(actors), c.recipient.in_(recipients)), len(actors) == len(recipients) == 1)


def _text(wanted: str, dialect: str) -> Condition:
    """Words in the evidence: all passages that have them, or, of an event at hand, whether its passage does."""
    found = searched(t.passages, wanted, dialect)
    row = literal_column("rowid") if dialect == "sqlite" else t.passages.c.n
    return Condition(
        t.events,
        lambda c: c.passage.in_(found),
        once=True,
        probe=lambda c: exists(found.where(row == c.passage).correlate(c.passage.table)),
        sample=found,
        ordered=False,
    )


def _sector(columns: Columns, found: re.Match[str]) -> Where:
    sector: Where = columns.sector == found["sector"]
    return and_(sector, columns.country == found["country"]) if found["country"] else sector


def _whoever(columns: Columns, wanted: Sequence[str]) -> Iterator[Where]:
    """One condition for all countries, one for all entities, those that have a name besides their own among them, one for each name."""
    countries, entities = ([v for v in wanted if meant(v)] for meant in (is_country, ENTITY.fullmatch))
    if countries and "role" in columns:
        yield columns.event.in_(select(t.countries.c.event).where(t.countries.c.role == columns.role, t.countries.c.country.in_(countries)))
    elif countries:
        yield columns.country.in_(countries)
    if ids := [*entities, *(id for value in wanted if value not in countries for id in called(value))]:
        yield columns.entity.in_(ids)
    for value in wanted:
        if "sectors" in columns and (found := SECTOR.fullmatch(value)):
            sector = (" " + columns.sectors + " ").contains(f" {found['sector']} ")
            yield and_(sector, columns.country == found["country"]) if found["country"] else sector
        elif value not in countries and value not in entities:
            yield columns.name.in_(named(value))


def _says(wanted: Sequence[str]) -> Condition:
    others = [value for value in wanted if value != OWN_VOICE]
    if len(others) == len(wanted):
        return Condition(t.says, lambda c: or_(*_whoever(c, wanted)), once=False)
    return _event(lambda c: or_(c.voices == 0, *_told_by(c, others)))


def _told_by(columns: Columns, speakers: Sequence[str]) -> Iterator[Where]:
    if speakers:
        yield columns.n.in_(select(t.says.c.event).where(or_(*_whoever(t.says.c, speakers))))


def _place(wanted: Sequence[str]) -> Condition:
    """In a country, or at a place whose name has these words."""
    countries, others = [v for v in wanted if is_country(v)], [words(v) for v in wanted if not is_country(v)]
    names = select(t.names.c.name).where(or_(false(), *(t.names.c.words.contains(sought, autoescape=True) for sought in others)))
    found = select(t.places.c.n).where(t.places.c.name.in_(names))

    def told(columns: Columns) -> Where:
        there = [columns.country.in_(countries)] if countries else []
        return or_(*there, *([columns.place.in_(found)] if others else []))

    return _event(told)


def _publisher(wanted: Sequence[str]) -> Condition:
    found = select(t.names.c.n).where(t.names.c.words.in_([words(value) for value in wanted]))
    return _event(lambda c: c.publisher.in_(found))


def _in(name: str) -> Callable[[Any], Condition]:
    return lambda wanted: _event(lambda c: c[name].in_(wanted))


def _of_report(ids: Sequence[str]) -> Condition:
    return _event(lambda c: c.report.in_(select(t.reports.c.n).where(t.reports.c.id.in_(ids))))


def _of_incident(ids: Sequence[str]) -> Condition:
    return _event(lambda c: c.incident.in_(select(t.incidents.c.n).where(t.incidents.c.id.in_(ids))))


OF_EVENTS: dict[str, Callable[[Any], Condition]] = {
    **{name: _in(name) for name in ("type", "mode", "quad", "status", "state")},
    "place": _place,
    "publisher": _publisher,
    "min_origins": lambda least: _event(lambda c: c.origins >= least),
    "min_confidence": lambda least: _event(lambda c: func.coalesce(c.confidence, c.confidence) >= least),
    "published_since": lambda day: _event(lambda c: c.published >= day),
    "published_until": lambda day: _event(lambda c: c.published <= last_day(day)),
    "report": _of_report,
    "incident": _of_incident,
}
