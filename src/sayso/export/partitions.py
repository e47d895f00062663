"""Events as Parquet files parted by the month of their reports: `year=2025/month=12/NAME.parquet`, on any file system."""

import json
from typing import Any

from sayso.errors import OutputError
from sayso.export.csv import cells
from sayso.export.flat import COMPRESSION, fields, sound
from sayso.export.jsonl import line
from sayso.model import AnnotatedReport

TOGETHER = 2_000  # rows of a file that are held in memory
UNKNOWN = "unknown"
EVENT = "event"  # the column that holds the event as JSONL has it, to the byte
Written = dict[str, Any]


def rendered(one: AnnotatedReport) -> str:
    """The events of a report as lines for `Partitions`: the partition, the event as JSONL has it, and its cells."""
    published = one.report.published
    where = (f"{published.year:04d}", f"{published.month:02d}") if published else (UNKNOWN, UNKNOWN)
    rows = ([*where, line(event.to_dict()).rstrip("\n"), *cells(event)] for event in one.events)
    return "".join(json.dumps(row, separators=(",", ":")) + "\n" for row in rows)


class Partitions:
    """Files of one name, one in each partition; each is there when all of them are closed, or not at all.

    Writing the same again under the same name changes nothing, so that work that was lost half way can be done anew.
    """

    def __init__(self, root: str, name: str) -> None:
        """Take a folder or its address, and a name without ending.

        Raises:
            OutputError: there is no such file system.
        """
        self._system, self._root = system(root)
        self._name = name
        self._writers: dict[str, Any] = {}
        self._waiting: dict[str, list[list[Any]]] = {}
        self._rows: dict[str, int] = {}

    def write(self, lines: str) -> None:
        """Write what `rendered` gave."""
        for row in map(json.loads, lines.splitlines()):
            year, month, *rest = row
            where = f"year={year}/month={month}"
            waiting = self._waiting.setdefault(where, [])
            waiting.append(rest)
            if len(waiting) >= TOGETHER:
                self._flush(where)

    def close(self) -> list[Written]:
        """Put all files into their places. Gives name (inside the folder) and rows of each."""
        for where in list(self._waiting):
            self._flush(where)
        for where, writer in self._writers.items():
            writer.close()
            self._system.move(self._part(where), self._place(where))
        return [{"name": f"{where}/{self._name}.parquet", "rows": self._rows[where]} for where in sorted(self._rows)]

    def _flush(self, where: str) -> None:
        import pyarrow
        from pyarrow.parquet import ParquetWriter

        schema = pyarrow.schema([(EVENT, pyarrow.string()), *fields(pyarrow)])
        if where not in self._writers:
            self._system.create_dir(f"{self._root}/{where}", recursive=True)
            self._writers[where] = ParquetWriter(self._part(where), schema, filesystem=self._system, compression=COMPRESSION)
        rows = self._waiting.pop(where)
        columns = [pyarrow.array([sound(row[i]) for row in rows], field.type) for i, field in enumerate(schema)]
        self._writers[where].write_table(pyarrow.Table.from_arrays(columns, schema=schema))
        self._rows[where] = self._rows.get(where, 0) + len(rows)

    def _part(self, where: str) -> str:
        return f"{self._root}/{where}/.{self._name}.part"  # readers of tables leave hidden files alone

    def _place(self, where: str) -> str:
        return f"{self._root}/{where}/{self._name}.parquet"


def system(root: str) -> tuple[Any, str]:
    """The file system of a folder or an address, and the path in it.

    Raises:
        OutputError: there is none.
    """
    from pathlib import Path

    from pyarrow.fs import FileSystem, LocalFileSystem

    if "://" not in root:
        return LocalFileSystem(), str(Path(root).resolve())
    try:
        found, path = FileSystem.from_uri(root)
    except (OSError, ValueError) as error:
        raise OutputError(f"{root}: can't be written: {error}") from error
    return found, path.rstrip("/")


def put(root: str, name: str, text: str) -> None:
    """Write a small file in a folder, in one step."""
    found, path = system(root)
    place = f"{path}/{name}"
    found.create_dir(place.rpartition("/")[0], recursive=True)
    part = f"{place.rpartition('/')[0]}/.{place.rpartition('/')[2]}.part"
    with found.open_output_stream(part) as file:
        file.write(text.encode())
    found.move(part, place)


def got(root: str, name: str) -> str | None:
    """The text of a small file in a folder; None where there is none."""
    from pyarrow.fs import FileType

    found, path = system(root)
    if found.get_file_info(f"{path}/{name}").type is not FileType.File:
        return None
    with found.open_input_stream(f"{path}/{name}") as file:
        return bytes(file.read()).decode()


def digest(root: str, name: str) -> dict[str, Any]:
    """The size and SHA-256 of a file in a folder."""
    import hashlib

    found, path = system(root)
    total, size = hashlib.sha256(), 0
    with found.open_input_stream(f"{path}/{name}") as file:
        while chunk := file.read(1 << 20):
            total.update(chunk)
            size += len(chunk)
    return {"bytes": size, "sha256": total.hexdigest()}
