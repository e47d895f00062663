"""Nouns that the small model hangs on a neighbour, put under the word that they belong to."""

from collections.abc import Set
from functools import partial

from sayso.extract.parse.mending.rules import Rule
from sayso.extract.parse.tree import INFLECTED, NAMES, PAST, SUBJECTS, Tree, changed
from sayso.lexicon import Lexicon

CLAUSAL = ("aux", "auxpass", "dobj", "prt", "cop", "attr", "acomp", "nsubjpass", "expl")  # what only a verb has
TAKING = ("VBD", "VBG", "VBZ", "VBP", "VB")  # tags of verbs that may take an object


def rules(lexicon: Lexicon) -> tuple[Rule, ...]:
    """What puts who acts behind a place, the subject of a clause after "after" and the speaker who ends it each under their word."""
    clausal = lexicon.cue("grammar", "clausal")
    calendar = lexicon.cue("time", "weekdays", "months")
    return (
        Rule(_numerous, ("ROOT",), ("VBZ",)),
        Rule(_struck, ("advmod",), (*NAMES, "RB")),
        Rule(partial(_struck, unless=calendar), ("npadvmod",), NAMES),
        Rule(_placed, tags=("IN",), opening=True),
        Rule(_named, ("mark",), words=clausal),
        Rule(_preceded, ("prep", "mark"), words=clausal),
        Rule(_spoken, ("ROOT",), INFLECTED),
        Rule(_fronted, ("ROOT", "ccomp"), INFLECTED),
    )


def _numerous(tree: Tree, noun: int) -> Tree | None:
    """The tree with its verb, where the plural before that was read as one with an adjective for a subject: "*German forces* attacked"."""
    who = [c for c in tree.kids(noun, "nsubj") if c == noun - 1 and tree.tags[c] == "JJ"]
    verb = next((c for c in tree.kids(noun, "acl", "ccomp") if c > noun and tree.tags[c] in PAST), None) if who else None
    if verb is None or tree.kids(noun, "dobj", "aux", "neg") or tree.kids(verb, "nsubj", "auxpass"):
        return None
    moved = {c: (verb, tree.deps[c]) for c in tree.children[noun] if c > verb or tree.deps[c] in ("prep", "punct", "advmod")}
    return changed(tree, moved | {who[0]: (noun, "amod"), noun: (verb, "nsubj"), verb: (verb, "ROOT")}, {noun: "NNS", verb: "VBD"})


def _struck(tree: Tree, name: int, unless: Set[str] = frozenset()) -> Tree | None:
    """The tree with a name right behind a verb that takes nothing else as its object, and no adverb: "invaded *Sicily* in July"."""
    verb = tree.heads[name]
    behind = tree.tags[verb] in TAKING and tree.left_edge(name) == verb + 1 and tree.words[name][0].isupper()
    if not behind or tree.lower[name] in unless or tree.kids(verb, "dobj", "auxpass", "acomp", "attr", "prt"):
        return None
    return changed(tree, {name: (verb, "dobj")}, {name: "NNP"})


def _placed(tree: Tree, first: int) -> Tree | None:
    """Make a sentence of a place that swallowed it: "In [Lima marchers] *attacked* on Sunday the embassy"; see also `fragments`."""
    subject = next(iter(tree.kids(first, "pobj")), first)
    names = [c for c in tree.kids(subject, "compound", "nmod") if tree.tags[c] in NAMES]
    verb = next((c for c in tree.kids(subject, "acl") if tree.tags[c] in PAST and tree.kids(c, "dobj")), None)
    if not names or verb is None or tree.heads[first] != first or tree.heads[subject] != first or tree.left_edge(subject) != 1:
        return None
    moved = {c: (names[-1], tree.deps[c]) for c in tree.children[subject] if c < names[-1]}
    moved |= {c: (verb, tree.deps[c]) for c in tree.children[first] if c != subject}
    root = {first: (verb, "prep"), names[-1]: (first, "pobj"), subject: (verb, "nsubj"), verb: (verb, "ROOT")}
    return changed(tree, moved | root, {verb: "VBD"})


def _named(tree: Tree, after: int) -> Tree | None:
    """The tree with a noun for a bare verb that can't be one: "after *the Doklam clash*", where "clash" would ask for several."""
    verb = tree.heads[after]
    if tree.tags[verb] not in ("VB", "VBP", "NN") or tree.deps[verb] == "ROOT" or tree.kids(verb, *CLAUSAL):
        return None
    subjects = tree.kids(verb, "nsubj")
    alone = [s for s in subjects if s == verb - 1 == max(tree.subtree(s)) and tree.tags[s] == "NNP"]
    if len(alone) != len(subjects) or not (subjects or tree.noun(verb)):
        return None
    before = {c: (verb, tree.deps[c]) for s in subjects for c in tree.kids(s, "det")}
    hung = {after: (tree.heads[verb], "prep"), verb: (after, "pobj"), **dict.fromkeys(subjects, (verb, "compound"))}
    return changed(tree, before | hung, {verb: "NN"})


def _spoken(tree: Tree, verb: int) -> Tree | None:
    """The tree with its speaker for a verb that ends it, whom the parser hangs on the last name before: "in Gao, *a doctor* said"."""
    if not any(c < verb for c in tree.kids(verb, "ccomp")) or tree.kids(verb, *SUBJECTS):
        return None
    comma = max((t for t in range(verb) if tree.lower[t] == ","), default=None)
    speaker = next((t for t in range(comma + 1, verb) if tree.deps[t] == "appos" and tree.heads[t] < comma), None) if comma else None
    if comma is None or speaker is None or not all(tree.within(t, speaker) for t in range(comma + 1, verb)):
        return None
    return changed(tree, {speaker: (verb, "nsubj"), comma: (verb, tree.deps[comma])})


def _fronted(tree: Tree, verb: int) -> Tree | None:
    """The tree with its subject for a verb, whom the parser sets beside a noun before: "After talks in Gao, *a judge*, Ana Paz, left"."""
    before = [p for p in tree.kids(verb, "prep") if p < verb]
    if not before or tree.kids(verb, *SUBJECTS, "expl", "csubj"):
        return None
    last = next((t for t in range(verb - 1, before[-1], -1) if tree.deps[t] not in ("punct", "aux", "neg", "advmod")), before[-1])
    beside = [a for a in range(before[-1], verb) if tree.deps[a] == "appos" and max(tree.subtree(a)) >= last and tree.within(a, before[-1])]
    if not beside:
        return None
    subject = beside[-1]
    while tree.tags[subject] == "NNP" and tree.deps[tree.heads[subject]] == "appos":
        subject = tree.heads[subject]  # "the judge, *Ana Paz*"
    first = tree.left_edge(subject)
    if tree.lower[first - 1] != "," or (tree.words[first].isupper() and len(tree.words[first]) == 1):  # "Ana Paz, R-Ohio"
        return None
    return changed(tree, {subject: (verb, "nsubj")})


def _preceded(tree: Tree, after: int) -> Tree | None:
    """The tree with its subject for a clause after "after", which the parser hangs on that word: "left after *a raid* killed two"."""
    subjects = tree.kids(after, "pobj")
    verb = _bereft(tree, after) if len(subjects) == 1 else None
    if verb is None:
        return None
    passive = bool(tree.kids(verb, "auxpass"))
    finite = {} if passive or tree.kids(verb, "aux") else {verb: "VBD"}
    return changed(tree, {subjects[0]: (verb, "nsubjpass" if passive else "nsubj"), after: (verb, "mark")}, finite)


def _bereft(tree: Tree, after: int) -> int | None:
    """The verb without a subject right after what stands below a preposition: over that, or beside it."""
    last = max(tree.subtree(after))
    above = tree.heads[after]
    verb = above if above > last else next((c for c in tree.kids(above, "advcl") if tree.left_edge(c) == last + 1), None)
    if verb is None or tree.tags[verb] not in (*INFLECTED, "VBN") or tree.deps[verb] == "ROOT":
        return None
    own = [c for c in tree.kids(verb, "nsubj", "nsubjpass", "mark", "expl", "csubj") if c != after]
    between = all(tree.deps[t] in ("aux", "auxpass", "neg", "advmod") for t in range(last + 1, verb))
    finite = tree.tags[verb] != "VBN" or tree.kids(verb, "auxpass", "dobj")
    return verb if not own and between and finite else None
