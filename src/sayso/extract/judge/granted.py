"""What is taken for granted where something else is told: that it goes on, that it has happened, or that it was said."""

from sayso.extract.judge.status_words import StatusWords
from sayso.extract.match.matches import Match
from sayso.extract.match.predicated import predicates
from sayso.extract.parse.tree import PAST, PLURALS, PRESENT, SUBJECTS, Tree
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

    It does so of what is somebody's, of hostile acts that are known to the reader ("the") and only called something ("may call *the
    arrest* illegal"), of what a clause says was done ("wants to lift the sanctions *imposed in May*"), and of what somebody hides or
    makes known ("failed to disclose *talks*").
    """
    n, hostile = match.token, match.pattern.quad in HOSTILE
    if match.part == "noun" and tree.deps[n] == "dobj" and tree.lower[tree.heads[n]] in words.disclosing:
        return not tree.has(n, words.unnamed, "det")
    if match.part == "noun" and match.light is not None and tree.heads[match.light] == n:
        return _done(tree, match.light)
    if match.part != "noun" or (match.light is not None and tree.deps[n] != "pobj"):
        return False
    if not (tree.kids(n, "poss") or (hostile and tree.has(n, words.definite, "det"))):
        return False
    n = tree.first_noun(n)
    over = tree.heads[n]
    if tree.deps[n] == "pobj":
        about = tree.lower[over] in words.matters or (hostile and tree.lower[over] in words.prompting)
        return about or (hostile and _spoken_of(tree, tree.heads[over], words))
    if tree.deps[n] == "nsubj":
        return tree.lower[over] in words.inferring or (hostile and _described(tree, over, words))
    known = tree.lower[over] in words.topics or _called(tree, over, words)
    return hostile and tree.deps[n] in ("dobj", "nsubjpass") and known


def told_of(tree: Tree, step: int, words: StatusWords) -> bool:
    """Whether a clause tells more of a known act, which stays where that is denied: "the talks *were not a success*".

    "The talks *did not take place*" and "the raid *was not real*" tell that there was none.
    """
    v = tree.heads[step]
    if tree.deps[step] not in SUBJECTS or not tree.noun(step) or any(tree.tags[a] == "MD" for a in tree.kids(v, "aux")):
        return False
    several = tree.tags[step] in PLURALS and bool(tree.kids(step, "prep")) and not tree.kids(step, "det")
    if not (several or tree.kids(step, "poss") or tree.has(step, words.definite, "det")):
        return False
    predicates = tree.kids(v, "attr", "acomp", "oprd")
    if tree.lower[v] in words.being_forms:
        return bool(predicates) and words.genuine.isdisjoint(tree.lower[p] for p in predicates)
    brought = [o for o in tree.kids(v, "dobj") if tree.lower[o] not in words.realized]
    return bool(predicates or brought or tree.taken(v, "as")) or tree.lower[v] not in words.realizing


def _called(tree: Tree, v: int, words: StatusWords) -> bool:
    """Whether a verb says what its object is: "*called* the arrest *illegal*", "*described* it *as* cruel"."""
    return tree.lower[v] in words.grammar.naming and bool(predicates(tree, v, words.grammar))


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
    return past and any(not (modal and (tree.tags[c] == "WRB" or tree.lower[c] in words.pending)) for c in marks)
