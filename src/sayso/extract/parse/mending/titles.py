"""A title of many words before its bearer's name, as translations have it: "the governor of the Belgorod region *Vyacheslav Gladkov*"."""

from collections.abc import Sequence
from dataclasses import dataclass

from sayso.extract.parse.mending.rules import Rule
from sayso.extract.parse.tree import NAMES, Tree, changed
from sayso.lexicon import Lexicon

ROLES = ("nsubj", "nsubjpass", "dobj", "pobj", "dative")
JOINED = ("compound", "nmod", "amod", "det", "poss")
LINKS = frozenset({"of", "for"})  # what stands between an office and what it is for
NAMED = (2, 3)  # words of a person's name that can be told from the name of a body
STATE = {"GOV", "LEG", "JUD", "COP", "MIL"}  # sectors of bodies that are called by what they are and have no other name


@dataclass(frozen=True, slots=True)
class Titles:
    """Sets the name beside the title.

    `titles` are nouns for one person in office, `bodies` words that end what he is of, `offices` those of them that are the state's,
    `given` first names.
    """

    titles: frozenset[str]
    bodies: frozenset[str]
    offices: frozenset[str]
    given: frozenset[str]

    @classmethod
    def of(cls, lexicon: Lexicon) -> "Titles":
        """Take the words from a lexicon."""
        persons = {word for word, nouns in lexicon.roles.items() for noun in nouns if noun.kind == "person" and not noun.plural}
        bodies = {word: noun.sectors for word, nouns in lexicon.roles.items() for noun in nouns if noun.kind == "body"}
        offices = frozenset(word for word, sectors in bodies.items() if STATE.issuperset(sectors))
        countries = (country.name.lower().split()[-1] for country in lexicon.countries.values())
        return cls(titles=frozenset(persons), bodies=frozenset({*bodies, *countries}), offices=offices, given=lexicon.cue("place", "given"))

    def rules(self) -> tuple[Rule, ...]:
        """What sets names beside titles."""
        return (Rule(self._borne, ("prep",), words=LINKS), Rule(self._twice, ROLES, words=self.titles))

    def _borne(self, tree: Tree, of: int) -> Tree | None:
        """The tree with the name of who bears a title as its apposition."""
        if not of or tree.heads[of] != of - 1 or tree.lower[of - 1] not in self.titles:
            return None
        hung = self._beside(tree, of) or self._within(tree, of) or self._explaining(tree, of)
        return changed(tree, hung) if hung else None

    def _twice(self, tree: Tree, title: int) -> Tree | None:
        """The tree with one for a title and the name right behind it, of which the parser makes two objects: "praised *PM Modi*"."""
        name = title + 1
        alike = name < len(tree) and tree.heads[title] == tree.heads[name] and tree.deps[title] == tree.deps[name]
        if not alike or tree.tags[name] not in NAMES or not tree.words[title][0].isupper():
            return None
        return changed(tree, {title: (name, "compound"), **{c: (name, tree.deps[c]) for c in tree.children[title]}})

    def _beside(self, tree: Tree, of: int) -> dict[int, tuple[int, str]] | None:
        """A name that the parser makes a second subject: it begins where what the title is of ends."""
        title, end = of - 1, max(tree.subtree(of))
        name = next((c for c in tree.children[tree.heads[title]] if c > end and tree.deps[c] == tree.deps[title]), None)
        if name is None or tree.heads[title] == title:
            return None
        return {name: (title, "appos")} if _called(tree, range(end + 1, name + 1)) else None

    def _within(self, tree: Tree, of: int) -> dict[int, tuple[int, str]] | None:
        """A name that the parser joins to what the title is of: "the parliament of *Georgia Shalva Papuashvili*"."""
        name, first = of, of
        while inner := [p for h in tree.kids(name, "prep") or [name] for p in tree.kids(h, "pobj") if tree.lower[h] in LINKS and p > name]:
            name, first = inner[0], tree.heads[inner[0]]
        before = [c for c in range(first + 1, name) if tree.heads[c] == name and tree.deps[c] in JOINED]
        ends = (c for c in reversed(before) if self._ends(tree, c) and _called(tree, range(c + 1, name + 1)))
        last = next(ends, None)
        if last is None or tree.deps[last] == "det" or not tree.noun(last):
            return None
        parts = {c: (last, tree.deps[c]) for c in before if c < last}
        return {**parts, last: (first, "pobj"), name: (of - 1, "appos")}

    def _ends(self, tree: Tree, i: int) -> bool:
        """Whether what an office is of or for ends at a word: one in lower case, a noun for a body, or the one before a first name."""
        return tree.words[i][0].islower() or tree.lower[i] in self.bodies or tree.words[i + 1] in self.given

    def _explaining(self, tree: Tree, of: int) -> dict[int, tuple[int, str]] | None:
        """A name that the parser hangs on the body: "the head of the regional administration, *James Ochola*"."""
        below = (c for c in tree.subtree(of) if tree.deps[c] == "appos" and tree.lower[tree.heads[c]] in self.offices)
        names = (c for c in below if _called(tree, range(tree.left_edge(c), c + 1)))
        return next(({name: (of - 1, "appos")} for name in names), None)


def _called(tree: Tree, words: Sequence[int]) -> bool:
    """Whether words can be a person's name."""
    return len(words) in NAMED and all(tree.tags[w] in NAMES and tree.words[w][0].isupper() for w in words)
