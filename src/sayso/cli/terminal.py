"""What is shown to people: text that can't harm a terminal, and the streams it goes to."""

import re
import sys
from collections.abc import Iterable
from io import TextIOWrapper
from typing import TYPE_CHECKING

import typer

if TYPE_CHECKING:
    from rich.console import Console, RenderableType
    from rich.text import Text

TRAILING = re.compile(" +$", re.MULTILINE)
SPACES = re.compile(r"[ \t\r\n\v\f\x85\u2028\u2029]+")
# Controls and escapes, direction marks, invisible and tag characters, lone surrogates; not the joiners that scripts and emoji need.
HARMFUL = re.compile(
    "[\x00-\x1f\x7f-\x9f\u061c\u200b\u200e\u200f\u2028-\u202e\u2060-\u206f\ufeff\ufff9-\ufffb\ud800-\udfff\U000e0000-\U000e007f]"
)
WIDTH = 80


def safe(text: str) -> str:
    """The text on one line, with every character that could move, colour or reorder a terminal written as an escape."""
    return HARMFUL.sub(_escape, SPACES.sub(" ", text))


def harmless(text: str) -> str:
    """The same with line breaks kept."""
    return "\n".join(HARMFUL.sub(_escape, line.replace("\t", " ")) for line in text.split("\n"))


def say(text: str) -> None:
    """A line on standard error."""
    typer.echo(safe(text), err=True)


def shown(text: str) -> None:
    """A line on standard output, for people."""
    typer.echo(harmless(text))


def on_terminal() -> bool:
    """Whether standard output is a terminal."""
    return sys.stdout.isatty()


def console(*, to_file: bool = False) -> "Console":
    """Where tables are laid out: as wide as the terminal, else 80 columns without colour."""
    from io import StringIO

    from rich.console import Console

    if to_file:
        return Console(file=StringIO(), width=WIDTH, markup=False, highlight=False, emoji=False, color_system=None)
    return Console(file=sys.stdout, markup=False, highlight=False, emoji=False, soft_wrap=False)


def drawn(console: "Console", parts: "Iterable[RenderableType]") -> str:
    """What the console would print, as text."""
    with console.capture() as capture:
        for part in parts:
            console.print(part)
    return TRAILING.sub("", capture.get())


def indented(text: "Text", columns: int) -> "RenderableType":
    """The text moved to the right, wrapped lines too."""
    from rich.padding import Padding

    return Padding(text, (0, 0, 0, columns), expand=False)


def forgiving_streams() -> None:
    """Make the standard streams write an escape for what their encoding lacks, instead of failing."""
    for stream in (sys.stdout, sys.stderr):
        if isinstance(stream, TextIOWrapper):
            stream.reconfigure(errors="backslashreplace")


def data_stream() -> None:
    """Make standard output UTF-8 with plain line ends, as data is everywhere."""
    if isinstance(sys.stdout, TextIOWrapper):
        sys.stdout.reconfigure(encoding="utf-8", newline="\n")


def _escape(found: re.Match[str]) -> str:
    code = ord(found.group())
    return f"\\x{code:02x}" if code < 0x100 else f"\\u{code:04x}" if code < 0x10000 else f"\\U{code:08x}"
