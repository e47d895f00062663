"""Tar archives, read as a stream."""

import tarfile
from collections.abc import Iterator
from typing import BinaryIO, cast

from sayso.errors import InputError
from sayso.ingest.reader import Desk, Input, Record
from sayso.ingest.readers.archive_zip import is_hidden, leaves

AT, MAGIC = 257, b"ustar"


def knows(given: Input) -> bool:
    """Whether tar's mark stands in the first header."""
    return given.head[AT : AT + len(MAGIC)] == MAGIC


def read(given: Input, desk: Desk) -> Iterator[Record]:
    """The records of its files, in the order of the archive.

    Raises:
        InputError: it is cut off or damaged; what came before was read.
    """
    try:
        with tarfile.open(fileobj=given.stream, mode="r|") as archive:
            yield from desk.gathered(given.name, _parts(archive, given, desk))
    except (tarfile.TarError, EOFError) as error:
        raise InputError(f"{given.name}: is cut off or damaged ({error}); what came before was read") from error


def _parts(archive: tarfile.TarFile, given: Input, desk: Desk) -> Iterator[Input]:
    links = 0
    for part in archive:
        name = f"{given.name}!{part.name}"
        why = leaves(part.name)
        if not why and (part.isdir() or is_hidden(part.name)):
            continue
        if why:
            desk.failed(name, why)
        elif part.isfile():
            stream = archive.extractfile(part)
            if stream:
                yield given.inside(name, cast("BinaryIO", stream))
        else:
            links += 1
        vars(archive)["members"].clear()  # tarfile keeps every header, which grows without bound
    if links:
        desk.on_notice(f"{given.name}: {links:,} links and devices passed over")
