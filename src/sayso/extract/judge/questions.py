"""What questions, conditions and orders leave open: what is asked, and not what is taken for granted, told beside that or spoken of."""

from collections.abc import Set

from sayso.extract.match.matches import Match
from sayso.extract.parse.tree import Tree
from sayso.model.event import Status
from sayso.model.quad import HOSTILE

YEAR = 4  # figures of one
GRANTING = ("how", "why", "who")  # what opens questions about what has happened


def asked(tree: Tree, token: int) -> bool:
    """Whether a token lies in what a question asks."""
    return "?" in tree.lower[-2:] and not _presumed(tree) and not _beside(tree, token)


def known_act(tree: Tree, step: int, match: Match, topics: Set[str], temporal: Set[str]) -> bool:
    """Whether a noun tells of a hostile act as known, whatever is done about it or was planned."""
    return spoken_of(tree, step, match, topics) or carried_out(tree, step, match, temporal)


def spoken_of(tree: Tree, step: int, match: Match, topics: Set[str]) -> bool:
    """Whether what people will speak of is known: "will discuss *the* attack", "*Chad's* attack", "how X was attacked"."""
    if granted(tree, step):
        return True
    if match.pattern.quad not in HOSTILE or step != match.token or tree.deps[step] != "dobj" or tree.lower[tree.heads[step]] not in topics:
        return False
    return any(tree.deps[c] == "poss" or tree.lower[c] == "the" for c in tree.kids(step, "det", "poss"))


def carried_out(tree: Tree, step: int, match: Match, temporal: Set[str]) -> bool:
    """Whether a noun tells of a hostile deed by its day, though a gerund tells of the plan: "admitted planning *the March bombing*"."""
    verb = tree.heads[step]
    gerund = tree.tags[verb] == "VBG" and tree.deps[verb] in ("pcomp", "xcomp") and not tree.kids(verb, "aux")
    if (
        match.pattern.quad not in HOSTILE
        or step != match.token
        or not (gerund and tree.deps[step] == "dobj")
        or not tree.has(step, ("the",), "det")
    ):
        return False
    return any(tree.lower[c] in temporal or len(tree.words[c]) == YEAR for c in tree.kids(step, "compound", "nmod", "nummod"))


def supposed(tree: Tree, noun: int, markers: Set[str]) -> bool:
    """Whether a noun stands in a condition whose verb it is, though the model takes it for none: "*if* Chad *attacks*, it will lose"."""
    end = next((t for t in range(noun, len(tree)) if tree.lower[t] == ","), len(tree))
    marks = (m for m in range(noun) if tree.deps[m] == "mark" and tree.lower[m] in markers)
    return any(tree.heads[m] > end and "," not in tree.lower[m:noun] for m in marks)


def open_question(tree: Tree, step: int) -> bool:
    """Whether a clause leaves open what it tells: "it is not clear *whether* X attacked Y", "did not say *if* it would"."""
    if tree.deps[step] == "ccomp" and tree.has(step, ("if",), "mark"):
        return tree.heads[step] < step
    return tree.deps[step] in ("ccomp", "acl", "pcomp") and tree.has(step, ("whether",), "mark")


def granted(tree: Tree, step: int) -> bool:
    """Whether a question within a sentence is about what has happened, and leaves only the rest open: "asked *why* X attacked Y"."""
    words = [c for c in tree.kids(step, "advmod", "nsubj") if tree.lower[c] in GRANTING]
    if tree.deps[step] not in ("ccomp", "pcomp") or not words or not tree.kids(step, "nsubj", "nsubjpass"):
        return False
    auxiliaries = tree.kids(step, "aux", "auxpass")
    return tree.tags[auxiliaries[0] if auxiliaries else step] == "VBD"


def conditional(tree: Tree, v: int, markers: Set[str]) -> bool:
    """Whether a clause holds on a condition ("if ..."); "even if" sets none."""
    marks = [m for c in tree.kids(v, "advcl") for m in tree.kids(c, "mark") if tree.lower[m] in markers]
    return any(m == 0 or tree.lower[m - 1] != "even" for m in marks)


def inverted(tree: Tree, v: int, openings: Set[str]) -> bool:
    """Whether an auxiliary before its subject makes a condition: "had X attacked", "were X to attack"."""
    openers = [a for a in (*tree.kids(v, "aux", "auxpass"), tree.heads[v], v) if tree.lower[a] in openings]
    if not openers or "?" in tree.lower[-2:]:
        return False
    subjects = tree.kids(v, "nsubj", "nsubjpass")
    lone = [a for a in openers if a == 0 or tree.lower[a - 1] in (",", "and", "“", '"')]
    return any(a < s and (s < v or a == v) for a in lone for s in subjects or tree.kids(a, "nsubj"))


def perfect(tree: Tree, v: int) -> bool:
    """Whether a form of "have" stands before a participle: "would have sent", "had X not attacked"."""
    return tree.has(v, ("have", "had"), "aux")


def _presumed(tree: Tree) -> bool:
    """Whether a question takes the act for granted, as with "why"."""
    return "MD" not in tree.tags and any(tag in ("WRB", "WP", "WDT") for tag in tree.tags[:2])


def _beside(tree: Tree, token: int) -> bool:
    """Whether a token lies in a clause that only tells more of somebody: "would Biden, *who has promised it*, send the fleet?"."""
    return any(tree.deps[i] == "relcl" and not tree.infinitive(i) for i in (token, *tree.up(token)))


def goes_along(tree: Tree, step: int, above: str | None) -> bool:
    """Whether a participle with a subject of its own tells more of what is only possible: "might fall apart, *each capital signing*"."""
    return above == "possible" and tree.heads[step] < step and tree.tags[step] == "VBG" and not tree.kids(step, "mark")


def thought(tree: Tree, step: int, head: int) -> bool:
    """Whether a clause only tells what somebody would have thought: "one *might have expected* that X stood by Y"."""
    modal = any(tree.tags[a] == "MD" for a in tree.kids(head, "aux"))
    if tree.deps[step] == "csubj":
        return modal and tree.tags[step] == "VBG"  # "*sending* arms would be a mistake"
    return tree.deps[step] == "ccomp" and modal and tree.has(head, ("have",), "aux")


def unruled(tree: Tree, v: int) -> Status | None:
    """What a verb without a finite one over it says: "X to visit Y" in a headline, "release them!" as an order."""
    ahead = tree.deps[v] == "ccomp" and v < tree.heads[v]  # "X to visit Y, says minister"
    if tree.deps[v] != "ROOT" and not ahead:
        return None
    subjects = tree.kids(v, "nsubj", "nsubjpass")
    if tree.infinitive(v) and all(tree.tags[c] == "TO" for c in tree.kids(v, "aux")):
        return "planned" if subjects else None
    return "possible" if v == 0 and tree.tags[v] == "VB" and not subjects and not tree.kids(v, "aux") else None
