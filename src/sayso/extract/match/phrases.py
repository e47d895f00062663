"""The prepositional phrases of the tokens of a tree, dates left out."""

from collections.abc import Container

from sayso.extract.match.grammar_words import Grammar
from sayso.extract.parse.tree import Tree

Oblique = tuple[str, int, list[int]]  # a preposition, its token, the heads of what it takes
BEHIND = {  # by the preposition of a phrase those of the phrases on it that may be the act's
    "of": frozenset({"by", "on", "against", "from", "to", "with", "between", "among"}),
    "by": frozenset({"on", "against", "to", "of", "for"}),
    "from": frozenset({"on", "against", "to", "of", "for"}),
    **dict.fromkeys(("in", "near", "around", "along", "at", "outside"), frozenset({"between"})),
}


class Phrases:
    """The phrases of one tree, worked out when asked and kept."""

    def __init__(self, tree: Tree, grammar: Grammar, people: Container[int] = ()) -> None:
        """Read one tree; `people` are the tokens of names of persons, who may be called May or August."""
        self.tree, self.grammar, self._people = tree, grammar, people
        self._obliques: dict[int, list[Oblique]] = {}

    def dates(self, i: int) -> bool:
        """Whether a noun phrase only dates or measures ("on Friday", "for three days")."""
        tree = self.tree
        if i in self._people:
            return False
        if tree.lower[i] in self.grammar.eventful and (tree.deps[i] == "dobj" or tree.has(i, ("of", "to"), "prep")):
            return False  # "an end to the siege", "banned a march"
        return tree.lower[i] in self.grammar.temporal or (tree.tags[i] == "CD" and len(tree.words[i]) == 4)

    def obliques(self, i: int) -> list[Oblique]:
        """Prepositional phrases of a token, dates left out."""
        if i not in self._obliques:
            self._obliques[i] = [*self._phrases(i), *self._on_dates(i), *self._for_clauses(i)] if self.tree.children[i] else []
        return self._obliques[i]

    def _phrases(self, i: int) -> list[Oblique]:
        tree, found = self.tree, list[Oblique]()
        for prep in tree.children[i]:
            if tree.deps[prep] not in ("prep", "dative", "agent", "advmod", "prt") or prep == i or self._excepted(prep):
                continue
            word = tree.lower[prep]
            heads = [tree.antecedent(p) for p in map(self._undated, tree.kids(prep, "pobj")) if not self.dates(p)]
            for inner in tree.kids(prep, "prep"):  # "from outside X", "over to X"
                below = [p for p in tree.kids(inner, "pobj") if not self.dates(p)] if word not in self.grammar.aside else []
                heads += below
                if below:
                    found.append((tree.lower[inner], inner, below))
            if heads:
                found.append((word, prep, heads))
        return found

    def _excepted(self, prep: int) -> bool:
        """Whether a phrase only says to whom something is not done: "yielded to the elders, *not to Karzai*"."""
        return self.tree.lower[max(prep - 2, 0) : prep] == [",", "not"]

    def _on_dates(self, i: int) -> list[Oblique]:
        """What the small model hangs on a noun that dates or measures: "fasted for weeks *against the government*"."""
        tree, found = self.tree, list[Oblique]()
        dates = tree.kids(i, "npadvmod")
        for prep in tree.kids(i, "prep"):
            dates += tree.kids(prep, "pobj")
        for date in dates:
            for prep in tree.kids(date, "prep") if self.dates(date) else ():
                if tree.lower[prep] != "of" and (heads := [p for p in tree.kids(prep, "pobj") if not self.dates(p)]):
                    found.append((tree.lower[prep], prep, heads))
        return found

    def _for_clauses(self, i: int) -> list[Oblique]:
        """Who is to do something: "calls *for Togo* to wait"."""
        tree, found = self.tree, list[Oblique]()
        for clause in tree.kids(i, "advcl", "acl", "relcl", "ccomp", "xcomp"):
            marks = [m for m in tree.kids(clause, "mark") if tree.lower[m] == "for"] if tree.infinitive(clause) else []
            if marks and (doers := [tree.antecedent(s) for s in tree.kids(clause, "nsubj", "nsubjpass")]):
                found.append(("for", marks[0], doers))
        return found

    def _undated(self, i: int) -> int:
        """The last word of a name that the parser takes for a part of the weekday after it: "met Bashar Assad *Tuesday*"."""
        tree = self.tree
        if tree.lower[i] not in self.grammar.weekdays:
            return i
        name = [c for c in tree.kids(i, "compound", "nmod") if tree.tags[c] == "NNP" and tree.lower[c] not in self.grammar.temporal]
        whole = len(name) > 1 or any(tree.kids(c, "compound") for c in name)  # no "Good Friday"
        return name[-1] if whole and name[-1] == i - 1 else i
