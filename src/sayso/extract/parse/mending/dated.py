"""What a date parts from its noun: "the arrest *on Sunday* of two reporters"."""

from dataclasses import dataclass

from sayso.extract.parse.mending.rules import Rule
from sayso.extract.parse.tree import Tree, changed
from sayso.lexicon import Lexicon


@dataclass(frozen=True, slots=True)
class Dated:
    """Gives a noun for an act back whom it is done to; `days` are weekdays and months, `counted` what a day or month can be of."""

    deeds: frozenset[str]
    days: frozenset[str]
    counted: frozenset[str]

    @classmethod
    def of(cls, lexicon: Lexicon) -> "Dated":
        """Take the words from a lexicon."""
        days = lexicon.cue("time", "weekdays", "months")
        return cls(frozenset(lexicon.nouns), days, days.union(lexicon.cues["time"]["classes"]["unit"]))

    def rules(self) -> tuple[Rule, ...]:
        """What hangs "of" where it belongs."""
        return (Rule(self._parted, ("prep",), words=("of",)),)

    def _parted(self, tree: Tree, of: int) -> Tree | None:
        """The tree with "of" on the noun that the date before it is a part of."""
        day = tree.heads[of]
        on = tree.heads[day]
        noun = tree.heads[on]
        dated = tree.lower[day] in self.days and tree.deps[day] == "pobj" and tree.deps[on] == "prep" and day < of
        if not dated or tree.lower[noun] not in self.deeds or not tree.noun(noun):
            return None
        taken = tree.kids(of, "pobj")
        whole = any(tree.lower[o] in self.counted or tree.tags[o] == "CD" for o in taken)  # "on a Sunday of June"
        return changed(tree, {of: (noun, "prep")}) if taken and not whole else None
