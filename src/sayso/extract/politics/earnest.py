"""Which words of a sentence speak of politics in earnest: not those of the act itself, of likenesses, or of passing quotations."""

from collections.abc import Iterator
from dataclasses import dataclass

from sayso.extract.match.matches import Match
from sayso.extract.parse.tree import TENSED, Tree
from sayso.lexicon import Lexicon

OPEN, CLOSE = ("``", "“", "‘"), ("''", "”", "’")  # quotation marks by side; '"' may be either
PASSING = 8  # tokens of the longest quotation that is no speech


@dataclass(frozen=True, slots=True)
class Earnest:
    """Words before what something is likened to, and for what shows somebody or something."""

    likening: frozenset[str]
    works: frozenset[str]

    @classmethod
    def of(cls, lexicon: Lexicon) -> "Earnest":
        """Take the words from a lexicon."""
        return cls(lexicon.cue("reference", "likening"), lexicon.noun_cue("fields", "works"))

    def idle(self, tree: Tree, match: Match, *, own: bool) -> frozenset[int]:
        """Tokens that say nothing for an act's being politics.

        What it is likened to, what a work shows, words put in passing quotation marks, and its `own` trigger.
        """
        shown = {t for i, word in enumerate(tree.lower) if word in self.works for p in tree.kids(i, "prep") for t in tree.subtree(p)}
        return frozenset({*(match.tokens if own else ()), *self.likened(tree), *shown, *_quoted(tree)})

    def likened(self, tree: Tree) -> frozenset[int]:
        """The tokens of what something is likened to: "defend the nest *like soldiers*"."""
        likening = (i for i, word in enumerate(tree.lower) if word in self.likening and tree.tags[i] == "IN")
        return frozenset(t for i in likening for t in tree.subtree(i))


def quotations(tree: Tree) -> Iterator[range]:
    """The tokens of each quotation within a sentence, its marks left out."""
    start: int | None = None
    for i, word in enumerate(tree.words):
        if start is None and (word in OPEN or word == '"'):
            start = i + 1
        elif start is not None and (word in CLOSE or word == '"'):
            yield range(start, i)
            start = None


def _quoted(tree: Tree) -> Iterator[int]:
    """The tokens of quotations that are no speech: a few words without a finite verb, called "a hostage situation"."""
    for quote in quotations(tree):
        if len(quote) <= PASSING and not any(tree.tags[i] in TENSED for i in quote):
            yield from quote
