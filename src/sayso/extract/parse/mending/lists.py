"""Lists of people and bodies, of which the small model makes two subjects or an apposition."""

from sayso.extract.parse.mending.rules import Rule
from sayso.extract.parse.tree import FINITE, NOUNS, PLURALS, SUBJECTS, WHO_WHICH, Tree, changed
from sayso.lexicon import Lexicon

PARTIES = (*SUBJECTS, "dobj", "pobj", "conj")
OWNED = ("det", "poss")
PREPOSITIONS = ("IN", "TO")
CLOSING = (",", "-", "--", "–", "—", ")")  # what ends an apposition, and no list


def rules(lexicon: Lexicon) -> tuple[Rule, ...]:
    """What joins the members of lists: "The CHP, *and the greens* urged ...", "The premier, *his ally and a judge* met ..."."""
    return (
        Rule(_explained, ("conj", "dobj"), ("NN",)),
        Rule(_prefixed, words=lexicon.cue("grammar", "prefixes")),
        Rule(_apart, ("nmod",), ("NN", "NNS")),
        Rule(_along, words=lexicon.cue("grammar", "together")),
        Rule(_beside, SUBJECTS, ("NNP",)),
        Rule(_borne, SUBJECTS),
        Rule(_repeated, ("conj", "prep"), PREPOSITIONS),
        Rule(_two_subjects, SUBJECTS, NOUNS),
        Rule(_mistaken, ("appos",)),
        Rule(_told, ("conj",), ("NNP",)),
        Rule(_asked_besides, ("conj",), NOUNS),
    )


def _repeated(tree: Tree, first: int) -> Tree | None:
    """The tree with one list for nouns of which each has its preposition again: "sent money *to Chad and to Togo*".

    All that follow are put right at once, as each shows only by those before it.
    """
    moved: dict[int, tuple[int, str]] = {}
    for q in range(first, len(tree)) if _again(tree, first) is not None else ():
        p = _again(tree, q)
        head, other = (tree.kids(p, "pobj"), tree.kids(q, "pobj")) if p is not None else ([], [])
        if len(head) == len(other) == 1:
            joining = [c for c in (q - 1,) if tree.tags[c] in ("CC", ",")]
            moved |= {other[0]: (head[0], "conj")} | {t: (head[0], tree.deps[t] if t != q else "cc") for t in (q, *joining)}
    return changed(tree, moved) if moved else None


def _again(tree: Tree, q: int) -> int | None:
    """The preposition that another one repeats for the next member of a list; None where it opens a phrase of its own."""
    over, p = tree.heads[q], None
    if tree.tags[q] in PREPOSITIONS and tree.deps[q] == "conj" and tree.tags[over] in PREPOSITIONS:
        near = [c for c in range(over, q - 1) if tree.tags[c] in PREPOSITIONS and tree.lower[c] == tree.lower[q]]
        p = next(reversed(near), None)  # "to the leaders *of Chad and of Togo*", of which the model makes "to ... and of"
    elif tree.tags[q] in PREPOSITIONS and tree.deps[q] == "prep" and tree.tags[q - 1] == "CC" and tree.heads[q - 1] == over:
        p = next((c for c in reversed(tree.kids(over, "prep", "dative")) if c < q - 1), None)
    return p if p is not None and p < q and tree.lower[p] == tree.lower[q] else None


def _asked_besides(tree: Tree, i: int) -> Tree | None:
    """Who else is to do something, and what: "asked Chad to lift the ban, *and Togo to open* the border"."""
    verb = tree.heads[i]
    first = [d for d in tree.kids(verb, "dobj") if d < i] if tree.verb(verb) else []
    if len(first) != 1:
        return None
    asked = [x for x in tree.kids(verb, "xcomp") if tree.infinitive(x)]
    before, after = [x for x in asked if x < i], [x for x in (*asked, *tree.kids(i, "relcl", "acl")) if x > i and tree.infinitive(x)]
    if len(before) != 1 or len(after) != 1:
        return None
    return changed(tree, {i: (first[0], "conj"), after[0]: (before[0], "conj")})


def _explained(tree: Tree, i: int) -> Tree | None:
    """The tree with one person for "Ann Sali, *the deputy head of FACT and sister of its founder*", of whom the model makes three."""
    over = tree.heads[i]
    also = [c for c in tree.kids(i, "conj") if tree.tags[c] == "NN" and not tree.kids(c, *OWNED)]
    if len(also) != 1 or not tree.kids(i, *OWNED) or tree.lower[tree.left_edge(i) - 1] != ",":
        return None
    first = over if tree.deps[i] == "conj" else tree.kids(over, "dobj")[0]
    named = first < i and tree.tags[first] == "NNP" and any(tree.tags[c] == "NNP" for c in tree.kids(first, "compound"))
    return changed(tree, {i: (first, "appos")}) if named and not tree.kids(first, "cc") else None


def _apart(tree: Tree, i: int) -> Tree | None:
    """The tree with two members for "*a deputy* and six students", of which the model makes a deputy kind of students."""
    h = tree.heads[i]
    if i > h or tree.tags[h] not in PLURALS or not tree.kids(i, "cc") or not any(i < c < h for c in tree.kids(h, "nummod", "det")):
        return None
    before = {c: (i, tree.deps[c]) for c in tree.children[h] if c < i}
    top = tree.heads[h] if tree.heads[h] != h else i
    return changed(tree, {**before, i: (top, tree.deps[h]), h: (i, "conj")})


def _prefixed(tree: Tree, prefix: int) -> Tree | None:
    """The tree with one noun for "the *ex-policeman*" and "his *vice-president*", of which the model makes two or three in a row."""
    parts = prefix, hyphen, noun = prefix, prefix + 1, prefix + 2
    if noun >= len(tree) or tree.words[hyphen] != "-" or not tree.noun(noun) or tree.heads[prefix] == noun:
        return None
    if tree.ends[prefix] != tree.starts[hyphen] or tree.ends[hyphen] != tree.starts[noun]:
        return None
    over = next((t for t in parts if tree.heads[t] == t or tree.heads[t] not in parts), noun)
    moved = {c: (noun, tree.deps[c]) for t in parts[:-1] for c in tree.children[t] if c not in parts}
    top = (tree.heads[over], tree.deps[over]) if tree.heads[over] != over else (noun, tree.deps[over])
    return changed(tree, moved | {noun: top, prefix: (noun, "amod"), hyphen: (noun, "punct")})


def _along(tree: Tree, word: int) -> Tree | None:
    """The tree with those who act together joined: "Kenya, *along with Uganda*, condemned the raid"."""
    preposition = word + 1
    verb = next((h for h in tree.up(word) if tree.verb(h)), None)
    if verb is None or preposition == len(tree) or tree.lower[preposition] != "with":
        return None
    subjects = [s for s in tree.kids(verb, *SUBJECTS) if s < word]
    others = [p for p in tree.kids(preposition, "pobj") if p < verb]
    if not subjects or not others:
        return None
    first = subjects[-1]
    return changed(tree, {others[0]: (first, "conj"), word: (first, "cc"), preposition: (first, "cc")})


def _beside(tree: Tree, name: int) -> Tree | None:
    """The tree with a name beside the noun for it, of which the model makes two subjects: "Togo's *ally Chad* sent planes"."""
    noun = tree.left_edge(name) - 1
    two = noun >= 0 and tree.tags[noun] == "NN" and tree.heads[noun] == tree.heads[name] and tree.deps[noun] == tree.deps[name]
    return changed(tree, {name: (noun, "appos")}) if two else None


def _borne(tree: Tree, second: int) -> Tree | None:
    """The tree with a list inside what is told of its subject, and not beside him: "men armed *with sticks, knives and bombs* attacked"."""
    before = tree.left_edge(second) - 1 if tree.kids(second, "conj") else -1
    if before < 0 or tree.lower[before] != ",":
        return None
    told = [c for s in tree.kids(tree.heads[second], *SUBJECTS) if s < second for c in tree.kids(s, "acl")]
    things = [t for c in told for p in tree.kids(c, "prep") for t in tree.kids(p, "pobj") if max(tree.subtree(t)) + 1 == before]
    return changed(tree, {second: (things[-1], "conj")}) if things else None


def _two_subjects(tree: Tree, second: int) -> Tree | None:
    """The tree with two subjects of a verb joined, of which the second has its "and" right before it."""
    v = tree.heads[second]
    beside = tree.kids(v, *SUBJECTS) if tree.verb(v) else ()
    subjects = [s for s in beside if s < v and tree.noun(s)] if len(beside) > 1 else []
    if len(subjects) != len(SUBJECTS) or subjects[1] != second or tree.deps[subjects[0]] != tree.deps[second]:
        return None
    first, left = subjects[0], tree.left_edge(second)
    if any(tree.tags[t] in FINITE for t in range(first, left)) and not any(tree.tags[t] in WHO_WHICH for t in range(first, left)):
        return None  # "families wept and the premier left": a clause lies between
    joined = tree.tags[left] == "CC" or (tree.tags[left - 1] == "CC" and tree.heads[left - 1] in (first, second, v))
    return changed(tree, {second: (first, "conj")}) if joined else None


def _mistaken(tree: Tree, a: int) -> Tree | None:
    """The tree with the next one in a list for an apposition, as the list goes on with "and" and no comma closes it."""
    i = tree.heads[a]
    if tree.deps[i] not in PARTIES or not tree.noun(i) or len(tree.kids(i, "appos")) != 1 or tree.lower[tree.left_edge(a) - 1] != ",":
        return None
    after = max(tree.subtree(i)) + 1
    counted = tree.tags[i] in PLURALS and tree.kids(i, "nummod")
    closed = after < len(tree) and tree.words[after] in CLOSING
    if counted or closed or (tree.tags[i] in ("NN", "NNS") and tree.tags[a] == "NNP"):
        return None
    last = _last(tree, a)
    if not {"a", "an"}.isdisjoint(tree.lower[d] for d in tree.kids(a, "det")) and tree.kids(i, "det", "poss"):
        return None  # "the envoy, a friend of his and a jurist"
    own = last != a and (tree.kids(last, "det", "poss", "nummod") or tree.tags[last] in (*PLURALS, "NNP"))
    return changed(tree, {a: (i, "conj")}) if own else None


def _told(tree: Tree, name: int) -> Tree | None:
    """The tree with an apposition for the names of those who were counted or told of before: "its donors, *France and Chad*, said"."""
    noun, after = tree.heads[name], max(tree.subtree(name)) + 1
    closed = after < len(tree) and tree.words[after] in CLOSING and tree.lower[tree.left_edge(name) - 1] == ","
    if not closed or tree.tags[noun] not in PLURALS or not tree.kids(noun, *OWNED, "nummod") or tree.kids(noun, "cc"):
        return None
    return changed(tree, {name: (noun, "appos")}) if tree.kids(name, "cc") and tree.tags[_last(tree, name)] == "NNP" else None


def _last(tree: Tree, i: int) -> int:
    """The last member of what is coordinated with a noun."""
    while kids := [c for c in tree.kids(i, "conj") if tree.noun(c)]:
        i = kids[-1]
    return i
