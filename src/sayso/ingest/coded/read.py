"""Files of others' events, row by row."""

from collections import Counter
from collections.abc import Callable, Iterator, Mapping
from pathlib import Path
from typing import TextIO

from sayso.errors import InputError
from sayso.ingest.coded import gdelt, polecat
from sayso.ingest.coded.codes import Codes, Row
from sayso.lexicon.foreign import Foreign
from sayso.model import Event

Made = Callable[[Row, Codes], Event | str]

FORMATS: Mapping[str, Made] = {"gdelt2": gdelt.event, "polecat": polecat.event}
SPARE = 3  # columns more or less than there should be: trailing tabs, and a column that some releases have


def read(path: str, form: str, foreign: Foreign, *, on_failure: Callable[[InputError], None], left_out: Counter[str]) -> Iterator[Event]:
    """The events of a file in one of `FORMATS`, with or without a header; what has no counterpart is counted in `left_out`.

    Raises:
        InputError: the file can't be read.
    """
    codes = Codes.of(foreign)
    try:
        with Path(path).open(encoding="utf-8", errors="replace", newline="\n") as stream:
            for row in _rows(stream, path, foreign.columns[form], on_failure):
                made = FORMATS[form](row, codes)
                if isinstance(made, str):
                    left_out[made] += 1
                else:
                    yield made
    except OSError as error:
        raise InputError(f"{path}: can't be read: {error.strerror or error}") from error


def _rows(stream: TextIO, path: str, columns: tuple[str, ...], on_failure: Callable[[InputError], None]) -> Iterator[Row]:
    """Each row by the names of its columns: those of a header where there is one, in any order, else the published ones."""
    names = columns
    for n, text in enumerate(stream, 1):
        cells = text.rstrip("\r\n").split("\t")
        if n == 1 and columns[0] in cells:
            names = tuple(cells)
        elif abs(len(cells) - len(names)) > SPARE:
            on_failure(InputError(f"{path}:{n}: has {len(cells)} columns, not {len(names)}: is this the right format?"))
        elif any(cells):
            yield dict(zip(names, cells, strict=False))
