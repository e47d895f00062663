"""The files of a folder of knowledge, as entries with the lines on which they begin."""

from collections.abc import Hashable, Iterator
from pathlib import Path
from typing import Any

import yaml

from sayso.errors import LexiconError
from sayso.lexicon.knowledge.fault import Fault, Located
from sayso.lexicon.knowledge.tables import rows
from sayso.lexicon.read import Loader

ENDINGS = (".yaml", ".yml", ".csv")


class StrictLoader(Loader):
    """Refuses a key that stands twice in one mapping, of which YAML would silently take the last."""

    def construct_mapping(self, node: yaml.MappingNode, deep: bool = False) -> dict[Hashable, Any]:  # noqa: FBT001, FBT002 - PyYAML's own
        """The mapping of a node, or an error that says where the key stands again."""
        seen = set[str]()
        for key, _ in node.value:
            if key.value in seen:
                raise yaml.constructor.ConstructorError(None, None, f"the key {key.value!r} stands twice in one entry", key.start_mark)
            seen.add(key.value)
        return super().construct_mapping(node, deep)


def paths(folder: Path) -> list[Path]:
    """The YAML and CSV files of a folder and those below it, in order; a file stands for itself.

    Raises:
        LexiconError: there is no such folder, or nothing to read in it.
    """
    if folder.is_file():
        return [folder]
    if not folder.is_dir():
        raise LexiconError(f"{folder}: there is no such folder of knowledge")
    found = [path for path in sorted(folder.rglob("*")) if path.suffix.lower() in ENDINGS and path.is_file()]
    visible = [path for path in found if not any(part.startswith(".") for part in path.relative_to(folder).parts)]
    if not visible:
        raise LexiconError(f"{folder}: holds no file of knowledge; put .yaml or .csv files there (docs/knowledge.md shows their shape)")
    return visible


def entries(path: Path) -> Iterator[Located | Fault]:
    """The entries of one file, and what can't be read of it."""
    try:
        text = path.read_bytes().decode("utf-8-sig")
    except UnicodeDecodeError as error:
        line = error.object.count(b"\n", 0, error.start) + 1
        yield Fault(path, line, "is not UTF-8; save the file in UTF-8 (in a spreadsheet: “CSV UTF-8”)")
    except OSError as error:
        yield Fault(path, None, f"can't be read: {error.strerror or error}")
    else:
        yield from rows(path, text) if path.suffix.lower() == ".csv" else _yaml(path, text)


def _yaml(path: Path, text: str) -> Iterator[Located | Fault]:
    try:
        loader = StrictLoader(text)
        root = loader.get_single_node()
    except yaml.YAMLError as error:
        yield _broken(path, error)
        return
    if root is None:
        return
    if not isinstance(root, yaml.SequenceNode):
        yield Fault(path, 1, "a list of entries was expected; begin every entry with “- ”")
        return
    for node in root.value:
        yield _entry(path, loader, node)


def _entry(path: Path, loader: StrictLoader, node: yaml.Node) -> Located | Fault:
    line = node.start_mark.line + 1
    try:
        entry = loader.construct_object(node, deep=True)
    except yaml.YAMLError as error:
        return _broken(path, error)
    except ValueError as error:  # a day that no calendar has
        return Fault(path, line, f"{error}; write days as 2012, 2012-05 or 2012-05-07")
    if not isinstance(entry, dict):
        return Fault(path, line, f"an entry of keys and values was expected, not {entry!r:.40}")
    return Located(entry, path, line)


def _broken(path: Path, error: yaml.YAMLError) -> Fault:
    mark = getattr(error, "problem_mark", None) or getattr(error, "context_mark", None)
    what = getattr(error, "problem", None) or str(error)
    remedy = "look at its indentation, brackets and quotes; a text that holds “: ” or begins with a sign must be quoted"
    return Fault(path, mark.line + 1 if mark else None, f"not valid YAML: {' '.join(what.split())}; {remedy}")
