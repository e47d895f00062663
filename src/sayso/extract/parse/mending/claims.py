"""What sums up a sentence as a claim that somebody answers: "accused Chad of theft, *a charge N'Djamena rejects*"."""

from dataclasses import dataclass

from sayso.extract.parse.mending.rules import Rule
from sayso.extract.parse.tree import NAMES, VERBS, Tree, changed
from sayso.lexicon import Lexicon
from sayso.model.quad import SPOKEN

TOLD = ("news", "word")  # what is only told, and by nobody done
ARTICLES = ("a", "an")


@dataclass(frozen=True, slots=True)
class Claims:
    """Hangs such clauses on the noun that they tell of; `claims` are these nouns, `wordy` the verbs for acts in words."""

    claims: frozenset[str]
    wordy: frozenset[str]

    @classmethod
    def of(cls, lexicon: Lexicon) -> "Claims":
        """Take the words from a lexicon."""
        return cls(lexicon.noun_cue("speech", "claims", "answered"), lexicon.verbs_for(SPOKEN))

    def rules(self) -> tuple[Rule, ...]:
        """What hangs such clauses on their nouns, and tells what they claim from what is said of them."""
        return (Rule(self._answered, words=self.claims), Rule(self._told, ("dobj", "nsubj"), words=("that",)))

    def _told(self, tree: Tree, that: int) -> Tree | None:
        """The tree with what a claim tells as no relative clause: "the news *that* rebels had stormed it", where "that" does nothing."""
        verb = tree.heads[that]
        claim = tree.heads[verb]
        told = tree.deps[verb] == "relcl" and claim == that - 1 and tree.lower[claim] in self.claims
        doers = [s for s in tree.kids(verb, "nsubj", "nsubjpass") if s != that] if told else []
        whole = tree.deps[that] == "nsubj" or tree.lower[claim] in TOLD or [o for o in tree.kids(verb, "dobj", "ccomp") if o != that]
        return changed(tree, {that: (verb, "mark"), verb: (claim, "acl")}, {that: "IN"}) if doers and whole else None

    def _answered(self, tree: Tree, claim: int) -> Tree | None:
        """The tree with a relative clause on such a noun, which stands beside what comes before it."""
        opens = claim > 2 and tree.lower[claim - 1] in ARTICLES and tree.lower[claim - 2] == ","
        found = self._clause(tree, claim) if opens else None
        return _summed(tree, claim, *found) if found else None

    def _clause(self, tree: Tree, claim: int) -> tuple[int, int] | None:
        """The last word of the name right behind a claim, and the verb behind that, which ends the clause; None where they are missing."""
        name = claim + 1
        while name < len(tree) and tree.tags[name] in NAMES:
            name += 1
        verb = name
        while verb < len(tree) and tree.deps[verb] in ("aux", "advmod", "neg"):
            verb += 1
        ends = verb + 1 >= len(tree) or tree.deps[verb + 1] == "punct"
        if name == claim + 1 or verb >= len(tree) or not ends or tree.lower[verb] not in self.wordy:
            return None
        return (name - 1, verb) if tree.tags[verb] in (*VERBS, "NNS") else None


def _summed(tree: Tree, claim: int, name: int, verb: int) -> Tree | None:
    """The tree with the verb in a clause on the claim, and the claim beside the verb that all before it hangs on."""
    if tree.deps[verb] == "relcl" and tree.heads[verb] == claim:
        return None
    before = claim - 2
    tops = [t for t in range(before) if (tree.heads[t] >= before or tree.heads[t] == t) and tree.tags[t] in VERBS]
    if len(tops) != 1:
        return None
    top = tops[0]
    outside = not before <= tree.heads[top] <= verb
    moved = {} if outside and tree.heads[top] != top else {top: (top, "ROOT")}
    moved |= {t: (top, tree.deps[t]) for t in (*range(before), *range(verb + 1, len(tree))) if t != top and before <= tree.heads[t] <= verb}
    moved |= {before: (top, "punct"), before + 1: (claim, "det"), claim: (top, "npadvmod"), name: (verb, "nsubj")}
    moved |= dict.fromkeys(range(claim + 1, name), (name, "compound")) | {t: (verb, tree.deps[t]) for t in range(name + 1, verb)}
    return changed(tree, moved | {verb: (claim, "relcl")}, {claim: "NN"} | ({verb: "VBZ"} if tree.tags[verb] == "NNS" else {}))
