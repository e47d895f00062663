"""Judgements that the small model takes for the noun they are passed on: "called the arrest of the skipper *unlawful*"."""

from dataclasses import dataclass

from sayso.extract.parse.mending.rules import Rule
from sayso.extract.parse.tree import Tree, changed
from sayso.lexicon import Lexicon
from sayso.lexicon.pattern import PREDICATE

ADJECTIVES = ("JJ", "RB")
ENDINGS = ("ful", "ic", "ble", "ous", "ive", "less", "ary", "al", "ed", "ing", "ent", "ant")  # of adjectives
BEFORE = ("compound", "nmod", "amod")  # how the noun hangs on the adjective that swallowed it
SWALLOWED = {"pobj": "pobj", "dobj": "dobj", "oprd": "dobj", "ccomp": "dobj", "nsubjpass": "nsubjpass"}


@dataclass(frozen=True, slots=True)
class Complement:
    """Parts nouns from what they are called; `naming` are verbs of calling, `judging` adjectives that say what somebody is called.

    `roles` are nouns for people, some of which the model takes for adjectives ("the *activist* unlawful").
    """

    naming: frozenset[str]
    judging: frozenset[str]
    roles: frozenset[str]

    @classmethod
    def of(cls, lexicon: Lexicon) -> "Complement":
        """Take the verbs from the lexicon's cues, the adjectives from all senses that hang on one."""
        words = (pattern.with_.get(PREDICATE) for pattern in lexicon.patterns)
        judging = frozenset[str]().union(*(each.forms for each in words if each))
        return cls(lexicon.verb_cue("speech", "naming"), judging - lexicon.nouns.keys() - lexicon.roles.keys(), frozenset(lexicon.roles))

    def rules(self) -> tuple[Rule, ...]:
        """What sets such nouns and judgements apart."""
        return (Rule(self._apart, SWALLOWED, words=self.judging), Rule(self._agent, words=("by",)))

    def _agent(self, tree: Tree, by: int) -> Tree | None:
        """The tree in which "described as monstrous *by the bishop*" is the bishop's word."""
        verb = next((h for h in tree.up(by) if tree.verb(h)), None) if tree.lower[tree.heads[by]] in self.judging else None
        if verb is None or tree.lower[verb] not in self.naming or not tree.kids(verb, "auxpass"):
            return None
        return changed(tree, {by: (verb, "agent")})

    def _apart(self, tree: Tree, i: int) -> Tree | None:
        """The tree with the noun before a token in its place, and the token as what the verb calls it."""
        noun, verb = i - 1, self._verb(tree, i)
        if verb is None:
            return None
        hung = {c: (noun, tree.deps[c]) for c in tree.children[i] if c < noun}
        tags = {i: "JJ"} if tree.noun(noun) else {i: "JJ", noun: "NN"}
        return changed(tree, hung | {noun: (tree.heads[i], SWALLOWED[tree.deps[i]]), i: (verb, "oprd")}, tags)

    def _verb(self, tree: Tree, i: int) -> int | None:
        """The verb of calling above an adjective that stands for the noun right before it and closes its phrase."""
        noun = i - 1
        whole = noun > 0 and tree.heads[noun] == i and tree.deps[noun] in BEFORE and (tree.noun(noun) or tree.lower[noun] in self.roles)
        if not whole or not (tree.tags[i] in ADJECTIVES or tree.lower[i].endswith(ENDINGS)) or any(c > i for c in tree.kids(i, *BEFORE)):
            return None
        verb = next((h for h in tree.up(i) if tree.verb(h)), None)
        return verb if verb is not None and tree.lower[verb] in self.naming and not tree.kids(verb, "oprd")[1:] else None
