"""Columns of events, for counting many of them.

Revision ID: 0004
"""

from alembic import op
from sqlalchemy import BigInteger, Column, Index, Integer, LargeBinary, MetaData, Table, Text

revision = "0004"
down_revision = "0003"

SHIFT = 12
GATHERED = ("incident", "origins")
OTHERS = ("n", "report", "type", "mode", "quad", "score", "status", "day", "publisher", "place", "country", "voices", "confidence", "state")

metadata = MetaData()
Number = BigInteger().with_variant(Integer, "sqlite")
slabs = Table(
    "slabs",
    metadata,
    Column("name", Text, primary_key=True),
    Column("block", Number, primary_key=True, autoincrement=False),
    Column("shape", Text, nullable=False),
    Column("body", LargeBinary, nullable=False),
    Index("slabs_block", "block", "name"),
)
terms = Table(
    "terms",
    metadata,
    Column("n", Number, primary_key=True, autoincrement=False),
    Column("term", Text, nullable=False, unique=True),
)


def upgrade() -> None:
    """Make the tables, and the triggers that empty them."""
    bind = op.get_bind()
    metadata.create_all(bind, checkfirst=False)
    for statement in _sqlite() if bind.dialect.name == "sqlite" else _postgresql():
        op.execute(statement)


def _gone(row: str, *, gathered: bool = False) -> str:
    some = f" AND name IN ({', '.join(map(repr, GATHERED))})" if gathered else ""
    return f"DELETE FROM slabs WHERE block = {row}.n >> {SHIFT}{some};"


def _sqlite() -> list[str]:
    made = "CREATE TRIGGER slabs_{} AFTER {} ON events BEGIN {} END"
    return [
        made.format("insert", "INSERT", _gone("NEW")),
        made.format("delete", "DELETE", _gone("OLD")),
        made.format("update", f"UPDATE OF {', '.join(OTHERS)}", _gone("OLD") + _gone("NEW")),
        made.format("gather", f"UPDATE OF {', '.join(GATHERED)}", _gone("OLD", gathered=True)),
    ]


def _postgresql() -> list[str]:
    function = "CREATE FUNCTION slabs_{}() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN {} RETURN NULL; END $$"
    trigger = "CREATE TRIGGER slabs_{0} AFTER {1} ON events FOR EACH ROW EXECUTE FUNCTION slabs_{0}()"
    made = {
        "insert": ("INSERT", _gone("NEW")),
        "delete": ("DELETE", _gone("OLD")),
        "update": (f"UPDATE OF {', '.join(OTHERS)}", _gone("OLD") + _gone("NEW")),
        "gather": (f"UPDATE OF {', '.join(GATHERED)}", _gone("OLD", gathered=True)),
    }
    return [line for name, (when, what) in made.items() for line in (function.format(name, what), trigger.format(name, when))]
