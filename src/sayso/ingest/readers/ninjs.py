"""IPTC ninjs 1 to 3: news items of agencies as JSON; from 2 on words within a key begin with a capital ("versionCreated")."""

from collections.abc import Iterator, Mapping
from typing import Any

from sayso.ingest.markup import plain
from sayso.ingest.reader import Desk

WITHDRAWN = ("canceled", "cancelled", "withheld")


def fits(value: Mapping[str, Any]) -> bool:
    """Whether an object is a news item: it has an address of its own and a body."""
    return "uri" in value and ("bodies" in value or any(key.startswith("body_") for key in value))


def told(value: Mapping[str, Any], where: str, desk: Desk) -> Iterator[Mapping[str, Any]]:
    """The contract's keys; nothing where the agency has withdrawn the item."""
    value = {key.lower(): found for key, found in value.items()}
    if value.get("pubstatus") in WITHDRAWN:
        desk.on_notice(f"{where}: passed over: its agency has withdrawn it ({value['pubstatus']})")
        return
    published = _string(value, "contentcreated") or _string(value, "firstcreated") or _string(value, "versioncreated")
    yield {
        "id": _string(value, "uri"),
        "text": _body(value),
        "title": _valued(value.get("headlines")) or _string(value, "headline") or _string(value, "title"),
        "byline": _string(value, "by") or _string(value, "byline"),
        "agency": _named(value.get("infosources") or value.get("infosource")) or _string(value, "copyrightholder") or _provider(value),
        "published": published,
        "published_basis": "agency" if published else None,
        "language": _string(value, "language"),
        "url": next((u for u in (_string(value, "url"), _string(value, "uri")) if u and u.startswith("http")), None),
    }


def _body(value: Mapping[str, Any]) -> str:
    """The plain body where there is one, else the text of the marked up one."""
    texts = [(str(b.get("value") or ""), str(b.get("contenttype") or "")) for b in _objects(value.get("bodies"))]
    texts += [
        (value[key], "html" if "html" in key else "plain") for key in value if key.startswith("body_") and isinstance(value[key], str)
    ]
    texts.sort(key=lambda body: ("html" in body[1], -len(body[0])))
    for text, kind in texts:
        if text.strip():
            return plain(text) if "html" in kind else text
    return ""


def _objects(value: Any) -> list[Mapping[str, Any]]:
    if not isinstance(value, list):
        return []
    return [{key.lower(): found for key, found in item.items()} for item in value if isinstance(item, dict)]


def _string(value: Mapping[str, Any], key: str) -> str | None:
    found = value.get(key)
    return found if isinstance(found, str) and found.strip() else None


def _provider(value: Mapping[str, Any]) -> str | None:
    """Who sent an item, by the name that editing systems give beside the standard's keys."""
    provider = value.get("provider")
    return _string(provider, "name") if isinstance(provider, dict) else _string(value, "provider")


def _valued(value: Any) -> str | None:
    return next((found for item in _objects(value) if (found := _string(item, "value"))), None)


def _named(value: Any) -> str | None:
    return next((found for item in _objects(value) if (found := _string(item, "name"))), None)
