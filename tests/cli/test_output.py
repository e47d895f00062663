"""Files that are put in their places in one step."""

import os
import subprocess
import sys
from pathlib import Path

from sayso.cli.output import replaced


def test_what_a_killed_process_has_left_goes_with_the_next_one(tmp_path: Path) -> None:
    with subprocess.Popen([sys.executable, "-c", ""]) as gone:
        gone.wait()
    left, others = tmp_path / f".events.jsonl.{gone.pid}.part", tmp_path / f".events.csv.{gone.pid}.part"
    running = tmp_path / f".events.jsonl.{os.getppid()}.part"
    for file in (left, others, running):
        file.touch()
    with replaced(tmp_path / "events.jsonl", "events.jsonl") as part:
        part.write_text("{}")
    assert {file.name for file in tmp_path.iterdir()} == {"events.jsonl", others.name, running.name}
