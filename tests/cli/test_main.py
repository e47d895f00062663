"""The program's door: help, usage, errors."""

import os
import re
import subprocess
import sys
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest
from typer.main import get_command
from typer.testing import Result

from sayso.cli.main import app

Run = Callable[..., Result]
Program = Callable[..., "subprocess.CompletedProcess[str]"]
VERBS = ["code", "annotate", "explain", "verify", "evaluate", "compare", "lexicon check", "lexicon show"]


@pytest.mark.parametrize("verb", VERBS)
def test_every_command_has_help_with_examples(run: Run, verb: str) -> None:
    result = run(*verb.split(), "--help")
    assert result.exit_code == 0
    assert f"  sayso {verb}" in result.stdout.split("Examples:")[1]


def test_the_program_lists_its_commands(run: Run) -> None:
    shown = run("--help").stdout
    assert all(f"\n  {verb.split()[0]} " in shown for verb in VERBS)


def test_help_names_arguments_without_types_of_python(run: Run) -> None:
    for words in commands(get_command(app)):
        told = run(*words, "--help").stdout
        assert not re.search(r"<(str|path|int|float|bool|list)|\.{4}|^Usage:.*[{<]", told, re.MULTILINE), told
    assert "sayso read [OPTIONS] REPORTS...\n" in run("read", "--help").stdout
    assert "sayso code [OPTIONS] [REPORTS]...\n" in run("code", "--help").stdout


def commands(command: Any, path: tuple[str, ...] = ()) -> Iterator[tuple[str, ...]]:
    """The words of every command."""
    yield path
    for name, below in getattr(command, "commands", {}).items():
        yield from commands(below, (*path, name))


def test_the_version(run: Run) -> None:
    assert run("--version").stdout.startswith("sayso")


@pytest.mark.parametrize(
    "args",
    [
        ["code"],
        ["code", "x", "--format", "xml"],
        ["code", "x", "--published", "yesterday"],
        ["code", "x", "--nonsense"],
        ["nonsense"],
        ["verify"],
        ["evaluate", "x", "--update"],
        ["lexicon", "check", "nofolder"],
        ["evaluate", "x", "--gate", "--allow-regression"],
    ],
)
def test_wrong_usage_exits_with_2(run: Run, args: list[str]) -> None:
    result = run(*args)
    assert result.exit_code == 2
    assert "Traceback" not in result.output


def test_an_error_in_the_program_is_a_sentence(run: Run) -> None:
    result = run("code", "-", stdin="BUG")
    assert result.exit_code == 1
    assert result.stderr.startswith("sayso: stdin: set aside: an error in Sayso itself, please report it: ZeroDivisionError: a bug\n")


def test_debug_shows_where(run: Run) -> None:
    assert isinstance(run("code", "-", "--debug", stdin="BUG").exception, ZeroDivisionError)


def test_a_closed_pipe_is_quiet(run: Run) -> None:
    result = run("code", "-", stdin="BROKEN PIPE")
    assert (result.exit_code, result.output) == (0, "")


@pytest.fixture
def program() -> Program:
    """Run the program by itself, with nothing loaded."""
    environment = {**os.environ, "PYTHONPATH": str(Path(__file__).parents[2] / "src")}

    def program(*args: str, before: str = "pass") -> "subprocess.CompletedProcess[str]":
        command = f"import sys; {before}; from sayso.cli.main import main; main()"
        run = [sys.executable, "-c", command, *args]
        return subprocess.run(run, capture_output=True, encoding="utf-8", errors="replace", env=environment, check=False)

    return program


def test_help_is_quick_because_nothing_heavy_is_loaded(program: Program) -> None:
    tell = "import atexit; atexit.register(lambda: print(*sorted(sys.modules)))"
    loaded = set(program("--help", before=tell).stdout.splitlines()[-1].split())
    assert not loaded & {"spacy", "numpy", "rich", "yaml", "pydantic", "py3langid", "charset_normalizer", "sayso.ingest"}


def test_help_takes_a_third_of_a_second(program: Program) -> None:
    """Measured in processor time, as the machine may have other things to do."""

    def seconds() -> float:
        before = os.times()
        program("--help")
        after = os.times()
        return after.children_user + after.children_system - before.children_user - before.children_system

    assert min(seconds() for _ in range(3)) < 0.3


def test_a_missing_file_needs_no_coder(program: Program) -> None:
    result = program("code", "none.txt", "--format", "jsonl")
    assert (result.returncode, result.stdout) == (1, "")
    assert result.stderr.startswith("sayso: none.txt: can't be read: No such file or directory\n0 reports")


@pytest.mark.parametrize("encoding", ["ascii", "latin-1", "utf-8"])
def test_messages_survive_every_locale(program: Program, encoding: str) -> None:
    streams = f"sys.stdout.reconfigure(encoding='{encoding}'); sys.stderr.reconfigure(encoding='{encoding}')"
    result = program("code", "Malmö →.txt", before=streams)
    assert result.returncode == 1
    assert "Traceback" not in result.stderr
