"""What is taken for granted where something else is told: that it goes on, that it has happened, or that it was said."""

from sayso.extract.judge.status_words import StatusWords
from sayso.extract.match.matches import Match
from sayso.extract.parse.tree import PAST, PRESENT, Tree
from sayso.model.quad import HARSH, HOSTILE


def answered(tree: Tree, match: Match) -> int | None:
    """Where a noun for somebody's hostile words hangs on what is done about them, unless that is what is wanted.

    The words are known: "will not answer *Chad's request*", "would not comment *on Chad's request*"; None for other nouns.
    """
    n = match.token
    if match.part != "noun" or match.light is not None or match.pattern.quad != HARSH or not tree.kids(n, "poss"):
        return None
    n = tree.first_noun(n)
    step = tree.heads[n] if tree.deps[n] == "pobj" else n
    return step if tree.deps[n] == "dobj" or tree.deps[step] == "prep" else None


def presupposed(tree: Tree, match: Match, words: StatusWords) -> bool:
    """Whether what is said of a noun takes its act for granted: "asked about *his talks*", "will lead the inquiry into *the raid*".

    It does so of what is somebody's, of hostile acts that are known to the reader ("the"), and of what a clause says was done: "wants
    to lift the sanctions *imposed in May*".
    """
    n, hostile = match.token, match.pattern.quad in HOSTILE
    if match.part == "noun" and match.light is not None and tree.heads[match.light] == n:
        return _done(tree, match.light)
    if match.part != "noun" or (match.light is not None and tree.deps[n] != "pobj"):
        return False
    if not (tree.kids(n, "poss") or (hostile and tree.has(n, words.definite, "det"))):
        return False
    n = tree.first_noun(n)
    over = tree.heads[n]
    if tree.deps[n] == "pobj":
        return tree.lower[over] in words.matters or (hostile and _spoken_of(tree, tree.heads[over], words))
    if tree.deps[n] == "nsubj":
        return tree.lower[over] in words.inferring or (hostile and _described(tree, over, words))
    return hostile and tree.deps[n] == "dobj" and tree.lower[over] in words.topics


def _done(tree: Tree, v: int) -> bool:
    """Whether a clause on a noun is past: "*imposed* in May", "that Chad *imposed*", "that were *imposed*"."""
    auxiliaries = tree.kids(v, "aux", "auxpass")
    return tree.tags[v] in PAST and all(tree.tags[a] in ("VBD", "VBZ", "VBP", "VBN") for a in auxiliaries)


def _spoken_of(tree: Tree, i: int, words: StatusWords) -> bool:
    """Whether a verb, or a noun before "of", is about something that was done: "referred *to*", "the victims *of*"."""
    return tree.lower[i] in (words.aftermath if tree.noun(i) else words.topics)


def _described(tree: Tree, v: int, words: StatusWords) -> bool:
    """Whether a verb says what its subject is, and not what it will be: "whether the shooting *was* a hate crime"."""
    being = tree.lower[v] in words.being_forms and bool(tree.kids(v, "attr"))
    return being and not tree.has(v, words.planned_modals | words.conditional_modals, "aux")


def going_on(tree: Tree, noun: int, words: StatusWords) -> bool:
    """Whether an end is put, or to be put, to what is going on: "tried to *quell* the fighting", "called for an *end* to the raids"."""
    head = tree.heads[noun]
    if tree.deps[noun] == "pobj" and tree.lower[head] == "to":
        return tree.noun(tree.heads[head]) and tree.lower[tree.heads[head]] in words.quelling
    ended = tree.deps[noun] in ("dobj", "nsubjpass") and tree.verb(head)
    known = tree.has(noun, ("the", "its", "their"), "det", "poss")
    return ended and (tree.lower[head] in words.quelling or (known and tree.lower[head] in words.ending))


def happened(tree: Tree, clause: int, words: StatusWords) -> bool:
    """Whether the tense of an adverbial clause tells of what happened, whatever is to come of it: "will resign after police *raided* X"."""
    marks = [c for c in tree.kids(clause, "mark", "advmod") if tree.lower[c] in words.factual]
    if not marks or not tree.kids(clause, "nsubj", "nsubjpass"):
        return False
    finite = [tree.tags[a] for a in tree.kids(clause, "aux", "auxpass")] or [tree.tags[clause]]
    modal = any(tree.tags[a] == "MD" for a in tree.kids(tree.heads[clause], "aux"))  # "would go when X came" tells of a plan
    past = finite[0] == "VBD" or ("VBN" in (tree.tags[clause], *finite) and finite[0] in PRESENT)
    return past and any(not (modal and tree.tags[c] == "WRB") for c in marks)
