"""What people decided on which events are one happening and which are not."""

import json
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Any, Literal, Self

from sqlalchemy import Connection, insert, select, update

from sayso.errors import StoreError
from sayso.model.jsonl import line
from sayso.store.gathered.incidents import stale
from sayso.store.rows.dictionary import following
from sayso.store.rows.words import digest, plain
from sayso.store.schema import tables as t

Kind = Literal["merge", "split"]


@dataclass(frozen=True, slots=True, kw_only=True)
class Decision:
    """Groups of events by their ids: a merge has one, whose events are one happening; a split several, no two of which are."""

    id: str
    kind: Kind
    groups: tuple[tuple[str, ...], ...]
    who: str
    why: str
    at: str

    @classmethod
    def made(cls, kind: Kind, groups: tuple[tuple[str, ...], ...], *, who: str, why: str, at: str) -> Self:
        """A decision with an id of its own."""
        return cls(
            id=digest(line({"kind": kind, "groups": groups, "who": who, "at": at}))[:12], kind=kind, groups=groups, who=who, why=why, at=at
        )

    @property
    def body(self) -> dict[str, Any]:
        """As it is exchanged: `{"merge": [ids]}` or `{"split": [[ids], [ids]]}`."""
        return {"merge": [*self.groups[0]]} if self.kind == "merge" else {"split": [[*group] for group in self.groups]}

    def to_dict(self) -> dict[str, Any]:
        """A line of JSON, which `sayso incidents --edits` reads too."""
        return {**self.body, "id": self.id, "who": self.who, "why": self.why, "at": self.at}


def decide(connection: Connection, decision: Decision) -> None:
    """Keep what a person decided; the incidents that it is about are to be put together anew."""
    row = {name: plain(getattr(decision, name)) for name in ("id", "who", "why", "at")}
    connection.execute(insert(t.decisions), [{**row, "n": following(connection, t.decisions), "body": line(decision.body)}])
    _stale(connection, decision.body)


def take_back(connection: Connection, id: str, *, who: str, at: str) -> None:
    """Take a decision back; it stays on record.

    Raises:
        StoreError: there is none with that id, or it was taken back already.
    """
    c = t.decisions.c
    row = connection.execute(select(c.n, c.body, c.undone_at).where(c.id == plain(id))).first()
    if row is None:
        raise StoreError(f"there is no decision {id!r}; `sayso incident decisions` shows all")
    if row.undone_at:
        raise StoreError(f"decision {id} was taken back already, on {row.undone_at}")
    connection.execute(update(t.decisions).where(c.n == row.n).values(undone_by=plain(who), undone_at=at))
    _stale(connection, json.loads(row.body))


def decisions(connection: Connection, *, undone: bool = False) -> Iterator[dict[str, Any]]:
    """Decisions in the order in which they were made, as `Decision.to_dict` gives them; with those taken back only if asked."""
    c = t.decisions.c
    query = select(t.decisions).order_by(c.n)
    for row in connection.execute(query if undone else query.where(c.undone_at.is_(None))):
        again = {"undone_by": row.undone_by, "undone_at": row.undone_at} if row.undone_at else {}
        yield {**json.loads(row.body), "id": row.id, "who": row.who, "why": row.why, "at": row.at, **again}


def _stale(connection: Connection, body: Mapping[str, Any]) -> None:
    ids = [plain(one) for one in [*body.get("merge", ()), *(id for group in body.get("split", ()) for id in group)]]
    found = select(t.links.c.incident).join(t.bodies, t.bodies.c.n == t.links.c.event).where(t.bodies.c.id.in_(ids))
    stale(connection, found)
