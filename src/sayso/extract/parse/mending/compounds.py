"""Words that the small model joins into one long noun: a verb between two nouns, and who gets a thing with the thing itself."""

from collections.abc import Sequence
from dataclasses import dataclass

from sayso.extract.parse.mending.rules import Rule
from sayso.extract.parse.tree import NAMES, NOUNS, PAST, TENSED, Tree, changed, remade
from sayso.lexicon import Lexicon

JOINED = ("compound", "nmod", "amod")
AROUND = ("prep", "advmod", "npadvmod", "punct", "advcl")  # what hangs on a verb rather than on its object
ENDS = (".", "!", "?")
OPENING = ("JJ", "CD", "DT", "PRP$", *NAMES)  # what an object begins with after a verb that could be a noun too
OBJECTS = ("NN", "NNS")
BEHIND = ("dobj", "npadvmod")  # what the model makes of an object behind a noun
PLAIN, WITH_S = ("NN", "VBP"), ("NNS", "VBZ")  # tags of the verb of several and of one, as a noun and as what it is


@dataclass(frozen=True, slots=True)
class Compounds:
    """Takes such nouns apart.

    `verbs` are forms of the lexicon's verbs, `giving` those over two objects, `doing` those over a gerund, `nouns` forms of its nouns,
    `people` nouns for people, `more` words before a gift.
    """

    verbs: frozenset[str]
    giving: frozenset[str]
    nouns: frozenset[str]
    people: frozenset[str]
    doing: frozenset[str]
    more: frozenset[str]

    @classmethod
    def of(cls, lexicon: Lexicon) -> "Compounds":
        """Take the words from a lexicon."""
        giving, more = lexicon.verb_cue("grammar", "giving"), lexicon.cue("grammar", "more")
        doing = lexicon.verb_cue("grammar", "doing")
        return cls(
            verbs=frozenset(lexicon.verbs),
            giving=giving,
            nouns=frozenset(lexicon.nouns),
            people=frozenset(lexicon.roles),
            doing=doing,
            more=more,
        )

    def rules(self) -> tuple[Rule, ...]:
        """What takes such nouns apart."""
        return (
            Rule(self._verbless, ("ROOT",), NOUNS),
            Rule(self._gifts, words=self.giving),
            Rule(self._gerunds, words=self.doing),
        )

    def _gerunds(self, tree: Tree, verb: int) -> Tree | None:
        """Part what somebody denies or weighs doing from what he does it to: "denied *bombing* the hospital" without its article."""
        things = tree.kids(verb, "dobj")
        if not things or not self._deed(tree, verb + 1, things[0]):
            return None
        phrases = {c: (verb + 1, "prep") for c in tree.kids(verb, "prep") if c > things[0]}
        return changed(tree, phrases | {verb + 1: (verb, "xcomp"), things[0]: (verb + 1, "dobj")}, {verb + 1: "VBG"})

    def _deed(self, tree: Tree, i: int, thing: int) -> bool:
        """Whether a word in -ing that the parser joined to a noun is what is done to it; an act is not done so: "bombing claims"."""
        joined = i < thing and tree.heads[i] == thing and tree.deps[i] in JOINED
        return joined and tree.lower[i].endswith("ing") and tree.lower[i] in self.verbs and tree.lower[thing] not in self.nouns

    def _gifts(self, tree: Tree, verb: int) -> Tree | None:
        """Part who gets something from what he gets: "offered *the refugees* passports", "promised *Hanoi* further aid"."""
        gifts = tree.kids(verb, "dobj")
        who = self._receiver(tree, verb, gifts) if gifts and not tree.kids(verb, "dative") else None
        if who is None:
            return None
        before = {c: (who, tree.deps[c]) for c in tree.children[gifts[-1]] if c < who}
        return changed(tree, {**before, who: (verb, "dative")})

    def _receiver(self, tree: Tree, verb: int, gifts: Sequence[int]) -> int | None:
        """The first of two objects, else the plural, or the name before a word like "further", among what is set before a gift."""
        gift = gifts[-1]
        if len(gifts) > 1:
            apart = tree.tags[gift] not in ("NN", "NNS", "CD") or tree.left_edge(gift) != max(tree.subtree(gifts[0])) + 1
            return None if apart else gifts[0]
        if not tree.noun(gift) or tree.left_edge(gift) != verb + 1:
            return None
        before = [c for c in tree.children[gift] if c < gift and tree.deps[c] in JOINED]
        people = (c for c in reversed(before) if self._people(tree, c))
        named = (c for c in before if tree.tags[c] in NAMES and tree.lower[c + 1] in self.more)
        return next(people, None) or next(named, None)

    def _people(self, tree: Tree, i: int) -> bool:
        """Whether a plural is one of people: a noun for them, or a name that is no part of a longer one ("gave *Syrians* passports")."""
        plural = tree.tags[i] == "NNS" and tree.lower[i] in self.people
        return plural or (tree.tags[i] == "NNPS" and tree.tags[i - 1] not in NAMES)

    def _verbless(self, tree: Tree, root: int) -> Tree | None:
        """Make a verb of a word between nouns in a sentence without any: "Chad and Togo *share* pictures", "Iran *ships* oil to Chad"."""
        said = (tag in TENSED and dep not in JOINED for tag, dep in zip(tree.tags, tree.deps, strict=True))
        if tree.words[-1] not in ENDS or any(said):
            return None
        verb = next((v for v in range(1, root + 1) if self._hidden(tree, v, root)), None)
        return None if verb is None else _made_verb(tree, verb, root)

    def _hidden(self, tree: Tree, v: int, root: int) -> bool:
        """Whether a noun can be the verb of those before it: a plural's or several names', or with an "s" that of one name."""
        if tree.lower[v] not in self.verbs or (v != root and (tree.heads[v] != root or tree.deps[v] not in JOINED)):
            return False
        subject = _before(tree, v, root)
        if subject is None or tree.tags[subject] not in NOUNS or tree.lower[v + 1 : v + 2] == ["of"]:
            return False
        several = bool(tree.kids(subject, "conj")) or tree.tags[subject] == "NNS"
        if tree.tags[v] in PAST:
            return v != root and tree.lower[v - 1] in self.people
        form = tree.tags[v] in (PLAIN if several else WITH_S)
        return form and tree.tags[subject] in (*NAMES, "NNS") and (several or (tree.tags[subject] in NAMES and v != root))


def _before(tree: Tree, v: int, root: int) -> int | None:
    """The first of the nouns that end right before a word and belong to the same noun as it; None where there is none."""
    last = v - 1
    top = tree.heads[last] if tree.deps[last] == "conj" else last
    joined = tree.deps[top] in (*JOINED, "nsubj") and tree.heads[top] in (v, root)
    return top if joined and (tree.noun(last) or tree.words[last][0].isupper()) else None


def _things(tree: Tree, v: int) -> list[int]:
    """The nouns right behind a word that could be their verb."""
    return [c for c in tree.kids(v, *BEHIND) if tree.noun(c) and tree.left_edge(c) == v + 1]


def _made_verb(tree: Tree, verb: int, root: int) -> Tree | None:
    """The tree under a word that was part of its root, with what stands before it as subject and the root, if another, as object."""
    subject = _before(tree, verb, root)
    if subject is None:
        return None
    heads, deps, tags = list(tree.heads), list(tree.deps), list(tree.tags)
    heads[verb], deps[verb], tags[verb] = verb, "ROOT", "VBD" if tags[verb] in PAST else "VBP" if tags[verb] in PLAIN else "VBZ"
    heads[subject], deps[subject] = verb, "nsubj"
    for thing in _things(tree, verb) if root == verb else [root]:
        heads[thing], deps[thing] = verb, "dobj"
    tags[subject] = tags[subject] if tree.noun(subject) else "NNP"
    for c in range(len(tree)):
        if c not in (verb, subject, root) and tree.heads[c] in (root, verb):
            heads[c] = subject if c < subject else verb if c > root and deps[c] in AROUND else heads[c]
    return remade(tree, tags, heads, deps)
