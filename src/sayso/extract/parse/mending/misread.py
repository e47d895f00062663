"""Mistakes of the parser that the tree itself gives away."""

from sayso.extract.parse.mending.remade import Remade
from sayso.extract.parse.tree import PAST, SUBJECTS, Tree

AUXILIARIES = ("aux", "auxpass")
UNRULED = ("VBD", "VBZ", "VBN")  # tags of forms before which no modal stands


def put_right(tree: Tree) -> Tree:
    """The tree with what can't be so set right: a subject on an auxiliary, a clause without a verb, a past tense for an adjective."""
    mending = Remade(tree)
    for i, dep in enumerate(tree.deps):
        if dep in (*SUBJECTS, "csubj"):
            _subject(mending, i)
        elif dep in ("acl", "amod", "pcomp"):
            _participle(mending, i, dep)
        elif dep == "ROOT" and tree.tags[i] in ("NN", "NNS"):
            _root(mending, i)
        elif dep == "ccomp" and not tree.verb(i):
            mending.clause_of_a_noun(i)
            mending.raise_past(i)
        elif dep in AUXILIARIES:
            _auxiliary(mending, i)
        elif dep == "acomp" and tree.tags[i] == "VBN":
            mending.undergo(i)
        elif dep in ("conj", "advcl", "ccomp") and tree.tags[i] in ("VBN", "IN"):
            _joined(mending, i)
        elif dep in ("dobj", "pobj", "npadvmod", "nsubj", "conj") and tree.tags[i] in ("JJ", "VBN"):
            _adjective(mending, i, dep)
    return mending.done()


def _auxiliary(mending: Remade, i: int) -> None:
    """Set right what is labelled an auxiliary."""
    if mending.tree.verb(i):
        mending.auxiliary(i)
    elif mending.tree.tags[i] in ("MD", "NNP") and _surname(mending.tree, i):
        mending.deps[i], mending.tags[i] = "nsubj", "NNP"


def _surname(tree: Tree, i: int) -> bool:
    """Whether a name is taken for a modal, which no form with a tense or a past follows: "*May* accused Russia"."""
    verb = tree.heads[i]
    others = [a for a in tree.kids(verb, "aux", "auxpass") if a > i]
    follows = others[0] if others else verb
    return i < verb and tree.words[i][0].isupper() and tree.tags[follows] in UNRULED and not tree.kids(verb, *SUBJECTS, "csubj")


def _adjective(mending: Remade, i: int, dep: str) -> None:
    """Set right what is taken for an adjective or a participle where a noun belongs: "nine *dead*", "a *slew* of raids"."""
    tree = mending.tree
    if tree.kids(i, "nummod"):
        mending.tags[i] = "NNS"
    elif dep == "dobj" and tree.has(i, ("a", "an"), "det"):
        mending.tags[i] = "NN"


def _subject(mending: Remade, i: int) -> None:
    """Set right what is labelled a subject."""
    tree = mending.tree
    before = tree.left_edge(i) - 1 if mending.bare and i > mending.bare[0] else -1
    if tree.deps[i] == "csubj":
        mending.name_opening(i)
    elif before in mending.bare:
        mending.fill_preposition(before, i)
    elif tree.deps[tree.heads[i]] in AUXILIARIES:
        mending.lift_subject(i)
    elif any(tree.deps[c] == "cc" and c > i for c in tree.children[i]):
        mending.join_subjects(i)
    elif tree.lower[i] in ("-", "–"):
        mending.join_hyphened(i)
    elif i == 0 and tree.tags[i] == "NNP":
        mending.free_adjective(i)


def _root(mending: Remade, i: int) -> None:
    """Set right a noun that is labelled the root."""
    if mending.tree.kids(i, "nsubj"):
        mending.raise_deep(i)
    elif mending.tree.tags[i] == "NNS":
        mending.raise_plural(i)


def _joined(mending: Remade, i: int) -> None:
    """Set right what is labelled a participle or a preposition beside another one."""
    if mending.tree.tags[i] == "VBN":
        mending.count_on(i)
    elif mending.tree.deps[i] == "conj":
        mending.join_like(i)


def _participle(mending: Remade, i: int, dep: str) -> None:
    """Set right what is labelled a participle on a noun or after a preposition."""
    tree = mending.tree
    if dep == "acl" and tree.tags[i] == "VBN":
        mending.count_on(i)
    if dep == "amod" and (tree.tags[i] == "VBD" or (tree.tags[i] in ("VBN", "JJ") and tree.lower[i].endswith("ed"))):
        if not mending.raise_own(i):
            mending.raise_adjective(i)
            mending.raise_between(i)
    elif dep == "acl" and tree.tags[i] == "VBN" and tree.lower[tree.heads[i]] == "those":
        mending.name_one_of_those(i)
    elif dep == "acl" and tree.tags[i] in PAST and (over := mending.clause_before(i)) is not None:
        mending.join_clause(i, over)
    elif dep == "acl" and (tree.tags[i] == "VBD" or (tree.tags[i] == "VBN" and (tree.kids(i, "oprd") or mending.takes(i)))):
        mending.raise_participle(i)
    elif dep == "pcomp" and tree.tags[i] == "VBG":
        mending.describe_name(i)
