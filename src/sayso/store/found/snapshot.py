"""Snapshots: a database as it was at a version, named `v42`; and what has changed since.

`view.at(snapshot)` reads it: rows that have changed or gone since are kept beside those that hold (`sayso.store.schema.past`).
"""

import re
from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

from sqlalchemy import Connection, func, select, text

from sayso.errors import StoreError
from sayso.store.schema import tables as t
from sayso.store.schema.versions import last, versions

HELD = "since <= :at AND until > :at"  # then, and no longer
NAMED = re.compile(r"v(?P<version>\d{1,18})")


@dataclass(frozen=True, slots=True)
class Since:
    """What has happened since a snapshot, none of which it shows: reports added and coded anew, corrections made and undone.

    `made` is when its version was made (None where that is older than versions are), `anything` whether any version came later.
    """

    made: str | None
    anything: bool
    added: int
    recoded: int
    corrected: int
    undone: int


def version_of(named: str) -> int:
    """The version that a snapshot is of.

    Raises:
        StoreError: none is written like that.
    """
    found = NAMED.fullmatch(named)
    if not found:
        raise StoreError(f"{named!r} names no snapshot; they look like v42")
    return int(found["version"])


def now(connection: Connection) -> str:
    """The snapshot of the present moment: `view.ask(now)`."""
    return f"v{last(connection)}"


def since(named: str) -> Callable[[Connection], Since]:
    """What has happened since a snapshot; to be asked of the present: `view.ask(since(named))`."""
    at = version_of(named)

    def asked(connection: Connection) -> Since:
        made = connection.execute(select(versions.c.at).where(versions.c.n == at)).scalar()
        r, c = t.reports.c, t.corrections.c
        new = [text(f"n NOT IN (SELECT n FROM past_{name} WHERE {HELD})").bindparams(at=at) for name in ("reports", "corrections")]
        ended = text(f"SELECT count(DISTINCT report) FROM past_annotations WHERE {HELD}").bindparams(at=at)
        undone = text(f"SELECT count(*) FROM past_corrections WHERE {HELD} AND undone_at IS NOT NULL").bindparams(at=at)
        return Since(
            made=made,
            anything=last(connection) > at,
            added=_count(connection, r.since > at, new[0]),
            recoded=int(connection.execute(ended).scalar_one()),
            corrected=_count(connection, c.since > at, new[1]),
            undone=_count(connection, c.since > at, c.undone_at.is_not(None)) - int(connection.execute(undone).scalar_one()),
        )

    return asked


def _count(connection: Connection, *where: Any) -> int:
    return int(connection.execute(select(func.count()).where(*where)).scalar_one())
