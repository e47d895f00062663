"""Verbs that lead a sentence, though the small model makes another word its root."""

from sayso.extract.parse.tree import INFLECTED, PAST, SUBJECTS, Tree, changed, remade

RELATIVES = ("which", "who", "that")
NEAR = 2  # words from a participle to its agent, with a particle between them


def rooted(tree: Tree, root: int) -> Tree | None:
    """The tree under its finite verb, where another word is its root."""
    noun, verb = _reduced(tree, root) if tree.tags[root] in PAST else _resumed(tree, root)
    if noun is None or verb is None:
        return None
    heads, deps, tags = list(tree.heads), list(tree.deps), list(tree.tags)
    passive = tree.kids(verb, "auxpass")
    heads[verb], deps[verb], tags[verb] = verb, "ROOT", "VBN" if passive else "VBD"
    heads[noun], deps[noun] = verb, "nsubjpass" if passive else "nsubj"
    if root != noun:
        heads[root], deps[root], tags[root] = noun, "acl", "VBN"
    for c in tree.children[root]:
        if deps[c] == "punct" and c > verb:
            heads[c] = verb
    return remade(tree, tags, heads, deps)


def _reduced(tree: Tree, root: int) -> tuple[int | None, int | None]:
    """Subject and verb of "Soldiers held by gunmen *were freed*", of which the small model makes what somebody held."""
    agents = [c for c in tree.kids(root, "prep", "agent") if tree.lower[c] == "by" and c - root <= NEAR]
    if not agents or tree.kids(root, "aux", "auxpass"):
        return None, None
    subjects, clauses = tree.kids(root, "nsubj"), [c for c in tree.kids(root, "ccomp", "advcl", "conj") if c > root]
    if len(subjects) != 1 or len(clauses) != 1:
        return None, None
    verb = clauses[0]
    own = tree.kids(verb, "nsubj", "nsubjpass", "expl", "mark", "csubj")
    finite = tree.tags[verb] in INFLECTED or tree.tensed(verb)
    beside = any(root < c < verb for c in tree.kids(root, "cc", "punct"))
    return (subjects[0], verb) if finite and not (own or beside) else (None, None)


def _resumed(tree: Tree, root: int) -> tuple[int | None, int | None]:
    """Subject and verb of "Chad, which sent guns, *called* on Togo", of which the small model makes one long noun."""
    clauses = [c for c in tree.kids(root, "relcl") if tree.lower[c - 1] in RELATIVES or tree.kids(c, "nsubj", "nsubjpass")]
    if not clauses or root + 1 >= len(tree) or tree.lower[root + 1] != ",":
        return None, None
    after = (v for v in range(clauses[0] + 1, len(tree)) if tree.lower[_opening(tree, v) - 1] == "," and tree.tags[v] in PAST)
    verb = next((v for v in after if tree.within(v, root) and not tree.kids(v, *SUBJECTS, "aux", "auxpass", "agent")), None)
    return (root, verb) if verb is not None else (None, None)


def _opening(tree: Tree, verb: int) -> int:
    """The first of the adverbs right before a verb, or the verb: ", *formally* called on"."""
    while tree.tags[verb - 1] == "RB" and tree.heads[verb - 1] == verb:
        verb -= 1
    return verb


def relieved(tree: Tree, which: int) -> Tree | None:
    """The tree with both verbs of "the fine *which the court imposed* *was* high", of which the model makes a court that was imposed."""
    before = which - 1 - (which > 0 and tree.lower[which - 1] == ",")
    noun = (before, *tree.up(before))[-1] if before >= 0 else which
    verb = next((c for c in tree.kids(noun, "relcl") if c > which), None)
    if verb is None or not tree.noun(noun) or not tree.finite(verb):
        return None
    doers = [s for s in tree.kids(verb, "nsubj", "nsubjpass") if which < s < verb]
    done = [c for s in doers for c in tree.kids(s, "acl") if s < c < verb and tree.tags[c] in PAST]
    if len(done) != 1 or tree.kids(done[0], "agent", "dobj", "aux", "auxpass"):
        return None
    hung = {verb: (verb, "ROOT"), noun: (verb, tree.deps[doers[0]]), done[0]: (before, "relcl")}
    hung |= {doers[0]: (done[0], "nsubj"), which: (done[0], "dobj")}
    hung |= {c: (verb, tree.deps[c]) for c in tree.children[noun] if c > verb}
    return changed(tree, hung, {done[0]: "VBD"})
