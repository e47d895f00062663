"""How arguments stand in help: by the names that we gave them, without Python's types."""

from collections.abc import Iterable
from typing import Any

MANY = -1  # how many words an argument takes: as many as there are


def plain(commands: Iterable[Any]) -> None:
    """Name the arguments of commands, and of those within groups, as other programs do: `REPORTS...`, `[DB]`.

    Typer writes `REPORTS <list[str]>` and `{REPORTS}`, which tell a user nothing and look like a slip. It has no setting for it.
    """
    for command in commands:
        plain(getattr(command, "commands", {}).values())
        for one in command.params:
            if one.param_type_name == "argument":
                name = (one.metavar or one.name.upper()).removesuffix("...")
                one.metavar = name
                one.display_type_rich = _nothing
                one.get_usage_pieces = _says(_used(name, required=one.required, many=one.nargs == MANY))


def _used(name: str, *, required: bool, many: bool) -> str:
    told = name if required else f"[{name}]"
    return f"{told}..." if many else told


def _says(piece: str) -> Any:
    return lambda _: [piece]


def _nothing(**_: Any) -> str:
    return ""
