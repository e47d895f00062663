"""Subjects of whom nothing is known: what "it" and "he" mean then is no one of those told of before."""

from collections.abc import Iterable, Sequence

from sayso.extract.identify.antecedents import REACH
from sayso.extract.identify.memory import NEVER, Memory, Mention
from sayso.extract.identify.reference_words import ReferenceWords
from sayso.extract.parse.tree import Tree


def of_nobody(tree: Tree, i: int, here: Sequence[Mention], memory: Memory, words: ReferenceWords) -> bool:
    """Whether "it" or "he" goes on with a subject of whom nothing is known."""
    if tree.lower[i] in words.thing:
        return _unknown_subject(tree, i, here) or _of_a_thing(tree, i, memory)
    return tree.lower[i] in words.person and _of_a_newcomer(i, here, memory)


def _unknown_subject(tree: Tree, i: int, here: Sequence[Mention]) -> bool:
    """Whether the last subject before "it" is a thing that is nobody ("the typhoon ..., it would"): then that is meant."""
    known = {m.head for m in here}
    subjects = [s for s in range(i) if tree.deps[s] in ("nsubj", "nsubjpass") and tree.noun(s)]
    return bool(subjects) and known.isdisjoint(subjects) and tree.tags[subjects[-1]] in ("NN", "NNP")


def thing_told(tree: Tree, mentions: Iterable[Mention]) -> bool:
    """Whether the subject of a sentence is a single common noun that is nobody."""
    return _nameless(tree, mentions, "NN")


def newcomer_told(tree: Tree, mentions: Iterable[Mention]) -> bool:
    """Whether the subject of a sentence is a name of several words that is nobody known: "*Ana Maria Paz* fled in May"."""
    return _nameless(tree, mentions, "NNP") and any(tree.tags[s - 1] == "NNP" == tree.tags[s] for s in _subjects(tree) if s)


def _nameless(tree: Tree, mentions: Iterable[Mention], tag: str) -> bool:
    known, subjects = {m.head for m in mentions}, _subjects(tree)
    return bool(subjects) and all(tree.tags[s] == tag and s not in known for s in subjects)


def _subjects(tree: Tree) -> list[int]:
    roots = (v for v in range(len(tree)) if tree.heads[v] == v)
    return [s for v in roots for s in tree.kids(v, "nsubj", "nsubjpass")]


def _of_a_thing(tree: Tree, i: int, memory: Memory) -> bool:
    """Whether an "it" that opens a sentence goes on with the subject of the one before, which is nobody: "The film ... It was shot in"."""
    opens = tree.deps[i] in ("nsubj", "nsubjpass") and tree.heads[tree.heads[i]] == tree.heads[i]
    return opens and memory.thing == memory.sentence - 1


def _of_a_newcomer(i: int, here: Sequence[Mention], memory: Memory) -> bool:
    """Whether "he" goes on with somebody of whom only the name is known, and no one else was told of since."""
    people = [n for m, n in memory.recent if m.referent.kind == "person"]
    last = max(people, default=memory.newcomer)
    told = any(m.head < i and m.referent.kind == "person" for m in here)
    near = memory.newcomer > NEVER and memory.sentence - memory.newcomer <= REACH
    return near and not told and last <= memory.newcomer
