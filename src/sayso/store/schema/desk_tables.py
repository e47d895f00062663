"""The tables of people at the desk: who may do what, who did what, and what they watch for.

No row of `tables` refers to these: a database gives the same events with and without them.
"""

from sqlalchemy import Column, ForeignKey, Index, Integer, Table, Text

from sayso.store.schema.versions import Number, metadata


def _row() -> "Column[int]":
    return Column("n", Number, primary_key=True, autoincrement=False)


def _of(name: str, target: str, *, key: bool = False) -> "Column[int]":
    """The row that this one belongs to, and goes with."""
    return Column(name, Number, ForeignKey(target, ondelete="CASCADE"), primary_key=key, nullable=False)


users = Table(
    "users",
    metadata,
    _row(),
    Column("name", Text, nullable=False, unique=True),
    Column("role", Text, nullable=False),  # reader, reviewer or admin
    Column("password", Text),  # its Argon2 hash; none for those whom a proxy vouches for
    Column("made_at", Text, nullable=False),
)
keys = Table(  # of sessions and of programs; a key itself is with its owner alone
    "keys",
    metadata,
    _row(),
    _of("owner", "users.n"),
    Column("digest", Text, nullable=False, unique=True),
    Column("kind", Text, nullable=False),  # session or token
    Column("name", Text, nullable=False),
    Column("role", Text, nullable=False),  # the most that it opens; the user's own role bounds it too
    Column("made_at", Text, nullable=False),
    Column("used_at", Text, nullable=False),
    Column("ends_at", Text),
    Index("keys_owner", "owner"),
)
audit = Table(
    "audit",
    metadata,
    _row(),
    Column("at", Text, nullable=False),
    Column("who", Text, nullable=False),
    Column("action", Text, nullable=False),
    Column("target", Text, nullable=False),
    Column("detail", Text, nullable=False),
    Index("audit_who", "who", "n"),
    Index("audit_target", "target", "n"),
)
watchlists = Table(
    "watchlists",
    metadata,
    _row(),
    Column("id", Text, nullable=False, unique=True),
    Column("name", Text, nullable=False),
    Column("owner", Text, nullable=False),
    Column("wanted", Text, nullable=False),  # the filter, as JSON
    Column("made_at", Text, nullable=False),
)
webhooks = Table(
    "webhooks",
    metadata,
    _row(),
    _of("watchlist", "watchlists.n"),
    Column("id", Text, nullable=False, unique=True),
    Column("url", Text, nullable=False),
    Column("seen", Text, nullable=False),  # how the database was when all had been sent
    Column("failures", Integer, nullable=False),  # in a row
    Column("trouble", Text),
    Column("next_at", Text),  # not to be tried before
    Column("made_at", Text, nullable=False),
    Index("webhooks_watchlist", "watchlist"),
)
deliveries = Table(  # an event is delivered once, however often it is coded anew
    "deliveries",
    metadata,
    _of("webhook", "webhooks.n", key=True),
    Column("event", Text, primary_key=True),
    Column("at", Text, nullable=False),
    sqlite_with_rowid=False,
)
