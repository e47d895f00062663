"""Why an answer is empty: what was asked for that no event has, even by itself."""

from collections.abc import Iterator
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from sayso.store import Filter, View

LISTED = ("type", "mode", "context", "publisher")  # fields whose values are few enough to be told
SHOWN = 16


def absent(view: "View", wanted: "Filter") -> Iterator[str]:
    """A line for each value that no event has."""
    from sayso.store import Filter

    for name, value in wanted.given().items():
        alone = [one for one in (value if isinstance(value, tuple) else (value,)) if not view.count(Filter.of(**{name: one}))]
        if alone:
            option = "--" + name.replace("_", "-")
            yield f"no event here has {option} {', '.join(map(str, alone))}{_there(view, name)}"


def _there(view: "View", name: str) -> str:
    """The values that there are, the commonest first."""
    if name not in LISTED:
        return ""
    found = [str(value) for value, _ in view.facets(names=(name,), top=SHOWN)[name] if value]
    return f"; the commonest are {', '.join(found)}" if found else ""
