"""The tables of slabs, and the triggers that take away those of changed events."""

from sqlalchemy import Column, Index, LargeBinary, Table, Text

from sayso.store.schema.versions import Number, metadata

SHIFT = 12  # a block has the events whose numbers are the same but for so many bits

slabs = Table(  # a column of a block's events, as the bytes of an array
    "slabs",
    metadata,
    Column("name", Text, primary_key=True),
    Column("block", Number, primary_key=True, autoincrement=False),
    Column("shape", Text, nullable=False),  # of one value: <u4 is an unsigned number of four bytes
    Column("body", LargeBinary, nullable=False),
    Index("slabs_block", "block", "name"),
)
terms = Table(  # texts that many events have in common: types, countries, days
    "terms",
    metadata,
    Column("n", Number, primary_key=True, autoincrement=False),
    Column("term", Text, nullable=False, unique=True),
)
