"""Which formats are read: the list, and the choice by content."""

from collections.abc import Iterator, Mapping

from sayso.errors import InputError, UnknownFormatError
from sayso.ingest.reader import Desk, Fetch, Input, OnFailure, OnNotice, Reader, Record
from sayso.ingest.readers import (
    addresses,
    archive_tar,
    archive_zip,
    compressed,
    feed,
    html,
    json,
    mail,
    newsml,
    parquet,
    pdf,
    table,
    text,
    warc,
)

DEEPEST = 5  # archives within archives; WACZ needs three

# The first that knows a content reads it: formats with a signature before those that are known by their looks, plain text at the end.
READERS: tuple[Reader, ...] = (
    compressed,
    archive_zip,
    archive_tar,
    warc,
    parquet,
    pdf,
    newsml,
    feed,
    html,
    json,
    addresses,
    mail,
    table,
    text,
)


def records(given: Input, desk: Desk) -> Iterator[Record]:
    """The records of an input, by the first reader that knows its content.

    Raises:
        InputError: the input as a whole, or the rest of it, can't be read.
    """
    if given.depth > DEEPEST:
        raise InputError(f"{given.name}: lies in more than {DEEPEST} archives within each other; unpack the outer ones first")
    for reader in READERS:
        if reader.knows(given):
            yield from reader.read(given, desk)
            return
    raise UnknownFormatError(f"{given.name}: is in no format that Sayso reads")


def desk_for(on_failure: OnFailure, on_notice: OnNotice, columns: Mapping[str, str], fetch: Fetch | None = None) -> Desk:
    """A desk at which what lies in archives is read by the same list."""

    def inside(given: Input) -> Iterator[Record]:
        return records(given, made)

    made = Desk(on_failure, on_notice, columns, inside, fetch)
    return made
