"""RSS 0.9 to 2.0 and Atom: an entry is a report."""

import re
from collections.abc import Iterator
from datetime import date, timedelta
from typing import Any

from sayso.ingest.dates import day
from sayso.ingest.markup import first, plain, tag, words, xml
from sayso.ingest.published import EARLIEST
from sayso.ingest.reader import Desk, Input, Record

ROOT = re.compile(rb"<(?:\w+:)?(?:rss|feed|RDF)[\s>]")
LARGEST = 50_000_000


def knows(given: Input) -> bool:
    """Whether its outermost element is that of a feed."""
    head = given.opening.lstrip()
    return head.startswith(b"<") and b"<html" not in head[:1024].lower() and bool(ROOT.search(head[:4096]))


def read(given: Input, desk: Desk) -> Iterator[Record]:
    """A record for each entry with a text; dates that can't be are dropped and told.

    Raises:
        InputError: it is no XML that can be read.
    """
    root = xml(given.whole(LARGEST), given.name, desk.failed)
    feed = first(root, "channel") if tag(root) in ("rss", "rdf") else root
    feed = root if feed is None else feed
    publisher = words(first(feed, "title"))
    latest = _latest(feed, given.known.get("captured"))
    entries = [e for e in root.iter() if tag(e) in ("item", "entry")]
    for number, entry in enumerate(entries, 1):
        where = f", entry {number}"
        value, doubt = _entry(entry, latest)
        if doubt:
            desk.on_notice(f"{given.name}{where}: its date {doubt} is left out")
        if value["text"]:
            yield given.record({"publisher": publisher, **value}, part=where, stem=value["id"])
        else:
            desk.on_notice(f"{given.name}{where}: passed over: it has no text")
    if not entries:
        desk.on_notice(f"{given.name}: has no entries")


def _latest(feed: Any, captured: str | None) -> date:
    """The day after which no entry can have been published: that of the feed itself, with one day's grace for time zones."""
    for told in (captured, words(first(feed, "lastbuilddate", "updated", "pubdate"))):
        found = _day(told)
        if found:
            return found + timedelta(days=1)
    return date(2100, 1, 1)


def _entry(entry: Any, latest: date) -> tuple[dict[str, Any], str]:
    """The contract's keys of an entry, and its date in words where it can't be right."""
    told = words(first(entry, "pubdate", "published", "date", "issued", "updated"))
    found = _day(told)
    sound = found is not None and EARLIEST <= found <= latest
    title, link = words(first(entry, "title")), _link(entry)
    value = {
        "id": words(first(entry, "guid", "id")) or link,
        "text": _text(entry) or title,
        "title": plain(title) if title and "<" in title else title,
        "byline": words(first(entry, "creator")) or _author(first(entry, "author")),
        "agency": words(first(entry, "source")),
        "url": link,
        "published": found.isoformat() if found and sound else None,
        "published_basis": "feed" if sound else None,
    }
    return value, "" if sound or not told else repr(told[:40])


def _day(told: str | None) -> date | None:
    try:
        return day(told) if told else None
    except ValueError:
        return None


def _text(entry: Any) -> str:
    """The longest of what the entry holds: the whole text where there is one, else its summary."""
    found = [_content(e) for e in entry if tag(e) in ("encoded", "content", "description", "summary")]
    return max(found, key=len, default="")


def _content(element: Any) -> str:
    if len(element) and element.get("type") == "xhtml":
        from lxml import etree

        return plain(etree.tostring(element, encoding="unicode"))
    return plain("".join(element.itertext()))


def _link(entry: Any) -> str | None:
    for element in entry:
        if tag(element) == "link" and element.get("rel", "alternate") == "alternate":
            found = element.get("href") or words(element)
            if found:
                return str(found).strip()
    guid = words(first(entry, "guid", "id")) or ""
    return guid if guid.startswith(("http://", "https://")) else None


def _author(element: Any) -> str | None:
    return (words(first(element, "name")) or words(element)) if element is not None else None
