"""Plain text and Markdown: a file is a report."""

import re
from collections.abc import Iterator

from sayso.errors import InputError
from sayso.ingest.decode import decoded
from sayso.ingest.reader import Desk, Input, Record

ENDINGS = frozenset({".txt", ".md", ".markdown", ".text"})
MEDIA = ("text/plain", "text/markdown")
MARKUP = (b"<?xml", b"<svg")
FRONT = re.compile(r"---[ \t]*\r?\n(?P<facts>(?:[^\n]*\n){1,60}?)---[ \t]*(?:\r?\n|$)\s*")
FACT = re.compile(r"^(?P<name>[A-Za-z_]+)\s*:\s*(?P<value>\S.*?)\s*$", re.MULTILINE)
KEYS = {
    "title": "title",
    "date": "published",
    "published": "published",
    "author": "byline",
    "publisher": "publisher",
    "url": "url",
    "id": "id",
}


def knows(given: Input) -> bool:
    """Whether it can be a text; beside others, one whose name or server says so: content can't tell a report from a program."""
    if given.opening.lstrip().startswith(MARKUP):
        return False
    return given.picked or given.ending in ENDINGS or given.media.startswith(MEDIA)


def read(given: Input, desk: Desk) -> Iterator[Record]:
    """The one record of a text, unchanged; facts in Markdown's front matter are no part of it.

    Raises:
        InputError: it is empty, too long, or no text.
    """
    try:
        text = decoded(given.whole())
    except ValueError as error:
        raise InputError(f"{given.name}: {error}") from error
    if not text.strip():
        raise InputError(f"{given.name}: is empty")
    front = FRONT.match(text)
    facts = (
        {KEYS[m["name"].lower()]: m["value"].strip("\"'") for m in FACT.finditer(front["facts"]) if m["name"].lower() in KEYS}
        if front
        else {}
    )
    yield given.record({**facts, "text": text[front.end() :] if front and facts else text})
