"""What incidents, copies and other people's events are kept in; who wrote a report by its record.

Revision ID: 0002
"""

from alembic import op
from sqlalchemy import BigInteger, Column, Float, ForeignKey, Index, Integer, MetaData, SmallInteger, Table, Text

revision = "0002"
down_revision = "0001"

metadata = MetaData()
Number = BigInteger().with_variant(Integer, "sqlite")
reports = Table("reports", metadata, Column("n", Number, primary_key=True))
bodies = Table("bodies", metadata, Column("n", Number, primary_key=True))
decisions = Table(  # of people, on what belongs together: kept whenever incidents are put together anew
    "decisions",
    metadata,
    Column("n", Number, primary_key=True, autoincrement=False),
    Column("id", Text, nullable=False, unique=True),
    Column("body", Text, nullable=False),  # {"merge": [events' ids]} or {"split": [[ids], [ids]]}
    Column("who", Text, nullable=False),
    Column("why", Text, nullable=False),
    Column("at", Text, nullable=False),
    Column("undone_by", Text),
    Column("undone_at", Text),
)

# What finding incidents and copies stands on: made from events and reports, and made anew with them.

tellings = Table(  # what events say, those that say the same as one
    "tellings",
    metadata,
    Column("n", Number, primary_key=True, autoincrement=False),
    Column("key", Text, nullable=False, unique=True),
    Column("part", Number, nullable=False),
    Column("event", Number, ForeignKey("bodies.n", ondelete="CASCADE"), nullable=False),  # one of them
    Index("tellings_part", "part"),
    Index("tellings_event", "event"),
)
blocks = Table(  # where a telling meets those that may be of one happening: of one block, on these days
    "blocks",
    metadata,
    Column("block", Number, primary_key=True),
    Column("first", Integer, primary_key=True),
    Column("telling", Number, ForeignKey("tellings.n", ondelete="CASCADE"), primary_key=True),
    Column("last", Integer, nullable=False),
    Index("blocks_telling", "telling"),
    sqlite_with_rowid=False,
)
wordings = Table(  # what is known of reports for comparing them
    "wordings",
    metadata,
    Column("report", Number, ForeignKey("reports.n", ondelete="CASCADE"), primary_key=True, nullable=False),
    Column("digest", Text, nullable=False),
    Column("length", Integer, nullable=False),
    Column("voice", Text),  # who is credited
    Column("writer", Text),  # as whom others credit the publisher
    Index("wordings_writer", "writer"),
)
samples = Table(  # of wordings: copies have some in common
    "samples",
    metadata,
    Column("key", Number, primary_key=True),
    Column("report", Number, ForeignKey("reports.n", ondelete="CASCADE"), primary_key=True, nullable=False),
    Index("samples_report", "report"),
    sqlite_with_rowid=False,
)
credits = Table("credits", metadata, Column("name", Text, primary_key=True))  # agencies and outlets that some report rests on
copies = Table(  # which reports are one story
    "copies",
    metadata,
    Column("one", Number, ForeignKey("reports.n", ondelete="CASCADE"), primary_key=True),
    Column("other", Number, ForeignKey("reports.n", ondelete="CASCADE"), primary_key=True),
    Column("cut", SmallInteger, nullable=False),  # 1 where the one is a part of the other
    Column("strength", Float, nullable=False),
    Column("reason", Text, nullable=False),
    Index("copies_other", "other"),
    sqlite_with_rowid=False,
)

imported = Table(  # events that others have coded, beside our own and never among them
    "imported",
    metadata,
    Column("n", Number, primary_key=True, autoincrement=False),
    Column("coder", Text, nullable=False),  # gdelt2, polecat
    Column("id", Text, nullable=False),
    Column("day", Text, nullable=False),
    Column("type", Text, nullable=False),
    Column("body", Text, nullable=False),
    Index("imported_id", "coder", "id", unique=True),
    Index("imported_day", "coder", "day", "n"),
)

NEW = (decisions, tellings, blocks, wordings, samples, credits, copies, imported)


def upgrade() -> None:
    """Make the new tables; decisions were of another shape, and nothing had written any."""
    for name in ("byline", "agency", "published_basis"):
        op.add_column("reports", Column(name, Text))
    op.create_index("reports_coded", "reports", ["coded"])
    op.add_column("incidents", Column("part", Number))
    op.create_index("incidents_part", "incidents", ["part"])
    op.drop_index("events_incident", "events")
    op.create_index("events_incident", "events", ["incident", "day", "n"])
    op.drop_table("decisions")
    metadata.create_all(op.get_bind(), tables=list(NEW), checkfirst=False)
    op.execute("DELETE FROM incidents")  # they belong to no part; what is written next puts them together
    op.execute("UPDATE events SET incident = NULL, origins = NULL WHERE incident IS NOT NULL")
