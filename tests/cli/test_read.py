"""`sayso read`: reports of all kinds in, reports out."""

import json
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest
from jsonschema import Draft202012Validator
from typer.testing import Result

from sayso.export import schema
from sayso.ingest import read
from sayso.model import Report

Run = Callable[..., Result]
TEXT = "Police arrested two reporters in Lima, the ministry said."
HEAVY = {"trafilatura", "htmldate", "lxml", "pyarrow", "httpx", "fastwarc", "pypdf", "protego", "spacy"}


def test_reports_by_contract(run: Run, reports: Path) -> None:
    result = run("read", reports, "--publisher", "Other")
    found = [json.loads(line) for line in result.stdout.splitlines()]
    assert result.exit_code == 0
    assert [(one["id"], one["publisher"], one["language"]) for one in found] == [("lima", "Other", "en"), ("a", "Harbour Post", "en")]
    for one in found:
        Draft202012Validator(schema("report")).validate(one)
    assert result.stderr.startswith("2 reports · ")


def test_what_is_read_again_is_the_same(run: Run, reports: Path, tmp_path: Path) -> None:
    first, second, third = tmp_path / "1.jsonl", tmp_path / "2.parquet", tmp_path / "3.jsonl"
    for given, out in ((reports, first), (first, second), (second, third)):
        assert run("read", given, "--out", out, "--published", "2025-12-05").exit_code == 0
    assert first.read_text() == third.read_text()
    assert second.read_bytes()[:4] == b"PAR1"


def test_outlets_of_the_users_own_have_their_houses(run: Run, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (tmp_path / "mine.csv").write_text(
        "id,kind,name,country,sector,domains,owner\n"
        "per-post,media,Lima Post,PER,MED,post.example,state\nper-mail,media,Lima Mail,PER,MED,,state\n"
    )
    wire = "Dock workers stopped loading copper: the owner had broken promises. Police with shields stood near the northern gate."
    rewritten = "Near the northern gate stood police with shields after copper loading was stopped: dock workers speak of promises broken."
    rows = [{"id": "a", "text": wire, "url": "https://post.example/1"}, {"id": "b", "text": rewritten, "publisher": "Lima Mail"}]

    def found() -> list[str]:
        return [json.loads(line)["origin"]["id"] for line in run("read", "-", stdin="\n".join(map(json.dumps, rows))).stdout.splitlines()]

    assert len(set(found())) == 2
    monkeypatch.setenv("SAYSO_KNOWLEDGE", str(tmp_path))
    assert len(set(found())) == 1


def test_copies_share_an_origin(run: Run) -> None:
    story = " ".join(f"On day {n} of the talks the two delegations argued over paragraph {n * n} of the border treaty." for n in range(20))
    rows = [{"id": "a", "text": story}, {"id": "b", "text": "Reprinted today. " + story}, {"id": "c", "text": TEXT}]
    found = [json.loads(line) for line in run("read", "-", stdin="\n".join(map(json.dumps, rows))).stdout.splitlines()]
    first, second, other = (one["origin"]["id"] for one in found)
    assert first == second != other
    plain = run("read", "-", "--no-origins", stdin="\n".join(map(json.dumps, rows))).stdout
    assert not any("origin" in json.loads(line) for line in plain.splitlines())


@pytest.mark.parametrize("layout", ["jsonl", "parquet"])
def test_names_that_are_no_unicode_do_no_harm(run: Run, tmp_path: Path, layout: str) -> None:
    rows = [{"id": f"{n}\ud800", "publisher": "\udfff", "text": "Police arrested Ana in Lima on Monday."} for n in range(2)]
    (tmp_path / "r.jsonl").write_text("".join(json.dumps(row) + "\n" for row in rows))
    result = run("read", tmp_path / "r.jsonl", "--out", tmp_path / f"out.{layout}")
    assert (result.exit_code, "2 reports" in result.stderr) == (0, True)


def test_columns_are_told_on_the_command_line(run: Run, tmp_path: Path) -> None:
    (tmp_path / "x.csv").write_text(f'Narrative,Day\n"{TEXT}",2025-12-04\n')
    result = run("code", tmp_path / "x.csv", "--columns", "text=Narrative,published=Day", "--format", "jsonl")
    assert json.loads(result.stdout)["report"]["published"] == "2025-12-04"
    assert run("read", tmp_path / "x.csv", "--columns", "body=Narrative").exit_code == 2
    failed = run("read", tmp_path / "x.csv")
    assert failed.exit_code == 1
    assert "tell which with --columns text=NAME (there are Narrative, Day)" in failed.stderr


def test_other_languages_are_passed_over_and_counted(run: Run) -> None:
    rows = [{"text": TEXT}, {"text": "Der russische Präsident Wladimir Putin ist am Donnerstag in Neu-Delhi gelandet."}]
    result = run("read", "-", stdin="\n".join(map(json.dumps, rows)))
    assert len(result.stdout.splitlines()) == 1
    assert result.stderr.endswith(" · 1 passed over (1 not English)\n")


def test_parquet_needs_a_file(run: Run, reports: Path) -> None:
    assert run("read", reports, "--format", "parquet").exit_code == 2


@pytest.mark.parametrize("name", ["out.jsonl", "out.parquet"])
def test_nothing_half_written_is_left(run: Run, reports: Path, tmp_path: Path, name: str, monkeypatch: pytest.MonkeyPatch) -> None:
    def interrupted(_: Report) -> dict[str, str]:
        raise KeyboardInterrupt

    monkeypatch.setattr(Report, "to_dict", interrupted)
    assert run("read", reports, "--out", tmp_path / name).exit_code in (1, 130)
    assert sorted(p.name for p in tmp_path.iterdir()) == ["reports"]


@pytest.mark.parametrize("layout", ["jsonl", "parquet"])
def test_a_full_disk_is_told(run: Run, reports: Path, layout: str, monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    if not Path("/dev/full").exists():
        pytest.skip("no /dev/full here")
    out = tmp_path / f"out.{layout}"
    monkeypatch.setattr(Path, "with_name", lambda _, __: Path("/dev/full"))
    monkeypatch.setattr(Path, "unlink", lambda *_, **__: None)
    result = run("read", reports, "--out", out, "--format", layout)
    assert (result.exit_code, out.exists()) == (1, False)
    assert result.stderr.startswith(f"sayso: {out}: can't be written: ")
    assert "No space left on device" in result.stderr


@pytest.mark.parametrize("data", [TEXT, json.dumps({"text": TEXT})], ids=["text", "json"])
def test_plain_reports_load_nothing_heavy(tmp_path: Path, data: str) -> None:
    (tmp_path / "x").write_text(data)
    code = f"import sys; from sayso.ingest import read; list(read([{str(tmp_path / 'x')!r}], on_failure=print)); print(*sys.modules)"
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert not {name.partition(".")[0] for name in done.stdout.split()} & HEAVY


@pytest.mark.slow
def test_a_long_input_takes_no_more_memory_than_a_short_one(tmp_path: Path) -> None:
    code = (
        "import sys, resource; from sayso.ingest import read; n = sum(1 for _ in read([sys.argv[1]], on_failure=print));"
        "print(n, resource.getrusage(resource.RUSAGE_SELF).ru_maxrss // 1024)"
    )
    found = []
    for count in (1_000, 150_000):
        path = tmp_path / "x.jsonl"
        with path.open("w") as file:
            file.writelines(json.dumps({"id": str(n), "text": TEXT * 10}) + "\n" for n in range(count))
        done = subprocess.run([sys.executable, "-c", code, str(path)], capture_output=True, text=True, check=True)
        read_, memory = map(int, done.stdout.split())
        assert read_ == count
        found.append(memory)
    assert found[1] - found[0] < 60


def test_a_page_without_a_way_to_fetch_is_told() -> None:
    failures: list[Exception] = []
    assert list(read(["https://harbour.example/a"], on_failure=failures.append)) == []
    assert "is the address of a page, and nothing is fetched here" in str(failures[0])
