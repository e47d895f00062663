"""How far a place is from an act: over the clauses that happen where it does, and into none that doesn't."""

from collections.abc import Set

from sayso.extract.judge.whereabouts import Whereabouts
from sayso.extract.parse.tree import Tree


def clause(tree: Tree, i: int) -> int | None:
    """The verb over a token."""
    for head in tree.up(i):
        if tree.verb(head):
            return head
    return None


def steps(tree: Tree, i: int, roots: Set[int], where: Whereabouts) -> int | None:
    """Levels from a place name up to the trigger or a verb beside it; None where it belongs to another clause."""
    level, below = 0, i
    for head in tree.up(i):
        if head in roots:
            return None if _content(tree, below, head) or _beside(tree, below, head) else level
        if not tree.verb(head):
            continue
        if tree.deps[head] == "pcomp" and tree.lower[tree.heads[head]] == "from":
            return None  # "kept him *from boarding* a plane to Lima"
        below = head
        level += 1
        beside = [step for root in roots if (step := _step(tree, i, root, head, where))]
        if beside:
            return level + min(beside)
        if tree.deps[head] in ("ccomp", "relcl", "advcl", "acl"):
            return None
    return None


def _step(tree: Tree, i: int, root: int, verb: int, where: Whereabouts) -> int | None:
    """How far a trigger is from a verb that happens where it does, with a place at `i`; None where it happens elsewhere."""
    if _hangs_on(tree, root, verb):
        return 1
    if _goes_on(tree, root, verb):
        return 2
    if _meanwhile(tree, root, verb, where) or _opens(tree, i, root, verb):
        return 3
    return 1 if _aside(tree, verb, root, where) or _stationed(tree, verb, root, where) or _as_he(tree, verb, root, where) else None


def _content(tree: Tree, below: int, root: int) -> bool:
    """Whether a verb tells what somebody is asked or made to do ("ordered Israel to prevent attacks in Gaza")."""
    return tree.deps[below] in ("xcomp", "ccomp") and tree.heads[below] == root and bool(tree.kids(root, "dobj", "dative"))


def _beside(tree: Tree, below: int, root: int) -> bool:
    """Whether a joined verb tells what somebody else does to something: "bombed a camp, and *Hamas fired rockets* at Haifa"."""
    joined = tree.deps[below] == "conj" and tree.heads[below] == root and tree.verb(root)
    comma = joined and any(tree.lower[c - 1] == "," for c in tree.kids(root, "cc") if c < below)
    return joined and bool(tree.kids(below, "nsubj") and (comma or (tree.kids(below, "dobj") and tree.kids(root, "dobj"))))


def _hangs_on(tree: Tree, root: int, verb: int) -> bool:
    """Whether a trigger is a party of a verb, or joined to it."""
    if tree.heads[root] != verb:
        return False
    joined = tree.deps[root] == "conj" and not tree.kids(root, "nsubj")
    return joined or tree.deps[root] in ("dobj", "nsubj", "nsubjpass", "xcomp") or not tree.verb(root)


def _goes_on(tree: Tree, root: int, verb: int) -> bool:
    """Whether a trigger shares the subject of the clause above it, somewhere below a verb."""
    shared = tree.deps[root] in ("conj", "xcomp", "advcl") and not tree.kids(root, "nsubj", "nsubjpass")
    return shared and verb in tree.up(root)


def _meanwhile(tree: Tree, root: int, verb: int, where: Whereabouts) -> bool:
    """Whether a trigger happens while what the verb tells of does, and so at its place."""
    beside = tree.deps[root] == "advcl" and tree.heads[root] == verb
    return beside and tree.has(root, where.during, "mark", "advmod")


def _as_he(tree: Tree, verb: int, root: int, where: Whereabouts) -> bool:
    """Whether a clause tells what those of an act did meanwhile: "was shot *as he left* a mosque in Lima"."""
    return _meanwhile(tree, verb, root, where) and any(tree.tags[s] == "PRP" for s in tree.kids(verb, "nsubj", "nsubjpass"))


def _opens(tree: Tree, i: int, root: int, verb: int) -> bool:
    """Whether a place opens the sentence of a verb of saying, whose content is then told to happen there."""
    content = tree.deps[root] == "ccomp" and tree.heads[root] == verb and i < root
    return content and all(i < subject for subject in tree.kids(verb, "nsubj"))


def _aside(tree: Tree, verb: int, root: int, where: Whereabouts) -> bool:
    """Whether a clause tells where somebody is who acts: "the minister, *speaking* in Lima, urged", "who *flew* to Lima, met"."""
    word, tag = tree.lower[verb], tree.tags[verb]
    if tree.deps[verb] == "relcl":
        there = tag == "VBD" and (word in where.moving or word in where.gathering) and not tree.kids(verb, "attr", "acomp")
        return there and all(tree.tags[s] == "WP" for s in tree.kids(verb, "nsubj")) and _of_subject(tree, verb, root)
    if tree.deps[verb] not in ("acl", "advcl") or verb > root or not (tree.heads[verb] == root or _of_subject(tree, verb, root)):
        return False
    if tag == "VBN":
        return (word in where.gathering or word in where.dwelling) and _set_off(tree, verb)
    busy = bool(tree.kids(verb, "dobj")) and word not in where.attending
    return tag == "VBG" and not busy and (word in where.dwelling or _set_off(tree, verb))


def _of_subject(tree: Tree, verb: int, root: int) -> bool:
    """Whether a verb tells more of the subject of a trigger."""
    return any(tree.within(verb, s) for s in tree.kids(root, "nsubj", "nsubjpass"))


def _set_off(tree: Tree, verb: int) -> bool:
    """Whether a clause opens its sentence or stands behind a comma."""
    first = tree.left_edge(verb)
    return first == 0 or tree.lower[first - 1] == ","


def _stationed(tree: Tree, verb: int, root: int, where: Whereabouts) -> bool:
    """Whether a participle tells where those are to whom an act comes, or the words it is done in: "visited troops *stationed* at Gao"."""
    if tree.deps[verb] != "acl":
        return False
    noun = tree.heads[verb]
    if tree.lower[verb] in where.issuing and tree.deps[noun] == "pobj":  # "urged in a statement *issued* in Lima"
        return tree.lower[tree.heads[noun]] == "in" and tree.heads[tree.heads[noun]] == root
    return noun in tree.kids(root, "dobj", "nsubjpass") and tree.lower[root] in where.entering
