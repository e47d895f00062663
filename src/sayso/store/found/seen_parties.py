"""Parties that events of a database have, found by parts of their names: for whoever writes an event by hand."""

from collections.abc import Callable
from dataclasses import dataclass

from sqlalchemy import Connection, select

from sayso.store.rows.words import words
from sayso.store.schema import tables as t

NAMES = 12  # of those that fit


@dataclass(frozen=True, slots=True)
class SeenParty:
    """A name, and what events say of who has it."""

    name: str
    entity: str | None
    country: str | None
    sectors: tuple[str, ...]


def seen_parties(sought: str) -> Callable[[Connection], list[SeenParty]]:
    """Parties with a name that has these words, or words that begin so; one reading of each name."""

    def asked(connection: Connection) -> list[SeenParty]:
        start = words(sought)[:-1]
        if not start.strip():
            return []
        n, p = t.names.c, t.parties.c
        names = connection.execute(select(n.n, n.name).where(n.words.contains(start, autoescape=True)).limit(NAMES)).all()
        found = []
        for number, name in names:
            query = select(p.entity, p.country, p.sectors).where(p.role.in_(("actor", "recipient")), p.name == number).limit(1)
            if row := connection.execute(query).first():
                found.append(SeenParty(name, row.entity, row.country, tuple(row.sectors.split())))
        return found

    return asked
