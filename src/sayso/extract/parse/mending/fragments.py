"""What opens a sentence without the verb that the parser looks for: participles before a colon, titles before names, counted people."""

from dataclasses import dataclass

from sayso.extract.parse.mending.rules import Rule
from sayso.extract.parse.tree import ANY_SUBJECT, FINITE, NAMES, NOUNS, PAST, TENSED, VERBS, Tree, changed
from sayso.lexicon import Lexicon

BEARERS = (*ANY_SUBJECT, "csubjpass")
BEFORE = ("compound", "amod", "nmod", "poss", "det", "nummod")  # what stands before a noun and belongs to it
ASIDE = ("advcl", "parataxis")  # what a clause about its subject is taken for
SEVERAL = 2  # commas around what is put between a subject and its verb


@dataclass(frozen=True, slots=True)
class Fragments:
    """Gives subjects to verbs that the small model leaves without one.

    `rounding` are words before a number that is not exact, `tracts` nouns for places, `deeming` verbs of a guess at who somebody is,
    `clausal` prepositions that open clauses too.
    """

    rounding: frozenset[str]
    tracts: frozenset[str]
    deeming: frozenset[str]
    clausal: frozenset[str]

    @classmethod
    def of(cls, lexicon: Lexicon) -> "Fragments":
        """Take the words from a lexicon."""
        rounding = lexicon.cue("quantity", "lower_bounds", "upper_bounds")
        tracts, deeming = lexicon.noun_cue("reference", "tracts"), lexicon.verb_cue("reference", "deeming")
        return cls(rounding=rounding, tracts=tracts, deeming=deeming, clausal=lexicon.cue("grammar", "clausal"))

    def rules(self) -> tuple[Rule, ...]:
        """What gives subjects to verbs."""
        return (
            Rule(self._counted, ("prep",), words=self.rounding),
            Rule(self._fronted, tags=("IN", *VERBS), opening=True),
            Rule(_titled, ("ROOT", "appos"), NOUNS),
            Rule(_announced, ("ROOT",), PAST),
            Rule(_parted, ("ROOT",), NOUNS),
            Rule(_given, ("amod",), PAST, opening=True),
            Rule(self._since, ("conj",), ("VBD",)),
            Rule(self._guessed, tags=PAST, words=self.deeming),
            Rule(_second, ("conj",), (*NOUNS, "CD")),
            Rule(_behind_name, ("ROOT",), NOUNS),
            Rule(_told_to, ("ROOT",), NOUNS),
        )

    def _counted(self, tree: Tree, i: int) -> Tree | None:
        """Make a subject of the number after a word that only rounds it: "*Around 300* of them rallied"."""
        verb, number = tree.heads[i], i + 1
        if not number < verb or not tree.verb(verb) or tree.tags[number] != "CD" or number not in tree.kids(i, "pobj"):
            return None
        if tree.kids(verb, *BEARERS):
            return None
        dep = "nsubjpass" if tree.kids(verb, "auxpass") else "nsubj"
        return changed(tree, {number: (verb, dep), i: (number, "quantmod")})

    def _fronted(self, tree: Tree, first: int) -> Tree | None:
        """Part who acts from the place before him: "In *Kampala police* arrested ten", of which the small model makes one noun."""
        verb = tree.heads[first] if tree.tags[first] == "IN" and tree.deps[first] == "prep" else first
        if not tree.verb(verb) or tree.kids(verb, "expl", "csubj", "csubjpass"):
            return None
        own = tree.kids(verb, "nsubj", "nsubjpass")
        noun = next(iter(own), None) or _last_before(tree, verb)
        over = 0 if own else tree.heads[noun]
        fused = tree.left_edge(noun) == 1 and not tree.kids(0, "pobj") if own else _sunk(tree, noun, over)
        led = tree.kids(noun, "compound", "nmod") if fused else []
        places = [c for c in led if tree.lower[c] in self.tracts] or [c for c in led if tree.tags[c] in NAMES] or led[:1]
        if not places:
            return None
        place, dep = places[-1], "nsubjpass" if tree.kids(verb, "auxpass") else "nsubj"
        moved = {c: (place, tree.deps[c]) for c in tree.kids(noun, *BEFORE) if c < place}
        return changed(tree, {noun: (verb, dep), place: (over, "pobj")} | moved)

    def _guessed(self, tree: Tree, guess: int) -> Tree | None:
        """Hang a guess on the noun that it is about: "Gunmen *believed to be* rebels *killed* ten", of which the model makes the verb."""
        who = [
            s for s in tree.kids(guess, "nsubj") if not tree.kids(guess, "aux") and set(tree.lower[_end(tree, s, guess) : guess]) <= {","}
        ]
        told = [b for b in tree.kids(guess, "xcomp") if tree.infinitive(b)] if who else []
        below = [*tree.kids(guess, "ccomp", "conj", "advcl", "dep"), *([tree.heads[guess]] if tree.deps[guess] in ASIDE else [])]
        doing = [v for v in below if told and v > told[0] and _finite(tree, v) and not tree.kids(v, *BEARERS, "mark")]
        if not doing:
            return None
        verb = doing[0]
        over = (verb, "ROOT") if tree.heads[guess] == guess else (tree.heads[guess], tree.deps[guess])
        above = {} if verb == tree.heads[guess] else {verb: over} | {c: (verb, tree.deps[c]) for c in tree.children[guess] if c > verb}
        dep = "nsubjpass" if tree.kids(verb, "auxpass") else "nsubj"
        return changed(tree, above | {who[0]: (verb, dep), guess: (who[0], "acl")}, {guess: "VBN"})

    def _since(self, tree: Tree, verb: int) -> Tree | None:
        """Make a clause of "after" and a noun that an aside parts from its verb: "after *Chad*, pressed by Togo, *shut* the border"."""
        head = tree.heads[verb]
        if tree.lower[verb - 1] != "," or tree.kids(verb, *BEARERS, "aux") or any(head < c < verb for c in tree.kids(head, "cc")):
            return None
        before = [p for p in tree.kids(head, "prep") if head < p < verb and tree.lower[p] in self.clausal]
        parted = [(p, n) for p in before for n in tree.kids(p, "pobj") if n + 1 < verb - 1 and tree.lower[max(tree.subtree(n)) + 1] == ","]
        if len(parted) != 1:
            return None
        preposition, noun = parted[0]
        return changed(tree, {verb: (head, "advcl"), noun: (verb, "nsubj"), preposition: (verb, "mark")})


def _finite(tree: Tree, verb: int) -> bool:
    """Whether a verb or the first of its auxiliaries has a tense."""
    return any(tree.tags[t] in TENSED for t in (*tree.kids(verb, "aux", "auxpass"), verb)[:1])


def _end(tree: Tree, noun: int, verb: int) -> int:
    """The first word behind a noun phrase that stands before a verb."""
    return max((t for t in tree.subtree(noun) if t < verb and tree.lower[t] != ","), default=noun) + 1


def _last_before(tree: Tree, verb: int) -> int:
    """The last word before a verb and its auxiliaries."""
    return min([verb, *tree.kids(verb, "aux", "auxpass", "neg", "advmod")]) - 1


def _sunk(tree: Tree, noun: int, preposition: int) -> bool:
    """Whether a plural ends a phrase that opens the sentence."""
    return tree.tags[noun] == "NNS" and tree.deps[noun] == "pobj" and tree.within(preposition, 0)


def _titled(tree: Tree, title: int) -> Tree | None:
    """Join a title to the name after it, which the small model takes for a clause on the title: "Foreign *Minister* Ana Kai arrived"."""
    verb = next(iter(tree.kids(title, "relcl")), None)
    if verb is None:
        return None
    names = [s for s in tree.kids(verb, "nsubj", "nsubjpass") if tree.tags[s] in NAMES and tree.left_edge(s) == title + 1]
    if not names or not _only_verb(tree, verb):
        return None
    name = names[0]
    moved = {c: (name, tree.deps[c]) for c in tree.kids(title, *BEFORE)}
    moved |= {c: (verb, tree.deps[c]) for c in tree.children[title] if c not in moved and c != verb}
    over = (verb, "ROOT") if tree.heads[title] == title else (tree.heads[title], "parataxis")
    return changed(tree, moved | {title: (name, "compound"), verb: over})


def _announced(tree: Tree, root: int) -> Tree | None:
    """Hang a participle before a colon on the verb after it: "*Freed* after two years: a poet *leaves* Cairo"; see also `inverted`."""
    colon = next((c for c in tree.kids(root, "punct") if tree.lower[c] == ":"), None)
    if colon is None or root > colon or tree.kids(root, *BEARERS, "aux", "auxpass", "dobj"):
        return None
    verb = next((c for c in tree.children[root] if c > colon and tree.verb(c) and tree.kids(c, "nsubj", "nsubjpass")), None)
    return None if verb is None else changed(tree, {root: (verb, "advcl"), verb: (verb, "ROOT")}, {root: "VBN"})


def _parted(tree: Tree, root: int) -> Tree | None:
    """Put a verb over the noun from which an aside parts it: "About 40 nurses, most of them in white, *marched* to the ministry."."""
    for verb in tree.kids(root, "acl") if tree.words[-1] == "." else ():
        commas = [t for t in range(root, verb) if tree.lower[t] == ","]
        aside = [c for c in tree.kids(root, "appos", "prep", "acl", "amod") if root < c < verb]
        if tree.tags[verb] not in PAST or not aside or len(commas) < SEVERAL or commas[-1] != verb - 1 or commas[0] > aside[0]:
            continue
        if not tree.kids(verb, "agent") and _only_verb(tree, verb):
            after = {c: (verb, tree.deps[c]) for c in tree.children[root] if c > verb}
            return changed(tree, after | {verb: (verb, "ROOT"), root: (verb, "nsubj")}, {verb: "VBD"})
    return None


def _given(tree: Tree, first: int) -> Tree | None:
    """Make a passive of the participle before a gift: "*Denied* entry by Chad, the traders left.", of which the model makes one noun."""
    gift = tree.heads[first]
    agents = [c for c in tree.kids(gift, "prep") if tree.lower[c] == "by"] if tree.heads[gift] == gift else []
    taken = tree.kids(gift, "appos", "conj", "nsubj", "dobj") if agents else ()
    verbs = [
        (who, v) for who in taken for v in tree.kids(who, "acl", "relcl") if tree.tags[v] in PAST and not tree.kids(v, *BEARERS, "agent")
    ]
    if len(verbs) != 1:
        return None
    who, verb = verbs[0]
    moved = {c: (verb, tree.deps[c]) for c in tree.children[gift] if c > agents[0]}
    hung = moved | {first: (verb, "advcl"), gift: (first, "dobj"), agents[0]: (first, "agent"), who: (verb, "nsubj"), verb: (verb, "ROOT")}
    return changed(tree, hung, {first: "VBN", verb: "VBD"})


def _second(tree: Tree, noun: int) -> Tree | None:
    """Give a verb the noun right before it, which the model takes for a second object: "She met the envoy and *the two agreed* to talk"."""
    verb = noun + 1
    if verb == len(tree) or tree.tags[verb] not in FINITE or tree.deps[verb] not in ("advcl", "ccomp", "conj"):
        return None
    joint = tree.left_edge(noun) - 1
    if tree.lower[joint] != "and" or tree.kids(verb, *BEARERS, "aux", "mark"):
        return None
    if tree.tags[verb] == "VBP" and tree.tags[noun] in ("NN", "NNP"):
        return None  # "Ana Kai and Bo Lin *agree*": both do
    over, object_ = tree.heads[verb], tree.heads[noun]
    if not over < object_ < joint or tree.deps[object_] not in ("dobj", "pobj") or "," in tree.lower[object_:joint]:
        return None
    return changed(tree, {noun: (verb, "nsubj"), joint: (over, "cc"), verb: (over, "conj")})


def _behind_name(tree: Tree, root: int) -> Tree | None:
    """Make a verb of the participle behind a name set apart: "The premier, Ana Kai, *accused* groups of ...", of which none is made."""
    names = [a for a in tree.kids(root, "appos") if tree.tags[a] in NAMES]
    if not names or not {*TENSED}.isdisjoint(tree.tags):
        return None
    for noun in (a for a in tree.subtree(root) if tree.deps[a] == "appos" and a > names[0] and tree.tags[a] in NOUNS):
        verb = tree.left_edge(noun)
        if tree.tags[verb] in PAST and tree.deps[verb] == "amod" and tree.lower[verb - 1] == "," and tree.words[-1] == ".":
            after = {c: (verb, tree.deps[c]) for c in tree.children[root] if c > noun}
            return changed(tree, after | {verb: (verb, "ROOT"), root: (verb, "nsubj"), noun: (verb, "dobj")}, {verb: "VBD"})
    return None


def _told_to(tree: Tree, root: int) -> Tree | None:
    """Make a verb of the participle on the noun that opens a sentence, if a clause hangs on it: "The poet *called on* us to sing."."""
    if tree.words[-1] != "." or not tree.kids(root, "det", "poss"):
        return None
    for verb in tree.kids(root, "acl"):
        bare = tree.tags[verb] in PAST and not tree.kids(verb, "agent", "oprd", "aux", "auxpass") and tree.kids(verb, "xcomp", "ccomp")
        if bare and tree.kids(verb, "prep", "dobj") and _only_verb(tree, verb):
            after = {c: (verb, tree.deps[c]) for c in tree.children[root] if c > verb}
            return changed(tree, after | {verb: (verb, "ROOT"), root: (verb, "nsubj")}, {verb: "VBD"})
    return None


def _only_verb(tree: Tree, verb: int) -> bool:
    """Whether no other verb than this one, and what hangs below it, is finite."""
    return not any(tag in TENSED and not tree.within(t, verb) for t, tag in enumerate(tree.tags))
