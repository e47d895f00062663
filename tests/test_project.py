"""What the project's own files promise."""

import ast
import re
from collections.abc import Iterator
from pathlib import Path

import pytest

from sayso.lexicon.read import Data

ROOT = Path(__file__).parents[1]
REQUIREMENTS = sorted((ROOT / "requirements").glob("*.txt"))
LINES = 400
BODY = 40  # lines of a function: a command's options alone may take more
DESK = ("asked", "shown", "state", "draw", "serving")  # packages of the desk that are told of by module; the others hold one a view


@pytest.mark.parametrize("path", REQUIREMENTS, ids=lambda path: path.stem)
def test_requirements_are_pinned_and_hashed_and_name_no_registry(path: Path) -> None:
    text = path.read_text(encoding="utf-8")
    pins = re.split(r"\n(?=\S)", re.sub(r"^#.*\n", "", text, flags=re.MULTILINE).strip())
    assert all("==" in pin and "--hash=sha256:" in pin for pin in pins)
    assert not re.search(r"://|index|find-links| @ ", text)


def test_the_versions_of_both_files_are_the_same() -> None:
    runtime, dev = (
        dict(re.findall(r"^(\S+?)==(\S+)", path.read_text(encoding="utf-8"), re.MULTILINE)) for path in (runtime_txt(), dev_txt())
    )
    assert {name: dev.get(name) for name in runtime} == runtime


def runtime_txt() -> Path:
    return ROOT / "requirements" / "runtime.txt"


def dev_txt() -> Path:
    return ROOT / "requirements" / "dev.txt"


def test_the_codebook_tells_every_event_type_and_mode(data: Data) -> None:
    codebook = (ROOT / "docs" / "codebook.md").read_text(encoding="utf-8")
    kinds = data["events"]
    names = {kind["type"] for kind in kinds} | {mode for kind in kinds for mode in kind["modes"]}
    assert {name for name in names if f"`{name}`" not in codebook} == set()


def test_no_module_is_longer_than_four_hundred_lines() -> None:
    long = {path.name for path in (ROOT / "src").rglob("*.py") if len(path.read_text(encoding="utf-8").splitlines()) > LINES}
    assert long == set()


def test_no_function_does_more_than_forty_lines() -> None:
    long = {f"{path.name}: {name}" for path in (ROOT / "src").rglob("*.py") for name, lines in bodies(path) if lines > BODY}
    assert long == set()


def bodies(path: Path) -> Iterator[tuple[str, int]]:
    """The functions of a module, and how many lines they have besides their signatures and docstrings."""
    for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
        if isinstance(node, (ast.FunctionDef, ast.AsyncFunctionDef)):
            does = node.body[1:] if ast.get_docstring(node) else node.body
            yield node.name, (node.end_lineno or 0) - does[0].lineno + 1 if does else 0


def test_the_architecture_tells_of_every_module() -> None:
    told = (ROOT / "docs" / "architecture.md").read_text(encoding="utf-8")
    source = ROOT / "src" / "sayso"
    cut = ("extract", "store", *(f"web/{package}" for package in DESK))
    packages = [path for room in cut for path in source.glob(f"{room}/*.py" if "/" in room else f"{room}/*/*.py")]
    modules = [path for path in (*source.glob("*/*.py"), *packages) if path.stem != "__init__"]
    assert len(modules) > 300
    assert {f"{path.parent.name}/{path.stem}" for path in modules if f"`{path.stem}`" not in told} == set()
