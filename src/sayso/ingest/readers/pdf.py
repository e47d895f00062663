"""PDF with text in it; scanned pages have none and are told."""

import logging
import re
import zlib
from collections.abc import Iterator
from typing import Any

from sayso.errors import InputError
from sayso.ingest.reader import Desk, Input, Record

MOST_PAGES = 2_000
MOST_CHARACTERS = 10_000_000
CUT_WORD = re.compile(r"(?<=[a-z])-\n(?=[a-z])")
# What pypdf has been seen to raise on damaged files, besides its own errors.
DAMAGE = (
    ValueError, KeyError, TypeError, AttributeError, IndexError, RecursionError, OverflowError, ArithmeticError, NotImplementedError,
    AssertionError, OSError, EOFError, zlib.error,
)  # fmt: skip


def knows(given: Input) -> bool:
    """Whether PDF's mark stands near the beginning."""
    return b"%PDF-" in given.head[:1024]


def read(given: Input, desk: Desk) -> Iterator[Record]:
    """The one record of a PDF: its pages' text.

    Raises:
        InputError: it is damaged or encrypted, or has no text.
    """
    from pypdf import PdfReader
    from pypdf.errors import PyPdfError

    logging.getLogger("pypdf").setLevel(logging.CRITICAL)
    try:
        with given.random() as file:
            reader = PdfReader(file, strict=False)
            if reader.is_encrypted and not reader.decrypt(""):
                raise InputError(f"{given.name}: is encrypted; save it without a password")
            value = {"text": _text(reader), **_facts(reader)}
    except (PyPdfError, *DAMAGE) as error:
        raise InputError(f"{given.name}: can't be read as PDF ({error})") from error
    if not value["text"].strip():
        raise InputError(f"{given.name}: has no text: its pages are pictures; run a text recognition over it first")
    yield given.record(value)


def _text(reader: Any) -> str:
    pages, length = [], 0
    for page in reader.pages[:MOST_PAGES]:
        pages.append(CUT_WORD.sub("", page.extract_text() or ""))
        length += len(pages[-1])
        if length > MOST_CHARACTERS:
            break
    return "\n\n".join(pages)


def _facts(reader: Any) -> dict[str, Any]:
    """What its properties say; the day is that of the file, and marked so."""
    facts = reader.metadata
    if not facts:
        return {}
    made = facts.creation_date
    return {
        "title": (facts.title or "").strip() or None,
        "byline": (facts.author or "").strip() or None,
        "published": made.date().isoformat() if made else None,
        "published_basis": "file" if made else None,
    }
