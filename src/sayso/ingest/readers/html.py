"""Web pages: the report in them, without what surrounds it; title, byline, publisher, day and address."""

import logging
import re
from collections.abc import Iterator
from typing import Any

from sayso.errors import InputError
from sayso.ingest.decode import decoded
from sayso.ingest.published import Page, published
from sayso.ingest.reader import Desk, Input, Record

LARGEST = 20_000_000  # bytes; the text of a page is a hundredth of it
BEGINS = re.compile(rb"\s*(?:<\?xml[^>]*>\s*)?(?:<!--.*?-->\s*)*<(?:!doctype\s+html|html|head|body)\b", re.IGNORECASE | re.DOTALL)
PARTS = re.compile(rb"<(?:html|head|body|article|meta|div|p|h1|script)\b[^>]*>", re.IGNORECASE)
CHARSET = re.compile(rb"""<meta[^>]{0,200}charset\s*=\s*["']?\s*([\w.:-]+)""", re.IGNORECASE)
OF_SERVER = re.compile(r"charset\s*=\s*[\"']?([\w.:-]+)", re.IGNORECASE)
LEAST_PARTS = 3
LEAST = 40  # characters: what is shorter is a menu or a notice
CONTROLS = re.compile("[\0-\x08\x0b\x0e-\x1f]")


def knows(given: Input) -> bool:
    """Whether it begins as a page, or has several of a page's tags near its beginning and is said to be one."""
    head = given.opening
    if BEGINS.match(head[:4096]):
        return True
    said = given.media.startswith(("text/html", "application/xhtml")) or given.ending in (".html", ".htm", ".xhtml")
    return said and head.lstrip()[:1] == b"<" and len(PARTS.findall(head)) >= LEAST_PARTS


def read(given: Input, desk: Desk) -> Iterator[Record]:
    """The one record of a page.

    Raises:
        InputError: it is too large, or no report can be found in it.
    """
    text = _text(given.whole(LARGEST), given)
    yield given.record(extracted(text, given.name, address=given.known.get("url"), captured=given.known.get("captured")))


def extracted(text: str, name: str, *, address: str | None = None, captured: str | None = None) -> dict[str, Any]:
    """What a page tells: the contract's keys.

    Args:
        text: the page's HTML.
        name: what to call it in an error.
        address: where it was found.
        captured: when it was fetched, in ISO 8601; no report is younger.

    Raises:
        InputError: it holds no report.
    """
    from lxml import etree
    from trafilatura import bare_extraction, load_html

    _hush()
    tree = load_html(CONTROLS.sub(" ", text))
    if tree is None:
        raise InputError(f"{name}: is no page that can be read")
    page = Page.of(tree, address)
    day, basis = published(page, captured)
    try:
        found: Any = bare_extraction(
            tree, url=address, with_metadata=True, include_comments=False, date_extraction_params={"extensive_search": False}
        )
    except (etree.LxmlError, ValueError, TypeError, AttributeError, RecursionError) as error:
        raise InputError(f"{name}: can't be read as a page ({error})") from error
    if found is None or len((found.text or "").strip()) < LEAST:
        raise InputError(f"{name}: no report was found in this page")
    return {
        "text": "\n\n".join(line for line in (found.text or "").split("\n") if line.strip()),
        "title": found.title,
        "byline": found.author,
        "publisher": page.publisher or found.sitename,
        "agency": page.agency,
        "published": day,
        "published_basis": basis,
        "url": page.canonical or address,
    }


def _text(data: bytes, given: Input) -> str:
    """The page as text, in the encoding that it or its server names."""
    named = OF_SERVER.search(given.media) or CHARSET.search(data[:4096])
    if named and not data.startswith((b"\xff\xfe", b"\xfe\xff", b"\xef\xbb\xbf")):
        encoding = named[1] if isinstance(named[1], str) else named[1].decode("ascii")
        try:
            return data.decode({"iso-8859-1": "cp1252", "latin-1": "cp1252"}.get(encoding.lower(), encoding))
        except (UnicodeDecodeError, LookupError):
            pass  # what is named wrongly is found out
    try:
        return decoded(data)
    except ValueError as error:
        raise InputError(f"{given.name}: {error}") from error


def _hush() -> None:
    """Keep the libraries' own warnings off standard error: what fails is told by us."""
    for name in ("trafilatura", "htmldate", "courlan"):
        logging.getLogger(name).setLevel(logging.CRITICAL)
