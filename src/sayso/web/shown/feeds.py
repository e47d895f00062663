"""The latest events of a watchlist as RSS 2.0, Atom (RFC 4287) and JSON Feed 1.1; entries keep their ids, whatever is coded anew."""

import json
import re
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import datetime
from email.utils import format_datetime
from typing import Any
from urllib.parse import quote
from xml.etree import ElementTree as Xml

from sayso.model import Event
from sayso.store.people.watchlists import Arrival, Watchlist
from sayso.store.rows.words import key

ATOM = "http://www.w3.org/2005/Atom"
UNFIT = re.compile("[^\t\n\r\x20-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")  # what XML 1.0 can't hold
LONGEST = 1000  # characters of evidence


@dataclass(frozen=True, slots=True)
class Entry:
    """An event as feeds tell it."""

    id: str
    link: str
    title: str
    text: str
    author: str
    at: datetime
    updated: datetime
    body: dict[str, Any]


@dataclass(frozen=True, slots=True)
class Feed:
    """A watchlist with its entries, the latest first; `home` is the desk's address, `own` the feed's."""

    watchlist: Watchlist
    entries: Sequence[Entry]
    home: str
    own: str

    @property
    def title(self) -> str:
        """What it is called."""
        return f"{self.watchlist.name} · Sayso"

    @property
    def updated(self) -> datetime:
        """When an entry changed last."""
        return max([datetime.fromisoformat(self.watchlist.made_at), *(one.updated for one in self.entries)])


def feed(watchlist: Watchlist, arrivals: Sequence[Arrival], home: str, own: str) -> Feed:
    """The feed of a watchlist."""
    return Feed(watchlist, [_entry(one, home) for one in arrivals], home, own)


def rss(given: Feed) -> bytes:
    """As RSS 2.0."""
    Xml.register_namespace("atom", ATOM)
    root = Xml.Element("rss", version="2.0")
    channel = Xml.SubElement(root, "channel")
    _add(channel, "title", given.title)
    _add(channel, "link", f"{given.home}/watchlists")
    _add(channel, "description", f"Events that came in for the watchlist “{given.watchlist.name}”, the latest first.")
    Xml.SubElement(channel, f"{{{ATOM}}}link", href=given.own, rel="self", type="application/rss+xml")
    _add(channel, "lastBuildDate", format_datetime(given.updated))
    for one in given.entries:
        item = Xml.SubElement(channel, "item")
        _add(item, "title", one.title)
        _add(item, "link", one.link)
        _add(item, "description", one.text)
        _add(item, "guid", one.id, isPermaLink="false")
        _add(item, "pubDate", format_datetime(one.at))
    return _written(root)


def atom(given: Feed) -> bytes:
    """As Atom."""
    root = Xml.Element("feed", xmlns=ATOM)
    _add(root, "id", f"urn:sayso:watchlist:{given.watchlist.id}")
    _add(root, "title", given.title)
    _add(root, "updated", given.updated.isoformat(timespec="seconds"))
    Xml.SubElement(root, "link", href=given.own, rel="self", type="application/atom+xml")
    Xml.SubElement(root, "link", href=f"{given.home}/watchlists", rel="alternate", type="text/html")
    for one in given.entries:
        entry = Xml.SubElement(root, "entry")
        _add(entry, "id", one.id)
        _add(entry, "title", one.title)
        _add(entry, "published", one.at.isoformat(timespec="seconds"))
        _add(entry, "updated", one.updated.isoformat(timespec="seconds"))
        _add(Xml.SubElement(entry, "author"), "name", one.author)
        Xml.SubElement(entry, "link", href=one.link, rel="alternate", type="text/html")
        _add(entry, "content", one.text, type="text")
    return _written(root)


def json_feed(given: Feed) -> bytes:
    """As JSON Feed 1.1; each item has its event by the JSON contract."""
    told = {
        "version": "https://jsonfeed.org/version/1.1",
        "title": given.title,
        "home_page_url": f"{given.home}/watchlists",
        "feed_url": given.own,
        "items": [
            {
                "id": one.id,
                "url": one.link,
                "title": one.title,
                "content_text": one.text,
                "date_published": one.at.isoformat(timespec="seconds"),
                "date_modified": one.updated.isoformat(timespec="seconds"),
                "authors": [{"name": one.author}],
                "_sayso": {"about": f"{given.home}/api/v1/openapi.json", "event": one.body},
            }
            for one in given.entries
        ],
    }
    return json.dumps(told).encode()


LAYOUTS: dict[str, tuple[str, Callable[[Feed], bytes]]] = {
    "rss": ("application/rss+xml", rss),
    "atom": ("application/atom+xml", atom),
    "json": ("application/feed+json", json_feed),
}


def _entry(arrival: Arrival, home: str) -> Entry:
    body = arrival.body
    report, evidence = body["report"], body["evidence"]["text"]
    known = key(str(report["id"]), report["publisher"])
    told = " · ".join(part for part in (report["publisher"], report["published"], report["title"]) if part)
    return Entry(
        id=f"urn:sayso:event:{body['id']}:{known}",
        link=f"{home}/event/{quote(body['id'], safe='')}?report={known}",
        title=str(Event.from_dict(body)),
        text=f"“{evidence[:LONGEST]}{' …' if len(evidence) > LONGEST else ''}”" + (f" ({told})" if told else ""),
        author=report["publisher"] or "unnamed publisher",
        at=datetime.fromisoformat(arrival.at),
        updated=datetime.fromisoformat(arrival.updated),
        body=body,
    )


def _add(parent: Xml.Element, name: str, text: str, **attributes: str) -> None:
    Xml.SubElement(parent, name, attributes).text = UNFIT.sub("\ufffd", text)


def _written(root: Xml.Element) -> bytes:
    written: bytes = Xml.tostring(root, encoding="utf-8", xml_declaration=True)
    return written
