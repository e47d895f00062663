"""Lines without a full stop, whose verbs, subjects and objects the small model hangs on their neighbours: "Togo *vetoes* EU plan"."""

from sayso.extract.parse.tree import NAMES, PRESENT, TENSED, Tree, changed

ENDS = (".", "!", "?", "”", '"', "…", ";", ",", ":")  # what a headline doesn't end in
OPENING = ("JJ", "JJR", "CD", "DT", "PRP$", *NAMES, "NNS")  # what an object begins with after a verb that could be a noun too
BEFORE = ("compound", "amod", "nmod", "nummod", "poss", "det", "intj", "npadvmod")
BEHIND = ("npadvmod", "appos", "dobj", "dep", "nmod")
LONGEST = 20  # words of a headline


def headed(tree: Tree) -> Tree:
    """The tree of a headline with its verb on top, with who acts and on whom; that of other lines itself."""
    if len(tree) > LONGEST or tree.words[-1] in ENDS:
        return tree
    root = next(i for i, head in enumerate(tree.heads) if head == i)
    if tree.verb(root):
        return _with_object(_with_subject(tree, root), root)
    verb = next((i for i in range(1, len(tree) - 1) if tree.tags[i] in PRESENT and tree.deps[i] in BEFORE), None)
    return tree if verb is None else _raised(tree, root, verb)


def _raised(tree: Tree, root: int, verb: int) -> Tree:
    """The tree with a verb for its root, and what stands before and behind it as its subject and object."""
    last = verb - 1
    subject = min(root, last)
    behind = [tree.heads[verb]] if tree.deps[verb] in BEFORE else [c for c in tree.kids(verb, *BEHIND) if tree.noun(c)]
    things = [c for c in behind if c > verb]
    within = bool(things) and tree.deps[things[0]] == "pobj"  # "Court in [Minsk jails writer]"
    if subject != last and not within:
        return tree
    hung: dict[int, tuple[int, str]] = {}
    for c, over in enumerate(tree.heads):
        if c < last and (over == verb or over in things or over == root > verb):
            hung[c] = (last, tree.deps[c] if tree.deps[c] in BEFORE else "dep")
        elif c > verb and over == root < verb:
            hung[c] = (verb, tree.deps[c])
    if within:
        hung[last] = (tree.heads[things[0]], "pobj")
    hung |= {verb: (verb, "ROOT"), subject: (verb, "nsubj")} | dict.fromkeys(things[:1], (verb, "dobj"))
    return changed(tree, hung, {verb: "VBZ"} | ({} if tree.noun(subject) else {subject: "NNP"}))


def _with_subject(tree: Tree, verb: int) -> Tree:
    """The tree with the noun right before a verb as its subject: "Mali *junta* expels envoy"."""
    noun = verb - 1
    lone = verb and tree.tags[verb] in TENSED and not tree.kids(verb, "nsubj", "nsubjpass", "expl", "csubj", "aux", "auxpass")
    if not lone or tree.heads[noun] != verb or tree.deps[noun] not in BEFORE or not (tree.noun(noun) or tree.words[noun][0].isupper()):
        return tree
    hung = {c: (noun, tree.deps[c]) for c in tree.kids(verb, *BEFORE) if c < noun and tree.deps[c] != "npadvmod"}
    return changed(tree, hung | {noun: (verb, "nsubj")})


def _with_object(tree: Tree, verb: int) -> Tree:
    """The tree with the noun right behind a verb as its object: "army retakes *the town*"."""
    if tree.tags[verb] not in TENSED or tree.kids(verb, "dobj", "auxpass", "ccomp", "xcomp", "nsubjpass") or not tree.kids(verb, "nsubj"):
        return tree
    things = [c for c in tree.kids(verb, "npadvmod", "appos", "dep", "oprd") if c > verb and tree.noun(c) and tree.left_edge(c) == verb + 1]
    return changed(tree, {things[0]: (verb, "dobj")}) if things else tree
