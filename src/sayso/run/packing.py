"""Lines of rows packed into the file that is asked for, and what a finished file is known by."""

import json
import os
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from sayso.export.rendering import Rendering
from sayso.run.inputs import sha256


def packed(lines: Path, rendering: Rendering) -> Path:
    """The finished file: the lines themselves, or for a table a Parquet file beside them, which takes no more memory than a row group.

    Raises:
        OSError: the disk is full, or fails.
    """
    if not rendering.table:
        return lines
    from sayso.export.flat import parquet  # needs the layouts of others, which are heavy

    made = lines.with_suffix(".packed")
    try:
        with made.open("wb") as file:
            for piece in parquet(_rows(lines)):
                file.write(piece)
            file.flush()
            os.fsync(file.fileno())
    except BaseException:
        made.unlink(missing_ok=True)
        raise
    return made


def digested(file: Path) -> dict[str, Any]:
    """Its size and digest, as the manifest has them."""
    return {"bytes": file.stat().st_size, "sha256": sha256(file)}


def _rows(lines: Path) -> Iterator[list[Any]]:
    with lines.open("rb") as file:
        yield from map(json.loads, file)
