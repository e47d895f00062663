"""Texts as databases can hold them, and names as people look for them."""

import hashlib
import json
import re
import unicodedata
from functools import lru_cache

UNSTORABLE = re.compile("[\x00\ud800-\udfff]")  # PostgreSQL refuses NUL, UTF-8 refuses lone surrogates
INSTEAD = "\ufffd"
WORD = re.compile(r"\w+")


def plain(text: str) -> str:
    """The text with each character that a database can't hold replaced by one that it can: offsets stay what they are."""
    return UNSTORABLE.sub(INSTEAD, text)


def maybe(text: str | None) -> str | None:
    """The same for a text that may be missing."""
    return None if text is None else plain(text)


@lru_cache(maxsize=65536)
def words(name: str) -> str:
    """The words of a name without case, accents and signs, a blank around each: ` der spiegel `."""
    bare = "".join(c for c in unicodedata.normalize("NFKD", name) if not unicodedata.combining(c))
    return f" {' '.join(WORD.findall(bare.casefold()))} "


def key(report: str, publisher: str | None) -> str:
    """What a report is known by: its id and who put it out."""
    return digest(json.dumps([report, publisher]))


def digest(text: str) -> str:
    """Twenty hexadecimal digits of the SHA-256 of a text."""
    return hashlib.sha256(text.encode("utf-8", "surrogatepass")).hexdigest()[:20]


def number(text: str) -> int:
    """A number of eight bytes, with its sign, that stands for a text."""
    return int.from_bytes(hashlib.blake2b(text.encode("utf-8", "surrogatepass"), digest_size=8).digest(), "big", signed=True)
