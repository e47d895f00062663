"""Words that the small model hangs too deep, put where their form says that they belong."""

from dataclasses import dataclass

from sayso.extract.tree import Tree
from sayso.lexicon import Lexicon

FINITE = ("VBD", "VBZ")
BARE = ("VB", "VBG")  # forms that share no auxiliary, "to" or preposition with a finite verb


@dataclass(frozen=True, slots=True)
class Mender:
    """Puts right what hangs on a wrong word.

    `charging` are verbs over a person "of" a deed; `denying` those over a claim, one of the nouns `claims`.
    """

    charging: frozenset[str]
    denying: frozenset[str]
    claims: frozenset[str]

    @classmethod
    def of(cls, lexicon: Lexicon) -> "Mender":
        """Take the verbs from a lexicon."""
        return cls(lexicon.verb_cue("speech", "accusing"), lexicon.verb_cue("status", "denying"), lexicon.noun_cue("speech", "claims"))

    def mended(self, tree: Tree) -> Tree:
        """The tree with what hangs too deep in it hung where it belongs; the tree itself where nothing does.

        "Urged both sides to wait and *supported* the envoy", "rejected the charge that it was arming rebels and *accused* Chad".
        """
        found = ((i, self._joined(tree, i) if tree.deps[i] == "conj" else self._charge(tree, i)) for i in range(len(tree)))
        heads = {i: top for i, top in found if top is not None}
        if not heads:
            return tree
        return Tree(tree.words, tree.tags, [heads.get(i, h) for i, h in enumerate(tree.heads)], tree.deps, tree.starts)

    def _joined(self, tree: Tree, v: int) -> int | None:
        """The verb to which a finite one is joined by its tense, or past a claim that is denied, after a comma."""
        if tree.tags[v] not in FINITE or tree.kids(v, "aux", "auxpass"):
            return None
        head = tree.heads[v]
        if tree.tags[head] in BARE:
            return next((a for a in tree.up(head) if tree.tags[a] == tree.tags[v] and a < v), None)
        noun, commas = tree.heads[head], (c for c in tree.kids(head, "cc") if c < v and tree.lower[c - 1] == ",")
        claim = tree.deps[head] in ("acl", "relcl", "ccomp") and tree.lower[noun] in self.claims
        above = tree.heads[noun]
        denied = claim and tree.lower[above] in self.denying and tree.tags[above] == tree.tags[v]
        return above if denied and any(commas) and not tree.kids(v, "nsubj") else None

    def _charge(self, tree: Tree, i: int) -> int | None:
        """The verb of "accused officers in plain clothes *of* beating her", whose "of" the model hangs on the clothes."""
        noun = tree.heads[i]
        if tree.lower[i] != "of" or tree.deps[i] != "prep" or tree.deps[noun] != "pobj" or not tree.kids(i, "pcomp"):
            return None
        verb = next((h for h in tree.up(noun) if tree.verb(h)), None)
        return verb if verb is not None and tree.lower[verb] in self.charging and tree.kids(verb, "dobj") else None
