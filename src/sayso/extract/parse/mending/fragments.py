"""What opens a sentence without the verb that the parser looks for: participles before a colon, titles before names, counted people."""

from dataclasses import dataclass

from sayso.extract.parse.tree import NOUNS, Tree, changed
from sayso.lexicon import Lexicon

NAMES = ("NNP", "NNPS")
PAST = ("VBD", "VBN")
FINITE = ("VBD", "VBZ", "VBP", "MD")
SUBJECTS = ("nsubj", "nsubjpass", "expl", "csubj", "csubjpass")
BEFORE = ("compound", "amod", "nmod", "poss", "det", "nummod")  # what stands before a noun and belongs to it
CLAUSAL = ("after", "before", "since", "until")  # prepositions that open clauses as well
SEVERAL = 2  # commas around what is put between a subject and its verb


@dataclass(frozen=True, slots=True)
class Fragments:
    """Gives subjects to verbs that the small model leaves without one.

    `rounding` are words before a number that is not exact, `tracts` nouns for places, `deeming` verbs of a guess at who somebody is.
    """

    rounding: frozenset[str]
    tracts: frozenset[str]
    deeming: frozenset[str]

    @classmethod
    def of(cls, lexicon: Lexicon) -> "Fragments":
        """Take the words from a lexicon."""
        rounding = lexicon.cue("quantity", "lower_bounds") | lexicon.cue("quantity", "upper_bounds")
        return cls(rounding, lexicon.noun_cue("reference", "tracts"), lexicon.verb_cue("reference", "deeming"))

    def whole(self, tree: Tree) -> Tree:
        """The tree with subjects where its verbs lack them; the tree itself where none does."""
        for mend in (
            self._counted,
            self._fronted,
            _titled,
            _announced,
            _parted,
            _given,
            _since,
            self._guessed,
            _second,
            _behind_name,
            _told_to,
        ):
            tree = mend(tree)
        return tree

    def _counted(self, tree: Tree) -> Tree:
        """Make a subject of the number after a word that only rounds it: "*Around 300* of them rallied"."""
        for i in (i for i, word in enumerate(tree.lower[:-1]) if word in self.rounding and tree.deps[i] == "prep"):
            verb, number = tree.heads[i], i + 1
            if not tree.verb(verb) or verb < number:
                continue
            counted = [p for p in tree.kids(i, "pobj") if p == number and tree.tags[p] == "CD"]
            if not counted or tree.kids(verb, *SUBJECTS):
                continue
            dep = "nsubjpass" if tree.kids(verb, "auxpass") else "nsubj"
            return changed(tree, {number: (verb, dep), i: (number, "quantmod")})
        return tree

    def _fronted(self, tree: Tree) -> Tree:
        """Part who acts from the place before him: "In *Kampala police* arrested ten", of which the small model makes one noun."""
        verb = tree.heads[0] if tree.tags and tree.tags[0] == "IN" and tree.deps[0] == "prep" else 0
        if not tree.verb(verb) or tree.kids(verb, "expl", "csubj", "csubjpass"):
            return tree
        own = tree.kids(verb, "nsubj", "nsubjpass")
        noun = next(iter(own), None) or _last_before(tree, verb)
        over = 0 if own else tree.heads[noun]
        fused = tree.left_edge(noun) == 1 and not tree.kids(0, "pobj") if own else _sunk(tree, noun, over)
        led = tree.kids(noun, "compound", "nmod") if fused else []
        places = [c for c in led if tree.lower[c] in self.tracts] or [c for c in led if tree.tags[c] in NAMES] or led[:1]
        if not places:
            return tree
        place, dep = places[-1], "nsubjpass" if tree.kids(verb, "auxpass") else "nsubj"
        moved = {c: (place, tree.deps[c]) for c in tree.kids(noun, *BEFORE) if c < place}
        return changed(tree, {noun: (verb, dep), place: (over, "pobj")} | moved)

    def _guessed(self, tree: Tree) -> Tree:
        """Hang a guess on the noun that it is about: "Gunmen *believed to be* rebels *killed* ten", of which the model makes the verb."""
        for guess in (t for t, word in enumerate(tree.lower) if word in self.deeming and tree.tags[t] in PAST):
            who = [s for s in tree.kids(guess, "nsubj") if not tree.kids(guess, "aux") and set(tree.lower[s + 1 : guess]) <= {","}]
            be = [b for b in tree.kids(guess, "xcomp") if tree.kids(b, "attr")]
            doing = [
                v
                for v in tree.kids(guess, "ccomp", "conj", "advcl", "dep")
                if be and v > be[0] and tree.tags[v] in FINITE and not tree.kids(v, *SUBJECTS, "mark")
            ]
            if not who or not doing:
                continue
            verb = doing[0]
            over = (verb, "ROOT") if tree.heads[guess] == guess else (tree.heads[guess], tree.deps[guess])
            rest = {c: (verb, tree.deps[c]) for c in tree.children[guess] if c > verb}
            return changed(tree, rest | {verb: over, who[0]: (verb, "nsubj"), guess: (who[0], "acl")}, {guess: "VBN"})
        return tree


def _last_before(tree: Tree, verb: int) -> int:
    """The last word before a verb and its auxiliaries."""
    return min([verb, *tree.kids(verb, "aux", "auxpass", "neg", "advmod")]) - 1


def _sunk(tree: Tree, noun: int, preposition: int) -> bool:
    """Whether a plural ends a phrase that opens the sentence."""
    return tree.tags[noun] == "NNS" and tree.deps[noun] == "pobj" and tree.within(preposition, 0)


def _titled(tree: Tree) -> Tree:
    """Join a title to the name after it, which the small model takes for a clause on the title: "Foreign *Minister* Ana Kai arrived"."""
    for title, dep in enumerate(tree.deps[:-2]):
        clauses = tree.kids(title, "relcl") if dep in ("ROOT", "appos") and tree.tags[title] in NOUNS else []
        if not clauses:
            continue
        verb = clauses[0]
        names = [s for s in tree.kids(verb, "nsubj", "nsubjpass") if tree.tags[s] in NAMES and tree.left_edge(s) == title + 1]
        if not names or not _only_verb(tree, verb):
            continue
        name = names[0]
        moved = {c: (name, tree.deps[c]) for c in tree.kids(title, *BEFORE)}
        moved |= {c: (verb, tree.deps[c]) for c in tree.children[title] if c not in moved and c != verb}
        over = (verb, "ROOT") if tree.heads[title] == title else (tree.heads[title], "parataxis")
        return changed(tree, moved | {title: (name, "compound"), verb: over})
    return tree


def _announced(tree: Tree) -> Tree:
    """Hang a participle before a colon on the verb after it: "*Freed* after two years: a poet *leaves* Cairo"; see also `inverted`."""
    root = next(i for i, head in enumerate(tree.heads) if head == i)
    colon = next((c for c in tree.kids(root, "punct") if tree.lower[c] == ":"), None)
    if tree.tags[root] not in PAST or colon is None or root > colon or tree.kids(root, *SUBJECTS, "aux", "auxpass", "dobj"):
        return tree
    verb = next((c for c in tree.children[root] if c > colon and tree.verb(c) and tree.kids(c, "nsubj", "nsubjpass")), None)
    return tree if verb is None else changed(tree, {root: (verb, "advcl"), verb: (verb, "ROOT")}, {root: "VBN"})


def _parted(tree: Tree) -> Tree:
    """Put a verb over the noun from which an aside parts it: "About 40 nurses, most of them in white, *marched* to the ministry."."""
    root = next(i for i, head in enumerate(tree.heads) if head == i)
    if not tree.noun(root) or tree.words[-1] != ".":
        return tree
    for verb in tree.kids(root, "acl"):
        commas = [t for t in range(root, verb) if tree.lower[t] == ","]
        aside = [c for c in tree.kids(root, "appos", "prep", "acl", "amod") if root < c < verb]
        if tree.tags[verb] not in PAST or not aside or len(commas) < SEVERAL or commas[-1] != verb - 1 or commas[0] > aside[0]:
            continue
        if not tree.kids(verb, "agent") and _only_verb(tree, verb):
            after = {c: (verb, tree.deps[c]) for c in tree.children[root] if c > verb}
            return changed(tree, after | {verb: (verb, "ROOT"), root: (verb, "nsubj")}, {verb: "VBD"})
    return tree


def _given(tree: Tree) -> Tree:
    """Make a passive of the participle before a gift: "*Denied* entry by Chad, the traders left.", of which the model makes one noun."""
    gift = tree.heads[0]
    agents = [c for c in tree.kids(gift, "prep") if tree.lower[c] == "by"]
    taken = tree.kids(gift, "appos", "conj", "nsubj", "dobj")
    verbs = [
        (who, v) for who in taken for v in tree.kids(who, "acl", "relcl") if tree.tags[v] in PAST and not tree.kids(v, *SUBJECTS, "agent")
    ]
    if tree.deps[0] != "amod" or tree.tags[0] not in PAST or tree.heads[gift] != gift or not agents or len(verbs) != 1:
        return tree
    who, verb = verbs[0]
    moved = {c: (verb, tree.deps[c]) for c in tree.children[gift] if c > agents[0]}
    hung = moved | {0: (verb, "advcl"), gift: (0, "dobj"), agents[0]: (0, "agent"), who: (verb, "nsubj"), verb: (verb, "ROOT")}
    return changed(tree, hung, {0: "VBN", verb: "VBD"})


def _since(tree: Tree) -> Tree:
    """Make a clause of "after" and a noun that an aside parts from its verb: "It came after *Chad*, pressed by Togo, *shut* the border"."""
    for verb, dep in enumerate(tree.deps):
        head = tree.heads[verb]
        joined = dep == "conj" and tree.tags[verb] == "VBD" and tree.lower[verb - 1] == "," and not tree.kids(verb, *SUBJECTS, "aux")
        if not joined or any(head < c < verb for c in tree.kids(head, "cc")):
            continue
        before = [(p, n) for p in tree.kids(head, "prep") if head < p < verb and tree.lower[p] in CLAUSAL for n in tree.kids(p, "pobj")]
        parted = [(p, n) for p, n in before if n + 1 < verb - 1 and tree.lower[max(tree.subtree(n)) + 1] == ","]
        if len(parted) == 1:
            preposition, noun = parted[0]
            return changed(tree, {verb: (head, "advcl"), noun: (verb, "nsubj"), preposition: (verb, "mark")})
    return tree


def _second(tree: Tree) -> Tree:
    """Give a verb the noun right before it, which the model takes for a second object: "She met the envoy and *the two agreed* to talk"."""
    for noun in (i for i, dep in enumerate(tree.deps[:-1]) if dep == "conj" and tree.tags[i] in (*NOUNS, "CD")):
        verb, joint = noun + 1, tree.left_edge(noun) - 1
        bare = (
            tree.tags[verb] in FINITE[:3]
            and tree.deps[verb] in ("advcl", "ccomp", "conj")
            and not tree.kids(verb, *SUBJECTS, "aux", "mark")
        )
        if not bare or tree.lower[joint] != "and":
            continue
        if tree.tags[verb] == "VBP" and tree.tags[noun] in ("NN", "NNP"):
            continue  # "Ana Kai and Bo Lin *agree*": both do
        over, object_ = tree.heads[verb], tree.heads[noun]
        if over < object_ < joint and tree.deps[object_] in ("dobj", "pobj") and "," not in tree.lower[object_:joint]:
            return changed(tree, {noun: (verb, "nsubj"), joint: (over, "cc"), verb: (over, "conj")})
    return tree


def _behind_name(tree: Tree) -> Tree:
    """Make a verb of the participle behind a name set apart: "The premier, Ana Kai, *accused* groups of ...", of which none is made."""
    root = next(i for i, head in enumerate(tree.heads) if head == i)
    names = [a for a in tree.kids(root, "appos") if tree.tags[a] in NAMES]
    if not names or not tree.noun(root) or any(tag in FINITE for tag in tree.tags):
        return tree
    for noun in (a for a in tree.subtree(root) if tree.deps[a] == "appos" and a > names[0] and tree.tags[a] in NOUNS):
        verb = tree.left_edge(noun)
        if tree.tags[verb] in PAST and tree.deps[verb] == "amod" and tree.lower[verb - 1] == "," and tree.words[-1] == ".":
            after = {c: (verb, tree.deps[c]) for c in tree.children[root] if c > noun}
            return changed(tree, after | {verb: (verb, "ROOT"), root: (verb, "nsubj"), noun: (verb, "dobj")}, {verb: "VBD"})
    return tree


def _told_to(tree: Tree) -> Tree:
    """Make a verb of the participle on the noun that opens a sentence, if a clause hangs on it: "The poet *called on* us to sing."."""
    root = next(i for i, head in enumerate(tree.heads) if head == i)
    if not tree.noun(root) or tree.words[-1] != "." or not tree.kids(root, "det", "poss"):
        return tree
    for verb in tree.kids(root, "acl"):
        bare = tree.tags[verb] in PAST and not tree.kids(verb, "agent", "oprd", "aux", "auxpass") and tree.kids(verb, "xcomp", "ccomp")
        if bare and tree.kids(verb, "prep", "dobj") and _only_verb(tree, verb):
            after = {c: (verb, tree.deps[c]) for c in tree.children[root] if c > verb}
            return changed(tree, after | {verb: (verb, "ROOT"), root: (verb, "nsubj")}, {verb: "VBD"})
    return tree


def _only_verb(tree: Tree, verb: int) -> bool:
    """Whether no other verb than this one, and what hangs below it, is finite."""
    return not any(tag in FINITE and not tree.within(t, verb) for t, tag in enumerate(tree.tags))
