"""What opens the desk without a password: sessions, which browsers keep, and tokens, which programs have.

Only digests are kept. A key is 32 random bytes, so a plain SHA-256 of it is as safe as a slow hash would be.
"""

import hashlib
import secrets
from dataclasses import dataclass
from typing import Any, Literal

from sqlalchemy import Connection, Row, delete, insert, select, update

from sayso.errors import StoreError
from sayso.store.audit import noted
from sayso.store.people.users import ROLES, spelled
from sayso.store.rows.dictionary import following
from sayso.store.rows.words import plain
from sayso.store.schema.desk_tables import keys as table
from sayso.store.schema.desk_tables import users
from sayso.store.view import View
from sayso.store.writer import Writer

Kind = Literal["session", "token"]
BYTES = 32


@dataclass(frozen=True, slots=True)
class Key:
    """A key as the store knows it, and the user whom it belongs to; `role` is the most that it opens."""

    user: str
    kind: str
    name: str
    role: str
    made_at: str
    used_at: str
    ends_at: str | None
    digest: str


def make_key(writer: Writer, user: str, kind: Kind, *, at: str, ends_at: str | None, by: str, name: str = "", role: str = ROLES[-1]) -> str:
    """A new key of a user's: what is returned opens the desk, and is nowhere else.

    Raises:
        StoreError: there is no such user or role.
    """
    if role not in ROLES:
        raise StoreError(f"there is no role {role!r}; there are {', '.join(ROLES)}")
    key = secrets.token_urlsafe(BYTES)

    def work(connection: Connection) -> None:
        owner = connection.execute(select(users.c.n).where(users.c.name == spelled(user))).scalar()
        if owner is None:
            raise StoreError(f"there is no user {user!r}; `sayso users list` shows all")
        row = {"n": following(connection, table), "owner": owner, "digest": digest(key), "kind": kind, "name": plain(name), "role": role}
        connection.execute(delete(table).where(table.c.ends_at < at))
        connection.execute(insert(table), [{**row, "made_at": at, "used_at": at, "ends_at": ends_at}])
        noted(connection, at=at, who=by, action=f"{kind} begin", target=spelled(user), name=name, role=role)

    writer.transaction(work)
    return key


def find_key(view: View, key: str, kind: Kind, *, at: str) -> Key | None:
    """The key, if there is one that has not ended."""
    rows = view.rows(_joined().where(table.c.digest == digest(key), table.c.kind == kind))
    found = _key(rows[0]) if rows else None
    return found if found and (found.ends_at is None or found.ends_at > at) else None


def keys_of(view: View, user: str, kind: Kind) -> list[Key]:
    """The keys of a user, the latest first."""
    return [_key(row) for row in view.rows(_joined().where(users.c.name == spelled(user), table.c.kind == kind).order_by(table.c.n.desc()))]


def touch_key(writer: Writer, digest: str, *, at: str) -> None:
    """Note that a key was used."""
    writer.transaction(lambda connection: connection.execute(update(table).where(table.c.digest == digest).values(used_at=at)))


def end_key(writer: Writer, digest: str, *, user: str, by: str, at: str) -> None:
    """End a key of a user's; one that has ended already stays ended."""

    def work(connection: Connection) -> None:
        owner = select(users.c.n).where(users.c.name == spelled(user)).scalar_subquery()
        mine = (table.c.digest == digest, table.c.owner == owner)
        found = connection.execute(select(table.c.kind, table.c.name).where(*mine)).first()
        if found:
            connection.execute(delete(table).where(*mine))
            noted(
                connection, at=at, who=by, action=f"{found.kind} end", target=spelled(user), **({"name": found.name} if found.name else {})
            )

    writer.transaction(work)


def digest(key: str) -> str:
    """What is kept of a key."""
    return hashlib.sha256(key.encode("utf-8", "surrogatepass")).hexdigest()


def _joined() -> Any:
    k = table.c
    columns = (users.c.name.label("user"), users.c.role.label("most"), k.kind, k.name, k.role, k.made_at, k.used_at, k.ends_at, k.digest)
    return select(*columns).join(users, users.c.n == k.owner)


def _key(row: Row[Any]) -> Key:
    role = min(row.role, row.most, key=ROLES.index)
    return Key(row.user, row.kind, row.name, role, row.made_at, row.used_at, row.ends_at, row.digest)
