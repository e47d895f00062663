"""Who has power, who is organised, who is private: by sectors, and whether a party is one person, a body or a country."""

from dataclasses import dataclass

from sayso.extract.identify.memory import Referent
from sayso.extract.match.filler import Filler
from sayso.extract.match.matches import Match
from sayso.lexicon import Lexicon
from sayso.lexicon.entity import Entity
from sayso.model import Event

PEOPLE = ("person", "group", "thing")  # kinds of parties that are no bodies


@dataclass(frozen=True, slots=True)
class Power:
    """Sectors of those who have power, of these and the organised (`weighty`), who keep order, of firms and of those who work for them."""

    power: frozenset[str]
    weighty: frozenset[str]
    order: frozenset[str]
    private: frozenset[str]
    workforce: frozenset[str]

    @classmethod
    def of(cls, lexicon: Lexicon) -> "Power":
        """Take the sectors from a lexicon."""
        power = lexicon.cue("reference", "power")
        return cls(
            power,
            weighty=power | lexicon.cue("fields", "organised"),
            order=lexicon.cue("fields", "order"),
            private=lexicon.cue("fields", "private"),
            workforce=lexicon.cue("fields", "workforce"),
        )

    def stands(self, party: Entity | Referent) -> bool:
        """Whether somebody has power or is organised; a workforce is so as a body alone."""
        weighty = self.power if self.private.intersection(party.sectors) else self.weighty  # a former banker is no notable
        sectors = weighty.intersection(party.sectors)
        return bool(sectors) and not (sectors <= self.workforce and party.kind in PEOPLE)

    def opens(self, event: Event) -> bool:
        """Whether an event makes the report one of politics: somebody in power or a country is in it, and not police or courts alone."""
        parties = [p for p in (*event.actors, *event.recipients) if p.identified and p.basis != "context"]
        ruling = self.power - self.order
        return any(not ruling.isdisjoint(p.sectors) or (p.country and not p.sectors) or p.entity for p in parties)

    def trades(self, party: Referent) -> bool:
        """Whether a party is a firm, or a thing of which no more is known than its country."""
        return (party.kind == "thing" and not party.sectors) or (bool(party.sectors) and self.private.issuperset(party.sectors))

    def staff(self, filler: Filler) -> bool:
        """Whether somebody is one of a workforce, and no union."""
        sectors = set(filler.referent.sectors) if filler.referent else set()
        return bool(sectors) and sectors <= self.workforce and filler.referent is not None and filler.referent.kind in PEOPLE

    def among_themselves(self, match: Match) -> bool:
        """Whether those who act in a match, and all others in it who are known, are private ones."""
        known = [f.referent for f in (*match.actors, *match.recipients) if f.referent and f.identified]
        acting = any(f.referent and f.referent.sectors for f in match.actors)
        return acting and not match.pattern.political and all(r.kind != "country" and self.private.issuperset(r.sectors) for r in known)
