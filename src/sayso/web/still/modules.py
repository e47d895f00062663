"""ES modules joined into one script: each becomes a function's scope, in the order in which they need one another."""

import re
from collections.abc import Mapping
from pathlib import Path

IMPORT = re.compile(r'^import \{([^}]*)\} from "([^"]+)";$', re.MULTILINE)
DECLARED = re.compile(r"^export (?=(?:async )?(?:function|const) (\w+))", re.MULTILINE)
LISTED = re.compile(r"export\s*\{([^}]*)\};?\s*$")
LEFT = re.compile(r"^\s*(?:import|export)\b", re.MULTILINE)


def joined(entry: Path) -> str:
    """A script that does what a module does, with all that it imports.

    Our own modules and the vendored ones import by name, a statement a line, and export functions, constants, or one list at the end.

    Raises:
        ValueError: a module imports or exports in another way.
    """
    done: dict[Path, str] = {}
    parts: list[str] = []
    _add(entry.resolve(), done, parts)
    return "\n".join(parts)


def _add(file: Path, done: dict[Path, str], parts: list[str]) -> str:
    """The name of a module's exports; its code is put after that of the modules it needs."""
    if file in done:
        return done[file]
    text = file.read_text("utf-8")
    needed = [(names, _add((file.parent / path).resolve(), done, parts)) for names, path in IMPORT.findall(text)]
    body, exports = _exported(IMPORT.sub("", text))
    if LEFT.search(body):
        raise ValueError(f"{file.name}: imports or exports in a way that one script can't hold")
    done[file] = name = f"module{len(done)}"
    taken = "".join(f"const {{{_renamed(names)}}} = {module};\n" for names, module in needed)
    given = ", ".join(f"{outside}: {inside}" for outside, inside in exports.items())
    parts.append(f"const {name} = (() => {{\n{taken}{body.strip()}\nreturn {{ {given} }};\n}})();")
    return name


def _exported(text: str) -> tuple[str, Mapping[str, str]]:
    """A module without its exports, and what these are: names outside and inside."""
    exports = {name: name for name in DECLARED.findall(text)}
    listed = LISTED.search(text)
    if listed:
        pairs = [one.split(" as ") for one in listed[1].split(",") if one.strip()]
        exports |= {pair[-1].strip(): pair[0].strip() for pair in pairs}
    return LISTED.sub("", DECLARED.sub("", text)), exports


def _renamed(names: str) -> str:
    return names.replace(" as ", ": ")
