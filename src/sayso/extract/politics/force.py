"""By whom force is politics where nobody has power: crowds, the organised, what strikes for somebody; and who suffers it."""

from dataclasses import dataclass

from sayso.extract.identify.memory import Referent
from sayso.extract.match.filler import Filler
from sayso.extract.match.matches import Match
from sayso.extract.parse.tree import PLURALS, Tree
from sayso.extract.politics.power import PEOPLE, Power
from sayso.extract.politics.will import Will
from sayso.lexicon import Lexicon


@dataclass(frozen=True, slots=True)
class Force:
    """Words for many, and types of acts that are an everyday matter where a single private person suffers them."""

    power: Power
    will: Will
    many: frozenset[str]
    counting: frozenset[str]
    domestic: frozenset[str]
    office: frozenset[str]
    voices: frozenset[str]
    common: frozenset[str]
    violent: frozenset[str]
    trading: frozenset[str]
    idlers: frozenset[str]

    @classmethod
    def of(cls, lexicon: Lexicon, power: Power, will: Will) -> "Force":
        """Take the words from a lexicon."""
        return cls(
            power,
            will,
            many=lexicon.noun_cue("fields", "many"),
            counting=lexicon.cue("grammar", "counting"),
            domestic=lexicon.cue("fields", "domestic"),
            office=lexicon.cue("fields", "office"),
            voices=lexicon.noun_cue("fields", "voices"),
            trading=lexicon.cue("fields", "trading"),
            violent=lexicon.cue("fields", "violent"),
            idlers=lexicon.noun_cue("fields", "idlers"),
            common=lexicon.cue("fields", "common", "workforce"),
        )

    def idle(self, match: Match, tree: Tree) -> bool:
        """Whether neither side makes force politics: "a ranger fought off a leopard", "a dentist was convicted"."""
        if match.actors:
            if all(self._harmless(match, tree, f) for f in match.actors):
                return True
            if match.pattern.type in self.office or (match.pattern.political and any(map(_bears, (*match.actors, *match.recipients)))):
                return False
            many = any(f.basis != "context" and self._many(tree, f) and _bears(f) for f in match.recipients)
            return not many and not any(self._strikes(match, tree, f) for f in match.actors)
        if match.pattern.type not in self.domestic:
            return False
        return bool(match.recipients) and all(self._one(tree, f) for f in match.recipients)

    def _harmless(self, match: Match, tree: Tree, filler: Filler) -> bool:
        """Whether somebody uses violence by name only: firms, tourists; or force as a matter of business: "lenders seized the yacht"."""
        referent, kind = filler.referent, match.pattern.type
        if kind in self.violent | self.trading and tree.lower[filler.head] in self.idlers:
            return True
        business = referent is not None and bool(referent.sectors) and self.power.private.issuperset(referent.sectors)
        return business and (kind in self.trading or (kind in self.violent and referent is not None and self._firm(referent)))

    def _firm(self, referent: Referent) -> bool:
        """Whether somebody is a firm as such, and not people of it."""
        return bool(referent.sectors) and referent.kind not in PEOPLE and self.power.private.issuperset(referent.sectors)

    def _strikes(self, match: Match, tree: Tree, filler: Filler) -> bool:
        """Whether somebody is organised, or many, or strikes for others; many of whom nothing is known do so to people."""
        referent, word = filler.referent, tree.lower[filler.head]
        if referent is None:
            things = match.recipients and all(f.referent and f.referent.kind == "thing" for f in match.recipients)
            return word in self.will.tools or (self._many(tree, filler) and not things)
        if self.power.stands(referent) or (referent.kind == "thing" and word in self.will.tools):
            return True
        return not self._firm(referent) and self._many(tree, filler) and _bears(filler)

    def _many(self, tree: Tree, filler: Filler) -> bool:
        """Whether a party is many people."""
        if tree.tags[filler.head] == "PRP":
            return filler.referent is not None and filler.referent.plural and bool(filler.referent.country)
        word, tag = tree.lower[filler.head], tree.tags[filler.head]
        misread = filler.referent is not None and filler.referent.plural and not tree.noun(filler.head)  # "inmates" as a verb
        return word in self.many or word in self.counting or tag in PLURALS or misread

    def _one(self, tree: Tree, filler: Filler) -> bool:
        """Whether a party is a single private person of no country that is told, and no voice of it: "a dentist", not "a film director"."""
        referent, word = filler.referent, tree.lower[filler.head]
        if referent is None or (filler.basis != "context" and referent.country):
            return False
        if referent.entity or tree.tags[filler.head] != "NN" or word in self.many or word in self.voices:
            return False
        person = referent.kind in ("person", "group") or (referent.kind == "thing" and self.will.trade(word))
        return person and self.common.issuperset(referent.sectors)


def _bears(filler: Filler) -> bool:
    """Whether anything is known of a party but its words."""
    return filler.referent is not None and bool(filler.referent.sectors or filler.referent.country)
