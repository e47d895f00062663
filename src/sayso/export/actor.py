"""Parties as other people's actor codes."""

from dataclasses import dataclass
from urllib.parse import urlsplit

from sayso.lexicon.foreign import Foreign
from sayso.model import Event, Party

TYPES = 3  # roles that GDELT has columns for


@dataclass(frozen=True, slots=True)
class CameoActor:
    """The parts of a CAMEO actor code; empty where the party has none."""

    country: str = ""
    group: str = ""
    religion: str = ""
    roles: tuple[str, ...] = ()

    @property
    def code(self) -> str:
        """The whole code: country, body, religion, roles."""
        return "".join((self.country, self.group, self.religion, *self.roles))


def cameo_actor(party: Party | None, foreign: Foreign) -> CameoActor:
    """A party in CAMEO's terms."""
    if party is None:
        return CameoActor()
    known = [foreign.sectors[s] for s in party.sectors if s in foreign.sectors]
    group = foreign.groups.get(party.entity or "")
    country = foreign.countries.get(party.country or "")
    return CameoActor(
        country=(country.cameo if country else None) or "",
        group=group.cameo if group else "",
        religion=next((s.cameo for s in known if s.religion), ""),
        roles=tuple(s.cameo for s in known if not s.religion)[:TYPES],
    )


def plover_country(party: Party, foreign: Foreign) -> str:
    """The country in PLOVER's terms; for bodies of no country the code of the body or of its sort, else nothing."""
    group = foreign.groups.get(party.entity or "")
    if group and group.plover:
        return group.plover
    country = foreign.countries.get(party.country or "")
    if country:
        return country.plover
    return next((foreign.sectors[s].domain or "" for s in party.sectors if s in foreign.sectors and foreign.sectors[s].domain), "")


def plover_sectors(party: Party, foreign: Foreign) -> list[str]:
    """The sectors in PLOVER's terms."""
    found = (foreign.sectors[s].plover for s in party.sectors if s in foreign.sectors)
    return list(dict.fromkeys(code for code in found if code))


def first(parties: tuple[Party, ...]) -> Party | None:
    """The party that a layout with one column writes."""
    return parties[0] if parties else None


def country_name(code: str | None, foreign: Foreign) -> str:
    """The name of a country; its code where the lexicon has no name for it."""
    return foreign.names.get(code or "", code or "")


def domain(event: Event) -> str:
    """Where a report was published: the host of its address, else the publisher's name."""
    try:
        host = urlsplit(event.report.get("url") or "").hostname or ""
    except ValueError:
        host = ""
    return host.removeprefix("www.") or event.report.get("publisher") or ""
