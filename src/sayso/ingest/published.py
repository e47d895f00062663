"""The day on which a page was published, and how it was found; with what else its head says."""

import json
import re
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, timedelta
from typing import Any

from sayso.ingest.dates import day

EARLIEST = date(1990, 1, 1)  # no news page is older
METAS = (
    "article:published_time", "og:article:published_time", "datepublished", "date.published", "publish-date", "publishdate", "pubdate",
    "dc.date.issued", "dcterms.issued", "dc.date", "dcterms.created", "sailthru.date", "parsely-pub-date", "cxenseparse:recs:publishtime",
    "date",
)  # fmt: skip
AGENCIES = ("syndication-source", "article:agency", "dc.source")
IN_ADDRESS = re.compile(r"/((?:19|20)\d\d)[/-]?(\d\d?)[/-]?(\d\d?)(?=[/_-]|$)")
DEEPEST = 6


@dataclass(frozen=True, slots=True)
class Page:
    """A parsed page with what its head says."""

    tree: Any
    address: str | None
    metas: dict[str, str]
    linked: tuple[dict[str, Any], ...]

    @classmethod
    def of(cls, tree: Any, address: str | None) -> "Page":
        """What the head of a page says in `meta` elements and as JSON-LD."""
        metas: dict[str, str] = {}
        for meta in tree.iter("meta"):
            name = (meta.get("property") or meta.get("name") or meta.get("itemprop") or "").lower()
            if name and meta.get("content"):
                metas.setdefault(name, meta.get("content").strip())
        return cls(tree, address, metas, tuple(_linked(tree)))

    @property
    def canonical(self) -> str | None:
        """The address that the page itself gives."""
        for link in self.tree.iter("link"):
            if (link.get("rel") or "").lower() == "canonical" and (link.get("href") or "").startswith(("http://", "https://")):
                return str(link.get("href")).strip()
        found = self.metas.get("og:url", "")
        return found if found.startswith(("http://", "https://")) else None

    @property
    def publisher(self) -> str | None:
        """Who put the page out, by its own word."""
        return self._named("publisher") or self.metas.get("og:site_name")

    @property
    def agency(self) -> str | None:
        """The agency that the page credits in its head."""
        return self._named("sourceOrganization") or next((self.metas[name] for name in AGENCIES if name in self.metas), None)

    def _named(self, key: str) -> str | None:
        for item in self.linked:
            value = item.get(key)
            for one in value if isinstance(value, list) else [value]:
                name = one.get("name") if isinstance(one, dict) else one
                if isinstance(name, str) and name.strip() and not name.startswith("http"):
                    return name.strip()
        return None


def published(page: Page, captured: str | None) -> tuple[str | None, str | None]:
    """The day in ISO 8601 and how it was found: `json-ld`, `meta`, `url`, `markup`, `guessed`; None where nothing tells it.

    No day after the one on which the page was fetched, and none before 1990, is believed.
    """
    latest = _latest(captured)
    for basis, told in _told(page):
        found = _day(told)
        if found and EARLIEST <= found <= latest:
            return found.isoformat(), basis
    for basis, extensive in (("markup", False), ("guessed", True)):
        searched = _searched(page, latest, extensive=extensive)
        if searched:
            return searched, basis
    return None, None


def _latest(captured: str | None) -> date:
    fetched = _day(captured) if captured else None
    return fetched + timedelta(days=1) if fetched else date(2100, 1, 1)  # a day's grace for time zones


def _told(page: Page) -> Iterator[tuple[str, Any]]:
    yield from (("json-ld", item.get("datePublished")) for item in page.linked)
    yield from (("meta", page.metas[name]) for name in METAS if name in page.metas)
    for time in page.tree.iter("time"):
        if time.get("pubdate") is not None or "publish" in (time.get("itemprop") or time.get("class") or "").lower():
            yield "markup", time.get("datetime")
    address = IN_ADDRESS.search(page.canonical or page.address or "")
    if address:
        yield "url", f"{address[1]}-{int(address[2]):02}-{int(address[3]):02}"


def _day(told: Any) -> date | None:
    try:
        return day(told) if isinstance(told, str) else None
    except ValueError:
        return None


def _searched(page: Page, latest: date, *, extensive: bool) -> str | None:
    """What htmldate finds in the markup or, `extensive`, in the text of the page."""
    from htmldate import find_date

    earliest, last = EARLIEST.isoformat(), latest.isoformat()
    try:
        return find_date(page.tree, extensive_search=extensive, original_date=True, min_date=earliest, max_date=last)
    except (ValueError, TypeError, OverflowError):
        return None


def _linked(tree: Any) -> Iterator[dict[str, Any]]:
    """The JSON-LD objects of a page that could be its report."""
    for script in tree.iter("script"):
        if "ld+json" in (script.get("type") or ""):
            try:
                yield from _reports(json.loads(script.text or ""), 0)
            except (ValueError, RecursionError):
                continue  # pages often hold broken JSON-LD; the rest of the head is asked instead


def _reports(value: Any, depth: int) -> Iterator[dict[str, Any]]:
    if depth > DEEPEST:
        return
    if isinstance(value, list):
        for item in value:
            yield from _reports(item, depth + 1)
    elif isinstance(value, dict):
        if "datePublished" in value or "sourceOrganization" in value:
            yield value
        for key in ("@graph", "mainEntity", "mainEntityOfPage"):
            yield from _reports(value.get(key), depth + 1)
