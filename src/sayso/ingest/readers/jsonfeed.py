"""JSON Feed 1 and 1.1: an item is a report."""

from collections.abc import Iterator, Mapping
from typing import Any

from sayso.ingest.dates import day
from sayso.ingest.markup import plain
from sayso.ingest.published import EARLIEST
from sayso.ingest.reader import Desk


def fits(value: Mapping[str, Any]) -> bool:
    """Whether an object is a feed: it has items and says its version."""
    return isinstance(value.get("items"), list) and "jsonfeed" in str(value.get("version"))


def told(value: Mapping[str, Any], where: str, desk: Desk) -> Iterator[Mapping[str, Any]]:
    """The contract's keys of each item with a text; dates that can't be are dropped and told."""
    for number, item in enumerate(value["items"], 1):
        found = _item(item) if isinstance(item, dict) else {"text": ""}
        if not found["text"]:
            desk.on_notice(f"{where}, item {number}: passed over: it has no text")
            continue
        doubt = found.pop("doubt")
        if doubt:
            desk.on_notice(f"{where}, item {number}: its date {doubt} is left out")
        yield {"publisher": _string(value, "title"), **found}


def _item(item: Mapping[str, Any]) -> dict[str, Any]:
    html, text = _string(item, "content_html"), _string(item, "content_text")
    told = _string(item, "date_published")
    sound = _is_sound(told)
    return {
        "id": str(item.get("id") or "") or _string(item, "url"),
        "text": text or (plain(html) if html else "") or _string(item, "summary") or _string(item, "title") or "",
        "title": _string(item, "title"),
        "byline": _author(item),
        "url": _string(item, "url"),
        "published": told if sound else None,
        "published_basis": "feed" if sound else None,
        "language": _string(item, "language"),
        "doubt": repr(told[:40]) if told and not sound else "",
    }


def _is_sound(told: str | None) -> bool:
    try:
        return bool(told) and day(told or "") >= EARLIEST
    except ValueError:
        return False


def _author(item: Mapping[str, Any]) -> str | None:
    authors = item.get("authors")
    listed = authors if isinstance(authors, list) else [item.get("author")]
    return next((name for one in listed if isinstance(one, dict) and (name := _string(one, "name"))), None)


def _string(value: Mapping[str, Any], key: str) -> str | None:
    found = value.get(key)
    return found if isinstance(found, str) and found.strip() else None
