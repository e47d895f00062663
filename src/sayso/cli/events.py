"""Events read back from what `code` and `annotate` wrote. What reads them from elsewhere has the same shape: names in, events out."""

from collections.abc import Callable, Iterator
from typing import Any

from sayso.errors import InputError
from sayso.model import Event
from sayso.model.quad import QUADS

KINDS = {"id": str, "type": str, "cameo": str, "quad": int, "status": str, "pattern": str, "confidence": float, "score": float}
STATUSES = frozenset({"occurred", "planned", "possible", "denied"})


def events(name: str, *, on_failure: Callable[[InputError], None]) -> Iterator[Event]:
    """The events of a JSONL file of events or of annotated reports (`-` for standard input), one by one; what is no event is told of.

    Raises:
        InputError: the file as a whole can't be read.
    """
    from sayso.cli.jsonl import objects

    for where, value in objects(name, on_failure=on_failure):
        listed = value.get("events")
        for one in listed if isinstance(listed, list) else [value]:
            try:
                yield event_of(one)
            except (KeyError, TypeError, ValueError, AttributeError) as error:
                on_failure(InputError(f"{where}: is no event: {told(error)}; `sayso code --format jsonl` writes events"))


def event_of(value: Any) -> Event:
    """An event whose fields can be worked with.

    Raises:
        KeyError, TypeError, ValueError, AttributeError: they can't; the error names the field.
    """
    found = Event.from_dict(value)
    for name, kind in KINDS.items():
        held = getattr(found, name)
        if isinstance(held, bool) or not isinstance(held, (int, float) if kind is float else kind):
            raise TypeError(f"its {name} is {held!r}")
    if found.status not in STATUSES or found.quad not in QUADS or not found.cameo.isdigit():
        raise ValueError(f"its status, quad or cameo is {found.status!r}, {found.quad!r}, {found.cameo!r}")
    if not isinstance(found.report.get("id"), str):
        raise TypeError("its report has no id")
    return found


def told(error: Exception) -> str:
    """What is wrong with what was read, in words."""
    return f"it lacks {error}" if isinstance(error, KeyError) else str(error)
