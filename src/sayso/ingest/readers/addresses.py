"""Lists of addresses: an address a line, each fetched and read."""

import re
from collections.abc import Iterator

from sayso.errors import InputError
from sayso.ingest.reader import Desk, Input, Record
from sayso.ingest.streams import lines

LINE = re.compile(rb"https?://\S+")
LOOK = 20
LONGEST = 4_000


def knows(given: Input) -> bool:
    """Whether the user named it and its first lines are all addresses; blank lines and notes after `#` may stand between them."""
    rows = [row.strip() for row in given.opening.splitlines()[:LOOK]]
    told = [row for row in rows if row and not row.startswith(b"#")]
    return given.picked and bool(told) and all(LINE.fullmatch(row) for row in told)


def read(given: Input, desk: Desk) -> Iterator[Record]:
    """The records of each page, in the order of the list; what can't be fetched is told and the rest goes on."""
    for number, row in enumerate(lines(given.stream, LONGEST), 1):
        address = (row or b"").decode("utf-8", "replace").strip().removeprefix("\ufeff")
        if row is None or (address and not address.startswith(("http://", "https://", "#"))):
            desk.failed(f"{given.name}:{number}", "is no address")
        elif address and not address.startswith("#"):
            try:
                yield from desk.fetched(address)
            except InputError as error:
                desk.on_failure(error)
