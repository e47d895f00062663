"""The receipts of runs: what they tell, what `verify` makes of them, and runs that stop half way."""

import csv
import errno
import json
import os
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from pyarrow import parquet
from typer.testing import Result

from sayso.export import COLUMNS
from sayso.run.manifest import Manifest
from sayso.run.unfinished import journal_of

Run = Callable[..., Result]


@pytest.fixture
def receipt(run: Run, reports: Path, tmp_path: Path) -> Path:
    """The receipt of a run over the folder of reports."""
    run("code", reports, "--out", tmp_path / "events.jsonl")
    return tmp_path / "events.jsonl.manifest.json"


def test_a_receipt_tells_what_went_in_and_came_out(run: Run, reports: Path, tmp_path: Path) -> None:
    rows = [{"id": "a", "text": "Soldiers arrested Juan."}, {"id": "fr", "text": "Bonjour.", "language": "fr"}, {"id": "e", "text": " "}]
    rows += [{"id": "bug", "text": "BUG"}, {"id": "bug", "text": "Police arrested Eva in Lima."}]
    (reports / "more.jsonl").write_text("".join(json.dumps(row) + "\n" for row in rows) + "{bad\n")
    result = run("code", reports, "none.txt", "--publisher", "Harbour Post", "--out", tmp_path / "events.jsonl")
    assert result.exit_code == 1
    assert "sayso: bug: set aside: an error in Sayso itself, please report it: ZeroDivisionError: a bug\n" in result.stderr
    assert "3 reports · 3 events · " in result.stderr
    assert result.stderr.endswith("2 passed over (1 not English, 1 empty) · 1 set aside · 2 failed\n")
    told = Manifest.read(tmp_path / "events.jsonl.manifest.json")
    assert told.reports == {"read": 6, "coded": 3, "foreign": 1, "empty": 1, "aside": 1, "renamed": 1}
    assert (told.events, told.failed, told.sessions, len(told.failures)) == (3, 2, 1, 2)
    assert told.aside == ({"id": "bug", "reason": "an error in Sayso itself, please report it: ZeroDivisionError: a bug"},)
    assert told.settings["publisher"] == "Harbour Post"
    assert [(one["name"], one["files"], one["sha256"] is None) for one in told.inputs] == [(str(reports), 2, False), ("none.txt", 0, True)]
    assert told.outputs[0]["rows"] == 3


def test_a_receipt_holds(run: Run, receipt: Path) -> None:
    result = run("verify", receipt)
    assert (result.exit_code, result.stdout) == (0, "")
    assert result.stderr == "3 events checked · 0 mismatches\n"


@pytest.mark.parametrize("out", ["events.csv", "events.parquet", "annotated.jsonl"])
def test_receipts_of_other_formats_hold(run: Run, reports: Path, tmp_path: Path, out: str) -> None:
    run("annotate" if out.startswith("annotated") else "code", reports, "--out", tmp_path / out)
    assert run("verify", tmp_path / f"{out}.manifest.json").exit_code == 0


def test_a_changed_output_is_told(run: Run, receipt: Path) -> None:
    events = receipt.with_name("events.jsonl")
    events.write_text(events.read_text().replace("Juan", "Joan"))
    assert "events.jsonl: is not what the run wrote" in run("verify", receipt).stdout
    events.unlink()
    result = run("verify", receipt)
    assert (result.exit_code, "events.jsonl: is not there" in result.stdout) == (1, True)


def test_changed_reports_are_told(run: Run, receipt: Path, reports: Path) -> None:
    (reports / "lima.txt").write_text("Nothing.")
    assert run("verify", receipt).stdout == f"{reports}: is no longer what was coded\n"


def test_false_quotations_are_told_though_all_digests_hold(run: Run, receipt: Path, reports: Path, tmp_path: Path) -> None:
    other = tmp_path / "other"
    other.mkdir()
    (other / "lima.txt").write_text("Police arrested two reporters in Lima, the ministry said. It rained.")
    (other / "more.jsonl").write_text((reports / "more.jsonl").read_text().replace("Ana", "Eva"))
    result = run("verify", receipt, other)
    assert result.exit_code == 1
    assert "recipients[0]" in result.stdout


def test_counts_that_do_not_add_up_are_told(run: Run, receipt: Path) -> None:
    value: dict[str, Any] = json.loads(receipt.read_text())
    value["events"] += 1
    value["reports"]["coded"] -= 1
    receipt.write_text(json.dumps(value))
    told = run("verify", receipt).stdout
    assert "2 reports were read, and 1 accounted for" in told
    assert "4 were to be written, and 3 are" in told


@pytest.mark.parametrize("text", ['{"manifest": 1}', '{"manifest": 99}', '{"manifest": '])
def test_a_damaged_receipt_is_told(run: Run, tmp_path: Path, text: str) -> None:
    path = tmp_path / "events.jsonl.manifest.json"
    path.write_text(text)
    result = run("verify", path)
    assert result.exit_code == 1
    assert result.stderr.startswith(f"sayso: {path}: is ")


def test_parquet_has_the_cells_of_csv(run: Run, reports: Path, tmp_path: Path) -> None:
    run("code", reports, "--out", tmp_path / "e.csv")
    run("code", reports, "--out", tmp_path / "e.parquet")
    table = parquet.read_table(tmp_path / "e.parquet")
    assert tuple(table.column_names) == COLUMNS
    with (tmp_path / "e.csv").open(newline="") as file:
        rows = list(csv.DictReader(file))
    assert [row["trigger"] for row in table.to_pylist()] == [row["trigger"] for row in rows]
    assert table.to_pylist()[0]["lat"] == -12.0


def test_what_is_complete_is_not_made_again_by_a_run_that_resumes(run: Run, reports: Path, tmp_path: Path) -> None:
    out = tmp_path / "events.jsonl"
    again = ("code", reports, "--out", out, "--resume")
    run(*again)
    made = out.stat().st_ino
    told = run(*again).stderr
    assert f"sayso: {out}: is complete: its receipt tells of the same run" in told
    assert "2 reports · 3 events" in told
    assert out.stat().st_ino == made
    assert "is complete" not in run(*again, "--publisher", "Other").stderr
    out.write_text("")
    assert "is complete" not in run(*again).stderr
    (reports / "new.txt").write_text("Police arrested Eva in Lima.")
    assert "3 reports · 4 events" in run(*again).stderr
    assert "3 reports · 4 events" in run(*again, "--db", tmp_path / "sayso.db").stderr  # which has to take them


@pytest.mark.parametrize("args", [["--format", "parquet"], ["--resume"], ["--resume", "--out", "-"], ["--resume", "--out", "x.txt"]])
def test_what_needs_a_file_says_so(run: Run, reports: Path, args: list[str]) -> None:
    assert run("code", reports, *args).exit_code == 2


def full(monkeypatch: pytest.MonkeyPatch, after: int) -> None:
    """Make the disk full after some times that something was forced onto it."""
    forced = iter(range(after))

    def fsync(_: int) -> None:
        if next(forced, None) is None:
            raise OSError(errno.ENOSPC, os.strerror(errno.ENOSPC))

    monkeypatch.setattr("sayso.run.unfinished.os.fsync", fsync)


@pytest.mark.parametrize("after", [0, 1, 2])
def test_a_disk_that_is_full_leaves_nothing_behind(
    run: Run, reports: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, after: int
) -> None:
    full(monkeypatch, after)
    result = run("code", reports, "--out", tmp_path / "e.jsonl")
    assert result.exit_code == 1
    assert result.stderr == f"sayso: {tmp_path / 'e.jsonl'}: can't be written: No space left on device\n"
    assert [path.name for path in tmp_path.iterdir()] == ["reports"]


def test_once_there_is_room_again_the_run_goes_on(run: Run, reports: Path, tmp_path: Path) -> None:
    out = tmp_path / "e.jsonl"
    with pytest.MonkeyPatch.context() as patch:
        full(patch, 2)
        result = run("code", reports, "--out", out, "--resume")
    assert result.exit_code == 1
    assert "2 reports are done; the same command goes on with the others" in result.stderr
    assert journal_of(out).exists()
    result = run("code", reports, "--out", out, "--resume")
    assert f"{out}: going on after 2 reports" in result.stderr
    assert result.stderr.splitlines()[-1].startswith("2 reports · 3 events · ")
    assert out.read_text() == run("code", reports, "--format", "jsonl").stdout
    assert Manifest.read(tmp_path / "e.jsonl.manifest.json").sessions == 2
    assert sorted(path.name for path in tmp_path.iterdir()) == ["e.jsonl", "e.jsonl.manifest.json", "reports"]


def test_another_version_does_not_go_on(run: Run, reports: Path, tmp_path: Path) -> None:
    (reports / "z.txt").write_text("INTERRUPT")
    run("code", reports, "--out", tmp_path / "e.jsonl", "--resume")
    (reports / "z.txt").write_text("Police arrested Eva.")
    result = run("code", reports, "--out", tmp_path / "e.jsonl", "--resume", "--publisher", "Other")
    assert result.exit_code == 1
    assert "can't be resumed: the run that stopped had other inputs, settings; run without --resume to begin anew" in result.stderr


def test_a_run_does_not_go_on_into_another_database(run: Run, reports: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    again = ("code", reports, "--out", tmp_path / "e.jsonl", "--resume", "--db")
    with pytest.MonkeyPatch.context() as patch:
        full(patch, 2)
        run(*again, tmp_path / "one.db")
    result = run(*again, tmp_path / "other.db")
    assert result.exit_code == 1
    assert "can't be resumed: the run that stopped had other database" in result.stderr
    monkeypatch.chdir(tmp_path)
    assert "going on after 2 reports" in run(*again, "one.db").stderr


def test_a_database_and_a_file_at_once(run: Run, reports: Path, tmp_path: Path) -> None:
    db, out = tmp_path / "sayso.db", tmp_path / "e.jsonl"
    (reports / "z.txt").write_text("INTERRUPT")
    run("code", reports, "--db", db, "--out", out, "--resume")
    (reports / "z.txt").unlink()
    result = run("code", reports, "--db", db, "--out", out)
    assert f"{db}: 2 reports added, 0 replaced, 0 unchanged; 3 events written" in result.stderr
    assert len(out.read_text().splitlines()) == 3
    assert "2 unchanged; 0 events written" in run("code", reports, "--db", db).stderr


def test_numbers_and_ends_of_many_reports(run: Run, tmp_path: Path) -> None:
    path = tmp_path / "many.jsonl"
    path.write_text("".join(json.dumps({"id": "same", "text": f"Police arrested Ana. {n}"}) + "\n" for n in range(100)))
    result = run("code", path, "--workers", "0", "--out", tmp_path / "e.jsonl")
    assert result.stderr.splitlines()[-1].startswith("100 reports · 100 events · ")
    assert Manifest.read(tmp_path / "e.jsonl.manifest.json").reports["renamed"] == 99
    assert run("verify", tmp_path / "e.jsonl.manifest.json").exit_code == 0


def test_a_folder_is_coded_again_without_what_was_written_there(run: Run, reports: Path) -> None:
    out = reports / "events.jsonl"
    first = run("code", reports, "--out", out)
    told = out.read_bytes()
    assert run("verify", out).exit_code == 0
    assert "is complete" in run("code", reports, "--out", out, "--resume").stderr
    again = run("code", reports, "--out", out)
    assert (first.exit_code, again.exit_code, out.read_bytes()) == (0, 0, told)
    assert Manifest.read(Path(f"{out}.manifest.json")).failed == 0


def test_reports_that_are_called_as_receipts_are_read(run: Run, tmp_path: Path) -> None:
    (tmp_path / "party.manifest.json").write_text('{"text": "Police arrested Ana in Lima."}')
    assert "1 report" in run("code", tmp_path).stderr
