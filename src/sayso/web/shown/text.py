"""Texts of others on our pages: nothing in them may act as markup, turn the page's direction around or hide."""

import re
import unicodedata
from functools import lru_cache
from typing import Annotated

from markupsafe import Markup, escape
from pydantic import BeforeValidator

# What has no shape of its own but changes how its neighbours look or where they stand: controls, marks of direction, invisible letters.
UNSEEN = re.compile(
    "[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\u061c\u200b\u200e\u200f\u2028-\u202e\u2060-\u2069\ufeff\ufff9-\ufffb\U000e0000-\U000e007f]"
)
HALVES = re.compile("[\ud800-\udfff]")
SHORT = {"\u202a": "LRE", "\u202b": "RLE", "\u202c": "PDF", "\u202d": "LRO", "\u202e": "RLO", "\u200e": "LRM", "\u200f": "RLM"}


def sound(value: object) -> object:
    """A text that can be encoded: half a character becomes a replacement mark, so that offsets stay what they were."""
    return HALVES.sub("\ufffd", value) if isinstance(value, str) and not value.isascii() else value


NOTHING = Markup("")
SHORTEST = 60  # characters of a text that is worth remembering
Text = Annotated[str, BeforeValidator(sound)]


def seen(text: str | None) -> Markup:
    """A text as HTML; characters that nobody sees are shown by name, as a mark of their own."""
    if not text:
        return NOTHING
    return _short(text) if len(text) <= SHORTEST else _seen(text)


def _seen(text: str) -> Markup:
    given = str(sound(text))
    if (given.isascii() and given.isprintable()) or not UNSEEN.search(given):  # most texts
        return escape(given)
    parts, at = [], 0
    for found in UNSEEN.finditer(given):
        parts += [escape(given[at : found.start()]), _mark(found.group())]
        at = found.end()
    return Markup("").join([*parts, escape(given[at:])])


_short = lru_cache(maxsize=8192)(_seen)  # names, codes and types stand in row after row


def bare(text: str | None) -> str:
    """A text without the characters that nobody sees, for where none can be shown by name: a window's title."""
    return UNSEEN.sub("", str(sound(text or "")))


def _mark(character: str) -> Markup:
    name = unicodedata.name(character, "control character")
    return Markup('<span class="unseen" title="U+{:04X} {}">{}</span>').format(ord(character), name, SHORT.get(character, "\u2423"))
