"""Rules of mending, each with the looks of the tokens at which its mistake shows."""

from bisect import bisect_right
from collections import defaultdict
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

    def fits(self, dep: str, tag: str, *, first: bool) -> bool:
        """Whether a token may be one of the rule, but for its word."""
        return (self.deps is None or dep in self.deps) and (self.tags is None or tag in self.tags) and (first or not self.opening)


class Rules:
    """Rules in their order, each of which sees what those before it made of a tree."""

    def __init__(self, rules: Sequence[Rule]) -> None:
        """Index them by their words, and by label and tag as these are met."""
        self._rules = rules
        self._by_word: dict[str, list[int]] = defaultdict(list)
        for n, rule in enumerate(rules):
            for word in rule.words or ():
                self._by_word[word].append(n)
        self._by_form: dict[tuple[str, str, bool], tuple[list[int], frozenset[int]]] = {}

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
            form = dep, tag, i == 0
            wordless, worded = self._by_form.get(form) or self._fitting(form)
            for n in wordless:
                found.append((n, i))
            for n in self._by_word.get(word, ()):
                if n in worded:
                    found.append((n, i))
        return sorted(found)

    def _fitting(self, form: tuple[str, str, bool]) -> tuple[list[int], frozenset[int]]:
        """The rules that may be asked of a token of a label and a tag: of any word, and of their own words."""
        dep, tag, first = form
        fitting = [n for n, rule in enumerate(self._rules) if rule.fits(dep, tag, first=first)]
        found = [n for n in fitting if self._rules[n].words is None], frozenset(n for n in fitting if self._rules[n].words is not None)
        self._by_form[form] = found
        return found
