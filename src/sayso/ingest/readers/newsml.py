"""IPTC NewsML-G2 and the NITF that it carries."""

import re
from collections.abc import Iterator
from typing import Any

from sayso.ingest.markup import BLANKS, first, plain, tag, words, xml
from sayso.ingest.reader import Desk, Input, Record

ROOT = re.compile(rb"<(?:\w+:)?(?:newsMessage|newsItem|nitf)[\s>]")
LARGEST = 50_000_000
WITHDRAWN = ("canceled", "cancelled", "withheld")
BODY = frozenset(["body.content", "body"])


def knows(given: Input) -> bool:
    """Whether its outermost element is one of NewsML-G2 or NITF."""
    return given.opening.lstrip().startswith(b"<") and bool(ROOT.search(given.opening[:4096]))


def read(given: Input, desk: Desk) -> Iterator[Record]:
    """A record for each news item with a text.

    Raises:
        InputError: it is no XML, or holds no text.
    """
    root = xml(given.whole(LARGEST), given.name, desk.failed)
    items = [root] if tag(root) in ("newsitem", "nitf") else [e for e in root.iter() if tag(e) == "newsitem"]
    told = 0
    for number, item in enumerate(items, 1):
        value = _nitf(item) if tag(item) == "nitf" else _item(item)
        status = value.pop("status", None) or ""
        if status.rsplit(":", 1)[-1].lower() in WITHDRAWN:
            desk.on_notice(f"{given.name}, item {number}: passed over: its agency has withdrawn it ({status})")
        elif value["text"]:
            yield given.record(value, part=f", item {number}" if len(items) > 1 else "", stem=value.get("id"))
        else:
            continue
        told += 1
    if not told:
        desk.failed(given.name, "holds no news item with a text")


def _item(item: Any) -> dict[str, Any]:
    about, content = first(item, "itemmeta"), first(item, "contentmeta")
    about, content = (part if part is not None else () for part in (about, content))
    published = words(first(content, "contentcreated")) or words(first(about, "firstcreated", "versioncreated"))
    return {
        "id": item.get("guid"),
        "text": _text(first(item, "contentset")),
        "title": words(first(content, "headline")) or words(first(about, "title")),
        "byline": words(first(content, "by")),
        "agency": words(first(content, "creditline")) or _name(first(content, "infosource")) or _name(first(about, "provider")),
        "published": published,
        "published_basis": "agency" if published else None,
        "language": _attribute(first(content, "language"), "tag"),
        "status": _attribute(first(about, "pubstatus"), "qcode"),
    }


def _nitf(root: Any) -> dict[str, Any]:
    byline, title = (next((e for e in root.iter() if tag(e) == name), None) for name in ("byline", "hl1"))
    issued = next((e for e in root.iter() if tag(e) == "date.issue"), None)
    day = (_attribute(issued, "norm") or "")[:8]
    return {
        "text": _text(root),
        "title": words(title),
        "byline": words(byline),
        "published": day or None,
        "published_basis": "agency" if day else None,
    }


def _text(content: Any) -> str:
    """The paragraphs of what is marked up; what is not, line by line."""
    if content is None:
        return ""
    body = next((e for e in content.iter() if tag(e) in BODY), None)
    paragraphs = [words(e) or "" for e in (body if body is not None else content).iter() if tag(e) == "p"]
    if any(paragraphs):
        return "\n\n".join(p for p in paragraphs if p)
    data = next((e for e in content.iter() if tag(e) == "inlinedata"), None)
    if data is None:
        return words(body) or ""
    text = "".join(data.itertext())
    return plain(text) if "html" in (data.get("contenttype") or "") else "\n\n".join(filter(None, map(_tidy, text.split("\n\n"))))


def _tidy(paragraph: str) -> str:
    return BLANKS.sub(" ", paragraph).strip()


def _name(element: Any) -> str | None:
    if element is None:
        return None
    return words(first(element, "name")) or element.get("literal") or (element.get("qcode") or "").rsplit(":", 1)[-1] or None


def _attribute(element: Any, name: str) -> str | None:
    return element.get(name) if element is not None else None
