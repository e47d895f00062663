"""A match: a pattern found at a token, with the parties that fill its roles."""

from collections.abc import Sequence
from dataclasses import dataclass, field, replace
from typing import Literal

from sayso.extract.match.filler import Filler
from sayso.extract.parse.tree import Tree
from sayso.lexicon.pattern import Pattern

OTHERS = (("other", "the"), ("other", "each"))  # whom each of two means, with the word before it
PAIR = 2

Part = Literal["verb", "noun", "adjective"]


@dataclass(frozen=True, slots=True)
class Match:
    """A pattern found at a token: its parties, the light verb over a noun, and the objects that it used up.

    `tokens` are all words of the trigger, fixed ones included, in the order in which they were found; `light` is None where
    no light verb carries the noun; `top` is the token at the head of the act: the light verb where there is one, else the trigger.
    """

    token: int
    tokens: tuple[int, ...]
    part: Part
    pattern: Pattern
    actors: tuple[Filler, ...] = ()
    recipients: tuple[Filler, ...] = ()
    light: int | None = None
    objects: tuple[int, ...] = ()
    top: int = field(init=False, repr=False, compare=False)

    def __post_init__(self) -> None:
        """Tell once what is asked of it often."""
        object.__setattr__(self, "top", self.token if self.light is None else self.light)

    @property
    def grounded(self) -> bool:
        """Whether anybody in it is identified, or the act is political in itself."""
        return self.pattern.political or any(f.identified for f in (*self.actors, *self.recipients))


def reciprocal(match: Match, tree: Tree) -> Match:
    """A match of several who do it to each other, the first facing the others: "each accused *the other*", "blamed *one another*"."""
    objects = [
        o for t in match.tokens for o in (*tree.kids(t, "dobj", "pobj"), *(h for p in tree.kids(t, "prep") for h in tree.kids(p, "pobj")))
    ]
    mutual = any((tree.lower[o], tree.lower[o - 1]) in OTHERS or tree.lower[o : o + 2] == ["one", "another"] for o in objects)
    sides = {f.referent.country or f.referent.entity for f in match.actors if f.referent and f.identified} - {None}
    if not mutual or len(sides) < PAIR or any(f.identified for f in match.recipients):
        return match
    return replace(match, actors=match.actors[:1], recipients=match.actors[1:])


def joined(actors: Sequence[Filler], recipients: Sequence[Filler]) -> tuple[list[Filler], list[Filler]]:
    """The two sides of those who act together: with one side named, its first member faces the others."""
    partners = [f for f in recipients if not any(a.head == f.head and a.referent == f.referent for a in actors)]
    if not partners and len(actors) > 1:
        return list(actors[:1]), list(actors[1:])
    return list(actors), partners
