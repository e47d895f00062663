"""What a clause or a noun says of itself: negation, modals, hedges, conditions, parties that are nobody."""

from sayso.extract.judge.awaited import awaited
from sayso.extract.judge.questions import conditional, inverted, perfect
from sayso.extract.judge.status_words import StatusWords
from sayso.extract.parse.tree import Tree
from sayso.model.event import Status


def negated(tree: Tree, v: int, words: StatusWords) -> bool:
    """Whether a clause is negated; "not only" is no negation."""
    lower = tree.lower
    if words.negators.isdisjoint(lower):
        return False
    near = [*tree.kids(v, "neg", "advmod", "cc", "preconj", "det"), *(c for a in tree.kids(v, "aux", "auxpass") for c in tree.children[a])]
    near += [c for a in tree.kids(v, "advmod") for c in tree.kids(a, "advmod", "neg")]
    if any(lower[c] in words.negators and lower[min(c + 1, len(tree) - 1)] not in words.intensifiers for c in near):
        return True
    return any(lower[c] == "longer" and c > 0 and lower[c - 1] == "no" for c in tree.kids(v, "advmod"))


def clause(tree: Tree, v: int, words: StatusWords, *, said: bool) -> Status | None:
    """Negation, modals and hedges of one clause."""
    negative = negated(tree, v, words)
    if inverted(tree, v, words.inverted):
        return "occurred" if negative and perfect(tree, v) else "possible"  # "had X not attacked" says that it did
    if negative and regretted(tree, v, words):
        return "occurred"
    if modal := _modal(tree, v, words, said=said):
        weak = [tree.lower[c] for c in tree.kids(v, "aux", "auxpass") if tree.lower[c] in words.possible_modals]
        unable = any(m.startswith(("ca", "coul")) for m in weak)
        return "denied" if negative and (not weak or unable) else modal
    if negative or any(tree.lower[c] in words.missed and c < v for c in tree.kids(v, "advmod")):
        return "denied"
    if tree.has(v, words.hedges, "advmod"):
        return "possible"
    if tree.kids(v, "mark") and tree.deps[v] == "advcl" and not tree.infinitive(v):
        return adverbial(tree, v, words)
    if tree.deps[v] in ("ccomp", "ROOT") and tree.has(v, words.markers, "mark"):
        return "possible"  # "is investigating whether X attacked Y", "If X attacked Y;"
    return None


def _modal(tree: Tree, v: int, words: StatusWords, *, said: bool) -> Status | None:
    """What the modal of a clause says; what is to come on a condition is only possible."""
    if tree.has(v, words.planned_modals, "aux", "auxpass"):
        open_still = conditional(tree, v, words.markers) or tree.has(v, words.hedges, "advmod")  # "will likely attack"
        return "possible" if open_still else "planned"
    if not tree.has(v, words.conditional_modals, "aux", "auxpass"):
        return "possible" if tree.has(v, words.possible_modals, "aux", "auxpass") else None
    if tree.has(v, words.afterwards, "advmod"):
        return None  # "would invade the island three years later"
    return "planned" if said and not (conditional(tree, v, words.markers) or perfect(tree, v)) else "possible"


def regretted(tree: Tree, v: int, words: StatusWords) -> bool:
    """Whether a condition contrary to fact denies what was done: "if X had not attacked, prices would be lower"."""
    head, marked = tree.heads[v], tree.deps[v] == "advcl" and tree.has(v, words.markers, "mark") and tree.has(v, ("had",), "aux")
    return marked and (tree.has(head, words.conditional_modals, "aux") or tree.has(head, words.possible_modals, "aux"))


def adverbial(tree: Tree, v: int, words: StatusWords) -> Status | None:
    """What the kind of an adverbial clause says: a condition, a purpose."""
    if tree.has(v, words.markers, "mark", "advmod") or awaited(tree, v, words):
        return "possible"
    return "planned" if tree.infinitive(v) else None


def negative_party(tree: Tree, v: int, words: StatusWords) -> Status | None:
    """What a party that is nobody says: "no troops were sent", "nobody was arrested", "neither X nor Y came"."""
    if words.negators.isdisjoint(tree.lower):
        return None
    parties = tree.kids(v, "nsubj", "nsubjpass", "dobj")
    if any(tree.lower[p] in words.nobody for p in parties):
        return "denied"
    if any(tree.has(p, words.barring, "det", "preconj", "cc") for p in parties):
        return "denied"
    opening = [tree.left_edge(p) for p in tree.kids(v, "nsubj", "nsubjpass")]
    opened = any(tree.lower[i] == "not" for i in opening)
    return "denied" if opened and not any(tree.lower[i + 1] in words.intensifiers for i in opening) else None


def modified(tree: Tree, n: int, words: StatusWords) -> Status | None:
    """The status that adjectives and determiners give a noun ("a planned visit", "no attack")."""
    found = (words.modifiers.get(tree.lower[c]) for c in tree.kids(n, "amod", "det", "compound", "neg", "nmod"))
    return next(filter(None, found), None)
