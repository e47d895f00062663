"""What is spoken of and nobody does: what somebody has the power to do, what is done as a rule, what is only played, or likened to."""

from dataclasses import dataclass

from sayso.extract.match.matches import Match
from sayso.extract.parse.tree import PRESENT, SUBJECTS, Tree
from sayso.lexicon import Lexicon
from sayso.model.quad import SPOKEN

EVERY = ("every", "each", "any")  # before times at which something is done again and again
TELLING = ("ROOT", "relcl")  # labels of clauses that tell something of their subject in the report's own words
LIKE = ("though", "if")  # what a comparison begins with, behind "as"


@dataclass(frozen=True, slots=True)
class Unacted:
    """Words for powers and for their use, of habit, and of what is played."""

    rights: frozenset[str]
    using: frozenset[str]
    usual: frozenset[str]
    prone: frozenset[str]
    temporal: frozenset[str]
    unchanged: frozenset[str]
    feigning: frozenset[str]
    feigned: frozenset[str]

    @classmethod
    def of(cls, lexicon: Lexicon) -> "Unacted":
        """Take the words from a lexicon."""
        return cls(
            rights=lexicon.noun_cue("status", "rights"),
            using=lexicon.verb_cue("status", "using_verbs", "keeping_verbs"),
            usual=lexicon.cue("status", "usual"),
            prone=lexicon.cue("status", "prone"),
            temporal=lexicon.noun_cue("grammar", "temporal"),
            feigning=lexicon.verb_cue("status", "feigning_verbs"),
            feigned=lexicon.cue("status", "feigned"),
            unchanged=lexicon.cue("grammar", "unchanged"),
        )

    def why(self, match: Match, tree: Tree) -> str:
        """Why nobody does it; empty where somebody may."""
        if match.part == "noun" and self._feigned(tree, match.token):
            return "it is only played"
        verb = self._first(tree, match.top)
        if any(self._likened(tree, v) for v in (verb, *tree.up(verb))):
            return "something is only likened to it"
        if not tree.verb(verb):
            return ""
        if self._a_right(tree, verb):
            return "somebody only may do it"
        return "it is done as a rule" if self._as_a_rule(match, tree, verb) else ""

    def _likened(self, tree: Tree, verb: int) -> bool:
        """Whether a clause tells what something else looks like: "*as though* Chad had invaded it", not "as if it had *not* been"."""
        marks = tree.kids(verb, "mark") if tree.deps[verb] == "advcl" and not tree.kids(verb, "neg") else []
        return any(tree.lower[m] in LIKE and tree.lower[m - 1] == "as" for m in marks)

    def _feigned(self, tree: Tree, noun: int) -> bool:
        """Whether an act is only played, as in a drill: "simulated an attack", "a *mock* attack"."""
        over = tree.heads[noun]
        played = tree.deps[noun] in ("dobj", "nsubjpass") and tree.lower[over] in self.feigning
        return played or tree.has(noun, self.feigned, "amod", "compound")

    def _first(self, tree: Tree, verb: int) -> int:
        """The first of coordinated verbs, where the later ones have neither subject nor auxiliary of their own."""
        while tree.deps[verb] == "conj" and not tree.kids(verb, *SUBJECTS, "expl", "aux", "auxpass"):
            verb = tree.heads[verb]
        return verb

    def _a_right(self, tree: Tree, verb: int) -> bool:
        """Whether it is what somebody has the right or the power to do: "the board has *the right to ban* rallies"."""
        right = tree.heads[verb]
        if tree.deps[verb] not in ("acl", "xcomp", "relcl") or not tree.infinitive(verb) or tree.lower[right] not in self.rights:
            return False
        return tree.lower[tree.heads[right]] not in self.using

    def _as_a_rule(self, match: Match, tree: Tree, verb: int) -> bool:
        """Whether the present tense tells what is always so: by an adverb, at every time, or of a whole kind of people or things."""
        if tree.deps[verb] == "xcomp" and tree.infinitive(verb) and tree.lower[tree.heads[verb]] in self.prone:
            return True
        tags = [tree.tags[a] for a in tree.kids(verb, "aux", "auxpass")] or [tree.tags[verb]]
        if tags[0] not in PRESENT or "VBG" in (tree.tags[verb], *tags) or tree.tags[verb] == "VBN":
            return False
        if tree.has(verb, self.usual, "advmod") or self._every_time(tree, verb):
            return True
        return match.pattern.quad not in SPOKEN and match.part == "verb" and self._of_a_kind(tree, verb)

    def _every_time(self, tree: Tree, verb: int) -> bool:
        """Whether a clause says at which times something is so, all of them: "fears *every time he returns*"."""
        noun = tree.heads[verb]
        return tree.deps[verb] in ("relcl", "acl") and tree.lower[noun] in self.temporal and tree.has(noun, EVERY, "det")

    def _of_a_kind(self, tree: Tree, verb: int) -> bool:
        """Whether a clause is about what one whole kind does to another, and no headline: "*smugglers hold migrants* for weeks"."""
        sides = [tree.kids(verb, "nsubj"), tree.kids(verb, "dobj")]
        if tree.tags[verb] != "VBP" or tree.deps[verb] not in TELLING or tree.lower[verb] in self.unchanged:
            return False  # "denied that rebels *hold* it"; "put" may be of the past
        return tree.tags[len(tree) - 1] in (".", "''") and all(len(side) == 1 and _kind(tree, side[0]) for side in sides)


def _kind(tree: Tree, i: int) -> bool:
    """Whether a noun means all of its kind: "migrants", and neither "the migrants" nor "Syrian migrants"."""
    told = tree.kids(i, "det", "poss", "nummod", "relcl", "acl", "conj", "appos")
    return tree.tags[i] == "NNS" and not told and not any(tree.words[c][0].isupper() for c in tree.children[i])
