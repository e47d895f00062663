"""Runs `sayso annotate --resume` in forked processes that kill themselves at random moments; prints how often that happened.

python killed.py REPORTS FOLDER KILLS SEED WORKERS
"""

import os
import random
import signal
import sys
from importlib import import_module
from pathlib import Path
from typing import Any

from sayso.cli.main import app
from sayso.run.unfinished import Unfinished

SOME_FAILED = 1  # a report that trips the coder is among them


def make(_: Any) -> Any:
    """The coder."""
    return import_module("frail").Frail()


def attempt(args: list[str], calls: Path, last: int | None) -> int:
    """Run a command, kill it with the `last` of its calls of functions; how it ended. Without one, tell how many calls there are."""
    if pid := os.fork():
        return os.waitstatus_to_exitcode(os.waitpid(pid, 0)[1])
    os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stderr.fileno())
    made = 0

    def count(*_: Any) -> None:
        nonlocal made
        made += 1
        if made == last:
            os.kill(os.getpid(), signal.SIGKILL)

    sys.setprofile(count)
    try:
        app(args, obj=make)
    except SystemExit as end:
        sys.setprofile(None)
        if last is None:
            calls.write_text(str(made))
        os._exit(int(end.code or 0))
    finally:
        os._exit(9)


def _late(chance: random.Random, calls: int) -> int:
    """One of the later calls: the first ones load the program, and write nothing."""
    return chance.randrange(calls * 3 // 4, calls)


def main() -> None:
    """Kill, go on, and compare with a run that nobody kills."""
    reports, folder, kills, seed, workers = sys.argv[1], Path(sys.argv[2]), int(sys.argv[3]), int(sys.argv[4]), sys.argv[5]
    chance = random.Random(seed)
    defaults: Any = Unfinished.__init__.__kwdefaults__
    defaults["every"] = 0  # an entry for each batch
    calls, whole, out = folder / "calls", folder / "whole.jsonl", folder / "out.jsonl"
    command = ["annotate", reports, "--quiet", "--workers", workers]
    assert attempt([*command, "--out", str(whole)], calls, None) == SOME_FAILED
    killed = resumed = 0
    while killed < kills:
        begun_before = (folder / ".out.jsonl.journal").exists()
        code = attempt([*command, "--out", str(out), "--resume"], calls, _late(chance, int(calls.read_text())))
        killed += code == -signal.SIGKILL
        resumed += begun_before
        if code == SOME_FAILED:
            assert out.read_bytes() == whole.read_bytes()
            out.unlink()
    assert attempt([*command, "--out", str(out), "--resume"], calls, None) == SOME_FAILED
    assert out.read_bytes() == whole.read_bytes()
    print(killed, resumed, *sorted(path.name for path in folder.iterdir() if path.name.startswith(".")))  # noqa: T201


if __name__ == "__main__":
    main()
