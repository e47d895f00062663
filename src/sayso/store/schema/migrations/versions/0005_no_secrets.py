"""Webhooks without secrets: these are made from a key outside the database. An index by which words find the newest events.

Revision ID: 0005
"""

from alembic import op
from sqlalchemy import text

revision = "0005"
down_revision = "0004"
TROUBLE = "has another secret since the database was upgraded; stop it, and make it anew"


def upgrade() -> None:
    """Wipe the secrets, and tell so."""
    bind = op.get_bind()
    if bind.dialect.name == "sqlite":
        op.execute("PRAGMA secure_delete=ON")  # so that no free page keeps them
    bind.execute(text("UPDATE webhooks SET secret = '', trouble = :told, failures = 1"), {"told": TROUBLE})
    op.drop_column("webhooks", "secret")
    op.drop_index("events_passage", "events")
    op.create_index("events_passage", "events", ["passage", "day", "n"])
