"""A parsed sentence as plain lists: words, tags, heads, labels. Rules read this, never the parser's own objects."""

from bisect import bisect_left
from collections.abc import Callable, Container, Sequence

NOUNS = frozenset({"NN", "NNS", "NNP", "NNPS"})
NAMES = ("NNP", "NNPS")
PLURALS = ("NNS", "NNPS")
WHO_WHICH = ("WP", "WDT")
RELATIVE = (*WHO_WHICH, "WP$")
VERBS = frozenset({"VB", "VBD", "VBG", "VBN", "VBP", "VBZ"})
PAST = ("VBD", "VBN")  # of pasts and of participles, between which the tagger often errs
PRESENT = ("VBZ", "VBP")
INFLECTED = ("VBD", "VBZ")  # of forms that no infinitive has
FINITE = (*INFLECTED, "VBP")
TENSED = (*FINITE, "MD")  # of what tells the time of a clause
SUBJECTS = ("nsubj", "nsubjpass")
ANY_SUBJECT = (*SUBJECTS, "csubj", "expl")  # clauses and "there" too


class Tree:
    """A dependency tree over the tokens of one sentence.

    Labels are those of spaCy's English models (ClearNLP), tags those of the Penn Treebank. A root is its own head.
    `starts` and `ends` are characters of the text that the sentence was cut from; `labels` are those of a token's children.
    """

    __slots__ = ("children", "deps", "ends", "heads", "labels", "lower", "noun", "starts", "tags", "verb", "words")
    verb: Callable[[int], bool]  # whether a token is tagged as a verb
    noun: Callable[[int], bool]  # whether it is tagged as a noun

    def __init__(self, words: Sequence[str], tags: Sequence[str], heads: Sequence[int], deps: Sequence[str], starts: Sequence[int]) -> None:
        """Take one entry a token in each list; heads are token indices."""
        self.words, self.tags, self.heads, self.deps, self.starts = words, tags, heads, deps, starts
        self.lower = [w.lower() for w in words]
        self.ends = [s + len(w) for s, w in zip(starts, words, strict=True)]
        children: list[list[int]] = [[] for _ in words]
        labels: list[set[str]] = [set() for _ in words]
        for i, (head, dep) in enumerate(zip(heads, deps, strict=True)):
            if head != i:
                children[head].append(i)
                labels[head].add(dep)
        self.children, self.labels = children, labels
        self.verb = {i for i, tag in enumerate(tags) if tag in VERBS}.__contains__
        self.noun = {i for i, tag in enumerate(tags) if tag in NOUNS}.__contains__

    def __len__(self) -> int:
        """Number of tokens."""
        return len(self.words)

    def kids(self, i: int, *deps: str) -> list[int]:
        """Children of a token with one of these labels, left to right."""
        found: list[int] = []
        if self.labels[i].isdisjoint(deps):
            return found
        for c in self.children[i]:
            if self.deps[c] in deps:
                found.append(c)
        return found

    def up(self, i: int) -> list[int]:
        """The heads above a token, nearest first."""
        above: list[int] = []
        while self.heads[i] != i and len(above) < len(self.words):
            i = self.heads[i]
            above.append(i)
        return above

    def within(self, i: int, top: int) -> bool:
        """Whether a token stands under `top` (or is it)."""
        return i == top or top in self.up(i)

    def first(self, i: int) -> int:
        """The first of those that a token is coordinated with: for "peace" in "war and peace" *war*; other tokens stand for themselves."""
        while self.deps[i] == "conj":
            i = self.heads[i]
        return i

    def first_noun(self, i: int) -> int:
        """The first of the nouns that a token is coordinated with, also where they hang on a verb as if joined to it."""
        while self.deps[i] == "conj" and self.noun(self.heads[i]):
            i = self.heads[i]
        return i

    def cut(self, start: int, end: int) -> range:
        """The tokens that begin between two characters of the text, the second of them excluded."""
        return range(bisect_left(self.starts, start), bisect_left(self.starts, end))

    def top(self, tokens: Sequence[int]) -> int:
        """The first of some tokens that hangs on none of them."""
        return next((t for t in tokens if self.heads[t] not in tokens), tokens[0])

    def subtree(self, i: int) -> list[int]:
        """A token and all below it, in the order of the text."""
        found, stack = [], [i]
        while stack:
            top = stack.pop()
            found.append(top)
            stack.extend(self.children[top])
        return sorted(found)

    def left_edge(self, i: int) -> int:
        """The first token of a subtree."""
        return min(self.subtree(i)) if self.children[i] else i

    def infinitive(self, i: int) -> bool:
        """Whether a verb has its "to"."""
        return "TO" in [self.tags[c] for c in self.kids(i, "aux")]

    def finite(self, i: int) -> bool:
        """Whether a verb tells of a time, by itself or by an auxiliary."""
        return self.tags[i] in FINITE or self.tensed(i)

    def tensed(self, i: int) -> bool:
        """Whether an auxiliary of a verb tells of a time."""
        return any(self.tags[a] in TENSED for a in self.kids(i, "aux", "auxpass"))

    def datives(self, i: int) -> list[int]:
        """The nouns and pronouns to whom a verb gives something ("gave *them* support"), prepositions apart."""
        return [d for d in self.kids(i, "dative") if self.noun(d) or self.tags[d] == "PRP" or self.words[d][0].isupper()]

    def taken(self, i: int, *prepositions: str) -> list[int]:
        """The nouns that any of some prepositions on a token take: for "of" the *town* of "residents of the town"."""
        return [p for c in self.kids(i, "prep") if self.lower[c] in prepositions for p in self.kids(c, "pobj")]

    def has(self, i: int, words: Container[str], *deps: str) -> bool:
        """Whether any of some words hangs on a token under one of these labels."""
        found = self.kids(i, *deps)
        return bool(found) and any(self.lower[c] in words for c in found)

    def antecedent(self, i: int) -> int:
        """The noun that a relative pronoun stands for; other tokens stand for themselves."""
        if self._that(i):
            return self.heads[self.heads[i]]
        clause = next((h for h in self.up(i) if self.deps[h] == "relcl"), None) if self.tags[i] in RELATIVE else None
        return i if clause is None else self.heads[clause]

    def _that(self, i: int) -> bool:
        """Whether a "that" is an object, though the tagger takes it for a conjunction: "the guns *that* Chad sent"."""
        verb = self.heads[i]
        return self.lower[i] == "that" and self.tags[i] == "IN" and self.deps[i] == "dobj" and self.deps[verb] in ("acl", "relcl")

    def written(self, first: int, last: int) -> str:
        """The words from one token to another, with a blank wherever the text has any."""
        return self.words[first] + "".join([" " * (self.starts[t] > self.ends[t - 1]) + self.words[t] for t in range(first + 1, last + 1)])

    def phrase(self, first: int, last: int, text: str) -> str:
        """The words from one token to another as they stand in the text that the offsets refer to."""
        return text[self.starts[first] : self.ends[last]]


def changed(tree: Tree, hung: dict[int, tuple[int, str]], tags: dict[int, str] | None = None) -> Tree:
    """The tree with tokens hung elsewhere under other labels, and tagged otherwise; the tree itself where they would hang in a ring."""
    heads = [hung[i][0] if i in hung else head for i, head in enumerate(tree.heads)]
    deps = [hung[i][1] if i in hung else dep for i, dep in enumerate(tree.deps)]
    return remade(tree, [(tags or {}).get(i, tag) for i, tag in enumerate(tree.tags)], heads, deps)


def remade(tree: Tree, tags: Sequence[str], heads: Sequence[int], deps: Sequence[str]) -> Tree:
    """A tree of the same words; the tree itself where some would hang in a ring."""
    return Tree(tree.words, tags, heads, deps, tree.starts) if _rooted(heads) else tree


def _rooted(heads: Sequence[int]) -> bool:
    """Whether every token comes to a root, going up."""
    rooted = {i for i, head in enumerate(heads) if head == i}
    for i in range(len(heads)):
        path = set[int]()
        while i not in rooted:
            if i in path:
                return False
            path.add(i)
            i = heads[i]
        rooted |= path
    return True
