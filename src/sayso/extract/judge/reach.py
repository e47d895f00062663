"""How far a place is from an act: over the clauses that happen where it does, and into none that doesn't."""

from sayso.extract.judge.whereabouts import Whereabouts
from sayso.extract.parse.tree import Tree


def steps(tree: Tree, i: int, roots: set[int], where: Whereabouts) -> int | None:
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
        if any(_hangs_on(tree, r, head) for r in roots):
            return level + 1
        if any(_goes_on(tree, r) and head in tree.up(r) for r in roots):
            return level + 2
        if any(_meanwhile(tree, r, head, where) or _opens(tree, i, r, head) for r in roots):
            return level + 3
        if any(_aside(tree, head, r, where) or _stationed(tree, head, r, where) or _as_he(tree, head, r, where) for r in roots):
            return level + 1
        if tree.deps[head] in ("ccomp", "relcl", "advcl", "acl"):
            return None
    return None


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
    joins = tree.deps[root] in ("dobj", "nsubj", "nsubjpass", "xcomp") or (tree.deps[root] == "conj" and not tree.kids(root, "nsubj"))
    return root in tree.children[verb] and (joins or not tree.verb(root))


def _goes_on(tree: Tree, root: int) -> bool:
    """Whether a trigger shares the subject of the clause above it."""
    return tree.deps[root] in ("conj", "xcomp", "advcl") and not tree.kids(root, "nsubj", "nsubjpass")


def _meanwhile(tree: Tree, root: int, verb: int, where: Whereabouts) -> bool:
    """Whether a trigger happens while what the verb tells of does, and so at its place."""
    marks = {tree.lower[c] for c in tree.kids(root, "mark", "advmod")}
    return tree.deps[root] == "advcl" and tree.heads[root] == verb and not marks.isdisjoint(where.during)


def _as_he(tree: Tree, verb: int, root: int, where: Whereabouts) -> bool:
    """Whether a clause tells what those of an act did meanwhile: "was shot *as he left* a mosque in Lima"."""
    return _meanwhile(tree, verb, root, where) and any(tree.tags[s] == "PRP" for s in tree.kids(verb, "nsubj", "nsubjpass"))


def _opens(tree: Tree, i: int, root: int, verb: int) -> bool:
    """Whether a place opens the sentence of a verb of saying, whose content is then told to happen there."""
    content = tree.deps[root] == "ccomp" and tree.heads[root] == verb
    return content and all(i < subject for subject in tree.kids(verb, "nsubj")) and i < root


def _aside(tree: Tree, verb: int, root: int, where: Whereabouts) -> bool:
    """Whether a clause tells where somebody is who acts: "the minister, *speaking* in Lima, urged", "who *flew* to Lima, met"."""
    subjects = tree.kids(root, "nsubj", "nsubjpass")
    of_subject = any(tree.within(verb, s) for s in subjects)
    if tree.deps[verb] == "relcl":
        there = tree.lower[verb] in where.moving | where.gathering and tree.tags[verb] == "VBD" and not tree.kids(verb, "attr", "acomp")
        return there and of_subject and all(tree.tags[s] == "WP" for s in tree.kids(verb, "nsubj"))
    if tree.deps[verb] not in ("acl", "advcl") or verb > root or not (tree.heads[verb] == root or of_subject):
        return False
    beside = tree.left_edge(verb) == 0 or tree.lower[tree.left_edge(verb) - 1] == ","
    if tree.tags[verb] == "VBN":
        return beside and tree.lower[verb] in where.gathering | where.dwelling
    busy = bool(tree.kids(verb, "dobj")) and tree.lower[verb] not in where.attending
    return tree.tags[verb] == "VBG" and not busy and (beside or tree.lower[verb] in where.dwelling)


def _stationed(tree: Tree, verb: int, root: int, where: Whereabouts) -> bool:
    """Whether a participle tells where those are to whom an act comes, or the words it is done in: "visited troops *stationed* at Gao"."""
    if tree.deps[verb] != "acl":
        return False
    noun = tree.heads[verb]
    if tree.lower[verb] in where.issuing and tree.deps[noun] == "pobj":  # "urged in a statement *issued* in Lima"
        return tree.lower[tree.heads[noun]] == "in" and tree.heads[tree.heads[noun]] == root
    return noun in tree.kids(root, "dobj", "nsubjpass") and tree.lower[root] in where.entering
