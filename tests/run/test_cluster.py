"""Runs in pieces: the same events as in one process, wherever and however often the pieces are done."""

import json
import os
import subprocess
import sys
from collections.abc import Callable, Iterator, Sequence
from pathlib import Path
from typing import Any

import pytest
from pyarrow import dataset
from typer.testing import CliRunner

from sayso.cli.main import app
from sayso.errors import InputError, SaysoError
from sayso.export.partitions import rendered
from sayso.export.rendering import EVENTS
from sayso.ingest import read
from sayso.run.cluster import REMEDY, Job
from sayso.run.coder import Coder
from sayso.run.many import Crew
from sayso.run.shards import Reading, Receipt, Shard, coded, done_before, shards
from sayso.run.step import Done, Step

HERE = Path(__file__).parent
TOLD = [
    "Police arrested two journalists in Lima.",
    "The Chilean government condemned the arrests and summoned the Peruvian ambassador.",
    "Soldiers killed three rebels near Goma.",
    "France and Germany signed an accord in Berlin.",
]
DAYS = ["2025-11-30", "2025-12-01", None]


@pytest.fixture
def reports(tmp_path: Path) -> Path:
    path = tmp_path / "reports.jsonl"
    rows = ({"id": f"r{n}", "text": f"Police arrested Ana. {n}", "published": DAYS[n % 3], "language": "en"} for n in range(400))
    path.write_text("".join(json.dumps(row) + "\n" for row in rows))
    return path


def alone(make: Callable[[], Any], reports: Path) -> list[str]:
    """The events of one process, sorted."""
    found = Crew(workers=0).results(read([reports], on_failure=_raised), Step(make, whole=False, render=EVENTS.render))
    return sorted(Done.joined(found).text.splitlines())


def _raised(error: Exception) -> None:
    raise error


def stored(out: Path) -> list[str]:
    """The events in a folder, sorted."""
    return sorted(dataset.dataset(out, format="parquet", partitioning="hive").to_table()["event"].to_pylist())


def piece(frail: Any, out: Path) -> Callable[[Shard], Receipt]:
    step = Step(frail.Patient, render=rendered)
    return lambda shard: coded(shard, Reading(), lambda given: Crew(workers=0).results(given, step), str(out), "run")


def test_pieces_hold_the_events_of_the_whole(frail: Any, reports: Path, tmp_path: Path) -> None:
    out = tmp_path / "out"
    listed = shards([str(reports)], reports.stat().st_size // 5)
    assert [(one.part, one.parts) for one in listed] == [(n, 6) for n in range(6)]
    receipts = list(map(piece(frail, out), listed))
    piece(frail, out)(listed[2])  # once more, as after a loss
    assert sum(r.sofar.events for r in receipts) == 400
    assert stored(out) == alone(frail.Patient, reports)
    places = {file.parent.relative_to(out).as_posix() for file in out.rglob("*.parquet")}
    assert places == {"year=2025/month=11", "year=2025/month=12", "year=unknown/month=unknown"}
    assert done_before(listed, str(out), "run") == {r.shard: r for r in receipts}
    with pytest.raises(SaysoError, match="another version or other settings"):
        done_before(listed, str(out), "another run")


def test_small_files_go_together_and_a_file_may_have_an_address(tmp_path: Path) -> None:
    folder = tmp_path / "in"
    folder.mkdir()
    for n in range(5):
        (folder / f"{n}.txt").write_text("x" * 40)
    (folder / ".hidden").touch()
    sizes = [[Path(file).name for file in one.files] for one in shards([str(folder)], 100)]
    assert sizes == [["0.txt", "1.txt"], ["2.txt", "3.txt"], ["4.txt"]]
    far = shards([folder.as_uri()], 100)
    assert [[Path(file).name for file in one.files] for one in far] == sizes
    texts = [report.text for one in far for report in read(one.files, on_failure=_raised)]
    assert texts == ["x" * 40] * 5


@pytest.mark.parametrize("path", ["none.jsonl", "-", "https://example.org/feed.xml", "file:///none/here"])
def test_what_no_machine_can_read_is_refused(path: str) -> None:
    with pytest.raises(InputError):
        shards([path], 1)


def test_without_ray_the_remedy_is_told(reports: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sys.modules, "ray", None)
    result = CliRunner().invoke(app, ["code", str(reports), "--engine", "ray", "--out", str(tmp_path / "out")])
    assert (result.exit_code, result.stderr) == (1, f"sayso: {REMEDY}\n")


def test_a_run_whose_pieces_are_all_done_asks_no_cluster(
    frail: Any, reports: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    out = tmp_path / "out"
    again = ["code", str(reports), "--engine", "ray", "--out", str(out), "--resume"]
    names: list[str] = []

    def here(listed: Sequence[Shard], job: Job, *, address: str | None = None) -> Iterator[Receipt]:
        names.extend(shard.name for shard in listed)
        step = Step(frail.Patient, render=rendered)
        return (coded(one, job.reading, lambda given: Crew(workers=0).results(given, step), str(out), job.run) for one in listed)

    with pytest.MonkeyPatch.context() as patch:
        patch.setattr("sayso.cli.cluster.on_ray", here)
        assert CliRunner().invoke(app, again).exit_code == 0
    assert names
    monkeypatch.setitem(sys.modules, "ray", None)
    result = CliRunner().invoke(app, again)
    assert (result.exit_code, "400 reports · " in result.stderr) == (0, True)


@pytest.mark.parametrize("args", [[], ["--out", "-"], ["--out", "x", "--db", "y.db"], ["--out", "x", "--format", "csv"]])
def test_ray_wants_a_folder(reports: Path, args: list[str]) -> None:
    assert CliRunner().invoke(app, ["code", str(reports), "--engine", "ray", *args]).exit_code == 2


@pytest.mark.model
@pytest.mark.slow
@pytest.mark.skipif(sys.platform != "linux", reason="a cluster on one machine is only known to work on Linux")
def test_a_lost_node_loses_nothing_of_what_the_real_coder_finds(tmp_path: Path) -> None:
    out, reports = tmp_path / "out", tmp_path / "reports.jsonl"
    rows = ({"id": f"r{n}", "text": f"{TOLD[n % 4]} {n} people saw it.", "published": DAYS[n % 3], "language": "en"} for n in range(400))
    reports.write_text("".join(json.dumps(row) + "\n" for row in rows))
    environment = {**os.environ, "RAY_AUTH_MODE": "disabled", "RAY_USAGE_STATS_ENABLED": "0", "no_proxy": "*"}
    environment["PYTHONPATH"] = os.pathsep.join([str(HERE), *filter(None, [os.environ.get("PYTHONPATH")])])
    args = [sys.executable, str(HERE / "two_nodes.py"), str(reports), str(out)]
    done = subprocess.run(args, env=environment, capture_output=True, text=True, check=False, timeout=400)
    assert done.returncode == 0, done.stderr
    told = json.loads(done.stdout.splitlines()[-1])
    expected = alone(Coder, reports)
    assert (told["receipts"], told["events"]) == (told["pieces"], len(expected))
    assert len(expected) >= 400
    assert stored(out) == expected
