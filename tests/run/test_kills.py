"""Runs killed at random moments and gone on with: the output is that of a run that nobody disturbed, byte for byte."""

import json
import os
import signal
import subprocess
import sys
import time
from pathlib import Path

import pytest

from sayso.run.manifest import Manifest
from sayso.run.unfinished import journal_of

HERE = Path(__file__).parent
DEMO = HERE.parents[1] / "demo"


@pytest.mark.parametrize(("kills", "seed", "workers"), [(18, 1, "0"), (2, 2, "2")])
def test_nothing_is_lost_or_doubled(tmp_path: Path, kills: int, seed: int, workers: str) -> None:
    reports = tmp_path / "reports.jsonl"
    texts = ["Report.", "Ein Bericht aus dem Ministerium.", " ", "BUG", "x" * 2000]
    reports.write_text(
        "".join(json.dumps({"id": str(n), "text": texts[n % 5], "language": "de" if n % 5 == 1 else "en"}) + "\n" for n in range(800))
    )
    folder = tmp_path / "out"
    folder.mkdir()
    args = [sys.executable, str(HERE / "killed.py"), str(reports), str(folder), str(kills), str(seed), workers]
    done = subprocess.run(args, capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stderr
    killed, resumed = map(int, done.stdout.split())
    assert killed == kills
    assert resumed >= kills // 2


@pytest.mark.slow
@pytest.mark.model
def test_a_real_run_killed_and_gone_on_with(tmp_path: Path) -> None:
    whole, out = tmp_path / "whole.jsonl", tmp_path / "out.jsonl"
    reports = [str(path) for path in sorted(DEMO.glob("*.json"))] * 6
    command = [sys.executable, "-m", "sayso", "code", *reports, "--quiet", "--workers", "2", "--resume", "--out"]
    subprocess.run([*command, str(whole)], check=True)
    with subprocess.Popen([*command, str(out)]) as run:
        while run.poll() is None and _entries(out) < 2:
            time.sleep(0.005)  # or the looking would take a processor from the run
        os.kill(run.pid, signal.SIGKILL)
    killed = not out.exists()
    subprocess.run([*command, str(out)], check=True)
    assert out.read_bytes() == whole.read_bytes()
    assert Manifest.read(tmp_path / "out.jsonl.manifest.json").sessions == 1 + killed
    assert sorted(path.name for path in tmp_path.iterdir() if "out" in path.name) == ["out.jsonl", "out.jsonl.manifest.json"]


def _entries(out: Path) -> int:
    journal = journal_of(out)
    return len(journal.read_bytes().splitlines()) if journal.exists() else 0
