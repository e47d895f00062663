"""XML and scraps of HTML: parsed without entities of their own, and laid out as plain text."""

import re
from collections.abc import Callable
from html.parser import HTMLParser
from typing import Any

from sayso.errors import InputError
from sayso.ingest.decode import decoded

HARMLESS = re.compile(r"<!--.*?-->|<!\[CDATA\[.*?\]\]>", re.DOTALL)
DECLARED = re.compile(rb"""^\s*<\?xml[^>]*?encoding\s*=\s*["']([\w.-]+)["']""")
DECLARATION = re.compile(r"^\s*<\?xml[^>]*\?>")
BLOCKS = frozenset(
    [
        "p",
        "div",
        "br",
        "li",
        "ul",
        "ol",
        "h1",
        "h2",
        "h3",
        "h4",
        "h5",
        "h6",
        "tr",
        "table",
        "blockquote",
        "section",
        "article",
        "figure",
        "hr",
    ]
)
UNSEEN = frozenset(["script", "style", "template", "noscript", "iframe", "svg", "figcaption", "button", "form"])
CUT_OFF = frozenset(["ERR_TAG_NOT_FINISHED", "ERR_GT_REQUIRED", "ERR_CDATA_NOT_FINISHED"])
BLANKS = re.compile(r"[ \t\r\n]+")


def xml(data: bytes, name: str, on_failure: Callable[[str, object], None]) -> Any:
    """The root of an XML document, slips of its writer forgiven; one that is cut off is told to `on_failure` and read as far as it goes.

    Raises:
        InputError: it declares entities of its own (which can be made to unfold without end, or to fetch files), or is no XML at all.
    """
    from lxml import etree

    try:
        text = _text(data)
    except (ValueError, LookupError) as error:
        raise InputError(f"{name}: {error}") from error
    if "<!ENTITY" in HARMLESS.sub("", text):
        raise InputError(f"{name}: declares entities of its own, as XML bombs do; it is refused")
    parser = etree.XMLParser(recover=True, resolve_entities=False, no_network=True, load_dtd=False, huge_tree=True, encoding="utf-8")
    root = None
    try:
        root = etree.fromstring(DECLARATION.sub("", text).encode("utf-8", "replace"), parser)
    except (etree.XMLSyntaxError, ValueError) as error:
        raise InputError(f"{name}: is no XML that can be read ({error})") from error
    if root is None:
        raise InputError(f"{name}: is no XML that can be read")
    if any(error.type_name in CUT_OFF for error in parser.error_log):
        on_failure(name, "is cut off; what came before was read")
    return root


def _text(data: bytes) -> str:
    declared = DECLARED.match(data[:200])
    if declared and not declared[1].lower().startswith(b"utf-16"):
        try:
            return data.decode(declared[1].decode())
        except UnicodeDecodeError:
            return decoded(data)
    return decoded(data)


def tag(element: Any) -> str:
    """The local name of an element; empty for comments and instructions."""
    return str(element.tag).rsplit("}", 1)[-1].lower() if isinstance(element.tag, str) else ""


def first(element: Any, *names: str) -> Any:
    """The first child of one of these names, in the order of the names."""
    for name in names:
        for child in element:
            if tag(child) == name:
                return child
    return None


def words(element: Any) -> str | None:
    """All text of an element on one line; None where there is none."""
    if element is None:
        return None
    return BLANKS.sub(" ", "".join(element.itertext())).strip() or None


class _Plain(HTMLParser):
    """Collects what a reader of a page would see, paragraph by paragraph."""

    def __init__(self) -> None:
        super().__init__(convert_charrefs=True)
        self.paragraphs: list[list[str]] = [[]]
        self._unseen = 0

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:  # noqa: ARG002 - asked for by the parser
        if tag in UNSEEN:
            self._unseen += 1
        elif tag in BLOCKS:
            self.paragraphs.append([])

    def handle_endtag(self, tag: str) -> None:
        if tag in UNSEEN:
            self._unseen = max(0, self._unseen - 1)
        elif tag in BLOCKS:
            self.paragraphs.append([])

    def handle_data(self, data: str) -> None:
        if not self._unseen:
            self.paragraphs[-1].append(data)


def plain(html: str) -> str:
    """The text of a scrap of HTML (of a feed, a mail), its paragraphs parted by empty lines."""
    parser = _Plain()
    parser.feed(html)
    parser.close()
    paragraphs = (BLANKS.sub(" ", "".join(parts)).strip() for parts in parser.paragraphs)
    return "\n\n".join(paragraph for paragraph in paragraphs if paragraph)
