"""Who in a match counts: neither where something happens, nor what it is likened to, nor a country that things are of."""

from collections.abc import Sequence, Set
from dataclasses import dataclass

from sayso.extract.identify.memory import Referent
from sayso.extract.match.filler import Filler
from sayso.extract.match.matches import Match
from sayso.extract.parse.tree import NAMES, PLURALS, Tree
from sayso.extract.politics.power import PEOPLE, Power
from sayso.extract.politics.will import Will
from sayso.lexicon import Lexicon
from sayso.lexicon.entity import Entity
from sayso.model.quad import FORCE, HELP, SPOKEN

NAMING = (*NAMES, "JJ")
TOWARDS = ("to", "into", "towards", "toward")  # what stands before where something is moved


@dataclass(frozen=True, slots=True)
class Case:
    """A match in a sentence, with the parties that count in it and all who are present, countries apart."""

    match: Match
    tree: Tree
    fillers: Sequence[Filler]
    parties: Sequence[Referent]
    present: Sequence[Entity | Referent]
    power: Power

    @property
    def powers(self) -> Set[str]:
        """The sectors of power of those who are present."""
        return {s for p in self.present for s in p.sectors} & self.power.power

    @property
    def ordered(self) -> bool:
        """Whether at most police and courts are present, of those in power."""
        return self.powers <= self.power.order

    @property
    def bystanders(self) -> bool:
        """Whether those in power have no part in it."""
        return {s for p in self.parties for s in p.sectors}.isdisjoint(self.powers)


@dataclass(frozen=True, slots=True)
class Concerned:
    """Types of acts whose parties may be crowds, offices or the generous; words of where something is; sectors of a people.

    `deeds` are things by which a state itself is meant: what it does, and where it rules.
    """

    power: Power
    many: frozenset[str]
    voices: frozenset[str]
    deeds: frozenset[str]
    crowds: frozenset[str]
    office: frozenset[str]
    generous: frozenset[str]
    folk: frozenset[str]
    where: frozenset[str]
    home: frozenset[str]
    moving: frozenset[str]
    idlers: frozenset[str]
    kin: frozenset[str]

    @classmethod
    def of(cls, lexicon: Lexicon, power: Power, will: Will) -> "Concerned":
        """Take the words from a lexicon."""
        return cls(
            power,
            many=lexicon.noun_cue("fields", "many"),
            voices=lexicon.noun_cue("fields", "voices"),
            deeds=will.campaigns | lexicon.noun_cue("reference", "tracts"),
            crowds=lexicon.cue("fields", "crowds"),
            office=lexicon.cue("fields", "office"),
            generous=lexicon.cue("fields", "generous"),
            folk=lexicon.cue("reference", "bare_crowd"),
            where=lexicon.cue("reference", "where"),
            home=lexicon.cue("reference", "where", "lending"),
            kin=lexicon.noun_cue("fields", "kin"),
            idlers=lexicon.noun_cue("fields", "idlers"),
            moving=lexicon.verb_cue("fields", "relocating"),
        )

    def fillers(self, match: Match, tree: Tree) -> list[Filler]:
        """The identified parties of a match but those that only say where it happens."""
        counted = (f for f in (*match.actors, *match.recipients) if f.identified and not self._place(match, tree, f))
        return [f for f in counted if f in match.actors or not self._elsewhere(match, tree, f)]

    def _elsewhere(self, match: Match, tree: Tree, filler: Filler) -> bool:
        """Whether words only tell where those who act are, or what they act on is to be, or whose a firm is."""
        return self._within(match, tree, filler) or self._goal(tree, filler) or self._seat(match, tree, filler)

    def _goal(self, tree: Tree, filler: Filler) -> bool:
        """Whether a place is only where something is to be moved: "a plan to *move* the head office *to Oslo*"."""
        prep = tree.heads[filler.head]
        to = filler.placelike and tree.deps[filler.head] == "pobj" and tree.lower[prep] in TOWARDS
        return to and tree.lower[tree.heads[prep]] in self.moving

    def _seat(self, match: Match, tree: Tree, filler: Filler) -> bool:
        """Whether a country is only that of a firm with which firms deal: "its order from *Brazil's Embraer*"."""
        firm = tree.heads[filler.head]
        firms = [f.referent for f in match.actors if f.referent and f.identified]
        owns = tree.deps[filler.head] == "poss" and tree.tags[firm] in NAMING
        return owns and bool(firms) and all(self.power.trades(r) for r in firms)

    def states(self, tree: Tree, fillers: Sequence[Filler]) -> bool:
        """Whether a country is among the parties, or a listed body or person with power."""
        known = ((f, f.referent) for f in fillers if f.referent and not _of_things(tree, f))
        return any(r.kind == "country" or (r.entity and self.power.stands(r)) or (r.also and _joined(tree, f)) for f, r in known)

    def mere(self, match: Match, tree: Tree) -> bool:
        """Whether nobody who is known has power, is organised, a voice or a people: words borrowed from politics are only that then."""
        known = [f for f in (*match.actors, *match.recipients) if f.identified]
        if match.pattern.type in self.generous and any(f.basis != "context" for f in match.recipients if f.identified):
            return False
        return not any(self._matters(match, tree, f) for f in known)

    def _matters(self, match: Match, tree: Tree, filler: Filler) -> bool:
        """Whether a party by itself lets words speak of politics."""
        referent, word = filler.referent, tree.lower[filler.head]
        if word in self.idlers or (word in self.kin and match.pattern.quad in SPOKEN):
            return False
        firm = referent is not None and referent.kind not in PEOPLE and self.power.trades(referent)
        if word in self.many or (tree.tags[filler.head] in PLURALS and not firm and _told(match, filler)):
            return True
        if referent is None or filler.basis == "context":
            return False
        return word in self.voices or self.power.stands(referent) or (referent.kind == "thing" and word in self.deeds)

    def lands(self, match: Match, tree: Tree, fillers: Sequence[Filler]) -> set[str]:
        """The countries of those who are told, where they are peoples: two scholars or two firms of two countries are none."""
        helps = match.pattern.type in self.generous
        told = [f for f in fillers if helps or f.basis != "context"]  # "Cuban doctors treated patients in Haiti"
        if not helps and not any(self._people(tree, f) for f in told):
            return set()
        lands = [f.referent for f in told if f.referent and (f.referent.kind != "place" or match.pattern.quad == HELP)]
        return {r.country for r in lands if r.country}

    def _people(self, tree: Tree, filler: Filler) -> bool:
        """Whether a party is many people without a trade, or a crowd: "herders", "Syrians", "a contingent"."""
        referent, word = filler.referent, tree.lower[filler.head]
        if word in self.many:
            return True
        sectors = referent.sectors if referent else ()
        return tree.tags[filler.head] in PLURALS and (filler.basis == "name" or bool(self.folk.intersection(sectors)))

    def plural(self, tree: Tree, filler: Filler) -> bool:
        """Whether a party is many people."""
        return tree.tags[filler.head] in PLURALS or tree.lower[filler.head] in self.many

    def _within(self, match: Match, tree: Tree, filler: Filler) -> bool:
        """Whether words only tell where those are, or are from, who act: "the crowd in Lyon", "dentists from 30 countries"."""
        prep = tree.heads[filler.head]
        told = tree.deps[filler.head] == "pobj" and tree.deps[prep] == "prep" and tree.lower[prep] in self.home
        return told and any(tree.heads[prep] == f.head and f.head not in match.tokens for f in match.actors)

    def _place(self, match: Match, tree: Tree, filler: Filler) -> bool:
        """Whether a country or its capital is only where private people of no other one do something: "users in Britain"."""
        land = filler.referent.country if filler.referent else None
        acting = [f.referent for f in match.actors if f.referent and f.identified]
        words = match.pattern.quad in SPOKEN
        others = [r for r in acting if not (words and self.power.trades(r))]
        abroad = any(r.kind == "country" or self.power.stands(r) for r in acting) or any(r.country not in (None, land) for r in others)
        town = bool(acting) and filler.basis in ("metonym", "place") and filler in match.recipients  # "feeds Berlin"
        town = town and not (words and tree.deps[filler.head] == "dobj" and tree.heads[filler.head] == match.top)  # "thanked Ankara"
        placed = town or (filler.placelike and tree.deps[filler.head] == "pobj" and tree.lower[tree.heads[filler.head]] in self.where)
        calm = match.pattern.quad != FORCE or match.pattern.type not in self.crowds or (match.pattern.type in self.office and not acting)
        order = bool(acting) and all(r.sectors and self.power.order.issuperset(r.sectors) for r in acting)
        calm = calm or (order and not match.pattern.place_receives)  # "police raided a flat in Vaduz"
        done = bool(match.actors) or (match.pattern.type in self.office and len(match.recipients) > 1)  # "a firm was fined in Italy"
        return placed and done and calm and not abroad


def _joined(tree: Tree, filler: Filler) -> bool:
    """Whether two names with a hyphen between them stand before a noun: "US-*Iran relations*"."""
    return any(tree.words[t] == "-" and tree.tags[t + 1] in NAMING for t in range(filler.first, filler.head))


def _told(match: Match, filler: Filler) -> bool:
    """Whether somebody is told of, or is one of a kind of people to whom something is done."""
    referent = filler.referent
    return referent is not None and (filler.basis != "context" or (bool(referent.sectors) and match.pattern.quad not in SPOKEN))


def _of_things(tree: Tree, filler: Filler) -> bool:
    """Whether a country is only that of things: "deliveries in Poland and Spain"."""
    country = filler.referent is not None and filler.referent.kind == "country"
    return country and filler.basis == "descriptor" and tree.tags[filler.head] == "NNS"
