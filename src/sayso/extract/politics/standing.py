"""Whose act it is: what private people, firms and things without a will do is no politics, whatever verb tells of it."""

from collections.abc import Sequence
from dataclasses import dataclass, replace

from sayso.extract.identify.memory import Referent
from sayso.extract.match.matches import Match
from sayso.extract.parse.tree import Tree
from sayso.extract.politics.fields import Fields
from sayso.extract.politics.mishap import Mishap
from sayso.extract.politics.power import Power
from sayso.extract.politics.private import Private
from sayso.extract.politics.unacted import Unacted
from sayso.extract.politics.voice import of_a_riddle, of_anybody, of_history, of_the_author, of_the_reader, weighed
from sayso.extract.politics.will import Will
from sayso.lexicon import Lexicon
from sayso.lexicon.entity import Entity
from sayso.model.quad import HARSH, SPOKEN, TALK

VISITED = frozenset({"place", "last"})  # slots of where somebody goes


@dataclass(frozen=True, slots=True)
class Standing:
    """Who has power, who is private, what has no will, the words of an author for himself, names of the past, and nouns for anybody."""

    power: Power
    private: Private
    will: Will
    mishap: Mishap
    unacted: Unacted
    own: frozenset[str]
    past: frozenset[str]
    anybody: frozenset[str]
    anything: frozenset[str]

    @classmethod
    def of(cls, lexicon: Lexicon, fields: Fields) -> "Standing":
        """Take the words from a lexicon; `fields` says which words are politics."""
        power = Power.of(lexicon)
        will = Will.of(lexicon, fields, power)
        own, past, anybody, anything = (
            lexicon.cue("grammar", "pronouns_own", "pronouns_anybody"),
            lexicon.cue("reference", "past"),
            lexicon.noun_cue("reference", "anybody"),
            lexicon.noun_cue("reference", "anything"),
        )
        mishap = Mishap.of(lexicon, fields.politics - fields.borrowed)
        return cls(
            power=power,
            private=Private.of(lexicon, fields, power, will),
            will=will,
            mishap=mishap,
            unacted=Unacted.of(lexicon),
            own=own,
            past=past,
            anybody=anybody,
            anything=anything,
        )

    def private_matter(self, match: Match, tree: Tree, there: Sequence[Entity | Referent], *, told: bool) -> str:
        """Why an act is nobody's politics; empty where it may be somebody's.

        `there` is who is present in the sentence; `told`: the report has told of politics, so that its private people go on to act in it.
        """
        if why := self._of_no_news(match, tree):
            return why
        if self.at_home(match):
            return "those who travel stay in their own country"
        if why := self._unwilled(match, tree):
            return why
        if why := "" if told else self._untold(match, tree):
            return why
        if not (told and self._goes_on(match, tree, there)) and self.private.of_nobody_in_power(match, tree, there):
            return "nobody in it has power, and nothing in it is politics"
        return "private parties among themselves" if self.power.among_themselves(self._unplaced(match, tree)) else ""

    def _untold(self, match: Match, tree: Tree) -> str:
        """Why an act is no politics in a report that has told of none before; empty where it may be."""
        if self.private.of_health(match, tree):
            return "it is advice on health"
        town = not match.pattern.political and self.will.by_a_town(match, tree)
        return "it is done to nobody, and to nothing that acts are about" if town else ""

    def _goes_on(self, match: Match, tree: Tree, there: Sequence[Entity | Referent]) -> bool:
        """Whether an act may go on with the politics told before: a deed, words where somebody has power, or what many complain of."""
        if match.pattern.quad not in SPOKEN or any(map(self.power.stands, there)):
            return True
        return match.pattern.quad == HARSH and any(self.private.concerned.plural(tree, f) for f in match.actors)

    def _unwilled(self, match: Match, tree: Tree) -> str:
        """Why nobody wills an act, or wills it in earnest; empty where somebody may."""
        if self.mishap.befalls(match, tree):
            return "it befalls them by mishap"
        if self.will.by_a_thing(match, tree):
            return "a thing without a will does it"
        if self.will.to_an_animal(match, tree):
            return "it is done to an animal"
        if self.will.by_habit(match, tree):
            return "it is a habit of a people"
        return "it is a war by name only" if self.will.figurative(match, tree) else ""

    def long_ago(self, match: Match, tree: Tree) -> bool:
        """Whether an act is of a time of which nobody alive can tell."""
        return of_history(match, tree, self.past)

    def _of_no_news(self, match: Match, tree: Tree) -> str:
        """Why a voice tells of no news: of its author, its reader, anybody or long ago; empty where it may."""
        if of_the_author(match, tree, self.own, self.private.common):
            return "its author speaks of himself"
        if of_the_reader(match, tree):
            return "it asks its reader to do it"
        if weighed(match, tree):
            return "nobody does it: it is only weighed"
        if of_a_riddle(match, tree):
            return "it is asked who does it"
        if of_anybody(match, tree, self.anybody, self.anything):
            return "it is what anybody of that kind does"
        if why := self.unacted.why(match, tree):
            return why
        return "it happened before anybody's time" if self.long_ago(match, tree) else ""

    def _unplaced(self, match: Match, tree: Tree) -> Match:
        """A match without the countries where those who are told of only do it with one another: "a bank sued a firm *in India*"."""
        others = tuple(f for f in match.recipients if not self.private.fields.scene(tree, f))
        return match if len(others) in (0, len(match.recipients)) else replace(match, recipients=others)

    def at_home(self, match: Match) -> bool:
        """Whether people only go to a town of their own country, with nobody there to meet."""
        if match.pattern.quad != TALK or match.pattern.place_receives or VISITED.isdisjoint(match.pattern.recipient):
            return False
        lands = {f.referent.country for f in match.actors if f.referent}
        towns = [f for f in match.recipients if f.identified]
        placed = bool(towns) and all(f.placelike and f.basis in ("place", "metonym") and f.referent for f in towns)
        return placed and len(lands) == 1 and None not in lands and lands == {f.referent.country for f in towns if f.referent}
