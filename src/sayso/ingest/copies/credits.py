"""Whom a report credits for its text: an agency in the dateline, the byline or the last line, or the outlet that published it first."""

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from functools import cached_property
from typing import Any
from urllib.parse import urlsplit

from sayso.model import Report

HEAD = 300  # characters in which a dateline or byline stands
TAIL = 300
AGENCY = "news-agency"
STATE = "state"  # as owner: the state of the outlet's country
NAME = r"(?:the\s+)?(?P<name>[A-Z][\w&'’.-]*(?:\s+(?:of|the|and|for|[A-Z][\w&'’.-]*)){0,5})"
SLUG = re.compile(r"[^a-z0-9]+")


@dataclass(frozen=True)
class Credits:
    """Finds credits.

    `names` maps every name of an agency or outlet to its entity; `agencies` are the entities that write for others; `phrases` are
    the cue lists of `cues/credit.yaml`. `sites` maps domains to who publishes there, `houses` outlets to the house whose reports
    they carry as their own: credit goes to that. `owners` maps outlets, and houses, to whom they belong.
    """

    names: Mapping[str, str]
    agencies: frozenset[str]
    phrases: Mapping[str, Iterable[str]]
    sites: Mapping[str, str] = field(default_factory=dict)
    houses: Mapping[str, str] = field(default_factory=dict)
    owners: Mapping[str, str] = field(default_factory=dict)

    @classmethod
    def from_lexicon(cls, data: Mapping[str, Any]) -> "Credits":
        """The credits that a lexicon (as `sayso.lexicon.read.read` gives it) knows of."""
        media = [entry for entry in data["organisations"] if "MED" in entry["sectors"]]
        names = {name: entry["id"] for entry in media for name in (entry["name"], *entry["also"])}
        agencies = frozenset(e["id"] for e in media if e["kind"] == AGENCY)
        sites = {domain: entry["id"] for entry in media for domain in entry["domains"]}
        houses = {e["id"]: e["family"] for e in media if e["family"]}
        return cls(names, agencies, data["cues"]["credit"], sites, houses, _owners(media))

    def voice(self, report: Report) -> str | None:
        """Who wrote the report by its own account: the entity, or a slug of the name where it is not listed."""
        if report.agency:
            return self._housed(self._entity(report.agency))
        return self._housed(self._first_publisher(report.text) or self._of_agency(report) or self._in_text(report.text))

    def cited(self, report: Report) -> frozenset[str]:
        """Agencies on whose reports the text rests in part ("told Reuters", "the Norvane agency reports"): no credit for the whole."""
        found = (self._entity(next(filter(None, match.groups()))) for match in self._cited.finditer(report.text))
        return frozenset(filter(None, map(self._housed, found))) - {self.voice(report)}

    def writer(self, report: Report) -> str | None:
        """Under which name others would credit who published a report: as it says, else by where it stands."""
        return self._housed(self._publisher(report))

    def outlet(self, report: Report) -> tuple[str | None, str | None]:
        """Who published a report, by its own name, and the house that it belongs to: its owner's or that whose reports it carries."""
        own = self._publisher(report)
        writer = self._housed(own)
        return own, self.owners.get(own or "") or self.owners.get(writer or "") or (writer if writer in self._heads else None)

    def _publisher(self, report: Report) -> str | None:
        if report.publisher:
            return self._at(report.publisher) or self._entity(report.publisher)
        return self._at(_host(report.url))

    def _of_agency(self, report: Report) -> str | None:
        """An agency that publishes its own text."""
        entity = self._publisher(report)
        return entity if entity in self.agencies or self._is_agency.search(report.publisher or "") else None

    def _at(self, host: str) -> str | None:
        """Who publishes at a host, or at a domain above it."""
        labels = host.lower().split(".")
        return next(filter(None, (self.sites.get(".".join(labels[i:])) for i in range(len(labels) - 1))), None)

    @cached_property
    def _heads(self) -> frozenset[str]:
        return frozenset(self.houses.values())

    def _housed(self, entity: str | None) -> str | None:
        return self.houses.get(entity, entity) if entity else None

    def _first_publisher(self, text: str) -> str | None:
        found = self._published.search(text)
        return self._entity(found["name"]) if found else None

    def _in_text(self, text: str) -> str | None:
        head, tail = text[:HEAD], text[-TAIL:]
        tries = ((self._dateline, head), (self._unlisted, head), (self._byline, head), (self._signature, tail), (self._stranger, tail))
        found = next((match for pattern, part in tries if (match := pattern.search(part))), None)
        return self._entity(next(filter(None, found.groups()))) if found else None

    def _entity(self, name: str) -> str:
        """The entity of a listed name; of others the name without "the" and "news agency", as a slug."""
        plain = re.sub(r"^[Tt]he\s+", "", " ".join(name.split())).rstrip(".")
        bare = self._is_agency.sub("", plain) or plain
        listed = (self.names.get(text) for text in (plain, f"The {plain}", bare))
        return next(filter(None, listed), None) or SLUG.sub("-", bare.lower()).strip("-")

    @cached_property
    def _listed(self) -> str:
        """Any name of an agency, the longest first."""
        names = sorted((n for n, entity in self.names.items() if entity in self.agencies), key=lambda n: (-len(n), n))
        return f"(?P<name>{'|'.join(map(re.escape, names)) or '(?!)'})"

    @cached_property
    def _published(self) -> re.Pattern[str]:
        return re.compile(rf"\b(?i:{self._any('published')})\s+{NAME}")

    @cached_property
    def _dateline(self) -> re.Pattern[str]:
        """`LAGOS (Reuters) -`, `LAGOS, March 4 (Reuters)`, `LAGOS - Reuters -` at the beginning of a line."""
        return re.compile(rf"^[A-Z][^\n.!?(]{{1,60}}[(\[/|–—-]\s*{self._listed}\s*[)\]/|–—:-]", re.MULTILINE)

    @cached_property
    def _unlisted(self) -> re.Pattern[str]:
        """`LAGOS, March 4 (Norvane) -`: a dateline in capitals, with a name that nobody has listed."""
        return re.compile(rf"^[A-Z]{{3}}[^\n.!?(]{{0,60}}\(\s*{NAME}\s*\)\s*[-–—]", re.MULTILINE)

    @cached_property
    def _byline(self) -> re.Pattern[str]:
        """`By Ann Doe, Reuters`, `Reuters staff`, a line that is nothing but the name."""
        return re.compile(rf"^(?:(?i:{self._any('by')})\s[^\n]{{0,60}}?)?{self._listed}(?:\s+(?i:{self._any('staff')}))?\s*$", re.MULTILINE)

    @cached_property
    def _signature(self) -> re.Pattern[str]:
        """`(Reuters)`, `Source: Reuters`, `— Reuters`, `© 2026 Reuters`, at the end of a line or of the text."""
        before = rf"(?:[(\[]|[-–—]\s*|^\s*|(?i:{self._any('signed')})\s*:?\s*(?:\d{{4}}\s+)?)"
        return re.compile(rf"{before}{self._listed}[)\]]?\.?\s*$", re.MULTILINE)

    @cached_property
    def _stranger(self) -> re.Pattern[str]:
        """`Source: Norvane`, `(Norvane)` alone on the last line."""
        return re.compile(
            rf"^(?:\(\s*{NAME}\s*\)|(?i:{self._any('signed')})\s*:\s*{NAME.replace('?P<name>', '?P<other>')})\.?\s*\Z", re.MULTILINE
        )

    @cached_property
    def _cited(self) -> re.Pattern[str]:
        """A listed agency, or any name that is called an agency, beside a word of citing."""
        agency = self._any("agency")
        name = rf"(?:the\s+)?(?:{self._listed}|{NAME.replace('?P<name>', '?P<other>')}\s+(?:{agency}))(?:\s+(?:{agency}))?"
        again = name.replace("?P<name>", "?P<name2>").replace("?P<other>", "?P<other2>")
        return re.compile(rf"\b(?i:{self._any('cited_by')})\s+{name}\b|\b{again}\s+(?:{self._any('cited_as')})\b")

    @cached_property
    def _is_agency(self) -> re.Pattern[str]:
        return re.compile(rf"\s*\b(?i:{self._any('agency')})$")

    def _any(self, key: str) -> str:
        words = sorted(self.phrases[key], key=lambda w: (-len(w), w))
        return "|".join(re.escape(word).replace(r"\ ", r"\s+") for word in words)


def _owners(media: Iterable[Mapping[str, Any]]) -> dict[str, str]:
    """To whom outlets belong; an outlet that owns others (Nikkei) belongs to its own house."""
    owned = {e["id"]: f"{e['country'].lower()}-{STATE}" if e["owner"] == STATE else e["owner"] for e in media if e["owner"]}
    return {owner: owner for owner in owned.values()} | owned


def _host(url: str | None) -> str:
    try:
        return urlsplit(url or "").hostname or ""
    except ValueError:  # "http://[" is no address
        return ""
