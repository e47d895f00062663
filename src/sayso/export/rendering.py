"""Annotated reports as lines of data, one report after the other, so that every process can make those of its own reports."""

import json
from collections.abc import Callable
from dataclasses import dataclass

from sayso.export.csv import cells, header, row
from sayso.export.jsonl import line
from sayso.model import AnnotatedReport


@dataclass(frozen=True, slots=True)
class Rendering:
    """A format: its first line (or none), and the lines that a report becomes, one for each of its events or one for itself.

    `table` says that the lines are rows of cells, to be packed into a table at the end.
    """

    name: str
    render: Callable[[AnnotatedReport], str]
    header: str = ""
    events: bool = True
    table: bool = False


def _events(one: AnnotatedReport) -> str:
    return "".join(line(event.to_dict()) for event in one.events)


def _rows(one: AnnotatedReport) -> str:
    return "".join(row(event) for event in one.events)


def _cells(one: AnnotatedReport) -> str:
    return "".join(json.dumps(cells(event), separators=(",", ":")) + "\n" for event in one.events)


def _whole(one: AnnotatedReport) -> str:
    return line(one.to_dict())


EVENTS = Rendering("jsonl", _events)
CSV = Rendering("csv", _rows, header())
PARQUET = Rendering("parquet", _cells, table=True)
REPORTS = Rendering("jsonl", _whole, events=False)
