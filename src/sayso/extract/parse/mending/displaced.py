"""Words far from where they belong: objects behind phrases, pronouns before their verbs, agents before their participles."""

from dataclasses import dataclass

from sayso.extract.parse.mending.rules import Rule
from sayso.extract.parse.tree import FINITE, NOUNS, PAST, SUBJECTS, WHO_WHICH, Tree, changed
from sayso.lexicon import Lexicon

BE = ("was", "were", "is", "are", "been")
MARKS = (",", ":", "(", "-", "–", "—", "/", '"', "“", "”", ";")  # before what explains a noun
DASHES = ("-", "–", "—", "--")  # around an aside
QUOTES = ('"', "”", "'")
HAVE = ("has", "have", "had")
DETERMINED = ("det", "poss", "nummod")
ASIDE = ("appos", "npadvmod")


@dataclass(frozen=True, slots=True)
class Displaced:
    """Gives verbs what stands in unwonted places.

    `transitive` are verbs that never lack an object, `temporal` nouns that date, `objective` pronouns that are never subjects.
    """

    transitive: frozenset[str]
    temporal: frozenset[str]
    objective: frozenset[str]

    @classmethod
    def of(cls, lexicon: Lexicon) -> "Displaced":
        """Take the words from a lexicon."""
        transitive, temporal = lexicon.verb_cue("grammar", "transitive"), lexicon.noun_cue("grammar", "temporal")
        return cls(transitive, temporal, lexicon.cue("grammar", "pronouns_objective"))

    def rules(self) -> tuple[Rule, ...]:
        """What puts such words where they belong."""
        return (
            Rule(_unbracketed, words=("by",)),
            Rule(_valued, ("prep",), words=("as",)),
            Rule(_behind, ("auxpass",)),
            Rule(_pronoun, ("nsubj",), words=self.objective),
            Rule(_relative, ("nsubj", "dobj"), WHO_WHICH),
            Rule(self._object, ASIDE, NOUNS),
            Rule(_parted, ("dep",), NOUNS),
            Rule(_enclosed, ("nsubj",)),
        )

    def _object(self, tree: Tree, i: int) -> Tree | None:
        """An object behind a phrase: "recalled from Lima *its ambassador*"."""
        if tree.lower[i] in self.temporal:
            return None
        first = tree.left_edge(i)
        if tree.deps[first] not in DETERMINED or (tree.deps[i] == "appos" and tree.lower[first - 1] in MARKS):
            return None
        verb = next((h for h in tree.up(i) if tree.verb(h)), None)
        if verb is None or verb > i or tree.lower[verb] not in self.transitive or not tree.kids(verb, "nsubj"):
            return None
        if tree.kids(verb, "dobj", "auxpass", "ccomp", "xcomp"):
            return None
        return changed(tree, {i: (verb, "dobj")})


def _valued(tree: Tree, i: int) -> Tree | None:
    """An object behind what it is called: "condemned as barbaric *the massacre*", "as "unfair" *claims by Rwanda*"."""
    verb, noun = tree.heads[i], next(iter(tree.kids(i, "pobj")), None)
    if noun is None or not tree.verb(verb) or tree.kids(verb, "dobj", "auxpass", "nsubjpass"):
        return None
    value = next((a for a in (*tree.kids(noun, "amod"), *tree.kids(i, "amod")) if i < a <= i + 2), None)
    if value is None or not any(tree.deps[t] in DETERMINED or tree.words[t] in QUOTES for t in range(value + 1, noun)):
        return None
    return changed(tree, {value: (i, "amod"), noun: (verb, "dobj")})


def _parted(tree: Tree, i: int) -> Tree | None:
    """An object that an aside parts from its verb: "recalled - for the third time - *its ambassador*"."""
    verb, first = tree.heads[i], tree.left_edge(i)
    parted = tree.verb(verb) and verb < first - 1 and tree.lower[verb + 1] in DASHES and tree.lower[first - 1] in DASHES
    if not parted or tree.kids(verb, "dobj", "auxpass", "ccomp", "xcomp") or not tree.kids(verb, "nsubj"):
        return None
    return changed(tree, {i: (verb, "dobj")})


def _enclosed(tree: Tree, i: int) -> Tree | None:
    """An object between the parts of a verb, which ends its clause: "Chad has on Friday *two nuns* expelled"."""
    verb = tree.heads[i]
    if verb != i + 1 or tree.tags[verb] not in PAST or tree.tags[i] in WHO_WHICH:
        return None
    doer = tree.kids(verb, "nsubj")[0]
    have = [a for a in tree.kids(verb, "aux") if doer < a < i and tree.lower[a] in HAVE] if doer < i else []
    return changed(tree, {i: (verb, "dobj")}, {verb: "VBN"}) if have else None


def _behind(tree: Tree, i: int) -> Tree | None:
    """What is done to somebody who stands behind his passive: "*by rebels* was captured *the airport*"."""
    verb = tree.heads[i]
    objects = [o for o in tree.kids(verb, "dobj", "attr") if o > verb and tree.noun(o)]
    if tree.tags[verb] not in PAST or verb != i + 1 or len(objects) != 1 or tree.kids(verb, *SUBJECTS, "expl", "dative", "csubj"):
        return None
    if tree.deps[verb] not in ("ROOT", "ccomp") or tree.left_edge(objects[0]) != verb + 1:
        return None
    agents = [p for p in range(tree.left_edge(verb), i) if tree.lower[p] == "by" and tree.deps[p] == "prep" and _nearest(tree, p, verb, i)]
    return changed(tree, {objects[0]: (verb, "nsubjpass"), **dict.fromkeys(agents, (verb, "agent"))}, {verb: "VBN"})


def _nearest(tree: Tree, by: int, verb: int, be: int) -> bool:
    """Whether a phrase hangs on a verb, or else stands right before its auxiliary, whatever it hangs on."""
    return tree.heads[by] == verb or max(tree.subtree(by)) == be - 1


def _pronoun(tree: Tree, i: int) -> Tree | None:
    """A pronoun before its verb: "*him* they tortured", "the guards that *him* beat"."""
    verb = tree.heads[i]
    finite = tree.tags[verb] in FINITE or any(tree.tags[a] in FINITE for a in tree.kids(verb, "aux"))
    if tree.words[i].isupper() or i > verb or not finite:
        return None
    relative = [c for c in tree.kids(verb, "dobj") if tree.tags[c] in WHO_WHICH]
    return changed(tree, {i: (verb, "dobj"), **dict.fromkeys(relative, (verb, "nsubj"))})


def _relative(tree: Tree, i: int) -> Tree | None:
    """A relative before what somebody says of it: "Chad, *which* Togo alleges is arming rebels"."""
    verb = tree.heads[i]
    others = [s for s in tree.kids(verb, "nsubj") if s != i]
    if tree.deps[verb] != "relcl" or not others:
        return None
    clauses = [c for c in tree.kids(verb, "xcomp", "ccomp") if not tree.kids(c, *SUBJECTS)]
    finite = (c for c in clauses if any(tree.tags[a] in FINITE for a in (c, *tree.kids(c, "aux", "auxpass"))))
    clause = next(finite, None)
    if clause is None:
        return None
    subject = "nsubjpass" if tree.kids(clause, "auxpass") else "nsubj"
    return changed(tree, {i: (clause, subject), clause: (verb, "ccomp")})


def _unbracketed(tree: Tree, by: int) -> Tree | None:
    """An agent between the parts of a passive: "he *was by* guards *beaten*", "were by drones hit two depots"."""
    be, agents = by - 1, tree.kids(by, "pobj")
    if not by or not agents or tree.lower[be] not in BE:
        return None
    last = max(tree.subtree(by))
    verb = next((v for v in range(agents[0] + 1, min(last + 2, len(tree))) if tree.tags[v] in PAST), None)
    if verb is None or verb != agents[0] + 1 or verb in agents:
        return None
    subjects = [c for h in (be, verb) for c in tree.kids(h, *SUBJECTS)] or tree.kids(verb, "dobj")
    hung = {c: (verb, tree.deps[c]) for c in tree.children[be] if c not in (by, verb)}
    hung |= {by: (verb, "agent"), be: (verb, "auxpass"), **dict.fromkeys(subjects, (verb, "nsubjpass"))}
    if tree.within(verb, be):
        hung[verb] = (verb if tree.heads[be] == be else tree.heads[be], tree.deps[be])
    return changed(tree, hung, {verb: "VBN"})
