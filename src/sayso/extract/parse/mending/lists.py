"""Lists of people and bodies, of which the small model makes two subjects or an apposition."""

from sayso.extract.parse.tree import PLURALS, Tree, changed

SUBJECTS = ("nsubj", "nsubjpass")
PARTIES = (*SUBJECTS, "dobj", "pobj", "conj")
PREFIXES = ("ex", "co", "vice")
PREPOSITIONS = ("IN", "TO")
TOGETHER = ("along", "together")
FINITE, RELATIVES = ("VBD", "VBZ", "VBP"), ("WP", "WDT")
CLOSING = (",", "-", "--", "–", "—", ")")  # what ends an apposition, and no list


def listed(tree: Tree) -> Tree:
    """The tree with the members of lists joined: "The CHP, *and the greens* urged ...", "The premier, *his ally and a judge* met ..."."""
    tree = _repeated(_borne(_beside(_along(_apart(_prefixed(tree))))))
    moves = {second: first for v in range(len(tree)) if tree.verb(v) for first, second in _two_subjects(tree, v)}
    explained = {head for head, dep in zip(tree.heads, tree.deps, strict=True) if dep == "appos"}
    moves |= {a: i for i in explained if tree.deps[i] in PARTIES for a in _mistaken(tree, i)}
    moves |= {t: to for i, dep in enumerate(tree.deps) if dep == "conj" for t, to in _asked_besides(tree, i)}
    if not moves:
        return tree
    return changed(tree, {i: (to, "conj") for i, to in moves.items()})


def _repeated(tree: Tree) -> Tree:
    """The tree with one list for nouns of which each has its preposition again: "sent money *to Chad and to Togo*"."""
    moved: dict[int, tuple[int, str]] = {}
    for q in range(1, len(tree)):
        p = _again(tree, q)
        first, second = (tree.kids(p, "pobj"), tree.kids(q, "pobj")) if p is not None else ([], [])
        if len(first) == len(second) == 1:
            joining = [c for c in (q - 1,) if tree.tags[c] in ("CC", ",")]
            moved |= {second[0]: (first[0], "conj")} | {t: (first[0], tree.deps[t] if t != q else "cc") for t in (q, *joining)}
    return changed(tree, moved) if moved else tree


def _again(tree: Tree, q: int) -> int | None:
    """The preposition that another one repeats for the next member of a list; None where it opens a phrase of its own."""
    over, p = tree.heads[q], None
    if tree.tags[q] in PREPOSITIONS and tree.deps[q] == "conj" and tree.tags[over] in PREPOSITIONS:
        near = [c for c in range(over, q - 1) if tree.tags[c] in PREPOSITIONS and tree.lower[c] == tree.lower[q]]
        p = next(reversed(near), None)  # "to the leaders *of Chad and of Togo*", of which the model makes "to ... and of"
    elif tree.tags[q] in PREPOSITIONS and tree.deps[q] == "prep" and tree.tags[q - 1] == "CC" and tree.heads[q - 1] == over:
        p = next((c for c in reversed(tree.kids(over, "prep", "dative")) if c < q - 1), None)
    return p if p is not None and p < q and tree.lower[p] == tree.lower[q] else None


def _asked_besides(tree: Tree, i: int) -> list[tuple[int, int]]:
    """Who else is to do something, and what: "asked Chad to lift the ban, *and Togo to open* the border"."""
    verb = tree.heads[i]
    if not tree.noun(i) or not tree.verb(verb):
        return []
    first = [d for d in tree.kids(verb, "dobj") if d < i]
    asked = [x for x in tree.kids(verb, "xcomp") if tree.infinitive(x)]
    before, after = [x for x in asked if x < i], [x for x in (*asked, *tree.kids(i, "relcl", "acl")) if x > i and tree.infinitive(x)]
    if len(first) != 1 or len(before) != 1 or len(after) != 1:
        return []
    return [(i, first[0]), (after[0], before[0])]


def _apart(tree: Tree) -> Tree:
    """The tree with two members for "*a deputy* and six students", of which the model makes a deputy kind of students."""
    for i, dep in enumerate(tree.deps):
        h = tree.heads[i]
        if dep != "nmod" or i > h or tree.tags[i] not in ("NN", "NNS") or tree.tags[h] not in PLURALS:
            continue
        if tree.kids(i, "cc") and any(i < c < h for c in tree.kids(h, "nummod", "det")):
            before = {c: (i, tree.deps[c]) for c in tree.children[h] if c < i}
            top = tree.heads[h] if tree.heads[h] != h else i
            return changed(tree, {**before, i: (top, tree.deps[h]), h: (i, "conj")})
    return tree


def _prefixed(tree: Tree) -> Tree:
    """The tree with one noun for "the *ex-policeman*" and "his *vice-president*", of which the model makes two or three in a row."""
    for hyphen in range(1, len(tree) - 1):
        prefix, noun = hyphen - 1, hyphen + 1
        if tree.lower[prefix] not in PREFIXES or tree.words[hyphen] != "-" or not tree.noun(noun) or tree.heads[prefix] == noun:
            continue
        if tree.ends[prefix] != tree.starts[hyphen] or tree.ends[hyphen] != tree.starts[noun]:
            continue
        parts = (prefix, hyphen, noun)
        over = next((t for t in parts if tree.heads[t] == t or tree.heads[t] not in parts), noun)
        moved = {c: (noun, tree.deps[c]) for t in parts[:-1] for c in tree.children[t] if c not in parts}
        top = (tree.heads[over], tree.deps[over]) if tree.heads[over] != over else (noun, tree.deps[over])
        tree = changed(tree, moved | {noun: top, prefix: (noun, "amod"), hyphen: (noun, "punct")})
    return tree


def _along(tree: Tree) -> Tree:
    """The tree with those who act together joined: "Kenya, *along with Uganda*, condemned the raid"."""
    for word, beside in enumerate(tree.lower[:-1]):
        preposition = word + 1
        if beside not in TOGETHER or tree.lower[preposition] != "with":
            continue
        verb = next((h for h in tree.up(word) if tree.verb(h)), None)
        subjects = [s for s in tree.kids(verb, *SUBJECTS) if s < word] if verb is not None else []
        others = [p for p in tree.kids(preposition, "pobj") if verb is not None and p < verb]
        if subjects and others:
            first = subjects[-1]
            return changed(tree, {others[0]: (first, "conj"), word: (first, "cc"), preposition: (first, "cc")})
    return tree


def _beside(tree: Tree) -> Tree:
    """The tree with a name beside the noun for it, of which the model makes two subjects: "Togo's *ally Chad* sent planes"."""
    for name in (i for i, dep in enumerate(tree.deps) if dep in SUBJECTS and tree.tags[i] == "NNP"):
        noun = tree.left_edge(name) - 1
        two = noun >= 0 and tree.heads[noun] == tree.heads[name] and tree.deps[noun] == tree.deps[name]
        if two and tree.tags[noun] == "NN":
            return changed(tree, {name: (noun, "appos")})
    return tree


def _borne(tree: Tree) -> Tree:
    """The tree with a list inside what is told of its subject, and not beside him: "men armed *with sticks, knives and bombs* attacked"."""
    for second in (i for i, dep in enumerate(tree.deps) if dep in SUBJECTS and tree.kids(i, "conj")):
        before = tree.left_edge(second) - 1
        told = [c for s in tree.kids(tree.heads[second], *SUBJECTS) if s < second for c in tree.kids(s, "acl")]
        things = [t for c in told for p in tree.kids(c, "prep") for t in tree.kids(p, "pobj") if max(tree.subtree(t)) + 1 == before]
        if things and tree.lower[before] == ",":
            return changed(tree, {second: (things[-1], "conj")})
    return tree


def _two_subjects(tree: Tree, v: int) -> list[tuple[int, int]]:
    """The two subjects of a verb, of which the second has its "and" right before it."""
    subjects = [s for s in tree.kids(v, *SUBJECTS) if s < v and tree.noun(s)]
    if len(subjects) != len(SUBJECTS) or tree.deps[subjects[0]] != tree.deps[subjects[1]]:
        return []
    first, second = subjects
    left = tree.left_edge(second)
    if any(tree.tags[t] in FINITE for t in range(first, left)) and not any(tree.tags[t] in RELATIVES for t in range(first, left)):
        return []  # "families wept and the premier left": a clause lies between
    joined = tree.tags[left] == "CC" or (tree.tags[left - 1] == "CC" and tree.heads[left - 1] in (first, second, v))
    return [(first, second)] if joined else []


def _mistaken(tree: Tree, i: int) -> list[int]:
    """What is no apposition of a noun but the next one in its list, as it goes on with "and" and no comma closes it."""
    beside = tree.kids(i, "appos")
    if len(beside) != 1 or not tree.noun(i) or tree.lower[tree.left_edge(beside[0]) - 1] != ",":
        return []
    a, after = beside[0], max(tree.subtree(i)) + 1
    counted = tree.tags[i] in PLURALS and tree.kids(i, "nummod")
    closed = after < len(tree) and tree.words[after] in CLOSING
    if counted or closed or (tree.tags[i] in ("NN", "NNS") and tree.tags[a] == "NNP"):
        return []
    last = _last(tree, a)
    if not {"a", "an"}.isdisjoint(tree.lower[d] for d in tree.kids(a, "det")) and tree.kids(i, "det", "poss"):
        return []  # "the envoy, a friend of his and a jurist"
    own = last != a and (tree.kids(last, "det", "poss", "nummod") or tree.tags[last] in (*PLURALS, "NNP"))
    return [a] if own else []


def _last(tree: Tree, i: int) -> int:
    """The last member of what is coordinated with a noun."""
    while kids := [c for c in tree.kids(i, "conj") if tree.noun(c)]:
        i = kids[-1]
    return i
