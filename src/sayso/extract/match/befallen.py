"""People to whom a deed of force is done, and of whom nothing but a number or a pronoun tells."""

from collections.abc import Iterable

from sayso.extract.match.filler import Filler
from sayso.extract.match.roles import PERSON, Parties
from sayso.extract.match.sides import state
from sayso.lexicon.pattern import Pattern
from sayso.model.quad import FORCE

COUNTED = frozenset(("person", "number"))  # computed classes of objects whom a bare number may count


def befalls(pattern: Pattern, actors: Iterable[Filler]) -> bool:
    """Whether a deed may be done to people whom a bare number counts: not by a state, "Chad threw out 23" who were no Chadians."""
    people = not pattern.object or not COUNTED.isdisjoint(pattern.object.computed)
    return pattern.quad == FORCE and people and not any(map(state, actors))


def people(parties: Parties, fillers: list[Filler], pattern: Pattern, actors: Iterable[Filler]) -> list[Filler]:
    """The objects of a deed, those of them who can be told to be people of the country that the report is about as such."""
    return [_somebody(parties, parties.crowd(f), pattern) for f in fillers] if befalls(pattern, actors) else fillers


def _somebody(parties: Parties, filler: Filler, pattern: Pattern) -> Filler:
    kinds = pattern.object.computed if pattern.object else PERSON.computed
    if "person" not in kinds or not pattern.place_receives:
        return filler
    listed = pattern.object is not None and parties.lexical(pattern.object, filler.head)  # "claimed ten *lives*"
    return parties.befallen(filler, counts=parties.matches(PERSON, filler.head) or ("number" in kinds and not listed))
