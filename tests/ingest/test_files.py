"""Files, folders and standard input."""

import json
from collections.abc import Callable
from datetime import date
from io import BytesIO
from pathlib import Path

import pytest

from sayso.errors import InputError
from sayso.ingest import expected, read
from sayso.model import Report

TEXT = "Police arrested two reporters in Lima."
Read = Callable[..., tuple[list[Report], list[str], list[str]]]


def test_a_plain_text_is_one_report(tmp_path: Path, reading: Read) -> None:
    path = tmp_path / "lima.txt"
    path.write_bytes(b"Police arrested\r\ntwo reporters.\n")
    reports, failures, _ = reading(path, published=date(2025, 12, 4), publisher="Harbour Post")
    assert reports == [Report("lima", "Police arrested\r\ntwo reporters.\n", date(2025, 12, 4), "Harbour Post", published_basis="given")]
    assert failures == []


def test_a_report_keeps_what_it_says_of_itself(tmp_path: Path, reading: Read) -> None:
    path = tmp_path / "x.jsonl"
    row = {
        "id": 7,
        "text": TEXT,
        "published": "2024-01-02T10:00:00Z",
        "publisher": "A",
        "title": "T",
        "url": "u",
        "language": "en",
        "byline": "Ana Quispe",
        "agency": "Wire",
        "more": [1],
    }
    path.write_text(json.dumps(row) + "\n" + json.dumps({"text": TEXT}))
    reports, failures, _ = reading(path, published=date(2025, 12, 4), publisher="B")
    assert reports[0] == Report("7", TEXT, date(2024, 1, 2), "A", "T", "u", "en", "Ana Quispe", "Wire", "stated")
    assert reports[1] == Report("x", TEXT, date(2025, 12, 4), "B", published_basis="given")
    assert failures == []


def test_a_folder_is_walked_in_order_and_the_rest_is_counted(tmp_path: Path, reading: Read) -> None:
    for name in ("b.txt", "a/z.md", "a/c.text", "d.css", "e.py", ".hidden.txt", ".git/x.txt"):
        path = tmp_path / name
        path.parent.mkdir(exist_ok=True)
        path.write_text(TEXT)
    reports, failures, notices = reading(tmp_path)
    assert [report.id for report in reports] == ["b", "c", "z"]
    assert failures == []
    assert notices == [f"{tmp_path}: 2 other files passed over: in no format that Sayso reads"]
    assert expected([tmp_path]) == 5


def test_a_folder_without_reports_is_a_failure(tmp_path: Path, reading: Read) -> None:
    assert "holds nothing that can be read" in reading(tmp_path)[1][0]


def test_repeated_names_get_the_digest_of_their_text(tmp_path: Path, reading: Read) -> None:
    for folder in ("a", "b", "c"):
        (tmp_path / folder).mkdir()
        (tmp_path / folder / "x.txt").write_text(TEXT)
    digest = Report("", TEXT).digest[:8]
    assert [report.id for report in reading(tmp_path)[0]] == ["x", f"x-{digest}", f"x-{digest}-2"]


JSONS = {
    "one object": json.dumps({"id": "a", "text": TEXT}),
    "one object over lines": json.dumps({"id": "a", "text": TEXT}, indent=2),
    "a list": json.dumps([{"id": "a", "text": TEXT}], indent=2),
    "one a line": json.dumps({"id": "a", "text": TEXT}) + "\n\n",
    "blank lines first": "\n \n" + json.dumps({"id": "a", "text": TEXT}),
}


@pytest.mark.parametrize("content", JSONS.values(), ids=JSONS)
@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16"])
def test_json_of_all_shapes(tmp_path: Path, reading: Read, content: str, encoding: str) -> None:
    path = tmp_path / "x.json"
    path.write_bytes(content.encode(encoding))
    assert reading(path) == ([Report("a", TEXT)], [], [])


@pytest.mark.parametrize("name", ["x", "x.txt", "x.jsonl", "x.dat"])
def test_json_is_known_by_its_content(tmp_path: Path, reading: Read, name: str) -> None:
    path = tmp_path / name
    path.write_text("".join(json.dumps({"id": key, "text": TEXT}) + "\n" for key in "ab"))
    assert [report.id for report in reading(path)[0]] == ["a", "b"]


def test_a_text_may_begin_with_a_brace(tmp_path: Path, reading: Read) -> None:
    path = tmp_path / "x.txt"
    path.write_text("{Updated} " + TEXT)
    assert reading(path)[0][0].text == "{Updated} " + TEXT


@pytest.mark.parametrize(
    ("content", "ids"),
    [
        (TEXT.encode(), ["stdin"]),
        (b'{"id": "a", "text": "x"}\n{"id": "b", "text": "y"}\n', ["a", "b"]),
        (b'{\n"id": "a",\n"text": "x"}', ["a"]),
    ],
)
def test_standard_input(reading: Read, content: bytes, ids: list[str]) -> None:
    reports, failures, _ = reading("-", stdin=BytesIO(content))
    assert [report.id for report in reports] == ids
    assert failures == []
    assert expected(["-"]) is None


BAD_FILES = {
    "empty": (b"", "is empty"),
    "blank": (b" \n\r\n\t", "is empty"),
    "only a mark": (b"\xef\xbb\xbf", "is empty"),
    "binary": (b"\x7fELF\0\0\0\0 and more", "is binary"),
    "damaged": ("Malmö, Köln, Århus, São Paulo ".encode() + b"\xc3(", "is damaged"),
}


@pytest.mark.parametrize(("content", "reason"), BAD_FILES.values(), ids=BAD_FILES)
def test_a_bad_file_is_told_and_the_rest_goes_on(tmp_path: Path, reading: Read, content: bytes, reason: str) -> None:
    bad, good = tmp_path / "bad.txt", tmp_path / "good.txt"
    bad.write_bytes(content)
    good.write_text(TEXT)
    reports, failures, _ = reading(bad, tmp_path / "none.txt", good)
    assert [report.id for report in reports] == ["good"]
    assert failures[0].startswith(f"{bad}: {reason}")
    assert failures[1] == f"{tmp_path / 'none.txt'}: can't be read: No such file or directory"


BAD_LINES = {
    "malformed": ("{bad", "not valid JSON: Expecting property name enclosed in double quotes"),
    "cut off": ('{"text": "abc', "not valid JSON: Unterminated string"),
    "no object": ("[1]", "a report must be a JSON object"),
    "a string": ('"text"', "a report must be a JSON object"),
    "no text": ('{"id": "a"}', 'has no "text"'),
    "null text": ('{"id": "a", "text": null}', 'has no "text"'),
    "text a number": ('{"text": 5}', '"text" must be a string, not a number'),
    "text a list": ('{"text": ["a"]}', '"text" must be a string, not a list'),
    "bad date": ('{"text": "x", "published": "yesterday"}', "\"published\": 'yesterday' is no date"),
    "date a number": ('{"text": "x", "published": 20251204}', '"published" must be a string, not a number'),
    "bad id": ('{"text": "x", "id": {}}', '"id" must be a string, not an object'),
    "bad title": ('{"text": "x", "title": true}', '"title" must be a string, not true or false'),
    "too deep": ('{"text": ' + "[" * 100_000, "not valid JSON: nested too deeply"),
    "a long number": ('{"text": ' + "1" * 5000 + "}", "Exceeds the limit"),
}


@pytest.mark.parametrize(("line", "reason"), BAD_LINES.values(), ids=BAD_LINES)
def test_a_bad_line_is_told_with_its_number_and_the_rest_goes_on(tmp_path: Path, reading: Read, line: str, reason: str) -> None:
    path = tmp_path / "x.jsonl"
    good = json.dumps({"id": "good", "text": TEXT})
    path.write_text(f"{good}\n\n{line}\n{good}\n")
    reports, failures, _ = reading(path)
    assert len(reports) == 2
    assert failures[0].startswith(f"{path}:3: {reason}")
    assert len(failures) == 1


def test_lone_surrogates_are_kept(tmp_path: Path, reading: Read) -> None:
    path = tmp_path / "x.jsonl"
    path.write_text('{"text": "a \\ud800 b \\ud83d\\ude00"}')
    report = reading(path)[0][0]
    assert report.text == "a \ud800 b 😀"


def test_a_binary_jsonl_is_one_failure(tmp_path: Path, reading: Read) -> None:
    path = tmp_path / "x.jsonl"
    path.write_bytes(b"\x7fELF\0\n\n\n" * 100)
    assert reading(path) == ([], [f"{path}: is binary, not text (it holds NUL bytes)"], [])


def test_an_id_that_was_given_before_is_told_and_changed(tmp_path: Path, reading: Read) -> None:
    path = tmp_path / "x.jsonl"
    path.write_text("".join(json.dumps({"id": "a", "text": text}) + "\n" for text in (TEXT, "Another text.", TEXT)))
    reports, failures, notices = reading(path)
    first, other = Report("", TEXT).digest[:8], Report("", "Another text.").digest[:8]
    assert [report.id for report in reports] == ["a", f"a-{other}", f"a-{first}"]
    assert notices == [
        f"{path}:2: its id 'a' was given before; it goes by 'a-{other}'",
        f"{path}:3: its id 'a' was given before; it goes by 'a-{first}'",
    ]
    assert failures == []


def test_malformed_lines_of_an_unnamed_kind_are_told_one_by_one(reading: Read) -> None:
    content = b'{"id": "a", "text": "x\n{"id": "b", "text": "y"}\n'
    reports, failures, _ = reading("-", stdin=BytesIO(content))
    assert [report.id for report in reports] == ["b"]
    assert failures[0].startswith("standard input:1: not valid JSON")


def test_reading_is_lazy(tmp_path: Path) -> None:
    path = tmp_path / "x.jsonl"
    path.write_text((json.dumps({"id": "a", "text": TEXT}) + "\n") * 3 + "{bad\n")
    failures: list[InputError] = []
    reports = read([path], on_failure=failures.append)
    assert next(reports).id == "a"
    assert failures == []


def test_expected_counts_lines(tmp_path: Path) -> None:
    path = tmp_path / "x.jsonl"
    path.write_text("{}\n" * 5)
    assert expected([path, tmp_path / "none.jsonl"]) is None
    assert expected([path]) == 5


@pytest.mark.parametrize("data", [b"\0\x1f\x8b\x08\0", b"\xff\xfe\xfd7zXZ\0\0\x04\xe6\xd6\xb4\xdc" * 9])
def test_what_only_looks_like_a_wide_encoding_is_told(reading: Read, data: bytes) -> None:
    reports, failures, _ = reading("-", stdin=BytesIO(data))
    assert (reports, len(failures)) == ([], 1)
