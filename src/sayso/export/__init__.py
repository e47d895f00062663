"""From events to the layouts that people and their programs read: JSONL, CSV, other people's, and the schemas of what is written."""

from sayso.export.csv import COLUMNS, cells, header, row
from sayso.export.jsonl import line
from sayso.export.schema import schema

__all__ = ["COLUMNS", "cells", "header", "line", "row", "schema"]
