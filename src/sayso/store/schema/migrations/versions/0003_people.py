"""Users and their keys, the audit, watchlists and their webhooks.

Revision ID: 0003
"""

from alembic import op
from sqlalchemy import BigInteger, Column, ForeignKey, Index, Integer, MetaData, Table, Text

revision = "0003"
down_revision = "0002"

metadata = MetaData()
Number = BigInteger().with_variant(Integer, "sqlite")


def _row() -> "Column[int]":
    return Column("n", Number, primary_key=True, autoincrement=False)


def _of(name: str, target: str, *, key: bool = False) -> "Column[int]":
    return Column(name, Number, ForeignKey(target, ondelete="CASCADE"), primary_key=key, nullable=False)


users = Table(
    "users",
    metadata,
    _row(),
    Column("name", Text, nullable=False, unique=True),
    Column("role", Text, nullable=False),
    Column("password", Text),
    Column("made_at", Text, nullable=False),
)
keys = Table(
    "keys",
    metadata,
    _row(),
    _of("owner", "users.n"),
    Column("digest", Text, nullable=False, unique=True),
    Column("kind", Text, nullable=False),
    Column("name", Text, nullable=False),
    Column("role", Text, nullable=False),
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
    Column("wanted", Text, nullable=False),
    Column("made_at", Text, nullable=False),
)
webhooks = Table(
    "webhooks",
    metadata,
    _row(),
    _of("watchlist", "watchlists.n"),
    Column("id", Text, nullable=False, unique=True),
    Column("url", Text, nullable=False),
    Column("secret", Text, nullable=False),
    Column("seen", Text, nullable=False),
    Column("failures", Integer, nullable=False),
    Column("trouble", Text),
    Column("next_at", Text),
    Column("made_at", Text, nullable=False),
    Index("webhooks_watchlist", "watchlist"),
)
deliveries = Table(
    "deliveries",
    metadata,
    _of("webhook", "webhooks.n", key=True),
    Column("event", Text, primary_key=True),
    Column("at", Text, nullable=False),
    sqlite_with_rowid=False,
)


def upgrade() -> None:
    """Make the tables."""
    metadata.create_all(op.get_bind(), checkfirst=False)
