"""Nouns that the small model hangs on a neighbour, put under the word that they belong to."""

from sayso.extract.parse.tree import Tree, changed

FINITE = ("VBD", "VBZ")
SUBJECTS = ("nsubj", "nsubjpass")
NAMES = ("NNP", "NNPS")
CLAUSAL = ("aux", "auxpass", "dobj", "prt", "cop", "attr", "acomp", "nsubjpass", "expl")  # what only a verb has
TAKING = ("VBD", "VBG", "VBZ", "VBP", "VB")  # tags of verbs that may take an object
CLAUSES = ("after", "before", "since", "until")  # prepositions that open clauses too


def parted(tree: Tree) -> Tree:
    """The tree with who acts behind a place, the subject of a clause after "after" and the speaker who ends it each under their word."""
    return _spoken(_preceded(_named(_placed(_struck(_numerous(tree))))))


def _numerous(tree: Tree) -> Tree:
    """The tree with its verb, where the plural before that was read as one with an adjective for a subject: "*German forces* attacked"."""
    noun = next(i for i, head in enumerate(tree.heads) if head == i)
    who = [c for c in tree.kids(noun, "nsubj") if c == noun - 1 and tree.tags[c] == "JJ"]
    verb = next((c for c in tree.kids(noun, "acl", "ccomp") if c > noun and tree.tags[c] in ("VBN", "VBD")), None)
    if tree.tags[noun] != "VBZ" or not who or verb is None or tree.kids(noun, "dobj", "aux", "neg") or tree.kids(verb, "nsubj", "auxpass"):
        return tree
    moved = {c: (verb, tree.deps[c]) for c in tree.children[noun] if c > verb or tree.deps[c] in ("prep", "punct", "advmod")}
    return changed(tree, moved | {who[0]: (noun, "amod"), noun: (verb, "nsubj"), verb: (verb, "ROOT")}, {noun: "NNS", verb: "VBD"})


def _struck(tree: Tree) -> Tree:
    """The tree with a name right behind a verb that takes nothing else as its object, and no adverb: "invaded *Sicily* in July"."""
    names = {
        i: (head, "dobj")
        for i, head in enumerate(tree.heads)
        if tree.deps[i] == "advmod" and tree.tags[i] in NAMES and tree.left_edge(i) == head + 1 and tree.tags[head] in TAKING
        if not tree.kids(head, "dobj", "auxpass", "acomp", "attr", "prt")
    }
    return changed(tree, names) if names else tree


def _placed(tree: Tree) -> Tree:
    """Make a sentence of a place that swallowed it: "In [Lima marchers] *attacked* on Sunday the embassy"; see also `fragments`."""
    subject = next(iter(tree.kids(0, "pobj")), 0)
    names = [c for c in tree.kids(subject, "compound", "nmod") if tree.tags[c] in NAMES] if tree.tags[0] == "IN" else []
    verb = next((c for c in tree.kids(subject, "acl") if tree.tags[c] in ("VBN", "VBD") and tree.kids(c, "dobj")), None)
    if not names or verb is None or tree.heads[0] or tree.heads[subject] or tree.left_edge(subject) != 1:
        return tree
    moved = {c: (names[-1], tree.deps[c]) for c in tree.children[subject] if c < names[-1]}
    moved |= {c: (verb, tree.deps[c]) for c in tree.children[0] if c != subject}
    root = {0: (verb, "prep"), names[-1]: (0, "pobj"), subject: (verb, "nsubj"), verb: (verb, "ROOT")}
    return changed(tree, moved | root, {verb: "VBD"})


def _named(tree: Tree) -> Tree:
    """The tree with a noun for a bare verb that can't be one: "after *the Doklam clash*", where "clash" would ask for several."""
    for after, verb in enumerate(tree.heads):
        if tree.deps[after] != "mark" or tree.lower[after] not in CLAUSES or tree.tags[verb] not in ("VB", "VBP", "NN"):
            continue
        if tree.deps[verb] == "ROOT" or tree.kids(verb, *CLAUSAL):
            continue
        subjects = tree.kids(verb, "nsubj")
        alone = [s for s in subjects if s == verb - 1 == max(tree.subtree(s)) and tree.tags[s] == "NNP"]
        if len(alone) == len(subjects) and (subjects or tree.noun(verb)):
            before = {c: (verb, tree.deps[c]) for s in subjects for c in tree.kids(s, "det")}
            hung = {after: (tree.heads[verb], "prep"), verb: (after, "pobj"), **dict.fromkeys(subjects, (verb, "compound"))}
            tree = changed(tree, before | hung, {verb: "NN"})
    return tree


def _spoken(tree: Tree) -> Tree:
    """The tree with its speaker for a verb that ends it, whom the parser hangs on the last name before: "in Gao, *a doctor* said"."""
    verb = next(i for i, head in enumerate(tree.heads) if head == i)
    told = [c for c in tree.kids(verb, "ccomp") if c < verb]
    if tree.tags[verb] not in FINITE or not told or tree.kids(verb, *SUBJECTS):
        return tree
    comma = max((t for t in range(verb) if tree.lower[t] == ","), default=None)
    speaker = next((t for t in range(comma + 1, verb) if tree.deps[t] == "appos" and tree.heads[t] < comma), None) if comma else None
    if comma is None or speaker is None or not all(tree.within(t, speaker) for t in range(comma + 1, verb)):
        return tree
    return changed(tree, {speaker: (verb, "nsubj"), comma: (verb, tree.deps[comma])})


def _preceded(tree: Tree) -> Tree:
    """The tree with its subject for a clause after "after", which the parser hangs on that word: "left after *a raid* killed two"."""
    for after, word in enumerate(tree.lower):
        subjects = tree.kids(after, "pobj") if word in CLAUSES and tree.deps[after] in ("prep", "mark") else []
        verb = _bereft(tree, after) if len(subjects) == 1 else None
        if verb is None:
            continue
        passive = bool(tree.kids(verb, "auxpass"))
        finite = {} if passive or tree.kids(verb, "aux") else {verb: "VBD"}
        tree = changed(tree, {subjects[0]: (verb, "nsubjpass" if passive else "nsubj"), after: (verb, "mark")}, finite)
    return tree


def _bereft(tree: Tree, after: int) -> int | None:
    """The verb without a subject right after what stands below a preposition: over that, or beside it."""
    last = max(tree.subtree(after))
    above = tree.heads[after]
    verb = above if above > last else next((c for c in tree.kids(above, "advcl") if tree.left_edge(c) == last + 1), None)
    if verb is None or tree.tags[verb] not in (*FINITE, "VBN") or tree.deps[verb] == "ROOT":
        return None
    own = [c for c in tree.kids(verb, "nsubj", "nsubjpass", "mark", "expl", "csubj") if c != after]
    between = all(tree.deps[t] in ("aux", "auxpass", "neg", "advmod") for t in range(last + 1, verb))
    finite = tree.tags[verb] != "VBN" or tree.kids(verb, "auxpass", "dobj")
    return verb if not own and between and finite else None
