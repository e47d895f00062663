"""CSV and Parquet."""

import csv
import io
from collections.abc import Callable
from datetime import UTC, date, datetime
from pathlib import Path
from typing import Any

import pyarrow
import pytest
from pyarrow import parquet

from sayso.export.report_table import write_reports
from sayso.model import Report

Bytes = Callable[..., tuple[list[Any], list[str], list[str]]]
TEXT = 'Police said: "two, or three".\n\nIt rained; é.'


def table(rows: list[list[str]], delimiter: str = ",") -> str:
    out = io.StringIO()
    csv.writer(out, delimiter=delimiter).writerows(rows)
    return out.getvalue()


@pytest.mark.parametrize("delimiter", [",", ";", "\t", "|"])
@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "cp1252"])
@pytest.mark.parametrize("name", ["x.csv", "unnamed"])
def test_a_row_is_a_report(reading_bytes: Bytes, delimiter: str, encoding: str, name: str) -> None:
    rows = [["doc_id", "Body", "Date", "Outlet"], ["1", TEXT, "2025-12-04", "Harbour Post"], ["2", TEXT, "", "NaN"]]
    reports, failures, _ = reading_bytes(table(rows, delimiter).encode(encoding), name)
    assert failures == []
    assert [(r.id, r.text, r.published, r.publisher) for r in reports] == [
        ("1", TEXT, date(2025, 12, 4), "Harbour Post"),
        ("2", TEXT, None, None),
    ]


def test_the_order_of_numbers_in_a_day_can_be_told(reading_bytes: Bytes) -> None:
    data = table([["text", "When"], [TEXT, "04/12/2025"], [TEXT, "4 Dec 2025"]]).encode()
    reports, failures, notices = reading_bytes(data, "x.csv", columns={"published:dmy": "When"})
    assert ([r.published for r in reports], failures, notices[:1]) == ([date(2025, 12, 4)] * 2, [], [])
    _, failures, _ = reading_bytes(data, "x.csv", columns={"published": "When"})
    assert "published:mdy=NAME" in failures[0]


def test_a_column_of_days_that_is_not_read_is_told(reading_bytes: Bytes) -> None:
    data = table([["text", "No", "When"], [TEXT, "20251204", "04/12/2025"], [TEXT, "20251205", "05/12/2025"]]).encode()
    _, _, notices = reading_bytes(data, "x.csv")
    assert notices[0] == "x.csv: its reports have no day; if 'When' holds it, say so with --columns published=When"
    assert not any("have no day" in notice for notice in notices[1:])


def test_columns_name_the_columns(reading_bytes: Bytes) -> None:
    rows = [["A", "B", "text"], ["Police arrested two.", "2025-12-04", "a note"]]
    columns = {"text": "A", "published": "B"}
    report = reading_bytes(table(rows).encode(), "x.csv", columns=columns)[0][0]
    assert (report.text, str(report.published)) == ("Police arrested two.", "2025-12-04")


def test_a_table_without_a_known_column_of_texts_says_how_to_tell(reading_bytes: Bytes) -> None:
    told = "x.csv: no column is known to hold the texts; tell which with --columns text=NAME (there are A, B)"
    assert reading_bytes(b"A,B\n1,2\n", "x.csv")[1] == [told]


def test_a_bad_row_is_told_with_its_line_and_the_rest_goes_on(reading_bytes: Bytes) -> None:
    rows = [["text", "date"], [TEXT, "soon"], ["Police arrested two.", "2025-12-04"]]
    reports, failures, _ = reading_bytes(table(rows).encode(), "x.csv")
    assert [report.text for report in reports] == ["Police arrested two."]
    assert failures == ["x.csv:4: \"published\": 'soon' is no date; write it as 2025-12-04 or 2025-12-04T10:00:00Z"]


def test_a_byte_that_cannot_be_read_is_told_with_its_line(reading_bytes: Bytes) -> None:
    rows = [["text", "date"], *[["Police arrested two.", "2025-12-04"]] * 3000]
    reports, failures, _ = reading_bytes(table(rows).encode() + b"caf\xe9,2025-12-04\n", "x.csv")
    assert len(reports) == 3000
    assert failures[0].startswith("x.csv:3001: can't be read on (")


def test_prose_with_commas_is_no_table(reading_bytes: Bytes) -> None:
    text = "In Lima, police arrested two, then three.\nIn Quito, nobody.\n"
    assert reading_bytes(text.encode(), "x.txt")[0][0].text == text


def test_parquet(tmp_path: Path, reading_bytes: Bytes) -> None:
    path = tmp_path / "y"
    rows = {"Body": [TEXT, "Second."], "id": [1, 2], "published": [datetime(2025, 12, 4, 10, tzinfo=UTC), None], "more": [[1], []]}
    parquet.write_table(pyarrow.table(rows), path)
    data = path.read_bytes()
    reports, failures, _ = reading_bytes(data, "x")
    assert failures == []
    assert [(r.id, r.text, r.published) for r in reports] == [("1", TEXT, date(2025, 12, 4)), ("2", "Second.", None)]
    for cut in (len(data) // 2, 10):
        reports, failures, _ = reading_bytes(data[:cut], "x")
        assert reports == []
        assert failures[0].startswith("x: is damaged or no Parquet (")


def test_what_was_written_as_parquet_is_read_as_it_was(tmp_path: Path, reading_bytes: Bytes) -> None:
    given = [Report(str(n), TEXT + str(n), date(2025, 12, 4), "Harbour Post", "T", "u", "en", "Ana", "Wire", "meta") for n in range(1200)]
    given.append(Report("bare", "a \ud800 b"))
    write_reports(tmp_path / "y", [report.to_dict() for report in given])
    reports, failures, _ = reading_bytes((tmp_path / "y").read_bytes(), "x")
    assert failures == []
    assert reports[:-1] == given[:-1]
    assert reports[-1].text == "a ? b"
