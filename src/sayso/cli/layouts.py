"""Annotated reports as text, for commands that lay them out in one process."""

from collections.abc import Iterable, Iterator

from sayso.cli.terminal import harmless
from sayso.export.rendering import Rendering
from sayso.model import AnnotatedReport


def silent(annotated: Iterable[AnnotatedReport]) -> Iterator[str]:
    """Nothing, one report after the other."""
    return ("" for _ in annotated)


def harmlessly(rendering: Rendering) -> Rendering:
    """The same without control characters: for data that is only looked at, on a terminal."""
    return Rendering(rendering.name, Harmless(rendering), rendering.header)


class Harmless:
    """Renders reports so that no character of theirs can harm a terminal; can be sent to another process."""

    def __init__(self, rendering: Rendering) -> None:
        """Take what renders them."""
        self._rendering = rendering

    def __call__(self, one: AnnotatedReport) -> str:
        """The lines of a report."""
        return harmless(self._rendering.render(one))
