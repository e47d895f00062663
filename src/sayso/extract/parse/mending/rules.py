"""Rules of mending, each with the looks of the tokens at which its mistake shows."""

from bisect import bisect_right
from collections.abc import Callable, Collection, Sequence
from dataclasses import dataclass

from sayso.extract.parse.tree import Tree


@dataclass(frozen=True, slots=True)
class Rule:
    """What the parser gets wrong around a token of this word, label and tag (None: whichever), and the tree with it set right.

    `mend` gives None where nothing is wrong; `opening` rules are asked of the first token alone.
    """

    mend: Callable[[Tree, int], Tree | None]
    deps: Collection[str] | None = None
    tags: Collection[str] | None = None
    words: Collection[str] | None = None
    opening: bool = False

    def fits(self, word: str, dep: str, tag: str, *, first: bool) -> bool:
        """Whether a token may be one of the rule."""
        looks = (self.words, word), (self.deps, dep), (self.tags, tag)
        return (first or not self.opening) and all(wanted is None or look in wanted for wanted, look in looks)


class Rules:
    """Rules in their order, each of which sees what those before it made of a tree."""

    def __init__(self, rules: Sequence[Rule]) -> None:
        """Note their words; they are indexed by word, label and tag as these are met."""
        self._rules, self._words = rules, frozenset(word for rule in rules for word in rule.words or ())
        self._fitting: dict[tuple[str, str, str, bool], list[int]] = {}

    def mended(self, tree: Tree) -> Tree:
        """The tree with all set right; the tree itself where nothing is wrong."""
        asked, at = self._asked(tree), 0
        while at < len(asked):
            n, i = asked[at]
            at += 1
            mended = self._rules[n].mend(tree, i)
            if mended is not None:
                tree, asked = mended, self._asked(mended)
                at = bisect_right(asked, (n, i))
        return tree

    def _asked(self, tree: Tree) -> list[tuple[int, int]]:
        """The rules that a tree gives reason to ask, by number, and the tokens of which they are asked."""
        found: list[tuple[int, int]] = []
        for i, (word, dep, tag) in enumerate(zip(tree.lower, tree.deps, tree.tags, strict=True)):
            look = word if word in self._words else "", dep, tag, i == 0
            fitting = self._fitting.get(look)
            if fitting is None:
                fitting = self._fitting[look] = [n for n, rule in enumerate(self._rules) if rule.fits(*look[:3], first=look[3])]
            for n in fitting:
                found.append((n, i))
        return sorted(found)
