"""Who may use the desk, and as what. Passwords come hashed: what hashes them is no matter of the store's."""

import re
import unicodedata
from dataclasses import dataclass
from typing import Any

from sqlalchemy import Connection, Row, delete, func, insert, select, update

from sayso.errors import StoreError
from sayso.store.audit import noted
from sayso.store.rows.dictionary import following
from sayso.store.schema.desk_tables import keys
from sayso.store.schema.desk_tables import users as table
from sayso.store.view import View
from sayso.store.writer import Writer

ROLES = ("reader", "reviewer", "admin")  # each may do what those before it may
NAME = re.compile(r"[^\W_][\w.@+-]{0,63}")


@dataclass(frozen=True, slots=True)
class User:
    """Somebody with an account; without a password only a proxy can vouch for them."""

    name: str
    role: str
    password: str | None
    made_at: str


def users(view: View) -> list[User]:
    """All users, by name."""
    return [_user(row) for row in view.rows(select(table).order_by(table.c.name))]


def user(view: View, name: str) -> User | None:
    """The user of a name, if there is one."""
    rows = view.rows(select(table).where(table.c.name == spelled(name)))
    return _user(rows[0]) if rows else None


def acceptable(name: str, role: str) -> tuple[str, str]:
    """The name and the role of an account that may be made, as they are kept.

    Raises:
        StoreError: the name is none, or there is no such role.
    """
    return _named(name), _role(role)


def known(view: View, name: str) -> User:
    """The user of a name.

    Raises:
        StoreError: there is no such user.
    """
    return view.ask(lambda connection: _user(_found(connection, name)))


def add_user(writer: Writer, name: str, role: str, password: str | None, *, by: str, at: str) -> None:
    """Make an account.

    Raises:
        StoreError: the name is taken or is none, or there is no such role.
    """
    name, role = acceptable(name, role)

    def work(connection: Connection) -> None:
        if connection.execute(select(table.c.n).where(table.c.name == name)).first():
            raise StoreError(f"there is a user {name!r} already; `sayso users role` and `sayso users password` change an account")
        row = {"n": following(connection, table), "name": name, "role": role, "password": password, "made_at": at}
        connection.execute(insert(table), [row])
        noted(connection, at=at, who=by, action="user add", target=name, role=role)

    writer.transaction(work)


def set_role(writer: Writer, name: str, role: str, *, by: str, at: str) -> None:
    """Give a user another role, at once.

    Raises:
        StoreError: there is no such user or role, or nobody would be admin.
    """
    wanted = _role(role)

    def work(connection: Connection) -> None:
        found = _found(connection, name)
        if wanted != ROLES[-1]:
            _others(connection, found)
        connection.execute(update(table).where(table.c.n == found.n).values(role=wanted))
        noted(connection, at=at, who=by, action="user role", target=found.name, role=wanted, before=found.role)

    writer.transaction(work)


def set_password(writer: Writer, name: str, password: str, *, by: str, at: str) -> None:
    """Give a user another password (hashed); all sessions of theirs end, tokens stay.

    Raises:
        StoreError: there is no such user.
    """

    def work(connection: Connection) -> None:
        found = _found(connection, name)
        connection.execute(update(table).where(table.c.n == found.n).values(password=password))
        connection.execute(delete(keys).where(keys.c.owner == found.n, keys.c.kind == "session"))
        noted(connection, at=at, who=by, action="user password", target=found.name)

    writer.transaction(work)


def remove_user(writer: Writer, name: str, *, by: str, at: str) -> None:
    """Take an account away with its sessions and tokens; what its user did stays on record.

    Raises:
        StoreError: there is no such user, or nobody would be admin.
    """

    def work(connection: Connection) -> None:
        found = _found(connection, name)
        _others(connection, found)
        connection.execute(delete(table).where(table.c.n == found.n))
        noted(connection, at=at, who=by, action="user remove", target=found.name)

    writer.transaction(work)


def spelled(name: str) -> str:
    """A name as it is compared: without case, and in one form where characters can be composed."""
    return unicodedata.normalize("NFKC", name).strip().casefold()


def _named(name: str) -> str:
    if not NAME.fullmatch(unicodedata.normalize("NFKC", name).casefold()):
        raise StoreError(f"{name!r} can't be a user's name: letters, digits and . @ + - _, at most 64, a letter or digit first")
    return spelled(name)


def _role(role: str) -> str:
    if role not in ROLES:
        raise StoreError(f"there is no role {role!r}; there are {', '.join(ROLES)}")
    return role


def _found(connection: Connection, name: str) -> Any:
    row = connection.execute(select(table).where(table.c.name == spelled(name))).first()
    if row is None:
        raise StoreError(f"there is no user {name!r}; `sayso users list` shows all")
    return row


def _others(connection: Connection, user: Any) -> None:
    """Make sure that somebody else is admin, where this one is."""
    others = select(func.count()).where(table.c.role == ROLES[-1], table.c.n != user.n)
    if user.role == ROLES[-1] and not connection.execute(others).scalar_one():
        raise StoreError(f"{user.name} is the only admin; make somebody else admin first")


def _user(row: Row[Any]) -> User:
    return User(row.name, row.role, row.password, row.made_at)
